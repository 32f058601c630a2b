"""The Posters page by mouse and keys: from nothing to a series of posters, and all the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu, QToolButton, QWidget

from studio.campaign.document import StillRef
from studio.media.frames import FrameReader
from studio.poster.document import PosterCopy
from studio.poster.preview import preview
from studio.poster.still import still_of
from studio.presets import store
from tests.ui.poster.conftest import FORMATS, Stage
from ui.poster.render import Painted

Copies = Callable[..., list[Path]]


def pixels(image: QImage) -> npt.NDArray[np.uint8]:
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), -1)
    return rows[:, : plain.width() * 3].reshape(plain.height(), plain.width(), 3).copy()


def painted(stage: Stage) -> Painted:
    """What the canvas shows once all that was asked for is there."""
    gallery = stage.page.gallery
    # A film may still be read or a still chosen: nothing is being painted then, and it is no word.
    stage.qtbot.waitUntil(
        lambda: gallery.is_idle and not gallery.choosing.is_busy and gallery.present is not None,
        timeout=60_000,
    )
    assert gallery.present is not None
    return gallery.present


def choose(stage: Stage, name: str, data: str) -> None:
    """A row of a combo box, by the keyboard."""
    box = stage.page.findChild(QComboBox, name)
    assert box is not None
    box.setFocus()
    before, name = box.currentIndex(), box.itemText(box.findData(data))
    stage.qtbot.keyClicks(box, name)
    assert box.currentData() == data
    assert box.currentIndex() != before


def problems(stage: Stage) -> str:
    return "\n".join(
        label.text()
        for label in stage.page.inspector.findChildren(QWidget)
        if hasattr(label, "text") and not label.isHidden()
    )


def test_without_a_film_there_is_nothing_to_make(stage: Stage) -> None:
    assert not stage.button("poster-first").isVisible()


def test_from_nothing_to_a_poster_and_all_the_way_back(lamp: Stage) -> None:
    lamp.click("poster-first")
    assert lamp.page.focusWidget().objectName() == "copy-zh-Hans"
    lamp.write(lamp.page.focusWidget(), "灯不大，够一个人回家。")
    lamp.type("en", "A small lamp.")
    before = painted(lamp)
    assert lamp.poster().copy == {"zh-Hans": "灯不大，够一个人回家。", "en": "A small lamp."}
    assert lamp.poster().still == StillRef("auto")
    choose(lamp, "poster-template", "centred-title")
    after = painted(lamp)
    assert lamp.poster().template == "centred-title"
    assert (pixels(after.image) != pixels(before.image)).any()
    lamp.page._look(format="dooh-portrait")
    lamp.rest()
    lamp.drag(QPoint(-60, 0))
    lamp.rest()
    full = lamp.session.project
    history = lamp.session.history
    assert history is not None
    labels = [step.label for step in history.steps[1:]]
    assert labels == [
        "New poster",
        "Write the copy in zh-Hans",
        "Write the copy in en",
        "Change the template",
        "Move the picture",
    ]
    for _ in labels:
        lamp.session.undo()
        lamp.rest()
    assert lamp.session.project.campaign.films[0].posters == ()
    assert lamp.button("poster-first").isVisible()
    for _ in labels:
        lamp.session.redo()
        lamp.rest()
    assert lamp.session.project == full
    assert lamp.page.series.keys == ["lamp/poster"]
    assert not lamp.posted


def test_the_canvas_shows_what_the_engine_makes(written: Stage) -> None:
    shown = painted(written)
    film = written.films.film("lamp")
    assert film is not None
    with FrameReader(film) as reader:
        picture = reader.at(Fraction(3, 2)).rgb()
    poster = written.poster()
    copy = PosterCopy(("zh-Hans", "en"), poster.copy, {"en": "Lamp"})
    made = preview(
        still_of(picture),
        store.template("quiet-line"),
        store.poster_format(shown.wish.format),
        copy,
        shown.wish.limit,
    )
    assert (pixels(shown.image) == np.asarray(made.image)).all()
    bare = preview(
        still_of(picture), store.template("quiet-line"),
        store.poster_format(shown.wish.format), PosterCopy(("zh-Hans",)), shown.wish.limit,
    )  # fmt: skip
    assert (pixels(shown.image) != np.asarray(bare.image)).any(axis=2).mean() > 0.002
    assert written.page.canvas.image is not None
    assert max(shown.image.width(), shown.image.height()) == shown.wish.limit


def test_typing_in_a_field_is_one_step(written: Stage) -> None:
    history = written.session.history
    assert history is not None
    written.page.canvas.setFocus()
    count = len(history.steps)
    written.type("en", " And more.")
    assert len(history.steps) == count + 1
    field = written.page.findChild(QWidget, "copy-en")
    written.qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert written.poster().copy["en"] == "A small lamp. And more."  # the window's key, not ours
    written.session.undo()
    assert written.poster().copy["en"] == "A small lamp."
    assert field.toPlainText() == "A small lamp."  # type: ignore[union-attr]


def test_spaces_and_breaks_can_be_typed(lamp: Stage) -> None:
    lamp.click("poster-first")
    lamp.type("en", "  ")
    assert lamp.poster().copy == {}
    lamp.type("en", "a\n\nb ")
    assert lamp.poster().copy == {"en": "  a\n\nb "}


def test_where_there_is_no_market_one_is_led_to_where_they_are_chosen(written: Stage) -> None:
    written.session.apply(
        "No markets", lambda p: p.with_campaign(replace(p.campaign, markets=(), deliverables=()))
    )
    box = written.page.findChild(QComboBox, "poster-markets")
    assert box is not None
    assert [box.itemText(one) for one in range(box.count())] == [
        "No market yet",
        "Choose markets and formats…",
    ]
    box.setCurrentIndex(1)
    with written.qtbot.waitSignal(written.session.focus_wanted) as wanted:
        box.activated.emit(1)
    assert wanted.args == [("deliver",)]
    assert box.currentIndex() == 0


def test_a_market_without_copy_says_so(written: Stage) -> None:
    choose(written, "poster-markets", "kr")
    shown = painted(written)
    assert written.page.canvas.word == "Nothing written in 한국어 yet"
    assert shown.wish.copy == PosterCopy(("ko",), {}, {}, "")
    assert "There is no copy in 한국어." in problems(written)
    written.type("ko", "빛")
    assert painted(written).wish.copy.copy == {"ko": "빛", "en": "A small lamp."}
    assert written.page.canvas.word == ""
    choose(written, "poster-markets", "cn")
    assert painted(written).wish.copy.languages == ("zh-Hans", "en")


def test_copy_for_other_markets_is_folded_away(written: Stage) -> None:
    fold = written.page.findChild(QToolButton, "poster-others")
    assert fold is not None
    field = written.page.findChild(QWidget, "copy-ko")
    assert field is not None
    assert not field.isVisible()
    written.qtbot.mouseClick(fold, Qt.MouseButton.LeftButton)
    written.type("ko", "빛")
    assert written.poster().copy["ko"] == "빛"
    before = written.page.gallery.present
    assert painted(written) is before


def test_the_picture_follows_the_hand(written: Stage) -> None:
    written.page._look(format="dooh-portrait")
    before = painted(written)
    by = 24
    written.drag(QPoint(-by, 0))
    after = painted(written)
    grip = after.grip
    scale = written.page.canvas.zoom * grip.picture.width / grip.crop.width
    moved = (before.grip.crop.x - after.grip.crop.x) * scale
    assert moved == pytest.approx(-by, abs=scale)
    # And so it is seen: the picture of before, shifted by the hand.
    history = written.session.history
    assert history is not None
    assert history.undo_label == "Move the picture"
    written.session.undo()
    assert written.poster().focus is None


def test_a_drag_is_one_step_and_escape_takes_it_back(written: Stage) -> None:
    written.page._look(format="dooh-portrait")
    written.rest()
    history = written.session.history
    assert history is not None
    count = len(history.steps)
    written.drag(QPoint(-30, 0))
    written.drag(QPoint(-20, 0))
    assert [step.label for step in history.steps[count:]] == ["Move the picture"] * 2
    focus = written.poster().focus
    written.rest()
    written.drag(QPoint(20, 0), drop=False)
    assert written.poster().focus != focus
    written.press(written.page.canvas, Qt.Key.Key_Escape)
    assert written.poster().focus == focus
    written.qtbot.mouseRelease(written.page.canvas, Qt.MouseButton.LeftButton)
    assert written.poster().focus == focus


def test_keys_move_the_picture(written: Stage) -> None:
    written.page._look(format="dooh-portrait")
    before = painted(written)
    written.page.canvas.setFocus()
    written.press(written.page.canvas, Qt.Key.Key_Left)
    after = painted(written)
    assert after.grip.crop.x > before.grip.crop.x
    assert written.poster().focus is not None
    written.click("poster-find")
    assert written.poster().focus is None


def test_a_click_that_trembles_moves_nothing(written: Stage) -> None:
    written.drag(QPoint(1, 1))
    assert written.poster().focus is None


def test_the_still_is_chosen_shown_as_a_timecode_and_typed(written: Stage) -> None:
    field = written.page.findChild(QLineEdit, "poster-still")
    assert field is not None
    assert (field.text(), written.poster().still) == ("00:00:01:12", StillRef("00:00:01:12"))
    written.click("poster-choose")
    assert written.poster().still == StillRef("auto")
    shown = painted(written)
    film = written.films.film("lamp")
    assert film is not None
    frame = film.video.rate.frame_at(shown.wish.seconds)
    assert field.text() == f"00:00:{frame // 24:02}:{frame % 24:02}"
    assert "Chosen by Lobbycard" in problems(written)
    field.setFocus()
    field.selectAll()
    written.qtbot.keyClicks(field, "2.5")
    written.press(field, Qt.Key.Key_Return)
    assert painted(written).wish.seconds == Fraction(5, 2)
    assert field.text() == "00:00:02:12"


def test_a_wrong_time_is_said_where_it_stands_and_kept(written: Stage) -> None:
    field = written.page.findChild(QLineEdit, "poster-still")
    assert field is not None
    field.setFocus()
    field.selectAll()
    written.qtbot.keyClicks(field, "00:09:00:00")
    written.press(field, Qt.Key.Key_Return)
    assert "The film ends at 00:00:04" in problems(written)
    assert field.text() == "00:09:00:00"
    assert written.poster().still == StillRef("00:00:01:12")
    written.press(field, Qt.Key.Key_Escape)
    assert field.text() == "00:00:01:12"
    assert "The film ends" not in problems(written)


def test_posters_are_duplicated_walked_and_removed(written: Stage) -> None:
    written.run("poster-duplicate")
    assert written.page.series.keys == ["lamp/poster", "lamp/poster-2"]
    assert written.page.series.current == "lamp/poster-2"
    written.type("zh-Hans", "另一句")
    written.rest()
    rows = written.page.series
    rows.setFocus()
    written.press(rows, Qt.Key.Key_Up)
    assert rows.current == "lamp/poster"
    written.qtbot.mouseClick(rows, Qt.MouseButton.LeftButton, pos=QPoint(60, 76 + 30))
    assert rows.current == "lamp/poster-2"
    written.press(rows, Qt.Key.Key_Delete)
    assert rows.keys == ["lamp/poster"]
    written.session.undo()
    written.rest()
    assert rows.keys == ["lamp/poster", "lamp/poster-2"]
    assert all(tile.image is not None for tile in rows.tiles)
    written.run("poster-remove")
    written.run("poster-remove")
    assert written.button("poster-first").isVisible()


def test_only_tiles_that_show_the_change_are_painted_again(written: Stage) -> None:
    written.run("poster-duplicate")
    written.rest()
    before = {tile.key: tile.image for tile in written.page.series.tiles}
    written.type("zh-Hans", "了")
    written.rest()
    after = {tile.key: tile.image for tile in written.page.series.tiles}
    assert after["lamp/poster"] is before["lamp/poster"]
    assert after["lamp/poster-2"] is not before["lamp/poster-2"]


def test_every_format_has_its_tile_and_those_with_findings_come_first(written: Stage) -> None:
    strip = written.page.strip
    written.rest()
    assert set(strip.keys) == set(FORMATS)
    assert all(tile.image is not None for tile in strip.tiles)
    ranks = [("error", "warning", "").index(tile.worst) for tile in strip.tiles]
    assert ranks == sorted(ranks)
    strip.setFocus()
    written.press(strip, Qt.Key.Key_End)
    assert strip.current == strip.keys[-1]
    shown = painted(written)
    assert shown.wish.format == strip.current
    box = written.page.findChild(QComboBox, "poster-formats")
    assert box is not None
    assert box.currentData() == strip.current


def test_an_older_picture_never_replaces_a_newer_one(written: Stage) -> None:
    seen: list[str] = []
    written.page.gallery.painted.connect(
        lambda one: seen.append(one.wish.copy.copy["en"]) if one else None
    )
    for letter in "abcdefgh":
        written.type("en", letter)
        written.qtbot.wait(15)
    written.rest()
    assert seen == sorted(seen, key=len)
    assert seen[-1] == "A small lamp.abcdefgh"
    written.page.canvas.setFocus()
    written.type("en", "!")
    written.session.undo()
    written.rest()
    assert seen[-1] == written.poster().copy["en"] == "A small lamp.abcdefgh"


def test_the_canvas_zooms_at_the_pointer_and_fits_again(written: Stage) -> None:
    canvas = written.page.canvas
    fitted = canvas.zoom
    written.rest()
    written.run("poster-1to1")
    assert canvas.zoom == 1
    shown = painted(written)
    assert max(shown.image.width(), shown.image.height()) > 900
    canvas.setFocus()
    written.press(canvas, Qt.Key.Key_Escape)
    assert canvas.zoom == fitted
    button = written.button("poster-zoom")
    assert button.text().endswith("%")


def test_the_safe_area_is_a_toggle_of_button_and_command(written: Stage) -> None:
    canvas = written.page.canvas
    plain = canvas.grab().toImage()
    written.click("poster-safe-area")
    assert canvas.shows_safe
    assert canvas.grab().toImage() != plain
    written.run("poster-safe")
    assert not canvas.shows_safe
    assert canvas.grab().toImage() == plain


def test_a_missing_film_is_said_and_the_copy_can_still_be_written(
    stage: Stage, film_folder: Copies
) -> None:
    (path,) = film_folder("lamp.mp4")
    stage.open(path)
    stage.click("poster-first")
    stage.rest()
    path.unlink()
    stage.films.again("lamp")
    stage.qtbot.waitUntil(lambda: "lamp.mp4" in stage.page.canvas.word, timeout=10_000)
    assert stage.page.gallery.present is None
    stage.type("en", "Still there.")
    assert stage.poster().copy == {"en": "Still there."}
    stage.qtbot.waitUntil(lambda: "Nothing to check yet" in problems(stage), timeout=10_000)


def test_a_new_poster_asks_of_which_film_where_there_are_several(
    stage: Stage, film_folder: Copies
) -> None:
    stage.open(*film_folder("lamp.mp4", "stall.mp4"))
    stage.click("poster-first")
    menu = stage.button("poster-first").findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Lamp", "Stall"]
    menu.actions()[1].trigger()
    menu.close()
    assert stage.page.series.keys == ["stall/poster"]
    stage.rest()


def test_another_campaign_begins_anew(written: Stage, film_folder: Copies) -> None:
    written.open(*film_folder("stall.mp4"))
    assert written.page.gallery.present is None
    assert written.button("poster-first").isVisible()
    written.click("poster-first")
    assert written.page.series.keys == ["stall/poster"]
    written.rest()


def test_a_template_that_is_not_there_is_said(written: Stage) -> None:
    def lost(poster: object) -> object:
        return replace(written.poster(), template="lost")

    written.page.edit("x", lost)  # type: ignore[arg-type]
    written.rest()
    assert written.page.canvas.word == "There is no template “lost”."
    choose_first = written.page.findChild(QComboBox, "poster-template")
    assert choose_first is not None
    assert choose_first.currentIndex() == -1


def test_tab_goes_down_the_inspector_as_it_stands(lamp: Stage) -> None:
    inspector = lamp.page.inspector
    inspector.set_languages(("zh-Hans", "en"), ("ko",))
    wanted = inspector.copies.fields()
    assert [one.accessibleName() for one in wanted[:2]] == ["Copy, 简体中文", "Copy, English"]
    chain, at = [], wanted[0].nextInFocusChain()
    while at is not wanted[0]:
        chain.append(at)
        at = at.nextInFocusChain()
    names = ("poster-others", "poster-template", "poster-choose", "poster-find")
    places = [next(n for n, one in enumerate(chain) if one.objectName() == name) for name in names]
    strip = next(n for n, one in enumerate(chain) if one.accessibleName() == "All formats")
    assert places == sorted(places)
    assert places[-1] < strip
