"""Review on the page: states and notes by keys, who and when, steps, counts, undo."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from studio.campaign.project_file import open_project
from tests.ui.subs.conftest import Stage
from ui.settings import Settings
from ui.subs.model import TEXT_A, TEXT_B
from ui.subs.note_dialog import NoteDialog
from ui.widgets.dialogs import Dialog

ALT = Qt.KeyboardModifier.AltModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
F9 = Qt.Key.Key_F9


@pytest.fixture
def named(stage: Stage) -> Stage:
    Settings().set("review/name", "Mia")
    return stage


def answer(does: Callable[[Dialog], object], kind: type[Dialog] = Dialog) -> None:
    """Once a dialog stands there."""

    def look() -> None:
        # The one that is asking: a window of an earlier test may still be seen.
        shown = QApplication.activeModalWidget()
        if not isinstance(shown, kind):
            QTimer.singleShot(20, look)
            return
        try:
            does(shown)
        finally:
            # One that stays open would wait for ever.
            if shown.isVisible():
                shown.reject()

    QTimer.singleShot(0, look)


def back_in_the_window(stage: Stage) -> None:
    """As a desktop does it when a dialog has gone."""
    stage.window.activateWindow()
    stage.wait(stage.page.grid.hasFocus)


def states(stage: Stage, side: int) -> dict[int, str]:
    language = stage.page.languages[side]
    review = stage.session.project.review("lamp", language)
    return {one.cue.id: one.state for one in review.marks}


def test_the_name_is_asked_once_and_stands_with_the_time(stage: Stage) -> None:
    def give(dialog: Dialog) -> None:
        field = dialog.findChild(QLineEdit)
        assert field is not None
        stage.qtbot.keyClicks(field, "Mia")
        stage.qtbot.keyClick(field, Qt.Key.Key_Return)

    stage.go_to(0, TEXT_B)
    answer(give)
    stage.key(Qt.Key.Key_4, CTRL | SHIFT)
    stage.wait(lambda: states(stage, 1) == {1: "approved"})
    back_in_the_window(stage)
    stage.go_to(1, TEXT_B)
    stage.key(Qt.Key.Key_3, CTRL | SHIFT)
    (one, other) = stage.session.project.review("lamp", "en").marks
    assert (one.who, other.who, other.state) == ("Mia", "Mia", "reviewed")
    assert one.when.endswith("Z")


def test_all_selected_cues_of_one_language_are_one_step(named: Stage) -> None:
    named.go_to(0, TEXT_A)
    named.key(Qt.Key.Key_Down, SHIFT)
    named.key(Qt.Key.Key_2, CTRL | SHIFT)
    assert states(named, 0) == {1: "translated", 2: "translated"}
    assert states(named, 1) == {}
    history = named.session.history
    assert history is not None
    assert str(history.steps[history.position].label) == "2 cues: Translated"
    named.session.undo()
    assert states(named, 0) == {}
    named.session.redo()
    named.key(Qt.Key.Key_1, CTRL | SHIFT)
    assert states(named, 0) == {2: "translated"}


def test_what_was_approved_and_then_changed_is_seen_counted_and_found(named: Stage) -> None:
    page = named.page
    for row in range(4):
        named.go_to(row, TEXT_B)
        named.key(Qt.Key.Key_4, CTRL | SHIFT)
    assert page._head.share.whole == "approved 0/3 · 4/4"
    assert page._head.stale.text() == ""
    cue = page.model.cue(2, 1)
    assert cue is not None
    named.go_to(2, TEXT_B)
    named.key(Qt.Key.Key_Return)
    named.type("has gone")
    named.key(Qt.Key.Key_Return)
    assert page._head.stale.text() == "1 changed"
    assert page.model.signs(1)[cue.id].is_stale
    assert "Changed since then" in page.model.index(2, TEXT_B).data(Qt.ItemDataRole.ToolTipRole)
    named.go_to(0, TEXT_A)
    named.key(F9, SHIFT)
    here = page.grid.currentIndex()
    assert (here.row(), here.column()) == (2, TEXT_B)
    named.key(Qt.Key.Key_4, CTRL | SHIFT)
    assert page._head.stale.text() == ""


def test_approve_and_go_on_goes_from_open_cue_to_open_cue(named: Stage) -> None:
    named.go_to(0, TEXT_A)
    for _ in range(7):
        named.key(F9, ALT)
    assert set(states(named, 0).values()) == set(states(named, 1).values()) == {"approved"}
    assert (len(states(named, 0)), len(states(named, 1))) == (3, 4)
    said: list[str] = []
    named.page._notices.said.connect(lambda text, *_: said.append(str(text)))
    named.key(F9)
    assert said == ["There is none."]


def test_a_note_is_written_read_and_taken_away(named: Stage) -> None:
    page = named.page

    def write(dialog: Dialog) -> None:
        assert isinstance(dialog, NoteDialog)
        composing = QInputMethodEvent("wen", [])
        QApplication.sendEvent(dialog.field, composing)
        committed = QInputMethodEvent()
        committed.setCommitString("问导演")
        QApplication.sendEvent(dialog.field, committed)
        named.qtbot.keyClick(dialog.field, Qt.Key.Key_Return, CTRL)

    named.go_to(1, TEXT_B)
    answer(write, NoteDialog)
    named.key(Qt.Key.Key_B, CTRL | SHIFT)
    (one,) = named.session.project.review("lamp", "en").marks
    assert (one.note, one.state, one.who) == ("问导演", "draft", "Mia")
    assert "问导演" in page.model.index(1, TEXT_B).data(Qt.ItemDataRole.ToolTipRole)
    back_in_the_window(named)
    named.go_to(0, TEXT_A)
    named.key(F9, CTRL)
    assert (page.grid.currentIndex().row(), page.grid.currentIndex().column()) == (1, TEXT_B)

    def clear(dialog: Dialog) -> None:
        assert isinstance(dialog, NoteDialog)
        assert dialog.note == "问导演"
        dialog.field.clear()
        named.qtbot.keyClick(dialog.field, Qt.Key.Key_Return, CTRL)

    answer(clear, NoteDialog)
    named.key(Qt.Key.Key_B, CTRL | SHIFT)
    assert named.session.project.review("lamp", "en").marks == ()


def test_keys_of_review_wait_while_words_are_composed(named: Stage) -> None:
    named.go_to(0, TEXT_A)
    named.key(Qt.Key.Key_Return)
    QApplication.sendEvent(named.focused, QInputMethodEvent("deng", []))
    before = named.session.project.reviews
    named.key(Qt.Key.Key_Space)
    assert named.session.project.reviews is before


def test_a_deleted_cue_takes_its_mark_along_and_undo_brings_both_back(named: Stage) -> None:
    named.go_to(3, TEXT_B)
    named.key(Qt.Key.Key_4, CTRL | SHIFT)
    assert states(named, 1) == {4: "approved"}
    named.key(Qt.Key.Key_Delete)
    assert states(named, 1) == {}
    named.session.undo()
    assert states(named, 1) == {4: "approved"}


def test_states_are_saved_with_the_campaign_and_read_back(named: Stage) -> None:
    named.go_to(0, TEXT_B)
    named.key(Qt.Key.Key_4, CTRL | SHIFT)
    path = named.folder / "campaign.toml"
    named.session.save(path)
    assert (named.folder / "subtitles" / "lamp.review.toml").is_file()
    again = open_project(path)
    assert again.problems == ()
    assert again.project.review("lamp", "en") == named.session.project.review("lamp", "en")
    named.session.undo()
    named.session.save()
    assert open_project(path).project.reviews == {}
