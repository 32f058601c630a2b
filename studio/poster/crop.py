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
        # Who sets the focus moves the picture as it is: it must follow the hand.
        return window(still.size, aspect, still.focus, target)
    upper = _upper(still)
    if upper is None:
        return window(still.size, aspect, still.focus, target, still.faces, closer=True)
    widest = still.size.height * float(aspect) / still.size.width
    held = (upper,) if upper.width * _ROOMY <= min(1.0, widest) else ()
    return window(still.size, aspect, point_of(still), target, held, closer=True)


def astray(still: Still, crop: Rect, target: tuple[float, float]) -> float:
    """How far across, in shares of the window, the point of interest is from its place."""
    x = (point_of(still)[0] * still.size.width - crop.x) / crop.width
    return round(abs(x - target[0]), 3)


def point_of(still: Still) -> tuple[float, float]:
    """What a crop brings to its place, 0 to 1 of the still."""
    upper = None if still.chosen else _upper(still)
    if upper is None:
        return still.focus
    # What is small may be only a gap between other things.
    share = min(1.0, upper.area / (_CERTAIN * _UPPER))
    x, y = (
        round(own + (found - own) * share, 4)
        for own, found in zip(still.focus, upper.centre, strict=True)
    )
    return x, y


def _upper(still: Still) -> Rect | None:
    """The upper part of a subject without faces."""
    extent = extent_of(still) if not still.faces else None
    return None if extent is None else replace(extent, height=extent.height * _UPPER)


def in_file(part: Rect, still: Still, crop: Rect, picture: Rect) -> Rect:
    """A part of the still (0 to 1) in pixels of the file, whose `picture` shows `crop`."""
    sx, sy = picture.width / crop.width, picture.height / crop.height
    return Rect(
        (part.x * still.size.width - crop.x) * sx + picture.x,
        (part.y * still.size.height - crop.y) * sy + picture.y,
        part.width * still.size.width * sx,
        part.height * still.size.height * sy,
    )
