"""Texts of cues written as their language writes them: pure functions from text to text."""

from __future__ import annotations

import re

from studio.subs.checks.rules import Writing

DASHES = "-–—‐−－"
_BLANK = "[ \t\u00a0\u3000]"
_ITALIC = re.compile(r"</?(?:i|em)>|\{\\i[01]\}", re.IGNORECASE)
_ITALIC_TAG = re.compile(r"<(/?)i>", re.IGNORECASE)
_DOTS = re.compile(r"(?<!\.)\.{2,}(?!\.)|。{2,}|…{3,}|(?<![…⋯])⋯{1,2}")
_SPOKEN = re.compile(rf"^((?:<[^<>\n]*>|\{{[^{{}}\n]*\}})*)([{DASHES}])({_BLANK}*)(?=\S)")
_HAN = r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
_WIDE = {"?": "？", "!": "！", ":": "：", ";": "；", ",": "，", "(": "（", ")": "）", "~": "～"}
_BEFORE_MARK = re.compile(
    r"(?<=[^\W_]) (?=[,;!?](?:\s|$|<)|\.(?:\s|$|<)|:(?:\s|$|<))", re.MULTILINE
)
_RUNS = re.compile(r"([,;:，、；：])\1+|([!?！？])\2{2,}|(?<!\.),\.(?!\.)|(?<!\.)\.,")


def spaced(text: str, language: str) -> str:
    """No two spaces in a row, none at the ends of lines or before marks, no empty lines."""
    lines = [re.sub(r"[ \t]{2,}", " ", line).strip() for line in text.split("\n")]
    made = "\n".join(line for line in lines if line)
    # French sets some marks apart, by custom rather than by mistake.
    return made if language.startswith("fr") else _BEFORE_MARK.sub("", made)


def dotted(text: str) -> str:
    """Rows of full stops as one ellipsis."""
    return _DOTS.sub("…", text)


def is_dialogue(text: str) -> bool:
    """Two speakers or more: the second line begins with a dash."""
    lines = text.split("\n")
    return len(lines) > 1 and any(_SPOKEN.match(line) for line in lines[1:])


def dashed(text: str, writing: Writing) -> str:
    """Two speakers marked as the language marks them; anything else unchanged."""
    if not writing.dash or not is_dialogue(text):
        return text
    lines = text.split("\n")
    speaking = [_SPOKEN.match(line) for line in lines]
    if len(lines) != 2 or speaking[1] is None:
        return text
    space = " " if writing.dash.endswith("space") else ""
    first, second = speaking
    body = lines[0] if first is None else lines[0][first.end() :]
    head = "" if first is None else first[1]
    mark = f"-{space}" if writing.dash.startswith("both") else ""
    own = "" if second is None else f"{second[1]}-{space}{lines[1][second.end() :]}"
    return f"{head}{mark}{body}\n{own}"


def upright(text: str) -> str:
    """No italics."""
    return _ITALIC.sub("", text)


def balanced(text: str) -> str:
    """Italics that are opened are closed, once each, and what is closed was opened."""
    open_now = False
    made: list[str] = []
    place = 0
    for match in _ITALIC_TAG.finditer(text):
        made.append(text[place : match.start()])
        place = match.end()
        closing = bool(match[1])
        if closing == open_now:
            made.append(match[0])
            open_now = not open_now
    made.append(text[place:])
    return "".join(made) + ("</i>" if open_now else "")


def without_stops(text: str, stops: str) -> str:
    """Commas and full stops left out; inside a line a space takes their place."""
    kind = f"[{re.escape(stops)}]"
    closing = "”’」』）)】〉》\"'"
    text = re.sub(rf"{kind}+(?=(?:[{re.escape(closing)}]|<[^<>]*>|\s)*$)", "", text, flags=re.M)
    return re.sub(rf"{kind}+{_BLANK}*", " ", text)


def widened(text: str, marks: str) -> str:
    """Half-width marks beside ideographs or kana as full-width ones."""
    kind = f"[{re.escape(marks)}]"

    def wide(match: re.Match[str]) -> str:
        return "".join(_WIDE.get(char, char) for char in match[0])

    # Not in tags; a colon or comma before a figure belongs to it: 10:30 is a time in any script.
    return re.sub(rf"(?<={_HAN}){kind}+(?<![:,](?=[0-9]))(?![^<>{{}}]*[>}}])", wide, text)


def single_marks(text: str) -> str:
    """Marks that were typed twice: `,,` as one, `!!!` as `!`, `,.` as a full stop."""

    def once(match: re.Match[str]) -> str:
        return match[1] or match[2] or "."

    return _RUNS.sub(once, text)


def curled(text: str) -> str:
    """Pairs of straight double quotes as curly ones, outside tags; odd numbers stay."""
    if "=" in text or text.count('"') % 2 or '"' not in text:
        return text
    made: list[str] = []
    for number, part in enumerate(text.split('"')):
        made.append(part if number == 0 else ("“" if number % 2 else "”") + part)
    return "".join(made)
