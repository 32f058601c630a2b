"""Burning a bilingual film beside ffmpeg with libass and beside plain MoviePy.

python -m benchmarks.burn [FILM] [--part first|moviepy|again|languages] [--seconds N]
"""

from __future__ import annotations

import argparse
import random
import statistics
from fractions import Fraction
from functools import partial
from pathlib import Path

from benchmarks.burn_sides import CRF, PAIR, PAIRS, THREADS, Bench, builds
from benchmarks.differing import psnr
from benchmarks.material import film_of
from benchmarks.measuring import forget, heading, in_turn, median, table, times, workplace


def first(bench: Bench, rounds: int) -> None:
    """The first export beside each ffmpeg; sizes, and the picture where no caption stands."""
    peers = builds()
    bench.write(Fraction(2, 3))
    sides = {"Lobbycard": bench.fresh}
    for number, (name, program) in enumerate(peers.items()):
        sides[name] = partial(bench.ffmpeg, program, f"peer{number}.mp4")
    runs = in_turn(sides, rounds)
    mine, my_file = median(runs["Lobbycard"]), bench.folder / "ours.mp4"
    my_db = psnr(bench.film, my_file)
    rows = [["Lobbycard", f"{mine.wall:.1f} s", f"{mine.cpu:.1f} s", "", "", "", f"{my_db:.2f} dB"]]
    for number, name in enumerate(peers):
        other, file = median(runs[name]), bench.folder / f"peer{number}.mp4"
        size = my_file.stat().st_size / file.stat().st_size
        ratios = [times(mine.wall / other.wall), times(mine.cpu / other.cpu), times(size)]
        db = psnr(bench.film, file)
        rows.append([name, f"{other.wall:.1f} s", f"{other.cpu:.1f} s", *ratios, f"{db:.2f} dB"])
    head = ["side", "wall", "CPU", "ours: wall", "ours: CPU", "ours: size", "PSNR above captions"]
    print(table(head, rows), "\n", flush=True)


def moviepy(bench: Bench, rounds: int) -> None:
    """The first export beside plain MoviePy."""
    bench.write(Fraction(2, 3))
    runs = in_turn({"Lobbycard": bench.fresh, "MoviePy": bench.moviepy}, rounds)
    mine, other = median(runs["Lobbycard"]), median(runs["MoviePy"])
    ratios = [times(mine.wall / other.wall), times(mine.cpu / other.cpu)]
    rows = [
        ["Lobbycard", f"{mine.wall:.1f} s", f"{mine.cpu:.1f} s", "", ""],
        ["MoviePy SubtitlesClip", f"{other.wall:.1f} s", f"{other.cpu:.1f} s", *ratios],
    ]
    print(table(["side", "wall", "CPU", "ours: wall", "ours: CPU"], rows), "\n", flush=True)


def again(bench: Bench, rounds: int) -> None:
    """One corrected line after the first export, for lines anywhere in the film."""
    bench.write(Fraction(2, 3))
    whole = bench.fresh()
    kept = bench.ours()
    chance, runs = random.Random(7), []
    path = bench.folder / f"{PAIR[1]}.srt"
    before = path.read_text(encoding="utf-8")
    blocks = before.rstrip("\n").split("\n\n")
    for place in chance.sample(range(len(blocks)), min(rounds * 4, len(blocks))):
        corrected = [*blocks[:place], blocks[place] + " (corrected)", *blocks[place + 1 :]]
        path.write_text("\n\n".join(corrected) + "\n", encoding="utf-8")
        runs.append(bench.ours().wall)
    share = statistics.median(runs) / whole.wall
    print(
        f"{bench.speed}, {bench.seconds} s of film: first {whole.wall:.1f} s, "
        f"again unchanged {kept.wall:.1f} s ({kept.wall / whole.wall:.1%}), after one corrected "
        f"line {statistics.median(runs):.1f} s ({share:.1%}; median of {len(runs)})\n",
        flush=True,
    )


def languages(bench: Bench, _: int) -> None:
    """Five pairs one after the other with one store, beside five times ffmpeg."""
    peers = builds()
    for share in (Fraction(1, 3), Fraction(2, 3)):
        bench.write(share)
        forget(bench.folder / "cache")
        mine = [bench.ours(pair) for pair in PAIRS]
        wall, cpu = sum(run.wall for run in mine), sum(run.cpu for run in mine)
        said = ", ".join(f"{run.wall:.1f}" for run in mine)
        print(f"{share} captioned: ours {wall:.1f} s, CPU {cpu:.1f} s, each {said} s")
        for name, program in peers.items():
            one = bench.ffmpeg(program, "peer.mp4")
            ratio = f"{times(wall / one.wall / 5)} wall, {times(cpu / one.cpu / 5)} CPU"
            print(f"  5 × {name} ({one.wall:.1f} s each): ours is {ratio}", flush=True)
    print()


PARTS = {"first": first, "moviepy": moviepy, "again": again, "languages": languages}


def main() -> None:
    """Measure the parts asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("film", type=Path, nargs="?")
    parser.add_argument("--part", choices=tuple(PARTS), action="append")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--height", type=int, choices=(720, 1080), default=1080)
    parser.add_argument("--speed", default="medium")
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    for part in asked.part or PARTS:
        with workplace() as folder:
            film = film_of(folder, asked.height, asked.seconds, asked.film)
            what = f"{film.name}, x264 {asked.speed} CRF {CRF}, {THREADS} threads"
            heading(f"burn: {part}", what)
            bench = Bench(folder, film.resolve(), asked.seconds, asked.speed)
            PARTS[part](bench, asked.rounds)


if __name__ == "__main__":
    main()
