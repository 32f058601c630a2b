"""Cuts moved by mouse and key, in and out on the strip, and the strip while the pass runs."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from studio.core.time import FrameRate
from studio.media.film import Film
from studio.media.thumbs import STRIP_WIDTH
from studio.shots.detect import Detection
from studio.shots.shot import Shot
from studio.shots.so_far import SoFar
from tests.ui.film.conftest import Stage, go, run, starts
from ui.film.looking import detected
from ui.film.scrubbing import Scrubbing
from ui.film.span import Span
from ui.film.strip_parts import (
    PAD,
    columns,
    cut_near,
    frame_for_cut,
    ready_at,
    strip_of,
    tiles,
)
from ui.film.thumbs import Thumbs
from ui.jobs import Jobs
from ui.widgets.language import heard


def on_strip(stage: Stage, frame: int, y: int = 30) -> QPoint:
    """The middle of a frame's time, a hair right of its beginning."""
    return QPoint(round(stage.page._strip.span.x((frame + 0.2) / 24)) + PAD, y)


def test_a_cut_is_dragged_to_another_frame_and_back_by_undo(qtbot: QtBot, lamp: Stage) -> None:
    strip = lamp.page._strip
    qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=on_strip(lamp, 24))
    qtbot.mouseMove(strip, on_strip(lamp, 35))
    assert starts(lamp) == [0, 24, 60]
    qtbot.mouseMove(strip, on_strip(lamp, 42))
    qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=on_strip(lamp, 42))
    assert starts(lamp) == [0, 42, 60]
    qtbot.waitUntil(lambda: lamp.page.player.frame_index == 42)
    lamp.session.undo()
    assert starts(lamp) == [0, 24, 60]


def test_a_drag_stays_between_the_cuts_beside_it(qtbot: QtBot, lamp: Stage) -> None:
    strip = lamp.page._strip
    qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=on_strip(lamp, 24))
    for frame in (50, 80):
        qtbot.mouseMove(strip, on_strip(lamp, frame))
    qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=on_strip(lamp, 80))
    assert starts(lamp) == [0, 50, 60]


def test_escape_lets_a_dragged_cut_where_it_was(qtbot: QtBot, lamp: Stage) -> None:
    strip = lamp.page._strip
    strip.setFocus()
    qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=on_strip(lamp, 24))
    qtbot.mouseMove(strip, on_strip(lamp, 40))
    qtbot.keyClick(strip, Qt.Key.Key_Escape)
    qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=on_strip(lamp, 40))
    assert starts(lamp) == [0, 24, 60]


def test_the_nearest_cut_comes_to_the_frame_by_key(qtbot: QtBot, lamp: Stage) -> None:
    go(qtbot, lamp, 55)
    run(lamp, "film-move-cut")
    assert starts(lamp) == [0, 24, 55]
    lamp.session.undo()
    assert starts(lamp) == [0, 24, 60]


def test_the_right_button_offers_what_can_be_done_there(qtbot: QtBot, lamp: Stage) -> None:
    qtbot.mousePress(lamp.page._strip, Qt.MouseButton.RightButton, pos=on_strip(lamp, 44))
    menu = lamp.page.findChild(QMenu)
    assert menu is not None
    menu.actions()[0].trigger()
    menu.close()
    assert starts(lamp) == [0, 24, 44, 60]


def test_in_and_out_are_seen_on_the_strip(qtbot: QtBot, lamp: Stage) -> None:
    strip = lamp.page._strip
    before = strip.grab().toImage()
    go(qtbot, lamp, 30)
    run(lamp, "film-play-in")
    go(qtbot, lamp, 70)
    run(lamp, "film-play-out")
    go(qtbot, lamp, 0)
    assert strip._marks == (Fraction(30, 24), Fraction(70, 24))
    assert strip.grab().toImage() != before
    run(lamp, "film-play-no-marks")
    assert strip._marks == (None, None)


def test_small_pictures_stand_in_from_the_cache(qtbot: QtBot, lamp: Stage, jobs: Jobs) -> None:
    film, strip = lamp.page._looking.film, lamp.page._looking.strip()
    assert film is not None
    assert strip is not None
    near = ready_at(strip, Fraction(30, 24))
    assert near is not None
    scrubbing = Scrubbing(lamp.page)
    with qtbot.waitSignal(scrubbing.arrived) as told:
        assert scrubbing.picture(film, near) is None
    assert told.args is not None
    assert told.args[0].width() == STRIP_WIDTH
    there = scrubbing.picture(film, near)
    assert there is not None


# -- without a page -------------------------------------------------------------------------


def partial_strip(film: Film, seen: int, ready: tuple[int, ...]) -> tuple[SoFar, Detection]:
    """The first `seen` frames were looked at; pictures of the frames `ready` are at hand."""
    every = [film.video.first_pts + round(n / 24 / film.video.time_base) for n in range(97)]
    curve = np.zeros(seen, np.float32)
    curve[24] = 0.9
    pts = np.array(every[:seen], np.int64)
    thumbs = np.array([every[n] for n in ready], np.int64)
    shots = (Shot(every[0], every[24], "first"), Shot(every[24], every[96], "cut"))
    return SoFar(pts, curve, seen, seen / 96, thumbs), Detection(shots, ())


def test_a_strip_that_fills_shows_what_is_at_hand(drawn: Film) -> None:
    found, detection = partial_strip(drawn, 48, (0, 20, 30, 80))
    strip = strip_of(drawn, found, detection, 0.5, ())
    span = Span.whole(4.0, 800)
    shown = tiles(strip, span)
    at_hand = set(found.thumbs.tolist())
    assert all(tile.near in at_hand for tile in shown)
    assert strip.seen < 2.0
    late = [tile for tile in shown if tile.left > span.x(strip.seen)]
    assert late
    assert not any(tile.is_far for tile in late)


def test_pictures_come_before_any_frame_was_looked_at(drawn: Film) -> None:
    none, ready = np.zeros(0, np.int64), np.array([drawn.video.first_pts], np.int64)
    found = SoFar(none, np.zeros(0, np.float32), 0, 0.0, ready)
    detection = detected(drawn, found, 0.5)
    assert [shot.kind for shot in detection.shots] == ["first"]
    strip = strip_of(drawn, found, detection, 0.5, ())
    span = Span.whole(4.0, 800)
    assert {tile.near for tile in tiles(strip, span)} == {drawn.video.first_pts}
    assert not columns(strip, span, 800).any()
    assert frame_for_cut(strip, span, 100) is None
    assert strip.seen == 0.0


def test_the_cut_under_a_hand_is_the_nearest(drawn: Film) -> None:
    found, detection = partial_strip(drawn, 48, (0,))
    strip = strip_of(drawn, found, detection, 0.5, ())
    span = Span.whole(4.0, 800)
    cut = detection.shots[1].start
    assert cut_near(strip, span, span.x(1.0) + 3) == cut
    assert cut_near(strip, span, span.x(1.0) + 20) is None


def test_the_strip_fills_while_the_pass_runs(qtbot: QtBot, lamp: Stage, jobs: Jobs) -> None:
    looking, film = lamp.page._looking, lamp.page._looking.film
    assert film is not None
    found, detection = partial_strip(film, 48, (0, 30))
    lamp.page._strip.show_strip(strip_of(film, found, detection, 0.5, ()))
    assert heard(lamp.page._strip.accessibleDescription()).startswith("Shot 1 of 2")
    lamp.page._strip.grab()
    thumbs = Thumbs(jobs, STRIP_WIDTH, lamp.page)
    with qtbot.waitSignal(thumbs.arrived, timeout=20_000):
        thumbs.want(film, [int(found.thumbs[0])])
    assert looking.analysis is not None
    assert FrameRate(Fraction(24)) == film.video.rate
