"""The matrix: films down, markets across, in each field one small sign for every output."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from ui.deliver.arrange import NAME, Arrangement, Word, arrange, beside
from ui.deliver.called import Called
from ui.deliver.matrix_paint import Shown, paint_matrix
from ui.deliver.selection import Selection
from ui.deliver.states import Cell
from ui.deliver.words import cell_lines, spoken
from ui.widgets.language import tr

_STEPS = {
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Up: (0, -1),
}
_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_DRAG = 6
"""px that the pointer goes before a press becomes a rubber band."""


class Matrix(QWidget):
    """Signs are selected by click, range, rubber band and headings, and walked by arrow keys."""

    chosen = Signal(object)
    """The current Cell, or None; also when only the selection changed."""
    opened = Signal(object)
    """The Cell whose file shall be opened: double click."""
    entered = Signal(object)
    """The Cell whose details are wanted: Enter."""

    def __init__(self, picture: Callable[[Cell], QPixmap | None]) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Outputs by film and market"))
        self.room = 0
        """The height that is there without scrolling, in px."""
        self._picture = picture
        self._pictures = True
        self._cells: tuple[Cell, ...] = ()
        self._by_output: dict[str, Cell] = {}
        self._called = Called()
        self._laid = Arrangement()
        self._selection = Selection()
        self._under = ""
        self._pressed: QPointF | None = None
        self._band = QRectF()

    # -- what is shown --------------------------------------------------------------------

    def show_cells(self, cells: Sequence[Cell], called: Called) -> None:
        """With the films and markets that are `called` so, in their order."""
        self._cells = tuple(cells)
        self._by_output = {cell.output: cell for cell in self._cells}
        self._called = called
        self.lay_out()

    def show_pictures(self, *, pictures: bool) -> None:
        """Pictures of the outputs instead of plain cards."""
        self._pictures = pictures
        self.lay_out()

    @property
    def current(self) -> Cell | None:
        """The output with the ring."""
        return self._by_output.get(self._selection.current)

    @property
    def selected(self) -> frozenset[str]:
        """The selected outputs."""
        return frozenset(self._selection.chosen)

    def place_of(self, output: str) -> QRectF | None:
        """Where the sign of an output stands."""
        return next((s.box for s in self._laid.signs if s.cell.output == output), None)

    def lay_out(self) -> None:
        """Put everything in its place for the present size."""
        room = QSizeF(self.width(), self.room)
        films, markets = tuple(self._called.films.items()), tuple(self._called.markets.items())
        self._laid = arrange(self._cells, films, markets, room, pictures=self._pictures)
        self.setMinimumHeight(int(self._laid.height) + 1)
        self.setMinimumWidth(NAME + 120 * max(1, len(markets)))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(720, int(self._laid.height) + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns follow the width."""
        self.lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Signs, lines and headings; the heads of the markets stay in sight."""
        shown = Shown(
            self._laid,
            self._selection,
            self._under,
            self._band,
            self._top(),
            self._picture if self._pictures else None,
            has_focus=self.hasFocus(),
        )
        painter = QPainter(self)
        paint_matrix(painter, QRectF(event.rect()), QRectF(self.rect()), shown)
        painter.end()

    def _top(self) -> float:
        """The height of the first row of px that is seen."""
        return float(max(0, -self.y()))

    # -- selecting ------------------------------------------------------------------------

    def _at(self, point: QPointF) -> Cell | None:
        for sign in self._laid.signs:
            if sign.box.adjusted(-2, -2, 2, 2).contains(point):
                return sign.cell
        return None

    def _order(self) -> list[str]:
        return [sign.cell.output for sign in self._laid.signs]

    def choose(self, output: str) -> None:
        """Select an output alone; an empty name selects none."""
        self._selection.take(output if output in self._by_output else "")
        self._told()

    def choose_all(self, outputs: Sequence[str]) -> None:
        """Select these."""
        self._selection.take_all([one for one in outputs if one in self._by_output])
        self._told()

    def restore(self, current: str, outputs: Sequence[str]) -> None:
        """Select as it was before; what is gone is left out, nothing is told."""
        self._selection = Selection(current, current, set(outputs))
        self.update()

    def _told(self) -> None:
        self.update()
        cell = self.current
        self.setAccessibleDescription(spoken(cell, self._called) if cell else "")
        event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(event)
        self.chosen.emit(cell)

    # -- hands ----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click selects; with Ctrl one more, with Shift a range; a heading takes all under it."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        point, keys = event.position(), event.modifiers()
        heading = self._laid.heading_at(point.x(), point.y(), self._top())
        cell = None if heading is not None else self._at(point)
        if heading is not None:
            self._take_heading(heading, more=bool(keys & _CTRL))
        elif cell is None:
            self._pressed = point
            if not keys & (_CTRL | _SHIFT):
                self._selection.take("")
        elif keys & _SHIFT:
            self._selection.extend(cell.output, self._order())
        elif keys & _CTRL:
            self._selection.toggle(cell.output)
        else:
            self._selection.take(cell.output)
        self._told()

    def _take_heading(self, heading: Word, *, more: bool) -> None:
        taken = [sign.cell.output for sign in self._laid.signs if heading.takes(sign.cell)]
        self._selection.take_all(taken, more=more)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The sign under the pointer has a ring; a drag draws a rubber band."""
        point = event.position()
        if self._pressed is not None:
            self._draw_band(point)
            return
        cell = self._at(point)
        under = cell.output if cell else ""
        heading = self._laid.heading_at(point.x(), point.y(), self._top())
        hand = cell is not None or heading is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
        if under != self._under:
            self._under = under
            self.update()

    def _draw_band(self, point: QPointF) -> None:
        if self._pressed is None:
            return
        if self._band.isNull() and (point - self._pressed).manhattanLength() < _DRAG:
            return
        self._band = QRectF(self._pressed, point).normalized()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """What the rubber band touches is selected."""
        if not self._band.isNull():
            touched = [s.cell.output for s in self._laid.signs if s.box.intersects(self._band)]
            more = bool(event.modifiers() & (_CTRL | _SHIFT))
            self._selection.take_all(touched, more=more)
            self._told()
        self._pressed, self._band = None, QRectF()
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens."""
        cell = self._at(event.position())
        if cell is not None:
            self.opened.emit(cell)

    def leaveEvent(self, event: QEvent) -> None:
        """No ring is left behind."""
        self._under = ""
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Space selects, Enter wants the details, Escape lets go, Ctrl+A takes all."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._walk(beside(self._laid.signs, self._selection.current, *_STEPS[key]), event)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._laid.signs:
            self._walk(self._laid.signs[0 if key == Qt.Key.Key_Home else -1].cell.output, event)
        elif not self._act(key, event):
            super().keyPressEvent(event)

    def _act(self, key: Qt.Key, event: QKeyEvent) -> bool:
        current = self.current
        if key == Qt.Key.Key_A and event.modifiers() & _CTRL:
            self.choose_all(self._order())
        elif current is None or event.modifiers() & _CTRL:
            return False
        elif key == Qt.Key.Key_Space:
            self._selection.toggle(current.output)
            self._told()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(current)
        elif key == Qt.Key.Key_Escape:
            self.choose("")
        else:
            return False
        return True

    def _walk(self, output: str, event: QKeyEvent) -> None:
        if event.modifiers() & _SHIFT:
            self._selection.extend(output, self._order())
        elif event.modifiers() & _CTRL:
            self._selection.go(output)
        else:
            self._selection.take(output)
        self._told()

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
                QToolTip.showText(event.globalPos(), cell_lines(cell, self._called), self)
            return True
        return super().event(event)
