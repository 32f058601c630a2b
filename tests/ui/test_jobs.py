"""Tasks on worker threads, heard on the window's thread."""

from __future__ import annotations

import threading
import time

from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from studio.core.errors import BadValue
from studio.core.progress import Progress
from ui.jobs import Jobs


def _answer(value: int, progress: Progress) -> int:
    progress.report(1.0, "There")
    return value


def _fail(progress: Progress) -> int:
    raise BadValue("That cannot be.")


def _go_on(progress: Progress) -> None:
    while True:
        progress.report(0.5, "On")
        time.sleep(0.002)


def test_what_ends_at_once_is_heard(qtbot: QtBot, jobs: Jobs) -> None:
    for value in range(40):
        heard: list[int] = []
        job = jobs.start("Answer", _answer, value, quiet=True)
        # What a caller connects after the start must still be told.
        time.sleep(0.002)
        job.done.connect(heard.append)
        qtbot.waitUntil(lambda heard=heard: bool(heard))
        assert heard == [value]


def test_results_arrive_on_the_window_s_thread(qtbot: QtBot, jobs: Jobs) -> None:
    threads: list[str] = []
    job = jobs.start("Answer", _answer, 1)
    job.done.connect(lambda _: threads.append(threading.current_thread().name))
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [threading.main_thread().name]


def test_a_failure_brings_its_error_and_ends(qtbot: QtBot, jobs: Jobs) -> None:
    errors: list[BaseException] = []
    job = jobs.start("Fail", _fail)
    job.failed.connect(errors.append)
    with qtbot.waitSignal(job.ended):
        pass
    assert [str(error) for error in errors] == ["That cannot be."]


def test_a_stopped_job_says_so_and_is_gone(qtbot: QtBot, jobs: Jobs) -> None:
    stopped: list[bool] = []
    job = jobs.start("Go on", _go_on)
    job.stopped.connect(lambda: stopped.append(True))
    with qtbot.waitSignal(job.advanced):
        pass
    assert jobs.running == (job,)
    with qtbot.waitSignal(job.ended):
        job.cancel()
    assert stopped == [True]
    assert jobs.running == ()


def test_only_loud_jobs_are_shown(qtbot: QtBot, jobs: Jobs) -> None:
    shown: list[str] = []
    jobs.started.connect(lambda job: shown.append(job.title))
    quiet = jobs.start("Quiet", _answer, 1, quiet=True)
    loud = jobs.start("Loud", _answer, 2)
    with qtbot.waitSignals([quiet.ended, loud.ended]):
        pass
    assert shown == ["Loud"]


def test_closing_stops_what_runs(qtbot: QtBot, themed: object) -> None:
    jobs = Jobs()
    job = jobs.start("Go on", _go_on)
    with qtbot.waitSignal(job.advanced):
        pass
    began = time.monotonic()
    jobs.close()
    assert time.monotonic() - began < 2


def test_time_left_follows_the_speed_so_far(qtbot: QtBot, jobs: Jobs) -> None:
    job = jobs.start("Go on", _go_on)
    assert job.seconds_left is None
    with qtbot.waitSignal(job.advanced):
        pass
    job.began -= 10
    left = job.seconds_left
    assert left is not None
    assert 9 < left < 12
    job.cancel()


def test_jobs_that_have_ended_are_let_go(qtbot: QtBot, jobs: Jobs) -> None:
    heard: list[int] = []
    begun = [jobs.start("Answer", _answer, value, quiet=True) for value in range(20)]
    for job in begun:
        job.done.connect(heard.append)
    qtbot.waitUntil(lambda: not any(isValid(job) for job in begun))
    assert sorted(heard) == list(range(20))


def test_who_knows_better_how_far_it_is_says_so(qtbot: QtBot, jobs: Jobs) -> None:
    job = jobs.start("Go on", _go_on)
    qtbot.waitUntil(lambda: job.fraction == 0.5)
    assert job.share == 0.5
    with qtbot.waitSignal(job.advanced, check_params_cb=lambda share, _: share == 0.28):
        job.tell(0.28, 12.0)
    assert (job.share, job.seconds_left) == (0.28, 12.0)
    # As of a queue that pauses: no word of how long, and the bar stays.
    job.tell(0.0, None)
    assert (job.share, job.seconds_left) == (0.28, None)
    with qtbot.waitSignal(job.ended):
        job.cancel()
