"""Which cues of two languages say the same: links by time, n to m, each with a confidence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

from studio.core.progress import SILENT, Progress, Span
from studio.core.said import said
from studio.subs.cue import Track
from studio.subs.tempo import SAME, Tempo, fitted, tempo_between

# What a cue is worth that stays alone: a link must gain more for each of its cues.
_ALONE = 0.3
# A link of more than one to one must be clearly better than its parts.
_PRICE = {2: 0.0, 3: 0.25, 4: 0.6, 5: 0.9, 6: 1.2}
_MOVES = ((1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1), (2, 3), (3, 2), (3, 3))
# How far (ms) two cues may lie apart and still be looked at together.
_REACH = 2_000
_MOST_CELLS = 120_000


@dataclass(frozen=True, slots=True)
class Link:
    """Cues of two tracks (by id) that say the same; one side may be empty.

    `confidence` is 0 to 1; below 0.8 a person should look.
    """

    a: tuple[int, ...]
    b: tuple[int, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Pairing:
    """Every cue of both tracks stands in exactly one link, in the order of time.

    A time of b lies at `time × speed + offset` (milliseconds) in a.
    """

    links: tuple[Link, ...]
    offset: int = 0
    speed: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True)
class _Span:
    id: int
    start: int
    end: int


def link(a: Track, b: Track, progress: Progress = SILENT) -> Pairing:
    """Link two tracks of one film; a constant offset and another speed are found first."""
    progress.report(0.0, said("Comparing the tracks' times"))
    tempo = tempo_between(a, b)
    ours = _ordered(a, SAME)
    links = tuple(
        _aligned(ours, _ordered(b, tempo), Span(progress, 0.2, 0.6, said("Linking cues")))
    )
    if tempo != SAME:
        finer = fitted(tempo, *_matches(a, b, links))
        if finer != tempo:
            tempo = finer
            theirs = _ordered(b, tempo)
            links = tuple(_aligned(ours, theirs, Span(progress, 0.6, 1.0, said("Linking cues"))))
    progress.report(1.0)
    return Pairing(links, tempo.offset, tempo.speed)


def _matches(a: Track, b: Track, links: Sequence[Link]) -> tuple[list[int], list[int]]:
    """Starts and ends that the links hold for the same moment, in each track's own time."""
    ours, theirs = ({cue.id: cue for cue in track.cues} for track in (a, b))
    of_a: list[int] = []
    of_b: list[int] = []
    for one in links:
        if one.a and one.b:
            of_a += (ours[one.a[0]].start, ours[one.a[-1]].end)
            of_b += (theirs[one.b[0]].start, theirs[one.b[-1]].end)
    return of_a, of_b


def flipped(pairing: Pairing) -> Pairing:
    """The same links seen from the other track."""
    return Pairing(
        tuple(Link(one.b, one.a, one.confidence) for one in pairing.links),
        round(-pairing.offset / pairing.speed),
        1 / pairing.speed,
    )


def _ordered(track: Track, tempo: Tempo) -> list[_Span]:
    spans = []
    for cue in track.cues:
        start, end = tempo.moved(cue.start), tempo.moved(cue.end)
        # A cue without length still has a place; an end before the start is a slip.
        spans.append(_Span(cue.id, start, max(end, start + 1)))
    return sorted(spans, key=lambda span: (span.start, span.end, span.id))


def _aligned(a: Sequence[_Span], b: Sequence[_Span], progress: Progress) -> Iterator[Link]:
    """The best way to cut both sequences into links, by dynamic programming along the time."""
    rows = _band(a, b)
    back = _walked(a, b, rows, progress)
    steps: list[tuple[int, int, int, int]] = []
    i, j = len(a), len(b)
    while i or j:
        p, q = back[i][j - rows[i][0]]
        steps.append((i - p, i, j - q, j))
        i, j = i - p, j - q
    starts = [span.start for span in a], [span.start for span in b]
    for low_a, high_a, low_b, high_b in reversed(steps):
        left, right = a[low_a:high_a], b[low_b:high_b]
        if left and right:
            confidence = _confidence(left, right)
        elif left:
            confidence = _alone(left[0], b, starts[1])
        else:
            confidence = _alone(right[0], a, starts[0])
        yield Link(tuple(span.id for span in left), tuple(span.id for span in right), confidence)


def _band(a: Sequence[_Span], b: Sequence[_Span]) -> list[tuple[int, int]]:
    """For each number of cues of a taken, the fewest and most of b that can be taken by then.

    Taking cues by their start never leaves this band, so a way through it always exists.
    """
    ends_b = list(accumulate((span.end for span in b), max))
    starts_b = [span.start for span in b]
    rows: list[tuple[int, int]] = []
    for i in range(len(a) + 1):
        low = bisect_left(ends_b, a[i - 1].start - _REACH) if i else 0
        high = bisect_left(starts_b, a[i].end + _REACH) if i < len(a) else len(b)
        rows.append((low, max(low, high)))
    return _limited(rows, len(b))


def _limited(rows: list[tuple[int, int]], most: int) -> list[tuple[int, int]]:
    """The band cut to a bearable number of cells, still one piece from corner to corner."""
    widest = max(8, _MOST_CELLS // max(1, len(rows)))
    highs: list[int] = []
    for i, (low, high) in enumerate(rows):
        following = rows[i + 1][0] if i + 1 < len(rows) else most
        highs.append(max(min(high, low + widest), following, highs[-1] if highs else 0))
    return [(low, high) for (low, _), high in zip(rows, highs, strict=True)]


@dataclass(slots=True)
class _Table:
    """The two sequences, the band, and for each of its cells the best worth and the last move."""

    a: Sequence[_Span]
    b: Sequence[_Span]
    rows: list[tuple[int, int]]
    best: list[list[float]]
    back: list[list[tuple[int, int]]]

    def worth(self, i: int, j: int) -> float | None:
        """The best worth of a cell already filled, None outside the band."""
        if i < 0 or j < 0:
            return None
        low, high = self.rows[i]
        return self.best[i][j - low] if low <= j <= high else None


def _walked(
    a: Sequence[_Span], b: Sequence[_Span], rows: list[tuple[int, int]], progress: Progress
) -> list[list[tuple[int, int]]]:
    """For each cell of the band the move that best leads to it."""
    table = _Table(a, b, rows, [], [])
    for i, (low, high) in enumerate(rows):
        if i % 500 == 0:
            progress.report(i / len(rows))
        table.best.append([])
        table.back.append([])
        for j in range(low, high + 1):
            value, move = _cell(table, i, j)
            table.best[i].append(value)
            table.back[i].append(move)
    return table.back


def _cell(table: _Table, i: int, j: int) -> tuple[float, tuple[int, int]]:
    if i == 0 and j == 0:
        return 0.0, (0, 0)
    value, move = float("-inf"), (0, 0)
    for p, q in ((0, 1), (1, 0)):
        # The cell to the left is in this very row, filled just before.
        worth = table.worth(i - p, j - q) if (p or j > table.rows[i][0]) else None
        if worth is not None and worth + _ALONE > value:
            value, move = worth + _ALONE, (p, q)
    if not (i and j and _within_reach(table.a[i - 1], table.b[j - 1])):
        return value, move
    for p, q in _MOVES:
        worth = table.worth(i - p, j - q)
        if worth is None:
            continue
        gain = _gain(table.a[i - p : i], table.b[j - q : j])
        if gain > 0 and worth + gain > value:
            value, move = worth + gain, (p, q)
    return value, move


def _within_reach(m: _Span, n: _Span) -> bool:
    return m.start < n.end + _REACH and n.start < m.end + _REACH


def _gain(left: Sequence[_Span], right: Sequence[_Span]) -> float:
    """Worth of linking two stretches: shared time over all time, for each cue, less the price."""
    shared = sum(_shared(m, n) for m in left for n in right)
    if not shared:
        return 0.0
    cues = len(left) + len(right)
    return cues * _cover(left, right, shared) - _PRICE[cues]


def _cover(left: Sequence[_Span], right: Sequence[_Span], shared: int) -> float:
    total = sum(span.end - span.start for span in left) - shared
    total += sum(span.end - span.start for span in right)
    return shared / max(1, total)


def _confidence(left: Sequence[_Span], right: Sequence[_Span]) -> float:
    """How well the two sides cover each other; links of many cues are a little less sure."""
    shared = sum(_shared(m, n) for m in left for n in right)
    # Jitter at both ends shortens the overlap of short cues most; half cover is still likely.
    sure = min(1.0, 0.4 + 0.7 * _cover(left, right, shared))
    return round(max(0.05, sure - 0.04 * (len(left) + len(right) - 2)), 2)


def _shared(m: _Span, n: _Span) -> int:
    return max(0, min(m.end, n.end) - max(m.start, n.start))


def _alone(span: _Span, others: Sequence[_Span], starts: Sequence[int]) -> float:
    """Sure that nothing stands for a cue where nothing of the other track stands beside it."""
    place = bisect_left(starts, span.end)
    beside = max((_shared(span, other) for other in others[max(0, place - 8) : place]), default=0)
    return round(max(0.1, 1.0 - 1.2 * beside / max(1, span.end - span.start)), 2)
