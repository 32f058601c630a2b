"""Encoded sound kept under the hash of all that is heard, so that a re-export encodes none."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import av
from av.audio.stream import AudioStream as AvAudio

from studio.burn.edit.clip import SOUND_RATE
from studio.burn.pieces.segments import store

# Half an hour at 256 kbit/s. More would be held in memory, and would drive pieces of films out.
_LARGEST = 64_000_000


@dataclass(frozen=True, slots=True)
class SoundPacket:
    """An encoded stretch of sound: `pts` and `duration` in samples."""

    pts: int
    duration: int
    data: bytes

    def packet(self, stream: AvAudio) -> av.Packet[Any]:
        """Ready to be written to `stream`."""
        packet: av.Packet[Any] = av.Packet(self.data)
        packet.pts = packet.dts = self.pts
        packet.duration = self.duration
        packet.time_base = Fraction(1, SOUND_RATE)
        packet.is_keyframe = True
        packet.stream = stream
        return packet


class SoundStore:
    """The packets of one sound under `key`; "" is that of a sound that cannot be known again."""

    def __init__(self, key: str) -> None:
        self._key = key
        self._made: list[SoundPacket] = []
        self._size = 0

    def known(self) -> Iterator[SoundPacket] | None:
        """The packets in order, None where they are not there."""
        data = store().get(self._key) if self._key else None
        return _unpacked(data) if data is not None else None

    def add(self, packet: SoundPacket) -> None:
        """One more packet of a sound that is being encoded."""
        self._size += len(packet.data)
        if self._key and self._size <= _LARGEST:
            self._made.append(packet)

    def keep(self) -> None:
        """All of it was added: keep it."""
        if self._key and self._size <= _LARGEST:
            table = [[one.pts, one.duration, len(one.data)] for one in self._made]
            head = json.dumps(table).encode()
            body = b"".join(one.data for one in self._made)
            store().put(self._key, struct.pack("<I", len(head)) + head + body)
        self._made.clear()


def _unpacked(data: bytes) -> Iterator[SoundPacket]:
    (length,) = struct.unpack_from("<I", data)
    place = 4 + length
    for pts, duration, size in json.loads(data[4:place]):
        yield SoundPacket(pts, duration, data[place : place + size])
        place += size
