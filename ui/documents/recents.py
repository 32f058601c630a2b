"""Campaigns opened lately: what they are called and hold, and a small picture of each."""

from __future__ import annotations

import hashlib
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from studio.campaign.document import Campaign
from studio.core.later import named
from studio.core.places import cache_folder
from studio.core.said import said
from ui.jobs import Job, Jobs
from ui.session import Session
from ui.settings import Settings

if TYPE_CHECKING:
    from ui.documents.portrait import draw
else:
    # All that reads films and sets posters: not wanted while the window opens.
    draw = named("ui.documents.portrait", "draw")

MOST = 12
_KEY = "recent campaigns"
_SETTLED_MS = 4000
"""A picture is made when the campaign has stood still for so long."""


@dataclass(frozen=True, slots=True)
class Recent:
    """A campaign as it was when it was last open; `opened` is seconds since 1970."""

    path: str
    name: str
    films: int
    posters: int
    opened: float
    shows: str = ""
    """What its picture was made of."""

    @property
    def is_there(self) -> bool:
        """Whether the file still lies where it was."""
        return Path(self.path).is_file()

    @property
    def picture(self) -> Path:
        """Where its picture is kept; it may not be there."""
        name = hashlib.sha256(self.path.encode()).hexdigest()[:24]
        return cache_folder() / "recent" / f"{name}.jpg"


class Recents(QObject):
    """The list, kept in the settings; it follows the session by itself."""

    changed = Signal()

    def __init__(
        self, session: Session, settings: Settings, jobs: Jobs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._jobs = jobs
        self._job: Job | None = None
        self._stale: tuple[Campaign, Path, Recent] | None = None
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self._draw)
        session.replaced.connect(self._look)
        session.saved.connect(self._look)

    def listed(self) -> tuple[Recent, ...]:
        """The campaigns, newest first; also those that are not found any more."""
        found = []
        for one in self._settings.get(_KEY, []):
            try:
                found.append(Recent(**one))
            except TypeError:
                continue  # written by another version
        return tuple(found)

    def forget(self, path: str) -> None:
        """Take one off the list, with its picture; its files are not touched."""
        for one in self.listed():
            if one.path == path:
                one.picture.unlink(missing_ok=True)
        self._keep([one for one in self.listed() if one.path != path])

    def _keep(self, listed: list[Recent]) -> None:
        self._settings.set(_KEY, [asdict(one) for one in listed[:MOST]])
        self.changed.emit()

    def _look(self) -> None:
        session = self._session
        if not session.is_open:
            if self._settled.isActive():
                # The last look at a campaign that was left: its picture is made now.
                self._settled.stop()
                self._draw()
            return
        if session.path is None or session.folder is None or session.unsaved:
            return
        campaign = session.project.campaign
        path = str(session.path.resolve())
        before = next((one for one in self.listed() if one.path == path), None)
        posters = sum(len(film.posters) for film in campaign.films)
        now = Recent(
            path, campaign.name, len(campaign.films), posters, time.time(), _shown(campaign)
        )
        self._keep([now, *(one for one in self.listed() if one.path != path)])
        if before is None or before.shows != now.shows or not now.picture.is_file():
            self._stale = (campaign, session.folder, now)
            self._settled.start()

    def _draw(self) -> None:
        if self._stale is None or self._job is not None:
            return
        campaign, folder, recent = self._stale
        self._stale = None
        self._job = self._jobs.start(
            said("Picture of the campaign"), draw, campaign, folder, recent.picture, quiet=True
        )
        self._job.done.connect(self.changed)
        self._job.ended.connect(self._ended)

    def _ended(self) -> None:
        self._job = None


def _shown(campaign: Campaign) -> str:
    """Equal while the picture of a campaign would be the same."""
    first = next((film for film in campaign.films if film.posters), None)
    shown = (first.source, first.title, first.posters[0]) if first else campaign.films[:1]
    return hashlib.sha256(repr(shown).encode()).hexdigest()[:16]
