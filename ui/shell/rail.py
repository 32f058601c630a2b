"""The rail: the pages, one under the other; the one that is shown is marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton, QVBoxLayout, QWidget

from ui.page import Offer
from ui.widgets import tokens as t
from ui.widgets.icons import icon
from ui.widgets.language import heard

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
            button = _button(page)
            button.setProperty("command", f"page-{number}")
            self._group.addButton(button, number)
            column.addWidget(button)
        column.addStretch(1)
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
        for button in self._group.buttons():
            button.setEnabled(is_open)


def _button(page: Offer) -> QToolButton:
    button = QToolButton()
    button.setProperty("role", "rail")
    button.setText(heard(page.title))
    button.setIcon(icon(page.icon_name))
    button.setIconSize(QSize(20, 20))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
    button.setCheckable(True)
    button.setFixedSize(WIDTH, 60)
    return button
