"""A line is shaped with its language, spaced as its script asks, and knows where its ink lies."""

from __future__ import annotations

import pytest

from studio.typeset.shape import shape_line
from studio.typeset.style import TypeStyle

PLAIN = TypeStyle(size=100, gap=0.25)


def places(text, language, style=PLAIN):
    """Where each cluster begins, in whole pixels at 100 pixels an em."""
    line = shape_line(text, language, style)
    return {glyph.cluster: round(glyph.x) for glyph in line.glyphs}


def test_a_line_has_one_shape_at_all_sizes():
    small = shape_line("灯 Lamp，亮", "zh-Hans", PLAIN.sized(10))
    large = shape_line("灯 Lamp，亮", "zh-Hans", PLAIN.sized(1000))
    again = small.scaled(100)
    assert [glyph.id for glyph in again.glyphs] == [glyph.id for glyph in large.glyphs]
    assert [glyph.x for glyph in again.glyphs] == pytest.approx(
        [glyph.x for glyph in large.glyphs], abs=1e-6
    )
    assert again.ink.width == pytest.approx(large.ink.width)


def test_the_gap_beside_latin_does_not_depend_on_typed_spaces():
    typed = places("用 Lamp 照", "zh-Hans")
    bare = places("用Lamp照", "zh-Hans")
    assert typed[0] == bare[0] == 0
    assert typed[2] == bare[1] == 125
    assert typed[7] == bare[5]


def test_the_gap_can_be_set():
    assert places("用Lamp", "zh-Hans", TypeStyle(size=100, gap=0.125))[1] == pytest.approx(
        112, abs=1
    )


def test_korean_keeps_its_spaces_and_takes_no_gap():
    assert places("영화는", "ko")[2] == 2 * 92
    assert places("DVD는", "ko")[3] == places("DVD", "ko")[2] + round(
        shape_line("D", "ko", PLAIN).advance
    )


def test_two_typed_spaces_are_kept():
    assert places("用  Lamp", "zh-Hans")[3] > 125


@pytest.mark.parametrize(
    ("text", "language", "advance"),
    [
        # A comma after a closing bracket, two closing marks, two opening ones: solid.
        ("言」、二", "ja", 350 - 50),
        ("言。」二", "ja", 350),
        ("言」」二", "ja", 300),
        ("言「『二", "ja", 350),
        # A closing mark and an opening one: half an em in all.
        ("言」「二", "ja", 350),
        ("言、「二", "ja", 350),
        ("言：“好", "zh-Hans", 350),
        # A middle dot keeps its quarter on both sides and takes the bracket's half.
        ("「言」・「二」", "ja", 500),
        # Marks in the middle of the cell give up a quarter.
        ("言，」二", "zh-Hant", 375),
    ],
)
def test_full_width_marks_are_squeezed(text, language, advance):
    whole = shape_line(text, language, PLAIN).advance
    expected = {"言」、二": 350, "言」」二": 350}.get(text, advance)
    assert whole == pytest.approx(expected, abs=4)


def test_a_bracket_at_the_start_and_a_stop_at_the_end_give_up_their_blank():
    assert shape_line("「言」", "ja", PLAIN).advance == pytest.approx(200, abs=1)
    assert shape_line("言。", "zh-Hans", PLAIN).advance == pytest.approx(150, abs=1)


def test_centred_question_marks_are_not_squeezed():
    assert shape_line("言？二", "ja", PLAIN).advance == pytest.approx(300, abs=1)


def test_dashes_and_dots_are_not_tracked_apart():
    loose = TypeStyle(size=100, tracking=0.5)
    assert shape_line("——", "zh-Hans", loose).advance == pytest.approx(200, abs=1)
    assert shape_line("……", "zh-Hans", loose).advance == pytest.approx(200, abs=1)
    assert shape_line("灯亮", "zh-Hans", loose).advance == pytest.approx(250, abs=1)


def test_letters_are_kerned():
    pair = shape_line("AV", "en", PLAIN).advance
    apart = shape_line("A", "en", PLAIN).advance + shape_line("V", "en", PLAIN).advance
    assert pair < apart - 1


def test_tracking_switches_ligatures_off():
    garamond = TypeStyle(families=("EB Garamond",), size=100)
    assert len(shape_line("fi", "en", garamond).glyphs) == 1
    loose = TypeStyle(families=("EB Garamond",), size=100, tracking=0.1)
    assert len(shape_line("fi", "en", loose).glyphs) == 2


def test_arabic_is_joined_and_never_tracked():
    loose = TypeStyle(size=100, tracking=0.3)
    assert shape_line("مرحبا", "ar", PLAIN).advance == shape_line("مرحبا", "ar", loose).advance


def test_right_to_left_lines_run_from_the_right():
    clusters = [glyph.cluster for glyph in shape_line("שלום 12!", "he", PLAIN).glyphs]
    # The number keeps its order; the mark that ends the sentence stands at the left.
    assert clusters == [7, 5, 6, 4, 3, 2, 1, 0]


def test_a_latin_name_in_arabic_keeps_its_order():
    clusters = [glyph.cluster for glyph in shape_line("من AB هنا", "ar", PLAIN).glyphs]
    assert clusters.index(3) < clusters.index(4)
    assert clusters.index(0) > clusters.index(4)


def test_a_right_to_left_word_in_english_is_turned_alone():
    clusters = [glyph.cluster for glyph in shape_line("a שלום b", "en", PLAIN).glyphs]
    assert clusters == [0, 1, 5, 4, 3, 2, 6, 7]


def test_what_no_face_has_is_listed_and_not_drawn():
    line = shape_line("灯\U0010fffd光\U0010fffd", "zh-Hans", PLAIN)
    assert line.missing == ("\U0010fffd",)
    assert [glyph.cluster for glyph in line.glyphs] == [0, 2]
    assert all(glyph.id for glyph in line.glyphs)


def test_the_mark_of_a_cluster_stays_with_its_letter():
    line = shape_line("e\u0301x", "en", PLAIN)
    assert {glyph.cluster for glyph in line.glyphs} == {0, 2}


def test_italics_slant_latin_and_never_cjk():
    slanted = TypeStyle(size=100, italic=True)
    assert all(glyph.setting.slanted for glyph in shape_line("lamp", "en", slanted).glyphs)
    assert not any(glyph.setting.slanted for glyph in shape_line("灯火", "zh-Hans", slanted).glyphs)
    assert not any(glyph.setting.slanted for glyph in shape_line("שלום", "he", slanted).glyphs)


def test_italics_take_the_italic_face_where_there_is_one():
    line = shape_line("lamp", "en", TypeStyle(families=("EB Garamond",), italic=True))
    assert all(glyph.face.italic and not glyph.setting.slanted for glyph in line.glyphs)


def test_only_the_emphasised_characters_are_slanted():
    line = shape_line("a bc d", "en", PLAIN, ((2, 4),))
    assert [glyph.cluster for glyph in line.glyphs if glyph.setting.slanted] == [2, 3]


def test_spaces_at_the_ends_are_dropped_and_breaks_count_as_spaces():
    assert shape_line("  a\nb ", "en", PLAIN).advance == shape_line("a b", "en", PLAIN).advance


@pytest.mark.parametrize("text", ["", " ", "\n", "\u200b"])
def test_a_line_of_nothing_has_no_ink(text):
    line = shape_line(text, "zh-Hans", PLAIN)
    assert (line.ink.width, line.ink.height) == (0, 0)


def test_quotes_inside_words_are_narrow_in_a_cjk_face():
    cjk = TypeStyle(families=("Noto Sans CJK",), size=100)
    assert places("it’s", "zh-Hans", cjk)[3] - places("it’s", "zh-Hans", cjk)[2] < 40


def test_features_of_the_style_are_used():
    numbers = TypeStyle(families=("EB Garamond",), size=100, features=("onum",))
    lining = TypeStyle(families=("EB Garamond",), size=100)
    assert [glyph.id for glyph in shape_line("1789", "en", numbers).glyphs] != [
        glyph.id for glyph in shape_line("1789", "en", lining).glyphs
    ]
