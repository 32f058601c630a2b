"""Stillness: nothing moves where the person or the system asks for none."""

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.widgets import tokens
from ui.widgets.busy import Busy, BusyButton
from ui.widgets.motion import follow, is_still, lasts, means_still, set_still


@pytest.fixture
def moving(themed: QApplication):
    """Set back afterwards."""
    effects = {effect: QApplication.isEffectEnabled(effect) for effect in Qt.UIEffect}
    set_still(False)
    yield
    set_still(False)
    for effect, on in effects.items():
        QApplication.setEffectEnabled(effect, on)


def test_what_moves_is_over_in_150_ms(moving):
    assert lasts() == tokens.MOTION_MS
    assert lasts(900) == 150


def test_what_is_still_takes_no_time(moving):
    set_still(True)
    assert lasts() == lasts(900) == 0
    assert not QApplication.isEffectEnabled(Qt.UIEffect.UI_FadeMenu)


@pytest.mark.parametrize("wish", [True, False])
def test_the_persons_own_wish_counts(moving, wish):
    follow(wish, QObject())
    assert is_still() is wish


@pytest.mark.parametrize(
    ("platform", "answer", "still"),
    [
        ("linux", "false\n", True),
        ("linux", "true\n", False),
        ("linux", "", False),
        ("darwin", "1\n", True),
        ("darwin", "0\n", False),
        ("win32", "UserPreferencesMask    REG_BINARY    9012078010000000", True),
        ("win32", "UserPreferencesMask    REG_BINARY    9E3E078012000000", False),
        ("win32", "", False),
        ("plan9", "false", False),
    ],
)
def test_the_system_is_understood(platform, answer, still):
    assert means_still(platform, answer) is still


def test_the_ring_turns_while_it_is_seen_and_only_then(moving, qtbot: QtBot):
    ring = Busy()
    qtbot.addWidget(ring)
    ring.show()
    before = ring.grab().toImage()
    qtbot.waitUntil(lambda: ring.grab().toImage() != before, timeout=2000)
    ring.hide()
    assert not ring.is_turning


def test_the_ring_stands_still_where_nothing_may_move(moving, qtbot: QtBot):
    set_still(True)
    ring = Busy()
    qtbot.addWidget(ring)
    ring.show()
    assert not ring.is_turning


def test_a_busy_button_cannot_be_pressed_and_comes_back(moving, qtbot: QtBot):
    button = BusyButton("Export")
    qtbot.addWidget(button)
    button.show()
    button.set_busy(True)
    assert button.is_busy
    assert not button.isEnabled()
    assert not button.icon().isNull()
    button.set_busy(False)
    assert button.isEnabled()
    assert button.icon().isNull()
