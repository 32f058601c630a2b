"""Findings are mended from the page: one cue at once, or all after a look, as one step."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.subs.conftest import Stage
from ui.subs.mend_dialog import MendDialog

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
F8 = Qt.Key.Key_F8
SPACED = ("The  last   bus", "The lighthouse ")


@pytest.fixture
def spaced(stage: Stage) -> Stage:
    """Two English texts with spaces that nobody wants."""
    track = stage.page.track(1)
    assert track is not None
    for cue, text in zip(track.cues[1::2], SPACED, strict=True):
        stage.page._editing.type_text(1, cue.id, text)
        stage.page._editing.begin_typing()
    stage.wait(lambda: "spaces" in [place.finding.check for place in stage.page.found.places])
    return stage


def _answer(does: Callable[[MendDialog], object]) -> None:
    """Once the dialog stands there."""

    def look() -> None:
        found = [one for one in QApplication.topLevelWidgets() if isinstance(one, MendDialog)]
        shown = [one for one in found if one.isVisible()]
        if not shown:
            QTimer.singleShot(20, look)
            return
        does(shown[0])

    QTimer.singleShot(0, look)


def test_the_cue_where_the_person_is_is_mended_at_once(spaced: Stage) -> None:
    spaced.go_to(1)
    spaced.key(F8, ALT)
    spaced.wait(lambda: spaced.texts(1)[1] == "The last bus")
    assert spaced.texts(1)[3] == SPACED[1]
    spaced.session.undo()
    assert spaced.texts(1)[1] == SPACED[0]


def test_all_are_shown_before_and_mended_as_one_step(spaced: Stage) -> None:
    before = spaced.texts(1), spaced.times(0), spaced.times(1)
    seen: list[list[tuple[str, ...]]] = []

    def take(dialog: MendDialog) -> None:
        seen.append(dialog.rows)
        dialog.accept()

    _answer(take)
    spaced.go_to(0)
    spaced.key(F8, CTRL)
    spaced.wait(lambda: spaced.texts(1)[1] == "The last bus")
    assert spaced.texts(1)[3] == "The lighthouse"
    then = [row[3] for row in seen[0]]
    assert any("The last bus" in one for one in then)
    spaced.session.undo()
    assert (spaced.texts(1), spaced.times(0), spaced.times(1)) == before


def test_a_kind_that_is_left_out_stays_and_leaving_changes_nothing(spaced: Stage) -> None:
    before = spaced.session.project
    rows: list[int] = []

    def leave_out(dialog: MendDialog) -> None:
        box = dialog.findChild(QCheckBox, "mend-spaces")
        go = dialog.findChild(QPushButton, "mend-go")
        assert box is not None
        assert go is not None
        rows.append(len(dialog.rows))
        box.click()
        assert "spaces" not in dialog.only

        def less() -> None:
            if dialog.only and not go.isEnabled():
                QTimer.singleShot(20, less)
                return
            rows.append(len(dialog.rows))
            dialog.reject()

        QTimer.singleShot(20, less)

    _answer(leave_out)
    spaced.go_to(0)
    spaced.key(F8, CTRL)
    spaced.wait(lambda: len(rows) == 2)
    assert rows[1] < rows[0]
    assert spaced.session.project is before


def test_left_while_another_look_is_made_nothing_comes_late(spaced: Stage, qtbot: QtBot) -> None:
    before = spaced.session.project
    left: list[bool] = []

    def hurry(dialog: MendDialog) -> None:
        box = dialog.findChild(QCheckBox, "mend-spaces")
        assert box is not None
        box.click()
        dialog.reject()
        left.append(True)

    _answer(hurry)
    spaced.go_to(0)
    with qtbot.captureExceptions() as faults:
        spaced.key(F8, CTRL)
        spaced.wait(lambda: bool(left))
        qtbot.wait(500)
    assert faults == []
    assert spaced.session.project is before


def test_what_changed_meanwhile_is_not_written_over(spaced: Stage) -> None:
    def type_on(dialog: MendDialog) -> None:
        spaced.page._editing.type_text(1, 1, "Another small lamp.")
        dialog.accept()

    _answer(type_on)
    spaced.go_to(0)
    spaced.key(F8, CTRL)
    spaced.wait(lambda: bool(spaced.notices))
    assert "changed while" in spaced.notices[0].text
    assert spaced.texts(1)[0] == "Another small lamp."
    assert spaced.texts(1)[1] == SPACED[0]


def test_where_nothing_is_left_to_mend_it_says_so(stage: Stage) -> None:
    stage.go_to(2)
    told: list[str] = []
    for _ in range(2):
        with stage.qtbot.waitSignal(stage.page._notices.said, timeout=10_000) as said:
            stage.key(F8, ALT)
        told += said.args or []
        stage.wait(lambda: not stage.page._looker.busy)
    assert told[0].startswith("Fixed: ")
    assert told[1] == "Nothing here can be fixed without a new finding."
