"""Real tracks cut anew with known links: a small dose of benchmarks/pairing.py."""

from __future__ import annotations

import random
from fractions import Fraction
from pathlib import Path

import pytest

from studio.subs.linking import SURE, link
from studio.subs.reading import read_track
from tests.recut import Change, recut

SPEEDS = tuple(map(Fraction, ("24/25", "1000/1001", "960/1001")))


@pytest.mark.parametrize(("language", "other"), [("de", "fr"), ("de", "ja"), ("fr", "de")])
def test_tracks_cut_anew_find_their_links_offset_and_speed(
    media: Path, language: str, other: str
) -> None:
    folder = media / "media/subs/elephants_dream"
    base, words = (
        read_track(folder / f"elephants_dream.{name}.srt", name).track for name in (language, other)
    )
    texts = tuple(cue.text for cue in words.cues)
    found, made, true = 0, 0, 0
    for seed in range(3):
        chance = random.Random(f"suite {language} {other} {seed}")
        change = Change(chance.randint(-30_000, 30_000), SPEEDS[seed])
        cut = recut(base, texts, change, chance)
        pairing = link(base, cut.track)
        pairs = {(x, y) for one in pairing.links for x in one.a for y in one.b}
        found, made = found + len(pairs & cut.pairs), made + len(pairs)
        true += len(cut.pairs)
        assert abs(pairing.offset - change.offset) <= 40
        assert abs(pairing.speed / change.speed - 1) < 0.0001
        sure = [one for one in pairing.links if one.confidence >= SURE]
        assert all((one.a, one.b) in cut.links for one in sure)
        assert len(sure) >= 0.85 * len(pairing.links)
    assert found >= 0.97 * made
    assert found >= 0.97 * true


def test_a_speed_of_no_known_kind_is_found(media: Path) -> None:
    base = read_track(media / "media/subs/elephants_dream/elephants_dream.sv.srt", "sv").track
    texts = tuple(cue.text for cue in base.cues)
    cut = recut(base, texts, Change(12_345, Fraction("0.973")), random.Random(5))
    pairing = link(base, cut.track)
    assert abs(pairing.speed / Fraction("0.973") - 1) < 0.0003
    assert {(one.a, one.b) for one in pairing.links if one.confidence >= SURE} <= cut.links


def test_tracks_of_two_films_have_no_offset_and_few_sure_links(media: Path) -> None:
    folder = media / "media/subs"
    a = read_track(folder / "elephants_dream/elephants_dream.de.srt", "de").track
    b = read_track(folder / "tears_of_steel/tears_of_steel.en.srt", "en").track
    pairing = link(a, b)
    assert (pairing.offset, pairing.speed) == (0, 1)
    linked = [one for one in pairing.links if one.a and one.b]
    assert sum(one.confidence >= SURE for one in linked) <= 0.1 * len(pairing.links)
