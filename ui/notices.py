"""What went wrong, shown where the person looks: a bar for what happened, a dialog for a crash."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from studio.core.errors import Notice, explain


class Notices(QObject):
    """The desk that every part of the window hands its notices to; the shell shows them."""

    posted = Signal(object)
    """A Notice."""
    said = Signal(str)
    """A short word that something is done; it goes away by itself."""

    def post(self, notice: Notice) -> None:
        """Show a notice until the person closes it."""
        self.posted.emit(notice)

    def failed(self, error: BaseException) -> None:
        """Show what an error means."""
        self.posted.emit(explain(error))

    def say(self, text: str) -> None:
        """Show a short word for a few seconds."""
        self.said.emit(text)
