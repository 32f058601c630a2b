"""Reading, checking and writing 100,000 cues beside srt and pysubs2; who reads hazards right.

python -m benchmarks.subtitles [--cues N] [--rounds N]
"""

from __future__ import annotations

import argparse
from fractions import Fraction
from functools import partial
from pathlib import Path

import pysubs2
import srt

from benchmarks.hazards import HAZARDS
from benchmarks.material import spoken, srt_text
from benchmarks.measuring import call, heading, in_turn, median, table, times, version, workplace
from studio.core.errors import StudioError
from studio.presets import store
from studio.subs.checks.run import check
from studio.subs.reading import read_track, write_track

Cues = list[tuple[int, int, str]]


def speed(folder: Path, count: int, rounds: int) -> None:
    """The same file read and written by everybody."""
    path, out = folder / "many.srt", folder / "out.srt"
    cues = spoken(count * 3 + 60, Fraction(1))[:count]
    path.write_text(srt_text("en", cues), encoding="utf-8")
    profile = store.profile("streaming")

    def ours() -> None:
        write_track(read_track(path, "en").track, out)

    def checked() -> None:
        track = read_track(path, "en").track
        check(track, profile)
        write_track(track, out)

    def by_srt() -> None:
        made = list(srt.parse(path.read_text(encoding="utf-8")))
        out.write_text(srt.compose(made), encoding="utf-8")

    def by_pysubs2() -> None:
        pysubs2.load(str(path), encoding="utf-8").save(str(out))

    sides = {
        "Lobbycard, read + write": ours,
        "Lobbycard, read + checks + write": checked,
        f"srt {version('srt')}, read + write": by_srt,
        f"pysubs2 {version('pysubs2')}, read + write": by_pysubs2,
    }
    works = {name: partial(call, side) for name, side in sides.items()}
    found = {name: median(runs).wall for name, runs in in_turn(works, rounds).items()}
    plain, all_checks = list(found.values())[:2]
    rows = [
        [name, f"{wall:.2f} s", times(plain / wall), times(all_checks / wall)]
        for name, wall in found.items()
    ]
    head = ["side", "wall", "our read + write is", "our read + checks + write is"]
    print(table(head, rows), "\n", flush=True)


def hazards(folder: Path) -> None:
    """Which reader gets every cue of files as they come."""
    readers = {"Lobbycard": _ours, "srt": _srt, "pysubs2": _pysubs2}
    rows = []
    for name, (data, wanted) in HAZARDS.items():
        path = folder / "hazard.srt"
        path.write_bytes(data)
        rows.append([name, *(_verdict(reader, path, wanted) for reader in readers.values())])
    print(table(["file", *readers], rows))


def _verdict(reader: object, path: Path, wanted: Cues) -> str:
    assert callable(reader)
    try:
        found = reader(path)
    except (
        StudioError,
        srt.SRTParseError,
        UnicodeError,
        ValueError,
        pysubs2.Pysubs2Error,
    ) as error:
        return f"refused ({type(error).__name__})"
    if found == wanted:
        return "right"
    return f"{len(found)} of {len(wanted)} cues" if len(found) != len(wanted) else "other text"


def _ours(path: Path) -> Cues:
    return [(cue.start, cue.end, cue.text) for cue in read_track(path).track.cues]


def _srt(path: Path) -> Cues:
    return [
        (
            round(cue.start.total_seconds() * 1000),
            round(cue.end.total_seconds() * 1000),
            cue.content,
        )
        for cue in srt.parse(path.read_text(encoding="utf-8-sig"))
    ]


def _pysubs2(path: Path) -> Cues:
    events = pysubs2.load(str(path), format_="srt")
    return [(event.start, event.end, event.plaintext) for event in events]


def main() -> None:
    """Speed, then hazards."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cues", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    with workplace() as folder:
        heading("subtitles", f"{asked.cues:,} cues")
        speed(folder, asked.cues, asked.rounds)
        hazards(folder)


if __name__ == "__main__":
    main()
