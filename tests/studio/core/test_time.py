from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.core.errors import BadValue
from studio.core.exact import exact
from studio.core.time import (
    FrameRate,
    clock,
    cue_is_visible,
    frame_of_timecode,
    milliseconds,
    parse_time,
    round_half_up,
    timecode,
    visible_frames,
)

NTSC = FrameRate.parse("29.97")
RATES = [
    FrameRate.parse(text) for text in ("23.976", "24", "25", "29.97", "30", "50", "59.94", "120")
]
rates = st.sampled_from(RATES)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("24", Fraction(24)),
        ("23.976", Fraction(24000, 1001)),
        ("23.98", Fraction(24000, 1001)),
        ("29.97", Fraction(30000, 1001)),
        ("59.94", Fraction(60000, 1001)),
        ("30000/1001", Fraction(30000, 1001)),
        (" 12.5 ", Fraction(25, 2)),
    ],
)
def test_rates_are_read_exactly(text: str, value: Fraction) -> None:
    rate = FrameRate.parse(text)
    assert rate.value == value
    assert FrameRate.parse(str(rate)) == rate


@pytest.mark.parametrize(
    "text", ["", "fast", "0", "-25", "1/0", "1001", "1e3", "1e999999999", "nan", "inf"]
)
def test_what_is_no_rate_is_refused_quickly(text: str) -> None:
    with pytest.raises(BadValue):
        FrameRate.parse(text)


def test_exact_numbers_are_decimals_or_ratios() -> None:
    assert [exact(text) for text in ("3", "-1.50", "16:11", "3/4")] == [
        Fraction(3),
        Fraction(-3, 2),
        Fraction(16, 11),
        Fraction(3, 4),
    ]
    for text in ("", "1/2/3", "0x10", "1_000", "9" * 30, "1e9"):
        with pytest.raises(BadValue):
            exact(text)


def drop_labels(minutes: int, nominal: int) -> list[str]:
    """Every drop-frame label by SMPTE's rule, counted out one by one."""
    skipped = nominal // 15
    return [
        f"{m // 60:02}:{m % 60:02}:{s:02};{f:02}"
        for m in range(minutes)
        for s in range(60)
        for f in range(nominal)
        if not (s == 0 and f < skipped and m % 10)
    ]


@pytest.mark.parametrize("text", ["29.97", "59.94"])
def test_drop_frame_counts_every_label_of_21_minutes(text: str) -> None:
    rate = FrameRate.parse(text)
    labels = drop_labels(21, rate.nominal)
    assert [timecode(n, rate) for n in range(len(labels))] == labels
    assert [frame_of_timecode(label, rate) for label in labels] == list(range(len(labels)))


@given(st.integers(0, 5_000_000), rates, st.booleans())
def test_timecode_and_frame_are_inverse(frame: int, rate: FrameRate, drop: bool) -> None:
    label = timecode(frame, rate, drop=drop and rate.can_drop)
    assert frame_of_timecode(label, rate) == frame
    assert parse_time(label, rate) == rate.seconds(frame)


@given(st.integers(0, 24 * 3600))
def test_drop_frame_stays_within_a_frame_or_two_of_the_clock(seconds: int) -> None:
    frame = NTSC.nearest_frame(Fraction(seconds))
    label = timecode(frame, NTSC)
    hours, minutes, rest = label.split(":")
    secs, frames = rest.split(";")
    said = int(hours) * 3600 + int(minutes) * 60 + int(secs) + Fraction(int(frames), 30)
    # SMPTE ST 12-1: off by 2.6 frames a day, and up to 2 within each ten minutes.
    assert abs(said - seconds) < Fraction(5, 30)


def test_known_timecodes() -> None:
    assert timecode(1800, NTSC) == "00:01:00;02"
    assert timecode(1799, NTSC) == "00:00:59;29"
    assert timecode(17982, NTSC) == "00:10:00;00"
    assert timecode(107892, NTSC) == "01:00:00;00"
    assert timecode(1800, NTSC, drop=False) == "00:01:00:00"
    assert timecode(-25, FrameRate.parse("25")) == "-00:00:01:00"
    assert timecode(119, FrameRate.parse("120")) == "00:00:00:119"


@pytest.mark.parametrize(
    "text", ["00:01:00;00", "00:01:00;01", "00:61:00:00", "00:00:00:30", "1:2:3:4", "00:00:61;00"]
)
def test_timecodes_that_do_not_exist_are_refused(text: str) -> None:
    with pytest.raises(BadValue):
        frame_of_timecode(text, NTSC)


def test_drop_frame_is_refused_where_it_is_not_defined() -> None:
    with pytest.raises(BadValue, match="counts drop-frame"):
        frame_of_timecode("00:00:00;00", FrameRate.parse("25"))
    with pytest.raises(BadValue, match="not defined"):
        timecode(0, FrameRate.parse("23.976"), drop=True)


@given(st.lists(st.integers(0, 10_000), min_size=2, max_size=20, unique=True), rates)
def test_cues_in_a_row_never_share_a_frame_and_leave_none_out(
    times: list[int], rate: FrameRate
) -> None:
    borders = sorted(times)
    spans = [visible_frames(a, b, rate) for a, b in pairwise(borders)]
    shown = [n for span in spans for n in span]
    assert shown == list(visible_frames(borders[0], borders[-1], rate))


@given(st.integers(0, 10_000), st.integers(0, 3000), st.integers(0, 400), rates)
def test_a_cue_is_visible_by_the_one_rule(
    start: int, length: int, index: int, rate: FrameRate
) -> None:
    end = start + length
    by_rule = (
        round_half_up(Fraction(start, 1000) * rate.value)
        <= index
        < round_half_up(Fraction(end, 1000) * rate.value)
    )
    assert cue_is_visible(start, end, index, rate.seconds(index), rate) == by_rule
    seconds = rate.seconds(index)
    by_time = Fraction(start, 1000) <= seconds < Fraction(end, 1000)
    assert cue_is_visible(start, end, -1, seconds, None) == by_time


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0", Fraction(0)),
        ("41.2", Fraction(412, 10)),
        ("41,2s", Fraction(412, 10)),
        ("00:00:41.208", Fraction(41208, 1000)),
        ("1:02", Fraction(62)),
        ("90:00", Fraction(5400)),
        ("1:00:00", Fraction(3600)),
        ("989f", Fraction(989, 25)),
        ("00:00:41:05", Fraction(41 * 25 + 5, 25)),
    ],
)
def test_times_are_read(text: str, seconds: Fraction) -> None:
    assert parse_time(text, FrameRate.parse("25")) == seconds


@pytest.mark.parametrize(
    "text", ["", "soon", "-1", "1:60", "1:60:00", "00:00:41:25", "1.2.3", ":", "1e9", "9" * 40]
)
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(BadValue):
        parse_time(text, FrameRate.parse("25"))


def test_frames_without_a_film_are_refused() -> None:
    with pytest.raises(BadValue, match="no film"):
        parse_time("00:00:41:05")
    with pytest.raises(BadValue):
        parse_time("989f")


@given(st.integers(0, 10**9))
def test_clock_and_time_are_inverse(ms: int) -> None:
    if ms < 1000 * 3600 * 1000:
        assert milliseconds(parse_time(clock(Fraction(ms, 1000)))) == ms


def test_clock_rounds_half_up_and_has_no_minus_zero() -> None:
    assert clock(Fraction(1, 2000)) == "00:00:00.001"
    assert clock(Fraction(-1, 10000)) == "00:00:00.000"
    assert clock(Fraction(-3, 2)) == "-00:00:01.500"
    assert clock(Fraction(59999, 1000), 0) == "00:01:00"


@given(st.fractions(-1000, 1000, max_denominator=1000))
def test_halves_go_up(value: Fraction) -> None:
    assert -Fraction(1, 2) < round_half_up(value) - value <= Fraction(1, 2)


@given(st.integers(0, 10**6), rates)
def test_a_frame_is_on_screen_from_its_start_to_the_next(frame: int, rate: FrameRate) -> None:
    assert rate.frame_at(rate.seconds(frame)) == frame
    assert rate.frame_at(rate.seconds(frame + 1) - Fraction(1, 10**9)) == frame
    assert rate.nearest_frame(rate.seconds(frame)) == frame
