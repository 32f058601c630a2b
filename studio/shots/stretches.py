"""Stretches of frames that could be a dissolve: which there are, and the best of neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from studio.shots.structure import Floats, Structure, Whole
from studio.shots.traits import QUICK, beside, course, quick

# Half-lengths tried, in seconds: dissolves of 8 to 48 frames at 24 a second.
_HALVES = tuple(frames / 24 for frames in (4, 5, 6, 8, 10, 12, 15, 18, 21, 24, 27))
_LEAST_HALF = 4
# Beyond these no stretch is worth weighing: of 698 dissolves none lies there. All are wide; what
# they leave out is mostly one picture that stands, and cuts.
_AT_LEAST = {
    "unlike": 0.04,
    "least share": -0.35,
    "turn": -0.35,
    "ended": 0.4,
    "distance": float(np.log(3.0)),
}
_AT_MOST = {"most off": 1.6, "jump": 0.95, "begun": 0.6}
# Of stretches of one length that begin within so many frames only the best is kept.
_NEAR = 2
_CHUNK = 4096


@dataclass(frozen=True, slots=True)
class Stretches:
    """`first`, `last` (k,): the frames just outside; `traits` float32 (names, k)."""

    first: Whole
    last: Whole
    traits: Floats

    def where(self, marks: NDArray[Any]) -> Stretches:
        """Those of `marks` (bool, or indexes)."""
        return Stretches(self.first[marks], self.last[marks], self.traits[:, marks])


def possible(structure: Structure, rate: float) -> Iterator[Stretches]:
    """All that could be a dissolve, with QUICK, part by part of the film."""
    halves = sorted({max(_LEAST_HALF, round(seconds * rate)) for seconds in _HALVES})
    for at in range(0, len(structure), _CHUNK):
        yield joined(_of_part(structure, halves, at, rate))


def joined(parts: Sequence[Stretches]) -> Stretches:
    """Stretches of parts, one after the other."""
    nothing = np.zeros(0, np.int64)
    none = Stretches(nothing, nothing, np.zeros((len(QUICK), 0), np.float32))
    return Stretches(
        np.concatenate([one.first for one in (none, *parts)]),
        np.concatenate([one.last for one in (none, *parts)]),
        np.concatenate([one.traits for one in (none, *parts)], axis=1),
    )


def _of_part(structure: Structure, halves: list[int], at: int, rate: float) -> list[Stretches]:
    """For each half-length those that begin within a part of the film."""
    wide = 2 * halves[-1] + beside(halves[-1])
    low, high = max(0, at - wide), min(at + _CHUNK + wide, len(structure))
    part = structure.part(low, high)
    known = course(part, halves[-1])
    found = []
    # A stretch needs its two ends, and a frame more to see a step that is taken back.
    for half in (one for one in halves if 2 * one + 1 < len(part)):
        first = np.arange(at - low, min(at - low + _CHUNK, len(part) - 2 * half))
        traits = quick(known, first, half, rate)
        whole = Stretches(first + low, first + low + 2 * half, traits)
        found.append(whole.where(_is_possible(traits)))
    return found


def _is_possible(traits: Floats) -> NDArray[np.bool_]:
    named = dict(zip(QUICK, traits, strict=True))
    marks = np.ones(traits.shape[1], np.bool_)
    for name, least in _AT_LEAST.items():
        marks &= named[name] > least
    for name, most in _AT_MOST.items():
        marks &= named[name] < most
    return marks


def best(found: Stretches, sums: Floats) -> Stretches:
    """Those whose sum (k,) is above that of their neighbours of the same length."""
    order = np.lexsort((found.first, found.last - found.first))
    found, sums = found.where(order), sums[order]
    kept = np.ones(len(sums), np.bool_)
    halves = found.last - found.first
    for half in np.unique(halves):
        at = np.flatnonzero(halves == half)
        kept[at] = _peaks(found.first[at], sums[at])
    return found.where(kept)


def _peaks(first: Whole, sums: Floats) -> NDArray[np.bool_]:
    marks = np.ones(len(first), np.bool_)
    for step in range(1, _NEAR + 1):
        near = first[step:] - first[:-step] <= _NEAR
        marks[step:] &= ~near | (sums[step:] > sums[:-step])
        marks[:-step] &= ~near | (sums[:-step] >= sums[step:])
    return marks
