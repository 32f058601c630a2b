"""Reduced motion: one command, remembered."""

import pytest
from PySide6.QtWidgets import QApplication

from ui.settings import Settings
from ui.shell.stillness import begin_motion, motion_commands
from ui.widgets.motion import is_still, set_still


@pytest.fixture
def moving(themed: QApplication):
    """Set back afterwards."""
    set_still(False)
    yield themed
    set_still(False)


def test_the_command_stills_the_window_and_is_remembered(moving):
    settings = Settings()
    (command,) = motion_commands(settings)
    assert command.checked is not None
    assert not command.checked()
    command.run()
    assert is_still()
    assert command.checked()
    set_still(False)
    begin_motion(Settings(), moving)
    assert is_still()
    command.run()
    assert not is_still()
