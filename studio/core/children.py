"""Tasks in child processes: a decoder's crash or a file that takes all memory stays over there.

`in_child(task, …)` runs a module-level function in a fresh process, passes its progress on, and
turns whatever happens to the process into a StudioError. `ready_child` starts the process before
its task is known.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from types import MappingProxyType
from typing import Any, NoReturn, ParamSpec, TypeVar

from studio.core.errors import Notice, StudioError, ToolFailed, explain
from studio.core.progress import SILENT, Cancelled, Progress
from studio.core.said import said

P = ParamSpec("P")
R = TypeVar("R")

MEMORY_LIMIT = 12 * 1024**3
_POLL = 0.05
WAITED_FOR, PRODUCED = 5, 15
"""Steps of niceness: of what somebody waits for, and of what is produced behind a window.

Measured beside exports from it (`benchmarks.window loop`, two cores): turns of the window's loop
within 50 ms 99.89 % with 10 steps, 99.93 % with 15; the exports are no slower. Beside other
programs that compute all the while what is produced has a thirtieth of a processor then. What
somebody waits for, an export on the command line too, steps back less: beside eight busy processes
of others it would not move for a minute.
"""


class _Piped:
    """The progress of the child: reports go up, the order to stop comes down."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._last = 0.0

    def report(self, fraction: float, note: str = "") -> None:
        if self._pipe.poll():
            raise Cancelled
        now = time.monotonic()
        if fraction >= 1 or now - self._last > 1 / 20:
            self._last = now
            self._pipe.send(("progress", fraction, note))


def _limit_memory(limit: int) -> None:
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        # A crash is reported as what it is; the core file would only fill the disk.
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class Ended(Cancelled):
    """The parent ends this process: the task cleans up as after any stop."""


def obey_parent(memory: int, steps: int) -> None:
    """How a child begins: Ctrl-C is the parent's matter, a terminate is a stop, memory has a limit.

    A window that somebody looks at goes `steps` of niceness before it. From now on a terminate
    raises Ended wherever the child is.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _end_here)
    _limit_memory(memory)
    if sys.platform != "win32":
        os.nice(steps)


def _end_here(number: int, frame: Any) -> NoReturn:
    # Once is enough: a second one must not break into the cleaning up.
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise Ended


def start(process: Any) -> None:
    """Start a child process so that a Ctrl-C in the terminal never reaches it.

    Between its birth and `obey_parent` lies the import of our code; it would die there with a
    traceback of its own. A stop that reaches the parent meanwhile is obeyed once the child has
    all it needs to begin: half of it would be the same traceback.
    """
    if sys.platform == "win32":
        process.start()
        return
    # It is started with the first child, and would unblock the signal again.
    resource_tracker.ensure_running()
    with _stops_held_back():
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextlib.contextmanager
def _stops_held_back() -> Iterator[None]:
    """SIGINT and SIGTERM of the main thread wait until the block is left.

    Blocking them in this thread is not enough: any other thread of a library takes them, and
    Python then raises here all the same. Other threads than the main one are never interrupted.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    kept = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    ours = {number: handler for number, handler in kept.items() if callable(handler)}
    for number in ours:
        signal.signal(number, lambda number, _frame: came.append(number))
    try:
        yield
    finally:
        for number, handler in ours.items():
            signal.signal(number, handler)
        for late in came:
            signal.raise_signal(late)


def _serve(
    pipe: Connection, limit: int, steps: int, ahead: str, surroundings: Mapping[str, str]
) -> None:
    # Ended at whatever moment: what was half written is gone, and nobody waits for a word.
    with contextlib.suppress(Ended):
        obey_parent(limit, steps)
        os.environ.update(surroundings)
        if ahead:
            threading.Thread(target=_load, args=(ahead,), name="loading").start()
        try:
            order = pipe.recv_bytes()
        except EOFError:
            # Whoever wanted something has gone.
            return
        answer = _done(pipe, order)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        _send(pipe, answer)


def _load(module: str) -> None:
    """Import what the task will need; nothing that is loaded will ever be garbage."""
    gc.disable()
    # What is missing here is missing again for the task, which tells.
    with contextlib.suppress(ImportError, OSError):
        importlib.import_module(module)
    gc.freeze()
    gc.enable()


def _done(pipe: Connection, order: bytes) -> tuple[str, Any]:
    try:
        # Unpacked only now: what it imports is computed after the process has stepped back.
        task, args = pickle.loads(order)
        return "done", task(*args, progress=_Piped(pipe))
    except Cancelled:
        return "stopped", None
    except StudioError as error:
        return "failed", error
    except Exception as error:  # noqa: BLE001 - the border of a process: all must be told
        return "broken", explain(error)


def _send(pipe: Connection, answer: tuple[str, Any]) -> None:
    try:
        pipe.send(answer)
    except (AttributeError, TypeError, ValueError, pickle.PicklingError) as error:
        # What the task returned cannot cross; the parent must not wait for it.
        pipe.send(("broken", explain(error)))
    except OSError:
        # Nobody listens any more.
        return
    pipe.close()


def in_child(
    task: Callable[..., R],
    *args: Any,
    progress: Progress = SILENT,
    memory: int = MEMORY_LIMIT,
    seconds: float | None = None,
    steps: int = WAITED_FOR,
) -> R:
    """What `task(*args, progress=…)` returns, run in a process of its own.

    `task` and `args` must pickle. `memory` is the address space in bytes (Linux only), `seconds`
    the longest it may take without a report; the process goes `steps` of niceness back. A
    StudioError of the task is raised as it is; ToolFailed when the process dies, runs out of memory
    or hangs; Cancelled when stopped.
    """
    with ready_child(memory=memory, steps=steps) as child:
        return child.made(task, *args, progress=progress, seconds=seconds)


class ReadyChild:
    """A process that waits for its one task, at the other end of a pipe."""

    def __init__(self, pipe: Connection, child: Any) -> None:
        self._pipe = pipe
        self._child = child

    def made(
        self,
        task: Callable[..., R],
        *args: Any,
        progress: Progress = SILENT,
        seconds: float | None = None,
    ) -> R:
        """What `task` returns there; raises as `in_child`."""
        order = pickle.dumps((task, args))
        try:
            self._pipe.send_bytes(order)
        except OSError:
            raise _death(self._child) from None
        return _listen(self._pipe, self._child, progress, seconds)  # type: ignore[no-any-return]


@contextlib.contextmanager
def ready_child(
    *,
    ahead: str = "",
    surroundings: Mapping[str, str] = MappingProxyType({}),
    memory: int = MEMORY_LIMIT,
    steps: int = WAITED_FOR,
) -> Iterator[ReadyChild]:
    """A child process that is started at once and given its task later.

    Meanwhile it imports the module `ahead`. `surroundings` are variables of its environment beside
    ours. It is gone when the block is left.
    """
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    told = (there, memory, steps, ahead, dict(surroundings))
    child = context.Process(target=_serve, args=told, daemon=True)
    start(child)
    there.close()
    try:
        yield ReadyChild(here, child)
    finally:
        _end(child)
        here.close()


def _listen(pipe: Connection, child: Any, progress: Progress, seconds: float | None) -> Any:
    heard = time.monotonic()
    fraction, note = 0.0, ""
    while True:
        if pipe.poll(_POLL):
            try:
                reply = pipe.recv()
            except EOFError:
                raise _death(child) from None
            heard = time.monotonic()
            if reply[0] != "progress":
                return _answer(reply)
            fraction, note = reply[1], reply[2]
        elif seconds is not None and time.monotonic() - heard > seconds:
            raise ToolFailed(
                said(
                    "Reading was given up after {seconds:.0f} seconds without a sign of life.",
                    seconds=seconds,
                ),
                hint=said("The file may be damaged."),
            )
        # Reported even when nothing came, so that a stop reaches a child that is busy.
        try:
            progress.report(fraction, note)
        except Cancelled:
            _ask_to_stop(pipe, child)
            raise


def _ask_to_stop(pipe: Connection, child: Any) -> None:
    try:
        pipe.send("stop")
    except OSError:
        return
    child.join(3)


def _answer(reply: tuple[str, Any]) -> Any:
    kind, value = reply
    if kind == "done":
        return value
    if kind == "stopped":
        raise Cancelled
    if kind == "failed":
        raise value
    notice: Notice = value
    cause = RuntimeError(notice.details) if notice.details else None
    raise ToolFailed(notice.text, hint=notice.hint) from cause


def _death(child: Any) -> ToolFailed:
    child.join(5)
    code = child.exitcode
    if code is not None and code < 0:
        name = (
            signal.Signals(-code).name if -code in {s.value for s in signal.Signals} else str(code)
        )
        message = said("The process that read the file was ended by {name}.", name=name)
    else:
        message = said("The process that read the file ended with code {code}.", code=code)
    return ToolFailed(message, hint=said("The file may be damaged, or memory ran out."))


def _end(child: Any) -> None:
    if child.is_alive():
        child.terminate()
        child.join(3)
    if child.is_alive():
        child.kill()
        child.join()
    child.close()
