"""Comparing and checking two tracks: done on a thread, or for large ones in another process."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import overload

from studio.core.children import in_child
from studio.core.progress import Progress
from studio.core.time import FrameRate
from studio.subs.checks.base import NOTHING_AROUND, Around, CheckProfile, Finding, Severity
from studio.subs.checks.run import check
from studio.subs.cue import Cue, Track
from studio.subs.linking import Link, Pairing, flipped, link

LARGE = 600
"""With more cues than this the work is done in a process of its own: on a thread it would hold
the window back each time Python changes hands."""

_Fields = tuple[str, Severity, int, int, float, float, str, str, bool]
"""Those of a Finding, in their order."""
_Row = tuple[int, int, int, _Fields]
"""Side, cue id, number in its track, the finding."""
_Link = tuple[tuple[int, ...], tuple[int, ...], float]
_Cues = tuple[str, list[tuple[int, int, int, str, str]]]


@dataclass(frozen=True, slots=True)
class Place:
    """A finding and where it is: side 0 or 1, the cue's id, and its number in its track."""

    side: int
    cue_id: int
    number: int
    finding: Finding


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be compared and checked; `pairing` where the links are known to be true still."""

    a: Track
    b: Track | None
    pairing: Pairing | None
    profile: CheckProfile
    rate: FrameRate | None
    around: Around = NOTHING_AROUND

    @property
    def large(self) -> bool:
        """Whether it is too much for a thread beside the window."""
        return len(self.a.cues) + (len(self.b.cues) if self.b is not None else 0) > LARGE


class Places(Sequence[Place]):
    """All findings in order of time, made when they are asked for: there may be thousands."""

    def __init__(self, found: Sequence[_Row] = ()) -> None:
        self._found = found
        self._by_cue: tuple[dict[int, list[int]], dict[int, list[int]]] = ({}, {})
        for place, row in enumerate(found):
            self._by_cue[row[0]].setdefault(row[1], []).append(place)

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, index: int) -> Place: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Place]: ...
    def __getitem__(self, index: int | slice) -> Place | Sequence[Place]:
        if isinstance(index, slice):
            return Places(self._found[index])
        side, cue_id, number, fields = self._found[index]
        return Place(side, cue_id, number, Finding(*fields))

    @property
    def can_be_mended(self) -> bool:
        """Whether anything mends one of them."""
        return any(row[3][8] for row in self._found)

    @property
    def starts(self) -> list[int]:
        """When the cue of each begins, in milliseconds."""
        return [row[3][3] for row in self._found]

    def cues(self, side: int) -> Collection[int]:
        """The ids of the cues of a side where something was found."""
        return self._by_cue[side].keys()

    def of(self, side: int, cue_id: int) -> Sequence[Finding]:
        """What was found at a cue."""
        return [self[place].finding for place in self._by_cue[side].get(cue_id, ())]

    def index_of(self, side: int, cue_id: int, check: str) -> int:
        """Where the finding of a check at a cue stands, -1 where there is none."""
        listed = self._by_cue[side].get(cue_id, ())
        return next((place for place in listed if self._found[place][3][0] == check), -1)


@dataclass(frozen=True, slots=True)
class Seen:
    """The links of the tracks, and what was found in them."""

    pairing: Pairing | None
    places: Places


def look(order: Order, progress: Progress) -> Seen:
    """Link two tracks and check each by its own language; large ones in a process of their own."""
    if not order.large:
        pairing, found = _work(order, progress)
        return Seen(pairing, Places(found))
    # Plain tuples cross between processes many times faster than values of classes do.
    b = _packed(order.b) if order.b is not None else None
    links, found = in_child(
        _work_packed,
        (_packed(order.a), b),
        order.pairing,
        (order.profile, order.rate, order.around),
        progress=progress,
    )
    if links is None:
        return Seen(order.pairing, Places(found))
    listed, offset, speed = links
    return Seen(Pairing(tuple(Link(*one) for one in listed), offset, speed), Places(found))


def _packed(track: Track) -> _Cues:
    return track.language, [(c.id, c.start, c.end, c.text, c.style) for c in track.cues]


def _unpacked(packed: _Cues) -> Track:
    return Track(packed[0], tuple(Cue(*fields) for fields in packed[1]))


def _work_packed(
    tracks: tuple[_Cues, _Cues | None],
    known: Pairing | None,
    by: tuple[CheckProfile, FrameRate | None, Around],
    progress: Progress,
) -> tuple[tuple[list[_Link], int, Fraction] | None, list[_Row]]:
    """In the other process. The links are None where they are those that were known."""
    b = _unpacked(tracks[1]) if tracks[1] is not None else None
    pairing, found = _work(Order(_unpacked(tracks[0]), b, known, *by), progress)
    if pairing is None or pairing is known:
        return None, found
    listed: list[_Link] = [(one.a, one.b, one.confidence) for one in pairing.links]
    return (listed, pairing.offset, pairing.speed), found


def _work(order: Order, progress: Progress) -> tuple[Pairing | None, list[_Row]]:
    a, b, pairing = order.a, order.b, order.pairing
    if b is not None and pairing is None:
        pairing = link(a, b, progress)
    rows: list[_Row] = []
    for side, (track, partner) in enumerate(((a, b), (b, a))):
        if track is None:
            continue
        linked = pairing if side == 0 or pairing is None else flipped(pairing)
        around = replace(order.around, second=side == 1)
        for one in check(track, order.profile, order.rate, partner, linked, around):
            rows.append((side, track.cues[one.cue].id, one.cue + 1, _fields(one)))
    rows.sort(key=lambda row: (row[3][3], row[0]))
    return pairing, rows


def _fields(one: Finding) -> _Fields:
    return (
        one.check,
        one.severity,
        one.cue,
        one.start,
        one.measured,
        one.limit,
        one.message,
        one.source,
        one.fixable,
    )
