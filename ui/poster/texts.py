"""What a field of several lines holds, in characters of Python: what it says, and its caret."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit

_BREAKS = str.maketrans("\u2029\u2028", "\n\n")
_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


def plain_text(field: QPlainTextEdit) -> str:
    """Its text; unlike Qt's own it keeps spaces that do not break, as French has them."""
    return field.document().toRawText().translate(_BREAKS)


def letters_at(text: str, units: int) -> int:
    """The character at a place that Qt counts in units of UTF-16."""
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))


def units_at(text: str, letters: int) -> int:
    """The place of a character as Qt counts it."""
    return len(text[:letters].encode("utf-16-le")) // 2


def caret_of(field: QPlainTextEdit) -> tuple[int, int]:
    """The characters that are selected, start and stop; both are one for a mere caret."""
    cursor, text = field.textCursor(), plain_text(field)
    start, stop = cursor.selectionStart(), cursor.selectionEnd()
    return letters_at(text, start), letters_at(text, stop)


def is_undo(event: QEvent) -> bool:
    """Whether a key wants undo or redo: that is the campaign's, not a field's."""
    return (
        isinstance(event, QKeyEvent)
        and event.type() == QEvent.Type.ShortcutOverride
        and any(event.matches(key) for key in _UNDO)
    )


def is_letter_key(event: QEvent) -> bool:
    """Whether a key might set letters by hand: Alt with an arrow, whatever else is held.

    On a Mac such keys would move the caret by words.
    """
    return (
        isinstance(event, QKeyEvent)
        and event.type() == QEvent.Type.ShortcutOverride
        and bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        and event.key() in _ARROWS
    )
