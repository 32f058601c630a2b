"""Recuts of films: pieces in another order, size, rate, grade, encoding; with the exact truth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np

from studio.media.film import Film
from studio.media.frames import FrameReader
from studio.media.sound import pcm

SOUND = 48000


@dataclass(frozen=True)
class Piece:
    """Frames `start` to `stop` of the film; `foreign`: so many frames that are not in it."""

    start: int = 0
    stop: int = 0
    foreign: int = 0


@dataclass(frozen=True)
class Look:
    """How a recut is made: `size` of the picture, in a frame of `canvas` (bars around it).

    `gain`, `lift`, `gamma` change the luma; `rate` None keeps the film's; `repeat` shows the same
    instants at another rate instead of the same frames. `lead`: seconds before the first frame.
    """

    size: tuple[int, int]
    canvas: tuple[int, int] | None = None
    gain: float = 1.0
    lift: float = 0.0
    gamma: float = 1.0
    rate: Fraction | None = None
    repeat: bool = False
    crf: int = 24
    sound: bool = True
    lead: Fraction = Fraction(0)


def recut(film: Film, path: Path, pieces: Sequence[Piece], look: Look) -> np.ndarray:
    """Write the recut; (n,) the old frame number that each new frame shows, -1 for foreign ones."""
    truth = np.concatenate(
        [
            np.full(one.foreign, -1) if one.foreign else np.arange(one.start, one.stop)
            for one in pieces
        ]
    )
    rate = look.rate or film.video.rate.value
    if look.repeat:
        count = int(len(truth) / film.video.rate.value * rate)
        times = [(Fraction(n) + Fraction(1, 2)) / rate for n in range(count)]
        truth = truth[[int(one * film.video.rate.value) for one in times]]
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=rate)
        width, height = look.canvas or look.size
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        stream.options = {"preset": "ultrafast", "crf": str(look.crf), "threads": "2", "g": "48"}
        heard = _sound_stream(container) if look.sound and film.audio else None
        begin = int(look.lead * rate)
        for number, picture in enumerate(_pictures(film, truth, look)):
            frame = av.VideoFrame.from_ndarray(picture, format="yuv420p")
            frame.pts, frame.time_base = begin + number, 1 / rate
            for packet in stream.encode(frame):
                container.mux(packet)
        for packet in stream.encode(None):
            container.mux(packet)
        if heard is not None:
            _write_sound(container, heard, _sound(film, pieces, look), look.lead)
    return truth


def write_with_sound(path: Path, frames: np.ndarray, samples: np.ndarray, rate: int = 24) -> Path:
    """A film of (n, h, w, 3) RGB frames and (m, 2) samples of sound."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=rate)
        stream.width, stream.height, stream.pix_fmt = frames.shape[2], frames.shape[1], "yuv420p"
        stream.options = {"preset": "ultrafast", "crf": "16", "threads": "1"}
        heard = _sound_stream(container)
        for picture in np.clip(np.rint(frames), 0, 255).astype(np.uint8):
            for packet in stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")):
                container.mux(packet)
        for packet in stream.encode(None):
            container.mux(packet)
        _write_sound(container, heard, samples, Fraction(0))
    return path


def _pictures(film: Film, truth: np.ndarray, look: Look) -> Iterator[np.ndarray]:
    """(h × 3/2, w) uint8 planes; the film is read in order, piece by piece."""
    rng = np.random.default_rng(9)
    table = np.arange(256) / 255
    table = np.clip((table**look.gamma * look.gain + look.lift) * 255, 0, 255).astype(np.uint8)
    foreign = _Foreign(rng, look.size)
    first, base = film.video.first_pts, film.video.time_base
    with FrameReader(film) as reader:
        last, planes = None, None
        for number in truth:
            if number < 0:
                planes, last = foreign.next(), None
            elif number != last or planes is None:
                seconds = (Fraction(int(number)) + Fraction(1, 2)) / film.video.rate.value
                native = reader.at_pts(_exact(reader, seconds, first, base)).native
                planes = native.reformat(*look.size, format="yuv420p").to_ndarray()
                luma = planes[: look.size[1]]
                planes = planes.copy()
                planes[: look.size[1]] = cv2.LUT(np.ascontiguousarray(luma), table)
                last = number
            yield _framed(planes, look)


def _exact(reader: FrameReader, seconds: Fraction, first: int, base: Fraction) -> int:
    return reader.at(seconds).pts


class _Foreign:
    """A picture that is in no film: shapes that drift, other ones after each 40 frames."""

    def __init__(self, rng: np.random.Generator, size: tuple[int, int]) -> None:
        self._rng, self._size, self._count = rng, size, 0
        self._picture = np.zeros((1, 1), np.uint8)

    def next(self) -> np.ndarray:
        width, height = self._size
        if self._count % 40 == 0:
            coarse = self._rng.integers(20, 230, (6, 16), np.uint8)
            self._picture = cv2.resize(coarse, (width * 2, height), interpolation=cv2.INTER_CUBIC)
        left = (self._count % 40) * 3
        self._count += 1
        chroma = np.full((height // 2, width), 128, np.uint8)
        return np.concatenate([self._picture[:, left : left + width], chroma])


def _framed(planes: np.ndarray, look: Look) -> np.ndarray:
    if look.canvas is None:
        return np.ascontiguousarray(planes)
    (width, height), (wide, high) = look.size, look.canvas
    top, left = (high - height) // 4 * 2, (wide - width) // 4 * 2
    made = np.full((high * 3 // 2, wide), 128, np.uint8)
    made[:high] = 16
    made[top : top + height, left : left + width] = planes[:height]
    for plane in range(2):
        old = planes[height:].reshape(2, height // 2, width // 2)[plane]
        view = made[high:].reshape(2, high // 2, wide // 2)[plane]
        view[top // 2 : (top + height) // 2, left // 2 : (left + width) // 2] = old
    return made


def _sound_stream(container):
    stream = container.add_stream("aac", rate=SOUND)
    stream.codec_context.layout = "stereo"
    return stream


def _sound(film: Film, pieces: Sequence[Piece], look: Look) -> np.ndarray:
    """(n, 2): the film's sound in the order of the pieces, silence under what is foreign."""
    rate = film.video.rate.value
    parts = []
    for one in pieces:
        if one.foreign:
            parts.append(np.zeros((int(one.foreign / rate * SOUND), 2), np.float32))
        else:
            parts.append(pcm(film, one.start / rate, one.stop / rate, SOUND))
    whole = np.concatenate(parts)
    if look.rate is None or look.repeat:
        return whole
    # Sped up as a transfer does it: the pitch goes along.
    count = int(len(whole) * rate / look.rate)
    places = np.linspace(0, len(whole) - 1, count)
    return np.stack([np.interp(places, np.arange(len(whole)), whole[:, n]) for n in (0, 1)], axis=1)


def _write_sound(container, stream, samples: np.ndarray, lead: Fraction) -> None:
    context = stream.codec_context
    resampler = av.AudioResampler(
        format=context.format, layout="stereo", rate=SOUND, frame_size=1024
    )
    plain = np.ascontiguousarray(samples.T.astype(np.float32))
    frame = av.AudioFrame.from_ndarray(plain, format="fltp", layout="stereo")
    frame.sample_rate, frame.pts = SOUND, int(lead * SOUND)
    frame.time_base = Fraction(1, SOUND)
    for part in (*resampler.resample(frame), *resampler.resample(None)):
        for packet in stream.encode(part):
            container.mux(packet)
    for packet in stream.encode(None):
        container.mux(packet)
