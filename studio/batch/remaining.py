"""How long an export will take yet: from what such jobs took before, and from how they go now."""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from statistics import median

from studio.batch.job import Job
from studio.batch.made import Record

# Seconds for a megapixel and for the rest of a job, measured on two cores; used before anything
# was learned on this machine.
_FILM = (0.07, 2.0)
_POSTER = (0.06, 0.25)
_BIRTH = 2.0
"""Seconds until a fresh worker begins its first job."""
_FADES = 0.95
"""What is left of a job's say in the pace after each other one: the first find cold caches."""
_PRIOR = {"film": 0.1, "poster": 1.6}
"""How many jobs of the kind what was expected counts for, against what is measured."""
_TELLS = 0.03
"""Before this share of a job its own speed says nothing."""
_TRUST = 0.2
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
    preset: str
    amount: float
    is_known: bool
    began: float | None = None
    fraction: float = 0.0
    birth: float = 0.0


@dataclass(slots=True)
class Remaining:
    """The rest of an export. `workers` work at a time; times are seconds of any steady clock."""

    workers: int
    speeds: Speeds = field(default_factory=Speeds)
    _tasks: dict[str, _Task] = field(default_factory=dict)
    _expected: dict[str, float] = field(default_factory=dict)
    _took: dict[str, float] = field(default_factory=dict)
    _seen: dict[str, float] = field(default_factory=dict)
    _born: int = 0

    def add(self, job: Job) -> None:
        """A job waits, behind the others."""
        kind = "film" if job.film_work is not None else "poster"
        known = job.preset in self.speeds.by_preset
        expected = self.speeds.expected(job)
        self._tasks[job.output] = _Task(expected, kind, job.preset, job.amount, known)

    def advanced(self, output: str, fraction: float, now: float) -> None:
        """A job was begun (0), or is `fraction` done."""
        task = self._tasks.get(output)
        if task is None:
            return
        if task.began is None:
            task.began = now
            task.birth = _BIRTH if self._born < self.workers else 0.0
            self._born += 1
        task.fraction = fraction

    def ended(self, output: str, seconds: float) -> None:
        """Making it took so many seconds; 0 where it was not made (copied, failed, taken out)."""
        task = self._tasks.pop(output, None)
        if task is None or seconds <= 0:
            return
        kind = task.kind
        self._expected[kind] = _FADES * self._expected.get(kind, 0.0) + task.expected
        self._took[kind] = _FADES * self._took.get(kind, 0.0) + seconds
        if not task.is_known:
            before = self._seen.get(task.preset, seconds)
            self._seen[task.preset] = (before + seconds) / 2

    def pace(self, kind: str, now: float) -> float:
        """What jobs of a kind take against what was expected, by those done and those at work."""
        expected, took = self._expected.get(kind, 0.0), self._took.get(kind, 0.0)
        sizes = []
        for task in self._tasks.values():
            if task.kind != kind:
                continue
            sizes.append(task.expected)
            if task.began is not None and task.fraction > _TELLS:
                expected += task.expected * task.fraction
                took += max(0.0, now - task.began - task.birth)
        prior = _PRIOR[kind] * (sum(sizes) / len(sizes) if sizes else 1.0)
        return (took + prior * self._other(kind)) / (expected + prior)

    def _other(self, kind: str) -> float:
        """What the other kind says of this one's pace: by half, for the machine is one."""
        others = [name for name in self._expected if name != kind]
        expected = sum(self._expected[name] for name in others)
        ratio = sum(self._took[name] for name in others) / expected if expected else 1.0
        return math.sqrt(min(3.0, max(0.33, ratio)))

    def _guess(self, task: _Task, pace: float) -> float:
        """Seconds that a job takes in all: as others of its preset did here, or as expected."""
        seen = self._seen.get(task.preset)
        return task.expected * pace if seen is None else (seen + task.expected * pace) / 2

    def left(self, now: float) -> float:
        """Seconds until all is done, were nothing added or paused."""
        paces = {kind: self.pace(kind, now) for kind in ("film", "poster")}
        free = [0.0] * max(1, self.workers)
        running = sorted(
            (
                self._rest(t, paces[t.kind], now)
                for t in self._tasks.values()
                if t.began is not None
            ),
            reverse=True,
        )
        for place, rest in enumerate(running[: len(free)]):
            free[place] = rest
        heapq.heapify(free)
        for task in self._tasks.values():
            if task.began is None:
                heapq.heappush(free, heapq.heappop(free) + self._guess(task, paces[task.kind]))
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
        return self._rest(task, self.pace(task.kind, now), now)

    def _rest(self, task: _Task, pace: float, now: float) -> float:
        """What a job at work needs yet: as expected at first, by its own speed later."""
        began = now if task.began is None else task.began
        spent = now - began - task.birth
        whole = self._guess(task, pace)
        guess = whole - spent if spent < 0 else max(whole - spent, 0.1 * whole)
        if task.fraction <= _TELLS:
            return guess
        own = max(0.0, spent) * (1 - task.fraction) / task.fraction
        trust = min(1.0, task.fraction / _TRUST)
        return trust * own + (1 - trust) * guess
