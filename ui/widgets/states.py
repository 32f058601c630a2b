"""What stands where there is nothing yet or something went wrong; and the bar of a notice."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.widgets import tokens as t
from ui.widgets.icons import icon, pixmap
from ui.widgets.language import tr
from ui.widgets.parts import KINDS
from ui.widgets.words import words

_WIDEST = 440


class EmptyState(QWidget):
    """In one line what will be here, and the button that fills it; pressed, it is `asked` for."""

    asked = Signal()

    def __init__(self, icon_name: str, text: str, button: str = "", hint: str = "") -> None:
        super().__init__()
        # So that a ground given to it by its role is painted.
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sign = QLabel()
        self._show_sign(icon_name, t.FAINT)
        self._text = words(text)
        self._text.setProperty("role", "quiet")
        self._hint = words(hint, "faint")
        self.button = QPushButton(button)
        self.button.setProperty("role", "primary")
        # Enter presses it as well as the space bar, outside of dialogs too.
        self.button.setAutoDefault(True)
        self.button.clicked.connect(self.asked)
        self.button.setVisible(bool(button))
        self._hint.setVisible(bool(hint))
        column = QVBoxLayout(self)
        column.setContentsMargins(t.SPACE[4], t.SPACE[4], t.SPACE[4], t.SPACE[4])
        column.setSpacing(t.SPACE[2])
        column.addStretch(2)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(self._sign, 0, middle)
        for label in (self._text, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setMaximumWidth(_WIDEST)
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(label, 100)
            row.addStretch(1)
            column.addLayout(row)
        column.addSpacing(t.SPACE[0])
        column.addWidget(self.button, 0, middle)
        column.addStretch(3)

    def _show_sign(self, icon_name: str, colour: str) -> None:
        self._sign.setPixmap(pixmap(icon_name, colour, 40, 3))
        self._sign.setFixedSize(40, 40)

    @property
    def text(self) -> str:
        """The line."""
        return self._text.text()

    def show_text(self, text: str, hint: str = "") -> None:
        """Say something else."""
        self._text.setText(text)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))


class ErrorState(EmptyState):
    """What went wrong where it happened, what to do, and the button that tries it."""

    def __init__(self, text: str, hint: str, button: str = "") -> None:
        super().__init__("error", text, button, hint)
        self._show_sign("error", t.BAD)
        self._text.setProperty("role", "")


class Banner(QFrame):
    """A bar over a page: a sign, a text, at most a few buttons, and a cross. `kind`: see KINDS."""

    closed = Signal()

    def __init__(self, kind: str = "warn", text: str = "") -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self.setAccessibleName(tr("Notice"))
        self._sign = QLabel()
        self._sign.setFixedSize(20, 20)
        self._text = words(text)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(t.SPACE[1])
        close = QToolButton()
        close.setIcon(icon("close"))
        close.setProperty("role", "flat")
        close.setToolTip(tr("Close"))
        close.setAccessibleName(tr("Close this notice"))
        close.clicked.connect(self._close)
        row = QHBoxLayout(self)
        row.setContentsMargins(t.SPACE[3], t.SPACE[1], t.SPACE[1], t.SPACE[1])
        row.setSpacing(t.SPACE[2])
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addLayout(self._buttons)
        row.addWidget(close)
        self.say(kind, text)

    def say(self, kind: str, text: str) -> None:
        """Show a text of a kind."""
        name, colour = KINDS[kind]
        self._sign.setPixmap(pixmap(name, colour, 20, 3))
        self._text.setText(text)
        self.setAccessibleDescription(text)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def add_button(self, text: str) -> QPushButton:
        """One more thing to do about it."""
        button = QPushButton(text)
        self._buttons.addWidget(button)
        return button

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
