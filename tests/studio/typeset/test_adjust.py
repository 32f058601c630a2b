"""A character that was kerned, sized or raised by hand is so everywhere, and nothing else is."""

from __future__ import annotations

import pytest

from studio.typeset.adjust import Adjust, changed, followed, of_stretch
from studio.typeset.block import TypeBox, block_of, fit_block
from studio.typeset.mask import mask
from studio.typeset.outline import outlines
from studio.typeset.shape import shape_line
from studio.typeset.style import TypeStyle

STYLE = TypeStyle(size=100)
ROOM = TypeBox(2000, 600)


def xs(text, language="en", adjusts=()):
    return [one.x for one in shape_line(text, language, STYLE, (), adjusts).glyphs]


def test_kerning_moves_what_follows_in_the_line():
    plain, kerned = xs("Lamp"), xs("Lamp", adjusts=(Adjust(1, kern=-0.05),))
    assert [two - one for one, two in zip(plain, kerned, strict=True)] == pytest.approx(
        [0, 0, -5, -5]
    )


def test_kerning_at_the_end_of_a_line_counts_nothing():
    line = shape_line("Lamp", "en", STYLE, (), (Adjust(3, kern=0.5),))
    assert line.advance == shape_line("Lamp", "en", STYLE).advance


def test_a_character_is_sized_and_raised_about_its_baseline():
    line = shape_line("灯火", "zh-Hans", STYLE, (), (Adjust(0, size=1.5, shift=0.1),))
    first, second = line.glyphs
    assert (first.size, first.y) == (pytest.approx(150), pytest.approx(-10))
    assert (second.size, second.x, second.y) == (pytest.approx(100), pytest.approx(150), 0)


def test_a_column_is_adjusted_too():
    box = TypeBox(400, 900, vertical=True)
    block = fit_block("灯火", "ja", STYLE, box, (Adjust(0, kern=0.2, size=0.5, shift=0.1),))
    first, second = block.lines[0].glyphs
    plain = fit_block("灯火", "ja", STYLE, box).lines[0].glyphs
    assert second.y == pytest.approx(plain[1].y - 50 + 20)
    assert (first.size, second.size) == (pytest.approx(50), pytest.approx(100))
    assert first.x > plain[0].x


def test_indexes_count_line_breaks_and_go_with_their_line():
    block = block_of(("Lamp", "Lamp"), "en", STYLE, ROOM, (Adjust(5, size=2.0),))
    sizes = [[round(one.size) for one in line.glyphs] for line in block.lines]
    assert sizes == [[100] * 4, [200, 100, 100, 100]]
    assert block.adjusts == (Adjust(5, size=2.0),)


def test_lines_are_broken_by_what_they_measure():
    box = TypeBox(420, 600, max_lines=2)
    text = "one two three four"
    assert len(block_of((text,), "en", STYLE, TypeBox(2000, 600)).lines) == 1
    plain = fit_block(text, "en", STYLE, box)
    wide = fit_block(text, "en", STYLE, box, (Adjust(0, size=3.0),))
    assert wide.size < plain.size
    assert not wide.overflow


def test_the_mask_and_the_outlines_carry_it():
    adjusts = (Adjust(0, size=2.0, shift=0.2),)
    block = block_of(("灯火",), "zh-Hans", STYLE, ROOM, adjusts)
    made = mask(block)
    assert made.rect.holds(block.ink)
    ys = [step[-1] for one in outlines(block)[:1] for contour in one.contours for step in contour]
    assert max(ys) - min(ys) == pytest.approx(
        2 * shape_line("灯", "zh-Hans", STYLE).ink.height, rel=0.01
    )
    assert min(ys) == pytest.approx(block.ink.y, abs=0.05)


def test_a_ligature_is_adjusted_by_any_of_its_letters():
    garamond = TypeStyle(families=("EB Garamond",), size=100)
    line = shape_line("fix", "en", garamond, (), (Adjust(1, size=2.0),))
    assert [round(one.size) for one in line.glyphs] == [200, 100]


def test_space_after_a_space_that_is_not_set_is_kept():
    plain, kerned = xs("用 Lamp", "zh-Hans"), xs("用 Lamp", "zh-Hans", (Adjust(1, kern=0.3),))
    assert kerned[1] - plain[1] == pytest.approx(30)


def test_letters_that_join_are_not_torn_apart():
    assert xs("مصباح", "ar", (Adjust(1, kern=0.5),)) == xs("مصباح", "ar")


def test_what_lies_outside_the_text_changes_nothing():
    assert xs("Lamp", adjusts=(Adjust(90, size=3.0, kern=1.0),)) == xs("Lamp")


@pytest.mark.parametrize(
    ("old", "new", "places"),
    [
        ("灯不大，够", "灯不大，\n够", (0, 5)),
        ("灯不大，\n够", "灯不大，够", (0, 4)),
        ("灯不大，够", "小灯不大，够", (1, 5)),
        ("灯不大，够", "不大，够", (3,)),
        ("灯不大，够", "", ()),
    ],
)
def test_an_adjustment_follows_its_character(old, new, places):
    adjusts = (Adjust(0, kern=0.1), Adjust(len(old) - 1, size=2.0))
    assert tuple(one.at for one in followed(adjusts, old, new)) == places


def test_a_plain_adjustment_takes_the_old_one_away():
    kept = changed((Adjust(3, kern=0.1), Adjust(1, size=2.0)), Adjust(2, shift=0.1))
    assert [one.at for one in kept] == [1, 2, 3]
    assert changed(kept, Adjust(3)) == kept[:2]
    assert of_stretch(kept, 2, 4) == (Adjust(0, shift=0.1), Adjust(1, kern=0.1))


@pytest.mark.parametrize(
    "wrong", [{"at": -1}, {"kern": 4}, {"size": 0}, {"shift": float("nan")}, {"size": 9}]
)
def test_figures_out_of_bounds_are_refused(wrong):
    with pytest.raises(ValueError, match=next(iter(wrong))):
        Adjust(**{"at": 0, **wrong})
