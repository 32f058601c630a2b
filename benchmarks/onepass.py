"""One pass over a film (shots, scores, strip pictures, sound peaks) beside decoding alone.

python -m benchmarks.onepass [FILM] [--height 720|1080] [--seconds N] [--rounds N]
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import time
from fractions import Fraction
from pathlib import Path

import av

from benchmarks.material import film_of, looped, media
from benchmarks.measuring import (
    Run,
    call,
    command,
    forget,
    heading,
    in_turn,
    median,
    table,
    times,
    workplace,
)
from studio.core.children import in_child
from studio.core.processors import worker_count
from studio.media.film import Film
from studio.media.probe import probe
from studio.media.thumbs import STRIP_WIDTH, thumbnails
from studio.shots.analyse import Analysis, analyse
from studio.shots.so_far import SoFar, so_far

# What a film for cinemas has at the least at 1080 lines.
_MEGABITS = 18
_REAL = "big_buck_bunny_12s_1080p30.mp4"


def ours(film: Film) -> Run:
    """All that the Film page shows, with nothing kept from before."""
    forget(Path(os.environ["LOBBYCARD_CACHE"]))
    return call(lambda: analyse(film))


def decoding(path: Path) -> Run:
    """PyAV decodes every picture, with as many threads as we take."""

    def work() -> None:
        with av.open(str(path)) as container:
            stream = container.streams.video[0]
            stream.thread_type, stream.thread_count = "AUTO", worker_count()
            for _ in container.decode(stream):
                pass

    return call(work)


def scenedetect(program: str, path: Path, folder: Path) -> Run:
    """PySceneDetect with its usual detector, saving its usual pictures."""
    made = [program, "-q", "-i", str(path), "-o", "scenes", "detect-content", "save-images"]
    return command(made, folder)


def dense(folder: Path, seconds: int) -> Path:
    """Real pictures of 1080 lines at 10 Mb/s and more, shown again until `seconds` are full."""
    root = media()
    source = root / "media" / "film" / _REAL if root else film_of(folder, 1080, 12)
    once = folder / "dense.mp4"
    with av.open(str(source)) as reader, av.open(str(once), "w") as writer:
        picture = reader.streams.video[0]
        rate = picture.average_rate or Fraction(25)
        stream = writer.add_stream("libx264", rate=rate)
        stream.width, stream.height, stream.pix_fmt = picture.width, picture.height, "yuv420p"
        stream.bit_rate = _MEGABITS * 1_000_000
        stream.options = {"preset": "medium", "g": str(round(10 * rate))}
        sound = reader.streams.audio[0] if reader.streams.audio else None
        heard = writer.add_stream_from_template(sound) if sound else None
        for packet in reader.demux(*(one for one in (picture, sound) if one)):
            if heard is not None and packet.stream is sound:
                if packet.dts is not None:
                    packet.stream = heard
                    writer.mux(packet)
                continue
            for frame in packet.decode():
                frame.pict_type = 0
                writer.mux(stream.encode(frame))
        writer.mux(stream.encode(None))
    return looped(once, folder / f"dense-{seconds}.mp4", seconds)


class _Watch:
    """Notes when the first strip picture and the first part of the curve can be seen."""

    def __init__(self, film: Film) -> None:
        self._film = film
        self._began = time.perf_counter()
        self._last: SoFar | None = None
        self.picture: float | None = None
        self.part: float | None = None

    def report(self, fraction: float, note: str = "") -> None:
        self._last = so_far(self._film, self._last)
        if self._last is None:
            return
        now = time.perf_counter() - self._began
        if self.picture is None and len(self._last.thumbs):
            thumbnails(self._film, [int(self._last.thumbs[0])], STRIP_WIDTH)
            self.picture = now
        if self.part is None and len(self._last.pts):
            self.part = now


def soon(film: Film) -> None:
    """How soon there is something to see, in a child process as the window has it."""
    forget(Path(os.environ["LOBBYCARD_CACHE"]))
    watch = _Watch(film)
    found = in_child(analyse, film, progress=watch)
    print(f"first strip picture after {watch.picture or 0:.2f} s, ", end="")
    print(f"first part of the curve after {watch.part or 0:.2f} s")
    print(f"nearest strip picture while scrubbing: {_scrub(film, found) * 1000:.2f} ms\n")


def _scrub(film: Film, found: Analysis) -> float:
    """The median time from a place on the strip to the bytes of the nearest picture."""
    spent = []
    for number in range(200):
        place = found.pts[number * 7919 % len(found.pts)]
        began = time.perf_counter()
        after = min(int(found.thumbs.searchsorted(place)), len(found.thumbs) - 1)
        near = min(found.thumbs[max(0, after - 1) : after + 1], key=lambda one: abs(one - place))
        thumbnails(film, [int(near)], STRIP_WIDTH)
        spent.append(time.perf_counter() - began)
    return sorted(spent)[len(spent) // 2]


def main() -> None:
    """Measure one film, or real ones of both heights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("film", type=Path, nargs="?")
    parser.add_argument("--height", type=int, choices=(720, 1080))
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    with workplace() as folder:
        if asked.film is not None:
            _measure(asked.film, folder, asked.rounds)
            return
        if asked.height != 720:
            _measure(dense(folder, asked.seconds), folder, asked.rounds)
        if asked.height != 1080:
            _measure(film_of(folder, 720, asked.seconds), folder, asked.rounds)


def _measure(path: Path, folder: Path, rounds: int) -> None:
    film = probe(path)
    megabits = path.stat().st_size * 8 / float(film.duration) / 1e6
    size = film.video.coded
    said = f"{size.width}×{size.height}, {film.video.frames} frames, {megabits:.1f} Mb/s"
    heading("onepass", f"{path.name}: {said}")
    sides = {"PyAV decoding": lambda: decoding(path), "Lobbycard": lambda: ours(film)}
    program = shutil.which("scenedetect")
    if program is None:
        print("PySceneDetect (scenedetect) is not on the path: that side is skipped.\n")
    else:
        sides["PySceneDetect"] = lambda: scenedetect(program, path, folder)
    runs = in_turn(sides, rounds)
    found = {name: median(one) for name, one in runs.items()}
    mine = found.pop("Lobbycard")
    rows = [["Lobbycard", f"{mine.wall:.2f} s", f"{mine.cpu:.2f} s", "", ""]]
    for name, run in found.items():
        pairs = zip(runs["Lobbycard"], runs[name], strict=True)
        shares = sorted(ours.cpu / other.cpu for ours, other in pairs)
        ratios = [times(mine.wall / run.wall), times(shares[len(shares) // 2])]
        rows.append([name, f"{run.wall:.2f} s", f"{run.cpu:.2f} s", *ratios])
    print(table(["side", "wall", "CPU", "ours: wall", "ours: CPU"], rows), "\n", flush=True)
    soon(film)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
