"""The run of checks: by language, by frames, quick, with sources."""

from __future__ import annotations

import time
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from studio.core.errors import BadValue
from studio.core.places import presets_folder
from studio.core.plain import load_toml, structure, unstructure
from studio.core.time import FrameRate
from studio.presets import store
from studio.subs.checks.base import Around, CheckProfile
from studio.subs.checks.clock import framed
from studio.subs.checks.page import Page
from studio.subs.checks.run import check
from studio.subs.counting import count
from studio.subs.cue import Cue, Track
from studio.subs.linking import Link, Pairing
from studio.subs.plain import plain_lines
from studio.subs.reading import read_track


def profile(name: str = "streaming") -> CheckProfile:
    return load_toml(presets_folder() / "checks" / f"{name}.toml", CheckProfile)


def names(track: Track, rate: str = "") -> list[str]:
    return [one.check for one in check(track, profile(), FrameRate.parse(rate) if rate else None)]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("zh-Hans", "灯不大够一个人回家今晚还要走很远", []),
        ("zh-Hans", "灯不大够一个人回家今晚还要走很远路", ["line-length"]),
        ("zh-CN", "灯不大够一个人回家今晚还要走很远路", ["line-length"]),
        ("zh-Hans", "灯MV不大够一个人回家今晚还要走很", []),
        ("ja", "小さな灯りでも帰れます。", []),
        ("ja", "とても小さな灯りでも帰れます", ["line-length"]),
        ("ko", "등불은 작지만 혼자 집에 가기에는", []),
        ("ko", "등불은작지만혼자집에가기에는충분합니", ["line-length"]),
        ("en", "x" * 42, []),
        ("en", "x" * 43, ["line-length"]),
        ("th", "x" * 36, ["line-length"]),
        ("sv", "x" * 43, ["line-length"]),
    ],
)
def test_line_length_is_by_language(language: str, text: str, found: list[str]) -> None:
    assert names(Track(language, (Cue(1, 0, 6900, text),))) == found


@pytest.mark.parametrize(
    ("language", "limit"), [("zh-Hans", 9), ("ja", 4), ("ko", 12), ("en", 20), ("fr", 17)]
)
def test_reading_speed_is_by_language(language: str, limit: int) -> None:
    char = {"zh-Hans": "灯", "ja": "あ", "ko": "등"}.get(language, "x")
    # Two short lines, so that only the speed can be found.
    text = f"{char * (limit - limit // 2)}\n{char * (limit // 2)}"
    assert names(Track(language, (Cue(1, 0, 1000, text),))) == []
    assert names(Track(language, (Cue(1, 0, 999, text),))) == ["reading-speed"]


@pytest.mark.parametrize(
    ("rate", "least"),
    [("24", 20), ("24000/1001", 20), ("25", 21), ("30000/1001", 25), ("60", 50)],
)
def test_the_shortest_cue_is_counted_in_frames(rate: str, least: int) -> None:
    exact = FrameRate.parse(rate)
    first = 24 * 100
    start = round(exact.seconds(first) * 1000)
    for frames, found in ((least, []), (least - 1, ["duration-min"])):
        end = round(exact.seconds(first + frames) * 1000)
        assert names(Track("en", (Cue(1, start, end, "Hi"),)), rate) == found


@pytest.mark.parametrize("rate", ["24000/1001", "24", "25", "30000/1001", "60000/1001"])
def test_the_gap_is_two_frames_at_any_rate(rate: str) -> None:
    exact = FrameRate.parse(rate)
    for first in (2400, 2401, 7777):
        for frames, found in ((2, []), (1, ["gap"]), (0, ["gap"])):
            cues = (
                Cue(1, _ms(exact, first - 100), _ms(exact, first), "One"),
                Cue(2, _ms(exact, first + frames), _ms(exact, first + frames + 100), "Two"),
            )
            assert names(Track("en", cues), rate) == found


def _ms(rate: FrameRate, frame: int) -> int:
    return round(rate.seconds(frame) * 1000)


def test_without_a_film_exact_frames_are_not_blamed() -> None:
    # 20 frames at 24 are 833.3 ms and 2 frames 83.3 ms; files can only hold 833 and 83.
    cues = (Cue(1, 0, 833, "One"), Cue(2, 916, 1749, "Two"))
    assert names(Track("en", cues)) == []


def test_japanese_may_be_shorter() -> None:
    assert names(Track("ja", (Cue(1, 0, 500, "灯"),))) == []
    assert names(Track("en", (Cue(1, 0, 500, "A"),))) == ["duration-min"]


def test_overlaps_are_found_out_of_order_and_not_between_top_and_bottom() -> None:
    cues = (Cue(1, 2000, 4000, "Two"), Cue(2, 0, 2500, "One"))
    findings = [one for one in check(Track("en", cues), profile()) if one.check == "overlap"]
    assert [(one.cue, one.measured, one.severity) for one in findings] == [(0, 500, "error")]
    assert "cue 2" in findings[0].message
    apart = (Cue(1, 0, 2500, "{\\an8}Sign"), Cue(2, 2000, 4000, "Speech"))
    assert names(Track("en", apart)) == []


def test_an_end_before_its_start_is_said_so() -> None:
    finding = check(Track("en", (Cue(1, 2000, 1000, "Back"),)), profile())[0]
    assert (finding.check, finding.message) == ("duration-min", "It ends 1 s before it starts.")


def test_a_finding_carries_measure_limit_and_source() -> None:
    finding = check(Track("zh-Hans", (Cue(1, 500, 1500, "灯不大\n够一个人回家。"),)), profile())[0]
    assert (finding.check, finding.cue, finding.start) == ("reading-speed", 0, 500)
    assert (finding.measured, finding.limit, finding.fixable) == (10.0, 9.0, True)
    assert "215986007" in finding.source


def test_unverified_figures_say_so() -> None:
    finding = check(Track("es", (Cue(1, 0, 6900, "x" * 43),)), profile())[0]
    assert "unverified" in finding.source


def test_real_tracks_have_few_findings_by_their_own_language(media: Path) -> None:
    for language in ("zh-Hans", "ja", "en"):
        path = media / f"media/subs/elephants_dream/elephants_dream.{language}.srt"
        track = read_track(path).track
        right = [one.check for one in check(track, profile()) if one.check == "line-length"]
        assert len(right) < 0.2 * len(track.cues), language


def test_twenty_thousand_cues_are_checked_in_a_second() -> None:
    lines = ("够一个人回家。\n灯不大", "A small lamp,\nenough to get home by.", "작은 등불")
    for language, text in zip(("zh-Hans", "en", "ko"), lines, strict=True):
        cues = tuple(Cue(n, n * 2000, n * 2000 + 1950, text) for n in range(20_000))
        began = time.process_time()
        check(Track(language, cues), profile("bilingual-screen"), FrameRate(Fraction(24)))
        assert time.process_time() - began < 1.5


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("languages", [], "each language once"),
        ("severity", {"readng-speed": "error"}, "reading-speed"),
        ("severity", {"gap": "fatal"}, "severity"),
        ("off", ["nonsense"], "known checks"),
        ("timing", {"min_seconds": "9", "max_seconds": "7", "gap_frames": 2, "gap_ms": 83}, "min"),
        ("colour", "red", "colour"),
    ],
)
def test_a_wrong_profile_is_refused_with_its_fault_named(
    key: str, value: object, words: str
) -> None:
    data = {**unstructure(profile()), key: value}
    with pytest.raises(BadValue, match=words):
        structure(data, CheckProfile, "own.toml")


def test_a_profile_survives_plain_data() -> None:
    assert structure(unstructure(profile()), CheckProfile, "x") == profile()
    assert replace(profile(), off=()) != profile()


def test_odd_tracks_are_judged_like_others() -> None:
    whole = replace(profile("streaming-strict"), off=())
    around = Around(
        cuts=(Fraction(1),),
        style=store.caption_style("cinema-bilingual"),
        words=store.words_for("cn"),
    )
    rate = FrameRate.parse("24")
    for language in ("en", "zh-Hans", "ko", "ar", "es"):
        assert check(Track(language), whole, rate, around=around) == ()
        odd = Track(
            language,
            (
                Cue(1, -(10**30), 10**30, "\x1e\x1e\n\x1e"),
                Cue(2, 0, 0, ""),
                Cue(3, 5, 1, "\ud800 \U0001f469\u200d\U0001f680 e\u0301 \u3000"),
                Cue(4, 10, 20, "\n \n"),
            ),
        )
        found = check(odd, whole, rate, odd, Pairing((Link((1, 9), (2,), 1.0),)), around)
        assert {1, 3} <= {one.cue for one in found if one.check == "empty"}


def test_lengths_of_a_page_are_those_of_its_lines() -> None:
    texts = [
        "  A lamp \n\n小さな灯り、\u3000ok ",
        "등불 abc",
        "<i>e\u0301</i>\u200d\n\U0001f469\u200d\U0001f680!",
        "",
        "\tx",
        "plain",
        "سَلَام",
    ]
    for part in (texts, texts[5:6], []):
        page = Page(part)
        for counting in ("grapheme", "full-half", "hangul", "arabic"):
            lengths = page.per_cue(page.lengths(counting))
            wanted = [sum(count(line, counting) for line in plain_lines(text)) for text in part]
            assert lengths.tolist() == wanted
        assert page.line_counts.tolist() == [len(plain_lines(text)) for text in part]
        assert [page.lines(n) for n in range(len(part))] == [plain_lines(text) for text in part]


def test_frames_of_many_cues_are_those_of_each() -> None:
    times = np.array([0, 1, 20, 21, 41, 42, 999, 1001, 10**9 + 7, -40], np.int64)
    for text in ("24", "24000/1001", "25", "30000/1001", "1/7", "997", "23.97602397602397"):
        rate = FrameRate.parse(text)
        alone = [rate.nearest_frame(Fraction(time, 1000)) for time in times.tolist()]
        assert framed(times, rate).tolist() == alone
        assert framed(times * 10**6, rate).tolist() == [
            rate.nearest_frame(Fraction(time, 1000)) for time in (times * 10**6).tolist()
        ]


def test_zones_at_cuts_are_scaled_to_the_rate() -> None:
    # 12 frames at 24 are 15 at 30; what starts 14 before a cut belongs 15 before it.
    cuts = Around(cuts=(Fraction(10),))
    for rate, frames, wanted in (("24", 11, -12.0), ("30", 14, -15.0), ("60", 29, -30.0)):
        exact = FrameRate.parse(rate)
        start = _ms(exact, exact.nearest_frame(Fraction(10)) - frames)
        track = Track("en", (Cue(1, start, 14_000, "One"),))
        found = [f for f in check(track, profile(), exact, around=cuts) if f.check == "cut-in"]
        assert [(one.measured, one.limit) for one in found] == [(-frames, wanted)]
        moved = Track("en", (Cue(1, _ms(exact, 0), 14_000, "One"),))
        assert "cut-in" not in [f.check for f in check(moved, profile(), exact, around=cuts)]


@pytest.mark.parametrize(
    ("mine", "other", "same"),
    [
        ("It cost 30,000 yuan", "花了3万元", True),
        ("1.5亿", "150 million", True),
        ("12 lamps", "twelve lamps", True),
        ("12 lamps", "lamps", False),
        ("10:30", "１０：３０", True),
        ("Room 12", "房间21", False),
        ("no numbers", "没有", True),
    ],
)
def test_numbers_are_compared_by_what_they_mean(mine: str, other: str, same: bool) -> None:
    a = Track("en", (Cue(1, 0, 3000, mine),))
    b = Track("de", (Cue(1, 0, 3000, other),))
    found = check(a, profile(), None, b, Pairing((Link((1,), (1,), 1.0),)))
    assert ("numbers" not in [one.check for one in found]) == same
