"""Fields of the inspector: copy of several lines, and the time of a still with its fault."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)

from ui.poster.texts import caret_of, is_letter_key, is_undo, plain_text
from ui.widgets import tokens as t
from ui.widgets.language import tr

_LEAST, _MOST = 2, 5


class CopyField(QPlainTextEdit):
    """The copy in one language, as many lines tall as it has."""

    left = Signal()
    """Typing is over for now."""
    moved = Signal(str, str, int, int)
    """(language, text, start, stop): where its caret stands, or what is selected."""

    def __init__(self, language: str, name: str) -> None:
        super().__init__()
        self._language = language
        self.setAccessibleName(tr("Copy, {name}", name=name))
        self.setObjectName(f"copy-{language}")
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setPlaceholderText(tr("One quiet line"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.cursorPositionChanged.connect(self._tell_caret)
        self.selectionChanged.connect(self._tell_caret)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._grow())
        self._grow()

    def show_text(self, text: str) -> None:
        """Show what the document says; blank and absent are the same to the one who types."""
        now = plain_text(self)
        if now == text or not (now.strip() or text.strip()):
            return
        blocked = self.blockSignals(True)
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.blockSignals(blocked)
        self._grow()

    def _grow(self) -> None:
        lines = max(_LEAST, min(_MOST, int(self.document().size().height())))
        margins = self.contentsMargins()
        air = margins.top() + margins.bottom() + 12
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + air)

    def event(self, event: QEvent) -> bool:
        """Undo is the campaign's, and what sets letters by hand the page's."""
        if is_undo(event) or is_letter_key(event):
            event.ignore()
            return True
        return super().event(event)

    def _tell_caret(self) -> None:
        if self.hasFocus():
            self.moved.emit(self._language, plain_text(self), *caret_of(self))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Its caret is the one that counts."""
        super().focusInEvent(event)
        self._tell_caret()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The step of typing is over."""
        super().focusOutEvent(event)
        self.left.emit()


class TimeField(QLineEdit):
    """A time; it is taken with Enter or by leaving the field, and Escape puts it back."""

    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Time of the still"))
        self.setObjectName("poster-still")
        self.setPlaceholderText("00:00:41:05")
        self._shown = ""
        self.editingFinished.connect(self._done)

    def show_time(self, text: str) -> None:
        """Show what the document says, unless something is being typed."""
        if text == self._shown and self.text() != text:
            return
        self._shown = text
        if self.text() != text:
            self.setText(text)

    def reset(self, text: str) -> None:
        """Show what the document says, whatever was typed."""
        self._shown = text
        self.setText(text)

    def _done(self) -> None:
        if self.text().strip() != self._shown:
            self.typed.emit(self.text())

    def event(self, event: QEvent) -> bool:
        """Undo is the campaign's unless something is being typed here."""
        if is_undo(event) and self.text() == self._shown:
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape backs out."""
        if event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.setText(self._shown)
            self.typed.emit(self._shown)
            return
        super().keyPressEvent(event)


def section(text: str) -> QLabel:
    """The heading of a part."""
    label = QLabel(text)
    label.setProperty("role", "section")
    return label


def button(text: str, run: Callable[[], object], hint: str, name: str) -> QPushButton:
    """A button with its tool tip."""
    made = QPushButton(text)
    made.setObjectName(name)
    made.setToolTip(hint)
    made.clicked.connect(lambda: run())
    return made


def column(*, margin: int = 0, gap: int = t.SPACE[1]) -> QVBoxLayout:
    """A vertical layout."""
    made = QVBoxLayout()
    made.setContentsMargins(margin, margin, margin, margin)
    made.setSpacing(gap)
    return made
