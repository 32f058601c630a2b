"""The best ways to break a text into lines, so that somebody can choose between them."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from studio.typeset.block import TypeBox, fits
from studio.typeset.characters import CLOSING, DASHES, OPENING, Kind, kind_of
from studio.typeset.phrases import BESIDE, INSIDE, is_single
from studio.typeset.style import TypeStyle
from studio.typeset.wrapping import Wrapped

_BREAKS = re.compile(r"[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to break a text: `text` with a line break wherever it ends a line.

    `lines` are those of `text`; `size` in pixels is the largest at which they fit the box.
    """

    text: str
    lines: tuple[str, ...]
    size: float


def alternatives(
    text: str, language: str, style: TypeStyle, box: TypeBox, count: int = 3
) -> tuple[Alternative, ...]:
    """Up to `count` ways to break `text` in `box`, all different, best first.

    The first is how `fit_block` sets the text without breaks of its own: breaks that it has
    already are taken back before others are looked for, so that the one chosen before is among
    them when it is a good one. There are fewer where the text has fewer places to breathe: none
    but the first breaks inside a phrase or leaves a widow. Raises BadValue for a text that is too
    long to balance.
    """
    whole = in_one_line(text)
    found = fits(whole, language, style, box, 2 * count)
    kept = [one for one in found if not _is_rough(whole, language, one.found)]
    # Those that break beside a pause and not at it come last.
    kept.sort(key=lambda one: one.found.worst >= BESIDE)
    made: dict[str, Alternative] = {}
    for one in dict.fromkeys((*found[:1], *kept)):
        lines = tuple(whole[start:stop] for start, stop in one.found.spans)
        broken = _broken(whole, one.found.spans)
        made.setdefault(broken, Alternative(broken, lines, max(one.size, box.min_size)))
    return tuple(made.values())[:count]


def _is_rough(text: str, language: str, found: Wrapped) -> bool:
    """Whether it breaks inside a phrase or a name, or leaves a widow."""
    lines = [text[start:stop] for start, stop in found.spans]
    alone = len(lines) > 1 and any(is_single(line, language) for line in lines)
    return alone or found.worst >= INSIDE


def in_one_line(text: str) -> str:
    """`text` without its line breaks, a space in their place between words of spaced scripts."""
    made = text.strip()
    while found := _BREAKS.search(made):
        head, tail = made[: found.start()], made[found.end() :]
        between = " " if _is_spaced(head[-1]) and _is_spaced(tail[0]) else ""
        # A space that somebody typed beside an ideograph or a mark is kept.
        typed = found.group().startswith((" ", "\u3000"))
        made = head + (found.group()[0] if typed else between) + tail
    return made


def _broken(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """Each break in place of the space there; beside ideographs after it, so that it comes back."""
    made = [text[slice(*spans[0])]]
    for (_, stop), (start, end) in itertools.pairwise(spans):
        spaced = _is_spaced(text[stop - 1]) and _is_spaced(text[start])
        made.append(("" if spaced else text[stop:start]) + "\n" + text[start:end])
    return "".join(made)


def _is_spaced(char: str) -> bool:
    """Whether the character always has a space between it and others of its kind."""
    if char in DASHES or char in OPENING or char in CLOSING or char in "-‐–/":
        return False
    return kind_of(char, not char.isascii()) not in (Kind.HAN, Kind.MARK)
