"""Times are typed as in editing programs, and shown as the person counts."""

from __future__ import annotations

from fractions import Fraction

import pytest

from studio.core.errors import BadValue
from studio.media.film import Film
from ui.player.times import time_text, typed_time


def frame(film: Film, text: str, here: int = 0, mode: str = "timecode") -> int:
    return round(typed_time(text, film, here, mode) * film.video.rate.value)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("41205", (4 * 60 + 12) * 24 + 5),
        ("12", 12),
        ("90", 90),
        ("1:02", 24 + 2),
        ("1:00:00", 60 * 24),
        ("00:00:02:05", 53),
        ("1;02", 26),
        ("989f", 989),
        ("2.5", 60),
        ("2.5s", 60),
        ("00:00:02.500", 60),
        ("+12", 112),
        ("-12", 88),
        ("+ 1:00", 124),
        ("-1.5", 64),
        ("+10f", 110),
    ],
)
def test_what_is_typed_is_found(drawn: Film, text: str, wanted: int) -> None:
    assert frame(drawn, text, here=100) == wanted


def test_plain_digits_count_as_the_times_are_shown(drawn: Film) -> None:
    assert frame(drawn, "48", mode="frames") == 48
    assert frame(drawn, "2", mode="seconds") == 48
    assert frame(drawn, "0:02", mode="seconds") == 48
    assert frame(drawn, "+2", here=10, mode="seconds") == 58


@pytest.mark.parametrize("text", ["", "noon", "+", "1:2:3:4:5", "4;x", "--3"])
def test_what_is_no_time_says_what_can_be_written(drawn: Film, text: str) -> None:
    with pytest.raises(BadValue, match="is not a time") as caught:
        typed_time(text, drawn, 0, "timecode")
    assert "41205" in caught.value.hint


def test_each_way_shows_the_same_frame(drawn: Film) -> None:
    shown = [time_text(drawn, 53, mode) for mode in ("timecode", "frames", "seconds")]
    assert shown == ["00:00:02:05", "53", "00:00:02.208"]
    assert typed_time("00:00:02:05", drawn, 0, "timecode") == Fraction(53, 24)
