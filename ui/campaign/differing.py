"""What a sheet or deck that came back would change, as a table with ticks and its view."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from studio.core.said import said
from ui.campaign.ticks import tick_style
from ui.widgets import tokens as t
from ui.widgets.icons import icon, tinted
from ui.widgets.language import heard, tr

Index = QModelIndex | QPersistentModelIndex
KINDS = {
    "changed": (said("changed"), "", ""),
    "added": (said("added"), "plus", t.GOOD),
    "emptied": (said("emptied"), "warning", t.WARN),
    "unknown": (said("unknown"), "error", t.BAD),
    "twice": (said("twice"), "error", t.BAD),
    "refused": (said("not taken"), "error", t.BAD),
}
_MISSING = ("info", t.QUIET)
"""The sign of what the file does not have; each file has its own word for that."""
_LEAST, _HIGHEST = 32, 120
_BESIDE = 24
_MEASURED = 500
"""Rows; of more not each can be measured without a wait."""
_DISPLAY = Qt.ItemDataRole.DisplayRole
_TICK = Qt.ItemDataRole.CheckStateRole


@dataclass(frozen=True, slots=True)
class Line:
    """One difference: its texts by column; `can` be taken or not, and `why` not, in words."""

    kind: str
    texts: tuple[str, ...]
    can: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """Their titles; those that have the tick, the sign, quiet texts, and texts that may be a reason
    and are quiet where nothing can be taken."""

    titles: tuple[str, ...]
    tick: int
    sign: int
    quiet: tuple[int, ...]
    reason: tuple[int, ...]


class Differing(QAbstractTableModel):
    """The lines in the order given; `ticked` are the numbers of those to be taken."""

    def __init__(
        self,
        columns: Columns,
        lines: Sequence[Line],
        ticked: Iterable[int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = columns
        self.rows = tuple(lines)
        self.ticked = frozenset(ticked)

    def tick_all(self, kind: str, *, on: bool) -> None:
        """Tick all of one kind, or none of them."""
        rows = {n for n, one in enumerate(self.rows) if one.kind == kind and one.can}
        self.ticked = self.ticked | rows if on else self.ticked - rows
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """One for each difference."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """As the titles."""
        return 0 if parent.isValid() else len(self._columns.titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """The titles above."""
        if orientation == Qt.Orientation.Horizontal and role == _DISPLAY:
            return heard(self._columns.titles[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Texts as they are; a tick where there is a choice; signs beside what goes wrong."""
        one, column = self.rows[index.row()], index.column()
        if role == _DISPLAY:
            return one.texts[column]
        if role == _TICK:
            return self._tick(index.row()) if column == self._columns.tick and one.can else None
        if role == Qt.ItemDataRole.DecorationRole and column == self._columns.sign:
            return _sign(one.kind)
        if role == Qt.ItemDataRole.ForegroundRole:
            faint = (*self._columns.quiet, *(() if one.can else self._columns.reason))
            return QColor(t.QUIET) if column in faint else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return one.why or one.texts[column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _tick(self, row: int) -> Qt.CheckState:
        return Qt.CheckState.Checked if row in self.ticked else Qt.CheckState.Unchecked

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be taken can be ticked."""
        flag = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        can = index.column() == self._columns.tick and self.rows[index.row()].can
        return flag | Qt.ItemFlag.ItemIsUserCheckable if can else flag

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A tick set or taken away."""
        if role != _TICK or not self.rows[index.row()].can:
            return False
        on = value in (Qt.CheckState.Checked, Qt.CheckState.Checked.value)
        self.ticked = self.ticked | {index.row()} if on else self.ticked - {index.row()}
        self.dataChanged.emit(index, index)
        return True


def _sign(kind: str) -> QIcon | None:
    _, name, colour = KINDS.get(kind, ("", *_MISSING))
    if not name:
        return None
    return tinted(name, colour) if colour else icon(name)


class DifferingTable(QTableView):
    """Space ticks the chosen rows; these are as high as their texts need."""

    def __init__(self, model: Differing, widths: Mapping[int, int]) -> None:
        super().__init__()
        self.setAccessibleName(tr("What differs"))
        self.setModel(model)
        self.setItemDelegate(_Padded(self))
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        side = self.verticalHeader()
        side.hide()
        side.setMaximumSectionSize(_HIGHEST)
        side.setMinimumSectionSize(_LEAST)
        self.setStyleSheet(
            tick_style("QTableView")
            + "QTableView::item { padding: 6px 8px; } QHeaderView::section { padding-left: 12px; }"
        )
        self.horizontalHeader().setHighlightSections(False)
        for column, width in widths.items():
            self.setColumnWidth(column, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Texts break elsewhere now."""
        super().resizeEvent(event)
        model = self.model()
        if model is not None and model.rowCount() <= _MEASURED:
            self.resizeRowsToContents()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks."""
        rows = self.selectionModel().selectedRows() if self.selectionModel() else []
        if event.key() == Qt.Key.Key_Space and rows:
            self._tick(rows)
            return
        super().keyPressEvent(event)

    def _tick(self, rows: list[QModelIndex]) -> None:
        on = any(self._state(index) == Qt.CheckState.Unchecked for index in rows)
        for index in rows:
            state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
            self.model().setData(index, state, _TICK)

    def _state(self, index: QModelIndex) -> object:
        return index.data(_TICK)


class _Padded(QStyledItemDelegate):
    """Leaves out of a text's width what the style sheet keeps free around it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """For the room that the text has."""
        narrow = QStyleOptionViewItem(option)
        narrow.rect = option.rect.adjusted(0, 0, -_BESIDE, 0)
        return super().sizeHint(narrow, index)


def summed(kinds: Iterable[str], words: Mapping[str, str]) -> list[str]:
    """How many there are of each kind, in the order of `words`, the kinds' names."""
    counts = Counter(kinds)
    return [tr("{n} {kind}", n=counts[kind], kind=words[kind]) for kind in words if counts[kind]]
