"""The picture around some type as finely as it will be seen, for the last word on its tone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil, floor, sqrt

import cv2
import numpy as np
import numpy.typing as npt

from studio.core.colour import Colour
from studio.core.geometry import Rect, Size
from studio.core.kept import Kept
from studio.poster.backdrop import Backdrop
from studio.poster.develop import developed, developed_still
from studio.poster.lockup import Piece, ink_of
from studio.poster.readability import Preview
from studio.poster.scrim import Map, Scrim, coverage, vignette
from studio.poster.still import Picture, Still
from studio.poster.template import Treatment

#: Pixels of the picture around the type that are looked at.
_LOOKED_AT = 200_000
#: Finer than the still's own pixels by this there is nothing more to see.
_FINER = 1.2
#: A picture that is no finer than this brings nothing over the small canvas.
_WORTH = 1.1


_windows: Kept[tuple[object, Treatment, Rect, Size], Picture] = Kept(
    12_000_000, lambda picture: picture.nbytes
)
"""Kept while the same still is written on: what lies under the foot stays what it was."""


def close_up(
    still: Still,
    backdrop: Backdrop,
    treatment: Treatment,
    preview: Preview,
    pieces: Sequence[Piece],
) -> Preview:
    """What lies around `pieces`; the whole small canvas on a panel.

    A small canvas averages fine detail away, such as grass or snow, of which the finished poster
    shows each blade.
    """
    return _near(still, backdrop, treatment, preview, tuple(pieces)) or preview


def under_scrims(near: Preview, scrims: Sequence[Scrim]) -> Preview:
    """The same with `scrims` over it."""
    if not scrims:
        return near
    canvas = near.canvas.astype(np.float32)
    for scrim in scrims:
        canvas = _veiled(canvas, near, coverage(scrim, near.size, near.faces), scrim.colour)
    return replace(near, canvas=np.round(canvas).astype(np.uint8))


def _near(
    still: Still,
    backdrop: Backdrop,
    treatment: Treatment,
    preview: Preview,
    pieces: tuple[Piece, ...],
) -> Preview | None:
    """The close-up; None where the small canvas shows as much."""
    place, crop = backdrop.picture, backdrop.crop
    if backdrop.panel is not None or not pieces:
        return None
    em = max(piece.block.size for piece in pieces)
    box = ink_of(pieces).grown(em * 1.2).meet(place)
    enlarged = place.width / crop.width
    if box.area < 1:
        return None
    scale = min(1.0, sqrt(_LOOKED_AT / box.area), _FINER / enlarged)
    if scale < preview.scale * _WORTH:
        return None
    window = _window(box, place, crop)
    shown = window.moved(-crop.x, -crop.y).scaled(enlarged, place.height / crop.height)
    shown = shown.moved(place.x, place.y)
    size = Size(max(1, round(shown.width * scale)), max(1, round(shown.height * scale)))
    key = still.mark, treatment, window, size
    canvas = _windows.made(key, lambda: _developed(still, window, size, treatment))
    made = replace(
        preview, canvas=canvas, scale=scale, x=round(shown.x * scale), y=round(shown.y * scale)
    )
    if treatment.vignette <= 0:
        return made
    dark = vignette(treatment.vignette, preview.size)
    veiled = _veiled(canvas.astype(np.float32), made, dark, Colour(0, 0, 0))
    return replace(made, canvas=np.round(veiled).astype(np.uint8))


def _developed(still: Still, window: Rect, size: Size, treatment: Treatment) -> Picture:
    """As backdrop.painted has it; what is made much smaller is partly so before it is graded."""
    if window.area <= 8 * size.pixels:
        return developed_still(still, window, size, treatment)
    x, y = int(window.x), int(window.y)
    part = still.picture[y : y + int(window.height), x : x + int(window.width)]
    twice = size.width * 2, size.height * 2
    small = cv2.resize(part, twice, interpolation=cv2.INTER_AREA)
    whole = Rect(0, 0, *twice)
    return developed(np.asarray(small, np.uint8), whole, size, treatment)


def _window(box: Rect, place: Rect, crop: Rect) -> Rect:
    """The whole pixels of the still that show `box` of the file."""
    across, down = crop.width / place.width, crop.height / place.height
    left, top = floor((box.x - place.x) * across), floor((box.y - place.y) * down)
    right, low = ceil((box.right - place.x) * across), ceil((box.bottom - place.y) * down)
    return Rect(left, top, right - left, low - top).meet(
        Rect(0, 0, crop.width, crop.height)
    ).moved(crop.x, crop.y)  # fmt: skip


def _veiled(
    canvas: npt.NDArray[np.float32], near: Preview, cover: Map, colour: Colour
) -> npt.NDArray[np.float32]:
    """The canvas with a colour laid over it through a map of the whole file."""
    height, width = canvas.shape[:2]
    rows = _places(near.y, height, cover.shape[0] / (near.size.height * near.scale), cover.shape[0])
    columns = _places(
        near.x, width, cover.shape[1] / (near.size.width * near.scale), cover.shape[1]
    )
    alpha = cover[np.ix_(rows, columns)][..., None]
    left = np.asarray(canvas * (1 - alpha), np.float32)
    if any(colour.rgb):
        left += np.array(colour.rgb, np.float32) * alpha
    return left


def _places(start: int, count: int, by: float, most: int) -> npt.NDArray[np.intp]:
    """Where in a map of `most` each of `count` pixels from `start` lies."""
    found = ((np.arange(count) + start + 0.5) * by).astype(np.intp)
    return np.clip(found, 0, most - 1)
