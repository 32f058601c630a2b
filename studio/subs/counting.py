"""How long a text is by its language's rule: the one counting of grid, checks and reports."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Literal

Counting = Literal["grapheme", "full-half", "hangul", "arabic"]
"""`grapheme`: each character that a reader sees is 1. `full-half`: full width 1, half width 0.5
(Chinese, Japanese). `hangul`: Hangul, Han and kana 1, everything else 0.5 (Korean).
`arabic`: as grapheme; vowel marks are part of their letter and count nothing."""

_ZWJ = "\u200d"
_EAST_ASIAN = ("HANGUL", "CJK", "HIRAGANA", "KATAKANA")


def count(text: str, counting: Counting) -> float:
    """The length of `text` (no tags; line breaks count nothing), in steps of 0.5."""
    if counting in ("grapheme", "arabic") and text.isascii():
        return float(len(text) - text.count("\n"))
    weigh = _WEIGHTS[counting]
    total = 0.0
    joined = False
    for char in text:
        if not joined or char == _ZWJ:
            total += weigh(char)
        joined = char == _ZWJ
    return total


@cache
def _seen(char: str) -> float:
    """1 for what takes a place of its own; 0 for marks, joiners and controls."""
    if unicodedata.category(char) in ("Mn", "Me", "Cc", "Cf"):
        return 0.0
    # Skin tones join the emoji before them; the second vowel or final of old Hangul its syllable.
    joins = "\U0001f3fb" <= char <= "\U0001f3ff" or "\u1160" <= char <= "\u11ff"
    if joins:
        return 0.0
    # Two regional indicators make one flag.
    return 0.5 if "\U0001f1e6" <= char <= "\U0001f1ff" else 1.0


@cache
def _full_half(char: str) -> float:
    seen = _seen(char)
    if seen == 0.0:
        return 0.0
    width = unicodedata.east_asian_width(char)
    if width in ("W", "F"):
        return seen
    # Ambiguous punctuation (… “ ” — ·) is set full width in Chinese and Japanese faces; letters
    # that are merely ambiguous (é, Greek) are not.
    if width == "A" and unicodedata.category(char)[0] in ("P", "S"):
        return seen
    return 0.5


@cache
def _hangul(char: str) -> float:
    if _seen(char) == 0.0:
        return 0.0
    return 1.0 if unicodedata.name(char, "").startswith(_EAST_ASIAN) else 0.5


_WEIGHTS = {"grapheme": _seen, "full-half": _full_half, "hangul": _hangul, "arabic": _seen}
