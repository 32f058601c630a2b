"""Says quietly over the canvas that the poster is being made."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.widgets import tokens as t
from ui.widgets.busy import Busy
from ui.widgets.language import tr

_PATIENCE_MS = 150
"""What is there sooner needs no word."""


class Making(QWidget):
    """A ring and a word at the foot of `over`, or in its middle while there is nothing else."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._alone = True
        self.setObjectName("poster-making")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "badge")
        self._words = QLabel(tr("Making the poster…"))
        self._words.setProperty("role", "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(t.SPACE[2], t.SPACE[1], t.SPACE[2], t.SPACE[1])
        row.setSpacing(t.SPACE[1])
        row.addWidget(Busy(16))
        row.addWidget(self._words)
        self.hide()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PATIENCE_MS)
        self._soon.timeout.connect(self._appear)

    @property
    def is_on(self) -> bool:
        """Whether something is being made, said yet or not."""
        return self._soon.isActive() or not self.isHidden()

    def begin(self, *, alone: bool) -> None:
        """Something is being made; `alone` where nothing else is to be seen meanwhile."""
        self._alone = alone
        if self.is_on:
            self.place()
            return
        self._soon.start()

    def end(self) -> None:
        """It is there."""
        self._soon.stop()
        self.hide()
        self._over.setAccessibleDescription("")

    def _appear(self) -> None:
        self.place()
        self.show()
        self.raise_()
        self._over.setAccessibleDescription(self._words.text())

    def place(self) -> None:
        """The room has another size."""
        self.adjustSize()
        room = self._over.rect()
        down = room.center().y() if self._alone else room.bottom() - self.height() - t.SPACE[1]
        self.move(QPoint(room.center().x() - self.width() // 2, down))
