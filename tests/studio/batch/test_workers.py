"""Workers go on past failures, crashes and stops."""

import os
import signal
import time
from pathlib import Path

import pytest

from studio.batch.workers import Workers
from studio.core.errors import BadValue
from studio.core.progress import SILENT, Cancelled


def task(order, progress):
    """What the workers of these tests do: as they are told."""
    if order == "die":
        os.kill(os.getpid(), signal.SIGSEGV)
    if order == "refuse":
        raise BadValue("No.", hint="Ask again.")
    if order == "break":
        raise RuntimeError("inside")
    if order == "long":
        for step in range(600):
            progress.report(step / 600)
            time.sleep(0.05)
    return order, os.getpid()


def test_each_order_is_answered_once_and_workers_stay_alive():
    with Workers(task, 2) as pool:
        answers = list(pool.run([f"n{n}" for n in range(8)], SILENT))
    assert sorted(answer.value[0] for answer in answers) == [f"n{n}" for n in range(8)]
    assert len({answer.value[1] for answer in answers}) <= 2


def test_a_crash_and_an_error_fail_their_own_order_only():
    with Workers(task, 1) as pool:
        answers = list(pool.run(["a", "die", "refuse", "break", "b"], SILENT))
    said = {answer.order: answer.failure for answer in answers}
    assert said["a"] == said["b"] == ""
    assert "ended" in said["die"]
    assert said["refuse"] == "No. Ask again."
    assert "RuntimeError: inside" in said["break"]


class StopSoon:
    def __init__(self, seconds):
        self.until = time.monotonic() + seconds

    def report(self, fraction, note=""):
        if time.monotonic() > self.until:
            raise Cancelled


def test_a_stop_reaches_what_is_running():
    began = time.monotonic()
    with pytest.raises(Cancelled), Workers(task, 2) as pool:
        list(pool.run(["long", "long", "long"], StopSoon(1.5)))
    assert time.monotonic() - began < 15


def test_a_worker_that_is_killed_while_idle_is_replaced():
    with Workers(task, 1) as pool:
        first = next(pool.run(["a"], SILENT)).value[1]
        os.kill(first, signal.SIGKILL)
        time.sleep(0.2)
        again = list(pool.run(["b", "c"], SILENT))
    assert [answer.failure for answer in again] == ["", ""]
    assert first not in {answer.value[1] for answer in again}


def test_leaving_early_lets_the_task_clean_up(tmp_path):
    part = tmp_path / "part"
    with Workers(half, 1) as pool:
        answers = pool.run([str(part)], Until(part))
        with pytest.raises(KeyboardInterrupt):
            list(answers)
        assert part.exists()
    assert not part.exists()


def half(order, progress):
    path = Path(order)
    path.write_text("half", encoding="utf-8")
    try:
        time.sleep(30)
    finally:
        path.unlink()


class Until:
    """A Ctrl-C as soon as the file is there."""

    def __init__(self, path):
        self.path = path

    def report(self, fraction, note=""):
        if self.path.exists():
            raise KeyboardInterrupt
