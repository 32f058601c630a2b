"""Engine tasks on worker threads, heard on the window's thread."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from studio.core.errors import is_fault
from studio.core.progress import Cancelled

REPORTS_PER_SECOND = 20


def while_there(owner: QObject, slot: Callable[..., object]) -> Callable[..., None]:
    """A slot for signals of what outlives `owner`, such as jobs: after its end nothing happens.

    Bound methods of QObjects need it not; inner functions and lambdas do.
    """

    def told(*args: object) -> None:
        if isValid(owner):
            slot(*args)

    return told


class Job(QObject):
    """One running task. Every signal arrives on the thread the job was made on."""

    advanced = Signal(float, object)
    """How far, and the note on it, which may be a `Said`."""
    done = Signal(object)
    failed = Signal(object)
    """The exception."""
    stopped = Signal()
    ended = Signal()
    """After any of the three."""

    def __init__(self, title: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.quiet = False
        """Whether it stays out of the job strip."""
        self.fraction = 0.0
        self.note = ""
        self.began = time.monotonic()
        self._told: tuple[float, float | None] | None = None
        self._stop = threading.Event()
        self._last = 0.0

    def cancel(self) -> None:
        """Ask the task to stop; `stopped` tells when it has."""
        self._stop.set()

    def tell(self, share: float, left: float | None) -> None:
        """Show this share (0 to 1) and these seconds left: somebody knows better than the task.

        While the seconds are not known the share stays where it was.
        """
        if left is None and self._told is not None:
            share = self._told[0]
        self._told = share, left
        self.advanced.emit(share, self.note)

    @property
    def share(self) -> float:
        """How far it is, 0 to 1, as it is shown."""
        return self.fraction if self._told is None else self._told[0]

    @property
    def seconds_left(self) -> float | None:
        """How long it will take yet, from the speed so far; None before that can be told."""
        if self._told is not None:
            return self._told[1]
        spent = time.monotonic() - self.began
        if self.fraction < 0.05 or spent < 2:
            return None
        return spent / self.fraction * (1 - self.fraction)

    def report(self, fraction: float, note: str = "") -> None:
        """Called by the task, on its thread. Raises Cancelled once a stop was asked for."""
        if self._stop.is_set():
            raise Cancelled
        now = time.monotonic()
        self.fraction, self.note = fraction, note or self.note
        if fraction >= 1 or now - self._last > 1 / REPORTS_PER_SECOND:
            self._last = now
            self.advanced.emit(fraction, self.note)

    def run(self, task: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        """Do the task on this thread and tell how it ended."""
        try:
            if self._stop.is_set():
                # Stopped while it waited for a thread: nobody waits for what it would do.
                raise Cancelled
            result = task(*args, progress=self, **kwargs)
        except Cancelled:
            self.stopped.emit()
        except Exception as error:  # noqa: BLE001 - the border of a job: the window shows it
            self.failed.emit(error)
        else:
            self.done.emit(result)
        finally:
            self.ended.emit()


class Jobs(QObject):
    """The pool that jobs run on; it belongs to the application object."""

    started = Signal(object)
    """A Job that the job strip should show."""
    crashed = Signal(object)
    """The exception of a job that failed by a fault of ours."""
    _over = Signal(object)
    """A Job that no thread works on any more."""

    def __init__(self, workers: int = 4, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="job")
        self._running: set[Job] = set()
        self._kept: set[Job] = set()
        self._closed = False
        self._over.connect(self._let_go)

    def start(
        self, title: str, task: Callable[..., Any], *args: Any, quiet: bool = False, **kwargs: Any
    ) -> Job:
        """Run `task(*args, progress=job, **kwargs)`; `quiet` keeps it out of the job strip."""
        # Without a parent: what a job's end lets go of may be the last that holds this pool, and a
        # parent must not go while its child does.
        job = Job(title)
        job.quiet = quiet
        self._running.add(job)
        self._kept.add(job)
        job.failed.connect(self._failed)
        job.ended.connect(lambda: self._forget(job))
        if not quiet:
            self.started.emit(job)
        # Begun a turn later: what ends at once would speak before anybody could listen.
        QTimer.singleShot(0, job, lambda: self._begin(job, task, args, kwargs))
        return job

    def _failed(self, error: BaseException) -> None:
        if is_fault(error):
            self.crashed.emit(error)

    def _forget(self, job: Job) -> None:
        self._running.discard(job)

    def _let_go(self, job: Job) -> None:
        # Not at `ended`: its thread may still be in the midst of telling that.
        self._kept.discard(job)
        job.deleteLater()

    def _begin(
        self, job: Job, task: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> None:
        if not self._closed:
            work = self._pool.submit(job.run, task, args, kwargs)
            work.add_done_callback(lambda _: self._over.emit(job))

    @property
    def running(self) -> tuple[Job, ...]:
        """The jobs that have not ended, oldest first."""
        return tuple(sorted(self._running, key=lambda job: job.began))

    def close(self) -> None:
        """Stop everything and wait for it."""
        self._closed = True
        for job in tuple(self._running):
            job.cancel()
        self._pool.shutdown(wait=True)
