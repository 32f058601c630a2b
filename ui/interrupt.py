"""Ctrl-C in the terminal ends the window as its own close button does."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier


class Interrupt(QObject):
    """Calls `end` on the window's thread when the process is interrupted.

    Python hears of a signal only while it runs, and Qt's loop may sleep for hours: the signal is
    written to a socket that wakes the loop, so that nothing needs to look for it now and then.
    What is called at once by Python may stand in the middle of anything, for instance of an import
    that another thread waits for; so only the loop ends the window.
    """

    def __init__(self, end: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._end = end
        self._here, self._there = socket.socketpair()
        self._here.setblocking(False)
        self._there.setblocking(False)
        signal.set_wakeup_fd(self._there.fileno(), warn_on_full_buffer=False)
        signal.signal(signal.SIGINT, _heard)
        self._watch = QSocketNotifier(self._here.fileno(), QSocketNotifier.Type.Read, self)
        self._watch.activated.connect(self._woken)

    def _woken(self) -> None:
        if signal.SIGINT in self._here.recv(256):
            self._end()

    def close(self) -> None:
        """Hear no more; the process then ends at once when interrupted."""
        self._watch.setEnabled(False)
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        self._here.close()
        self._there.close()


def _heard(*_: object) -> None:
    """The number of the signal is on its way to the loop."""
