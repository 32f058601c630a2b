"""A layout as pixels."""

from __future__ import annotations

import numpy as np
from PIL import Image

from studio.poster.backdrop import painted
from studio.poster.brand import draw_logo
from studio.poster.grain import grained
from studio.poster.layers import inked, lettering
from studio.poster.layout import Layout
from studio.poster.plate import plated
from studio.poster.scrim import laid, layered
from studio.poster.soft import soften
from studio.poster.still import Picture, Still


def ground(layout: Layout, still: Still, picture: Picture | None = None) -> Picture:
    """The poster without its type: picture, panel, soft zones, vignette, scrims, plates, grain.

    Gives uint8 (h, w, 3) RGB. `picture`: what backdrop.painted gives for this layout, where it is
    at hand; painted over.
    """
    form, treatment = layout.form, layout.template.treatment
    canvas = painted(layout.backdrop, still, treatment, form.pixels) if picture is None else picture
    soften(canvas, [tone.soft for tone in layout.tones if tone.soft is not None], layout.faces)
    scrims = tuple(tone.scrim for tone in layout.tones if tone.scrim is not None)
    laid(canvas, layered(scrims, treatment.vignette, form.pixels, layout.faces))
    plated(canvas, [tone.plate for tone in layout.tones if tone.plate is not None])
    grained(canvas, treatment.grain, form.pixels)
    return canvas


def paint(layout: Layout, still: Still) -> Image.Image:
    """The poster at the format's size, RGB."""
    canvas = ground(layout, still)
    lettered(canvas, layout)
    return Image.fromarray(canvas)


def type_layer(layout: Layout) -> Picture:
    """Type and logo alone: uint8 (h, w, 4) at the format's size, colours multiplied by alpha."""
    size = layout.form.pixels
    on_black = np.zeros((size.height, size.width, 3), np.uint8)
    on_white = np.full_like(on_black, 255)
    lettered(on_black, layout)
    lettered(on_white, layout)
    # What white shows through by is what is not covered.
    clear = (on_white.astype(np.int16) - on_black).max(axis=2, keepdims=True)
    alpha = (255 - np.clip(clear, 0, 255)).astype(np.uint8)
    return np.concatenate([np.minimum(on_black, alpha), alpha], axis=2)


def shadowed(canvas: Picture, layout: Layout) -> None:
    """Set only the shadows of the type onto `canvas`, in place."""
    for one in lettering(layout):
        if one.is_shadow:
            inked(canvas, one.sheet())


def lettered(canvas: Picture, layout: Layout) -> int:
    """Set type and logo onto `canvas`, in place; returns how many glyphs were drawn."""
    drawn = 0
    for one in lettering(layout):
        sheet = one.sheet()
        inked(canvas, sheet)
        drawn += sheet.drawn
    if layout.logo is not None and layout.logo_box is not None:
        draw_logo(canvas, layout.logo, layout.logo_box)
    return drawn
