"""What kind of character something is, as far as spacing, breaking and the choice of face care."""

from __future__ import annotations

import itertools
import re
import unicodedata
from enum import Enum
from functools import lru_cache

from uniseg.graphemecluster import grapheme_cluster_boundaries

#: CLREQ and JLREQ: marks with a full-width body whose blank half may be set solid.
OPENING = frozenset("‘“（〔［｛〈《「『【｟〘〖〝﹁﹃︵︷︹︻︽︿﹇")
CLOSING = frozenset("’”）〕］｝〉》」』】｠〙〗〟﹂﹄︶︸︺︼︾﹀﹈")
STOPS = frozenset("。．，、；：！？︒︑︐")
MIDDLE_DOTS = frozenset("・·‧")
#: Runs of these are one sign: never broken, never tracked apart.
DASHES = frozenset("—―⸺⸻…‥⋯〳〴〵")

_IGNORABLE = frozenset({0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD, 0x180E})
_EAST = (
    (0x1100, 0x11FF),
    (0x2E80, 0x303F),
    (0x3040, 0x31FF),
    (0x3200, 0xA4CF),
    (0xA960, 0xA97F),
    (0xAC00, 0xD7FF),
    (0xF900, 0xFAFF),
    (0xFE30, 0xFE4F),
    (0xFF00, 0xFFEF),
    (0x16FE0, 0x18DFF),
    (0x1AFF0, 0x1B2FF),
    (0x20000, 0x3FFFF),
)


class Kind(Enum):
    """How a cluster behaves beside its neighbours."""

    HAN = "ideograph or kana"
    HANGUL = "hangul"
    MARK = "full-width punctuation"
    WORD = "letter or digit of a spaced script"
    SPACE = "space"
    OTHER = "other"


#: Characters that never join with a neighbour of this set into one cluster: what nearly all
#: text is made of. The full rules are some hundred times slower.
_PLAIN = re.compile(
    "[\\x00-\\x0c\\x0e-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u205f"
    "\u3000-\u3029\u3030-\u3098\u309b-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff9d"
    "\U00020000-\U0003ffff]*"
)


def clusters(text: str) -> list[tuple[int, int]]:
    """The grapheme clusters of `text` as (start, stop)."""
    if _PLAIN.fullmatch(text):
        return [(place, place + 1) for place in range(len(text))]
    bounds = list(grapheme_cluster_boundaries(text))
    return list(itertools.pairwise(bounds))


@lru_cache(maxsize=8192)
def is_ignorable(char: str) -> bool:
    """Whether the character needs no glyph: joiners, selectors and other formatting."""
    point = ord(char)
    if 0xFE00 <= point <= 0xFE0F or 0xE0100 <= point <= 0xE01EF:
        return True
    return point in _IGNORABLE or unicodedata.category(char) in ("Cf", "Cc")


@lru_cache(maxsize=8192)
def is_hangul(char: str) -> bool:
    """Whether the character is a Hangul letter or syllable."""
    point = ord(char)
    return (
        0xAC00 <= point <= 0xD7FF
        or 0x1100 <= point <= 0x11FF
        or 0x3130 <= point <= 0x318F
        or 0xA960 <= point <= 0xA97F
    )


@lru_cache(maxsize=8192)
def is_han(char: str) -> bool:
    """Whether the character is an ideograph, a kana or a letter-like full-width sign."""
    point = ord(char)
    if is_hangul(char) or not any(low <= point <= high for low, high in _EAST):
        return False
    return unicodedata.category(char)[0] not in "PZ" and unicodedata.east_asian_width(char) != "H"


@lru_cache(maxsize=8192)
def kind_of(char: str, cjk: bool) -> Kind:
    """The kind of a cluster's first character; `cjk` where ambiguous marks are full-width ones."""
    if char.isspace():
        return Kind.SPACE
    if is_hangul(char):
        return Kind.HANGUL
    if is_han(char):
        return Kind.HAN
    if char in OPENING or char in CLOSING or char in STOPS or char in MIDDLE_DOTS:
        wide = unicodedata.east_asian_width(char) in "WF"
        return Kind.MARK if wide or cjk else Kind.OTHER
    return Kind.WORD if unicodedata.category(char)[0] in "LNM" else Kind.OTHER


@lru_cache(maxsize=8192)
def _is_ambiguous(char: str) -> bool:
    return unicodedata.east_asian_width(char) == "A" and unicodedata.category(char)[0] in "PS"


def _is_western(char: str) -> bool:
    return unicodedata.category(char)[0] in "LN" and not is_han(char) and not is_hangul(char)


def leans_cjk(text: str, start: int, stop: int) -> bool:
    """Whether a cluster in a Chinese, Japanese or Korean text is set as a CJK sign.

    True for ambiguous quotes, dashes and dots except inside a Western word or number (it’s, 1–2).
    """
    if not _is_ambiguous(text[start]):
        return False
    before = text[start - 1] if start else ""
    after = text[stop] if stop < len(text) else ""
    return not (before and after and _is_western(before) and _is_western(after))
