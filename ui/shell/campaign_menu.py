"""Commands of the menu below the campaign's name: its name, its version, its folder, others."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from studio.campaign.project import Project
from studio.core.said import said
from ui.actions import Action
from ui.documents.documents import Documents
from ui.documents.recents import Recents
from ui.notices import Notices
from ui.session import Session
from ui.widgets.dialogs import ask_text
from ui.widgets.language import tr
from ui.widgets.opening import open_path


class CampaignMenu(QObject):
    """Works on the open campaign; `edit_name` lets its name be typed in the top bar."""

    def __init__(
        self, session: Session, notices: Notices, edit_name: Callable[[], None], window: QWidget
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._notices = notices
        self._edit_name = edit_name

    def commands(self) -> tuple[Action, ...]:
        """Its commands."""
        listed = (
            ("rename", said("Rename the campaign"), self._edit_name, "", self._is_open),
            ("next-version", said("Next version"), self._next_version, "", self._is_open),
            ("version", said("Set the version…"), self._set_version, "", self._is_open),
            ("reveal", said("Show the campaign in its folder"), self._reveal, "folder",
             self._has_path),
        )  # fmt: skip
        return tuple(
            Action(f"campaign-{name}", text, run, "Campaign", (), sign, "", when, "name")
            for name, text, run, sign, when in listed
        )

    def _is_open(self) -> bool:
        return self._session.is_open

    def _has_path(self) -> bool:
        return self._session.path is not None

    def _next_version(self) -> None:
        self._give_version(next_version(self._session.project.campaign.version))

    def _set_version(self) -> None:
        now = self._session.project.campaign.version
        text = ask_text(
            self._window,
            tr("Set the version"),
            tr("Version, as it stands in the names of outputs"),
            now,
            tr("Set the version"),
        )
        if text:
            self._give_version(text)

    def _give_version(self, version: str) -> None:
        def edit(project: Project) -> Project:
            return project.with_campaign(replace(project.campaign, version=version))

        self._session.apply(said("Set the version"), edit)

    def _reveal(self) -> None:
        if self._session.path is None:
            return
        folder = self._session.path.parent
        open_path(folder, self._notices.say)


def next_version(version: str) -> str:
    """The version after: v01 → v02, 9 → 10, draft → draft 2."""
    found = re.search(r"(\d+)(\D*)$", version)
    if found is None:
        return f"{version} 2"
    number = found[1]
    return f"{version[: found.start()]}{int(number) + 1:0{len(number)}}{found[2]}"


class RecentMenu(QMenu):
    """Recent campaigns to open; filled when it is looked at."""

    def __init__(self, recents: Recents, documents: Documents, parent: QWidget) -> None:
        super().__init__(tr("Open recent"), parent)
        self._recents = recents
        self._documents = documents
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        for one in self._recents.listed():
            action = self.addAction(one.name.replace("&", "&&"))
            action.setToolTip(one.path)
            action.setEnabled(one.is_there)
            action.triggered.connect(partial(self._documents.open, Path(one.path)))
        if self.isEmpty():
            self.addAction(tr("None yet")).setEnabled(False)
