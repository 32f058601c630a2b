"""Workers go on past failures, crashes and stops."""

import os
import signal
import time

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
