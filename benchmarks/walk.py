"""Drives the window under a real X server by mouse and keyboard, and takes the README's pictures.

xvfb-run -a -s "-screen 0 1440x900x24" python -m benchmarks.walk walk
xvfb-run -a -s "-screen 0 1440x900x24" python -m benchmarks.walk pictures CAMPAIGN docs/pictures
… python -m benchmarks.walk pictures CAMPAIGN docs/pictures --language zh-Hans
xvfb-run -a -s "-screen 0 1440x900x24" python -m benchmarks.walk start
"""

from __future__ import annotations

import argparse
import io
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import QBuffer, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.drawn import draw_film
from tests.ui.walking import Desk, Find, Person, Walk, awake, walk
from ui.app import Parts, build
from ui.deliver.matrix import Matrix
from ui.film.strip import StripView
from ui.subs.grid import Grid
from ui.widgets.language import set_language
from ui.widgets.theme import apply_theme

ROOT = Path(__file__).resolve().parents[1]
LARGEST = 350_000
"""Bytes of a picture in the README."""
_SIGN = "jp/small-lights/small-lights-lamp-jis-b1.jpg"
_CUES = {
    "zh-Hans": ("夜很大。", "灯很小。"),
    "en": ("The night is wide.", "The lamp is small."),
}
_TIMES = ("00:00:00,500 --> 00:00:02,000", "00:00:02,200 --> 00:00:03,600")


class ScreenHand:
    """Moves the pointer and presses the keys of the X server; needs xdotool."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def click(self, find: Find, at: QPoint | None = None) -> None:
        """A real press and release where the widget is on the screen."""

        def place() -> QPoint:
            widget = find()
            if widget is None:
                raise LookupError("what was to be clicked has gone")
            return widget.mapToGlobal(at if at is not None else widget.rect().center())

        point = self._desk.ask(place)
        _xdotool("mousemove", "--sync", str(point.x()), str(point.y()))
        _xdotool("click", "1")

    def type(self, text: str) -> None:
        """Key by key."""
        self._desk.until(awake, "a window has the keyboard")
        _xdotool("type", "--delay", "15", text)

    def press(self, keys: str) -> None:
        """As the menus write them."""
        self._desk.until(awake, "a window has the keyboard")
        parts = [part if len(part) > 1 else part.lower() for part in keys.split("+")]
        names = {"Ctrl": "ctrl", "Shift": "shift", "Alt": "alt"}
        _xdotool("key", "+".join(names.get(part, part) for part in parts))


def _xdotool(*arguments: str) -> None:
    subprocess.run(["xdotool", *arguments], check=True, capture_output=True, timeout=60)


def _window(language: str = "en") -> tuple[QApplication, Parts]:
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    app = QApplication(["lobbycard"])
    apply_theme(app)
    set_language(language)
    parts = build()
    parts.window.setGeometry(0, 0, 1440, 900)
    parts.window.show()
    parts.window.activateWindow()
    return app, parts


def _driven(parts: Parts, desk: Desk, act: Callable[[], None]) -> None:
    """Let the person act while the window lives; raises what stopped them."""
    loop = QEventLoop()
    done = Walk(act, desk)
    look = QTimer()
    look.timeout.connect(lambda: loop.quit() if done.over else None)
    look.start(100)
    loop.exec()
    look.stop()
    parts.close()
    if done.error is not None:
        raise done.error


# -- the walk -------------------------------------------------------------------------------


def _materials(folder: Path) -> tuple[Path, tuple[Path, Path]]:
    film = draw_film(folder / "night-walk.mp4", frames=96, rate=Fraction(24), cuts=(24, 60))
    paths = []
    for language, lines in _CUES.items():
        path = folder / f"night-walk.{language}.srt"
        cues = zip(_TIMES, lines, strict=True)
        text = "\n".join(f"{n}\n{times}\n{line}\n" for n, (times, line) in enumerate(cues, 1))
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return film, (paths[0], paths[1])


def run_walk(folder: Path, pictures: Path | None) -> int:
    """The whole walk with real events, then the same campaign by command line; 1 if they differ."""
    film, tracks = _materials(folder)
    campaign = folder / "campaign.toml"
    _, parts = _window()
    desk = Desk()

    def seen(name: str) -> None:
        if pictures is not None:
            time.sleep(1)
            _screen(desk, pictures / f"{name}.png")

    person = Person(desk, ScreenHand(desk), parts, seen)
    began = time.monotonic()
    _driven(parts, desk, lambda: walk(person, film, tracks, campaign))
    print(f"walked in {time.monotonic() - began:.0f} s")
    other = folder / "by-command-line"
    command = [sys.executable, "-m", "ui.launch", "export", str(campaign), "-o", str(other)]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT, timeout=900)
    mine, theirs = _outputs(folder / "out"), _outputs(other)
    for name in sorted(mine.keys() | theirs.keys()):
        same = mine.get(name) == theirs.get(name)
        print(f"{'same' if same else 'DIFFERS'}  {name}")
    return 0 if mine == theirs and mine else 1


def _outputs(out: Path) -> dict[str, bytes]:
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and ".lobbycard" not in path.parts and not path.name.startswith("report.")
    }


def _screen(desk: Desk, path: Path) -> None:
    """The whole screen as X shows it, dialogs and popups too."""

    def grabbed() -> bytes:
        screen = QApplication.primaryScreen()
        buffer = QBuffer()
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        screen.grabWindow(0).save(buffer, "PNG")
        return bytes(buffer.data().data())

    _save_picture(desk.ask(grabbed), path)


def _save_picture(data: bytes, path: Path) -> None:
    """As small as it gets without loss; where that is too large, with fewer levels of each colour.

    A palette of 256 would show bands round every lamp.
    """
    picture = np.asarray(Image.open(io.BytesIO(data), formats=["PNG"]).convert("RGB"))
    path.parent.mkdir(parents=True, exist_ok=True)
    for step in range(1, 9):
        levels = (picture.astype(int) + step // 2) // step * step
        Image.fromarray(levels.clip(0, 255).astype(np.uint8)).save(path, optimize=True)
        if path.stat().st_size <= LARGEST:
            break
    print(f"{path}  {path.stat().st_size / 1000:.0f} kB, levels {step} apart")


# -- pictures -------------------------------------------------------------------------------


def run_pictures(campaign: Path, out: Path, language: str) -> int:
    """The start page and the four pages with a campaign whose outputs are made.

    In Chinese one picture: the Posters page beside the tree.
    """
    _, parts = _window(language)
    desk = Desk()
    person = Person(desk, ScreenHand(desk), parts)

    def act() -> None:
        time.sleep(1)
        if language == "en":
            _screen(desk, out / "start.png")
        desk.ask(lambda: parts.documents.dropped([str(campaign)]))
        films = desk.until(lambda: parts.session.project.campaign.films, "it is open")
        desk.until(lambda: parts.films.analysis(films[0].id), "the shots are found", 300)
        if language != "en":
            person.hand.press("Ctrl+B")
            person.page(2)
            _settled(person)
            _screen(desk, out / "chinese.png")
            return
        for number, name in enumerate(("film", "posters", "subtitles", "deliver"), 1):
            person.page(number)
            _settled(person)
            _stage(person, name)
            _settled(person)
            _screen(desk, out / f"{name}.png")

    _driven(parts, desk, act)
    return 0


def _settled(person: Person) -> None:
    """What the page asked for is there and painted."""
    time.sleep(2)
    person.desk.until(lambda: not person.parts.jobs.running, "nothing is at work", 300)
    time.sleep(2)


def _stage(person: Person, name: str) -> None:
    """Bring each page to where it has most to show, by hand."""
    window = person.parts.window

    def click(kind: type[QWidget], place: Callable[[QWidget], QPoint]) -> None:
        point = person.desk.ask(lambda: place(window.findChild(kind)))
        person.hand.click(lambda: window.findChild(kind), point)

    if name == "film":
        click(StripView, lambda strip: QPoint(strip.width() * 3 // 10, 40))
    elif name == "subtitles":
        row = person.desk.ask(lambda: _row(window.findChild(Grid), 3))
        person.hand.click(lambda: window.findChild(Grid).viewport(), row)
    elif name == "deliver":
        click(Matrix, _sign)


def _row(grid: Grid, number: int) -> QPoint:
    return grid.visualRect(grid.model().index(number, 1)).center()


def _sign(matrix: QWidget) -> QPoint:
    assert isinstance(matrix, Matrix)
    place = matrix.place_of(_SIGN)
    return place.center().toPoint() if place is not None else QPoint(1, 1)


# -- the first paint ------------------------------------------------------------------------


def run_start() -> int:
    """Seconds from the start of the process to the first paint, three times; the best counts."""
    code = (
        "import time, sys; began = float(sys.argv[1])\n"
        "from PySide6.QtCore import QTimer\n"
        "import ui.shell.window as w\n"
        "paint = w.Window.paintEvent\n"
        "def first(self, event):\n"
        "    paint(self, event)\n"
        "    QTimer.singleShot(0, lambda: (print(time.time() - began), self.close()))\n"
        "w.Window.paintEvent = first\n"
        "import ui.app; ui.app.main([])\n"
    )
    taken = []
    for _ in range(3):
        run = subprocess.run(
            [sys.executable, "-c", code, str(time.time())],
            check=True,
            capture_output=True,
            text=True,
            cwd=ROOT,
            timeout=120,
        )
        taken.append(float(run.stdout.split()[0]))
    print("first paint after", ", ".join(f"{one:.2f} s" for one in sorted(taken)))
    return 0


def main() -> int:
    """Returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    below = parser.add_subparsers(dest="what", required=True)
    way = below.add_parser("walk")
    way.add_argument("--pictures", type=Path)
    pictures = below.add_parser("pictures")
    pictures.add_argument("campaign", type=Path)
    pictures.add_argument("out", type=Path)
    pictures.add_argument("--language", default="en")
    below.add_parser("start")
    given = parser.parse_args()
    if given.what == "start":
        return run_start()
    if shutil.which("xdotool") is None or not os.environ.get("DISPLAY"):
        print("This needs xdotool and a display, such as xvfb-run gives.")
        return 2
    if given.what == "pictures":
        return run_pictures(given.campaign, given.out, given.language)
    with tempfile.TemporaryDirectory(prefix="lobbycard-walk-") as folder:
        return run_walk(Path(folder), given.pictures)


if __name__ == "__main__":
    sys.exit(main())
