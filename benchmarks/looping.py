"""The event loop while an export runs: our window in a scripted session, and an empty window.

Both in turn, some 15 seconds each, while one export of the same campaign after the other goes on;
where one ends, a copy text is changed and the next begins. On a busy machine a window that
computes waits for a processor, and an empty one hardly does: so it is told, too, how long the turns
were without those waits (Linux counts them), and the exit code goes by that.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.measuring import table, workplace
from tests.drawn import draw_film
from tests.ui.acting import Exporting, in_turn, wait
from tests.ui.monkey import resident
from tests.ui.scenes import write_scenes
from tests.ui.watch import stalls
from ui.app import build
from ui.arrival import keep_what_is_loaded
from ui.widgets.theme import apply_theme

FAST, LONGEST, SHARE = 0.05, 0.2, 0.999
"""In seconds: what nearly all turns keep to, and what each does; and how many nearly all are."""
_CUES = 400
_SETTLE_MS = 4000
_NAMED = 12
"""So many of the longest turns are named with what Python did meanwhile."""


def run_loop(minutes: float) -> int:
    """The session for `minutes` and the empty window for as long; 0 where ours is as asked for."""
    with workplace() as folder:
        film = draw_film(folder / "lamp.mp4", frames=96, cuts=(24, 60))
        return _run(write_scenes(folder / "session", film, cues=_CUES), minutes * 120)


def _run(campaign: Path, seconds: float) -> int:
    app = QApplication(["lobbycard"])
    apply_theme(app)
    parts = build()
    keep_what_is_loaded()
    parts.window.resize(1440, 900)
    parts.window.show()
    parts.documents.open(campaign)
    wait(_SETTLE_MS)
    exporting = Exporting(parts)
    wait(_SETTLE_MS)
    before, memory = _load(), resident()
    turns, beside = in_turn(parts, seconds)
    sides = turns, beside.turns
    found = [
        *([turn.wall for turn in side] for side in sides),
        *([turn.held for turn in side] for side in sides),
    ]
    rows = [
        ["turns looked at", *(str(len(one)) for one in found)],
        ["no longer than 50 ms", *(f"{fast(one):.3%}" for one in found)],
    ]
    for name, share in (
        ("half of them", 0.5),
        ("99 of 100", 0.99),
        ("999 of 1000", SHARE),
        ("longest", 1.0),
    ):
        rows.append([name, *(f"{within(one, share):.1f} ms" for one in found)])
    head = ["the loop", "our window", "an empty window"]
    print(table([*head, "ours, without waits for a processor", "the empty one, likewise"], rows))
    ours, empty = found[2], found[3]
    less = [min(1.0, 1 - fast(other) + fast(one)) for one, other in (found[:2], found[2:])]
    print("\nless what the empty one shows, no longer than 50 ms:")
    print(f"{less[0]:.3%}; without waits for a processor {less[1]:.3%}")
    print(f"held for 100 ms by our own code: {len(stalls(turns))}")
    print(f"computing took {beside.slowness:.2f} times as long as at best")
    print(f"{exporting.begun} exports, at work in {exporting.share:.0%} of the looks")
    print(f"memory {memory / 1e6:.0f} MB before, {resident() / 1e6:.0f} MB after")
    print(f"load {before:.1f} before, {_load():.1f} after")
    for turn in sorted(turns, key=lambda turn: -turn.held)[:_NAMED]:
        if turn.held > FAST:
            print(
                f"{turn.held * 1000:.0f} ms, computed {turn.computed * 1000:.0f} ms\n{turn.stack}"
            )
    parts.close()
    return int(less[1] < SHARE or max(ours) > LONGEST + max(empty))


def within(took: Sequence[float], share: float) -> float:
    """In milliseconds: no more than 1 - `share` of the turns are longer."""
    return sorted(took)[min(len(took) - 1, int(share * len(took)))] * 1000


def fast(took: Sequence[float]) -> float:
    """The share of turns within 50 ms."""
    return sum(one <= FAST for one in took) / max(1, len(took))


def _load() -> float:
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
