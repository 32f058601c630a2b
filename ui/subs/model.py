"""The grid's model: rows of two tracks, reading speeds, and marks for what was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from studio.core.time import FrameRate, clock, timecode
from studio.subs.checks.base import CheckProfile, Finding
from studio.subs.counting import count
from studio.subs.cue import Cue
from studio.subs.plain import plain_lines
from ui.subs.rows import Row
from ui.widgets import tokens as t

NUMBER, IN, OUT, SPEED_A, TEXT_A, TEXT_B, SPEED_B = range(7)
_Index = QModelIndex | QPersistentModelIndex


def shown_time(ms: int, rate: FrameRate | None) -> str:
    """A cue's time as timecode where the film's rate is known, else with milliseconds."""
    seconds = Fraction(ms, 1000)
    if rate is None:
        return clock(seconds)
    return timecode(rate.nearest_frame(seconds), rate, drop=False)


class CueModel(QAbstractTableModel):
    """Shows rows; a text that was typed is told by `typed`, the document changes elsewhere."""

    typed = Signal(int, int, str)
    """(side: 0 or 1, cue id, text)"""
    timed = Signal(int, int, str)
    """(column, cue id, text)"""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()
        self._languages = ("", "")
        self._rate: FrameRate | None = None
        self._profile: CheckProfile | None = None
        self._found: tuple[Mapping[int, Sequence[Finding]], ...] = ({}, {})

    # -- what is shown --------------------------------------------------------------------

    def show_rows(
        self, rows: tuple[Row, ...], languages: tuple[str, str], rate: FrameRate | None
    ) -> None:
        """Show these rows. Where only cells differ, only they are told to have changed."""
        if len(rows) == len(self._rows) and languages == self._languages:
            changed = [n for n, row in enumerate(rows) if row is not self._rows[n]]
            changed = [n for n in changed if rows[n] != self._rows[n]]
            self._rows, self._rate = rows, rate
            for number in changed:
                self.dataChanged.emit(self.index(number, 0), self.index(number, SPEED_B))
            return
        self.beginResetModel()
        self._rows, self._languages, self._rate = rows, languages, rate
        self.endResetModel()

    def show_findings(
        self, profile: CheckProfile, found: tuple[Mapping[int, Sequence[Finding]], ...]
    ) -> None:
        """Findings by cue id, for each side."""
        self._profile, self._found = profile, found
        if self._rows:
            last = self.index(len(self._rows) - 1, SPEED_B)
            self.dataChanged.emit(self.index(0, 0), last)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._rows

    def cue(self, row: int, side: int) -> Cue | None:
        """The cue of a side in a row."""
        if not 0 <= row < len(self._rows):
            return None
        return self._rows[row].b if side else self._rows[row].a

    def row_of(self, side: int, cue_id: int) -> int:
        """The row of a cue, -1 where it is not shown."""
        for number, row in enumerate(self._rows):
            cue = row.b if side else row.a
            if cue is not None and cue.id == cue_id:
                return number
        return -1

    def row_at(self, ms: int) -> int:
        """The row whose cue of the first side is shown at a time, else the last before; or -1."""
        best = -1
        for number, row in enumerate(self._rows):
            if row.start <= ms:
                best = number
        return best

    # -- Qt -------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        """One for each row."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        """The second language's columns only where there is one."""
        if parent.isValid():
            return 0
        return 7 if self._languages[1] else 5

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Column titles; the languages name themselves."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        names = ("#", "In", "Out", "c/s", self._languages[0], self._languages[1], "c/s")
        return names[section]

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Texts and times can be edited."""
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() in (IN, OUT, TEXT_A, TEXT_B) and self._cue_of(index) is not None:
            return base | Qt.ItemFlag.ItemIsEditable
        return base

    def _cue_of(self, index: _Index) -> Cue | None:
        row = self._rows[index.row()]
        if index.column() in (TEXT_B, SPEED_B):
            return row.b
        if index.column() in (TEXT_A, SPEED_A):
            return row.a
        return row.a or row.b

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text, marks and colours of a cell."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(one.message for one in self._findings(index)) or None
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(index)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in (
            NUMBER,
            SPEED_A,
            SPEED_B,
        ):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _text(self, index: _Index) -> str:
        row, column = self._rows[index.row()], index.column()
        cue = self._cue_of(index)
        if column == NUMBER:
            sign = " ⫘" if row.joined else " ?" if row.doubtful else ""
            return f"{index.row() + 1}{sign}"
        if cue is None:
            return "—" if column in (TEXT_A, TEXT_B) else ""
        if column in (IN, OUT):
            return shown_time(cue.start if column == IN else cue.end, self._rate)
        if column in (SPEED_A, SPEED_B):
            return self._speed(cue, 1 if column == SPEED_B else 0)
        return cue.text

    def _speed(self, cue: Cue, side: int) -> str:
        if self._profile is None or cue.duration <= 0:
            return ""
        counting = self._profile.limits(self._languages[side]).counting
        units = sum(count(line, counting) for line in plain_lines(cue.text))
        mark = " ▲" if any(one.check == "speed" for one in self._of(side, cue)) else ""
        return f"{units * 1000 / cue.duration:.1f}{mark}"

    def _of(self, side: int, cue: Cue) -> Sequence[Finding]:
        return self._found[side].get(cue.id, ())

    def _findings(self, index: _Index) -> Sequence[Finding]:
        cue = self._cue_of(index)
        if cue is None:
            return ()
        row = self._rows[index.row()]
        side = 1 if index.column() in (TEXT_B, SPEED_B) or row.a is None else 0
        return self._of(side, cue)

    def _colour(self, index: _Index) -> QColor | None:
        if self._cue_of(index) is None:
            return QColor(t.FAINT)
        found = self._findings(index)
        if index.column() in (SPEED_A, SPEED_B, NUMBER) and found:
            grave = any(one.severity == "error" for one in found)
            return QColor(t.BAD if grave else t.WARN)
        if index.column() in (TEXT_A, TEXT_B):
            return QColor(t.TEXT)
        return QColor(t.QUIET)

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was typed; the document answers with new rows."""
        cue = self._cue_of(index)
        if role != Qt.ItemDataRole.EditRole or cue is None:
            return False
        text = str(value)
        if index.column() in (TEXT_A, TEXT_B):
            if text != cue.text:
                self.typed.emit(1 if index.column() == TEXT_B else 0, cue.id, text)
        elif text != self._text(index):
            side = 0 if self._rows[index.row()].a is not None else 1
            self.timed.emit(index.column() * 2 + side, cue.id, text)
        return True
