"""How loud a sound is: integrated loudness, range and true peak, by libavfilter's ebur128."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.audio.stream import AudioStream as AvAudio
from av.filter import Graph

from studio.burn.sound.samples import Floats
from studio.core.errors import CannotRead
from studio.core.progress import SILENT, Progress
from studio.core.said import said
from studio.media.opening import open_media
from studio.media.portable import portable_arithmetic

# What EBU R 128's gate takes for silence, in LUFS; ebur128 says it of a sound without any loudness.
_SILENT = -70.0


@dataclass(frozen=True, slots=True)
class Loudness:
    """`integrated` in LUFS (−70 for silence), `range` in LU, `peak` the true peak in dBTP.

    `short_term` is that of the loudest three seconds, in LUFS (−70 at the least).
    """

    integrated: float
    range: float
    peak: float
    short_term: float = _SILENT

    @property
    def is_silent(self) -> bool:
        """Whether there is nothing that a gain could bring anywhere."""
        return self.integrated <= _SILENT


class FilterChain:
    """Filters of libavfilter, one behind the other, for blocks of samples (n, channels)."""

    def __init__(self, layout: str, rate: int, filters: Iterable[tuple[str, str]]) -> None:
        self._layout, self._rate = layout, rate
        self._graph = Graph()
        # One thread: the same sums in the same order everywhere.
        self._graph.threads = 1
        source = self._graph.add_abuffer(
            sample_rate=rate, format="flt", layout=layout, time_base=Fraction(1, rate)
        )
        made = [self._graph.add(name, told) for name, told in filters]
        self._graph.link_nodes(source, *made, self._graph.add("abuffersink"))
        with portable_arithmetic():
            self._graph.configure()
        self._at = 0

    def take(self, block: Floats | None) -> Iterator[AudioFrame]:
        """What comes out when `block` goes in; None for what is left inside."""
        if block is None:
            self._graph.push(None)
        elif len(block):
            data = np.ascontiguousarray(block, dtype=np.float32).reshape(1, -1)
            frame = AudioFrame.from_ndarray(data, format="flt", layout=self._layout)
            frame.sample_rate = self._rate
            frame.time_base = Fraction(1, self._rate)
            frame.pts = self._at
            self._at += len(block)
            self._graph.push(frame)
        while True:
            try:
                made = self._graph.pull()
            except (BlockingIOError, EOFError):
                return
            if isinstance(made, AudioFrame):
                yield made


class Meter:
    """Measures a sound block by block; `layout` is FFmpeg's name of its channels."""

    def __init__(self, layout: str, rate: int) -> None:
        self._chain = FilterChain(layout, rate, [("ebur128", "metadata=1:peak=true")])
        self._told: dict[str, str] = {}
        self._peak = 0.0
        self._short_term = _SILENT

    def take(self, block: Floats) -> None:
        """The next (n, channels), -1 to 1."""
        self._read(block)

    def finished(self) -> Loudness:
        """What was measured; the meter takes no more."""
        self._read(None)
        peak = 20 * math.log10(self._peak) if self._peak > 0 else -math.inf
        return Loudness(
            float(self._told.get("lavfi.r128.I", _SILENT)),
            float(self._told.get("lavfi.r128.LRA", 0.0)),
            round(peak, 2),
            self._short_term,
        )

    def _read(self, block: Floats | None) -> None:
        for frame in self._chain.take(block):
            told = frame.metadata
            # Frames that end before the next reading is due say nothing.
            if "lavfi.r128.I" in told:
                self._told = told
                self._peak = max(self._peak, float(told.get("lavfi.r128.true_peak", 0.0)))
                short_term = float(told.get("lavfi.r128.S", _SILENT))
                self._short_term = max(self._short_term, short_term)


def samples_of(frame: AudioFrame, channels: int) -> Floats:
    """The (n, channels) of a frame in packed floats."""
    return frame.to_ndarray().reshape(-1, channels).astype(np.float32, copy=False)


def loudness_in(path: Path, progress: Progress = SILENT) -> tuple[Loudness, ...]:
    """The loudness of each sound track of a file, decoded as a player does. Raises CannotRead."""
    with open_media(path) as container:
        indexes = [stream.index for stream in container.streams.audio]
    return tuple(_measured(path, index, progress) for index in indexes)


def _measured(path: Path, index: int, progress: Progress) -> Loudness:
    with open_media(path) as container:
        stream = container.streams[index]
        assert isinstance(stream, AvAudio)
        context = stream.codec_context
        layout, rate = context.layout.name, context.sample_rate
        meter = Meter(layout, rate)
        plain = AudioResampler(format="flt", layout=layout, rate=rate)
        try:
            for frame in container.decode(stream):
                progress.report(0.0, said("Measuring the sound"))
                for part in plain.resample(frame):
                    meter.take(samples_of(part, part.layout.nb_channels))
        except av.error.FFmpegError as error:
            raise CannotRead(
                said("The sound of {path} cannot be measured: {error}.", path=path, error=error),
                hint=said("Export it again."),
            ) from error
    return meter.finished()
