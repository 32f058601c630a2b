"""While an export runs, our own code never holds the event loop for long."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from tests.ui.scenes import write_scenes
from tests.ui.watch import Watch
from ui.app import Parts, build
from ui.poster.page import PosterPage
from ui.subs.page import SubsPage

_LIMIT = 0.1
_SETTLE_MS = 2500
Step = Callable[[], object]


@pytest.fixture
def opened(themed: QApplication, tmp_path: Path, drawn_path: Path) -> Iterator[Parts]:
    """The whole window with a small campaign."""
    parts = build()
    parts.window.resize(1440, 900)
    parts.window.show()
    parts.documents.open(write_scenes(tmp_path / "scenes", drawn_path, cues=400))
    yield parts
    parts.close()
    parts.window.deleteLater()


def wait(ms: int) -> None:
    """Let the loop run."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def steps(parts: Parts) -> Iterator[tuple[Step, int]]:
    """What a person does over all pages, and how long they then look, in ms."""
    window = parts.window
    yield (lambda: window.show_page(3)), 600
    yield window.commands["deliver-make-all"].trigger, 600
    yield from _posters(parts)
    yield from _subtitles(parts)
    yield (lambda: window.show_page(0)), 800
    for _ in range(3):
        yield window.commands["film-next-cut"].trigger, 200
    yield (lambda: window.show_page(3)), 500
    for _ in range(8):
        yield parts.session.undo, 80
    for _ in range(8):
        yield parts.session.redo, 80


def _posters(parts: Parts) -> Iterator[tuple[Step, int]]:
    window = parts.window
    yield (lambda: window.show_page(1)), 1200
    for _ in range(4):
        yield window.commands["poster-format"].trigger, 250
    page = window.page(1)
    assert isinstance(page, PosterPage)
    for number in range(12):
        yield partial(page.inspector.copy_typed.emit, "en", f"A small lamp {number}"), 60
    for number in range(12):
        yield partial(page.canvas.nudged.emit, 4.0 * number, 2.0), 40


def _subtitles(parts: Parts) -> Iterator[tuple[Step, int]]:
    window = parts.window
    yield (lambda: window.show_page(2)), 1200
    page = window.page(2)
    assert isinstance(page, SubsPage)
    for row in range(0, 40, 4):
        yield partial(page.grid.go_to, row), 60
    for _ in range(5):
        yield window.commands["subs-next"].trigger, 80
    for _ in range(5):
        yield window.commands["subs-later"].trigger, 60


def session(parts: Parts) -> Watch:
    """Do all the steps, and watch."""
    watch = Watch(_LIMIT)
    watch.begin()
    for step, ms in steps(parts):
        QTimer.singleShot(0, parts.window, step)
        wait(ms)
    watch.end()
    return watch


def test_no_page_holds_the_loop_while_an_export_runs(opened: Parts) -> None:
    wait(_SETTLE_MS)
    began = time.monotonic()
    watch = session(opened)
    told = "\n".join(
        f"{turn.wall * 1000:.0f} ms, computed {turn.computed * 1000:.0f} ms\n{turn.stack}"
        for turn in watch.stalls
    )
    assert not watch.stalls, told
    assert len(watch.turns) > 10 * (time.monotonic() - began), "the watch slept"
