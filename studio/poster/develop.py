"""The still as the poster shows it: cropped, graded, brought to size."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image

from studio.core.geometry import Rect, Size
from studio.core.kept import Kept
from studio.poster.still import Picture, Still
from studio.poster.template import Treatment

#: A still of so many bytes is graded as a whole and kept: a frame of 1440p has 11 million.
_KEPT_UP_TO = 12_000_000
_graded_stills: Kept[tuple[object, float, float, float], Picture] = Kept(
    14_000_000, lambda picture: picture.nbytes
)

#: Rows that are worked on at a time, so that they stay in the processor's own memory.
_BAND = 64
#: A sketch is averaged down to so many times its size before it is scaled with care.
_GAP = 2.0


def developed(picture: Picture, crop: Rect, size: Size, treatment: Treatment) -> Picture:
    """The window `crop` of `picture` at `size`, graded; uint8 (h, w, 3) RGB.

    Cropped and graded before it is enlarged: a frame has a tenth of the pixels of a poster. Scaled
    with Pillow's Lanczos, whose fixed-point arithmetic gives the same bytes on every machine, and
    in the gamma-coded values: in linear light its rings round dark edges are far more visible,
    which is worse for enlarged film than the slight darkening of fine detail.
    """
    return _scaled(_graded(np.ascontiguousarray(_part(picture, crop)), treatment), size)


def developed_still(
    still: Still, crop: Rect, size: Size, treatment: Treatment, *, sketched: bool = False
) -> Picture:
    """The same of a still, whose graded picture is kept while posters are made of it.

    `sketched`: what is made less than a quarter as large may be averaged by whole pixels first,
    which nobody sees on a screen and takes a sixth of the time.
    """
    gap = _GAP if sketched else None
    if still.picture.nbytes > _KEPT_UP_TO:
        part = np.ascontiguousarray(_part(still.picture, crop))
        return _scaled(_graded(part, treatment), size, gap)
    key = still.mark, treatment.exposure, treatment.contrast, treatment.saturation
    whole = _graded_stills.made(key, lambda: _graded(still.picture, treatment))
    return _scaled(np.ascontiguousarray(_part(whole, crop)), size, gap)


def _part(picture: Picture, crop: Rect) -> Picture:
    x, y = int(crop.x), int(crop.y)
    return picture[y : y + int(crop.height), x : x + int(crop.width)]


def _scaled(part: Picture, size: Size, gap: float | None = None) -> Picture:
    wanted = size.width, size.height
    image = Image.fromarray(part)
    return np.array(image.resize(wanted, Image.Resampling.LANCZOS, reducing_gap=gap))


def _graded(part: Picture, treatment: Treatment) -> Picture:
    """Exposure and contrast by one table, saturation in whole numbers."""
    levels = tone_curve(treatment.exposure, treatment.contrast)
    share = round(treatment.saturation * 256)
    toned = np.empty_like(part)
    for top in range(0, len(toned), _BAND):
        band = np.asarray(cv2.LUT(part[top : top + _BAND], levels), np.uint8)
        toned[top : top + _BAND] = band if share == 256 else _saturated(band, share)
    return toned


def _saturated(part: Picture, share: int) -> Picture:
    """Each channel so many 256ths as far from the luma (BT.709) as it was."""
    planes = [plane.astype(np.int32) for plane in cv2.split(part)]
    luma = (planes[0] * 54 + planes[1] * 183 + planes[2] * 19) >> 8
    # The luma, and 128 so that what is shifted away is rounded, are the same for all three.
    luma *= 256 - share
    luma += 128
    for plane in planes:
        plane *= share
        plane += luma
        plane >>= 8
        if share > 256:
            np.clip(plane, 0, 255, out=plane)
    return np.asarray(cv2.merge([plane.astype(np.uint8) for plane in planes]), np.uint8)


def tone_curve(exposure: float, contrast: float) -> npt.NDArray[np.uint8]:
    """256 values of 8 bits: `curve` of each level."""
    bent = curve(np.arange(256) / 255, exposure, contrast)
    return np.asarray(np.clip(np.round(bent * 255 - 1e-9), 0, 255), np.uint8)


def curve(
    coded: npt.NDArray[np.float64], exposure: float, contrast: float
) -> npt.NDArray[np.float64]:
    """Exposure in linear light, then contrast about middle grey with soft ends.

    `coded` and what comes back are gamma-coded levels of sRGB, 0 to 1.
    """
    linear = np.where(coded <= 0.04045, coded / 12.92, ((coded + 0.055) / 1.055) ** 2.4)
    light = linear * 2.0**exposure
    # Rolled off above 80 %, so that highlights do not clip.
    light = np.where(light > 0.8, 0.8 + 0.2 * np.tanh((light - 0.8) / 0.2), light)
    back = np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    if contrast != 1.0:
        middle = 0.42
        power = np.where(back < middle, back / middle, (1 - back) / (1 - middle))
        bent = power**contrast
        back = np.where(back < middle, middle * bent, 1 - (1 - middle) * bent)
    return np.asarray(back, np.float64)
