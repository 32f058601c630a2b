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


def _svg(name: str, colour: str) -> bytes:
    path = resources_folder() / "icons" / f"{name}.svg"
    if not path.is_file():
        raise Missing(f"The icon “{name}” is not installed.")
    return path.read_bytes().replace(b"currentColor", colour.encode("ascii"))


@cache
def icon(name: str) -> QIcon:
    """The icon `name` in all its states. Raises Missing."""
    made = QIcon()
    states = (
        (QIcon.Mode.Normal, QIcon.State.Off, t.QUIET),
        (QIcon.Mode.Normal, QIcon.State.On, t.TEXT),
        (QIcon.Mode.Active, QIcon.State.Off, t.TEXT),
        (QIcon.Mode.Active, QIcon.State.On, t.TEXT),
        (QIcon.Mode.Selected, QIcon.State.Off, t.TEXT),
        (QIcon.Mode.Disabled, QIcon.State.Off, t.FAINT),
    )
    for mode, state, colour in states:
        for scale in (1, 2, 3):
            made.addPixmap(pixmap(name, colour, _GRID, scale), mode, state)
    return made


@cache
def tinted(name: str, colour: str) -> QIcon:
    """The icon in one colour, for buttons of a colour; as faint as any where it is disabled.

    Raises Missing.
    """
    made = QIcon()
    for mode, tint in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, t.FAINT)):
        for scale in (1, 2, 3):
            made.addPixmap(pixmap(name, tint, _GRID, scale), mode)
    return made


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
