"""The frame of the window: files dropped on it, undo, pages, notices."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from studio.campaign.project import Project
from studio.core.errors import BadValue
from studio.core.progress import Progress
from tests.ui.framed import Copies, Stage
from ui.documents import bringing
from ui.shell.drops import film_for, said_of, sort
from ui.shell.strip import JobStrip


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


def test_a_folder_named_at_the_start_brings_its_subtitles(
    stage: Stage, film_folder: Copies
) -> None:
    (film,) = film_folder("lamp.mp4")
    track = film.with_name("lamp.en.srt")
    track.write_text("1\n00:00:01,000 --> 00:00:02,000\nA small lamp.\n", encoding="utf-8")
    stage.documents.dropped([str(film.parent)])
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


def test_what_cannot_be_added_is_said_and_changes_nothing(opened: Stage) -> None:
    before, folder = opened.session.project, opened.session.folder
    assert folder is not None
    opened.drop(folder / "lamp.mp4")
    assert "is already in the campaign" in opened.notice
    assert opened.session.project is before


@pytest.fixture
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("elsewhere")


def _agree(monkeypatch: pytest.MonkeyPatch, answer: int | None) -> list[str]:
    asked: list[str] = []

    def ask(_parent: object, _title: str, text: str, *_: object) -> int | None:
        asked.append(text)
        return answer

    monkeypatch.setattr(bringing, "ask", ask)
    return asked


def test_a_film_from_elsewhere_is_copied_and_added_with_its_subtitles(
    qtbot: QtBot, opened: Stage, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, asked = opened.session.folder, _agree(monkeypatch, 1)
    assert folder is not None
    (elsewhere / "bus.mp4").write_bytes(b"a film")
    _subtitles(elsewhere / "bus.en.srt")
    opened.drop(elsewhere / "bus.mp4", elsewhere / "bus.en.srt")
    qtbot.waitUntil(lambda: len(opened.session.project.campaign.films) == 2)
    assert ["“bus.mp4”" in text for text in asked] == [True]
    film = opened.session.project.campaign.film("bus")
    assert (film.source, film.tracks[0].file) == ("films/bus.mp4", "subtitles/bus.en.srt")
    assert (folder / film.source).read_bytes() == b"a film"
    assert (elsewhere / "bus.mp4").is_file()


def test_nothing_is_copied_that_nobody_agreed_to(
    opened: Stage, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, folder = opened.session.project, opened.session.folder
    assert folder is not None
    _agree(monkeypatch, None)
    (elsewhere / "bus.mp4").write_bytes(b"a film")
    opened.drop(elsewhere / "bus.mp4")
    assert opened.session.project is before
    assert not opened.jobs.running
    assert not (folder / "films").exists()


def test_subtitles_from_elsewhere_are_copied_and_those_that_cannot_be_used_leave_nothing(
    opened: Stage, elsewhere: Path
) -> None:
    folder = opened.session.folder
    assert folder is not None
    _subtitles(elsewhere / "lamp.en.srt")
    opened.drop(elsewhere / "lamp.en.srt")
    assert opened.session.project.tracks["lamp", "en"].cues[0].text == "A small lamp."
    assert (folder / "subtitles" / "lamp.en.srt").is_file()
    (elsewhere / "lamp.fr.srt").write_text("no cue at all", encoding="utf-8")
    before = opened.session.project
    opened.drop(elsewhere / "lamp.fr.srt")
    assert opened.notice
    assert opened.session.project is before
    assert not (folder / "subtitles" / "lamp.fr.srt").exists()


def _subtitles(path: Path) -> None:
    path.write_text("1\n00:00:01,000 --> 00:00:02,000\nA small lamp.\n", encoding="utf-8")


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


def test_no_two_commands_share_a_key(opened: Stage) -> None:
    own = [keys.toString() for action in opened.window.actions() for keys in action.shortcuts()]
    assert len(own) == len(set(own))


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
