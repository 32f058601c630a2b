"""Keys that commands use and focused widgets need too."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def claims(event: QEvent, keys: Iterable[Qt.Key]) -> bool:
    """Takes one of `keys`, pressed alone, before the command that has it; True when it did."""
    if (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.modifiers() in _PLAIN
        and Qt.Key(event.key()) in keys
    ):
        event.accept()
        return True
    return False


class Claims(QObject):
    """For widgets that have the focus: their `keys` are theirs, not the commands'."""

    def __init__(self, keys: Iterable[Qt.Key], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys = frozenset(keys)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claims the key before the command does."""
        return claims(event, self._keys)


class SpacePresses(Claims):
    """On a button that has the focus, Space presses it and does not play the film."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((Qt.Key.Key_Space,), parent)

    def watch(self, root: QWidget) -> None:
        """For every button below `root`."""
        for button in root.findChildren(QAbstractButton):
            button.installEventFilter(self)
