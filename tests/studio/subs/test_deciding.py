"""A person decides where undecided cues of a bilingual file are cut."""

from __future__ import annotations

import pytest

from studio.core.errors import BadValue
from studio.subs.cue import Cue, Track
from studio.subs.deciding import decided, ways
from studio.subs.splitting import Split, Undecided

TEXT = "{\\an8}Hm 好\n好\nWell\nyes"
WHOLE = Track(
    "und", (Cue(1, 0, 900, "灯\nA lamp"), Cue(2, 1000, 1900, TEXT), Cue(3, 2000, 2900, "海"))
)
SPLIT = Split(
    Track("zh-Hans", (Cue(1, 0, 900, "灯"), WHOLE.cues[1], WHOLE.cues[2])),
    Track("en", (Cue(1, 0, 900, "A lamp"),)),
    1,
    (Undecided(2, TEXT, "a line cannot be told"),),
)


def test_a_cut_gives_each_language_its_lines_and_both_their_place() -> None:
    made = decided(SPLIT, WHOLE, {2: 2})
    assert made.first.cues[1].text == "{\\an8}Hm 好\n好"
    assert made.second.cues[1].text == "{\\an8}Well\nyes"
    assert (made.both, made.undecided) == (2, ())


def test_all_of_it_may_belong_to_one_language() -> None:
    assert decided(SPLIT, WHOLE, {2: 4}).first == SPLIT.first
    made = decided(SPLIT, WHOLE, {2: 0})
    assert [cue.id for cue in made.first.cues] == [1, 3]
    assert made.second.cues[1].text == TEXT
    assert made.both == 1


def test_nothing_is_cut_within_a_tag_nor_decided_twice() -> None:
    assert ways("<i>好\nWell</i>\nyes") == (0, 2, 3)
    with pytest.raises(BadValue, match="cannot be cut"):
        decided(SPLIT, WHOLE, {2: 9})
    with pytest.raises(BadValue, match="cannot be cut"):
        decided(SPLIT, WHOLE, {1: 1})
    assert decided(SPLIT, WHOLE, {}) == SPLIT
