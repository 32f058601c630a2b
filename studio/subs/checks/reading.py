"""Checks of what the eye can take in: speed, line length, number of lines, empty cues."""

from __future__ import annotations

from collections.abc import Iterator

from studio.core.said import said
from studio.core.words import counted
from studio.subs.checks.base import Seen, Subject, check_named
from studio.subs.counting import count


@check_named("reading-speed", said("more characters a second than can be read"), fixable=True)
def reading_speed(subject: Subject) -> Iterator[Seen]:
    """Characters over all lines, divided by the time on screen."""
    limits = subject.limits
    for index, lines in enumerate(subject.lines):
        duration = subject.cue(index).duration
        if not lines or duration <= 0:
            continue
        length = sum(count(line, limits.counting) for line in lines)
        if length * 1000 > limits.speed * duration:
            measured = round(length * 1000 / duration, 2)
            yield Seen(
                index,
                measured,
                limits.speed,
                said(
                    "{measured:g} characters a second; {speed:g} can be read ({length:g} "
                    "characters in {duration:g} s).",
                    measured=measured,
                    speed=limits.speed,
                    length=length,
                    duration=duration / 1000,
                ),
                limits.cited,
            )


@check_named("line-length", said("a line with more characters than fit"), fixable=True)
def line_length(subject: Subject) -> Iterator[Seen]:
    """The longest line of each cue."""
    limits = subject.limits
    for index, lines in enumerate(subject.lines):
        # A character counts at most 1, so shorter lines need no counting.
        long = [line for line in lines if len(line) > limits.line_length]
        if not long:
            continue
        measured, line = max((count(line, limits.counting), line) for line in long)
        if measured > limits.line_length:
            yield Seen(
                index,
                measured,
                limits.line_length,
                said(
                    "A line of {measured:g} characters; {line_length:g} fit: “{line}”.",
                    measured=measured,
                    line_length=limits.line_length,
                    line=line,
                ),
                limits.cited,
            )


@check_named("line-count", said("more lines than may stand at once"), fixable=True)
def line_count(subject: Subject) -> Iterator[Seen]:
    """Lines of each cue."""
    limits = subject.limits
    for index, lines in enumerate(subject.lines):
        if len(lines) > limits.lines:
            yield Seen(
                index,
                float(len(lines)),
                float(limits.lines),
                said(
                    "{lines}; at most {lines2}.",
                    lines=counted(len(lines), "line"),
                    lines2=limits.lines,
                ),
                limits.cited,
            )


@check_named("empty", said("a cue without text"), fixable=True)
def empty(subject: Subject) -> Iterator[Seen]:
    """Cues that show nothing."""
    for index, lines in enumerate(subject.lines):
        if not lines:
            yield Seen(
                index,
                0.0,
                1.0,
                said("The cue has no text."),
                said("A subtitle that shows nothing is a slip."),
            )
