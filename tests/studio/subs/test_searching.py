"""Find and replace: what a viewer reads is found, tags stay, nothing else changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.core.errors import BadValue
from studio.subs.cue import Cue, Track
from studio.subs.plain import plain
from studio.subs.searching import Hit, Wish, replaced, search


def _track(*texts: str) -> Track:
    return Track("en", tuple(Cue(n, n * 1000, n * 1000 + 900, one) for n, one in enumerate(texts)))


def _texts(track: Track) -> list[str]:
    return [cue.text for cue in track.cues]


def _all(track: Track, wish: Wish, by: str) -> list[str]:
    return _texts(replaced(track, search({0: track}, wish, by)[0]))


def test_plain_text_is_no_pattern_and_capitals_count_where_asked() -> None:
    track = _track("A lamp. (a lamp)", "No Lamp", "lamps")
    assert len(search({0: track}, Wish("lamp"))[0]) == 4
    assert len(search({0: track}, Wish("lamp", case=True))[0]) == 3
    assert len(search({0: track}, Wish("lamp", whole=True))[0]) == 3
    assert search({0: track}, Wish("(a"))[0] == (Hit(0, 8, 10),)
    assert search({0: track}, Wish("."))[0] == (Hit(0, 6, 7),)


def test_each_track_has_its_own_places() -> None:
    found = search({1: _track("灯不大"), 0: _track("no lamp")}, Wish("灯"))
    assert found == {1: (Hit(0, 0, 1),), 0: ()}


def test_words_are_found_through_tags_and_tags_stay() -> None:
    track = _track("A <i>small</i> lamp", "{\\an8}Enough", "<i>i</i>")
    assert search({0: track}, Wish("a small lamp"))[0] == (Hit(0, 0, 19),)
    assert _all(track, Wish("small lamp"), "light") == ["A <i>light</i>", *_texts(track)[1:]]
    assert _all(track, Wish("an8"), "x") == _texts(track)
    assert _all(track, Wish("i"), "I")[2] == "<i>I</i>"


def test_a_pattern_has_groups_and_line_breaks() -> None:
    track = _track("12 lamps", "Home\nby ten")
    assert _all(track, Wish(r"(\d+) (\w+)", regex=True), "$2: ${1} ($0, $$)")[0] == (
        "lamps: 12 (12 lamps, $)"
    )
    assert _all(track, Wish(r"(?P<a>home)\s", regex=True), "${a} ")[1] == "Home by ten"
    assert _all(track, Wish(r"^by ", regex=True), r"by\n")[1] == "Home\nby\nten"
    assert _all(track, Wish("12"), "$1")[0] == "$1 lamps"


@pytest.mark.parametrize(
    ("wish", "by", "words"),
    [
        (Wish(""), None, "characters"),
        (Wish("x" * 1001), None, "characters"),
        (Wish("(", regex=True), None, "cannot be"),
        (Wish("a)(b", regex=True, whole=True), None, "cannot be"),
        (Wish("(a)", regex=True), "$2", "no group"),
        (Wish("(a)", regex=True), "${b}", "no group"),
    ],
)
def test_what_cannot_be_is_said(wish: Wish, by: str | None, words: str) -> None:
    with pytest.raises(BadValue, match=words):
        search({0: _track("a")}, wish, by)


def test_empty_places_are_none() -> None:
    assert search({0: _track("abc")}, Wish("x*", regex=True), "-")[0] == ()


def test_nothing_replaced_is_the_same_track() -> None:
    track = _track("a", "b")
    assert replaced(track, search({0: track}, Wish("a"))[0]) is track
    assert replaced(track, search({0: track}, Wish("a"), "a")[0]) is track
    with pytest.raises(BadValue, match="no cue 9"):
        replaced(track, (Hit(9, 0, 1, "x"),))


TAGS = ("<i>", "</i>", "{\\an8}")
_TEXT = st.lists(
    st.sampled_from(["a", "b", "ab", " ", "\n", "<i>", "</i>", "{\\an8}", "灯", "ß", "İ", "$1"]),
    max_size=12,
).map("".join)


@given(st.lists(_TEXT, max_size=4), st.sampled_from(["a", "ab", "灯", " ", "i", "$1"]), _TEXT)
def test_what_a_viewer_reads_is_replaced_and_every_tag_stays(
    texts: list[str], word: str, by: str
) -> None:
    track = _track(*texts)
    by = plain(by)
    for old, new in zip(texts, _all(track, Wish(word, case=True), by), strict=True):
        assert plain(new) == plain(old).replace(word, by)
        assert [new.count(tag) for tag in TAGS] == [old.count(tag) for tag in TAGS]
