"""The desk between window and thread: what is still wanted of what is being read."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from studio.core.geometry import Size
from ui.player.desk import Desk
from ui.player.picture import Look


@pytest.mark.parametrize(
    ("then", "is_past"),
    [
        (lambda desk: desk.seek(Fraction(2)), True),
        (lambda desk: desk.play(1, 100), True),
        (lambda desk: desk.stand(100), True),
        (lambda desk: desk.close(), True),
        # Steps are counted from where the task leads, and so is what comes after a halt.
        (lambda desk: desk.step(1), False),
        (lambda desk: desk.halt(), False),
        (lambda desk: desk.dress(Look(Size(10, 10))), False),
    ],
)
def test_a_task_is_past_when_nothing_depends_on_it(
    then: Callable[[Desk], None], is_past: bool
) -> None:
    desk = Desk(Look(Size(100, 100)))
    desk.seek(Fraction(1))
    task = desk.next_task()
    assert task is not None
    assert not desk.is_past(task)
    then(desk)
    assert desk.is_past(task) is is_past
