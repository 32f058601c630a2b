"""The course of an export: order, pause, what comes and goes; and workers that hang."""

from __future__ import annotations

import threading
import time
from dataclasses import replace

from studio.batch.course import Course
from studio.batch.job import FilmWork, Job
from studio.batch.workers import Listed, Workers


def job(output: str, key: str = "") -> Job:
    return Job(key or output, output, "f", "", "cn", "kakao", ("en",), "", "")


def taken(course: Course) -> list[str]:
    found = []
    while (one := course.take(())) is not None:
        found.append(one.output)
    return found


def test_jobs_come_in_the_order_that_was_last_wished_for():
    course = Course([job(name) for name in "abcd"])
    course.arrange(["c", "a"])
    assert course.waiting == ("c", "a", "b", "d")
    course.add([job("e"), job("b")], first=True)
    assert course.waiting == ("e", "b", "c", "a", "d")
    course.remove({"c", "x"})
    assert taken(course) == ["e", "b", "a", "d"]
    assert course.is_over


def test_a_paused_course_begins_nothing_and_an_open_one_goes_on_when_empty():
    course = Course([job("a")], is_open=True)
    course.pause()
    assert course.take(()) is None
    course.go_on()
    assert taken(course) == ["a"]
    assert not course.is_over
    assert course.close_if_empty()
    assert course.is_over


def test_what_shows_the_same_waits_for_the_one_at_work():
    course = Course([job("a", "same"), job("b", "same"), job("c")])
    first = course.take(())
    assert course.take({"same"}).output == "c"
    assert course.take({"same"}) is None
    assert [one.output for one in course.twins(first.key)] == ["b"]
    assert course.is_over


def silent(order, progress):
    """Says nothing for a while, then what it was told."""
    time.sleep(60 if order == "hang" else 0)
    return order


def test_a_worker_that_hangs_is_ended_and_its_order_fails_in_words():
    began = time.monotonic()
    # Long enough for a process to be born on a busy machine.
    with Workers(silent, 1, silence=8) as pool:
        answers = list(pool.serve(Listed(["a", "hang", "b"]), lambda: None))
    assert time.monotonic() - began < 50
    said = {one.order: one.failure for one in answers}
    assert said["a"] == said["b"] == ""
    assert "no sign of life for 8 seconds" in said["hang"]


def test_orders_may_come_while_others_are_at_work():
    course = Course([job("a")], is_open=True)

    class Orders:
        def take(self):
            one = course.take(())
            return one and one.output

        def is_over(self):
            return course.is_over

    def later() -> None:
        course.add([job("b")])
        course.close()

    told = []
    threading.Timer(0.5, later).start()
    with Workers(silent, 1) as pool:
        answers = pool.serve(Orders(), lambda: None, lambda *heard: told.append(heard))
        assert [one.order for one in answers] == ["a", "b"]
    assert told[0] == ("a", 0.0, "")


def film(output: str, preset: str = "web-720p", source: str = "a") -> Job:
    return replace(job(output), preset=preset, source=source, film_work=FilmWork("clean", ()))


def test_films_with_one_picture_are_taken_together():
    waiting = [film("a"), job("p"), film("b"), film("c", preset="web-1080p"), film("d"), film("e")]
    course = Course([*waiting, film("f", source="z")])
    first = course.take(())
    assert [one.output for one in course.companions(first, {"e"}, 2)] == ["b", "d"]
    assert course.waiting == ("p", "c", "e", "f")
    assert course.companions(waiting[1], (), 2) == ()
