"""Which cues of today's tracks the rows of a sheet are for, where ids went on to other cues."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence

from studio.campaign.deck import ID, Sheet
from studio.subs.cue import Track
from studio.subs.finding import CueMark, found

_START = "start"
# Only as a sheet writes it: what a spreadsheet made of it may have lost its hours.
_CLOCK = re.compile(r"(\d\d+):(\d\d):(\d\d)\.(\d{3})")
Ids = tuple[dict[int, int], ...]


def cue_ids(cell: str) -> dict[int, int]:
    """Side and cue id of `a12 b14`; empty for anything else."""
    ids: dict[int, int] = {}
    for part in cell.split():
        side = "ab".find(part[:1])
        if side < 0 or side in ids or not (part[1:].isascii() and part[1:].isdigit()):
            return {}
        ids[side] = int(part[1:])
    return ids


def ids_today(tracks: Sequence[Track], sheet: Sheet, columns: Mapping[int, int]) -> Ids:
    """For each track the id that a cue of the sheet has today, by the one it had; cues that are
    not there stand for themselves. `columns` says which column holds which track.

    Ids are numbers within one reading of a file: when cues came or went and the file was read
    anew, they are other cues'. The times in the sheet tell. Then every cue is found again by its
    time and text, and one that is not found has the id -1.
    """
    starts = _starts(sheet)
    sides = [_marks(sheet, starts, (side, _column(columns, side))) for side in range(len(tracks))]
    if not any(_moved(track, told) for track, told in zip(tracks, sides, strict=True)):
        return tuple({} for _ in tracks)
    made = []
    for track, (marks, _) in zip(tracks, sides, strict=True):
        now = found(marks.values(), track).now
        made.append({cue_id: now.get(one, -1) for cue_id, one in marks.items()})
    return tuple(made)


def _column(columns: Mapping[int, int], side: int) -> int:
    return next((column for column, of in columns.items() if of == side), -1)


def _starts(sheet: Sheet) -> list[int | None]:
    """When the first cue of each row starts, in milliseconds."""
    if _START not in sheet.header:
        return [None] * len(sheet.rows)
    place = sheet.header.index(_START)
    told = (_CLOCK.fullmatch(row[place].strip()) for row in sheet.rows)
    return [
        None if one is None else ((int(one[1]) * 60 + int(one[2])) * 60 + int(one[3])) * 1000
        + int(one[4])
        for one in told
    ]  # fmt: skip


_Marks = tuple[dict[int, CueMark], set[int]]
"""Cues of one side as a sheet has them, by id; and those whose time it says for sure."""


def _marks(sheet: Sheet, starts: Sequence[int | None], at: tuple[int, int]) -> _Marks:
    side, column = at
    place = sheet.header.index(ID)
    marks: dict[int, CueMark] = {}
    sure: set[int] = set()
    for row, start in zip(sheet.rows, starts, strict=True):
        ids = cue_ids(row[place])
        cue_id = ids.get(side)
        if cue_id is None or start is None or cue_id in marks:
            continue
        text = row[column] if column >= 0 else ""
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        marks[cue_id] = CueMark(cue_id, start, digest)
        if side == min(ids):
            # The time is that of the row's first cue: of the other it is only near.
            sure.add(cue_id)
    return marks, sure


def _moved(track: Track, told: _Marks) -> bool:
    marks, sure = told
    return any(cue.start != marks[cue.id].start for cue in track.cues if cue.id in sure)
