"""Every check finds its bad sample, passes its good one, and every bundled profile loads."""

from __future__ import annotations

import pytest

from studio.core.places import presets_folder
from studio.core.plain import load_toml
from studio.subs.checks.base import CHECKS, CheckProfile, Finding
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


def found(subject: Track, partner: Track | None) -> tuple[Finding, ...]:
    pairing = link(subject, partner) if partner is not None else None
    return check(subject, profile("bilingual-screen"), None, partner, pairing)


def test_every_check_has_a_bad_sample() -> None:
    assert set(BAD) == set(CHECKS.names())


@pytest.mark.parametrize("name", CHECKS.names())
def test_a_check_finds_its_bad_sample_and_only_that(name: str) -> None:
    subject, partner, index = BAD[name]
    findings = found(subject, partner)
    assert [(one.check, one.cue) for one in findings] == [(name, index)]
    only = findings[0]
    assert only.start == subject.cues[index].start
    assert only.measured != only.limit
    assert only.message.endswith(".")
    assert only.source


def test_nothing_is_found_where_nothing_is_wrong() -> None:
    assert found(GOOD, PARTNER) == ()


def test_there_are_the_profiles_that_are_promised() -> None:
    assert PROFILES == ("bilingual-screen", "streaming")


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
    pairing = link(subject, partner) if partner is not None else None
    base = profile("bilingual-screen")
    off = CheckProfile(
        base.schema, base.name, base.summary, base.provenance, base.timing, base.languages,
        base.screen, {}, (name,),
    )  # fmt: skip
    loud = CheckProfile(
        base.schema, base.name, base.summary, base.provenance, base.timing, base.languages,
        base.screen, {name: "error"},
    )  # fmt: skip
    assert check(subject, off, None, partner, pairing) == ()
    assert [one.severity for one in check(subject, loud, None, partner, pairing)] == ["error"]
