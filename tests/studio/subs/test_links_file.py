"""Links on disk: stable text, found again after edits elsewhere, nothing dropped unsaid."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from studio.core.errors import BadValue, CannotRead
from studio.subs.cue import Cue, Track
from studio.subs.linking import Link, Pairing
from studio.subs.links_file import (
    FoundAgain,
    find_again,
    links_name,
    links_text,
    load_links,
    mark,
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
