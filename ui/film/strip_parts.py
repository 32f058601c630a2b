"""What a strip shows of a film, and where on it: shots as tiles, heights of the curve."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF

from studio.media.film import Film
from studio.shots.analyse import Analysis
from studio.shots.detect import Detection, threshold
from studio.shots.marks import shot_at
from studio.shots.shot import Shot
from studio.shots.so_far import SoFar
from ui.film.span import Span

PAD = 8
SHOTS = QRectF(0, PAD, 0, 64)
CURVE = QRectF(0, SHOTS.bottom() + 4, 0, 48)
RULER = QRectF(0, CURVE.bottom() + 4, 0, 20)
HEIGHT = int(RULER.bottom())
_NARROWEST_PICTURE = 14
_SNAP = 6
_HAIR = 1e-4
_TAKEN = 5
"""So many pixels beside a cut a hand may be to take it."""


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What a pass has found, done or not: one entry a frame, and whose pictures are at hand."""

    pts: npt.NDArray[np.int64]
    curve: npt.NDArray[np.float32]
    ready: npt.NDArray[np.int64]
    is_done: bool


def found_in(source: Analysis | SoFar) -> Found:
    """The same of a pass that is done and of one that runs."""
    done = isinstance(source, Analysis)
    return Found(source.pts, source.curve, source.thumbs, done)


@dataclass(frozen=True, slots=True, eq=False)
class Strip:
    """What a strip shows of a film; `times` are the seconds of the frames that were looked at."""

    film: Film
    found: Found
    detection: Detection
    sensitivity: float
    stars: tuple[int, ...]
    times: npt.NDArray[np.float64]

    def seconds(self, pts: int) -> float:
        """When a frame is shown."""
        return float(self.film.time_of(pts))

    @property
    def seen(self) -> float:
        """The seconds up to which frames were looked at."""
        if self.found.is_done:
            return float(self.film.duration)
        return float(self.times[-1]) if len(self.times) else 0.0


def strip_of(
    film: Film,
    source: Analysis | SoFar,
    detection: Detection,
    sensitivity: float,
    stars: tuple[int, ...],
) -> Strip:
    """What is shown of a film with its shots as they stand."""
    found = found_in(source)
    base = float(film.video.time_base)
    times = np.asarray((found.pts - film.video.first_pts) * base, np.float64)
    return Strip(film, found, detection, sensitivity, stars, times)


@dataclass(frozen=True, slots=True)
class Tile:
    """A place of the strip, the frame that stands for it, and a near one with a picture at hand.

    `near` is None where there is none in the same shot; `is_far` where it is too far to stay.
    """

    left: float
    width: float
    pts: int
    near: int | None
    is_far: bool


def tiles(strip: Strip, span: Span) -> tuple[Tile, ...]:
    """The pictures of all shots that are seen; a long shot has several, one after the other."""
    size = strip.film.video.display
    wide = max(_NARROWEST_PICTURE, SHOTS.height() * size.width / size.height)
    made: list[Tile] = []
    for shot in strip.detection.shots:
        left, right = span.x(strip.seconds(shot.start)), span.x(strip.seconds(shot.end))
        if right < 0 or left > span.width or right - left < _NARROWEST_PICTURE:
            continue
        count = max(1, round((right - left) / wide))
        width = (right - left) / count
        first = max(0, int(-left // width)) if left < 0 else 0
        for number in range(first, count):
            at = left + number * width
            if at > span.width:
                break
            if at + width >= 0:
                made.append(_tile(strip, shot, at, width, (number, count)))
    return tuple(made)


def _tile(strip: Strip, shot: Shot, at: float, width: float, place: tuple[int, int]) -> Tile:
    number, count = place
    length = shot.end - shot.start
    middle = shot.start + length * (2 * number + 1) // (2 * count)
    pts = frame_at(strip.found.pts, middle)
    near = nearest_ready(strip, shot, middle)
    if pts is None:
        return Tile(at, width, middle if near is None else near, near, is_far=False)
    far = near is None or abs(near - pts) * 2 * count > length
    return Tile(at, width, pts, near, far)


def frame_at(pts: npt.NDArray[np.int64], at: int) -> int | None:
    """The frame on screen at a PTS; None beyond what was looked at."""
    if not len(pts) or at > int(pts[-1]):
        return None
    return int(pts[max(0, int(np.searchsorted(pts, at, side="right")) - 1)])


def nearest_ready(strip: Strip, shot: Shot, pts: int) -> int | None:
    """Of the frames of a shot whose pictures are at hand the one nearest to `pts`."""
    ready = strip.found.ready
    place = int(np.searchsorted(ready, pts))
    near = [int(one) for one in ready[max(0, place - 1) : place + 1]]
    inside = [one for one in near if shot.start <= one < shot.end]
    return min(inside, key=lambda one: abs(one - pts), default=None)


def ready_at(strip: Strip, seconds: Fraction) -> int | None:
    """The frame with a picture at hand that is nearest to a moment, in the same shot."""
    shots, pts = strip.detection.shots, strip.film.pts_of(seconds)
    return nearest_ready(strip, shots[shot_at(strip.detection, pts)], pts) if shots else None


def cut_near(strip: Strip, span: Span, x: float) -> int | None:
    """The PTS of the cut that a hand at `x` takes; None beside all of them."""
    starts = [shot.start for shot in strip.detection.shots[1:]]
    place = bisect_left(starts, strip.film.pts_of(Fraction(span.seconds(x))))
    apart = {
        one: abs(span.x(strip.seconds(one)) - x) for one in starts[max(0, place - 1) : place + 1]
    }
    near = min(apart, key=lambda one: apart[one], default=None)
    return near if near is not None and apart[near] <= _TAKEN else None


def frame_for_cut(strip: Strip, span: Span, x: float) -> int | None:
    """The frame that a cut dropped at `x` begins with: the curve's peak where one is near.

    None beyond what was looked at, and before the second frame.
    """
    low, high = (np.searchsorted(strip.times, span.seconds(x + by)) for by in (-_SNAP, _SNAP + 1))
    here = int(np.searchsorted(strip.times, span.seconds(x) + _HAIR, side="right")) - 1
    if not 0 < here < len(strip.found.pts) - (not strip.found.is_done):
        return None
    near = strip.found.curve[low:high]
    if len(near) and float(near.max()) > threshold(strip.sensitivity):
        here = int(low) + int(near.argmax())
    return int(strip.found.pts[here])


def height_of(share: float) -> float:
    """Where a height of the curve (0 to 1) lies on the strip."""
    return CURVE.bottom() - share * (CURVE.height() - 2)


def share_at(y: float) -> float:
    """The height of the curve at a place of the strip, not held in bounds."""
    return (CURVE.bottom() - y) / (CURVE.height() - 2)


def sensitivity_at(height: float) -> float:
    """The sensitivity, 0 to 1, whose threshold lies at a height of the curve."""
    low, high = 0.0, 1.0
    for _ in range(16):
        middle = (low + high) / 2
        if threshold(middle) > height:
            low = middle
        else:
            high = middle
    return round(low, 3)


def columns(strip: Strip, span: Span, width: int) -> npt.NDArray[np.float32]:
    """The curve's highest value under each of `width` pixels."""
    edges = span.start + np.arange(width + 1) * span.per_pixel
    places = np.searchsorted(strip.times, edges)
    made = np.zeros(width, np.float32)
    filled = np.flatnonzero(places[1:] > places[:-1])
    if len(filled):
        last = places[filled[-1] + 1]
        made[filled] = np.maximum.reduceat(strip.found.curve[:last], places[filled])
    return made
