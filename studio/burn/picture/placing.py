"""Where captions lie in the picture as it is coded, which may be turned or have flat pixels."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
from PIL import Image

from studio.burn.picture.form import Form
from studio.captions.layer import CaptionLayer
from studio.core.geometry import Size

Rgba = npt.NDArray[np.uint8]
# Columns around the patch that the filter may reach into when pixels are not square.
_MARGIN = 4


def placed(layer: CaptionLayer, form: Form) -> tuple[Rgba, tuple[int, int]]:
    """The layer's pixels and their place (x, y) in the form's coded picture."""
    rgba, x, y = layer.rgba, layer.x, layer.y
    display = form.display
    high, wide = rgba.shape[:2]
    if form.rotation == 90:
        x, y = y, display.width - x - wide
    elif form.rotation == 180:
        x, y = display.width - x - wide, display.height - y - high
    elif form.rotation == 270:
        x, y = display.height - y - high, x
    if form.rotation:
        rgba = np.ascontiguousarray(np.rot90(rgba, form.rotation // 90))
        if form.rotation in (90, 270):
            display = Size(display.height, display.width)
    if display.width == form.size.width:
        return rgba, (x, y)
    return _squeezed(rgba, x, display.width, form.size.width, y)


def _squeezed(rgba: Rgba, x: int, shown: int, coded: int, y: int) -> tuple[Rgba, tuple[int, int]]:
    """From square pixels to those of a picture `coded` columns wide that is shown `shown` wide."""
    grown = np.pad(rgba, ((0, 0), (_MARGIN, _MARGIN), (0, 0)))
    left, right = x - _MARGIN, x + rgba.shape[1] + _MARGIN
    first = math.ceil(left * coded / shown)
    last = math.floor(right * coded / shown)
    box = (first * shown / coded - left, 0, last * shown / coded - left, grown.shape[0])
    # Pillow multiplies by alpha before it filters and divides afterwards.
    size = (max(1, last - first), grown.shape[0])
    made = Image.fromarray(grown).resize(size, Image.Resampling.BICUBIC, box=box)
    return np.asarray(made), (first, y)
