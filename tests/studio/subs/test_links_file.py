"""Links on disk: stable text, found again after edits elsewhere, nothing dropped unsaid."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from studio.core.errors import BadValue, CannotRead
from studio.subs.cue import Cue, Track
from studio.subs.finding import found, mark
from studio.subs.linking import Link, Pairing
from studio.subs.links_file import (
    FoundAgain,
    LinksFile,
    find_again,
    links_name,
    links_text,
    load_links,
    marked,
    save_links,
)

A = Track(
    "zh-Hans",
    (Cue(1, 0, 1000, "灯不大，"), Cue(2, 2000, 3000, "够一个人回家。"), Cue(3, 9000, 9900, "走")),
)
B = Track("en", (Cue(1, 0, 3000, "A small lamp. Enough to get home by."), Cue(2, 9000, 9900, "Go")))
PAIRING = Pairing((Link((1, 2), (1,), 0.91), Link((3,), (2,), 1.0)), 40, Fraction(24, 25))
CONTENT = marked(A, B, PAIRING, "a.srt", "subtitles/b “x”.srt")


def again(a: Track, b: Track) -> FoundAgain:
    return find_again(CONTENT, a, b)


def test_a_links_file_reads_back_the_same(tmp_path: Path) -> None:
    path = tmp_path / links_name("stall")
    save_links(path, CONTENT)
    assert load_links(path) == CONTENT
    assert path.name == "stall.links.toml"
    assert links_text(load_links(path)) == path.read_text(encoding="utf-8")


def test_untouched_tracks_find_all_links() -> None:
    assert again(A, B) == FoundAgain(PAIRING, (), 0)


def test_cues_are_found_after_renumbering_and_moving() -> None:
    inserted = Track(
        "zh-Hans",
        (
            Cue(1, -500, -100, "新"),
            Cue(2, 100, 1100, "灯不大，"),
            Cue(3, 2100, 3100, "够一个人回家。"),
            Cue(4, 9100, 9900, "走"),
        ),
    )
    found = again(inserted, B)
    assert found.lost == ()
    assert [(one.a, one.b) for one in found.pairing.links] == [
        ((1,), ()),
        ((2, 3), (1,)),
        ((4,), (2,)),
    ]


def test_a_rewritten_cue_is_found_by_its_time() -> None:
    cues = (A.cues[0], Cue(2, 2050, 3000, "够我回家。"), A.cues[2])
    found = again(Track("zh-Hans", cues), B)
    assert (found.pairing, found.lost, found.changed) == (PAIRING, (), 1)


def test_a_deleted_cue_is_listed_and_its_partner_kept() -> None:
    found = again(A, Track("en", B.cues[:1]))
    assert [(one.side, one.mark) for one in found.lost] == [("b", mark(B.cues[1]))]
    assert found.pairing.links[1] == Link((3,), (), 0.5)


def film(seed: int) -> tuple[Track, Track, LinksFile]:
    """Two linked tracks of forty cues, some of them saying the same words."""
    chance = random.Random(seed)
    words = ("Emo?", "No.", "Yes.", "Go!")
    sides = []
    for language in ("de", "en"):
        cues = []
        for n in range(1, 41):
            start = n * 3000 + chance.randint(0, 500)
            text = chance.choice(words) if chance.random() < 0.3 else f"{language} {n}"
            cues.append(Cue(n, start, start + 2000, text))
        sides.append(Track(language, tuple(cues)))
    pairing = Pairing(tuple(Link((n,), (n,), 0.9) for n in range(1, 41)))
    return sides[0], sides[1], marked(sides[0], sides[1], pairing, "a.srt", "b.srt")


def edited(track: Track, seed: int) -> tuple[Track, dict[int, int], set[int]]:
    """A track as it comes back from another program: its new ids by the old ones, and those gone.

    All is shifted and stretched, cues are numbered anew, some are new, gone, split off, moved a
    little or corrected, none both moved and corrected.
    """
    chance = random.Random(seed)
    shift, speed = chance.choice((0, 0, 7_000, -2_500)), chance.choice((1.0, 1.0, 25 / 24))
    made: list[tuple[int, Cue]] = []
    for cue in track.cues:
        start, dice = round(cue.start * speed) + shift, chance.random()
        text = cue.text
        if dice < 0.06:
            continue
        if dice < 0.16:
            start += chance.randint(-700, 700)
        elif dice < 0.24:
            text += ", corrected"
        made.append((cue.id, Cue(0, start, start + 1900, text)))
        if chance.random() < 0.06:
            made.append((0, Cue(0, start + 1300, start + 2200, f"new {cue.id}")))
    made.sort(key=lambda one: one[1].start)
    numbered = [(old, replace(cue, id=n)) for n, (old, cue) in enumerate(made, start=1)]
    now = {old: cue.id for old, cue in numbered if old}
    gone = {cue.id for cue in track.cues} - now.keys()
    return track.with_cues(tuple(cue for _, cue in numbered)), now, gone


def test_links_are_found_again_after_edits_elsewhere_and_none_is_wrong() -> None:
    right = lost_though_there = wrong = 0
    for seed in range(60):
        a, b, content = film(seed)
        after, now, gone = edited(a, seed)
        found = find_again(content, after, b)
        assert sorted(id for one in found.pairing.links for id in one.a) == sorted(
            cue.id for cue in after.cues
        )
        listed = {one.mark.id for one in found.lost}
        assert all(one.side == "a" for one in found.lost)
        for one in found.pairing.links:
            for old in one.b:
                for new in one.a:
                    right += now.get(old) == new
                    wrong += now.get(old) != new
        # What is gone is listed; what is there is nearly always found.
        lost_though_there += len(listed - gone)
        assert len(listed) == 40 - sum(1 for one in found.pairing.links if one.a and one.b)
    assert right >= 0.98 * (right + lost_though_there)
    assert wrong == 0


def test_a_gone_cue_is_not_taken_for_a_new_one_nearby() -> None:
    other = A.with_cues((A.cues[0], Cue(2, 3400, 4000, "新的"), A.cues[2]))
    found = again(other, B)
    assert [one.mark.id for one in found.lost] == [2]
    assert Link((2,), (), 0.0) in found.pairing.links


@pytest.mark.parametrize("text", ["x", "cue {}"])
def test_twenty_thousand_cues_are_found_in_bounded_time(text: str) -> None:
    cues = tuple(Cue(n, n * 1000, n * 1000 + 900, text.format(n)) for n in range(1, 20_001))
    many = Track("en", cues)
    moved = Track("en", tuple(replace(cue, id=cue.id + 5, start=cue.start + 40) for cue in cues))
    began = time.process_time()
    assert found([mark(cue) for cue in cues], moved).lost == []
    assert found([mark(cue) for cue in cues], many.with_cues(cues[::2])).left == []
    assert time.process_time() - began < 5


def test_every_cue_stands_in_one_link_even_from_a_hostile_file() -> None:
    twice = marked(A, B, Pairing((*PAIRING.links, *PAIRING.links)), "a", "b")
    links = find_again(twice, A, B).pairing.links
    assert sorted(id for one in links for id in one.a) == [1, 2, 3]
    assert sorted(id for one in links for id in one.b) == [1, 2]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "schema = 2\na = {file = 'x', language = 'en'}\nb = {file = 'x', language = 'en'}",
            "schema 1",
        ),
        ('schema = 1\nspeed = "0"', "a is missing"),
        ("not toml at all", "not valid TOML"),
        ("schema = 1\n[a]\nfile = 'x'\nlanguage = 'en'\n[b]\nfile = 3\nlanguage = 'en'", "b.file"),
    ],
)
def test_a_wrong_file_is_refused_with_its_fault_named(
    tmp_path: Path, text: str, words: str
) -> None:
    path = tmp_path / "x.links.toml"
    path.write_text(text)
    with pytest.raises((BadValue, CannotRead), match=words):
        load_links(path)


def test_a_film_name_that_is_no_file_name_is_refused() -> None:
    with pytest.raises(BadValue):
        links_name("../x")
