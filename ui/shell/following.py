"""Goes where an undo or a chosen line leads: asks the pages, those not built yet once they are."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from ui.shell.built import BuiltPages


class Following(QObject):
    """`show` shows the page of a number."""

    def __init__(self, built: BuiltPages, show: Callable[[int], None], parent: QObject) -> None:
        super().__init__(parent)
        self._built, self._show = built, show
        self._focus: object = None
        self._asked: set[int] = set()
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._further)

    def go(self, focus: object) -> None:
        """To the first page that can show `focus`, in the place of what was wanted before."""
        self.halt()
        self._focus = focus
        self._asked.clear()
        if not self._found() and self._built.next() is not None:
            self._turn.start()

    def halt(self) -> None:
        """The person goes somewhere else meanwhile."""
        self._turn.stop()

    def _further(self) -> None:
        # A step in each turn: a whole page takes longer than the window may stand still.
        number = self._built.next()
        if number is None or not self._built.step(number) or self._found():
            self.halt()

    def _found(self) -> bool:
        for number, page in sorted(self._built.made.items()):
            if number in self._asked:
                continue
            self._asked.add(number)
            if page.show_focus(self._focus):
                self._show(number)
                return True
        return False
