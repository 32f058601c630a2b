"""How long an export will take yet: from what such jobs took before, and from how they go now."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from statistics import median

from studio.batch.job import Job
from studio.batch.made import Record

# Seconds for a megapixel and for the rest of a job, measured on two cores; used before anything
# was learned on this machine.
_FILM = (0.05, 2.0)
_POSTER = (0.25, 0.8)
_TRUST = 0.35
"""The share of a running job from which its own speed says more than what was expected."""


@dataclass(frozen=True, slots=True)
class Speeds:
    """Seconds a megapixel by preset, and what all presets of a kind together say of one unknown."""

    by_preset: Mapping[str, float] = field(default_factory=dict)
    film: float = 0.0
    poster: float = 0.0

    def expected(self, job: Job) -> float:
        """Seconds that one worker will take for a job."""
        known = self.by_preset.get(job.preset)
        if known is not None:
            return max(0.05, known * job.amount)
        is_film = job.film_work is not None
        slope, least = _FILM if is_film else _POSTER
        kind = self.film if is_film else self.poster
        return least + (kind or slope) * job.amount


def learned(records: Iterable[Record]) -> Speeds:
    """What the ledger knows of how long outputs took; copies (0 s) say nothing."""
    by_preset: dict[str, list[float]] = {}
    for one in records:
        if one.seconds > 0 and one.amount > 0 and one.preset:
            by_preset.setdefault(one.preset, []).append(one.seconds / one.amount)
    return Speeds({name: median(found) for name, found in by_preset.items()})


@dataclass(slots=True)
class _Task:
    expected: float
    kind: str
    began: float | None = None
    fraction: float = 0.0


@dataclass(slots=True)
class Remaining:
    """The rest of an export. `workers` work at a time; times are seconds of any steady clock."""

    workers: int
    speeds: Speeds = field(default_factory=Speeds)
    _tasks: dict[str, _Task] = field(default_factory=dict)
    _expected: dict[str, float] = field(default_factory=dict)
    _took: dict[str, float] = field(default_factory=dict)

    def add(self, job: Job) -> None:
        """A job waits, behind the others."""
        kind = "film" if job.film_work is not None else "poster"
        self._tasks[job.output] = _Task(self.speeds.expected(job), kind)

    def advanced(self, output: str, fraction: float, now: float) -> None:
        """A job was begun (0), or is `fraction` done."""
        task = self._tasks.get(output)
        if task is not None:
            task.began = now if task.began is None else task.began
            task.fraction = fraction

    def ended(self, output: str, seconds: float) -> None:
        """A job took so many seconds; 0 where it was not made (copied, failed, taken out)."""
        task = self._tasks.pop(output, None)
        if task is not None and seconds > 0:
            self._count(task.kind, task.expected, seconds)

    def _count(self, kind: str, expected: float, took: float) -> None:
        self._expected[kind] = self._expected.get(kind, 0.0) + expected
        self._took[kind] = self._took.get(kind, 0.0) + took

    def pace(self, kind: str, now: float) -> float:
        """What jobs of a kind take against what was expected, by those done and those at work."""
        expected, took = self._expected.get(kind, 0.0), self._took.get(kind, 0.0)
        for task in self._tasks.values():
            if task.kind == kind and task.began is not None and task.fraction > 0.1:
                expected += task.expected * task.fraction
                took += now - task.began
        # The first ones are believed by half: they open films and warm caches.
        prior = 0.5 * max((t.expected for t in self._tasks.values() if t.kind == kind), default=1.0)
        return (took + prior * self._other(kind)) / (expected + prior)

    def _other(self, kind: str) -> float:
        """The pace of the other kind where this one has none yet: the machine is one."""
        if self._expected.get(kind):
            return self._took[kind] / self._expected[kind]
        expected = sum(self._expected.values())
        ratio = sum(self._took.values()) / expected if expected else 1.0
        return min(2.0, max(0.5, ratio))

    def left(self, now: float) -> float:
        """Seconds until all is done, were nothing added or paused."""
        paces = {kind: self.pace(kind, now) for kind in ("film", "poster")}
        free = [0.0] * max(1, self.workers)
        running = sorted(
            (_rest(task, paces[task.kind], now) for task in self._tasks.values() if _runs(task)),
            reverse=True,
        )
        for place, rest in enumerate(running[: len(free)]):
            free[place] = rest
        heapq.heapify(free)
        for task in self._tasks.values():
            if not _runs(task):
                heapq.heappush(free, heapq.heappop(free) + task.expected * paces[task.kind])
        return max(free)

    def arrange(self, outputs: Iterable[str]) -> None:
        """Let the jobs wait in this order."""
        first = {name: self._tasks[name] for name in outputs if name in self._tasks}
        self._tasks = first | {k: task for k, task in self._tasks.items() if k not in first}

    def rest_of(self, output: str, now: float) -> float | None:
        """Seconds that a job at work needs yet; None while it waits."""
        task = self._tasks.get(output)
        if task is None or task.began is None:
            return None
        return _rest(task, self.pace(task.kind, now), now)


def _runs(task: _Task) -> bool:
    return task.began is not None


def _rest(task: _Task, pace: float, now: float) -> float:
    """What a job at work needs yet: as expected at first, by its own speed later."""
    spent = now - (task.began or now)
    guess = max(task.expected * pace - spent, 0.1 * task.expected * pace)
    if task.fraction <= 0.02:
        return guess
    own = spent * (1 - task.fraction) / task.fraction
    trust = min(1.0, task.fraction / _TRUST)
    return trust * own + (1 - trust) * guess
