"""Stretches that both edits show: from the way through the offsets to runs of frames, settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from studio.conform.path import NOWHERE, Way, frame_costs
from studio.conform.prints import Prints, differing
from studio.conform.seeing import Seer, apart
from studio.core.progress import SILENT, Progress, each
from studio.core.said import said
from studio.shots.structure import Floats, Whole

# A run of fewer frames that show something is no evidence.
_LEAST = 3
# How many frames off a run may be before it is settled, and how many frames of it are asked.
_AROUND = 16
_ASKED = 400
# Sums of bits nearer to each other than this share of a bit a frame are in doubt, and in short
# runs so many deviations of a bit more.
_SLOW = 0.6
_DOUBT = 2.0
# Looks at pictures that one comparison of two edits may take, and how many a run needs.
_LOOKS = 120
_PLACES = 3
# Pictures must be nearer by this much for another offset to be taken than that of the hashes.
_CLEAR = 0.75
# A gap of at most so many frames is looked into, and closed where pictures are this near.
_GAP = 12
_SAME = 0.3
# Borders are moved by at most so many frames.
_REACH = 30
_BORDER_DOUBT = 3.0


@dataclass(frozen=True, slots=True)
class Run:
    """New frames `first` up to `stop` show old ones, `number` of the grid later."""

    first: int
    stop: int
    number: int


class Settler:
    """Settles runs: their offset and their borders, by hash and where that is in doubt by sight."""

    def __init__(self, old: Prints, new: Prints, way: Way, seers: tuple[Seer, Seer] | None) -> None:
        self.old, self.new, self.way = old, new, way
        self._seers = seers
        self._looks = _LOOKS

    def runs(self, progress: Progress = SILENT) -> tuple[Run, ...]:
        """All runs in the order of the new edit."""
        found = [run for run in self._raw() if self._evidence(run) >= _LEAST]
        told = said("Comparing pictures")
        settled = [self._settled(run) for run in each(found, progress, told)]
        return self._bordered(self._bridged(_joined(settled)))

    def shown(self, run: Run, number: int | None = None) -> Whole:
        """The old frame of each frame of the run, -1 outside of the old edit."""
        frames = np.arange(run.first, run.stop)
        line = np.array(run.number if number is None else number, np.int64)
        return self.old.at(self.way.grid.old_times(self.new.middles[frames], line))

    def costs(self, run: Run, number: int | None = None) -> Floats:
        """What each frame of the run costs, in bits."""
        frames = np.arange(run.first, run.stop)
        return frame_costs(self.old, self.new, frames, self.shown(run, number))

    def _evidence(self, run: Run) -> int:
        return int((~self.new.plain[run.first : run.stop]).sum())

    def _raw(self) -> list[Run]:
        line = np.where(self.way.old >= 0, self.way.offset, np.iinfo(np.int64).min)
        here = self.way.old >= 0
        edges = np.flatnonzero((np.diff(line) != 0) | (np.diff(here) != 0)) + 1
        borders = [0, *edges.tolist(), len(line)]
        return [
            Run(first, stop, int(line[first]))
            for first, stop in pairwise(borders)
            if stop > first and here[first]
        ]

    def _settled(self, run: Run) -> Run:
        """The run on the offset that fits best, a few frames to and fro."""
        step = max(1, round(self.new.step / self.way.grid.unit))
        frames = np.arange(run.first, run.stop)[:: max(1, (run.stop - run.first) // _ASKED)]
        tries = run.number + np.arange(-_AROUND, _AROUND + 1) * step
        times = self.way.grid.old_times(self.new.middles[frames][:, None], tries[None, :])
        shown = self.old.at(times)
        grown = np.broadcast_to(frames[:, None], shown.shape)
        costs = np.minimum(frame_costs(self.old, self.new, grown, shown), 2 * NOWHERE)
        sums = costs.sum(axis=0)
        best = float(sums.min())
        slack = _SLOW * len(frames) + _DOUBT * np.sqrt(len(frames))
        near = np.flatnonzero(sums <= best + slack)
        here = _AROUND
        if here not in near:
            here = int(np.argmin(sums))
        if len(near) > 1:
            here = self._by_sight(run, tries, near, here)
        return replace(run, number=int(tries[here]))

    def _by_sight(self, run: Run, tries: Whole, near: Whole, here: int) -> int:
        """The place among `near` with the nearest pictures; `here` where none stands out."""
        if self._seers is None or self._looks < _PLACES:
            return here
        old, new = self._seers
        total = np.zeros(len(near))
        for frame in self._moving(run):
            self._looks -= 1
            times = self.way.grid.old_times(self.new.middles[frame], tries[near])
            shown = self.old.at(times)
            picture = new.picture(frame)
            seen = {at: apart(picture, old.picture(at)) for at in np.unique(shown[shown >= 0])}
            total += [seen.get(at, 2.0) for at in shown]
        order = np.argsort(total.round(4), kind="stable")
        clear = total[order[0]] < _CLEAR * total[list(near).index(here)] if here in near else True
        return int(near[order[0]]) if clear else here

    def _moving(self, run: Run) -> list[int]:
        """Frames of the run around which most moves, one in each third of it."""
        frames = np.arange(run.first, run.stop)
        before = self.new.hashes[np.maximum(frames - 3, run.first)]
        after = self.new.hashes[np.minimum(frames + 3, run.stop - 1)]
        change = differing(before, after).astype(np.int64)
        parts = np.array_split(np.arange(len(frames)), min(_PLACES, len(frames)))
        return [int(frames[part[int(np.argmax(change[part]))]]) for part in parts]

    def _bridged(self, runs: Sequence[Run]) -> list[Run]:
        """Runs that go on after a few frames without a hash (a flash, a fade) as one."""
        made: list[Run] = []
        for run in runs:
            if made and made[-1].number == run.number and self._alike(made[-1].stop, run):
                made[-1] = replace(made[-1], stop=run.stop)
            else:
                made.append(run)
        return made

    def _alike(self, first: int, run: Run) -> bool:
        """Whether the new frames from `first` to the run show what the run's offset says."""
        if self._seers is None or not 0 < run.first - first <= _GAP:
            return False
        old, new = self._seers
        gap = replace(run, first=first, stop=run.first)
        pairs = zip(range(first, run.first), self.shown(gap).tolist(), strict=True)
        return all(
            was >= 0 and apart(new.picture(at), old.picture(was)) < _SAME for at, was in pairs
        )

    def _bordered(self, runs: Sequence[Run]) -> tuple[Run, ...]:
        """The runs with the borders between neighbours where they fit best."""
        made = list(runs)
        for at in range(len(made) - 1):
            left, right = made[at], made[at + 1]
            if left.stop == right.first:
                border = self._border(left, right)
                made[at] = replace(left, stop=border)
                made[at + 1] = replace(right, first=border)
        return tuple(run for run in made if run.stop > run.first)

    def _border(self, left: Run, right: Run) -> int:
        first = max(left.first + 1, left.stop - _REACH)
        stop = min(right.stop - 1, right.first + _REACH)
        if stop <= first:
            return left.stop
        around = Run(first, stop, left.number)
        ahead, behind = self.costs(around), self.costs(around, right.number)
        # totals[k]: with the border before the k-th of these frames.
        totals = np.append(0, np.cumsum(ahead)) + np.append(0, np.cumsum(behind[::-1]))[::-1]
        near = np.flatnonzero(totals <= totals.min() + _BORDER_DOUBT)
        now = left.stop - first
        if now not in near:
            now = int(np.argmin(totals))
        if len(near) > 1:
            now = self._border_by_sight(around, right.number, near, now)
        return first + now

    def _border_by_sight(self, around: Run, number: int, near: Whole, now: int) -> int:
        if self._seers is None or self._looks < 1:
            return now
        self._looks -= 2
        old, new = self._seers
        low, high = int(near[0]), int(near[-1])
        span = replace(around, first=around.first + low, stop=around.first + high)
        gain = np.zeros(high - low)
        lines = self.shown(span), self.shown(span, number)
        for at, (ahead, behind) in enumerate(zip(*lines, strict=True)):
            if ahead >= 0 and behind >= 0:
                picture = new.picture(span.first + at)
                gain[at] = apart(picture, old.picture(ahead)) - apart(picture, old.picture(behind))
        totals = np.append(0, np.cumsum(gain)).round(4)
        best = int(np.argmin(totals))
        return low + best if totals[best] < totals[now - low] - 0.01 else now


def _joined(runs: Sequence[Run]) -> list[Run]:
    """Neighbours that turned out to lie on the same offset as one."""
    made: list[Run] = []
    for run in runs:
        if made and made[-1].stop == run.first and made[-1].number == run.number:
            made[-1] = replace(made[-1], stop=run.stop)
        else:
            made.append(run)
    return made
