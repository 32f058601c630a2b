"""The grid's model: rows of two tracks, reading speeds, and marks for what was found."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import groupby

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from studio.core.errors import BadValue, in_full
from studio.core.said import said
from studio.core.time import FrameRate, clock, milliseconds, parse_time, timecode
from studio.core.words import counted
from studio.subs.checks.base import Finding
from studio.subs.counting import count
from studio.subs.cue import Cue, Track
from studio.subs.plain import plain_lines
from ui.subs.checking import Places
from ui.subs.rows import Row
from ui.subs.signs import Sign, told
from ui.subs.view import View, goes_left
from ui.widgets.language import heard, tr

NUMBER, IN, OUT, SPEED_A, TEXT_A, TEXT_B, SPEED_B = range(7)
TEXTS, TIMES, SPEEDS = (TEXT_A, TEXT_B), (IN, OUT), (SPEED_A, SPEED_B)
_RIGHT = (NUMBER, SPEED_A, SPEED_B)
_NEAR = 8
Index = QModelIndex | QPersistentModelIndex


def side_of(column: int) -> int:
    """The side that a column belongs to; times and numbers are the first one's."""
    return 1 if column in (TEXT_B, SPEED_B) else 0


def shown_time(ms: int, rate: FrameRate | None) -> str:
    """A cue's time as timecode where the film's rate is known, else with milliseconds."""
    seconds = Fraction(ms, 1000)
    if rate is None:
        return clock(seconds)
    return timecode(rate.nearest_frame(seconds), rate)


class CueModel(QAbstractTableModel):
    """Shows rows; what was typed is told by signals, the document changes elsewhere."""

    typed = Signal(int, int, str)
    """(side, cue id, text)"""
    begun = Signal(int, int, str)
    """(side, the partner's cue id, text): a text was typed where there is no cue yet."""
    timed = Signal(int, int, int, int)
    """(side, cue id, start, end)"""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._view = View()
        self._found = Places()
        self._row_of: tuple[dict[int, int], dict[int, int]] = ({}, {})
        self._numbers: tuple[dict[int, int], dict[int, int]] = ({}, {})
        self._starts: list[int] | None = None
        self._signs: list[Mapping[int, Sign]] = [{}, {}]

    # -- what is shown --------------------------------------------------------------------

    def show_rows(self, rows: Sequence[Row], view: View) -> None:
        """Show these rows. Only what differs is told to have changed, come or gone."""
        if view.languages != self._view.languages:
            self.beginResetModel()
            self._rows, self._view = list(rows), view
            self._index_rows()
            self.endResetModel()
            return
        # A new rate, limits or titles only change how the same rows look.
        looks_new = view != self._view
        self._view = view
        self._exchange(rows)
        if looks_new:
            self._refresh_all()

    def _exchange(self, rows: Sequence[Row]) -> None:
        old = self._rows
        same = min(len(old), len(rows))
        head = next((n for n in range(same) if _differ(old[n], rows[n])), same)
        left = same - head
        tail = next((n for n in range(left) if _differ(old[-1 - n], rows[-1 - n])), left)
        gone, come = len(old) - head - tail, len(rows) - head - tail
        shared = min(gone, come)
        if come < gone:
            self.beginRemoveRows(QModelIndex(), head + shared, head + gone - 1)
        elif come > gone:
            self.beginInsertRows(QModelIndex(), head + shared, head + come - 1)
        self._rows = list(rows)
        self._index_rows()
        if come < gone:
            self.endRemoveRows()
        elif come > gone:
            self.endInsertRows()
        if shared:
            self._tell(head, head + shared - 1)

    def replace_cues(self, side: int, cues: Sequence[Cue]) -> None:
        """Show other values of cues that are shown already, by their ids."""
        field = "b" if side else "a"
        numbers = []
        for cue in cues:
            number = self._row_of[side][cue.id]
            self._rows[number] = replace(self._rows[number], **{field: cue})  # type: ignore[arg-type]
            numbers.append(number)
        self._starts = None
        for first, last in _stretches(sorted(numbers)):
            self._tell(first, last)

    def show_findings(self, found: Places) -> None:
        """Mark the cues where something was found."""
        self._found = found
        self._refresh_all()

    def show_signs(self, side: int, signs: Mapping[int, Sign]) -> None:
        """Show how far the cues of a side are, by their ids; what is given may change later."""
        self._signs[side] = signs
        self._refresh_all()

    def _index_rows(self) -> None:
        self._starts = None
        for side in (0, 1):
            cues = [row.b for row in self._rows] if side else [row.a for row in self._rows]
            self._row_of[side].clear()
            self._row_of[side].update(
                {cue.id: number for number, cue in enumerate(cues) if cue is not None}
            )

    def number_cues(self, side: int, track: Track | None) -> None:
        """The numbers of the cues in their track, as files and findings count them."""
        cues = track.cues if track is not None else ()
        self._numbers[side].clear()
        self._numbers[side].update((cue.id, place) for place, cue in enumerate(cues, 1))

    def _tell(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))

    def _refresh_all(self) -> None:
        if self._rows:
            self._tell(0, len(self._rows) - 1)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return tuple(self._rows)

    @property
    def shown(self) -> Sequence[Row]:
        """The same, not to be kept: the next edit changes it."""
        return self._rows

    @property
    def view(self) -> View:
        """How it is shown."""
        return self._view

    def row(self, number: int) -> Row | None:
        """One row, None where there is none."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def cue(self, number: int, side: int) -> Cue | None:
        """The cue of a side in a row."""
        row = self.row(number)
        return row.cue(side) if row is not None else None

    def row_of(self, side: int, cue_id: int) -> int:
        """The row of a cue, -1 where it is not shown."""
        return self._row_of[side].get(cue_id, -1)

    def row_at(self, ms: int) -> int:
        """The row on screen at a time, else the last that has begun; -1 before the first."""
        if self._starts is None:
            self._starts = [row.start for row in self._rows]
        last = bisect_right(self._starts, ms) - 1
        for number in range(last, max(-1, last - _NEAR), -1):
            row = self._rows[number]
            if any(cue is not None and cue.start <= ms < cue.end for cue in (row.a, row.b)):
                return number
        return last

    def findings(self, number: int, side: int) -> Sequence[Finding]:
        """What was found at the cue of a side in a row."""
        cue = self.cue(number, side)
        return self._found.of(side, cue.id) if cue is not None else ()

    def signs(self, side: int) -> Mapping[int, Sign]:
        """How far the cues of a side are, by their ids; drafts without a note are not there."""
        return self._signs[side]

    def ids(self, number: int) -> tuple[int, int]:
        """The ids of a row's cues; -1 where there is none."""
        a, b = self.cue(number, 0), self.cue(number, 1)
        return a.id if a is not None else -1, b.id if b is not None else -1

    def is_flagged(self, number: int, side: int) -> bool:
        """Whether something was found there."""
        cue = self.cue(number, side)
        return cue is not None and cue.id in self._found.cues(side)

    def speed(self, number: int, side: int) -> tuple[float, float] | None:
        """Characters a second and the limit, by the language's counting; None without a cue."""
        cue, profile = self.cue(number, side), self._view.profile
        if cue is None or profile is None or cue.duration <= 0:
            return None
        limits = profile.limits(self._view.languages[side])
        units = sum(count(line, limits.counting) for line in plain_lines(cue.text))
        return units * 1000 / cue.duration, limits.speed

    def cue_number(self, number: int) -> tuple[int, int] | None:
        """(side, number in its track) of a row's first cue."""
        for side in (0, 1):
            cue = self.cue(number, side)
            if cue is not None:
                return side, self._numbers[side].get(cue.id, number + 1)
        return None

    # -- Qt -------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """One for each row."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """The second language's columns only where there is one."""
        if parent.isValid():
            return 0
        return 7 if self._view.languages[1] else 5

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Column titles; the languages name themselves."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            speed = tr("c/s")
            return ("#", tr("In"), tr("Out"), speed, *self._view.titles, speed)[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            language = self._view.languages[side_of(section)] if section in TEXTS else ""
            right = section in _RIGHT or (language and goes_left(language))
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole and section in SPEEDS:
            return tr("Characters a second")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Times can be edited, and texts also where there is no cue yet."""
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() in TEXTS or (index.column() in TIMES and self._timed(index) is not None):
            return base | Qt.ItemFlag.ItemIsEditable
        return base

    def _timed(self, index: Index) -> tuple[int, Cue] | None:
        """The side and cue whose times a row shows."""
        for side in (0, 1):
            cue = self.cue(index.row(), side)
            if cue is not None:
                return side, cue
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Texts, figures and what was found."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._hint(index) or None
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in _RIGHT:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _text(self, index: Index) -> str:
        number, column = index.row(), index.column()
        if column == NUMBER:
            found = self.cue_number(number)
            return str(found[1]) if found else ""
        if column in TIMES:
            timed = self._timed(index)
            if timed is None:
                return ""
            return shown_time(timed[1].start if column == IN else timed[1].end, self._view.rate)
        if column in SPEEDS:
            speed = self.speed(number, side_of(column))
            return f"{speed[0]:.1f}" if speed is not None else ""
        cue = self.cue(number, side_of(column))
        return cue.text if cue is not None else ""

    def _hint(self, index: Index) -> str:
        number, column = index.row(), index.column()
        row = self._rows[number]
        if column == NUMBER and row.doubtful:
            return tr(
                "These may not belong together ({confidence:.0%} sure).", confidence=row.confidence
            )
        if column in TEXTS and row.cue(side_of(column)) is None:
            return tr("No cue in this language. Type to add one.")
        lines = [heard(one.message) for one in self.findings(number, side_of(column))]
        cue = row.cue(side_of(column))
        if column in TEXTS and cue is not None:
            sign = self._signs[side_of(column)].get(cue.id)
            lines += told(sign) if sign is not None else []
            if len(cue.text) > 40:
                lines.insert(0, cue.text)
        return "\n".join(lines)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was typed; the document answers with new rows."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        if index.column() in TEXTS:
            self._type(index, str(value))
        elif str(value) != self._text(index) and not self.time_problem(index, str(value)):
            side, cue, start, end = self._read_times(index, str(value))
            self.timed.emit(side, cue.id, start, end)
        return True

    def _type(self, index: Index, text: str) -> None:
        side = side_of(index.column())
        cue, partner = self.cue(index.row(), side), self.cue(index.row(), 1 - side)
        if cue is not None and text != cue.text:
            self.typed.emit(side, cue.id, text)
        elif cue is None and partner is not None and text:
            self.begun.emit(side, partner.id, text)

    def _read_times(self, index: Index, text: str) -> tuple[int, Cue, int, int]:
        timed = self._timed(index)
        if timed is None:
            raise BadValue(said("There is no cue."))
        side, cue = timed
        ms = milliseconds(parse_time(text, self._view.rate))
        start, end = (ms, cue.end) if index.column() == IN else (cue.start, ms)
        if start >= end:
            raise BadValue(
                said("It would end {time} before it starts.", time=counted(start - end, "ms", "ms"))
                if start > end
                else said("It would end when it starts.")
            )
        return side, cue, start, end

    def time_problem(self, index: Index, text: str) -> str:
        """What is wrong with a time typed into a cell, in a sentence; empty where nothing is."""
        try:
            self._read_times(index, text)
        except BadValue as error:
            return heard(in_full(error))
        return ""


def _differ(one: Row, other: Row) -> bool:
    # Most are the very same row, which is seen at once.
    return one is not other and one != other


def _stretches(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """First and last of each run of whole numbers that follow each other."""
    found = []
    for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        listed = [number for _, number in run]
        found.append((listed[0], listed[-1]))
    return found
