"""What a sheet that came back would change, as a table: a tick, the cue, language, texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QIcon

from studio.campaign.cue_sheet import CueDifference
from studio.core.said import said
from ui.campaign.tongues import own_name
from ui.widgets import tokens as t
from ui.widgets.icons import icon, tinted
from ui.widgets.language import heard, tr

Index = QModelIndex | QPersistentModelIndex
TITLES = (
    *(said("Cue"), said("Language"), said("What"), said("Before"), said("After")),
    said("Cell"),
)
KINDS = {
    "changed": (said("changed"), "", ""),
    "emptied": (said("emptied"), "warning", t.WARN),
    "unknown": (said("unknown"), "error", t.BAD),
    "twice": (said("twice"), "error", t.BAD),
    "refused": (said("not taken"), "error", t.BAD),
    "missing": (said("not in the sheet"), "info", t.QUIET),
}
CUE, LANGUAGE, WHAT, BEFORE, AFTER, CELL = range(6)
_DISPLAY = Qt.ItemDataRole.DisplayRole
_TICK = Qt.ItemDataRole.CheckStateRole
_ORDER = tuple(KINDS)


class CueDifferences(QAbstractTableModel):
    """Those that can be taken stand first and are ticked, but for emptied texts; `numbers` are the
    cues' numbers by language and id."""

    def __init__(
        self,
        differences: Sequence[CueDifference],
        numbers: Mapping[tuple[str, int], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.rows = tuple(sorted(differences, key=lambda one: _ORDER.index(one.kind)))
        self.ticked = {n for n, one in enumerate(self.rows) if one.kind == "changed"}
        self._numbers = numbers

    @property
    def chosen(self) -> tuple[CueDifference, ...]:
        """Those that are ticked."""
        return tuple(one for n, one in enumerate(self.rows) if n in self.ticked)

    def tick_emptied(self, on: bool) -> None:
        """Tick all texts that are empty in the sheet, or none of them."""
        rows = {n for n, one in enumerate(self.rows) if one.kind == "emptied"}
        self.ticked = self.ticked | rows if on else self.ticked - rows
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """One for each difference."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """As TITLES."""
        return 0 if parent.isValid() else len(TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """The titles above."""
        if orientation == Qt.Orientation.Horizontal and role == _DISPLAY:
            return heard(TITLES[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Texts as they are; a tick where there is a choice; signs beside what goes wrong."""
        one, column = self.rows[index.row()], index.column()
        if role == _DISPLAY:
            return self._text(one, column)
        if role == _TICK and column == CUE and one.can_take:
            ticked = index.row() in self.ticked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DecorationRole and column == WHAT:
            return _sign(one)
        if role == Qt.ItemDataRole.ForegroundRole:
            faint = column in (BEFORE, CELL) or not one.can_take
            return QColor(t.QUIET) if faint else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return heard(one.why) or self._text(one, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, one: CueDifference, column: int) -> str:
        number = self._numbers.get((one.language, one.cue_id))
        # What cannot be taken is shown with its reason, beside the text it is about.
        after = (one.after or tr("(empty)")) if one.can_take else heard(one.why)
        shown = (
            str(number) if number else "",
            own_name(one.language) if one.language else "",
            heard(KINDS[one.kind][0]),
            one.before if one.can_take else one.after or one.before,
            after,
            one.cell,
        )
        return shown[column]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be taken can be ticked."""
        flag = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        can = index.column() == CUE and self.rows[index.row()].can_take
        return flag | Qt.ItemFlag.ItemIsUserCheckable if can else flag

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A tick set or taken away."""
        if role != _TICK or not self.rows[index.row()].can_take:
            return False
        on = value in (Qt.CheckState.Checked, Qt.CheckState.Checked.value)
        self.ticked = self.ticked | {index.row()} if on else self.ticked - {index.row()}
        self.dataChanged.emit(index, index)
        return True


def _sign(one: CueDifference) -> QIcon | None:
    _, name, colour = KINDS[one.kind]
    if not name:
        return None
    return tinted(name, colour) if colour else icon(name)
