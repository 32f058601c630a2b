"""The rows of the grid: two tracks side by side, link by link, every cue exactly once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import zip_longest

from studio.subs.cue import Cue, Track
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


def linked_share(pairing: Pairing) -> float:
    """The share of links that have cues on both sides, 0 to 1."""
    if not pairing.links:
        return 0.0
    return sum(bool(link.a and link.b) for link in pairing.links) / len(pairing.links)


def doubtful(pairing: Pairing) -> int:
    """How many links a person should look at."""
    return sum(bool(link.a and link.b) and link.confidence < DOUBTFUL for link in pairing.links)
