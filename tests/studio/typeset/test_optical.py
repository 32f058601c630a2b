"""Edges look straight: what is light at a line's end stands out of them, and nothing else."""

from __future__ import annotations

import pytest

from studio.typeset.block import TypeBox, aligned, block_of
from studio.typeset.optical import by_ink
from studio.typeset.shape import glyph_ink, shape_line
from studio.typeset.style import TypeStyle

STYLE = TypeStyle(size=100, gap=0.125)


def inks(lines, language, align, vertical=False):
    """The ink of each line without its marks, in pixels along the line, and that of all of it."""
    size = (400, 1600) if vertical else (1600, 400)
    block = block_of(lines, language, STYLE, TypeBox(*size, align=align, vertical=vertical))
    found = []
    for line, (x, y) in zip(block.lines, block.origins, strict=True):
        ink = line.ink.moved(x, y)
        found.append((ink.y, ink.bottom) if vertical else (ink.x, ink.right))
    return found


@pytest.mark.parametrize(
    ("marked", "plain", "language"),
    [
        ("灯火。", "灯火", "zh-Hans"),
        ("“灯火", "灯火", "zh-Hans"),
        ("「灯火", "灯火", "ja"),
        ("灯火」", "灯火", "ja"),
        ("燈火，", "燈火", "zh-Hant"),
        ("등불,", "등불", "ko"),
        ("“Lamp”", "Lamp", "en"),
    ],
)
def test_marks_are_left_out_of_the_width_by_which_a_line_is_centred(marked, plain, language):
    block = block_of((marked, plain), language, STYLE, TypeBox(1600, 400, align="centre"))
    first = next(place for place, char in enumerate(marked) if char.isalnum())
    letters = [
        glyph.x + block.origins[0][0] for glyph in block.lines[0].glyphs if glyph.cluster == first
    ]
    assert letters[0] == pytest.approx(block.lines[1].glyphs[0].x + block.origins[1][0], abs=1.0)


def test_marks_that_are_as_dark_as_letters_count():
    (left, right), _ = inks(("灯火！", "灯"), "ja", "centre")
    assert (left + right) / 2 == pytest.approx(800, abs=1e-6)


def test_never_two_marks_in_a_row_stand_out():
    one, two = inks(("灯火。」", "灯火。"), "ja", "centre")
    assert one[0] < two[0] - 10


def test_western_quotes_and_stops_stand_out_of_both_edges():
    first, second = inks(("“Lamp", "Lamp"), "en", "start")
    assert first[0] == pytest.approx(0, abs=1e-6)
    assert second[0] > 20
    first, second = inks(("Lamp.", "Lamp"), "en", "end")
    assert first[1] == pytest.approx(1600, abs=1e-6)
    assert second[1] < 1590


def test_letters_that_touch_an_edge_with_a_point_stand_out_a_little():
    first, second = inks(("Tide", "Lamp"), "en", "start")
    bar = shape_line("T", "en", STYLE).ink.width
    assert second[0] - first[0] == pytest.approx(0.08 * bar, abs=0.5)


def test_an_opening_bracket_at_the_start_is_flush():
    first, second = inks(("「灯」は", "灯火"), "ja", "start")
    assert first[0] == second[0] == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize(
    ("language", "hangs"), [("ja", True), ("zh-Hans", True), ("zh-Hant", False)]
)
def test_stops_hang_at_the_end_of_a_line_except_in_taiwan(language, hangs):
    first, second = inks(("夜市。", "夜市"), language, "end")
    assert first[1] == pytest.approx(1600, abs=1e-6)
    assert (second[1] < 1585) is hangs


def test_stops_hang_below_columns():
    first, second = inks(("夜市。", "夜市"), "zh-Hant", "end", vertical=True)
    assert first[1] == pytest.approx(1600, abs=1e-6)
    assert second[1] < 1585


def test_two_blocks_of_one_width_have_one_edge():
    made = [
        aligned(block_of((text,), "en", STYLE, TypeBox(1600, 400)), "start", 900)
        for text in ("“Lamp”", "Lamp")
    ]
    # The quotation mark stands outside the box, its word where the other begins.
    assert made[0].ink.x < -20
    assert made[1].ink.x == pytest.approx(0, abs=1e-6)
    word = made[0].origins[0][0] + made[0].lines[0].glyphs[1].x
    assert word == pytest.approx(made[1].origins[0][0] + made[1].lines[0].glyphs[0].x, abs=0.5)
    assert made[0].ink.y == pytest.approx(0, abs=1e-9)
    small = aligned(made[0], "start", 900, by_ink)
    assert small.ink.x == pytest.approx(0, abs=1e-6)


def test_a_centred_stop_stands_close_to_the_words_it_ends() -> None:
    """Taiwan's stands in the middle of its body: at a line's end it gives up both its blanks."""

    def air(text: str) -> float:
        line = shape_line(text, "zh-Hant", STYLE)
        word, stop = (
            next(
                ink
                for glyph in line.glyphs
                if glyph.cluster == place and (ink := glyph_ink(glyph)) is not None
            )
            for place in (1, 2)
        )
        return stop.x - word.right

    assert air("不大。夠") > 25
    assert 0 < air("不大。") < air("不大。夠") - 20
