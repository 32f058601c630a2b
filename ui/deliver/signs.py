"""The sign of an output: a small card in its proportions, its state told by fill and colour."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget

from ui.deliver.states import FAILED, MISSING, READING, READY, STALE, WAITING, Cell
from ui.widgets import tokens as t

_CALM = "#4a8a4d"
"""The good colour, quieter: where all is well it covers the page."""
COLOURS = {
    READY: _CALM,
    STALE: t.WARN,
    MISSING: t.FAINT,
    FAILED: t.BAD,
    WAITING: t.ACCENT,
    READING: t.FAINT,
}
_PEN = 1.5
_SHARE = 0.7
"""The side of a square card in its box; others have the same area."""


def card(box: QRectF, aspect: float) -> QRectF:
    """The card of an output in its box: the proportions of the output, all of one area."""
    lean = math.sqrt(min(2.0, max(0.5, aspect)))
    side = _SHARE * box.width()
    width, height = side * lean, side / lean
    place = QRectF(0, 0, round(width), round(height))
    place.moveTopLeft(
        QPointF(
            round(box.x() + (box.width() - place.width()) / 2) + 0.5,
            round(box.y() + (box.height() - place.height()) / 2) + 0.5,
        )
    )
    return place


def paint_sign(painter: QPainter, box: QRectF, cell: Cell) -> None:
    """Draw it. Posters are plain cards; films carry a play mark."""
    place = card(box, cell.aspect)
    colour = QColor(COLOURS[cell.state])
    pen = QPen(colour, _PEN)
    if cell.state == READING:
        pen.setDashPattern([1.5, 1.5])
    painter.setPen(pen)
    painter.setBrush(colour if cell.state == READY else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place, 2, 2)
    mark = colour
    if cell.state == READY:
        mark = QColor(t.FIELD)
    elif cell.state == STALE:
        mark = QColor(t.TEXT)
        half = QRectF(place.x(), place.y(), place.width() / 2, place.height())
        painter.fillRect(half, colour)
    if cell.state == FAILED:
        _cross(painter, place)
    elif not cell.job.poster:
        _play(painter, place, mark)
    elif cell.state == WAITING:
        painter.setBrush(colour)
        painter.drawEllipse(place.center(), 1, 1)
    if cell.state == READY and cell.notes:
        _dot(painter, place)


def _cross(painter: QPainter, place: QRectF) -> None:
    reach = 0.26 * min(place.width(), place.height())
    middle = place.center()
    for sign in (1, -1):
        arm = QPointF(reach, reach * sign)
        painter.drawLine(middle - arm, middle + arm)


def _play(painter: QPainter, place: QRectF, colour: QColor) -> None:
    size = 0.26 * min(place.width(), place.height())
    middle = place.center()
    points = [
        middle + QPointF(-0.8 * size, -size),
        middle + QPointF(-0.8 * size, size),
        middle + QPointF(1.1 * size, 0),
    ]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF(points))


def _dot(painter: QPainter, place: QRectF) -> None:
    """A note hangs on it."""
    painter.setPen(QPen(QColor(t.FIELD), _PEN))
    painter.setBrush(QColor(t.WARN))
    painter.drawEllipse(place.topRight(), 3.5, 3.5)


def sign_picture(cell: Cell, size: int, on: QWidget) -> QPixmap:
    """The sign as a picture for a label of the widget `on`."""
    scale = on.devicePixelRatioF()
    picture = QPixmap(QSize(round(size * scale), round(size * scale)))
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_sign(painter, QRectF(0, 0, size, size).adjusted(1, 1, -1, -1), cell)
    painter.end()
    return picture
