"""The best way through the band, and how likely each of its steps is among all ways."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from studio.core.progress import SILENT, Progress, Span
from studio.subs.aligning.band import Band

Floats = npt.NDArray[np.float64]
Move = tuple[int, int]
Worths = Mapping[Move, Floats]
"""For each move (p cues of a, q of b) what it is worth to enter each cell by it, as a natural
logarithm; -inf where it cannot be. Shape (cells,) each; (1, 0) and (0, 1) must be there."""

_NEVER = -np.inf
# The model takes edges, lengths and words for independent, which makes it too sure of itself;
# this power of its probability leaves hardly a wrong link sure (benchmarks/pairing.py, tuning).
_CAUTION = 2.5


@dataclass(frozen=True, slots=True)
class Step:
    """Cues `low_a:high_a` and `low_b:high_b` are one link; `sure` is its share of all ways."""

    low_a: int
    high_a: int
    low_b: int
    high_b: int
    sure: float


def best_way(band: Band, worths: Worths, progress: Progress = SILENT) -> list[Step]:
    """The way of the greatest worth, and for each step how likely it is (0 to 1)."""
    steps = plain_way(band, worths, Span(progress, 0.0, 0.3, ""))
    total = _forward(band, worths, np.logaddexp, Span(progress, 0.3, 0.65, ""))
    after = _backward(band, worths, Span(progress, 0.65, 1.0, ""))
    found = []
    for step in steps:
        move = step.high_a - step.low_a, step.high_b - step.low_b
        before, here = band.at(step.low_a, step.low_b), band.at(step.high_a, step.high_b)
        chance = total[before] + worths[move][here] + after[here] - total[-1]
        found.append(replace(step, sure=float(np.exp(_CAUTION * min(0.0, chance)))))
    return found


def plain_way(band: Band, worths: Worths, progress: Progress = SILENT) -> list[Step]:
    """The way of the greatest worth, nothing said of how likely its steps are."""
    best = _forward(band, worths, np.maximum, progress)
    steps: list[Step] = []
    i, j = len(band.lows) - 1, band.highs[-1]
    while i or j:
        p, q = _entered(band, worths, best, (i, j))
        steps.append(Step(i - p, i, j - q, j, 0.0))
        i, j = i - p, j - q
    return steps[::-1]


def best_worth(band: Band, worths: Worths) -> float:
    """What the best way is worth."""
    return float(_forward(band, worths, np.maximum, SILENT)[-1])


def _entered(band: Band, worths: Worths, best: Floats, cell: tuple[int, int]) -> Move:
    """The move by which the best way comes into a cell."""
    here = band.at(*cell)
    found, greatest = (0, 0), _NEVER
    for (p, q), worth in worths.items():
        before = band.at(cell[0] - p, cell[1] - q)
        if before >= 0 and best[before] + worth[here] > greatest:
            found, greatest = (p, q), float(best[before] + worth[here])
    return found


def _forward(band: Band, worths: Worths, joined: np.ufunc, progress: Progress) -> Floats:
    """For each cell all ways to it, joined: the best (maximum) or their sum (logaddexp)."""
    found = np.full(band.size, _NEVER)
    found[0] = 0.0
    moves = [(p, q, worth) for (p, q), worth in worths.items() if p]
    right = worths[0, 1]
    lows, highs, begins = band.lows, band.highs, band.begins
    for i, low in enumerate(lows):
        if i % 500 == 0:
            progress.report(i / len(lows))
        begin, end = begins[i], begins[i + 1]
        for p, q, worth in moves:
            if p > i:
                continue
            first = max(low, lows[i - p] + q)
            last = min(highs[i], highs[i - p] + q)
            if last < first:
                continue
            into = slice(begin + first - low, begin + last - low + 1)
            source = begins[i - p] + first - q - lows[i - p]
            came = found[source : source + last - first + 1] + worth[into]
            joined(found[into], came, out=found[into])
        _along(found, right, (begin, end), joined)
    return found


def _along(found: Floats, right: Floats, row: tuple[int, int], joined: np.ufunc) -> None:
    """Take cues of b alone, from cell to cell of one row."""
    begin, end = row
    gone = np.cumsum(right[begin:end])
    found[begin:end] = joined.accumulate(found[begin:end] - gone) + gone


def _backward(band: Band, worths: Worths, progress: Progress) -> Floats:
    """For each cell the sum of all ways from it to the end."""
    found = np.full(band.size, _NEVER)
    found[-1] = 0.0
    moves = [(p, q, worth) for (p, q), worth in worths.items() if p]
    right = worths[0, 1]
    lows, highs, begins = band.lows, band.highs, band.begins
    for i in range(len(lows) - 1, -1, -1):
        if i % 500 == 0:
            progress.report(1 - i / len(lows))
        begin, end = begins[i], begins[i + 1]
        # What a step to the right costs is paid where it enters: shifted by one on the way back.
        gone = np.concatenate((np.cumsum(right[begin + 1 : end][::-1])[::-1], (0.0,)))
        row = np.logaddexp.accumulate((found[begin:end] - gone)[::-1])[::-1] + gone
        found[begin:end] = row
        for p, q, worth in moves:
            if p > i:
                continue
            first = max(lows[i], lows[i - p] + q)
            last = min(highs[i], highs[i - p] + q)
            if last < first:
                continue
            source = slice(begin + first - lows[i], begin + last - lows[i] + 1)
            came = found[source] + worth[source]
            into = begins[i - p] + first - q - lows[i - p]
            target = found[into : into + last - first + 1]
            np.logaddexp(target, came, out=target)
    return found
