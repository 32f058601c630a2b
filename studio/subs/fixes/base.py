"""What a fix is: for one finding it offers changes of cues, the best first."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from typing import Literal

from studio.core.registry import Registry
from studio.core.time import FrameRate
from studio.subs.checks.base import NOTHING_AROUND, Around, CheckProfile
from studio.subs.checks.clock import frame_of, time_of
from studio.subs.checks.rules import LanguageLimits, Timing
from studio.subs.cue import Cue, Track
from studio.subs.linking import Link, Pairing

Touches = Literal["times", "breaks", "text", "cues"]
_TOGETHER = 21
"""Milliseconds: half a frame at 24. Edges of linked cues this close are one edge."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that is mended at once: one track, or two that are linked (a is the first).

    `around` is as for checks; its `second` is set for b.
    """

    a: Track
    profile: CheckProfile
    b: Track | None = None
    pairing: Pairing | None = None
    rate: FrameRate | None = None
    around: Around = NOTHING_AROUND

    @property
    def tracks(self) -> tuple[Track, ...]:
        """The tracks that there are."""
        return (self.a,) if self.b is None else (self.a, self.b)

    def around_of(self, side: int) -> Around:
        """What is known beside the track of a side."""
        return replace(self.around, second=True) if side else self.around


@dataclass(frozen=True, slots=True)
class Edit:
    """One cue before and after; `after` None where it is taken out."""

    side: int
    before: Cue
    after: Cue | None


Offer = tuple[Edit, ...]


class Bench:
    """The tracks while they are mended: cues by id, in order of time, and their links."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.cues = [{cue.id: cue for cue in track.cues} for track in desk.tracks]
        self.places = [{cue.id: n for n, cue in enumerate(track.cues)} for track in desk.tracks]
        self._row = [sorted((c.start, c.end, c.id) for c in track.cues) for track in desk.tracks]
        self._longest = [max((c.duration for c in track.cues), default=0) for track in desk.tracks]
        self._links: list[dict[int, Link]] = [{}, {}]
        for link in desk.pairing.links if desk.pairing is not None else ():
            for side, ids in enumerate((link.a, link.b)):
                self._links[side] |= dict.fromkeys(ids, link)

    @cached_property
    def in_step(self) -> bool:
        """Whether both tracks tell the same time, so that their edges can be compared."""
        pairing = self.desk.pairing
        return pairing is not None and not pairing.offset and pairing.speed == 1

    def limits(self, side: int) -> LanguageLimits:
        """The limits of a side's language."""
        return self.desk.profile.limits(self.desk.tracks[side].language)

    def link(self, side: int, cue_id: int) -> Link | None:
        """The link that a cue stands in."""
        return self._links[side].get(cue_id)

    def partners(self, side: int, cue_id: int) -> list[Cue]:
        """The cues of the other language that a cue is linked with."""
        link = self.link(side, cue_id)
        if link is None or len(self.cues) < 2:
            return []
        ids = link.a if side else link.b
        return [self.cues[1 - side][id] for id in ids if id in self.cues[1 - side]]

    def between(self, side: int, start: int, end: int) -> list[Cue]:
        """Cues that stand at any time from `start` to `end` (ms), in order of time."""
        row = self._row[side]
        low = bisect_left(row, (start - self._longest[side], -1, -1))
        found: list[Cue] = []
        for begin, stop, cue_id in row[low:]:
            if begin > end:
                break
            if stop >= start or begin >= start:
                found.append(self.cues[side][cue_id])
        return found

    def before(self, side: int, cue: Cue) -> Cue | None:
        """The cue before one that ends last."""
        row = self._row[side]
        place = bisect_left(row, (cue.start, cue.end, cue.id))
        near = row[max(0, place - _MANY) : place]
        last = max(near, key=lambda one: one[1], default=None)
        return None if last is None else self.cues[side][last[2]]

    def after(self, side: int, cue: Cue) -> Cue | None:
        """The cue that comes next."""
        row = self._row[side]
        place = bisect_left(row, (cue.start, cue.end, cue.id)) + 1
        return self.cues[side][row[place][2]] if place < len(row) else None

    def apply(self, edits: Iterable[Edit], *, back: bool = False) -> None:
        """Make the edits, or take them back."""
        for edit in edits:
            old, new = (edit.after, edit.before) if back else (edit.before, edit.after)
            row = self._row[edit.side]
            if old is not None:
                del row[bisect_left(row, (old.start, old.end, old.id))]
                del self.cues[edit.side][old.id]
            if new is not None:
                insort(row, (new.start, new.end, new.id))
                self.cues[edit.side][new.id] = new
                self._longest[edit.side] = max(self._longest[edit.side], new.duration)

    def track(self, side: int, ids: Iterable[int] | None = None) -> Track:
        """A side as it is now, all of it or some cues, in the track's own order."""
        place = self.places[side]
        wanted = self.cues[side].keys() if ids is None else ids
        listed = sorted((id for id in wanted if id in self.cues[side]), key=place.__getitem__)
        return self.desk.tracks[side].with_cues(tuple(self.cues[side][id] for id in listed))

    def pairing(self) -> Pairing | None:
        """The links without what was taken out."""
        old = self.desk.pairing
        if old is None:
            return None
        a, b = self.cues[0], self.cues[1] if len(self.cues) > 1 else {}
        links = (
            replace(
                link, a=tuple(i for i in link.a if i in a), b=tuple(i for i in link.b if i in b)
            )
            for link in old.links
        )
        return replace(old, links=tuple(link for link in links if link.a or link.b))

    def moved(self, side: int, cue: Cue, start: int, end: int) -> Offer | None:
        """A cue at other times, its partners' edges along with it where they were together.

        None where a cue would end before it starts, or the track before it begins.
        """
        edits = [Edit(side, cue, replace(cue, start=start, end=end))]
        if self.in_step:
            for other in self.partners(side, cue.id):
                same_start = abs(other.start - cue.start) <= _TOGETHER
                same_end = abs(other.end - cue.end) <= _TOGETHER
                new = replace(
                    other,
                    start=start if same_start and start != cue.start else other.start,
                    end=end if same_end and end != cue.end else other.end,
                )
                if new != other:
                    edits.append(Edit(1 - side, other, new))
        if any(one.after and (one.after.start < 0 or one.after.duration <= 0) for one in edits):
            return None
        return tuple(edit for edit in edits if edit.before != edit.after) or None


_MANY = 64
"""Cues before one that are looked at for the one that ends last."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Times in frames of the film, or in ms where its rate is not known."""

    rate: FrameRate | None
    timing: Timing

    def unit(self, time: int) -> int:
        """A time in ms as frames."""
        return time if self.rate is None else frame_of(time, self.rate)

    def time(self, unit: int) -> int:
        """Frames as ms."""
        return unit if self.rate is None else time_of(unit, self.rate)

    def length(self, seconds: Fraction) -> int:
        """The least length that is not shorter than this."""
        exact = seconds * (1000 if self.rate is None else self.rate.value)
        return exact.__ceil__()

    @property
    def gap(self) -> int:
        """What lies between two cues at least."""
        return self.timing.gap_ms if self.rate is None else self.timing.gap_frames

    @property
    def shortest(self) -> int:
        """The least length of a cue, as the check has it."""
        if self.rate is None:
            return (self.timing.min_seconds * 1000).__floor__()
        return self.rate.nearest_frame(self.timing.min_seconds)

    @property
    def longest(self) -> int:
        """The greatest length of a cue, as the check has it."""
        if self.rate is None:
            return (self.timing.max_seconds * 1000).__ceil__()
        return self.rate.nearest_frame(self.timing.max_seconds)


def grid_of(bench: Bench, side: int) -> Grid:
    """The grid of a side's language."""
    limits = bench.limits(side)
    return Grid(bench.desk.rate, limits.timing or bench.desk.profile.timing)


@dataclass(frozen=True, slots=True)
class Fix:
    """How the findings of a check are mended; `offers` are tried in their order.

    `touches` is all that it may change: times, line breaks (and spaces in their place), the text,
    or whether the cue is there at all. `says` is what it does.
    """

    name: str
    says: str
    touches: Touches
    offers: Callable[[Bench, int, Cue], Iterator[Offer | None]]


FIXES: Registry[Fix] = Registry("fix")
Offers = Callable[[Bench, int, Cue], Iterator[Offer | None]]


def fix_for(name: str, says: str, touches: Touches) -> Callable[[Offers], Offers]:
    """Decorator: file a function as the fix of the check `name`."""

    def file(offers: Offers) -> Offers:
        FIXES.add(name)(Fix(name, says, touches, offers))
        return offers

    return file
