"""The sign of an output: a card in its proportions; fill, border and letter tell its state."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget

from ui.campaign.kind_words import kind_sign
from ui.deliver.states import (
    FAILED,
    LETTERS,
    MAKING,
    MISSING,
    READING,
    READY,
    REFUSED,
    STALE,
    WAITING,
    Cell,
)
from ui.widgets import tokens as t
from ui.widgets.language import heard

_CALM = "#8c8c8c"
_READY_EDGE = "#4a4a4a"
COLOURS = {
    READY: _CALM,
    STALE: t.WARN,
    MISSING: t.FAINT,
    FAILED: t.BAD,
    REFUSED: t.BAD,
    WAITING: t.ACCENT,
    MAKING: t.ACCENT,
    READING: t.FAINT,
}
_PEN = 1.25
_SHARE = 0.72
"""The side of a square card in its box; others have the same area."""
_LEAST_LETTER = 13.0
"""A card lower than this has no room for a letter; its border and fill tell enough."""
_TAG = 9


def card(box: QRectF, aspect: float) -> QRectF:
    """The card of an output in its box: the proportions of the output, all of one area."""
    lean = math.sqrt(min(2.0, max(0.5, aspect)))
    width, height = box.width(), box.height()
    side = _SHARE * min(width, height)
    wide, high = min(width - 4, side * lean), min(height - 4, side / lean)
    return _middle(box, wide, high)


def frame(box: QRectF, aspect: float) -> QRectF:
    """The largest place with the proportions of the output in its box: for its picture."""
    wide = min(box.width(), box.height() * aspect)
    return _middle(box, wide, wide / aspect)


def _middle(box: QRectF, width: float, height: float) -> QRectF:
    place = QRectF(0, 0, round(width), round(height))
    place.moveTopLeft(
        QPointF(
            round(box.x() + (box.width() - place.width()) / 2) + 0.5,
            round(box.y() + (box.height() - place.height()) / 2) + 0.5,
        )
    )
    return place


def paint_sign(painter: QPainter, box: QRectF, cell: Cell, picture: QPixmap | None = None) -> None:
    """Draw it: with its picture where there is one. Films carry a play mark."""
    place = card(box, cell.aspect) if picture is None else frame(box, cell.aspect)
    colour = QColor(COLOURS[cell.shown])
    if picture is not None and not picture.isNull():
        _paint_picture(painter, place, cell, picture)
    else:
        _paint_card(painter, place, cell, colour)
    if cell.state == MAKING:
        _paint_progress(painter, place, cell.fraction, colour)
    if cell.has_warning:
        _warning(painter, place)
    if cell.job.poster_work is not None and cell.job.poster_work.kind:
        _kind(painter, place, kind_sign(cell.job.poster_work.kind))


def _kind(painter: QPainter, place: QRectF, text: str) -> None:
    """What kind of file it is, where that is not the format's own; nothing where it has no room."""
    font = QFont(painter.font())
    font.setPixelSize(_TAG)
    painter.setFont(font)
    wide = painter.fontMetrics().horizontalAdvance(text) + 6
    if wide > place.width() or place.height() < 2 * _TAG:
        return
    tag = QRectF(place.left() + 0.5, place.bottom() - _TAG - 4.5, wide, _TAG + 4)
    painter.fillRect(tag, QColor(t.PANEL))
    painter.setPen(QColor(t.TEXT))
    painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, text)


def _paint_card(painter: QPainter, place: QRectF, cell: Cell, colour: QColor) -> None:
    """Ready is a calm, full card; what is to be made is a border; what failed is loud."""
    pen, fill = _border(cell.shown, colour)
    painter.setPen(pen)
    painter.setBrush(fill)
    painter.drawRoundedRect(place, 2, 2)
    if cell.state == STALE:
        # A corner turned down: the card shows what was once.
        _corner(painter, place, colour)
    ink = QColor(t.FIELD) if cell.shown == FAILED else colour
    letter = heard(LETTERS[cell.shown]) if cell.shown in LETTERS else ""
    if letter and place.height() >= _LEAST_LETTER:
        _letter(painter, place, letter, ink)
    elif not cell.job.poster:
        _play(painter, place, ink)
    elif cell.state == READY:
        _check(painter, place, ink)


def _border(state: str, colour: QColor) -> tuple[QPen, QColor]:
    """The pen and the fill of a card."""
    if state == READY:
        return QPen(QColor(_READY_EDGE), 1), QColor(t.RAISED)
    pen = QPen(colour, _PEN)
    if state in (MISSING, REFUSED, READING):
        pen.setDashPattern([0.8, 2] if state == READING else [2, 2])
    return pen, colour if state == FAILED else QColor(Qt.GlobalColor.transparent)


def _check(painter: QPainter, place: QRectF, colour: QColor) -> None:
    size = 0.17 * min(place.width(), place.height())
    middle = place.center()
    painter.setPen(QPen(colour, 1.25))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    points = [(-1.1, 0.1), (-0.3, 0.9), (1.2, -0.9)]
    painter.drawPolyline([middle + QPointF(x * size, y * size) for x, y in points])


def _paint_picture(painter: QPainter, place: QRectF, cell: Cell, picture: QPixmap) -> None:
    """What is ready shows itself; all else lies under a veil, with the letter of its state."""
    painter.drawPixmap(place, picture, QRectF(picture.rect()))
    if cell.state == READY:
        return
    quiet = cell.state in (WAITING, READING)
    painter.fillRect(place, QColor(22, 22, 22, 90 if quiet else 120))
    colour = QColor(COLOURS[cell.shown])
    if not quiet:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 1.5))
        painter.drawRect(place)
    letter = heard(LETTERS[cell.shown]) if cell.shown in LETTERS else ""
    if letter:
        badge = QRectF(place.left(), place.top(), 15, 15)
        painter.fillRect(badge, QColor(t.PANEL) if quiet else colour)
        _letter(painter, badge, letter, colour if quiet else QColor(t.FIELD))


def _paint_progress(painter: QPainter, place: QRectF, fraction: float, colour: QColor) -> None:
    done = QRectF(place)
    done.setTop(place.bottom() - place.height() * min(1.0, max(0.04, fraction)))
    shade = QColor(colour)
    shade.setAlpha(170)
    painter.fillRect(done.adjusted(0.5, 0, -0.5, -0.5), shade)


def _corner(painter: QPainter, place: QRectF, colour: QColor) -> None:
    side = 0.36 * min(place.width(), place.height())
    path = QPainterPath(place.topRight())
    path.lineTo(place.topRight() - QPointF(side, 0))
    path.lineTo(place.topRight() + QPointF(0, side))
    path.closeSubpath()
    painter.fillPath(path, colour)


def _letter(painter: QPainter, place: QRectF, letter: str, colour: QColor) -> None:
    font = QFont(painter.font())
    font.setPixelSize(int(min(t.BODY, max(9.0, 0.62 * place.height()))))
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, letter)


def _play(painter: QPainter, place: QRectF, colour: QColor) -> None:
    size = 0.24 * min(place.width(), place.height())
    middle = place.center()
    points = [
        middle + QPointF(-0.8 * size, -size),
        middle + QPointF(-0.8 * size, size),
        middle + QPointF(1.1 * size, 0),
    ]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF(points))


def _warning(painter: QPainter, place: QRectF) -> None:
    """Somebody should look at it: a small triangle on its corner."""
    top = place.topRight()
    points = [top + QPointF(-4.5, 4), top + QPointF(4.5, 4), top + QPointF(0, -4.5)]
    painter.setPen(QPen(QColor(t.FIELD), 1.5))
    painter.setBrush(QColor(t.WARN))
    painter.drawPolygon(QPolygonF(points))


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
