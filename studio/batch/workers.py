"""Processes that stay alive from job to job; one that dies takes only its own job along."""

from __future__ import annotations

import contextlib
import multiprocessing
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import Any, Protocol

from studio.core.children import MEMORY_LIMIT, WAITED_FOR, Ended, obey_parent, start
from studio.core.errors import StudioError, explain, in_full
from studio.core.progress import Cancelled, Progress
from studio.core.said import said

Task = Callable[..., Any]
_TURN = 0.1
SILENCE = 600.0
"""Seconds without a word after which a worker is taken for hung. Reports come many a minute."""


class Source(Protocol):
    """Where orders come from, one at a time."""

    def take(self) -> Any | None:
        """The next order, None when there is none to begin just now."""

    def is_over(self) -> bool:
        """Whether no more will come."""


Heard = Callable[[Any, float, str], None]
"""An order, how far it is (0 when it was just begun), and a note."""


def unheard(order: Any, fraction: float, note: str) -> None:
    """For who need not know how far each order is."""


class Listed:
    """A list of orders that is known from the beginning."""

    def __init__(self, orders: Iterable[Any]) -> None:
        self._waiting = list(orders)
        self._waiting.reverse()

    def take(self) -> Any | None:
        """The next one."""
        return self._waiting.pop() if self._waiting else None

    def is_over(self) -> bool:
        """Whether all were taken."""
        return not self._waiting


class _Uplink:
    """The progress of a worker: reports go up at most ten times a second, a stop comes down."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._last = 0.0

    def report(self, fraction: float, note: str = "") -> None:
        if self._pipe.poll():
            raise Cancelled
        now = time.monotonic()
        if now - self._last > 0.1:
            self._last = now
            self._pipe.send(("progress", fraction, note))


def _serve(pipe: Connection, task: Task, memory: int, steps: int) -> None:
    """The life of a worker: take an order, do it, answer, until there is no more."""
    # Ended while it waits, or nobody listens any more: in either case it goes.
    with contextlib.suppress(Ended, EOFError, OSError):
        obey_parent(memory, steps)
        while (order := pipe.recv()) is not None:
            if order != "stop":
                began = time.monotonic()
                answer = _done(task, order, pipe)
                pipe.send((*answer, time.monotonic() - began))


def _done(task: Task, order: Any, pipe: Connection) -> tuple[str, Any]:
    try:
        return "done", task(order, progress=_Uplink(pipe))
    except Ended:
        raise
    except Cancelled:
        return "stopped", None
    except StudioError as error:
        return "failed", in_full(error)
    except Exception as error:  # noqa: BLE001 - the border of a job: whatever happened is told
        notice = explain(error)
        return "failed", said("{text}. {hint}", text=notice.text, hint=notice.hint)


@dataclass(slots=True)
class _Worker:
    process: Any
    pipe: Connection
    order: Any = None
    busy: bool = False
    fraction: float = 0.0
    began: float = 0.0
    heard: float = 0.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one order: `value` of a done one, or `failure` in words.

    `seconds` is what the task itself took, without the birth of its process.
    """

    order: Any
    value: Any
    failure: str
    seconds: float


@dataclass(slots=True)
class Workers:
    """`count` processes that each run `task(order, progress=…)` for one order after the other.

    `task` must be a module-level function. A process that is killed fails its order and is
    replaced; one that says nothing for `silence` seconds is ended. Each goes `steps` of niceness
    back. Use as a context manager.
    """

    task: Task
    count: int
    memory: int = MEMORY_LIMIT
    silence: float = SILENCE
    steps: int = WAITED_FOR
    _all: list[_Worker] = field(default_factory=list)

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._all:
            _dismiss(worker)
        for worker in self._all:
            _bury(worker)
        self._all.clear()

    def run(self, orders: Iterable[Any], progress: Progress) -> Iterator[Answer]:
        """Answers as they come. `progress` hears the share done; a stop ends all and raises."""
        listed = list(orders)
        total = max(1, len(listed))
        done = 0

        def turn() -> None:
            part = sum(worker.fraction for worker in self._all if worker.busy)
            progress.report(
                min(1.0, (done + part) / total), said("{done} of {total}", done=done, total=total)
            )

        for answer in self.serve(Listed(listed), turn):
            done += 1
            yield answer

    def serve(
        self, source: Source, turn: Callable[[], None], heard: Heard = unheard
    ) -> Iterator[Answer]:
        """Answers as they come, until `source` is over and all work is done.

        `heard` is told how far each order is. `turn` is called ten times a second; a Cancelled
        that it raises ends all work and goes on.
        """
        try:
            while not source.is_over() or any(worker.busy for worker in self._all):
                self._hand_out(source, heard)
                yield from self._listen(heard)
                turn()
        except Cancelled:
            self._stop()
            raise

    def _hand_out(self, source: Source, heard: Heard) -> None:
        idle = [worker for worker in self._all if not worker.busy]
        while idle or len(self._all) < self.count:
            order = source.take()
            if order is None:
                return
            self._begin(order, idle)
            heard(order, 0.0, "")

    def _begin(self, order: Any, idle: list[_Worker]) -> None:
        """Give an order to an idle worker, or to a new one."""
        while True:
            fresh = not idle
            worker = self._hire() if fresh else idle.pop()
            try:
                worker.pipe.send(order)
            except OSError:
                # It was killed while it had nothing to do. One that never lived is heard of below.
                if not fresh:
                    self._all.remove(worker)
                    _bury(worker)
                    continue
            worker.order, worker.busy = order, True
            worker.fraction, worker.began = 0.0, time.monotonic()
            worker.heard = worker.began
            return

    def _hire(self) -> _Worker:
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        process = context.Process(
            target=_serve, args=(there, self.task, self.memory, self.steps), name="job", daemon=True
        )
        start(process)
        there.close()
        worker = _Worker(process, here)
        self._all.append(worker)
        return worker

    def _listen(self, heard: Heard) -> Iterator[Answer]:
        busy = {worker.pipe: worker for worker in self._all if worker.busy}
        if not busy:
            time.sleep(_TURN)
            return
        for pipe in wait(list(busy), timeout=_TURN):
            worker = busy[pipe]  # type: ignore[index]  # wait returns what it was given
            try:
                told = worker.pipe.recv()
            except (EOFError, OSError):
                yield self._buried(worker)
                continue
            worker.heard = time.monotonic()
            if told[0] == "progress":
                worker.fraction = told[1]
                heard(worker.order, told[1], told[2])
                continue
            yield self._answer(worker, told)
        for worker in busy.values():
            if worker.busy and time.monotonic() - worker.heard > self.silence:
                yield self._given_up(worker)

    def _given_up(self, worker: _Worker) -> Answer:
        """End a worker that hangs."""
        worker.process.kill()
        self._all.remove(worker)
        worker.busy = False
        _bury(worker)
        failure = said(
            "It gave no sign of life for {n} seconds and was ended. "
            "Try again; if it happens again, the film may be damaged.",
            n=round(self.silence),
        )
        return Answer(worker.order, None, failure, time.monotonic() - worker.began)

    def _answer(self, worker: _Worker, told: tuple[str, Any, float]) -> Answer:
        kind, value, seconds = told
        worker.busy = False
        if kind == "stopped":
            raise Cancelled
        failure = value if kind == "failed" else ""
        return Answer(worker.order, None if failure else value, failure, seconds)

    def _buried(self, worker: _Worker) -> Answer:
        self._all.remove(worker)
        worker.busy = False
        worker.process.join(5)
        failure = said(
            "The process that worked on it ended (code {code}): "
            "the film may be damaged, or memory ran out.",
            code=worker.process.exitcode,
        )
        _bury(worker)
        return Answer(worker.order, None, failure, time.monotonic() - worker.began)

    def _stop(self) -> None:
        for worker in self._all:
            if worker.busy:
                with contextlib.suppress(OSError):
                    worker.pipe.send("stop")
        until = time.monotonic() + 5
        for worker in self._all:
            while worker.busy and time.monotonic() < until:
                if not worker.pipe.poll(0.1):
                    continue
                try:
                    worker.busy = worker.pipe.recv()[0] == "progress"
                except (EOFError, OSError):
                    break


def _dismiss(worker: _Worker) -> None:
    """Tell a worker to go: at once when it has nothing to do, after cleaning up when it has."""
    if worker.busy:
        worker.process.terminate()
        return
    with contextlib.suppress(OSError):
        worker.pipe.send(None)


def _bury(worker: _Worker) -> None:
    worker.process.join(5)
    if worker.process.is_alive():
        worker.process.kill()
        worker.process.join()
    worker.pipe.close()
    worker.process.close()
