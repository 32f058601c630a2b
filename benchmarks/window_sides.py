"""The window measured: its first paint, its rest, and sessions of random events."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.soaking.window import MOST_GROWTH
from tests.drawn import draw_film
from tests.ui.monkeys import run_monkey
from tests.ui.scenes import write_scenes
from ui.app import build
from ui.widgets.theme import apply_theme

ROOT = Path(__file__).resolve().parents[1]
_IDLE_SECONDS = 20
_START = """
import sys, time
began = float(sys.argv[1])
from PySide6.QtCore import QTimer
import ui.app
from ui.shell.window import Window
paint = Window.paintEvent
def first(self, event):
    paint(self, event)
    Window.paintEvent = paint
    QTimer.singleShot(0, lambda: (print(time.time() - began, time.process_time()), self.close()))
Window.paintEvent = first
ui.app.main([])
"""


def run_start(times: int = 10) -> int:
    """Seconds from the start of the process to the first paint, and of computing."""
    took, computed = [], []
    for _ in range(times):
        command = [sys.executable, "-c", _START, str(time.time())]
        run = subprocess.run(
            command, check=True, capture_output=True, text=True, cwd=ROOT, timeout=120
        )
        wall, cpu = run.stdout.split()[:2]
        took.append(float(wall))
        computed.append(float(cpu))
    print(
        f"first paint: median {statistics.median(took):.2f} s, {min(took):.2f} to {max(took):.2f};"
        f" computed {statistics.median(computed):.2f} s"
    )
    return 0


def _wait(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def run_idle(campaign: Path) -> int:
    """Open a campaign, let everything be found and painted, then look at each page at rest."""
    app = QApplication(["lobbycard"])
    apply_theme(app)
    parts = build()
    parts.window.resize(1440, 900)
    parts.window.show()
    _wait(2)
    _idle("start page")
    parts.documents.open(campaign)
    for number, name in enumerate(("film", "posters", "subtitles", "deliver")):
        parts.window.show_page(number)
        _wait(15)
        _idle(name)
    parts.close()
    return 0


def _idle(name: str) -> None:
    before = time.process_time()
    _wait(_IDLE_SECONDS)
    print(f"{name}: {(time.process_time() - before) / _IDLE_SECONDS:.2%} of a processor")


def run_monkeys(campaign: Path | None, seeds: range, seconds: float, keep: Path) -> int:
    """Whether any of the sessions had a problem; each works on a copy of the campaign.

    One line a session as it ends; the log of a bad one is written to `keep`.
    """
    bad, most = [], 0
    for seed in seeds:
        with tempfile.TemporaryDirectory(prefix="lobbycard-monkeys-") as folder:
            copy = Path(folder) / "campaign"
            if campaign is None:
                film = draw_film(Path(folder) / "lamp.mp4", frames=96, cuts=(24, 60))
                given = write_scenes(copy, film)
            else:
                shutil.copytree(campaign.parent, copy)
                given = copy / campaign.name
            ended = run_monkey(given, seed, seconds)
        problems = ended.problems
        if ended.grown >= MOST_GROWTH:
            problems = (*problems, "memory grew")
        print(f"seed {seed}: {ended}, load {os.getloadavg()[0]:.1f}", flush=True)
        most = max(most, ended.grown)
        if problems:
            bad.append(seed)
            print(*problems[:3], sep="\n", flush=True)
            keep.mkdir(parents=True, exist_ok=True)
            told = "\n".join([*problems, ended.log])
            (keep / f"seed-{seed}.txt").write_text(told, encoding="utf-8")
    print(f"{len(seeds)} sessions, {len(bad)} with a problem {bad or ''}")
    print(f"memory grew by at most {most / 1e6:.0f} MB")
    return 1 if bad else 0
