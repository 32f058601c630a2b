"""Which characters are drawn in another region's shapes than the language asks for."""

from __future__ import annotations

import struct
from functools import lru_cache

from studio.typeset.face import Face, font, opened, setting_for
from studio.typeset.fonts import library, region_of
from studio.typeset.shape import Line
from studio.typeset.style import script_of

#: OpenType's language systems of the regions.
_SYSTEMS = {"SC": "ZHS ", "TC": "ZHT ", "HK": "ZHH ", "JP": "JAN ", "KR": "KOR "}
#: Bits of ulCodePageRange1 in OS/2: the national sets that a face says it is made for.
_PAGES = {17: "JP", 18: "SC", 19: "KR", 20: "TC", 21: "KR"}
_JUDGE = "Noto Sans CJK"
_LANGUAGES = {"SC": "zh-Hans", "TC": "zh-Hant", "HK": "zh-Hant-HK", "JP": "ja", "KR": "ko"}
_HAN = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))


def wrong_region(lines: tuple[Line, ...], language: str) -> tuple[str, ...]:
    """The ideographs of `lines`, once each, whose face draws another region's form of them.

    Only where the face has no `locl` forms for the language, and only those that differ between
    the two regions in Noto Sans CJK, which draws all of them. Nothing for languages that have no
    ideographs of their own, and for faces that do not tell what they are made for.
    """
    if script_of(language) not in ("hans", "hant", "jpan", "kore"):
        return ()
    region = region_of(language)
    found: dict[str, None] = {}
    for line in lines:
        for glyph in line.glyphs:
            char = line.text[glyph.cluster]
            if char not in found and is_ideograph(char) and _is_foreign(glyph.face, region, char):
                found[char] = None
    return tuple(found)


def is_ideograph(char: str) -> bool:
    """Whether the character is a Han ideograph."""
    return any(low <= ord(char) <= high for low, high in _HAN)


@lru_cache(maxsize=4096)
def _is_foreign(face: Face, region: str, char: str) -> bool:
    drawn = drawn_for(face)
    if not drawn or region in drawn or _has_forms(face, region):
        return False
    return all(_form(char, region) != _form(char, one) for one in drawn)


@lru_cache(maxsize=256)
def drawn_for(face: Face) -> frozenset[str]:
    """The regions whose forms a face draws by itself; none where it does not say.

    By its name, else by the national character sets in its OS/2 table, if it is made for one.
    """
    if face.region:
        return frozenset({face.region})
    for word in face.family.replace("-", " ").split():
        if word in _SYSTEMS:
            return frozenset({word})
    made = opened(face.path, face.index)
    table = bytes(made.reference_table("OS/2").data) if "OS/2" in made.table_tags else b""
    if len(table) < 82:
        return frozenset()
    (pages,) = struct.unpack_from(">I", table, 78)
    return frozenset(region for bit, region in _PAGES.items() if pages >> bit & 1)


@lru_cache(maxsize=256)
def _has_forms(face: Face, region: str) -> bool:
    """Whether the face's GSUB has `locl` for the language of a region."""
    made = opened(face.path, face.index)
    for script in range(len(made.get_table_script_tags("GSUB"))):
        for language, tag in enumerate(made.get_script_language_tags("GSUB", script)):
            if tag != _SYSTEMS[region]:
                continue
            if "locl" in made.get_language_feature_tags("GSUB", script, language):
                return True
    return False


@lru_cache(maxsize=8192)
def _form(char: str, region: str) -> int:
    """The glyph of Noto Sans CJK for a region: its faces share one where they draw the same."""
    face = library().find(_JUDGE, _LANGUAGES[region], 400)
    if face is None:
        return 0
    return int(font(setting_for(face, 400, 24.0, False)).get_nominal_glyph(ord(char)) or 0)
