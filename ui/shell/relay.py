"""Lets another window take the place of the one there, in small steps: the person never waits."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from ui.shell.window import Window

_PATIENCE_MS = 50
_SEEN_MS = 30
"""Between steps that nobody waits for."""


class Relay(QObject):
    """Builds the next window behind the one that is shown, one step in each turn of the loop.

    `make` builds a window without pages that follows the one `standing` gives; `exchange` lets it
    step in front. The one before goes a part at a time, and then the other pages are built.
    """

    left = Signal()
    """The person has closed the window, whichever one it was by then."""

    def __init__(
        self,
        make: Callable[[], Window],
        standing: Callable[[], Window],
        exchange: Callable[[Window], None],
    ) -> None:
        super().__init__()
        self._make, self._standing, self._exchange = make, standing, exchange
        self._made: Window | None = None
        self._going: Iterator[None] = iter(())
        """The window before, on its way out."""
        self._steps: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)

    def begin(self) -> None:
        """From the next turn on; what was begun for another language is left."""
        self.stop()
        self._steps = self._work()
        self._timer.start(0)

    def stop(self) -> None:
        """Leave what was begun."""
        self._timer.stop()
        for _ in self._going:
            pass
        made, self._made = self._made, None
        if made is not None:
            made.deleteLater()

    def _step(self) -> None:
        try:
            next(self._steps)
        except StopIteration:
            self._timer.stop()

    def _work(self) -> Iterator[None]:
        made = self._made = self._make()
        yield
        made.complete()
        yield
        if self._standing().page_number >= 0:
            while made.build_on(self._standing().page_number):
                yield
        # Laid out and styled where nobody sees it: that is half of what showing it takes.
        made.prepare_to_follow(self._standing())
        yield
        # A dialog goes with the window that it belongs to: whoever is at one answers it first.
        self._timer.setInterval(_PATIENCE_MS)
        while self._is_asking():
            yield
        before, self._made = self._standing(), None
        self._exchange(made)
        self._timer.setInterval(_SEEN_MS)
        # Its commands go with their pages; keys that are changed meanwhile are the new window's.
        before.commands.keys.blockSignals(True)
        self._going = before.let_go()
        yield
        for _ in self._going:
            yield
        yield
        # What was a window hangs together in rings that only a search finds. Now it takes 30 to
        # 50 ms; left to the seldom search of the old, those of an hour took seconds at once.
        gc.collect()
        yield
        while made.build_on():
            yield

    def _is_asking(self) -> bool:
        """Whether a dialog or a menu of the window that stands is open."""
        above = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        while above is not None and above is not self._standing():
            above = above.parentWidget()
        return above is not None
