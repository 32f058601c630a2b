"""Cuts by hand stand over what was detected."""

from __future__ import annotations

from studio.shots.detect import Detection
from studio.shots.marks import cut_before, marked, shot_at
from studio.shots.shot import Shot, Transition

FOUND = Detection(
    (Shot(0, 100, "first"), Shot(100, 200, "cut"), Shot(200, 300, "dissolve")),
    (Transition(190, 210, "dissolve"),),
)


def test_without_marks_nothing_changes() -> None:
    assert marked(FOUND, (), ()) == FOUND


def test_an_added_cut_divides_its_shot() -> None:
    shots = marked(FOUND, (40,), ()).shots
    assert shots == (Shot(0, 40, "first"), Shot(40, 100), *FOUND.shots[1:])


def test_a_removed_cut_joins_two_shots_and_takes_its_transition() -> None:
    found = marked(FOUND, (), (200,))
    assert found == Detection((Shot(0, 100, "first"), Shot(100, 300)), ())


def test_a_removed_cut_stays_away_when_it_is_found_a_frame_off() -> None:
    assert marked(FOUND, (), (98,), slack=2).shots[0] == Shot(0, 200, "first")
    assert marked(FOUND, (), (97,), slack=2) == FOUND


def test_an_added_cut_takes_the_place_of_one_found_beside_it() -> None:
    shots = marked(FOUND, (101,), (), slack=2).shots
    assert shots == (Shot(0, 101, "first"), Shot(101, 200), FOUND.shots[2])


def test_adding_wins_over_removing_the_same() -> None:
    assert marked(FOUND, (100,), (100,)).shots == FOUND.shots


def test_marks_outside_of_the_film_change_nothing() -> None:
    assert marked(FOUND, (-5, 0, 300, 900), (-5, 0)) == FOUND
    assert marked(Detection((), ()), (5,), ()) == Detection((), ())


def test_a_cut_set_on_a_dissolve_keeps_its_kind() -> None:
    assert marked(FOUND, (200,), ()) == FOUND


def test_the_cut_before_a_frame_is_that_of_its_shot() -> None:
    assert [cut_before(FOUND, pts) for pts in (0, 99, 100, 150, 299)] == [None, None, 100, 100, 200]


def test_the_shot_of_a_frame_is_known_everywhere() -> None:
    assert [shot_at(FOUND, pts) for pts in (-1, 0, 99, 100, 999)] == [0, 0, 0, 1, 2]
