"""The tags that subtitle texts carry: italics and position kept, all others taken out."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from studio.typeset.cells import Emphasis

_TAG = re.compile(r"</?(?P<name>[A-Za-z][\w.:-]*)[^<>\n]*>|\{\\(?P<codes>[^{}\n]*)\}")
_HTML_NAMES = frozenset(
    {"i", "b", "u", "s", "em", "strong", "font", "c", "v", "ruby", "rt", "lang"}
)
_ANCHOR = re.compile(r"(?:^|\\)an([1-9])(?![0-9])")
# Shares of the picture; files say it on a grid of their own.
_AT = re.compile(r"(?:^|\\)at\((-?\d{1,4}\.\d{1,6}),(-?\d{1,4}\.\d{1,6})\)")
_SLANT = re.compile(r"(?:^|\\)i([01])(?![0-9])")
_ENTITIES = re.compile(r"&(?:amp|lt|gt|nbsp|lrm|rlm|quot|apos|#39);")


@dataclass(frozen=True, slots=True)
class Marked:
    """A text without its tags, the ranges of it in italics, and where it belongs.

    `anchor`: the place on the number pad, 0 for the style's own; `at`: where that corner, edge or
    middle of the text stands, (x, y) as shares of the picture; None: at the margins.
    """

    text: str
    emphasis: Emphasis = ()
    anchor: int = 0
    at: tuple[float, float] | None = None

    @property
    def top(self) -> bool:
        """Whether it belongs to the upper edge."""
        return self.anchor >= 7


def marked(source: str) -> Marked:
    """What a subtitle text shows.

    Read are `<i>`, `{\\i1}`, `{\\an1}` to `{\\an9}` and `{\\at(x,y)}`, which is `\\pos` in shares
    of the picture; other tags of SubRip, WebVTT and ASS go.
    Angle brackets that are no tag stay. Lines are stripped, empty ones left out.
    """
    reader = _Reader()
    place = 0
    plain = source.replace("\\N", "\n").replace("\\h", "\u00a0")
    for match in _TAG.finditer(plain):
        name = (match["name"] or "").split(".")[0].lower()
        if match["codes"] is None and name not in _HTML_NAMES:
            continue
        reader.text(plain[place : match.start()])
        place = match.end()
        if match["codes"] is not None:
            reader.codes(match["codes"])
        elif name in ("i", "em"):
            reader.slanted = not match[0].startswith("</")
    reader.text(plain[place:])
    return reader.result()


class _Reader:
    """Gathers characters with the state that the tags so far have left."""

    def __init__(self) -> None:
        self.slanted = False
        self.anchor = 0
        self.at: tuple[float, float] | None = None
        self._chars: list[tuple[str, bool]] = []

    def text(self, part: str) -> None:
        decoded = _ENTITIES.sub(lambda match: html.unescape(match[0]), part)
        self._chars += [(char, self.slanted) for char in decoded if char != "\r"]

    def codes(self, codes: str) -> None:
        if not self.anchor and (told := _ANCHOR.search(codes)):
            self.anchor = int(told[1])
        if self.at is None and (told := _AT.search(codes)):
            self.at = float(told[1]), float(told[2])
        for match in _SLANT.finditer(codes):
            self.slanted = match[1] == "1"

    def result(self) -> Marked:
        lines: list[list[tuple[str, bool]]] = [[]]
        for char in self._chars:
            if char[0] == "\n":
                lines.append([])
            else:
                lines[-1].append(char)
        kept = [line for line in map(_stripped, lines) if line]
        flat: list[tuple[str, bool]] = []
        for line in kept:
            flat += [("\n", False), *line] if flat else line
        text = "".join(char for char, _ in flat)
        # In the middle at the foot is where captions stand anyway.
        anchor = 0 if self.anchor == 2 else self.anchor
        return Marked(text, _ranges([slanted for _, slanted in flat]), anchor, self.at)


def _stripped(line: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    first, last = 0, len(line)
    while first < last and line[first][0].isspace():
        first += 1
    while last > first and line[last - 1][0].isspace():
        last -= 1
    return line[first:last]


def _ranges(flags: list[bool]) -> Emphasis:
    found: list[tuple[int, int]] = []
    for place, flag in enumerate(flags):
        if flag and found and found[-1][1] == place:
            found[-1] = (found[-1][0], place + 1)
        elif flag:
            found.append((place, place + 1))
    return tuple(found)
