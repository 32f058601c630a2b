"""Exact frames at random places of a 1080p film with 10 s between key frames.

python -m benchmarks.seek [FILM] [--frames N]
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable
from fractions import Fraction
from functools import partial
from pathlib import Path

import av
import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.material import film_of
from benchmarks.measuring import Run, call, heading, median, table, workplace
from studio.media.frames import FrameReader
from studio.media.probe import probe

_GOP_SECONDS = 10
_STEPS = 60


def long_gops(source: Path, out: Path) -> Path:
    """The pictures of `source` with ten seconds between key frames, x264 veryfast."""
    with av.open(str(source)) as reader, av.open(str(out), "w") as writer:
        picture = reader.streams.video[0]
        rate = picture.average_rate or Fraction(25)
        stream = writer.add_stream("libx264", rate=rate)
        stream.width, stream.height, stream.pix_fmt = picture.width, picture.height, "yuv420p"
        stream.gop_size = round(_GOP_SECONDS * rate)
        stream.options = {"preset": "veryfast", "crf": "20", "sc_threshold": "0"}
        picture.thread_type = "AUTO"
        for number, frame in enumerate(reader.decode(picture)):
            frame.pts, frame.time_base = number, 1 / rate
            frame.pict_type = 0
            writer.mux(stream.encode(frame))
        writer.mux(stream.encode(None))
    return out


Seen = list[NDArray[np.uint8]]
Told = tuple[list[Run], int]


def ours(path: Path, numbers: list[int], seen: Seen) -> Told:
    """The time of each frame, upright RGB; how many were another frame."""
    film = probe(path)
    spent, wrong = [], 0
    with FrameReader(film) as reader:
        for number in numbers:
            got: list[NDArray[np.uint8]] = []
            seconds = film.video.rate.seconds(number)
            spent.append(call(partial(_keep, got, partial(_ours, reader, seconds))))
            wrong += _differs(np.ascontiguousarray(got[0][..., ::-1]), seen[number])
    return spent, wrong


def _keep(into: list[NDArray[np.uint8]], made: Callable[[], NDArray[np.uint8]]) -> None:
    into.append(made())


def _ours(reader: FrameReader, seconds: Fraction) -> NDArray[np.uint8]:
    return reader.at(seconds).rgb()


def opencv(path: Path, numbers: list[int], seen: Seen) -> Told:
    """The same through VideoCapture and its frame numbers."""
    reader = cv2.VideoCapture(str(path))
    spent, wrong = [], 0
    for number in numbers:
        got: list[NDArray[np.uint8]] = []
        spent.append(call(partial(_keep, got, partial(_theirs, reader, number))))
        wrong += _differs(got[0], seen[number])
    reader.release()
    return spent, wrong


def _theirs(reader: cv2.VideoCapture, number: int) -> NDArray[np.uint8]:
    reader.set(cv2.CAP_PROP_POS_FRAMES, number)
    read, bgr = reader.read()
    return np.asarray(bgr, np.uint8) if read else np.zeros((36, 64, 3), np.uint8)


def in_order(path: Path) -> list[NDArray[np.uint8]]:
    """A small grey picture of every frame, read from the start."""
    with av.open(str(path)) as reader:
        stream = reader.streams.video[0]
        stream.thread_type = "AUTO"
        return [
            _small(np.asarray(frame.to_ndarray(format="bgr24"), np.uint8))
            for frame in reader.decode(stream)
        ]


def _small(bgr: NDArray[np.uint8]) -> NDArray[np.uint8]:
    grey = cv2.cvtColor(cv2.resize(bgr, (64, 36), interpolation=cv2.INTER_AREA), cv2.COLOR_BGR2GRAY)
    return np.asarray(grey, np.uint8)


def _differs(bgr: NDArray[np.uint8], wanted: NDArray[np.uint8]) -> bool:
    # Another matrix moves all of the picture by a little; another frame moves parts by more.
    apart = _small(bgr).astype(np.float32) - wanted
    return bool(np.abs(apart - np.median(apart)).max() > 12)


def main() -> None:
    """Ask both for the same frames."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("film", type=Path, nargs="?")
    parser.add_argument("--frames", type=int, default=40)
    asked = parser.parse_args()
    with workplace() as folder:
        path = asked.film or long_gops(film_of(folder, 1080, 36), folder / "long.mp4")
        seen = in_order(path)
        numbers = random.Random(5).choices(range(len(seen)), k=asked.frames)
        # Somebody steps back from the last of them through all that may be kept.
        back = list(range(numbers[-1], max(-1, numbers[-1] - _STEPS), -1))
        heading("seek", f"{path.name}: {len(seen)} frames, {asked.frames} asked for at random")
        rows = []
        for what, which in (("at random", numbers), ("steps back", back)):
            for name, side in (("Lobbycard", ours), ("OpenCV VideoCapture", opencv)):
                spent, wrong = side(path, which, seen)
                usual = median(spent)
                slowest = sorted(run.wall for run in spent)[int(len(spent) * 0.95)]
                figures = (usual.wall, usual.cpu, slowest, sum(run.cpu for run in spent))
                rows.append([what, name, *(f"{1000 * one:.0f} ms" for one in figures), wrong])
        head = ["asked", "side", "median", "its CPU", "95 of 100 below", "CPU of all", "wrong"]
        print(table(head, rows))


if __name__ == "__main__":
    main()
