"""Stars and cuts by hand."""

from __future__ import annotations

from studio.campaign.marking import add_cut, marks_of, remove_cut, star
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
