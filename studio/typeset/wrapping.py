"""Text divided into lines that are alike in length and break where one pauses."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from functools import lru_cache

from studio.typeset.breaking import Break, breaks, is_single
from studio.typeset.cells import Cell, Cells, Emphasis, cells
from studio.typeset.shape import bare
from studio.typeset.spacing import between
from studio.typeset.style import TypeStyle
from studio.typeset.vertical import column_cells

#: A widow costs as much as two breaks inside a phrase in a long block.
_WIDOW = 0.8
#: The last line should not be less than a third of the longest (typographic convention).
_SHORT_LAST = 0.35


@dataclass(frozen=True, slots=True)
class Wrapped:
    """Spans (start, stop) of the text, one a line, without the spaces at their ends.

    `width` is that of the longest in em; `cost` is 0 for lines of one length broken at pauses.
    """

    spans: tuple[tuple[int, int], ...]
    width: float
    cost: float


class Ruler:
    """Measures stretches of one text in em without shaping each anew.

    Exact but for kerning across the ends; what is trimmed at line ends is trimmed here.
    """

    def __init__(self, text: str, found: Cells, style: TypeStyle) -> None:
        row = sorted(found.cells, key=lambda one: one.start)
        self._text = text
        self._before = [0.0] * (len(text) + 1)
        self._first: list[Cell | None] = [None] * (len(text) + 1)
        self._ends: list[tuple[float, float]] = [(0.0, 0.0)] * (len(text) + 1)
        pen = 0.0
        starts = {}
        for place, cell in enumerate(row):
            starts[cell.start] = (pen, cell)
            pen += cell.advance
            extra = between(cell, row[place + 1], style) if place + 1 < len(row) else 0.0
            starts[cell.start] = (pen - cell.advance, cell)
            self._ends[cell.stop] = (pen, cell.after)
            pen += extra
        self._fill(starts)

    def _fill(self, starts: dict[int, tuple[float, Cell]]) -> None:
        reached = (0.0, 0.0)
        for place in range(len(self._text) + 1):
            reached = max(reached, self._ends[place])
            self._ends[place] = reached
        for place in range(len(self._text), -1, -1):
            if place in starts:
                self._before[place], self._first[place] = starts[place]
            elif place < len(self._text):
                self._before[place] = self._before[place + 1]
                self._first[place] = self._first[place + 1]

    def trim(self, start: int, stop: int) -> tuple[int, int]:
        """The span without spaces at its ends."""
        while start < stop and self._text[start].isspace():
            start += 1
        while stop > start and self._text[stop - 1].isspace():
            stop -= 1
        return start, stop

    def width(self, start: int, stop: int) -> float:
        """The em that the characters from `start` to `stop` take on a line of their own."""
        start, stop = self.trim(start, stop)
        first = self._first[start]
        if start >= stop or first is None:
            return 0.0
        end, after = self._ends[stop]
        return max(0.0, end - after - self._before[start] - first.before)


@lru_cache(maxsize=2048)
def partitions(
    text: str, language: str, style: TypeStyle, most: int, emphasis: Emphasis = ()
) -> tuple[Wrapped, ...]:
    """The best division of `text` into each number of lines up to `most`, fewest lines first.

    Forced breaks are always kept, so the first has one line for each paragraph; there is none for
    a number of lines that has no legal division. `style.size` and `leading` play no part.
    """
    found = cells(text, language, bare(style), emphasis)
    return _divided(text, language, Ruler(text, found, style), most)


@lru_cache(maxsize=512)
def vertical_partitions(
    text: str, language: str, style: TypeStyle, most: int
) -> tuple[Wrapped, ...]:
    """The same for columns: `width` is the length of the longest."""
    found = column_cells(text, language, bare(style))
    return _divided(text, language, Ruler(text, found, style), most)


def _divided(text: str, language: str, ruler: Ruler, most: int) -> tuple[Wrapped, ...]:
    if not text.strip():
        return ()
    if most == 1 and "\n" not in text:
        # Most subtitles: no need to know where they could be broken.
        whole = ruler.trim(0, len(text))
        return (Wrapped((whole,), ruler.width(*whole), 0.0),)
    places = [Break(0, 0.0, True), *breaks(text, language), Break(len(text), 0.0, True)]
    least = sum(place.forced for place in places) - 1
    found = []
    for lines in range(least, max(most, least) + 1):
        best = _Division(text, language, ruler, places, lines).best()
        if best is not None:
            found.append(best)
    return tuple(found)


class _Division:
    """One search: the cheapest way to go through the breaks in so many lines."""

    def __init__(
        self, text: str, language: str, ruler: Ruler, places: list[Break], lines: int
    ) -> None:
        self._text, self._language, self._ruler = text, language, ruler
        self._places = places
        self._lines = lines
        forced = [place.index for place in places if place.forced]
        spans = list(itertools.pairwise(forced))
        whole = sum(ruler.width(*span) for span in spans)
        # With forced breaks a paragraph's own length is the least that a line can be aimed at.
        self._aim = max(whole / lines, 1e-6)
        if lines == len(spans):
            self._aim = max(max(ruler.width(*span) for span in spans), 1e-6)

    def best(self) -> Wrapped | None:
        count = len(self._places)
        table: list[dict[int, tuple[float, int]]] = [{} for _ in range(self._lines + 1)]
        table[0][0] = (0.0, -1)
        for line in range(1, self._lines + 1):
            for start, (spent, _) in table[line - 1].items():
                self._extend(table[line], start, spent, line == self._lines)
        if count - 1 not in table[self._lines]:
            return None
        return self._traced(table)

    def _extend(
        self, row: dict[int, tuple[float, int]], start: int, spent: float, last: bool
    ) -> None:
        for stop in range(start + 1, len(self._places)):
            ends = stop == len(self._places) - 1
            if ends == last:
                cost = spent + self._cost(start, stop, last)
                if stop not in row or cost < row[stop][0] - 1e-9:
                    row[stop] = (cost, start)
            if self._places[stop].forced:
                break

    def _cost(self, start: int, stop: int, last: bool) -> float:
        begin, end = self._places[start].index, self._places[stop].index
        width = self._ruler.width(begin, end)
        off = (width - self._aim) / self._aim
        cost = off * off * 2
        if not self._places[stop].forced:
            cost += self._places[stop].cost
        if self._lines > 1 and is_single(self._text[begin:end], self._language):
            cost += _WIDOW
        if last and self._lines > 1 and width < _SHORT_LAST * self._aim:
            cost += _WIDOW / 2
        return cost

    def _traced(self, table: list[dict[int, tuple[float, int]]]) -> Wrapped:
        place = len(self._places) - 1
        cost = table[self._lines][place][0]
        cuts = [place]
        for line in range(self._lines, 0, -1):
            place = table[line][place][1]
            cuts.append(place)
        indexes = [self._places[cut].index for cut in reversed(cuts)]
        spans = tuple(self._ruler.trim(start, stop) for start, stop in itertools.pairwise(indexes))
        width = max(self._ruler.width(*span) for span in spans)
        return Wrapped(spans, width, cost / self._lines)


def wrap_spans(
    text: str,
    language: str,
    style: TypeStyle,
    room: tuple[float, int],
    emphasis: Emphasis = (),
) -> Wrapped:
    """The fewest lines, at most `room[1]`, no wider than `room[0]` pixels at `style.size`.

    Where nothing fits, the division whose longest line is shortest; empty for an empty text.
    """
    width, most = room
    found = partitions(text, language, style.sized(1.0), most, emphasis)
    if not found:
        return Wrapped((), 0.0, 0.0)
    for one in found:
        if one.width * style.size <= width:
            return one
    return min(found, key=lambda one: (one.width, len(one.spans)))


def wrap(
    text: str, language: str, style: TypeStyle, width: float, max_lines: int
) -> tuple[str, ...]:
    """The lines of `text`, balanced, no wider than `width` pixels where that can be done."""
    found = wrap_spans(text, language, style, (width, max_lines))
    return tuple(text[start:stop] for start, stop in found.spans)
