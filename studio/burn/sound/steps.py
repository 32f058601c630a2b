"""When the packets of a film's sound stand, exactly, where they are copied as they are."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

import av
from av.audio.stream import AudioStream as AvAudio
from av.stream import Stream

# Packets that end this long before the first picture are of no use to a player's run-in.
_BEFORE = Fraction(-1, 5)


class Steps:
    """Times of packets that are one codec frame apart, where a container rounded them.

    Counted in whole units of which a tick, a sample and all limits are multiples: fractions would
    take a second for the sound of ten minutes.
    """

    def __init__(self, own: Stream, into: AvAudio, zero: Fraction, duration: Fraction) -> None:
        tick = Fraction(own.time_base or Fraction(1, 1000))
        self._rate = into.codec_context.sample_rate
        self._frame = into.codec_context.frame_size
        exact = (tick, zero, duration, _BEFORE, Fraction(1, self._rate))
        self._unit = math.lcm(*(one.denominator for one in exact))
        whole = [int(one * self._unit) for one in exact]
        self._tick, self._zero, self._last, self._first, self._sample = whole
        self._time_base = Fraction(1, self._rate)
        self._next: int | None = None

    def mend(self, packet: av.Packet[Any]) -> Fraction | None:
        """The exact time, None outside the film; the packet's times are set to it, in samples."""
        at = (packet.pts or 0) * self._tick - self._zero
        if at < self._first or at >= self._last:
            return None
        if self._next is not None and abs(at - self._next) <= self._tick:
            at = self._next
        number, rest = divmod(at, self._sample)
        if 2 * rest > self._sample or (2 * rest == self._sample and number % 2):
            number += 1
        length = self._frame
        if not length:
            length = round(Fraction((packet.duration or 0) * self._tick, self._sample))
        packet.time_base = self._time_base
        packet.pts = packet.dts = number
        packet.duration = length
        self._next = (number + length) * self._sample if self._frame else None
        return Fraction(at, self._unit)
