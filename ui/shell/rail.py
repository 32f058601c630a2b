"""The rail: the pages, one under the other; the one that is shown is marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton, QVBoxLayout, QWidget

from ui.page import Offer
from ui.widgets import tokens as t
from ui.widgets.icons import icon
from ui.widgets.language import heard, tr

WIDTH = 72


class Rail(QWidget):
    """A button for each page."""

    chosen = Signal(int)
    """The number of a page."""

    def __init__(self, pages: Sequence[Offer]) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, t.SPACE[1], 0, t.SPACE[1])
        column.setSpacing(0)
        for number, page in enumerate(pages):
            button = _rail_button(heard(page.title), page.icon_name)
            button.setProperty("command", f"page-{number}")
            self._group.addButton(button, number)
            column.addWidget(button)
        column.addStretch(1)
        self.tree = _rail_button(tr("Tree"), "tree")
        self.tree.setObjectName("rail-tree")
        self.tree.setProperty("command", "tree")
        column.addWidget(self.tree)
        self._group.idClicked.connect(self.chosen)

    def mark(self, number: int) -> None:
        """Show which page is there; -1 for none."""
        if number >= 0:
            self._group.button(number).setChecked(True)
            return
        checked = self._group.checkedButton()
        if checked is not None:
            self._group.setExclusive(False)
            checked.setChecked(False)
            self._group.setExclusive(True)

    def set_open(self, *, is_open: bool) -> None:
        """Whether there is a campaign, so that pages can be gone to."""
        for button in (*self._group.buttons(), self.tree):
            button.setEnabled(is_open)


def _rail_button(text: str, sign: str) -> QToolButton:
    button = QToolButton()
    button.setProperty("role", "rail")
    button.setText(text)
    button.setIcon(icon(sign))
    button.setIconSize(QSize(20, 20))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
    button.setCheckable(True)
    button.setFixedSize(WIDTH, 60)
    return button
