"""Builds the window and everything in it; the only place where the parts are put together."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from studio.core.errors import Missing, Notice, explain
from ui.actions import Action
from ui.arrival import Pages
from ui.campaign.commands import campaign_actions
from ui.campaign.desk import CampaignDesk
from ui.documents.documents import Documents
from ui.documents.recents import Recents
from ui.films import Films
from ui.interrupt import Interrupt
from ui.jobs import Jobs
from ui.notices import Notices
from ui.safety.safety import Safety
from ui.session import Session
from ui.settings import Settings
from ui.shell.languages import language_commands
from ui.shell.relay import Relay
from ui.shell.stillness import begin_motion, motion_commands
from ui.shell.window import Around, Window
from ui.widgets.language import set_language, system_language
from ui.widgets.theme import apply_theme

_TURN = 0.001
"""In seconds: how long a thread of Python may compute while another one waits for its turn.

By default five times as long. Measured beside an export (`benchmarks.window loop`, two cores):
turns within 50 ms 99.45 % by default, 99.83 % so; the longest 236 ms and 74 ms.
"""
_SEEN_MS = 30
"""Between the steps of building: keys and paints that wait have their turns."""


@dataclass(slots=True)
class Parts:
    """The parts of a running window. All but the window itself outlive a change of language."""

    settings: Settings
    session: Session
    jobs: Jobs
    notices: Notices
    films: Films
    documents: Documents
    recents: Recents
    pages: Pages
    safety: Safety
    campaign: CampaignDesk
    window: Window = field(init=False)
    relay: Relay = field(init=False)

    def __post_init__(self) -> None:
        """What builds the next window."""
        self.relay = Relay(
            lambda: self._made_window(follows=True), lambda: self.window, self._exchange
        )

    def make_window(self) -> None:
        """Build the window in the present language; its pages are built when they are wanted."""
        self.window = self._made_window(follows=False)

    def _made_window(self, *, follows: bool) -> Window:
        around = Around(self.settings, self.recents, self.commands(), self.films, follows)
        offers = self.pages.offers()
        made = Window(self.session, self.jobs, self.notices, self.documents, offers, around)
        made.left.connect(self.relay.left)
        return made

    def commands(self) -> tuple[Action, ...]:
        """The commands of parts that are neither window nor page; a line for each part."""
        return (
            *self.safety.commands(),
            *campaign_actions(self.campaign),
            *language_commands(self.speak),
            *motion_commands(self.settings),
        )

    def speak(self, language: str) -> None:
        """Change the language at run time: soon another window takes the place of this one."""
        try:
            set_language(language)
        except Missing as error:
            self.notices.failed(error)
            return
        self.settings.set("language", language)
        self.relay.begin()

    def _exchange(self, window: Window) -> None:
        before, self.window = self.window, window
        window.take_place_of(before)

    def make_pages(self) -> None:
        """Build the pages that nobody wanted yet, step by step; the loop turns between them."""
        if self.window.build_on():
            QTimer.singleShot(_SEEN_MS, self.window, self.make_pages)

    def close(self) -> None:
        """Stop all work and let the window go without asking."""
        self.relay.stop()
        self.documents.finish()
        self.session.close()
        self.jobs.close()
        self.safety.close()
        # What ran has been stopped; nobody need be asked about it.
        self.documents.gate.busy = str
        self.window.close()


def make_parts() -> Parts:
    """Make the window; the QApplication must be there and themed."""
    sys.setswitchinterval(_TURN)
    settings, session, jobs, notices = Settings(), Session(), Jobs(), Notices()
    films = Films(session, jobs)
    documents = Documents(session, jobs, notices)
    recents = Recents(session, settings, jobs)
    pages = Pages(session, films, jobs, notices, documents)
    safety = Safety(session, documents, jobs, notices)
    safety.recents = recents
    desk = CampaignDesk(session, jobs, notices, films, settings)
    desk.save = documents.save
    parts = Parts(settings, session, jobs, notices, films, documents, recents, pages, safety, desk)
    parts.make_window()
    return parts


def build() -> Parts:
    """Make the window with all its pages."""
    parts = make_parts()
    while parts.window.build_on():
        pass
    return parts


def main(arguments: Sequence[str]) -> int:
    """Open the window, with the campaign or films named; returns the exit code."""
    app = QApplication(["lobbycard"])
    app.setApplicationName("Lobbycard")
    apply_theme(app)
    unspoken = _begin_to_speak()
    parts = make_parts()
    # Qt by itself would wait for a dialog that is put away without being closed, and so for ever.
    parts.relay.left.connect(app.quit, Qt.ConnectionType.QueuedConnection)
    if unspoken is not None:
        parts.notices.post(unspoken)
    parts.safety.begin(app, lambda: parts.window.close())
    begin_motion(parts.settings, app)
    parts.window.stand()
    given = list(arguments)
    arrival = parts.pages.arrival
    arrival.arrived.connect(parts.make_pages)
    arrival.arrived.connect(parts.safety.look)
    if given:
        # After the first page is built, so that the window is painted and stays quick.
        arrival.arrived.connect(lambda: parts.documents.dropped(given))
    arrival.begin_behind(parts.window)
    parts.window.show()
    interrupt = Interrupt(lambda: parts.window.close())
    code = app.exec()
    interrupt.close()
    parts.close()
    return code


def _begin_to_speak() -> Notice | None:
    """In the language that was set, else the system's; English, and why, where it is missing."""
    try:
        set_language(str(Settings().get("language", system_language())))
    except Missing as error:
        return explain(error)
    return None
