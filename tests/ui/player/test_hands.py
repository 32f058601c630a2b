"""The player by hand: K held with J and L, the whole screen, marks, loudness, ways to count."""

from __future__ import annotations

from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.player.conftest import settle
from ui.actions import qt_action
from ui.player.full import FullScreen
from ui.player.player import Player


@pytest.fixture
def window(qtbot: QtBot, loaded: Player) -> QWindow:
    """The window whose keys are the player's commands."""
    for command in loaded.commands("x"):
        loaded.addAction(qt_action(command, loaded))
    loaded.activateWindow()
    loaded.setFocus()
    qtbot.waitUntil(loaded.isActiveWindow)
    handle = loaded.windowHandle()
    assert handle is not None
    return handle


def run(player: Player, name: str) -> None:
    next(one for one in player.commands("x") if one.id == f"x-play-{name}").run()


def test_k_and_l_go_by_single_frames(qtbot: QtBot, loaded: Player, window: QWindow) -> None:
    QTest.keyPress(window, Qt.Key.Key_K)
    for frame in (1, 2, 3):
        QTest.keyPress(window, Qt.Key.Key_L)
        QTest.keyRelease(window, Qt.Key.Key_L)
        settle(qtbot, loaded, frame)
    QTest.keyPress(window, Qt.Key.Key_J)
    QTest.keyRelease(window, Qt.Key.Key_J)
    settle(qtbot, loaded, 2)
    QTest.keyRelease(window, Qt.Key.Key_K)
    assert loaded.speed == 0


def test_l_held_with_k_plays_slowly_until_let_go(
    qtbot: QtBot, loaded: Player, window: QWindow
) -> None:
    QTest.keyPress(window, Qt.Key.Key_K)
    QTest.keyPress(window, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: loaded.frame_index >= 3, timeout=4000)
    QTest.keyRelease(window, Qt.Key.Key_L)
    qtbot.wait(50)
    stood = loaded.frame_index
    qtbot.wait(250)
    assert loaded.frame_index == stood < 12
    QTest.keyRelease(window, Qt.Key.Key_K)


def test_after_k_is_let_go_l_plays(qtbot: QtBot, loaded: Player, window: QWindow) -> None:
    QTest.keyPress(window, Qt.Key.Key_K)
    QTest.keyRelease(window, Qt.Key.Key_K)
    QTest.keyClick(window, Qt.Key.Key_L)
    assert loaded.speed in (0, 1)
    qtbot.waitUntil(lambda: loaded.speed == 1)


def test_the_whole_screen_and_back(qtbot: QtBot, loaded: Player, window: QWindow) -> None:
    loaded.toggle_full()
    assert loaded.is_full
    full = loaded._picture.window()
    assert isinstance(full, FullScreen)
    run(loaded, "toggle")
    qtbot.waitUntil(lambda: loaded.frame_index > 2)
    loaded.pause()
    qtbot.keyClick(full, Qt.Key.Key_Escape)
    assert not loaded.is_full
    assert loaded._picture.window() is loaded.window()
    assert loaded._transport.isVisible()


def test_a_double_click_does_not_change_playing(qtbot: QtBot, loaded: Player) -> None:
    screen = loaded._picture
    qtbot.mouseClick(screen, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(screen, Qt.MouseButton.LeftButton)
    assert loaded.is_full
    assert loaded.speed == 0
    loaded.toggle_full()


def test_a_player_that_goes_takes_its_whole_screen_with_it(qtbot: QtBot, loaded: Player) -> None:
    loaded.toggle_full()
    full = loaded._picture.window()
    assert isinstance(full, QWidget)
    with qtbot.waitSignal(full.destroyed, timeout=3000):
        loaded.close()
    assert not loaded.is_full


def test_in_and_out_are_gone_to_played_and_cleared(qtbot: QtBot, loaded: Player) -> None:
    for frame, out in ((10, False), (20, True)):
        loaded.seek(Fraction(frame, 24))
        settle(qtbot, loaded, frame)
        loaded.mark(out=out)
    run(loaded, "go-in")
    settle(qtbot, loaded, 10)
    run(loaded, "go-out")
    settle(qtbot, loaded, 20)
    seen: list[int] = []
    loaded.moved.connect(lambda _: seen.append(loaded.frame_index))
    run(loaded, "marked")
    qtbot.waitUntil(lambda: loaded.speed == 0 and len(seen) > 5, timeout=5000)
    assert (min(seen), loaded.frame_index) == (10, 20)
    run(loaded, "no-marks")
    assert loaded.marks == (None, None)


def test_a_second_on_and_back(qtbot: QtBot, loaded: Player) -> None:
    for name, frame in (("on-second", 24), ("on-second", 48), ("back-second", 24)):
        run(loaded, name)
        settle(qtbot, loaded, frame)
    for frame in (48, 72, 95):
        run(loaded, "on-second")
        settle(qtbot, loaded, frame)


def test_a_time_from_here_is_typed(qtbot: QtBot, loaded: Player) -> None:
    field = loaded.findChild(QLineEdit, "player-time")
    assert field is not None
    for text, frame in (("+12", 12), ("1:02", 26), ("-2", 24), ("300", 72)):
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, text)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        settle(qtbot, loaded, frame)


def test_times_count_as_wanted_and_stay_so(qtbot: QtBot, loaded: Player) -> None:
    loaded.seek(Fraction(53, 24))
    settle(qtbot, loaded, 53)
    field = loaded.findChild(QLineEdit, "player-time")
    assert field is not None
    for mode, text in (("frames", "53"), ("seconds", "00:00:02.208"), ("timecode", "00:00:02:05")):
        run(loaded, f"times-{mode}")
        assert field.text() == text
    run(loaded, "times-frames")
    other = Player()
    qtbot.addWidget(other)
    assert other._transport._mode == "frames"


def test_loudness_is_remembered_on_every_page(qtbot: QtBot, loaded: Player) -> None:
    loaded._transport.loudness.slider.setValue(40)
    loaded.press("mute")
    other = Player()
    qtbot.addWidget(other)
    assert other._transport.loudness.slider.value() == 40
    assert other._transport.loudness.loudness == 0
    other.press("mute")
    other.louder(2)
    assert other._transport.loudness.loudness == pytest.approx(0.5)
    loaded.hide()
    loaded.show()
    assert loaded._transport.loudness.loudness == pytest.approx(0.5)


def test_dropped_frames_are_counted_in_sight(loaded: Player) -> None:
    loaded._transport.show_lost(3)
    assert loaded._transport.word == "3 dropped"
    assert loaded._transport._word.toolTip()
    loaded._transport.show_lost(0)
    assert loaded._transport.word == ""


def test_every_command_has_a_name_and_keys_of_its_own(loaded: Player) -> None:
    actions = loaded.commands("x")
    assert len({action.id for action in actions}) == len(actions)
    keys = [key for action in actions for key in action.keys]
    assert len(set(keys)) == len(keys)


def test_everything_can_be_read_aloud(loaded: Player) -> None:
    for button in loaded._transport.buttons.values():
        assert button.accessibleName()
        assert button.toolTip()
    assert loaded._bar.accessibleName()
    assert loaded._bar.accessibleDescription() == "00:00:00:00"


def test_loudspeakers_that_come_and_go_do_not_stop_the_film(qtbot: QtBot, loaded: Player) -> None:
    loaded.play()
    qtbot.waitUntil(lambda: loaded.frame_index > 3)
    deck = loaded._deck
    assert deck is not None
    deck._outlets.changed.emit()
    before = loaded.frame_index
    qtbot.waitUntil(lambda: loaded.frame_index > before + 3)
    assert loaded.speed == 1
