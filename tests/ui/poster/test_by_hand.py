"""The copy under the hand: moved, written on the poster, broken otherwise, compared, proofed."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QWidget

from studio.core.geometry import Rect, Size
from studio.core.said import said
from studio.poster.problem import Action, Problem
from tests.ui.poster.conftest import COPY, Stage
from ui.poster.rulers import step_for, ticks
from ui.poster.snapping import CENTRE, MARGIN, Grasp, rest_of

CONTROL = Qt.KeyboardModifier.ControlModifier
LINE = "夜再长，也有人点一盏灯等你回家。"


def middle(stage: Stage, role: str = "copy") -> QPoint:
    """Where a block of the poster is seen."""
    sheet = stage.page.canvas.sheet
    assert sheet is not None
    ink = next(mark.ink for mark in sheet.marks if mark.role == role)
    return stage.page.canvas.on_screen(ink).center().toPoint()


def labels(stage: Stage) -> list[str]:
    assert stage.session.history is not None
    return [step.label for step in stage.session.history.steps[1:]]


def editor(stage: Stage) -> QPlainTextEdit:
    found = stage.page.findChild(QPlainTextEdit, "poster-on-canvas")
    assert found is not None
    return found


def look_at(stage: Stage, form: str) -> None:
    stage.page._look(format=form)
    stage.rest()


def test_the_copy_is_dragged_and_the_picture_stays(written: Stage) -> None:
    look_at(written, "weibo-square")
    canvas, start = written.page.canvas, middle(written)
    before = canvas.sheet.unit if canvas.sheet else None
    # Towards the middle of the poster, wherever the design put the copy.
    way, key = (-1, Qt.Key.Key_Up) if start.y() > canvas.height() / 2 else (1, Qt.Key.Key_Down)
    written.qtbot.mouseMove(canvas, start)
    assert canvas.cursor().shape() == Qt.CursorShape.SizeAllCursor
    written.qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 5):
        written.qtbot.mouseMove(canvas, start + QPoint(9, 14 * way) * step)
    written.qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(36, 56 * way))
    written.rest()
    after = canvas.sheet.unit if canvas.sheet else None
    assert before is not None
    assert after is not None
    assert (after.y - before.y) * way > 20 / canvas.zoom
    assert written.poster().focus is None
    assert set(written.poster().place) == {"square"}
    assert labels(written) == ["Move the copy"]
    written.click("poster-place")
    assert written.poster().place == {}
    written.session.undo()
    written.session.undo()
    assert written.poster().place == {}
    # By keys, and a drag that is taken back.
    written.rest()
    canvas.setFocus()
    high = []
    for _ in range(3):
        written.qtbot.keyClick(canvas, key, CONTROL)
        high.append(written.poster().place["square"][1])
    assert high[0] * way < high[1] * way < high[2] * way
    assert labels(written) == ["Move the copy"]
    written.session.undo()
    written.rest()
    start = middle(written)
    written.qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    written.qtbot.mouseMove(canvas, start + QPoint(0, 20 * way))
    written.qtbot.mouseMove(canvas, start + QPoint(0, 40 * way))
    assert written.poster().place
    written.press(canvas, Qt.Key.Key_Escape)
    assert written.poster().place == {}


GRASP = Grasp(
    Rect(100, 600, 300, 100), Rect(80, 60, 840, 800), Rect(40, 60, 920, 900), Size(1000, 1000)
)


@pytest.mark.parametrize(
    ("by", "ink", "across", "down"),
    [
        ((247, 0), (350, 600), (500, CENTRE), None),
        ((-14, 0), (80, 600), (80, MARGIN), None),
        ((900, 300), (620, 760), (920, MARGIN), (860, MARGIN)),
        ((50, -155), (150, 450), None, (500, CENTRE)),
        ((50, 50), (150, 650), None, None),
    ],
)  # fmt: skip
def test_copy_comes_to_rest_at_margins_and_centre_lines(
    by: tuple[float, float],
    ink: tuple[float, float],
    across: tuple[float, str] | None,
    down: tuple[float, str] | None,
) -> None:
    rest = rest_of(GRASP, *by, 8)
    assert (rest.ink.x, rest.ink.y) == ink
    assert (rest.across, rest.down) == (across, down)
    free = rest_of(GRASP, *by, 0)
    assert GRASP.room.holds(free.ink)
    assert all(0 <= share <= 1 for share in free.place)


def test_a_double_click_writes_on_the_poster(written: Stage) -> None:
    canvas, field = written.page.canvas, editor(written)
    written.qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=middle(written, "second"))
    assert field.isVisible()
    assert field.toPlainText() == COPY["en"]
    assert field.hasFocus()
    assert field.geometry().contains(middle(written, "second"))
    written.write(field, "A lamp.\nFor you.")
    assert written.poster().copy == COPY
    written.qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)
    assert not field.isVisible()
    assert written.poster().copy["en"] == "A lamp.\nFor you."
    assert labels(written) == ["Write the copy in en"]
    assert canvas.hasFocus()
    written.rest()
    written.press(canvas, Qt.Key.Key_Return)
    assert field.toPlainText() == COPY["zh-Hans"]
    written.write(field, "灯亮着。")
    assert field.toPlainText() == "灯亮着。"
    written.press(field, Qt.Key.Key_Escape)
    assert written.poster().copy["zh-Hans"] == COPY["zh-Hans"]
    assert not field.isVisible()
    canvas.zoom_by(2)
    assert not field.isVisible()
    assert labels(written) == ["Write the copy in en"]


def test_what_was_written_on_a_poster_is_kept_there(written: Stage) -> None:
    written.run("poster-duplicate")
    written.rest()
    written.run("poster-on-it")
    field = editor(written)
    written.write(field, "另一句。")
    rows = written.page.series
    written.qtbot.mouseClick(rows, Qt.MouseButton.LeftButton, pos=QPoint(60, 30))
    assert not field.isVisible()
    assert written.poster(0).copy == COPY
    assert written.poster(1).copy["zh-Hans"] == "另一句。"
    assert rows.current == "lamp/poster"


def test_lines_are_broken_by_a_click_and_by_keys(written: Stage) -> None:
    page = written.page
    page.edit(said("x"), lambda poster: replace(poster, copy={"zh-Hans": LINE}))
    breaks = page.inspector.copies._breaks["zh-Hans"]
    written.qtbot.waitUntil(lambda: breaks.isVisible() and len(breaks.ways) == 3, timeout=60_000)
    texts = [way.text for way in breaks.ways]
    assert len(set(texts)) == 3
    sample = page.findChild(QAbstractButton, "breaks-2")
    assert sample is not None
    assert "⏎" in sample.accessibleName()
    written.qtbot.mouseClick(sample, Qt.MouseButton.LeftButton)
    assert written.poster().copy["zh-Hans"] == texts[1]
    assert labels(written)[1:] == ["Break the lines in zh-Hans"]
    written.rest()
    assert sample.isChecked()
    written.run("poster-breaks")
    assert written.poster().copy["zh-Hans"] == texts[2]
    third = page.findChild(QAbstractButton, "breaks-3")
    assert third is not None
    written.rest()
    written.qtbot.keyClick(third, Qt.Key.Key_Space)
    assert written.poster().copy["zh-Hans"] == LINE


def test_a_finding_is_mended_by_its_button(written: Stage) -> None:
    page = written.page
    mend = Action("copy", said("Break it anew"), "en", "One line.")
    lead = Action("write", said("Go to the copy"), "en")
    page.inspector.show_problems(
        (
            Problem("letter", "error", 1, 2, "m", "rule", said("Write less."), mend),
            Problem("letter", "warning", 1, 2, "n", "rule", said("Write less."), lead),
        )
    )
    first, second = page.inspector.findings.buttons
    assert (first.text(), second.text()) == ("Break it anew", "Go to the copy")
    written.qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert page.focusWidget().objectName() == "copy-en"
    written.qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert written.poster().copy["en"] == "One line."
    assert labels(written) == ["Break the lines in en"]
    written.session.undo()
    assert written.poster().copy == COPY


def test_what_was_is_seen_while_a_key_is_held(written: Stage) -> None:
    canvas = written.page.canvas
    canvas.setFocus()
    plain = canvas.grab().toImage()
    written.qtbot.keyPress(canvas, Qt.Key.Key_Backslash)
    assert not canvas.shows_before
    written.qtbot.keyRelease(canvas, Qt.Key.Key_Backslash)
    page = written.page
    page.edit(said("x"), lambda poster: replace(poster, template="centred-title"))
    written.rest()
    now = canvas.grab().toImage()
    assert now != plain
    written.qtbot.keyPress(canvas, Qt.Key.Key_Backslash)
    written.qtbot.waitUntil(lambda: canvas.shows_before, timeout=20_000)
    assert canvas.grab().toImage() not in (plain, now)  # it says “Before”
    written.qtbot.keyRelease(canvas, Qt.Key.Key_Backslash)
    assert not canvas.shows_before
    assert canvas.grab().toImage() == now
    # The old poster stays while the new one is made.
    old = canvas.image
    word = written.page.findChild(QWidget, "poster-making")
    assert word is not None
    written.type("en", " More.")
    written.qtbot.waitUntil(lambda: canvas.is_making, timeout=5_000)
    assert canvas.image is old
    written.rest()
    assert not canvas.is_making
    assert not word.isVisible()
    assert canvas.image is not old


def test_print_is_proofed_and_measured_in_millimetres_and_screens_are_not(written: Stage) -> None:
    page = written.page
    proof, gamut = (page.findChild(QAbstractButton, f"poster-{n}") for n in ("proof", "gamut"))
    assert proof is not None
    assert gamut is not None
    look_at(written, "weibo-square")
    assert not proof.isEnabled()
    look_at(written, "a2")
    plain = page.gallery.present
    assert plain is not None
    written.click("poster-proof")
    written.rest()
    shown = page.gallery.present
    assert shown is not None
    assert shown.wish.proof
    assert shown.image != plain.image
    assert "Proof: ISO Coated" in page.canvas._foot
    assert gamut.isEnabled()
    look_at(written, "weibo-square")
    assert page.canvas._foot == ""
    # Rulers measure paper in millimetres and take their room.
    look_at(written, "a2")
    sheet, wide = page.canvas.sheet, page.canvas._rect()
    corner = page.canvas.in_file(QPointF(wide.bottomRight()))
    assert sheet is not None
    assert sheet.mm is not None
    assert corner == pytest.approx((sheet.file.width, sheet.file.height), rel=0.01)
    trim = sheet.trim or Rect(0, 0, sheet.file.width, sheet.file.height)
    assert trim.width * sheet.mm == pytest.approx(420, abs=1)
    plain = page.canvas.grab().toImage()
    written.click("poster-rulers")
    assert page.canvas._rect().width() < wide.width()
    assert page.canvas.grab().toImage() != plain
    look_at(written, "weibo-square")
    assert page.canvas.sheet is not None
    assert page.canvas.sheet.mm is None


@pytest.mark.parametrize(("unit", "step"), [(1.0, 100), (0.3, 200), (12.0, 5), (0.004, 20_000)])
def test_figures_of_a_ruler_stand_apart(unit: float, step: float) -> None:
    assert step_for(unit) == step
    found = ticks(20, 620, unit, 133.0)
    assert all(place == pytest.approx(133.0 + figure * unit) for place, figure in found)
    assert all(b[0] - a[0] >= 56 for a, b in pairwise(found))


def test_the_board_shows_every_market_and_follows_an_edit(written: Stage) -> None:
    page = written.page
    written.click("poster-board")
    idle = page.shelving
    written.qtbot.waitUntil(lambda: idle.is_idle, timeout=60_000)
    assert {key.partition("/")[0] for key in page.board.keys} == {"cn", "kr"}
    seen = [key for key in page._board_area.seen() if key.startswith("cn/")]
    images = {tile.key: tile.image for tile in page.board.tiles}
    assert all(images[key] is not None for key in seen)
    written.type("en", " And you.")
    written.qtbot.waitUntil(
        lambda: (
            idle.is_idle
            and all(
                tile.image is not images[tile.key] for tile in page.board.tiles if tile.key in seen
            )
        ),
        timeout=60_000,
    )
    assert page.gallery.present is not None
    assert page.gallery.present.wish.copy.copy["en"].endswith("And you.")
    page.board.setFocus()
    written.press(page.board, Qt.Key.Key_Down)
    assert page.board.current.startswith("kr/")
    written.press(page.board, Qt.Key.Key_Return)
    assert page.canvas.isVisible()
    assert page.view.market == "kr"
