"""The matrix: films down, markets across, in each field one small sign for every output."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget

from ui.deliver.states import FAILED, MISSING, READY, STALE, WAITING, WORDS, Cell
from ui.widgets import tokens as t

_SIGN = 14
_GAP = 4
_HEAD = 28
_NAME = 168
_PAD = 8
_COLOURS = {READY: t.GOOD, STALE: t.WARN, MISSING: t.FAINT, FAILED: t.BAD, WAITING: t.ACCENT}


class Matrix(QWidget):
    """Signs can be clicked and walked through with the arrow keys; `chosen` tells which."""

    chosen = Signal(object)
    """A Cell, or None."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName("Outputs by film and market")
        self._cells: tuple[Cell, ...] = ()
        self._films: tuple[tuple[str, str], ...] = ()
        self._markets: tuple[tuple[str, str], ...] = ()
        self._places: list[tuple[QRectF, Cell]] = []
        self._rows: list[float] = []
        self._current: str = ""

    def show_cells(
        self,
        cells: Sequence[Cell],
        films: Sequence[tuple[str, str]],
        markets: Sequence[tuple[str, str]],
    ) -> None:
        """`films` and `markets` are (id, title) in their order."""
        self._cells, self._films, self._markets = tuple(cells), tuple(films), tuple(markets)
        self._arrange()
        self.update()

    @property
    def current(self) -> Cell | None:
        """The marked output."""
        return next((cell for cell in self._cells if cell.job.output == self._current), None)

    def place_of(self, output: str) -> QRectF | None:
        """Where the sign of an output stands."""
        return next((r for r, cell in self._places if cell.job.output == output), None)

    # -- layout ---------------------------------------------------------------------------

    def _column(self) -> float:
        return max(96.0, (self.width() - _NAME) / max(1, len(self._markets)))

    def _arrange(self) -> None:
        self._places.clear()
        self._rows = [float(_HEAD)]
        width = self._column()
        per_line = max(1, int((width - 2 * _PAD + _GAP) // (_SIGN + _GAP)))
        for film, _ in self._films:
            top = self._rows[-1]
            height = float(_SIGN)
            for column, (market, _) in enumerate(self._markets):
                here = [c for c in self._cells if c.job.film == film and c.job.market == market]
                for number, cell in enumerate(here):
                    line, place = divmod(number, per_line)
                    x = _NAME + column * width + _PAD + place * (_SIGN + _GAP)
                    y = top + _PAD + line * (_SIGN + _GAP)
                    self._places.append((QRectF(x, y, _SIGN, _SIGN), cell))
                    height = max(height, y + _SIGN - top - _PAD)
            self._rows.append(top + height + 2 * _PAD)
        self.setMinimumHeight(int(self._rows[-1]) + 1)

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(720, int(self._rows[-1]) + 1 if self._rows else _HEAD)

    def resizeEvent(self, event: QEvent) -> None:
        """The columns follow the width."""
        self._arrange()

    # -- painting -------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Heads, hairlines and signs."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(t.FIELD))
        width = self._column()
        painter.setPen(QColor(t.QUIET))
        for column, (_, title) in enumerate(self._markets):
            box = QRectF(_NAME + column * width + _PAD, 0, width - 2 * _PAD, _HEAD)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, title)
        for (_, title), top, bottom in zip(self._films, self._rows, self._rows[1:], strict=False):
            painter.setPen(QColor(t.LINE))
            painter.drawLine(QPointF(0, top), QPointF(self.width(), top))
            painter.setPen(QColor(t.TEXT))
            box = QRectF(_PAD * 2, top, _NAME - 3 * _PAD, bottom - top)
            shown = self.fontMetrics().elidedText(
                title, Qt.TextElideMode.ElideRight, int(box.width())
            )
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
        for box, cell in self._places:
            self._paint_sign(painter, box, cell)
        painter.end()

    def _paint_sign(self, painter: QPainter, box: QRectF, cell: Cell) -> None:
        colour = QColor(_COLOURS[cell.state])
        inner = box.adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = 5.0 if not cell.job.poster else 2.0
        if cell.state == READY:
            painter.setBrush(colour)
        painter.drawRoundedRect(inner, radius, radius)
        if cell.state == STALE:
            painter.fillRect(
                QRectF(inner.x(), inner.y(), inner.width() / 2, inner.height()), colour
            )
        elif cell.state == FAILED:
            painter.drawLine(inner.topLeft() + QPointF(3, 3), inner.bottomRight() - QPointF(3, 3))
            painter.drawLine(inner.topRight() + QPointF(-3, 3), inner.bottomLeft() + QPointF(3, -3))
        elif cell.state == WAITING:
            painter.setBrush(colour)
            painter.drawEllipse(inner.center(), 1.5, 1.5)
        elif cell.state == READY and cell.notes:
            painter.setPen(QPen(QColor(t.FIELD), 1.5))
            painter.drawPoint(inner.center())
        if cell.job.output == self._current:
            pen = QPen(QColor(t.ACCENT if self.hasFocus() else t.QUIET), 1.5)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 4, 4)

    # -- hands ----------------------------------------------------------------------------

    def _at(self, point: QPointF) -> Cell | None:
        reach = _GAP / 2
        for box, cell in self._places:
            if box.adjusted(-reach, -reach, reach, reach).contains(point):
                return cell
        return None

    def choose(self, output: str) -> None:
        """Mark an output."""
        self._current = output
        self.update()
        self.chosen.emit(self.current)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click marks."""
        self.setFocus()
        cell = self._at(event.position())
        self.choose(cell.job.output if cell else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys walk through the signs."""
        step = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Up: -1,
        }.get(Qt.Key(event.key()))
        if step is None or not self._places:
            super().keyPressEvent(event)
            return
        names = [cell.job.output for _, cell in self._places]
        at = names.index(self._current) + step if self._current in names else 0
        self.choose(names[at % len(names)])

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is shown."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring is quiet."""
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Each sign has its own tool tip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            cell = self._at(QPointF(event.pos()))
            if cell is None:
                QToolTip.hideText()
            else:
                lines = (cell.name, WORDS[cell.state], *cell.notes)
                QToolTip.showText(event.globalPos(), "\n".join(lines), self)
            return True
        return super().event(event)
