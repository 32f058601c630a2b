"""Opening files and folders with what the system has for them, or saying that it has nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from ui.widgets.language import tr


def open_path(path: Path, say: Callable[[str], object]) -> None:
    """Have the system open it; `say` is told, with the path, when nothing there can."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        # A line may end behind each folder: nothing that says it is made wider.
        shown = str(path).replace("/", "/\u200b")
        say(tr("This system has nothing to open it with: {path}", path=shown))
