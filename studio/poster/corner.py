"""What a logo would stand on in a corner of a poster: its pixels, and how well it is seen there."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from studio.core.geometry import Rect
from studio.poster.backdrop import calm
from studio.poster.contrast import luminance
from studio.poster.crop import in_file
from studio.poster.develop import tone_curve
from studio.poster.layout import Layout
from studio.poster.scrim import covered
from studio.poster.still import Picture, Still
from studio.poster.subject import covered as subject_under

#: A corner is looked at in about so many pixels across.
_ACROSS = 48
#: WCAG 2.2, 1.4.11: the contrast of signs that are no text.
NEEDED = 3.0
#: The share of pixels in the corner that may be worse.
_WORST = 0.2
#: What it costs: contrast that is missing, a busy ground, to stand near the point of interest, or
#: wholly on the subject.
_UNSEEN, _BUSY, _NEAR, _SUBJECT = 1.5, 0.6, 1.0, 0.4
#: How far round the point of interest, in shares of the short side.
_REACH = 0.12


def ground_at(placed: Layout, still: Still, box: Rect) -> Picture:
    """The poster in `box` (pixels of the file) without its type, small; uint8 (h, w, 3)."""
    width = _ACROSS
    height = max(4, round(width * box.height / box.width))
    backdrop = placed.backdrop
    seen = box.meet(backdrop.picture)
    if backdrop.panel is not None and seen.area < box.area / 2:
        return np.full((height, width, 3), backdrop.panel.rgb, np.uint8)
    crop, place = backdrop.crop, backdrop.picture
    by = crop.width / place.width, crop.height / place.height
    left, top = crop.x + (seen.x - place.x) * by[0], crop.y + (seen.y - place.y) * by[1]
    right, low = left + seen.width * by[0], top + seen.height * by[1]
    part = still.picture[
        int(top) : max(int(top) + 1, round(low)), int(left) : max(int(left) + 1, round(right))
    ]
    small = cv2.resize(part, (width, height), interpolation=cv2.INTER_AREA)
    treatment = placed.template.treatment
    toned = tone_curve(treatment.exposure, treatment.contrast)[np.asarray(small, np.uint8)]
    return _veiled(toned, placed, seen)


def _veiled(canvas: Picture, placed: Layout, box: Rect) -> Picture:
    height, width = canvas.shape[:2]
    xs = box.x + (np.arange(width, dtype=np.float32) + 0.5) * np.float32(box.width / width)
    ys = box.y + (np.arange(height, dtype=np.float32) + 0.5) * np.float32(box.height / height)
    across, down = np.meshgrid(xs, ys)
    made = canvas.astype(np.float32)
    for tone in placed.tones:
        if tone.scrim is not None:
            alpha = covered(tone.scrim, across, down, placed.faces)[..., None]
            made = made * (1 - alpha) + np.array(tone.scrim.colour.rgb, np.float32) * alpha
    return np.round(made).astype(np.uint8)


def contrast_at(ground: Picture, light: float) -> float:
    """The contrast ratio, 1 to 21, of a logo of relative luminance `light` with its ground."""
    under = luminance(ground.reshape(-1, 3).astype(np.float32))
    lighter, darker = np.maximum(under, light) + 0.05, np.minimum(under, light) + 0.05
    ratios: npt.NDArray[np.float32] = np.sort(lighter / darker)
    return float(ratios[int(len(ratios) * _WORST)])


def cost(placed: Layout, still: Still, box: Rect, light: float) -> float:
    """How ill a logo of luminance `light` would stand in `box`; 0 is best."""
    ground = ground_at(placed, still, box)
    height, width = ground.shape[:2]
    missing = max(0.0, 1 - contrast_at(ground, light) / NEEDED)
    busy = calm(ground, Rect(0, 0, width, height))
    point = in_file(Rect(*still.focus, 0, 0), still, placed.backdrop.crop, placed.backdrop.picture)
    near = point.grown(min(placed.form.width, placed.form.height) * _REACH)
    close = _NEAR if near.meet(box).area > 0 else 0.0
    close += _SUBJECT * subject_under(still, placed.backdrop.crop, placed.backdrop.picture, (box,))
    return round(_UNSEEN * missing + _BUSY * min(1.0, busy) + close, 2)
