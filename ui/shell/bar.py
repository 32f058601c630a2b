"""The notice bar: what went wrong, with what to do, until the person closes it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton

from studio.core.errors import Notice
from studio.core.said import said
from ui.widgets import tokens as t
from ui.widgets.icons import icon, pixmap
from ui.widgets.language import heard, tr
from ui.widgets.parts import KINDS

_SIGNS = {"error": "bad", "warning": "warn", "hint": "info"}


class NoticeBar(QFrame):
    """Shows one notice at a time; a newer one takes its place."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setStyleSheet(
            f"#notice {{ background: {t.RAISED}; border-bottom: 1px solid {t.LINE}; }}"
        )
        self._details = ""
        self._sign = QLabel()
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._copy = QPushButton(tr("Copy details"))
        self._copy.clicked.connect(lambda: QApplication.clipboard().setText(self._details))
        close = QToolButton()
        close.setIcon(icon("close"))
        close.setProperty("role", "flat")
        close.setToolTip(tr("Close"))
        close.setAccessibleName(tr("Close this notice"))
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(t.SPACE[3], t.SPACE[1], t.SPACE[1], t.SPACE[1])
        row.setSpacing(t.SPACE[2])
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(self._copy)
        row.addWidget(close)
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Show it, with the sign of how grave it is."""
        name, colour = KINDS[_SIGNS[notice.severity]]
        self._sign.setPixmap(pixmap(name, colour, 20, 2))
        whole = said("{message} {hint}", message=notice.text, hint=notice.hint)
        self._text.setText(heard(whole if notice.hint else notice.text))
        self._details = notice.details
        self._copy.setVisible(bool(notice.details))
        self.show()

    @property
    def text(self) -> str:
        """What is shown; empty while nothing is."""
        return self._text.text() if self.isVisible() else ""
