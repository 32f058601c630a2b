"""What makes a link doubtful that the best way itself cannot see: a person should look at it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from studio.subs.aligning.band import Times
from studio.subs.aligning.ways import Step
from studio.subs.aligning.weights import Sides

Floats = npt.NDArray[np.float64]

DOUBTED = 0.75
"""No more confidence than this for what is doubted."""

# Set on the tuning tracks of benchmarks/pairing.py, so that hardly a wrong link stays sure.
_BESIDE = 0.35  # share of a lone cue's time in which the other side speaks
_INSIDE = 0.6  # share of a cue's time in which another cue of its own side stands, too
_NEAR = 4  # so many places further on a cue may stand at the same time
_LEAST_FAR = 450.0  # ms that an edge is away at least
_FARTHEST = 0.96  # and farther than this share of the edges of simple links


def doubted(sides: Sides, steps: Sequence[Step]) -> list[Step]:
    """The steps, those that a person should look at with no more than `DOUBTED`."""
    doubt = _with_far_edges(sides, steps) | _with_mixed_cues(sides, steps)
    doubt |= _about_lone_cues(sides, steps) | _with_adverts(sides, steps)
    return [
        replace(step, sure=min(step.sure, DOUBTED)) if number in doubt else step
        for number, step in enumerate(steps)
    ]


def _with_far_edges(sides: Sides, steps: Sequence[Step]) -> set[int]:
    """Links that begin or end at other moments than most links of these tracks do."""
    linked = [
        (number, step)
        for number, step in enumerate(steps)
        if step.high_a > step.low_a and step.high_b > step.low_b
    ]
    if not linked:
        return set()
    a, b = sides.a, sides.moved
    low = np.array([(step.low_a, step.low_b) for _, step in linked]).T
    high = np.array([(step.high_a - 1, step.high_b - 1) for _, step in linked]).T
    away = np.abs((b.starts[low[1]] - a.starts[low[0]], b.ends[high[1]] - a.ends[high[0]]))
    simple = (high == low).all(axis=0)
    usual = away[:, simple] if simple.any() else away
    limits = np.maximum(np.quantile(usual, _FARTHEST, axis=1), _LEAST_FAR)
    far = (away > limits[:, None]).any(axis=0)
    return {linked[place][0] for place in np.flatnonzero(far)}


def _with_adverts(sides: Sides, steps: Sequence[Step]) -> set[int]:
    """Links of which one side alone reads like an advert."""
    of_a, of_b = sides.a.foreign, sides.b.foreign
    return {
        number
        for number, step in enumerate(steps)
        if step.high_a > step.low_a
        and step.high_b > step.low_b
        and of_a[step.low_a : step.high_a].any() != of_b[step.low_b : step.high_b].any()
    }


def _with_mixed_cues(sides: Sides, steps: Sequence[Step]) -> set[int]:
    """Links of cues that stand at the same time as others of their own side.

    Which of the two came first nobody can tell then, so each may belong to the other's link; but
    partners that begin and end at the very same moments are no accident.
    """
    ours = Times(sides.a.starts, sides.a.ends)
    of_a, of_b = _places(steps)
    found: set[int] = set()
    for times, of in ((ours, of_a), (sides.moved, of_b)):
        for x, y in _at_once(times):
            found |= {of[x], of[y]}
    return found - _exact(ours, sides.moved, steps)


def _exact(ours: Times, theirs: Times, steps: Sequence[Step]) -> set[int]:
    """Links of one cue with one that have the same times."""
    return {
        number
        for number, step in enumerate(steps)
        if (step.high_a - step.low_a, step.high_b - step.low_b) == (1, 1)
        and ours.starts[step.low_a] == theirs.starts[step.low_b]
        and ours.ends[step.low_a] == theirs.ends[step.low_b]
    }


def _at_once(times: Times) -> list[tuple[int, int]]:
    """Cues that follow each other by start and stand mostly at the same time."""
    found: list[tuple[int, int]] = []
    for apart in range(1, _NEAR):
        over = np.minimum(times.ends[apart:], times.ends[:-apart]) - times.starts[apart:]
        lengths = times.ends - times.starts
        shorter = np.minimum(lengths[apart:], lengths[:-apart])
        found += [(int(n), int(n) + apart) for n in np.flatnonzero(over > _INSIDE * shorter)]
    return found


def _about_lone_cues(sides: Sides, steps: Sequence[Step]) -> set[int]:
    """Lone cues beside which the other side speaks, and the links of what it says there."""
    ours = Times(sides.a.starts, sides.a.ends)
    of_a, of_b = _places(steps)
    found: set[int] = set()
    for number, step in enumerate(steps):
        if step.high_b == step.low_b:
            beside = _beside(ours, sides.moved, step.low_a)
            found |= {of_b[place] for place in beside} | ({number} if beside else set())
        elif step.high_a == step.low_a:
            beside = _beside(sides.moved, ours, step.low_b)
            found |= {of_a[place] for place in beside} | ({number} if beside else set())
    return found


def _places(steps: Sequence[Step]) -> tuple[dict[int, int], dict[int, int]]:
    """In which step each cue stands, for both sides."""
    return (
        {place: n for n, step in enumerate(steps) for place in range(step.low_a, step.high_a)},
        {place: n for n, step in enumerate(steps) for place in range(step.low_b, step.high_b)},
    )


def _beside(own: Times, other: Times, place: int) -> list[int]:
    """The cues of the other side that speak while one does, empty where that is hardly so."""
    start, end = own.starts[place], own.ends[place]
    last = int(np.searchsorted(other.starts, end))
    first = max(0, last - 6)
    over = np.minimum(other.ends[first:last], end) - np.maximum(other.starts[first:last], start)
    if not len(over) or np.maximum(over, 0.0).sum() <= _BESIDE * (end - start):
        return []
    return [first + int(n) for n in np.flatnonzero(over > 0)]
