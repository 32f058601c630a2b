"""A Posters page with a drawn film, two markets and what was said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from studio.campaign.document import Deliverable, Market, PosterEntry, StillRef
from studio.campaign.project import Project
from studio.campaign.project_file import Opened, project_of_films
from studio.core.errors import Notice
from ui.films import Films
from ui.jobs import Jobs
from ui.notices import Notices
from ui.page import whole
from ui.poster.page import PosterPage
from ui.session import Session

FORMATS = ("weibo-square", "dooh-portrait", "open-graph")
COPY = {"zh-Hans": "灯不大，够一个人回家。", "en": "A small lamp."}
MARKETS = (
    Market("cn", ("zh-Hans", "en"), "China"),
    Market("kr", ("ko", "en"), "Korea"),
)


class Stage:
    """A page with all it needs."""

    def __init__(self, jobs: Jobs, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.session = Session()
        self.notices = Notices()
        self.films = Films(self.session, jobs)
        self.page = whole(PosterPage(self.session, self.films, jobs, self.notices))
        self.posted: list[Notice] = []
        self.notices.posted.connect(self.posted.append)

    def open(self, *films: Path, posters: tuple[PosterEntry, ...] = ()) -> None:
        """A campaign of these films for two markets, in three formats; posters of the first."""
        opened = project_of_films(films)
        first, *others = opened.project.campaign.films
        campaign = replace(
            opened.project.campaign,
            films=(replace(first, posters=posters), *others),
            markets=MARKETS,
            deliverables=tuple(Deliverable(format=name) for name in FORMATS),
        )
        project = Project(campaign)
        self.session.open(Opened(project, opened.path, opened.folder))
        ids = [film.id for film in campaign.films]
        self.qtbot.waitUntil(lambda: all(self.films.film(one) for one in ids), timeout=30_000)

    def rest(self) -> None:
        """Till everything asked for is painted."""
        gallery = self.page.gallery
        self.qtbot.waitUntil(
            lambda: gallery.is_idle and not gallery.choosing.is_busy, timeout=60_000
        )

    def click(self, name: str) -> None:
        """The button called `name`, by the mouse."""
        button = self.page.findChild(QWidget, name)
        assert button is not None, name
        assert button.isVisible(), name
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def press(self, widget: QWidget, key: Qt.Key) -> None:
        self.qtbot.keyClick(widget, key)

    def type(self, language: str, text: str) -> None:
        """Into the field of a language, by the keyboard."""
        field = self.page.findChild(QPlainTextEdit, f"copy-{language}")
        assert field is not None, language
        assert field.isVisible(), language
        self.qtbot.mouseClick(field.viewport(), Qt.MouseButton.LeftButton)
        field.moveCursor(QTextCursor.MoveOperation.End)
        self.write(field, text)

    def write(self, field: QWidget, text: str) -> None:
        """By the keyboard, as an input method does it where there is no key for a letter."""
        if text.isascii():
            for place, line in enumerate(text.split("\n")):
                if place:
                    self.qtbot.keyClick(field, Qt.Key.Key_Return)
                self.qtbot.keyClicks(field, line)
            return
        committed = QInputMethodEvent()
        committed.setCommitString(text)
        QApplication.sendEvent(field, committed)

    def drag(self, by: QPoint, steps: int = 4, *, drop: bool = True) -> None:
        """The picture in the canvas, by the hand."""
        canvas = self.page.canvas
        start = canvas.rect().center()
        self.qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
        for step in range(1, steps + 1):
            self.qtbot.mouseMove(canvas, start + by * step / steps)
        if drop:
            self.qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=start + by)

    def poster(self, place: int = 0) -> PosterEntry:
        """The poster at a place of the first film that has any."""
        films = self.session.project.campaign.films
        return next(film.posters for film in films if film.posters)[place]

    def run(self, name: str) -> None:
        """The command called `name`."""
        action = next(one for one in self.page.commands() if one.id == name)
        assert action.enabled()
        action.run()

    def button(self, name: str) -> QPushButton:
        found = self.page.findChild(QPushButton, name)
        assert found is not None
        return found


@pytest.fixture
def stage(qtbot: QtBot, jobs: Jobs, in_this_process: None) -> Iterator[Stage]:
    made = Stage(jobs, qtbot)
    qtbot.addWidget(made.page)
    made.page.resize(1280, 720)
    made.page.show()
    qtbot.waitExposed(made.page)
    yield made
    made.session.close()


@pytest.fixture
def lamp(stage: Stage, film_folder: Callable[..., list[Path]]) -> Stage:
    """With one film that can be read, and no poster."""
    stage.open(*film_folder("lamp.mp4"))
    return stage


@pytest.fixture
def written(stage: Stage, film_folder: Callable[..., list[Path]]) -> Stage:
    """With a poster at a frame of its own, and copy in two languages."""
    poster = PosterEntry("poster", "quiet-line", StillRef("00:00:01:12"), copy=COPY)
    stage.open(*film_folder("lamp.mp4"), posters=(poster,))
    stage.rest()
    return stage
