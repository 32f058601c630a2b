"""Dialogs: a title, a line that says what for, a body, and a row of buttons."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.widgets import tokens as t
from ui.widgets.language import tr
from ui.widgets.words import hairline, words


class Dialog(QDialog):
    """Fill `body`, then add buttons from left to right: what leaves first, what goes on last."""

    def __init__(self, title: str, parent: QWidget | None = None, text: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.body = QVBoxLayout()
        self.body.setSpacing(t.SPACE[2])
        self._fault = words("", "bad")
        self._asides = QHBoxLayout()
        self._asides.setSpacing(t.SPACE[1])
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(t.SPACE[1])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._inner(title, text), 1)
        column.addWidget(hairline())
        column.addLayout(self._foot())

    def _inner(self, title: str, text: str) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setSpacing(t.SPACE[0])
        head.addWidget(words(title, "heading"))
        if text:
            head.addWidget(words(text, "quiet"))
        inner = QVBoxLayout()
        inner.setContentsMargins(t.SPACE[4], t.SPACE[4], t.SPACE[4], t.SPACE[4])
        inner.setSpacing(t.SPACE[3])
        inner.addLayout(head)
        inner.addLayout(self.body, 1)
        return inner

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(t.SPACE[4], t.SPACE[2], t.SPACE[4], t.SPACE[2])
        foot.setSpacing(t.SPACE[2])
        foot.addLayout(self._asides)
        foot.addWidget(self._fault, 1)
        foot.addLayout(self._buttons)
        return foot

    def add_button(
        self,
        text: str,
        run: Callable[[], object] | None = None,
        *,
        primary: bool = False,
        aside: bool = False,
    ) -> QPushButton:
        """A button of the row; the primary one is taken by Enter. `aside` stands at the left."""
        button = QPushButton(text)
        button.setAutoDefault(False)
        if primary:
            button.setProperty("role", "primary")
            button.setDefault(True)
        if run is not None:
            button.clicked.connect(lambda: run())
        (self._asides if aside else self._buttons).addWidget(button)
        return button

    def add_cancel(self, text: str = "") -> QPushButton:
        """The button that leaves without doing anything; Escape does the same."""
        return self.add_button(text or tr("Cancel"), self.reject)

    def fit(self) -> None:
        """As high as its texts need at the width that it will have."""
        self.ensurePolished()
        inside = self.layout()
        width = max(self.minimumWidth(), self.sizeHint().width())
        if inside is not None and inside.hasHeightForWidth():
            # By itself Qt takes the height of a narrower one, and spreads what is left over.
            self.resize(width, inside.totalHeightForWidth(width))

    def set_fault(self, fault: str) -> None:
        """Say beside the buttons what is wrong; empty when nothing is."""
        self._fault.setText(fault)

    @property
    def fault(self) -> str:
        """What is said to be wrong."""
        return self._fault.text()


def ask_text(parent: QWidget | None, title: str, text: str, value: str, take: str) -> str:
    """Ask for a line of text, with `value` there already; empty when it was left.

    `take` is what the button says that takes it.
    """
    dialog = Dialog(title, parent, text)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setMinimumWidth(400)
    field = QLineEdit(value)
    field.setAccessibleName(text)
    field.selectAll()
    dialog.body.addWidget(field)
    dialog.add_cancel()
    taken = dialog.add_button(take, dialog.accept, primary=True)
    field.textChanged.connect(lambda typed: taken.setEnabled(bool(typed.strip())))
    dialog.fit()
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return field.text().strip() if accepted else ""


def ask(
    parent: QWidget | None, title: str, text: str, choices: tuple[str, ...], primary: int
) -> int | None:
    """Ask one question; the number of the choice taken, None when it was left with Escape.

    `choices` stand from left to right as given; `primary` is the one that Enter takes.
    """
    dialog = Dialog(title, parent, text)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setMinimumWidth(400)
    chosen: list[int] = []

    def take(number: int) -> None:
        chosen.append(number)
        dialog.accept()

    for number, choice in enumerate(choices):
        dialog.add_button(choice, partial(take, number), primary=number == primary)
    dialog.fit()
    dialog.exec()
    dialog.deleteLater()
    return chosen[0] if chosen else None
