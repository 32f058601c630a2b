"""The lower edge of what scrolls: it fades where more lies below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.widgets import tokens as t

_HEIGHT = 32


class Fade(QWidget):
    """Lies over the foot of a scroll area; gone when the end is in view."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        bar = area.verticalScrollBar()
        bar.valueChanged.connect(self._place)
        bar.rangeChanged.connect(self._place)
        area.viewport().installEventFilter(self)
        self._place()

    def _place(self) -> None:
        bar, room = self._area.verticalScrollBar(), self._area.viewport().geometry()
        self.setVisible(bar.value() < bar.maximum())
        self.setGeometry(room.x(), room.bottom() + 1 - _HEIGHT, room.width(), _HEIGHT)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The area has another size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """From nothing to the ground of the panel."""
        clear = QColor(t.PANEL)
        clear.setAlpha(0)
        shade = QLinearGradient(0, 0, 0, self.height())
        shade.setColorAt(0, clear)
        shade.setColorAt(1, QColor(t.PANEL))
        painter = QPainter(self)
        painter.fillRect(self.rect(), shade)
        painter.end()
