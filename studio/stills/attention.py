"""Where the eye goes through each shot of a film: read once, kept by the film's content."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from itertools import pairwise

import cv2
import numpy as np
import numpy.typing as npt

from studio.core.geometry import Rect
from studio.core.progress import SILENT, Progress, Span
from studio.core.said import said
from studio.media.cache import default_cache, key_of
from studio.media.film import Film
from studio.media.frames import Frame, FrameReader
from studio.shots.analyse import VERSION as SHOTS
from studio.shots.analyse import Analysis, analyse
from studio.shots.detect import Detection
from studio.stills.faces import faces, faces_available
from studio.stills.interest import interest

#: A profile has so many places from edge to edge.
PLACES = 64
# To be raised whenever a reading would come out otherwise.
_VERSION = 2
# Seconds from one glance to the next: nobody walks out of a picture in between.
_EVERY = 0.4
# The width on which faces are sought.
_WIDTH = 640
# What is gathered weighs by this power: a subject outweighs a wide, even ground.
_POWER = 3
# What detail counts beside what is unlike the rim and what moves.
_DETAIL = 0.6
# Steps of L*a*b* (in bytes, all three together) up to which colours are alike, and over which they
# become unlike.
_LIKE, _UNLIKE = 12.0, 50.0
# Luma (of 255) by which a place must change more than the picture as a whole to be a thing that
# moves, and the change of the whole from which the camera moves and nothing is told by it.
_MOVES, _SWAYS = 4.0, 6.0
_WHOLE = 10_000


@dataclass(frozen=True, slots=True)
class Glance:
    """One look at the frame `pts`.

    `across` and `down`: how much draws the eye in each of 64 columns and rows, about 10,000
    together. `faces`: in parts (0 to 1) of the picture, the largest first.
    """

    pts: int
    across: tuple[int, ...]
    down: tuple[int, ...]
    faces: tuple[Rect, ...]


@dataclass(frozen=True, slots=True)
class Watched:
    """A shot from `start` up to `stop` (PTS) and the glances at it, in order, at least one.

    `melts`: it comes by a dissolve, which lasts from the end of the shot before up to `start`.
    """

    start: int
    stop: int
    melts: bool
    glances: tuple[Glance, ...]


def attention(film: Film, progress: Progress = SILENT) -> tuple[Watched, ...]:
    """The shots of `film` with what draws the eye in them; from the cache where it was read before.

    Raises CannotRead.
    """
    cache = default_cache()
    key = key_of("attention", _VERSION, SHOTS, faces_available(), film.sha256, film.video)
    data = cache.get(key)
    if data is not None:
        return _unpacked(data)
    made = _read(film, analyse(film, Span(progress, 0.0, 0.5)), Span(progress, 0.5, 1.0))
    cache.put(key, _packed(made))
    return made


def _read(film: Film, analysis: Analysis, progress: Progress) -> tuple[Watched, ...]:
    shots = _shots(analysis.detect())
    wanted: dict[int, int] = {}
    for number, (start, stop, _) in enumerate(shots):
        for pts in _moments(film, analysis, start, stop):
            wanted[pts] = number
    glances: list[list[Glance]] = [[] for _ in shots]
    for number, glance in _seen(film, wanted, progress):
        glances[number].append(glance)
    return tuple(
        Watched(*shot, tuple(found)) for shot, found in zip(shots, glances, strict=True) if found
    )


def _shots(found: Detection) -> list[tuple[int, int, bool]]:
    """(start, stop, melts) of each shot, without the dissolves between them."""
    shots = [[shot.start, shot.end, 0] for shot in found.shots]
    for one in found.transitions:
        if one.kind != "dissolve":
            continue
        for before, after in pairwise(shots):
            # A dissolve that would leave nothing of a shot is taken for a cut.
            inside = before[0] < one.start <= after[0] <= one.end < after[1]
            if inside:
                before[1], after[0], after[2] = one.start, one.end, 1
    return [(start, stop, bool(melts)) for start, stop, melts in shots]


def _moments(film: Film, analysis: Analysis, start: int, stop: int) -> list[int]:
    """The PTS of the frames of a shot that are glanced at, spread evenly over it."""
    frames = analysis.pts[(analysis.pts >= start) & (analysis.pts < stop)]
    if not len(frames):
        return []
    seconds = float((stop - start) * film.video.time_base)
    count = min(len(frames), max(2, round(seconds / _EVERY)))
    return [int(frames[(2 * n + 1) * len(frames) // (2 * count)]) for n in range(count)]


def _seen(film: Film, wanted: dict[int, int], progress: Progress) -> list[tuple[int, Glance]]:
    """(number of the shot, glance) for each PTS of `wanted`, in order of time."""
    found: list[tuple[int, Glance]] = []
    last = max(wanted, default=0)
    before: npt.NDArray[np.uint8] | None = None
    with FrameReader(film) as reader:
        for frame in reader.walk(film.video.first_pts, last + 1):
            nears = frame.pts in wanted or _next_is_wanted(frame, wanted)
            small = frame.small(_WIDTH) if nears else None
            if small is not None and frame.pts in wanted:
                progress.report(len(found) / len(wanted), said("Following the picture"))
                found.append((wanted[frame.pts], _glance(frame.pts, small, before)))
            before = small
    return found


def _next_is_wanted(frame: Frame, wanted: dict[int, int]) -> bool:
    step = 1 / frame.film.video.rate.value / frame.film.video.time_base
    return any(frame.pts + near in wanted for near in range(max(1, int(step) - 1), int(step) + 3))


def _glance(pts: int, bgr: npt.NDArray[np.uint8], before: npt.NDArray[np.uint8] | None) -> Glance:
    energy = interest(np.ascontiguousarray(bgr[..., ::-1])).astype(np.float64)
    size = energy.shape[1], energy.shape[0]
    energy = _DETAIL * (energy / (energy.max() + 1e-6)) ** _POWER + _apart(bgr, size)
    if before is not None and before.shape == bgr.shape:
        energy += _moving(before, bgr, size)
    return Glance(pts, _profile(energy.sum(axis=0)), _profile(energy.sum(axis=1)), faces(bgr))


def _apart(bgr: npt.NDArray[np.uint8], size: tuple[int, int]) -> npt.NDArray[np.float64]:
    """0 to 1: how unlike each place is to all of what lies along the upper edge and the sides.

    What goes on beyond the picture is seldom what it is of (boundary prior; Wei and others, ECCV
    2012); at the lower edge people are cut off, too.
    """
    few = size[0] // 2, size[1] // 2
    lab = cv2.cvtColor(cv2.resize(bgr, few, interpolation=cv2.INTER_AREA), cv2.COLOR_BGR2Lab)
    soft = np.asarray(cv2.GaussianBlur(lab, (0, 0), 1.0), np.float32)
    upper = soft.shape[0] * 3 // 4
    rim = np.concatenate([soft[0, ::3], soft[:upper:3, 0], soft[:upper:3, -1]])
    far = np.full(soft.shape[:2], np.inf, np.float32)
    for one in rim:
        np.minimum(far, np.abs(soft - one).sum(axis=2), out=far)
    far = np.clip((far - _LIKE) / _UNLIKE, 0, 1)
    wide = np.asarray(cv2.resize(far, size, interpolation=cv2.INTER_LINEAR), np.float64)
    return np.round(wide, 2)


def _moving(
    before: npt.NDArray[np.uint8], now: npt.NDArray[np.uint8], size: tuple[int, int]
) -> npt.NDArray[np.float64]:
    """0 to 1 where something moves of itself; nothing where the camera does."""
    greys = (
        cv2.cvtColor(cv2.resize(one, size, interpolation=cv2.INTER_AREA), cv2.COLOR_BGR2GRAY)
        for one in (before, now)
    )
    first, second = (np.asarray(one, np.float32) for one in greys)
    change = np.abs(second - first)
    whole = float(np.median(change))
    if whole > _SWAYS:
        return np.zeros((size[1], size[0]))
    alone = np.clip((change - whole - _MOVES) / 24, 0, 1)
    soft = np.asarray(cv2.GaussianBlur(alone, (0, 0), size[0] / 32), np.float64)
    top = float(soft.max())
    return np.round(soft / top, 3) if top > 0.05 else np.zeros((size[1], size[0]))


def _profile(line: npt.NDArray[np.float64]) -> tuple[int, ...]:
    places = np.linspace(0, len(line), PLACES + 1)
    sums = np.interp(places, np.arange(len(line) + 1), np.concatenate([[0.0], np.cumsum(line)]))
    parts = np.diff(sums)
    total = float(parts.sum())
    if total <= 0:
        return (_WHOLE // PLACES,) * PLACES
    return tuple(round(float(part) * _WHOLE / total) for part in parts)


def _packed(shots: tuple[Watched, ...]) -> bytes:
    plain = [
        [
            shot.start,
            shot.stop,
            shot.melts,
            [
                [one.pts, one.across, one.down, [[f.x, f.y, f.width, f.height] for f in one.faces]]
                for one in shot.glances
            ],
        ]
        for shot in shots
    ]
    return zlib.compress(json.dumps(plain).encode())


def _unpacked(data: bytes) -> tuple[Watched, ...]:
    return tuple(
        Watched(
            start,
            stop,
            melts,
            tuple(
                Glance(pts, tuple(across), tuple(down), tuple(Rect(*one) for one in found))
                for pts, across, down, found in glances
            ),
        )
        for start, stop, melts, glances in json.loads(zlib.decompress(data))
    )
