"""Running a plan: keeps what is up to date, makes the rest in parallel, goes on past a failure."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from studio.batch.job import Job, Outcome
from studio.batch.made import Record, is_kept, load_made, save_made
from studio.batch.perform import perform
from studio.batch.workers import Answer, Workers
from studio.core.children import worker_count
from studio.core.files import written
from studio.core.progress import SILENT, Progress, Span

Listener = Callable[[Outcome], None]


def unheard(outcome: Outcome) -> None:
    """For who need not hear of each outcome as it comes."""


@dataclass(frozen=True, slots=True)
class State:
    """How a job stands before anything is run: kept, missing, stale or refused."""

    job: Job
    state: str


def states(jobs: Sequence[Job], out: Path) -> tuple[State, ...]:
    """How each job stands: what `run` would keep, and what it would make and why."""
    records = load_made(out)
    return tuple(State(job, _state(job, out, records)) for job in jobs)


def _state(job: Job, out: Path, records: dict[str, Record]) -> str:
    if job.refusal:
        return "refused"
    if is_kept(out, job.output, job.key, records):
        return "kept"
    return "stale" if (out / job.output).exists() else "missing"


def run(
    jobs: Sequence[Job],
    out: Path,
    workers: int = 0,
    progress: Progress = SILENT,
    heard: Listener = unheard,
) -> tuple[Outcome, ...]:
    """Make all that is not up to date; the outcomes stand in the order of the jobs.

    `workers` 0 means one for each processor. `heard` gets each outcome as it comes. A stop raises
    Cancelled; what was finished by then stays and is not made again.
    """
    progress.report(0.0, "Looking at what is there")
    run_of = _Run(out, load_made(out), heard)
    to_make = run_of.settle(jobs)
    groups: dict[str, list[Job]] = {}
    for job in to_make:
        groups.setdefault(job.key, []).append(job)
    firsts = sorted((group[0] for group in groups.values()), key=_heavy_first)
    count = max(1, min(workers or worker_count(), len(firsts)))
    with Workers(perform, count) as pool:
        orders = [{"job": job.to_plain(), "out": str(out)} for job in firsts]
        for answer in pool.run(orders, Span(progress, 0.0, 1.0)) if orders else ():
            for outcome in run_of.answered(answer, groups):
                heard(outcome)
    progress.report(1.0, "Done")
    return tuple(run_of.outcomes[job.output] for job in jobs)


def _heavy_first(job: Job) -> tuple[bool, str, str, str]:
    """Films first, for they take longest; then posters by still: a worker keeps its frame."""
    seconds = job.poster_work.seconds if job.poster_work else ""
    return job.film_work is None, job.film, seconds, job.preset


class _Run:
    """What one run knows: the ledger and the outcomes so far."""

    def __init__(self, out: Path, records: dict[str, Record], heard: Listener) -> None:
        self._out = out
        self._records = records
        self._heard = heard
        self.outcomes: dict[str, Outcome] = {}

    def settle(self, jobs: Sequence[Job]) -> list[Job]:
        """Outcomes for what needs no work; returns what is left to make."""
        left = []
        for job in jobs:
            blank = _blank(job)
            if job.refusal:
                self._tell(replace(blank, state="failed", problems=(job.refusal,)))
            elif is_kept(self._out, job.output, job.key, self._records):
                record = self._records[job.output]
                self._tell(
                    replace(blank, state="kept", sha256=record.sha256, problems=record.problems)
                )
            else:
                left.append(job)
        return left

    def _tell(self, outcome: Outcome) -> None:
        self.outcomes[outcome.path] = outcome
        self._heard(outcome)

    def answered(self, answer: Answer, groups: dict[str, list[Job]]) -> Iterator[Outcome]:
        """The outcomes of a job and of those that show the very same."""
        group = groups[answer.order["job"]["key"]]
        for place, job in enumerate(group):
            outcome = self._outcome(job, group[0], answer, first=place == 0)
            self.outcomes[job.output] = outcome
            if outcome.state == "made":
                self._records[job.output] = Record(job.key, outcome.sha256, outcome.problems)
            yield outcome
        save_made(self._out, self._records)

    def _outcome(self, job: Job, made: Job, answer: Answer, *, first: bool) -> Outcome:
        blank = _blank(job)
        if answer.failure:
            return replace(
                blank, state="failed", seconds=answer.seconds, problems=(answer.failure,)
            )
        if not first:
            _copy(self._out / made.output, self._out / job.output)
        return replace(
            blank,
            state="made",
            seconds=answer.seconds if first else 0.0,
            sha256=answer.value["sha256"],
            problems=tuple(answer.value["problems"]),
        )


def _copy(source: Path, target: Path) -> None:
    with written(target) as part:
        shutil.copyfile(source, part)


def _blank(job: Job) -> Outcome:
    return Outcome(job.output, job.key, job.film, job.market, job.preset, job.poster, "failed")
