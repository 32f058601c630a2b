"""Subtitle tracks and a poster frame inside the delivered file, beside picture and sound."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import av
from av.container import OutputContainer
from av.stream import Disposition
from av.subtitles.codeccontext import SubtitleCodecContext
from av.subtitles.stream import SubtitleStream
from av.subtitles.subtitle import SubtitleSet
from av.video.stream import VideoStream
from PIL import Image

from studio.burn.sound.delivered import Sound, Together
from studio.core.later import named
from studio.subs.cue import Track
from studio.subs.iso639 import quicktime, three_letters

if TYPE_CHECKING:
    from studio.subs.formats.ass_writing import written_text
else:
    written_text = named("studio.subs.formats.ass_writing", "written_text")

CODECS = {"mp4": "mov_text", "mov": "mov_text", "mkv": "subrip"}
"""How FFmpeg calls the subtitles that each container keeps as text."""
_TICK = Fraction(1, 1000)
# Behind the numbers of all sound tracks that a film may have.
_SUBTITLES, _COVER = 1000, 2000
# The encoders want to be told a style; players set the text in their own.
_HEADER = (
    b"[Script Info]\nScriptType: v4.00+\nPlayResX: 384\nPlayResY: 288\n\n[V4+ Styles]\n"
    b"Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, "
    b"BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, "
    b"BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding\n"
    b"Style: Default,Arial,16,&Hffffff,&Hffffff,&H0,&H0,0,0,0,0,100,100,0,0,1,1,0,2,10,10,10,0\n"
    b"\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
)


class Spoken(Sound):
    """Subtitles as tracks of the file, in its own times; the first is the one that players show."""

    def __init__(self, subtitles: tuple[Track, ...]) -> None:
        self._subtitles = subtitles
        self._streams: dict[int, SubtitleStream] = {}
        self.tracks = tuple(range(_SUBTITLES, _SUBTITLES + len(subtitles)))

    def add_to(self, out: OutputContainer, track: int) -> None:
        """Announce the stream of a track."""
        quick = out.format.name == "mov"
        codec = "subrip" if out.format.name == "matroska" else "mov_text"
        stream = out.add_stream(codec)
        assert isinstance(stream, SubtitleStream)
        spoken = self._subtitles[track - _SUBTITLES]
        code = three_letters(spoken.language)
        stream.metadata["language"] = quicktime(code) if quick else code
        # The code says nothing of scripts: 简体 and 繁體 are both “zho”.
        stream.metadata["handler_name" if codec == "mov_text" else "title"] = spoken.language
        stream.time_base = _TICK
        stream.codec_context.subtitle_header = _HEADER
        if quick:
            # Left alone it becomes QuickTime's older kind of text, which few players show.
            stream.codec_context.codec_tag = "tx3g"
        if track == _SUBTITLES:
            stream.disposition = Disposition.default
        self._streams[track] = stream

    def packets(self) -> Iterator[tuple[Fraction, av.Packet[Any]]]:
        """(seconds, packet) of all tracks in order of time; gaps are the container's matter."""
        found = [
            (Fraction(cue.start, 1000), track, cue)
            for track, spoken in zip(self.tracks, self._subtitles, strict=True)
            for cue in spoken.cues
        ]
        for seconds, track, cue in sorted(found, key=lambda one: one[:2]):
            stream = self._streams[track]
            packet = _encoded(stream.codec_context, cue.text, cue.duration)
            packet.pts = packet.dts = cue.start
            packet.duration = cue.duration
            packet.time_base = _TICK
            packet.stream = stream
            yield seconds, packet

    def close(self) -> None:
        """Nothing is open."""


def _encoded(context: SubtitleCodecContext, text: str, duration: int) -> av.Packet[Any]:
    """A cue with its italics and its place as far as the codec has them."""
    line = f"0,0,Default,,0,0,0,,{written_text(text, Counter())}"
    return context.encode_subtitle(SubtitleSet.create(line.encode("utf-8"), 0, duration))


class Cover(Sound):
    """A JPEG as the file's attached picture, which players show for it."""

    tracks = (_COVER,)

    def __init__(self, jpeg: bytes) -> None:
        self._jpeg = jpeg
        self._stream: VideoStream | None = None

    def add_to(self, out: OutputContainer, track: int) -> None:
        """MP4 has a stream of one picture for it, Matroska an attachment."""
        if out.format.name == "matroska":
            out.add_attachment("cover.jpg", "image/jpeg", self._jpeg)
            return
        stream = out.add_stream("mjpeg", rate=25)
        assert isinstance(stream, VideoStream)
        with Image.open(io.BytesIO(self._jpeg), formats=["JPEG"]) as picture:
            stream.width, stream.height = picture.size
        stream.pix_fmt = "yuvj444p"
        stream.disposition = Disposition.attached_pic
        self._stream = stream

    def packets(self) -> Iterator[tuple[Fraction, av.Packet[Any]]]:
        """The picture, before anything else."""
        if self._stream is not None:
            packet: av.Packet[Any] = av.Packet(self._jpeg)
            packet.pts = packet.dts = 0
            packet.time_base = Fraction(1, 25)
            packet.is_keyframe = True
            packet.stream = self._stream
            yield Fraction(0), packet

    def close(self) -> None:
        """Nothing is open."""


def with_muxed(sound: Sound | None, subtitles: tuple[Track, ...], cover: bytes) -> Sound | None:
    """The sound and all else that goes into the file beside the picture."""
    parts: list[Sound] = [sound] if sound is not None else []
    parts += [Spoken(subtitles)] if subtitles else []
    parts += [Cover(cover)] if cover else []
    if len(parts) < 2:
        return parts[0] if parts else None
    return Together(tuple(parts), sound.findings if sound is not None else ())
