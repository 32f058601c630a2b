"""The tree of the campaign, and the places that are kept between sessions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget
from pytestqt.qtbot import QtBot

from studio.campaign.document import Deliverable, Market, PosterEntry
from studio.campaign.project import Project
from studio.campaign.project_file import project_of_films
from ui.documents.documents import Documents
from ui.jobs import Jobs
from ui.notices import Notices
from ui.page import Page
from ui.session import Session
from ui.settings import Settings
from ui.shell.campaign_menu import next_version
from ui.shell.places import Kept, Places
from ui.shell.window import Around, Window
from ui.tree.outline import outputs

Copies = Callable[..., list[Path]]


class _Page(Page):
    icon_name = "film"

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.at: object = "start"

    def place(self) -> object:
        return self.at

    def go_back(self, place: object) -> None:
        self.at = place

    def show_focus(self, focus: object) -> bool:
        if not isinstance(focus, tuple) or focus[0] != self.title:
            return False
        self.at = list(focus[1:])
        return True


class Stage:
    """A window over a campaign of two films, the first with a poster, for one market."""

    def __init__(self, jobs: Jobs, films: list[Path]) -> None:
        self.session, notices = Session(), Notices()
        self.documents = Documents(self.session, jobs, notices)
        self.settings = Settings()
        self.jobs, self.notices = jobs, notices
        self.window = self.make()
        self.session.open(project_of_films(tuple(films)))
        self.session.apply("Begin", _filled)
        self.session.save(films[0].parent / "campaign.toml")

    def make(self) -> Window:
        self.pages = (_Page("film"), _Page("poster"))
        around = Around(self.settings)
        return Window(self.session, self.jobs, self.notices, self.documents, self.pages, around)

    @property
    def tree(self):
        return self.window.side.tree

    def run(self, name: str) -> None:
        self.window.commands[name].trigger()


def _filled(project: Project) -> Project:
    campaign = project.campaign
    first = replace(campaign.films[0], posters=(PosterEntry("lamp", "quiet-line"),))
    return project.with_campaign(
        replace(
            campaign.with_film(first),
            markets=(Market("uk", ("en",), "United Kingdom"),),
            deliverables=(Deliverable("open-graph"), Deliverable(video="web-720p")),
        )
    )


@pytest.fixture
def stage(qtbot: QtBot, jobs: Jobs, film_folder: Copies) -> Iterator[Stage]:
    made = Stage(jobs, film_folder("bus.mp4", "kite.mp4"))
    made.window.show()
    made.run("tree")
    made.tree.refresh()
    yield made
    made.session.close()
    made.window.close()


def _texts(stage: Stage) -> dict[tuple[str, ...], tuple[str, str]]:
    items = stage.tree._items
    return {key: (item.text(0), item.text(1)) for key, item in items.items()}


def test_it_shows_films_posters_and_markets_with_their_outputs(stage: Stage) -> None:
    assert _texts(stage) == {
        ("films",): ("Films", "2"),
        ("film", "bus"): ("Bus", ""),
        ("poster", "bus", "lamp"): ("lamp", ""),
        ("film", "kite"): ("Kite", ""),
        ("markets",): ("Markets", "1"),
        ("market", "uk"): ("United Kingdom", "3"),
    }
    assert outputs(stage.session.project.campaign, "uk") == 3


def test_edits_keep_what_is_open_and_marked(qtbot: QtBot, stage: Stage) -> None:
    stage.tree.mark(("film", "bus"))
    stage.tree._items["film", "bus"].setExpanded(False)
    stage.run("tree-double")
    qtbot.waitUntil(lambda: ("film", "bus-2") in stage.tree._items)
    assert stage.tree.current == ("film", "bus")
    assert not stage.tree._items["film", "bus"].isExpanded()
    stage.session.undo()
    qtbot.waitUntil(lambda: ("film", "bus-2") not in stage.tree._items)
    assert stage.tree.current == ("film", "bus")


def test_what_is_chosen_is_shown_on_its_page(qtbot: QtBot, stage: Stage) -> None:
    stage.tree.mark(("poster", "bus", "lamp"))
    qtbot.keyClick(stage.tree.list, Qt.Key.Key_Return)
    assert stage.window.page_number == 1
    assert stage.pages[1].at == ["bus", "lamp"]


def test_a_name_is_typed_in_place_and_undone(qtbot: QtBot, stage: Stage) -> None:
    stage.tree.mark(("film", "bus"))
    stage.run("tree-rename")
    editor = stage.tree.list.findChild(QWidget, "qt_scrollarea_viewport").focusWidget()
    assert editor is not None
    stage.tree._items["film", "bus"].setText(0, "The Last Bus")
    assert stage.session.project.campaign.film("bus").title["en"] == "The Last Bus"
    stage.session.undo()
    qtbot.waitUntil(lambda: stage.tree._items["film", "bus"].text(0) == "Bus")


@pytest.mark.parametrize("key", [("film", "kite"), ("poster", "bus", "lamp"), ("market", "uk")])
def test_what_is_removed_comes_back_by_undo(
    qtbot: QtBot, stage: Stage, key: tuple[str, ...]
) -> None:
    before = stage.session.project
    stage.tree.mark(key)
    stage.run("tree-remove")
    qtbot.waitUntil(lambda: key not in stage.tree._items)
    stage.session.undo()
    assert stage.session.project == before
    qtbot.waitUntil(lambda: key in stage.tree._items)


def test_a_film_that_is_not_there_is_marked_with_sign_and_word(stage: Stage) -> None:
    assert stage.session.folder is not None
    (stage.session.folder / "kite.mp4").unlink()
    stage.tree.refresh()
    assert stage.tree._items["film", "kite"].text(1) == "not found"


def test_the_tree_is_remembered_shown(stage: Stage) -> None:
    assert stage.window.side.is_shown
    stage.run("tree")
    assert not stage.tree.isVisible()
    assert not Settings().get("tree/shown", True)


# -- places -------------------------------------------------------------------------------


def test_a_campaign_opens_where_it_was_left(qtbot: QtBot, stage: Stage) -> None:
    path = stage.session.path
    assert path is not None
    stage.window.show_page(1)
    stage.pages[1].at, stage.pages[0].at = ["bus", 3], {"time": "1/24"}
    stage.session.close()
    for page in stage.pages:
        page.at = "elsewhere"
    stage.documents.open(path)
    qtbot.waitUntil(lambda: stage.pages[1].at == ["bus", 3])
    assert stage.window.page_number == 1
    stage.window.show_page(0)
    assert stage.pages[0].at == {"time": "1/24"}


def test_thirty_campaigns_are_remembered(tmp_path: Path) -> None:
    places = Places(Settings())
    for number in range(40):
        places.keep(tmp_path / f"{number}.toml", Kept(number % 4, {0: number}))
    assert places.of(tmp_path / "9.toml") is None
    assert places.of(tmp_path / "39.toml") == Kept(3, {0: 39}, [])


def test_places_that_are_not_sound_are_not_gone_to(tmp_path: Path) -> None:
    settings = Settings()
    settings.set("places", {str((tmp_path / "a.toml").resolve()): {"page": "two"}})
    assert Places(settings).of(tmp_path / "a.toml") is None


def test_splitters_stand_as_they_stood(qtbot: QtBot) -> None:
    places = Places(Settings())

    def made(sizes: list[int]) -> QWidget:
        top = QWidget()
        qtbot.addWidget(top)
        splitter = QSplitter(top)
        for _ in range(2):
            splitter.addWidget(QWidget())
        splitter.resize(401, 50)
        splitter.setSizes(sizes)
        return top

    first = made([100, 300])
    places.keep_splitters("x", first)
    again = made([200, 200])
    places.set_splitters("x", again)
    kept = first.findChildren(QSplitter)[0].sizes()
    assert again.findChildren(QSplitter)[0].sizes() == kept
    assert kept[0] < kept[1]


def test_splitters_that_were_never_seen_are_not_remembered(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    page = QWidget(window)
    splitter = QSplitter(page)
    for _ in range(2):
        splitter.addWidget(QWidget())
    splitter.resize(401, 50)
    settings = Settings()
    Places(settings).keep_splitters("x", page)
    assert settings.get("splitters", {}) == {}
    window.show()
    Places(settings).keep_splitters("x", page)
    assert settings.get("splitters", {}) == {"x": [splitter.sizes()]}


def test_a_window_that_no_screen_shows_comes_back_to_one(qtbot: QtBot) -> None:
    places, window = Places(Settings()), QWidget()
    qtbot.addWidget(window)
    window.setGeometry(50_000, 50_000, 600, 400)
    places.keep_window(window)
    again = QWidget()
    qtbot.addWidget(again)
    places.set_window(again)
    assert again.screen().availableGeometry().intersects(again.geometry())


@pytest.mark.parametrize(
    ("now", "after"),
    [("v01", "v02"), ("v09", "v10"), ("9", "10"), ("r2b", "r3b"), ("a", "a 2")],
)
def test_the_next_version_counts_up(now: str, after: str) -> None:
    assert next_version(now) == after


def test_the_tree_marks_what_the_page_shows(qtbot: QtBot, stage: Stage) -> None:
    film = stage.session.project.campaign.films[0].id
    stage.tree.list.clearFocus()
    stage.pages[1].shown.emit(("poster", film, "lamp"))
    assert stage.tree.current == ("poster", film, "lamp")
    # What is not there marks nothing else, and nothing moves under the keys of who walks in it.
    stage.pages[1].shown.emit(("poster", film, "gone"))
    assert stage.tree.current == ("poster", film, "lamp")
    stage.tree.setFocus()
    stage.pages[0].shown.emit(("film", film))
    assert stage.tree.current == ("poster", film, "lamp")


def test_the_keys_stay_where_a_page_puts_them(stage: Stage) -> None:
    field = QWidget(stage.pages[1])
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    stage.pages[1].entered = field.setFocus
    stage.window.show_page(1)
    assert stage.window.focusWidget() is field
