"""Fixes of time, by frames: both languages move together where their edges were together."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from studio.core.said import said
from studio.core.time import FrameRate
from studio.subs.checks.clock import frame_of, time_of
from studio.subs.checks.cuts import Wanted, end_wanted, start_wanted
from studio.subs.checks.run import prepared
from studio.subs.counting import count
from studio.subs.cue import Cue
from studio.subs.fixes.base import Bench, Grid, Offer, fix_for, grid_of
from studio.subs.plain import plain_lines


def _room(bench: Bench, side: int, cue: Cue, grid: Grid) -> tuple[int, int]:
    """The earliest start and the latest end that leave the neighbours their gap."""
    before, after = bench.before(side, cue), bench.after(side, cue)
    low = 0 if before is None else grid.unit(before.end) + grid.gap
    high = grid.unit(cue.start) + grid.longest
    return low, high if after is None else min(high, grid.unit(after.start) - grid.gap)


def _stretched(bench: Bench, side: int, cue: Cue, wanted: int) -> Iterator[Offer | None]:
    """The cue `wanted` units long: later end, then earlier start, then as much of both."""
    grid = grid_of(bench, side)
    start, end = grid.unit(cue.start), grid.unit(cue.end)
    low, high = _room(bench, side, cue, grid)
    if start + wanted <= high:
        yield bench.moved(side, cue, cue.start, grid.time(start + wanted))
    if end - wanted >= low and end > start:
        yield bench.moved(side, cue, grid.time(end - wanted), cue.end)
    if high > end and low <= high - wanted < start:
        yield bench.moved(side, cue, grid.time(high - wanted), grid.time(high))


@fix_for("duration-min", said("stands longer"), "times")
def lengthen(bench: Bench, side: int, cue: Cue) -> Iterator[Offer | None]:
    """To the least length, where the neighbours leave the room."""
    yield from _stretched(bench, side, cue, grid_of(bench, side).shortest)


@fix_for("duration-max", said("ends earlier"), "times")
def shorten(bench: Bench, side: int, cue: Cue) -> Iterator[Offer | None]:
    """To the greatest length."""
    grid = grid_of(bench, side)
    yield bench.moved(side, cue, cue.start, grid.time(grid.unit(cue.start) + grid.longest))


@fix_for("reading-speed", said("stands longer"), "times")
def slow(bench: Bench, side: int, cue: Cue) -> Iterator[Offer | None]:
    """Long enough to be read."""
    limits = bench.limits(side)
    lines = plain_lines(cue.text)
    if limits.word_seconds:
        needed = limits.word_seconds * sum(len(line.split()) for line in lines)
    else:
        speed = limits.speed
        if bench.desk.around.children and limits.children:
            speed = limits.children
        length = sum(count(line, limits.counting) for line in lines)
        needed = Fraction(length) / Fraction(speed)
    wanted = grid_of(bench, side).length(needed)
    yield from _stretched(bench, side, cue, wanted)
    # A frame more where rounding to whole milliseconds has taken a little.
    yield from _stretched(bench, side, cue, wanted + 1)


def _parted(bench: Bench, side: int, cue: Cue) -> Iterator[Offer | None]:
    """The cue before ends the gap before this one, or this one starts later."""
    grid = grid_of(bench, side)
    before = bench.before(side, cue)
    if before is None:
        return
    yield bench.moved(side, before, before.start, grid.time(grid.unit(cue.start) - grid.gap))
    yield bench.moved(side, cue, grid.time(grid.unit(before.end) + grid.gap), cue.end)


@fix_for("overlap", said("the cue before ends earlier"), "times")
def part(bench: Bench, side: int, cue: Cue) -> Iterator[Offer | None]:
    """Or this one starts later."""
    yield from _parted(bench, side, cue)


@fix_for("gap", said("the cue before ends earlier"), "times")
def widen(bench: Bench, side: int, cue: Cue) -> Iterator[Offer | None]:
    """Or this one starts later."""
    yield from _parted(bench, side, cue)


@fix_for("chaining", said("the cue before ends later, up to the least gap"), "times")
def chain(bench: Bench, side: int, cue: Cue) -> Iterator[Offer | None]:
    """Only by what the gap is too long."""
    grid = grid_of(bench, side)
    before = bench.before(side, cue)
    if before is not None:
        yield bench.moved(side, before, before.start, grid.time(grid.unit(cue.start) - grid.gap))


def _by_cuts(bench: Bench, side: int, cue: Cue, at: int, rate: FrameRate, wanted_of: Wanted) -> int:
    """The frame where the cuts want the edge of `cue` that stands at `at`."""
    cuts = tuple(rate.nearest_frame(cut) for cut in bench.desk.around.cuts)
    subject = prepared(bench.track(side, [cue.id]), bench.desk.profile, rate)
    return wanted_of(frame_of(at, rate), cuts, subject)[0]


@fix_for("cut-in", said("starts where the cut asks for it"), "times")
def snap_start(bench: Bench, side: int, cue: Cue) -> Iterator[Offer | None]:
    """The cue before gives way where it is in the way."""
    rate = bench.desk.rate
    if rate is None:
        return
    wanted = _by_cuts(bench, side, cue, cue.start, rate, start_wanted)
    start = time_of(wanted, rate)
    alone = bench.moved(side, cue, start, cue.end)
    yield alone
    before = bench.before(side, cue)
    if before is None or alone is None:
        return
    gap = grid_of(bench, side).gap
    aside = bench.moved(side, before, before.start, time_of(wanted - gap, rate))
    if aside is not None and not {e.before.id for e in aside} & {e.before.id for e in alone}:
        yield (*aside, *alone)


@fix_for("cut-out", said("ends where the cut asks for it"), "times")
def snap_end(bench: Bench, side: int, cue: Cue) -> Iterator[Offer | None]:
    """Where the next cue leaves the room."""
    rate = bench.desk.rate
    if rate is not None:
        wanted = _by_cuts(bench, side, cue, cue.end, rate, end_wanted)
        yield bench.moved(side, cue, cue.start, time_of(wanted, rate))


@fix_for("partner-times", said("comes and goes with the other language"), "times")
def together(bench: Bench, side: int, cue: Cue) -> Iterator[Offer | None]:
    """The second language takes the times of the first, or where that hurts, the first the
    second's."""
    for other in bench.partners(side, cue.id):
        mine, theirs = (side, cue), (1 - side, other)
        for (place, old), (_, model) in ((theirs, mine), (mine, theirs)):
            yield bench.moved(place, old, model.start, model.end)
