"""The export queue: what is made, in which order, how far it is. It outlives pages and windows."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from studio.batch.course import Course
from studio.batch.export import Order, Ready, default_out
from studio.batch.job import Job, Outcome
from studio.batch.plan import Only
from studio.batch.remaining import Remaining
from studio.batch.remark import Remark
from studio.core.errors import StudioError
from studio.core.processors import worker_count
from studio.core.said import said
from studio.core.words import counted
from ui.deliver.row import AT_WORK, FAILED, MADE, OPEN, STOPPED, WAITING, Row, in_order
from ui.deliver.settling import is_saved, take_stills
from ui.deliver.words import ended_words
from ui.deliver.working import Watch, plan_export, report, work
from ui.jobs import Job as Task
from ui.jobs import Jobs
from ui.notices import Notices
from ui.session import Session
from ui.widgets.language import tr

_TICK_MS = 500


class ExportQueue(QObject):
    """Outputs in order, made by child processes two or more at a time; one queue, one folder.

    It works on what is on disk: `save` writes the campaign and says whether it did.
    """

    changed = Signal()
    """Rows came, went, moved or changed how they stand; or the queue began, paused or ended."""
    advanced = Signal()
    """Work went on; at most twice a second."""
    heard = Signal(object)
    """An Outcome: an output is made, kept or failed."""
    finished = Signal()
    """Nothing is left to do, or it was stopped."""
    _advance = Signal(str, float, object)
    _outcome = Signal(object)

    def __init__(
        self, session: Session, jobs: Jobs, notices: Notices, save: Callable[[], bool]
    ) -> None:
        super().__init__()
        self._session, self._jobs, self._notices, self._save = session, jobs, notices, save
        self.save_behind: Callable[[], object] = save
        self._rows: dict[str, Row] = {}
        self._settled: dict[str, Outcome] = {}
        self.failures: dict[str, tuple[str, tuple[Remark, ...]]] = {}
        """By output the key of the job that failed, and why; until it succeeds."""
        self._order: tuple[str, ...] = ()
        self._wishes: list[tuple[Only | None, bool]] = []
        self._course: Course | None = None
        self._planning: Task | None = None
        self._task: Task | None = None
        self._reporting: Task | None = None
        self._path: Path | None = None
        self._paused, self._first, self._closed, self._began = False, False, True, 0.0
        self.remaining = Remaining(worker_count())
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._tick)
        self._advance.connect(self._take_advance)
        self._outcome.connect(self._take_outcome)
        session.replaced.connect(self._campaign_left)

    # -- what it shows --------------------------------------------------------------------

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows: those at work, those that wait in their order, then what is over."""
        return in_order(self._rows.values())

    def row(self, output: str) -> Row | None:
        """The row of an output."""
        return self._rows.get(output)

    @property
    def is_busy(self) -> bool:
        """Whether something is planned, made, or waits while it is paused."""
        return any((self._planning, self._task, self._reporting))

    @property
    def is_planning(self) -> bool:
        """Whether it looks at what there is to make."""
        return self._planning is not None

    @property
    def is_paused(self) -> bool:
        """Whether no job is begun at present."""
        return self._paused

    @property
    def out(self) -> Path:
        """Where the outputs of the open campaign lie."""
        path = self._session.path
        return default_out(path) if path else (self._session.folder or Path()) / "out"

    def count(self, *states: str) -> int:
        """How many rows stand so."""
        return sum(row.state in states for row in self._rows.values())

    def busy_words(self) -> str:
        """`An export of 12 outputs is running`, or nothing: for who is about to leave."""
        if not self.is_busy:
            return ""
        number = self.count(*OPEN)
        if not number:
            return said("An export is being prepared or finished")
        return said("An export of {outputs} is running", outputs=counted(number, "output"))

    @property
    def seconds_left(self) -> float | None:
        """How long it will take yet; None while that is not known or nothing is made."""
        if self._task is None or self._paused or not self.count(*OPEN):
            return None
        return self.remaining.left(time.monotonic())

    @property
    def fraction(self) -> float:
        """The share of the work that is done, by time."""
        left = self.seconds_left
        if left is None:
            return 0.0
        spent = time.monotonic() - self._began
        return spent / max(0.001, spent + left)

    # -- what it is told ------------------------------------------------------------------

    def add(self, only: Only | None, asker: QWidget | None, *, first: bool = False) -> bool:
        """Plan all outputs, or `only` some, and let what is not up to date be made.

        Asks to save first, for an export is made of what is on disk. Whether it was taken on.
        """
        session = self._session
        if not session.is_open or not is_saved(session, self._save, asker) or session.path is None:
            return False
        self._path = session.path
        self._wishes.append((only, first))
        if self._planning is None:
            self._plan()
        return True

    def _plan(self) -> None:
        """Look at what the next wish asks for; one is looked at after the other."""
        path, campaign = self._session.path, self._session.project.campaign
        only, self._first = self._wishes.pop(0)
        title = said("Planning the export of {name}", name=campaign.name)
        job = self._jobs.start(title, plan_export, path, campaign, Order(self.out, only))
        self._planning = job
        job.done.connect(self._planned)
        job.failed.connect(self._notices.failed)
        job.stopped.connect(self._was_stopped)
        job.ended.connect(self._plan_ended)
        self.changed.emit()

    def pause(self) -> None:
        """Finish what is at work, begin nothing else."""
        self._paused = True
        if self._course is not None:
            self._course.pause()
        self.changed.emit()

    def go_on(self) -> None:
        """Begin jobs again."""
        self._paused = False
        if self._course is not None:
            self._course.go_on()
        self.changed.emit()

    def stop(self) -> None:
        """Stop all; what is finished stays."""
        self._wishes.clear()
        for task in (self._planning, self._task):
            if task is not None:
                task.cancel()
        if self._task is None:
            self._halt()

    def _halt(self) -> None:
        for name, row in self._rows.items():
            if row.state in OPEN:
                self._rows[name] = replace(row, state=STOPPED)
                self.remaining.ended(name, 0)

    def remove(self, outputs: Collection[str]) -> None:
        """Take rows out that are not at work."""
        if self._course is not None:
            self._course.remove(outputs)
        for name in outputs:
            row = self._rows.get(name)
            if row is not None and row.state != AT_WORK:
                del self._rows[name]
                self.remaining.ended(name, 0)
        self._end_if_empty()
        self.changed.emit()

    def arrange(self, outputs: Sequence[str]) -> None:
        """Let the waiting rows stand in this order."""
        kept = {name: self._rows[name] for name in outputs if name in self._rows}
        self._rows = kept | {k: row for k, row in self._rows.items() if k not in kept}
        self.remaining.arrange(self._rows)
        if self._course is not None:
            self._course.arrange(tuple(self._rows))
        self.changed.emit()

    def move(self, output: str, steps: int) -> None:
        """Move a waiting row up (negative) or down among those that wait."""
        names = [row.output for row in self.rows if row.state == WAITING]
        if output in names:
            place = names.index(output)
            names.insert(max(0, min(len(names) - 1, place + steps)), names.pop(place))
            self.arrange(names)

    def clear(self) -> None:
        """Forget the rows that are over."""
        self._rows = {name: row for name, row in self._rows.items() if row.state in OPEN}
        self.changed.emit()

    def retry(self, asker: QWidget | None) -> bool:
        """Make again what failed or was stopped."""
        names = frozenset(n for n, row in self._rows.items() if row.state in (FAILED, STOPPED))
        return bool(names) and self.add(Only(output=names), asker)

    # -- planning -------------------------------------------------------------------------

    def _planned(self, found: Ready) -> None:
        if self._path is None or self._path != self._session.path:
            return
        take_stills(self._session, found.campaign, self.save_behind)
        for problem in found.problems:
            self._notices.failed(StudioError(problem))
        if not self.count(*OPEN):
            self._settled, self._order = {}, ()
            self.remaining = Remaining(worker_count(), found.speeds)
        self.remaining.speeds = found.speeds
        self._order = tuple(dict.fromkeys((*self._order, *found.order)))
        for outcome in found.settled:
            self._settled[outcome.path] = outcome
            self.heard.emit(outcome)
        self._enqueue(found.jobs)

    def _enqueue(self, jobs: Iterable[Job]) -> None:
        new = {
            job.output: Row(job)
            for job in jobs
            if self._rows.get(job.output) is None or self._rows[job.output].state != AT_WORK
        }
        if not new:
            return
        kept = {name: row for name, row in self._rows.items() if name not in new}
        self._rows = new | kept if self._first else kept | new
        for row in new.values():
            self.remaining.add(row.job)
        if self._course is not None and not self._closed:
            self._course.add((row.job for row in new.values()), first=self._first)
        self.remaining.arrange(self._rows)

    def _plan_ended(self) -> None:
        self._planning = None
        if self._wishes and self._path == self._session.path:
            self._plan()
            return
        if self._task is None and self.count(WAITING):
            self._begin()
        elif self._task is None:
            self._write_up()
        self._end_if_empty()
        self.changed.emit()

    # -- making ---------------------------------------------------------------------------

    def _begin(self) -> None:
        jobs = [row.job for row in self._rows.values() if row.state == WAITING]
        self._course = Course(jobs, is_open=True)
        self._closed = False
        if self._paused:
            self._course.pause()
        self._began = time.monotonic()
        name = self._session.project.campaign.name
        task = self._jobs.start(
            said("Exporting {name}", name=name),
            work,
            self._course,
            self.out,
            Watch(self._advance.emit, self._outcome.emit),
        )
        self._task = task
        task.failed.connect(self._notices.failed)
        task.stopped.connect(self._was_stopped)
        task.ended.connect(self._work_ended)
        self._clock.start(_TICK_MS)

    def _take_advance(self, output: str, fraction: float, note: str) -> None:
        row = self._rows.get(output)
        if row is None:
            return
        fresh = row.state != AT_WORK
        self._rows[output] = replace(
            row, state=AT_WORK, fraction=max(row.fraction, fraction), note=note or row.note
        )
        self.remaining.advanced(output, fraction, time.monotonic())
        if fresh:
            self.changed.emit()

    def _take_outcome(self, outcome: Outcome) -> None:
        row = self._rows.get(outcome.path)
        made = outcome.state != "failed"
        self._settled[outcome.path] = outcome
        if made:
            self.failures.pop(outcome.path, None)
        else:
            self.failures[outcome.path] = outcome.job, outcome.problems
        self.remaining.ended(outcome.path, outcome.seconds if made else 0.0)
        if row is not None:
            self._rows[outcome.path] = replace(
                row,
                state=MADE if made else FAILED,
                fraction=1.0 if made else row.fraction,
                seconds=outcome.seconds,
                log=outcome.log,
                problems=outcome.problems,
            )
        self.heard.emit(outcome)
        self._end_if_empty()
        self.changed.emit()

    def _end_if_empty(self) -> None:
        if self._course is not None and self._planning is None and not self.count(*OPEN):
            self._closed = self._course.close_if_empty()

    def _was_stopped(self) -> None:
        self._notices.say(tr("Stopped. What is finished stays."))

    def _work_ended(self) -> None:
        self._task, self._course, self._closed = None, None, True
        self._clock.stop()
        self._halt()
        self._write_up()
        self.changed.emit()

    def _write_up(self) -> None:
        """Say how it ended and write the report."""
        outcomes = [self._settled[name] for name in self._order if name in self._settled]
        path, self._order = self._path, ()
        if path is None or path != self._session.path or not outcomes:
            self.finished.emit()
            return
        seconds = time.monotonic() - self._began if self._began else 0.0
        self._began = 0.0
        self._notices.say(ended_words(outcomes, seconds))
        campaign = self._session.project.campaign
        title = f"{campaign.name} {campaign.version}"
        job = self._jobs.start(
            said("Writing the report"), report, outcomes, self.out, title, seconds, quiet=True
        )
        self._reporting = job
        job.failed.connect(self._notices.failed)
        job.ended.connect(self._report_ended)

    def _report_ended(self) -> None:
        self._reporting = None
        self.changed.emit()
        self.finished.emit()

    def _tick(self) -> None:
        if self._task is not None:
            self._task.tell(self.fraction, self.seconds_left)
        self.advanced.emit()

    def _campaign_left(self) -> None:
        """Another campaign, or none: what was made for the one before is no longer wanted here."""
        if self._path is not None and self._path != self._session.path:
            self.stop()
            self._rows, self._settled, self._order, self._path = {}, {}, (), None
            self.failures.clear()
            self.changed.emit()
