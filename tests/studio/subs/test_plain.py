"""What a viewer reads of a cue's text."""

from __future__ import annotations

import time

import pytest

from studio.subs.plain import at_top, plain_lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("<i>One</i>\n two ", ("One", "two")),
        ('{\\an8}<font color="#fff">A</font>{\\i1}b', ("Ab",)),
        ("<v Bob>Hi <c.loud>you</c> <00:00:01.500>there", ("Hi you there",)),
        ("I <3 you, <sigh> {note}", ("I <3 you, <sigh> {note}",)),
        ("{b}bold{/b}", ("bold",)),
        ("\n \n<i></i>", ()),
    ],
)
def test_only_marks_that_players_know_are_taken_away(text: str, lines: tuple[str, ...]) -> None:
    assert plain_lines(text) == lines


@pytest.mark.parametrize(("text", "top"), [("{\\an8}A", True), ("{\\an2}A", False), ("A", False)])
def test_an_alignment_tag_tells_the_top(text: str, top: bool) -> None:
    assert at_top(text) is top


def test_hostile_text_takes_no_time() -> None:
    began = time.process_time()
    for piece in ("<i ", "{\\", "<", "{", "</font ", "<v.", "<00:"):
        plain_lines(piece * 100_000)
    assert time.process_time() - began < 5
