"""Dragging the picture under the copy: from pixels of the hand to the point of interest."""

from __future__ import annotations

from dataclasses import dataclass

from studio.core.geometry import Rect, Size
from studio.poster.layout import Layout
from studio.poster.still import Still


@dataclass(frozen=True, slots=True)
class Grip:
    """How a painted poster shows its still.

    `crop`: the window in the still, in its pixels. `picture`: where that stands in the file, in
    pixels of the file. `live`: the still in the whole frame of `frame` pixels. `target`: where in
    the crop (0 to 1) the point of interest is to go. `focus`: the point itself, 0 to 1 of the
    frame.
    """

    file: Size
    crop: Rect
    picture: Rect
    live: Rect
    frame: Size
    target: tuple[float, float]
    focus: tuple[float, float]


def grip_of(placed: Layout, still: Still, frame: Size) -> Grip:
    """The grip on a layout; `frame`: the size of the whole frame the still was cut from."""
    backdrop = placed.backdrop
    pixels = placed.form.pixels
    live = still.live
    focus = (
        (live.x + still.focus[0] * live.width) / frame.width,
        (live.y + still.focus[1] * live.height) / frame.height,
    )
    return Grip(pixels, backdrop.crop, backdrop.picture, live, frame, backdrop.target, focus)


def dragged(grip: Grip, across: float, down: float) -> tuple[float, float]:
    """The point of interest (0 to 1 of the frame) after the picture was dragged.

    `across`, `down`: pixels of the file that the picture is to move right and down from where the
    grip shows it. It stops at its own edges; along a side where it has no room, or was not moved,
    the point stays.
    """
    crop, live, picture = grip.crop, grip.live, grip.picture
    x = _moved((crop.x, crop.width, live.width), across * crop.width / picture.width)
    y = _moved((crop.y, crop.height, live.height), down * crop.height / picture.height)
    return (
        grip.focus[0]
        if x is None
        else _share(live.x + x + grip.target[0] * crop.width, grip.frame.width),
        grip.focus[1]
        if y is None
        else _share(live.y + y + grip.target[1] * crop.height, grip.frame.height),
    )


def _share(at: float, whole: float) -> float:
    """In four places: a fifth of a pixel of a 1080p frame."""
    return round(min(1.0, max(0.0, at / whole)), 4)


def _moved(span: tuple[float, float, float], by: float) -> float | None:
    """Where the window of a length begins once it has gone `by` against the hand; None: as is."""
    start, length, whole = span
    if by == 0 or length >= whole:
        return None
    return min(max(0.0, start - by), whole - length)


def focus_in_file(grip: Grip, focus: tuple[float, float]) -> tuple[float, float]:
    """Where a point of the frame (0 to 1) is seen, in pixels of the file."""
    x = focus[0] * grip.frame.width - grip.live.x - grip.crop.x
    y = focus[1] * grip.frame.height - grip.live.y - grip.crop.y
    return (
        grip.picture.x + x * grip.picture.width / grip.crop.width,
        grip.picture.y + y * grip.picture.height / grip.crop.height,
    )
