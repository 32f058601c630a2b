"""Time codes counted by a plain scan of a text, which knows nothing of cues: the readers' proof."""

from __future__ import annotations

import re
from collections import Counter

_T = r"\d{1,9}[ \t]{0,2}[:：][ \t]{0,2}\d{1,9}[ \t]{0,2}[:：][ \t]{0,2}\d{1,9}"
_POINT = r"[ \t]{0,2}[,.:;，．。：][ \t]{0,2}\d{1,9}"
_ARROW = r"[ \t]{0,9}(?:-{1,3}[ ]?-?[ ]?>|－{1,2}＞|[–—−]>|=>|→|⟶)[ \t]{0,9}"
_PLAIN = re.compile(r"\d\d:\d\d:\d\d[,.]\d{3} --> \d\d:\d\d:\d\d[,.]\d{3}")
_ANYWHERE = re.compile(rf"{_T}{_POINT}{_ARROW}[-−]?{_T}{_POINT}")
_AT_START = re.compile(
    rf"[ \t]{{0,9}}[-−]?{_T}(?:{_POINT})?{_ARROW}[-−]?{_T}"
    r"|[ \t]{0,9}\d{1,2}:\d\d[.,]\d{3}[ \t]{1,9}-->[ \t]{1,9}\d{1,2}:\d\d[.,]\d{3}"
)
_MARKS = ("->", "＞", "→", "=>", "- >", "–>", "—>", "−>", "⟶")
_DIALOGUE = re.compile(r"(?m)^[^\S\n]*Dialogue[ \t]*:")
_PAIR = re.compile(r"(?m)^[ \t\ufeff]*\d{1,4}:[^\s,]{1,20}[ \t]*,[ \t]*\d{1,4}:[^\s,]{1,20}[ \t]*$")
_PARAGRAPH = re.compile(r"<(?:[A-Za-z_][\w.-]{0,40}:)?p(?=[\s/>])")
_PICTURE = re.compile(r"<(?:[A-Za-z_][\w.-]{0,40}:)?div\s[^<>]{0,2000}?backgroundImage\s*=")
_HIDDEN = re.compile(
    r"(?s)<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<!DOCTYPE[^<>\[]*(?:\[.*?\])?[^<>]*>"
)


def arrows(text: str) -> int:
    """How many time codes with an arrow stand in a text."""
    plain = len(_PLAIN.findall(text))
    if text.count("->") == plain and not any(mark in text for mark in _MARKS[1:]):
        return plain
    return sum(arrow_lines(text).values())


def arrow_lines(text: str) -> Counter[int]:
    """How many of them stand on which line (from 1)."""
    found: Counter[int] = Counter()
    for number, line in enumerate(text.split("\n"), start=1):
        if any(mark in line for mark in _MARKS):
            seen = len(_ANYWHERE.findall(line)) or int(_AT_START.match(line) is not None)
            if seen:
                found[number] = seen
    return found


def dialogue_lines(text: str) -> Counter[int]:
    """How many lines of ASS say that they are dialogue, and which."""
    return _lines_of(_DIALOGUE, text)


def pair_lines(text: str) -> Counter[int]:
    """Where two things like times with a comma between them stand on a line of their own."""
    return _lines_of(_PAIR, text)


def paragraph_lines(text: str) -> Counter[int]:
    """Where the paragraphs and the pictures with a time of their own of a TTML text begin, outside
    of comments; whether they can be timed is left to the reader."""
    shown = _without_hidden(text)
    return _lines_of(_PARAGRAPH, shown) + _lines_of(_PICTURE, shown)


def _lines_of(pattern: re.Pattern[str], text: str) -> Counter[int]:
    found: Counter[int] = Counter()
    line, at = 1, 0
    for match in pattern.finditer(text):
        line += text.count("\n", at, match.start())
        at = match.start()
        found[line] += 1
    return found


def _without_hidden(text: str) -> str:
    if "<!" not in text and "<?" not in text:
        return text
    # What is begun and never ended hides nothing; else each such place would be sought to the end.
    if any(text.count(a) > text.count(b) for a, b in (("<!--", "-->"), ("<!", ">"), ("<?", "?>"))):
        return text
    return _HIDDEN.sub(lambda match: "\n" * match[0].count("\n"), text)
