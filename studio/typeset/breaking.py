"""Where a line may be broken, and how well each place does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

import budoux
from uniseg.linebreak import line_break_boundaries

from studio.typeset.characters import DASHES, Kind, clusters, is_han, kind_of, leans_cjk
from studio.typeset.kinsoku import rules_for
from studio.typeset.style import script_of

#: What a break costs, in the units of the balance (see wrapping): after a sentence, after a
#: comma, between phrases, after a word that leans on the next, inside a phrase.
SENTENCE, COMMA, PHRASE, POOR, INSIDE = 0.0, 0.04, 0.35, 0.6, 0.9

_MODELS = {
    "hans": budoux.load_default_simplified_chinese_parser,
    "hant": budoux.load_default_traditional_chinese_parser,
    "jpan": budoux.load_default_japanese_parser,
}
_CORNERS = dict(zip("“”‘’", "「」「」", strict=True))
_FULL_STOPS = frozenset("。．！？.!?…—」』”")
_COMMAS = frozenset("，、；：,;:）》】）)")
#: Words that should not be left at the end of an English line (articles, prepositions, pronouns).
_LEANING = re.compile(
    "(?i:a|an|the|of|to|in|on|at|by|for|from|with|and|or|but|as|is|i|my|your|his|her|its|our|their"
    "|no|not|than|into|onto|over)"
)


@dataclass(frozen=True, slots=True)
class Break:
    """A line may end before character `index` of the text; it must where `forced`.

    `cost` is 0 after a pause, more inside a phrase.
    """

    index: int
    cost: float
    forced: bool = False


@lru_cache(maxsize=2048)
def breaks(text: str, language: str) -> tuple[Break, ...]:
    """Every legal break of `text`, in order, without its start and end.

    Unicode's line breaking (UAX 14, strict) with what our tables forbid taken out: Han and kana
    by JLREQ or CLREQ, Korean at spaces only, runs of dashes and dots whole, nothing inside a word
    or a number. A newline forces a break.
    """
    phrases = _phrases(text, language)
    found = []
    line = 0
    for index in line_break_boundaries(_disambiguated(text, language)):
        if not 0 < index < len(text):
            continue
        if text[index - 1] == "\n":
            # Blank lines are none.
            if text[line:index].strip() and text[index:].strip():
                found.append(Break(index, 0.0, True))
                line = index
        elif _is_allowed(text, index, language):
            found.append(Break(index, _cost(text, index, language, phrases)))
    return tuple(found)


def _disambiguated(text: str, language: str) -> str:
    """With the quotes of CJK text as corner brackets, whose side UAX 14 knows.

    It takes curly quotes for either side, and so forbids the breaks that all CJK setting has.
    """
    if script_of(language) not in ("hans", "hant", "jpan", "kore"):
        return text
    return "".join(
        _CORNERS[char] if char in _CORNERS and leans_cjk(text, place, place + 1) else char
        for place, char in enumerate(text)
    )


def _is_allowed(text: str, index: int, language: str) -> bool:
    spaced = text[index - 1].isspace()
    head, tail = text[:index].rstrip(), text[index:].lstrip()
    if not head or not tail:
        return False
    one, two = head[-1], tail[0]
    if script_of(language) == "kore" and not spaced:
        return False
    rules = rules_for(language)
    if two in rules.not_first or one in rules.not_last:
        return False
    if one in DASHES and two in DASHES:
        return False
    return spaced or not (_is_wordlike(one) and _is_wordlike(two))


def _is_wordlike(char: str) -> bool:
    """Letters and digits that belong together, full-width ones too; not ideographs or kana."""
    if "０" <= char <= "ｚ":
        return char.isalnum()
    return not is_han(char) and kind_of(char, True) is Kind.WORD


def _cost(text: str, index: int, language: str, phrases: frozenset[int]) -> float:
    head = text[:index].rstrip()
    if head[-1] in _FULL_STOPS:
        return SENTENCE
    if head[-1] in _COMMAS:
        return COMMA
    script = script_of(language)
    if script in _MODELS:
        if text[index - 1].isspace() and not text[index].isascii():
            # A space that somebody typed between ideographs stands for a comma.
            return COMMA
        if _is_counted(head[-1], text[index]):
            return INSIDE
        if head[-1].isascii() and text[index].isascii() and head[-1].isalnum():
            return PHRASE
        return PHRASE if index in phrases else INSIDE
    if text[index - 1].isspace():
        leaning = script == "latin" and _LEANING.fullmatch(head.split()[-1]) is not None
        return POOR if leaning else PHRASE
    return INSIDE


def _is_counted(one: str, two: str) -> bool:
    """A number and its counter, or 第 and its number: 12届, 第3."""
    return (one.isdigit() and is_han(two)) or (one in "第约約" and two.isdigit())


@cache
def _parser(script: str) -> budoux.Parser:
    return _MODELS[script]()


def _phrases(text: str, language: str) -> frozenset[int]:
    """Where phrases begin, by BudouX's model of the language; nothing for those it has none of."""
    script = script_of(language)
    if script not in _MODELS:
        return frozenset()
    found: set[int] = set()
    place = 0
    for part in _parser(script).parse(text):
        place += len(part)
        found.add(place)
    return frozenset(found)


def is_single(text: str, language: str) -> bool:
    """Whether `text` would be a widow on a line of its own.

    Chinese and Japanese: fewer than two characters besides marks; Korean: fewer than two
    syllables; others: a single word of at most four letters.
    """
    kinds = [kind_of(text[start], True) for start, _ in clusters(text)]
    letters = sum(kind in (Kind.HAN, Kind.HANGUL, Kind.WORD) for kind in kinds)
    if script_of(language) in ("hans", "hant", "jpan", "kore"):
        return letters < 2
    return len(text.split()) < 2 and letters <= 4
