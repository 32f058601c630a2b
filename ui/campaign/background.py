"""What runs behind the campaign's dialogs: decks read and written, packing, remembering sources."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer

from studio.campaign.document import Campaign
from studio.core.children import in_child
from studio.core.later import named
from studio.core.progress import SILENT, Progress
from ui.films import Films
from ui.jobs import Job, Jobs
from ui.session import Session

if TYPE_CHECKING:
    from studio.batch.own import own_presets
    from studio.campaign.deck import Sheet, deck_sheet
    from studio.campaign.deck_file import read_deck as read_file
    from studio.campaign.deck_file import write_deck as write_file
    from studio.campaign.file import load_campaign
    from studio.campaign.package import Packaged, package
    from studio.campaign.sources import remember
else:
    own_presets = named("studio.batch.own", "own_presets")
    deck_sheet = named("studio.campaign.deck", "deck_sheet")
    read_file = named("studio.campaign.deck_file", "read_deck")
    write_file = named("studio.campaign.deck_file", "write_deck")
    load_campaign = named("studio.campaign.file", "load_campaign")
    package = named("studio.campaign.package", "package")
    remember = named("studio.campaign.sources", "remember")

_SECONDS = 120.0
_SETTLED_MS = 3000


def write_deck(campaign: Campaign, path: Path, progress: Progress = SILENT) -> Path:
    """Write the campaign's deck; its path."""
    progress.report(0.0)
    write_file(deck_sheet(campaign), path)
    return path


def read_deck(path: Path, progress: Progress = SILENT) -> Sheet:
    """Read a deck in a process of its own, as it is a stranger's file."""
    return in_child(read_file, path, progress=progress, seconds=_SECONDS)


def pack(path: Path, target: Path, progress: Progress = SILENT) -> Packaged:
    """Pack the campaign of a file with the presets of the person's own that it uses."""
    extras = own_presets(load_campaign(path, outside=True))
    return package(path, target, extras, progress=progress)


def as_packaged(made: object) -> Packaged:
    """The result of `pack` as a signal brings it."""
    return cast("Packaged", made)


class Remembering(QObject):
    """Keeps beside the campaign what its sources are, so that they can be found again."""

    def __init__(self, session: Session, jobs: Jobs, films: Films, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._films = films
        self._job: Job | None = None
        # Once all is quiet: saving and probing come in bursts.
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_SETTLED_MS)
        self._wait.timeout.connect(self._begin)
        films.probed.connect(self._later)
        session.saved.connect(self._later)

    def _later(self) -> None:
        if self._session.path is not None and not self._session.unsaved:
            self._wait.start()

    def _begin(self) -> None:
        folder, campaign = self._session.folder, self._session.project.campaign
        if self._job is not None or self._session.path is None or folder is None:
            return
        there = [film for film in campaign.films if (folder / film.source).is_file()]
        if any(self._films.film(film.id) is None for film in there):
            # A film that is not read yet would be read twice; it tells when it is.
            return
        self._job = self._jobs.start("", remember, campaign, folder, quiet=True)
        self._job.ended.connect(self._ended)

    def _ended(self) -> None:
        self._job = None
