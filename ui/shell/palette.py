"""The palette of commands: every command of the window, found by typing a part of its name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.widgets import tokens as t

_ROLE = Qt.ItemDataRole.UserRole


def matches(text: str, typed: str) -> bool:
    """Whether each typed word begins a word of `text` or stands in it."""
    low = text.casefold()
    return all(word in low for word in typed.casefold().split())


class Palette(QDialog):
    """Opens over the window; Enter runs the marked command, Escape leaves."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAccessibleName("Commands")
        self._actions = [action for action in actions if action.text()]
        self._field = QLineEdit()
        self._field.setPlaceholderText("Find a command")
        self._field.setAccessibleName("Find a command")
        self._field.textChanged.connect(self._fill)
        self._field.installEventFilter(self)
        self._list = QListWidget()
        self._list.setAccessibleName("Commands found")
        self._list.itemActivated.connect(self._run)
        self._list.itemClicked.connect(self._run)
        column = QVBoxLayout(self)
        column.setContentsMargins(t.SPACE[1], t.SPACE[1], t.SPACE[1], t.SPACE[1])
        column.setSpacing(t.SPACE[1])
        column.addWidget(self._field)
        column.addWidget(self._list)
        self.resize(520, 380)
        self.move(parent.mapToGlobal(parent.rect().center()) - self.rect().center())
        self._fill("")

    def _fill(self, typed: str) -> None:
        self._list.clear()
        for action in self._actions:
            if not action.isEnabled() or not matches(action.text(), typed):
                continue
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            item = QListWidgetItem(action.icon(), f"{action.text()}    {keys}".rstrip())
            item.setData(_ROLE, action)
            self._list.addItem(item)
        self._list.setCurrentRow(0)

    def _run(self, item: QListWidgetItem) -> None:
        action: QAction = item.data(_ROLE)
        self.accept()
        action.trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, Down and Enter in the field move and run in the list."""
        if (
            watched is self._field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                count = max(1, self._list.count())
                self._list.setCurrentRow((self._list.currentRow() + step) % count)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._list.currentItem():
                self._run(self._list.currentItem())
                return True
        return super().eventFilter(watched, event)
