"""Cards, cuts and music of a film: set in a dialog, taken over as one step, never rounded."""

from __future__ import annotations

import wave
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from studio.campaign.document import PosterEntry
from studio.campaign.reel_entry import CardEntry, MusicEntry, ReelEntry
from studio.core.limits import within
from tests.ui.film.conftest import Stage, lamp, run, stage
from tests.ui.looking import faults
from ui.reel.dialog import ReelDialog
from ui.widgets.language import language_now, set_language

__all__ = ["lamp", "stage"]

FULL = ReelEntry(
    cuts=("00:00:00.500-00:00:01", "24f-48f"),
    join=0.12345,
    opening=CardEntry(poster="lamp", seconds=1.5, fade=0.25, push=4.0),
    ending=CardEntry(picture="end.png", seconds=2.0, focus=(1 / 3, 0.25)),
    music=MusicEntry("song.wav", -14.5, 9.0, 0.1, 0.8, 1.5),
    slate={"Client": "Small Lights", "Clock number": "SML/NGST001/030"},
)


@pytest.fixture
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that is not the campaign's."""
    return tmp_path_factory.mktemp("elsewhere")


def opened(stage: Stage) -> ReelDialog:
    run(stage, "film-reel")
    found = stage.page.findChildren(ReelDialog)[-1]
    assert isinstance(found, ReelDialog)
    return found


def with_reel(stage: Stage, reel: ReelEntry) -> None:
    def changed(project):
        film = project.campaign.film("lamp")
        posters = film.posters or (PosterEntry("lamp", "quiet-line"),)
        film = replace(film, posters=posters, reel=reel)
        return project.with_campaign(project.campaign.with_film(film))

    stage.session.apply("Set", changed)


def press(qtbot: QtBot, dialog: ReelDialog) -> None:
    go = dialog.findChild(QPushButton, "reel-apply")
    assert go is not None
    assert go.isEnabled(), dialog.fault
    qtbot.mouseClick(go, Qt.MouseButton.LeftButton)


def reel_of(stage: Stage) -> ReelEntry:
    return stage.session.project.campaign.film("lamp").reel


def test_what_is_set_is_shown_and_stays_to_the_last_digit(qtbot: QtBot, lamp: Stage) -> None:
    with_reel(lamp, FULL)
    steps = lamp.session.history.undo_label
    dialog = opened(lamp)
    assert dialog._typed == FULL
    press(qtbot, dialog)
    assert reel_of(lamp) == FULL
    assert lamp.session.history.undo_label == steps


def test_it_is_set_with_the_hands_in_one_step(
    qtbot: QtBot, lamp: Stage, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_reel(lamp, ReelEntry())
    before = lamp.session.project
    lamp.page.player.seek(Fraction(1, 2))
    lamp.page.player._deck.marks = (Fraction(1, 2), Fraction(3, 2))
    picture, song = elsewhere / "end.png", elsewhere / "song.wav"
    Image.new("RGB", (64, 36), "navy").save(picture)
    with wave.open(str(song), "wb") as sound:
        sound.setparams((1, 2, 48_000, 0, "NONE", ""))
        sound.writeframes(bytes(9600))
    dialog = opened(lamp)
    box = dialog.findChild(QComboBox, "reel-opening")
    assert [box.itemText(row) for row in range(box.count())] == ["None", "lamp", "A picture…"]
    assert not dialog.opening.seconds.isEnabled()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert dialog.opening.seconds.isEnabled()
    dialog.opening.seconds.selectAll()
    qtbot.keyClicks(dialog.opening.seconds, "4.5")
    end = dialog.findChild(QComboBox, "reel-ending")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(picture), ""))
    qtbot.keyClick(end, Qt.Key.Key_End)
    assert end.currentText() == "end.png"
    dialog.ending.across.setValue(25)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(song), ""))
    take = next(
        one for one in dialog.findChildren(QPushButton) if one.accessibleName() == "Choose: Music"
    )
    qtbot.mouseClick(take, Qt.MouseButton.LeftButton)
    marked = dialog.findChild(QPushButton, "reel-add-marked")
    qtbot.mouseClick(marked, Qt.MouseButton.LeftButton)
    assert "end.png" in dialog._told.text()
    assert "song.wav" in dialog._told.text()
    press(qtbot, dialog)
    # What is being copied is not changed meanwhile.
    assert not dialog.is_working or not (dialog.opening.isEnabled() or dialog.music.isEnabled())
    qtbot.waitUntil(lambda: reel_of(lamp) != ReelEntry(), timeout=20_000)
    assert reel_of(lamp) == ReelEntry(
        cuts=("00:00:00.500-00:00:01.500",),
        opening=CardEntry(poster="lamp", seconds=4.5),
        ending=CardEntry(picture="reel/end.png", focus=(0.25, 0.5)),
        music=MusicEntry("reel/song.wav"),
    )
    folder = lamp.session.folder
    assert folder is not None
    assert (folder / "reel" / "end.png").read_bytes() == picture.read_bytes()
    lamp.session.undo()
    assert lamp.session.project == before


def test_what_lies_elsewhere_already_stays_there(qtbot: QtBot, lamp: Stage) -> None:
    reel = ReelEntry(ending=CardEntry(picture="../away.png"))
    with_reel(lamp, reel)
    dialog = opened(lamp)
    dialog.ending.seconds.setValue(9)
    assert dialog._told.isHidden()
    press(qtbot, dialog)
    assert reel_of(lamp).ending == CardEntry(picture="../away.png", seconds=9)


def test_tab_goes_through_the_dialog_and_back_to_its_start(qtbot: QtBot, lamp: Stage) -> None:
    with_reel(lamp, FULL)
    dialog = opened(lamp)
    qtbot.waitExposed(dialog)
    first = dialog.findChild(QComboBox, "reel-opening")
    first.setFocus()
    met = []
    for _ in range(60):
        met.append(dialog.focusWidget())
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        if dialog.focusWidget() is first:
            break
    assert dialog.focusWidget() is first
    wanted = {dialog.cuts.text, dialog.slate.table, dialog.music.level, dialog.ending.across}
    assert wanted <= set(met)
    dialog.reject()


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("00:00:01", "is not a range"),
        ("00:00:01-00:00:00.5", "ends before it begins"),
        ("00:00:01-00:59:00", "goes beyond the film"),
        ("one-two", "is not a time"),
        ("00:00:00–00:00:01\n\n 24f - 36f ", ""),
    ],
)
def test_a_part_that_cannot_be_is_said_and_stays(
    qtbot: QtBot, lamp: Stage, typed: str, fault: str
) -> None:
    dialog = opened(lamp)
    dialog.cuts.text.setPlainText(typed)
    go = dialog.findChild(QPushButton, "reel-apply")
    assert go.isEnabled() == (not fault)
    assert fault in dialog.fault
    assert dialog.cuts.text.toPlainText() == typed
    if not fault:
        press(qtbot, dialog)
        assert reel_of(lamp).cuts == ("00:00:00-00:00:01", "24f - 36f")
    else:
        dialog.reject()


def test_rows_of_the_slate_need_a_label_of_their_own(lamp: Stage) -> None:
    dialog = opened(lamp)
    table = dialog.slate.table
    table.item(0, 1).setText("Small Lights")
    assert "no label" in dialog.fault
    table.item(0, 0).setText("Client")
    assert dialog.fault == ""
    table.item(3, 0).setText("Client")
    assert "same label" in dialog.fault
    table.item(3, 0).setText("Agency")
    table.item(3, 1).setText("x" * 201)
    assert "longer than 200" in dialog.fault
    dialog.reject()


def test_the_film_alone_takes_everything_away(qtbot: QtBot, lamp: Stage) -> None:
    with_reel(lamp, FULL)
    dialog = opened(lamp)
    dialog._clear()
    assert reel_of(lamp) == FULL
    press(qtbot, dialog)
    assert reel_of(lamp) == ReelEntry()
    lamp.session.undo()
    assert reel_of(lamp) == FULL


def test_a_poster_that_went_is_said(lamp: Stage) -> None:
    with_reel(lamp, ReelEntry(opening=CardEntry(poster="gone")))
    dialog = opened(lamp)
    assert dialog.opening._box.currentText() == "gone, which is not there any more"
    assert dialog._typed.opening == CardEntry(poster="gone")
    dialog.reject()


def test_a_file_that_cannot_be_copied_is_said_and_nothing_changes(
    qtbot: QtBot, lamp: Stage, elsewhere: Path
) -> None:
    one = elsewhere / "end.png"
    Image.new("RGB", (64, 36), "navy").save(one)
    dialog = opened(lamp)
    dialog.ending.take_picture(one)
    one.unlink()
    press(qtbot, dialog)
    qtbot.waitUntil(lambda: bool(dialog.fault), timeout=20_000)
    assert dialog.isVisible()
    assert reel_of(lamp) == ReelEntry()
    dialog.reject()


def test_the_fields_have_the_bounds_of_the_file(lamp: Stage) -> None:
    """What a field lets somebody set, the document takes."""
    dialog = opened(lamp)
    dialog.opening.take_picture(Path("x.png"))
    dialog.music.take("x.wav")
    figures = [
        *(getattr(dialog.opening, name) for name in ("seconds", "fade", "push", "across", "down")),
        *(getattr(dialog.music, name) for name in ("level", "duck", "attack", "release", "fade")),
        dialog.cuts.join,
    ]
    for end in ("minimum", "maximum"):
        for one in figures:
            one.setValue(getattr(one, end)())
            within("figure", one.exact, one.minimum(), one.maximum())
        assert isinstance(dialog._typed, ReelEntry)
    dialog.reject()


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
@pytest.mark.parametrize("reel", [ReelEntry(), FULL])
def test_it_stands_a_careful_look(
    qtbot: QtBot, lamp: Stage, language: str, reel: ReelEntry
) -> None:
    with_reel(lamp, reel)
    before = language_now()
    set_language(language)
    try:
        dialog = opened(lamp)
        qtbot.wait(200)
        assert faults(dialog) == []
        # With the fault of a long line, and with files that are still elsewhere.
        dialog.cuts.text.setPlainText("00:00:01-00:59:00")
        dialog.ending.take_picture(Path("/somewhere/else/a picture of the last lamp.png"))
        qtbot.wait(200)
        assert faults(dialog) == []
        dialog.reject()
    finally:
        set_language(before)
