"""One pass for shots, scores, thumbnails and peaks beside decoding alone, and how right it is.

python -m benchmarks.shots [FILM] [--height 720|1080] [--seconds N] [--rounds N]
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
from pathlib import Path

import av

from benchmarks.material import film_of, media
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
from studio.core.children import worker_count
from studio.media.film import Film
from studio.media.probe import probe
from studio.media.sound import peaks
from studio.media.thumbs import thumbnails
from studio.shots.analyse import analyse

_WIDTH = 320
_AROUND = 0.05


def ours(film: Film) -> Run:
    """All that the film page shows, with nothing kept from before."""
    forget(Path(os.environ["LOBBYCARD_CACHE"]))

    def work() -> None:
        shots = analyse(film).detect().shots
        thumbnails(film, tuple(shot.start for shot in shots), _WIDTH)
        if film.audio:
            peaks(film)

    return call(work)


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


def accuracy(folder: Path) -> None:
    """Cuts found and missed in clips that were checked by hand, within 50 ms."""
    rows = []
    wanted = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    for name, said in wanted.items():
        if "gradual" not in said:
            continue
        film = probe(folder / name)
        found = analyse(film).detect()
        cuts = [float(film.time_of(one.start)) for one in found.shots if one.kind == "cut"]
        right = [at for at in said["cuts_sec"] if any(abs(at - cut) <= _AROUND for cut in cuts)]
        held = [cut for cut in cuts if any(abs(at - cut) <= _AROUND for at in said["cuts_sec"])]
        gradual = [one for one in found.transitions if one.kind != "cut"]
        rows.append(
            [
                name,
                f"{len(right)} of {len(said['cuts_sec'])}",
                len(cuts) - len(held),
                f"{len(gradual)} found, {len(said['gradual'])} marked",
            ]
        )
    print(table(["clip", "cuts found", "cuts too many", "gradual"], rows), "\n", flush=True)


def main() -> None:
    """Measure, then judge where there are clips to judge by."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("film", type=Path, nargs="?")
    parser.add_argument("--height", type=int, choices=(720, 1080), default=1080)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    with workplace() as folder:
        path = film_of(folder, asked.height, asked.seconds, asked.film)
        film = probe(path)
        megabits = path.stat().st_size * 8 / float(film.duration) / 1e6
        heading("shots", f"{path.name}, {film.video.frames} frames, {megabits:.1f} Mb/s")
        sides = {"Lobbycard": lambda: ours(film), "PyAV decoding": lambda: decoding(path)}
        program = shutil.which("scenedetect")
        if program is None:
            print("PySceneDetect (scenedetect) is not on the path: that side is skipped.\n")
        else:
            sides["PySceneDetect"] = lambda: scenedetect(program, path, folder)
        found = {name: median(runs) for name, runs in in_turn(sides, asked.rounds).items()}
        mine = found.pop("Lobbycard")
        rows = [["Lobbycard", f"{mine.wall:.2f} s", f"{mine.cpu:.2f} s", "", ""]]
        for name, run in found.items():
            ratios = [times(mine.wall / run.wall), times(mine.cpu / run.cpu)]
            rows.append([name, f"{run.wall:.2f} s", f"{run.cpu:.2f} s", *ratios])
        print(table(["side", "wall", "CPU", "ours: wall", "ours: CPU"], rows), "\n", flush=True)
        root = media()
        if root is None or not (root / "corpus" / "shots").is_dir():
            print("LOBBYCARD_MEDIA names no checked clips: accuracy is skipped.")
        else:
            accuracy(root / "corpus" / "shots")


if __name__ == "__main__":
    main()
