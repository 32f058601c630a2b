"""In and out of a part of the film."""

from __future__ import annotations

from fractions import Fraction

Marks = tuple[Fraction | None, Fraction | None]


def with_mark(marks: Marks, here: Fraction, *, out: bool) -> Marks:
    """In, or out, at `here`; the same place again takes it away.

    A mark that leaves nothing between the two takes the other one away.
    """
    start, stop = marks
    if out:
        stop = None if stop == here else here
        return (None if start is not None and stop is not None and start >= stop else start), stop
    start = None if start == here else here
    return start, (None if start is not None and stop is not None and start >= stop else stop)
