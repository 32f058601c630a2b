"""How far a line's end characters stand out of its edges, so that edges look straight.

By ink: what is light (stops, commas, quotation marks) does not hold an edge, and letters that
touch it with a point or a bar alone (A, T, V, W, Y) stand out a little. Never two marks in a row.
"""

from __future__ import annotations

from typing import Literal

from studio.core.geometry import Rect
from studio.typeset.shape import Line, glyph_ink
from studio.typeset.style import script_of

Align = Literal["start", "centre", "end"]

#: Left out of the width by which a line is centred (JLREQ 3.1.9 and CLREQ 3.1.7 speak of hanging;
#: display setters centre the words and not their marks).
_LIGHT = frozenset("、。，．,.“”‘’「」『』﹁﹂﹃﹄\"'«»‹›:;：；-‐")
#: Brackets are half as dark as letters.
_HALF = frozenset("（）()《》〈〉【】〔〕[]–")
#: Shares of a Western mark's room that stand outside a straight edge; of a letter's own ink.
_MARKS = dict.fromkeys("“”‘’\"'«»‹›.,", 1.0) | dict.fromkeys("-‐:;", 0.6)
_MARKS |= dict.fromkeys("–—()[]", 0.25)
_LETTERS = {"T": 0.08, "V": 0.07, "W": 0.05, "Y": 0.08, "A": 0.06}
#: Hanging stops and commas (JLREQ 3.8.2 note, CLREQ 3.1.7); Taiwan's stand in the middle of their
#: body and hang in columns alone.
_HANGING = frozenset("、。，．")
_CJK = frozenset({"hans", "hant", "jpan"})


def hung(line: Line, align: Align) -> tuple[float, float]:
    """How many pixels of the ink lie outside the edge that one sees, at the start and the end.

    The start is the left, of a column the top; `align` is what the line is set by.
    """
    first, last = _end(line, False), _end(line, True)
    return _share(line, first, align, True), _share(line, last, align, False)


def by_ink(_line: Line, _align: Align) -> tuple[float, float]:
    """Nothing stands out: what is set by its ink alone, as small lines under large ones."""
    return 0.0, 0.0


def _end(line: Line, backwards: bool) -> tuple[str, float, float] | None:
    """The outermost character of an end: itself, its ink's length, and that up to the next ink."""
    groups: list[tuple[int, Rect]] = []
    for glyph in reversed(line.glyphs) if backwards else line.glyphs:
        ink = glyph_ink(glyph)
        if ink is None:
            continue
        if groups and groups[-1][0] == glyph.cluster:
            groups[-1] = (glyph.cluster, groups[-1][1].join(ink))
        elif len(groups) == 2:
            break
        else:
            groups.append((glyph.cluster, ink))
    if len(groups) < 2:
        return None
    (cluster, own), (_, next_ink) = groups
    if line.vertical:
        room = own.bottom - next_ink.bottom if backwards else next_ink.y - own.y
        return line.text[cluster], own.height, max(0.0, room)
    room = own.right - next_ink.right if backwards else next_ink.x - own.x
    return line.text[cluster], own.width, max(0.0, room)


def _share(line: Line, end: tuple[str, float, float] | None, align: Align, at_start: bool) -> float:
    if end is None:
        return 0.0
    char, own, room = end
    if char in _LETTERS and not line.vertical:
        return own * _LETTERS[char]
    if align == "centre":
        return room * (1.0 if char in _LIGHT else 0.5 if char in _HALF else 0.0)
    if script_of(line.language) in _CJK or char in _HANGING:
        # Opening marks at a line's start stand flush (tentsuki); closing brackets hold the edge.
        hangs = not at_start and char in _HANGING
        return room if hangs and (line.vertical or script_of(line.language) != "hant") else 0.0
    # In a column they stand upright in a body of their own.
    return 0.0 if line.vertical else room * _MARKS.get(char, 0.0)
