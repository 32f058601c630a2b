"""Links that follow an edit at once, until the engine has compared the tracks anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from studio.subs.cue import Cue, Track
from studio.subs.linking import Link, Pairing

_MOST_NEW = 50
# Two cues belong together for now when they share this much of the shorter one.
_SHARE = 0.5


def same_cues(before: Track, after: Track) -> bool:
    """Whether both hold the same cues by id in the same order, whatever they say."""
    return len(before.cues) == len(after.cues) and all(
        one is other or one.id == other.id
        for one, other in zip(before.cues, after.cues, strict=True)
    )


def same_times(before: Track, after: Track) -> bool:
    """Whether both hold the same cues at the same times; then the links stay true."""
    return len(before.cues) == len(after.cues) and all(
        one is other or (one.id, one.start, one.end) == (other.id, other.start, other.end)
        for one, other in zip(before.cues, after.cues, strict=True)
    )


def changed_cues(before: Track, after: Track) -> tuple[Cue, ...]:
    """The cues of `after` that are other values than in `before`; for tracks of the same cues."""
    return tuple(new for old, new in zip(before.cues, after.cues, strict=True) if new is not old)


@dataclass(slots=True)
class _Bond:
    """A link that is being changed; `start` is its place in time."""

    sides: tuple[list[int], list[int]]
    confidence: float
    start: int


def by_time(a: Track, b: Track) -> Pairing:
    """Cues that stand together, one to one, all others alone: a first guess, found in no time."""
    theirs = sorted(b.cues, key=lambda cue: (cue.start, cue.end))
    links: list[tuple[int, Link]] = []
    following = 0
    for cue in sorted(a.cues, key=lambda one: (one.start, one.end)):
        while following < len(theirs) and theirs[following].end <= cue.start:
            links.append(_alone(theirs[following]))
            following += 1
        other = theirs[following] if following < len(theirs) else None
        if other is not None and _share(cue, other) >= _SHARE:
            links.append((cue.start, Link((cue.id,), (other.id,), 1.0)))
            following += 1
        else:
            links.append((cue.start, Link((cue.id,), (), 0.0)))
    links += [_alone(cue) for cue in theirs[following:]]
    links.sort(key=lambda one: one[0])
    return Pairing(tuple(link for _, link in links))


def _alone(cue: Cue) -> tuple[int, Link]:
    return cue.start, Link((), (cue.id,), 0.0)


def _share(one: Cue, other: Cue) -> float:
    together = min(one.end, other.end) - max(one.start, other.start)
    return together / max(1, min(one.duration, other.duration))


def adapted(pairing: Pairing, before: tuple[Track, Track], after: tuple[Track, Track]) -> Pairing:
    """The links of `before` for the cues of `after`: gone cues leave, new ones find a place.

    The second half of a cue that was split joins its first; a cue that stands with one that had
    no partner becomes its partner. The very same pairing where no cue came or went.
    """
    came = tuple(_new(old, new) for old, new in zip(before, after, strict=True))
    stay = tuple({cue.id for cue in track.cues} for track in after)
    if not any(came) and all(len(s) == len(t.cues) for s, t in zip(stay, before, strict=True)):
        return pairing
    if sum(map(len, came)) > _MOST_NEW:
        return by_time(*after)
    known = tuple({cue.id: cue for cue in track.cues} for track in after)
    bonds = list(_kept(pairing, stay, known))
    for side in (0, 1):
        for cue in came[side]:
            _place(bonds, cue, side, before, known)
    bonds.sort(key=lambda bond: bond.start)
    links = tuple(
        Link(tuple(bond.sides[0]), tuple(bond.sides[1]), bond.confidence) for bond in bonds
    )
    return Pairing(links, pairing.offset, pairing.speed)


def _new(before: Track, after: Track) -> list[Cue]:
    known = {cue.id for cue in before.cues}
    return [cue for cue in after.cues if cue.id not in known]


def _kept(
    pairing: Pairing, stay: tuple[set[int], ...], known: tuple[Mapping[int, Cue], ...]
) -> Iterable[_Bond]:
    last = 0
    for link in pairing.links:
        sides = [one for one in link.a if one in stay[0]], [one for one in link.b if one in stay[1]]
        if sides[0] or sides[1]:
            starts = [known[side][one].start for side in (0, 1) for one in sides[side]]
            # The order of the links is kept: a later one never moves before an earlier.
            last = max(last, min(starts))
            yield _Bond(sides, link.confidence, last)


def _place(
    bonds: list[_Bond],
    cue: Cue,
    side: int,
    before: tuple[Track, Track],
    known: tuple[Mapping[int, Cue], ...],
) -> None:
    halved = {one.id for one in before[side].cues if one.start < cue.start < one.end}
    for bond in bonds:
        if halved.intersection(bond.sides[side]):
            bond.sides[side].append(cue.id)
            return
        partners = bond.sides[1 - side]
        if not bond.sides[side] and len(partners) == 1:
            share = _share(cue, known[1 - side][partners[0]])
            if share >= _SHARE:
                bond.sides[side].append(cue.id)
                bond.confidence = 1.0
                return
    sides: tuple[list[int], list[int]] = ([], [])
    sides[side].append(cue.id)
    bonds.append(_Bond(sides, 0.0, cue.start))
