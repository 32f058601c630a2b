"""The copy written on the poster itself: an editor in the place of the block."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontDatabase,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from studio.typeset.face import Face
from ui.poster.texts import caret_of, is_letter_key, is_undo, plain_text, units_at
from ui.poster.words import language_name
from ui.widgets import tokens as t
from ui.widgets.language import tr

_LEAST_EM, _MOST_EM = 13, 96
_AIR = 10
_LEAST_WIDE = 180
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_families: dict[str, str] = {}


def family_of(face: Face) -> str:
    """The family of a face's file as Qt calls it, loaded once; empty where Qt cannot read it."""
    name = str(face.path)
    if name not in _families:
        found = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(name))
        _families[name] = (
            next((one for one in found if one == face.family), found[0]) if found else ""
        )
    return _families[name]


class CopyEditor(QPlainTextEdit):
    """Stands over a block of the poster while its copy is written.

    Ctrl+Enter keeps what was written, and so does going elsewhere; Escape leaves it as it was.
    While letters are set by hand it cannot be seen: they are looked at on the poster itself.
    """

    written = Signal(str, str)
    """(language, text) as it is typed; nothing is kept yet."""
    kept = Signal(str, str)
    """(language, text)"""
    closed = Signal(bool)
    """Whether the keyboard is to go back to the canvas: it was not taken elsewhere."""
    moved = Signal(str, str, int, int)
    """(language, text, start, stop): where the caret stands, or what is selected."""
    pointed = Signal(QPointF, bool)
    """A press while it cannot be seen, in its parent, and whether the selection goes as far."""
    stepped_back = Signal()
    """Escape while it cannot be seen."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("poster-on-canvas")
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTabChangesFocus(True)
        self.language = ""
        self._family = ""
        self._before = ""
        self._box = QRectF()
        self._em = 0.0
        self._clear = False
        self.hide()
        self.textChanged.connect(self._typed)
        self.cursorPositionChanged.connect(self._tell_caret)
        self.selectionChanged.connect(self._tell_caret)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._grow())

    def begin(self, language: str, text: str, face: Face | None) -> None:
        """Write the copy of a language, in its own face."""
        self.language, self._before, self._clear = language, text, False
        self._family = family_of(face) if face is not None else ""
        self.setAccessibleName(tr("Copy, {name}", name=language_name(language)))
        self.setPlaceholderText(tr("One quiet line"))
        self.setPlainText(text)
        self.selectAll()

    def stand(self, box: QRectF, em: float) -> None:
        """Stand over `box` of the canvas with letters of `em` logical pixels."""
        self._box, self._em = box, em
        self._dress()
        self._grow()
        if self.isHidden():
            self.show()
            self.raise_()
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._tell_caret()

    def _dress(self) -> None:
        size = max(_LEAST_EM, min(_MOST_EM, round(self._em)))
        face = f' font-family: "{self._family}";' if self._family else ""
        look = f"background: {t.FIELD}; color: {t.TEXT}; border: 1px solid {t.ACCENT};"
        if self._clear:
            look = (
                "background: transparent; color: transparent; border: 1px solid transparent;"
                " selection-background-color: transparent; selection-color: transparent;"
            )
        # The window's own sheet has the last word on fonts, so that this is a sheet as well.
        self.setStyleSheet(
            f"QPlainTextEdit {{ {look} font-size: {size}px;{face}"
            f" border-radius: {t.CORNER}px; padding: 6px 8px; }}"
        )
        self.setCursorWidth(0 if self._clear else 1)

    def clear_away(self, there: bool) -> None:
        """Let the poster itself be seen instead, or be seen again; the keys stay here."""
        if there != self._clear and not self.isHidden():
            if there:
                # What was typed is a step of its own before its letters are.
                self.settle()
            self._clear = there
            self._dress()

    def settle(self) -> None:
        """Keep what was typed so far, and go on."""
        text = plain_text(self)
        if text != self._before:
            self._before = text
            self.kept.emit(self.language, text)

    def follow(self, text: str) -> None:
        """The document says `text` now, by undo perhaps; what is being typed is left alone."""
        now = plain_text(self)
        if self.isHidden() or now != self._before or now == text:
            return
        self._before = text
        blocked = self.blockSignals(True)
        at = self.textCursor().position()
        self.setPlainText(text)
        self.blockSignals(blocked)
        self.select(min(at, units_at(text, len(text))), min(at, units_at(text, len(text))))
        self._grow()

    def select(self, anchor: int, position: int) -> None:
        """Put the caret there, in units of Qt; what lies between is selected."""
        cursor = self.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _typed(self) -> None:
        text = plain_text(self)
        if not self.isHidden() and text != self._before:
            self.written.emit(self.language, text)

    def _tell_caret(self) -> None:
        if not self.isHidden():
            start, stop = caret_of(self)
            self.moved.emit(self.language, plain_text(self), start, stop)

    def _grow(self) -> None:
        """As wide and high as the words want, within the canvas."""
        over = self.parentWidget()
        if over is None or self._box.isNull():
            return
        metrics = self.fontMetrics()
        lines = self.toPlainText().split("\n")
        wide = max(metrics.horizontalAdvance(line) for line in lines) + metrics.averageCharWidth()
        room = over.rect().adjusted(4, 4, -4, -4)
        width = min(room.width(), max(_LEAST_WIDE, int(self._box.width()), wide) + 3 * _AIR)
        rows = max(len(lines), int(self.document().size().height()))
        height = min(room.height(), rows * metrics.lineSpacing() + 2 * _AIR)
        left = int(self._box.center().x() - width / 2)
        top = int(self._box.center().y() - height / 2)
        left = max(room.left(), min(left, room.right() - width))
        top = max(room.top(), min(top, room.bottom() - height))
        self.setGeometry(left, top, width, height)

    def keep(self, *, back: bool = True) -> None:
        """Take over what was written; `back`: the canvas gets the keyboard."""
        if self.isHidden():
            return
        # Hiding takes the focus away, which would keep it once more.
        language, text, before = self.language, plain_text(self), self._before
        self.hide()
        if text != before:
            self.kept.emit(language, text)
        self.closed.emit(back)

    def leave(self) -> None:
        """Forget what was written."""
        if not self.isHidden():
            self._before = plain_text(self)
            self.hide()
            self.closed.emit(True)

    def event(self, event: QEvent) -> bool:
        """Its own keys come before those of the page; what kerns is the page's."""
        passes = is_letter_key(event) or (is_undo(event) and self._can_pass())
        if passes:
            event.ignore()
            return True
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and (event.key() == Qt.Key.Key_Escape or _is_keep(event))
        ):
            event.accept()
            return True
        return super().event(event)

    def _can_pass(self) -> bool:
        """Whether undo is the campaign's: nothing was typed here since it was last kept."""
        return plain_text(self) == self._before

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """While the poster itself is seen the caret goes to a letter of that."""
        if self._clear:
            more = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.pointed.emit(QPointF(self.mapToParent(event.position().toPoint())), more)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A drag selects letters of the poster."""
        if not self._clear:
            super().mouseMoveEvent(event)
        elif event.buttons() & Qt.MouseButton.LeftButton:
            self.pointed.emit(QPointF(self.mapToParent(event.position().toPoint())), True)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Words are selected where they are seen."""
        if not self._clear:
            super().mouseDoubleClickEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What is being composed is to be seen."""
        if self._clear and event.preeditString():
            self.stepped_back.emit()
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves, Ctrl+Enter keeps; the rest is writing."""
        if event.key() == Qt.Key.Key_Escape and self._clear:
            self.stepped_back.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif _is_keep(event):
            self.keep()
        else:
            super().keyPressEvent(event)
            # Arrows that lead nowhere here would move the picture.
            event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Going elsewhere keeps; a menu or another window does not end it."""
        super().focusOutEvent(event)
        passing = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in passing:
            self.keep(back=False)


def _is_keep(event: QKeyEvent) -> bool:
    held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return held and event.key() in _ENTER
