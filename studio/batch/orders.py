"""The course of an export as its workers see it: plain orders, each for one process at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from studio.batch.course import Course
from studio.batch.job import Job
from studio.core.processors import worker_count
from studio.presets import store

_TOGETHER = 12
"""So many films with one picture are made in one go, at most: each keeps a file open."""

Plain = Mapping[str, Sequence[Mapping[str, str]]]


class Orders:
    """What is to be begun next; nothing whose twin is at work.

    Films with one picture and other captions are one order; where it fails each is tried alone.
    Where nothing waits, and there are processors enough for another encoder, a process helps with a
    film that is being written.
    """

    def __init__(self, course: Course, out: Path) -> None:
        self._course, self._out = course, out
        self._alone: set[str] = set()
        self._at_work: list[tuple[Job, ...]] = []
        self._helped: set[str] = set()
        self._helpers = 0
        self.busy: dict[str, Job] = {}

    def take(self) -> dict[str, object] | None:
        """The next order: `jobs` to be made, or those to `help` with."""
        job = self._course.take(self.busy)
        if job is None:
            return self._help()
        more: tuple[Job, ...] = ()
        if job.key not in self._alone:
            more = self._course.companions(job, {*self.busy, *self._alone}, _TOGETHER - 1)
        jobs = (job, *more)
        self.busy |= {one.key: one for one in jobs}
        self._at_work.append(jobs)
        return {"jobs": [one.to_plain() for one in jobs], "out": str(self._out)}

    def ended(self, order: Plain) -> tuple[Job, ...]:
        """The jobs of an order that is no longer at work; none where it only helped."""
        if "help" in order:
            self._helpers -= 1
            return ()
        jobs = tuple(self.busy.pop(one["key"]) for one in order["jobs"])
        self._at_work.remove(jobs)
        return jobs

    def again(self, jobs: Sequence[Job]) -> None:
        """Each of them alone, next of all."""
        self._alone |= {job.key for job in jobs}
        self._course.add(jobs, first=True)

    def is_over(self) -> bool:
        """Whether no more will come."""
        return self._course.is_over

    def _help(self) -> dict[str, object] | None:
        for jobs in self._at_work:
            film = jobs[0]
            if film.film_work is None or film.key in self._helped:
                continue
            threads = store.video(film.preset).picture.threads
            if (len(self._at_work) + self._helpers + 1) * threads <= worker_count():
                self._helped.add(film.key)
                self._helpers += 1
                plain = [one.to_plain() for one in jobs]
                return {"jobs": [], "help": plain, "out": str(self._out)}
        return None
