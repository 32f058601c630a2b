"""The dialog for the note on a cue: what the cue says, and the lines that are said about it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from ui.widgets.dialogs import Dialog
from ui.widgets.language import tr
from ui.widgets.words import words

_SIZE = (520, 340)
_MOST = 4_000


class NoteDialog(Dialog):
    """Ctrl+Enter keeps it, as Enter breaks its lines."""

    def __init__(self, cue: str, note: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(tr("Note on the cue"), parent, cue)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.field = QPlainTextEdit(note)
        self.field.setObjectName("note-field")
        self.field.setAccessibleName(tr("Note"))
        self.field.setTabChangesFocus(True)
        self.field.installEventFilter(self)
        self.body.addWidget(self.field, 1)
        if about:
            self.body.addWidget(words(about, "faint"))
        self.add_cancel()
        self._keep = self.add_button(tr("Keep"), self.accept, primary=True)
        self._keep.setToolTip("Ctrl+Enter")
        self._keep.setObjectName("note-keep")
        self.field.textChanged.connect(self._weigh)
        self.field.selectAll()
        self.field.setFocus()
        self.resize(*_SIZE)

    def _weigh(self) -> None:
        over = len(self.note) > _MOST
        self.set_fault(tr("A note may have {most:,} characters.", most=_MOST) if over else "")
        self._keep.setEnabled(not over)

    @property
    def note(self) -> str:
        """What was written."""
        return self.field.toPlainText().strip()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Ctrl+Enter keeps the note, but not while an input method still composes."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                if self._keep.isEnabled():
                    self.accept()
                return True
        return False


def ask_note(parent: QWidget | None, cue: str, note: str, about: str) -> str | None:
    """The note as it is to be from now on; None where the dialog was left."""
    dialog = NoteDialog(cue, note, about, parent)
    kept = dialog.exec() == QDialog.DialogCode.Accepted
    given = dialog.note
    dialog.deleteLater()
    return given if kept else None
