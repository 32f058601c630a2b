"""Parts that pages are laid out from: cards, sections, fields with their message, badges."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.widgets import tokens as t
from ui.widgets.icons import pixmap
from ui.widgets.words import restyle, words

Spin = TypeVar("Spin", bound=QAbstractSpinBox)
KINDS = {
    "good": ("check", t.GOOD),
    "warn": ("warning", t.WARN),
    "bad": ("error", t.BAD),
    "info": ("info", t.ACCENT),
    "quiet": ("more", t.QUIET),
}
"""What a sign can mean: its icon and its colour; the word stands beside it."""


def sign(kind: str, size: int = 16) -> QLabel:
    """The icon of a kind of KINDS, crisp at every scale."""
    label = QLabel()
    name, colour = KINDS[kind]
    label.setPixmap(pixmap(name, colour, size, 3))
    label.setFixedSize(size, size)
    return label


def inset(box: Spin) -> Spin:
    """A spin box whose figures stand as far in as the text of a field.

    Under a style sheet Qt begins the field inside of a spin box at its very edge, whatever
    padding, border or margin the sheet gives to either of them.
    """
    box.lineEdit().setTextMargins(t.SPACE[1] - 2, 0, 0, 0)
    return box


class Card(QFrame):
    """A raised field with rounded corners; fill its `column`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(t.SPACE[2], t.SPACE[2], t.SPACE[2], t.SPACE[2])
        self.column.setSpacing(t.SPACE[1])


class Section(QWidget):
    """A part of a panel under a small heading; fill its `column`. `aside` stands at the right."""

    def __init__(self, title: str, aside: QWidget | None = None) -> None:
        super().__init__()
        self.setAccessibleName(title)
        head = QHBoxLayout()
        head.setSpacing(t.SPACE[1])
        head.addWidget(words(title, "section", wraps=False))
        head.addStretch(1)
        if aside is not None:
            head.addWidget(aside)
        self.column = QVBoxLayout()
        self.column.setSpacing(t.SPACE[1])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(t.SPACE[1])
        whole.addLayout(head)
        whole.addLayout(self.column)


class Field(QWidget):
    """A label over a field, and under it what is wrong with it or a hint."""

    def __init__(self, label: str, editor: QWidget, hint: str = "") -> None:
        super().__init__()
        self.editor = editor
        self._hint = hint
        self._label = words(label, "quiet", wraps=False)
        self._label.setBuddy(editor)
        if not editor.accessibleName():
            editor.setAccessibleName(label)
        self._sign = sign("bad", 14)
        self._message = words("", "faint")
        foot = QHBoxLayout()
        foot.setSpacing(t.SPACE[0])
        foot.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._message, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(t.SPACE[0])
        column.addWidget(self._label)
        column.addWidget(editor)
        column.addLayout(foot)
        self.set_fault("")

    @property
    def fault(self) -> str:
        """What is wrong; empty when nothing is."""
        return self._message.text() if self.editor.property("state") == "bad" else ""

    def set_fault(self, fault: str) -> None:
        """Say what is wrong with what was typed, which stays; empty when nothing is."""
        shown = fault or self._hint
        restyle(self.editor, "state", "bad" if fault else "")
        restyle(self._message, "role", "fault" if fault else "faint")
        self._message.setText(shown)
        self._message.setVisible(bool(shown))
        self._sign.setVisible(bool(fault))
        self.editor.setAccessibleDescription(shown)


class Badge(QWidget):
    """A state as a shape and a word, so that colour is never the only sign. `kind`: see KINDS."""

    def __init__(self, kind: str, text: str) -> None:
        super().__init__()
        self._sign = sign(kind, 14)
        self._text = words(text, kind, wraps=False)
        self.setProperty("role", "badge")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 2, t.SPACE[1], 2)
        row.setSpacing(t.SPACE[0])
        row.addWidget(self._sign)
        row.addWidget(self._text)
        self.setAccessibleName(text)

    def show_state(self, kind: str, text: str) -> None:
        """Say something else."""
        name, colour = KINDS[kind]
        self._sign.setPixmap(pixmap(name, colour, 14, 3))
        self._text.setText(text)
        restyle(self._text, "role", kind)
        self.setAccessibleName(text)
