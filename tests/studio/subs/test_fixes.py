"""Fixes: they bring nothing new, change what they say, keep two languages together, and rest."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from fractions import Fraction

import pytest

from studio.core.errors import BadValue
from studio.core.progress import Cancelled
from studio.core.time import FrameRate
from studio.presets import store
from studio.subs.checks.base import CHECKS, Around, Finding
from studio.subs.checks.run import check
from studio.subs.cue import Cue, Track
from studio.subs.fixes.base import FIXES, Desk
from studio.subs.fixes.run import Proposal, proposed
from studio.subs.linking import Link, Pairing, flipped, link

BILINGUAL = store.profile("bilingual-screen")
ALL = replace(store.profile("streaming-strict"), off=(), screen=BILINGUAL.screen)
RATE = FrameRate.parse("24000/1001")
WORDS = {
    "zh-Hans": "灯 不大 够 一个人 回家 夜 很 安静 你 来了 還在 這裡 海边 的 光 ， 。 ? … ... 3 12",
    "en": "a small lamp is enough to get home by the sea... 3 12 , ,, . ? ! “ ” -- nobody waits",
    "ko": "등불은 작지만 집에 가기에는 충분합니다 12 3 . ? ... 밤 바다",
    "es": "una luz pequeña basta ¿ ? ! para volver a casa 12 3 ... , mar",
}


SPICE = ("\n", "\n- ", "\n-", "  ", " ", "<i>", "</i>")


def keys(desk: Desk, findings: tuple[tuple[Finding, ...], ...]) -> set[tuple[int, str, int]]:
    return {
        (side, one.check, track.cues[one.cue].id)
        for side, (track, found) in enumerate(zip(desk.tracks, findings, strict=True))
        for one in found
    }


def noisy(chance: random.Random, language: str) -> Track:
    """Cues with everything wrong that can be: times, breaks, marks, tags."""
    joint = "" if language.startswith("zh") else " "
    words = WORDS[language].split()
    cues: list[Cue] = []
    at = 0
    for number in range(1, chance.randint(2, 14)):
        at += chance.choice((-400, -40, 0, 20, 83, 100, 300, 450, 900, 4000))
        length = chance.choice((-50, 0, 200, 500, 833, 1200, 2500, 6000, 9000))
        parts = [chance.choice(words) for _ in range(chance.randint(0, 16))]
        text = joint.join(parts)
        for _ in range(chance.choice((0, 0, 1, 1, 2, 3))):
            place = chance.randint(0, len(text))
            text = text[:place] + chance.choice(SPICE) + text[place:]
        if chance.random() < 0.1:
            text = "{\\an8}" + text
        cues.append(Cue(number, max(0, at), max(0, at) + length, text))
        at = max(0, at) + length
    if chance.random() < 0.3:
        chance.shuffle(cues)
    return Track(language, tuple(cues))


def desk(seed: int) -> Desk:
    chance = random.Random(seed)
    languages = chance.sample(sorted(WORDS), 2)
    a, b = (noisy(chance, one) for one in languages)
    cuts = tuple(Fraction(chance.randint(0, 40_000), 1000) for _ in range(chance.randint(0, 9)))
    around = Around(cuts=tuple(sorted(cuts)))
    if chance.random() < 0.15:
        around = replace(around, style=store.caption_style("cinema-bilingual"))
    rate = chance.choice((None, RATE, FrameRate.parse("25"), FrameRate.parse("60000/1001")))
    profile = chance.choice((BILINGUAL, ALL, store.profile("broadcast-uk")))
    if chance.random() < 0.3:
        return Desk(a, profile, rate=rate, around=around)
    if chance.random() < 0.5:
        # The same times on both sides, as translations of a template have them.
        b = b.with_cues(
            tuple(
                replace(n, start=m.start, end=m.end) for m, n in zip(a.cues, b.cues, strict=False)
            )
        )
    return Desk(a, profile, b, link(a, b), rate, around)


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def assert_kept(made: Proposal, before: Desk) -> None:
    """Texts, times and cues change only where a step says so."""
    steps: dict[tuple[int, int], set[str]] = {}
    for one in made.steps:
        for edit in one.edits:
            steps.setdefault((edit.side, edit.before.id), set()).add(FIXES[one.check].touches)
    after = [made.a, made.b] if made.b is not None else [made.a]
    for side, (old, new) in enumerate(zip(before.tracks, after, strict=True)):
        now = {cue.id: cue for cue in new.cues}
        for cue in old.cues:
            assert_cue_kept(cue, now.get(cue.id), steps.get((side, cue.id), set()))
        ids = [cue.id for cue in old.cues if cue.id in now]
        assert [cue.id for cue in new.cues] == ids


def assert_cue_kept(cue: Cue, left: Cue | None, touched: set[str]) -> None:
    if left is None:
        assert "cues" in touched
        return
    assert left.style == cue.style
    if "times" not in touched:
        assert (left.start, left.end) == (cue.start, cue.end)
    if touched <= {"times"}:
        assert left.text == cue.text
    elif touched <= {"times", "breaks"}:
        assert bare(left.text) == bare(cue.text)


@pytest.mark.parametrize("seed", range(30))
def test_fixes_bring_nothing_new_change_what_they_say_and_rest(seed: int) -> None:
    before = desk(seed)
    made = proposed(before)
    after = replace(before, a=made.a, b=made.b, pairing=made.pairing)
    old, new = keys(before, made.before), keys(after, made.after)
    assert new <= old
    assert not made.steps or new < old
    assert made.after[0] == check(
        after.a, after.profile, after.rate, after.b, after.pairing, after.around
    )
    if after.b is not None and after.pairing is not None:
        around = after.around_of(1)
        linked = flipped(after.pairing)
        assert made.after[1] == check(after.b, after.profile, after.rate, after.a, linked, around)
    assert_kept(made, before)
    again = proposed(after)
    assert (again.a, again.b, again.steps) == (after.a, after.b, ())


@pytest.mark.parametrize("seed", range(4))
def test_one_fix_alone_keeps_the_promise_too(seed: int) -> None:
    before = desk(1000 + seed)
    for name in FIXES.names():
        made = proposed(before, only=(name,))
        after = replace(before, a=made.a, b=made.b, pairing=made.pairing)
        assert keys(after, made.after) <= keys(before, made.before)
        assert {step.check for step in made.steps} <= {name}


def test_every_fixable_check_has_a_fix_and_no_other() -> None:
    assert {one.name for one in CHECKS if one.fixable} == set(FIXES.names())


def one(text: str, language: str, name: str, start: int = 0, end: int = 5000) -> str:
    made = proposed(Desk(Track(language, (Cue(1, start, end, text),)), ALL), only=(name,))
    return made.a.cues[0].text


@pytest.mark.parametrize(
    ("name", "language", "text", "mended"),
    [
        ("ellipses", "en", "Well... no", "Well… no"),
        ("spaces", "en", "A  small \n\n lamp , here", "A small\nlamp, here"),
        ("spaces", "fr", "Une lampe ? Oui  !", "Une lampe ? Oui !"),
        ("marks", "en", "No!!! Wait,,", "No! Wait,"),
        ("stops", "zh-Hans", "灯不大，够了。", "灯不大 够了"),
        ("wide-marks", "zh-Hans", "真的吗?10:30来", "真的吗？10:30来"),
        ("dashes", "en", "- Who is there?\n- The lamp", "-Who is there?\n-The lamp"),
        ("dashes", "fr", "-Qui est là ?\n-La lampe", "- Qui est là ?\n- La lampe"),
        ("dashes", "fi", "-Kuka siellä?\n-Lamppu", "Kuka siellä?\n-Lamppu"),
        ("italics", "en", "<i>A lamp", "<i>A lamp</i>"),
        ("italics", "zh-Hans", "<i>灯</i>", "灯"),
        ("mixed-han", "zh-Hans", "這裡有燈", "这裡有灯"),
        ("mixed-han", "zh-Hant", "这里有灯", "這里有燈"),
        ("quotes", "zh-Hans", '他说"灯"', "他说“灯”"),
        (
            "line-length",
            "en",
            "A small lamp is quite enough to get one person home by",
            "A small lamp is quite enough\nto get one person home by",
        ),
        ("one-line", "en", "A small\nlamp", "A small lamp"),
        ("line-count", "en", "A small lamp\nis enough to\nget home by the sea", None),
    ],
)
def test_what_a_fix_writes(name: str, language: str, text: str, mended: str | None) -> None:
    found = one(text, language, name)
    if mended is None:
        assert found.count("\n") == 1
        assert bare(found) == bare(text)
    else:
        assert found == mended


def timed(*cues: tuple[int, int]) -> Track:
    return Track("en", tuple(Cue(n, *cue, f"Line {n}") for n, cue in enumerate(cues, 1)))


def times(track: Track) -> list[tuple[int, int]]:
    return [(cue.start, cue.end) for cue in track.cues]


def test_a_short_cue_grows_into_the_pause_after_it_else_before_it() -> None:
    track = timed((1000, 1400), (5000, 5400), (5500, 7000))
    made = proposed(Desk(track, BILINGUAL, rate=FrameRate(Fraction(24))))
    assert times(made.a) == [(1000, 1833), (4583, 5400), (5500, 7000)]


def test_an_edge_takes_its_partner_along() -> None:
    a, b = timed((0, 2000), (2000, 4000)), timed((0, 2000), (2000, 4000))
    b = Track("zh-Hans", tuple(replace(cue, text="灯不大") for cue in b.cues))
    pairing = Pairing((Link((1,), (1,), 1.0), Link((2,), (2,), 1.0)))
    made = proposed(Desk(a, BILINGUAL, b, pairing, FrameRate(Fraction(25))))
    assert times(made.a) == times(made.b or a) == [(0, 1920), (2000, 4000)]
    assert len(made.steps) == 1
    # A partner with times of its own keeps them.
    own = b.with_cues((replace(b.cues[0], end=1500), b.cues[1]))
    made = proposed(Desk(a, BILINGUAL, own, pairing, FrameRate(Fraction(25))), only=("gap",))
    assert times(made.b or a) == [(0, 1500), (2000, 4000)]


def test_cues_snap_to_cuts_and_push_the_one_before() -> None:
    rate = FrameRate(Fraction(24))
    around = Around(cuts=(Fraction(2), Fraction(6)))
    track = timed((500, 2100), (2200, 5700))
    made = proposed(Desk(track, ALL, rate=rate, around=around))
    assert times(made.a) == [(500, 1917), (2000, 5917)]
    assert [step.check for step in made.steps] == ["cut-in", "cut-out"]


def test_only_chosen_cues_are_mended() -> None:
    track = timed((1000, 1400), (5000, 5400))
    made = proposed(Desk(track, BILINGUAL), cues={(0, 2)})
    assert times(made.a) == [(1000, 1400), (5000, 5833)]


def test_nothing_mended_gives_the_very_same_track() -> None:
    track = timed((1000, 2400))
    made = proposed(Desk(track, BILINGUAL))
    assert made.a is track
    assert made.steps == ()


def test_an_empty_cue_goes_but_not_from_its_partner() -> None:
    a = Track("en", (Cue(1, 0, 1000, ""), Cue(2, 2000, 3000, "Here")))
    b = Track("de", (Cue(1, 2000, 3000, "Hier"),))
    made = proposed(Desk(a, BILINGUAL, b, link(a, b)))
    assert [cue.id for cue in made.a.cues] == [2]
    pair = Pairing((Link((1,), (1,), 1.0),))
    made = proposed(Desk(a.with_cues(a.cues[:1]), BILINGUAL, b, pair))
    assert [cue.id for cue in made.a.cues] == [1]


def test_an_unknown_fix_is_refused_and_stopping_is_heard() -> None:
    track = timed((1000, 1400))
    with pytest.raises(BadValue, match="numbers"):
        proposed(Desk(track, BILINGUAL), only=("numbers",))

    class Stop:
        def report(self, fraction: float, note: str = "") -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        proposed(Desk(track, BILINGUAL), progress=Stop())
