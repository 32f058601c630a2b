"""Passes over small films in parts that are smaller still, and what kills them at named points."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np

from studio.core.progress import SILENT, Cancelled, Progress
from studio.media.cache import Cache
from studio.media.film import Film
from studio.shots.analyse import Analysis, analyse
from studio.shots.parts import Parts

FRAMES = 200
PART_PIXELS = 320 * 180 * 48
"""Parts of 6, 12, 24, 48, 48 … frames of a drawn film."""
LOOK = "studio.shots.watching.look"


def same(first: Analysis, second: Analysis) -> bool:
    """Whether two analyses are equal to the last bit."""

    def equal(a: Any, b: Any) -> bool:
        if isinstance(a, dict):
            return a.keys() == b.keys() and all(equal(a[key], b[key]) for key in a)
        if isinstance(a, np.ndarray):
            return a.dtype == b.dtype and np.array_equal(a, b)
        return bool(a == b)

    return all(equal(getattr(first, f.name), getattr(second, f.name)) for f in fields(first))


def entries(cache: Path) -> dict[str, bytes]:
    """All files of a cache by name, but for the film's hash, which is kept once the file is old."""
    found = {path.name: path.read_bytes() for path in cache.rglob("*") if path.is_file()}
    return {name: data for name, data in found.items() if not re.search(rb"[0-9a-f]{64}$", data)}


def in_small_parts(film: Film, progress: Progress = SILENT) -> Analysis:
    """`analyse`, with many parts of a short film."""
    with mock.patch("studio.shots.watching._PART_PIXELS", PART_PIXELS):
        return analyse(film, progress)


def killed_at(film: Film, point: str, count: int, progress: Progress = SILENT) -> None:
    """Run the pass, and end this process by SIGKILL the `count`-th time it comes to `point`."""
    owner, name, after = POINTS[point]
    with mock.patch.object(owner, name, _deadly(getattr(owner, name), count, after)):
        in_small_parts(film, progress)


class StopAt:
    """A progress that stops the task once it has come so far."""

    def __init__(self, fraction: float) -> None:
        self._at = fraction

    def report(self, fraction: float, note: str = "") -> None:
        if fraction >= self._at:
            raise Cancelled


def _deadly(task: Callable[..., Any], count: int, after: bool) -> Callable[..., Any]:
    calls = []

    def run(*args: Any, **kwargs: Any) -> Any:
        calls.append(None)
        if len(calls) == count and not after:
            os.kill(os.getpid(), signal.SIGKILL)
        made = task(*args, **kwargs)
        if len(calls) == count:
            os.kill(os.getpid(), signal.SIGKILL)
        return made

    return run


POINTS: dict[str, tuple[Any, str, bool]] = {
    "before a part is kept": (Parts, "keep", False),
    "after a part is kept": (Parts, "keep", True),
    "before an entry is written": (Cache, "put", False),
    "after an entry is written": (Cache, "put", True),
    "before the parts are let go": (Parts, "forget", False),
    "while the parts are let go": (Cache, "drop", True),
}
"""Where a pass may be killed: what is called there, and whether it has been done by then."""
