"""The course of an export: what is still to be made, in which order; it may change meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Sequence

from studio.batch.job import Job


def heavy_first(job: Job) -> tuple[bool, str, str, str]:
    """Films first, for they take longest; then posters by still: a worker keeps its frame."""
    seconds = job.poster_work.seconds if job.poster_work else ""
    return job.film_work is None, job.film, seconds, job.preset


def _same_film(one: Job, other: Job) -> bool:
    if one.film_work is None or other.film_work is None:
        return False
    return (one.source, one.source_sha256, one.read_as, one.preset) == (
        other.source,
        other.source_sha256,
        other.read_as,
        other.preset,
    )


class Course:
    """The jobs that wait. Every method may be called from any thread.

    An `open` course goes on until it is closed, even while nothing waits.
    """

    def __init__(self, jobs: Iterable[Job] = (), *, is_open: bool = False) -> None:
        self._lock = threading.Lock()
        self._waiting: list[Job] = list(jobs)
        self._paused = False
        self._open = is_open

    @property
    def waiting(self) -> tuple[str, ...]:
        """The outputs that wait, the next one first."""
        with self._lock:
            return tuple(job.output for job in self._waiting)

    @property
    def is_over(self) -> bool:
        """Whether nothing waits and nothing more will come."""
        with self._lock:
            return not self._waiting and not self._open

    @property
    def is_paused(self) -> bool:
        """Whether no job is begun at present."""
        return self._paused

    def add(self, jobs: Iterable[Job], *, first: bool = False) -> None:
        """Let more wait, behind the others or before them; one that waits already is replaced."""
        with self._lock:
            new = list(jobs)
            names = {job.output for job in new}
            kept = [job for job in self._waiting if job.output not in names]
            self._waiting = [*new, *kept] if first else [*kept, *new]

    def remove(self, outputs: Collection[str]) -> None:
        """These are not wanted any more; what is at work already is not touched."""
        with self._lock:
            self._waiting = [job for job in self._waiting if job.output not in outputs]

    def arrange(self, outputs: Sequence[str]) -> None:
        """Bring what waits into the order of `outputs`; what is not named comes last."""
        place = {name: number for number, name in enumerate(outputs)}
        with self._lock:
            self._waiting.sort(key=lambda job: place.get(job.output, len(place)))

    def pause(self) -> None:
        """Begin no other job; those at work go on."""
        self._paused = True

    def go_on(self) -> None:
        """Begin jobs again."""
        self._paused = False

    def close(self) -> None:
        """Nothing more will come: the course ends with what waits."""
        with self._lock:
            self._open = False

    def close_if_empty(self) -> bool:
        """Close it unless something waits; whether it is closed now."""
        with self._lock:
            self._open = self._open and bool(self._waiting)
            return not self._open

    def take(self, busy: Collection[str]) -> Job | None:
        """The next job, unless none can be begun; one whose key is `busy` waits for its twin."""
        if self._paused:
            return None
        with self._lock:
            for place, job in enumerate(self._waiting):
                if job.key not in busy:
                    return self._waiting.pop(place)
        return None

    def companions(self, first: Job, busy: Collection[str], most: int) -> tuple[Job, ...]:
        """At most so many that wait and burn the same film with the same preset as `first` does.

        They wait no longer: one decoding serves them all. None where `first` is no film.
        """
        with self._lock:
            found: dict[str, Job] = {}
            for job in self._waiting:
                fresh = job.key not in found and job.key not in busy and job.key != first.key
                if fresh and len(found) < most and _same_film(first, job):
                    found[job.key] = job
            taken = tuple(found.values())
            self._waiting = [job for job in self._waiting if job not in taken]
            return taken

    def twins(self, key: str) -> tuple[Job, ...]:
        """The jobs that show the very same; they wait no longer."""
        with self._lock:
            found = tuple(job for job in self._waiting if job.key == key)
            self._waiting = [job for job in self._waiting if job.key != key]
            return found
