"""The copy written on the poster itself: an editor in the place of the block."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontDatabase, QKeyEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from studio.typeset.face import Face
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
    """

    kept = Signal(str, str)
    """(language, text)"""
    closed = Signal()

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
        self.hide()
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._grow())

    def begin(self, language: str, text: str, face: Face | None) -> None:
        """Write the copy of a language, in its own face."""
        self.language, self._before = language, text
        self._family = family_of(face) if face is not None else ""
        self.setAccessibleName(tr("Copy, {name}", name=language_name(language)))
        self.setPlaceholderText(tr("One quiet line"))
        self.setPlainText(text)
        self.selectAll()

    def stand(self, box: QRectF, em: float) -> None:
        """Stand over `box` of the canvas with letters of `em` logical pixels."""
        self._box = box
        size = max(_LEAST_EM, min(_MOST_EM, round(em)))
        face = f' font-family: "{self._family}";' if self._family else ""
        # The window's own sheet has the last word on fonts, so that this is a sheet as well.
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {t.FIELD}; color: {t.TEXT}; font-size: {size}px;{face}"
            f" border: 1px solid {t.ACCENT}; border-radius: {t.CORNER}px; padding: 6px 8px; }}"
        )
        self._grow()
        if self.isHidden():
            self.show()
            self.raise_()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

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

    def keep(self) -> None:
        """Take over what was written."""
        if self.isHidden():
            return
        # Hiding takes the focus away, which would keep it once more.
        language, text, before = self.language, self.toPlainText(), self._before
        self.hide()
        if text != before:
            self.kept.emit(language, text)
        self.closed.emit()

    def leave(self) -> None:
        """Forget what was written."""
        if not self.isHidden():
            self._before = self.toPlainText()
            self.hide()
            self.closed.emit()

    def event(self, event: QEvent) -> bool:
        """Its own keys come before those of the page."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and (event.key() == Qt.Key.Key_Escape or _is_keep(event))
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves, Ctrl+Enter keeps; the rest is writing."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif _is_keep(event):
            self.keep()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Going elsewhere keeps; a menu or another window does not end it."""
        super().focusOutEvent(event)
        passing = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in passing:
            self.keep()


def _is_keep(event: QKeyEvent) -> bool:
    held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return held and event.key() in _ENTER
