"""Text divided into lines that are alike in length and break where one pauses."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from studio.core.errors import BadValue
from studio.core.said import said
from studio.core.words import counted
from studio.typeset.adjust import Adjust
from studio.typeset.breaking import Break, breaks
from studio.typeset.cells import Cells, Emphasis, cells
from studio.typeset.phrases import INSIDE, is_single
from studio.typeset.ruler import Ruler
from studio.typeset.shape import bare, by_hand
from studio.typeset.style import TypeStyle
from studio.typeset.vertical import column_cells

#: The longest text that is balanced, in characters: copy and captions have some hundred at most.
LONGEST = 2_000

#: A widow costs as much as two breaks inside a phrase in a long block.
_WIDOW = 0.8
#: The last line should not be less than a third of the longest (typographic convention).
_SHORT_LAST = 0.35
#: How much a line's distance from the aimed length costs, squared and as a share of it.
_EVEN = 1.6
#: A line longer than this many times the aimed length is not looked at while a shorter is legal.
_ASTRAY = 2.5
#: Only stretches shorter than this, in em, can be widows.
_SHORT = 5.0
#: In a text with more breaks than this, those inside phrases are left out where others are less
#: than so many characters away.
_MANY, _FAR = 60, 8
#: More lines than this are filled one by one: nobody sees their balance.
_BALANCED = 6


@dataclass(frozen=True, slots=True)
class Wrapped:
    """Spans (start, stop) of the text, one a line, without the spaces at their ends.

    `width` is that of the longest in em; `cost` is 0 for lines of one length broken at pauses;
    `worst` is what the worst of its breaks costs (see phrases).
    """

    spans: tuple[tuple[int, int], ...]
    width: float
    cost: float
    worst: float = 0.0


@lru_cache(maxsize=2048)
def partitions(
    text: str, language: str, style: TypeStyle, most: int, emphasis: Emphasis = ()
) -> tuple[Wrapped, ...]:
    """The best division of `text` into each number of lines up to `most`, fewest lines first.

    Forced breaks are always kept, so the first has one line for each paragraph; there is none for
    a number of lines that has no legal division. `style.size` and `leading` play no part.
    Raises BadValue for a text of more than LONGEST characters.
    """
    _check_length(text)
    found = cells(text, language, bare(style), emphasis)
    return _divided(text, language, Ruler(text, found, style), most)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which divisions are looked for: up to `most` lines, `each` different ones of each number."""

    most: int
    vertical: bool = False
    each: int = 1


@lru_cache(maxsize=1024)
def divisions(
    text: str,
    language: str,
    style: TypeStyle,
    wanted: Wanted,
    adjusts: tuple[Adjust, ...] = (),
) -> tuple[Wrapped, ...]:
    """The best divisions into each number of lines, fewest lines first, then the best first.

    Of columns `width` is the length of the longest. `adjusts`: characters set by hand. Raises
    BadValue for a text of more than LONGEST characters.
    """
    _check_length(text)
    shape = column_cells if wanted.vertical else cells
    found = shape(text, language, bare(style))
    row = Cells(by_hand(found.cells, adjusts), found.missing)
    return _divided(text, language, Ruler(text, row, style), wanted.most, wanted.each)


@lru_cache(maxsize=2048)
def fewest(
    text: str,
    language: str,
    style: TypeStyle,
    room: tuple[float, int],
    emphasis: Emphasis = (),
) -> Wrapped | None:
    """The fewest lines, at most `room[1]`, of which none is wider than `room[0]` em, balanced.

    None where the text takes more, or has a stretch without a break that is wider. Raises BadValue.
    """
    width, most = room
    if not text.strip():
        return None
    _check_length(text)
    ruler = Ruler(text, cells(text, language, bare(style), emphasis), style)
    whole = ruler.trim(0, len(text))
    if "\n" not in text and ruler.width(*whole) <= width:
        # Most subtitles: no need to know where they could be broken.
        return Wrapped((whole,), ruler.width(*whole), 0.0)
    search = _Search(text, language, ruler, breaks(text, language))
    filled = search.filled(width)
    if filled is None or len(filled.spans) > most:
        return None
    lines = len(filled.spans)
    return (search.best(lines, width) if lines <= _BALANCED else None) or filled


def _check_length(text: str) -> None:
    if len(text) > LONGEST:
        raise BadValue(
            said(
                "The text “{text}…” has {characters}; what is set in balanced lines may "
                "have {longest:,}.",
                text=text[:20],
                characters=counted(len(text), "character"),
                longest=LONGEST,
            ),
            hint=said("Shorten or divide it."),
        )


def _divided(
    text: str, language: str, ruler: Ruler, most: int, each: int = 1
) -> tuple[Wrapped, ...]:
    if not text.strip():
        return ()
    search = _Search(text, language, ruler, _airy(breaks(text, language)))
    counts = range(search.least, max(most, search.least) + 1)
    return tuple(one for lines in counts for one in search.ranked(lines, each))


def _airy(found: tuple[Break, ...]) -> list[Break]:
    """In a long text only the places to breathe, and others where those lie far apart."""
    if len(found) <= _MANY:
        return list(found)
    kept: list[Break] = []
    for place in found:
        far = place.index - (kept[-1].index if kept else 0) >= _FAR
        if place.forced or place.cost < INSIDE or far:
            kept.append(place)
    return kept


#: What was spent, where the last line begins, and which of the ways there was taken.
_Way = tuple[float, int, int]
_Row = dict[int, list[_Way]]


def _traced(rows: list[_Row], end: int, rank: int) -> list[int]:
    """The cuts of one of the ways that lead to the end, from the start on."""
    cuts = [end]
    for row in reversed(rows[1:]):
        _, start, rank = row[cuts[-1]][rank]
        cuts.append(start)
    return cuts[::-1]


class _Search:
    """The ways through the breaks of one text."""

    def __init__(self, text: str, language: str, ruler: Ruler, found: Sequence[Break]) -> None:
        self._text, self._language, self._ruler = text, language, ruler
        self._places = [Break(0, 0.0, True), *found, Break(len(text), 0.0, True)]
        self._singles: dict[tuple[int, int], bool] = {}
        forced = [place.index for place in self._places if place.forced]
        self._paragraphs = [ruler.width(*span) for span in itertools.pairwise(forced)]

    @property
    def least(self) -> int:
        """How many lines the forced breaks make."""
        return len(self._paragraphs)

    def filled(self, limit: float) -> Wrapped | None:
        """As much on each line as it holds; None where something is too long for any."""
        cuts = [0]
        last = len(self._places) - 1
        while cuts[-1] < last:
            start = cuts[-1]
            stop = start
            while stop < last and self._width(start, stop + 1) <= limit:
                stop += 1
                if self._places[stop].forced:
                    break
            if stop == start:
                return None
            cuts.append(stop)
        return self._made(cuts, math.inf)

    def best(self, lines: int, limit: float = math.inf) -> Wrapped | None:
        """The cheapest division into so many lines, none wider than `limit`."""
        found = self.ranked(lines, 1, limit)
        return found[0] if found else None

    def ranked(self, lines: int, count: int, limit: float = math.inf) -> tuple[Wrapped, ...]:
        """The `count` cheapest divisions into so many lines, none wider than `limit`."""
        # With forced breaks alone a paragraph's own length is the least that can be aimed at.
        aim = max(self._paragraphs) if lines == self.least else sum(self._paragraphs) / lines
        aim = max(aim, 1e-6)
        rows: list[_Row] = [{0: [(0.0, -1, 0)]}]
        for line in range(1, lines + 1):
            row: _Row = {}
            for start, ways in rows[-1].items():
                self._extend(row, (start, ways), aim, limit, line == lines)
            rows.append({stop: sorted(ways)[:count] for stop, ways in row.items()})
        end = len(self._places) - 1
        return tuple(
            self._made(_traced(rows, end, rank), way[0] / lines)
            for rank, way in enumerate(rows[-1].get(end, []))
        )

    def _made(self, cuts: list[int], cost: float) -> Wrapped:
        indexes = [self._places[cut].index for cut in cuts]
        spans = tuple(self._ruler.trim(start, stop) for start, stop in itertools.pairwise(indexes))
        ended = (self._places[cut] for cut in cuts[1:])
        worst = max(0.0 if place.forced else place.cost for place in ended)
        return Wrapped(spans, max(self._ruler.width(*span) for span in spans), cost, worst)

    def _width(self, start: int, stop: int) -> float:
        return self._ruler.width(self._places[start].index, self._places[stop].index)

    def _extend(
        self,
        row: _Row,
        begun: tuple[int, list[_Way]],
        aim: float,
        limit: float,
        last: bool,
    ) -> None:
        start, ways = begun
        end = len(self._places) - 1
        for stop in range(start + 1, end + 1):
            width = self._width(start, stop)
            if width > limit or (width > _ASTRAY * aim and stop > start + 1 and not last):
                break
            if (stop == end) == last:
                cost = self._cost(start, stop, width, aim)
                made = row.setdefault(stop, [])
                # Rounded, so that of two that cost the same the earlier one is always taken.
                made += [(round(way[0] + cost, 9), start, rank) for rank, way in enumerate(ways)]
            if self._places[stop].forced:
                break

    def _cost(self, start: int, stop: int, width: float, aim: float) -> float:
        off = (width - aim) / aim
        cost = off * off * _EVEN
        ended = self._places[stop]
        if not ended.forced:
            cost += ended.cost
        alone = start == 0 and stop == len(self._places) - 1
        if width < _SHORT and not alone and self._is_single(start, stop):
            cost += _WIDOW
        if stop == len(self._places) - 1 and not alone and width < _SHORT_LAST * aim:
            cost += _WIDOW / 2
        return cost

    def _is_single(self, start: int, stop: int) -> bool:
        known = self._singles.get((start, stop))
        if known is None:
            span = slice(self._places[start].index, self._places[stop].index)
            known = self._singles[start, stop] = is_single(self._text[span], self._language)
        return known


def wrap(
    text: str, language: str, style: TypeStyle, width: float, max_lines: int
) -> tuple[str, ...]:
    """The lines of `text`, balanced, no wider than `width` pixels where that can be done.

    Where it cannot, the division whose longest line is shortest; nothing for an empty text.
    """
    unit = style.sized(1.0)
    found = fewest(text, language, unit, (width / style.size, max_lines))
    if found is None:
        tries = partitions(text, language, unit, max_lines)
        found = min(tries, key=lambda one: (one.width, len(one.spans)), default=None)
    return tuple(text[start:stop] for start, stop in found.spans) if found else ()
