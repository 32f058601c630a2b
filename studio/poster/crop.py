"""Which part of the still a format shows: the focus where the design wants it, faces kept whole."""

from __future__ import annotations

from fractions import Fraction

from studio.core.geometry import Rect, crop_window
from studio.poster.still import Still


def crop_of(still: Still, aspect: Fraction, target: tuple[float, float]) -> Rect:
    """The window of `aspect` in the still, in whole pixels of it.

    The focus comes as near to `target` (0 to 1 of the window) as the edges allow; then the window
    moves as little as is needed to hold the faces, the largest first.
    """
    width, height = still.size.width, still.size.height
    window = crop_window(still.size, aspect, still.focus)
    x = _clamped(still.focus[0] * width - target[0] * window.width, width - window.width)
    y = _clamped(still.focus[1] * height - target[1] * window.height, height - window.height)
    if not still.chosen:
        for face in sorted(still.faces, key=lambda one: one.area):
            x = _holding(x, window.width, face.x * width, face.right * width, width)
            y = _holding(y, window.height, face.y * height, face.bottom * height, height)
    return Rect(x, y, window.width, window.height)


def _clamped(value: float, most: float) -> int:
    return round(min(max(0.0, value), most))


def _holding(start: float, length: float, low: float, high: float, whole: float) -> int:
    """`start` moved so that low..high, with a quarter more on each side, lies inside."""
    air = (high - low) * 0.25
    low, high = max(0.0, low - air), min(whole, high + air)
    if high - low > length:
        return _clamped((low + high - length) / 2, whole - length)
    return _clamped(min(max(start, high - length), low), whole - length)


def in_file(part: Rect, still: Still, crop: Rect, picture: Rect) -> Rect:
    """A part of the still (0 to 1) in pixels of the file, whose `picture` shows `crop`."""
    sx, sy = picture.width / crop.width, picture.height / crop.height
    return Rect(
        (part.x * still.size.width - crop.x) * sx + picture.x,
        (part.y * still.size.height - crop.y) * sy + picture.y,
        part.width * still.size.width * sx,
        part.height * still.size.height * sy,
    )
