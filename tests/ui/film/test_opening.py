"""Where a film is opened: never at a black frame, never against the person's will."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from studio.campaign.document import PosterEntry, StillRef
from studio.campaign.project import Project
from studio.campaign.project_file import project_of_films
from tests.studio.shots.conftest import HEIGHT, WIDTH, scene, write_film
from tests.ui.film.conftest import Copies, Stage, go, run
from ui.film.changes import captions_differ, films_differ
from ui.jobs import Jobs

_BLACK = 30


@pytest.fixture(scope="module")
def dark(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A film that begins in black."""
    black = np.zeros((_BLACK, HEIGHT, WIDTH, 3), np.float32)
    path = tmp_path_factory.mktemp("opening") / "dark.mp4"
    return write_film(path, np.concatenate([black, scene(7, 60)]))


def with_poster(project: Project, still: str) -> Project:
    """Its first film has a poster of the frame at a time."""
    film = project.campaign.films[0]
    poster = PosterEntry("one", "quiet-line", StillRef(still))
    changed = replace(film, posters=(*film.posters, poster))
    return project.with_campaign(project.campaign.with_film(changed))


def shown(qtbot: QtBot, stage: Stage, frame: int) -> None:
    qtbot.waitUntil(lambda: stage.page.player.frame_index == frame, timeout=30_000)


def test_a_film_that_begins_in_black_is_opened_where_something_is_seen(
    qtbot: QtBot, stage: Stage, dark: Path
) -> None:
    stage.session.open(project_of_films((dark,)))
    qtbot.waitUntil(lambda: stage.page.player.frame_index >= _BLACK, timeout=60_000)


def test_who_plays_meanwhile_is_not_brought_elsewhere(
    qtbot: QtBot, stage: Stage, dark: Path
) -> None:
    stage.session.open(project_of_films((dark,)))
    qtbot.waitUntil(lambda: stage.page.player.pts is not None, timeout=30_000)
    stage.page.player.step(2)
    shown(qtbot, stage, 2)
    qtbot.waitUntil(lambda: stage.page._looking.analysis is not None, timeout=60_000)
    qtbot.wait(300)
    assert stage.page.player.frame_index == 2


def test_who_is_on_the_way_elsewhere_is_not_brought_back(
    qtbot: QtBot, stage: Stage, dark: Path
) -> None:
    stage.session.open(project_of_films((dark,)))
    qtbot.waitUntil(lambda: stage.page.player.pts is not None)
    stage.page._opening._waits = True
    stage.page.player.seek(Fraction(3, 24))
    # What was looked for is found before the frame of the seek is read.
    stage.page._opening._looks_at = stage.page.player.film
    stage.page._opening._found(stage.page.player.film.video.first_pts + 40)
    shown(qtbot, stage, 3)
    qtbot.wait(300)
    assert stage.page.player.frame_index == 3


def test_the_first_star_goes_before_a_still_and_a_still_before_the_first_picture(
    qtbot: QtBot, stage: Stage, film_folder: Copies, jobs: Jobs
) -> None:
    (film,) = film_folder("lamp.mp4")
    opened = project_of_films((film,))
    stage.session.open(replace(opened, project=with_poster(opened.project, "48f")))
    shown(qtbot, stage, 48)
    go(qtbot, stage, 30)
    run(stage, "film-star")
    another = stage.another_page(jobs)
    qtbot.addWidget(another)
    qtbot.waitUntil(lambda: another.player.frame_index == 30, timeout=30_000)


def test_a_film_that_one_comes_back_to_stands_where_it_was_left(
    qtbot: QtBot, stage: Stage, film_folder: Copies, dark: Path
) -> None:
    (film,) = film_folder("lamp.mp4")
    stage.session.open(project_of_films((film, dark)))
    qtbot.waitUntil(lambda: stage.page.player.pts is not None, timeout=30_000)
    go(qtbot, stage, 40)
    stage.page.show_film("dark")
    qtbot.waitUntil(lambda: stage.page.player.frame_index >= _BLACK, timeout=60_000)
    stage.page.show_film("lamp")
    shown(qtbot, stage, 40)


def test_the_page_is_not_loaded_anew_by_edits_of_posters(
    qtbot: QtBot, lamp: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[int] = []
    monkeypatch.setattr(lamp.page, "_load", lambda: loaded.append(1))
    monkeypatch.setattr(lamp.page, "_show_captions", lambda: loaded.append(2))
    before = lamp.session.project
    lamp.session.apply("Add a poster", lambda p: with_poster(p, "auto"))
    now = lamp.session.project
    assert (films_differ(before, now), captions_differ(before, now)) == (False, False)
    assert loaded == []
    titled = replace(now.campaign.films[0], title={"en": "The Lamp"})
    lamp.session.apply("Title", lambda p: p.with_campaign(p.campaign.with_film(titled)))
    assert loaded == [1]
