"""Shows that something is being done: a ring that turns, still where motion is unwanted."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QIcon,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QShowEvent,
)
from PySide6.QtWidgets import QPushButton, QWidget

from ui.widgets import tokens as t
from ui.widgets.icons import GAP
from ui.widgets.language import tr
from ui.widgets.motion import is_still

_STEPS = 12
_TURN_MS = 80
_ARC = 100
_FULL = 16
"""Qt counts sixteenths of a degree."""


def paint_ring(painter: QPainter, box: QRectF, step: int, colour: str = t.ACCENT) -> None:
    """A faint ring with an arc that stands `step` twelfths round."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = max(1.5, box.width() / 10)
    ring = box.adjusted(width, width, -width, -width)
    painter.setPen(QPen(QColor(t.LINE), width))
    painter.drawEllipse(ring)
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawArc(ring, (90 - step * 360 // _STEPS) * _FULL, -_ARC * _FULL)


class Busy(QWidget):
    """A ring of `size` px; turns while it is seen."""

    def __init__(self, size: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(size, size)
        self.setAccessibleName(tr("Working"))
        self._step = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_TURN_MS)
        self._timer.timeout.connect(self._turn)

    @property
    def is_turning(self) -> bool:
        """Whether it moves."""
        return self._timer.isActive()

    def _turn(self) -> None:
        if is_still():
            self._timer.stop()
            return
        self._step = (self._step + 1) % _STEPS
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        """Turn while it is seen."""
        super().showEvent(event)
        if not is_still():
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """What is not seen does not turn."""
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring."""
        painter = QPainter(self)
        paint_ring(painter, QRectF(self.rect()), self._step)
        painter.end()


class BusyButton(QPushButton):
    """A button that can be busy: then a ring turns where its icon stands."""

    def __init__(self, text: str, icon: QIcon | None = None, parent: QWidget | None = None) -> None:
        super().__init__(icon or QIcon(), text, parent)
        self._calm = icon or QIcon()
        self._turning: _Turning | None = None

    @property
    def is_busy(self) -> bool:
        """Whether it is."""
        return self._turning is not None

    def set_busy(self, busy: bool) -> None:
        """Begin or end."""
        if busy == self.is_busy:
            return
        self.setEnabled(not busy)
        if busy:
            self._turning = _Turning(self)
        elif self._turning is not None:
            self._turning.deleteLater()
            self._turning = None
            self.setIcon(self._calm)
        self.setAccessibleDescription(tr("Working") if busy else "")


class _Turning(QObject):
    """Gives a button a new picture of the ring from time to time."""

    def __init__(self, button: QPushButton) -> None:
        super().__init__(button)
        self._button = button
        self._step = 0
        self._pictures = [_ring(step, button) for step in range(_STEPS)]
        timer = QTimer(self)
        timer.timeout.connect(self._turn)
        timer.start(_TURN_MS)
        button.setIcon(self._pictures[0])

    def _turn(self) -> None:
        if is_still() or not self._button.isVisible():
            return
        self._step = (self._step + 1) % _STEPS
        self._button.setIcon(self._pictures[self._step])


def _ring(step: int, on: QPushButton) -> QIcon:
    scale = on.devicePixelRatioF()
    side = max(on.iconSize().height(), t.SPACE[3])
    wide = side + (GAP if on.text() else 0)
    picture = QPixmap(QSize(round(wide * scale), round(side * scale)))
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_ring(painter, QRectF(0, 0, side, side), step)
    painter.end()
    made = QIcon(picture)
    made.addPixmap(picture, QIcon.Mode.Disabled)
    return made
