"""The numbers that a text names in figures, and whether it names any in words."""

from __future__ import annotations

import re
import unicodedata

_FIGURE = re.compile(
    r"(?<![\w.,])(\d{1,3}(?:[,\u00a0\u202f ]\d{3})+|\d{1,15})([.,]\d{1,6})?"
    r"\s?(千|万|萬|亿|億|만|억|천|thousand|million|billion)?",
    re.IGNORECASE,
)
_TIMES = {
    "千": 1e3, "천": 1e3, "thousand": 1e3, "万": 1e4, "萬": 1e4, "만": 1e4,
    "million": 1e6, "亿": 1e8, "億": 1e8, "억": 1e8, "billion": 1e9,
}  # fmt: skip
_NAMED = re.compile(
    r"[零一二两兩三四五六七八九十百千万萬亿億半双雙]|[일이삼사오육칠팔구십백천만억]|"
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|"
    r"forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|dozens?|half|first|"
    r"second|third|\w+th|once|twice|both|un|une|deux|trois|quatre|cinq|sept|huit|neuf|dix|vingt|"
    r"cent|mille|ein|eine[nmrs]?|zwei|drei|vier|fünf|sechs|sieben|acht|zehn|zwölf|hundert|tausend|"
    r"uno?|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|cien|mil)\b",
    re.IGNORECASE,
)


def quantities(text: str) -> list[float]:
    """The numbers in figures, full width or half, with units as 万 and million multiplied in.

    A comma or point before three figures parts thousands (1,000), before others decimals (1,5).
    """
    found: list[float] = []
    for whole, part, unit in _FIGURE.findall(unicodedata.normalize("NFKC", text)):
        digits = re.sub(r"\D", "", whole)
        grouped = len(part) == 4 and part[0] == "," and not digits.startswith("0")
        number = float(digits + part[1:]) if grouped else float(f"{digits}.{part[1:] or 0}")
        found.append(round(number * _TIMES.get(unit.lower(), 1), 6))
    return found


def named_numbers(text: str) -> bool:
    """Whether a text has words for numbers (English, French, German, Spanish, Han, Hangul)."""
    return _NAMED.search(text) is not None
