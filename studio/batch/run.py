"""Running a plan: keeps what is up to date, makes the rest in parallel, goes on past a failure."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from studio.batch.beside import remove_former, renamed
from studio.batch.course import Course, heavy_first
from studio.batch.ingredients import keep_cues
from studio.batch.job import Job, Outcome
from studio.batch.made import FOLDER, Ledger, Record, is_kept, ledger, load_made
from studio.batch.orders import Orders, Plain
from studio.batch.reasons import reasons
from studio.batch.remark import Remark, failure
from studio.batch.workers import Answer, Workers
from studio.core.children import PRODUCED, WAITED_FOR
from studio.core.errors import CannotWrite, StudioError, in_full, os_words
from studio.core.files import written
from studio.core.later import named
from studio.core.processors import worker_count
from studio.core.progress import SILENT, Progress, Span, each
from studio.core.said import said
from studio.media.identity import content_hash

if TYPE_CHECKING:
    from studio.batch.perform import perform_group
else:
    # The workers import it; here it would bring all that paints and burns.
    perform_group = named("studio.batch.perform", "perform_group")

Listener = Callable[[Outcome], None]


def unheard(outcome: Outcome) -> None:
    """For who need not hear of each outcome as it comes."""


class Watcher(Protocol):
    """Who follows each job of an export; called on the thread that runs it."""

    def advanced(self, output: str, fraction: float, note: str) -> None:
        """A job is at work: it was begun (0), or it is `fraction` done."""

    def ended(self, outcome: Outcome) -> None:
        """An output is made, kept or failed."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A Watcher that only wants the outcomes."""

    listener: Listener

    def advanced(self, output: str, fraction: float, note: str) -> None:
        """Not wanted."""

    def ended(self, outcome: Outcome) -> None:
        """Passed on."""
        self.listener(outcome)


@dataclass(frozen=True, slots=True)
class State:
    """How a job stands before anything is run: kept, missing, stale or refused, and what was found.

    `problems` are those of the output that is there, when it is kept; `reasons` say why it is to
    be made, when it is not. `made_by` is the key of the job that made the output that is there.
    """

    job: Job
    state: str
    problems: tuple[Remark, ...] = ()
    reasons: tuple[str, ...] = ()
    made_by: str = ""


def states(jobs: Sequence[Job], out: Path, progress: Progress = SILENT) -> tuple[State, ...]:
    """How each job stands: what `run` would keep, and what it would make and why.

    Looked at often, so a file's hash is remembered as long as its size and time stay the same.
    """
    records = load_made(out)
    return tuple(_state(job, out, records) for job in each(jobs, progress))


def _state(job: Job, out: Path, records: Mapping[str, Record]) -> State:
    if job.refusal:
        return State(job, "refused", (failure(job.refusal),))
    if is_kept(out, job.output, job.key, records, content_hash):
        return State(job, "kept", _all_said(job, records[job.output].problems), made_by=job.key)
    record = records.get(job.output)
    why = reasons(job, record, out)
    if not (out / job.output).exists():
        return State(job, "missing", (), why)
    return State(job, "stale", (), why, record.job if record else "")


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
    progress.report(0.0, said("Looking at what is there"))
    with ledger(out, {(out / job.output).parent for job in jobs}) as held:
        run_of = _Run(held, Heard(heard), WAITED_FOR)
        left = run_of.settle(jobs, Span(progress, 0.0, 0.05))
        course = Course(sorted(left, key=heavy_first))
        # One may help with a film while another writes it.
        most = len({job.key for job in left}) + any(job.film_work for job in left)
        count = max(1, min(workers or worker_count(), most))
        run_of.follow(course, count, Span(progress, 0.05, 1.0))
    progress.report(1.0, said("Done"))
    return tuple(run_of.outcomes[job.output] for job in jobs)


def follow(
    course: Course, out: Path, watcher: Watcher, workers: int = 0, progress: Progress = SILENT
) -> None:
    """Make what comes along a course, until it is over; what is up to date is for who adds to it.

    Behind a window that somebody works in: the processes give way to it.
    Raises as `run`.
    """
    folders = {(out / name).parent for name in course.waiting}
    with ledger(out, folders) as held:
        _Run(held, watcher, PRODUCED).follow(course, workers or worker_count(), progress)


def _all_said(job: Job, problems: Sequence[Remark]) -> tuple[Remark, ...]:
    """The notes of the plan and the problems of the output, each once."""
    return tuple(dict.fromkeys((*job.notes, *problems)))


class _Run:
    """What one run knows: the ledger and the outcomes so far."""

    def __init__(self, held: Ledger, watcher: Watcher, steps: int) -> None:
        self._steps = steps
        self._held = held
        self._out = held.out
        self._watcher = watcher
        self.outcomes: dict[str, Outcome] = {}

    def settle(self, jobs: Sequence[Job], progress: Progress) -> list[Job]:
        """Outcomes for what needs no work; returns what is left to make."""
        left = []
        records = self._held.records
        for job in each(jobs, progress, said("Looking at what is there")):
            blank = _blank(job)
            if job.refusal:
                self._tell(replace(blank, problems=(failure(job.refusal),)))
            elif is_kept(self._out, job.output, job.key, records):
                record = records[job.output]
                problems = _all_said(job, record.problems)
                kept = replace(blank, state="kept", sha256=record.sha256, problems=problems)
                self._tell(_with_files(kept, record))
            else:
                left.append(job)
        return left

    def _tell(self, outcome: Outcome) -> None:
        self.outcomes[outcome.path] = outcome
        self._watcher.ended(outcome)

    def follow(self, course: Course, workers: int, progress: Progress) -> None:
        """Make what comes along the course with so many workers."""
        orders = Orders(course, self._out)
        before = len(self.outcomes)

        def heard(order: Plain, fraction: float, note: str) -> None:
            for job in order["jobs"]:
                self._watcher.advanced(job["output"], fraction, note)
                share[job["key"]] = fraction

        def turn() -> None:
            done = len(self.outcomes) - before
            total = done + len(orders.busy) + len(course.waiting)
            part = sum(share.get(key, 0.0) for key in orders.busy)
            note = said("{done} of {total}", done=done, total=total)
            progress.report(min(1.0, (done + part) / max(1, total)), note)

        share: dict[str, float] = {}
        with Workers(perform_group, workers, steps=self._steps) as pool:
            for answer in pool.serve(orders, turn, heard):
                jobs = orders.ended(answer.order)
                if answer.failure and len(jobs) > 1:
                    orders.again(jobs)
                    continue
                for job, alone in zip(jobs, _each(answer, len(jobs)), strict=True):
                    self._answered(alone, job, course.twins(job.key))

    def _answered(self, answer: Answer, job: Job, twins: Sequence[Job]) -> None:
        """Take in the outcome of a job, and of those that show the very same."""
        self._tell(self._outcome(job, job, answer))
        for twin in twins:
            self._tell(self._outcome(twin, job, answer))

    def _outcome(self, job: Job, made: Job, answer: Answer) -> Outcome:
        first = job is made
        seconds = answer.seconds if first else 0.0
        blank = replace(_blank(job), seconds=seconds)
        if answer.failure:
            return replace(blank, problems=(failure(answer.failure),))
        beside: dict[str, str] = answer.value["beside"]
        try:
            if not first:
                names = renamed(beside, made.output, job.output)
                for name, other in {**names, made.output: job.output}.items():
                    _copy(self._out / name, self._out / other)
                beside = {names[name]: digest for name, digest in beside.items()}
        except StudioError as error:
            return replace(blank, problems=(failure(in_full(error)),))
        if job.film_work is not None:
            keep_cues(self._out / FOLDER, job.film_work.tracks)
        found = tuple(answer.value["problems"])
        sha256 = answer.value["sha256"]
        # Pieces that were there from before say nothing of how fast new ones are made.
        amount = job.amount * answer.value["share"] if first else 0.0
        record = Record(
            job.key,
            sha256,
            found,
            job.made_of,
            seconds,
            amount,
            job.preset,
            beside,
            answer.value["sheet"],
        )
        former = self._held.records.get(job.output)
        if former is not None:
            remove_former(self._out, former.beside, beside)
        self._held.add(job.output, record)
        log = (
            tuple(answer.value["log"]) if first else (said("Copied from {path}", path=made.output),)
        )
        done = replace(blank, state="made", sha256=sha256, problems=_all_said(job, found), log=log)
        return _with_files(done, record)


def _each(answer: Answer, count: int) -> tuple[Answer, ...]:
    """The answers for the jobs of one order, which took the time together."""
    if answer.failure or not count:
        return (answer,) * count
    seconds = answer.seconds / count
    return tuple(replace(answer, value=value, seconds=seconds) for value in answer.value)


def _copy(source: Path, target: Path) -> None:
    """Raises CannotWrite."""
    with written(target) as part:
        try:
            shutil.copyfile(source, part)
        except OSError as error:
            raise CannotWrite(
                said(
                    "{target} cannot be written: {strerror}.",
                    target=target,
                    strerror=os_words(error),
                ),
                hint=said("Check the room on the disk."),
            ) from error


def _with_files(outcome: Outcome, record: Record) -> Outcome:
    return replace(outcome, beside=tuple(record.beside), sheet=record.sheet)


def _blank(job: Job) -> Outcome:
    return Outcome(job.output, job.key, job.film, job.market, job.preset, job.poster, "failed")
