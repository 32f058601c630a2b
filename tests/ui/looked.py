"""Shows every page in a process of its own, and says what a careful eye would find wrong.

python -m tests.ui.looked LANGUAGE CAMPAIGN [PICTURES]
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from tests.ui.looking import faults, seen, way
from ui.app import Parts, build
from ui.widgets.language import set_language
from ui.widgets.motion import set_still
from ui.widgets.theme import apply_theme

PAGES = ("film", "posters", "subtitles", "deliver")
SIZES = ((1280, 720), (1920, 1080))
_SETTLES_MS, _OPENS_MS, _PATIENCE = 700, 200, 150
_LATER_MS = (700, 2000, 4000)
_LEAST = 8
_SHOWN = 10
"""Pixels that must change where the keyboard goes."""


def wait(milliseconds: int) -> None:
    """Let the window live."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until(look: Callable[[], object]) -> None:
    """Wait for something to be so."""
    for _ in range(_PATIENCE):
        if look():
            return
        wait(_OPENS_MS)
    raise TimeoutError("waited in vain")


def main() -> None:
    """Faults and blind spots by page and size, as JSON to the output."""
    app = QApplication(sys.argv[:1])
    apply_theme(app, own_faces=True)
    set_language(sys.argv[1])
    set_still(True)
    pictures = Path(sys.argv[3]) if len(sys.argv) > 3 else None
    parts = build()
    window, found = parts.window, {}

    def look(name: str) -> None:
        for size in SIZES:
            window.resize(*size)
            wait(_SETTLES_MS)
            assert (window.width(), window.height()) == size, window.minimumSizeHint()
            where = f"{name} {size[0]}×{size[1]}"
            found[where] = _lasting(faults, window)
            if pictures is not None:
                window.grab().save(str(pictures / f"{where}.png"))
        found[f"{name} keyboard"] = _lasting(blind, window)

    window.show()
    look("start")
    _open(parts, sys.argv[2])
    for number, name in enumerate(PAGES):
        window.show_page(number)
        wait(_SETTLES_MS)
        look(name)
    parts.close()
    print(json.dumps(found))  # noqa: T201 - the caller reads it


def _open(parts: Parts, campaign: str) -> None:
    parts.documents.dropped([campaign])
    films = parts.films
    until(lambda: parts.session.is_open)
    film = parts.session.project.campaign.films[0].id
    until(lambda: films.analysis(film) is not None)


def _lasting(look: Callable[[QWidget], list[str]], window: QWidget) -> list[str]:
    """What is wrong still when a slow machine has had time to finish the page."""
    for ms in _LATER_MS:
        found = look(window)
        if not found:
            return found
        wait(ms)
    return look(window)


def blind(window: QWidget) -> list[str]:
    """Controls that the Tab key reaches and that do not show that they have the keyboard."""
    window.activateWindow()
    found = []
    for widget in list(seen(window)):
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or not widget.isEnabled():
            continue
        if widget.focusProxy() is not None or widget is window or _is_bare(widget):
            continue
        window.setFocus()
        before = _rgb(widget.grab().toImage())
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if not widget.hasFocus():
            continue
        after = _rgb(widget.grab().toImage())
        if before.shape != after.shape:
            continue
        changed = int((np.abs(before - after).max(axis=2) > 40).sum())
        if changed < _SHOWN:
            found.append(f"{way(widget, window)}: {changed} pixels change")
    return found


def _is_bare(widget: QWidget) -> bool:
    """Whether there is nothing in it that could be marked."""
    if isinstance(widget, QAbstractItemView):
        return widget.model() is None or not widget.model().rowCount()
    return widget.width() < _LEAST


def _rgb(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    used = rows[:, : image.width() * 3].astype(int)
    return used.reshape(image.height(), image.width(), 3)


if __name__ == "__main__":
    main()
