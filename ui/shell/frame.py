"""How the parts of the window stand: bars above and below, rail, tree and pages between them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.page import Offer, Page
from ui.shell.bar import NoticeBar
from ui.shell.rail import Rail


class Frame(QWidget):
    """The whole inside of the window."""

    def __init__(
        self, pages: Sequence[Offer], start: QWidget, top: QWidget, strip: QWidget
    ) -> None:
        super().__init__()
        self.rail = Rail(pages)
        self.bar = NoticeBar()
        self.stack = QStackedWidget()
        self.stack.addWidget(start)
        self.kept = [QWidget() for _ in pages]
        for kept in self.kept:
            self.stack.addWidget(kept)
        self.side = QSplitter()
        self.side.setObjectName("side")
        self.side.setChildrenCollapsible(False)
        self.side.addWidget(self.stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(line())
        column.addLayout(self._row(), 1)
        column.addWidget(line())
        column.addWidget(strip)

    def _row(self) -> QHBoxLayout:
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.bar)
        middle.addWidget(self.side, 1)
        self.middle = middle
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(line(vertical=True))
        row.addLayout(middle, 1)
        return row

    def put(self, number: int, page: Page) -> None:
        """Let a page stand where its place was kept."""
        kept = self.kept[number]
        self.stack.insertWidget(number + 1, page)
        self.stack.removeWidget(kept)
        kept.deleteLater()


def line(*, vertical: bool = False) -> QFrame:
    """A hairline."""
    made = QFrame()
    made.setProperty("role", "line")
    if vertical:
        made.setFixedWidth(1)
    else:
        made.setFixedHeight(1)
    return made
