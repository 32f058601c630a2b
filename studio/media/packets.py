"""Packets of a container, to its end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import av
from av.stream import Stream


class Source(Protocol):
    """Where packets come from: a container, or what stands before one."""

    def demux(self, *streams: Stream) -> Iterator[av.Packet[Stream]]:
        """The packets of these streams as they lie in the file."""


def packets_of(container: Source, *streams: Stream) -> Iterator[av.Packet[Stream]]:
    """The packets of `streams` from where `container` stands, then an empty one for each.

    Raises av.error.FFmpegError where the file cannot be read on.
    """
    packets = container.demux(*streams)
    while True:
        try:
            packet = next(packets, None)
        except IndexError:
            # PyAV trips over streams that turned up on the way, when all is read already (MPEG-TS).
            return
        if packet is None:
            return
        yield packet
