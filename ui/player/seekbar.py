"""The line of time below the picture: where the film stands, its in and out, a place to drag."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from studio.media.film import Film
from ui.player.times import MODES, time_text
from ui.widgets import tokens as t
from ui.widgets.language import tr

_HEIGHT = 16
_GROOVE = 4
_KNOB = 5


class SeekBar(QWidget):
    """Emits `sought` while it is clicked and dragged."""

    sought = Signal(object)
    """Seconds as a Fraction."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Position in the film"))
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._film: Film | None = None
        self._mode = MODES[0]
        self._length = Fraction(0)
        self._at = Fraction(0)
        self._marks: tuple[Fraction | None, Fraction | None] = (None, None)

    def set_film(self, film: Film | None) -> None:
        """The film whose time it is."""
        self._film = film
        self._length = film.duration if film is not None else Fraction(0)
        self._at, self._marks = Fraction(0), (None, None)
        self.setAccessibleDescription("")
        self.update()

    def set_mode(self, mode: str) -> None:
        """How it tells times, one of MODES."""
        self._mode = mode

    def tell_position(self, index: int) -> None:
        """Say to those who do not see it where the film stands."""
        if self._film is not None:
            self.setAccessibleDescription(time_text(self._film, index, self._mode))

    def set_position(self, seconds: Fraction) -> None:
        """Where the film stands."""
        before, self._at = self._x(self._at), seconds
        if round(before * 2) != round(self._x(seconds) * 2):
            self.update()

    def set_marks(self, start: Fraction | None, stop: Fraction | None) -> None:
        """In and out."""
        self._marks = (start, stop)
        self.update()

    def _x(self, seconds: Fraction) -> float:
        room = self.width() - 2 * _KNOB
        return _KNOB + (float(seconds / self._length) * room if self._length else 0.0)

    def seconds_at(self, x: float) -> Fraction:
        """The time under a point."""
        room = max(1, self.width() - 2 * _KNOB)
        share = min(1.0, max(0.0, (x - _KNOB) / room))
        return Fraction(share) * self._length

    # -- Qt -------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(320, _HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        if self._length and event.button() == Qt.MouseButton.LeftButton:
            self.sought.emit(self.seconds_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """And on, while the button is held; the time under the pointer is told."""
        self._tell(event)
        if self._length and event.buttons() & Qt.MouseButton.LeftButton:
            self.sought.emit(self.seconds_at(event.position().x()))

    def _tell(self, event: QMouseEvent) -> None:
        if self._film is not None:
            index = self._film.index_of(self._film.pts_of(self.seconds_at(event.position().x())))
            text = time_text(self._film, index, self._mode)
            QToolTip.showText(event.globalPosition().toPoint(), text, self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Groove, what was played, the marked part, the knob."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle = _HEIGHT / 2
        groove = QRectF(_KNOB, middle - _GROOVE / 2, self.width() - 2 * _KNOB, _GROOVE)
        painter.setBrush(QColor(t.LINE))
        painter.drawRoundedRect(groove, _GROOVE / 2, _GROOVE / 2)
        if not self._length:
            return
        start, stop = self._marks
        if start is not None or stop is not None:
            left = self._x(start if start is not None else Fraction(0))
            right = self._x(stop if stop is not None else self._length)
            painter.setBrush(QColor(t.FAINT))
            painter.drawRect(QRectF(left, groove.y(), right - left, _GROOVE))
            painter.setBrush(QColor(t.TEXT))
            painter.drawRect(QRectF(left - 1, middle - 5, 2, 10))
            painter.drawRect(QRectF(right - 1, middle - 5, 2, 10))
        x = self._x(self._at)
        painter.setBrush(QColor(t.ACCENT))
        if start is None and stop is None:
            played = QRectF(groove.x(), groove.y(), x - groove.x(), _GROOVE)
            painter.drawRoundedRect(played, _GROOVE / 2, _GROOVE / 2)
        painter.setBrush(QColor(t.TEXT))
        painter.drawEllipse(QPointF(x, middle), _KNOB, _KNOB)
        painter.end()
