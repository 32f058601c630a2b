"""The grid: source beside target, typed in place; Enter goes on to the next cue."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.subs.model import IN, NUMBER, OUT, SPEED_A, SPEED_B, TEXT_A, TEXT_B, CueModel
from ui.widgets.theme import tabular

_Index = QModelIndex | QPersistentModelIndex
_ROW = 44


class LinesDelegate(QStyledItemDelegate):
    """Edits a cue's lines: Enter keeps, Shift+Enter breaks the line, Escape leaves."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        """A field of several lines."""
        editor = QPlainTextEdit(parent)
        editor.setTabChangesFocus(True)
        editor.setStyleSheet("padding: 0 4px; border-radius: 0;")
        editor.document().setDocumentMargin(2)
        return editor

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """The cue's text, marked as a whole."""
        if isinstance(editor, QPlainTextEdit):
            editor.setPlainText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """What was typed."""
        if isinstance(editor, QPlainTextEdit):
            model.setData(index, editor.toPlainText(), Qt.ItemDataRole.EditRole)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter keeps; with Shift it breaks the line."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if enter and shift and isinstance(watched, QPlainTextEdit):
                watched.insertPlainText("\n")
                return True
            if enter and isinstance(watched, QWidget):
                self.commitData.emit(watched)
                self.closeEditor.emit(watched)
                return True
        return super().eventFilter(watched, event)


class Grid(QTableView):
    """The table of cues."""

    moved_to = Signal(int)
    """The row that is now the current one."""

    def __init__(self, model: CueModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName("Cues")
        self.setItemDelegateForColumn(TEXT_A, LinesDelegate(self))
        self.setItemDelegateForColumn(TEXT_B, LinesDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setFont(tabular(self.font()))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(True)
        model.modelReset.connect(self._arrange)
        self._arrange()

    def _arrange(self) -> None:
        head = self.horizontalHeader()
        head.setStretchLastSection(False)
        for column, width in ((NUMBER, 52), (IN, 96), (OUT, 96), (SPEED_A, 56), (SPEED_B, 56)):
            if column < self.model().columnCount():
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
                self.setColumnWidth(column, width)
        for column in (TEXT_A, TEXT_B):
            if column < self.model().columnCount():
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # noqa: N802
        """Tell where the person is."""
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.moved_to.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits the text of the current row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.edit_text(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def go_to(self, row: int, column: int = TEXT_A) -> None:
        """Make a row the current one and show it."""
        index = self.model().index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def edit_text(self, row: int) -> None:
        """Begin typing in the language whose column is current, else in the first."""
        column = self.currentIndex().column()
        index = self.model().index(row, column if column == TEXT_B else TEXT_A)
        if index.isValid():
            self.setCurrentIndex(index)
            self.edit(index)

    def chosen_rows(self) -> list[int]:
        """The selected rows, from the top."""
        return sorted({index.row() for index in self.selectionModel().selectedRows()})
