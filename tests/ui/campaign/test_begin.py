"""A folder of films becomes a campaign by a few keys; what cannot be read is left out and said."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from studio.campaign.file import load_campaign
from ui.campaign.begin import NewCampaign
from ui.jobs import Jobs

SRT = "1\n00:00:01,000 --> 00:00:02,000\n{}\n"


def folder_of(place: Path, film: Path) -> Path:
    place.mkdir()
    (place / "night-stall.mp4").write_bytes(film.read_bytes())
    (place / "broken.mp4").write_bytes(b"no film at all")
    (place / "night-stall.ko.srt").write_text(SRT.format("안녕"), "utf-8")
    return place


def test_a_folder_becomes_a_campaign(
    qtbot: QtBot, jobs: Jobs, tmp_path: Path, drawn_path: Path
) -> None:
    folder = folder_of(tmp_path / "small-lights", drawn_path)
    dialog = NewCampaign(jobs, None, [folder])
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: len(dialog.rows) == 2, timeout=20_000)
    assert dialog.name.text() == "Small Lights"
    assert [market.id for market in dialog.markets.markets] == ["kr"]
    qtbot.waitUntil(lambda: not dialog.rows[0].taken, timeout=60_000)
    assert [film.path.stem for film in dialog.wish.films] == ["night-stall"]
    dialog.rows[1].title.setText("The Night Stall")
    with qtbot.waitSignal(dialog.made, timeout=20_000):
        qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    made = load_campaign(folder / "campaign.toml")
    assert dialog.path == folder / "campaign.toml"
    assert (made.name, [film.title for film in made.films]) == (
        "Small Lights",
        [{"en": "The Night Stall"}],
    )
    assert [track.language for track in made.films[0].tracks] == ["ko"]


def test_films_from_elsewhere_are_copied_to_the_place(
    qtbot: QtBot, jobs: Jobs, tmp_path: Path, drawn_path: Path
) -> None:
    folder = folder_of(tmp_path / "disk", drawn_path)
    dialog = NewCampaign(jobs, None, [folder / "night-stall.mp4"])
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: len(dialog.rows) == 1, timeout=20_000)
    dialog.set_place(tmp_path / "campaigns" / "lights")
    dialog.name.selectAll()
    qtbot.keyClicks(dialog.name, "Mine")
    dialog.create_it()
    qtbot.waitUntil(lambda: dialog.path is not None, timeout=20_000)
    made = load_campaign(tmp_path / "campaigns" / "lights" / "campaign.toml")
    assert made.name == "Mine"
    assert made.films[0].source == "films/night-stall.mp4"
    assert (folder / "night-stall.mp4").exists()


def test_what_is_wrong_is_said_and_nothing_is_made(
    qtbot: QtBot, jobs: Jobs, tmp_path: Path, drawn_path: Path
) -> None:
    folder = folder_of(tmp_path / "disk", drawn_path)
    dialog = NewCampaign(jobs)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.create_it()
    assert not dialog.is_working
    dialog.take([tmp_path / "notes.txt"])
    assert dialog.fault
    dialog.take([folder / "night-stall.mp4"])
    qtbot.waitUntil(lambda: len(dialog.rows) == 1, timeout=20_000)
    assert not dialog.fault
    dialog.markets.tick(())
    assert "market" in dialog.fault
    dialog.markets.tick(["cn"])
    (folder / "campaign.toml").write_text("mine", "utf-8")
    dialog.set_place(folder)
    assert "already" in dialog.fault
    dialog.create_it()
    assert (folder / "campaign.toml").read_text("utf-8") == "mine"
    dialog.rows[0].removed.emit(dialog.rows[0])
    assert dialog.rows == []
    dialog.reject()
