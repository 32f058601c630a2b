"""A window that gave way to one in another language is gone with all that it was made of."""

from __future__ import annotations

import gc
from collections import Counter
from pathlib import Path

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from tests.ui.scenes import write_scenes
from ui.app import Parts

_ENDING = ("ui.jobs", "ui.player.reading")
_ROUNDS = 5


def _there() -> Counter[str]:
    """Our own objects that Qt knows, by their classes."""
    gc.collect()
    kinds = (type(one) for one in shiboken6.getAllValidWrappers())
    return Counter(f"{kind.__module__}.{kind.__name__}" for kind in kinds if _is_ours(kind))


def _is_ours(kind: type) -> bool:
    # Jobs end when they end, whichever window began them; what reads a film likewise.
    return kind.__module__.startswith("ui.") and kind.__module__ not in _ENDING


def _round(parts: Parts, qtbot: QtBot) -> Counter[str]:
    """Chinese, English again, and a look at every page."""
    for tag in ("zh-Hans", "en"):
        with qtbot.waitSignal(parts.window.destroyed, timeout=30_000):
            parts.speak(tag)
        for number in range(4):
            parts.window.show_page(number)
            qtbot.wait(200)
    return _there()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_nothing_of_a_window_outlives_it(
    parts: Parts, qtbot: QtBot, tmp_path: Path, drawn_path: Path
) -> None:
    parts.documents.open(write_scenes(tmp_path / "scenes", drawn_path))
    qtbot.waitUntil(lambda: parts.films.film("lamp") is not None, timeout=30_000)
    before, growing = _round(parts, qtbot), None
    for _ in range(_ROUNDS):
        now = _round(parts, qtbot)
        assert now["ui.subs.page.SubsPage"] == 1
        # A page may have shown more this time, as what it waited for had come; of what is left over
        # of a window that has gone there is more each time.
        more = set(now - before)
        growing = more if growing is None else growing & more
        if not growing:
            return
        before = now
    pytest.fail(f"each round left more behind of {growing}: {before}")
