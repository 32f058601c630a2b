"""Lines break only where their language allows, alike in length, where one pauses."""

from __future__ import annotations

import itertools
import random

import pytest
from uniseg.linebreak import line_break_boundaries

from studio.core.errors import BadValue
from studio.typeset.breaking import breaks
from studio.typeset.kinsoku import rules_for
from studio.typeset.style import TypeStyle
from studio.typeset.wrapping import partitions, wrap

UNIT = TypeStyle(size=1.0)

_HAN = "灯不大够一个人回家末班车雨夜海边窗前风筝黎明远处走着看见说话声音时间我们你他这那里"
_KANA = "あいうえおっゃゅょァィッャュョーがのをはにでとスーパーバスゝ々"
_HANGUL = "작은등불하나집에가기엔충분하다마지막버스를기다리며우리말없이빗소리듣고있었다"
_MARKS = "，。、；：！？“”‘’（）《》「」『』【】·・…—～"


def pieces(text, language):
    cuts = [0, *(place.index for place in breaks(text, language)), len(text)]
    return [text[start:stop] for start, stop in itertools.pairwise(cuts)]


def random_copy(language, dice):
    letters = {"zh-Hans": _HAN, "ja": _HAN + _KANA, "ko": _HANGUL}[language]
    parts = []
    for _ in range(dice.randint(4, 14)):
        kind = dice.random()
        if kind < 0.62:
            parts.append("".join(dice.choice(letters) for _ in range(dice.randint(1, 5))))
        elif kind < 0.82:
            parts.append(dice.choice((*_MARKS, "——", "……", "。”", "（")))
        else:
            parts.append(
                dice.choice(("Lamp", "2024", "3.5", "1,200", "NO.7", "$30", "98%", "10:30"))
            )
        if language == "ko" and dice.random() < 0.6:
            parts.append(" ")
    return "".join(parts).strip() or "灯"


@pytest.mark.parametrize("language", ["zh-Hans", "ja", "ko"])
def test_no_line_begins_or_ends_with_what_may_not(language):
    dice = random.Random(7)
    rules = rules_for(language)
    for _ in range(500):
        text = random_copy(language, dice)
        allowed = set(line_break_boundaries(text))
        for place in breaks(text, language):
            head, tail = text[: place.index].rstrip(), text[place.index :].lstrip()
            said = f"{text!r} at {place.index}"
            assert tail[0] not in rules.not_first, said
            assert head[-1] not in rules.not_last, said
            assert not (head[-1] in "—…" and tail[0] == head[-1]), said
            joined = text[place.index - 1 : place.index + 1]
            assert not (joined[0].isdigit() and joined[1] in ".,:%0123456789"), said
            assert not (joined.isascii() and joined.isalnum()), said
            assert place.index in allowed or tail[0] in "“‘" or head[-1] in "”’", said


def test_korean_breaks_at_spaces_only():
    dice = random.Random(8)
    for _ in range(300):
        text = random_copy("ko", dice)
        assert all(text[place.index - 1] == " " for place in breaks(text, "ko"))


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "ja"])
def test_japanese_and_chinese_are_strict(language):
    assert "っ" not in [piece[0] for piece in pieces("待っていたスーパー々", "ja")]
    assert pieces("ー々ゃ", "ja") == ["ー々ゃ"]
    assert next(piece[-1] for piece in pieces("「灯」と（二）", language)) != "「"


def test_runs_of_dashes_and_dots_stay_whole():
    for text in ("走了——没有", "走了……没有", "走了⋯⋯没有"):
        assert any(text[2:4] in piece for piece in pieces(text, "zh-Hans"))


def test_a_newline_forces_a_break():
    forced = [place for place in breaks("灯不大，\n够了", "zh-Hans") if place.forced]
    assert [place.index for place in forced] == [5]


def test_lines_break_beside_curly_quotes_as_beside_corner_brackets():
    assert pieces("他说“好”她笑", "zh-Hans") == [
        piece.translate(str.maketrans("「」", "“”"))
        for piece in pieces("他说「好」她笑", "zh-Hans")
    ]


@pytest.mark.parametrize(
    ("text", "language", "lines"),
    [
        ("灯不大，够一个人回家。", "zh-Hans", ("灯不大，", "够一个人回家。")),
        ("燈不大，夠一個人回家。", "zh-Hant", ("燈不大，", "夠一個人回家。")),
        (
            "最後のバスが来るまで、ふたりは黙って雨の音を聞いていた。",
            "ja",
            ("最後のバスが来るまで、", "ふたりは黙って雨の音を聞いていた。"),
        ),
        (
            "마지막 버스가 올 때까지 우리는 말없이 빗소리를 듣고 있었다.",
            "ko",
            ("마지막 버스가 올 때까지 우리는", "말없이 빗소리를 듣고 있었다."),
        ),
        (
            "We waited for the last bus in the rain and said nothing to each other.",
            "en",
            ("We waited for the last bus in the rain", "and said nothing to each other."),
        ),
        ("2024年10月3日，第12届电影展", "zh-Hans", ("2024年10月3日，", "第12届电影展")),
    ],
)
def test_two_lines_are_what_a_reader_would_choose(text, language, lines):
    found = partitions(text, language, UNIT, 2)[-1]
    assert tuple(text[start:stop] for start, stop in found.spans) == lines


def test_no_widows():
    dice = random.Random(9)
    for _ in range(60):
        words = [
            dice.choice(("rain", "window", "a", "lighthouse", "bus", "go", "of")) for _ in range(9)
        ]
        text = " ".join(words)
        for found in partitions(text, "en", UNIT, 3)[1:]:
            last = text[slice(*found.spans[-1])]
            assert len(last.split()) > 1 or len(last) > 4, text


def test_no_line_of_a_single_character():
    dice = random.Random(10)
    for _ in range(60):
        text = "".join(dice.choice(_HAN) for _ in range(dice.randint(5, 16))) + "。"
        for found in partitions(text, "zh-Hans", UNIT, 2)[1:]:
            assert all(len(text[start:stop].strip("。")) > 1 for start, stop in found.spans), text


def test_an_english_line_does_not_end_with_an_article():
    found = partitions("They all went home by the harbour road", "en", UNIT, 2)[-1]
    text = "They all went home by the harbour road"
    assert text[slice(*found.spans[0])].split()[-1] not in ("by", "the")


def test_forced_breaks_stay_and_count():
    text = "灯不大，\n够一个人回家。"
    found = partitions(text, "zh-Hans", UNIT, 3)
    assert [len(one.spans) for one in found] == [2, 3]
    assert [text[start:stop] for start, stop in found[0].spans] == ["灯不大，", "够一个人回家。"]


def test_a_word_is_never_hyphenated_or_divided():
    text = "Donaudampfschifffahrtsgesellschaft und mehr"
    assert wrap(text, "de", TypeStyle(size=100), 300, 3) == (
        "Donaudampfschifffahrtsgesellschaft",
        "und mehr",
    )


def test_wrap_takes_the_fewest_lines_that_fit():
    style = TypeStyle(size=50)
    text = "A small lamp. Enough to get home by."
    assert len(wrap(text, "en", style, 2000, 3)) == 1
    assert len(wrap(text, "en", style, 600, 3)) == 2
    assert len(wrap(text, "en", style, 420, 3)) == 3


@pytest.mark.parametrize("text", ["", "  ", "\n", "\n\n"])
def test_nothing_has_no_lines(text):
    assert wrap(text, "zh-Hans", UNIT, 10, 2) == ()


def test_blank_lines_between_are_no_lines():
    assert wrap("a\n\nb", "en", UNIT, 10, 4) == ("a", "b")


def test_a_text_too_long_to_balance_is_refused():
    with pytest.raises(BadValue, match="2,000"):
        partitions("灯" * 2_001, "zh-Hans", UNIT, 2)
