"""Checks of what the eye can take in: speed, line length, number of lines, empty cues."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import numpy as np

from studio.core.said import said
from studio.core.words import counted
from studio.subs.checks.base import Seen, Subject, check_named
from studio.subs.counting import count


@check_named("reading-speed", said("more characters a second than can be read"), fixable=True)
def reading_speed(subject: Subject) -> Iterator[Seen]:
    """Characters over all lines, or words where the guide counts these, by the time on screen."""
    limits = subject.limits
    if limits.word_seconds:
        yield from _words(subject)
        return
    page = subject.page
    speed = limits.children if subject.around.children and limits.children else limits.speed
    lengths = page.per_cue(page.lengths(limits.counting))
    lasting = subject.ends - subject.starts
    fast = (lengths * 1000 > speed * lasting) & (lasting > 0) & (page.line_counts > 0)
    for index in np.flatnonzero(fast).tolist():
        length, duration = float(lengths[index]), int(lasting[index])
        measured = round(length * 1000 / duration, 2)
        yield Seen(
            index,
            measured,
            speed,
            said(
                "{measured:g} characters a second; {speed:g} can be read ({length:g} "
                "characters in {duration:g} s).",
                measured=measured,
                speed=speed,
                length=length,
                duration=duration / 1000,
            ),
            limits.cited,
        )


def _words(subject: Subject) -> Iterator[Seen]:
    """Seconds for each word against the least that a word needs."""
    least = subject.limits.word_seconds
    for index, text in enumerate(subject.page.texts):
        words = len(text.split())
        duration = subject.cue(index).duration
        if not words or duration <= 0 or Fraction(duration, 1000) >= least * words:
            continue
        yield Seen(
            index,
            round(duration / 1000 / words, 3),
            float(least),
            said(
                "{words} in {duration:g} s; each needs {least:g} s.",
                words=counted(words, "word"),
                duration=duration / 1000,
                least=float(least),
            ),
            subject.limits.cited,
        )


@check_named("line-length", said("a line with more characters than fit"), fixable=True)
def line_length(subject: Subject) -> Iterator[Seen]:
    """The longest line of each cue."""
    limits = subject.limits
    page = subject.page
    lengths = page.lengths(limits.counting)
    long = np.flatnonzero(lengths > limits.line_length)
    for index in np.unique(page.line_cue[long]).tolist():
        measured, line = max((count(one, limits.counting), one) for one in subject.lines(index))
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
    counts = subject.page.line_counts
    for index in np.flatnonzero(counts > limits.lines).tolist():
        lines = int(counts[index])
        yield Seen(
            index,
            float(lines),
            float(limits.lines),
            said(
                "{lines}; at most {lines2}.",
                lines=counted(lines, "line"),
                lines2=limits.lines,
            ),
            limits.cited,
        )


@check_named(
    "one-line",
    said("two lines that would fit on one"),
    fixable=True,
    severity="hint",
)
def one_line(subject: Subject) -> Iterator[Seen]:
    """Cues of one speaker whose lines fit side by side, a space between them."""
    limits = subject.limits
    page = subject.page
    lengths = page.per_cue(page.lengths(limits.counting))
    short = (page.line_counts > 1) & (lengths + page.line_counts - 1 <= limits.line_length)
    for index in np.flatnonzero(short).tolist():
        lines = subject.lines(index)
        if any(line[0] in "-–—‐−－・♪#[(（" for line in lines):
            continue
        length = float(lengths[index] + len(lines) - 1)
        yield Seen(
            index,
            length,
            limits.line_length,
            said(
                "Its lines have {length:g} characters together; {limit:g} fit on one.",
                length=length,
                limit=limits.line_length,
            ),
            limits.cited,
        )


@check_named("empty", said("a cue without text"), fixable=True)
def empty(subject: Subject) -> Iterator[Seen]:
    """Cues that show nothing."""
    for index in np.flatnonzero(subject.page.line_counts == 0).tolist():
        yield Seen(
            index,
            0.0,
            1.0,
            said("The cue has no text."),
            said("A subtitle that shows nothing is a slip."),
        )
