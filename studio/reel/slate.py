"""The slate: a page that tells whoever receives a film what it is, in white on dark grey."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from studio.burn.edit.engine import Pixels
from studio.core.geometry import Rect, Size
from studio.typeset.block import TypeBox, fit_block
from studio.typeset.mask import mask
from studio.typeset.style import TypeStyle

GROUND = (28, 28, 30)
_TITLE, _VALUE, _LABEL = (240, 240, 240), (225, 225, 225), (150, 150, 152)
_RING, _SWEEP = (150, 150, 152), (70, 70, 74)
# Shares of the unit, which is the shorter side.
_TITLE_EM, _ROW_EM, _PITCH, _NUMBER_EM = 0.085, 0.042, 0.068, 0.2
_MARGIN, _RADIUS = 0.1, 0.19
# OpenCV takes places in 1/16 of a pixel.
_SHIFT = 4


@dataclass(frozen=True, slots=True)
class SlateText:
    """What stands on it: the title and rows of (label, value), all set as `language` wants."""

    title: str
    rows: tuple[tuple[str, str], ...]
    language: str = "en"

    @property
    def told(self) -> str:
        """All that it says."""
        return repr((self.title, self.rows, self.language))


def slate(text: SlateText, size: Size, *, clock: bool = False) -> Pixels:
    """The page for a picture of `size`, (h, w, 3) sRGB; with `clock` there is room for one."""
    canvas = np.empty((size.height, size.width, 3), np.uint8)
    canvas[:] = GROUND
    unit = _unit(size)
    left, top = _MARGIN * size.width, _MARGIN * size.height
    width = size.width - 2 * left
    title = _Look(_TITLE_EM * unit, 600, 2, _TITLE)
    high = _put(canvas, text.title, text.language, title, Rect(left, top, width, unit * 0.2))
    line = round(top + high + 0.045 * unit)
    thick = max(1, round(0.003 * unit))
    canvas[line : line + thick, round(left) : round(left + width)] = _LABEL
    first = line + 0.05 * unit
    room = size.height - top - first
    if clock and size.width > size.height:
        width -= 2 * (_RADIUS + 0.04) * unit
    elif clock:
        room -= 2 * (_RADIUS + 0.04) * unit
    pitch = min(_PITCH * unit, room / max(1, len(text.rows)))
    em = min(_ROW_EM * unit, pitch * 0.62)
    column = min(0.34 * width, 0.36 * unit)
    for number, (label, value) in enumerate(text.rows):
        y = first + number * pitch
        box = Rect(left, y, column * 0.94, pitch * 0.8)
        _put(canvas, label, "en", _Look(em, colour=_LABEL), box)
        box = Rect(left + column, y, width - column, pitch * 0.8)
        _put(canvas, value, text.language, _Look(em), box)
    return canvas


def clocked(page: Pixels, number: int, share: float) -> Pixels:
    """The slate with its clock: `number` in a ring, `share` (0 to 1) of the second swept."""
    canvas = page.copy()
    size = Size(page.shape[1], page.shape[0])
    unit = _unit(size)
    radius = _RADIUS * unit
    x, y = _clock_place(size, unit)
    centre = round(x * (1 << _SHIFT)), round(y * (1 << _SHIFT))
    axes = (round(radius * (1 << _SHIFT)),) * 2
    # Whole degrees, as OpenCV's own table of angles has them; from twelve o'clock on.
    end = round(360 * share)
    if end:
        cv2.ellipse(canvas, centre, axes, -90, 0, end, _SWEEP, -1, cv2.LINE_AA, _SHIFT)
    thick = max(1, round(0.008 * unit))
    cv2.circle(canvas, centre, axes[0], _RING, thick, cv2.LINE_AA, _SHIFT)
    _number(canvas, number, (x, y), _NUMBER_EM * unit)
    return canvas


def flash(size: Size, number: int) -> Pixels:
    """The picture of the sync pop: a figure as large as on film leaders, white on black."""
    canvas = np.zeros((size.height, size.width, 3), np.uint8)
    _number(canvas, number, (size.width / 2, size.height / 2), 0.6 * _unit(size))
    return canvas


def _unit(size: Size) -> float:
    return min(size.height, size.width)


def _clock_place(size: Size, unit: float) -> tuple[float, float]:
    """The middle of the clock: at the right, below in upright pictures."""
    if size.width > size.height:
        return size.width * (1 - _MARGIN) - _RADIUS * unit, size.height * 0.62
    return size.width / 2, size.height * (1 - _MARGIN) - _RADIUS * unit


def _number(canvas: Pixels, number: int, centre: tuple[float, float], em: float) -> None:
    style = TypeStyle(size=em, weight=500, features=("tnum", "lnum"))
    box = TypeBox(em * 3, em * 1.2, max_lines=1, align="centre")
    block = fit_block(str(number), "en", style, box)
    ink = block.ink
    at = centre[0] - ink.x - ink.width / 2, centre[1] - ink.y - ink.height / 2
    _inked(canvas, mask(block, at).alpha, mask(block, at).rect, _TITLE)


@dataclass(frozen=True, slots=True)
class _Look:
    """How a text of the slate is set: its em in pixels, its weight, its lines, its colour."""

    em: float
    weight: int = 400
    lines: int = 1
    colour: tuple[int, int, int] = _VALUE


def _put(canvas: Pixels, text: str, language: str, look: _Look, box: Rect) -> float:
    """Set `text` from the box's corner on, smaller where it must be; returns the ink's height."""
    if not text.strip():
        return 0.0
    style = TypeStyle(weight=look.weight, size=look.em, leading=1.2)
    room = TypeBox(box.width, box.height, max_lines=look.lines, min_size=look.em * 0.3)
    block = fit_block(text, language, style, room)
    # Rows stand on one line whatever their letters: the ink would begin at the top of each box.
    rise = look.em * 0.9 - block.origins[0][1] if look.lines == 1 and block.origins else 0.0
    found = mask(block, (box.x, box.y + rise))
    _inked(canvas, found.alpha, found.rect, look.colour)
    return block.ink.height


def _inked(canvas: Pixels, alpha: Pixels, place: Rect, colour: tuple[int, int, int]) -> None:
    """Lay `colour` through `alpha` over the canvas at `place`."""
    x, y = int(place.x), int(place.y)
    left, top = max(0, -x), max(0, -y)
    cut = alpha[top : max(top, canvas.shape[0] - y), left : max(left, canvas.shape[1] - x)]
    if not cut.size:
        return
    rows, columns = cut.shape
    under = canvas[y + top : y + top + rows, x + left : x + left + columns]
    share = cut[..., None].astype(np.uint32)
    ink = np.array(colour, np.uint32)
    under[...] = ((under * (255 - share) + ink * share + 127) // 255).astype(np.uint8)
