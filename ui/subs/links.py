"""What two states of a track have in common, and a first guess at links, found in no time."""

from __future__ import annotations

from itertools import compress
from operator import is_not

from studio.subs.cue import Cue, Track
from studio.subs.linking import Link, Pairing

# Two cues belong together for now when they share this much of the shorter one.
_SHARE = 0.5


def _pairs(before: Track, after: Track) -> list[tuple[Cue, Cue]] | None:
    """The cues that are other values, old and new, of tracks of one length; else None."""
    if before is after:
        return []
    if len(before.cues) != len(after.cues):
        return None
    # Most cues are the very same objects: this passes over many thousands without a step in Python.
    pairs = zip(before.cues, after.cues, strict=True)
    return list(compress(pairs, map(is_not, before.cues, after.cues)))


def same_or_none(before: Track | None, after: Track | None) -> bool:
    """The same for two that may not be there."""
    there = before is not None and after is not None
    return before is after or (there and same_cues(before, after))  # type: ignore[arg-type]


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
