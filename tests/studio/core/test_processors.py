"""Threads that stay on some processors, and go anywhere again."""

from __future__ import annotations

import os
import threading

import pytest

from studio.core.processors import all_on, halves, stay_on, worker_count

pytestmark = pytest.mark.skipif(
    not hasattr(os, "sched_setaffinity") or len(os.sched_getaffinity(0)) < 2,
    reason="threads cannot be told where to run here, or there is one processor",
)


def test_halves_are_all_processors_apart():
    found = halves()
    assert found is not None
    one, other = found
    assert one | other == os.sched_getaffinity(0)
    assert not one & other
    assert one
    assert other


def test_a_thread_stays_with_those_it_starts_and_all_go_anywhere_again():
    whole = os.sched_getaffinity(0)
    one = sorted(whole)[0]
    told: dict[str, object] = {}
    done = threading.Event()

    def stay() -> None:
        stay_on({one})
        told["count"] = worker_count()
        below = threading.Thread(target=lambda: told.update(below=os.sched_getaffinity(0)))
        below.start()
        below.join()
        done.wait(10)
        told["after"] = os.sched_getaffinity(0)

    thread = threading.Thread(target=stay)
    thread.start()
    while "below" not in told:
        done.wait(0.01)
    assert os.sched_getaffinity(0) == whole
    all_on(whole)
    done.set()
    thread.join()
    assert told == {"count": 1, "below": {one}, "after": whole}
