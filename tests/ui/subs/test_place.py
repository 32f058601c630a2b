"""The Subtitles page is left and come back to: in another language, in a changed document."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from studio.campaign.arranging import remove_film, remove_track
from studio.campaign.project import Project
from studio.subs.cue import Track
from tests.ui.subs.conftest import Stage
from ui.page import whole
from ui.subs.page import SubsPage
from ui.widgets.language import set_language


@pytest.fixture
def there(stage: Stage) -> Iterator[Stage]:
    """On the last row, the English at the left."""
    stage.page.choose("lamp", "en", "zh-Hans")
    stage.looked()
    stage.page.grid.go_to(3)
    stage.wait(lambda: stage.page.player.frame_index == 60)
    yield stage
    set_language("en")


def left(stage: Stage) -> list[object]:
    """Where the person stands, as it is kept."""
    place = json.loads(json.dumps(stage.page.place()))
    assert isinstance(place, list)
    return place


def another(stage: Stage) -> SubsPage:
    """A page over the same session, not shown yet."""
    made = whole(SubsPage(stage.session, stage.films, stage.jobs, stage.page._tracks._notices))
    stage.qtbot.addWidget(made)
    return made


def test_a_page_in_another_language_stands_where_the_old_one_stood(there: Stage) -> None:
    place = left(there)
    assert place == ["lamp", "en", "zh-Hans", 4, 3, 2500]
    set_language("zh-Hans")
    chinese = another(there)
    assert chinese.place() != place
    chinese.go_back(place)
    assert chinese.place() == place
    set_language("en")
    english = another(there)
    english.go_back(json.loads(json.dumps(chinese.place())))
    assert english.place() == place
    english.entered()
    there.wait(lambda: english.player.frame_index == 60)
    assert english.place() == place
    english.left()


def test_a_cue_that_is_gone_leaves_the_time(there: Stage) -> None:
    place = left(there)

    def without_last(track: Track) -> Track:
        return track.with_cues(track.cues[:-1])

    def change(project: Project) -> Project:
        for language in ("en", "zh-Hans"):
            track = project.tracks["lamp", language]
            project = project.with_track("lamp", without_last(track))
        return project

    there.session.apply("Change", change)
    page = another(there)
    page.go_back(place)
    assert page.place() == ["lamp", "en", "zh-Hans", 1, 1, 2500]


def test_a_track_that_is_gone_leaves_the_other(there: Stage) -> None:
    place = left(there)
    there.session.apply("Change", lambda project: remove_track(project, "lamp", "en"))
    page = another(there)
    page.go_back(place)
    assert page.languages == ("zh-Hans", "")


def test_a_film_that_is_gone_leaves_an_empty_page(there: Stage) -> None:
    place = left(there)
    there.session.apply("Change", lambda project: remove_film(project, "lamp"))
    page = another(there)
    page.go_back(place)
    assert page.film_id == ""


@pytest.mark.parametrize("place", [None, 3, {}, [], ["lamp"], ["gone", "en", "", 1, -1, 0]])
def test_a_place_of_another_kind_is_let_be(there: Stage, place: object) -> None:
    before = there.page.place()
    there.page.go_back(place)
    assert there.page.place() == before
