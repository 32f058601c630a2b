"""One gate: nothing is asked without need, nothing is lost, every way out goes through it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from studio.campaign.project_file import open_project
from tests.ui.framed import Copies, Stage
from ui.documents.gate import CANCEL, DISCARD, SAVE


def test_nothing_is_asked_when_nothing_would_be_lost(opened: Stage, answers: list[int]) -> None:
    assert opened.documents.may_leave()


def test_cancel_at_the_gate_keeps_window_and_changes(opened: Stage, answers: list[int]) -> None:
    opened.rename("Big Lights")
    answers.append(CANCEL)
    event = QCloseEvent()
    opened.window.closeEvent(event)
    assert not event.isAccepted()
    assert opened.session.project.campaign.name == "Big Lights"


def test_discard_at_the_gate_leaves_the_file(opened: Stage, answers: list[int]) -> None:
    path = opened.session.path
    assert path is not None
    before = path.read_bytes()
    opened.rename("Big Lights")
    answers.append(DISCARD)
    opened.action("close").trigger()
    assert not opened.session.is_open
    assert path.read_bytes() == before


def test_save_at_the_gate_writes_first(opened: Stage, answers: list[int]) -> None:
    path = opened.session.path
    assert path is not None
    opened.rename("Big Lights")
    answers.append(SAVE)
    opened.documents.close()
    assert open_project(path).project.campaign.name == "Big Lights"


def test_a_save_that_fails_at_the_gate_stays(
    stage: Stage,
    film_folder: Copies,
    answers: list[int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stage.drop(*film_folder("lamp.mp4"))
    answers.append(SAVE)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    stage.documents.close()
    assert stage.session.is_open


@pytest.mark.parametrize("way", ["new", "open", "close", "drop"])
def test_every_way_out_goes_through_the_gate(
    opened: Stage,
    film_folder: Copies,
    answers: list[int],
    monkeypatch: pytest.MonkeyPatch,
    way: str,
) -> None:
    path = opened.session.path
    assert path is not None
    names = [str(film) for film in film_folder("bus.mp4")]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (names, ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    opened.rename("Big Lights")
    answers.append(CANCEL)
    if way == "drop":
        opened.drop(path)
    else:
        opened.action(way).trigger()
    assert answers == []
    assert opened.session.project.campaign.name == "Big Lights"


def test_the_title_tells_what_is_unsaved(qtbot: QtBot, opened: Stage) -> None:
    assert opened.window.windowTitle().endswith(" – Lobbycard")
    assert "*" not in opened.window.windowTitle()
    opened.rename("Big Lights")
    assert opened.window.windowTitle() == "Big Lights* – Lobbycard"
    opened.action("save").trigger()
    # Saved behind the window: the mark goes once it is on the disk.
    qtbot.waitUntil(lambda: opened.window.windowTitle() == "Big Lights – Lobbycard", timeout=10_000)


def test_a_first_save_asks_for_a_place(
    stage: Stage, film_folder: Copies, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.drop(*film_folder("lamp.mp4"))
    path = tmp_path / "campaign.toml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    stage.action("save").trigger()
    assert open_project(path).project == stage.session.project
    assert not stage.session.unsaved


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
