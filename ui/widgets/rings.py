"""The ring round a row or cell that has the keyboard, for painters of their own."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle

from ui.widgets import tokens as t


def paint_focus(painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
    """Draw it if the `state` of an item says that the keyboard is there."""
    if state & QStyle.StateFlag.State_HasFocus:
        painter.save()
        painter.setPen(QPen(QColor(t.ACCENT), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()
