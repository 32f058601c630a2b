"""Cuts by hand stand over what was detected."""

from __future__ import annotations

import numpy as np

from studio.shots.detect import Detection
from studio.shots.marks import cut_before, cuts_within, marked, shot_at, weaker_cut
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


def test_a_cut_moved_by_a_frame_stands_where_it_was_moved_to() -> None:
    shots = marked(FOUND, added=(101,), removed=(100,), slack=2).shots
    assert [shot.start for shot in shots] == [0, 101, 200]


def test_marks_stand_at_every_sensitivity() -> None:
    other = Detection((Shot(0, 98, "first"), Shot(98, 150), Shot(150, 300)), ())
    for found in (FOUND, other, Detection((Shot(0, 300, "first"),), ())):
        starts = [shot.start for shot in marked(found, (40,), (100,), slack=2).shots]
        assert 40 in starts
        assert not {98, 100} & set(starts)


def test_joining_from_one_shot_to_another_leaves_the_cuts_around_them() -> None:
    assert cuts_within(FOUND, 250, 120) == (200,)
    assert cuts_within(FOUND, 20, 250) == (100, 200)
    assert cuts_within(FOUND, 20, 30) == ()
    assert marked(FOUND, (), cuts_within(FOUND, 20, 250)).shots == (Shot(0, 300, "first"),)


def test_of_the_cuts_around_a_shot_the_stronger_stays() -> None:
    found = Detection((Shot(0, 10, "first"), Shot(10, 14), Shot(14, 20), Shot(20, 30, "fade")), ())
    pts = np.arange(0, 30, 2)
    curve = np.zeros(15, np.float32)
    curve[5], curve[7] = 0.9, 0.5
    assert [weaker_cut(found, pts, curve, at) for at in range(4)] == [10, 14, 14, 20]
    assert weaker_cut(Detection((Shot(0, 30, "first"),), ()), pts, curve, 0) is None
