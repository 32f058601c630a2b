"""Which part of the still a format shows: the focus where the design wants it, faces kept whole."""

from __future__ import annotations

from fractions import Fraction

from studio.core.geometry import Rect
from studio.poster.still import Still
from studio.stills.interest import window


def crop_of(still: Still, aspect: Fraction, target: tuple[float, float]) -> Rect:
    """The window of `aspect` in the still, in whole pixels of it.

    The focus comes as near to `target` (0 to 1 of the window) as the edges allow; then, unless
    somebody gave the focus, the window moves as little as is needed to hold the faces.
    """
    faces = () if still.chosen else still.faces
    return window(still.size, aspect, still.focus, target, faces)


def in_file(part: Rect, still: Still, crop: Rect, picture: Rect) -> Rect:
    """A part of the still (0 to 1) in pixels of the file, whose `picture` shows `crop`."""
    sx, sy = picture.width / crop.width, picture.height / crop.height
    return Rect(
        (part.x * still.size.width - crop.x) * sx + picture.x,
        (part.y * still.size.height - crop.y) * sy + picture.y,
        part.width * still.size.width * sx,
        part.height * still.size.height * sy,
    )
