"""Find and replace on the Subtitles page, by keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from tests.ui.subs.conftest import CHINESE, ENGLISH, Stage
from ui.subs.cells import _on_lines
from ui.subs.model import TEXT_A, TEXT_B

RETURN, CTRL, SHIFT = (
    Qt.Key.Key_Return,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def _says(stage: Stage) -> str:
    return stage.page._replacing.bar.says


def _at(stage: Stage) -> tuple[int, int]:
    index = stage.page.grid.currentIndex()
    return index.row(), index.column()


def _open(stage: Stage, word: str, key: Qt.Key = Qt.Key.Key_F) -> None:
    stage.go_to(0)
    stage.key(key, CTRL)
    field = stage.focused
    assert isinstance(field, QLineEdit)
    # As an input method does: keys of a test have no Chinese.
    field.insert(word)
    stage.wait(lambda: bool(_says(stage)))


def test_places_are_counted_gone_through_and_marked(stage: Stage) -> None:
    _open(stage, "the")
    stage.wait(lambda: _says(stage) == "2 places")
    stage.key(RETURN)
    assert (_at(stage), _says(stage)) == ((1, TEXT_B), "1 of 2")
    stage.key(RETURN)
    assert (_at(stage), _says(stage)) == ((3, TEXT_B), "2 of 2")
    stage.key(RETURN)
    assert _at(stage) == (1, TEXT_B)
    stage.key(RETURN, SHIFT)
    assert _at(stage) == (3, TEXT_B)
    assert stage.page.grid._lines.marks == {(1, 2): [(0, 3)], (1, 4): [(0, 3)]}
    stage.key(Qt.Key.Key_Escape)
    assert stage.page.grid._lines.marks == {}
    assert stage.focused is stage.page.grid


def test_the_keys_reach_the_cues_again_and_go_on_from_there(stage: Stage) -> None:
    _open(stage, "灯")
    stage.wait(lambda: _says(stage) == "2 places")
    stage.go_to(1)
    stage.key(Qt.Key.Key_F3)
    assert _at(stage) == (3, TEXT_A)
    stage.key(Qt.Key.Key_F3, SHIFT)
    assert _at(stage) == (0, TEXT_A)


def test_one_place_after_the_other_is_replaced_and_undone(stage: Stage) -> None:
    _open(stage, "The", Qt.Key.Key_H)
    stage.key(Qt.Key.Key_Tab)
    by = stage.page.findChild(QLineEdit, "subs-find-by")
    assert by is not None
    by.setFocus()
    stage.type("the The")
    stage.wait(lambda: _says(stage) == "2 places")
    stage.key(RETURN)
    assert stage.texts(1) == [text for _, _, text in ENGLISH]
    stage.key(RETURN)
    assert stage.texts(1)[1] == "the The last bus"
    assert _at(stage) == (3, TEXT_B)
    stage.key(RETURN)
    assert stage.texts(1)[3] == "the The lighthouse"
    stage.session.undo()
    stage.session.undo()
    assert stage.texts(1) == [text for _, _, text in ENGLISH]


def test_all_are_replaced_in_both_languages_as_one_step(stage: Stage) -> None:
    _open(stage, "a", Qt.Key.Key_H)
    word, regex, every = (
        stage.page.findChild(kind, f"subs-find-{name}")
        for kind, name in ((QLineEdit, "word"), (QPushButton, "regex"), (QPushButton, "all"))
    )
    assert isinstance(word, QLineEdit)
    assert isinstance(regex, QPushButton)
    assert isinstance(every, QPushButton)
    regex.click()
    word.setText("(大)|lamp")
    by = stage.page.findChild(QLineEdit, "subs-find-by")
    assert by is not None
    by.setText("<$1>")
    stage.wait(lambda: _says(stage) == "2 places")
    with stage.qtbot.waitSignal(stage.page._notices.said) as said:
        every.click()
    assert stage.texts(0)[0] == "灯不<大>，\n够一个人回家。"
    assert stage.texts(1)[0] == "A small <>."
    assert said.args == ["Replaced 2 places in 2 cues."]
    stage.session.undo()
    assert stage.texts(0) == [text for _, _, text in CHINESE]
    assert stage.texts(1) == [text for _, _, text in ENGLISH]


def test_what_is_found_follows_the_texts(stage: Stage) -> None:
    _open(stage, "lamp")
    stage.wait(lambda: _says(stage) == "1 place")
    stage.go_to(3, TEXT_B)
    stage.key(RETURN)
    stage.type("A lamp")
    stage.key(RETURN)
    stage.wait(lambda: _says(stage) == "2 places")


def test_a_pattern_that_cannot_be_says_why_and_one_without_end_is_stopped(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.subs.replacing._PATIENCE", 3.0)
    _open(stage, "x")
    regex = stage.page.findChild(QPushButton, "subs-find-regex")
    word = stage.page.findChild(QLineEdit, "subs-find-word")
    assert regex is not None
    assert word is not None
    regex.click()
    word.setText("(a")
    stage.wait(lambda: "cannot be" in _says(stage))
    word.setText(r"(\w+\s?)+[^\s\w.]x")
    track = stage.page.track(1)
    assert track is not None
    long = "so it goes on and on and on and never comes to any end at all"
    stage.page._editing.type_text(1, track.cues[0].id, long)
    stage.qtbot.waitUntil(lambda: _says(stage) == "This pattern takes too long.", timeout=30_000)


def test_marks_stand_on_the_lines_as_they_are_painted() -> None:
    text = "The night\nis wide and long"
    assert list(_on_lines(text, ["The night", "is wide", "and lo…"], [(4, 12)])) == [
        (0, 4, 9),
        (1, 0, 2),
    ]
    assert list(_on_lines(text, ["The night", "is wide", "and lo…"], [(18, 26)])) == [(2, 0, 6)]
