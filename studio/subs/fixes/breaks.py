"""Fixes of line breaks: the same words divided anew by the rules of their language."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace

from studio.core.said import said
from studio.subs.checks.letters import line_em, room_in_em
from studio.subs.checks.mending import is_dialogue
from studio.subs.counting import count
from studio.subs.cue import Cue
from studio.subs.fixes.base import Bench, Edit, Offer, fix_for
from studio.subs.plain import OVERRIDE, TAG, plain
from studio.typeset.breaking import breaks
from studio.typeset.characters import is_han
from studio.typeset.style import style_for

_LONGEST = 400
"""Characters: longer texts are not subtitles, and dividing them takes long."""
_MOST = 3
"""Lines that are tried; profiles allow two, some three."""


def unbroken(text: str) -> str:
    """The lines of a text as one: a space between them, none after full-width marks."""
    made = ""
    for line in filter(None, (part.strip() for part in text.split("\n"))):
        tight = (
            bool(made)
            and made[-1] in "，。！？、；：…」』）”"
            and (is_han(line[0]) or line[0] in "「『（“")
        )
        made += line if not made or tight else f" {line}"
    return made


def divided(
    text: str, language: str, most: int, fits: Callable[[str], bool], length: Callable[[str], float]
) -> str | None:
    """`text` (without line ends, perhaps with tags) in the fewest lines that all fit, `most` at
    most; of these the calmest division, the lower line rather longer. None where there is none."""
    bare, places = _without_tags(text)
    if len(bare) > _LONGEST:
        return None
    found = [(one.index, one.cost) for one in breaks(bare, language)]
    for lines in range(1, min(most, _MOST) + 1):
        ways: list[tuple[float, tuple[int, ...]]] = []
        for chosen in itertools.combinations(found, lines - 1):
            cuts = tuple(index for index, _ in chosen)
            parts = [bare[a:b].strip() for a, b in itertools.pairwise((0, *cuts, len(bare)))]
            if all(parts) and all(map(fits, parts)):
                sizes = [length(part) for part in parts]
                rough = (max(sizes) - min(sizes)) / max(1.0, max(sizes))
                top_heavy = 0.05 if sizes[0] > sizes[-1] else 0.0
                ways.append((rough + top_heavy + sum(cost for _, cost in chosen), cuts))
        if ways:
            return _cut(text, [places[cut] for cut in min(ways)[1]])
    return None


def _without_tags(text: str) -> tuple[str, list[int]]:
    """The plain text, and for each of its characters where it stands in `text`."""
    spans = sorted(match.span() for pattern in (TAG, OVERRIDE) for match in pattern.finditer(text))
    bare: list[str] = []
    places: list[int] = []
    at = 0
    for start, stop in [*spans, (len(text), len(text))]:
        bare += text[at:start]
        places += range(at, max(at, start))
        at = max(at, stop)
    return "".join(bare), places


def _cut(text: str, places: list[int]) -> str:
    parts = [text[a:b].strip() for a, b in itertools.pairwise((0, *places, len(text)))]
    return "\n".join(parts)


def _broken(bench: Bench, side: int, cue: Cue) -> Iterator[Offer | None]:
    """The same words on other lines; dialogue stays as it is."""
    limits, around = bench.limits(side), bench.desk.around_of(side)
    language = bench.desk.tracks[side].language
    if is_dialogue(plain(cue.text)):
        return

    def length(line: str) -> float:
        return count(line, limits.counting)

    def fits(line: str) -> bool:
        return length(line) <= limits.line_length

    def also_wide(line: str) -> bool:
        style = around.style
        if not fits(line) or style is None:
            return fits(line)
        unit = style_for(style.scripts, language).sized(1.0)
        return line_em(line, language, unit) <= room_in_em(around, language)

    text = divided(unbroken(cue.text), language, limits.lines, also_wide, length)
    if text is not None and text != cue.text:
        yield (Edit(side, cue, replace(cue, text=text)),)


for _name in ("line-length", "line-count", "line-width", "one-line"):
    fix_for(_name, said("the lines are broken anew"), "breaks")(_broken)
