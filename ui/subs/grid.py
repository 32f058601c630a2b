"""The grid: source beside target, typed in place; Enter goes on to the next cue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QPlainTextEdit, QTableView, QWidget

from ui.subs.cells import CellPainter, row_height
from ui.subs.fields import LinesDelegate, TimeDelegate
from ui.subs.model import (
    IN,
    NUMBER,
    OUT,
    SPEED_A,
    SPEED_B,
    TEXT_A,
    TEXT_B,
    TEXTS,
    TIMES,
    CueModel,
)
from ui.widgets import tokens as t
from ui.widgets.language import tr
from ui.widgets.theme import tabular

_WIDTHS = {NUMBER: 52, IN: 88, OUT: 88, SPEED_A: 52, SPEED_B: 52}
"""At the least: times need more in a wide face."""
_AROUND_TIME = 18
# Full-width characters say the same in less room.
_DENSE = ("zh", "ja", "ko", "yue")
_DENSE_SHARE, _SHARE = 4, 5
_OWN_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)
_EditTrigger = QAbstractItemView.EditTrigger
_Select = QItemSelectionModel.SelectionFlag


class Grid(QTableView):
    """The table of cues."""

    moved_to = Signal(int)
    """The row that is now the current one."""
    typing_began = Signal()
    taken_back = Signal()
    """Escape in a text: what was typed since the field opened is to be undone."""

    def __init__(self, model: CueModel) -> None:
        super().__init__()
        self._cues = model
        self.setModel(model)
        self.setAccessibleName(tr("Cues"))
        self._painter, self._lines, self._times = (
            CellPainter(self),
            LinesDelegate(self),
            TimeDelegate(self),
        )
        self.setItemDelegate(self._painter)
        for column in TEXTS:
            self.setItemDelegateForColumn(column, self._lines)
        for column in TIMES:
            self.setItemDelegateForColumn(column, self._times)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(_EditTrigger.DoubleClicked | _EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFont(tabular(self.font()))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(row_height(2))
        self.verticalHeader().setDefaultSectionSize(row_height(2))
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(t.SPACE[4])
        head.setFixedHeight(28)
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        self._connect()

    def _connect(self) -> None:
        model = self._cues
        model.modelReset.connect(self._arrange)
        model.modelReset.connect(lambda: self._fit_rows(0, model.rowCount() - 1))
        model.rowsInserted.connect(lambda _, first, last: self._fit_rows(first, last))
        model.dataChanged.connect(lambda first, last: self._fit_rows(first.row(), last.row()))
        self._lines.kept.connect(lambda: self._go_on(edit=False))
        self._lines.kept_on.connect(lambda: self._go_on(edit=True))
        self._lines.tabbed.connect(self._go_across)
        self._lines.begun.connect(self.typing_began)
        self._lines.taken_back.connect(self.taken_back)
        self._times.kept.connect(lambda: self._go_on(edit=False))

    # -- arranging ------------------------------------------------------------------------

    def _arrange(self) -> None:
        """Fixed columns for figures; what is left belongs to the texts."""
        columns = self._cues.columnCount()
        fixed = 0
        longest = "00:00:00.000" if self._cues.view.rate is None else "00:00:00:00"
        time = self.fontMetrics().horizontalAdvance(longest) + _AROUND_TIME
        for column, least in _WIDTHS.items():
            if column < columns:
                width = max(least, time) if column in TIMES else least
                self.setColumnWidth(column, width)
                fixed += width
        left = max(0, self.viewport().width() - fixed)
        languages = self._cues.view.languages
        if columns <= TEXT_B:
            self.setColumnWidth(TEXT_A, left)
            return
        shares = [_DENSE_SHARE if one.split("-")[0] in _DENSE else _SHARE for one in languages]
        first = left * shares[0] // sum(shares)
        self.setColumnWidth(TEXT_A, first)
        self.setColumnWidth(TEXT_B, left - first)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The texts take what is there."""
        super().resizeEvent(event)
        self._arrange()

    def _fit_rows(self, first: int, last: int) -> None:
        """Rows of more than two lines are higher than the others."""
        head = self.verticalHeader()
        usual = head.defaultSectionSize()
        for number in range(first, last + 1):
            row = self._cues.row(number)
            if row is None:
                continue
            lines = max(cue.text.count("\n") for cue in (row.a, row.b) if cue is not None) + 1
            height = row_height(min(6, lines)) if lines > 2 else usual
            if head.sectionSize(number) != height:
                head.resizeSection(number, height)

    # -- where the person is --------------------------------------------------------------

    def currentChanged(  # noqa: N802
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Tell where the person is."""
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.moved_to.emit(current.row())

    def go_to(self, row: int, column: int = TEXT_A) -> None:
        """Make a row the current one and show it."""
        index = self._cues.index(row, column)
        if index.isValid():
            self._take(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def _take(self, index: QModelIndex) -> None:
        # By itself Qt would select on from here while the keys of a command hold Shift down.
        flags = _Select.ClearAndSelect | _Select.Rows
        self.selectionModel().setCurrentIndex(index, flags)

    def chosen_rows(self) -> list[int]:
        """The selected rows, from the top."""
        return sorted({index.row() for index in self.selectionModel().selectedRows()})

    def show_playing(self, row: int, *, follow: bool) -> None:
        """Mark the row under the playhead; `follow` keeps it in view."""
        before = self._painter.playing
        if row == before:
            return
        for painter in (self._painter, self._lines, self._times):
            painter.playing = row
        for number in (before, row):
            index = self._cues.index(number, NUMBER)
            if index.isValid():
                self.update(index)
        if follow and row >= 0:
            self.scrollTo(self._cues.index(row, NUMBER))

    def show_marks(self, marks: Mapping[tuple[int, int], Sequence[tuple[int, int]]]) -> None:
        """Mark characters (from, to) of texts, by their side and cue id."""
        if marks != self._lines.marks:
            self._lines.marks = marks
            self.viewport().update()

    # -- typing ---------------------------------------------------------------------------

    @property
    def is_typing(self) -> bool:
        """Whether a field is open."""
        return self.state() == QAbstractItemView.State.EditingState

    def edit_text(self, row: int, column: int = -1) -> None:
        """Begin typing in a column of text, without one in the current language's."""
        if column not in TEXTS:
            column = TEXT_B if self.currentIndex().column() in (TEXT_B, SPEED_B) else TEXT_A
        index = self._cues.index(row, column)
        if index.isValid():
            self._take(index)
            self.edit(index)

    def settle(self) -> int:
        """Close the field that is open, keeping what was typed; where its cursor stood, or -1."""
        if not self.is_typing:
            return -1
        index = self.currentIndex()
        editor = self.indexWidget(index) or self._open_field()
        place = editor.textCursor().position() if isinstance(editor, QPlainTextEdit) else -1
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, LinesDelegate.EndEditHint.NoHint)
        return place

    def _open_field(self) -> QWidget | None:
        for name in ("subs-lines", "subs-time"):
            found = [one for one in self.viewport().findChildren(QWidget, name) if one.isVisible()]
            if found:
                return found[-1]
        return None

    def _go_on(self, *, edit: bool) -> None:
        index = self.currentIndex()
        self.setFocus()
        if index.row() + 1 < self._cues.rowCount():
            self.go_to(index.row() + 1, index.column())
            if edit:
                self.edit_text(index.row() + 1)

    def _go_across(self, back: bool) -> None:
        """To the other language; after the second one, to the next cue."""
        index = self.currentIndex()
        columns = [column for column in TEXTS if column < self._cues.columnCount()]
        place = index.row() * len(columns) + columns.index(index.column()) + (-1 if back else 1)
        row, column = divmod(place, len(columns))
        if 0 <= row < self._cues.rowCount():
            self.edit_text(row, columns[column])

    # -- Qt -------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Left, Right, Home and End move between the cells here, not the film."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _OWN_KEYS
            and not event.modifiers() & Qt.KeyboardModifier.AltModifier
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits the current time or text."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            index = self.currentIndex()
            if index.column() in TIMES and index.isValid():
                self.edit(index)
            else:
                self.edit_text(index.row())
            return
        super().keyPressEvent(event)
