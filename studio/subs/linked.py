"""Two tracks with their links as one value: own timing for each, or boundaries locked together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import compress
from operator import is_, is_not
from typing import Literal

from studio.core.errors import BadValue
from studio.core.said import said
from studio.subs.cue import Cue, Track
from studio.subs.linking import Link, Pairing
from studio.subs.tempo import Tempo

Side = Literal["a", "b"]
_FEW = 64
"""So many links are put in their places one by one; for more, all are put in order."""


@dataclass(frozen=True, slots=True)
class Linked:
    """Two tracks of one film and the links between their cues.

    Every cue stands in exactly one link. With `locked` both sides of a link begin and end at the
    same moments; without, each side has its own times.
    """

    a: Track
    b: Track
    pairing: Pairing
    locked: bool = False

    def track(self, side: Side) -> Track:
        """One of the two."""
        return self.a if side == "a" else self.b

    def with_track(self, side: Side, track: Track) -> Linked:
        """The same links with another track on one side."""
        return replace(self, a=track) if side == "a" else replace(self, b=track)

    def link_of(self, side: Side, cue_id: int) -> int:
        """The place of the link in which a cue stands. Raises BadValue."""
        links = self.pairing.links
        # Asked at each edit: a call for each of many thousand links would be most of its time.
        sides = [one.a for one in links] if side == "a" else [one.b for one in links]
        for place, own in enumerate(sides):
            if cue_id in own:
                return place
        raise BadValue(
            said("The track has no cue {cue_id}.", cue_id=cue_id),
            hint=said("It may have been deleted."),
        )


def other(side: Side) -> Side:
    """The other side."""
    return "b" if side == "a" else "a"


def ids(link: Link, side: Side) -> tuple[int, ...]:
    """A link's cues of one side."""
    return link.a if side == "a" else link.b


def link_with(link: Link, side: Side, cue_ids: tuple[int, ...]) -> Link:
    """A link with other cues on one side."""
    return replace(link, a=cue_ids) if side == "a" else replace(link, b=cue_ids)


def in_time(linked: Linked, links: Iterable[Link]) -> Linked:
    """The same tracks with these links in the order of time; empty links are left out."""
    ordered = sorted((link for link in links if link.a or link.b), key=_beginning(linked))
    if tuple(ordered) == linked.pairing.links:
        return linked
    return replace(linked, pairing=replace(linked.pairing, links=tuple(ordered)))


def put_in_time(linked: Linked, links: Sequence[Link], places: Collection[int]) -> Linked:
    """As `in_time` where all links but those at `places` are in order already: those are put where
    they belong. Quick for few of many."""
    moved = sorted(set(places))
    if len(moved) > _FEW:
        return in_time(linked, links)
    begins = _beginning(linked)
    gone = frozenset(moved)
    kept = [one for place, one in enumerate(links) if place not in gone]
    for place in moved:
        one = links[place]
        if one.a or one.b:
            kept.insert(_place_of(kept, begins(one), begins, place), one)
    if len(kept) == len(linked.pairing.links) and all(map(is_, kept, linked.pairing.links)):
        return linked
    return replace(linked, pairing=replace(linked.pairing, links=tuple(kept)))


def _place_of(links: Sequence[Link], at: int, begins: Callable[[Link], int], near: int) -> int:
    """Where a link that begins `at` belongs among those in order; of equal places the nearest."""
    low, high = bisect_left(links, at, key=begins), bisect_right(links, at, key=begins)
    return min(max(near, low), high)


def _beginning(linked: Linked) -> Callable[[Link], int]:
    """When a link begins, in a's time."""
    tempo = Tempo(linked.pairing.offset, linked.pairing.speed)
    of_a = {cue.id: cue.start for cue in linked.a.cues}
    of_b = {cue.id: cue.start for cue in linked.b.cues}

    def begins(link: Link) -> int:
        own = [of_a[id] for id in link.a] + [tempo.moved(of_b[id]) for id in link.b]
        return min(own)

    return begins


def locked(linked: Linked) -> Linked:
    """Boundaries locked: b is taken into a's time, and in each link its cues into a's boundaries.

    What stands between the boundaries keeps its share of the time. Raises BadValue where a link
    of a has less than a millisecond for each cue of b.
    """
    tempo = Tempo(linked.pairing.offset, linked.pairing.speed)
    moved = linked.b.with_cues(
        tuple(
            replace(cue, start=tempo.moved(cue.start), end=tempo.moved(cue.end))
            for cue in linked.b.cues
        )
    )
    made = Linked(linked.a, moved, Pairing(linked.pairing.links), locked=True)
    return tied(made, "a", range(len(made.pairing.links)))


def unlocked(linked: Linked) -> Linked:
    """Each side has its own times from now on."""
    return replace(linked, locked=False)


def followed(linked: Linked, side: Side, track: Track) -> Linked:
    """One side as it is after it was edited by itself: gone cues leave their links, new ones stand
    alone, with no confidence; the very same links where no cue came or went."""
    before, made = linked.track(side), linked.with_track(side, track)
    if _same_ids(before, track):
        return made
    there = {cue.id for cue in track.cues}
    links, places = list(linked.pairing.links), []
    for place, own in enumerate([ids(one, side) for one in links]):
        if not there.issuperset(own):
            left = tuple(id for id in own if id in there)
            links[place] = link_with(links[place], side, left)
            places.append(place)
    came = there.difference(cue.id for cue in before.cues)
    places += range(len(links), len(links) + len(came))
    links += [link_with(Link((), (), 0.0), side, (cue.id,)) for cue in track.cues if cue.id in came]
    return put_in_time(made, links, places)


def _same_ids(before: Track, after: Track) -> bool:
    """Whether both hold the same cues by id in the same order."""
    if before.cues is after.cues:
        return True
    if len(before.cues) != len(after.cues):
        return False
    # Most are the very same objects: this passes over many thousands without a step in Python.
    pairs = zip(before.cues, after.cues, strict=True)
    others = compress(pairs, map(is_not, before.cues, after.cues))
    return all(old.id == new.id for old, new in others)


def tied(linked: Linked, leads: Side, places: Collection[int]) -> Linked:
    """With locked boundaries, the links at `places` with the other side's cues brought into the
    boundaries of the side that leads; else the very same. Raises BadValue where there is no room.
    """
    if not linked.locked:
        return linked
    follows = other(leads)
    wanted = [linked.pairing.links[place] for place in places]
    ours, theirs = (_cues(linked.track(side), side, wanted) for side in (leads, follows))
    changed: dict[int, Cue] = {}
    for place in places:
        link = linked.pairing.links[place]
        lead = [ours[id] for id in ids(link, leads)]
        follow = [theirs[id] for id in ids(link, follows)]
        if lead and follow:
            bounds = min(cue.start for cue in lead), max(cue.end for cue in lead)
            changed.update((cue.id, cue) for cue in _brought(follow, bounds))
    if not changed:
        return linked
    track = linked.track(follows)
    cues = tuple(changed.get(cue.id, cue) for cue in track.cues)
    return linked.with_track(follows, track.with_cues(cues))


def _cues(track: Track, side: Side, links: Iterable[Link]) -> dict[int, Cue]:
    """The cues of links on one side, by id."""
    wanted = {id for one in links for id in ids(one, side)}
    return {cue.id: cue for cue in track.cues if cue.id in wanted}


def _brought(cues: list[Cue], bounds: tuple[int, int]) -> list[Cue]:
    """Cues brought into boundaries, each keeping its share of the time between them."""
    first, last = min(cue.start for cue in cues), max(cue.end for cue in cues)
    if (first, last) == bounds:
        return cues
    room, length = bounds[1] - bounds[0], last - first
    if room < 1 or length < 1:
        raise BadValue(
            said("There is no time for this cue between its boundaries."),
            hint=said("Give its partner more time, or let each track have its own times."),
        )
    made = []
    for cue in cues:
        start = bounds[0] + (cue.start - first) * room // length
        end = bounds[0] + (cue.end - first) * room // length
        if cue.duration > 0 and end <= start:
            # Rounded to nothing: it takes the millisecond beside it.
            start, end = (start, start + 1) if start < bounds[1] else (start - 1, start)
        made.append(replace(cue, start=start, end=end))
    return made
