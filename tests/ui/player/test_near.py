"""Steps show their frame at once, both ways, and it is the very frame."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from studio.core.geometry import Size
from studio.media.film import Film
from studio.media.frames import FrameReader
from studio.media.probe import probe
from tests.drawn import draw_film
from tests.ui.player.conftest import rgb, settle
from ui.player.nearby import Nearby
from ui.player.picture import Look, Picture, picture_of
from ui.player.player import Player


@pytest.fixture(scope="session")
def long_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """120 frames with one key picture, so that each step back is far from it."""
    path = tmp_path_factory.mktemp("films") / "long.mp4"
    return draw_film(path, frames=120, rate=Fraction(24), gop=120)


@pytest.fixture
def near(qtbot: QtBot, player: Player, long_path: Path) -> Iterator[Player]:
    """A player that keeps neighbours, at frame 90, with what it wants around it."""
    player.keep_near()
    player.set_film(probe(long_path))
    player.seek(Fraction(90, 24))
    settle(qtbot, player, 90)
    rest(qtbot, player)
    yield player
    player.set_film(None)


def rest(qtbot: QtBot, player: Player) -> None:
    deck = player._deck
    assert deck is not None
    assert deck.near is not None
    row = deck.near.held
    qtbot.waitUntil(lambda: len(row.row()) > 1 and row.lacks() == (0, 0), timeout=20_000)


def shown(player: Player) -> np.ndarray:
    picture = player._picture.picture
    assert picture is not None
    return rgb(picture.image)


def read(film: Film, index: int, size: Size) -> np.ndarray:
    with FrameReader(film) as reader:
        made = picture_of(reader.at(Fraction(index, 24)), Look(size))
        return rgb(made.image)


@pytest.mark.parametrize("way", [1, -1])
def test_a_step_needs_no_turn_of_the_loop(near: Player, way: int) -> None:
    for number in range(1, 11):
        near.step(way)
        assert near.frame_index == 90 + way * number
    film, picture = near.film, near._picture.picture
    assert film is not None
    assert picture is not None
    assert (shown(near) == read(film, 90 + way * 10, picture.size)).all()


def test_what_is_played_or_stepped_to_next_counts_from_there(qtbot: QtBot, near: Player) -> None:
    near.step(-7)
    near.step(20 - 83)
    settle(qtbot, near, 20)
    near.step(1)
    settle(qtbot, near, 21)
    near.play()
    qtbot.waitUntil(lambda: near.frame_index > 24)
    near.pause()
    stood = near.frame_index
    near.step(-1)
    settle(qtbot, near, stood - 1)


def test_another_size_after_a_step_is_of_the_same_frame(qtbot: QtBot, near: Player) -> None:
    near.step(-3)
    near.actual_size()
    qtbot.waitUntil(lambda: shown(near).shape[1] == 320)
    assert near.frame_index == 87


def test_steps_stop_at_the_ends(qtbot: QtBot, near: Player) -> None:
    near.seek(Fraction(3, 24))
    settle(qtbot, near, 3)
    rest(qtbot, near)
    near.step(-10)
    assert near.frame_index == 0
    near.seek(Fraction(117, 24))
    settle(qtbot, near, 117)
    rest(qtbot, near)
    near.step(10)
    assert near.frame_index == 119


def test_a_key_that_is_held_runs_on_in_order(qtbot: QtBot, near: Player) -> None:
    frames: list[int] = []
    near.moved.connect(lambda _: frames.append(near.frame_index))
    for _ in range(60):
        near.step(-1)
        qtbot.wait(15)
    settle(qtbot, near, 30)
    assert frames == sorted(frames, reverse=True)


def test_neighbours_hold_no_more_than_they_may() -> None:
    picture = pictures(100)
    held = Nearby(most=picture[0].image.sizeInBytes() * 10)
    turn = held.begin(picture[50])
    for number in (*range(51, 80), *range(49, 20, -1)):
        held.add(turn, picture[number])
    assert len(held.row()) <= 11
    assert 50 in held.row()
    assert held.row() == tuple(range(held.row()[0], held.row()[-1] + 1))


def test_what_comes_late_for_an_older_place_is_let_go() -> None:
    picture = pictures(3)
    held = Nearby()
    old = held.begin(picture[0])
    held.begin(picture[2])
    assert not held.add(old, picture[1])
    assert held.row() == (2,)
    assert held.step(0, 1) is None


def pictures(count: int) -> list[Picture]:
    size = Size(4, 4)
    return [
        Picture(pts, pts, Fraction(pts, 24), size, QImage(4, 4, QImage.Format.Format_RGB32))
        for pts in range(count)
    ]
