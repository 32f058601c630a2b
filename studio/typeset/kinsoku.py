"""Which characters may not begin or end a line, by language.

The classes and their members are facts of the W3C's requirements: Japanese from JLREQ appendix A
(very strict: small kana, iteration marks and the prolonged sound mark included), Chinese from
CLREQ 3.1.3 (basic, with its strict rule for dashes and ellipses), Korean from KLREQ 4.3.
"""

from __future__ import annotations

from dataclasses import dataclass

from studio.typeset.style import script_of


@dataclass(frozen=True, slots=True)
class LineRules:
    """`not_first`: never at a line's start. `not_last`: never at its end."""

    not_first: frozenset[str]
    not_last: frozenset[str]


_OPENING = "‘“(〔[{〈《「『【⦅｟〘〖«〝（［｛"
_CLOSING = "’”)〕]}〉》」』】⦆｠〙〗»〟）］｝"
_SMALL_KANA = (
    "ぁぃぅぇぉァィゥェォっゃゅょゎゕゖッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｯｬｭｮ"
)
_POSTFIXES = "°′″℃¢%‰ℓ％￠㏄㎎㎏㎝㎞㎜㎡"
_PREFIXES = "¥$£#€№￥＄￡＃"
_RUNS = "—―…‥⋯"

_JAPANESE = LineRules(
    frozenset(
        _CLOSING + "‐〜゠–～" + "!?‼⁇⁈⁉！？" + "・:;：；" + "。.．｡" + "、,，､"
        "ヽヾゝゞ々〻" + "ーｰ" + _SMALL_KANA + _POSTFIXES + _RUNS
    ),
    frozenset(_OPENING + _PREFIXES),
)
_CHINESE = LineRules(
    frozenset(
        _CLOSING
        + "、，；：。．！？,.;:!?"
        + "–～-‐－·・‧／/"
        + _RUNS
        + _POSTFIXES
        + "﹂﹄︶︸︺︼︾﹀々"
    ),
    frozenset(_OPENING + _PREFIXES + "／/﹁﹃︵︷︹︻︽︿"),
)
_KOREAN = LineRules(
    frozenset(
        _CLOSING + "‐-–—〜～" + "!?！？" + "·・:;：；" + "。.．" + "、,，" + "〃ー…‥" + _POSTFIXES
    ),
    frozenset(_OPENING + _PREFIXES),
)
_OTHER = LineRules(
    frozenset(_CLOSING.replace("’", "").replace("”", "") + "!?:;.,…‥、。，！？；：％%"),
    frozenset("([{«‘“¿¡（「『《〈"),
)


def rules_for(language: str) -> LineRules:
    """The rules of a language; for those without tables of their own, brackets and stops."""
    script = script_of(language)
    if script == "jpan":
        return _JAPANESE
    if script in ("hans", "hant"):
        return _CHINESE
    return _KOREAN if script == "kore" else _OTHER
