"""Stars and cuts by hand."""

from __future__ import annotations

from studio.campaign.marking import (
    add_cut,
    as_detected,
    join_shots,
    marks_of,
    move_cut,
    remove_cut,
    star,
    star_all,
)
from studio.campaign.project import Marks, Project


def test_a_second_star_takes_the_first_away() -> None:
    once = star(Marks("a", stars=(9,)), 4)
    assert once.stars == (4, 9)
    assert star(once, 9).stars == (4,)


def test_a_star_ends_a_rejection() -> None:
    assert star(Marks("a", rejected=(3, 4)), 4) == Marks("a", stars=(4,), rejected=(3,))


def test_a_cut_is_either_added_or_removed() -> None:
    added = add_cut(Marks("a", removed=(5, 8)), 5)
    assert added == Marks("a", added=(5,), removed=(8,))
    assert remove_cut(added, 5) == Marks("a", removed=(5, 8))


def test_adding_twice_is_adding_once() -> None:
    assert add_cut(add_cut(Marks("a"), 5), 5) == Marks("a", added=(5,))


def test_marks_of_other_content_do_not_count() -> None:
    project = Project(marks={"lamp": Marks("old", stars=(1,))})
    assert marks_of(project, "lamp", "new") == Marks("new")
    assert marks_of(project, "lamp", "old").stars == (1,)
    assert marks_of(project, "bus", "new") == Marks("new")


def test_a_moved_cut_is_gone_where_it_was() -> None:
    assert move_cut(Marks("a"), 8, 11) == Marks("a", added=(11,), removed=(8,))
    assert move_cut(Marks("a", added=(8,)), 8, 11) == Marks("a", added=(11,), removed=(8,))
    assert move_cut(Marks("a", added=(8,)), 8, 8) == Marks("a", added=(8,))


def test_moving_a_cut_to_and_fro_leaves_it_where_it_was() -> None:
    assert move_cut(move_cut(Marks("a"), 8, 11), 11, 8) == Marks("a", added=(8,), removed=(11,))


def test_joined_shots_lose_all_cuts_between_them() -> None:
    assert join_shots(Marks("a", added=(5,)), (5, 9)) == Marks("a", removed=(5, 9))


def test_what_was_detected_stands_again() -> None:
    marks = Marks("a", stars=(4,), added=(3, 7), removed=(5, 9))
    assert as_detected(marks, 4, 8) == Marks("a", stars=(4,), added=(3,), removed=(9,))


def test_picks_become_stars_and_end_rejections() -> None:
    marks = Marks("a", stars=(2,), rejected=(4, 6))
    assert star_all(marks, (6, 1, 2)) == Marks("a", stars=(1, 2, 6), rejected=(4,))
