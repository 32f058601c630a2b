"""What a copy deck would change, as a table: a tick, the text, its language, before and after."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QIcon

from studio.campaign.deck import Difference
from studio.core.said import said
from ui.campaign.tongues import own_name
from ui.widgets import tokens as t
from ui.widgets.icons import icon, tinted
from ui.widgets.language import heard, tr

Index = QModelIndex | QPersistentModelIndex
TITLES = (said("Cell"), said("Text"), said("Language"), said("What"), said("Before"), said("After"))
KINDS = {
    "changed": (said("changed"), "", ""),
    "added": (said("added"), "plus", t.GOOD),
    "emptied": (said("emptied"), "warning", t.WARN),
    "unknown": (said("unknown"), "error", t.BAD),
    "twice": (said("twice"), "error", t.BAD),
    "refused": (said("not taken"), "error", t.BAD),
    "missing": (said("not in the deck"), "info", t.QUIET),
}
_DISPLAY = Qt.ItemDataRole.DisplayRole
_TICK = Qt.ItemDataRole.CheckStateRole
_ORDER = tuple(KINDS)


class Differences(QAbstractTableModel):
    """Those that can be applied stand first and are ticked, but for emptied texts."""

    def __init__(self, differences: Sequence[Difference], parent: QObject | None = None) -> None:
        super().__init__(parent)
        can = sorted(differences, key=lambda one: not one.can_apply)
        self.rows = tuple(can)
        self.ticked = {n for n, one in enumerate(self.rows) if one.kind in ("changed", "added")}

    @property
    def chosen(self) -> tuple[Difference, ...]:
        """Those that are ticked."""
        return tuple(one for n, one in enumerate(self.rows) if n in self.ticked)

    def tick_all(self, kind: str, *, on: bool) -> None:
        """Tick all of one kind, or none of them."""
        rows = {n for n, one in enumerate(self.rows) if one.kind == kind and one.can_apply}
        self.ticked = self.ticked | rows if on else self.ticked - rows
        if self.rows:
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
        if role == _TICK:
            return self._tick(index.row()) if column == 0 and one.can_apply else None
        if role == Qt.ItemDataRole.DecorationRole and column == 3:
            return _sign(one)
        if role == Qt.ItemDataRole.ForegroundRole:
            faint = column in (0, 4) or (column == 5 and not one.can_apply)
            return QColor(t.QUIET) if faint else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return heard(one.why) or self._text(one, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _tick(self, row: int) -> Qt.CheckState:
        return Qt.CheckState.Checked if row in self.ticked else Qt.CheckState.Unchecked

    def _text(self, one: Difference, column: int) -> str:
        if column == 5:
            return one.after or tr("(empty)") if one.can_apply else heard(one.why)
        shown = (
            one.cell,
            one.id.replace("/", " / "),
            own_name(one.language) if one.language else "",
            heard(KINDS[one.kind][0]),
            one.before or one.after if not one.can_apply else one.before,
        )
        return shown[column]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be applied can be ticked."""
        flag = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        can = index.column() == 0 and self.rows[index.row()].can_apply
        return flag | Qt.ItemFlag.ItemIsUserCheckable if can else flag

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A tick set or taken away."""
        if role != _TICK or not self.rows[index.row()].can_apply:
            return False
        on = value in (Qt.CheckState.Checked, Qt.CheckState.Checked.value)
        self.ticked = self.ticked | {index.row()} if on else self.ticked - {index.row()}
        self.dataChanged.emit(index, index)
        return True


def _sign(one: Difference) -> QIcon | None:
    _, name, colour = KINDS[one.kind]
    if not name:
        return None
    return tinted(name, colour) if colour else icon(name)
