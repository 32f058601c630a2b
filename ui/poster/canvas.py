"""The canvas under the hand: picture and copy are dragged, the view is zoomed and panned."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent

from ui.poster.canvas_view import CanvasView
from ui.poster.marks import UNIT, Mark, Sheet
from ui.poster.texts import is_letter_key

__all__ = ["COPY", "PICTURE", "Canvas", "Sheet"]

_NUDGE, _FAR, _FINE = 0.01, 0.05, 0.002
_REACH = 6.0
"""How near to the ink of a block, in logical pixels, the hand has it."""
PICTURE, COPY = "picture", "copy"
"""What a hand can have: the picture, or the copy in all its languages."""
_CURSORS = {PICTURE: Qt.CursorShape.OpenHandCursor, COPY: Qt.CursorShape.SizeAllCursor}
_WAYS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}
_BEFORE = Qt.Key.Key_Backslash
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Canvas(CanvasView):
    """Dragging moves the picture or the copy in it, the wheel zooms, a double click writes."""

    gripped = Signal(str)
    """The hand has taken the PICTURE or the COPY."""
    dragged = Signal(float, float, bool)
    """How far it was dragged since, in pixels of the file, and whether it may snap."""
    dropped = Signal()
    escaped = Signal()
    """The drag is to be taken back."""
    nudged = Signal(str, float, float)
    """What is moved by keys, and how far, in pixels of the file."""
    edit_wanted = Signal(object)
    """The Mark that is meant, None for any."""
    compared = Signal(bool)
    """The key that shows the poster as it was is held, or let go."""

    def __init__(self) -> None:
        super().__init__()
        self.movable = False
        """Whether the copy can be moved."""
        self._from: QPointF | None = None
        self._last = QPointF()
        self._held = PICTURE
        self._dragging = False
        self._panning = False
        self._space = False

    def show_sheet(self, sheet: Sheet) -> None:
        """Show a painted poster."""
        super().show_sheet(sheet)
        self._point_hand()

    def show_word(self, text: str, hint: str = "") -> None:
        """Say in one line why there is no poster, and below it what to do."""
        super().show_word(text, hint)
        self._stop_drag()
        self._point_hand()

    # -- the hand -------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The left button drags picture or copy, the middle one or space pans the view."""
        self._from = self._last = event.position()
        middle = event.button() == Qt.MouseButton.MiddleButton
        self._panning = middle or self._space or not self._over(event.position())
        self._held = self._under(event.position())
        self._dragging = False
        self._point_hand()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the hand."""
        if self._from is None or self._sheet is None:
            self._last = event.position()
            self._point_hand()
            return
        if self._panning:
            self._zoom.shift += event.position() - self._last
            self.update()
        else:
            self._drag(event.position(), may_snap=not event.modifiers() & _CONTROL)
        self._last = event.position()

    def _drag(self, at: QPointF, *, may_snap: bool) -> None:
        away = at - (self._from or at)
        if not self._dragging:
            # A hand that only clicks trembles.
            if away.manhattanLength() < 3:
                return
            self._dragging = True
            self.gripped.emit(self._held)
        self.dragged.emit(away.x() / self._scale, away.y() / self._scale, may_snap)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The drag is over."""
        if self._dragging:
            self.dropped.emit()
        self._stop_drag()
        self._point_hand()

    def _stop_drag(self) -> None:
        self._from, self._dragging, self._panning = None, False, False
        self._point = self._ghost = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click writes."""
        if self._sheet is not None:
            self._stop_drag()
            self.edit_wanted.emit(self._mark(event.position()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer."""
        factor = 1.0015 ** event.angleDelta().y()
        self._zoom_at(event.position(), self._scale * factor)
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """No block is under the pointer."""
        super().leaveEvent(event)
        self.show_lit(None)

    def _over(self, at: QPointF) -> bool:
        return self._sheet is not None and self._rect().contains(at)

    def _mark(self, at: QPointF) -> Mark | None:
        if self._sheet is None:
            return None
        return self._sheet.mark_at(*self.in_file(at), _REACH / self._scale)

    def _under(self, at: QPointF) -> str:
        mark = self._mark(at)
        return COPY if self.movable and mark is not None and mark.role in UNIT else PICTURE

    def _point_hand(self) -> None:
        """The pointer tells what a drag will do, and the block it would move is lit."""
        lit = None
        if self._from is not None:
            shape = Qt.CursorShape.ClosedHandCursor
            if self._held == COPY and not self._panning:
                shape = _CURSORS[COPY]
        elif self._sheet is None or not (self._space or self._over(self._last)):
            shape = Qt.CursorShape.ArrowCursor
        else:
            held = PICTURE if self._space else self._under(self._last)
            lit = self._sheet.unit if held == COPY else None
            shape = _CURSORS[held]
        self.setCursor(shape)
        if lit != self._lit:
            self.show_lit(lit)

    # -- keys -----------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Escape and the arrows are the canvas's own while they do something here."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and (self._backs_out(event) or self._moves(event))
        ):
            event.accept()
            return True
        return super().event(event)

    def _moves(self, event: QKeyEvent) -> bool:
        # With Alt arrows set letters by hand, in the editor that stands on the canvas too.
        return event.key() in _WAYS and self._sheet is not None and not is_letter_key(event)

    def _backs_out(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape and (self._dragging or self._zoom.scale is not None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the picture, with Ctrl the copy, with Shift farther; space held pans.

        The backslash held shows the poster as it was; Enter writes; Escape backs out.
        """
        if event.key() == Qt.Key.Key_Space:
            self._space = True
            self._point_hand()
        elif event.key() == _BEFORE and not event.isAutoRepeat():
            self.compared.emit(True)
        elif self._backs_out(event):
            self._back_out()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._sheet is not None:
            self.edit_wanted.emit(None)
        elif not self._nudge(event):
            super().keyPressEvent(event)

    def _nudge(self, event: QKeyEvent) -> bool:
        way = _WAYS.get(Qt.Key(event.key()))
        if way is None or self._sheet is None:
            return False
        far = bool(event.modifiers() & _SHIFT)
        held = COPY if event.modifiers() & _CONTROL else PICTURE
        share = (_FAR if held == PICTURE else _NUDGE) if far else _NUDGE
        if held == COPY and not far:
            share = _FINE
        step = max(self._sheet.file.width, self._sheet.file.height) * share
        self.nudged.emit(held, way[0] * step, way[1] * step)
        return True

    def _back_out(self) -> None:
        if self._dragging:
            self._stop_drag()
            self.escaped.emit()
            self._point_hand()
        else:
            self.fit()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """What was held is let go."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self._point_hand()
        elif event.key() == _BEFORE and not event.isAutoRepeat():
            self.compared.emit(False)
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is shown."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keys that were held are let go unseen."""
        super().focusOutEvent(event)
        self._space = False
        if self.shows_before:
            self.compared.emit(False)
        self.update()
