"""Icons: our own SVG family, 20 px grid and 1.5 px strokes, tinted by state."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from studio.core.errors import Missing
from studio.core.files import write_bytes
from studio.core.places import cache_folder, resources_folder
from ui.widgets import tokens as t

_GRID = 20
_SMALL = 16
"""In buttons, menus and lists."""
GAP = 4
"""px between the icon of a button and its words, beyond the four that Qt leaves itself."""
_DRAWN = tuple((size, scale) for size in (_SMALL, _GRID) for scale in (1, 1.5, 2, 3))
"""Sizes that icons are drawn in, each by itself: made smaller from another they would be soft."""


def _svg(name: str, colour: str) -> bytes:
    path = resources_folder() / "icons" / f"{name}.svg"
    if not path.is_file():
        raise Missing(f"The icon “{name}” is not installed.")
    return path.read_bytes().replace(b"currentColor", colour.encode("ascii"))


@cache
def icon(name: str) -> QIcon:
    """The icon `name` in all its states. Raises Missing."""
    return _made(name, _STATES, 0)


@cache
def lead(name: str) -> QIcon:
    """The icon `name` for a button with words behind it, from which it keeps some distance.

    Raises Missing.
    """
    return _made(name, _STATES, GAP)


@cache
def tinted(name: str, colour: str, *, leads: bool = False) -> QIcon:
    """The icon in one colour, for buttons of a colour; as faint as any where it is disabled.

    `leads`: words stand behind it. Raises Missing.
    """
    states = ((QIcon.Mode.Normal, QIcon.State.Off, colour),
              (QIcon.Mode.Disabled, QIcon.State.Off, t.FAINT))  # fmt: skip
    return _made(name, states, GAP if leads else 0)


_States = tuple[tuple[QIcon.Mode, QIcon.State, str], ...]
_STATES: _States = (
    (QIcon.Mode.Normal, QIcon.State.Off, t.QUIET),
    (QIcon.Mode.Normal, QIcon.State.On, t.TEXT),
    (QIcon.Mode.Active, QIcon.State.Off, t.TEXT),
    (QIcon.Mode.Active, QIcon.State.On, t.TEXT),
    (QIcon.Mode.Selected, QIcon.State.Off, t.TEXT),
    (QIcon.Mode.Disabled, QIcon.State.Off, t.FAINT),
)


def _made(name: str, states: _States, gap: int) -> QIcon:
    drawn = {
        colour: [
            _widened(pixmap(name, colour, size, scale), gap * size // _SMALL)
            for size, scale in _DRAWN
        ]
        for colour in {one for _, _, one in states}
    }
    made = QIcon()
    for mode, state, colour in states:
        for picture in drawn[colour]:
            made.addPixmap(picture, mode, state)
    return made


def _widened(picture: QPixmap, gap: int) -> QPixmap:
    """With so many px of nothing at its right."""
    if not gap:
        return picture
    scale = picture.devicePixelRatio()
    wide = QPixmap(QSize(picture.width() + round(gap * scale), picture.height()))
    wide.fill(Qt.GlobalColor.transparent)
    wide.setDevicePixelRatio(scale)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return wide


def pixmap(name: str, colour: str, size: int = _GRID, scale: float = 1) -> QPixmap:
    """The icon in one colour at `size` logical pixels. Raises Missing."""
    # Read before a painter is open: an error in between would leave it on a picture that is gone.
    data = QByteArray(_svg(name, colour))
    real = round(size * scale)
    picture = QPixmap(QSize(real, real))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(data).render(painter, QRectF(0, 0, real, real))
    painter.end()
    picture.setDevicePixelRatio(scale)
    return picture


def icon_file(name: str, colour: str) -> Path:
    """The tinted SVG as a file, for style sheets. Raises Missing, CannotWrite."""
    path = cache_folder() / "icons" / f"{name}-{colour.lstrip('#')}.svg"
    data = _svg(name, colour)
    if not path.is_file() or path.read_bytes() != data:
        write_bytes(path, data)
    return path
