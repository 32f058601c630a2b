"""The languages of a market: the first is set large, the second small beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.campaign.picker import pick_language
from ui.campaign.tongues import other_name, own_name
from ui.settings import Settings
from ui.widgets import tokens as t
from ui.widgets.icons import icon
from ui.widgets.language import tr

MOST = 2
_TAG = Qt.ItemDataRole.UserRole
_ROW = 32


class LanguageOrder(QWidget):
    """One or two languages in their order; drag, or Alt with an arrow, changes it."""

    edited = Signal()
    """By the person; `tags` has what is chosen now."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.list = _languages_list()
        self.list.installEventFilter(self)
        self.list.currentRowChanged.connect(self._refresh)
        self.list.model().rowsMoved.connect(self._moved)
        self._add = QPushButton(tr("Add a language…"))
        self._add.setObjectName("language-add")
        self._add.setAutoDefault(False)
        self._add.clicked.connect(self._ask)
        self._up = _tool("chevron-up", tr("Set this language large"), "language-up")
        self._up.clicked.connect(self._raise)
        self._cut = _tool("trash", tr("Remove this language"), "language-remove")
        self._cut.clicked.connect(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(t.SPACE[0])
        column.addWidget(self.list)
        column.addLayout(self._row())
        self._refresh()

    def _row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(t.SPACE[0])
        row.addWidget(self._add)
        row.addStretch(1)
        row.addWidget(self._up)
        row.addWidget(self._cut)
        return row

    @property
    def tags(self) -> tuple[str, ...]:
        """The languages in their order."""
        rows = range(self.list.count())
        return tuple(str(self.list.item(row).data(_TAG)) for row in rows)

    def show_tags(self, tags: Sequence[str]) -> None:
        """Show a market's languages."""
        self.list.clear()
        for tag in tags:
            self._append(tag)
        self.list.setCurrentRow(0 if tags else -1)
        self._refresh()

    def _append(self, tag: str) -> None:
        shown = tag if own_name(tag) == tag else f"{own_name(tag)}   {tag}"
        item = QListWidgetItem(shown)
        item.setData(_TAG, tag)
        item.setToolTip(other_name(tag))
        self.list.addItem(item)

    def _refresh(self) -> None:
        row, count = self.list.currentRow(), self.list.count()
        self._add.setEnabled(self.isEnabled() and count < MOST)
        self._up.setEnabled(row > 0)
        self._cut.setEnabled(row >= 0 and count > 1)

    def _ask(self) -> None:
        tag = pick_language(self._settings, self, self.tags)
        if tag:
            self.take(tag)

    def take(self, tag: str) -> None:
        """Add a language behind the others; one too many is not taken."""
        if self.list.count() < MOST and tag not in self.tags:
            self._append(tag)
            self.list.setCurrentRow(self.list.count() - 1)
            self._changed()

    def remove(self) -> None:
        """Take the chosen language away; one always stays."""
        if self.list.count() > 1 and self.list.currentRow() >= 0:
            self.list.takeItem(self.list.currentRow())
            self._changed()

    def _raise(self) -> None:
        self.move_by(-1)

    def move_by(self, step: int) -> None:
        """Move the chosen language up (-1) or down (1)."""
        row = self.list.currentRow()
        target = row + step
        if row < 0 or not 0 <= target < self.list.count():
            return
        item = self.list.takeItem(row)
        self.list.insertItem(target, item)
        self.list.setCurrentRow(target)
        self._changed()

    def _moved(self) -> None:
        self._changed()

    def _changed(self) -> None:
        self._refresh()
        self.edited.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt with an arrow moves; Delete removes."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self.move_by(-1 if event.key() == Qt.Key.Key_Up else 1)
                return True
            if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                self.remove()
                return True
        return super().eventFilter(watched, event)


def _languages_list() -> QListWidget:
    made = QListWidget()
    made.setObjectName("market-languages")
    made.setAccessibleName(tr("Languages of the market, the one set large first"))
    made.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
    made.setDefaultDropAction(Qt.DropAction.MoveAction)
    made.setFixedHeight(MOST * _ROW + t.SPACE[1])
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setToolTip(tr("Drag, or Alt+Up and Alt+Down, to change the order"))
    return made


def _tool(sign: str, tip: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(sign))
    button.setProperty("role", "flat")
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setObjectName(name)
    return button
