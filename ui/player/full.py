"""The picture over the whole screen; what it is played with comes when the mouse is moved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.actions import Action, qt_action
from ui.widgets.language import tr

_HIDE_MS = 2000


class FullScreen(QWidget):
    """Holds `body` while it lives; `controls` are the parts of it that hide."""

    left = Signal()

    def __init__(
        self, body: QWidget, controls: Sequence[QWidget], commands: Sequence[Action]
    ) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setProperty("role", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(tr("Film"))
        self._controls = controls
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(body)
        for command in commands:
            self.addAction(qt_action(command, self))
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_HIDE_MS)
        self._idle.timeout.connect(self._hide_controls)
        for one in (body, *body.findChildren(QWidget)):
            one.setMouseTracking(True)
            one.installEventFilter(self)
        self._idle.start()

    def let_go(self) -> None:
        """Show everything again, for the body goes back to where it was."""
        self._idle.stop()
        for one in self._controls:
            one.setVisible(True)

    def _hide_controls(self) -> None:
        if any(one.underMouse() for one in self._controls):
            self._idle.start()
            return
        for one in self._controls:
            one.setVisible(False)
        self.setCursor(Qt.CursorShape.BlankCursor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A mouse that moves brings them back."""
        if event.type() == QEvent.Type.MouseMove:
            for one in self._controls:
                one.setVisible(True)
            self.unsetCursor()
            self._idle.start()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed from outside, it goes back too."""
        event.ignore()
        self.left.emit()
