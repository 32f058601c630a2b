"""The history: every step by its name, the present one marked; a click goes there."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.session import Session
from ui.widgets import tokens as t
from ui.widgets.language import heard, tr
from ui.widgets.words import words

_WIDTH, _HEIGHT = 360, 420


class HistoryPanel(QDialog):
    """Opens over the window and stays until Escape or a click beside it.

    Up and Down choose, Enter goes to the chosen step; the oldest stands at the top.
    """

    def __init__(self, session: Session, parent: QWidget | None) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAccessibleName(tr("History"))
        self._session = session
        self._list = self._steps()
        column = QVBoxLayout(self)
        column.setContentsMargins(t.SPACE[2], t.SPACE[2], t.SPACE[2], t.SPACE[2])
        column.setSpacing(t.SPACE[1])
        column.addWidget(words(tr("History"), "section"))
        column.addWidget(self._list)
        column.addWidget(words(tr("Enter goes to a step. Nothing is lost by going back."), "quiet"))
        self.resize(_WIDTH, _HEIGHT)
        if parent is not None:
            room = parent.rect()
            corner = QPoint(room.right() - _WIDTH - t.SPACE[3], room.top() + 52)
            self.move(parent.mapToGlobal(corner))
        session.changed.connect(self._fill)
        session.replaced.connect(self.close)
        self._fill()
        self._list.setFocus()

    def _steps(self) -> QTreeWidget:
        listed = QTreeWidget()
        listed.setAccessibleName(tr("Steps, oldest first"))
        listed.setColumnCount(2)
        listed.setHeaderHidden(True)
        listed.setRootIsDecorated(False)
        listed.setUniformRowHeights(True)
        listed.setAllColumnsShowFocus(True)
        listed.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = listed.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        listed.itemClicked.connect(self._go)
        listed.itemActivated.connect(self._go)
        return listed

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """What is listed: each step and what is noted beside it."""
        items = (self._list.topLevelItem(row) for row in range(self._list.topLevelItemCount()))
        return tuple((item.text(0), item.text(1)) for item in items if item is not None)

    @Slot()
    def _fill(self) -> None:
        self._list.clear()
        history = self._session.history
        if history is None:
            return
        here, saved = history.position, history.saved_position
        for at, step in enumerate(history.steps):
            label = heard(step.label) if step.label else tr("As it was opened")
            item = QTreeWidgetItem([label, _noted(is_here=at == here, is_saved=at == saved)])
            item.setToolTip(0, label)
            item.setForeground(1, QColor(t.QUIET))
            if at > here:
                item.setForeground(0, QColor(t.QUIET))
                item.setText(1, item.text(1) or tr("undone"))
            if at == here:
                font = item.font(0)
                font.setBold(True)
                item.setFont(0, font)
            self._list.addTopLevelItem(item)
        present = self._list.topLevelItem(here)
        if present is not None:
            self._list.setCurrentItem(present)
            self._list.scrollToItem(present, QAbstractItemView.ScrollHint.PositionAtCenter)

    @Slot(QTreeWidgetItem)
    def _go(self, item: QTreeWidgetItem) -> None:
        self._session.jump(self._list.indexOfTopLevelItem(item))


def _noted(*, is_here: bool, is_saved: bool) -> str:
    if is_here and is_saved:
        return tr("now, saved")
    if is_here:
        return tr("now")
    return tr("saved") if is_saved else ""
