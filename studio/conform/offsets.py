"""By how much stretches of a new edit may have moved: the offsets that looks of frames vote for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from studio.conform.prints import Prints, Times, signs
from studio.shots.structure import Floats, Whole

# Bits (of 64) up to which two frames may be the same picture, encoded anew and graded otherwise.
ALIKE = 12
# Of the new edit one frame in so many is looked for in the whole of the old one, or fewer where
# that were more than this number of comparisons.
_EVERY = 5
_MOST = 3_000_000_000
_BLOCK = 6_000_000
# A picture that stands still is like very many frames: of these as many are followed, spread out.
_MATCHES = 96
# Frames that differ in length by less than this share are of one length.
_SAME_STEP = 0.002
# Offsets that are followed: of each stretch, and those that most of the film votes for.
STRETCH = 48
_OWN = 20
_LOCAL = 20
_COMMON = 16
# Sums of votes that differ by less than this share are as good as each other.
_LEVEL, _FEWEST = 0.05, 1e-4


@dataclass(frozen=True, slots=True)
class Votes:
    """Pairs of alike frames: numbers in the new edit and in the old, and each pair's weight."""

    new: Whole
    old: Whole
    weight: Floats


def votes(old: Prints, new: Prints) -> Votes:
    """Frames of `new` with all that look like them in `old`; each frame has one vote to divide."""
    every = max(_EVERY, -(-len(new) * len(old) // _MOST))
    probes = np.flatnonzero(~new.plain)
    # Frames next to each other are alike: one of each few, whatever lies between.
    probes = probes[np.unique(probes // every, return_index=True)[1]]
    there = np.flatnonzero(~old.plain)
    parts = list(_matches(old, new, probes, there)) if len(there) else []
    if not parts:
        nothing = np.zeros(0, np.int64)
        return Votes(nothing, nothing, np.zeros(0, np.float32))
    return Votes(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def _matches(
    old: Prints, new: Prints, probes: Whole, there: Whole
) -> Iterator[tuple[Whole, Whole, Floats]]:
    known = signs(old.hashes[there]).T
    count = max(1, _BLOCK // max(1, len(there)))
    for at in range(0, len(probes), count):
        some = probes[at : at + count]
        shared = signs(new.hashes[some]) @ known
        # Of those within reach only what is nearly as near as the nearest.
        floor = np.maximum(64 - 2 * ALIKE, shared.max(axis=1) - 8)
        rows, columns = np.nonzero(shared >= floor[:, None])
        found = np.bincount(rows, minlength=len(some))
        thin = -(-found[rows] // _MATCHES)
        telling = (np.arange(len(rows)) - np.searchsorted(rows, rows)) % thin == 0
        rows, columns = rows[telling], columns[telling]
        near = (shared[rows, columns] - (64 - 2 * ALIKE) + 4) / (2 * ALIKE + 4)
        yield some[rows], there[columns], np.asarray(near / found[rows], np.float32)


@dataclass(frozen=True, slots=True)
class Grid:
    """Offsets as whole numbers: `new = speed × old + number × unit`, all in seconds."""

    speed: float
    unit: float

    def numbers(self, old: Prints, new: Prints, pairs: Votes) -> Whole:
        """The offset of each pair."""
        away = new.middles[pairs.new] - self.speed * old.middles[pairs.old]
        return np.rint(away / self.unit).astype(np.int64)

    def old_times(self, new: Times, number: NDArray[np.int64]) -> Times:
        """When the old edit showed what the new one shows at `new`."""
        return (new - number * self.unit) / self.speed


@dataclass(frozen=True, slots=True)
class Offsets:
    """The offsets to follow in each stretch of STRETCH new frames, in rising order."""

    grid: Grid
    stretches: tuple[Whole, ...]


def offsets(old: Prints, new: Prints, pairs: Votes, speed: float) -> Offsets:
    """The offsets worth following if the new edit runs 1 / `speed` times as fast."""
    grid = _grid(old, new, speed)
    numbers = grid.numbers(old, new, pairs)
    count = -(-len(new) // STRETCH)
    found: list[Whole] = []
    everywhere = _strongest(numbers, pairs.weight, _COMMON)
    order = np.argsort(pairs.new, kind="stable")
    at = pairs.new[order]
    for stretch in range(count):
        # The neighbours vote too: a picture that stands still has its place from them.
        edges = (np.array([0, 1, -1, 2]) + stretch) * STRETCH
        own, last, first, beyond = np.searchsorted(at, edges)
        mine, near = order[own:last], order[first:beyond]
        some = _strongest(numbers[mine], pairs.weight[mine], _OWN)
        found.append(np.union1d(some, _strongest(numbers[near], pairs.weight[near], _LOCAL)))
    return Offsets(grid, tuple(np.union1d(one, everywhere) for one in _carried(found)))


def _grid(old: Prints, new: Prints, speed: float) -> Grid:
    """In whole frames where both have the same, else half as fine: frames fall between frames."""
    steps = sorted((old.step * speed, new.step))
    same = steps[1] - steps[0] < _SAME_STEP * steps[0]
    return Grid(speed, new.step if same else steps[0] / 2)


def _carried(found: list[Whole]) -> list[Whole]:
    """What is black for long votes for nothing: it is followed on from both of its ends."""
    made = list(found)
    for order in (range(1, len(made)), range(len(made) - 2, -1, -1)):
        for at in order:
            beside = made[at - 1 if order.step > 0 else at + 1]
            if not len(found[at]):
                made[at] = np.union1d(made[at], beside)
    return made


def _strongest(numbers: Whole, weight: Floats, count: int) -> Whole:
    """The offsets with the most votes, the strongest first.

    A picture that stands still has all but as many votes for each of a row of offsets. Those at
    the ends of the row come first: there one of its ends lies where the picture begins or ends.
    """
    values, places = np.unique(numbers, return_inverse=True)
    sums = np.bincount(places, weight, len(values)).round(4)
    if not len(sums):
        return values
    # By quotients: the pictures of a shot that moves have far more votes than those of a title.
    levels = np.rint(np.log(np.maximum(sums, _FEWEST)) / np.log1p(_LEVEL)).astype(np.int64)
    borders = np.flatnonzero(np.diff(levels)) + 1
    rows = np.split(np.arange(len(levels)), borders)
    inside = np.concatenate([np.minimum(row - row[0], row[-1] - row) for row in rows])
    return values[np.lexsort((values, inside, -levels))[:count]]
