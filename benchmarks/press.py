"""A one-sheet at press resolution in every kind of file: seconds, memory, size.

    python -m benchmarks.press [--kinds K …]

27 × 40 in with bleed at 300 dpi, 99 megapixels, two languages and a legal line, each kind in a
process of its own; the last line paints it and writes nothing.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.measuring import ROOT, heading, table, workplace
from benchmarks.posters import COPY, drawn_still
from studio.poster.document import PosterCopy
from studio.poster.exports.write import export_poster
from studio.poster.format import KINDS, PRESS, Format
from studio.poster.make import make_poster
from studio.presets import store

PAINTED = "painted only"
SIDES = (
    "jpeg",
    "png",
    "png16",
    "tiff",
    f"tiff {PRESS}",
    "psd",
    f"psd {PRESS}",
    "pdf",
    "pdf-screen",
)


def one_sheet() -> Format:
    """The preset at twice its resolution, with an eighth of an inch of bleed."""
    form = store.poster_format("one-sheet")
    return replace(
        form, width=8175, height=12075, dpi=300.0, bleed_mm=3.175, kind="png", max_bytes=None
    )


def make(side: str, folder: Path) -> None:
    """Lay out, paint and write one file."""
    name, _, icc = side.partition(" ")
    kind = next((one for one in KINDS if one == name), "png")
    form = one_sheet().in_kind(kind, "" if side == PAINTED else icc)
    titles = {"zh-Hans": "夜摊", "en": "The Night Stall"}
    copy = PosterCopy(("zh-Hans", "en"), COPY, titles, "© 2026 Small Lights. All rights reserved.")
    made = make_poster(drawn_still(), store.template("quiet-line"), form, copy)
    if side != PAINTED:
        export_poster(made, folder / f"sheet.{form.extension}", form, {"Source": "drawn"})


def measured(side: str, folder: Path) -> list[str]:
    """A row: wall, CPU, the most memory that was held, size of the file."""
    began = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.press", "--make", side, "--out", str(folder)],
        cwd=ROOT,
    )
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"{side}: ended with {child.returncode}")
    wall = time.perf_counter() - began
    files = list(folder.glob("sheet.*"))
    size = f"{sum(path.stat().st_size for path in files) / 1e6:,.0f} MB" if files else ""
    for path in files:
        path.unlink()
    # Linux tells kilobytes, macOS bytes.
    held = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    cpu = usage.ru_utime + usage.ru_stime
    row = [side, f"{wall:.1f} s", f"{cpu:.1f} s", f"{held / 1e9:.2f} GB", size]
    print(" ".join(row), file=sys.stderr, flush=True)
    return row


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure each kind in turn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kinds", nargs="+", default=[*SIDES, PAINTED])
    parser.add_argument("--make", default="", help=argparse.SUPPRESS)
    parser.add_argument("--out", type=Path, default=Path(), help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    if asked.make:
        make(asked.make, asked.out)
        return
    form = one_sheet()
    with workplace() as folder:
        heading("press", f"{form.width} × {form.height} px, {form.pixels.pixels / 1e6:.0f} MP")
        rows = [measured(side, folder) for side in asked.kinds]
        print(table(["kind", "wall", "CPU", "peak memory", "file"], rows))


if __name__ == "__main__":
    main()
