"""Writes the open campaign on a thread of its own: the window goes on, nothing is lost meanwhile.

The document is frozen, so what is written is what it was when the save began. It counts as saved
only when the files have taken their places; until then the journal holds it.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, Qt, Signal, Slot

from studio.campaign.project_file import Saved
from studio.core.errors import StudioError
from ui.session import Save, Session


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a save ended: what a file format could not keep, in words, or what went wrong."""

    notes: tuple[str, ...] = ()
    error: BaseException | None = None

    def told(self) -> tuple[str, ...]:
        """The notes. Raises what went wrong."""
        if self.error is not None:
            raise self.error
        return self.notes


class Saving(QObject):
    """One save at a time, each from the document as it is when its turn comes."""

    ended_behind = Signal(object)
    """The Outcome of a save that nobody waits for."""
    _over = Signal()
    _written = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="saving")
        self._save: Save | None = None
        self._task: Future[Saved] | None = None
        self._answers: dict[Future[Saved], Outcome] = {}
        """How those ended that somebody waits for."""
        self._again = False
        self._went_well = True
        # Queued even when the save is over before anybody listens: who waits must be known first.
        self._written.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Save without waiting; while another save is at work, once more after it."""
        if self._task is not None:
            self._again = True
        else:
            self._start(None, over=False)

    def do(self, path: Path | None = None, *, over: bool = False) -> Outcome:
        """Save and wait for it; the loop turns meanwhile, but takes no keys and no mouse."""
        self.finish()
        task = self._start(path, over=over)
        if task is None:
            return Outcome()
        self._answers[task] = Outcome()
        self._wait(task)
        return self._answers.pop(task)

    def finish(self) -> bool:
        """Wait for what is being saved; whether there was anything and it went well."""
        task = self._task
        if task is None:
            return False
        while task is not None:
            self._wait(task)
            task = self._task
        return self._went_well

    def close(self) -> None:
        """Wait for what is being saved, and save no more."""
        self.finish()
        self._writer.shutdown(wait=True)

    def _start(self, path: Path | None, *, over: bool) -> Future[Saved] | None:
        self._save = self._session.begin_save(path, over=over)
        if self._save is None:
            return None
        task = self._task = self._writer.submit(self._save.write)
        task.add_done_callback(lambda _: self._written.emit())
        return task

    def _wait(self, task: Future[Saved]) -> None:
        loop = QEventLoop()
        self._over.connect(loop.quit)
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        if self._task is task:
            # The application is being left: its loops do not turn any more.
            wait([task])
            self._end()

    @Slot()
    def _end(self) -> None:
        save, task = self._save, self._task
        if save is None or task is None or not task.done():
            # It was waited for where no loop turned.
            return
        self._save = self._task = None
        outcome = self._outcome(save, task)
        self._went_well = outcome.error is None
        if self._again:
            self._again = False
            if self._went_well:
                self.begin()
        self._over.emit()
        if task in self._answers:
            self._answers[task] = outcome
        else:
            self.ended_behind.emit(outcome)

    def _outcome(self, save: Save, task: Future[Saved]) -> Outcome:
        error = task.exception()
        if error is not None:
            return Outcome(error=error)
        written = task.result()
        try:
            self._session.end_save(save, written)
        except StudioError as wrong:
            return Outcome(error=wrong)
        return Outcome(written.notes)
