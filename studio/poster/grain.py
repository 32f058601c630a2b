"""Film grain: the same always, because it is worked out from the place of a pixel."""

from __future__ import annotations

from functools import lru_cache

import cv2
import numpy as np
import numpy.typing as npt

from studio.core.geometry import Size

#: The side of the tile, in pixels.
TILE = 512


@lru_cache(maxsize=8)
def _tile(sigma: float, coarse: int) -> npt.NDArray[np.int16]:
    """(512, 512) levels around 0; `coarse` is the size of a grain in pixels."""
    return np.round(grains(sigma, coarse)).astype(np.int16)


def grains(sigma: float, coarse: int) -> npt.NDArray[np.float32]:
    """(512, 512) parts of a level around 0, a tile that is laid side by side with itself."""
    side = TILE // coarse
    index = np.arange(side * side, dtype=np.uint32)
    total = np.zeros(side * side, np.int32)
    # The sum of four even spreads is close to a bell.
    for turn in range(4):
        mixed = index * np.uint32(2654435761) + np.uint32(turn * 40503 + 17)
        for shift, factor in ((16, 0x7FEB352D), (15, 0x846CA68B)):
            mixed ^= mixed >> np.uint32(shift)
            mixed *= np.uint32(factor)
        mixed ^= mixed >> np.uint32(16)
        total += (mixed & np.uint32(255)).astype(np.int32)
    made = np.asarray((total - 510).reshape(side, side), np.float32)
    if coarse > 1:
        larger = cv2.resize(made, (TILE, TILE), interpolation=cv2.INTER_CUBIC)
        made = np.asarray(larger, np.float32)
    return np.asarray(made * (sigma / float(made.std())), np.float32)


def grain_size(size: Size) -> int:
    """How many pixels across a grain is in a file of `size`: 1, 2 or 4."""
    coarse = 1
    while coarse < 4 and max(size.width, size.height) / (coarse * 2) > 2000:
        coarse *= 2
    return coarse


def grained(picture: npt.NDArray[np.uint8], sigma: float, size: Size) -> None:
    """Add monochrome grain of standard deviation `sigma` (levels of 255), in place.

    A grain is about 1/2000 of the long side, so that it looks alike on every size.
    """
    if sigma <= 0:
        return
    tile = _tile(sigma, grain_size(size))
    height, width = picture.shape[:2]
    more = np.repeat(np.clip(tile, 0, 255).astype(np.uint8)[..., None], 3, axis=2)
    less = np.repeat(np.clip(-tile, 0, 255).astype(np.uint8)[..., None], 3, axis=2)
    for top in range(0, height, TILE):
        for left in range(0, width, TILE):
            part = picture[top : top + TILE, left : left + TILE]
            rows, columns = part.shape[:2]
            part[...] = cv2.subtract(cv2.add(part, more[:rows, :columns]), less[:rows, :columns])
