"""Captions as pixels: fill, outline, shadow and plate in one patch with straight alpha."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from studio.captions.layout import PlacedText
from studio.captions.style import CaptionStyle, Plate
from studio.core.colour import Colour
from studio.core.geometry import Rect, Size
from studio.typeset.effects import Shadow, rounded, union
from studio.typeset.mask import Alpha, Mask, blurred, grown, halved_mask, lines_mask, spread

#: Below this radius (pixels) an outline is worked out at twice the size, so that it stays smooth.
_FINE_OUTLINE = 8.0


@dataclass(frozen=True, slots=True)
class Inked:
    """One text's fill, and its fill with the outline around it."""

    fill: Mask
    outline: Mask
    colour: Colour


def inked(one: PlacedText, style: CaptionStyle) -> Inked:
    """The masks of one text; the outline is the fill's own where the style has none."""
    colour = (style.second_fill or style.fill) if one.set.second else style.fill
    radius = style.outline.width * one.set.em if style.outline else 0.0
    if radius >= _FINE_OUTLINE:
        fill = lines_mask(one.set.lines, list(one.origins))
        return Inked(fill, spread(fill, radius), colour)
    fine = lines_mask(one.set.lines, list(one.origins), 2)
    fill = halved_mask(fine)
    outline = halved_mask(grown(fine, 2 * radius)) if radius else fill
    return Inked(fill, outline, colour)


class Patch:
    """A part of the frame that layers are laid on: straight alpha, sRGB.

    All arithmetic is integer, or exact in floating point.
    """

    def __init__(self, room: Rect) -> None:
        self.x, self.y = int(room.x), int(room.y)
        shape = (int(room.height), int(room.width))
        self._planes = tuple(np.zeros(shape, np.uint8) for _ in range(3))
        self._alpha = np.zeros(shape, np.uint8)
        # The colour of all that has not been painted in another one since.
        self._ground: Colour | None = None
        self._painted: list[Rect] = []

    def lay(self, mask: Mask, colour: Colour) -> None:
        """Put `mask` in `colour` over what is there; what leaves the patch is cut."""
        window, cover = self._window(mask)
        if cover.size == 0:
            return
        if colour.alpha != 255:
            cover = np.asarray(cv2.convertScaleAbs(cover, alpha=colour.alpha / 255), np.uint8)
        if self._ground is None:
            for plane, part in zip(self._planes, colour.rgb, strict=True):
                plane[:] = part
            self._alpha[window] = cover
            self._ground = colour
            return
        below = np.ascontiguousarray(self._alpha[window])
        above = _over(cover, below)
        if colour.rgb != self._ground.rgb or self._painted:
            self._colour(mask.rect, window, colour, (cover, below, above))
        self._alpha[window] = above

    def _colour(
        self,
        rect: Rect,
        window: tuple[slice, slice],
        colour: Colour,
        alphas: tuple[Alpha, Alpha, Alpha],
    ) -> None:
        cover, below, above = alphas
        plain = not any(rect.meet(one).area for one in self._painted)
        level = _level(cover, below)
        if self._ground is not None and plain and level is not None:
            for plane, new, old in zip(self._planes, colour.rgb, self._ground.rgb, strict=True):
                plane[window] = cv2.LUT(cover, _ramp(old, new, level))
        else:
            _mix([plane[window] for plane in self._planes], colour.rgb, cover, below, above)
        self._painted.append(rect)

    def _window(self, mask: Mask) -> tuple[tuple[slice, slice], Alpha]:
        height, width = self._alpha.shape
        x, y = mask.x - self.x, mask.y - self.y
        left, top = max(0, x), max(0, y)
        right = max(left, min(width, x + mask.alpha.shape[1]))
        bottom = max(top, min(height, y + mask.alpha.shape[0]))
        part = np.ascontiguousarray(mask.alpha[top - y : bottom - y, left - x : right - x])
        return (slice(top, bottom), slice(left, right)), part

    def rgba(self) -> NDArray[np.uint8]:
        """(h, w, 4), read-only; where nothing is, the colour is that of the lowest layer."""
        made = np.asarray(cv2.merge((*self._planes, self._alpha)), np.uint8)
        made.setflags(write=False)
        return made


def faded(rgba: NDArray[np.uint8], opacity: int) -> NDArray[np.uint8]:
    """A patch at an opacity from 0 to 255, as one thing: none of its layers shows through."""
    made = rgba.copy()
    made[..., 3] = (rgba[..., 3].astype(np.uint32) * opacity + 127) // 255
    made.setflags(write=False)
    return made


def laid_over(under: NDArray[np.uint8], over: NDArray[np.uint8], place: tuple[int, int]) -> None:
    """Put the patch `over` at `place` (x, y) into the patch `under`, which holds it wholly."""
    x, y = place
    part = under[y : y + over.shape[0], x : x + over.shape[1]]
    above = over[..., 3:].astype(np.int64)
    below = part[..., 3:].astype(np.int64) * (255 - above)
    total = above * 255 + below
    mixed = over[..., :3] * (above * 255) + part[..., :3] * below + total // 2
    part[..., :3] = np.where(total > 0, mixed // np.maximum(total, 1), over[..., :3])
    part[..., 3:] = (total + 127) // 255


def _over(cover: Alpha, below: Alpha) -> Alpha:
    """1 - (1 - a)(1 - b); the product of two bytes by 1/255 never falls on a tie."""
    rest = cv2.multiply(cv2.bitwise_not(cover), cv2.bitwise_not(below), scale=1 / 255)
    return np.asarray(cv2.bitwise_not(rest), np.uint8)


def _level(cover: Alpha, below: Alpha) -> int | None:
    """The one alpha that lies below the whole of `cover`; None where it differs.

    Outlines are opaque below the fill, plates are even: then the mix is a table.
    """
    if not cv2.countNonZero(cv2.min(cover, cv2.bitwise_not(below))):
        return 255
    low, high, _, _ = cv2.minMaxLoc(below)
    return int(low) if low == high else None


@lru_cache(maxsize=64)
def _ramp(old: int, new: int, below: int) -> NDArray[np.uint8]:
    """The mix of `new` at each cover over `old` at alpha `below`, rounded."""
    cover = np.arange(256, dtype=np.int32)
    above = np.maximum(255 - ((255 - cover) * (255 - below) + 127) // 255, 1)
    share = np.minimum(cover, above)
    mixed = (new * share + old * (above - share) + above // 2) // above
    return np.asarray(mixed, np.uint8)


def _mix(
    planes: list[NDArray[np.uint8]],
    colour: tuple[int, int, int],
    cover: Alpha,
    below: Alpha,
    above: Alpha,
) -> None:
    """The colour of straight alpha "over", written into `planes`; only edges need arithmetic."""
    bare = (cover == 255) | ((cover > 0) & (below == 0))
    edges = np.flatnonzero((cover > 0) & ~bare)
    whole = above.ravel()[edges].astype(np.int32)
    share = np.minimum(cover.ravel()[edges].astype(np.int32), whole)
    for plane, new in zip(planes, colour, strict=True):
        flat = plane.copy().ravel()
        mixed = new * share + flat[edges].astype(np.int32) * (whole - share) + whole // 2
        flat[edges] = (mixed // whole).astype(np.uint8)
        plane[:] = flat.reshape(plane.shape)
        plane[bare] = new


def shadow_of(outlines: list[Mask], shadow: Shadow, em: float) -> Mask:
    """The soft shadow of all outlines together, worked out at half the size where it is soft."""
    whole = union(outlines)
    moved = Mask(whole.alpha, whole.x + round(shadow.right * em), whole.y + round(shadow.down * em))
    sigma = shadow.blur * em
    if sigma < 2:
        return blurred(moved, sigma)
    margin = 2 * math.ceil(3 * sigma / 2) + 2
    height, width = moved.alpha.shape
    padded = cv2.copyMakeBorder(
        moved.alpha,
        margin,
        margin + height % 2,
        margin,
        margin + width % 2,
        cv2.BORDER_CONSTANT,
        value=0,
    )
    full = (padded.shape[1], padded.shape[0])
    small = cv2.resize(padded, (full[0] // 2, full[1] // 2), interpolation=cv2.INTER_AREA)
    reach = 2 * math.ceil(3 * sigma / 2) + 1
    soft = cv2.GaussianBlur(small, (reach, reach), sigma / 2, hint=cv2.ALGO_HINT_ACCURATE)
    large = cv2.resize(soft, full, interpolation=cv2.INTER_LINEAR_EXACT)
    return Mask(np.asarray(large, np.uint8), moved.x - margin, moved.y - margin)


def plates_of(placed: tuple[PlacedText, ...], plate: Plate, em: float) -> list[Mask]:
    """One box behind the texts at the top and one behind those at the bottom."""
    made = []
    for stack in _stacks(placed):
        room = stack[0].body.join(stack[0].ink)
        for one in stack[1:]:
            room = room.join(one.body).join(one.ink)
        room = room.inset(*(-plate.along * em, -plate.across * em) * 2)
        made.append(rounded(room, plate.corner * em))
    return made


def _stacks(placed: tuple[PlacedText, ...]) -> list[list[PlacedText]]:
    stacks: list[list[PlacedText]] = []
    for one in sorted(placed, key=lambda each: each.body.y):
        # Two languages of a stack stand less than two lines apart.
        if stacks and one.body.y - stacks[-1][-1].body.bottom < 2 * one.set.pitch:
            stacks[-1].append(one)
        else:
            stacks.append([one])
    return stacks


def even_room(rect: Rect, frame: Size) -> Rect:
    """`rect` in whole pixels inside the frame, its corner and size even for 4:2:0 planes.

    Only at the last row or column of a frame with an odd side is the size odd.
    """
    left, top = max(0, math.floor(rect.x)) // 2 * 2, max(0, math.floor(rect.y)) // 2 * 2
    right = min(frame.width, (math.ceil(rect.right) + 1) // 2 * 2)
    bottom = min(frame.height, (math.ceil(rect.bottom) + 1) // 2 * 2)
    return Rect(left, top, max(0, right - left), max(0, bottom - top))
