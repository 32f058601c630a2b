"""What a film is: its streams, size, rate, times and colours."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from pathlib import Path

import av
import numpy as np
from av.buffer import Buffer
from av.container import InputContainer
from av.stream import Disposition
from av.video.stream import VideoStream as AvVideo

from studio.core.errors import CannotRead
from studio.core.geometry import Size
from studio.core.progress import SILENT, Progress, Span
from studio.core.said import said
from studio.core.words import counted, duration_words
from studio.media.beside import dynamic_of, first_field, light_of, siting_of
from studio.media.cache import default_cache, key_of
from studio.media.colour import read_colour, tags_of
from studio.media.decoding import Pictures, decoder_of
from studio.media.film import AudioStream, Chapter, Film, SubtitleStream, VideoStream
from studio.media.identity import content_hash
from studio.media.opening import open_media
from studio.media.overrides import Overrides
from studio.media.timing import Timing, rate_of, read_timing

__all__ = ["Overrides", "key_times", "probe"]

_TIMING_VERSION = 2
# Covers are picture streams too, but not the film.
_NOT_FILM = Disposition.attached_pic | Disposition.timed_thumbnails | Disposition.still_image
# A film may end this much earlier than its file says before that is worth a warning.
_SHORT = Fraction(1)
# A longer last picture is taken for a mistake of the container.
_LONGEST_LAST = 10
# What a container from a stranger may say of chapters and tracks.
_MOST_CHAPTERS = 1_000
_LONGEST_TITLE = 500


@dataclass(frozen=True, slots=True)
class _First:
    """The first picture that can be decoded, and the stream it is in."""

    index: int
    pts: int
    frame: av.VideoFrame


def probe(path: Path, progress: Progress = SILENT, *, overrides: Overrides | None = None) -> Film:
    """The film at `path`. Reads the whole file once; later probes of the same content are quick.

    Raises CannotRead for what is not a film, is damaged beyond use or over the limits.
    """
    # What is no film is said before its content is hashed.
    first = _first_picture(path)
    sha256 = content_hash(path, Span(progress, 0.0, 0.6))
    with open_media(path) as container:
        timing = _timing(path, sha256, container, first.index, Span(progress, 0.6, 1.0))
        film = _film(path, sha256, container, first, timing, overrides or Overrides())
    progress.report(1.0)
    return film


def _first_picture(path: Path) -> _First:
    with open_media(path) as container:
        streams = [s for s in container.streams.video if not s.disposition & _NOT_FILM]
        readable = [s.index for s in streams if s.codec_context is not None]
        for index in readable[:1]:
            for pts, frame in islice(_pictures(container, index), 1):
                return _First(index, pts, frame)
    if not streams:
        raise CannotRead(
            said("{path} has no moving picture, only sound or data.", path=path),
            hint=said("Name a film file."),
        )
    if not readable:
        raise CannotRead(
            said("The picture of {path} is in a codec that is not known here.", path=path),
            hint=said("Convert it to H.264, HEVC, AV1, VP9, ProRes or DNxHR."),
        )
    for index in readable[1:]:
        with open_media(path) as container:
            for pts, frame in islice(_pictures(container, index), 1):
                return _First(index, pts, frame)
    raise CannotRead(
        said("No picture of {path} can be decoded.", path=path),
        hint=said("The film is damaged; export it again."),
    )


def _pictures(container: InputContainer, index: int) -> Iterator[tuple[int, av.VideoFrame]]:
    stream = _video(container, index)
    return iter(Pictures(container, stream, decoder_of(stream)))


def _video(container: InputContainer, index: int) -> AvVideo:
    stream = container.streams[index]
    assert isinstance(stream, AvVideo)
    return stream


def key_times(film: Film) -> tuple[Fraction, ...]:
    """When the pictures at which reading can begin are shown, in seconds from the first frame.

    From the file's packets alone, which probing has read. Raises CannotRead.
    """
    with open_media(film.path) as container:
        timing = _timing(film.path, film.sha256, container, film.video.index, SILENT)
    return tuple(film.time_of(pts) for pts in timing.keys if pts >= film.video.first_pts)


def _timing(
    path: Path, sha256: str, container: InputContainer, index: int, progress: Progress
) -> Timing:
    key = key_of("timing", _TIMING_VERSION, sha256, index)
    cache = default_cache()
    known = cache.get(key)
    if known is not None:
        return Timing.unpack(known)
    stream = _video(container, index)
    timing = read_timing(container, stream, progress, max(1, path.stat().st_size))
    cache.put(key, timing.pack())
    return timing


def _film(
    path: Path,
    sha256: str,
    container: InputContainer,
    first: _First,
    timing: Timing,
    overrides: Overrides,
) -> Film:
    stream = _video(container, first.index)
    # What lies before the first picture that can be decoded cannot be shown.
    pts = [stamp for stamp in timing.pts if stamp >= first.pts] or [first.pts]
    video, doubts = _video_stream(stream, first, pts, overrides)
    last = timing.last * video.time_base
    if not 0 < last <= _LONGEST_LAST:
        last = 1 / video.rate.value
    end = pts[-1] * video.time_base + last
    return Film(
        path=path,
        sha256=sha256,
        container=container.format.name,
        duration=end - first.pts * video.time_base,
        video=video,
        audio=_audio(container),
        subtitles=_subtitles(container),
        warnings=(*doubts, *_doubts(container, stream, timing, first.pts)),
        chapters=_chapters(container, first.pts * video.time_base, end),
        read_as=overrides,
    )


def _video_stream(
    stream: AvVideo, first: _First, pts: list[int], overrides: Overrides
) -> tuple[VideoStream, tuple[str, ...]]:
    frame = first.frame
    context = stream.codec_context
    time_base = Fraction(stream.time_base or Fraction(1, 1000))
    named = (stream.guessed_rate, stream.average_rate, stream.base_rate)
    rate, constant = rate_of(pts, time_base, [Fraction(rate) for rate in named if rate])
    colour, colour_doubts = read_colour(frame, tags_of(context), rate.value, overrides)
    rotation, mirrored, turn_doubts = _orientation(frame)
    video = VideoStream(
        index=stream.index,
        codec=context.codec.canonical_name,
        coded=Size(frame.width, frame.height),
        sample_aspect=overrides.sample_aspect or _sample_aspect(stream),
        rotation=rotation if overrides.rotation is None else overrides.rotation,
        rate=rate,
        constant_rate=constant,
        time_base=time_base,
        first_pts=first.pts,
        frames=len(pts),
        pixel_format=frame.format.name,
        bits=max(part.bits for part in frame.format.components),
        colour=colour,
        interlaced=_is_interlaced(frame, context, overrides),
        mirrored=mirrored,
        tone=overrides.tone,
        first_field=first_field(context),
        siting=siting_of(frame, context),
        light=light_of(frame) if colour.hdr else None,
        dynamic=dynamic_of(frame),
    )
    return video, (*colour_doubts, *turn_doubts)


def _is_interlaced(
    frame: av.VideoFrame, context: av.VideoCodecContext, overrides: Overrides
) -> bool:
    if overrides.fields:
        return overrides.fields == "interlaced"
    return bool(frame.interlaced_frame) or int(context.field_order) > 1


def _sample_aspect(stream: AvVideo) -> Fraction:
    """Width of a pixel over its height as the file says; what cannot be meant counts as square."""
    told = stream.sample_aspect_ratio
    return Fraction(told) if told and Fraction(1, 10) <= told <= 10 else Fraction(1)


def _orientation(frame: av.VideoFrame) -> tuple[int, bool, tuple[str, ...]]:
    """Degrees clockwise to upright, whether it is mirrored first, and doubts.

    By the display matrix ((a b)(c d)) that acts on row vectors; a negative determinant mirrors.
    """
    side = frame.side_data.get("DISPLAYMATRIX")
    if not isinstance(side, Buffer):
        return 0, False, ()
    matrix = np.frombuffer(bytes(side), "<i4").astype(float)
    a, b, c, d = matrix[[0, 1, 3, 4]]
    mirrored = a * d - b * c < 0
    if mirrored:
        a, b = -a, -b
    degrees = math.degrees(math.atan2(b, a))
    quarter = round(degrees / 90) * 90 % 360
    near = abs((degrees - quarter + 180) % 360 - 180) < 1
    doubt = (
        ""
        if near
        else said(
            "The film says it is turned by {degrees:.0f}°; {quarter}° is used.",
            degrees=degrees,
            quarter=quarter,
        )
    )
    return quarter, bool(mirrored), (doubt,) if doubt else ()


def _audio(container: InputContainer) -> tuple[AudioStream, ...]:
    return tuple(
        AudioStream(
            index=stream.index,
            codec=context.codec.canonical_name,
            rate=context.sample_rate,
            channels=context.channels,
            layout=context.layout.name,
            language=_language(stream),
            title=_title(stream.metadata),
        )
        for stream in container.streams.audio
        if (context := stream.codec_context) is not None and context.sample_rate
    )


def _subtitles(container: InputContainer) -> tuple[SubtitleStream, ...]:
    return tuple(
        SubtitleStream(stream.index, context.codec.canonical_name, _language(stream))
        for stream in container.streams.subtitles
        if (context := stream.codec_context) is not None
    )


def _title(metadata: Mapping[str, str]) -> str:
    return metadata.get("title", "").strip()[:_LONGEST_TITLE]


def _chapters(container: InputContainer, zero: Fraction, end: Fraction) -> tuple[Chapter, ...]:
    """Those that lie in the picture, in order of time."""
    found: list[Chapter] = []
    for told in container.chapters()[:_MOST_CHAPTERS]:
        tick = Fraction(told["time_base"] or 0)
        start = max(zero, told["start"] * tick)
        stop = min(end, told["end"] * tick)
        if start < stop:
            found.append(Chapter(start - zero, stop - zero, _title(told["metadata"])))
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _language(stream: av.stream.Stream) -> str:
    tag = stream.language or ""
    return "" if tag == "und" else tag


def _doubts(
    container: InputContainer, stream: AvVideo, timing: Timing, first_pts: int
) -> Iterator[str]:
    if timing.damaged:
        yield said(
            "{packets} of the film cannot be read.", packets=counted(timing.damaged, "packet")
        )
    if timing.doubles:
        pictures = counted(timing.doubles, "picture")
        yield said("{pictures} stand at the time of another and are not shown.", pictures=pictures)
    if timing.untimed:
        yield said(
            "{pictures} have no time and are not counted.",
            pictures=counted(timing.untimed, "picture"),
        )
    lost = sum(stamp < first_pts for stamp in timing.pts)
    if lost:
        yield said("The first {pictures} cannot be decoded.", pictures=counted(lost, "picture"))
    promised = Fraction(container.duration or 0, 1_000_000) + _start(container)
    if promised - timing.end > max(_SHORT, promised / 50):
        yield said(
            "The film ends at {end}, but should last {promised}: the file is not complete.",
            end=duration_words(float(timing.end)),
            promised=duration_words(float(promised)),
        )


def _start(container: InputContainer) -> Fraction:
    return Fraction(container.start_time or 0, 1_000_000)
