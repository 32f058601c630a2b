from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from studio.core.children import in_child, ready_child, start
from studio.core.errors import BadValue, ToolFailed
from studio.core.processors import worker_count
from studio.core.progress import SILENT, Cancelled, Progress
from tests.studio.core.stepped_back import rank_at_import


def double(value: int, progress: Progress = SILENT) -> int:
    for step in range(5):
        progress.report(step / 5, f"step {step}")
        time.sleep(0.06)
    progress.report(1.0, "done")
    return value * 2


def loaded(module: str, progress: Progress = SILENT) -> bool:
    until = time.monotonic() + 20
    while module not in sys.modules and time.monotonic() < until:
        time.sleep(0.01)
    return module in sys.modules


def refuse(progress: Progress = SILENT) -> None:
    raise BadValue("wrong", hint="do right")


def trip(progress: Progress = SILENT) -> None:
    raise ZeroDivisionError("division by zero")


def crash(progress: Progress = SILENT) -> None:
    progress.report(0.5)
    os.kill(os.getpid(), signal.SIGSEGV)


def leave(progress: Progress = SILENT) -> None:
    os._exit(3)


def fill_memory(progress: Progress = SILENT) -> int:
    return len(bytearray(6 * 1024**3))


def rank(progress: Progress = SILENT) -> int:
    return os.nice(0)


def hang(progress: Progress = SILENT) -> None:
    progress.report(0.1)
    time.sleep(60)


def work_long(folder: str, progress: Progress = SILENT) -> None:
    path = Path(folder, "half")
    path.write_text("x")
    try:
        for step in range(10_000):
            progress.report(step / 10_000)
            time.sleep(0.01)
    finally:
        path.unlink()


def give_a_function(progress: Progress = SILENT) -> Callable[[], int]:
    return lambda: 1


def give_much(progress: Progress = SILENT) -> bytes:
    return bytes(30_000_000)


def who(progress: Progress = SILENT) -> int:
    return os.getpid()


class Listener:
    def __init__(self, stop_after: int = 10**9) -> None:
        self.heard: list[tuple[float, str]] = []
        self.stop_after = stop_after

    def report(self, fraction: float, note: str = "") -> None:
        self.heard.append((fraction, note))
        if len(self.heard) > self.stop_after:
            raise Cancelled


def test_a_task_answers_from_another_process_with_its_progress() -> None:
    listener = Listener()
    assert in_child(double, 21, progress=listener) == 42
    fractions = [fraction for fraction, _ in listener.heard]
    assert fractions == sorted(fractions)
    assert "step 0" in {note for _, note in listener.heard}
    assert in_child(who) != os.getpid()
    assert len(in_child(give_much)) == 30_000_000


def test_errors_of_the_task_come_back_as_they_are() -> None:
    with pytest.raises(BadValue, match="wrong") as caught:
        in_child(refuse)
    assert caught.value.hint == "do right"


def test_a_fault_in_the_task_comes_with_its_traceback() -> None:
    with pytest.raises(ToolFailed, match="ZeroDivisionError: division by zero") as caught:
        in_child(trip)
    assert "in trip" in str(caught.value.__cause__)
    assert "report it" in caught.value.hint


def test_a_crash_stays_over_there() -> None:
    with pytest.raises(ToolFailed, match="ended by SIGSEGV") as caught:
        in_child(crash)
    assert caught.value.hint
    with pytest.raises(ToolFailed, match="ended with code 3"):
        in_child(leave)


@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are Linux's")
def test_memory_is_limited() -> None:
    with pytest.raises(ToolFailed, match="not enough memory") as caught:
        in_child(fill_memory, memory=2 * 1024**3)
    assert "smaller" in caught.value.hint


def test_a_hanging_task_is_given_up() -> None:
    began = time.monotonic()
    with pytest.raises(ToolFailed, match="without a sign of life"):
        in_child(hang, seconds=1.0)
    assert time.monotonic() - began < 10


def test_stopping_lets_the_task_clean_up(tmp_path: Path) -> None:
    listener = Listener(stop_after=8)
    with pytest.raises(Cancelled):
        in_child(work_long, str(tmp_path), progress=listener)
    assert list(tmp_path.iterdir()) == []


def test_a_task_that_hears_nothing_is_ended_when_stopped() -> None:
    began = time.monotonic()
    with pytest.raises(Cancelled):
        in_child(hang, progress=Listener(stop_after=5))
    assert time.monotonic() - began < 15


def test_an_answer_that_cannot_cross_is_said() -> None:
    with pytest.raises(ToolFailed, match="pickle"):
        in_child(give_a_function)


def test_there_is_at_least_one_worker() -> None:
    assert 1 <= worker_count() <= (os.cpu_count() or 1)


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_that_comes_while_a_child_is_started_waits_until_it_has_begun(number):
    """Even one that another thread of a library takes: Python raises it in the main thread."""
    steps = []

    def taken_elsewhere() -> None:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {number})
        signal.raise_signal(number)

    class Process:
        def start(self) -> None:
            threading.Thread(target=taken_elsewhere).start()
            until = time.monotonic() + 0.2
            while time.monotonic() < until:
                steps.append("going on")
            steps.append("begun")

    def stop(_number: int, _frame: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(number, stop)
    try:
        with pytest.raises(KeyboardInterrupt):
            start(Process())
    finally:
        signal.signal(number, before)
    assert steps[-1] == "begun"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")
def test_a_child_gives_way_to_its_parent():
    assert in_child(rank) > min(18, os.nice(0))


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")
def test_a_child_imports_its_task_after_it_has_stepped_back():
    # Imports compute for a second, beside a window that somebody works in.
    assert in_child(rank_at_import, steps=3) == min(19, os.nice(0) + 3)


def test_a_child_loads_what_its_task_needs_before_it_knows_the_task():
    with ready_child(ahead="wave") as child:
        assert child.made(loaded, "wave")


def test_what_cannot_be_loaded_ahead_is_left_to_the_task():
    with ready_child(ahead="no_such_module") as child:
        assert child.made(double, 4) == 8


def test_a_child_that_gets_no_task_goes():
    with ready_child():
        assert multiprocessing.active_children()
    assert not multiprocessing.active_children()


def variable(name: str, progress: Progress = SILENT) -> str | None:
    return os.environ.get(name)


def test_a_child_may_have_surroundings_of_its_own():
    with ready_child(surroundings={"LOBBYCARD_OF_A_CHILD": "yes"}) as child:
        assert child.made(variable, "LOBBYCARD_OF_A_CHILD") == "yes"
    assert "LOBBYCARD_OF_A_CHILD" not in os.environ
