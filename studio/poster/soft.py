"""A zone of the picture brought out of focus, so that busy detail does not fight with type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import cv2
import numpy as np
import numpy.typing as npt

from studio.core.colour import Colour
from studio.core.geometry import Rect, Size
from studio.poster.scrim import Scrim, coverage
from studio.poster.still import Picture

#: Wide blurs are worked out on pictures made so much smaller that sigma comes down to this.
_FINE = 4.0
_NO_COLOUR = Colour(0, 0, 0)

Level = TypeVar("Level", np.uint8, np.uint16)


@dataclass(frozen=True, slots=True)
class Soft:
    """A soft pool over the file. `core`: where it is full, in pixels; `reach`: how far it fades.

    `sigma`: of the blur, in pixels. `share`: how much of the blurred picture is taken, 0 to 1.
    """

    core: Rect
    reach: float
    sigma: float
    share: float

    def scaled(self, by: float) -> Soft:
        """For a file `by` times as large."""
        return Soft(self.core.scaled(by, by), self.reach * by, self.sigma * by, self.share)


def pool(soft: Soft) -> Scrim:
    """The shape of the zone: how much of the blurred picture is taken where."""
    return Scrim("middle", soft.core, soft.reach, soft.share, _NO_COLOUR)


def defocused(part: npt.NDArray[Level], sigma: float) -> npt.NDArray[Level]:
    """The picture, of 8 or 16 bits, through a Gaussian of `sigma` pixels; whole numbers only."""
    height, width = part.shape[:2]
    by = max(1, int(sigma / _FINE))
    small = part
    if by > 1:
        size = (max(1, round(width / by)), max(1, round(height / by)))
        small = np.asarray(cv2.resize(part, size, interpolation=cv2.INTER_AREA), part.dtype)
    soft = cv2.GaussianBlur(
        small,
        (0, 0),
        max(0.4, sigma / by),
        borderType=cv2.BORDER_REPLICATE,
        hint=cv2.ALGO_HINT_ACCURATE,
    )
    if by > 1:
        soft = cv2.resize(soft, (width, height), interpolation=cv2.INTER_LINEAR_EXACT)
    return np.asarray(soft, part.dtype)


def soften(canvas: Picture, softs: Sequence[Soft], faces: Sequence[Rect] = ()) -> None:
    """Bring the zones of `canvas`, a picture of the whole file, out of focus, in place."""
    for soft in softs:
        if soft.share > 0:
            _soften(canvas, soft, faces)


def _soften(canvas: Picture, soft: Soft, faces: Sequence[Rect]) -> None:
    height, width = canvas.shape[:2]
    box = soft.core.grown(soft.reach).meet(Rect(0, 0, width, height))
    left, top, right, low = int(box.x), int(box.y), round(box.right), round(box.bottom)
    if right - left < 2 or low - top < 2:
        return
    small = np.round(coverage(pool(soft), Size(width, height), faces) * 255).astype(np.uint8)
    cover = cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR_EXACT)
    part = canvas[top:low, left:right]
    blurred = defocused(np.ascontiguousarray(part), soft.sigma)
    taken = cover[top:low, left:right, None].astype(np.uint16)
    # Products of two bytes, and their sum, stay within sixteen bits.
    mixed = part * (255 - taken) + blurred * taken
    part[...] = ((mixed + 127) // 255).astype(np.uint8)
