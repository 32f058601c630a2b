"""The frame of the window: start page, the one gate, palette, files dropped on it, notices."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from studio.campaign.project import Project
from studio.campaign.project_file import open_project
from studio.core.errors import BadValue
from studio.core.places import config_folder
from studio.core.progress import Progress
from ui.actions import Action
from ui.campaign.begin import NewCampaign
from ui.jobs import Jobs
from ui.notices import Notices
from ui.page import Page
from ui.session import Session
from ui.settings import Settings
from ui.shell import sampling
from ui.shell.bar import NoticeBar
from ui.shell.cards import Card
from ui.shell.documents import Documents
from ui.shell.drops import film_for, said_of, sort
from ui.shell.fuzzy import match
from ui.shell.goals import Goal
from ui.shell.palette import Palette, ranked
from ui.shell.start import StartPage
from ui.shell.strip import JobStrip
from ui.shell.window import Around, Window

Copies = Callable[..., list[Path]]


class _Page(Page):
    icon_name = "film"

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.happened: list[str] = []

    def commands(self) -> Sequence[Action]:
        name = self.title.lower()
        return (
            Action(
                f"{name}-ring",
                f"Ring on {name}",
                lambda: self.happened.append("rang"),
                "Play",
                ("R",),
            ),
        )

    def entered(self) -> None:
        self.happened.append("entered")

    def left(self) -> None:
        self.happened.append("left")

    def show_focus(self, focus: object) -> bool:
        return focus == (self.title,)


class Stage:
    """A window with two pages of the tests' own."""

    def __init__(self, jobs: Jobs) -> None:
        self.session, self.notices, self.jobs = Session(), Notices(), jobs
        self.documents = Documents(self.session, jobs, self.notices)
        self.pages = (_Page("One"), _Page("Two"))
        self.settings = Settings()
        around = Around(self.settings)
        self.window = Window(self.session, jobs, self.notices, self.documents, self.pages, around)

    @property
    def cards(self) -> list[Card]:
        (start,) = self.window.findChildren(StartPage)
        return list(start.cards)

    def action(self, name: str) -> QAction:
        found = self.window.findChild(QAction, name)
        assert found is not None
        return found

    @property
    def notice(self) -> str:
        bar = self.window.findChild(NoticeBar)
        assert bar is not None
        return bar.text

    def rename(self, name: str) -> None:
        self.documents.rename(name)

    def drop(self, *paths: Path) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        actions, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(QPoint(300, 300), actions, data, buttons, none)
        self.window.dragEnterEvent(enter)
        assert enter.isAccepted()
        self.window.dropEvent(QDropEvent(QPointF(300, 300), actions, data, buttons, none))


@pytest.fixture
def stage(qtbot: QtBot, jobs: Jobs) -> Iterator[Stage]:
    made = Stage(jobs)
    made.window.show()
    yield made
    made.session.close()
    made.window.close()


@pytest.fixture
def opened(stage: Stage, film_folder: Copies) -> Stage:
    """With a campaign of one film, saved."""
    (film,) = film_folder("lamp.mp4")
    stage.drop(film)
    stage.session.save(film.parent / "campaign.toml")
    return stage


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[QMessageBox.StandardButton]:
    """What the person answers at the gate, in order; the test fails when too much is asked."""
    given: list[QMessageBox.StandardButton] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda _: given.pop(0))
    return given


# -- start page ---------------------------------------------------------------------------


def test_it_begins_on_the_start_page(stage: Stage) -> None:
    assert stage.window.page_number == -1
    assert stage.window.windowTitle() == "Lobbycard"
    assert stage.window.findChild(QPushButton, "start-new") is not None


def test_the_start_page_begins_a_campaign_of_films(
    qtbot: QtBot, stage: Stage, film_folder: Copies, monkeypatch: pytest.MonkeyPatch
) -> None:
    films = film_folder("lamp.mp4", "bus.mp4")

    def fill(dialog: NewCampaign) -> int:
        dialog.take(films)
        qtbot.waitUntil(lambda: len(dialog.rows) == 2, timeout=30_000)
        dialog.create_it()
        qtbot.waitUntil(lambda: dialog.path is not None, timeout=30_000)
        return NewCampaign.DialogCode.Accepted.value

    monkeypatch.setattr(NewCampaign, "exec", fill)
    button = stage.window.findChild(QPushButton, "start-new")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [film.id for film in stage.session.project.campaign.films] == ["lamp", "bus"]
    assert stage.window.page_number == 0
    assert stage.pages[0].happened == ["entered"]


def test_a_saved_campaign_is_offered_again(opened: Stage) -> None:
    path = opened.session.path
    assert path is not None
    opened.rename("Big Lights")
    assert opened.documents.save()
    opened.documents.close()
    assert opened.window.page_number == -1
    (card,) = opened.cards
    assert card.recent.path == str(path.resolve())
    assert (card.recent.name, card.words()) == ("Big Lights", "1 film · 0 posters")
    card.click()
    assert opened.session.path == path.resolve()


def test_what_is_remembered_lies_in_the_person_s_folder(opened: Stage) -> None:
    opened.documents.save()
    opened.settings._store.sync()
    assert (config_folder() / "window.ini").is_file()


def test_a_campaign_that_is_gone_is_said_and_can_be_taken_off(qtbot: QtBot, opened: Stage) -> None:
    assert opened.session.path is not None
    opened.session.path.unlink()
    opened.session.close()
    (card,) = opened.cards
    assert card.words() == "Not found"
    qtbot.keyClick(card, Qt.Key.Key_Delete)
    assert opened.cards == []


def test_the_picture_of_a_campaign_is_drawn_when_it_is_left(qtbot: QtBot, opened: Stage) -> None:
    opened.session.close()
    (card,) = opened.cards
    qtbot.waitUntil(lambda: not card._picture.isNull(), timeout=30_000)
    assert card.recent.picture.is_file()


def test_the_sample_is_drawn_into_the_folder_that_is_named(
    qtbot: QtBot, stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def written(folder: Path, progress: Progress) -> Path:
        progress.report(0.5)
        path = folder / "campaign.toml"
        folder.mkdir(parents=True)
        path.write_text('schema = 1\nname = "Small Lights"\n', encoding="utf-8")
        return path

    monkeypatch.setattr(sampling, "write_sample", written)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    for name in ("start-sample-folder", "start-sample"):
        button = stage.window.findChild(QAbstractButton, name)
        assert button is not None
        button.click()
    qtbot.waitUntil(lambda: stage.session.is_open)
    assert stage.session.path == tmp_path / "Small Lights" / "campaign.toml"


# -- files dropped ------------------------------------------------------------------------


def test_films_dropped_on_nothing_begin_a_campaign(stage: Stage, film_folder: Copies) -> None:
    stage.drop(*film_folder("lamp.mp4"))
    assert [film.source for film in stage.session.project.campaign.films] == ["lamp.mp4"]
    assert stage.session.unsaved


def test_a_film_and_its_subtitles_go_together(
    stage: Stage, film_folder: Copies, tmp_path: Path
) -> None:
    track = tmp_path / "lamp.en.srt"
    track.write_text("1\n00:00:01,000 --> 00:00:02,000\nA small lamp.\n", encoding="utf-8")
    stage.drop(*film_folder("lamp.mp4"), track)
    assert stage.session.project.tracks["lamp", "en"].cues[0].text == "A small lamp."


def test_films_dropped_on_a_campaign_are_added_and_undone(
    opened: Stage, film_folder: Copies
) -> None:
    opened.drop(*film_folder("bus.mp4", "kite.mp4"))
    assert len(opened.session.project.campaign.films) == 3
    opened.action("undo").trigger()
    assert len(opened.session.project.campaign.films) == 1


def test_a_dropped_campaign_is_opened(opened: Stage) -> None:
    path = opened.session.path
    assert path is not None
    opened.documents.close()
    opened.drop(path.parent)
    assert opened.session.path == path


def test_what_cannot_be_added_is_said_and_changes_nothing(
    opened: Stage, tmp_path_factory: pytest.TempPathFactory
) -> None:
    before = opened.session.project
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "bus.mp4"
    elsewhere.write_bytes(b"film")
    opened.drop(elsewhere)
    assert "does not lie in the campaign's folder" in opened.notice
    assert opened.session.project is before


@pytest.mark.parametrize("content", [b"", b"\x00\xff" * 50, b"name = [", b"schema = 99\n"])
def test_a_broken_campaign_leaves_the_open_one(
    opened: Stage, tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    before = opened.session.project
    path = tmp_path_factory.mktemp("broken") / "campaign.toml"
    path.write_bytes(content)
    opened.drop(path)
    assert str(path.name) in opened.notice
    assert opened.session.project is before


def test_a_broken_track_is_said(opened: Stage, tmp_path: Path) -> None:
    before = opened.session.project
    track = tmp_path / "lamp.en.srt"
    track.write_bytes(b"\x00\x01\x02" * 100)
    opened.drop(track)
    assert "lamp.en.srt" in opened.notice
    assert opened.session.project is before


def test_while_files_are_dragged_it_is_said_what_will_happen(
    opened: Stage, film_folder: Copies, tmp_path: Path
) -> None:
    words = partial(said_of, project=opened.session.project, wanted="", shown="", tag="en")
    track, text = tmp_path / "lamp.en.srt", tmp_path / "notes.docx"
    assert words(sort(film_folder("bus.mp4", "kite.mp4"))) == "Add 2 films"
    assert words(sort([track])) == "Add as English subtitles of Lamp"
    assert words(sort([track, *film_folder("bus.mp4")])) == "Add 1 film and 1 subtitle file"
    assert words(sort([text])) == ""
    assert said_of(sort(film_folder("bus.mp4")), None, "", "", "en") == (
        "Begin a campaign with 1 film"
    )
    assert opened.session.path is not None
    assert words(sort([opened.session.path.parent])).startswith("Open the campaign in ")


def test_subtitles_go_to_the_film_they_are_dropped_on_or_that_is_shown(
    opened: Stage, film_folder: Copies, tmp_path: Path
) -> None:
    opened.drop(*film_folder("bus.mp4", "lamp-two.mp4"))
    project, track = opened.session.project, tmp_path / "final.en.srt"

    def goes_to(name: str, wanted: str = "", shown: str = "") -> str | None:
        film = film_for(project, tmp_path / name, wanted, shown)
        return film.id if film is not None else None

    assert goes_to(track.name) is None
    assert goes_to(track.name, shown="bus") == "bus"
    assert goes_to("lamp-two.en.srt", shown="bus") == "lamp-two"
    assert goes_to("lamp-two.en.srt", wanted="lamp", shown="bus") == "lamp"


def test_what_cannot_be_used_is_said_with_what_can(opened: Stage, tmp_path: Path) -> None:
    before = opened.session.project
    other = tmp_path / "notes.docx"
    other.write_bytes(b"PK")
    opened.drop(other)
    assert opened.notice.startswith("notes.docx cannot be used here. Lobbycard takes films")
    assert opened.session.project is before


# -- the gate -----------------------------------------------------------------------------


def test_nothing_is_asked_when_nothing_would_be_lost(
    opened: Stage, answers: list[QMessageBox.StandardButton]
) -> None:
    assert opened.documents.may_leave()


def test_cancel_at_the_gate_keeps_window_and_changes(
    opened: Stage, answers: list[QMessageBox.StandardButton]
) -> None:
    opened.rename("Big Lights")
    answers.append(QMessageBox.StandardButton.Cancel)
    event = QCloseEvent()
    opened.window.closeEvent(event)
    assert not event.isAccepted()
    assert opened.session.project.campaign.name == "Big Lights"


def test_discard_at_the_gate_leaves_the_file(
    opened: Stage, answers: list[QMessageBox.StandardButton]
) -> None:
    path = opened.session.path
    assert path is not None
    before = path.read_bytes()
    opened.rename("Big Lights")
    answers.append(QMessageBox.StandardButton.Discard)
    opened.action("close").trigger()
    assert not opened.session.is_open
    assert path.read_bytes() == before


def test_save_at_the_gate_writes_first(
    opened: Stage, answers: list[QMessageBox.StandardButton]
) -> None:
    path = opened.session.path
    assert path is not None
    opened.rename("Big Lights")
    answers.append(QMessageBox.StandardButton.Save)
    opened.documents.close()
    assert open_project(path).project.campaign.name == "Big Lights"


def test_a_save_that_fails_at_the_gate_stays(
    stage: Stage,
    film_folder: Copies,
    answers: list[QMessageBox.StandardButton],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stage.drop(*film_folder("lamp.mp4"))
    answers.append(QMessageBox.StandardButton.Save)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    stage.documents.close()
    assert stage.session.is_open


@pytest.mark.parametrize("way", ["new", "open", "close", "drop"])
def test_every_way_out_goes_through_the_gate(
    opened: Stage,
    film_folder: Copies,
    answers: list[QMessageBox.StandardButton],
    monkeypatch: pytest.MonkeyPatch,
    way: str,
) -> None:
    path = opened.session.path
    assert path is not None
    names = [str(film) for film in film_folder("bus.mp4")]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (names, ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    opened.rename("Big Lights")
    answers.append(QMessageBox.StandardButton.Cancel)
    if way == "drop":
        opened.drop(path)
    else:
        opened.action(way).trigger()
    assert answers == []
    assert opened.session.project.campaign.name == "Big Lights"


# -- saving -------------------------------------------------------------------------------


def test_the_title_tells_what_is_unsaved(opened: Stage) -> None:
    assert opened.window.windowTitle().endswith(" – Lobbycard")
    assert "*" not in opened.window.windowTitle()
    opened.rename("Big Lights")
    assert opened.window.windowTitle() == "Big Lights* – Lobbycard"
    opened.action("save").trigger()
    assert opened.window.windowTitle() == "Big Lights – Lobbycard"


def test_a_first_save_asks_for_a_place(
    stage: Stage, film_folder: Copies, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.drop(*film_folder("lamp.mp4"))
    path = tmp_path / "campaign.toml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    stage.action("save").trigger()
    assert open_project(path).project == stage.session.project
    assert not stage.session.unsaved


# -- undo, pages, palette -----------------------------------------------------------------


def test_undo_and_redo_name_what_they_do(opened: Stage) -> None:
    opened.rename("Big Lights")
    opened.window.commands.refresh()
    assert opened.action("undo").text() == "Undo: Rename the campaign"
    opened.action("undo").trigger()
    opened.window.commands.refresh()
    assert opened.action("redo").text() == "Redo: Rename the campaign"
    assert opened.action("redo").isEnabled()
    opened.action("redo").trigger()
    assert opened.session.project.campaign.name == "Big Lights"


def test_undo_by_key_works_after_a_menu_showed_that_there_was_none(
    qtbot: QtBot, opened: Stage
) -> None:
    menu = opened.window.commands.menus["Edit"]
    menu.aboutToShow.emit()
    assert not opened.action("redo").isEnabled()
    menu.aboutToHide.emit()
    opened.rename("Big Lights")
    opened.session.undo()
    opened.action("redo").trigger()
    assert opened.session.project.campaign.name == "Big Lights"


def test_undo_goes_to_the_page_of_what_changed(opened: Stage) -> None:
    def edit(project: Project) -> Project:
        return project.with_campaign(replace(project.campaign, version="v02"))

    opened.session.apply("Count up", edit, focus=("Two",))
    assert opened.window.page_number == 0
    opened.action("undo").trigger()
    assert opened.window.page_number == 1
    assert opened.pages[0].happened == ["entered", "left"]


def test_keys_of_a_page_work_on_that_page_alone(qtbot: QtBot, opened: Stage) -> None:
    opened.window.activateWindow()
    qtbot.keyClick(opened.pages[0], Qt.Key.Key_R)
    assert opened.pages[0].happened == ["entered", "rang"]
    qtbot.keyClick(opened.window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert opened.window.page_number == 1
    qtbot.keyClick(opened.pages[1], Qt.Key.Key_R)
    assert opened.pages[1].happened == ["entered", "rang"]


def test_no_page_can_be_reached_without_a_campaign(stage: Stage) -> None:
    stage.window.show_page(1)
    assert stage.window.page_number == -1


def test_the_palette_finds_a_command_by_parts_of_its_words(qtbot: QtBot, opened: Stage) -> None:
    opened.window.commands.refresh()
    palette = Palette(opened.window.commands.goals(), opened.window)
    qtbot.addWidget(palette)
    palette.show()
    qtbot.keyClicks(palette._field, "two ring")
    assert palette.found == ("Ring on two",)
    qtbot.keyClick(palette._field, Qt.Key.Key_Return)
    assert opened.pages[1].happened == ["entered", "rang"]


def test_the_palette_is_walked_with_the_arrows(qtbot: QtBot, opened: Stage) -> None:
    opened.window.commands.refresh()
    palette = Palette(opened.window.commands.goals(), opened.window)
    qtbot.addWidget(palette)
    palette.show()
    qtbot.keyClicks(palette._field, "ring on")
    assert palette.found == ("Ring on one", "Ring on two")
    for _ in range(3):
        qtbot.keyClick(palette._field, Qt.Key.Key_Down)
    qtbot.keyClick(palette._field, Qt.Key.Key_Return)
    assert opened.pages[1].happened == ["entered", "rang"]


def test_the_palette_leaves_out_what_cannot_be_done(stage: Stage, qtbot: QtBot) -> None:
    stage.window.commands.refresh()
    palette = Palette(stage.window.commands.goals(), stage.window)
    qtbot.addWidget(palette)
    assert "Save" not in palette.found
    assert "Open…" in palette.found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", True),
        ("FRA sa", True),
        ("frame", True),
        ("svfr", True),
        ("xyz", False),
        ("emarf", False),
    ],
)
def test_a_command_matches_by_letters_in_order(typed: str, found: bool) -> None:
    assert (match("Save frame…", typed) is not None) is found


def test_beginnings_and_runs_match_better_than_scattered_letters() -> None:
    goals = [Goal(text, text, bool) for text in ("Resave all", "Mute safe", "Save", "Save as…")]
    assert [goal.text for goal, _ in ranked(goals, "save")] == [
        "Save", "Save as…", "Resave all"
    ]  # fmt: skip
    assert ranked(goals, "sav")[0][1] == (0, 1, 2)


def test_what_was_used_lately_stands_first() -> None:
    goals = [Goal(text, text, bool) for text in ("Open", "Save", "Close")]
    assert [goal.text for goal, _ in ranked(goals, "", ["Close", "Save"])] == [
        "Close", "Save", "Open"
    ]  # fmt: skip


def test_other_names_find_it_too() -> None:
    goal = Goal("film", "夜摊", bool, also=("night-stall", "The Night Stall"))
    assert ranked([goal], "night stall") == [(goal, ())]
    assert ranked([goal], "夜") == [(goal, (0,))]


def test_no_two_commands_share_a_key(opened: Stage) -> None:
    own = [keys.toString() for action in opened.window.actions() for keys in action.shortcuts()]
    assert len(own) == len(set(own))


# -- notices and jobs ---------------------------------------------------------------------


def test_an_error_is_said_with_what_to_do_until_it_is_closed(stage: Stage) -> None:
    stage.notices.failed(BadValue("The size is 0.", hint="Use 1 or more."))
    assert stage.notice == "The size is 0. Use 1 or more."
    stage.notices.failed(BadValue("Another."))
    assert stage.notice == "Another."


def test_a_short_word_is_said_in_the_strip(stage: Stage) -> None:
    stage.notices.say("Saved")
    strip = stage.window.findChild(JobStrip)
    assert strip is not None
    assert "Saved" in [label.text() for label in strip.findChildren(QLabel)]


def test_what_wants_a_look_and_what_is_ready_stands_at_the_right(stage: Stage) -> None:
    strip = stage.window.strip
    assert strip.tally.isHidden()
    stage.pages[1].tallied.emit(3, 41)
    assert strip.tally.text() == "▲ 3   ✓ 41"
    assert strip.tally.accessibleName() == "3 outputs with findings, 41 ready"
    stage.pages[1].tallied.emit(0, 0)
    assert strip.tally.isHidden()


def test_the_name_is_typed_in_the_top_bar(qtbot: QtBot, opened: Stage) -> None:
    opened.action("campaign-rename").trigger()
    field = opened.window._top._field
    qtbot.keyClicks(field, "Big Lights")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert opened.session.project.campaign.name == "Big Lights"
    opened.action("campaign-rename").trigger()
    qtbot.keyClicks(field, "Other")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert opened.session.project.campaign.name == "Big Lights"
    assert field.isHidden()


def _slow(progress: Progress) -> None:
    while True:
        progress.report(0.25, "Half asleep")


def test_a_job_is_seen_and_can_be_stopped(qtbot: QtBot, stage: Stage) -> None:
    strip = stage.window.findChild(JobStrip)
    assert strip is not None
    job = stage.jobs.start("Sleeping", _slow)

    def texts() -> str:
        return " ".join(label.text() for label in strip.findChildren(QLabel))

    qtbot.waitUntil(lambda: "Sleeping: Half asleep" in texts() and "25%" in texts())
    with qtbot.waitSignal(job.stopped):
        qtbot.mouseClick(strip._stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Sleeping" not in texts())
