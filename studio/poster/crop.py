"""Which part of the still a format shows: the focus where the design wants it, faces kept whole."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from studio.core.geometry import Rect
from studio.poster.still import Still
from studio.poster.subject import extent_of
from studio.stills.interest import window

#: The part of a subject that matters most, from its top, and what room it needs to be held whole.
_UPPER, _ROOMY = 0.65, 1.5
#: From this share of the still on an extent is believed wholly.
_CERTAIN = 0.16


def crop_of(still: Still, aspect: Fraction, target: tuple[float, float]) -> Rect:
    """The window of `aspect` in the still, in whole pixels of it.

    The focus comes as near to `target` (0 to 1 of the window) as the edges and a somewhat closer
    window allow; then, unless somebody gave the focus, the window moves as little as is needed to
    hold the faces. Without faces the subject, where it has clear bounds, is what is held, and its
    upper part the focus.
    """
    if still.chosen:
        return window(still.size, aspect, still.focus, target)
    extent = extent_of(still) if not still.faces else None
    if extent is None:
        return window(still.size, aspect, still.focus, target, still.faces)
    upper = replace(extent, height=extent.height * _UPPER)
    # What is small may be only a gap between other things.
    share = min(1.0, extent.area / _CERTAIN)
    x, y = (
        round(own + (found - own) * share, 4)
        for own, found in zip(still.focus, upper.centre, strict=True)
    )
    widest = still.size.height * float(aspect) / still.size.width
    held = (upper,) if extent.width * _ROOMY <= min(1.0, widest) else ()
    return window(still.size, aspect, (x, y), target, held)


def in_file(part: Rect, still: Still, crop: Rect, picture: Rect) -> Rect:
    """A part of the still (0 to 1) in pixels of the file, whose `picture` shows `crop`."""
    sx, sy = picture.width / crop.width, picture.height / crop.height
    return Rect(
        (part.x * still.size.width - crop.x) * sx + picture.x,
        (part.y * still.size.height - crop.y) * sy + picture.y,
        part.width * still.size.width * sx,
        part.height * still.size.height * sy,
    )
