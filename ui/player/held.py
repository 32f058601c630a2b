"""K held with J or L, as editors use it: a tap is one frame, holding both plays slowly."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

_SLOW_AFTER_MS = 300
_KEYS = {Qt.Key.Key_J: -1, Qt.Key.Key_L: 1}
_ENDS = frozenset(
    (
        QEvent.Type.FocusOut,
        QEvent.Type.FocusIn,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.Hide,
    )
)


class HeldStop(QObject):
    """Looks at the window's keys only while K is down. `step` takes 1 or -1."""

    def __init__(self, step: Callable[[int], None], parent: QObject) -> None:
        super().__init__(parent)
        self._step = step
        self._window: QWindow | None = None
        self._direction = 0
        self._slow = QTimer(self)
        self._slow.timeout.connect(self._slowly)

    @property
    def is_held(self) -> bool:
        """Whether K is down."""
        return self._window is not None

    def begin(self) -> None:
        """K went down (or repeats)."""
        window = QGuiApplication.focusWindow()
        if self._window is None and window is not None:
            self._window = window
            window.installEventFilter(self)

    def press(self, direction: int, frame_ms: float) -> None:
        """J or L while K is down; a frame of the film takes `frame_ms` at normal speed."""
        if direction == self._direction:
            return
        self._direction = direction
        self._step(direction)
        # A quarter of the normal speed, once it is held.
        self._slow.setInterval(max(1, round(4 * frame_ms)))
        QTimer.singleShot(_SLOW_AFTER_MS, self, self._begin_slow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sees the keys go up again."""
        kind = event.type()
        if kind in _ENDS:
            self._end()
        elif kind == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            self._released(event)
        return False

    def _released(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        if Qt.Key(event.key()) in _KEYS:
            self._rest()
        else:
            self._end()

    def _begin_slow(self) -> None:
        if self._direction:
            self._slow.start()

    def _slowly(self) -> None:
        self._step(self._direction)

    def _rest(self) -> None:
        self._direction = 0
        self._slow.stop()

    def _end(self) -> None:
        self._rest()
        window, self._window = self._window, None
        if window is not None:
            window.removeEventFilter(self)
