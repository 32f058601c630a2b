"""Where a line may be broken, and how well each place does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from uniseg.linebreak import line_break_boundaries

from studio.typeset.characters import DASHES, Kind, is_han, kind_of
from studio.typeset.kinsoku import rules_for
from studio.typeset.phrases import HAN_NUMERALS, pauses
from studio.typeset.style import script_of

#: What belongs to the number before it, with a space between them.
_UNITS = re.compile(
    "(?:km|m|cm|mm|µm|nm|kg|g|mg|t|l|ml|h|min|s|ms|am|pm|a\\.m\\.|p\\.m\\.|hrs?|mins?|secs?|fps|Hz|"
    "kHz|MHz|GHz|kB|MB|GB|TB|px|dpi|ppi|mph|kmh|km/h|°[CF]?|%|‰|€|£|[$¥₩]|EUR|USD|GBP|Uhr|BC|AD|BCE|"
    "CE|°C|°F)(?![A-Za-z])"
)
#: What belongs to the name or number after it.
_TITLES = re.compile(
    "(?:^|[\\s(“‘\"'«])(?:Mr|Mrs|Ms|Dr|Prof|St|Sr|Sra|Mme|Mlle|Hr|Fr|No|Nos|Nr|Vol|Ch|Pt|Ep|Fig|pp|"
    "p|c|ca|vs|op|[A-ZÀ-Þ])\\.\\s+$"
)
#: Between two words of plain letters and between two ideographs UAX 14 always breaks, and nothing
#: before such a place matters after it (LB 18, LB 31): so a text is looked at in short parts, which
#: are known from the letter before.
_APART = re.compile("(?<=[A-Za-z] )(?=[A-Za-z])|(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])")
_THOUSANDS = re.compile("\\d{3}(?!\\d)")


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
    or a number, none between a number and its unit or a title and its name. A newline forces a
    break.
    """
    costs = pauses(text, language)
    found = []
    line = 0
    for index in _places(text):
        if text[index - 1] == "\n":
            # Blank lines are none.
            if text[line:index].strip() and text[index:].strip():
                found.append(Break(index, 0.0, True))
                line = index
        elif _is_allowed(text, index, language):
            found.append(Break(index, costs.cost(index)))
    return tuple(found)


def _places(text: str) -> Iterator[int]:
    """Where UAX 14 breaks `text`, without its start and end."""
    start = 0
    for part in _APART.split(text):
        if start:
            yield start
        yield from (start + index for index in _inside(part))
        start += len(part)


@lru_cache(maxsize=8192)
def _inside(part: str) -> tuple[int, ...]:
    return tuple(index for index in line_break_boundaries(part) if 0 < index < len(part))


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
    if two in "–—" and script_of(language) == "latin" and one not in ".!?…”»":
        # A dash belongs to what it ends; only one that begins an answer begins a line.
        return False
    if _is_one_figure(text, index, language):
        return False
    return spaced or not (_is_wordlike(one) and _is_wordlike(two))


def _is_one_figure(text: str, index: int, language: str) -> bool:
    """Inside a number, between a number and its unit, or a title and its name."""
    if text[index - 1].isspace():
        before = text[max(0, index - 12) : index].rstrip(" \u00a0")
        if before and before[-1].isdigit() and text[index - 1] != "\n":
            grouped = script_of(language) == "latin" and _THOUSANDS.match(text, index)
            return bool(grouped or _UNITS.match(text, index))
        return _TITLES.search(text, max(0, index - 12), index) is not None
    one, two = text[index - 1], text[index]
    if one in HAN_NUMERALS and two in HAN_NUMERALS:
        return True
    # Units that are one sign: 5㌔, 20㎞ (JLREQ cl-13).
    if one.isdigit() and "\u3300" <= two <= "\u33ff":
        return True
    # 2019–2024 and 3/4, whatever the dash.
    return one in "-–—―/~～〜" and two.isdigit() and text[index - 2 : index - 1].isdigit()


def _is_wordlike(char: str) -> bool:
    """Letters and digits that belong together, full-width ones too; not ideographs or kana."""
    if "０" <= char <= "ｚ":
        return char.isalnum()
    return not is_han(char) and kind_of(char, True) is Kind.WORD
