"""The menu Help: pages, the keys of a page, hints, about, and how a fault is reported."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from studio.core.said import said
from ui.actions import Action
from ui.help.about import AboutDialog, open_folder
from ui.help.help import HelpWindow, focused, topic_of
from ui.help.hints import HintBar
from ui.keys.commands import Commands
from ui.notices import Notices
from ui.safety.reports import reports_folder
from ui.settings import Settings
from ui.tree.tree import spoken
from ui.widgets.language import tr


class Guide(QObject):
    """Opens what explains. `page` tells where the person is: its number and its title."""

    def __init__(
        self, commands: Commands, settings: Settings, notices: Notices, window: QWidget
    ) -> None:
        super().__init__(window)
        self._commands = commands
        self._notices = notices
        self._window = window
        self._help: HelpWindow | None = None
        self.hints = HintBar(settings)
        self.page: Callable[[], tuple[int, str]] = lambda: (-1, "")

    def commands(self) -> tuple[Action, ...]:
        """Those of the menu Help."""
        listed = (
            ("help", said("Help"), self.show_help, ("F1",), "info", "read"),
            ("help-keys", said("Keys on this page"), self.show_keys, ("Ctrl+/", "?"), "", "read"),
            ("help-hints", said("Show the hints again"), self.hints.again, (), "", "read"),
            ("help-fault", said("Report a fault…"), self.report, (), "", "about"),
            ("about", said("About Lobbycard"), self.show_about, (), "", "about"),
        )
        return tuple(
            Action(name, text, run, "Help", keys, sign, "", group=group)
            for name, text, run, keys, sign, group in listed
        )

    def _window_of_help(self) -> HelpWindow:
        if self._help is None:
            self._help = HelpWindow(spoken(), self._window)
        return self._help

    def show_help(self) -> None:
        """The section about what the person is at."""
        topic = topic_of(focused(), self.page()[0])
        self._window_of_help().open_topic(topic)

    def show_keys(self) -> None:
        """All keys that work here."""
        number, title = self.page()
        self._window_of_help().show_keys(self._commands, number, title or tr("Start page"))

    def show_about(self) -> None:
        """Versions, licences, folders."""
        dialog = AboutDialog(self._window)
        dialog.exec()
        dialog.deleteLater()

    def report(self) -> None:
        """Open the folder with the reports of faults, and say what to do with them."""
        self._notices.say(
            tr("Attach the newest report of this folder; it says nothing of what you write.")
        )
        open_folder(reports_folder(), self._notices.say)
