"""Two stills side by side at 1:1, and a frame on the clipboard."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from studio.media.frames import FrameReader
from studio.shots.shot import Reason
from tests.ui.film.conftest import Stage, go, run
from tests.ui.player.conftest import rgb
from ui.film.entries import Entry, pair_of
from ui.film.measures import name_of, spoken, value_of
from ui.player.view import View


def frame(stage: Stage, pts: int) -> np.ndarray:
    film = stage.page._looking.film
    assert film is not None
    with FrameReader(film) as reader:
        return reader.at_pts(pts).still()


@pytest.fixture
def compared(qtbot: QtBot, lamp: Stage) -> Stage:
    """The first still beside frame 40, both pictures there."""
    lamp.page.activateWindow()
    go(qtbot, lamp, 40)
    lamp.page._shortlist._chosen = lamp.page._shortlist.pts[0]
    run(lamp, "film-compare")
    sides = lamp.page._comparing.sides
    qtbot.waitUntil(lambda: all(one.pane.image is not None for one in sides), timeout=20_000)
    return lamp


def test_both_are_shown_pixel_for_pixel_and_move_as_one(qtbot: QtBot, compared: Stage) -> None:
    view = compared.page._comparing
    left, right = view.sides
    assert view.isVisible()
    assert view.pair == (compared.page._shortlist.pts[0], compared.page.player.pts)
    for side, pts in zip(view.sides, view.pair, strict=True):
        assert side.pane.image is not None
        assert (rgb(side.pane.image) == frame(compared, pts)).all()
    assert left.pane.view.zoom == 1.0
    view.look(View(4.0))
    qtbot.mousePress(left.pane, Qt.MouseButton.LeftButton, pos=QPoint(80, 60))
    qtbot.mouseMove(left.pane, QPoint(60, 50))
    qtbot.mouseRelease(left.pane, Qt.MouseButton.LeftButton, pos=QPoint(60, 50))
    assert left.pane.view == right.pane.view != View(4.0)
    before = view.view
    view.look(right.pane.zoomed(1.25, QPointF(30, 30)))
    assert left.pane.view == right.pane.view != before


def test_keys_swap_flip_walk_and_leave(qtbot: QtBot, compared: Stage) -> None:
    view = compared.page._comparing
    first, second = view.pair
    qtbot.keyClick(view, Qt.Key.Key_X)
    assert view.pair == (second, first)
    qtbot.keyClick(view, Qt.Key.Key_X)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert [side.isVisible() for side in view.sides] == [False, True]
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert [side.isVisible() for side in view.sides] == [True, False]
    qtbot.keyClick(view, Qt.Key.Key_D)
    assert [side.isVisible() for side in view.sides] == [True, True]
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.pair[0] == first
    assert view.pair[1] in compared.page._shortlist.pts
    qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.view.zoom is None
    qtbot.keyClick(view, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert view.view.zoom == 1.0
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not view.isVisible()
    assert compared.page.player.isVisible()


def test_a_star_is_given_beside_the_other_one(compared: Stage) -> None:
    view = compared.page._comparing
    view.sides[0]._star.click()
    assert compared.page._looking.marks.stars == (view.pair[0],)
    entry = view.sides[0].entry
    assert entry is not None
    assert entry.starred
    compared.session.undo()
    assert compared.page._looking.marks.stars == ()


def test_a_frame_is_copied_at_its_full_size_in_its_colours(qtbot: QtBot, lamp: Stage) -> None:
    go(qtbot, lamp, 50)
    pts = lamp.page.player.pts
    assert pts is not None
    run(lamp, "film-copy-frame")
    qtbot.waitUntil(lambda: lamp.said == ["Frame 00:00:02:02 copied"], timeout=20_000)
    image = QGuiApplication.clipboard().image()
    assert (rgb(image) == frame(lamp, pts)).all()
    assert image.colorSpace().isValid()


def test_what_is_compared_follows_from_what_is_chosen() -> None:
    listed = tuple(Entry(pts, None, starred=True) for pts in (10, 20, 30))
    one, two, _ = listed
    assert pair_of((), None, 5) is None
    assert pair_of(listed[:1], 10, 10) is None
    assert pair_of(listed, None, None) == (one, two)
    assert pair_of(listed, 20, 20) == (two, one)
    assert pair_of(listed, 10, 20) == (one, two)
    made = pair_of(listed, 10, 15)
    assert made == (one, Entry(15, None, starred=False))


def test_a_measure_says_its_value_and_place() -> None:
    calm = Reason("calm", 0.314, 0.87, "")
    assert (name_of(calm), value_of(calm)) == ("Calm area", "31 %")
    assert spoken(calm) == "Calm area 31 %, better than 87 % of the frames"
    assert value_of(Reason("legible", 4.52, 0.9, "")) == "4.5:1"
    assert value_of(Reason("colour", 18.2, 0.9, "")) == "18"
    assert name_of(Reason("unheard of", 1.0, 0.5, "")) == "unheard of"
