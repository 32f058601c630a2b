"""The fields that open in the grid: a cue's lines, followed as they are typed, and its times."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QTextCursor, QTextOption
from PySide6.QtWidgets import (
    QLineEdit,
    QPlainTextEdit,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from ui.subs.cells import PAD, CellPainter
from ui.subs.model import CueModel, Index, side_of
from ui.subs.room import Room, RoomNote, room
from ui.subs.view import goes_left
from ui.widgets import tokens as t
from ui.widgets.language import tr

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_Edit = Qt.ItemDataRole.EditRole


def _is_key(event: QEvent) -> bool:
    return event.type() == QEvent.Type.KeyPress


class LinesField(QPlainTextEdit):
    """The lines of one cue, over its cell and as far beyond it as they need."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("subs-lines")
        self.setAccessibleName(tr("Text of the cue"))
        self.setStyleSheet(f"padding: 0; border: 1px solid {t.ACCENT}; border-radius: 3px;")
        self.document().setDocumentMargin(0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._cell = QRect()
        self._note = RoomNote(parent)
        self.destroyed.connect(self._note.deleteLater)

    def show_room(self, left: Room) -> None:
        """Say how much room is left for what stands in the field."""
        self._note.show_room(left)
        self._note.stand_at(self.geometry())

    def hideEvent(self, event: QHideEvent) -> None:
        """What is said of it goes with it."""
        self._note.hide()
        super().hideEvent(event)

    def write_to_the_left(self) -> None:
        """For a language that is written from right to left."""
        option = QTextOption(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        self.document().setDefaultTextOption(option)

    def cover(self, cell: QRect) -> None:
        """Stand over this cell."""
        # A copy: the one that was given dies with the option it belongs to.
        self._cell = QRect(cell)
        self.grow()

    def grow(self) -> None:
        """Take the room that the lines need; the text stays in the middle, as in the cell."""
        self.setViewportMargins(PAD - 1, 0, PAD - 1, 0)
        lines = max(1, round(self.document().size().height()))
        text = lines * self.fontMetrics().lineSpacing()
        height = max(self._cell.height() - 1, text + PAD + 2)
        parent = self.parentWidget()
        room = parent.height() if parent is not None else height
        top = max(0, min(self._cell.y(), room - height))
        self.setGeometry(self._cell.x(), top, self._cell.width(), height)
        self.setViewportMargins(PAD - 1, (height - text) // 2 - 1, PAD - 1, 0)
        self._note.stand_at(self.geometry())


class LinesDelegate(CellPainter):
    """Enter keeps and goes on, Shift+Enter breaks the line, Tab goes to the other language,
    Escape takes back what was typed."""

    kept = Signal()
    kept_on = Signal()
    """Ctrl+Enter: the next cue is to be typed at once."""
    tabbed = Signal(bool)
    """True: backwards."""
    begun = Signal()
    taken_back = Signal()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A field of several lines; what is typed reaches the document as it is typed."""
        editor = LinesField(parent)
        editor.setFont(option.font)
        model = index.model()
        if isinstance(model, CueModel):
            side = side_of(index.column())
            if goes_left(model.view.languages[side]):
                editor.write_to_the_left()
        self.begun.emit()
        editor.setPlainText(str(index.data(_Edit)))
        editor.selectAll()
        # After the first text is in, so that opening alone changes nothing.
        place = QPersistentModelIndex(index)
        editor.textChanged.connect(lambda: self._typed(editor, place))
        return editor

    def _typed(self, editor: LinesField, place: QPersistentModelIndex) -> None:
        editor.grow()
        self.commitData.emit(editor)
        _show_room(editor, place)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The cue's text; the field is left alone where it says the same."""
        field, text = cast(QPlainTextEdit, editor), str(index.data(_Edit))
        if field.toPlainText() != text:
            blocked = field.blockSignals(True)
            field.setPlainText(text)
            field.moveCursor(QTextCursor.MoveOperation.End)
            field.blockSignals(blocked)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """What was typed."""
        model.setData(index, cast(QPlainTextEdit, editor).toPlainText(), _Edit)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Over the cell, and as far beyond it as the lines need."""
        field = cast(LinesField, editor)
        field.cover(option.rect)
        _show_room(field, index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys that lead out of the field."""
        if isinstance(event, QKeyEvent) and isinstance(watched, QPlainTextEdit):
            if event.type() == QEvent.Type.ShortcutOverride:
                return self._leaves_undo(watched, event)
            if _is_key(event) and self._pressed(watched, event):
                return True
        return super().eventFilter(watched, event)

    def _leaves_undo(self, editor: QPlainTextEdit, event: QKeyEvent) -> bool:
        """With nothing of its own to undo the field lets the window undo."""
        undo = event.matches(QKeySequence.StandardKey.Undo)
        if undo and not editor.document().isUndoAvailable():
            event.ignore()
            return True
        return False

    def _pressed(self, editor: QPlainTextEdit, event: QKeyEvent) -> bool:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in _ENTER:
            if shift:
                editor.insertPlainText("\n")
            else:
                self._leave(editor)
                (self.kept_on if control else self.kept).emit()
            return True
        if event.key() in _TABS and not control:
            self._leave(editor)
            self.tabbed.emit(event.key() == Qt.Key.Key_Backtab)
            return True
        if event.key() == Qt.Key.Key_Escape:
            editor.blockSignals(True)
            self.closeEditor.emit(editor)
            self.taken_back.emit()
            return True
        return False

    def _leave(self, editor: QPlainTextEdit) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)


def _show_room(field: LinesField, place: Index) -> None:
    """By the limits of the column's language, in the time of the cue, or of its partner's where
    there is none yet."""
    model = place.model()
    row = model.row(place.row()) if isinstance(model, CueModel) and place.isValid() else None
    if row is None or not isinstance(model, CueModel) or model.view.profile is None:
        return
    side = side_of(place.column())
    cue = row.cue(side) or row.cue(1 - side)
    limits = model.view.profile.limits(model.view.languages[side])
    field.show_room(room(field.toPlainText(), cue.duration if cue is not None else 0, limits))


class TimeDelegate(CellPainter):
    """A field for one time; what cannot be one keeps it open and says why."""

    kept = Signal()
    _index = QPersistentModelIndex()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A field of one line."""
        self._index = QPersistentModelIndex(index)
        editor = QLineEdit(parent)
        editor.setObjectName("subs-time")
        editor.setAccessibleName(tr("Time of the cue"))
        editor.setFont(option.font)
        # The time stands where it stood; at the right it has all the room that there is.
        editor.setStyleSheet(f"padding: 0 0 0 {PAD - 3}px; border-radius: 0;")
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """A little wider than the column, which has no room for the caret."""
        editor.setGeometry(option.rect.adjusted(0, 0, PAD // 2, 0))

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The time, marked as a whole."""
        field = cast(QLineEdit, editor)
        if not field.isModified():
            field.setText(str(index.data(_Edit)))
            field.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """What was typed, where it is a time."""
        model.setData(index, cast(QLineEdit, editor).text(), _Edit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter keeps what is a time."""
        if (
            isinstance(watched, QLineEdit)
            and isinstance(event, QKeyEvent)
            and _is_key(event)
            and event.key() in _ENTER
        ):
            self._keep(watched)
            return True
        return super().eventFilter(watched, event)

    def _keep(self, editor: QLineEdit) -> None:
        model = self._index.model()
        problem = (
            model.time_problem(self._index, editor.text()) if isinstance(model, CueModel) else ""
        )
        if not problem:
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)
            self.kept.emit()
            return
        editor.setProperty("state", "bad")
        editor.style().unpolish(editor)
        editor.style().polish(editor)
        editor.setToolTip(problem)
        QToolTip.showText(editor.mapToGlobal(editor.rect().bottomLeft()), problem, editor)
