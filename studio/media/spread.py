"""Pictures from all over a film that are quick to have: those that decode by themselves."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
from av.container import InputContainer
from av.video.codeccontext import VideoCodecContext
from av.video.stream import VideoStream

from studio.core.errors import ToolFailed
from studio.core.progress import SILENT, Progress, Span
from studio.media.decoding import Pictures, decoder_of
from studio.media.developing import Developer
from studio.media.film import Film
from studio.media.frames import Frame
from studio.media.identity import check_unchanged
from studio.media.opening import open_media
from studio.media.overrides import Overrides
from studio.media.packets import packets_of
from studio.media.probe import probe
from studio.media.thumbs import keep_thumbnail


def opened(path: Path, overrides: Overrides, progress: Progress = SILENT) -> Film:
    """What `probe` gives; and the film's first picture is in the cache, for the strip to show.

    Raises CannotRead.
    """
    film = probe(path, Span(progress, 0.0, 0.99), overrides=overrides)
    # A picture that cannot be developed is no reason not to open the film.
    with contextlib.suppress(ToolFailed):
        for frame in spread(film, 1):
            keep_thumbnail(frame)
    progress.report(1.0)
    return film


def spread(film: Film, count: int) -> Iterator[Frame]:
    """At most `count` key pictures: the first, then what lies between those that came before.

    Fewer where the film has no more, or cannot be sought in. Each is the very picture that reading
    on gives. Raises CannotRead.
    """
    check_unchanged(film)
    developer = Developer(film)
    with open_media(film.path) as container:
        stream = container.streams[film.video.index]
        if not isinstance(stream, VideoStream):
            return
        decoder = decoder_of(stream)
        seen = set()
        for share in _shares(count):
            try:
                container.seek(film.pts_of(film.duration * share), stream=stream)
            except av.error.FFmpegError:
                return
            decoder.flush_buffers()
            found = _next_key(film, container, stream, decoder)
            if found is not None and found[0] not in seen and found[0] >= film.video.first_pts:
                seen.add(found[0])
                yield Frame(film, *found, developer)


def _next_key(
    film: Film, container: InputContainer, stream: VideoStream, decoder: VideoCodecContext
) -> tuple[int, av.VideoFrame] | None:
    """(PTS, picture) of the first key picture from where `container` stands, None at the end."""
    if film.video.interlaced:
        # Its two fields may lie in two packets.
        return next(iter(Pictures(container, stream, decoder, after_seek=True)), None)
    try:
        for packet in packets_of(container, stream):
            if packet.is_keyframe and packet.size:
                # Nothing more: what lies behind it would only push it out of the decoder.
                frames = (*decoder.decode(packet), *decoder.decode(None))
                whole = [(one.pts, one) for one in frames if not one.is_corrupt]
                return next(((pts, one) for pts, one in whole if pts is not None), None)
    except (EOFError, av.error.FFmpegError):
        # A damaged place; there are others.
        return None
    return None


def _shares(count: int) -> Iterator[Fraction]:
    """0, 1/2, 1/4, 3/4, 1/8 …"""
    made, parts = 0, 1
    while made < count:
        for number in range(parts) if parts == 1 else range(1, parts, 2):
            if made < count:
                yield Fraction(number, parts)
                made += 1
        parts *= 2
