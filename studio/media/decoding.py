"""A stream's packets turned into pictures with their times; damage is counted, not fatal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import av
from av.stream import Stream
from av.video.codeccontext import VideoCodecContext
from av.video.stream import VideoStream

from studio.core.processors import worker_count
from studio.media.opening import MAX_PIXELS
from studio.media.packets import Source, packets_of

# FFmpeg's own VP8 and VP9 decoders leave the alpha plane out.
_WITH_ALPHA = {"vp8": "libvpx", "vp9": "libvpx-vp9"}
_MAX_THREADS = 8


def decoder_of(stream: VideoStream) -> VideoCodecContext:
    """The decoder to read `stream` with, bounded in picture size.

    The number of threads follows the machine; what is decoded does not depend on it, but for
    damaged pictures: what FFmpeg puts into their holes does.
    """
    own = stream.codec_context
    name = _WITH_ALPHA.get(own.name, "")
    if stream.metadata.get("alpha_mode") == "1" and name in av.codecs_available:
        made = av.CodecContext.create(name, "r")
        assert isinstance(made, VideoCodecContext)
        made.extradata = own.extradata
        own = made
    own.options = {**own.options, "max_pixels": str(MAX_PIXELS)}
    if not own.is_open:
        own.thread_type = "AUTO"
        own.thread_count = min(_MAX_THREADS, worker_count())
    return own


@dataclass(slots=True)
class Pictures:
    """The pictures of `stream` from where `container` stands, in order of time.

    `after_seek` leaves out what comes before the first key picture's time: it may refer to pictures
    before the seek. `damaged` counts packets and pictures that could not be decoded whole.
    Before the PTS `hurry`, pictures that no other refers to are left out: that takes a third less.
    """

    container: Source
    stream: VideoStream
    decoder: VideoCodecContext
    after_seek: bool = False
    hurry: int | None = None
    damaged: int = 0

    def __iter__(self) -> Iterator[tuple[int, av.VideoFrame]]:
        """(PTS, picture); a picture that does not come after the one before is left out."""
        floor: int | None = None
        last: int | None = None
        waiting = self.after_seek
        for packet in self._packets():
            if waiting and packet is not None and packet.is_keyframe and packet.size:
                floor = packet.pts if packet.pts is not None else packet.dts
                waiting = False
            for frame in self._decoded(packet):
                stamp = frame.pts if frame.pts is not None else frame.dts
                if stamp is None:
                    # Neither the container nor the codec says: one tick after the one before.
                    stamp = 0 if last is None else last + 1
                if (last is None or stamp > last) and (floor is None or stamp >= floor):
                    last = stamp
                    yield stamp, frame

    def _packets(self) -> Iterator[av.Packet[Stream] | None]:
        try:
            yield from packets_of(self.container, self.stream)
        except av.error.FFmpegError:
            # The rest of the file cannot be read; what the decoder still holds can.
            self.damaged += 1
            yield None

    def _set_pace(self, packet: av.Packet[Stream] | None) -> None:
        if self.hurry is None:
            return
        before = packet is not None and packet.pts is not None and packet.pts < self.hurry
        self.decoder.skip_frame = "NONREF" if before else "DEFAULT"
        if packet is None or (packet.dts is not None and packet.dts >= self.hurry):
            self.hurry = None

    def _decoded(self, packet: av.Packet[Stream] | None) -> list[av.VideoFrame]:
        try:
            if packet is not None and packet.size == 0:
                packet = None
            self._set_pace(packet)
            frames = self.decoder.decode(packet)
        except EOFError:
            return []
        except av.error.FFmpegError:
            self.damaged += 1
            return []
        self.damaged += sum(frame.is_corrupt for frame in frames)
        return frames
