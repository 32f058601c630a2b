"""A window cut out of a picture's planes at any part of a pixel, and brought to a size.

Pillow's bicubic filter does the work: integer arithmetic for 8 bits, plain doubles for more, so
that the same picture comes out on every machine. A window that rests on the picture's own samples
and keeps its size is copied.
"""

from __future__ import annotations

import math

import av
import numpy as np
import numpy.typing as npt
from PIL import Image

from studio.burn.picture.planes import Layout, plane_array
from studio.core.geometry import Rect, Size

# The bicubic filter reaches so many samples of the coarser of both grids to each side.
_REACH = 2


def cut(source: av.VideoFrame, layout: Layout, window: Rect, size: Size) -> av.VideoFrame:
    """`window`, in pixels of `source`, at `size`; chroma stays where `layout` has it across.

    `layout` must have its lines of chroma between two lines, as delivered views have.
    """
    made = av.VideoFrame(size.width, size.height, layout.name)
    for place, (plane, target) in enumerate(zip(source.planes, made.planes, strict=True)):
        values, into = plane_array(plane, layout.bits), plane_array(target, layout.bits)
        box = window
        if place:
            box = window.scaled(1 / layout.across, 1 / layout.down)
            if layout.across == 2 and layout.siting == "left":
                # The first sample stands on the first pixel, whose middle moves with the scale.
                box = box.moved((1 - window.width / size.width) / 4, 0)
        into[...] = _resized(values, box, (into.shape[1], into.shape[0]))
    return made


def _resized(
    values: npt.NDArray[np.integer], box: Rect, size: tuple[int, int]
) -> npt.NDArray[np.integer]:
    x, y = round(box.x), round(box.y)
    if (box.x, box.y, box.width, box.height) == (x, y, *size):
        found = values[max(0, y) : y + size[1], max(0, x) : x + size[0]]
        if found.shape == (size[1], size[0]):
            return found
    near = _near(values, box, size)
    part, left, top = near
    shown = (
        max(0.0, box.x - left),
        max(0.0, box.y - top),
        min(float(part.shape[1]), box.right - left),
        min(float(part.shape[0]), box.bottom - top),
    )
    made = Image.fromarray(part).resize(size, Image.Resampling.BICUBIC, box=shown)
    return np.asarray(made)


def _near(
    values: npt.NDArray[np.integer], box: Rect, size: tuple[int, int]
) -> tuple[npt.NDArray[np.integer], int, int]:
    """What the filter can reach of `values`, and its corner; the edge goes on beyond the edge."""
    across = math.ceil(_REACH * max(1.0, box.width / size[0])) + 1
    down = math.ceil(_REACH * max(1.0, box.height / size[1])) + 1
    left, right = math.floor(box.x) - across, math.ceil(box.right) + across
    top, bottom = math.floor(box.y) - down, math.ceil(box.bottom) + down
    high, wide = values.shape
    inside = values[max(0, top) : min(high, bottom), max(0, left) : min(wide, right)]
    grow = (
        (max(0, -top), max(0, bottom - high)),
        (max(0, -left), max(0, right - wide)),
    )
    return np.pad(inside, grow, mode="edge"), left, top
