"""A layout in a brand's hand: its inks and faces before, its logo after all else has its place."""

from __future__ import annotations

from dataclasses import replace

from studio.poster.brand import branded, logo_box
from studio.poster.document import PosterCopy
from studio.poster.format import Format
from studio.poster.layout import Layout, layout
from studio.poster.still import Still
from studio.poster.template import Template


def branded_layout(template: Template, form: Format, copy: PosterCopy, still: Still) -> Layout:
    """The poster's layout with the brand that its copy brings; plainly `layout` without one.

    The logo comes in the shade that goes with the copy's ink, into a free corner. Raises BadValue.
    """
    brand = copy.brand
    placed = layout(branded(template, brand), form, copy, still)
    if brand is None:
        return placed
    ink = placed.tones[0].ink if placed.tones else placed.template.light
    logo = brand.logo_on(light=ink == placed.template.light)
    if logo is None:
        return placed
    inks = tuple(piece.ink for piece in placed.pieces if piece.block.lines)
    taken = (*inks, *placed.faces, *placed.form.zones())
    return replace(
        placed, logo=logo, logo_box=logo_box(logo, brand, placed.form, placed.safe, taken)
    )
