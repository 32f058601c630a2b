"""How soon the Posters page shows an edit: from the act to the painted canvas, and to all tiles.

xvfb-run -a -s "-screen 0 1920x1200x24" python -m benchmarks.canvas
QT_QPA_PLATFORM=offscreen python -m benchmarks.canvas --size 1440x900 --edits 8

A campaign of real films (drawn ones without LOBBYCARD_MEDIA) is opened in the window, and a person
edits its posters by key and mouse: a letter in the field and on the poster itself, the copy moved,
another template. Each act is timed till the canvas has painted it, and till every tile that is seen
shows it, of the strip and then of the board of all formats and markets.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit, QToolButton, QWidget

from benchmarks.material import media
from benchmarks.measuring import heading, table, workplace
from tests.drawn import draw_film
from ui.app import Parts, build
from ui.arrival import keep_what_is_loaded
from ui.poster.page import PosterPage
from ui.widgets.theme import apply_theme

_FILMS = {
    "bunny": "big_buck_bunny_12s_1080p30.mp4",
    "sintel": "sintel_trailer_720p24.mp4",
    "steel": "tears_of_steel_battle_800x332_vp8.webm",
}
_POSTERS = (
    ("bunny", "burrow", "quiet-line", "00:00:04.000", {
        "zh-Hans": "灯不大，够一个人回家。", "en": "A small lamp. Enough to get home by.",
        "ja": "小さな灯りでも、帰り道には足りる。"}),
    ("bunny", "meadow", "centred-title", "00:00:08.000", {
        "zh-Hans": "你听，雨停了。", "en": "Listen, the rain has stopped."}),
    ("sintel", "snow", "vertical-line", "00:00:13.000", {
        "zh-Hant": "燈不大，夠一個人回家。", "zh-Hans": "灯不大，够一个人回家。",
        "en": "A small lamp. Enough to get home by."}),
    ("steel", "bridge", "split", "00:00:06.000", {
        "zh-Hans": "末班车还没有来。", "en": "The last bus has not come yet."}),
)  # fmt: skip
_MARKETS = (("cn", ("zh-Hans", "en")), ("tw", ("zh-Hant", "en")), ("uk", ("en",)))
_FORMATS = (
    "one-sheet", "a2", "jis-b1", "weibo-square", "wechat-cover", "open-graph", "kakao",
    "dooh-portrait", "douyin-cover", "instagram-story", "youtube-thumbnail", "instagram-portrait",
)  # fmt: skip
_SIZES = ("1440x900", "1920x1080")
_PATIENCE = 180.0
_LOOK_MS, _REST_MS = 3, 150


@dataclass(frozen=True, slots=True)
class Act:
    """One edit: seconds to the painted canvas and to all tiles, and of computing for both."""

    canvas: float
    tiles: float
    cpu_canvas: float
    cpu_tiles: float


class _Paints(QObject):
    """Counts the paints of a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return False


def _turns(done: Callable[[], bool]) -> None:
    """Let the loop turn until `done` says so; it rests between the looks."""
    loop, look = QEventLoop(), QTimer()
    end = time.monotonic() + _PATIENCE

    def ask() -> None:
        if done() or time.monotonic() > end:
            loop.quit()

    look.timeout.connect(ask)
    look.start(_LOOK_MS)
    loop.exec()
    look.stop()
    if not done():
        raise RuntimeError("nothing was painted in time")


class Person:
    """Edits posters on a page that is open, and looks at the clock."""

    def __init__(self, page: PosterPage) -> None:
        self.page = page
        self._paints = _Paints(page.canvas)

    def rest(self) -> None:
        """Till all is painted."""
        page = self.page
        _turns(
            lambda: (
                page.gallery.is_idle
                and not page.gallery.choosing.is_busy
                and page.desk.breaking.is_idle
                and (not page.board.isVisible() or page.shelving.is_idle)
            )
        )
        wait = QEventLoop()
        QTimer.singleShot(_REST_MS, wait.quit)
        wait.exec()

    def time(self, act: Callable[[], None]) -> Act:
        """Of one act, from a page at rest."""
        gallery, canvas = self.page.gallery, self.page.canvas
        self.rest()
        before = gallery.present
        paints = self._paints.count
        cpu, began = time.process_time(), time.perf_counter()
        act()

        def shown() -> bool:
            now = gallery.present
            there = now is not None and now is not before and gallery.is_canvas_current
            return there and (self._paints.count > paints or not canvas.isVisible())

        _turns(shown)
        at_canvas, cpu_canvas = time.perf_counter() - began, time.process_time() - cpu
        keys = self.page.strip.seen()
        _turns(lambda: self._tiles_shown(keys))
        at_tiles, cpu_tiles = time.perf_counter() - began, time.process_time() - cpu
        return Act(at_canvas, at_tiles, cpu_canvas, cpu_tiles)

    def _tiles_shown(self, keys: Sequence[str]) -> bool:
        page = self.page
        if page.board.isVisible():
            return page.shelving.is_idle
        return page.gallery.is_current(keys)

    @property
    def seen(self) -> int:
        """How many tiles are seen."""
        page = self.page
        return len((page.board if page.board.isVisible() else page.strip).seen())

    def show_board(self, *, there: bool) -> None:
        """The board of all formats and markets in the place of the canvas, or the canvas."""
        button = self.page.findChild(QToolButton, "poster-board")
        if button.isChecked() != there:
            button.click()


def _letters(person: Person, edits: int) -> list[Act]:
    """A letter typed at the end of the field."""
    field = person.page.findChild(QPlainTextEdit, "copy-en")
    field.setFocus()
    field.moveCursor(field.textCursor().MoveOperation.End)
    return [person.time(partial(QTest.keyClick, field, _typed(n))) for n in range(edits)]


def _typed(number: int) -> str:
    """What a person might type: words of six letters."""
    return "lamps "[number % 6]


def _written(person: Person, edits: int) -> list[Act]:
    """A letter typed on the poster itself, whose tiles follow; then it is left as it was."""
    person.rest()
    desk = person.page.desk
    desk.write_on(None)
    editor = desk.editor
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    acts = [person.time(partial(QTest.keyClick, editor, _typed(n))) for n in range(edits)]
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    return acts


def _drags(person: Person, edits: int) -> list[Act]:
    """The copy moved by the hand, a few pixels each time."""
    person.rest()
    canvas = person.page.canvas
    unit = canvas.sheet.unit
    start = canvas.on_screen(unit).center().toPoint()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    acts = []
    for n in range(1, edits + 1):
        to = start + QPoint(11 * (n % 7), -9 * (n % 8) - 20)
        acts.append(person.time(partial(QTest.mouseMove, canvas, to)))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=start)
    return acts


def _templates(person: Person, edits: int) -> list[Act]:
    """Another template, by the list at the right."""
    box = person.page.findChild(QComboBox, "poster-template")
    acts = []
    for n in range(edits):
        place = (box.currentIndex() + 1 + n % 2) % box.count()

        def choose(place: int = place) -> None:
            box.setCurrentIndex(place)
            box.activated.emit(place)

        acts.append(person.time(choose))
    return acts


_ACTS = {
    "a letter in the field": _letters,
    "a letter on the poster": _written,
    "the copy dragged": _drags,
    "another template": _templates,
}


_ON_CANVAS = ("a letter on the poster", "the copy dragged")


def _campaign(folder: Path) -> Path:
    root = media()
    lines = ["schema = 1", 'name = "Canvas"', 'version = "v01"']
    for name, file in _FILMS.items():
        source = folder / f"{name}{Path(file).suffix if root else '.mp4'}"
        if root is not None:
            shutil.copyfile(root / "media" / "film" / file, source)
        else:
            draw_film(source, frames=400, cuts=(120, 260))
        lines += ["", "[[films]]", f'id = "{name}"', f'source = "{source.name}"']
        for film, poster, template, still, copy in _POSTERS:
            if film == name:
                texts = ", ".join(f'{tag} = "{text}"' for tag, text in copy.items())
                lines += ["", "[[films.posters]]", f'id = "{poster}"', f'template = "{template}"']
                lines += [f'still = "{still}"', f"copy = {{ {texts} }}"]
    for market, spoken in _MARKETS:
        listed = ", ".join(f'"{one}"' for one in spoken)
        lines += ["", "[[markets]]", f'id = "{market}"', f"languages = [{listed}]"]
    for form in _FORMATS:
        lines += ["", "[[deliverables]]", f'format = "{form}"']
    path = folder / "campaign.toml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _opened(campaign: Path) -> tuple[Parts, PosterPage]:
    parts = build()
    keep_what_is_loaded()
    parts.window.show()
    parts.documents.open(campaign)
    parts.window.show_page(1)
    found: list[PosterPage] = []

    def there() -> bool:
        page = parts.window.page(1)
        if isinstance(page, PosterPage) and page.gallery.present is not None:
            found.append(page)
        return bool(found) and not parts.jobs.running

    _turns(there)
    return parts, found[0]


def _row(size: str, name: str, where: str, acts: Sequence[Act]) -> list[str]:
    def ms(values: Sequence[float]) -> str:
        return f"{statistics.median(values) * 1000:.0f} ({max(values) * 1000:.0f})"

    return [
        size, name, where,
        ms([one.canvas for one in acts]), ms([one.cpu_canvas for one in acts]),
        ms([one.tiles for one in acts]), ms([one.cpu_tiles for one in acts]),
    ]  # fmt: skip


def main() -> int:
    """Returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", action="append", metavar="WxH")
    parser.add_argument("--edits", type=int, default=12)
    parser.add_argument("--only", action="append", choices=list(_ACTS))
    parser.add_argument("--board", action="store_true", help="the board alone")
    given = parser.parse_args()
    app = QApplication(["lobbycard"])
    apply_theme(app)
    rows = []
    with workplace() as folder:
        campaign = _campaign(folder)
        parts, page = _opened(campaign)
        person = Person(page)
        heading("An edit on the Posters page", f"{len(_FORMATS)} formats × {len(_MARKETS)} markets")
        for size in given.size or _SIZES:
            width, _, height = size.partition("x")
            parts.window.resize(int(width), int(height))
            for where in ("board",) if given.board else ("strip", "board"):
                person.show_board(there=where == "board")
                for name in given.only or _ACTS:
                    if where == "board" and name in _ON_CANVAS:
                        continue
                    page.go_back(["bunny", "burrow", "cn", "one-sheet", {}])
                    person.rest()
                    acts = _ACTS[name](person, given.edits)
                    rows.append(_row(size, name, f"{where}, {person.seen} tiles", acts))
                    print(rows[-1], file=sys.stderr, flush=True)
        load = f"load {os.getloadavg()[0]:.1f} at the end" if hasattr(os, "getloadavg") else ""
        head = ["window", "act", "tiles", "to the canvas", "CPU", "to all tiles seen", "CPU"]
        print(table(head, rows))
        print(f"\nMilliseconds: medians of {given.edits} acts, the longest in brackets; {load}")
        parts.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
