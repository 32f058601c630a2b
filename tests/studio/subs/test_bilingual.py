"""One track of two languages."""

from __future__ import annotations

from fractions import Fraction

from studio.subs.bilingual import bilingual
from studio.subs.cue import Cue, Track
from studio.subs.linking import Link, Pairing


def test_the_first_language_stands_above_and_gives_the_times() -> None:
    a = Track("zh-Hans", (Cue(1, 0, 1000, "灯不大，"), Cue(2, 1000, 2000, "够一个人回家。")))
    b = Track("en", (Cue(1, 100, 2100, "A small lamp.\nEnough."), Cue(2, 5000, 6000, "Alone")))
    pairing = Pairing((Link((1, 2), (1,), 1.0), Link((), (2,), 1.0)), 200, Fraction(1, 2))
    assert bilingual(a, b, pairing) == Track(
        "zh-Hans+en",
        (
            Cue(1, 0, 2000, "灯不大，\n够一个人回家。\nA small lamp.\nEnough."),
            Cue(2, 2700, 3200, "Alone"),
        ),
    )
