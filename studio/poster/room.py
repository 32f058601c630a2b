"""Where copy will stand on a still that is not chosen yet, for the ranking of stills."""

from __future__ import annotations

from math import sqrt

from studio.core.geometry import Rect, Size
from studio.poster.format import Format
from studio.poster.layout import adapted
from studio.poster.template import ANCHORS, Template

_HD = Size(1920, 1080)


def room(template: Template, form: Format, picture: Size = _HD) -> tuple[Rect, ...]:
    """The boxes that the copy may take, best first, as shares (0 to 1) of a still of that size.

    For ranking stills before there is one: the crop is taken about the middle. Empty when the copy
    stands on a panel.
    """
    arrangement = adapted(template, form)
    if arrangement.panel:
        return ()
    own = form.safe_rect(template.margin * min(form.width, form.height))
    aspect = form.pixels.aspect
    width = min(1.0, float(aspect / picture.aspect))
    height = min(1.0, float(picture.aspect / aspect))
    size = arrangement.size * sqrt(form.width * form.height)
    box = Size(
        max(1, round(min(own.width * arrangement.measure, size * 12))),
        max(1, round(min(own.height * arrangement.depth, size * 4))),
    )
    if arrangement.vertical:
        box = Size(max(1, round(size * 3)), max(1, round(own.height * arrangement.depth)))
    found = []
    for anchor in arrangement.anchors[:2]:
        x, y = ANCHORS[anchor]
        place = Rect(
            own.x + x * max(0.0, own.width - box.width),
            own.y + y * max(0.0, own.height - box.height),
            box.width,
            box.height,
        ).scaled(1 / form.width, 1 / form.height)
        found.append(
            Rect(
                (1 - width) / 2 + place.x * width,
                (1 - height) / 2 + place.y * height,
                place.width * width,
                place.height * height,
            )
        )
    return tuple(found)
