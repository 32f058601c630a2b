"""Zoom and pan: what is under the pointer stays there; no ground beside a large picture."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from studio.core.geometry import Size
from ui.player.safe import cut
from ui.player.view import View

FILM, ROOM = Size(1920, 1080), Size(800, 600)


def test_it_begins_fitted_in_the_middle() -> None:
    assert View().size(FILM, ROOM) == Size(800, 450)
    assert View().corner(FILM, ROOM) == (0, 75)


def test_at_1_to_1_a_pixel_is_a_pixel() -> None:
    view = View().actual((400, 300), FILM, ROOM)
    assert view.size(FILM, ROOM) == FILM
    assert view.corner(FILM, ROOM) == (400 - 960, 300 - 540)


@pytest.mark.parametrize("at", [(400.0, 300.0), (120.0, 200.0), (790.0, 500.0)])
def test_zooming_keeps_what_is_under_the_pointer(at: tuple[float, float]) -> None:
    view = View().actual(at, FILM, ROOM)
    for factor in (1.25, 1.25, 2.0):
        left, top = view.corner(FILM, ROOM)
        scale = view.scale(FILM, ROOM)
        before = ((at[0] - left) / scale, (at[1] - top) / scale)
        view = view.zoomed(factor, at, FILM, ROOM)
        left, top = view.corner(FILM, ROOM)
        scale = view.scale(FILM, ROOM)
        after = ((at[0] - left) / scale, (at[1] - top) / scale)
        assert after == pytest.approx(before, abs=1.5)


def test_zooming_stops_once_at_1_to_1() -> None:
    view = View(0.9).zoomed(1.25, (0, 0), FILM, ROOM)
    assert view.scale(FILM, ROOM) == 1.0
    assert view.zoomed(1.25, (0, 0), FILM, ROOM).scale(FILM, ROOM) == 1.25


def test_a_drag_ends_at_the_picture_s_edge() -> None:
    view = View(1.0).moved(5000, 5000, FILM, ROOM)
    assert view.corner(FILM, ROOM) == (0, 0)
    view = view.moved(-9000, -9000, FILM, ROOM)
    assert view.corner(FILM, ROOM) == (800 - 1920, 600 - 1080)


def test_a_small_picture_stays_in_the_middle() -> None:
    assert View(0.25).moved(100, 0, FILM, ROOM).corner(FILM, ROOM) == (160, 165)


@pytest.mark.parametrize(
    ("choice", "size"),
    [
        ("frame", (1600, 900)),
        ("16:9", (1600, 900)),
        ("9:16", (506.25, 900)),
        ("4:5", (720, 900)),
        ("1:1", (900, 900)),
        ("2.39:1", (1600, 669.456)),
    ],
)
def test_a_cut_out_is_the_largest_of_its_shape(choice: str, size: tuple[float, float]) -> None:
    box = QRectF(10, 20, 1600, 900)
    area = cut(box, choice)
    assert (area.width(), area.height()) == pytest.approx(size, abs=0.01)
    assert (area.center() - box.center()).manhattanLength() == pytest.approx(0, abs=1e-6)
