"""The panel of the export queue: how far it is, what is done with it, and its rows."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studio.core.words import counted
from ui.deliver.called import Called
from ui.deliver.queue import ExportQueue
from ui.deliver.queue_rows import RowsView
from ui.deliver.row import AT_WORK, FAILED, MADE, OPEN, STOPPED, WAITING
from ui.deliver.words import left_words
from ui.widgets import tokens as t
from ui.widgets.icons import icon, lead
from ui.widgets.language import tr
from ui.widgets.theme import tabular
from ui.widgets.words import hairline, words

_ROWS_HEIGHT = {False: 148, True: 92}
_LOW = 800
"""A window lower than this leaves fewer rows to the queue."""
_SOON_MS = 80


class QueuePanel(QWidget):
    """There while the queue has rows; its rows can be folded away."""

    picked = Signal(str)
    folded = Signal(bool)

    def __init__(self, queue: ExportQueue) -> None:
        super().__init__()
        self._queue = queue
        self._rows = RowsView(queue)
        self._rows.picked.connect(self.picked)
        self._make_head()
        self._make_buttons()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(self._rows)
        column.addWidget(hairline())
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.refresh)
        queue.changed.connect(self._later)
        queue.advanced.connect(self._tick)
        self._folded = False
        self.refresh()

    def _make_head(self) -> None:
        self._fold = QToolButton()
        self._fold.setObjectName("deliver-fold")
        self._fold.setProperty("role", "flat")
        self._fold.setAccessibleName(tr("Show or hide the rows of the queue"))
        self._fold.clicked.connect(self._turn)
        self._title = words(tr("Queue"), "section", wraps=False)
        self._stand = words("", wraps=False)
        self._left = words("", "quiet", wraps=False)
        for label in (self._stand, self._left):
            label.setFont(tabular(label.font()))
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        self._bar.setAccessibleName(tr("How far the queue is"))

    def _make_buttons(self) -> None:
        queue = self._queue
        self._retry = _button(tr("Try failed again"), "refresh", "deliver-retry")
        self._retry.clicked.connect(self._try_again)
        self._clear = _button(tr("Clear"), "", "deliver-clear")
        self._clear.setToolTip(tr("Forget the rows that are over"))
        self._clear.clicked.connect(queue.clear)
        self._pause = _button("", "pause", "deliver-pause")
        self._pause.clicked.connect(self._pause_or_go)
        self._stop = _button(tr("Stop"), "stop", "deliver-stop")
        self._stop.setToolTip(tr("Stop the export; what is finished stays"))
        self._stop.clicked.connect(queue.stop)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(t.SPACE[1], t.SPACE[0], t.SPACE[3], t.SPACE[0])
        head.setSpacing(t.SPACE[1])
        for widget in (self._fold, self._title, self._stand, self._bar, self._left):
            head.addWidget(widget)
        head.addStretch(1)
        for button in (self._retry, self._clear, self._pause, self._stop):
            head.addWidget(button)
        return head

    @property
    def is_folded(self) -> bool:
        """Whether the rows are hidden."""
        return self._folded

    def set_folded(self, folded: bool) -> None:
        """Hide the rows, or show them."""
        self._folded = folded
        self.refresh()

    def _turn(self) -> None:
        self.set_folded(not self._folded)
        self.folded.emit(self._folded)

    def _later(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def refresh(self) -> None:
        """Show the queue as it stands."""
        queue = self._queue
        busy = queue.is_busy
        rows = bool(queue.rows)
        self.setVisible(busy or rows)
        self._rows.setFixedHeight(_ROWS_HEIGHT[self.window().height() < _LOW])
        self._rows.setVisible(rows and not self._folded)
        self._fold.setIcon(icon("chevron-right" if self._folded else "chevron-down"))
        self._pause.setText(tr("Go on") if queue.is_paused else tr("Pause"))
        self._pause.setIcon(lead("play" if queue.is_paused else "pause"))
        self._pause.setToolTip(
            tr("Begin outputs again")
            if queue.is_paused
            else tr("Finish what is at work, begin nothing else")
        )
        self._pause.setVisible(busy)
        self._stop.setVisible(busy)
        self._retry.setVisible(bool(queue.count(FAILED, STOPPED)) and not busy)
        self._clear.setVisible(bool(queue.count(MADE, FAILED, STOPPED)) and not busy)
        self._stand.setText(self._standing())
        if rows and not self._folded:
            self._rows.renew()
        self._tick()

    def show_names(self, called: Called) -> None:
        """Call the rows so."""
        self._rows.show_names(called)

    def _standing(self) -> str:
        queue = self._queue
        at_work, waiting = queue.count(AT_WORK), queue.count(WAITING)
        if queue.is_busy and not queue.count(*OPEN):
            return tr("Looking at what is there")
        parts = []
        if queue.is_paused and queue.is_busy:
            parts.append(tr("Paused"))
        if at_work:
            parts.append(tr("{n:,} at work", n=at_work))
        if waiting:
            parts.append(tr("{n:,} waiting", n=waiting))
        if queue.count(MADE):
            parts.append(tr("{n:,} made", n=queue.count(MADE)))
        if queue.count(FAILED):
            parts.append(tr("{n:,} failed", n=queue.count(FAILED)))
        if queue.count(STOPPED):
            parts.append(tr("{n:,} stopped", n=queue.count(STOPPED)))
        return "  ·  ".join(parts)

    def _tick(self) -> None:
        if not self.isVisible():
            return
        left = self._queue.seconds_left
        self._bar.setVisible(left is not None)
        self._bar.setValue(round(1000 * self._queue.fraction))
        self._left.setText(left_words(left))
        if not self._folded and self._rows.isVisible():
            self._rows.tick()

    def _pause_or_go(self) -> None:
        if self._queue.is_paused:
            self._queue.go_on()
        else:
            self._queue.pause()

    def _try_again(self) -> None:
        self._queue.retry(self)

    def summary(self) -> str:
        """`12 outputs`, for screen readers and tests."""
        return counted(len(self._queue.rows), "output")


def _button(text: str, sign: str, name: str) -> QPushButton:
    button = QPushButton(lead(sign), text) if sign else QPushButton(text)
    button.setObjectName(name)
    button.setProperty("role", "flat")
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
