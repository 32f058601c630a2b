"""The waveform: sound, cuts and cues on one line of time; edges of cues can be dragged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from studio.subs.cue import Cue
from ui.widgets import tokens as t

_REACH = 5
_SNAP = 8
_LEAST, _MOST = 1500, 120_000
Edge = Literal["start", "end", "both"]


@dataclass(frozen=True, slots=True)
class _Grip:
    side: int
    cue: Cue
    edge: Edge
    offset: int


class Wave(QWidget):
    """Times in milliseconds from the film's first frame."""

    sought = Signal(int)
    dragged = Signal(int, int, int, int)
    """(side, cue id, start, end), while and when an edge is dragged."""
    dropped = Signal()
    in_set = Signal(int)
    out_set = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setMouseTracking(True)
        self.setMinimumHeight(112)
        self.setAccessibleName("Waveform and cues")
        self.setToolTip("Drag edges · Shift-click sets in · Ctrl-click sets out · wheel zooms")
        self._peaks: npt.NDArray[np.float32] = np.zeros((0, 2), np.float32)
        self._per_second = 50
        self._cuts: tuple[int, ...] = ()
        self._tracks: tuple[Sequence[Cue], Sequence[Cue]] = ((), ())
        self._current: tuple[int, int] = (-1, -1)
        self._length = 1
        self._from, self._span = 0, 12_000
        self._now = 0
        self._grip: _Grip | None = None
        self._snapped: int | None = None

    # -- what is shown --------------------------------------------------------------------

    def show_sound(self, peaks: npt.NDArray[np.float32], per_second: int) -> None:
        """`peaks`: (n, 2) minimum and maximum, -1 to 1, `per_second` of them."""
        self._peaks, self._per_second = peaks, per_second
        self.update()

    def show_film(self, length: int, cuts: Sequence[int]) -> None:
        """The film's length and its cuts."""
        self._length, self._cuts = max(1, length), tuple(cuts)
        self.update()

    def show_cues(self, first: Sequence[Cue], second: Sequence[Cue]) -> None:
        """The cues of both tracks."""
        self._tracks = (first, second)
        self.update()

    def show_current(self, first: int, second: int) -> None:
        """The ids of the cues of the current row, -1 for none."""
        self._current = (first, second)
        self.update()

    def show_now(self, ms: int) -> None:
        """The time of the player; the view follows it."""
        self._now = ms
        if not self._from <= ms <= self._from + self._span and self._grip is None:
            self._from = self._bounded(ms - self._span // 8)
        self.update()

    def _bounded(self, start: int) -> int:
        return max(0, min(start, max(0, self._length - self._span)))

    def sizeHint(self) -> QSize:
        """A low strip."""
        return QSize(800, 128)

    def _x(self, ms: float) -> float:
        return (ms - self._from) / self._span * self.width()

    def _ms(self, x: float) -> int:
        return max(0, min(self._length, round(self._from + x / self.width() * self._span)))

    def _lane(self, side: int) -> QRectF:
        height = 22.0
        top = self.height() - (2 - side) * (height + 4)
        return QRectF(0, top, self.width(), height)

    # -- painting -------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Sound, cuts, cues, the present."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(t.FIELD))
        self._paint_sound(painter)
        painter.setPen(QPen(QColor(t.WARN), 1))
        for cut in self._cuts:
            if self._from <= cut <= self._from + self._span:
                painter.drawLine(QPointF(self._x(cut), 0), QPointF(self._x(cut), self.height()))
        for side, cues in enumerate(self._tracks):
            for cue in cues:
                if cue.end >= self._from and cue.start <= self._from + self._span:
                    self._paint_cue(painter, side, cue)
        if self._snapped is not None:
            painter.setPen(QPen(QColor(t.ACCENT), 1, Qt.PenStyle.DashLine))
            x = self._x(self._snapped)
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        painter.setPen(QPen(QColor(t.TEXT), 1))
        painter.drawLine(QPointF(self._x(self._now), 0), QPointF(self._x(self._now), self.height()))
        painter.end()

    def _paint_sound(self, painter: QPainter) -> None:
        middle, height = (self.height() - 52) / 2, (self.height() - 60) / 2
        painter.setPen(QPen(QColor(t.FAINT), 1))
        if not len(self._peaks):
            painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
            return
        for x in range(self.width()):
            first = int(self._ms(x) * self._per_second / 1000)
            last = max(first + 1, int(self._ms(x + 1) * self._per_second / 1000))
            part = self._peaks[first:last]
            if len(part):
                low, high = float(part[:, 0].min()), float(part[:, 1].max())
                painter.drawLine(
                    QPointF(x, middle - high * height), QPointF(x, middle - low * height)
                )

    def _paint_cue(self, painter: QPainter, side: int, cue: Cue) -> None:
        lane = self._lane(side)
        left, right = self._x(cue.start), self._x(cue.end)
        box = QRectF(left, lane.y(), max(2.0, right - left), lane.height())
        current = cue.id == self._current[side]
        painter.fillRect(box, QColor(t.SELECTED if current else t.RAISED))
        painter.setPen(QPen(QColor(t.ACCENT if current else t.LINE), 1))
        painter.drawRect(box)
        painter.setPen(QColor(t.TEXT if current else t.QUIET))
        text = cue.text.replace("\n", " ")
        inner = box.adjusted(4, 0, -4, 0)
        if inner.width() > 12:
            shown = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, int(inner.width())
            )
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, shown)

    # -- hands ----------------------------------------------------------------------------

    def _grip_at(self, point: QPointF) -> _Grip | None:
        for side, cues in enumerate(self._tracks):
            if not self._lane(side).contains(QPointF(self.width() / 2, point.y())):
                continue
            # The current cue first: where two touch, its edge is meant.
            for cue in sorted(cues, key=lambda one: one.id != self._current[side]):
                left, right = self._x(cue.start), self._x(cue.end)
                if abs(point.x() - left) <= _REACH:
                    return _Grip(side, cue, "start", 0)
                if abs(point.x() - right) <= _REACH:
                    return _Grip(side, cue, "end", 0)
                if left < point.x() < right:
                    return _Grip(side, cue, "both", self._ms(point.x()) - cue.start)
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take an edge or a cue, set in or out, or seek."""
        ms = self._ms(event.position().x())
        keys = event.modifiers()
        if keys & Qt.KeyboardModifier.ShiftModifier:
            self.in_set.emit(ms)
        elif keys & Qt.KeyboardModifier.ControlModifier:
            self.out_set.emit(ms)
        else:
            self._grip = self._grip_at(event.position())
            if self._grip is None or self._grip.edge == "both":
                self.sought.emit(ms)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or show by the cursor what a drag would do."""
        if self._grip is None:
            grip = self._grip_at(event.position())
            edge = grip is not None and grip.edge != "both"
            shape = Qt.CursorShape.SplitHCursor if edge else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            return
        grip, cue = self._grip, self._grip.cue
        ms = self._snap(self._ms(event.position().x()) - grip.offset)
        if grip.edge == "start":
            start, end = min(ms, cue.end - 40), cue.end
        elif grip.edge == "end":
            start, end = cue.start, max(ms, cue.start + 40)
        else:
            start, end = ms, ms + cue.duration
        self.dragged.emit(grip.side, cue.id, start, end)
        self.update()

    def _snap(self, ms: int) -> int:
        """To a cut that is near, which is then shown."""
        near = min(self._cuts, key=lambda cut: abs(cut - ms), default=None)
        reach = _SNAP / self.width() * self._span
        self._snapped = near if near is not None and abs(near - ms) <= reach else None
        return self._snapped if self._snapped is not None else ms

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The drag is over."""
        if self._grip is not None:
            self.dropped.emit()
        self._grip, self._snapped = None, None
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer; with Shift, move along."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier or event.angleDelta().x():
            self._from = self._bounded(self._from - round(turned / 120 * self._span / 8))
        else:
            x = event.position().x()
            held = self._from + x / self.width() * self._span
            factor = 0.8 ** (turned / 120)
            self._span = max(_LEAST, min(_MOST, self._length, round(self._span * factor)))
            self._from = self._bounded(round(held - x / self.width() * self._span))
        self.update()
