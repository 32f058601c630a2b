"""Checks of cue edges at the film's own cuts, by zones that the profile gives as data."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

from studio.core.said import said
from studio.core.time import FrameRate
from studio.core.words import counted
from studio.subs.checks.base import Seen, Subject, check_named
from studio.subs.checks.clock import framed, scaled
from studio.subs.checks.page import Numbers
from studio.subs.checks.rules import Zones


def cut_frames(subject: Subject) -> tuple[int, ...]:
    """The film's cuts in its frames; none where the rate or the zones are not known."""
    if subject.rate is None or subject.profile.zones is None:
        return ()
    return tuple(subject.rate.nearest_frame(cut) for cut in subject.around.cuts)


def start_wanted(frame: int, cuts: Sequence[int], subject: Subject) -> tuple[int, int]:
    """The frame that a cue starting at `frame` should start at, itself where all is well, and the
    cut that says so."""
    rate, zones = subject.rate, subject.profile.zones
    if rate is None or zones is None:
        return frame, frame
    place = bisect_right(cuts, frame)
    if place and frame - cuts[place - 1] <= scaled(zones.after, rate):
        return cuts[place - 1], cuts[place - 1]
    if place < len(cuts) and cuts[place] - frame < _pause(zones, rate):
        cut = cuts[place]
        red = cut - frame <= scaled(zones.red, rate)
        return (cut if red else cut - _pause(zones, rate)), cut
    return frame, frame


def end_wanted(frame: int, cuts: Sequence[int], subject: Subject) -> tuple[int, int]:
    """The frame that a cue ending before `frame` should end before, itself where all is well, and
    the cut that says so."""
    rate, zones = subject.rate, subject.profile.zones
    if rate is None or zones is None:
        return frame, frame
    gap = subject.timing.gap_frames
    place = bisect_left(cuts, frame)
    if place < len(cuts) and cuts[place] - frame <= scaled(zones.end, rate):
        return cuts[place] - gap, cuts[place]
    if place and frame - cuts[place - 1] < _pause(zones, rate):
        cut = cuts[place - 1]
        red = frame - cut <= scaled(zones.red, rate)
        return (cut - gap if red else cut + _pause(zones, rate)), cut
    return frame, frame


def _pause(zones: Zones, rate: FrameRate) -> int:
    """How far from a cut all is well again: one frame beyond the green zone."""
    return scaled(zones.green + 1, rate)


Wanted = Callable[[int, Sequence[int], Subject], tuple[int, int]]
"""`start_wanted` or `end_wanted`."""


@check_named("cut-in", said("a cue that starts close to a cut"), fixable=True, severity="hint")
def cut_in(subject: Subject) -> Iterator[Seen]:
    """Starts that belong on a cut, or further before it."""
    yield from _judged(subject, subject.starts, start_wanted, _start_told)


@check_named("cut-out", said("a cue that ends close to a cut"), fixable=True, severity="hint")
def cut_out(subject: Subject) -> Iterator[Seen]:
    """Ends that belong just before a cut, or further after it."""
    yield from _judged(subject, subject.ends, end_wanted, _end_told)


def _judged(
    subject: Subject, edges: Numbers, wanted_of: Wanted, told: Callable[[int, int], str]
) -> Iterator[Seen]:
    """The edges that should be elsewhere; both numbers are frames from the cut."""
    cuts, zones = cut_frames(subject), subject.profile.zones
    if not cuts or zones is None:
        return
    for index, frame in enumerate(framed(edges, subject.rate).tolist()):
        wanted, cut = wanted_of(frame, cuts, subject)
        if wanted != frame:
            now, then = frame - cut, wanted - cut
            yield Seen(index, float(now), float(then), told(now, then), zones.cited)


def _start_told(now: int, wanted: int) -> str:
    if now > 0:
        return said("Starts {frames} after a cut: start on it.", frames=counted(now, "frame"))
    if not wanted:
        return said("Starts {frames} before a cut: start on it.", frames=counted(-now, "frame"))
    return said(
        "Starts {frames} before a cut: start {wanted} before it.",
        frames=counted(-now, "frame"),
        wanted=counted(-wanted, "frame"),
    )


def _end_told(now: int, wanted: int) -> str:
    if not now:
        return said("Ends on a cut: end {wanted} before it.", wanted=counted(-wanted, "frame"))
    if now < 0:
        return said(
            "Ends {frames} before a cut: end {wanted} before it.",
            frames=counted(-now, "frame"),
            wanted=counted(-wanted, "frame"),
        )
    if wanted > 0:
        return said(
            "Ends {frames} after a cut: end {wanted} after it.",
            frames=counted(now, "frame"),
            wanted=counted(wanted, "frame"),
        )
    return said(
        "Ends {frames} after a cut: end {wanted} before it.",
        frames=counted(now, "frame"),
        wanted=counted(-wanted, "frame"),
    )
