"""The Film page by keyboard, for those who do not see it, and the place it is come back to."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from studio.campaign.arranging import remove_film
from tests.ui.film.conftest import Stage, go, run, starts
from ui.film.place import Place, read_place
from ui.jobs import Jobs
from ui.player.view import View


def press(qtbot: QtBot, stage: Stage, key: Qt.Key) -> None:
    focused = stage.page.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key)


def at(qtbot: QtBot, stage: Stage, frame: int) -> None:
    qtbot.waitUntil(lambda: stage.page.player.frame_index == frame)


def test_arrows_on_the_strip_go_from_shot_to_shot(qtbot: QtBot, lamp: Stage) -> None:
    lamp.page._strip.setFocus()
    for key, frame in (
        (Qt.Key.Key_Right, 24),
        (Qt.Key.Key_Right, 60),
        (Qt.Key.Key_Right, 60),
        (Qt.Key.Key_Left, 24),
        (Qt.Key.Key_Left, 0),
    ):
        press(qtbot, lamp, key)
        at(qtbot, lamp, frame)


def test_shots_are_split_and_merged_by_key(qtbot: QtBot, lamp: Stage) -> None:
    lamp.page._strip.setFocus()
    go(qtbot, lamp, 40)
    press(qtbot, lamp, Qt.Key.Key_S)
    assert starts(lamp) == [0, 24, 40, 60]
    press(qtbot, lamp, Qt.Key.Key_M)
    assert starts(lamp) == [0, 24, 60]
    go(qtbot, lamp, 70)
    press(qtbot, lamp, Qt.Key.Key_Delete)
    assert starts(lamp) == [0, 24]


def test_stills_are_starred_rejected_and_used_by_key(qtbot: QtBot, lamp: Stage) -> None:
    shortlist = lamp.page._shortlist
    shortlist.walk(1)
    first = shortlist.chosen
    assert first is not None
    press(qtbot, lamp, Qt.Key.Key_Space)
    assert lamp.page._looking.marks.stars == (first,)
    press(qtbot, lamp, Qt.Key.Key_X)
    assert lamp.page._looking.marks.rejected == (first,)
    assert lamp.page._looking.marks.stars == ()
    assert shortlist.pts[-1] == first
    press(qtbot, lamp, Qt.Key.Key_X)
    assert lamp.page._looking.marks.rejected == ()
    assert shortlist.pts[0] == first
    press(qtbot, lamp, Qt.Key.Key_Return)
    posters = lamp.session.project.campaign.film("lamp").posters
    assert [poster.still.pts for poster in posters] == [first]


def test_up_and_down_walk_through_the_list(qtbot: QtBot, lamp: Stage) -> None:
    shortlist = lamp.page._shortlist
    shortlist.walk(1)
    for key, place in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Down, 2), (Qt.Key.Key_Up, 1)):
        if place < len(shortlist.pts):
            press(qtbot, lamp, key)
            assert shortlist.chosen == shortlist.pts[place]


def test_a_rejection_is_undone(lamp: Stage) -> None:
    lamp.page._shortlist.walk(1)
    run(lamp, "film-reject")
    assert lamp.page._looking.marks.rejected
    lamp.session.undo()
    assert lamp.page._looking.marks.rejected == ()


def test_the_strip_tells_which_shot_it_stands_in(qtbot: QtBot, lamp: Stage) -> None:
    go(qtbot, lamp, 30)
    assert lamp.page._strip.accessibleDescription().startswith("Shot 2 of 3   00:00:01:00")
    assert lamp.page._strip.accessibleName()


def test_cards_tell_what_they_are(lamp: Stage) -> None:
    lamp.page._shortlist.walk(1)
    card = lamp.page._shortlist._cards[0]
    assert card.accessibleName().startswith("Still at 00:00:")
    assert card.accessibleDescription()
    run(lamp, "film-reject")
    assert lamp.page._shortlist._cards[-1].accessibleName().endswith("rejected")


def test_what_has_the_focus_looks_so(qtbot: QtBot, lamp: Stage) -> None:
    strip = lamp.page._strip
    lamp.page.activateWindow()
    strip.setFocus()
    with_focus = strip.grab().toImage()
    strip.clearFocus()
    assert strip.grab().toImage() != with_focus


def test_the_place_is_come_back_to(qtbot: QtBot, lamp: Stage, jobs: Jobs) -> None:
    go(qtbot, lamp, 33)
    lamp.page._looking.set_sensitivity(0.7)
    lamp.page._strip.zoom(2.0)
    lamp.page._shortlist.choose(lamp.page._shortlist.pts[1])
    lamp.page.player.actual_size()
    go(qtbot, lamp, 33)
    place = json.loads(json.dumps(lamp.page.place()))
    other = lamp.another_page(jobs)
    qtbot.addWidget(other)
    other.resize(lamp.page.size())
    other.show()
    other.go_back(place)
    qtbot.waitUntil(lambda: other.player.frame_index == 33, timeout=30_000)
    qtbot.waitUntil(lambda: other._shortlist.chosen == place["still"], timeout=30_000)
    assert other.place() == place


def test_a_picture_that_was_on_its_way_does_not_turn_the_strip_back(
    qtbot: QtBot, lamp: Stage
) -> None:
    go(qtbot, lamp, 0)
    strip = lamp.page._strip
    strip.take_span(0.6875, 2.6875)
    strip.set_position(Fraction(0))
    strip.set_position(Fraction(33, 24))
    assert (strip.span.start, strip.span.stop) == (0.6875, 2.6875)
    # From then on it turns its page as ever.
    strip.set_position(Fraction(0))
    assert strip.span.start == 0


def test_a_place_of_another_campaign_is_let_be(lamp: Stage) -> None:
    before = lamp.page.place()
    for place in (None, 3, {"film": 7}, {"film": "gone", "pts": 3}, {"pts": 2}):
        lamp.page.go_back(place)
    assert lamp.page.place() == before


@pytest.mark.parametrize(
    "place",
    [
        Place("lamp"),
        Place("lamp", 512, (1.0, 2.5), 1024, {"lamp": 0.7}, View(2.0, 0.25, 0.5)),
    ],
)
def test_a_place_is_plain_data(place: Place) -> None:
    assert read_place(json.loads(json.dumps(place.plain()))) == place


def test_a_damaged_place_is_taken_as_far_as_it_goes() -> None:
    damaged = {
        "film": "lamp",
        "pts": "x",
        "span": [3, 1],
        "still": True,
        "sensitivities": {"lamp": 7, "bus": 0.5},
        "view": [1e9, 0, 0],
    }
    assert read_place(damaged) == Place("lamp", sensitivities={"bus": 0.5})


def test_a_page_that_is_gone_is_not_called_again(qtbot: QtBot, lamp: Stage, jobs: Jobs) -> None:
    other = lamp.another_page(jobs)
    qtbot.waitUntil(lambda: other.player.pts is not None, timeout=30_000)
    other.player.set_film(None)
    with qtbot.waitSignal(other.destroyed):
        other.deleteLater()
    with qtbot.captureExceptions() as exceptions:
        go(qtbot, lamp, 20)
        run(lamp, "film-star")
        lamp.films.again("lamp")
        qtbot.waitUntil(lambda: lamp.films.film("lamp") is not None, timeout=30_000)
        lamp.session.undo()
        qtbot.wait(100)
    assert exceptions == []


def test_nothing_is_cut_at_the_smallest_window(qtbot: QtBot, lamp: Stage) -> None:
    lamp.page.resize(1280 - 64, 720 - 68)
    qtbot.wait(50)
    assert lamp.page.minimumSizeHint().width() <= 1280 - 64
    assert lamp.page.minimumSizeHint().height() <= 720 - 68
    for button in lamp.page.player._transport.buttons.values():
        if button.isVisible():
            corner = button.mapTo(lamp.page.player, QPoint(button.width(), 0))
            assert corner.x() <= lamp.page.player.width()


def test_a_page_entered_before_it_hears_that_its_film_has_gone(qtbot: QtBot, lamp: Stage) -> None:
    lamp.page.entered()
    lamp.session.blockSignals(True)
    lamp.session.apply("Take the film out", lambda project: remove_film(project, "lamp"))
    with qtbot.captureExceptions() as faults:
        lamp.page.entered()
        lamp.session.blockSignals(False)
        lamp.session.undo()
        lamp.page.entered()
    assert faults == []
