"""Ideographs are drawn as the region of the language draws them; where they are not, it is said."""

from __future__ import annotations

import pytest

from studio.typeset.block import TypeBox, set_block
from studio.typeset.cells import matched_size
from studio.typeset.fonts import library
from studio.typeset.mask import lines_mask
from studio.typeset.outline import em_contours
from studio.typeset.shape import shape_line
from studio.typeset.style import TypeStyle

ROOM = TypeBox(900, 900)


def drawn(char, language, family):
    """The contours of a character as it is really drawn."""
    (glyph,) = shape_line(char, language, TypeStyle(families=(family,))).glyphs
    return em_contours(glyph.setting, glyph.id)


# Which of zh-Hans, zh-Hant, ja and ko draw a character alike, by letter.
@pytest.mark.parametrize(
    ("char", "alike"),
    [("骨", "abcc"), ("直", "aabb"), ("今", "abcc"), ("角", "abbb"), ("一", "aaaa")],
)
@pytest.mark.parametrize("family", ["Noto Sans CJK", "Noto Serif CJK"])
def test_each_region_draws_its_own_form(char, alike, family):
    shapes = [drawn(char, language, family) for language in ("zh-Hans", "zh-Hant", "ja", "ko")]
    for one in range(4):
        for two in range(one):
            assert (shapes[one] == shapes[two]) is (alike[one] == alike[two]), (one, two)


def test_a_face_of_another_region_is_told_where_forms_differ():
    kai = TypeStyle(families=("LXGW WenKai",))
    assert set_block("直一骨の灯直", "ja", kai, ROOM).wrong_region == ("直", "骨")
    assert set_block("直一骨灯", "zh-Hans", kai, ROOM).wrong_region == ()
    oblique = TypeStyle(families=("Smiley Sans",))
    assert "直" in set_block("直", "ja", oblique, ROOM).wrong_region


def test_a_face_with_forms_for_the_language_is_none_of_another_region():
    for family in ("Noto Sans CJK", "Noto Sans CJK JP", "Noto Serif CJK KR"):
        style = TypeStyle(families=(family,))
        for language in ("zh-Hans", "zh-Hant", "zh-Hant-HK", "ja", "ko"):
            assert set_block("骨直今角", language, style, ROOM).wrong_region == ()


def test_other_languages_ask_for_no_region():
    kai = TypeStyle(families=("LXGW WenKai",))
    assert set_block("直 Lamp", "en", kai, ROOM).wrong_region == ()


def test_what_no_face_has_is_told_apart_from_wrong_forms():
    block = set_block("直\U0010fffd", "zh-Hans", TypeStyle(), ROOM)
    assert (block.missing, block.wrong_region) == (("\U0010fffd",), ())


def test_what_fills_up_a_static_face_is_as_dark():
    light = TypeStyle(families=("Noto Serif CJK", "EB Garamond"), weight=300)
    line = shape_line("灯Ж", "zh-Hans", light)
    assert {glyph.setting.weight for glyph in line.glyphs} == {700}


def test_latin_beside_ideographs_is_as_tall_as_theirs():
    style = TypeStyle(families=("EB Garamond", "Noto Serif CJK"), size=100)
    garamond = library().find("EB Garamond", "en", 400)
    assert garamond is not None
    by = matched_size(garamond, "ja", style)
    assert 1.05 <= by <= 1.12
    line = shape_line("灯H", "ja", style)
    assert [round(one.size) for one in line.glyphs] == [100, round(100 * by)]
    alone = shape_line("H", "en", style)
    assert alone.glyphs[0].size == 100
    made = lines_mask((line,), [(0.0, 0.0)])
    assert made.rect.holds(line.ink)
