"""Cues shifted and stretched by figures, copied, and pasted over others; in real dialogs."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from studio.core.errors import CannotRead
from studio.subs.cue import Cue
from tests.ui.subs.conftest import CHINESE, ENGLISH, Stage
from ui.subs.model import TEXT_A, TEXT_B
from ui.subs.pasting import cues_in
from ui.subs.retiming import RATES, RetimeDialog

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
TIMES = ([times[:2] for times in CHINESE], [times[:2] for times in ENGLISH])


def answer(does: Callable[[RetimeDialog], object]) -> None:
    """Do something in the dialog once it is there."""

    def look() -> None:
        shown = QApplication.activeModalWidget()
        if isinstance(shown, RetimeDialog):
            does(shown)
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(0, look)


def asked(stage: Stage, does: Callable[[RetimeDialog], object]) -> None:
    answer(does)
    stage.key(Qt.Key.Key_A, CONTROL | SHIFT)


def both_sides(stage: Stage) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    return stage.times(0), stage.times(1)


def test_both_languages_are_shifted_as_one_step(stage: Stage) -> None:
    def set_it(dialog: RetimeDialog) -> None:
        assert dialog.which.currentText() == "Both languages"
        assert not dialog._go.isEnabled()
        stage.qtbot.keyClicks(dialog.by, "1.25")
        stage.qtbot.keyClick(dialog.by, Qt.Key.Key_Return)
        if dialog.isVisible():
            dialog._go.click()

    stage.go_to(0)
    asked(stage, set_it)
    for side in (0, 1):
        assert stage.times(side) == [(a + 1250, b + 1250) for a, b in TIMES[side]]
    stage.session.undo()
    assert both_sides(stage) == TIMES


def test_one_language_is_stretched_and_its_links_know_how(stage: Stage) -> None:
    def set_it(dialog: RetimeDialog) -> None:
        dialog.which.setCurrentText("All of English")
        dialog.made_for.setCurrentIndex(RATES.index(Fraction(25)))
        dialog.shown_at.setCurrentIndex(RATES.index(Fraction(24)))
        dialog._go.click()

    stage.go_to(0)
    asked(stage, set_it)
    assert stage.times(1) == [(round(a * 25 / 24), round(b * 25 / 24)) for a, b in TIMES[1]]
    assert stage.times(0) == TIMES[0]
    linked = stage.session.project.linked("lamp", "zh-Hans", "en")
    assert linked is not None
    assert linked.pairing.speed == Fraction(24, 25)


def test_the_selected_cues_alone_are_meant_first_and_none_goes_before_the_film(
    stage: Stage,
) -> None:
    said: list[str] = []

    def set_it(dialog: RetimeDialog) -> None:
        said.append(dialog.which.currentText())
        dialog.by.setValue(-5)
        said.append(dialog.fault)
        assert not dialog._go.isEnabled()
        dialog.by.setValue(0.1)
        dialog._go.click()

    stage.go_to(1, TEXT_B)
    stage.key(Qt.Key.Key_Down, SHIFT)
    asked(stage, set_it)
    assert said == [
        "The selected 2 cues in English",
        "The first cue would begin 3.400 s before the film.",
    ]
    assert stage.times(1)[1:3] == [(1700, 2050), (2100, 2500)]
    assert stage.times(1)[0] == TIMES[1][0]


def test_texts_are_copied_and_pasted_over_as_one_step(stage: Stage) -> None:
    stage.go_to(0, TEXT_B)
    stage.key(Qt.Key.Key_Down, SHIFT)
    stage.key(Qt.Key.Key_C, CONTROL)
    clipboard = QApplication.clipboard()
    assert clipboard.text().startswith("1\n00:00:00,500 --> 00:00:01,500\nA small lamp.\n")
    stage.go_to(2, TEXT_B)
    stage.key(Qt.Key.Key_V, CONTROL | SHIFT)
    assert stage.texts(1)[2:] == ["A small lamp.", "The last bus"]
    assert stage.times(1) == TIMES[1]
    stage.key(Qt.Key.Key_Z, CONTROL)
    assert stage.texts(1) == [text for _, _, text in ENGLISH]


def test_more_than_there_is_room_for_is_not_pasted(stage: Stage) -> None:
    QApplication.clipboard().setText("one\ntwo\nthree")
    stage.go_to(3, TEXT_A)
    stage.key(Qt.Key.Key_V, CONTROL | SHIFT)
    assert stage.texts(0) == [text for _, _, text in CHINESE]
    assert "3 are to be pasted over 1" in stage.notices[-1].text


def test_what_a_clipboard_holds_is_cues_paragraphs_or_lines() -> None:
    assert cues_in("one\ntwo") == (Cue(1, 0, 0, "one"), Cue(2, 0, 0, "two"))
    assert [cue.text for cue in cues_in("one\nmore\r\n\r\n two ")] == ["one\nmore", " two "]
    (cue,) = cues_in("WEBVTT\n\n00:01.000 --> 00:02.000\nHi")
    assert (cue.start, cue.end, cue.text) == (1000, 2000, "Hi")
    assert cues_in("") == ()
    with pytest.raises(CannotRead):
        cues_in("1\n00:00:01,000 --> 00:00:02,000\nHi\n\n2\n00:00:0x,000 --> 00:00:04,000\nlost")
