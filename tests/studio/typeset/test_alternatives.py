"""Three ways to break a text: the best first, all different, each a string of its own."""

from __future__ import annotations

import pytest

from studio.typeset.alternatives import alternatives, in_one_line
from studio.typeset.block import TypeBox, fit_block
from studio.typeset.phrases import is_single
from studio.typeset.style import TypeStyle

STYLE = TypeStyle(size=90)
BOX = TypeBox(900, 500, max_lines=3)
COPY = [
    ("灯不大，够一个人回家。", "zh-Hans"),
    ("我们终将在“时间”的尽头相遇——然后，重逢。", "zh-Hans"),
    ("夜市的燈 還沒有關，你還在等誰？", "zh-Hant"),
    ("最後のバスが来るまで、ふたりは黙って雨の音を聞いていた。", "ja"),
    ("마지막 버스가 올 때까지 우리는 말없이 빗소리를 듣고 있었다.", "ko"),
    ("We waited for the last bus in the rain and said nothing to each other.", "en"),
]


@pytest.mark.parametrize(("text", "language"), COPY)
@pytest.mark.parametrize("box", [BOX, TypeBox(400, 900, max_lines=4, vertical=True)])
def test_three_ways_best_first_and_all_different(text, language, box):
    found = alternatives(text, language, STYLE, box)
    assert len({one.text for one in found}) == len(found) == 3
    best = fit_block(text, language, STYLE, box)
    assert found[0].lines == tuple(line.text for line in best.lines)
    assert found[0].size == pytest.approx(best.size)
    for one in found:
        # A chosen break belongs to the string: set as it is, it gives these lines at this size.
        again = fit_block(one.text, language, STYLE, box)
        assert tuple(line.text for line in again.lines) == one.lines
        assert again.size == pytest.approx(one.size)
        assert in_one_line(one.text) == text
        assert not any(is_single(line, language) for line in one.lines)


@pytest.mark.parametrize(("text", "language"), COPY)
def test_what_was_chosen_before_does_not_bind(text, language):
    found = alternatives(text, language, STYLE, BOX)
    assert all(alternatives(one.text, language, STYLE, BOX) == found for one in found)


def test_a_word_has_but_one_way():
    assert [one.text for one in alternatives("Lamp", "en", STYLE, BOX)] == ["Lamp"]
    assert alternatives(" ", "en", STYLE, BOX) == ()


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("A small\nlamp.", "A small lamp."),
        ("A small  \n\n lamp.", "A small lamp."),
        ("灯不大，\n够了", "灯不大，够了"),
        ("相遇——\n然后", "相遇——然后"),
        ("夜场 \nThe Night", "夜场 The Night"),
        ("夜场\n2024", "夜场2024"),
        ("Wong Kar-\nwai", "Wong Kar-wai"),
        ("夜市的燈 \n還沒有關", "夜市的燈 還沒有關"),
        ("올 때까지\n우리는", "올 때까지 우리는"),
        ("\nLamp\n", "Lamp"),
    ],
)
def test_breaks_are_taken_back_as_the_script_asks(broken, whole):
    assert in_one_line(broken) == whole
