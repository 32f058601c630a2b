"""Mends what can be mended: each change is tried, and kept only if it brings no new finding."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from studio.core.errors import BadValue
from studio.core.progress import SILENT, Progress
from studio.core.said import said
from studio.core.words import nearest
from studio.subs.checks.base import Finding
from studio.subs.checks.run import found_in, prepared
from studio.subs.cue import Cue, Track
from studio.subs.fixes.base import FIXES, Bench, Desk, Edit, Fix, Offer
from studio.subs.linking import Link, Pairing, flipped

Key = tuple[int, str, int]
"""Side, check, cue id: what makes two findings the same."""
_PAD = 12_000
"""Milliseconds: further away no check looks (gaps are 10 s at most)."""
_BESIDE = 3
"""Cues in the track's order that a quotation may reach over."""
_TEXTS = ("text", "breaks", "cues")
# Texts first: how long a cue has to stand depends on them; gaps before what may grow into them.
_ORDER = (
    "empty", "spaces", "marks", "ellipses", "italics", "stops", "wide-marks", "quotes",
    "mixed-han", "dashes", "line-count", "line-length", "line-width", "one-line", "overlap",
    "partner-times", "cut-in", "cut-out", "gap", "duration-max", "duration-min",
    "reading-speed", "chaining",
)  # fmt: skip
_OF_TIME = frozenset(
    {
        *("reading-speed", "duration-min", "duration-max", "overlap", "gap", "chaining"),
        *("cut-in", "cut-out", "partner-times"),
    }
)


@dataclass(frozen=True, slots=True)
class Step:
    """One finding mended: the fix's name, what it says it does, and the cues that it changed."""

    check: str
    says: str
    side: int
    cue_id: int
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What fixing would do: nothing is changed until somebody takes `a`, `b` and `pairing`.

    `before` and `after` are the findings of each side.
    """

    a: Track
    b: Track | None
    pairing: Pairing | None
    steps: tuple[Step, ...]
    before: tuple[tuple[Finding, ...], ...]
    after: tuple[tuple[Finding, ...], ...]


def proposed(
    desk: Desk,
    only: Collection[str] = (),
    cues: Collection[tuple[int, int]] | None = None,
    progress: Progress = SILENT,
) -> Proposal:
    """All findings mended that can be, or those of the checks in `only`, at the cues (side, id).

    Findings after are a subset of findings before, by side, check and cue; what is fixed again
    stays as it is. Raises BadValue for a check that has no fix.
    """
    for name in only:
        if name not in FIXES:
            raise BadValue(
                said("Nothing mends the check “{name}”.", name=name),
                hint=nearest(name, FIXES.names()),
            )
    names = [name for name in _ORDER if not only or name in only]
    bench = Bench(desk)
    before = _findings(bench)
    steps: list[Step] = []
    found = before
    while True:
        made = list(_pass(bench, found, (names, cues), progress))
        if not made:
            break
        steps += made
        found = _findings(bench)
    progress.report(1.0)
    tracks = [bench.track(side) for side in range(len(bench.cues))]
    return Proposal(
        _same_or_new(desk.a, tracks[0]),
        _same_or_new(desk.b, tracks[1]) if desk.b is not None else None,
        bench.pairing() if steps else desk.pairing,
        tuple(steps),
        before,
        found,
    )


def _same_or_new(old: Track, new: Track) -> Track:
    return old if old == new else new


def _findings(bench: Bench) -> tuple[tuple[Finding, ...], ...]:
    desk = bench.desk
    tracks = [bench.track(side) for side in range(len(bench.cues))]
    return _checked(desk, tracks, bench.pairing(), ())


def _checked(
    desk: Desk, tracks: list[Track], pairing: Pairing | None, only: Collection[str]
) -> tuple[tuple[Finding, ...], ...]:
    made = []
    for side, track in enumerate(tracks):
        other = tracks[1 - side] if len(tracks) > 1 else None
        linked = None
        if pairing is not None and other is not None:
            linked = flipped(pairing) if side else pairing
        around = desk.around_of(side)
        subject = prepared(track, desk.profile, desk.rate, other, linked, around)
        made.append(found_in(subject, only))
    return tuple(made)


def _pass(
    bench: Bench,
    found: tuple[tuple[Finding, ...], ...],
    asked: tuple[list[str], Collection[tuple[int, int]] | None],
    progress: Progress,
) -> Iterator[Step]:
    """Every finding once; those that are gone by then are passed over."""
    names, cues = asked
    listed: dict[str, list[tuple[int, int]]] = {name: [] for name in names}
    for side, findings in enumerate(found):
        ids = [cue.id for cue in bench.track(side).cues]
        for one in findings:
            place = (side, ids[one.cue])
            if one.check in listed and (cues is None or place in cues):
                listed[one.check].append(place)
    total = sum(map(len, listed.values()))
    done = 0
    for name, places in listed.items():
        for side, cue_id in places:
            progress.report(min(0.99, done / total), said("Mending"))
            done += 1
            step = _mended(bench, FIXES[name], side, cue_id)
            if step is not None:
                yield step


def _mended(bench: Bench, fix: Fix, side: int, cue_id: int) -> Step | None:
    """The first of the fix's offers that takes findings away and brings none."""
    cue = bench.cues[side].get(cue_id)
    if cue is None:
        return None
    for offer in fix.offers(bench, side, cue):
        if offer and _is_better(bench, fix, (side, fix.name, cue_id), offer):
            return Step(fix.name, fix.says, side, cue_id, offer)
    return None


def _is_better(bench: Bench, fix: Fix, key: Key, offer: Offer) -> bool:
    """Whether findings become fewer, this one among them; the offer stays made if so."""
    window = _window(bench, offer)
    only = () if fix.touches in _TEXTS else _OF_TIME
    before = _keys(bench, window, only)
    if key not in before:
        return False
    bench.apply(offer)
    after = _keys(bench, window, only)
    if key not in after and after <= before:
        return True
    bench.apply(offer, back=True)
    return False


def _window(bench: Bench, offer: Offer) -> list[set[int]]:
    """By side, the ids of all cues whose findings the offer may change."""
    times = [t for e in offer for c in (e.before, e.after) if c for t in (c.start, c.end)]
    low, high = min(times) - _PAD, max(times) + _PAD
    found = [{cue.id for cue in bench.between(side, low, high)} for side in range(len(bench.cues))]
    for edit in offer:
        found[edit.side] |= set(_neighbours(bench, edit.side, edit.before))
    for side, ids in enumerate(found):
        for cue_id in list(ids):
            link = bench.link(side, cue_id)
            if link is not None and len(found) > 1:
                found[0] |= set(link.a)
                found[1] |= set(link.b)
    return found


def _neighbours(bench: Bench, side: int, cue: Cue) -> Iterator[int]:
    """The cue and those around it in the track's own order that are still there: as many that
    all which look at this one see all that they look at."""
    cues, there = bench.desk.tracks[side].cues, bench.cues[side]
    place = bench.places[side][cue.id]
    yield cue.id
    for way in (reversed(cues[:place]), iter(cues[place + 1 :])):
        left = (one.id for one in way if one.id in there)
        yield from itertools.islice(left, 2 * _BESIDE + 1)


def _keys(bench: Bench, window: list[set[int]], only: Collection[str]) -> frozenset[Key]:
    tracks = [bench.track(side, ids) for side, ids in enumerate(window)]
    pairing = _part_of(bench, window)
    found = _checked(_near(bench.desk, tracks), tracks, pairing, only)
    return frozenset(
        (side, one.check, tracks[side].cues[one.cue].id)
        for side, findings in enumerate(found)
        for one in findings
    )


def _near(desk: Desk, tracks: list[Track]) -> Desk:
    """The desk with only those of the film's cuts that these cues can be judged by."""
    cuts = desk.around.cuts
    times = [time for track in tracks for cue in track.cues for time in (cue.start, cue.end)]
    if not (cuts and times):
        return desk
    low = bisect_left(cuts, Fraction(min(times) - _PAD, 1000))
    high = bisect_right(cuts, Fraction(max(times) + _PAD, 1000))
    return replace(desk, around=replace(desk.around, cuts=cuts[low:high]))


def _part_of(bench: Bench, window: list[set[int]]) -> Pairing | None:
    """The links of the window's cues, without cues that were taken out."""
    pairing = bench.desk.pairing
    if pairing is None or len(window) < 2:
        return None
    near = {
        id(link): link
        for side, ids in enumerate(window)
        for cue_id in sorted(ids)
        if (link := bench.link(side, cue_id)) is not None
    }
    links = [
        Link(
            tuple(i for i in link.a if i in bench.cues[0]),
            tuple(i for i in link.b if i in bench.cues[1]),
            link.confidence,
        )
        for link in near.values()
    ]
    return Pairing(tuple(one for one in links if one.a or one.b), pairing.offset, pairing.speed)
