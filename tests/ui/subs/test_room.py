"""The room left in a cue is told while it is typed, by the limits of its own language."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.subs.conftest import Stage
from ui.subs.model import TEXT_A, TEXT_B
from ui.subs.room import Room, room, told
from ui.subs.view import profile
from ui.widgets import tokens as t

RETURN, SHIFT = Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier


def note(stage: Stage) -> QLabel:
    (found,) = stage.page.grid.viewport().findChildren(QLabel, "subs-room")
    assert isinstance(found, QLabel)
    return found


def test_each_language_is_measured_by_its_own_limits() -> None:
    english, chinese = profile().limits("en"), profile().limits("zh-Hans")
    left = room("Light", 1000, english)
    assert left == Room((english.line_length - 5,), english.lines, 5.0, english.speed)
    # Full-width characters count whole; tags nothing.
    assert room("<i>灯塔</i>", 1000, chinese).left == (chinese.line_length - 2,)
    assert room("", 0, english).speed is None


def test_what_is_too_much_has_a_sign_and_a_colour() -> None:
    assert "▲" not in told(Room((3.0,), 2, 9.0, 17.0))
    for over in (Room((-4.0,), 2, 1.0, 17.0), Room((1.0,), 2, 18.0, 17.0)):
        assert over.is_over
        assert f"color: {t.WARN}" in told(over)
        assert "▲" in told(over)
    assert "3 lines, 2 fit" in told(Room((1.0, 1.0, 1.0), 2, 1.0, 17.0))


def test_room_is_told_live_and_goes_with_the_field(stage: Stage) -> None:
    stage.go_to(0, TEXT_B)
    stage.key(RETURN)
    limits = profile().limits("en")
    assert f"{limits.line_length - 13:g} left" in note(stage).text()
    stage.type("Light")
    assert note(stage).isVisible()
    assert f"{limits.line_length - 5:g} left" in note(stage).text()
    stage.key(RETURN, SHIFT)
    stage.type("x" * 50)
    assert f"▲ {50 - limits.line_length:g} over" in note(stage).text()
    stage.key(RETURN)
    stage.wait(lambda: not stage.page.grid.viewport().findChildren(QLabel, "subs-room"))


def test_what_is_composed_counts_once_it_is_written(stage: Stage) -> None:
    stage.go_to(0, TEXT_A)
    stage.key(RETURN)
    limits = profile().limits("zh-Hans")
    field = stage.field
    QApplication.sendEvent(field, QInputMethodEvent("deng", []))
    before = note(stage).text()
    event = QInputMethodEvent()
    event.setCommitString("灯")
    QApplication.sendEvent(field, event)
    assert note(stage).text() != before
    assert f"{limits.line_length - 1:g} left" in note(stage).text()
