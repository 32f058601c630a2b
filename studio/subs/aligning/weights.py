"""What each possible link is worth: how well its times, lengths, marks and words agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import log

import numpy as np
import numpy.typing as npt

from studio.subs.aligning.band import Band, Times
from studio.subs.aligning.clues import Clues
from studio.subs.aligning.ways import Move

Floats = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]

# How often a link has so many cues of each side, before anything is known of them. Set on the
# tuning tracks of benchmarks/pairing.py, where every third cue was split or merged.
_OFTEN: dict[Move, float] = {
    (1, 1): 0.70, (1, 2): 0.10, (2, 1): 0.10, (1, 3): 0.012, (3, 1): 0.012, (2, 2): 0.012,
    (2, 3): 0.004, (3, 2): 0.004, (1, 4): 0.002, (4, 1): 0.002, (3, 3): 0.0015,
    (1, 5): 0.0005, (5, 1): 0.0005, (2, 4): 0.0005, (4, 2): 0.0005,
    (1, 0): 0.03, (0, 1): 0.03,
}  # fmt: skip
ALL: tuple[Move, ...] = tuple(_OFTEN)
LONE = log(_OFTEN[1, 0])
"""What a cue is worth that stands alone (natural logarithm)."""
SIMPLE: tuple[Move, ...] = ((1, 1), (1, 2), (2, 1), (2, 2), (1, 0), (0, 1))
_NEVER = -np.inf
_T4 = log(0.375)  # the greatest density of Student's t with four degrees of freedom
_LEAST_NOISE, _USUAL_NOISE = 60.0, 200.0  # ms
# One edge in so many is set by another habit (held longer, cut at a breath) and scatters widely.
_HABIT, _HABIT_NOISE = 0.12, 700.0
_NO_LENGTH = 0.9  # spread of log lengths at which they tell nothing
_WORST_LENGTH = -2.5
_WORD_STEPS = (0.01, 3.0, 8.0)
_EXACT = 4.0
_ADVERT = -6.0  # what reads like an advert, on one side only
_MEETING = 60.0  # ms that cues may overlap and still be parted between them
_FEW = 6.0  # so many links are weighed against what was thought before


@dataclass(frozen=True, slots=True)
class Habits:
    """What two tracks have in common where they are linked; learned from their links.

    `noise` spread (ms) of starts and of ends; `ratio` length of a's text over b's, `spread` of
    its logarithm; `marks` (4, 2, 2) log odds by whether a and b have the mark; `words` log odds
    by how much they share (none, little, some, much).
    """

    noise: tuple[float, float] = (_USUAL_NOISE, _USUAL_NOISE)
    ratio: float = 1.0
    spread: float = _NO_LENGTH
    marks: Floats = field(default_factory=lambda: np.zeros((4, 2, 2)))
    words: tuple[float, ...] = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Sides:
    """Both tracks with b's times in a's time, the band, and what they share cell by cell."""

    a: Clues
    b: Clues
    moved: Times
    band: Band
    shared: Floats


def worths_of(sides: Sides, habits: Habits, moves: Sequence[Move]) -> dict[Move, Floats]:
    """For each move what it is worth to enter each cell by it (natural logarithm; see `ways`)."""
    weighing = _Weighing(sides, habits)
    return {move: weighing.worth(move) for move in moves}


class _Weighing:
    """Sums over the tracks that every move needs."""

    def __init__(self, sides: Sides, habits: Habits) -> None:
        self._sides, self._habits = sides, habits
        a, b, moved = sides.a, sides.b, sides.moved
        self._lengths = _summed(a.lengths), _summed(b.lengths * habits.ratio)
        self._little = 1.0 + 0.1 * float(a.lengths.mean()) if len(a) else 1.0
        self._foreign = _summed(a.foreign), _summed(b.foreign)
        self._marks = [(_summed(x), _summed(y)) for x, y in zip(a.marks, b.marks, strict=True)]
        self._as_they_are = bool(np.array_equal(b.starts, moved.starts))
        # Where cues stand alone nothing says when they start and how long they last.
        durations = np.concatenate((a.ends - a.starts, moved.ends - moved.starts))
        last = float(np.median(durations)) if len(durations) else 1.0
        spans = [
            np.ptp(times) / max(1, len(times)) for times in (a.starts, moved.starts) if len(times)
        ]
        apart = float(np.clip(max(spans, default=1.0), 1000.0, 8000.0))
        self._room = log(apart), log(float(np.clip(1.2 * last, 1000.0, 4000.0)))

    def worth(self, move: Move) -> Floats:
        """One move's worths, shape (cells,)."""
        p, q = move
        band = self._sides.band
        if not p or not q:
            return np.full(band.size, log(_OFTEN[move]))
        found = np.full(band.size, _NEVER)
        can = np.flatnonzero((band.rows >= p) & (band.columns >= q))
        i, j = band.rows[can], band.columns[can]
        value = self._by_time((i - p, i), (j - q, j)) + log(_OFTEN[move])
        value += self._by_length((i - p, i), (j - q, j)) + self._by_marks((i - p, i), (j - q, j))
        value += self._by_words(move, can, (i, j))
        value[self._divisible((i - p, i), (j - q, j), move)] = _NEVER
        found[can] = value
        return found

    def _divisible(
        self, i: tuple[Places, Places], j: tuple[Places, Places], move: Move
    ) -> npt.NDArray[np.bool_]:
        """Whether a moment parts both sides: then these are two links and no larger one."""
        a, moved = self._sides.a, self._sides.moved
        found = np.zeros(len(i[0]), dtype=np.bool_)
        for x in range(1, move[0]):
            for y in range(1, move[1]):
                over = np.maximum(a.ends[i[0] + x - 1], moved.ends[j[0] + y - 1])
                begun = np.minimum(a.starts[i[0] + x], moved.starts[j[0] + y])
                found |= over <= begun + _MEETING
        return found

    def _by_time(self, i: tuple[Places, Places], j: tuple[Places, Places]) -> Floats:
        a, moved = self._sides.a, self._sides.moved
        starts = moved.starts[j[0]] - a.starts[i[0]]
        ends = moved.ends[j[1] - 1] - a.ends[i[1] - 1]
        by_start = _likely(starts, self._habits.noise[0]) + self._room[0]
        # Cues that never meet say different things, however near they are.
        apart = (moved.starts[j[0]] >= a.ends[i[1] - 1]) | (moved.ends[j[1] - 1] <= a.starts[i[0]])
        value: Floats = by_start + _likely(ends, self._habits.noise[1]) + self._room[1]
        value[apart] -= 6.0
        # Both edges the same to the millisecond, with no shift, are no accident.
        if self._as_they_are:
            value[(starts == 0) & (ends == 0)] += _EXACT
        return value

    def _by_length(self, i: tuple[Places, Places], j: tuple[Places, Places]) -> Floats:
        spread = self._habits.spread
        if spread >= _NO_LENGTH:
            return np.zeros(len(i[0]))
        of_a, of_b = (
            total[high] - total[low]
            for total, (low, high) in zip(self._lengths, (i, j), strict=True)
        )
        away = np.log((of_a + self._little) / (of_b + self._little)) ** 2 / 2
        value: Floats = log(_NO_LENGTH / spread) - away / spread**2 + away / _NO_LENGTH**2
        return np.maximum(value, _WORST_LENGTH)

    def _by_marks(self, i: tuple[Places, Places], j: tuple[Places, Places]) -> Floats:
        of_a, of_b = self._foreign
        lone = (of_a[i[1]] - of_a[i[0]] > 0) != (of_b[j[1]] - of_b[j[0]] > 0)
        value = np.where(lone, _ADVERT, 0.0)
        for odds, (of_a, of_b) in zip(self._habits.marks, self._marks, strict=True):
            if not odds.any():
                continue
            have_a = (of_a[i[1]] - of_a[i[0]] > 0).astype(np.int64)
            have_b = (of_b[j[1]] - of_b[j[0]] > 0).astype(np.int64)
            value += odds[have_a, have_b]
        return value

    def _by_words(self, move: Move, can: Places, cells: tuple[Places, Places]) -> Floats:
        odds = np.array(self._habits.words)
        if not odds.any():
            return np.zeros(len(can))
        return np.asarray(odds[np.digitize(self._in_common(move, cells), _WORD_STEPS)])

    def _in_common(self, move: Move, cells: tuple[Places, Places]) -> Floats:
        """What the cues of a move share: the sum over each pair of them."""
        band, (i, j) = self._sides.band, cells
        lows, highs, begins = (np.array(one) for one in (band.lows, band.highs, band.begins))
        total = np.zeros(len(i))
        for up in range(move[0]):
            row = i - up
            for left in range(move[1]):
                column = j - left
                inside = (column >= lows[row]) & (column <= highs[row])
                place = np.where(inside, begins[row] + column - lows[row], 0)
                total += np.where(inside, self._sides.shared[place], 0.0)
        return total


def _summed(values: Floats) -> Floats:
    return np.concatenate(([0.0], np.cumsum(values)))


def _likely(away: Floats, noise: float) -> Floats:
    """Log density (per ms) of a difference: Student's t, four degrees of freedom, some wider."""
    value: Floats = np.logaddexp(
        log(1 - _HABIT) + _student(away, noise),
        log(_HABIT) + _student(away, max(noise, _HABIT_NOISE)),
    )
    return value


def _student(away: Floats, scale: float) -> Floats:
    value: Floats = _T4 - log(scale) - 2.5 * np.log1p((away / scale) ** 2 / 4)
    return value


def learned(sides: Sides, pairs: Sequence[tuple[int, int]]) -> Habits:
    """What the cues that are linked one to one (by place) have in common."""
    if not pairs:
        return Habits()
    i, j = (np.array(side) for side in zip(*pairs, strict=True))
    starts = sides.moved.starts[j] - sides.a.starts[i]
    ends = sides.moved.ends[j] - sides.a.ends[i]
    ratio, spread = _lengths(sides.a.lengths[i], sides.b.lengths[j])
    return Habits(
        (_noise(starts), _noise(ends)), ratio, spread, _marks(sides, (i, j)), _words(sides, (i, j))
    )


def _noise(away: Floats) -> float:
    """The scale of Student's t that fits; the usual one has a single vote."""
    middle = float(np.median(np.abs(away))) * 1.35
    count = len(away)
    return max(_LEAST_NOISE, (middle * count + _USUAL_NOISE) / (count + 1))


def _lengths(of_a: Floats, of_b: Floats) -> tuple[float, float]:
    said = (of_a > 0) & (of_b > 0)
    if said.sum() < _FEW:
        return 1.0, _NO_LENGTH
    ratio = float(of_a[said].sum() / of_b[said].sum())
    little = 1.0 + 0.1 * float(of_a[said].mean())
    away = np.log((of_a[said] + little) / (of_b[said] * ratio + little))
    spread = float(np.sqrt((np.sum(away**2) + _FEW * 0.4**2) / (len(away) + _FEW)))
    return ratio, min(_NO_LENGTH, max(0.15, spread))


def _marks(sides: Sides, pairs: tuple[Places, Places]) -> Floats:
    """Log odds of each mark standing on both, one or neither side of a link, by chance or not."""
    found = np.zeros((4, 2, 2))
    for number, (of_a, of_b) in enumerate(zip(sides.a.marks, sides.b.marks, strict=True)):
        has_a, has_b = of_a[pairs[0]] > 0, of_b[pairs[1]] > 0
        share_a, share_b = float(np.mean(of_a > 0)), float(np.mean(of_b > 0))
        if not has_a.any() or not has_b.any():
            continue
        for x in (0, 1):
            for y in (0, 1):
                by_chance = (share_a if x else 1 - share_a) * (share_b if y else 1 - share_b)
                seen = float(np.sum((has_a == x) & (has_b == y)))
                found[number, x, y] = _odds(seen, len(has_a), by_chance)
    return found


def _words(sides: Sides, pairs: tuple[Places, Places]) -> tuple[float, ...]:
    """Log odds of how much is shared by what is linked, beside what only stands near it."""
    band, shared = sides.band, sides.shared
    if not shared.any():
        return (0.0, 0.0, 0.0, 0.0)
    cells = np.array([band.at(i + 1, j + 1) for i, j in zip(*pairs, strict=True)])
    kinds = np.digitize(shared, _WORD_STEPS)
    linked = np.bincount(kinds[cells[cells >= 0]], minlength=4)
    near = np.bincount(kinds[(band.rows > 0) & (band.columns > 0)], minlength=4) - linked
    share = (near + 0.5) / (near.sum() + 2.0)
    return tuple(
        _odds(float(seen), int(linked.sum()), float(chance))
        for seen, chance in zip(linked, share, strict=True)
    )


def _odds(seen: float, of: int, by_chance: float) -> float:
    """Log of how much oftener something is than by chance, careful where little was seen."""
    chance = min(0.98, max(0.004, by_chance))
    return log((seen + _FEW * chance) / (of + _FEW) / chance)
