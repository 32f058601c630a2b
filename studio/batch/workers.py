"""Processes that stay alive from job to job; one that dies takes only its own job along."""

from __future__ import annotations

import contextlib
import multiprocessing
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import Any

from studio.core.children import MEMORY_LIMIT, Ended, obey_parent, start
from studio.core.errors import StudioError, explain
from studio.core.progress import Cancelled, Progress

Task = Callable[..., Any]


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


def _serve(pipe: Connection, task: Task, memory: int) -> None:
    """The life of a worker: take an order, do it, answer, until there is no more."""
    # Ended while it waits, or nobody listens any more: in either case it goes.
    with contextlib.suppress(Ended, EOFError, OSError):
        obey_parent(memory)
        while (order := pipe.recv()) is not None:
            if order != "stop":
                pipe.send(_done(task, order, pipe))


def _done(task: Task, order: Any, pipe: Connection) -> tuple[str, Any]:
    try:
        return "done", task(order, progress=_Uplink(pipe))
    except Ended:
        raise
    except Cancelled:
        return "stopped", None
    except StudioError as error:
        return "failed", f"{error} {error.hint}".strip()
    except Exception as error:  # noqa: BLE001 - the border of a job: whatever happened is told
        notice = explain(error)
        return "failed", f"{notice.text}. {notice.hint}"


@dataclass(slots=True)
class _Worker:
    process: Any
    pipe: Connection
    order: Any = None
    busy: bool = False
    fraction: float = 0.0
    began: float = 0.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one order: `value` of a done one, or `failure` in words."""

    order: Any
    value: Any
    failure: str
    seconds: float


@dataclass(slots=True)
class Workers:
    """`count` processes that each run `task(order, progress=…)` for one order after the other.

    `task` must be a module-level function. A process that is killed fails its order and is
    replaced. Use as a context manager.
    """

    task: Task
    count: int
    memory: int = MEMORY_LIMIT
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
        waiting = list(orders)
        total = max(1, len(waiting))
        waiting.reverse()
        done = 0
        try:
            while waiting or any(worker.busy for worker in self._all):
                self._hand_out(waiting)
                for answer in self._listen():
                    done += 1
                    yield answer
                part = sum(worker.fraction for worker in self._all if worker.busy)
                progress.report(min(1.0, (done + part) / total), f"{done} of {total}")
        except Cancelled:
            self._stop()
            raise

    def _hand_out(self, waiting: list[Any]) -> None:
        idle = [worker for worker in self._all if not worker.busy]
        while waiting and (idle or len(self._all) < self.count):
            fresh = not idle
            worker = self._hire() if fresh else idle.pop()
            try:
                worker.pipe.send(waiting[-1])
            except OSError:
                # It was killed while it had nothing to do. One that never lived is heard of below.
                if not fresh:
                    self._all.remove(worker)
                    _bury(worker)
                    continue
            worker.order, worker.busy = waiting.pop(), True
            worker.fraction, worker.began = 0.0, time.monotonic()

    def _hire(self) -> _Worker:
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        process = context.Process(
            target=_serve, args=(there, self.task, self.memory), name="job", daemon=True
        )
        start(process)
        there.close()
        worker = _Worker(process, here)
        self._all.append(worker)
        return worker

    def _listen(self) -> Iterator[Answer]:
        busy = {worker.pipe: worker for worker in self._all if worker.busy}
        for pipe in wait(list(busy), timeout=0.1):
            worker = busy[pipe]  # type: ignore[index]  # wait returns what it was given
            try:
                said = worker.pipe.recv()
            except (EOFError, OSError):
                yield self._buried(worker)
                continue
            if said[0] == "progress":
                worker.fraction = said[1]
                continue
            yield self._answer(worker, said)

    def _answer(self, worker: _Worker, said: tuple[str, Any]) -> Answer:
        kind, value = said
        worker.busy = False
        seconds = time.monotonic() - worker.began
        if kind == "stopped":
            raise Cancelled
        failure = value if kind == "failed" else ""
        return Answer(worker.order, None if failure else value, failure, seconds)

    def _buried(self, worker: _Worker) -> Answer:
        self._all.remove(worker)
        worker.process.join(5)
        code = worker.process.exitcode
        _bury(worker)
        return Answer(
            worker.order,
            None,
            f"The process that worked on it ended (code {code}): "
            "the film may be damaged, or memory ran out.",
            time.monotonic() - worker.began,
        )

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
