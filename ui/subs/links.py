"""Links that follow an edit at once, until the engine has compared the tracks anew."""

from __future__ import annotations

from collections.abc import Sequence

from studio.subs.cue import Cue, Track
from studio.subs.linking import Link, Pairing

_MOST_NEW = 50
# Two cues belong together for now when they share this much of the shorter one.
_SHARE = 0.5


def _pairs(before: Track, after: Track) -> list[tuple[Cue, Cue]] | None:
    """The cues that are other values, old and new, of tracks of one length; else None."""
    if before is after:
        return []
    if len(before.cues) != len(after.cues):
        return None
    # Most cues are the very same objects: among many thousands this passes over them quickly.
    return [pair for pair in zip(before.cues, after.cues, strict=True) if pair[0] is not pair[1]]


def same_cues(before: Track, after: Track) -> bool:
    """Whether both hold the same cues by id in the same order, whatever they say."""
    pairs = _pairs(before, after)
    return pairs is not None and all(old.id == new.id for old, new in pairs)


def same_times(before: Track, after: Track) -> bool:
    """Whether both hold the same cues at the same times; then the links stay true."""
    pairs = _pairs(before, after)
    return pairs is not None and all(
        (old.id, old.start, old.end) == (new.id, new.start, new.end) for old, new in pairs
    )


def changed_cues(before: Track, after: Track) -> tuple[Cue, ...]:
    """The cues of `after` that are other values than in `before`; for tracks of the same cues."""
    return tuple(new for _, new in _pairs(before, after) or ())


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
    if all(same_cues(old, new) for old, new in zip(before, after, strict=True)):
        return pairing
    ids = [({cue.id for cue in track.cues}) for track in (*before, *after)]
    gone = ids[0] - ids[2], ids[1] - ids[3]
    came = ids[2] - ids[0], ids[3] - ids[1]
    if len(came[0]) + len(came[1]) > _MOST_NEW:
        return by_time(*after)
    links = _without(pairing.links, gone)
    for side in (0, 1):
        for cue in after[side].cues if came[side] else ():
            if cue.id in came[side]:
                _place(links, cue, side, before[side], after)
    return Pairing(tuple(links), pairing.offset, pairing.speed)


def _without(links: Sequence[Link], gone: tuple[set[int], set[int]]) -> list[Link]:
    first, second = gone
    if not first and not second:
        return list(links)
    found = []
    for link in links:
        if first.isdisjoint(link.a) and second.isdisjoint(link.b):
            found.append(link)
            continue
        a = tuple(one for one in link.a if one not in first)
        b = tuple(one for one in link.b if one not in second)
        if a or b:
            found.append(Link(a, b, link.confidence))
    return found


def _place(
    links: list[Link], cue: Cue, side: int, before: Track, after: tuple[Track, Track]
) -> None:
    """Add a new cue to the link where it belongs, else as a link of its own."""
    halved = {one.id for one in before.cues if one.start < cue.start < one.end}
    beside = {one.id for one in after[1 - side].cues if _share(cue, one) >= _SHARE}
    for number, link in enumerate(links):
        own, other = (link.b, link.a) if side else (link.a, link.b)
        if own and not halved.isdisjoint(own):
            links[number] = _link((*own, cue.id), other, side, link.confidence)
            return
        if not own and len(other) == 1 and other[0] in beside:
            links[number] = _link((cue.id,), other, side, 1.0)
            return
    place = _after(links, cue.start, after)
    links.insert(place, _link((cue.id,), (), side, 0.0))


def _link(own: tuple[int, ...], other: tuple[int, ...], side: int, confidence: float) -> Link:
    return Link(other, own, confidence) if side else Link(own, other, confidence)


def _after(links: Sequence[Link], start: int, tracks: tuple[Track, Track]) -> int:
    """The place behind the last link that begins before a time."""
    early = [{cue.id for cue in track.cues if cue.start <= start} for track in tracks]
    for number in range(len(links) - 1, -1, -1):
        link = links[number]
        if not (early[0].isdisjoint(link.a) and early[1].isdisjoint(link.b)):
            return number + 1
    return 0
