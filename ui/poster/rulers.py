"""Rulers along the canvas: millimetres of what is printed, pixels of what is shown on screens."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from studio.core.geometry import Rect
from ui.widgets import tokens as t

RULER = 20
"""How wide a ruler is, in logical pixels."""
_APART = 56.0
"""Logical pixels that figures stand apart at least."""
_STEPS = (1, 2, 5)
_NEAR = 5.0


def step_for(unit: float, apart: float = _APART) -> float:
    """The least of 1, 2, 5, 10, 20 … units that lie `apart` logical pixels, `unit` for each."""
    power = 1.0
    while True:
        for step in _STEPS:
            if step * power * unit >= apart:
                return step * power
        power *= 10.0


def ticks(start: float, end: float, unit: float, zero: float) -> tuple[tuple[float, float], ...]:
    """(place, figure) from `start` to `end` in logical pixels; figure 0 stands at `zero`."""
    step = step_for(unit)
    first = int((start - zero) / (step * unit)) - 1
    found = []
    place = zero + first * step * unit
    while place <= end:
        if place >= start:
            found.append((place, first * step))
        first += 1
        place = zero + first * step * unit
    return tuple(found)


def rulers(
    painter: QPainter, room: QRectF, box: QRectF, units: tuple[float, QPointF], span: Rect | None
) -> None:
    """Both rulers of a `room` in which the poster stands at `box`.

    `units`: logical pixels for each millimetre or pixel, and where both are 0. `span`: what is
    marked on them, in logical pixels.
    """
    unit, zero = units
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    across = QRectF(room.x(), room.y(), room.width(), RULER)
    down = QRectF(room.x(), room.y(), RULER, room.height())
    for band in (across, down):
        painter.fillRect(band, QColor(t.PANEL))
    if span is not None:
        mark = QColor(t.SELECTED)
        painter.fillRect(QRectF(span.x, across.y(), span.width, RULER), mark)
        painter.fillRect(QRectF(down.x(), span.y, RULER, span.height), mark)
    font = QFont(painter.font())
    font.setPixelSize(9)
    painter.setFont(font)
    for place, figure in ticks(room.x() + RULER, room.right(), unit, zero.x()):
        _tick(painter, QPointF(place, across.bottom()), f"{figure:g}", across=True)
    for place, figure in ticks(room.y() + RULER, room.bottom(), unit, zero.y()):
        _tick(painter, QPointF(down.right(), place), f"{figure:g}", across=False)
    corner = QRectF(room.x(), room.y(), RULER, RULER)
    painter.fillRect(corner, QColor(t.PANEL))
    painter.setPen(QPen(QColor(t.LINE), 1))
    painter.drawLine(QLineF(across.bottomLeft(), across.bottomRight()))
    painter.drawLine(QLineF(down.topRight(), down.bottomRight()))
    painter.restore()


def _tick(painter: QPainter, at: QPointF, figure: str, *, across: bool) -> None:
    painter.setPen(QPen(QColor(t.FAINT), 1))
    away = QPointF(0, -_NEAR) if across else QPointF(-_NEAR, 0)
    painter.drawLine(QLineF(at, at + away))
    painter.setPen(QColor(t.QUIET))
    if across:
        painter.drawText(QRectF(at.x() + 3, at.y() - RULER, 48, RULER - 4), _START, figure)
        return
    painter.save()
    painter.translate(at.x() - RULER, at.y() - 3)
    painter.rotate(-90)
    painter.drawText(QRectF(0, 0, 48, RULER - 4), _START, figure)
    painter.restore()


_START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
