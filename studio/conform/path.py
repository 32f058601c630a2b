"""Which old frame each new frame shows: the cheapest way through the offsets that may be."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from studio.conform.offsets import STRETCH, Grid, Offsets
from studio.conform.prints import Prints, differing
from studio.core.progress import SILENT, Progress
from studio.core.said import said
from studio.shots.structure import Floats, Whole

# What a frame costs that is nowhere in the old edit, in bits of its hash: below it lies the noise
# of another encoding and grade, above it another picture.
NOWHERE = 12.0
# Beginning or ending a stretch costs so many bits: noise does not earn it back, five frames of a
# picture that is there do.
_BEGIN, _END, _CHANGE = 24.0, 8.0, 28.0
# Two frames that both show nothing are at most so far apart; one that does and one that does not
# are by so much further.
_BOTH_PLAIN, _ONE_PLAIN = 8.0, 4.0
# So much more or less of contrast costs a bit, and at most so many: grades differ by shot too.
_FADE, _MOST_FADED = 0.03, 3.0
# Where several places look the same to a bit, the sound decides: at most this much a frame.
_TIE = 1.0
_SOUND = 3.0
_FAR = np.float32(1e9)
_NONE = -1


@dataclass(frozen=True, slots=True)
class Way:
    """For each new frame the number of its old frame, -1 for none, and the offset it lies on.

    `bits` is how many of 64 differ; `cost` of the whole way, to compare grids.
    """

    grid: Grid
    old: Whole
    offset: Whole
    bits: Floats
    cost: float


def follow(old: Prints, new: Prints, offsets: Offsets, progress: Progress = SILENT) -> Way:
    """The cheapest way: its memory is one small number for each new frame and offset followed."""
    walk = _Walk()
    costs: list[Floats] = []
    for number, states in enumerate(offsets.stretches):
        if number % 64 == 0:
            progress.report(number / len(offsets.stretches), said("Comparing the edits"))
        frames = np.arange(number * STRETCH, min((number + 1) * STRETCH, len(new)))
        costs.append(_bits(old, new, frames, states, offsets.grid)[1])
        emission = costs[-1] + _by_sound(old, new, frames, (states, costs[-1]), offsets.grid)
        walk.go(states, emission)
    ways = walk.back()
    chosen = np.concatenate(ways) if ways else np.zeros(0, np.int64)
    lines = np.full(len(new), _NONE, np.int64)
    shown = np.full(len(new), _NONE, np.int64)
    bits = np.full(len(new), NOWHERE, np.float32)
    for number, states in enumerate(offsets.stretches):
        frames = np.arange(number * STRETCH, min((number + 1) * STRETCH, len(new)))
        place = chosen[frames]
        on = place >= 0
        if not on.any():
            continue
        lines[frames[on]] = states[place[on]]
        times = offsets.grid.old_times(new.middles[frames[on]], lines[frames[on]])
        shown[frames[on]] = old.at(times)
        bits[frames[on]] = costs[number][np.flatnonzero(on), place[on]]
    return Way(offsets.grid, shown, lines, bits, walk.cost)


def sample_pairs(way: Way, count: int) -> list[tuple[int, int]]:
    """(old, new) frames that are alike beyond doubt, spread over the new edit."""
    good = np.flatnonzero((way.old >= 0) & (way.bits <= np.median(way.bits[way.old >= 0])))
    parts = np.array_split(good, min(count, max(1, len(good))))
    return [
        (int(way.old[one[len(one) // 2]]), int(one[len(one) // 2])) for one in parts if len(one)
    ]


def frame_costs(old: Prints, new: Prints, frames: Whole, shown: Whole) -> Floats:
    """What it costs that new `frames` show the old frames `shown` (-1: outside), elementwise."""
    inside = shown >= 0
    at = np.where(inside, shown, 0)
    bits = differing(new.hashes[frames], old.hashes[at]).astype(np.float32)
    here, there = new.plain[frames], old.plain[at]
    bits = np.where(here & there, np.minimum(bits, _BOTH_PLAIN), bits)
    bits = np.where(here != there, bits + _ONE_PLAIN, bits)
    faded = np.abs(new.level[frames] - old.level[at]) / _FADE
    bits += np.minimum(faded, _MOST_FADED).astype(np.float32)
    return np.asarray(np.where(inside, bits, _FAR), np.float32)


def _bits(
    old: Prints, new: Prints, frames: Whole, states: Whole, grid: Grid
) -> tuple[Whole, Floats]:
    """Old frames and costs, (frames, states)."""
    times = grid.old_times(new.middles[frames][:, None], states[None, :])
    shown = old.at(times)
    grown = np.broadcast_to(frames[:, None], shown.shape)
    return shown, frame_costs(old, new, grown, shown)


def _by_sound(
    old: Prints, new: Prints, frames: Whole, seen: tuple[Whole, Floats], grid: Grid
) -> NDArray[np.float32]:
    """What the sound adds: only among places whose picture is as good as the best."""
    states, costs = seen
    nothing = np.zeros_like(costs)
    if not len(old.loud) or not len(new.loud) or not len(states):
        return nothing
    tied = (costs <= costs.min(axis=1, keepdims=True) + _TIE) & (costs < NOWHERE)
    times = grid.old_times(new.middles[frames][:, None], states[None, :])
    there = old.loud[np.maximum(old.at(times), 0)]
    apart = np.abs(there - new.loud[frames][:, None])
    return np.asarray(np.where(tied, np.minimum(apart * 4, 1.0) * _SOUND, nothing), np.float32)


class _Walk:
    """Goes forward through the stretches, remembers where it came from, and goes back."""

    def __init__(self) -> None:
        self._states = np.zeros(0, np.int64)
        self._costs = np.zeros(0, np.float32)
        self._none = np.float32(0.0)
        # For each frame and state the state before, within the same stretch's numbering or, at
        # its first frame, that of the stretch before.
        self._came: list[NDArray[np.int16]] = []
        self._taken = 0.0

    @property
    def cost(self) -> float:
        """What the cheapest way costs."""
        return self._taken + float(min(self._none, self._costs.min(initial=self._none)))

    def go(self, states: Whole, emission: NDArray[np.float32]) -> None:
        """Take one stretch more: `emission` (frames, states)."""
        came = np.full((len(emission), len(states) + 1), _NONE, np.int16)
        costs, numbers = self._carried(states)
        for row, cost in enumerate(emission):
            costs, came[row] = self._step(costs, numbers, cost)
            numbers = np.arange(len(states), dtype=np.int16)
        self._states, self._costs = states, costs
        # Sums stay small, so that the last bits always count.
        least = min(self._none, costs.min(initial=self._none))
        self._taken += float(least)
        self._none = np.float32(self._none - least)
        self._costs = np.asarray(costs - least, np.float32)
        self._came.append(came)

    def _carried(self, states: Whole) -> tuple[Floats, NDArray[np.int16]]:
        """The costs of the stretch before in the numbering of this one."""
        costs = np.full(len(states), _FAR, np.float32)
        numbers = np.zeros(len(states), np.int16)
        _, here, there = np.intersect1d(states, self._states, True, True)
        costs[here] = self._costs[there]
        numbers[here] = there
        self._change = (
            self._costs.min(initial=_FAR),
            int(np.argmin(self._costs)) if len(self._costs) else _NONE,
        )
        return costs, numbers

    def _step(
        self, costs: Floats, numbers: NDArray[np.int16], cost: NDArray[np.float32]
    ) -> tuple[Floats, NDArray[np.int16]]:
        best, which = self._change
        enter = min(self._none + _BEGIN, best + _CHANGE)
        origin = _NONE if self._none + _BEGIN <= best + _CHANGE else which
        stay = costs <= enter
        came = np.empty(len(costs) + 1, np.int16)
        came[:-1] = np.where(stay, numbers, origin)
        went = np.asarray(np.where(stay, costs, enter) + cost, np.float32)
        leaving = best + _END
        came[-1] = which if leaving < self._none else _NONE
        self._none = np.float32(min(self._none, leaving) + NOWHERE)
        self._change = (
            went.min(initial=_FAR),
            int(np.argmin(went)) if len(went) else _NONE,
        )
        return went, came

    def back(self) -> list[Whole]:
        """The state of each frame, stretch by stretch; -1 for none."""
        now = _NONE
        if len(self._costs) and self._costs.min() < self._none:
            now = int(np.argmin(self._costs))
        ways: list[Whole] = []
        for came in reversed(self._came):
            way = np.empty(len(came), np.int64)
            for row in range(len(came) - 1, -1, -1):
                way[row] = now
                now = int(came[row, now])
            ways.append(way)
        return ways[::-1]
