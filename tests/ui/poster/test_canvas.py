"""The canvas and the tiles by themselves: zoom, pan, guides, tool tips."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from studio.core.geometry import Rect, Size
from ui.poster.canvas import Canvas, Sheet
from ui.poster.frame import StripArea
from ui.poster.tiles import Strip, Tile
from ui.widgets.words import Elided

FILE = Size(1200, 1800)


def picture(width: int, height: int, colour: str = "#808080") -> QImage:
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(colour)
    return made


@pytest.fixture
def canvas(qtbot: QtBot, themed: QApplication) -> Canvas:
    made = Canvas()
    qtbot.addWidget(made)
    made.resize(600, 700)
    made.show()
    made.show_sheet(Sheet(picture(400, 600), FILE, Rect(100, 100, 1000, 1600)))
    return made


def turn(widget: QWidget, at: QPoint, delta: int) -> None:
    """The wheel, with the pointer at a place."""
    event = QWheelEvent(
        QPointF(at), QPointF(widget.mapToGlobal(at)), QPoint(), QPoint(0, delta),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def shown_at(canvas: Canvas, at: QPoint) -> tuple[float, float]:
    """Which pixel of the file lies under a place."""
    box = canvas._rect()
    scale = FILE.width / box.width()
    return (at.x() - box.x()) * scale, (at.y() - box.y()) * scale


def test_the_wheel_zooms_at_the_pointer(canvas: Canvas) -> None:
    at = QPoint(180, 260)
    before, zoom = shown_at(canvas, at), canvas.zoom
    for _ in range(5):
        turn(canvas, at, 120)
    assert canvas.zoom > zoom * 2
    assert shown_at(canvas, at) == pytest.approx(before, abs=2 / canvas.zoom)
    for _ in range(40):
        turn(canvas, at, -120)
    assert canvas.zoom == pytest.approx(zoom / 2, rel=0.01)
    canvas.fit()
    assert canvas.zoom == zoom


def test_a_closer_look_asks_for_a_larger_picture(canvas: Canvas) -> None:
    assert canvas.wanted(FILE) == 652
    canvas.whole_size()
    assert canvas.wanted(FILE) == 1800
    # Of another format as much as fits.
    assert canvas.wanted(Size(1000, 500)) == 552
    assert canvas.wanted(Size(40, 40)) == 64


def test_a_small_file_is_not_painted_larger_than_it_is(canvas: Canvas) -> None:
    assert canvas.wanted(Size(300, 200)) == 300


def test_the_middle_button_and_the_space_bar_pan(qtbot: QtBot, canvas: Canvas) -> None:
    dragged: list[tuple[float, float]] = []
    canvas.dragged.connect(lambda x, y: dragged.append((x, y)))
    start = canvas._rect().topLeft()
    qtbot.mousePress(canvas, Qt.MouseButton.MiddleButton, pos=QPoint(300, 300))
    qtbot.mouseMove(canvas, QPoint(330, 290))
    qtbot.mouseRelease(canvas, Qt.MouseButton.MiddleButton, pos=QPoint(330, 290))
    assert canvas._rect().topLeft() - start == QPointF(30, -10)
    qtbot.keyPress(canvas, Qt.Key.Key_Space)
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    qtbot.mouseMove(canvas, QPoint(310, 300))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(310, 300))
    qtbot.keyRelease(canvas, Qt.Key.Key_Space)
    assert canvas._rect().topLeft() - start == QPointF(40, -10)
    assert dragged == []


def test_the_pointer_tells_what_a_drag_will_do(qtbot: QtBot, canvas: Canvas) -> None:
    qtbot.mouseMove(canvas, QPoint(300, 350))
    assert canvas.cursor().shape() == Qt.CursorShape.OpenHandCursor
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(300, 350))
    assert canvas.cursor().shape() == Qt.CursorShape.ClosedHandCursor
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(300, 350))
    qtbot.mouseMove(canvas, QPoint(5, 5))
    assert canvas.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_a_word_stands_where_there_is_no_poster(canvas: Canvas) -> None:
    canvas.show_word("Choosing a still…", "The film is looked through once.")
    assert canvas.word == "Choosing a still…"
    assert canvas.image is None
    turn(canvas, QPoint(200, 200), 120)
    canvas.whole_size()
    assert canvas.grab().toImage().pixelColor(300, 20).name() == "#1a1a1a"


def test_no_name_of_a_format_is_cut(qtbot: QtBot, themed: QApplication) -> None:
    strip = Strip(96, "All formats")
    qtbot.addWidget(strip)
    strip.show_tiles([Tile("a", "a-name-that-is-rather-long", 9 / 16), Tile("b", "b", 1.0)], "a")
    name = strip.fontMetrics().horizontalAdvance("a-name-that-is-rather-long") * 11 / 13
    assert strip._rect(0).width() >= name
    assert strip._rect(0).right() < strip._rect(1).x()
    assert strip.minimumWidth() >= strip._rect(1).right()


def test_the_wheel_moves_the_strip_sideways_and_the_chosen_tile_is_seen(
    qtbot: QtBot, themed: QApplication
) -> None:
    strip = Strip(96, "All formats")
    area = StripArea(strip)
    qtbot.addWidget(area)
    area.resize(400, 150)
    tiles = [Tile(str(place), str(place), 1.5) for place in range(12)]
    strip.show_tiles(tiles, "0")
    area.show()
    bar = area._scroll.horizontalScrollBar()
    turn(area._scroll.viewport(), QPoint(50, 50), -120)
    assert bar.value() == 120
    strip.show_tiles(tiles, "11")
    assert bar.value() + area.width() >= strip._rect(11).right()
    strip.show_tiles(tiles, "0")
    assert bar.value() <= strip._rect(0).x()


def test_a_label_takes_the_longest_text_there_is_room_for(
    qtbot: QtBot, themed: QApplication
) -> None:
    label = Elided()
    qtbot.addWidget(label)
    label.show()
    label.show_text("1,920 × 1,080 px · 600 × 337 mm", "1,920 × 1,080 px")
    label.resize(600, 20)
    assert label.text().endswith("mm")
    label.resize(130, 20)
    assert label.text() == "1,920 × 1,080 px"
    assert label.toolTip().endswith("mm")
    label.resize(40, 20)
    assert label.text().endswith("…")
