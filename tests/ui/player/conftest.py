"""What the player's tests share: a player in a window, and what its screen shows."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from studio.media.film import Film
from ui.player.player import Player


@pytest.fixture
def player(qtbot: QtBot, themed: object) -> Iterator[Player]:
    """Without a film."""
    made = Player()
    qtbot.addWidget(made)
    made.resize(720, 480)
    made.show()
    yield made
    made.set_film(None)


@pytest.fixture
def loaded(qtbot: QtBot, player: Player, drawn: Film) -> Player:
    """At the first frame of the drawn film."""
    player.set_film(drawn)
    qtbot.waitUntil(lambda: player.pts is not None)
    return player


def rgb(image: QImage) -> np.ndarray:
    """(h, w, 3) of a picture."""
    whole = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(whole.constBits(), np.uint8).reshape(whole.height(), -1)
    return rows[:, : whole.width() * 3].reshape(whole.height(), whole.width(), 3).copy()


def settle(qtbot: QtBot, player: Player, frame: int) -> None:
    """Wait until that frame is shown."""
    qtbot.waitUntil(lambda: player.frame_index == frame)
