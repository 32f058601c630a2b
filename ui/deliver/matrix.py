"""The matrix: films down, markets across, in each field one small sign for every output."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from ui.deliver.arrange import HEAD, NAME, Arrangement, Sign, Titles, Word, arrange, beside
from ui.deliver.signs import card, paint_sign
from ui.deliver.states import ALL, WORDS, Cell, passes
from ui.widgets import tokens as t
from ui.widgets.theme import tabular

_STEPS = {
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Up: (0, -1),
}
_DIM = 0.22


class Matrix(QWidget):
    """Signs can be clicked and walked through with the arrow keys; `chosen` tells which."""

    chosen = Signal(object)
    """A Cell, or None."""
    opened = Signal(object)
    """The Cell whose output shall be opened: double click, or Enter."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName("Outputs by film and market")
        self.room = 0
        """The height that is there without scrolling, in px."""
        self._cells: tuple[Cell, ...] = ()
        self._films: Titles = ()
        self._markets: Titles = ()
        self._laid = Arrangement()
        self._filter = ALL
        self._current = ""
        self._under = ""

    def show_cells(self, cells: Sequence[Cell], films: Titles, markets: Titles) -> None:
        """`films` and `markets` are (id, title) in their order."""
        self._cells, self._films, self._markets = tuple(cells), tuple(films), tuple(markets)
        self.lay_out()

    def show_only(self, name: str) -> None:
        """Dim what the filter `name` leaves out."""
        self._filter = name
        self.update()

    @property
    def current(self) -> Cell | None:
        """The marked output."""
        return next((cell for cell in self._cells if cell.job.output == self._current), None)

    def place_of(self, output: str) -> QRectF | None:
        """Where the sign of an output stands."""
        return next((s.box for s in self._laid.signs if s.cell.job.output == output), None)

    # -- layout ---------------------------------------------------------------------------

    def lay_out(self) -> None:
        """Put everything in its place for the present size."""
        self._laid = arrange(self._cells, self._films, self._markets, self.width(), self.room)
        size = QSize(int(min(self._laid.width, 4000)), int(self._laid.height) + 1)
        self.setMinimumHeight(size.height())
        self.setMinimumWidth(min(size.width(), NAME + 112 * max(1, len(self._markets))))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(720, int(self._laid.height) + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns follow the width."""
        self.lay_out()

    # -- painting -------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Heads, hairlines and signs."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(t.FIELD))
        painter.fillRect(QRectF(0, 0, self.width(), HEAD), QColor(t.PANEL))
        self._paint_lines(painter)
        for word in self._laid.heads:
            self._paint_word(painter, word, t.TEXT)
        for word in self._laid.words:
            self._paint_word(painter, word, t.TEXT if word.strong else t.QUIET)
        for sign in self._laid.signs:
            if sign.box.bottom() < event.rect().top() or sign.box.top() > event.rect().bottom():
                continue
            painter.setOpacity(1.0 if passes(sign.cell, self._filter) else _DIM)
            paint_sign(painter, sign.box, sign.cell)
            painter.setOpacity(1.0)
            self._paint_ring(painter, sign)
        painter.end()

    def _paint_lines(self, painter: QPainter) -> None:
        painter.setPen(QColor(t.RAISED))
        for x in self._laid.columns:
            painter.drawLine(QPointF(x + 0.5, HEAD), QPointF(x + 0.5, self._laid.height))
        painter.setPen(QColor(t.LINE))
        for y in (*self._laid.lines, self._laid.height):
            painter.drawLine(QPointF(0, y + 0.5), QPointF(self.width(), y + 0.5))

    def _paint_word(self, painter: QPainter, word: Word, colour: str) -> None:
        font = QFont(self.font())
        font.setPixelSize(t.BODY if word.strong or word in self._laid.heads else t.SMALL)
        painter.setFont(tabular(font))
        painter.setPen(QColor(colour))
        shown = painter.fontMetrics().elidedText(
            word.text, Qt.TextElideMode.ElideRight, int(word.box.width())
        )
        painter.drawText(word.box, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_ring(self, painter: QPainter, sign: Sign) -> None:
        output = sign.cell.job.output
        if output not in (self._current, self._under):
            return
        ring = t.ACCENT if self.hasFocus() else t.TEXT
        painter.setPen(QPen(QColor(ring if output == self._current else t.QUIET), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(card(sign.box, sign.cell.aspect).adjusted(-3, -3, 3, 3), 4, 4)

    # -- hands ----------------------------------------------------------------------------

    def _at(self, point: QPointF) -> Cell | None:
        for sign in self._laid.signs:
            if sign.box.adjusted(-2, -2, 2, 2).contains(point):
                return sign.cell
        return None

    def choose(self, output: str) -> None:
        """Mark an output; an empty name marks none."""
        self._current = output
        self.update()
        self.chosen.emit(self.current)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click marks."""
        self.setFocus()
        cell = self._at(event.position())
        self.choose(cell.job.output if cell else "")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens."""
        cell = self._at(event.position())
        if cell is not None:
            self.opened.emit(cell)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The sign under the pointer has a ring."""
        cell = self._at(event.position())
        under = cell.job.output if cell else ""
        if under != self._under:
            self._under = under
            shape = Qt.CursorShape.PointingHandCursor if cell else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """No ring is left behind."""
        self._under = ""
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys walk through the signs, Home and End jump, Enter opens, Escape lets go."""
        key = Qt.Key(event.key())
        current = self.current
        if key in _STEPS:
            self._walk(*_STEPS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._laid.signs:
            sign = self._laid.signs[0 if key == Qt.Key.Key_Home else -1]
            self.choose(sign.cell.job.output)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current is not None:
            self.opened.emit(current)
        elif key == Qt.Key.Key_Escape and current is not None:
            self.choose("")
        else:
            super().keyPressEvent(event)

    def _walk(self, dx: int, dy: int) -> None:
        shown = [sign for sign in self._laid.signs if passes(sign.cell, self._filter)]
        self.choose(beside(shown, self._current, dx, dy))

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
                lines = (cell.name, f"{cell.job.market}: {WORDS[cell.state]}", *cell.notes)
                QToolTip.showText(event.globalPos(), "\n".join(lines), self)
            return True
        return super().event(event)
