"""A film's sound: its samples for playing, its peaks for drawing."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import nullcontext, suppress
from fractions import Fraction
from types import TracebackType

import av
import numpy as np
from av.audio.layout import AudioLayout
from av.audio.stream import AudioStream as AvAudio
from av.container import InputContainer
from av.packet import Packet
from av.stream import Stream

from studio.core.errors import BadValue
from studio.core.progress import SILENT, Progress
from studio.core.said import said
from studio.core.time import round_half_up
from studio.media.cache import default_cache, key_of
from studio.media.film import Film
from studio.media.identity import check_unchanged
from studio.media.opening import open_media
from studio.media.portable import portable_arithmetic
from studio.media.sound_line import (
    Line,
    Opening,
    Samples,
    audio_stream,
    decoded_sound,
    sound_packets,
    track_index,
)

PER_SECOND = 100
"""Peaks a second, unless another number is asked for."""

_VERSION = 1
# Codecs need sound before the wanted one to give it whole (MP3's reservoir is the longest).
_RUN_IN = Fraction(1)
# Seconds that are read on rather than jumped over, and kept behind.
_WALK = 5
_BACK = 2
_MAX_SAMPLES = 48000 * 60 * 30


def peaks(
    film: Film, per_second: int = PER_SECOND, progress: Progress = SILENT, *, track: int = 0
) -> Samples:
    """(n, 2): lowest and highest sample of the mono mix, -1 to 1, `per_second` times a second.

    Row k covers the k-th part from the first frame on; n covers the film's duration. (0, 2) for a
    film without sound. Kept in the cache. Raises CannotRead.
    """
    if not film.audio:
        return np.zeros((0, 2), np.float32)
    made = PeakMaker(film, per_second, track)
    known = made.kept()
    if known is not None:
        return known
    check_unchanged(film)
    with open_media(film.path) as container:
        stream = made.stream_in(container)
        for packet in sound_packets(container, stream):
            progress.report(made.share, said("Reading sound"))
            made.take(packet)
    progress.report(1.0)
    return made.finished()


class PeakMaker:
    """Makes the peaks of one track from its packets, all of them and in order.

    Whoever reads a film for its pictures hands them over as they come by, and so need not read it
    twice. Use it in one thread at a time. Raises BadValue for a track that the film does not have.
    """

    def __init__(self, film: Film, per_second: int = PER_SECOND, track: int = 0) -> None:
        self._film, self._index = film, track_index(film, track)
        self._rate, self._per_second = film.audio[track].rate, per_second
        self._made = np.zeros((max(1, -(-film.duration * per_second // 1)), 2), np.float32)
        self._line: Line | None = None
        self._waiting: list[Samples] = []
        self._start = self._next = 0

    @property
    def share(self) -> float:
        """How far it has come, 0 to 1."""
        return min(1.0, max(0, self._next) * self._per_second / self._rate / len(self._made))

    def kept(self) -> Samples | None:
        """What the cache holds of it."""
        known = default_cache().get(self._key())
        if known is None or len(known) != len(self._made) * 8:
            return None
        return np.frombuffer(known, "<f4").reshape(-1, 2).copy()

    def stream_in(self, container: InputContainer) -> AvAudio:
        """The stream whose packets are wanted. Raises CannotRead when the film has changed."""
        stream = audio_stream(self._film, container, self._index)
        self._line = Line(self._film, stream, (self._rate, "mono"))
        return stream

    def take(self, packet: Packet[Stream]) -> None:
        """The next packet of the stream that `stream_in` gave; what is damaged stays silent."""
        if self._line is not None:
            for frame in decoded_sound(packet):
                self._put(self._line.blocks(frame))

    def finished(self) -> Samples:
        """The peaks, and the cache has them."""
        if self._line is not None:
            self._put(self._line.blocks(None))
            self._lower()
            self._line = None
        default_cache().put(self._key(), self._made.astype("<f4").tobytes())
        return self._made

    def _put(self, blocks: Sequence[tuple[int, Samples]]) -> None:
        for start, block in blocks:
            if start != self._next or self._next - self._start >= self._rate:
                self._lower()
                self._start = start
            self._waiting.append(block[:, 0])
            self._next = start + len(block)

    def _lower(self) -> None:
        # A second at a time: frames of sound are short, and each would cost as much.
        if self._waiting:
            parts = Fraction(self._per_second, self._rate)
            _lower(self._made, self._start, np.concatenate(self._waiting), parts)
            self._waiting = []

    def _key(self) -> str:
        film = self._film
        first = film.video.first_pts
        return key_of("peaks", _VERSION, film.sha256, self._index, first, self._per_second)


def _lower(made: Samples, start: int, block: Samples, parts: Fraction) -> None:
    """Take `block`, whose first sample has the number `start`, into the rows it belongs to."""
    if start < 0:
        block, start = block[-start:], 0
    if not len(block):
        return
    numbers = np.arange(start, start + len(block), dtype=np.int64)
    rows = numbers * parts.numerator // parts.denominator
    borders = np.flatnonzero(np.diff(rows, prepend=rows[0] - 1))
    inside = rows[borders] < len(made)
    into = rows[borders][inside]
    low = np.minimum.reduceat(block, borders)[inside]
    high = np.maximum.reduceat(block, borders)[inside]
    made[into, 0] = np.minimum(made[into, 0], low)
    made[into, 1] = np.maximum(made[into, 1], high)


def pcm(
    film: Film, start: Fraction, stop: Fraction, rate: int = 48000, *, track: int = 0
) -> Samples:
    """(n, 2) stereo samples, -1 to 1, from `start` to `stop` seconds; see `SoundReader.read`."""
    with SoundReader(film, rate, track=track) as reader:
        return reader.read(start, stop)


class SoundReader:
    """Reads one sound track, in stereo or in `layout` (FFmpeg's name of one); spans read one after
    the other join without a seam.

    After a jump the sound stands where the container's times say, which some round to a
    millisecond. `portable`: the same samples on every processor, for what is delivered. Use it in
    one thread, in a `with` block. Raises CannotRead.
    """

    def __init__(
        self,
        film: Film,
        rate: int = 48000,
        *,
        track: int = 0,
        layout: str = "stereo",
        portable: bool = False,
    ) -> None:
        if not 1000 <= rate <= 384_000:
            raise BadValue(
                said("A sound rate of {rate} is out of bounds (1000 to 384000).", rate=rate)
            )
        self.film = film
        self.rate = rate
        self._layout = AudioLayout(layout)
        self._opening: Opening = portable_arithmetic if portable else nullcontext
        self._held: deque[tuple[int, Samples]] = deque()
        # Opened when it is first read.
        self._source: Iterator[tuple[int, Samples]] | None = None
        self._stream = track_index(film, track) if film.audio else None
        self._container: InputContainer | None = None
        if self._stream is not None:
            check_unchanged(film)

    def __enter__(self) -> SoundReader:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the file go."""
        self._held.clear()
        self._source = iter(())
        if self._container is not None:
            self._container.close()

    def read(self, start: Fraction, stop: Fraction) -> Samples:
        """(n, 2) samples, -1 to 1, from `start` to `stop` seconds from the first frame.

        Another layout has as many columns as channels. n is exactly round(stop × rate) -
        round(start × rate); where there is no sound there is silence. Raises BadValue for a span
        over 30 minutes.
        """
        first, last = round_half_up(start * self.rate), round_half_up(stop * self.rate)
        if not 0 <= last - first <= _MAX_SAMPLES:
            raise BadValue(
                said(
                    "Sound from {start:.1f} s to {stop:.1f} s is out of bounds.",
                    start=float(start),
                    stop=float(stop),
                )
            )
        made = np.zeros((last - first, self._layout.nb_channels), np.float32)
        if last > first:
            for number, block in self._reach(first, last):
                begin, end = max(number, first), min(number + len(block), last)
                if begin < end:
                    made[begin - first : end - first] = block[begin - number : end - number]
        return made

    def _reach(self, first: int, last: int) -> Sequence[tuple[int, Samples]]:
        """What is held of the samples from `first` to `last`, after reading on or jumping."""
        at = self._held[-1][0] + len(self._held[-1][1]) if self._held else 0
        begins = self._held[0][0] if self._held else 0
        if first < begins or first > at + _WALK * self.rate:
            self._held.clear()
            self._source = self._from(Fraction(first, self.rate))
            at = first - 1
        if self._source is None:
            self._source = self._from(Fraction(0))
        while at < last and (block := next(self._source, None)) is not None:
            self._held.append(block)
            at = block[0] + len(block[1])
            while len(self._held) > 1 and self._held[1][0] < first - _BACK * self.rate:
                self._held.popleft()
        return self._held

    def _from(self, start: Fraction) -> Iterator[tuple[int, Samples]]:
        if self._stream is None:
            return iter(())
        begin = start if start > _RUN_IN else None
        if self._container is None or begin is None:
            # Opened again rather than sought: a codec's priming lies before the first time.
            self.close()
            self._container = open_media(self.film.path)
        stream = audio_stream(self.film, self._container, self._stream)
        # What cannot be opened stays silent, as what cannot be decoded does.
        with self._opening(), suppress(av.error.FFmpegError):
            stream.codec_context.open(strict=False)
        form = (self.rate, self._layout.name)
        return _blocks(self._container, stream, Line(self.film, stream, form, self._opening), begin)


def _blocks(
    container: InputContainer, stream: AvAudio, line: Line, start: Fraction | None
) -> Iterator[tuple[int, Samples]]:
    """(number of the first sample from the first frame on, samples (n, channels)) in order.

    From shortly before `start` seconds, or from the beginning.
    """
    if start is not None:
        _seek(container, stream, start - _RUN_IN + line.zero)
    for packet in sound_packets(container, stream):
        for frame in decoded_sound(packet):
            yield from line.blocks(frame)
    yield from line.blocks(None)


def _seek(container: InputContainer, stream: AvAudio, seconds: Fraction) -> None:
    try:
        container.seek(int(seconds / Fraction(stream.time_base or 1)), stream=stream)
    except av.error.FFmpegError:
        # A container without an index is read from its beginning.
        container.seek(0)
