"""The one gate: every way out of a campaign, and out of Lobbycard, asks here first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from studio.campaign.project import Project
from studio.core.said import said
from ui.documents.above import above
from ui.notices import Notices
from ui.session import Session
from ui.widgets.dialogs import ask
from ui.widgets.language import heard, tr

CANCEL, DISCARD, SAVE = range(3)
"""What can be answered to the question about unsaved changes, from left to right."""
_LOOK_MS = 500


def _idle() -> str:
    return ""


def _nothing_to_stop() -> None:
    """Nothing runs that would have to be stopped."""


class Gate(QObject):
    """Asks about work that runs and about changes that are not saved.

    `busy` gives a sentence while something runs that leaving would end, else ""; `stop` ends it.
    """

    idle = Signal()
    """What was waited for has ended: the person wanted to leave then."""

    def __init__(self, session: Session, notices: Notices) -> None:
        super().__init__()
        self._session = session
        self._notices = notices
        self.busy: Callable[[], str] = _idle
        self.stop: Callable[[], object] = _nothing_to_stop
        self._agreed: Project | None = None
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._look_again)

    @property
    def _window(self) -> QWidget | None:
        return above()

    def may_leave(self, save: Callable[[], bool], *, closing: bool = False) -> bool:
        """Whether the campaign may be left now. `closing`: together with the window."""
        return self._nothing_runs(save, closing=closing) and self._nothing_unsaved(save)

    # -- work that runs -------------------------------------------------------------------

    def _nothing_runs(self, save: Callable[[], bool], *, closing: bool) -> bool:
        sentence = self.busy()
        if not sentence:
            return True
        choices = [tr("Keep working"), tr("Stop it and leave")]
        if closing:
            choices.insert(1, tr("Close when it has ended"))
        primary = len(choices) - 2
        what = heard(sentence).rstrip(".。")
        text = tr("{what}. What is finished stays.", what=what)
        chosen = ask(self._window, tr("An export is running"), text, tuple(choices), primary)
        if chosen == len(choices) - 1:
            self.stop()
            return True
        if closing and chosen == 1 and self._nothing_unsaved(save):
            self._wait()
        return False

    def _wait(self) -> None:
        window = self._window
        if window is not None:
            window.showMinimized()
        self._notices.say(said("Lobbycard closes when the export has ended"))
        self._look.start()

    @Slot()
    def _look_again(self) -> None:
        if not self.busy():
            self._look.stop()
            self.idle.emit()

    # -- changes that are not saved -------------------------------------------------------

    def _nothing_unsaved(self, save: Callable[[], bool]) -> bool:
        session = self._session
        if not session.unsaved or self._agreed is session.project:
            return True
        title = tr("Save the changes to “{name}”?", name=session.project.campaign.name)
        choices = tr("Cancel"), tr("Do not save"), tr("Save")
        chosen = ask(self._window, title, tr("Otherwise they are lost."), choices, SAVE)
        if chosen == SAVE:
            return save()
        if chosen == DISCARD:
            # Asked by the system's end of the session, then by the window: once is enough.
            self._agreed = session.project
            return True
        return False
