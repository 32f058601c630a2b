"""Dissolves: stretches whose middle is a mix of their two ends."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from studio.shots.structure import Floats, Structure, Whole

# Half-lengths tried, in seconds: dissolves of 8 to 48 frames at 24 a second.
_HALVES = (0.17, 0.25, 0.375, 0.5, 0.75, 1.0)
# The ends differ in structure by at least this.
_UNLIKE = 0.35
# How much of the ends' difference the middle may hold that is no mix of them, at the most.
WORST_RESIDUE = 0.5
# How evenly the change is spread over the picture (1 everywhere alike): below this it is a title
# that comes or goes over the same shot.
_SPREAD = 0.38
# Ends that are nearer than this once one is shifted are one picture under a camera that moves.
_MOVED = 0.30
# Where the middle and the quarter points may lie on the way from the first end to the second.
_MIDDLE = (0.28, 0.72)
_FIRST_QUARTER = (0.06, 0.46)
_THIRD_QUARTER = (0.54, 0.94)
# A mix goes on where a frame takes more than this share of the usual step.
_GOES_ON = 0.4
# The longest dissolve, in seconds.
_LONGEST = 3.0
_CHUNK = 4096


@dataclass(frozen=True, slots=True)
class Dissolve:
    """Frames `start` to `stop` (not included); `residue` 0 (a perfect mix) to WORST_RESIDUE."""

    start: int
    stop: int
    residue: float


def dissolves(structure: Structure, rate: float) -> tuple[Dissolve, ...]:
    """Everything that could be a dissolve, in order, none overlapping; thresholds come later."""
    found: list[Dissolve] = []
    for seconds in _HALVES:
        half = max(3, round(seconds * rate))
        found += _of_half(structure, half)
    # Longest first among equals: inside a dissolve each shorter stretch is a mix as well.
    found.sort(key=lambda one: (one.residue - 0.004 * (one.stop - one.start), one.start))
    kept: list[Dissolve] = []
    for one in found:
        if all(one.stop <= other.start or other.stop <= one.start for other in kept):
            kept.append(one)
    kept.sort(key=lambda one: one.start)
    return tuple(_extended(structure, one, round(_LONGEST * rate / 2)) for one in kept)


def _extended(structure: Structure, one: Dissolve, most: int) -> Dissolve:
    """Both ends moved out, by up to `most` frames, for as long as the mix goes on evenly."""
    first, last = one.start - 1, one.stop
    begin = structure.rows(np.array([first]))[0]
    way = structure.rows(np.array([last]))[0] - begin
    around = np.arange(first - most, last + most + 1)
    share = (structure.rows(around) - begin) @ way / max(float(way @ way), 1e-6)
    least = _GOES_ON / (last - first)
    rise = np.diff(share)
    before = _run(rise[:most][::-1] > least)
    after = _run(rise[most + last - first :] > least)
    stop = min(one.stop + after, len(structure))
    return Dissolve(max(0, one.start - before), stop, one.residue)


def _run(marks: NDArray[np.bool_]) -> int:
    """How many of the first `marks` hold without a break."""
    return int(np.argmin(marks)) if not marks.all() else len(marks)


def _of_half(structure: Structure, half: int) -> list[Dissolve]:
    middles = np.arange(half, len(structure) - half)
    if not len(middles):
        return []
    middles = middles[structure.distance(middles - half, middles + half) > _UNLIKE]
    found = []
    for at in range(0, len(middles), _CHUNK):
        part = middles[at : at + _CHUNK]
        residue = _residue(structure, part, half)
        for middle, value in zip(part.tolist(), residue.tolist(), strict=True):
            ends = (middle - half, middle + half)
            if value < WORST_RESIDUE and structure.distance_moved(*ends) > _MOVED:
                found.append(Dissolve(middle - half + 1, middle + half, round(value, 4)))
    return found


def _residue(structure: Structure, middle: Whole, half: int) -> Floats:
    """What of each middle is no mix; infinite where the way between the ends is not even."""
    first = structure.rows(middle - half)
    way = structure.rows(middle + half) - first
    length = np.maximum(np.einsum("ij,ij->i", way, way), 1e-6)
    spread = np.abs(way).mean(axis=1) ** 2 * way.shape[1] / length

    def along(frames: Whole) -> tuple[Floats, Floats]:
        offset = structure.rows(frames) - first
        share = np.einsum("ij,ij->i", offset, way) / length
        rest = offset - share[:, None] * way
        return share, np.sqrt(np.einsum("ij,ij->i", rest, rest) / length)

    quarter = max(1, half // 2)
    share, residue = along(middle)
    early, early_rest = along(middle - quarter)
    late, late_rest = along(middle + quarter)
    even = _within(share, _MIDDLE) & (spread > _SPREAD)
    even &= _within(early, _FIRST_QUARTER) & _within(late, _THIRD_QUARTER)
    worst = np.maximum(residue, np.maximum(early_rest, late_rest))
    return np.where(even, worst, np.inf).astype(np.float32)


def _within(values: Floats, bounds: tuple[float, float]) -> NDArray[np.bool_]:
    return np.asarray((values > bounds[0]) & (values < bounds[1]))
