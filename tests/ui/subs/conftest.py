"""A window with the Subtitles page alone, on a drawn film with two tracks, and hands to use it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from studio.campaign.adding import add_track
from studio.campaign.project_file import project_of_films
from studio.core.errors import Notice
from studio.subs.cue import Cue, Track
from studio.subs.reading import write_track
from ui.documents.documents import Documents
from ui.films import Films
from ui.jobs import Jobs
from ui.notices import Notices
from ui.page import whole
from ui.session import Session
from ui.shell.window import Window
from ui.subs.model import TEXT_A
from ui.subs.page import SubsPage

NO_KEYS = Qt.KeyboardModifier(0)
CHINESE = (
    (500, 1500, "灯不大，\n够一个人回家。"),
    (1600, 2400, "末班车到了"),
    (2500, 3900, "灯塔"),
)
ENGLISH = (
    (500, 1500, "A small lamp."),
    (1600, 1950, "The last bus"),
    (2000, 2400, "has come"),
    (2500, 3900, "The lighthouse"),
)


def track_of(language: str, lines: tuple[tuple[int, int, str], ...]) -> Track:
    return Track(
        language,
        tuple(Cue(n, start, end, text) for n, (start, end, text) in enumerate(lines, 1)),
    )


@dataclass
class Stage:
    """The window, its parts, and what a person does with keys and mouse."""

    qtbot: QtBot
    session: Session
    jobs: Jobs
    films: Films
    page: SubsPage
    window: Window
    folder: Path
    notices: list[Notice] = field(default_factory=list)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEYS) -> None:
        self.qtbot.keyClick(self.focused, key, modifier)

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(self.focused, text)

    @property
    def focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    @property
    def field(self) -> QPlainTextEdit:
        assert isinstance(self.focused, QPlainTextEdit)
        return self.focused

    def go_to(self, row: int, column: int = TEXT_A) -> None:
        """Click on a cell."""
        grid = self.page.grid
        grid.scrollTo(grid.model().index(row, column))
        place = grid.visualRect(grid.model().index(row, column)).center()
        self.qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def drag(self, start: QPoint, by: int, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Press in the waveform, move so many pixels, let go."""
        wave, button = self.page.wave, Qt.MouseButton.LeftButton
        self.qtbot.mousePress(wave, button, keys, start)
        self.pull(start, by, keys)
        self.qtbot.mouseRelease(wave, button, keys, QPoint(start.x() + by, start.y()))

    def pull(self, start: QPoint, by: int, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Move the mouse with its button held."""
        steps = 8
        for number in range(1, steps + 1):
            _move(self.page.wave, QPoint(start.x() + by * number // steps, start.y()), keys)

    def wait(self, met: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(met, timeout=10_000)

    def texts(self, side: int) -> list[str]:
        track = self.page.track(side)
        return [cue.text for cue in track.cues] if track is not None else []

    def times(self, side: int) -> list[tuple[int, int]]:
        track = self.page.track(side)
        return [(cue.start, cue.end) for cue in track.cues] if track is not None else []

    def add(self, *tracks: Track) -> None:
        """Write tracks beside the film and add them to the campaign."""
        for track in tracks:
            path = self.folder / f"lamp.{track.language}.srt"
            write_track(track, path)
            self.session.apply("Add", lambda p, path=path: add_track(p, self.folder, path))

    def looked(self) -> None:
        """Wait until film, links and findings are there."""
        self.wait(lambda: self.films.film("lamp") is not None)
        self.wait(lambda: not self.page._looker.busy and self.page._showing.seen is not None)


def _move(widget: QWidget, place: QPoint, keys: Qt.KeyboardModifier) -> None:
    """A move with the button held, which QTest alone does not send."""
    at = QPointF(place)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        at,
        widget.mapToGlobal(at),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        keys,
    )
    QApplication.sendEvent(widget, event)


@pytest.fixture
def empty(
    qtbot: QtBot,
    jobs: Jobs,
    film_folder: Callable[..., list[Path]],
    in_this_process: None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Stage]:
    """A campaign of one film without a track."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    (film,) = film_folder("lamp.mp4")
    session, notices = Session(), Notices()
    films = Films(session, jobs)
    page = whole(SubsPage(session, films, jobs, notices))
    window = Window(session, jobs, notices, Documents(session, jobs, notices), (page,))
    made = Stage(qtbot, session, jobs, films, page, window, tmp_path)
    notices.posted.connect(made.notices.append)
    qtbot.addWidget(window, before_close_func=lambda _: session.close())
    window.resize(1440, 900)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    session.open(project_of_films((film,)))
    yield made
    page.player.set_film(None)
    jobs.close()


@pytest.fixture
def stage(empty: Stage) -> Stage:
    """The same with its two tracks, read and checked."""
    empty.add(track_of("zh-Hans", CHINESE), track_of("en", ENGLISH))
    opened = project_of_films((empty.folder / "lamp.mp4",))
    empty.session.open(replace(opened, project=empty.session.project))
    empty.looked()
    empty.page.grid.setFocus()
    return empty
