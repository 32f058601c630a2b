"""The ground behind a picture that does not fill its frame: itself, enlarged, blurred, darkened.

All sums are of whole numbers below 2^53, so that they are exact in floating point however they are
added up. What is left over when they are brought back to the picture's numbers is decided by a
fixed pattern of noise: without it slow gradients would come out in bands. In light it reaches over
three steps, for an encoder smooths what is finer away.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from studio.burn.picture.planes import Layout
from studio.core.geometry import Size
from studio.media.film import Colour

Floats = npt.NDArray[np.float64]
Corners = tuple[int, int, int, int]
"""Left, top, right and bottom."""

#: The ground is blurred at a size so many times smaller than the frame.
TIMES = 24
# Of the blur, in pixels of the small picture: 4 % of a frame of 1080 columns.
_SIGMA = 1.8
# How much is left of light and of colour (of 256): of colour a little less, or a dark yellow ground
# draws the eye as olive. HDR counts in a finer scale of its own.
_LIGHT, _HDR_LIGHT, _COLOUR = 108, 150, 100
# At CRF 20 one step leaves 83 % of the blocks of a clear sky flat, three leave 43 % and cost 22 %.
_GRAIN = 3
_ONE = 1 << 12
_WHOLE = float(_ONE * _ONE * 256)


def small_size(size: Size) -> Size:
    """The size at which the ground of a frame of `size` is blurred."""
    return Size(max(4, round(size.width / TIMES)), max(4, round(size.height / TIMES)))


class Ground:
    """Paints grounds of one frame size, layout and colour."""

    def __init__(self, size: Size, layout: Layout, colour: Colour) -> None:
        small = small_size(size)
        sides = ((size, 0), (Size(size.width // layout.across, size.height // layout.down), 1))
        self._ways = [
            (_spread(one.height, small.height), _spread(one.width, small.width).T)
            for one, _ in sides
        ]
        self._noise = [_noise(size, _GRAIN), _noise(sides[1][0], 1)]
        unit = 1 << (layout.bits - 8)
        floor = 0 if colour.range == "pc" else 16 * unit
        self._black = (floor, 128 * unit)
        self._kept = (_HDR_LIGHT if colour.hdr else _LIGHT, _COLOUR)

    def plane(self, small: npt.NDArray[np.integer], corners: Corners, *, chroma: bool) -> Floats:
        """The part between `corners` of a plane, made of the whole `small` one."""
        left, top, right, bottom = corners
        down, across = self._ways[chroma]
        black, kept = self._black[chroma], self._kept[chroma]
        dark = (small.astype(np.float64) - black) * kept
        made: Floats = np.asarray(down[top:bottom] @ dark @ across[:, left:right], np.float64)
        made += self._noise[chroma][top:bottom, left:right]
        made /= _WHOLE
        np.floor(made, out=made)
        made += black
        return made if chroma else np.maximum(made, black)


def _spread(length: int, small: int) -> Floats:
    """(length, small): whole weights of a Gaussian around each place, 4096 in each row."""
    middles = (np.arange(length) + 0.5) * small / length - 0.5
    made = np.zeros((length, small))
    for row, middle in enumerate(middles.tolist()):
        near = [math.exp(-(((n - middle) / _SIGMA) ** 2) / 2) for n in range(small)]
        total = sum(near)
        weights = [round(one / total * _ONE) for one in near]
        weights[max(range(small), key=weights.__getitem__)] += _ONE - sum(weights)
        made[row] = weights
    return made


def _noise(size: Size, steps: int) -> Floats:
    """Evenly spread thresholds over so many steps, half a step in the middle (interleaved gradient
    noise; Jimenez 2014, in whole numbers)."""
    y, x = np.mgrid[0 : size.height, 0 : size.width].astype(np.int64)
    inner = (x * 6_711_056 + y * 583_715) % 100_000_000
    outer = inner * 529_829_189 % 1_000_000_000_000_000
    even = np.floor(outer.astype(np.float64) / 1e15 * _WHOLE * steps)
    return np.asarray(even - np.floor(_WHOLE * (steps - 1) / 2), np.float64)
