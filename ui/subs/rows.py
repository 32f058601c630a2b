"""The rows of the grid: two tracks side by side, link by link, every cue exactly once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from studio.subs.cue import Cue, Track
from studio.subs.linked import Linked
from studio.subs.linking import Link, Pairing

DOUBTFUL = 0.8


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the grid, with a cue on at least one side.

    `joined` is true where the link holds more than one cue of a side; `first` and `last` tell
    where such a link begins and ends. `confidence` is the link's, 1 for a single track.
    """

    a: Cue | None
    b: Cue | None
    first: bool = True
    last: bool = True
    joined: bool = False
    confidence: float = 1.0

    @property
    def start(self) -> int:
        """When the row begins, in milliseconds."""
        if self.a is None or self.b is None:
            return (self.a or self.b).start  # type: ignore[union-attr]  # one side is there
        return min(self.a.start, self.b.start)

    @property
    def doubtful(self) -> bool:
        """Whether a person should look at the link."""
        return self.a is not None and self.b is not None and self.confidence < DOUBTFUL

    def cue(self, side: int) -> Cue | None:
        """The cue of a side: 0 or 1."""
        return self.b if side else self.a


def rows(a: Track | None, b: Track | None, pairing: Pairing | None) -> tuple[Row, ...]:
    """All cues of both tracks; the order is that of the links, or of the cues of a alone."""
    if a is None:
        return ()
    if b is None or pairing is None:
        return tuple(Row(cue, None) for cue in a.cues)
    ours = {cue.id: cue for cue in a.cues}
    theirs = {cue.id: cue for cue in b.cues}
    return tuple(row for link in pairing.links for row in _of_link(link, ours, theirs))


def _of_link(link: Link, ours: Mapping[int, Cue], theirs: Mapping[int, Cue]) -> list[Row]:
    if len(link.a) == 1 and len(link.b) == 1:
        return [Row(ours[link.a[0]], theirs[link.b[0]], confidence=link.confidence)]
    left, right = [ours[one] for one in link.a], [theirs[one] for one in link.b]
    count = max(len(left), len(right))
    return [
        Row(one, other, place == 0, place == count - 1, count > 1, link.confidence)
        for place, (one, other) in enumerate(zip_longest(left, right))
    ]


def rows_after(
    shown: Sequence[Row], before: Linked, now: Linked, row_of: Callable[[Link], int]
) -> list[Row]:
    """The rows of `now`, made of those that are shown of `before`: of many thousands only those
    are made anew whose links or cues are others. `row_of` says where a shown link begins."""
    old, new = before.pairing.links, now.pairing.links
    head = _same(zip(old, new, strict=False), min(len(old), len(new)))
    left = min(len(old), len(new)) - head
    tail = _same(zip(reversed(old), reversed(new), strict=False), left)
    first = row_of(old[head]) if head < len(old) else len(shown)
    last = row_of(old[len(old) - tail]) if tail else len(shown)
    links = new[head : len(new) - tail]
    ours, theirs = _named(now.a, links, 0), _named(now.b, links, 1)
    middle = [row for link in links for row in _of_link(link, ours, theirs)]
    came = _came(before.a, now.a, ours), _came(before.b, now.b, theirs)
    return [*_with(shown[:first], came), *middle, *_with(shown[last:], came)]


def _same(pairs: Iterable[tuple[Link, Link]], most: int) -> int:
    """How many pairs, at most so many, are of the very same link."""
    return next((n for n, (one, other) in enumerate(pairs) if n >= most or one is not other), most)


def _named(track: Track, links: Sequence[Link], side: int) -> dict[int, Cue]:
    wanted = {id for link in links for id in (link.b if side else link.a)}
    return {cue.id: cue for cue in track.cues if cue.id in wanted}


def _came(before: Track, now: Track, but: Mapping[int, Cue]) -> dict[int, Cue]:
    """The cues that are other values than before, by their ids."""
    fresh = set(map(id, now.cues)) - set(map(id, before.cues))
    return {cue.id: cue for cue in now.cues if id(cue) in fresh and cue.id not in but}


def _with(shown: Sequence[Row], came: tuple[Mapping[int, Cue], Mapping[int, Cue]]) -> list[Row]:
    a, b = came
    if not a and not b:
        return list(shown)
    return [_row_with(row, a, b) for row in shown]


def _row_with(row: Row, a: Mapping[int, Cue], b: Mapping[int, Cue]) -> Row:
    own = a.get(row.a.id, row.a) if row.a is not None else None
    other = b.get(row.b.id, row.b) if row.b is not None else None
    return row if own is row.a and other is row.b else replace(row, a=own, b=other)


def linked_share(pairing: Pairing) -> float:
    """The share of links that have cues on both sides, 0 to 1."""
    if not pairing.links:
        return 0.0
    return sum(bool(link.a and link.b) for link in pairing.links) / len(pairing.links)


def doubtful(pairing: Pairing) -> int:
    """How many links a person should look at."""
    return sum(bool(link.a and link.b) and link.confidence < DOUBTFUL for link in pairing.links)
