"""Running a plan: keeps what is up to date, makes the rest in parallel, goes on past a failure."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from studio.batch.job import Job, Outcome
from studio.batch.made import Ledger, Record, is_kept, ledger, load_made
from studio.batch.workers import Answer, Workers
from studio.core.children import worker_count
from studio.core.errors import CannotWrite, StudioError
from studio.core.files import written
from studio.core.later import named
from studio.core.progress import SILENT, Progress, Span, each
from studio.media.identity import content_hash

if TYPE_CHECKING:
    from studio.batch.perform import perform
else:
    # The workers import it; here it would bring all that paints and burns.
    perform = named("studio.batch.perform", "perform")

Listener = Callable[[Outcome], None]


def unheard(outcome: Outcome) -> None:
    """For who need not hear of each outcome as it comes."""


@dataclass(frozen=True, slots=True)
class State:
    """How a job stands before anything is run: kept, missing, stale or refused, and what was found.

    `problems` are those of the output that is there, when it is kept.
    """

    job: Job
    state: str
    problems: tuple[str, ...] = ()


def states(jobs: Sequence[Job], out: Path, progress: Progress = SILENT) -> tuple[State, ...]:
    """How each job stands: what `run` would keep, and what it would make and why.

    Looked at often, so a file's hash is remembered as long as its size and time stay the same.
    """
    records = load_made(out)
    return tuple(_state(job, out, records) for job in each(jobs, progress))


def _state(job: Job, out: Path, records: Mapping[str, Record]) -> State:
    if job.refusal:
        return State(job, "refused")
    if is_kept(out, job.output, job.key, records, content_hash):
        return State(job, "kept", _said(job, records[job.output].problems))
    return State(job, "stale" if (out / job.output).exists() else "missing")


def run(
    jobs: Sequence[Job],
    out: Path,
    workers: int = 0,
    progress: Progress = SILENT,
    heard: Listener = unheard,
) -> tuple[Outcome, ...]:
    """Make all that is not up to date; the outcomes stand in the order of the jobs.

    `workers` 0 means one for each processor. `heard` gets each outcome as it comes. A stop raises
    Cancelled; what was finished by then stays and is not made again. Raises CannotWrite when the
    folder cannot be written or another export is at work in it.
    """
    progress.report(0.0, "Looking at what is there")
    with ledger(out, {(out / job.output).parent for job in jobs}) as held:
        run_of = _Run(held, heard)
        to_make = run_of.settle(jobs, Span(progress, 0.0, 0.05))
        groups: dict[str, list[Job]] = {}
        for job in to_make:
            groups.setdefault(job.key, []).append(job)
        firsts = sorted((group[0] for group in groups.values()), key=_heavy_first)
        count = max(1, min(workers or worker_count(), len(firsts)))
        with Workers(perform, count) as pool:
            orders = [{"job": job.to_plain(), "out": str(out)} for job in firsts]
            for answer in pool.run(orders, Span(progress, 0.05, 1.0)) if orders else ():
                run_of.answered(answer, groups)
    progress.report(1.0, "Done")
    return tuple(run_of.outcomes[job.output] for job in jobs)


def _said(job: Job, problems: Sequence[str]) -> tuple[str, ...]:
    """The notes of the plan and the problems of the output, each once."""
    return tuple(dict.fromkeys((*job.notes, *problems)))


def _heavy_first(job: Job) -> tuple[bool, str, str, str]:
    """Films first, for they take longest; then posters by still: a worker keeps its frame."""
    seconds = job.poster_work.seconds if job.poster_work else ""
    return job.film_work is None, job.film, seconds, job.preset


class _Run:
    """What one run knows: the ledger and the outcomes so far."""

    def __init__(self, held: Ledger, heard: Listener) -> None:
        self._held = held
        self._out = held.out
        self._heard = heard
        self.outcomes: dict[str, Outcome] = {}

    def settle(self, jobs: Sequence[Job], progress: Progress) -> list[Job]:
        """Outcomes for what needs no work; returns what is left to make."""
        left = []
        records = self._held.records
        for job in each(jobs, progress, "Looking at what is there"):
            blank = _blank(job)
            if job.refusal:
                self._tell(replace(blank, state="failed", problems=(job.refusal,)))
            elif is_kept(self._out, job.output, job.key, records):
                record = records[job.output]
                problems = _said(job, record.problems)
                self._tell(replace(blank, state="kept", sha256=record.sha256, problems=problems))
            else:
                left.append(job)
        return left

    def _tell(self, outcome: Outcome) -> None:
        self.outcomes[outcome.path] = outcome
        self._heard(outcome)

    def answered(self, answer: Answer, groups: Mapping[str, Sequence[Job]]) -> None:
        """Take in the outcome of a job, and of those that show the very same."""
        group = groups[answer.order["job"]["key"]]
        for place, job in enumerate(group):
            self._tell(self._outcome(job, group[0], answer, first=place == 0))

    def _outcome(self, job: Job, made: Job, answer: Answer, *, first: bool) -> Outcome:
        blank = replace(_blank(job), seconds=answer.seconds if first else 0.0)
        if answer.failure:
            return replace(blank, problems=(answer.failure,))
        try:
            if not first:
                _copy(self._out / made.output, self._out / job.output)
        except StudioError as error:
            return replace(blank, problems=(f"{error} {error.hint}".strip(),))
        record = Record(job.key, answer.value["sha256"], tuple(answer.value["problems"]))
        self._held.add(job.output, record)
        problems = _said(job, record.problems)
        return replace(blank, state="made", sha256=record.sha256, problems=problems)


def _copy(source: Path, target: Path) -> None:
    """Raises CannotWrite."""
    with written(target) as part:
        try:
            shutil.copyfile(source, part)
        except OSError as error:
            raise CannotWrite(
                f"{target} cannot be written: {error.strerror or error}.",
                hint="Check the room on the disk.",
            ) from error


def _blank(job: Job) -> Outcome:
    return Outcome(job.output, job.key, job.film, job.market, job.preset, job.poster, "failed")
