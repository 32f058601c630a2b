"""What reaches the screen: the film's own colours, without shimmer, at any density and zoom."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from studio.core.geometry import Size
from studio.media.film import Film
from studio.media.frames import FrameReader
from studio.media.probe import probe
from tests.drawn import BARS, draw_film
from tests.ui.player.conftest import rgb, settle
from ui.player.picture import Look, picture_of
from ui.player.player import Player
from ui.player.screen import Screen

_SIZE = Size(1280, 720)


@pytest.fixture(scope="module")
def bars(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """HD colour bars that do not say which matrix they were made with."""
    path = tmp_path_factory.mktemp("bars") / "bars.mp4"
    return draw_film(path, bars=True, size=_SIZE, frames=3, tagged=False, sound="")


def on_screen(screen: Screen, density: float) -> np.ndarray:
    """The device pixels of the part of the widget where the picture stands."""
    whole = QImage(
        round(screen.width() * density),
        round(screen.height() * density),
        QImage.Format.Format_RGB32,
    )
    whole.setDevicePixelRatio(density)
    painter = QPainter(whole)
    screen.render(painter, QPoint(0, 0))
    painter.end()
    box = screen.picture_box()
    left, top = round(box.x() * density), round(box.y() * density)
    width, height = round(box.width() * density), round(box.height() * density)
    return rgb(whole)[top : top + height, left : left + width]


@pytest.mark.parametrize("density", [1.0, 1.5, 2.0])
def test_at_1_to_1_every_pixel_is_the_film_s(
    qtbot: QtBot, player: Player, bars: Path, density: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Screen, "devicePixelRatioF", lambda _: density)
    film = probe(bars)
    player.resize(round(1400 / density), round(900 / density))
    player.set_film(film)
    player.actual_size()
    screen = player._picture
    qtbot.waitUntil(lambda: screen.picture is not None and screen.picture.size == _SIZE)
    shown = on_screen(screen, density)
    with FrameReader(film) as reader:
        wanted = reader.at(Fraction(0)).rgb()
    assert shown.shape == wanted.shape
    assert np.abs(shown.astype(int) - wanted).max() == 0
    step = _SIZE.width // len(BARS)
    middles = shown[100, step // 2 :: step]
    # Untagged HD is BT.709; what is left is the film's own rounding.
    assert np.abs(middles.astype(int) - np.array(BARS)).max() <= 2


@pytest.mark.parametrize(("flow", "most"), [(0, 1), (1, 1), (2, 4)])
def test_fitted_colours_are_true_standing_and_playing(bars: Path, flow: int, most: int) -> None:
    with FrameReader(probe(bars)) as reader:
        frame = reader.at(Fraction(0))
        wanted = frame.rgb()[100]
        for width in (640, 896, 1600):
            size = Size(width, width * 9 // 16)
            made = rgb(picture_of(frame, Look(size), flow=flow).image)[size.height // 4]
            for bar in range(len(BARS)):
                place = (2 * bar + 1) / (2 * len(BARS))
                there = made[int(width * place)].astype(int)
                assert np.abs(there - wanted[int(_SIZE.width * place)]).max() <= most


@pytest.mark.parametrize("flow", [0, 1])
@pytest.mark.parametrize("share", [0.5, 0.63, 0.25])
def test_fine_patterns_do_not_shimmer_when_made_smaller(
    tmp_path: Path, flow: int, share: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A zone plate made smaller is as near to an area filter's as its own detail allows."""
    size = Size(640, 360)
    y, x = np.mgrid[: size.height, : size.width]
    rings = 127.5 + 110 * np.cos((x**2 + y**2) * np.pi / 1300)
    plate = np.repeat(rings.astype(np.uint8)[..., None], 3, axis=2)
    monkeypatch.setattr("tests.drawn.picture", lambda *_, **__: plate)
    path = draw_film(tmp_path / "plate.mp4", size=size, frames=2, sound="", options={"crf": "1"})
    with FrameReader(probe(path)) as reader:
        frame = reader.at(Fraction(0))
        small = Size(round(size.width * share), round(size.height * share))
        made = rgb(picture_of(frame, Look(small), flow=flow).image)[..., 1].astype(float)
        area = cv2.resize(
            frame.rgb()[..., 1], (small.width, small.height), interpolation=cv2.INTER_AREA
        ).astype(float)
        near = cv2.resize(
            frame.rgb()[..., 1], (small.width, small.height), interpolation=cv2.INTER_NEAREST
        ).astype(float)
    # Rings finer than the small picture can show must be grey: nearest pixels make false rings.
    fine = slice(int(small.height * 0.75), None), slice(int(small.width * 0.8), None)
    assert made[fine].std() <= max(1.35 * area[fine].std(), 6)
    assert made[fine].std() < 0.6 * near[fine].std()
    assert np.abs(made - area).mean() < 0.35 * np.abs(near - area).mean()


def test_zooming_in_shows_squares_of_pixels(qtbot: QtBot, player: Player, bars: Path) -> None:
    player.set_film(probe(bars))
    qtbot.waitUntil(lambda: player.pts is not None)
    player.actual_size()
    player.zoom(4.0)
    screen = player._picture
    qtbot.waitUntil(lambda: screen.picture is not None and screen.picture.size == _SIZE)
    pixels = rgb(screen.grab().toImage())
    box = screen.picture_box()
    left, top = -round(box.x()) % 4, -round(box.y()) % 4
    block = pixels[top : top + 4, 0:40]
    assert (block == block[:1]).all()
    assert left >= 0


def test_the_wheel_zooms_and_a_drag_moves(qtbot: QtBot, loaded: Player) -> None:
    screen = loaded._picture
    loaded.actual_size()
    loaded.zoom(8.0)
    before = screen.view
    qtbot.mousePress(screen, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    qtbot.mouseMove(screen, QPoint(340, 230))
    qtbot.mouseMove(screen, QPoint(200, 150))
    qtbot.mouseRelease(screen, Qt.MouseButton.LeftButton, pos=QPoint(200, 150))
    assert screen.view != before
    assert loaded.speed == 0
    loaded.fit()
    assert screen.view.zoom is None
    screen.zoom(1.25, QPointF(10, 10))
    assert screen.scale > 1


def test_a_new_film_is_fitted_again(qtbot: QtBot, loaded: Player, bars: Path) -> None:
    loaded.actual_size()
    loaded.set_film(probe(bars))
    assert loaded.view.zoom is None


def test_safe_areas_are_drawn_and_remembered(qtbot: QtBot, loaded: Player) -> None:
    screen = loaded._picture
    plain = screen.grab().toImage()
    loaded.show_safe("9:16")
    cut = screen.grab().toImage()
    assert cut != plain
    loaded.show_safe("frame")
    assert screen.grab().toImage() not in (cut, plain)
    loaded.press("safe")
    assert screen.grab().toImage() == plain
    assert Player()._picture.safe_choice == "frame"


def test_a_small_picture_stands_in_while_a_seek_is_slow(
    qtbot: QtBot, loaded: Player, drawn: Film, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = QImage(64, 36, QImage.Format.Format_RGB32)
    small.fill(Qt.GlobalColor.red)
    asked: list[Fraction] = []

    def stand_in(seconds: Fraction) -> QImage:
        asked.append(seconds)
        return small

    loaded.set_stand_in(stand_in)
    desk = loaded._deck._desk
    monkeypatch.setattr(desk, "seek", lambda seconds: None)
    loaded.seek(Fraction(2))
    qtbot.waitUntil(lambda: loaded._picture.has_stand_in, timeout=1000)
    assert asked == [Fraction(2)]
    monkeypatch.undo()
    loaded.seek(Fraction(48, 24))
    settle(qtbot, loaded, 48)
    assert not loaded._picture.has_stand_in
