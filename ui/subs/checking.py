"""Comparing and checking two tracks: done on a thread, or for large ones in another process."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from studio.core.children import in_child
from studio.core.progress import Progress
from studio.core.time import FrameRate
from studio.subs.checks.base import CheckProfile, Finding
from studio.subs.checks.run import check
from studio.subs.cue import Track
from studio.subs.linking import Pairing, flipped, link

LARGE = 600
"""With more cues than this the work is done in a process of its own: on a thread it would hold
the window back each time Python changes hands."""

Found = Mapping[int, Sequence[Finding]]


@dataclass(frozen=True, slots=True)
class Place:
    """A finding and where it is: side 0 or 1, the cue's id, and its number in its track."""

    side: int
    cue_id: int
    number: int
    finding: Finding


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be compared and checked; `pairing` where the links are known to be true still."""

    a: Track
    b: Track | None
    pairing: Pairing | None
    profile: CheckProfile
    rate: FrameRate | None

    @property
    def large(self) -> bool:
        """Whether it is too much for a thread beside the window."""
        return len(self.a.cues) + (len(self.b.cues) if self.b is not None else 0) > LARGE


@dataclass(frozen=True, slots=True)
class Seen:
    """The links, and what was found: in order of time, and for each side by the cue's id."""

    pairing: Pairing | None
    places: tuple[Place, ...]
    found: tuple[Found, Found]


def look(order: Order, progress: Progress) -> Seen:
    """Link two tracks and check each by its own language; large ones in a process of their own."""
    if order.large:
        pairing, places = in_child(_work, order, progress=progress)
    else:
        pairing, places = _work(order, progress)
    sides: tuple[dict[int, list[Finding]], ...] = (defaultdict(list), defaultdict(list))
    for place in places:
        sides[place.side][place.cue_id].append(place.finding)
    return Seen(pairing, places, (dict(sides[0]), dict(sides[1])))


def _work(order: Order, progress: Progress) -> tuple[Pairing | None, tuple[Place, ...]]:
    a, b, pairing = order.a, order.b, order.pairing
    if b is not None and pairing is None:
        pairing = link(a, b, progress)
    places: list[Place] = []
    for side, (track, partner) in enumerate(((a, b), (b, a))):
        if track is None:
            continue
        linked = pairing if side == 0 or pairing is None else flipped(pairing)
        found = check(track, order.profile, order.rate, partner, linked)
        places += [Place(side, track.cues[one.cue].id, one.cue + 1, one) for one in found]
    places.sort(key=lambda place: (place.finding.start, place.side))
    return pairing, tuple(places)
