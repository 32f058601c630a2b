"""Writes the sample film: H.264 and AAC in an MP4 whose bytes depend on the drawing alone."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.video.stream import VideoStream
from numpy.typing import NDArray

from studio.core.errors import ToolFailed
from studio.core.files import written
from studio.core.progress import SILENT, Progress
from studio.core.said import said
from studio.sample.brush import HEIGHT, WIDTH, Floats
from studio.sample.edit import FRAMES, RATE, frames
from studio.sample.sound import SAMPLE_RATE, soundtrack

_BT709 = 1  # in av's tables of matrices, primaries and transfers alike
_LIMITED = 1
# Threads fixed and CPU tricks off, or another machine would write other bytes. Two are enough:
# painting is the slower half. Do not set lookahead-threads here: with it, 18 of 40 encodes of the
# same frames came out different; without it none of 40.
_X264 = "threads=2:cpu-independent=1:aq-mode=3:deblock=-1,-1"


def _picture_stream(out: OutputContainer) -> VideoStream:
    options = {"preset": "veryfast", "crf": "18", "x264-params": _X264}
    stream = out.add_stream("libx264", rate=RATE, options=options)
    stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
    stream.time_base = Fraction(1, RATE)
    context = stream.codec_context
    context.time_base = Fraction(1, RATE)
    context.gop_size = 2 * RATE
    context.profile = "High"
    context.colorspace = context.color_primaries = context.color_trc = _BT709
    context.color_range = _LIMITED
    context.flags |= av.codec.context.Flags.bitexact
    return stream


def _sound_stream(out: OutputContainer) -> AudioStream:
    stream = out.add_stream("aac", rate=SAMPLE_RATE, layout="stereo")
    stream.bit_rate = 192_000
    stream.codec_context.flags |= av.codec.context.Flags.bitexact
    return stream


def _pictures(planes: Iterator[NDArray[np.uint8]]) -> Iterator[av.VideoFrame]:
    for number, shown in enumerate(planes):
        frame = av.VideoFrame.from_ndarray(shown, format="yuv420p")
        frame.pts, frame.time_base = number, Fraction(1, RATE)
        yield frame


def _sounds(wave: Floats, block: int = 1024) -> Iterator[av.AudioFrame]:
    for at in range(0, len(wave), block):
        part = np.ascontiguousarray(wave[at : at + block].T)
        frame = av.AudioFrame.from_ndarray(part, format="fltp", layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = SAMPLE_RATE, at, Fraction(1, SAMPLE_RATE)
        yield frame


def record(path: Path, progress: Progress = SILENT, count: int = FRAMES) -> None:
    """Draw and write the first `count` frames with their sound: 1280 × 720, 24 fps, BT.709.

    Raises CannotWrite when the place cannot be written, ToolFailed when the encoder fails.
    Nothing is left behind by an error or a cancel.
    """
    with written(path) as part:
        try:
            with av.open(str(part), "w", format="mp4", options=_container_options()) as out:
                _fill(out, count, progress)
        except av.FFmpegError as error:
            raise ToolFailed(
                said(
                    "The sample film {path} could not be encoded: {strerror}.",
                    path=path,
                    strerror=error.strerror,
                ),
                hint=said("Check the room on the disk; `lobbycard doctor` names the encoders."),
            ) from error


def _container_options() -> dict[str, str]:
    return {"fflags": "+bitexact", "movflags": "+faststart"}


def _fill(out: OutputContainer, count: int, progress: Progress) -> None:
    picture, sound = _picture_stream(out), _sound_stream(out)
    progress.report(0.0, said("Playing the sound"))
    wave = soundtrack()[: count * SAMPLE_RATE // RATE]
    sounds = _sounds(wave)
    send = _sender(out, sound)
    with frames(0, count) as planes:
        for number, frame in enumerate(_pictures(planes)):
            progress.report(0.03 + 0.96 * number / count, said("Drawing the sample film"))
            for packet in picture.encode(frame):
                out.mux(packet)
            send(sounds, number + 1)
    send(sounds, count + 1)
    for stream in (picture, sound):
        for packet in stream.encode(None):
            out.mux(packet)
    progress.report(1.0, said("Drawing the sample film"))


def _sender(
    out: OutputContainer, stream: AudioStream
) -> Callable[[Iterator[av.AudioFrame], int], None]:
    sent = 0

    def send(sounds: Iterator[av.AudioFrame], frames_reached: int) -> None:
        """Keep the sound level with the pictures, so that a player finds both side by side."""
        nonlocal sent
        while sent * RATE < frames_reached * SAMPLE_RATE:
            frame = next(sounds, None)
            if frame is None:
                return
            sent += frame.samples
            for packet in stream.encode(frame):
                out.mux(packet)

    return send
