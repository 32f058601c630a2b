"""Whether two pictures show the same, wherever the camera has moved to between them."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

Plane = npt.NDArray[np.float32]
Bytes = npt.NDArray[np.uint8]
Whole = npt.NDArray[np.int64]

# The long side of what is compared; the part of one picture that is looked for in the other, as a
# share of its sides; and how much larger or smaller it may have become.
_SIDE = 48
_PART = 0.62
_ZOOMS = (1.0, 0.8, 1.25)
# Hue counts beside brightness: the same set-up by day and by night is not the same picture.
_COLOUR = 1.5
_SMALLEST = 4
# How many shades of brightness and of either colour a palette tells apart; from which common share
# on it speaks for the same set-up, and how much.
_SHADES = (8, 12, 12)
_RANGES = (0.0, 256.0, 90.0, 294.0, 90.0, 294.0)
_COMMON, _SPEAKS = 0.5, 0.5
# The long side of what is searched for the points that a picture is known by (SIFT, Lowe 2004),
# and how many. Of their neighbours in the other picture the
# second must be so much further. The picture may have been moved, zoomed and tilted (degrees) by so
# much; what lies within so many pixels of its place then is the same thing.
_POINTED = 480
_POINTS = 500
_SURER = 0.8
_ZOOMED = (0.6, 1.67)
_TILTED = 15.0
_PLACE = 5.0
# So many common points are no chance, so many are proof, and how much that speaks. Pictures that
# are less like each other than this are not searched for any.
_SOME, _MANY, _PROVES = 8, 20, 0.2
_SEARCHED = 0.40


@dataclass(frozen=True, slots=True, eq=False)
class Print:
    """What is kept of a picture for comparing: float32 (h, w, 3) of about 48 on the long side,
    which share of it is of which colour, and the points it is known by, float32 (n, 2) in pixels
    with uint8 (n, 128) that describe them.
    """

    small: Plane
    palette: Plane
    points: Plane
    described: Bytes


def print_of(bgr: Bytes) -> Print:
    """Of a uint8 (h, w, 3) picture."""
    height, width = bgr.shape[:2]
    scale = _SIDE / max(height, width)
    size = (max(2 * _SMALLEST, round(width * scale)), max(2 * _SMALLEST, round(height * scale)))
    small = cv2.resize(bgr, size, interpolation=cv2.INTER_AREA)
    lab = np.asarray(cv2.cvtColor(small, cv2.COLOR_BGR2Lab), np.float32)
    lab[..., 1:] *= _COLOUR
    count = cv2.calcHist([lab], [0, 1, 2], None, list(_SHADES), list(_RANGES))
    palette = np.asarray(count / lab[..., 0].size, np.float32)
    grey = np.asarray(cv2.cvtColor(bgr, cv2.COLOR_BGR2GRAY), np.uint8)
    shrunk = min(1.0, _POINTED / max(height, width))
    if shrunk < 1.0:
        size = (max(1, round(width * shrunk)), max(1, round(height * shrunk)))
        grey = np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), np.uint8)
    nothing = np.zeros(grey.shape, np.uint8) + 255
    found, described = cv2.SIFT.create(_POINTS).detectAndCompute(grey, nothing)
    points = np.array([one.pt for one in found], np.float32).reshape(-1, 2)
    # Where there are no points OpenCV gives no descriptions at all.
    table = described if len(points) else np.zeros((0, 128), np.float32)
    return Print(lab, palette, points, np.asarray(table, np.uint8))


def likeness(first: Print, second: Print) -> float:
    """-1 to 1.45: how well the middle of one is found in the other, moved or zoomed, and more where
    they are of the same colours and have many points in common.

    From about 0.85 on they are the same picture to whoever looks through a list, below about 0.55
    they have nothing to do with each other.
    """
    pattern = max(_found(first.small, second.small), _found(second.small, first.small))
    common = float(np.minimum(first.palette, second.palette).sum())
    alike = pattern + _SPEAKS * max(0.0, common - _COMMON)
    if alike >= _SEARCHED:
        points = _shared(first, second)
        alike += _PROVES * min(1.0, points / _MANY) if points >= _SOME else 0.0
    return round(alike, 3)


def _shared(first: Print, second: Print) -> int:
    """How many points of one picture are in their place in the other, once that is moved."""
    if min(len(first.points), len(second.points)) < _SOME:
        return 0
    one, other = _pairs(first.described, second.described)
    if len(one) < _SOME:
        return 0
    here, there = first.points[one], second.points[other]
    # Which of the two is moved onto the other makes a little difference, and shall make none.
    return max(_in_place(here, there), _in_place(there, here))


def _pairs(first: Bytes, second: Bytes) -> tuple[Whole, Whole]:
    """The points that are each other's nearest, and surely so, by index in either picture."""
    mine, theirs = first.astype(np.float32), second.astype(np.float32)
    far = np.square(mine).sum(axis=1)[:, None] + np.square(theirs).sum(axis=1)
    far -= 2 * (mine @ theirs.T)
    nearest, back = far.argmin(axis=1), far.argmin(axis=0)
    here = np.arange(len(mine))
    mutual = back[nearest] == here
    sure = far[here, nearest] < _SURER**2 * _second(far, 1)
    sure &= far[here, nearest] < _SURER**2 * _second(far, 0)[nearest]
    one = np.flatnonzero(mutual & sure)
    return one, nearest[one]


def _second(far: Plane, axis: int) -> Plane:
    return np.asarray(np.take(np.partition(far, 1, axis=axis), 1, axis=axis), np.float32)


def _in_place(points: Plane, others: Plane) -> int:
    moved, inside = cv2.estimateAffinePartial2D(points, others, ransacReprojThreshold=_PLACE)
    if moved is None or not _is_camera(np.asarray(moved, np.float64)):
        return 0
    return int(np.count_nonzero(inside))


def _is_camera(moved: npt.NDArray[np.float64]) -> bool:
    """Whether a camera makes such a move, rather than chance."""
    zoom = float(np.hypot(moved[0, 0], moved[1, 0]))
    tilt = float(np.degrees(np.arctan2(moved[1, 0], moved[0, 0])))
    return _ZOOMED[0] <= zoom <= _ZOOMED[1] and abs(tilt) <= _TILTED


def _found(part_of: Plane, whole: Plane) -> float:
    height, width = part_of.shape[:2]
    high, wide = round(height * _PART), round(width * _PART)
    top, left = (height - high) // 2, (width - wide) // 2
    middle = part_of[top : top + high, left : left + wide]
    best = -1.0
    for zoom in _ZOOMS:
        size = (max(_SMALLEST, round(wide * zoom)), max(_SMALLEST, round(high * zoom)))
        if size[0] > whole.shape[1] or size[1] > whole.shape[0]:
            continue
        sought = middle if zoom == 1.0 else cv2.resize(middle, size, interpolation=cv2.INTER_LINEAR)
        match = cv2.matchTemplate(whole, sought, cv2.TM_CCOEFF_NORMED)
        # A flat part has no pattern to compare; OpenCV then gives 1 or infinity.
        if float(sought.std(axis=(0, 1)).max()) >= 1.0:
            best = max(best, float(np.clip(match, -1.0, 1.0).max()))
    return best
