"""While an export runs, our own code never holds the event loop for long."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.acting import Exporting, in_turn, wait
from tests.ui.scenes import write_scenes
from tests.ui.watch import stalls
from ui.app import Parts, build
from ui.arrival import keep_what_is_loaded

_LIMIT = 0.1
_SETTLE_MS, _SECONDS = 2500, 14.0
_AT_WORK = 0.8
"""In so many looks an export is under way; between two a document is written and read."""


@pytest.fixture
def opened(themed: QApplication, tmp_path: Path, drawn_path: Path) -> Iterator[Parts]:
    """The whole window with a small campaign, and the program's own way with garbage."""
    parts = build()
    gc.collect()
    before = gc.get_threshold()
    keep_what_is_loaded()
    parts.window.resize(1440, 900)
    parts.window.show()
    parts.documents.open(write_scenes(tmp_path / "scenes", drawn_path, cues=400))
    yield parts
    parts.close()
    parts.window.deleteLater()
    gc.unfreeze()
    gc.set_threshold(*before)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_no_page_holds_the_loop_while_an_export_runs(opened: Parts) -> None:
    wait(_SETTLE_MS)
    exporting = Exporting(opened)
    wait(_SETTLE_MS)
    turns, empty = in_turn(opened, _SECONDS)
    exporting.end()
    # What an empty window beside the same export is held for is the machine's doing, and so is
    # how slowly it computes there.
    machine = max(turn.wall for turn in empty.turns)
    ours = [
        turn for turn in stalls(turns, _LIMIT * empty.slowness) if turn.held - machine >= _LIMIT
    ]
    told = "\n".join(
        f"{turn.held * 1000:.0f} ms, computed {turn.computed * 1000:.0f} ms\n{turn.stack}"
        for turn in ours
    )
    calm = f"an empty window: {machine * 1000:.0f} ms at most, {empty.slowness:.2f} as slow"
    assert not ours, f"{calm}\n{told}"
    for side in (turns, empty.turns):
        assert len(side) > 10 * _SECONDS / 2, "a watch slept"
    assert exporting.share >= _AT_WORK, f"{exporting.begun} exports: not at work all the time"
