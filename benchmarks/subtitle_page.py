"""From a key to the paint on the Subtitles page, with two linked tracks of many cues.

python -m benchmarks.subtitle_page [--cues N] [--times N]
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.measuring import heading, table, workplace
from studio.core.said import said
from studio.subs.linked import Linked
from studio.subs.linking import Link, Pairing
from tests.drawn import draw_film
from tests.ui.scenes import write_scenes
from ui.app import Parts, build
from ui.subs.model import TEXT_B
from ui.subs.page import SubsPage
from ui.widgets.theme import apply_theme

_Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier(0)
KEYS: dict[str, tuple[Qt.Key, Qt.KeyboardModifier]] = {
    "later by 100 ms": (_Key.Key_Right, ALT),
    "out at the playhead": (_Key.Key_F12, NONE),
    "link confirmed": (_Key.Key_F7, CONTROL),
    "link taken apart": (_Key.Key_U, CONTROL | ALT),
    "cue split": (_Key.Key_V, CONTROL | ALT),
    "pair split": (_Key.Key_V, CONTROL | ALT | SHIFT),
    "pairs merged": (_Key.Key_M, CONTROL | ALT | SHIFT),
    "pair deleted": (_Key.Key_Delete, SHIFT),
    "undo": (_Key.Key_Z, CONTROL),
}


def turned(ms: int) -> None:
    """The loop turns for a while."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


class Hands:
    """Keys into the page, each measured until what it changed is painted."""

    def __init__(self, page: SubsPage) -> None:
        self._page = page

    def rest(self) -> None:
        """What the key before left for later is done; the checks run on beside."""
        turned(60)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """One key to whatever has the focus."""
        QTest.keyClick(QApplication.focusWidget(), key, modifier)

    def measured(self, act: Callable[[], object]) -> float:
        """Milliseconds of this thread, the paint with them."""
        began = time.thread_time()
        act()
        self._page.grid.viewport().repaint()
        self._page.wave.repaint()
        return (time.thread_time() - began) * 1000


def opened(folder: Path, cues: int) -> tuple[Parts, SubsPage]:
    """The window over a campaign with two tracks of so many cues, linked one to one."""
    film = folder / "drawn.mp4"
    draw_film(film)
    parts = build()
    parts.window.resize(1440, 900)
    parts.window.show()
    parts.documents.open(write_scenes(folder / "scenes", film, cues))
    parts.window.show_page(2)
    turned(1000)
    page = parts.window.page(2)
    if not isinstance(page, SubsPage):
        raise SystemExit("The page is not there.")
    a, b = page.track(0), page.track(1)
    if a is None or b is None:
        raise SystemExit("The tracks are not there.")
    links = tuple(Link((n.id,), (m.id,), 0.7) for n, m in zip(a.cues, b.cues, strict=True))
    linked = Linked(a, b, Pairing(links))
    parts.session.apply(said("Link"), lambda project: project.with_linked("lamp", linked))
    return parts, page


def rows_of(hands: Hands, page: SubsPage, times: int) -> list[list[object]]:
    """What each key costs in the middle of the tracks."""
    grid, middle = page.grid, page.model.rowCount() // 2
    grid.setFocus()
    found: dict[str, list[float]] = {}
    grid.go_to(middle, TEXT_B)
    hands.rest()
    hands.key(_Key.Key_Return)
    found["a letter"] = [
        hands.measured(lambda: QTest.keyClicks(QApplication.focusWidget(), "e"))
        for _ in range(4 * times)
    ]
    hands.key(_Key.Key_Return)
    for place, (name, (key, modifier)) in enumerate(KEYS.items(), 1):
        for number in range(times):
            grid.setFocus()
            if name != "undo":
                # Each where none was before: a link that was taken apart cannot be split.
                grid.go_to(middle + 100 * place + 3 * number, TEXT_B)
            hands.rest()
            found.setdefault(name, []).append(hands.measured(partial(hands.key, key, modifier)))
    return [
        [name, f"{statistics.median(took):.1f} ms", f"{max(took):.1f} ms"]
        for name, took in found.items()
    ]


def main() -> None:
    """Measure typing and edits of links."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cues", type=int, default=20_000)
    parser.add_argument("--times", type=int, default=7)
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    apply_theme(application)  # type: ignore[arg-type]
    with workplace() as folder:
        heading(
            "subtitle page",
            f"2 × {asked.cues:,} cues, linked, 1440 × 900; load {os.getloadavg()[0]:.1f}",
        )
        parts, page = opened(folder, asked.cues)
        rows = rows_of(Hands(page), page, asked.times)
        print(table(["key", "median to the paint", "longest"], rows))
        parts.close()


if __name__ == "__main__":
    main()
