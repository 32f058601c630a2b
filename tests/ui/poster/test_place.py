"""The Posters page is left and come back to: another language, a changed document."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from studio.campaign.arranging import remove_film, remove_poster
from studio.campaign.document import PosterEntry
from studio.campaign.project import Project
from tests.ui.poster.conftest import MARKETS, Stage
from ui.jobs import Jobs
from ui.page import whole
from ui.poster.page import PosterPage
from ui.widgets.language import set_language

PLACE = ["lamp", "two", "kr", "open-graph"]


@pytest.fixture
def series(stage: Stage, film_folder: Callable[..., list[Path]]) -> Iterator[Stage]:
    """Two posters of one film; another film beside it."""
    posters = (PosterEntry("one", "quiet-line"), PosterEntry("two", "centred-title"))
    stage.open(*film_folder("lamp.mp4", "sea.mp4"), posters=posters)
    yield stage
    set_language("en")


def left(stage: Stage) -> list[object]:
    """Where the person stands on the second poster, as it is kept."""
    stage.page._look(film="lamp", poster="two", market="kr", format="open-graph")
    stage.page._bar.toggle("safe")
    place = json.loads(json.dumps(stage.page.place()))
    assert isinstance(place, list)
    return place


def another(stage: Stage, jobs: Jobs) -> PosterPage:
    """A page over the same session."""
    made = whole(PosterPage(stage.session, stage.films, jobs, stage.notices))
    stage.qtbot.addWidget(made)
    return made


def test_a_page_in_another_language_stands_where_the_old_one_stood(
    series: Stage, jobs: Jobs
) -> None:
    before = series.page.canvas.shows_safe
    place = left(series)
    assert place[:4] == PLACE
    assert isinstance(place[4], dict)
    assert place[4]["safe"] is not before
    set_language("zh-Hans")
    chinese = another(series, jobs)
    assert chinese.place() != place
    chinese.go_back(place)
    assert chinese.place() == place
    assert chinese.series.current == "lamp/two"
    assert chinese.strip.current == "open-graph"
    set_language("en")
    english = another(series, jobs)
    english.go_back(json.loads(json.dumps(chinese.place())))
    assert english.place() == place


def without_poster(project: Project) -> Project:
    return remove_poster(project, "lamp", "two")


def without_film(project: Project) -> Project:
    return remove_film(project, "lamp")


def without_market(project: Project) -> Project:
    return project.with_campaign(replace(project.campaign, markets=MARKETS[:1]))


@pytest.mark.parametrize(
    ("change", "near"),
    [
        (without_poster, ["lamp", "one", "kr", "open-graph"]),
        (without_film, ["lamp", "", "kr", "open-graph"]),
        (without_market, ["lamp", "two", "cn", "open-graph"]),
    ],
)
def test_what_is_gone_gives_way_to_what_is_nearest(
    series: Stage, jobs: Jobs, change: Callable[[Project], Project], near: list[str]
) -> None:
    place = left(series)
    series.session.apply("Change", change)
    page = another(series, jobs)
    page.go_back(place)
    assert page.place() == [*near, place[4]]
    page.entered()
    assert (page.entry() is not None) is bool(near[1])


def test_a_format_that_is_no_more_gives_way_to_one_asked_for(series: Stage) -> None:
    place = left(series)
    series.page.go_back([*place[:3], "gone", place[4]])
    assert series.page.place() == [*place[:3], "weibo-square", place[4]]


@pytest.mark.parametrize("place", [None, 3, {}, [], ["lamp"], [1, 2, 3, 4, 5, 6]])
def test_a_place_of_another_kind_is_let_be(series: Stage, place: object) -> None:
    before = series.page.place()
    series.page.go_back(place)
    assert series.page.place() == before
