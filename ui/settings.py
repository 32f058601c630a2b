"""What the person set about the window itself, kept in one file of theirs between sessions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSettings, Signal

from studio.core.places import config_folder


class Settings(QObject):
    """Values by key, as JSON in `window.ini`; a value that cannot be read counts as not set."""

    changed = Signal(str)
    """The key."""

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        where = path or config_folder() / "window.ini"
        self._store = QSettings(str(where), QSettings.Format.IniFormat)

    def get(self, key: str, default: Any = None) -> Any:
        """The value kept under `key`: plain JSON data, of the type that `default` has."""
        kept = self._store.value(f"kept/{key}")
        if not isinstance(kept, str):
            return default
        try:
            value = json.loads(kept)
        except ValueError:
            return default
        return default if default is not None and type(value) is not type(default) else value

    def set(self, key: str, value: Any) -> None:
        """Keep plain JSON data under `key`."""
        if self.get(key) != value:
            self._store.setValue(f"kept/{key}", json.dumps(value, ensure_ascii=False))
            self.changed.emit(key)
