"""Segments made: from the store where they are known, else painted and encoded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

import av

from studio.burn.encoder import Encoding, cannot_encode, open_encoder
from studio.burn.engine import VideoClip
from studio.burn.form import Form
from studio.burn.painting import Painter
from studio.burn.room import Room
from studio.burn.segments import Packet, Piece, Segment
from studio.core.errors import CannotRead
from studio.core.progress import Progress
from studio.core.said import said
from studio.core.time import round_half_up
from studio.media.cache import Cache


class PieceMaker:
    """Makes the pieces of one delivery; `kept` counts those that the store already had."""

    def __init__(
        self, clip: VideoClip, form: Form, encoding: Encoding, store: Cache, room: Room
    ) -> None:
        self._clip = clip
        self._form = form
        self._encoding = encoding
        self._store = store
        self._room = room
        self._painter = Painter(form)
        self.kept = 0

    def piece(self, segment: Segment, progress: Progress) -> Piece:
        """The segment's pictures, encoded. Raises ToolFailed, CannotRead."""
        known = self._store.get(segment.key) if segment.key else None
        if known is not None:
            self.kept += 1
            return Piece.unpack(known)
        made = self._encoded(segment, progress)
        if segment.key:
            packed = made.pack()
            if self._room.may_keep(len(packed)):
                self._store.put(segment.key, packed)
        return made

    def _encoded(self, segment: Segment, progress: Progress) -> Piece:
        context = open_encoder(self._encoding)
        packets: list[Packet] = []
        length = segment.stop - segment.start
        try:
            for seconds, picture in self._pictures(segment):
                progress.report(float((seconds - segment.start) / length))
                picture.pts = round_half_up((seconds - segment.start) / self._form.time_base)
                picture.time_base = self._form.time_base
                # Left to the encoder: the decoder's choice would force its own.
                picture.pict_type = 0
                packets += [_packet(packet) for packet in context.encode(picture)]
            packets += [_packet(packet) for packet in context.encode(None)]
        except av.error.FFmpegError as error:
            raise cannot_encode(self._encoding, error) from error
        if not packets:
            raise CannotRead(
                said("The film has no picture from {start:.3f} s on.", start=float(segment.start)),
                hint=said("The film may be damaged; export it again."),
            )
        early = segment.start - segment.stretch.start
        weak = (replace(one, seconds=one.seconds - early) for one in self._painter.weak())
        return Piece(context.extradata or b"", tuple(packets), tuple(weak))

    def _pictures(self, segment: Segment) -> Iterator[tuple[Fraction, av.VideoFrame]]:
        part = segment.stretch
        film = part.lowered
        if self._form.rate is None:
            if film is not None:
                yield from self._painter.walk(film, segment.start, segment.stop)
            return
        rate = self._form.rate
        for number in range(rate.nearest_frame(segment.start), rate.nearest_frame(segment.stop)):
            seconds = rate.seconds(number)
            if film is not None:
                yield seconds, self._painter.at(film, seconds - part.start)
            else:
                yield seconds, self._painter.asked(self._clip, seconds)


def _packet(packet: av.Packet[av.VideoStream]) -> Packet:
    return Packet(packet.pts or 0, packet.is_keyframe, bytes(packet))
