"""The delivered sound: the film's own packets where they can stay, else samples encoded once."""

from __future__ import annotations

import heapq
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from functools import partial
from typing import Any

import av
import numpy as np
import numpy.typing as npt
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream as AvAudio
from av.container import InputContainer, OutputContainer
from av.stream import Discard

from studio.burn.asked.finding import Finding
from studio.burn.asked.preset import SoundSettings
from studio.burn.edit.clip import SOUND_RATE, FilmSound, SoundFrames
from studio.burn.edit.engine import AudioClip
from studio.burn.edit.reel import Reel
from studio.burn.sound.levelling import Levelled, Levelling, told_of
from studio.burn.sound.samples import ClipSamples, Floats, Samples, Scored, TrackSamples
from studio.burn.sound.steps import Steps
from studio.burn.sound.store import SoundPacket, SoundStore
from studio.core.errors import CannotRead
from studio.core.progress import SILENT, Progress
from studio.core.said import said
from studio.core.words import counted
from studio.media.cache import key_of
from studio.media.film import AudioStream, Film
from studio.media.opening import open_media
from studio.subs.iso639 import quicktime

_BOTH = ("aac", "mp3", "ac3", "eac3", "alac")
_PCM = ("pcm_s16le", "pcm_s24le", "pcm_s32le", "pcm_s16be", "pcm_s24be")
# What players of each container take without complaint.
COPIED = {
    "mp4": _BOTH,
    "mov": (*_BOTH, *_PCM),
    "mkv": (*_BOTH, *_PCM, "opus", "vorbis", "flac", "dts", "mp2"),
}
# Raise when the same sound comes out as other packets.
_VERSION = 2
_BLOCK = 48_000
_FRAME = 1024
_TICK = Fraction(1, SOUND_RATE)


class Sound(ABC):
    """Where the packets of sound come from, in order of time; `tracks` are its numbers."""

    tracks: tuple[int, ...] = (0,)
    findings: tuple[Finding, ...] = ()

    @abstractmethod
    def add_to(self, out: OutputContainer, track: int) -> None:
        """Announce the stream of a track; before the first packet of anything is written."""

    @abstractmethod
    def packets(self) -> Iterator[tuple[Fraction, av.Packet[Any]]]:
        """(seconds, packet), ready to be written."""

    @abstractmethod
    def close(self) -> None:
        """Let files go."""


class Together(Sound):
    """Several sounds in one file, each of them one or more of its tracks."""

    def __init__(self, parts: tuple[Sound, ...], findings: tuple[Finding, ...]) -> None:
        self._parts = parts
        self.tracks = tuple(sorted(track for part in parts for track in part.tracks))
        self.findings = findings

    def add_to(self, out: OutputContainer, track: int) -> None:
        for part in self._parts:
            if track in part.tracks:
                part.add_to(out, track)

    def packets(self) -> Iterator[tuple[Fraction, av.Packet[Any]]]:
        return heapq.merge(*(part.packets() for part in self._parts), key=lambda one: one[0])

    def close(self) -> None:
        for part in self._parts:
            part.close()


class Copied(Sound):
    """The film's packets as they are, moved so that the first picture stands at 0."""

    def __init__(self, film: Film, tracks: tuple[int, ...], duration: Fraction) -> None:
        self._film = film
        self.tracks = tracks
        self._duration = duration
        self._into: dict[int, AvAudio] = {}
        self._container: InputContainer | None = None

    def add_to(self, out: OutputContainer, track: int) -> None:
        if self._container is None:
            self._container = open_media(self._film.path)
        index = self._film.audio[track].index
        stream = self._container.streams[index]
        if isinstance(stream, AvAudio):
            made = out.add_stream_from_template(stream)
            _name(made, self._film.audio[track], out)
            self._into[index] = made

    def packets(self) -> Iterator[tuple[Fraction, av.Packet[Any]]]:
        if self._container is None:
            return
        video = self._film.video
        zero = video.first_pts * video.time_base
        steps = {
            index: Steps(self._container.streams[index], stream, zero, self._duration)
            for index, stream in self._into.items()
        }
        streams = [self._container.streams[index] for index in self._into]
        for stream in self._container.streams:
            if stream.index not in self._into:
                # Otherwise the whole film is read from the disk for its sound.
                stream.discard = Discard.all
        for packet in self._demuxed(self._container, streams):
            if packet.pts is None or not packet.size:
                continue
            index = packet.stream_index
            seconds = steps[index].mend(packet)
            if seconds is not None:
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


class Encoded(Sound):
    """Samples encoded once, at 48 kHz: a track of the film, or what the clip tree sounds like."""

    def __init__(
        self, source: Samples, settings: SoundSettings, duration: Fraction, track: int = 0
    ) -> None:
        self._source = source
        self._settings = settings
        self._samples = round(duration * SOUND_RATE)
        self._stream: AvAudio | None = None
        self.tracks = (track,)

    def add_to(self, out: OutputContainer, track: int) -> None:
        stream = out.add_stream(self._settings.codec, rate=SOUND_RATE)
        assert isinstance(stream, AvAudio)
        stream.layout = self._source.layout
        stream.time_base = _TICK
        context = stream.codec_context
        context.flags |= av.codec.context.Flags.bitexact
        if self._settings.codec == "aac":
            context.bit_rate = self._settings.bits(self._source.channels)
        if self._source.told is not None:
            _name(stream, self._source.told, out)
        self._stream = stream

    def packets(self) -> Iterator[tuple[Fraction, av.Packet[Any]]]:
        stream = self._stream
        if stream is None:
            return
        kept = SoundStore(self._key())
        known = kept.known()
        if known is not None:
            yield from _timed(one.packet(stream) for one in known)
            return
        for packet in self._encoded(stream):
            length = packet.duration or 0
            kept.add(SoundPacket(packet.pts or 0, length, bytes(packet)))
            yield from _timed((packet,))
        kept.keep()

    def _encoded(self, stream: AvAudio) -> Iterator[av.Packet[Any]]:
        for start in range(0, self._samples, _BLOCK):
            block = self._source.block(start, min(self._samples, start + _BLOCK))
            for frame in self._frames(block, start):
                yield from stream.encode(frame)
        yield from stream.encode(None)

    def _key(self) -> str:
        """Under which its packets are kept; "" where it is not known what is heard, or no gain."""
        known = isinstance(self._source, (TrackSamples, Levelled)) and self._source.key
        if not known or self._settings.codec != "aac":
            return ""
        versions = sorted(av.library_versions.items())
        rate = self._settings.bit_rate
        return key_of("sound", _VERSION, known, self._samples, "aac", rate, versions)

    def close(self) -> None:
        self._source.close()

    def _frames(self, block: Floats, start: int) -> Iterator[AudioFrame]:
        layout = self._source.layout
        if self._settings.codec == "aac":
            data = np.ascontiguousarray(block.T.astype(np.float32))
            for place in range(0, data.shape[1], _FRAME):
                part = np.ascontiguousarray(data[:, place : place + _FRAME])
                yield _frame(part, "fltp", layout, start + place)
            return
        deep = self._settings.codec == "pcm_s24le"
        kind, most = (np.int32, 2**31) if deep else (np.int16, 2**15)
        whole = np.clip(np.rint(block * most), -most, most - 1).astype(kind)
        yield _frame(whole.reshape(1, -1), "s32" if deep else "s16", layout, start)


def _name(stream: AvAudio, told: AudioStream, out: OutputContainer) -> None:
    if told.language:
        quick = out.format.name == "mov"
        stream.metadata["language"] = quicktime(told.language) if quick else told.language
    if told.title:
        stream.metadata["title"] = told.title


def _timed(packets: Iterable[av.Packet[Any]]) -> Iterator[tuple[Fraction, av.Packet[Any]]]:
    for packet in packets:
        yield (packet.pts or 0) * Fraction(packet.time_base), packet


def _frame(samples: npt.NDArray[Any], kind: str, layout: str, pts: int) -> AudioFrame:
    frame = AudioFrame.from_ndarray(samples, format=kind, layout=layout)
    frame.sample_rate = SOUND_RATE
    frame.pts = pts
    frame.time_base = _TICK
    return frame


def sound_of(reel: Reel, container: str, progress: Progress = SILENT) -> Sound | None:
    """The sound of `reel` for a `container` (mp4, mov, mkv); None if it is silent.

    A film's tracks that can stay are copied; the others, and all of a trimmed film, are encoded
    from the film with the channels they have, where the preset wants all tracks. Where it asks for
    a loudness each track is measured and brought there. Raises CannotRead.
    """
    clip, settings, film = reel.clip.audio, reel.preset.sound, reel.film
    if clip is None:
        return None
    if isinstance(clip, Scored):
        return _scored(clip, reel, progress)
    since = _cut_from(clip, film)
    if film is None or since is None:
        heard = partial(ClipSamples, clip, lent=True)
        levelling = Levelling(heard, round(reel.seconds * SOUND_RATE), settings)
        mixed = _encoded(reel, ClipSamples(clip), levelling, 0, progress)
        down = _left_out(film, 1) + _mixed_down(film, 1) if film is not None else ()
        mixed.findings = (*down, *mixed.findings)
        return mixed
    whole = (
        since == 0 and abs(reel.seconds - film.duration) < Fraction(1, 2) / film.video.rate.value
    )
    wanted = range(len(film.audio)) if settings.all_tracks else range(1)
    copied = tuple(
        track
        for track in wanted
        if settings.copy
        and whole
        and reel.preset.loudness is None
        and film.audio[track].codec in COPIED[container]
    )
    parts: list[Sound] = [Copied(film, copied, reel.seconds)] if copied else []
    made = [track for track in wanted if track not in copied]
    for track in made:
        opened = partial(TrackSamples, film, track, since, keep=settings.all_tracks)
        known_by = (film.sha256, film.video.first_pts, track, since, settings.all_tracks)
        levelling = Levelling(opened, round(reel.seconds * SOUND_RATE), settings, known_by)
        parts.append(_encoded(reel, opened(), levelling, track, progress))
    down = () if settings.all_tracks or not made else _mixed_down(film, 1)
    told = tuple(one for part in parts for one in part.findings)
    return Together(tuple(parts), (*_left_out(film, len(wanted)), *down, *told))


def _encoded(
    reel: Reel,
    source: Samples,
    levelling: Levelling,
    track: int,
    progress: Progress,
    toned: Callable[[Samples], Samples] = lambda samples: samples,
) -> Encoded:
    """Samples to be encoded, at the loudness that the preset asks for if it does.

    `toned` adds to them what keeps its own level.
    """
    settings, wanted = reel.preset.sound, reel.preset.loudness
    if wanted is None:
        return Encoded(toned(source), settings, reel.seconds, track)
    level = levelling.level(wanted, progress)
    levelled = Levelled(source, level, levelling.total)
    made = Encoded(toned(levelled), settings, reel.seconds, track)
    made.findings = told_of(level, wanted)
    return made


def _scored(clip: Scored, reel: Reel, progress: Progress) -> Sound:
    """Every track of the film as the reel plays it; music is in the first one alone.

    What stands around the programme is silent, and so no part of its loudness.
    """
    film, settings = reel.film, reel.preset.sound
    found = len(film.audio) if film is not None and settings.all_tracks else 1
    parts: list[Encoded] = []
    for number in range(max(1, found)):
        opened = partial(clip.track, number, keep=settings.all_tracks)
        levelling = Levelling(opened, round(reel.seconds * SOUND_RATE), settings)
        parts.append(_encoded(reel, opened(), levelling, number, progress, clip.toned))
    told = tuple(one for part in parts for one in part.findings)
    if film is None or not film.audio:
        return Together(tuple(parts), told)
    down = () if settings.all_tracks else _mixed_down(film, 1)
    return Together(tuple(parts), (*_left_out(film, len(parts)), *down, *told))


def _cut_from(clip: AudioClip, film: Film | None) -> Fraction | None:
    """From which second of the film's sound `clip` is nothing but that sound; None: it is not."""
    function = clip.frame_function
    if film is None or not isinstance(clip, FilmSound) or not isinstance(function, SoundFrames):
        return None
    return function.since if function.source.film == film else None


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


def _mixed_down(film: Film, kept: int) -> tuple[Finding, ...]:
    channels = max((one.channels for one in film.audio[:kept]), default=0)
    if channels <= 2:
        return ()
    text = said(
        "The sound of {film} has {channels} channels; it was mixed down to stereo.",
        film=film.path.name,
        channels=channels,
    )
    return (Finding("sound", "warning", text),)
