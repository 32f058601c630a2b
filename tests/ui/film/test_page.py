"""The Film page: from a film to its shots, stills, posters and frames."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from studio.campaign.project_file import project_of_films
from studio.shots.detect import threshold
from tests.ui.conftest import CUTS
from tests.ui.film.conftest import Copies, Stage, go, run, starts
from ui.film.strip_parts import CURVE, height_of


def test_an_empty_page_offers_to_add_films(qtbot: QtBot, stage: Stage) -> None:
    button = stage.page.findChild(QPushButton, "film-first")
    assert button is not None
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert stage.added == 1


def test_a_film_is_played_its_shots_found_and_stills_chosen(lamp: Stage) -> None:
    assert lamp.page.player.film is not None
    assert starts(lamp) == [0, *CUTS]
    assert lamp.page._shortlist.pts == tuple(still.pts for still in lamp.page._looking.stills)
    assert lamp.posted == []


def test_pictures_of_strip_and_list_arrive(qtbot: QtBot, lamp: Stage) -> None:
    def all_there() -> bool:
        return all(card.thumb.image is not None for card in lamp.page._shortlist._cards)

    qtbot.waitUntil(all_there, timeout=20_000)


def test_a_click_on_the_strip_seeks(qtbot: QtBot, lamp: Stage) -> None:
    strip = lamp.page._strip
    x = round(strip.span.x(2.0 + 0.5 / 24)) + 8
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(x, 30))
    qtbot.waitUntil(lambda: abs(lamp.page.player.frame_index - 48) <= 1)


def test_choosing_a_still_goes_to_its_very_frame(qtbot: QtBot, lamp: Stage) -> None:
    for pts in lamp.page._shortlist.pts:
        lamp.page._shortlist.choose(pts)
        qtbot.waitUntil(lambda pts=pts: lamp.page.player.pts == pts)


def test_dragging_the_threshold_changes_the_shots_at_once(qtbot: QtBot, lamp: Stage) -> None:
    strip = lamp.page._strip
    top = QPoint(400, round(height_of(threshold(0.5))))
    low = QPoint(400, round(CURVE.bottom()) - 2)
    qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=top)
    qtbot.mouseMove(strip, low)
    qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=low)
    assert lamp.page._looking.sensitivity == pytest.approx(1.0, abs=0.01)
    shown = strip.strip
    assert shown is not None
    assert shown.sensitivity == lamp.page._looking.sensitivity


def test_a_star_is_a_mark_that_can_be_undone(qtbot: QtBot, lamp: Stage) -> None:
    go(qtbot, lamp, 30)
    pts = lamp.page.player.pts
    run(lamp, "film-star")
    assert lamp.session.project.marks["lamp"].stars == (pts,)
    assert pts in lamp.page._shortlist.pts
    lamp.session.undo()
    assert lamp.page._looking.marks.stars == ()


def test_a_still_that_is_given_a_star_keeps_the_keys(qtbot: QtBot, lamp: Stage) -> None:
    lamp.page.activateWindow()
    card = lamp.page._shortlist._cards[0]
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    qtbot.waitUntil(card.hasFocus)
    qtbot.keyClick(card, Qt.Key.Key_Space)
    qtbot.wait(50)
    now = lamp.page._shortlist._cards[0]
    assert now is not card
    assert now.hasFocus()


def test_cuts_are_added_and_joined_by_hand(qtbot: QtBot, lamp: Stage) -> None:
    go(qtbot, lamp, 40)
    run(lamp, "film-add-cut")
    assert starts(lamp) == [0, 24, 40, 60]
    run(lamp, "film-add-cut")
    assert lamp.said == ["A shot begins here already"]
    go(qtbot, lamp, 30)
    run(lamp, "film-remove-cut")
    assert starts(lamp) == [0, 40, 60]
    lamp.session.undo()
    lamp.session.undo()
    assert starts(lamp) == [0, 24, 60]


def test_cuts_by_hand_stand_at_any_sensitivity(qtbot: QtBot, lamp: Stage) -> None:
    go(qtbot, lamp, 30)
    run(lamp, "film-remove-cut")
    go(qtbot, lamp, 40)
    run(lamp, "film-add-cut")
    for sensitivity in (0.2, 0.8):
        lamp.page._looking.set_sensitivity(sensitivity)
        assert 24 not in starts(lamp)
        assert 40 in starts(lamp)


def test_the_next_cut_is_reached_by_key(qtbot: QtBot, lamp: Stage) -> None:
    for name, frame in (("film-next-cut", 24), ("film-next-cut", 60), ("film-last-cut", 24)):
        run(lamp, name)
        qtbot.waitUntil(lambda frame=frame: lamp.page.player.frame_index == frame)


def test_a_poster_is_made_of_the_chosen_still(lamp: Stage) -> None:
    pts = lamp.page._shortlist.pts[0]
    lamp.page._shortlist.choose(pts)
    run(lamp, "film-poster")
    poster = lamp.session.project.campaign.film("lamp").posters[0]
    film = lamp.page.player.film
    assert film is not None
    assert (poster.template, poster.still.pts) == ("quiet-line", pts)
    assert (poster.still.sha256, poster.still.auto) == (film.sha256, False)
    assert lamp.said == ["Poster 1 is on the Posters page"]
    lamp.session.undo()
    assert lamp.session.project.campaign.film("lamp").posters == ()


def test_a_poster_is_made_of_the_frame_in_the_player(qtbot: QtBot, lamp: Stage) -> None:
    go(qtbot, lamp, 33)
    run(lamp, "film-frame-poster")
    still = lamp.session.project.campaign.film("lamp").posters[0].still
    assert still.pts == lamp.page.player.pts


def test_a_frame_is_saved_as_a_picture(
    qtbot: QtBot, lamp: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "still.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    go(qtbot, lamp, 33)
    run(lamp, "film-save-frame")
    qtbot.waitUntil(lambda: lamp.said == ["Saved still.png"], timeout=20_000)
    film = lamp.page.player.film
    assert film is not None
    with Image.open(path) as picture:
        size = film.video.display
        assert picture.size == (size.width, size.height)


def test_a_film_that_cannot_be_read_is_said_in_its_place(
    qtbot: QtBot, stage: Stage, film_folder: Copies, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.mp4"
    bad.write_bytes(b"no film at all" * 100)
    stage.session.open(project_of_films((bad, *film_folder("lamp.mp4"))))
    qtbot.waitUntil(lambda: "bad.mp4" in stage.page.player.words, timeout=30_000)
    stage.page._list.choose(1)
    qtbot.waitUntil(lambda: stage.page.player.pts is not None, timeout=30_000)
    assert stage.page.film_id == "lamp"


def test_undo_of_a_mark_comes_back_to_its_film(
    qtbot: QtBot, stage: Stage, film_folder: Copies
) -> None:
    stage.session.open(project_of_films(tuple(film_folder("bus.mp4", "lamp.mp4"))))
    qtbot.waitUntil(lambda: stage.page.player.pts is not None, timeout=30_000)
    run(stage, "film-star")
    stage.page.show_film("lamp")
    stage.session.focus_wanted.connect(stage.page.show_focus)
    stage.session.undo()
    assert stage.page.film_id == "bus"


def test_another_campaign_forgets_the_first(qtbot: QtBot, lamp: Stage, film_folder: Copies) -> None:
    lamp.page._looking.set_sensitivity(0.9)
    lamp.session.open(project_of_films(tuple(film_folder("lamp.mp4"))))
    assert lamp.page._looking.sensitivity == 0.5
    assert lamp.page._looking.stills == ()
    lamp.session.close()
    assert lamp.page.player.film is None


def test_leaving_the_page_stops_the_film(qtbot: QtBot, lamp: Stage) -> None:
    lamp.page.player.play()
    qtbot.waitUntil(lambda: lamp.page.player.frame_index > 2)
    lamp.page.left()
    assert lamp.page.player.speed == 0


def test_every_command_has_a_name_of_its_own(stage: Stage) -> None:
    actions = stage.page.commands()
    assert len({action.id for action in actions}) == len(actions)
    keys = [key for action in actions for key in action.keys]
    assert len(set(keys)) == len(keys)
    assert all(action.id.startswith("film-") for action in actions)
