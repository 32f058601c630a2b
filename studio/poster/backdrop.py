"""What stands behind the type: the developed picture, and a panel where the design has one."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from studio.core.colour import Colour
from studio.core.geometry import Rect, Size
from studio.poster.develop import developed_still
from studio.poster.still import Picture, Still
from studio.poster.template import Arrangement, Treatment


@dataclass(frozen=True, slots=True)
class Backdrop:
    """`crop`: the window of the still, in its pixels. `picture`: where it stands in the file.

    `panel`: the colour of the rest of the file, None where the picture fills it. `target`: where
    in the crop (0 to 1) the point of interest was to go.
    """

    crop: Rect
    picture: Rect
    panel: Colour | None = None
    target: tuple[float, float] = (0.5, 0.5)


def split(arrangement: Arrangement, size: Size) -> tuple[Rect, Rect]:
    """Where picture and copy stand in a file of `size`: the same when there is no panel."""
    whole = Rect(0, 0, size.width, size.height)
    if not arrangement.panel:
        return whole, whole
    across = round(size.width * arrangement.share)
    down = round(size.height * arrangement.share)
    if arrangement.panel == "left":
        return whole.inset(across, 0, 0, 0), Rect(0, 0, across, size.height)
    if arrangement.panel == "right":
        return whole.inset(0, 0, across, 0), Rect(size.width - across, 0, across, size.height)
    if arrangement.panel == "top":
        return whole.inset(0, down, 0, 0), Rect(0, 0, size.width, down)
    return whole.inset(0, 0, 0, down), Rect(0, size.height - down, size.width, down)


def panel_colour(still: Still) -> Colour:
    """The picture's own dark: its mean hue, nearly black."""
    mean = still.picture.reshape(-1, 3)[::97].astype(np.int64).mean(axis=0)
    grey = float(mean.mean())
    red, green, blue = (
        int(np.clip(np.round((grey + (part - grey) * 1.3) * 0.14 + 8), 15, 44)) for part in mean
    )
    return Colour(red, green, blue)


def painted(
    backdrop: Backdrop, still: Still, treatment: Treatment, size: Size, *, sketched: bool = False
) -> Picture:
    """The backdrop of a file of `size`, without scrims, vignette and grain; uint8 RGB.

    `backdrop.picture` is taken as it stands: scale it first for a preview, which may be `sketched`
    (see developed_still).
    """
    place = backdrop.picture
    x, y = round(place.x), round(place.y)
    width = max(1, round(place.right) - x)
    height = max(1, round(place.bottom) - y)
    shown = developed_still(still, backdrop.crop, Size(width, height), treatment, sketched=sketched)
    if backdrop.panel is None:
        return shown
    canvas = np.empty((size.height, size.width, 3), np.uint8)
    canvas[:] = backdrop.panel.rgb
    canvas[y : y + height, x : x + width] = shown
    return canvas


def calm(canvas: Picture, box: Rect) -> float:
    """How restless the canvas is in `box` (pixels of it): 0 for plain, about 1 for busy."""
    x0, y0 = max(0, int(box.x)), max(0, int(box.y))
    part = canvas[y0 : max(y0 + 2, int(box.bottom)), x0 : max(x0 + 2, int(box.right))]
    if min(part.shape[:2], default=0) < 2:
        return 1.0
    grey = cv2.cvtColor(np.ascontiguousarray(part), cv2.COLOR_RGB2GRAY)
    across = cv2.Sobel(grey, cv2.CV_32F, 1, 0)
    down = cv2.Sobel(grey, cv2.CV_32F, 0, 1)
    spread = float(grey.std()) / 64
    return round(float(np.hypot(across, down).mean()) / 80 + spread * 0.4, 3)
