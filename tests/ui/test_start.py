"""Starting: what is loaded before the first paint, what comes after it, and Ctrl-C."""

from __future__ import annotations

import json
import subprocess
import sys

_LATE = (
    "PIL", "PySide6.QtMultimedia", "av", "charset_normalizer", "cv2", "dask", "imageio", "moviepy",
    "numpy", "openpyxl", "pikepdf", "psd_tools", "pysubs2", "rich", "scipy", "ttconv",
    "uharfbuzz", "uniseg", "budoux",
    "studio.batch", "studio.burn.burn", "studio.burn.edit", "studio.burn.picture",
    "studio.burn.pieces", "studio.burn.sound", "studio.captions", "studio.poster", "studio.sample",
    "studio.shots.analyse", "ui.deliver", "ui.film", "ui.player", "ui.poster", "ui.subs",
)  # fmt: skip
"""None of these is needed to show the start page.

What is asked of a delivery is part of a campaign's document, so `studio.burn` itself is there.
"""

_UNTIL_PAINTED = """
import json, sys
from PySide6.QtCore import QTimer
import ui.app
from ui.shell.window import Window

paint, seen, windows = Window.paintEvent, [], []

def first(window, event):
    paint(window, event)
    if not seen:
        seen.append([name for name in LATE if name in sys.modules])
        windows.append(window)
        QTimer.singleShot(0, wait)

def wait():
    pages = [type(page).__name__ for page in windows[0].findChildren(ui.page.Page)]
    if len(pages) < 4:
        QTimer.singleShot(20, wait)
        return
    print(json.dumps([seen[0], pages]))
    windows[0].close()

Window.paintEvent = first
import ui.page
ui.app.main([])
"""


def test_the_start_page_is_painted_before_anything_heavy_is_loaded() -> None:
    code = f"LATE = {_LATE!r}\n{_UNTIL_PAINTED}"
    run = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=120
    )
    loaded, pages = json.loads(run.stdout.splitlines()[-1])
    assert loaded == []
    assert sorted(pages) == ["DeliverPage", "FilmPage", "PosterPage", "SubsPage"]


_INTERRUPTED = """
import os, signal, threading, time
from PySide6.QtCore import QTimer
import ui.app

def interrupt():
    while signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        time.sleep(0.05)
    # The loop sleeps by then: nothing but the signal wakes it.
    time.sleep(1.0)
    os.kill(os.getpid(), signal.SIGINT)

threading.Thread(target=interrupt, daemon=True).start()
print("ended", ui.app.main([]))
"""


def test_an_interrupt_closes_the_window_though_nothing_looks_for_it() -> None:
    run = subprocess.run(
        [sys.executable, "-c", _INTERRUPTED],
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert run.stdout.split()[-2:] == ["ended", "0"]
