"""Checks of what the eye can take in: speed, line length, number of lines, empty cues."""

from __future__ import annotations

from collections.abc import Iterator

from studio.core.words import counted
from studio.subs.checks.base import Seen, Subject, check_named
from studio.subs.counting import count


@check_named("reading-speed", "more characters a second than can be read", fixable=True)
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
                f"{measured:g} characters a second; {limits.speed:g} can be read "
                f"({length:g} characters in {duration / 1000:g} s).",
                limits.cited,
            )


@check_named("line-length", "a line with more characters than fit", fixable=True)
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
                f"A line of {measured:g} characters; {limits.line_length:g} fit: “{line}”.",
                limits.cited,
            )


@check_named("line-count", "more lines than may stand at once", fixable=True)
def line_count(subject: Subject) -> Iterator[Seen]:
    """Lines of each cue."""
    limits = subject.limits
    for index, lines in enumerate(subject.lines):
        if len(lines) > limits.lines:
            yield Seen(
                index,
                float(len(lines)),
                float(limits.lines),
                f"{counted(len(lines), 'line')}; at most {limits.lines}.",
                limits.cited,
            )


@check_named("empty", "a cue without text", fixable=True)
def empty(subject: Subject) -> Iterator[Seen]:
    """Cues that show nothing."""
    for index, lines in enumerate(subject.lines):
        if not lines:
            yield Seen(
                index, 0.0, 1.0, "The cue has no text.", "A subtitle that shows nothing is a slip."
            )
