"""The start page: what it offers, begins and remembers."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from studio.core.places import config_folder
from studio.core.progress import Progress
from tests.ui.framed import Copies, Stage
from ui.campaign.begin import NewCampaign
from ui.start import sampling


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
