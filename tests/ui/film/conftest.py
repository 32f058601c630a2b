"""What the tests of the Film page share: a page with all it needs, and hands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from studio.campaign.project_file import project_of_films
from studio.core.errors import Notice
from ui.film.page import FilmPage
from ui.films import Films
from ui.jobs import Jobs
from ui.notices import Notices
from ui.page import whole
from ui.session import Session

Copies = Callable[..., list[Path]]


class Stage:
    """A page with all it needs, and what was said."""

    def __init__(self, jobs: Jobs) -> None:
        self.session = Session()
        self.notices = Notices()
        self.films = Films(self.session, jobs)
        self.added = 0
        self.page = whole(FilmPage(self.session, self.films, jobs, self.notices, self._add))
        self.said: list[str] = []
        self.posted: list[Notice] = []
        self.notices.said.connect(self.said.append)
        self.notices.posted.connect(self.posted.append)

    def another_page(self, jobs: Jobs) -> FilmPage:
        """One more over the same campaign, as after a change of language."""
        return whole(FilmPage(self.session, self.films, jobs, self.notices, self._add))

    def _add(self) -> None:
        self.added += 1


@pytest.fixture
def stage(qtbot: QtBot, jobs: Jobs, in_this_process: None) -> Iterator[Stage]:
    made = Stage(jobs)
    qtbot.addWidget(made.page)
    made.page.resize(1280, 720)
    made.page.show()
    yield made
    made.session.close()


@pytest.fixture
def lamp(qtbot: QtBot, stage: Stage, film_folder: Copies) -> Stage:
    """With one film, its shots found and its stills chosen."""
    stage.session.open(project_of_films(tuple(film_folder("lamp.mp4"))))
    qtbot.waitUntil(lambda: bool(stage.page._shortlist.pts), timeout=60_000)
    qtbot.waitUntil(lambda: stage.page.player.pts is not None)
    return stage


def starts(stage: Stage) -> list[int]:
    """The frames that begin the shots which are shown."""
    strip = stage.page._strip.strip
    assert strip is not None
    return [strip.film.index_of(shot.start) for shot in strip.detection.shots]


def run(stage: Stage, name: str) -> None:
    next(action for action in stage.page.commands() if action.id == name).run()


def go(qtbot: QtBot, stage: Stage, frame: int) -> None:
    stage.page.player.seek(Fraction(frame, 24))
    qtbot.waitUntil(lambda: stage.page.player.frame_index == frame)
