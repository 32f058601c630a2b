"""The palette of commands: every command of the window, found by typing a part of its name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QKeyEvent, QKeySequence, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

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
        self._blank = QIcon(_blank())
        self._actions = [action for action in actions if action.text()]
        self._field = QLineEdit()
        self._field.setPlaceholderText("Find a command")
        self._field.setAccessibleName("Find a command")
        self._field.textChanged.connect(self._fill)
        self._field.installEventFilter(self)
        self._list = QTreeWidget()
        self._list.setAccessibleName("Commands found")
        self._list.setColumnCount(2)
        self._list.setHeaderHidden(True)
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.header().setStretchLastSection(False)
        self._list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
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
        # A popup gives its keys to what has its focus; nothing has unless it is said.
        self._field.setFocus()

    def _fill(self, typed: str) -> None:
        self._list.clear()
        for action in self._actions:
            if not action.isEnabled() or not matches(action.text(), typed):
                continue
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            item = QTreeWidgetItem([action.text(), keys])
            item.setIcon(0, self._blank if action.icon().isNull() else action.icon())
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setForeground(1, QColor(t.QUIET))
            item.setData(0, _ROLE, action)
            self._list.addTopLevelItem(item)
        first = self._list.topLevelItem(0)
        if first is not None:
            self._list.setCurrentItem(first)

    def _run(self, item: QTreeWidgetItem) -> None:
        action: QAction = item.data(0, _ROLE)
        self.accept()
        action.trigger()

    def _move(self, step: int) -> None:
        count = self._list.topLevelItemCount()
        current = self._list.currentItem()
        if count and current is not None:
            place = (self._list.indexOfTopLevelItem(current) + step) % count
            item = self._list.topLevelItem(place)
            assert item is not None  # the place was counted just now
            self._list.setCurrentItem(item)

    @property
    def found(self) -> tuple[str, ...]:
        """The commands that are listed."""
        count = self._list.topLevelItemCount()
        items = (self._list.topLevelItem(row) for row in range(count))
        return tuple(item.text(0) for item in items if item is not None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, Down and Enter in the field move and run in the list."""
        if (
            watched is self._field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self._move(step)
                return True
            current = self._list.currentItem()
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current is not None:
                self._run(current)
                return True
        return super().eventFilter(watched, event)


def _blank() -> QPixmap:
    """So that the names of commands without a sign stand in line with the others."""
    pixmap = QPixmap(20, 20)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap
