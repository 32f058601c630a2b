"""How right found boundaries are: cuts one to one within a tolerance, gradual ones by interval.

The convention is that of TRECVID: a boundary counts for one find only; a second one is false.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from studio.media.film import Film
from tests.glued.plan import Plan

TOLERANCE = 0.05
# A find this near (seconds) to a flash is the flash's.
_AT_FLASH = 0.13


@dataclass(frozen=True, slots=True)
class Boundary:
    """A true one, in seconds; a cut starts and stops at the same time."""

    kind: str
    start: float
    stop: float


@dataclass(frozen=True, slots=True)
class Score:
    """Counts that add up over films. `by_kind`: kind, found, true."""

    right: int = 0
    false: int = 0
    missed: int = 0
    at_flashes: int = 0
    flashes: int = 0
    by_kind: tuple[tuple[str, int, int], ...] = ()

    def __add__(self, other: Score) -> Score:
        kinds: dict[str, tuple[int, int]] = {}
        for kind, found, true in (*self.by_kind, *other.by_kind):
            had = kinds.get(kind, (0, 0))
            kinds[kind] = (had[0] + found, had[1] + true)
        return Score(
            self.right + other.right,
            self.false + other.false,
            self.missed + other.missed,
            self.at_flashes + other.at_flashes,
            self.flashes + other.flashes,
            tuple((kind, *counts) for kind, counts in sorted(kinds.items())),
        )

    @property
    def precision(self) -> float:
        """Of what was found, the share that is right; 1 where nothing was found."""
        return self.right / max(1, self.right + self.false) if self.right + self.false else 1.0

    @property
    def recall(self) -> float:
        """Of what is there, the share that was found; 1 where nothing is there."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def flash_rate(self) -> float:
        """False cuts for each 100 flashes."""
        return 100 * self.at_flashes / self.flashes if self.flashes else 0.0


def truth(plan: Plan, film: Film) -> tuple[tuple[Boundary, ...], tuple[tuple[float, float], ...]]:
    """The boundaries and the inserted flashes of a glued film, in seconds of its own clock."""

    def at(number: int) -> float:
        return number / float(film.video.rate.value)

    boundaries = (Boundary(one.kind, at(one.start), at(one.stop)) for one in plan.changes())
    return tuple(boundaries), tuple((at(start), at(stop)) for start, stop in plan.flashes())


def judge(
    true: Sequence[Boundary], flashes: Sequence[tuple[float, float]], found: Iterable[float]
) -> Score:
    """Points found (seconds) against all boundaries; nearest pairs first, each used once."""
    points = sorted(found)
    matched = matches(true, points)
    false = [at for number, at in enumerate(points) if number not in matched.values()]
    lit = sum(
        any(start - _AT_FLASH <= at <= stop + _AT_FLASH for start, stop in flashes) for at in false
    )
    kinds: dict[str, tuple[int, int]] = {}
    for number, one in enumerate(true):
        had = kinds.get(one.kind, (0, 0))
        kinds[one.kind] = (had[0] + (number in matched), had[1] + 1)
    return Score(
        right=len(matched),
        false=len(false),
        missed=len(true) - len(matched),
        at_flashes=lit,
        flashes=len(flashes),
        by_kind=tuple((kind, *counts) for kind, counts in sorted(kinds.items())),
    )


def matches(true: Sequence[Boundary], points: Sequence[float]) -> dict[int, int]:
    """Which find (by number) each true boundary (by number) is given."""
    pairs = sorted(
        (_away(one, at), number, place)
        for number, one in enumerate(true)
        for place, at in enumerate(points)
        if _away(one, at) <= TOLERANCE + 1e-6
    )
    given: dict[int, int] = {}
    for _, number, place in pairs:
        if number not in given and place not in given.values():
            given[number] = place
    return given


def spans(true: Sequence[Boundary], found: Sequence[tuple[float, float]]) -> Score:
    """Intervals against intervals: right where they share more than half of the shorter one."""
    pairs = sorted(
        (
            (-_shared(one, span), number, place)
            for number, one in enumerate(true)
            for place, span in enumerate(found)
            if _shared(one, span) > 0.5
        ),
    )
    given: dict[int, int] = {}
    for _, number, place in pairs:
        if number not in given and place not in given.values():
            given[number] = place
    return Score(len(given), len(found) - len(given), len(true) - len(given))


def _away(one: Boundary, at: float) -> float:
    return max(one.start - at, at - one.stop, 0.0)


def _shared(one: Boundary, span: tuple[float, float]) -> float:
    both = min(one.stop, span[1]) - max(one.start, span[0])
    return both / max(1e-6, min(one.stop - one.start, span[1] - span[0]))
