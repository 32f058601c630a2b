"""100,000 cues read, checked, written beside srt and pysubs2; who reads files as they come.

python -m benchmarks.subtitles [--cues N] [--rounds N]
"""

from __future__ import annotations

import argparse
import logging
import re
import warnings
from collections import Counter
from fractions import Fraction
from functools import partial
from pathlib import Path

import av
import pysubs2
import srt

from benchmarks.hazards import Cues, hazards
from benchmarks.material import media, spoken, srt_text
from benchmarks.measuring import call, heading, in_turn, median, table, times, version, workplace
from benchmarks.readers import READERS, Missing, knows
from studio.core.errors import StudioError
from studio.presets import store
from studio.subs.checks.run import check
from studio.subs.plain import plain_lines
from studio.subs.reading import read_track
from studio.subs.writing import write_track


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


def by_hand(folder: Path) -> None:
    """Which reader gets every cue of files as they come, against cues written by hand."""
    right: Counter[tuple[str, str]] = Counter()
    rows: list[list[str]] = []
    listed = hazards()
    for one in listed:
        path = folder / f"hazard{one.suffix}"
        path.write_bytes(one.data)
        verdicts = {name: _verdict(name, path, one.wanted) for name in READERS}
        right.update((name, one.suffix) for name, said in verdicts.items() if said == "right")
        rows.append([f"{one.suffix} {one.name}", *verdicts.values()])
    print(table(["file", *READERS], rows), "\n")
    sizes = Counter(one.suffix for one in listed)
    totals = [
        [f"{suffix}, {size} files", *(_share(name, suffix, right) for name in READERS)]
        for suffix, size in sizes.items()
    ]
    print(table(["read rightly", *READERS], totals), "\n")


def _share(name: str, suffix: str, right: Counter[tuple[str, str]]) -> str:
    if not knows(name, suffix):
        return "—"
    return str(right[name, suffix]) if _installed(name) else "not installed"


def _installed(name: str) -> bool:
    try:
        READERS[name](Path("nothing.srt"))
    except Missing:
        return False
    except (StudioError, OSError, av.FFmpegError):
        return True
    return True


def _verdict(name: str, path: Path, wanted: Cues) -> str:
    if not knows(name, path.suffix):
        return "—"
    found = _read(name, path)
    if isinstance(found, str):
        return found
    if _seen(found) == _seen(wanted):
        return "right"
    if len(found) != len(wanted):
        return f"{len(found)} of {len(wanted)}"
    times = [one[:2] for one in found] == [one[:2] for one in wanted]
    return "other text" if times else "other times"


def _read(name: str, path: Path) -> Cues | str:
    try:
        return READERS[name](path)
    except Missing:
        return "not installed"
    except Exception as error:  # noqa: BLE001 - what a stranger's reader raises is its verdict
        return f"refused ({type(error).__name__})"


def _seen(cues: Cues) -> list[tuple[int, int, tuple[str, ...]]]:
    """What a viewer sees: without tags."""
    return [(start, end, plain_lines(text)) for start, end, text in cues]


def corpus() -> None:
    """Over other projects' own files: how many give as many cues as they have time codes."""
    root = media()
    if root is None:
        print("LOBBYCARD_MEDIA is not set: no corpus.")
        return
    files = [path for path in sorted((root / "corpus" / "subtitles").rglob("*")) if _counted(path)]
    rows = []
    for name in READERS:
        tried = [path for path in files if knows(name, _suffix(path))]
        if not _installed(name):
            rows.append([name, str(len(tried)), "not installed", "", ""])
            continue
        found = [(path, _read(name, path)) for path in tried]
        refused = sum(isinstance(one, str) for _, one in found)
        whole = sum(not isinstance(one, str) and len(one) == _codes(path) for path, one in found)
        silent = len(tried) - refused - whole
        rows.append([name, str(len(tried)), str(whole), str(refused), str(silent)])
    head = ["reader", "files of its formats", "a cue for each time code", "refused", "other number"]
    print(table(head, rows))
    told = sum(bool(read_track(path).dropped) for path in files)
    print(f"Lobbycard tells every time code that became no cue; files with such or others: {told}")


def _counted(path: Path) -> bool:
    if not path.is_file() or not re.fullmatch(r"\.(?:srt|vtt|ass|ssa|ttml|xml)", path.suffix):
        return False
    try:
        return read_track(path).time_codes > 0
    except StudioError:
        return False


def _suffix(path: Path) -> str:
    return {".ssa": ".ass", ".xml": ".ttml"}.get(path.suffix, path.suffix)


def _codes(path: Path) -> int:
    return read_track(path).time_codes


def main() -> None:
    """Speed, then files as they come."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cues", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    # What other readers mutter to themselves is not ours to print.
    logging.disable(logging.WARNING)
    warnings.simplefilter("ignore")
    with workplace() as folder:
        heading("subtitles", f"{asked.cues:,} cues")
        speed(folder, asked.cues, asked.rounds)
        by_hand(folder)
    corpus()


if __name__ == "__main__":
    main()
