"""A layout as pixels."""

from __future__ import annotations

import numpy as np
from PIL import Image

from studio.core.colour import Colour
from studio.poster.backdrop import painted
from studio.poster.brand import draw_logo
from studio.poster.grain import grained
from studio.poster.layout import Layout
from studio.poster.readability import SHADOW_SIGMA, shadow_colour
from studio.poster.scrim import laid, layered
from studio.poster.still import Picture, Still
from studio.typeset.mask import Mask, blurred


def ground(layout: Layout, still: Still, picture: Picture | None = None) -> Picture:
    """The poster without its type: picture, panel, vignette, scrims, grain; uint8 (h, w, 3) RGB.

    `picture`: what backdrop.painted gives for this layout, where it is at hand; painted over.
    """
    form, treatment = layout.form, layout.template.treatment
    canvas = painted(layout.backdrop, still, treatment, form.pixels) if picture is None else picture
    scrims = tuple(tone.scrim for tone in layout.tones if tone.scrim is not None)
    laid(canvas, layered(scrims, treatment.vignette, form.pixels, layout.faces))
    grained(canvas, treatment.grain, form.pixels)
    return canvas


def paint(layout: Layout, still: Still) -> Image.Image:
    """The poster at the format's size, RGB."""
    canvas = ground(layout, still)
    lettered(canvas, layout)
    return Image.fromarray(canvas)


def lettered(canvas: Picture, layout: Layout) -> int:
    """Set type and logo onto `canvas`, in place; returns how many glyphs were drawn."""
    drawn = 0
    for tone in layout.tones:
        pieces = layout.of(tone)
        masks = [piece.mask() for piece in pieces]
        if tone.shadow > 0:
            for piece, ink in zip(pieces, masks, strict=True):
                soft = blurred(ink, piece.block.size * SHADOW_SIGMA)
                _inked(canvas, soft, shadow_colour(tone.ink), tone.shadow)
        for ink in masks:
            _inked(canvas, ink, tone.ink, 1.0)
            drawn += ink.drawn
    if layout.logo is not None and layout.logo_box is not None:
        draw_logo(canvas, layout.logo, layout.logo_box)
    return drawn


def _inked(canvas: Picture, ink: Mask, colour: Colour, strength: float) -> None:
    """Blend `colour` through the mask in whole numbers; what leaves the canvas is cut off."""
    height, width = canvas.shape[:2]
    top, left = max(0, -ink.y), max(0, -ink.x)
    rows, columns = ink.alpha.shape
    low, right = min(rows, height - ink.y), min(columns, width - ink.x)
    if low <= top or right <= left:
        return
    part = canvas[ink.y + top : ink.y + low, ink.x + left : ink.x + right]
    share = round(strength * 256)
    alpha = (ink.alpha[top:low, left:right].astype(np.uint32) * share)[..., None]
    most = 255 * 256
    solid = np.array(colour.rgb, np.uint32)
    part[...] = (part.astype(np.uint32) * (most - alpha) + solid * alpha + most // 2) // most
