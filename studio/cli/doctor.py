"""`lobbycard doctor`: what this machine can and cannot do, and how to mend it."""

from __future__ import annotations

import argparse
import importlib
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path

import av
from rich.markup import escape
from rich.table import Table

from studio.cli.command import DONE, FINDINGS, command
from studio.cli.console import Console
from studio.core.errors import StudioError
from studio.core.places import cache_folder, config_folder, resources_folder
from studio.core.processors import worker_count
from studio.core.words import counted, size_words
from studio.presets import store
from studio.presets.kinds import KINDS
from studio.stills.faces import faces_available
from studio.typeset.fonts import library

_LIBRARIES = (
    "av",
    "moviepy",
    "numpy",
    "opencv-python-headless",
    "pillow",
    "pysubs2",
    "srt",
    "uharfbuzz",
)
_ROOM = 2 * 10**9
_PATIENCE = 30.0
_AGAIN = "Install Lobbycard again."


@dataclass(frozen=True, slots=True)
class Point:
    """One thing looked at: `state` is good, warn or bad; `mend` says what to do."""

    name: str
    state: str
    text: str
    mend: str = ""


def _arguments(parser: argparse.ArgumentParser) -> None:
    """No arguments of its own."""


@command("doctor", "say what this machine can do, and how to mend what it cannot", _arguments)
def doctor(request: argparse.Namespace, console: Console) -> int:
    """Exit code 1 when something does not work."""
    points = [point for look in _LOOKS for point in look()]
    table = Table(box=None, pad_edge=False, show_header=False)
    for _ in range(4):
        table.add_column(overflow="fold")
    colours = {"good": "green", "warn": "yellow", "bad": "red"}
    for one in points:
        state = f"[{colours[one.state]}]{one.state}[/]"
        table.add_row(state, one.name, escape(one.text), escape(one.mend))
    console.result({"points": [asdict(one) for one in points]}, table)
    return FINDINGS if any(one.state == "bad" for one in points) else DONE


def _system() -> Iterator[Point]:
    version = platform.python_version()
    good = sys.version_info >= (3, 11)
    yield Point(
        "Python", "good" if good else "bad", version, "" if good else "Install 3.11 or later."
    )
    yield Point("System", "good", f"{platform.system()} {platform.machine()}")
    yield Point("Processors", "good", f"{worker_count()} for exports")


def _libraries() -> Iterator[Point]:
    for name in _LIBRARIES:
        try:
            yield Point(name, "good", metadata.version(name))
        except metadata.PackageNotFoundError:
            yield Point(name, "bad", "not installed", "Run: python3 run.py doctor")
    try:
        metadata.version("opencv-python")
    except metadata.PackageNotFoundError:
        return
    yield Point(
        "opencv-python",
        "warn",
        "installed beside the headless one; it redirects the window's plugins",
        "Run: pip uninstall opencv-python, then install opencv-python-headless again.",
    )


def _encoders() -> Iterator[Point]:
    for name, what in (
        ("libx264", "H.264 films"),
        ("libx265", "H.265 films"),
        ("prores_ks", "ProRes films"),
        ("aac", "AAC sound"),
    ):
        known = _can_encode(name)
        mend = "" if known else "Install the av wheel from PyPI; other builds may leave it out."
        yield Point(what, "good" if known else "bad", name if known else f"no {name}", mend)


def _can_encode(name: str) -> bool:
    # The list of codecs names decoders too.
    try:
        return av.codec.Codec(name, "w").is_encoder
    except (ValueError, LookupError):
        return False


def _type() -> Iterator[Point]:
    try:
        fonts = library()
    except StudioError as error:
        yield Point("Type", "bad", str(error), error.hint)
        return
    bundled = resources_folder() / "fonts"
    for language, sample in (
        ("zh-Hans", "灯不大，够一个人回家。"),
        ("zh-Hant", "燈不大，夠一個人回家。"),
        ("ja", "小さな灯り。"),
        ("ko", "작은 불빛."),
        ("en", "A small lamp."),
        ("ar", "مصباح صغير"),
        ("he", "מנורה קטנה"),
    ):
        runs = fonts.choose(sample, language, (), 400)
        missing = "".join(sample[run.start : run.stop] for run in runs if run.face is None)
        faces = {run.face for run in runs if run.face is not None}
        named = ", ".join(sorted({face.family for face in faces}))
        own = all(face.path.is_relative_to(bundled) for face in faces)
        if missing:
            yield Point(f"Type: {language}", "bad", f"no face has {missing}", _AGAIN)
        elif own:
            yield Point(f"Type: {language}", "good", f"{named}, ours")
        else:
            # It works, but another machine would set other letters.
            yield Point(f"Type: {language}", "warn", f"{named}, of this system", _AGAIN)


def _data() -> Iterator[Point]:
    try:
        resources_folder()
        total = sum(len(store.entries(kind)) for kind in KINDS)
        wrong = store.problems()
    except StudioError as error:
        yield Point("Presets", "bad", str(error), error.hint)
        return
    state = "bad" if wrong else "good"
    yield Point("Presets", state, counted(total, "preset"), "; ".join(wrong))
    found = faces_available()
    yield Point(
        "Faces",
        "good" if found else "warn",
        "found on stills" if found else "the model is missing: copy may cover a face",
        "" if found else _AGAIN,
    )


def _places() -> Iterator[Point]:
    for name, place in (("Cache", cache_folder()), ("Own presets", config_folder())):
        fault = _unwritable(place)
        state = "bad" if fault else "good"
        yield Point(name, state, fault or str(place), "Check its permissions." if fault else "")
    there = next(p for p in (cache_folder(), *cache_folder().parents) if p.exists())
    free = shutil.disk_usage(there).free
    enough = free > _ROOM
    yield Point(
        "Room on the disk",
        "good" if enough else "warn",
        f"{size_words(free)} free",
        "" if enough else "Make room: films and the cache need some GB.",
    )


def _unwritable(place: Path) -> str:
    try:
        place.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=place):
            return ""
    except OSError as error:
        return f"{place}: {error.strerror}"


def _window() -> Iterator[Point]:
    try:
        version = metadata.version("PySide6-Essentials")
    except metadata.PackageNotFoundError:
        yield Point("Window", "warn", "PySide6 is not installed; the command line works", "")
        return
    if fault := _qt_fault():
        mend = "Install the system library it names; in a checkout: python3 run.py"
        yield Point("Window", "warn", f"PySide6 {version} cannot be loaded: {fault}", mend)
        return
    screen = sys.platform != "linux" or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    )
    yield Point(
        "Window",
        "good" if screen else "warn",
        f"PySide6 {version}" + ("" if screen else ", but no screen here; the command line works"),
        "" if screen else "Start it in a desktop session.",
    )


def _qt_fault() -> str:
    """Why Qt cannot be loaded; asked of another process, for the engine never loads it."""
    try:
        done = subprocess.run(
            [sys.executable, "-c", "import PySide6.QtWidgets, PySide6.QtMultimedia"],
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    said = done.stderr.strip().splitlines()
    return "" if done.returncode == 0 else (said[-1] if said else f"code {done.returncode}")


def _moviepy() -> Iterator[Point]:
    try:
        importlib.import_module("moviepy")
    except ImportError as error:
        yield Point("MoviePy", "bad", f"cannot be loaded: {error}", "Run: python3 run.py doctor")
        return
    yield Point("MoviePy", "good", "loads")


_LOOKS: tuple[Callable[[], Iterator[Point]], ...] = (
    _system,
    _libraries,
    _moviepy,
    _encoders,
    _type,
    _data,
    _places,
    _window,
)
