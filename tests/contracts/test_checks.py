"""Every check finds its bad sample, passes its good one, and every bundled profile loads."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from studio.core.places import presets_folder
from studio.core.plain import load_toml
from studio.core.time import FrameRate
from studio.presets import store
from studio.subs.checks.base import CHECKS, Around, CheckProfile, Finding
from studio.subs.checks.run import check
from studio.subs.cue import Cue, Track
from studio.subs.linking import link

PROFILES = tuple(sorted(path.stem for path in (presets_folder() / "checks").glob("*.toml")))


def profile(name: str) -> CheckProfile:
    return load_toml(presets_folder() / "checks" / f"{name}.toml", CheckProfile)


def track(*cues: tuple[int, int, str], language: str = "en") -> Track:
    return Track(language, tuple(Cue(n, *cue) for n, cue in enumerate(cues, start=1)))


GOOD = track((0, 2000, "Enough to get home by."), (2100, 4000, "A small lamp."))
PARTNER = track((0, 2000, "够一个人回家。"), (2100, 4000, "灯不大。"), language="zh-Hans")
# Check: (track, its partner, index of the cue that is found).
BAD: dict[str, tuple[Track, Track | None, int]] = {
    "reading-speed": (track((0, 1000, "Twenty-five characters ok")), None, 0),
    "line-length": (track((0, 6900, "Forty-three characters are one more than 42")), None, 0),
    "line-count": (track((0, 6000, "One\nTwo\nThree")), None, 0),
    "empty": (track((0, 2000, "Fine"), (3000, 5000, "<i> </i>")), None, 1),
    "duration-min": (track((0, 832, "Short")), None, 0),
    "duration-max": (track((0, 7001, "Long")), None, 0),
    "overlap": (track((0, 2000, "One"), (1999, 4000, "Two")), None, 1),
    "gap": (track((0, 2000, "One"), (2082, 4000, "Two")), None, 1),
    "missing-partner": (
        track((0, 2000, "One"), (5000, 7000, "Two")),
        track((0, 2000, "一"), language="zh-Hans"),
        1,
    ),
    "screen-lines": (
        track((0, 2000, "One\nTwo")),
        track((0, 2000, "一\n二"), language="zh-Hans"),
        0,
    ),
}


ZH, JA = "zh-Hans", "ja"
BAD |= {
    "one-line": (track((0, 3000, "A small\nlamp.")), None, 0),
    "chaining": (track((0, 2000, "One"), (2300, 4000, "Two")), None, 1),
    "cut-in": (track((1250, 3000, "One")), None, 0),
    "cut-out": (track((0, 2000, "One"), (7000, 9250, "Two")), None, 1),
    "screen-order": (
        track((0, 2000, "{\\an8}One")),
        track((0, 2000, "一"), language=ZH),
        0,
    ),
    "screen-height": (
        track((0, 2000, "One\nTwo\nThree")),
        track((0, 2000, "一\n二"), language=ZH),
        0,
    ),
    "identical": (
        track((0, 2000, "Fine"), (3000, 5000, "Mind the gap")),
        track((0, 2000, "Gut"), (3000, 5000, "Mind the gap"), language="de"),
        1,
    ),
    "numbers": (
        track((0, 2000, "It is 12 miles")),
        track((0, 2000, "还有21英里"), language=ZH),
        0,
    ),
    "partner-times": (
        track((0, 2000, "One")),
        track((0, 2100, "一"), language=ZH),
        0,
    ),
    "spaces": (track((0, 2000, "A  small lamp")), None, 0),
    "marks": (track((0, 2000, "Fine,, thanks")), None, 0),
    "ellipses": (track((0, 2000, "Well...")), None, 0),
    "dashes": (track((0, 3000, "- Who is there?\n- The lamp")), None, 0),
    "stops": (track((0, 3000, "灯不大，够了"), language=ZH), None, 0),
    "wide-marks": (track((0, 3000, "真的吗?"), language=ZH), None, 0),
    "quotes": (track((0, 3000, "He said “come in")), None, 0),
    "opening": (track((0, 3000, "Qué haces?"), language="es"), None, 0),
    "italics": (track((0, 3000, "<i>A small lamp")), None, 0),
    "figures": (track((0, 3000, "I saw 3 lamps")), None, 0),
    "mixed-han": (track((0, 3000, "这裡有燈"), language=ZH), None, 0),
    "untranslated": (track((0, 3000, "灯"), (4000, 7000, "Mind the gap"), language=ZH), None, 1),
    "glyphs": (track((0, 3000, "A \ue123 lamp")), None, 0),
    "line-width": (track((0, 6000, "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW")), None, 0),
    "forbidden-words": (track((0, 3000, "全国最佳的灯"), language=ZH), None, 0),
}
# What a check needs beside the tracks.
CUTS = Around(cuts=(Fraction(1), Fraction(6), Fraction(9)))
SET = Around(style=store.caption_style("cinema-bilingual"))
NEEDS: dict[str, tuple[FrameRate | None, Around]] = {
    "chaining": (FrameRate(Fraction(24)), Around()),
    "cut-in": (FrameRate(Fraction(24)), CUTS),
    "cut-out": (FrameRate(Fraction(24)), CUTS),
    "partner-times": (FrameRate(Fraction(24)), Around()),
    "glyphs": (None, SET),
    "line-width": (None, SET),
    "screen-height": (None, SET),
    "forbidden-words": (None, Around(words=(store.word_list("china-advertising"),))),
}
# Of other profiles than the one for two languages; what else these find there is left out.
PROFILE_OF = {"one-line": "streaming-strict", "stops": "streaming-strict"}
PROFILE_OF |= {"figures": "streaming-strict"}
ALSO = {"screen-height": {"line-count", "screen-lines"}}


def found(
    subject: Track, partner: Track | None, name: str = "", base: CheckProfile | None = None
) -> tuple[Finding, ...]:
    pairing = link(subject, partner) if partner is not None else None
    used = base or profile(PROFILE_OF.get(name, "bilingual-screen"))
    used = replace(used, off=(*used.off, *ALSO.get(name, ())))
    rate, around = NEEDS.get(name, (None, Around()))
    return check(subject, used, rate, partner, pairing, around)


def test_every_check_has_a_bad_sample() -> None:
    assert set(BAD) == set(CHECKS.names())


@pytest.mark.parametrize("name", CHECKS.names())
def test_a_check_finds_its_bad_sample_and_only_that(name: str) -> None:
    subject, partner, index = BAD[name]
    findings = found(subject, partner, name)
    assert [(one.check, one.cue) for one in findings] == [(name, index)]
    only = findings[0]
    assert only.start == subject.cues[index].start
    assert only.measured != only.limit
    assert only.message.endswith(".")
    assert only.source


def test_nothing_is_found_where_nothing_is_wrong() -> None:
    assert found(GOOD, PARTNER) == ()


def test_there_are_the_profiles_that_are_promised() -> None:
    assert PROFILES == (
        "arte", "bilingual-screen", "broadcast-cn", "broadcast-uk", "festival", "streaming",
        "streaming-strict", "trailer", "vertical",
    )  # fmt: skip


@pytest.mark.parametrize("name", PROFILES)
def test_a_bundled_profile_loads_and_says_its_sources(name: str) -> None:
    loaded = profile(name)
    assert loaded.name == name
    assert {"zh-Hans", "zh-Hant", "ja", "ko", "en", "fr", "de", "es", "ar"} < {
        limits.language for limits in loaded.languages
    }
    assert all(limits.source and limits.date for limits in loaded.languages)


@pytest.mark.parametrize("name", CHECKS.names())
def test_a_profile_can_turn_a_check_off_or_make_it_an_error(name: str) -> None:
    subject, partner, _ = BAD[name]
    base = profile(PROFILE_OF.get(name, "bilingual-screen"))
    off = replace(base, severity={}, off=(*base.off, name))
    loud = replace(base, severity={name: "error"})
    assert found(subject, partner, name, off) == ()
    assert [one.severity for one in found(subject, partner, name, loud)] == ["error"]
