"""Safe areas and cut-outs of other formats, drawn over the picture."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from studio.core.said import said
from ui.widgets import tokens as t

# SMPTE ST 2046-1: shares of the picture's width and height.
ACTION, TITLE = 0.93, 0.90
CHOICES = {
    "frame": said("Action 93 % and title 90 %"),
    "16:9": said("16:9 cut-out"),
    "9:16": said("9:16 cut-out"),
    "4:5": said("4:5 cut-out"),
    "1:1": said("1:1 cut-out"),
    "2.39:1": said("2.39:1 cut-out"),
}
_DIM = QColor(0, 0, 0, 150)


def cut(box: QRectF, choice: str) -> QRectF:
    """The largest area of the choice's shape in the middle of `box`; all of it for "frame"."""
    if choice == "frame":
        return QRectF(box)
    across, down = choice.split(":")
    aspect = float(Fraction(across) / Fraction(down))
    width = min(box.width(), box.height() * aspect)
    height = min(box.height(), box.width() / aspect)
    area = QRectF(0, 0, width, height)
    area.moveCenter(box.center())
    return area


def paint_safe(painter: QPainter, box: QRectF, choice: str, font: QFont) -> None:
    """What the format leaves out is dimmed; action and title areas are lined inside of the rest."""
    area = cut(box, choice)
    for outside in (
        QRectF(box.left(), box.top(), area.left() - box.left(), box.height()),
        QRectF(area.right(), box.top(), box.right() - area.right(), box.height()),
        QRectF(area.left(), box.top(), area.width(), area.top() - box.top()),
        QRectF(area.left(), area.bottom(), area.width(), box.bottom() - area.bottom()),
    ):
        if outside.width() > 0.5 and outside.height() > 0.5:
            painter.fillRect(outside, _DIM)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if choice != "frame":
        _line(painter, area)
    for share in (ACTION, TITLE) if choice == "frame" else (TITLE,):
        inner = area.adjusted(
            area.width() * (1 - share) / 2,
            area.height() * (1 - share) / 2,
            -area.width() * (1 - share) / 2,
            -area.height() * (1 - share) / 2,
        )
        _line(painter, inner)
        _name(painter, inner, share, font)


def _line(painter: QPainter, area: QRectF) -> None:
    """A light line on a dark one is seen on any picture."""
    for colour, width in ((QColor(0, 0, 0, 130), 3), (QColor(255, 255, 255, 200), 1)):
        painter.setPen(QPen(colour, width))
        painter.drawRect(area.toRect())


def _name(painter: QPainter, area: QRectF, share: float, font: QFont) -> None:
    text = f"{share:.0%}"
    small = QFont(font)
    small.setPixelSize(t.SMALL)
    painter.setFont(small)
    width = painter.fontMetrics().horizontalAdvance(text) + 2 * t.SPACE[0]
    if area.width() < 4 * width:
        return
    left = area.left() + t.SPACE[2] if share == ACTION else area.right() - width - t.SPACE[2]
    place = QRectF(left, area.top() - 8, width, 16)
    painter.fillRect(place, QColor(0, 0, 0, 170))
    painter.setPen(QColor(255, 255, 255))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
