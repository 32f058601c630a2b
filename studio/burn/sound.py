"""The delivered sound: the film's own packets where they can stay, else samples encoded once."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import av
import numpy as np
import numpy.typing as npt
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream as AvAudio
from av.container import InputContainer, OutputContainer

from studio.burn.clip import SOUND_RATE, FilmSound, SoundFrames
from studio.burn.engine import AudioClip
from studio.burn.finding import Finding
from studio.burn.moments import exact
from studio.burn.preset import SoundSettings
from studio.burn.reel import Reel
from studio.core.errors import CannotRead
from studio.core.said import said
from studio.core.words import counted
from studio.media.film import Film
from studio.media.opening import open_media

_BOTH = ("aac", "mp3", "ac3", "eac3", "alac")
_PCM = ("pcm_s16le", "pcm_s24le", "pcm_s32le", "pcm_s16be", "pcm_s24be")
# What players of each container take without complaint.
COPIED = {
    "mp4": _BOTH,
    "mov": (*_BOTH, *_PCM),
    "mkv": (*_BOTH, *_PCM, "opus", "vorbis", "flac", "dts", "mp2"),
}
# Packets that end this long before the first picture are of no use to a player's run-in.
_BEFORE = Fraction(-1, 5)
_BLOCK = 48_000
_FRAME = 1024
_TICK = Fraction(1, SOUND_RATE)


class Sound(ABC):
    """Where the packets of sound come from, in order of time."""

    findings: tuple[Finding, ...] = ()

    @abstractmethod
    def add_to(self, out: OutputContainer) -> None:
        """Announce the streams; before the first packet of anything is written."""

    @abstractmethod
    def packets(self) -> Iterator[tuple[Fraction, av.Packet[Any]]]:
        """(seconds, packet), ready to be written."""

    @abstractmethod
    def close(self) -> None:
        """Let files go."""


class Copied(Sound):
    """The film's packets as they are, moved so that the first picture stands at 0."""

    def __init__(self, film: Film, tracks: tuple[int, ...], duration: Fraction) -> None:
        self._film = film
        self._tracks = tracks
        self._duration = duration
        self._into: dict[int, AvAudio] = {}
        self._container: InputContainer | None = None

    def add_to(self, out: OutputContainer) -> None:
        self._container = open_media(self._film.path)
        for index in self._tracks:
            stream = self._container.streams[index]
            if isinstance(stream, AvAudio):
                made = out.add_stream_from_template(stream)
                if "language" in stream.metadata:
                    made.metadata["language"] = stream.metadata["language"]
                self._into[index] = made

    def packets(self) -> Iterator[tuple[Fraction, av.Packet[Any]]]:
        if self._container is None:
            return
        video = self._film.video
        zero = video.first_pts * video.time_base
        steps = {index: _Steps(stream) for index, stream in self._into.items()}
        streams = [self._container.streams[index] for index in self._tracks]
        for packet in self._demuxed(self._container, streams):
            if packet.pts is None or not packet.size:
                continue
            seconds = packet.pts * Fraction(packet.time_base) - zero
            index = packet.stream_index
            if seconds < _BEFORE or seconds >= self._duration:
                continue
            seconds = steps[index].mend(seconds, Fraction(packet.time_base), packet)
            packet.stream = self._into[index]
            yield seconds, packet

    def _demuxed(self, container: InputContainer, streams: list[Any]) -> Iterator[av.Packet[Any]]:
        try:
            yield from container.demux(streams)
        except av.error.FFmpegError as error:
            raise CannotRead(
                said(
                    "The sound of {film} cannot be read to its end: {error}.",
                    film=self._film.path,
                    error=error,
                ),
                hint=said("The film may be damaged; export it again."),
            ) from error

    def close(self) -> None:
        if self._container is not None:
            self._container.close()


class _Steps:
    """Times of packets that are one codec frame apart, where a container rounded them."""

    def __init__(self, stream: AvAudio) -> None:
        self._rate = stream.codec_context.sample_rate
        self._frame = stream.codec_context.frame_size
        self._next: Fraction | None = None

    def mend(self, seconds: Fraction, tick: Fraction, packet: av.Packet[Any]) -> Fraction:
        """The exact time; the packet's times are set to it, in samples."""
        if self._next is not None and abs(seconds - self._next) <= tick:
            seconds = self._next
        number = round(seconds * self._rate)
        packet.time_base = Fraction(1, self._rate)
        packet.pts = packet.dts = number
        length = self._frame or round((packet.duration or 0) * tick * self._rate)
        packet.duration = length
        self._next = Fraction(number + length, self._rate) if self._frame else None
        return seconds


class Encoded(Sound):
    """The reel's samples, asked of the clip tree and encoded once, in stereo at 48 kHz."""

    def __init__(self, clip: AudioClip, settings: SoundSettings, duration: Fraction) -> None:
        self._clip = clip
        self._settings = settings
        self._samples = round(duration * SOUND_RATE)
        self._stream: AvAudio | None = None

    def add_to(self, out: OutputContainer) -> None:
        stream = out.add_stream(self._settings.codec, rate=SOUND_RATE)
        assert isinstance(stream, AvAudio)
        stream.layout = "stereo"
        stream.time_base = _TICK
        context = stream.codec_context
        context.flags |= av.codec.context.Flags.bitexact
        if self._settings.codec == "aac":
            context.bit_rate = self._settings.bit_rate
        self._stream = stream

    def packets(self) -> Iterator[tuple[Fraction, av.Packet[Any]]]:
        stream = self._stream
        if stream is None:
            return
        for start in range(0, self._samples, _BLOCK):
            block = self._block(start, min(self._samples, start + _BLOCK))
            for frame in self._frames(block, start):
                yield from _timed(stream.encode(frame))
        yield from _timed(stream.encode(None))

    def close(self) -> None:
        self._clip.close()

    def _block(self, first: int, last: int) -> npt.NDArray[np.float64]:
        """(n, 2) samples of the clip; silence after its end."""
        out = np.zeros((last - first, 2))
        length = self._clip.duration
        end = last if length is None else min(last, round(exact(length) * SOUND_RATE))
        if end > first:
            found = np.asarray(self._clip.get_frame(np.arange(first, end) / SOUND_RATE))
            out[: end - first] = found.reshape(end - first, -1)[:, :2]
        return out

    def _frames(self, block: npt.NDArray[np.float64], start: int) -> Iterator[AudioFrame]:
        if self._settings.codec == "aac":
            data = np.ascontiguousarray(block.T.astype(np.float32))
            for place in range(0, data.shape[1], _FRAME):
                part = np.ascontiguousarray(data[:, place : place + _FRAME])
                yield _frame(part, "fltp", start + place)
            return
        deep = self._settings.codec == "pcm_s24le"
        kind, most = (np.int32, 2**31) if deep else (np.int16, 2**15)
        whole = np.clip(np.rint(block * most), -most, most - 1).astype(kind)
        yield _frame(whole.reshape(1, -1), "s32" if deep else "s16", start)


def _timed(packets: list[av.Packet[Any]]) -> Iterator[tuple[Fraction, av.Packet[Any]]]:
    for packet in packets:
        yield (packet.pts or 0) * Fraction(packet.time_base), packet


def _frame(samples: npt.NDArray[Any], layout: str, pts: int) -> AudioFrame:
    frame = AudioFrame.from_ndarray(samples, format=layout, layout="stereo")
    frame.sample_rate = SOUND_RATE
    frame.pts = pts
    frame.time_base = _TICK
    return frame


def sound_of(reel: Reel, container: str) -> Sound | None:
    """The sound of `reel` for a `container` (mp4, mov, mkv); None if it is silent."""
    clip, settings = reel.clip.audio, reel.preset.sound
    if clip is None:
        return None
    film = reel.film
    sound: Sound
    if film is not None and settings.copy and _is_untouched(clip, reel, film):
        tracks = film.audio if settings.all_tracks else film.audio[:1]
        kept = tuple(track.index for track in tracks if track.codec in COPIED[container])
        if kept and kept[0] == film.audio[0].index:
            sound = Copied(film, kept, reel.seconds)
            sound.findings = _left_out(film, len(kept))
            return sound
    sound = Encoded(clip, settings, reel.seconds)
    if film is not None:
        sound.findings = (*_left_out(film, 1), *_mixed_down(film))
    return sound


def _is_untouched(clip: AudioClip, reel: Reel, film: Film) -> bool:
    function = clip.frame_function
    return (
        isinstance(clip, FilmSound)
        and isinstance(function, SoundFrames)
        and function.source.film == film
        and function.since == 0
        and abs(reel.seconds - film.duration) < Fraction(1, 2) / film.video.rate.value
    )


def _left_out(film: Film, kept: int) -> tuple[Finding, ...]:
    missing = len(film.audio) - kept
    if missing < 1:
        return ()
    text = said(
        "{tracks} of {film} beyond the first left out.",
        tracks=counted(missing, "sound track"),
        film=film.path.name,
    )
    return (Finding("sound", "warning", text),)


def _mixed_down(film: Film) -> tuple[Finding, ...]:
    channels = film.audio[0].channels if film.audio else 0
    if channels <= 2:
        return ()
    text = said(
        "The sound of {film} has {channels} channels; it was mixed down to stereo.",
        film=film.path.name,
        channels=channels,
    )
    return (Finding("sound", "warning", text),)
