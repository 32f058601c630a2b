"""A layout in a brand's hand: its inks and faces before, its logo after all else has its place."""

from __future__ import annotations

from dataclasses import replace

from studio.core.geometry import Rect
from studio.poster.brand import Brand, branded, logo_places
from studio.poster.corner import cost
from studio.poster.document import PosterCopy
from studio.poster.format import Format
from studio.poster.layout import Layout, layout
from studio.poster.still import Still
from studio.poster.template import Template

#: What it costs to leave a corner for the next one, to stand in the middle of an edge, and to wear
#: another shade than the copy.
_STEP, _MIDDLE, _OTHER = 0.08, 0.5, 0.3


def branded_layout(template: Template, form: Format, copy: PosterCopy, still: Still) -> Layout:
    """The poster's layout with the brand that its copy brings; plainly `layout` without one.

    The logo comes into that free corner in which it is seen best, the foot's end where several
    will do, in the shade that goes with the copy's ink unless only the other one is seen there.
    Raises BadValue.
    """
    brand = copy.brand
    placed = layout(branded(template, brand), form, copy, still)
    return placed if brand is None else _with_logo(placed, brand, still)


def _with_logo(placed: Layout, brand: Brand, still: Still) -> Layout:
    ink = placed.tones[0].ink if placed.tones else placed.template.light
    light = ink == placed.template.light
    own = brand.logo_on(light=light)
    if own is None:
        return placed
    inks = tuple(piece.ink for piece in placed.pieces if piece.block.lines)
    taken = (*inks, *placed.faces, *placed.form.zones())
    best = replace(placed, logo=own, logo_box=None)
    least = float("inf")
    for shade, logo in enumerate(dict.fromkeys((own, brand.logo_on(light=not light) or own))):
        for step, box in enumerate(logo_places(logo, brand, placed.form, placed.safe, taken)):
            price = cost(placed, still, box, logo.light) + _STEP * step + _OTHER * shade
            price = round(price + _MIDDLE * _in_the_middle(box, placed), 3)
            if price < least:
                least, best = price, replace(placed, logo=logo, logo_box=box)
    return best


def _in_the_middle(box: Rect, placed: Layout) -> bool:
    return abs(box.centre[0] - placed.safe.centre[0]) < box.width / 4
