"""Blocks fit their boxes, keep chosen breaks, and say what does not fit."""

from __future__ import annotations

import itertools

import pytest

from studio.core.geometry import Rect
from studio.typeset.block import TypeBox, block_of, fit_block, set_block
from studio.typeset.shape import ink_of
from studio.typeset.style import TypeStyle

STYLE = TypeStyle(size=120, gap=0.125)
COPY = [
    ("灯不大，够一个人回家。", "zh-Hans"),
    ("燈不大，夠一個人回家。", "zh-Hant"),
    ("小さな灯り。帰るには、これで足りる。", "ja"),
    ("작은 등불 하나, 집에 가기엔 충분하다.", "ko"),
    ("A small lamp. Enough to get home by.", "en"),
    ("مصباح صغير. يكفي للعودة إلى البيت.", "ar"),
    ("“Agjpqy” — Ägypten, Åbo, Émile!", "fr"),
]


@pytest.mark.parametrize(("text", "language"), COPY)
@pytest.mark.parametrize("size", [(1200, 300), (300, 1200), (4000, 60), (80, 80)])
@pytest.mark.parametrize("align", ["start", "centre", "end"])
def test_ink_stays_inside_the_box(text, language, size, align):
    block = fit_block(text, language, STYLE, TypeBox(*size, max_lines=4, align=align))
    assert not block.overflow
    assert block.box.holds(block.ink, 0.001)
    assert block.size <= STYLE.size


@pytest.mark.parametrize("vertical", [False, True])
def test_the_size_is_the_largest_that_fits(vertical):
    box = TypeBox(900, 500, max_lines=3, vertical=vertical)
    block = fit_block("灯不大，够一个人回家。", "zh-Hans", STYLE.sized(1000), box)
    tight = max(block.ink.width / box.width, block.ink.height / box.height)
    assert tight == pytest.approx(1, abs=1e-4)


def test_below_the_smallest_size_it_overflows_and_says_so():
    block = fit_block("灯不大，够一个人回家。", "zh-Hans", STYLE, TypeBox(100, 40, min_size=40))
    assert block.overflow
    assert block.size == 40


def test_forced_breaks_are_kept_even_beyond_the_lines_allowed():
    block = fit_block("灯\n不\n大", "zh-Hans", STYLE, TypeBox(500, 900, max_lines=2))
    assert [line.text for line in block.lines] == ["灯", "不", "大"]


def test_chosen_breaks_are_set_as_they_are():
    block = block_of(("灯不大，够", "一个人回家。"), "zh-Hans", STYLE, TypeBox(2000, 400))
    assert [line.text for line in block.lines] == ["灯不大，够", "一个人回家。"]
    assert block.size == STYLE.size


def test_it_breaks_where_one_pauses_rather_than_grow_a_little():
    block = fit_block(
        "灯不大，够一个人回家。", "zh-Hans", STYLE.sized(400), TypeBox(900, 600, max_lines=2)
    )
    assert [line.text for line in block.lines] == ["灯不大，", "够一个人回家。"]


@pytest.mark.parametrize(("align", "share"), [("start", 0.0), ("centre", 0.5), ("end", 1.0)])
def test_lines_are_aligned_by_their_ink(align, share):
    block = block_of(("灯火", "夜的船里"), "ja", STYLE, TypeBox(1600, 400, align=align))
    for line, (x, _) in zip(block.lines, block.origins, strict=True):
        ink = line.ink.moved(x, 0)
        assert ink.x + share * ink.width == pytest.approx(share * 1600, abs=1e-6)


def test_right_to_left_lines_start_at_the_right():
    block = set_block("مصباح صغير", "ar", STYLE, TypeBox(1600, 400))
    assert block.ink.right == pytest.approx(1600, abs=1e-6)


def test_baselines_keep_the_leading():
    block = block_of(("灯", "船", "夜"), "ja", TypeStyle(size=100, leading=1.5), TypeBox(900, 900))
    ys = [y for _, y in block.origins]
    assert [round(two - one, 6) for one, two in itertools.pairwise(ys)] == [150, 150]
    assert block.ink.y == pytest.approx(0, abs=1e-9)


def test_a_moved_block_moves_all():
    block = set_block("灯", "zh-Hans", STYLE, TypeBox(300, 300))
    moved = block.moved(10, 20)
    assert moved.ink == block.ink.moved(10, 20)
    assert moved.box == Rect(10, 20, 300, 300)
    assert moved.lines == block.lines


def test_what_no_face_has_is_told():
    block = set_block("灯\U0010fffd", "zh-Hans", STYLE, TypeBox(900, 300))
    assert block.missing == ("\U0010fffd",)
    assert block.glyphs == 1


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_nothing_is_a_block_without_ink(text):
    block = fit_block(text, "en", STYLE, TypeBox(100, 100))
    assert (block.lines, block.overflow) == ((), False)


def test_columns_run_from_right_to_left():
    block = fit_block(
        "灯不大，\n够一个人回家。", "zh-Hans", STYLE, TypeBox(900, 1200, vertical=True)
    )
    first, second = (x for x, _ in block.origins)
    assert first - second == pytest.approx(STYLE.leading * block.size)
    assert block.ink.right == pytest.approx(900, abs=1e-6)
    assert block.box.holds(block.ink)


def column(text, language="ja"):
    block = set_block(text, language, TypeStyle(size=100), TypeBox(900, 9000, vertical=True))
    return block.lines[0]


def test_two_digits_share_a_cell_and_words_lie_on_their_side():
    line = column("第12章は2024年Lamp")
    turned = {glyph.cluster for glyph in line.glyphs if glyph.turned}
    assert turned == {5, 6, 7, 8, 10, 11, 12, 13}
    digits = [glyph for glyph in line.glyphs if glyph.cluster == 1]
    assert len(digits) == 2
    assert digits[0].y == digits[1].y
    assert digits[0].x < digits[1].x


@pytest.mark.parametrize("families", [(), ("Inter", "Noto Sans CJK"), ("Noto Serif CJK",)])
def test_two_digits_are_no_wider_than_their_cell(families):
    style = TypeStyle(families=families, size=100, weight=900)
    block = set_block("月24日", "ja", style, TypeBox(900, 9000, vertical=True))
    digits = [glyph for glyph in block.lines[0].glyphs if glyph.cluster == 1]
    ink = ink_of(digits)
    assert ink.width <= 100
    assert abs(ink.centre[0]) < 5


def test_a_column_takes_the_vertical_forms():
    level = set_block("「灯」ー。", "ja", TypeStyle(size=100), TypeBox(900, 900)).lines[0]
    upright = column("「灯」ー。")
    changed = [one.id != two.id for one, two in zip(level.glyphs, upright.glyphs, strict=True)]
    assert changed == [True, False, True, True, True]


def test_a_columns_stop_stands_at_the_upper_right_and_gives_up_its_blank():
    line = column("言。」")
    assert line.advance == pytest.approx(200, abs=6)


def test_quotes_in_columns_are_hooks():
    assert [glyph.id for glyph in column("“好”", "zh-Hans").glyphs] == [
        glyph.id for glyph in column("『好』", "zh-Hans").glyphs
    ]
    assert [glyph.id for glyph in column("“好”", "zh-Hant").glyphs] == [
        glyph.id for glyph in column("「好」", "zh-Hant").glyphs
    ]


def turned(text, language="ja"):
    return "".join(text[one.cluster] for one in column(text, language).glyphs if one.turned)


@pytest.mark.parametrize(
    ("text", "lying"),
    [
        # By UAX 50: symbols stand, full-width operators and words lie, a figure alone stands.
        ("★♪①※℃", ""),
        ("灯＝光－＜", "＝－＜"),
        ("第7章A案", ""),
        ("NO.7の3.5号", "NO.73.5"),
        ("灯〜ー—…（）", ""),
    ],
)
def test_signs_stand_or_lie_as_unicode_says(text, lying):
    assert turned(text) == lying


def test_a_western_line_lies_down_as_a_whole():
    text = "“A 12 – I” is B!"
    assert turned(text, "en") == text
    level = set_block(text, "en", TypeStyle(size=100), TypeBox(2000, 900)).lines[0]
    upright = column(text, "en")
    assert [one.id for one in upright.glyphs] == [one.id for one in level.glyphs]
    assert upright.advance == pytest.approx(level.advance, abs=0.1)
    assert turned("A 灯", "en") == "A "


def test_full_width_exclamations_share_a_cell_as_narrow_ones():
    assert [one.id for one in column("行く！？").glyphs] == [
        one.id for one in column("行く!?").glyphs
    ]
    assert column("行く！？").advance == pytest.approx(300, abs=30)


def test_a_korean_column_has_its_own_marks_and_half_an_em_between_words():
    line = column("여름, “다시” 만날까. 3.5", "ko")
    hooks = column("여름、 『다시』 만날까。 3.5", "ko")
    assert [one.id for one in line.glyphs] == [one.id for one in hooks.glyphs]
    assert column("여름 다시", "ko").advance == pytest.approx(4 * 100 + 50, abs=16)
    # The blank of the drop and of the hook is the space.
    wide, tight = column("여름、 다시", "ko").advance, column("여름、다시", "ko").advance
    assert wide == pytest.approx(tight, abs=10)


def test_proportional_marks_work_down_a_column():
    style = TypeStyle(size=100, features=("palt",))
    box = TypeBox(900, 9000, vertical=True)
    plain = set_block("これで（灯り）", "ja", TypeStyle(size=100), box).lines[0]
    tight = set_block("これで（灯り）", "ja", style, box).lines[0]
    assert tight.advance < plain.advance - 10
    assert abs(tight.ink.centre[0]) < 8


def test_a_column_stays_within_its_middle():
    line = column("灯の光Lamp12")
    assert abs(line.ink.centre[0]) < 8
    assert line.ink.width < 110
