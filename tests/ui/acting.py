"""What a person does over all pages while an export goes on, with an empty window to compare."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QEventLoop, QObject, QTimer

from tests.ui.hollow import Empty, Hollow
from tests.ui.watch import Turn, Watch
from ui.app import Parts
from ui.poster import edits
from ui.poster.canvas import COPY, PICTURE
from ui.poster.page import PosterPage
from ui.subs.page import SubsPage

_LOOK_MS = 250
Step = Callable[[], object]


def wait(ms: int) -> None:
    """Let the loop run."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


class Exporting(QObject):
    """Keeps an export going: where one ends, a copy text changes and the posters are stale."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self.begun = self.looks = self.busy = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    @property
    def share(self) -> float:
        """In how many of the looks an export was at work."""
        return self.busy / max(1, self.looks)

    def end(self) -> None:
        """Let what runs be the last."""
        self._timer.stop()

    def _look(self) -> None:
        queue, session = self._parts.pages.queue, self._parts.session
        self.looks += 1
        if queue.is_busy:
            self.busy += 1
            return
        self._timer.stop()
        self.begun += 1
        words = edits.with_copy("en", f"The lamp is small, {self.begun}.")
        session.apply("Write", lambda project: edits.changed(project, ("lamp", "one"), words))
        # An export is made of what is on disk; of a changed document it would ask.
        if self._parts.documents.save():
            queue.add(None, None)
        self._timer.start()


def steps(parts: Parts) -> Iterator[tuple[Step, int]]:
    """What a person does over all pages, and how long they then look, in ms."""
    yield partial(parts.window.show_page, 3), 600
    yield from _posters(parts)
    yield from _subtitles(parts)
    yield partial(parts.window.show_page, 0), 800
    for _ in range(3):
        yield parts.window.commands["film-next-cut"].trigger, 200
    yield partial(parts.speak, "zh-Hans"), 1500
    yield partial(parts.window.show_page, 3), 500
    for _ in range(8):
        yield parts.session.undo, 80
    for _ in range(8):
        yield parts.session.redo, 80
    yield partial(parts.speak, "en"), 1200
    yield parts.documents.save_behind, 300


def _posters(parts: Parts) -> Iterator[tuple[Step, int]]:
    yield partial(parts.window.show_page, 1), 1200
    for _ in range(4):
        yield parts.window.commands["poster-format"].trigger, 250
    page = parts.window.page(1)
    assert isinstance(page, PosterPage)
    for number in range(12):
        yield partial(page.inspector.copy_typed.emit, "en", f"A small lamp {number}"), 60
    for number in range(12):
        held = COPY if number % 3 == 2 else PICTURE
        yield partial(page.canvas.nudged.emit, held, 4.0 * number, 2.0), 40


def _subtitles(parts: Parts) -> Iterator[tuple[Step, int]]:
    yield partial(parts.window.show_page, 2), 1200
    page = parts.window.page(2)
    assert isinstance(page, SubsPage)
    for row in range(0, 40, 4):
        yield partial(page.grid.go_to, row), 60
    for _ in range(5):
        yield parts.window.commands["subs-next"].trigger, 80
    for _ in range(5):
        yield parts.window.commands["subs-later"].trigger, 60


def act(parts: Parts) -> Watch:
    """Do all the steps once, and watch."""
    watch = Watch()
    watch.begin()
    for step, ms in steps(parts):
        QTimer.singleShot(0, parts.window, step)
        wait(ms)
    watch.end()
    return watch


def in_turn(parts: Parts, seconds: float) -> tuple[tuple[Turn, ...], Empty]:
    """All steps, then as long an empty window, again and again for `seconds` of both.

    The export goes on all the while, so both sides meet the same load. Returns the turns of our
    loop, and what the empty window found.
    """
    noted: list[tuple[float, float, str, float]] = []
    hollow = Hollow()
    try:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            began = time.monotonic()
            noted += act(parts).noted
            hollow.say("on")
            wait(round((time.monotonic() - began) * 1000))
            hollow.say("off")
        return tuple(Turn(*one) for one in noted), hollow.end()
    finally:
        hollow.leave()
