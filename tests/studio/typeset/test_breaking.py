"""Lines break only where their language allows, alike in length, where one pauses."""

from __future__ import annotations

import itertools
import random
import re

import pytest

from studio.core.errors import BadValue
from studio.typeset import breaking
from studio.typeset.breaking import breaks
from studio.typeset.style import TypeStyle
from studio.typeset.wrapping import Wanted, divisions, partitions, wrap
from tests.studio.typeset.copies import LANGUAGES, cuts_of, faults, random_copy

UNIT = TypeStyle(size=1.0)

_HAN = "灯不大够一个人回家末班车雨夜海边窗前风筝黎明远处走着看见说话声音时间我们你他这那里"


def pieces(text, language):
    cuts = [0, *(place.index for place in breaks(text, language)), len(text)]
    return [text[start:stop] for start, stop in itertools.pairwise(cuts)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_of_random_copy_does_what_lines_may_not(language):
    """A fixed dose of the many thousands that the soak tries: every legal break of each."""
    dice = random.Random(f"copies {language}")
    texts = [random_copy(language, dice) for _ in range(250)]
    found = [
        fault
        for text in texts
        for fault in faults(text, language, [place.index for place in breaks(text, language)])
    ]
    assert found == []
    assert sum(len(breaks(text, language)) for text in texts) > 500


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("vertical", [False, True])
def test_nor_does_any_line_that_is_set(language, vertical):
    dice = random.Random(f"lines {language}")
    for _ in range(12):
        text = random_copy(language, dice)
        for found in divisions(text, language, UNIT, Wanted(5, vertical, 3)):
            assert list(faults(text, language, cuts_of(found.spans))) == []


def _mixed_up(dice):
    """Words and ideographs with all that may stand between them, in any order."""
    odd = ".,!?-—…“”\"'()[]「」、。ーっカ한국0129%€/&\u00a0\u200b\u2060\u0301é🙂👍🏽🇩🇪１Ａאสວ\n"
    return "".join(
        dice.choice(odd if dice.random() < 0.4 else "abc 灯大够家人 ")
        for _ in range(dice.randint(1, 20))
    )


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_a_text_looked_at_in_parts_breaks_as_one_looked_at_whole(language, monkeypatch):
    dice = random.Random(f"parts {language}")
    texts = [_mixed_up(dice) for _ in range(300)]
    parts = [breaks(text, language) for text in texts]
    assert sum(len(breaking._APART.split(text)) > 1 for text in texts) > 100
    monkeypatch.setattr(breaking, "_APART", re.compile("(?!)"))
    assert [breaks.__wrapped__(text, language) for text in texts] == parts


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "ja"])
def test_japanese_and_chinese_are_strict(language):
    assert "っ" not in [piece[0] for piece in pieces("待っていたスーパー々", "ja")]
    assert pieces("ー々ゃ", "ja") == ["ー々ゃ"]
    assert next(piece[-1] for piece in pieces("「灯」と（二）", language)) != "「"


def test_runs_of_dashes_and_dots_stay_whole():
    for text in ("走了——没有", "走了……没有", "走了⋯⋯没有"):
        assert any(text[2:4] in piece for piece in pieces(text, "zh-Hans"))


@pytest.mark.parametrize(
    ("text", "language", "whole"),
    [
        ("Bis 10 km weit", "de", "10 km"),
        ("At 10 p.m. sharp", "en", "10 p.m."),
        ("With Dr. J. R. Smith at home", "en", "Dr. J. R. Smith"),
        ("See No. 7 again", "en", "No. 7"),
        ("Depuis 1 200 000 ans", "fr", "1 200 000"),
        ("Years 2019–2024 of it", "en", "2019–2024"),
        ("于二〇二四年十月", "zh-Hans", "二〇二四"),
        ("走了——没有", "zh-Hans", "——"),
        ("あと20㎞です", "ja", "20㎞"),
        ("Come home — now", "en", "home —"),
        ("« Une lampe » dit-elle", "fr", "« Une"),
    ],
)
def test_names_numbers_and_units_stay_whole(text, language, whole):
    inside = range(text.index(whole) + 1, text.index(whole) + len(whole))
    assert not [place for place in breaks(text, language) if place.index in inside]


@pytest.mark.parametrize(
    ("text", "language", "better", "worse"),
    [
        # After a pause, between phrases, before what leans back, inside a name.
        ("灯不大，够一个人回家", "zh-Hans", 4, 7),
        ("灯不大，够一个人回家", "zh-Hans", 8, 6),
        ("在“时间”的尽头", "zh-Hans", 6, 5),
        ("与《世界的尽头》", "zh-Hans", 1, 4),
        ("约翰·史密斯回家", "zh-Hans", 6, 3),
        ("プラットフォームで待つ夏", "ja", 11, 3),
        ("우리는 다시 만날 수 있을까", "ko", 7, 10),
        ("그 여름 우리는", "ko", 5, 2),
        ("We met in New York again", "en", 7, 14),
        ("They left and went by road", "en", 10, 22),
        ("Ein Weg nach dem Haus", "de", 8, 17),
        # At a pause rather than a word beside it.
        ("路很远，只为见她一面", "zh-Hans", 4, 5),
        ("如果可以重來，我還是會等你", "zh-Hant", 7, 8),
        ("さよならを言う前に、もう一度", "ja", 5, 7),
        ("아무도 없는 밤, 나는 너를 기다렸다", "ko", 4, 7),
        ("有些人等不到天亮", "zh-Hans", 6, 4),
        ("Everything you loved is still there", "en", 11, 15),
        ("오늘 밤 10 시 극장에서", "ko", 10, 8),
    ],
)
def test_breaks_are_weighed_by_sense(text, language, better, worse):
    costs = {place.index: place.cost for place in breaks(text, language)}
    assert costs[better] < costs[worse]


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


def test_a_long_text_is_divided_at_its_pauses_in_good_time():
    text = "灯不大，够一个人回家。我们终将在时间的尽头相遇，然后重逢。" * 5
    found = divisions(text, "zh-Hans", UNIT, Wanted(5, each=2))
    assert {len(one.spans) for one in found} == set(range(1, 6))
    assert all(one.worst < 1 for one in found)
    assert all(list(faults(text, "zh-Hans", cuts_of(one.spans))) == [] for one in found)
