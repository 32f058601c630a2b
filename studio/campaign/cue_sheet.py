"""Cues as rows for translators, source beside target, and what came back, told before it counts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import zip_longest
from typing import Literal

from studio.campaign.cue_places import cue_ids, ids_today
from studio.campaign.deck import ID, NOTE, TEXT_LIMIT, Sheet, cell_name
from studio.core.errors import BadValue
from studio.core.said import said
from studio.core.time import clock
from studio.subs.cue import Cue, Track
from studio.subs.language import canonical
from studio.subs.linking import Pairing
from studio.subs.review import Review

_START, _END, _STATE = "start", "end", "state"
Kind = Literal["changed", "emptied", "missing", "unknown", "twice", "refused"]


@dataclass(frozen=True, slots=True)
class CueDifference:
    """One cell that is not as the track has it, or one cue that no cell is for.

    `changed` and `emptied` can be taken; `missing` (the sheet has no row for the cue), `unknown`
    (no such cue or column), `twice` and `refused` only tell, and `why` says more.
    """

    kind: Kind
    language: str
    cue_id: int
    before: str = ""
    after: str = ""
    cell: str = ""
    why: str = ""

    @property
    def can_take(self) -> bool:
        """Whether `taken` would do something with it."""
        return self.kind in ("changed", "emptied")


def cue_sheet(
    tracks: Sequence[Track], pairing: Pairing | None = None, reviews: Sequence[Review] = ()
) -> Sheet:
    """One or two tracks as a sheet: a row for each cue, linked cues beside each other.

    The id names both cues (`a12 b14`), so that texts find back whatever was sorted or filtered.
    Raises BadValue for two tracks of one language, or two without their links.
    """
    languages = [track.language for track in tracks]
    if len(set(languages)) < len(languages):
        raise BadValue(said("Both tracks are in {language}.", language=languages[0]))
    if len(tracks) > 1 and pairing is None:
        raise BadValue(said("Two tracks need their links."))
    marks = {review.language: review.by_id() for review in reviews}
    rows: list[tuple[str, ...]] = []
    for cues in _rows(tracks, pairing):
        there = [cue for cue in cues if cue is not None]
        id = " ".join(f"{'ab'[side]}{cue.id}" for side, cue in enumerate(cues) if cue is not None)
        last = [marks.get(tag, {}).get(c.id) for tag, c in zip(languages, cues, strict=True) if c]
        notes = "\n".join(one.note for one in last if one is not None and one.note)
        states = "/".join(one.state if one is not None else "draft" for one in last)
        times = (_time(there[0].start), _time(there[0].end))
        texts = (cue.text if cue is not None else "" for cue in cues)
        rows.append((id, notes, *times, states if reviews else "", *texts))
    header = (ID, NOTE, _START, _END, _STATE, *languages)
    return Sheet(header, tuple(rows), tuple(range(2, len(rows) + 2)))


def _time(ms: int) -> str:
    return clock(Fraction(ms, 1000))


def _rows(tracks: Sequence[Track], pairing: Pairing | None) -> Iterator[tuple[Cue | None, ...]]:
    if pairing is None or len(tracks) < 2:
        yield from ((cue,) for cue in tracks[0].cues)
        return
    ours, theirs = ({cue.id: cue for cue in track.cues} for track in tracks)
    for link in pairing.links:
        yield from zip_longest((ours[id] for id in link.a), (theirs[id] for id in link.b))


def compare_cues(tracks: Sequence[Track], sheet: Sheet) -> tuple[CueDifference, ...]:
    """What a sheet that came back would change, and what it cannot; nothing is passed over."""
    columns, found = _columns(tracks, sheet)
    comparing = _Comparing(tracks, sheet, columns)
    for row in range(len(sheet.rows)):
        found += comparing.row(row, columns)
    for side in columns.values():
        found += comparing.missing(side)
    return tuple(found)


def _columns(tracks: Sequence[Track], sheet: Sheet) -> tuple[dict[int, int], list[CueDifference]]:
    """Which column holds which track."""
    columns: dict[int, int] = {}
    wrong: list[CueDifference] = []
    known = {track.language: side for side, track in enumerate(tracks)}
    for place, title in enumerate(sheet.header):
        if title in (ID, NOTE, _START, _END, _STATE) or not title:
            continue
        side = known.get(canonical(title))
        if side is None:
            why = said("No track is in “{title}”.", title=title)
            wrong.append(CueDifference("unknown", title, 0, cell=cell_name(1, place), why=why))
        elif side in columns.values():
            why = said("There is another column in {language}.", language=title)
            wrong.append(CueDifference("twice", title, 0, cell=cell_name(1, place), why=why))
        else:
            columns[place] = side
    return columns, wrong


class _Comparing:
    """Goes through a sheet's rows and remembers which cues had one."""

    def __init__(self, tracks: Sequence[Track], sheet: Sheet, columns: Mapping[int, int]) -> None:
        self._tracks = tracks
        self._sheet = sheet
        self._place = sheet.header.index(ID)
        self._cues = [{cue.id: cue for cue in track.cues} for track in tracks]
        self._seen: dict[tuple[int, int], int] = {}
        self._today = ids_today(tracks, sheet, columns)

    def row(self, row: int, columns: Mapping[int, int]) -> Iterator[CueDifference]:
        """The differences of one row."""
        cells = self._sheet.rows[row]
        if not any(cell.strip() for cell in cells):
            return
        ids = cue_ids(cells[self._place])
        if not ids:
            why = said("The row says no id, so it cannot be told what it is for.")
            cell = cell_name(self._sheet.numbers[row], self._place)
            yield CueDifference("unknown", "", 0, cell=cell, why=why)
            return
        for column, side in columns.items():
            if side in ids:
                yield from self._cell((row, column), side, self._now(side, ids[side]))
            elif cells[column].strip():
                language = self._tracks[side].language
                why = said("This row has no cue in {language}.", language=language)
                cell = cell_name(self._sheet.numbers[row], column)
                yield CueDifference("unknown", language, 0, "", cells[column], cell, why)

    def _now(self, side: int, cue_id: int) -> int:
        return self._today[side].get(cue_id, cue_id)

    def _cell(self, at: tuple[int, int], side: int, cue_id: int) -> Iterator[CueDifference]:
        row, column = at
        text, language = self._sheet.rows[row][column], self._tracks[side].language
        cell = cell_name(self._sheet.numbers[row], column)
        cue, key = self._cues[side].get(cue_id), (side, cue_id)
        before = cue.text if cue is not None else ""
        fault = _fault(cue, self._seen.get(key), self._sheet.faults.get(at, ""), text)
        self._seen.setdefault(key, self._sheet.numbers[row])
        if fault is not None:
            yield CueDifference(fault[0], language, cue_id, before, text, cell, fault[1])
        elif text.strip() != before.strip():
            kind: Kind = "changed" if text.strip() else "emptied"
            yield CueDifference(kind, language, cue_id, before, text if text.strip() else "", cell)

    def missing(self, side: int) -> Iterator[CueDifference]:
        """The cues of a track that the sheet has no row for."""
        why = said("The sheet has no row for it; it stays as it is.")
        for cue in self._tracks[side].cues:
            if (side, cue.id) not in self._seen:
                language = self._tracks[side].language
                yield CueDifference("missing", language, cue.id, cue.text, why=why)


def _fault(cue: Cue | None, row: int | None, why: str, text: str) -> tuple[Kind, str] | None:
    """Why a text cannot be taken; `row` is that of another text for the same cue."""
    if cue is None:
        return "unknown", said("The track has no such cue any more.")
    if row is not None:
        return "twice", said("Row {row} is for the same cue.", row=row)
    if why:
        return "refused", why
    if len(text) > TEXT_LIMIT:
        return "refused", said(
            "The text has {n} characters; {most} is the most.", n=len(text), most=TEXT_LIMIT
        )
    if any(unicodedata.category(char) in ("Cc", "Cs") and char not in "\n\t" for char in text):
        return "refused", said("The text holds a control character.")
    return None


def taken(tracks: Sequence[Track], differences: Iterable[CueDifference]) -> tuple[Track, ...]:
    """The tracks with those differences that can be taken; cues keep ids, times and order."""
    texts = {(one.language, one.cue_id): one.after for one in differences if one.can_take}
    return tuple(
        track.with_cues(
            tuple(
                replace(cue, text=texts[track.language, cue.id])
                if (track.language, cue.id) in texts
                else cue
                for cue in track.cues
            )
        )
        for track in tracks
    )
