"""Cues found again in a track that was edited elsewhere, by order, text and time; none guessed."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median

from studio.subs.cue import Cue, Track

_NEAR = 250  # ms: a rewritten cue still starts where it did, beside its neighbours
_NEAR_ALONE = 60  # ms: the same, where nothing else was found to tell of a shift
_NEIGHBOURS = 4  # cues found on either side that tell how far the place was shifted


@dataclass(frozen=True, slots=True)
class CueMark:
    """How a cue is found again: its id, its start (ms), and 12 hex digits of its text's SHA-256."""

    id: int
    start: int
    text: str


def mark(cue: Cue) -> CueMark:
    """How to find a cue again."""
    digest = hashlib.sha256(cue.text.encode("utf-8", "surrogatepass")).hexdigest()
    return CueMark(cue.id, cue.start, digest[:12])


@dataclass(slots=True)
class Found:
    """What became of marks: `now` the id of each one's cue, `lost` those without, in their order;
    `changed` how many have another text; `left` the ids that no mark has, in the track's order."""

    now: dict[CueMark, int] = field(default_factory=dict)
    lost: list[CueMark] = field(default_factory=list)
    changed: int = 0
    left: list[int] = field(default_factory=list)


def found(marks: Iterable[CueMark], track: Track) -> Found:
    """Each mark's cue in a track as it is now, at most one for each, the surest ways first.

    Texts that are there once on both sides and keep their order hold the rest in place. Between
    them texts that are there as often on both sides are taken in their order; a text that is left
    once is found wherever it was moved; and a cue that was rewritten is the one that starts where
    it should. What none of this finds is lost.
    """
    wanted = sorted(dict.fromkeys(marks), key=lambda one: (one.start, one.id))
    cues = sorted(track.cues, key=lambda cue: (cue.start, cue.end))
    search = _Search(wanted, cues, [mark(cue) for cue in cues])
    search.run()
    taken = {cues[place].id for place in search.of.values()}
    return Found(
        {wanted[n]: cues[place].id for n, place in sorted(search.of.items())},
        [one for n, one in enumerate(wanted) if n not in search.of],
        search.changed,
        [cue.id for cue in track.cues if cue.id not in taken],
    )


@dataclass(slots=True)
class _Search:
    """Marks and cues in the order of time; `of` says which mark (by place) is which cue."""

    wanted: Sequence[CueMark]
    cues: Sequence[Cue]
    marks: Sequence[CueMark]
    of: dict[int, int] = field(default_factory=dict)
    changed: int = 0

    def run(self) -> None:
        """All the ways, one after the other."""
        self._untouched()
        anchors = self._anchors()
        self.of.update(anchors)
        for low, high in _between(sorted(self.of.items()), (len(self.wanted), len(self.cues))):
            self._in_order(low, high)
        self._moved()
        self._rewritten()

    def _untouched(self) -> None:
        """Same id, start and text: most of them, as a rule."""
        places = {one: place for place, one in enumerate(self.marks)}
        same = [(n, places[one]) for n, one in enumerate(self.wanted) if one in places]
        self.of.update(_rising(same))

    def _anchors(self) -> list[tuple[int, int]]:
        """Texts that are there once on either side, as far as they keep the order of what was
        found untouched."""
        known, taken = sorted(self.of.items()), set(self.of.values())
        kept = []
        for n, place in _rising(self._single()):
            at = bisect_left(known, (n, place))
            before = known[at - 1][1] if at else -1
            after = known[at][1] if at < len(known) else len(self.cues)
            if n not in self.of and place not in taken and before < place < after:
                kept.append((n, place))
        return kept

    def _single(self) -> list[tuple[int, int]]:
        ours = Counter(one.text for one in self.wanted)
        theirs = Counter(one.text for one in self.marks)
        places = {one.text: place for place, one in enumerate(self.marks)}
        return [
            (n, places[one.text])
            for n, one in enumerate(self.wanted)
            if ours[one.text] == 1 and theirs[one.text] == 1
        ]

    def _in_order(self, low: tuple[int, int], high: tuple[int, int]) -> None:
        """Between two that are found: texts that are there as often on both sides, in order."""
        ours, theirs = self._by_text(range(low[0], high[0]), range(low[1], high[1]))
        pairs = [
            pair
            for text, numbers in ours.items()
            if len(numbers) == len(theirs.get(text, ()))
            for pair in zip(numbers, theirs[text], strict=True)
        ]
        self.of.update(_rising(sorted(pairs)))

    def _by_text(
        self, numbers: Iterable[int], places: Iterable[int]
    ) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
        ours: dict[str, list[int]] = defaultdict(list)
        theirs: dict[str, list[int]] = defaultdict(list)
        for n in numbers:
            ours[self.wanted[n].text].append(n)
        for place in places:
            theirs[self.marks[place].text].append(place)
        return ours, theirs

    def _moved(self) -> None:
        """A text that is left once on either side, wherever it stands now; of more of the same,
        those that start where they should."""
        taken = set(self.of.values())
        ours, theirs = self._by_text(
            (n for n in range(len(self.wanted)) if n not in self.of),
            (place for place in range(len(self.cues)) if place not in taken),
        )
        shifts = self._shifts()
        for text, numbers in ours.items():
            places = theirs.get(text, [])
            if len(numbers) == len(places) == 1:
                self.of[numbers[0]] = places[0]
            elif places:
                self.of.update(self._at_their_times(numbers, places, shifts))

    def _rewritten(self) -> None:
        """Another text where a cue should start."""
        taken = set(self.of.values())
        numbers = [n for n in range(len(self.wanted)) if n not in self.of]
        places = [place for place in range(len(self.cues)) if place not in taken]
        pairs = self._at_their_times(numbers, places, self._shifts())
        self.changed += len(pairs)
        self.of.update(pairs)

    def _shifts(self) -> tuple[list[int], list[int]]:
        """The places of marks that are found, and how far (ms) each one's cue was moved."""
        known = sorted(self.of)
        return known, [self.cues[self.of[n]].start - self.wanted[n].start for n in known]

    def _at_their_times(
        self, numbers: Sequence[int], places: Sequence[int], shifts: tuple[list[int], list[int]]
    ) -> dict[int, int]:
        """Marks and cues that are each other's nearest and start where the neighbours say."""
        known, moved = shifts
        near = _NEAR if known else _NEAR_ALONE
        starts = [self.cues[place].start for place in places]
        nearest: dict[int, tuple[int, int]] = {}
        for n in numbers:
            at = bisect_left(known, n)
            beside = moved[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS]
            due = self.wanted[n].start + (round(median(beside)) if beside else 0)
            first = bisect_left(starts, due)
            for place in places[max(0, first - 1) : first + 1]:
                away = abs(self.cues[place].start - due)
                if away <= near and (away, n) < nearest.get(place, (near + 1, n)):
                    nearest[place] = (away, n)
        found: dict[int, tuple[int, int]] = {}
        for place, (away, n) in sorted(nearest.items()):
            found[n] = min(found.get(n, (near + 1, place)), (away, place))
        return {n: place for n, (_, place) in found.items()}


def _between(
    pairs: Sequence[tuple[int, int]], ends: tuple[int, int]
) -> Iterable[tuple[tuple[int, int], tuple[int, int]]]:
    """The stretches between pairs: their first places and where they end."""
    low = (0, 0)
    for pair in (*pairs, ends):
        if pair[0] > low[0] and pair[1] > low[1]:
            yield low, pair
        low = pair[0] + 1, pair[1] + 1


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most of some pairs (first places rising) whose second places rise, too."""
    tails: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        rank = bisect_left(tails, place)
        before.append(at[rank - 1] if rank else -1)
        if rank == len(tails):
            tails.append(place)
            at.append(number)
        else:
            tails[rank], at[rank] = place, number
    chain: list[tuple[int, int]] = []
    number = at[-1] if at else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]
