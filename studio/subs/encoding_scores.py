"""How much a decoded text looks like the language its code page was made for."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import pairwise

CANDIDATES = (
    "gb18030", "big5", "cp950", "big5hkscs", "cp932", "euc_jp", "euc_jis_2004", "cp949",
    "cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258",
    "cp874", "iso8859_7", "iso8859_2", "iso8859_5", "iso8859_6", "iso8859_8", "iso8859_9",
    "koi8_r", "koi8_u", "cp866", "mac_roman",
)  # fmt: skip
"""Code pages that subtitles are found in, the usual name of a reading first."""

# Characters that any page of the language is full of. Written by us from common grammar words.
_CHINESE_SIMPLIFIED = (
    "的了是我不在一有你这他们来到说就要人会和没对个那么什好吗去上大里可以着过看想知道时"
)
_CHINESE_TRADITIONAL = (
    "的了是我不在一有你這他們來到說就要人會和沒對個那麼什好嗎去上大裡可以著過看想知道時"
)
_JAPANESE = "のはをにがとでもたてしなかるいれらだよねっんうすまこそあ"
_KOREAN = "이가는은을를에의도고다지하한그나네아어요있서로게니시사해"
_CYRILLIC = "оеаинтсрвлкмдпуяыьгзбчйх"
_GREEK = "αοιετσνηυρπκμλςάίόέή"
_ARABIC = "ايلمونرتبهعدفسكحقأجة"
_HEBREW = "יוהלאמתרשבנעדקח"
_THAI = "านรอกเงมยลวดทสตะปบคหแจพชขใไ่้ีัิื"
_LATIN_BY_PAGE = {
    "cp1252": "éèêàâçùûôîïëäöüßáíóúñãõåøæìòÈÊ¿¡œÉÀÇÄÖÜÁÍÓÚÑÅØÆ’“”…–—«»°",
    "cp1250": "áéíóúýčďěňřšťůžąćęłńśźżőűăâîșțöüôČŘŠŽÚÝĄĆĘŁŃŚŹŻŐŰÁÉÍÓŠ„”“…–",
    "cp1254": "ığşçöüİĞŞÇÖÜâî",
    "cp1257": "āčēģīķļņšūžąęėįųõäöüÕÄÖÜŠŽ",
    "cp1258": "ăâđêôơưáàéèíóúÁÂĐÊÔƠƯ",
    "iso8859_2": "áéíóúýčďěňřšťůžąćęłńśźżőűăâîöüôČŘŠŽÚÝĄĆĘŁŃŚŹŻŐŰ",
    "iso8859_9": "ığşçöüİĞŞÇÖÜ",
    "mac_roman": "éèêàâçùûôîïëäöüßáíóúñ",
}
_LANGUAGES = {
    "gb18030": ("zh",), "big5": ("zh",), "big5hkscs": ("zh",), "cp950": ("zh",), "cp932": ("ja",),
    "euc_jp": ("ja",), "euc_jis_2004": ("ja",), "cp949": ("ko",),
    "cp1252": ("en", "fr", "de", "es", "it", "pt", "nl", "sv", "da", "nb", "no", "fi", "is", "ca"),
    "cp1251": ("ru", "uk", "bg", "be", "sr", "mk"), "koi8_r": ("ru",), "koi8_u": ("uk",),
    "cp866": ("ru",), "iso8859_5": ("ru", "bg"),
    "cp1250": ("cs", "sk", "pl", "hu", "ro", "hr", "sl", "bs", "sr", "sq"),
    "iso8859_2": ("cs", "sk", "pl", "hu", "ro", "hr", "sl"), "cp1253": ("el",),
    "iso8859_7": ("el",), "cp1254": ("tr", "az"), "iso8859_9": ("tr",), "cp1255": ("he",),
    "iso8859_8": ("he",), "cp1256": ("ar", "fa", "ur"), "iso8859_6": ("ar",),
    "cp1257": ("et", "lv", "lt"), "cp1258": ("vi",), "cp874": ("th",),
}  # fmt: skip
_RARE = {"mac_roman": 0.1, "cp866": 0.1, "iso8859_5": 0.1, "koi8_r": 0.03, "koi8_u": 0.06,
         "iso8859_6": 0.08, "iso8859_8": 0.05, "cp1258": 0.05, "euc_jis_2004": 0.05,
         "cp950": 0.01, "big5hkscs": 0.02, "iso8859_2": 0.02, "iso8859_9": 0.02,
         "cp1257": 0.02, "cp874": 0.05}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
# A symbol stuck to a word, or a mark of another script on a Latin letter.
_GLUED = re.compile(r"[¶¤¦§¬±¢£¥¸¨´](?=[^\W\d_])|[A-Za-z][\u0591-\u05c7\u064b-\u0652\u0e31-\u0e4e]")


def plausibility(text: str, encoding: str, language: str) -> float:
    """About 0 (noise) to about 1 (plain prose) for `text` read by `encoding`.

    A `language` (BCP 47, may be empty) lifts the code pages made for it and lowers the others.
    """
    spoken = [char for char in text if char > "\x7f"]
    if not spoken:
        return 0.3
    score = _RULES[encoding](spoken, text) - _RARE.get(encoding, 0.0) - _oddities(spoken)
    if language and language != "und":
        base = language.split("-")[0]
        score += 0.15 if base in _LANGUAGES.get(encoding, ()) else -0.1
        if encoding == "gb18030" and language == "zh-Hant":
            # GB18030 holds Traditional too; nothing to lift or to lower.
            score -= 0.02
    return score


def _oddities(spoken: list[str]) -> float:
    """What prose never holds: controls, private use, unassigned, box drawing."""
    bad = sum(_odd(char) for char in spoken)
    return min(1.0, 3.0 * bad / len(spoken))


@cache
def _odd(char: str) -> bool:
    # Box drawing is what KOI8 and the DOS pages make of other languages' letters.
    return unicodedata.category(char) in ("Cc", "Co", "Cn", "Cs") or "\u2500" <= char <= "\u259f"


def _share(spoken: list[str], wanted: Callable[[str], bool]) -> float:
    return sum(map(wanted, spoken)) / len(spoken)


@cache
def _level_one(char: str, charset: str) -> bool:
    """Whether a character is of its national set's first, everyday level."""
    try:
        code = char.encode(charset)
    except UnicodeEncodeError:
        return False
    if len(code) != 2:
        return False
    if charset == "gb2312":
        return 0xB0 <= code[0] <= 0xD7 or code[0] in (0xA1, 0xA3)
    if charset == "big5":
        return 0xA4 <= code[0] <= 0xC6 or code[0] == 0xA1
    # JIS X 0208 in EUC: kana, punctuation and level 1 kanji.
    return code[0] in (0xA1, 0xA4, 0xA5) or 0xB0 <= code[0] <= 0xCF


def _han_rule(charset: str, common: str) -> Callable[[list[str], str], float]:
    wanted = frozenset(common)

    def rule(spoken: list[str], text: str) -> float:
        everyday = _share(spoken, lambda char: _level_one(char, charset))
        function = min(1.0, 6.0 * _share(spoken, wanted.__contains__))
        kana = _share(spoken, lambda char: "\u3040" <= char <= "\u30ff")
        half = _share(spoken, lambda char: "\uff61" <= char <= "\uff9f")
        return 0.55 * everyday + 0.45 * function - kana - half

    return rule


def _gb18030(spoken: list[str], text: str) -> float:
    """GB18030 holds everything: simplified prose, or other scripts written in it."""
    simplified = _SIMPLIFIED(spoken, text)
    # Traditional in GB18030 is rarer than Big5, so it must be better to be taken.
    traditional = _TRADITIONAL(spoken, text) - 0.05
    # Its rows of Cyrillic and Greek are those of EUC-JP, too; read as Big5 they are rare words.
    others = max(_CYRILLIC_RULE(spoken, text), _GREEK_RULE(spoken, text)) - 0.1
    return max(simplified, traditional, others)


def _japanese(spoken: list[str], text: str) -> float:
    everyday = _share(spoken, lambda char: _level_one(char, "euc_jp"))
    kana = _share(spoken, lambda char: "\u3040" <= char <= "\u30ff")
    function = min(1.0, 2.5 * _share(spoken, frozenset(_JAPANESE).__contains__))
    half = _share(spoken, lambda char: "\uff61" <= char <= "\uff9f")
    return 0.35 * everyday + 0.3 * min(1.0, 2.5 * kana) + 0.35 * function - half


def _korean(spoken: list[str], text: str) -> float:
    everyday = _share(spoken, _ks_syllable)
    function = min(1.0, 3.5 * _share(spoken, frozenset(_KOREAN).__contains__))
    han = _share(spoken, lambda char: "\u4e00" <= char <= "\u9fff")
    return 0.5 * everyday + 0.5 * function - han


@cache
def _ks_syllable(char: str) -> bool:
    """Of the 2,350 syllables of KS X 1001, not of the extension that noise decodes to."""
    try:
        return len(char.encode("euc_kr")) == 2 and ("\uac00" <= char <= "\ud7a3" or char < "\u3100")
    except UnicodeEncodeError:
        return False


def _alphabet_rule(common: str, block: str) -> Callable[[list[str], str], float]:
    """A script of its own: its letters make whole words, the frequent ones most of them."""
    wanted = frozenset(common)

    def rule(spoken: list[str], text: str) -> float:
        letters = [char for char in spoken if char.isalpha() or unicodedata.combining(char)]
        if not letters:
            return 0.1
        own = sum(_of_block(char, block) for char in letters) / len(spoken)
        function = sum(char.lower() in wanted for char in letters) / len(letters)
        # Prose in a script of its own is mostly that script; a few strange letters are not.
        latin = sum(char.isascii() and char.isalpha() for char in text)
        own *= min(1.0, 2.0 * len(letters) / (latin + 1))
        function *= min(1.0, 2.0 * len(letters) / (latin + 1))
        return 0.35 * own + 0.65 * min(1.0, 1.15 * function) - _mixed(text, block) - _case(text)

    return rule


@cache
def _of_block(char: str, block: str) -> bool:
    return unicodedata.name(char, "").startswith(block)


def _mixed(text: str, block: str) -> float:
    """Words of two alphabets at once, which prose does not have."""
    words = [word for word in _WORD.findall(text) if any(char > "\x7f" for char in word)]
    if not words:
        return 0.0
    mixed = sum(
        any(char.isascii() for char in word) and any(_of_block(char, block) for char in word)
        for word in words
    )
    return (1.2 * mixed + len(_GLUED.findall(text))) / len(words)


def _case(text: str) -> float:
    """Capitals inside or at the end of words: a wrong page turns small letters into them."""
    words = [word for word in _WORD.findall(text) if any(char > "\x7f" for char in word)]
    odd = sum(any(a.islower() and b.isupper() for a, b in pairwise(word)) for word in words)
    return 0.8 * odd / len(words) if words else 0.0


def _latin_rule(page: str) -> Callable[[list[str], str], float]:
    """Accented Latin: few of the letters are non-ASCII, and those are the page's own."""
    wanted = frozenset(_LATIN_BY_PAGE[page])

    def rule(spoken: list[str], text: str) -> float:
        ascii_letters = sum(char.isascii() and char.isalpha() for char in text)
        if not ascii_letters:
            return 0.0
        density = len(spoken) / (ascii_letters + len(spoken))
        counts = Counter(spoken)
        own = sum(number for char, number in counts.items() if char in wanted) / len(spoken)
        # Western prose has up to a quarter of accented letters; CJK bytes read as Latin have most.
        dense = max(0.0, density - 0.35) * 2.5
        symbols = _inside(text)
        return 0.9 * own - dense - symbols - _case(text)

    return rule


def _inside(text: str) -> float:
    """Symbols in the middle of words (“gar‡on”), which another page would read as letters."""
    odd = len(re.findall(r"[A-Za-z][^\x00-\x7f\w\s’'‑–—…·][A-Za-z]", text))
    spoken = sum(char > "\x7f" for char in text)
    return 1.5 * odd / max(1, spoken)


_SIMPLIFIED = _han_rule("gb2312", _CHINESE_SIMPLIFIED)
_TRADITIONAL = _han_rule("big5", _CHINESE_TRADITIONAL)
_CYRILLIC_RULE = _alphabet_rule(_CYRILLIC, "CYRILLIC")
_GREEK_RULE = _alphabet_rule(_GREEK, "GREEK")
_ARABIC_RULE = _alphabet_rule(_ARABIC, "ARABIC")
_HEBREW_RULE = _alphabet_rule(_HEBREW, "HEBREW")
_RULES: dict[str, Callable[[list[str], str], float]] = {
    "gb18030": _gb18030, "big5": _TRADITIONAL, "big5hkscs": _TRADITIONAL, "cp950": _TRADITIONAL,
    "cp932": _japanese,
    "euc_jp": _japanese, "euc_jis_2004": _japanese, "cp949": _korean,
    "cp1251": _CYRILLIC_RULE, "koi8_r": _CYRILLIC_RULE, "koi8_u": _CYRILLIC_RULE,
    "cp866": _CYRILLIC_RULE, "iso8859_5": _CYRILLIC_RULE, "cp1253": _GREEK_RULE,
    "iso8859_7": _GREEK_RULE, "cp1256": _ARABIC_RULE, "iso8859_6": _ARABIC_RULE,
    "cp1255": _HEBREW_RULE, "iso8859_8": _HEBREW_RULE, "cp874": _alphabet_rule(_THAI, "THAI"),
    **{page: _latin_rule(page) for page in _LATIN_BY_PAGE},
}  # fmt: skip
