"""Burning a bilingual film beside ffmpeg with libass and beside plain MoviePy.

python -m benchmarks.burn [FILM] [--part first|moviepy|again|languages|memory] [--seconds N]
"""

from __future__ import annotations

import argparse
import random
import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from functools import partial
from pathlib import Path

from benchmarks.burn_sides import CRF, PAIR, THREADS, Bench, builds
from benchmarks.differing import psnr
from benchmarks.material import enlarged, film_of
from benchmarks.measuring import (
    Run,
    heading,
    in_turn,
    median,
    table,
    times,
    workplace,
)

TWO_THIRDS = Fraction(2, 3)


def first(asked: argparse.Namespace) -> None:
    """The first export beside each ffmpeg; sizes, and the picture where no caption stands."""
    with _bench("first", asked, asked.seconds or 60) as bench:
        peers = builds()
        bench.write(TWO_THIRDS)
        sides = {"Lobbycard": bench.fresh}
        for number, (name, program) in enumerate(peers.items()):
            sides[name] = partial(bench.ffmpeg, program, f"peer{number}.mp4")
        runs = in_turn(sides, asked.rounds)
        my_file = bench.folder / "ours.mp4"
        my_db = psnr(bench.film, my_file)
        rows = [[*_row("Lobbycard", median(runs["Lobbycard"])), "", "", "", f"{my_db:.2f} dB"]]
        for number, name in enumerate(peers):
            other, file = median(runs[name]), bench.folder / f"peer{number}.mp4"
            size = times(my_file.stat().st_size / file.stat().st_size, 3)
            rows.append(
                [*_row(name, other), *_beside(runs, name), size, f"{psnr(bench.film, file):.2f} dB"]
            )
        head = ["side", "wall", "CPU", "ours: wall", "ours: CPU", "ours: size"]
        print(table([*head, "PSNR above captions"], rows), "\n", flush=True)


def moviepy(asked: argparse.Namespace) -> None:
    """The first export beside plain MoviePy."""
    with _bench("moviepy", asked, asked.seconds or 60) as bench:
        bench.write(TWO_THIRDS)
        name = "MoviePy SubtitlesClip"
        runs = in_turn({"Lobbycard": bench.fresh, name: bench.moviepy}, asked.rounds)
        rows = [
            [*_row("Lobbycard", median(runs["Lobbycard"])), "", ""],
            [*_row(name, median(runs[name])), *_beside(runs, name)],
        ]
        print(table(["side", "wall", "CPU", "ours: wall", "ours: CPU"], rows), "\n", flush=True)


def again(asked: argparse.Namespace) -> None:
    """One corrected line after the first export of ten minutes, for lines anywhere in the film.

    From the start of the process to the renamed file; at the end the bytes of the last one are
    compared with a fresh export.
    """
    with _bench("again", asked, asked.seconds or 600) as bench:
        bench.write(TWO_THIRDS)
        whole = bench.fresh()
        kept = bench.ours()
        chance, runs = random.Random(7), []
        path = bench.folder / f"{PAIR[1]}.srt"
        before = path.read_text(encoding="utf-8")
        blocks = before.rstrip("\n").split("\n\n")
        for place in chance.sample(range(len(blocks)), min(asked.lines, len(blocks))):
            corrected = [*blocks[:place], blocks[place] + " (corrected)", *blocks[place + 1 :]]
            path.write_text("\n\n".join(corrected) + "\n", encoding="utf-8")
            runs.append(bench.ours())
        last = (bench.folder / "ours.mp4").read_bytes()
        wall = statistics.median(run.wall for run in runs)
        cpu = statistics.median(run.cpu for run in runs)
        print(
            f"{bench.speed}, {bench.seconds} s of film: first {whole.wall:.1f} s "
            f"(CPU {whole.cpu:.1f} s), again unchanged {kept.wall:.1f} s "
            f"({kept.wall / whole.wall:.1%}), after one corrected line {wall:.1f} s "
            f"({wall / whole.wall:.2%}; CPU {cpu:.1f} s, {cpu / whole.cpu:.2%}; "
            f"median of {len(runs)}, worst {max(run.wall for run in runs):.1f} s)",
            flush=True,
        )
        if asked.fresh:
            bench.fresh()
            same = (bench.folder / "ours.mp4").read_bytes() == last
            print("the same bytes as a fresh export" if same else "OTHER BYTES THAN FRESH")
        print(flush=True)


def languages(asked: argparse.Namespace) -> None:
    """Five pairs in one command, beside five runs of each ffmpeg."""
    peers = builds()
    for share in (Fraction(1, 3), TWO_THIRDS):
        with _bench("languages", asked, asked.seconds or 60) as bench:
            bench.write(share)
            sides = {"Lobbycard": bench.all_fresh}
            for name, program in peers.items():
                sides[name] = partial(bench.ffmpeg_for_all, program)
            runs = in_turn(sides, asked.rounds)
            rows = [[*_row("Lobbycard, five pairs", median(runs["Lobbycard"])), "", ""]]
            for name in peers:
                rows.append([*_row(f"5 × {name}", median(runs[name])), *_beside(runs, name)])
            print(f"{share} of the film captioned")
            head = ["side", "wall", "CPU", "ours: wall", "ours: CPU"]
            print(table(head, rows), "\n", flush=True)


def memory(asked: argparse.Namespace) -> None:
    """The most memory of the largest process, at two lengths and two sizes; and of five pairs."""
    rows = []
    for height, limit in ((1080, 1000), (2160, 2500)):
        for seconds in (20, asked.seconds or 60):
            with _bench("memory", asked, seconds, height) as bench:
                bench.write(TWO_THIRDS)
                one, five = bench.fresh(), bench.all_fresh()
                found = [f"{run.memory / 1e6:.0f} MB" for run in (one, five)]
                rows.append([f"{height} lines, {seconds} s", *found, f"< {limit} MB"])
    print(table(["film", f"one pair, {asked.speed}", "five pairs", "asked for"], rows), flush=True)


def _row(name: str, run: Run) -> list[str]:
    return [name, f"{run.wall:.1f} s", f"{run.cpu:.1f} s"]


def _beside(runs: dict[str, tuple[Run, ...]], name: str) -> list[str]:
    mine, other = median(runs["Lobbycard"]), median(runs[name])
    return [times(mine.wall / other.wall, 3), times(mine.cpu / other.cpu, 3)]


@contextmanager
def _bench(part: str, asked: argparse.Namespace, seconds: int, height: int = 0) -> Iterator[Bench]:
    """A workplace with a film of so many seconds, under a heading."""
    height = height or asked.height
    with workplace() as folder:
        if height > 1080:
            film = enlarged(folder, height, seconds)
        else:
            film = film_of(folder, height, seconds, asked.film)
        settings = f"x264 {asked.speed} CRF {CRF}, {THREADS} threads"
        heading(f"burn: {part}", f"{film.name}, {settings}")
        yield Bench(folder, film.resolve(), seconds, asked.speed)


PARTS = {
    "first": first,
    "moviepy": moviepy,
    "again": again,
    "languages": languages,
    "memory": memory,
}


def main() -> None:
    """Measure the parts asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("film", type=Path, nargs="?")
    parser.add_argument("--part", choices=tuple(PARTS), action="append")
    parser.add_argument("--seconds", type=int, default=0, help="of film; again: 600, else 60")
    parser.add_argument("--height", type=int, choices=(720, 1080), default=1080)
    parser.add_argument("--speed", default="medium")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--lines", type=int, default=20, help="corrected one by one, by again")
    parser.add_argument("--fresh", action="store_true", help="again: compare with a fresh export")
    asked = parser.parse_args()
    for part in asked.part or PARTS:
        PARTS[part](asked)


if __name__ == "__main__":
    main()
