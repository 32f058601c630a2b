"""Sound as it is decoded, put where it stands in the film: samples of one rate and layout."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from fractions import Fraction

import av
import numpy as np
import numpy.typing as npt
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.audio.stream import AudioStream as AvAudio
from av.container import InputContainer
from av.packet import Packet
from av.stream import Stream

from studio.core.errors import BadValue, CannotRead
from studio.core.said import said
from studio.core.time import round_half_up
from studio.media.film import Film
from studio.media.packets import packets_of

Samples = npt.NDArray[np.float32]
Opening = Callable[[], AbstractContextManager[None]]
"""In what a codec or a filter is opened: `portable_arithmetic`, or nothing."""

# Times in containers are rounded, those of Vorbis off by up to 21 ms (its blocks change length);
# only a larger step than this is a gap or an overlap.
_SLACK = Fraction(3, 50)


def track_index(film: Film, track: int) -> int:
    """The number of the stream that is the film's sound track `track`. Raises BadValue."""
    if not 0 <= track < len(film.audio):
        raise BadValue(
            said("{film} has no sound track {track}.", film=film.path, track=track),
            hint=said("It has {number}.", number=len(film.audio)),
        )
    return film.audio[track].index


def audio_stream(film: Film, container: InputContainer, index: int) -> AvAudio:
    """The stream, as the film was probed. Raises CannotRead where the file has changed."""
    stream = container.streams[index]
    if not isinstance(stream, AvAudio) or not stream.time_base:
        raise CannotRead(
            said("{film} has changed.", film=film.path), hint=said("Open the film again.")
        )
    return stream


class Line:
    """Puts sound frames, as they are decoded, where they stand; `form` is (rate, layout)."""

    def __init__(
        self,
        film: Film,
        stream: AvAudio,
        form: tuple[int, str],
        opening: Opening = nullcontext,
    ) -> None:
        self.zero = film.video.first_pts * film.video.time_base
        self._base = Fraction(stream.time_base or 1)
        self._rate = form[0]
        self._mixer = Mixer(*form, opening)
        self._at: int | None = None

    def blocks(self, frame: AudioFrame | None) -> list[tuple[int, Samples]]:
        """(number of the first sample, samples) of what comes out; None for what is left inside."""
        if frame is not None and frame.pts is not None:
            meant = round_half_up((frame.pts * self._base - self.zero) * self._rate)
            if self._at is None or abs(meant - self._at) > _SLACK * self._rate:
                self._at = meant
        found = []
        for block in self._mixer.mix(frame):
            at = self._at or 0
            found.append((at, block))
            self._at = at + len(block)
        return found


class Mixer:
    """Sound frames of whatever form as samples of one rate and layout."""

    def __init__(self, rate: int, layout: str, opening: Opening = nullcontext) -> None:
        self._rate = rate
        self._layout = layout
        self._opening = opening
        self._form: tuple[object, ...] = ()
        self._resampler = self._new()

    def _new(self) -> AudioResampler:
        return AudioResampler(format="flt", layout=self._layout, rate=self._rate)

    def mix(self, frame: AudioFrame | None) -> list[Samples]:
        """(n, channels) blocks; None for what is still inside."""
        blocks: list[Samples] = []
        if frame is not None:
            # Broadcasts change from 5.1 to stereo and back; a resampler takes one form only.
            form = (frame.format.name, frame.layout.name, frame.sample_rate)
            if self._form != form:
                if self._form:
                    blocks += map(_samples, self._resampler.resample(None))
                    self._resampler = self._new()
                self._form = form
                # Its filters are set up by the first frame.
                with self._opening():
                    return [*blocks, *map(_samples, self._resampler.resample(frame))]
        elif not self._form:
            return blocks
        blocks += map(_samples, self._resampler.resample(frame))
        return blocks


def _samples(frame: AudioFrame) -> Samples:
    return frame.to_ndarray().reshape(frame.samples, -1).astype(np.float32, copy=False)


def sound_packets(container: InputContainer, stream: AvAudio) -> Iterator[Packet[Stream]]:
    """The packets of `stream`, to the end or to where the file cannot be read on."""
    packets = packets_of(container, stream)
    while True:
        try:
            packet = next(packets, None)
        except av.error.FFmpegError:
            return
        if packet is None:
            return
        yield packet


def decoded_sound(packet: Packet[Stream]) -> list[AudioFrame]:
    """The sound frames of `packet`; what is damaged is left out and stays silent."""
    stream = packet.stream
    if not isinstance(stream, AvAudio):
        return []
    try:
        return stream.codec_context.decode(packet)
    except (EOFError, av.error.FFmpegError):
        return []
