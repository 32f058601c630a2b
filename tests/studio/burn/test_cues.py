"""Which captions stand on which picture."""

from __future__ import annotations

from fractions import Fraction

import pytest

from studio.burn.captions.cues import Captions
from studio.core.geometry import Size
from studio.core.time import FrameRate, cue_is_visible
from studio.subs.cue import Cue, Track

CUES = (
    Cue(1, 0, 417, "one"),
    Cue(2, 417, 1001, "two"),
    Cue(3, 900, 1500, "three, with two at first"),
    Cue(4, 1500, 1500, "never"),
    Cue(5, 2000, 1990, "never either"),
    Cue(6, 2021, 2060, "six"),
    Cue(7, 2100, 2200, "  \n "),
)


@pytest.mark.parametrize("rate", ["24000/1001", "25", "30000/1001", "60"])
def test_cues_stand_on_the_frames_of_the_one_rule(style, rate) -> None:
    fps = FrameRate.parse(rate)
    captions = Captions((Track("en", CUES),), style, fps)
    for number in range(150):
        seconds = fps.seconds(number)
        shown = [
            cue.text
            for cue in CUES
            if cue.text.strip() and cue_is_visible(cue.start, cue.end, number, seconds, fps)
        ]
        for asked in (seconds, Fraction(round(float(seconds) * 10**6), 10**6)):
            texts = captions.texts(asked)
            assert [text.text for text in texts] == (["\n".join(shown)] if shown else [])


def test_with_a_variable_rate_cues_stand_from_in_to_before_out(style) -> None:
    captions = Captions((Track("en", CUES),), style, None)
    for tick in range(0, 2300, 7):
        seconds = Fraction(tick, 1000)
        shown = [
            cue.text
            for cue in CUES
            if cue.text.strip() and cue_is_visible(cue.start, cue.end, 0, seconds, None)
        ]
        texts = captions.texts(seconds)
        assert [text.text for text in texts] == (["\n".join(shown)] if shown else [])


def test_both_languages_are_handed_on_while_one_speaks(style) -> None:
    first = Track("zh-Hans", (Cue(1, 0, 1000, "灯"),))
    second = Track("en", (Cue(1, 500, 1500, "Lamp"),))
    captions = Captions((first, second), style, FrameRate(Fraction(25)))
    said = [
        [(text.language, text.text) for text in captions.texts(Fraction(ms, 1000))]
        for ms in (0, 600, 1200, 1600)
    ]
    assert said == [
        [("zh-Hans", "灯"), ("en", "")],
        [("zh-Hans", "灯"), ("en", "Lamp")],
        [("zh-Hans", ""), ("en", "Lamp")],
        [],
    ]


def test_runs_name_what_is_shown_and_where_it_changes(style) -> None:
    fps = FrameRate(Fraction(25))
    captions = Captions((Track("en", CUES),), style, fps)
    size = Size(320, 180)
    runs = captions.runs(Fraction(0), Fraction(2), size)
    assert [place for place, _ in runs] == ["0", "10", "23", "25", "38"]
    assert runs[-1][1] == ""
    assert len({key for _, key in runs}) == 5
    assert captions.runs(Fraction(3), Fraction(4), size) == (("0", ""),)
    moved = Captions((Track("en", CUES[:1]),), style, fps)
    assert moved.runs(Fraction(0), Fraction(1), size)[0] == runs[0]
