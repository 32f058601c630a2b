"""A film's sound: its samples for playing, its peaks for drawing."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from fractions import Fraction
from types import TracebackType

import av
import numpy as np
import numpy.typing as npt
from av.audio.frame import AudioFrame
from av.audio.layout import AudioLayout
from av.audio.resampler import AudioResampler
from av.audio.stream import AudioStream as AvAudio
from av.container import InputContainer
from av.packet import Packet
from av.stream import Stream

from studio.core.errors import BadValue, CannotRead
from studio.core.progress import SILENT, Progress
from studio.core.said import said
from studio.core.time import round_half_up
from studio.media.cache import default_cache, key_of
from studio.media.film import Film
from studio.media.identity import check_unchanged
from studio.media.opening import open_media
from studio.media.packets import packets_of

Samples = npt.NDArray[np.float32]

PER_SECOND = 100
"""Peaks a second, unless another number is asked for."""

_VERSION = 1
# Codecs need sound before the wanted one to give it whole (MP3's reservoir is the longest).
_RUN_IN = Fraction(1)
# Times in containers are rounded, those of Vorbis off by up to 21 ms (its blocks change length);
# only a larger step than this is a gap or an overlap.
_SLACK = Fraction(3, 50)
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
        for packet in _packets(container, stream):
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
        self._film, self._index = film, _track(film, track)
        self._rate, self._per_second = film.audio[track].rate, per_second
        self._made = np.zeros((max(1, -(-film.duration * per_second // 1)), 2), np.float32)
        self._line: _Line | None = None
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
        stream = _stream(self._film, container, self._index)
        self._line = _Line(self._film, stream, (self._rate, "mono"))
        return stream

    def take(self, packet: Packet[Stream]) -> None:
        """The next packet of the stream that `stream_in` gave; what is damaged stays silent."""
        if self._line is not None:
            for frame in _decoded(packet):
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
    millisecond. Use it in one thread, in a `with` block. Raises CannotRead.
    """

    def __init__(
        self, film: Film, rate: int = 48000, *, track: int = 0, layout: str = "stereo"
    ) -> None:
        if not 1000 <= rate <= 384_000:
            raise BadValue(
                said("A sound rate of {rate} is out of bounds (1000 to 384000).", rate=rate)
            )
        self.film = film
        self.rate = rate
        self._layout = AudioLayout(layout)
        self._held: deque[tuple[int, Samples]] = deque()
        self._source: Iterator[tuple[int, Samples]] = iter(())
        self._stream = _track(film, track) if film.audio else None
        self._container: InputContainer | None = None
        if self._stream is not None:
            check_unchanged(film)
            self._source = self._from(Fraction(0))

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
        return _blocks(
            self.film, self._container, self._stream, (self.rate, self._layout.name), begin
        )


def _track(film: Film, track: int) -> int:
    if not 0 <= track < len(film.audio):
        raise BadValue(
            said("{film} has no sound track {track}.", film=film.path, track=track),
            hint=said("It has {number}.", number=len(film.audio)),
        )
    return film.audio[track].index


def _stream(film: Film, container: InputContainer, index: int) -> AvAudio:
    stream = container.streams[index]
    if not isinstance(stream, AvAudio) or not stream.time_base:
        raise CannotRead(
            said("{film} has changed.", film=film.path), hint=said("Open the film again.")
        )
    return stream


def _blocks(
    film: Film,
    container: InputContainer,
    index: int,
    form: tuple[int, str],
    start: Fraction | None,
) -> Iterator[tuple[int, Samples]]:
    """(number of the first sample from the first frame on, samples (n, channels)) in order.

    From shortly before `start` seconds, or from the beginning.
    """
    stream = _stream(film, container, index)
    line = _Line(film, stream, form)
    if start is not None:
        _seek(container, stream, start - _RUN_IN + line.zero)
    for packet in _packets(container, stream):
        for frame in _decoded(packet):
            yield from line.blocks(frame)
    yield from line.blocks(None)


class _Line:
    """Puts sound frames, as they are decoded, where they stand; `form` is (rate, layout)."""

    def __init__(self, film: Film, stream: AvAudio, form: tuple[int, str]) -> None:
        self.zero = film.video.first_pts * film.video.time_base
        self._base = Fraction(stream.time_base or 1)
        self._rate = form[0]
        self._mixer = _Mixer(*form)
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


class _Mixer:
    """Sound frames of whatever form as samples of one rate and layout."""

    def __init__(self, rate: int, layout: str) -> None:
        self._rate = rate
        self._layout = layout
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
            if self._form not in ((), form):
                blocks += map(_samples, self._resampler.resample(None))
                self._resampler = self._new()
            self._form = form
        elif not self._form:
            return blocks
        blocks += map(_samples, self._resampler.resample(frame))
        return blocks


def _samples(frame: AudioFrame) -> Samples:
    return frame.to_ndarray().reshape(frame.samples, -1).astype(np.float32, copy=False)


def _seek(container: InputContainer, stream: AvAudio, seconds: Fraction) -> None:
    try:
        container.seek(int(seconds / Fraction(stream.time_base or 1)), stream=stream)
    except av.error.FFmpegError:
        # A container without an index is read from its beginning.
        container.seek(0)


def _packets(container: InputContainer, stream: AvAudio) -> Iterator[Packet[Stream]]:
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


def _decoded(packet: Packet[Stream]) -> list[AudioFrame]:
    """The sound frames of `packet`; what is damaged is left out and stays silent."""
    stream = packet.stream
    if not isinstance(stream, AvAudio):
        return []
    try:
        return stream.codec_context.decode(packet)
    except (EOFError, av.error.FFmpegError):
        return []
