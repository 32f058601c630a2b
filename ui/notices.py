"""What went wrong, shown where the person looks: a bar for what happened, a dialog for a crash."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from studio.core.errors import Notice, explain, is_fault
from ui.widgets.language import heard


class Notices(QObject):
    """The desk that every part of the window hands its notices to; the shell shows them."""

    posted = Signal(object)
    """A Notice."""
    said = Signal(str)
    """A short word that something is done; it goes away by itself."""
    unexpected = Signal(object)
    """An exception that is a fault of ours."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.somebody_catches = False
        """Whether `unexpected` is answered with a dialog; otherwise the bar must do."""

    def post(self, notice: Notice) -> None:
        """Show a notice until the person closes it."""
        self.posted.emit(notice)

    def failed(self, error: BaseException) -> None:
        """Show what an error means."""
        if is_fault(error):
            self.unexpected.emit(error)
            if self.somebody_catches:
                return
        self.posted.emit(explain(error))

    def say(self, text: str) -> None:
        """Show a short word for a few seconds."""
        self.said.emit(heard(text))
