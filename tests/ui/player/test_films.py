"""Films as they come: silent, turned, of odd sizes, of uneven rates."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from studio.core.geometry import Size
from studio.media.probe import probe
from tests.drawn import draw_film, read_number
from tests.ui.player.conftest import rgb, settle
from ui.player.player import Player

_UNEVEN = tuple(
    sum((3, 5, 4, 12)[number % 4] for number in range(count)) * 10 for count in range(40)
)
_FILMS: dict[str, dict[str, Any]] = {
    "silent": {"sound": ""},
    "turned": {"rotation": 90},
    "upside down": {"rotation": 180},
    "wide pixels": {"sample_aspect": Fraction(4, 3)},
    "odd size": {"size": Size(321, 181), "pixel_format": "yuv444p"},
    "uneven": {"pts": _UNEVEN, "time_base": Fraction(1, 1000), "sound": ""},
    "ten bits": {"pixel_format": "yuv420p10le"},
}


@pytest.mark.parametrize("kind", _FILMS)
def test_frames_are_found_shown_upright_and_played(
    qtbot: QtBot, player: Player, tmp_path: Path, kind: str
) -> None:
    film = probe(draw_film(tmp_path / "film.mp4", frames=40, **_FILMS[kind]))
    player.set_film(film)
    qtbot.waitUntil(lambda: player.pts is not None)
    for frame in (20, 7):
        player.seek(film.video.rate.seconds(frame) if kind != "uneven" else _at(frame))
        qtbot.waitUntil(lambda frame=frame: number(player) == frame)
    player.step(1)
    qtbot.waitUntil(lambda: number(player) == 8)
    player.step(-2)
    qtbot.waitUntil(lambda: number(player) == 6)
    box = player._picture.picture_box()
    assert box.width() / box.height() == pytest.approx(float(film.video.display.aspect), rel=0.01)
    player.play()
    qtbot.waitUntil(lambda: number(player) > 12)
    player.shuttle(-1)
    qtbot.waitUntil(lambda: number(player) < 10)
    player.pause()


def _at(frame: int) -> Fraction:
    return Fraction(_UNEVEN[frame], 1000)


def number(player: Player) -> int:
    """The number that the shown frame itself carries."""
    picture, film = player._picture.picture, player.film
    assert picture is not None
    assert film is not None
    size = film.video.display
    upright = rgb(picture.image.scaled(size.width, size.height))
    # The number stands at the lower edge of the picture as it is stored.
    return read_number(np.rot90(upright, film.video.rotation // 90))


def test_a_silent_film_has_no_loudness_to_set(qtbot: QtBot, player: Player, tmp_path: Path) -> None:
    player.set_film(probe(draw_film(tmp_path / "film.mp4", sound="", frames=10)))
    settle(qtbot, player, 0)
    assert not player._transport.loudness.isVisible()
