"""Checks of time: duration, gap and overlap; by the film's frames where its rate is known."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from studio.core.said import said
from studio.core.time import round_half_up, visible_frames
from studio.core.words import counted
from studio.subs.checks.base import Seen, Subject, check_named
from studio.subs.cue import Cue
from studio.subs.plain import at_top


@check_named("duration-min", said("a cue too short to be seen"), fixable=True)
def shortest(subject: Subject) -> Iterator[Seen]:
    """Against frames of the film: 5/6 s are 20 frames at 24, 25 at 29.97."""
    least = subject.timing.min_seconds
    for index, cue in enumerate(subject.track.cues):
        length, limit, unit = _length(subject, cue, least, round_up=False)
        if length < limit:
            yield Seen(index, *_said(subject, length, limit, unit, said("at least")))


@check_named("duration-max", said("a cue that stands too long"), fixable=True)
def longest(subject: Subject) -> Iterator[Seen]:
    """Against frames of the film where its rate is known."""
    most = subject.timing.max_seconds
    for index, cue in enumerate(subject.track.cues):
        length, limit, unit = _length(subject, cue, most, round_up=True)
        if length > limit:
            yield Seen(index, *_said(subject, length, limit, unit, said("at most")))


def _length(subject: Subject, cue: Cue, limit: Fraction, *, round_up: bool) -> tuple[int, int, str]:
    """Length and limit in frames, or without a rate in ms, rounded so that no exact cue fails."""
    if subject.rate is not None:
        shown = visible_frames(cue.start, cue.end, subject.rate)
        # A range cannot be negative; an end before its start has no frames at all.
        return len(shown), subject.rate.nearest_frame(limit), "frame"
    exact = limit * 1000
    return cue.duration, exact.__ceil__() if round_up else exact.__floor__(), "ms"


def _said(
    subject: Subject, length: int, limit: int, unit: str, bound: str
) -> tuple[float, float, str, str]:
    if unit == "frame":
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


@check_named("overlap", said("two cues at once in one language"), fixable=True)
def overlap(subject: Subject) -> Iterator[Seen]:
    """Reported at the later of the two; one at the top and one at the bottom may stand together."""
    cues = subject.track.cues
    reigning: dict[bool, int] = {}
    for index in subject.order:
        cue = cues[index]
        if cue.end <= cue.start:
            continue
        top = at_top(cue.text)
        before = reigning.get(top)
        if before is not None and cues[before].end > cue.start:
            shared = min(cues[before].end, cue.end) - cue.start
            if _frames(subject, cue.start, cue.start + shared) != 0:
                yield Seen(
                    index,
                    float(shared),
                    0.0,
                    said(
                        "Stands together with cue {before} for {shared:g} s.",
                        before=before + 1,
                        shared=shared / 1000,
                    ),
                    said("Two cues of one language at the same place hide each other."),
                )
        if before is None or cue.end > cues[before].end:
            reigning[top] = index


def _frames(subject: Subject, start: int, end: int) -> int:
    """Frames between two times; without a rate, milliseconds."""
    if subject.rate is None:
        return end - start
    rate = subject.rate
    return rate.nearest_frame(Fraction(end, 1000)) - rate.nearest_frame(Fraction(start, 1000))


@check_named("gap", said("two cues with too little between them"), fixable=True)
def gap(subject: Subject) -> Iterator[Seen]:
    """Between the end of a cue and the next start; overlaps are another check's."""
    timing = subject.timing
    limit = timing.gap_ms if subject.rate is None else timing.gap_frames
    last: Cue | None = None
    for index in subject.order:
        cue = subject.cue(index)
        if last is not None and last.end <= cue.start:
            between = _frames(subject, last.end, cue.start)
            if between < limit:
                yield Seen(
                    index,
                    float(between),
                    float(limit),
                    _gap_said(subject, between, limit),
                    subject.timing_source,
                )
        if last is None or cue.end > last.end:
            last = cue


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
