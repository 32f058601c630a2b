"""Which characters stand upright in a column, by UAX #50 (Unicode 16) and what CJK faces draw."""

from __future__ import annotations

from functools import lru_cache

from studio.typeset.characters import Kind, kind_of

#: Symbols outside of the East Asian scripts whose vertical orientation is U (or Tu, Tr: there the
#: face has a form of its own): (first, last).
_UPRIGHT = (
    (0x00A7, 0x00A7),
    (0x00A9, 0x00A9),
    (0x00AE, 0x00AE),
    (0x00B1, 0x00B1),
    (0x00BC, 0x00BE),
    (0x00D7, 0x00D7),
    (0x00F7, 0x00F7),
    (0x2016, 0x2016),
    (0x2020, 0x2021),
    (0x2030, 0x2031),
    (0x203B, 0x203C),
    (0x2042, 0x2042),
    (0x2047, 0x2049),
    (0x2051, 0x2051),
    (0x20DD, 0x20E4),
    (0x2100, 0x2101),
    (0x2103, 0x2109),
    (0x210F, 0x210F),
    (0x2113, 0x2114),
    (0x2116, 0x2117),
    (0x211E, 0x2123),
    (0x2135, 0x213F),
    (0x2145, 0x214A),
    (0x214C, 0x214D),
    (0x214F, 0x2189),
    (0x221E, 0x221E),
    (0x2234, 0x2235),
    (0x2300, 0x2307),
    (0x230C, 0x231F),
    (0x2324, 0x232B),
    (0x237D, 0x239A),
    (0x23BE, 0x23CD),
    (0x23CF, 0x23CF),
    (0x23D1, 0x23DB),
    (0x23E2, 0x2422),
    (0x2424, 0x2426),
    (0x2440, 0x244A),
    (0x2460, 0x24FF),
    (0x25A0, 0x2619),
    (0x2620, 0x2767),
    (0x2776, 0x2793),
    (0x2B12, 0x2B2F),
    (0x2B50, 0x2B59),
    (0x2B97, 0x2B97),
    (0x2BB8, 0x2BD1),
    (0x2BD3, 0x2BEB),
    (0x2BF0, 0x2BFF),
    (0xFE10, 0xFE19),
    (0xFE30, 0xFE6B),
    (0x1F000, 0x1F7FF),
    (0x1F900, 0x1FAFF),
)
#: Full-width signs that lie on their side all the same.
_LYING = frozenset("－＜＝＞")
#: Rotated by the standard, which CJK faces do with forms of their own (`vert`).
_FORMED = frozenset("—―‥…‧⋯·～〜ー　")


@lru_cache(maxsize=8192)
def stands(char: str) -> bool:
    """Whether the character is set upright, or as its face's own form for columns."""
    if char in _LYING:
        return False
    if kind_of(char, True) in (Kind.HAN, Kind.HANGUL, Kind.MARK) or char in _FORMED:
        return True
    # CJK symbols and marks, and the full-width forms.
    point = ord(char)
    if 0x3000 <= point <= 0x303F or 0x30A0 <= point <= 0x30FF or 0xFF01 <= point <= 0xFF60:
        return True
    return any(first <= point <= last for first, last in _UPRIGHT)
