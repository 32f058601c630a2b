"""Where copy stands in a format and language, and how well a picture takes it there.

The values come from whoever knows templates and type; nothing here does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt
from typing import TypeVar

import cv2
import numpy as np
import numpy.typing as npt

from studio.core.geometry import Rect, Size
from studio.stills.interest import Map, window

Picture = npt.NDArray[np.uint8]
T = TypeVar("T", bound=np.generic)

# What copy is read with at ease (WCAG 2.2, 1.4.3); from here on more contrast is no better.
_READ_AT_EASE = 4.5
# Of the pixels under a line this share, in per cent, may be worse than the figure that is given.
_WORST = 5
# The canvas, in pixels, on which unrest is judged, as when a poster is laid out.
_CANVAS = 240_000
# What each place further down the template's list costs.
_STEP = 0.03
# Copy keeps this much from a face, in shares of the face.
_FACE_AIR = 0.12
# A window that cuts into the main face, or leaves it out, spoils the picture by so much.
_CUT_FACE, _LOST_FACE = 0.5, 0.25
# Restlessness at which nothing is left of the calm, and what covering the point of interest costs,
# or what else the eye goes to.
_RESTLESS = 0.9
_COVERED = 0.4
_STANDS_OUT = 0.25

_LINEAR = np.array(
    [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in np.arange(256) / 255],
    np.float32,
)
_WEIGHTS = np.array([0.2126, 0.7152, 0.0722], np.float32)


@dataclass(frozen=True, slots=True)
class Place:
    """One of the places the copy may take: `lines` and `block` (around the copy's own lines) are
    shares (0 to 1) of the window of the picture that the format shows; `target` is where in that
    window the point of interest goes.
    """

    lines: tuple[Rect, ...]
    block: Rect
    target: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Placing:
    """A format with its copy in one market's languages.

    `name` says which, for people. `window`: pixels of the part of the file that shows the picture.
    `places`: what the template offers, the most wished for first; none where the copy stands on a
    panel. `inks`: the relative luminances (0 to 1) of the inks it may take. `tone`: 256 values, the
    picture's levels as the template shows them.
    """

    name: str
    window: Size
    places: tuple[Place, ...]
    inks: tuple[float, ...]
    tone: tuple[int, ...] = tuple(range(256))

    @property
    def shape(self) -> Size:
        """The window's proportions alone, in hundredths of its height."""
        return Size(max(1, round(100 * self.window.width / self.window.height)), 100)


@dataclass(frozen=True, slots=True)
class Room:
    """What a picture offers the copy at worst: `room` 0 to 1, `contrast` 1 to 21 without any help
    by a gradient, and the name of the placing that is worst off.
    """

    room: float
    contrast: float
    worst: str


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """A picture to set copy on: uint8 (h, w, 3) RGB without bars, its point of interest and faces
    as shares of it. `salience` as studio.stills.interest has it.
    """

    picture: Picture
    focus: tuple[float, float]
    faces: tuple[Rect, ...]
    salience: Map


def room(seen: Seen, placings: Sequence[Placing]) -> Room:
    """The worst over `placings` (at least one) of the best place in each."""
    found = [(*_best(seen, placing), placing.name) for placing in placings]
    value, contrast, name = min(found, key=lambda one: (one[0], one[1], one[2]))
    return Room(value, min(contrast, min(one[1] for one in found)), name)


def boxes(placing: Placing, picture: Size) -> tuple[Rect, ...]:
    """The blocks of a placing as shares of a picture of `picture` pixels that is not known yet.

    For each place with the window at the left or top, in the middle, and at the other end.
    """
    across = min(1.0, float(placing.window.aspect / picture.aspect))
    down = min(1.0, float(picture.aspect / placing.window.aspect))
    spots = [(share * (1 - across), share * (1 - down)) for share in (0.0, 0.5, 1.0)]
    return tuple(
        place.block.scaled(across, down).moved(x, y) for place in placing.places for x, y in spots
    )


def _best(seen: Seen, placing: Placing) -> tuple[float, float]:
    """Room and contrast at the place that suits a placing best."""
    if not placing.places:
        # On a panel copy always has both; only what the window leaves out counts.
        return round(_kept(seen, _window(seen, placing, (0.5, 0.45))), 3), 21.0
    best = (-1.0, 0.0)
    for order, place in enumerate(placing.places):
        crop = _window(seen, placing, place.target)
        value, contrast = _at(seen, placing, place, crop)
        best = max(best, (round(max(0.0, value - _STEP * order), 3), contrast))
    return best


def _window(seen: Seen, placing: Placing, target: tuple[float, float]) -> Rect:
    height, width = seen.picture.shape[:2]
    aspect = Fraction(placing.window.width, placing.window.height)
    return window(Size(width, height), aspect, seen.focus, target, seen.faces)


def _at(seen: Seen, placing: Placing, place: Place, crop: Rect) -> tuple[float, float]:
    """Room (0 to 1) and contrast of copy at one place."""
    lines = [line.scaled(crop.width, crop.height).moved(crop.x, crop.y) for line in place.lines]
    contrast = _contrast(seen.picture, lines, placing)
    if _on_face(seen, lines):
        return 0.0, contrast
    calm = max(0.0, 1.0 - _unrest(seen.picture, place.block, crop) / _RESTLESS)
    value = min(1.0, (contrast - 1) / (_READ_AT_EASE - 1)) * calm * _kept(seen, crop)
    block = place.block.scaled(crop.width, crop.height).moved(crop.x, crop.y)
    value *= 1 - _STANDS_OUT * _drawn(seen, block)
    x, y = seen.focus[0] * seen.picture.shape[1], seen.focus[1] * seen.picture.shape[0]
    near = min(crop.width, crop.height) * 0.1
    if not seen.faces and Rect(x, y, 0, 0).grown(near).meet(block).area > 0:
        value *= 1 - _COVERED
    return value, contrast


def _drawn(seen: Seen, block: Rect) -> float:
    """How much what stands out most under the copy does so, 0 to 1."""
    height, width = seen.picture.shape[:2]
    rows, columns = seen.salience.shape
    part = _part(seen.salience, block.scaled(columns / width, rows / height))
    return round(float(np.percentile(part, 95)), 3)


def _on_face(seen: Seen, lines: Sequence[Rect]) -> bool:
    height, width = seen.picture.shape[:2]
    for face in seen.faces:
        own = face.scaled(width, height)
        airy = own.grown(max(own.width, own.height) * _FACE_AIR)
        if any(airy.meet(line).area > 0 for line in lines):
            return True
    return False


def _contrast(picture: Picture, lines: Sequence[Rect], placing: Placing) -> float:
    """The ratio that all but the worst pixels under every line reach, in the better ink."""
    tone = np.array(placing.tone, np.uint8)
    parts = [_LINEAR[tone[_part(picture, line)]].reshape(-1, 3) @ _WEIGHTS for line in lines]
    best = 1.0
    for ink in placing.inks:
        ratios = [float(np.percentile(_ratios(light, ink), _WORST)) for light in parts]
        best = max(best, min(ratios, default=21.0))
    return round(best, 2)


def _ratios(light: npt.NDArray[np.float32], ink: float) -> npt.NDArray[np.float32]:
    return np.asarray((np.maximum(light, ink) + 0.05) / (np.minimum(light, ink) + 0.05), np.float32)


def _unrest(picture: Picture, block: Rect, crop: Rect) -> float:
    """How restless the picture is under the copy, at the size a poster is judged at: 0 is plain."""
    part = _part(picture, block.scaled(crop.width, crop.height).moved(crop.x, crop.y))
    scale = sqrt(_CANVAS / (crop.width * crop.height))
    size = (max(2, round(part.shape[1] * scale)), max(2, round(part.shape[0] * scale)))
    grey = cv2.cvtColor(np.ascontiguousarray(part), cv2.COLOR_RGB2GRAY)
    grey = cv2.resize(
        grey, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR_EXACT
    )
    across = cv2.Sobel(grey, cv2.CV_32F, 1, 0)
    down = cv2.Sobel(grey, cv2.CV_32F, 0, 1)
    return float(np.hypot(across, down).mean()) / 80 + float(grey.std()) / 64 * 0.4


def _kept(seen: Seen, crop: Rect) -> float:
    """1 where a window keeps what matters, less where it cuts the main face or loses it."""
    height, width = seen.picture.shape[:2]
    if seen.faces:
        face = seen.faces[0].scaled(width, height)
        inside = face.meet(crop).area / max(face.area, 1e-6)
        if inside < 0.5:
            return _LOST_FACE
        return 1.0 if inside > 0.97 else _CUT_FACE
    x = (seen.focus[0] * width - crop.x) / crop.width
    y = (seen.focus[1] * height - crop.y) / crop.height
    # At the very edge of what is shown the point of interest is half gone.
    edge = min(x, 1 - x, y, 1 - y)
    return float(min(1.0, max(0.0, 0.5 + edge / 0.12 * 0.5)))


def _part(picture: npt.NDArray[T], box: Rect) -> npt.NDArray[T]:
    """At least one pixel of the picture, within it."""
    height, width = picture.shape[:2]
    left, top = min(max(0, int(box.x)), width - 1), min(max(0, int(box.y)), height - 1)
    right = min(width, max(left + 1, round(box.right)))
    bottom = min(height, max(top + 1, round(box.bottom)))
    return picture[top:bottom, left:right]
