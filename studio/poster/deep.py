"""A poster composed in 16 bits: gradients without steps, and all that a film of ten bits holds.

What `paint` does in 8 bits, step for step in the same order, from `Still.deep` where somebody
brought it, else from the 8 bits of the picture, which the scaling and the veils make finer.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image

from studio.core.colour import Colour
from studio.core.geometry import Rect, Size
from studio.core.progress import SILENT, Progress
from studio.poster.develop import curve
from studio.poster.grain import TILE, grain_size, grains
from studio.poster.layers import inked, lettering, logo_sheet
from studio.poster.layout import Layout
from studio.poster.plate import plated
from studio.poster.scrim import coverage, vignette
from studio.poster.soft import Soft, defocused, pool
from studio.poster.still import FINER, Deep, Still
from studio.poster.template import Treatment

_MOST = 65535
_BAND = 512
_BLACK = Colour(0, 0, 0)

Map = npt.NDArray[np.float32]


def painted_deep(layout: Layout, still: Still, progress: Progress = SILENT) -> Deep:
    """The whole poster at the format's size, uint16 (h, w, 3), sRGB.

    Raises BadValue, CannotRead for its logo; Cancelled passes.
    """
    treatment, size = layout.template.treatment, layout.form.pixels
    canvas = _backdrop(layout, still)
    progress.report(0.4)
    for tone in layout.tones:
        if tone.soft is not None and tone.soft.share > 0:
            _soften(canvas, tone.soft, layout)
    _veil(canvas, layout)
    plated(canvas, [tone.plate for tone in layout.tones if tone.plate is not None])
    progress.report(0.7)
    _grain(canvas, treatment.grain, size)
    for one in lettering(layout):
        inked(canvas, one.sheet())
    _logo(canvas, layout)
    progress.report(1.0)
    return canvas


def _backdrop(layout: Layout, still: Still) -> Deep:
    size, backdrop = layout.form.pixels, layout.backdrop
    canvas = np.empty((size.height, size.width, 3), np.uint16)
    if backdrop.panel is not None:
        canvas[:] = np.array(backdrop.panel.rgb, np.uint16) * FINER
    place = backdrop.picture
    x, y = round(place.x), round(place.y)
    width, height = max(1, round(place.right) - x), max(1, round(place.bottom) - y)
    window = canvas[y : y + height, x : x + width]
    toned = _graded(_cropped(still, backdrop.crop), layout.template.treatment)
    for channel in range(3):
        # Each by itself: Pillow scales single channels in floating point, RGB in 8 bits only.
        one = Image.fromarray(np.ascontiguousarray(toned[..., channel]))
        scaled = np.asarray(one.resize((width, height), Image.Resampling.LANCZOS))
        for top in range(0, height, _BAND):
            band = np.clip(np.rint(scaled[top : top + _BAND]), 0, _MOST)
            window[top : top + _BAND, :, channel] = band.astype(np.uint16)
    return canvas


def _cropped(still: Still, crop: Rect) -> Deep:
    x, y = int(crop.x), int(crop.y)
    rows, columns = slice(y, y + int(crop.height)), slice(x, x + int(crop.width))
    if still.deep is not None:
        return still.deep[rows, columns]
    return still.picture[rows, columns].astype(np.uint16) * np.uint16(FINER)


def _graded(part: Deep, treatment: Treatment) -> Map:
    """Levels of 16 bits, 0 to 65535, with their fractions."""
    bent = curve(np.arange(_MOST + 1) / _MOST, treatment.exposure, treatment.contrast)
    levels = np.asarray(np.clip(bent, 0, 1) * _MOST, np.float32)
    toned: Map = levels[part]
    if treatment.saturation == 1:
        return toned
    # The weights of BT.709 as 8 bits have them, so that both kinds have the same colours.
    red, green, blue = (toned[..., one] for one in range(3))
    luma = ((red * 54 + green * 183 + blue * 19) / np.float32(256))[..., None]
    mixed = luma + (toned - luma) * np.float32(treatment.saturation)
    return np.asarray(np.clip(mixed, 0, _MOST), np.float32)


def _spread(cover: Map, size: Size) -> Deep:
    """A small map of shares (0 to 1) at `size`, in 16 bits."""
    small = np.rint(np.clip(cover, 0, 1) * _MOST).astype(np.uint16)
    large = cv2.resize(small, (size.width, size.height), interpolation=cv2.INTER_LINEAR_EXACT)
    return np.asarray(large, np.uint16)


def _soften(canvas: Deep, soft: Soft, layout: Layout) -> None:
    size = layout.form.pixels
    box = soft.core.grown(soft.reach).meet(Rect(0, 0, size.width, size.height))
    left, top, right, low = int(box.x), int(box.y), round(box.right), round(box.bottom)
    if right - left < 2 or low - top < 2:
        return
    taken = _spread(coverage(pool(soft), size, layout.faces), size)[top:low, left:right]
    part = canvas[top:low, left:right]
    _mix(part, defocused(np.ascontiguousarray(part), soft.sigma), taken)


def _mix(part: Deep, other: Deep, taken: Deep) -> None:
    """`other` over `part` in place, by shares in 16 bits."""
    for top in range(0, part.shape[0], _BAND):
        rows = slice(top, top + _BAND)
        share = taken[rows, :, None].astype(np.uint64)
        mixed = part[rows] * (_MOST - share) + other[rows] * share
        part[rows] = (mixed + _MOST // 2) // _MOST


def _veil(canvas: Deep, layout: Layout) -> None:
    """Vignette and scrims as one: what is kept of the picture, and the light that is added."""
    size, dark = layout.form.pixels, layout.template.treatment.vignette
    veils = [(vignette(dark, size), _BLACK)] if dark > 0 else []
    scrims = (tone.scrim for tone in layout.tones if tone.scrim is not None)
    veils += [(coverage(one, size, layout.faces), one.colour) for one in scrims if one.strength > 0]
    if not veils:
        return
    kept = np.ones_like(veils[0][0])
    light = np.zeros((*kept.shape, 3), np.float32)
    for cover, colour in veils:
        light = light * (1 - cover[..., None]) + np.array(colour.rgb, np.float32) * cover[..., None]
        kept = kept * (1 - cover)
    whole = _spread(kept, size)
    for channel in range(3):
        _lit(
            canvas[..., channel],
            whole,
            _spread(np.asarray(light[..., channel] / 255, np.float32), size),
        )


def _lit(channel: Deep, kept: Deep, light: Deep) -> None:
    for top in range(0, channel.shape[0], _BAND):
        rows = slice(top, top + _BAND)
        left = (channel[rows].astype(np.uint64) * kept[rows] + _MOST // 2) // _MOST
        channel[rows] = np.minimum(left + light[rows], _MOST)


def _grain(canvas: Deep, sigma: float, size: Size) -> None:
    if sigma <= 0:
        return
    tile = np.rint(grains(sigma, grain_size(size)) * FINER).astype(np.int32)[..., None]
    for top in range(0, size.height, TILE):
        for left in range(0, size.width, TILE):
            part = canvas[top : top + TILE, left : left + TILE]
            rows, columns = part.shape[:2]
            part[...] = np.clip(part + tile[:rows, :columns], 0, _MOST)


def _logo(canvas: Deep, layout: Layout) -> None:
    sheet = logo_sheet(layout)
    if sheet is None or isinstance(sheet.ink, Colour):
        return
    top, left = max(0, -sheet.y), max(0, -sheet.x)
    part = canvas[sheet.y + top :, sheet.x + left :][: sheet.alpha.shape[0] - top]
    part = part[:, : sheet.alpha.shape[1] - left]
    rows, columns = slice(top, top + part.shape[0]), slice(left, left + part.shape[1])
    alpha = sheet.alpha[rows, columns].astype(np.uint16) * np.uint16(FINER)
    _mix(part, sheet.ink[rows, columns].astype(np.uint16) * np.uint16(FINER), alpha)
