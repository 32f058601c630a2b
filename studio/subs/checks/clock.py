"""Times of many cues in frames of the film, or in milliseconds where its rate is not known."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

import numpy as np

from studio.core.time import FrameRate, round_half_up
from studio.subs.checks.base import Subject
from studio.subs.checks.page import Numbers

_ROOM = 1 << 62


def framed(times: Numbers, rate: FrameRate | None) -> Numbers:
    """The frames nearest to times in ms, halves going up; the times themselves without a rate.

    The same rule as `core.time.visible_frames`, for all at once.
    """
    if rate is None:
        return times
    twice, whole = 2 * rate.value.numerator, 1000 * rate.value.denominator
    most = int(np.abs(times).max(initial=0))
    if most * twice + whole < _ROOM and 2 * whole < _ROOM:
        return (times * twice + whole) // (2 * whole)
    made = [(time * twice + whole) // (2 * whole) for time in times.tolist()]
    return np.array(made, np.int64)


def frame_of(time: int, rate: FrameRate) -> int:
    """The frame nearest to a time in ms."""
    return rate.nearest_frame(Fraction(time, 1000))


def time_of(frame: int, rate: FrameRate) -> int:
    """The whole millisecond nearest to where a frame starts; it falls on that frame again."""
    return round_half_up(rate.seconds(frame) * 1000)


@lru_cache(maxsize=256)
def scaled(frames: int, rate: FrameRate) -> int:
    """Frames at 24 a second as frames that take as long at another rate: 12 are 15 at 30.

    Rates as 24000/1001 count as the whole number that a timecode counts.
    """
    return round_half_up(Fraction(frames * rate.nominal, 24))


def chain_of(subject: Subject) -> tuple[int, int]:
    """The shortest and longest gap in frames that is to be closed; (0, 0) for none, or where the
    rate is not known."""
    low, high = subject.timing.chain_frames
    if not high or subject.rate is None:
        return 0, 0
    # All below the pause that begins a frame later: 12 frames at 24 are 15 at 30.
    return low, scaled(high + 1, subject.rate) - 1
