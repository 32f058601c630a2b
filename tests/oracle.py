"""Whether frames asked for at random are those that PyAV alone gives from the start."""

from __future__ import annotations

import random
import zlib
from fractions import Fraction
from itertools import islice
from pathlib import Path

import av
import numpy as np

from studio.media.decoding import decoder_of
from studio.media.film import Film
from studio.media.frames import Frame, FrameReader
from studio.media.probe import probe


def content(native: av.VideoFrame) -> int:
    """A sum over the picture's samples without the padding of its lines."""
    kind = native.format
    wide = 2 if kind.components[0].bits > 8 else 1
    total = 0
    for plane in native.planes:
        rows = np.frombuffer(memoryview(plane), np.uint8)
        rows = rows[: plane.height * plane.line_size].reshape(plane.height, plane.line_size)
        used = plane.width * wide if kind.is_planar else plane.line_size
        total = zlib.crc32(np.ascontiguousarray(rows[:, :used]), total)
    return total


def decoded(path: Path, index: int, most: int | None = None) -> dict[int, int]:
    """PTS to the sum of the picture, for the first `most`; what is damaged is left out."""
    return dict(islice(_plain(path, index), most))


def _plain(path: Path, index: int):
    last = None
    with av.open(str(path), metadata_errors="replace") as container:
        stream = container.streams[index]
        # The same number of threads: what is put into the holes of damaged pictures depends on it.
        context = decoder_of(stream)
        for packet in container.demux(stream):
            try:
                frames = context.decode(packet if packet.size else None)
            except EOFError:
                continue
            except av.error.FFmpegError:
                continue
            for frame in frames:
                stamp = frame.pts if frame.pts is not None else frame.dts
                if stamp is not None and (last is None or stamp > last):
                    last = stamp
                    yield stamp, content(frame)


def seek_faults(path: Path, seeks: int, *, seed: int = 7, most: int | None = None) -> list[str]:
    """What is wrong with `seeks` frames asked for at random, by PTS and by time, and around them.

    Among the first `most` pictures of the film; an empty list is what is hoped for.
    """
    film = probe(path)
    first = film.video.first_pts
    line = {at: sum_ for at, sum_ in decoded(path, film.video.index, most).items() if at >= first}
    faults = [] if most or len(line) == film.video.frames else [f"{film.video.frames} promised"]
    stamps = sorted(line)
    chance = random.Random(seed)
    with FrameReader(film) as reader:
        for number in (0, len(stamps) - 1, *(chance.randrange(len(stamps)) for _ in range(seeks))):
            faults += _told(_asked(reader, film, stamps, number, chance), stamps[number], line)
        # Steps back from the last, then on again.
        near = range(max(0, number - 6), number + 1)
        for place in (*reversed(near), *near):
            faults += _told(reader.at_pts(stamps[place]), stamps[place], line)
    return faults


def _asked(
    reader: FrameReader, film: Film, stamps: list[int], number: int, chance: random.Random
) -> Frame:
    pts = stamps[number]
    if chance.random() < 0.5 or number + 1 == len(stamps):
        return reader.at_pts(pts)
    inside = Fraction(chance.randrange(1000), 1000) * (stamps[number + 1] - pts)
    return reader.at(film.time_of(pts) + inside * film.video.time_base)


def _told(frame: Frame, pts: int, line: dict[int, int]) -> list[str]:
    if frame.pts != pts:
        return [f"asked for {pts}, got {frame.pts}"]
    return [] if content(frame.native) == line[pts] else [f"another picture at {pts}"]
