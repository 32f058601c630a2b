"""Checks of time: duration, gap and overlap; by the film's frames where its rate is known."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from studio.core.said import said
from studio.core.time import round_half_up
from studio.core.words import counted
from studio.subs.checks.base import Seen, Subject, check_named
from studio.subs.checks.clock import chain_of, framed
from studio.subs.checks.page import Numbers
from studio.subs.plain import at_top


@check_named("duration-min", said("a cue too short to be seen"), fixable=True)
def shortest(subject: Subject) -> Iterator[Seen]:
    """Against frames of the film: 5/6 s are 20 frames at 24, 25 at 29.97."""
    limit = _limit(subject, subject.timing.min_seconds, round_up=False)
    lengths = _lengths(subject)
    for index in np.flatnonzero(lengths < limit).tolist():
        yield Seen(index, *_said(subject, int(lengths[index]), limit, said("at least")))


@check_named("duration-max", said("a cue that stands too long"), fixable=True)
def longest(subject: Subject) -> Iterator[Seen]:
    """Against frames of the film where its rate is known."""
    limit = _limit(subject, subject.timing.max_seconds, round_up=True)
    lengths = _lengths(subject)
    for index in np.flatnonzero(lengths > limit).tolist():
        yield Seen(index, *_said(subject, int(lengths[index]), limit, said("at most")))


def _lengths(subject: Subject) -> Numbers:
    """In frames, an end before its start having none; without a rate in ms."""
    lengths = framed(subject.ends, subject.rate) - framed(subject.starts, subject.rate)
    return lengths if subject.rate is None else np.maximum(lengths, 0)


def _limit(subject: Subject, limit: Fraction, *, round_up: bool) -> int:
    """In frames, or in ms rounded so that no exact cue fails."""
    if subject.rate is not None:
        return subject.rate.nearest_frame(limit)
    exact = limit * 1000
    return exact.__ceil__() if round_up else exact.__floor__()


def _said(subject: Subject, length: int, limit: int, bound: str) -> tuple[float, float, str, str]:
    if subject.rate is not None:
        text = said(
            "{frames} on screen; {bound} {limit}.",
            frames=counted(length, "frame"),
            bound=bound,
            limit=limit,
        )
    elif length < 0:
        text = said("It ends {seconds:g} s before it starts.", seconds=-length / 1000)
    else:
        text = said(
            "{seconds:g} s on screen; {bound} {limit:g} s.",
            seconds=length / 1000,
            bound=bound,
            limit=limit / 1000,
        )
    return float(length), float(limit), text, subject.timing_source


def before_each(subject: Subject, order: Numbers) -> Numbers:
    """For each of the cues in `order` the one before it that ends last; -1 for the first."""
    ends = subject.ends[order]
    highest = np.maximum.accumulate(ends)
    places = np.arange(len(order))
    # Where a cue ends later than all before it, it reigns from the next one on.
    new = np.concatenate((np.ones(1, np.bool_), ends[1:] > highest[:-1]))[: len(order)]
    reigning = np.maximum.accumulate(np.where(new, places, 0))
    return np.concatenate((np.full(1, -1), order[reigning[:-1]]))[: len(order)]


@check_named("overlap", said("two cues at once in one language"), fixable=True)
def overlap(subject: Subject) -> Iterator[Seen]:
    """Reported at the later of the two; one at the top and one at the bottom may stand together."""
    lasting = subject.order[(subject.ends > subject.starts)[subject.order]]
    found: list[tuple[int, int, int]] = []
    for group in _by_place(subject, lasting):
        if len(group) < 2:
            continue
        before = before_each(subject, group)
        now, last = group[1:], before[1:]
        shared = np.minimum(subject.ends[last], subject.ends[now]) - subject.starts[now]
        starts = subject.starts[now]
        hidden = framed(starts + shared, subject.rate) != framed(starts, subject.rate)
        met = (shared > 0) & hidden
        found += zip(now[met].tolist(), last[met].tolist(), shared[met].tolist(), strict=True)
    for index, other, length in sorted(found):
        yield Seen(
            index,
            float(length),
            0.0,
            said(
                "Stands together with cue {before} for {shared:g} s.",
                before=other + 1,
                shared=length / 1000,
            ),
            said("Two cues of one language at the same place hide each other."),
        )


def _by_place(subject: Subject, order: Numbers) -> tuple[Numbers, ...]:
    """The cues at the bottom, and those at the top of the picture."""
    cues = subject.track.cues
    top: NDArray[np.bool_] = np.zeros(len(cues), np.bool_)
    for index, cue in enumerate(cues):
        if "{" in cue.text:
            top[index] = at_top(cue.text)
    if not top.any():
        return (order,)
    return order[~top[order]], order[top[order]]


@check_named("gap", said("two cues with too little between them"), fixable=True)
def gap(subject: Subject) -> Iterator[Seen]:
    """Between the end of a cue and the next start; overlaps are another check's."""
    timing = subject.timing
    limit = timing.gap_ms if subject.rate is None else timing.gap_frames
    for index, between in _gaps(subject, 0, limit - 1):
        yield Seen(
            index,
            float(between),
            float(limit),
            _gap_said(subject, between, limit),
            subject.timing_source,
        )


def _gaps(subject: Subject, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Cues and how long before them nothing is shown, where that is from `low` to `high`."""
    order = subject.order
    if len(order) < 2 or high < low:
        return
    last = subject.ends[before_each(subject, order)[1:]]
    starts = subject.starts[order[1:]]
    between = framed(starts, subject.rate) - framed(last, subject.rate)
    met = (last <= starts) & (between >= low) & (between <= high)
    yield from sorted(zip(order[1:][met].tolist(), between[met].tolist(), strict=True))


def _gap_said(subject: Subject, between: int, limit: int) -> str:
    if subject.rate is not None:
        return said(
            "{frames} after the cue before; at least {limit}.",
            frames=counted(between, "frame"),
            limit=limit,
        )
    frames = round_half_up(Fraction(limit * 24, 1000))
    return said(
        "{between} ms after the cue before; at least {limit} ms ({frames} at 24; name the film "
        "to count its own).",
        between=between,
        limit=limit,
        frames=counted(frames, "frame"),
    )


@check_named(
    "chaining",
    said("a gap that is neither closed nor a pause"),
    fixable=True,
    severity="hint",
)
def chaining(subject: Subject) -> Iterator[Seen]:
    """Gaps that flicker: longer than the least one, shorter than a pause.

    Only where the film's rate is known: a frame more or less decides, and files hold milliseconds.
    """
    low, high = chain_of(subject)
    if not high:
        return
    frames = subject.timing.gap_frames
    source = subject.timing_source
    told: dict[int, str] = {}
    for index, between in _gaps(subject, low, high):
        if between not in told:
            told[between] = said(
                "{length} after the cue before: close it to {frames}, or leave a pause.",
                length=counted(between, "frame"),
                frames=counted(frames, "frame"),
            )
        yield Seen(index, float(between), float(frames), told[between], source)
