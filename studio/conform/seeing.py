"""The pictures of two edits themselves, where hashes do not settle which frame is which."""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType

import cv2
import numpy as np

from studio.conform.prints import Hashes
from studio.core.geometry import Rect
from studio.core.kept import Kept
from studio.core.progress import SILENT, Progress
from studio.core.said import said
from studio.media.cache import default_cache, key_of
from studio.media.film import Film
from studio.media.frames import Frame, FrameReader
from studio.shots.analyse import Analysis
from studio.shots.live import live_area
from studio.shots.looking import THUMB, Bytes, upright
from studio.shots.measures import hashes
from studio.shots.structure import Floats

_VERSION = 1
_WIDE = 384
_SEEN = (64, 36)
_BYTES_KEPT = 5_000_000
# Bars are looked for in so many frames, at this width; `live_area` leaves out this many rows more
# than are black.
_SAMPLES = 24
_FINE = 640
_INSET = 2
_LIT = 80
# For laying pictures on each other: size, when to stop, and how far they may have lain apart.
_LARGE = (192, 108)
_ENOUGH = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 60, 1e-5)
_FARTHEST = 0.08
_LEAST_PAIRS = 3
_EXACT = 0.002
WHOLE = Rect(0.0, 0.0, 1.0, 1.0)
# Bars narrower than this share are the edge of a scan; aspects nearer than this are the same.
_BAR = 0.025
_SAME_ASPECT = 0.04
# Luma deviation (of 255) below which a picture is flat: noise has no structure.
_FLAT = 2.0


class Seer:
    """Reads the frames of one edit by number, small and grey; use it in a `with` block.

    `part` is what of the picture is compared, 0 to 1. Raises CannotRead when the film is gone or
    has changed.
    """

    def __init__(self, film: Film, analysis: Analysis) -> None:
        self.part = WHOLE
        self._film, self._analysis = film, analysis
        self._reader = FrameReader(film)
        self._kept: Kept[int, Floats] = Kept(_BYTES_KEPT, lambda picture: picture.nbytes)

    def __enter__(self) -> Seer:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._reader.close()

    def aspect(self, part: Rect) -> float:
        """Width over height of a part of the picture."""
        display = self._film.video.display
        return display.width * part.width / (display.height * part.height)

    def live(self) -> Rect:
        """The picture without the bars that all of the film has, 0 to 1."""
        if (active := self._film.active) is not None:
            return active
        pts = self._analysis.pts
        shown = np.flatnonzero(self._analysis.measures["flat"] == 0)
        some = shown[:: max(1, len(shown) // _SAMPLES)]
        if not len(some):
            return WHOLE
        frames = [self._reader.at_pts(int(pts[at])).small(_FINE) for at in some]
        # Not the very lightest: a card or two that fill the frame do not make the film do so.
        lightest = np.percentile(np.stack(frames), _LIT, axis=0, method="lower").astype(np.uint8)
        height, width = lightest.shape[:2]
        return _share_of(live_area(lightest), width, height)

    def picture(self, number: int) -> Floats:
        """(36, 64) grey, of any range, of the frame `number`."""
        return self._kept.made(number, lambda: self._picture(number))

    def _picture(self, number: int) -> Floats:
        frame = self._reader.at_pts(int(self._analysis.pts[number]))
        return _reduced(frame, self.part, _SEEN).astype(np.float32)

    def large(self, number: int) -> Bytes:
        """(108, 192) grey of the frame `number`."""
        frame = self._reader.at_pts(int(self._analysis.pts[number]))
        return _reduced(frame, self.part, _LARGE)

    def look_at(self, part: Rect) -> None:
        """Compare another part of the picture from now on."""
        self.part = part
        self._kept.clear()

    def hashes(self, progress: Progress = SILENT) -> Hashes:
        """The perceptual hash of the part in each frame; kept in the cache.

        Also of the whole picture: those of the analysis are made of finer planes, and differ from
        these by more than another encoding does.
        """
        part = self.part
        edges = tuple(round(edge, 4) for edge in (part.x, part.y, part.right, part.bottom))
        key = key_of("part hashes", _VERSION, self._film.sha256, self._film.video, edges)
        cache, count = default_cache(), len(self._analysis.pts)
        known = cache.get(key)
        if known is not None and len(known) == 8 * count:
            return np.frombuffer(known, "<u8").astype(np.uint64)
        thumbs = np.zeros((count, THUMB[1], THUMB[0]), np.uint8)
        for frame in self._reader.walk():
            at = self._analysis.index_of(frame.pts)
            if at % 64 == 0:
                progress.report(at / count, said("Looking at the picture within its bars"))
            thumbs[at] = _reduced(frame, part, THUMB)
        made = hashes(thumbs)
        cache.put(key, made.astype("<u8").tobytes())
        return made


def _share_of(found: Rect, width: int, height: int) -> Rect:
    """The live area as a share of the picture; thin edges are no bars."""
    across = found.inset(-_INSET, 0, -_INSET, 0) if found.x else found
    whole = across.inset(0, -_INSET, 0, -_INSET) if found.y else across
    thin = whole.width > width * (1 - 2 * _BAR) and whole.height > height * (1 - 2 * _BAR)
    return WHOLE if thin else whole.scaled(1 / width, 1 / height)


def _reduced(frame: Frame, part: Rect, size: tuple[int, int]) -> Bytes:
    grey = cv2.cvtColor(frame.small(_WIDE), cv2.COLOR_BGR2GRAY)
    height, width = grey.shape
    left, right = round(part.x * width), round(part.right * width)
    top, bottom = round(part.y * height), round(part.bottom * height)
    inside = grey[top : max(bottom, top + 1), left : max(right, left + 1)]
    wanted = upright(size, inside.shape[0] > inside.shape[1])
    small = cv2.resize(inside, wanted, interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.resize(small, size) if wanted != size else small, np.uint8)


def parts_to_try(old: Seer, new: Seer) -> tuple[tuple[Rect, Rect], ...]:
    """What of the old picture may be what of the new one, best first, besides whole and whole.

    With or without bars, where the shapes are the same; where no shapes are, the old picture cut
    about its middle to the shape of the new one, as a reframing does unless told.
    """
    lives = _unique(old.live()), _unique(new.live())
    pairs = [(was, now) for now in lives[1] for was in lives[0] if was != WHOLE or now != WHOLE]
    shaped = [
        pair for pair in pairs if abs(new.aspect(pair[1]) / old.aspect(pair[0]) - 1) <= _SAME_ASPECT
    ]
    if shaped:
        return tuple(pair for pair in shaped if not _near(*pair))
    ratio = new.aspect(lives[1][0]) / old.aspect(lives[0][0])
    return () if abs(ratio - 1) <= _SAME_ASPECT else ((_cut(lives[0][0], ratio), lives[1][0]),)


def _unique(live: Rect) -> tuple[Rect, ...]:
    return (live,) if live == WHOLE else (live, WHOLE)


def register(old: Seer, new: Seer, pairs: Sequence[tuple[int, int]]) -> bool:
    """Move the edges of one part so that pairs of frames (old, new) lie on each other.

    Bars end in ringing and half-black rows: they are found to a few rows only, and in a slow shot
    that much looks like another frame. The middle of what the pairs say counts; the picture with
    bars gives way. Whether anything was moved.
    """
    found = [one for one in (_registered(old, new, *pair) for pair in pairs) if one is not None]
    if len(found) < _LEAST_PAIRS:
        return False
    left, top, wide, high = (float(value) for value in np.median(np.array(found), axis=0))
    if max(abs(left), abs(top), abs(wide - 1), abs(high - 1)) < _EXACT:
        return False
    if new.part != WHOLE:
        left, top, wide, high = -left / wide, -top / high, 1 / wide, 1 / high
        seer = new
    else:
        seer = old
    part = seer.part
    x, y = part.x + left * part.width, part.y + top * part.height
    seer.look_at(Rect(x, y, part.width * wide, part.height * high).meet(WHOLE))
    return True


def _registered(old: Seer, new: Seer, was: int, now: int) -> tuple[float, ...] | None:
    """Where the new picture lies in the old one: x, y, width, height as shares of it; or None."""
    sides = [
        np.asarray(cv2.GaussianBlur(seer.large(at), (5, 5), 0), np.float32)
        for seer, at in ((new, now), (old, was))
    ]
    height, width = sides[0].shape
    start = np.eye(2, 3, dtype=np.float32)
    try:
        _, warp = cv2.findTransformECC(sides[0], sides[1], start, cv2.MOTION_AFFINE, _ENOUGH)
    except cv2.error:
        # Two pictures without anything to hold on to.
        return None
    made = (warp[0, 2] / width, warp[1, 2] / height, warp[0, 0], warp[1, 1])
    away = max(abs(made[0]), abs(made[1]), abs(made[2] - 1), abs(made[3] - 1))
    return tuple(float(value) for value in made) if away < _FARTHEST else None


def _cut(part: Rect, ratio: float) -> Rect:
    """The middle of `part`, `ratio` times as wide for its height."""
    if ratio > 1:
        cut = part.height * (1 - 1 / ratio) / 2
        return part.inset(0, cut, 0, cut)
    cut = part.width * (1 - ratio) / 2
    return part.inset(cut, 0, cut, 0)


def _near(one: Rect, other: Rect) -> bool:
    pairs = zip(
        (one.x, one.y, one.right, one.bottom),
        (other.x, other.y, other.right, other.bottom),
        strict=True,
    )
    return all(abs(a - b) <= _BAR for a, b in pairs)


def apart(first: Floats, second: Floats) -> float:
    """1 less the correlation of two pictures: 0 the same whatever the grade, about 1 unlike."""
    one, two = first - first.mean(), second - second.mean()
    ground = _FLAT * _FLAT
    shared = float((one * two).mean()) + ground
    power = (float((one * one).mean()) + ground) * (float((two * two).mean()) + ground)
    return float(round(1.0 - shared / power**0.5, 5))
