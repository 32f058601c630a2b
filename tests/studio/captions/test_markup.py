"""Tags of subtitle texts: italics and position are read, all others go, words stay."""

from __future__ import annotations

import pytest

from studio.captions.markup import Marked, marked


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("plain", Marked("plain")),
        ("<i>all</i>", Marked("all", ((0, 3),))),
        ("At <i>the</i> left", Marked("At the left", ((3, 6),))),
        ("<I>a</I>b", Marked("ab", ((0, 1),))),
        ('<b>a</b><u>b</u><font color="#fff">c</font>', Marked("abc")),
        ("<c.yellow.bg_blue>a</c> <v Ana>b</v>", Marked("a b")),
        ("{\\an8}top", Marked("top", (), 8)),
        ("{\\i1}a{\\i0}b", Marked("ab", ((0, 1),))),
        ("{\\an8\\i1\\c&HFFFFFF&}a", Marked("a", ((0, 1),), 8)),
        ("{\\an2}low", Marked("low")),
        ("one\\Ntwo", Marked("one\ntwo")),
        ("a < b > c", Marked("a < b > c")),
        ("1 <3 you", Marked("1 <3 you")),
        ("<unknown>a", Marked("<unknown>a")),
        ("Q&amp;A &lt;x&gt;", Marked("Q&A <x>")),
        ("  a \r\n\n b  ", Marked("a\nb")),
        ("<i>a\nb</i>", Marked("a\nb", ((0, 1), (2, 3)))),
        ("<i></i>", Marked("")),
        ("", Marked("")),
        ("{note} stays", Marked("{note} stays")),
    ],
)
def test_what_a_text_shows(source, wanted):
    assert marked(source) == wanted
