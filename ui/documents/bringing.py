"""Films from elsewhere are brought into the campaign's folder, after the person said so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from studio.campaign.carrying import FILMS, brought_in, strangers
from studio.core.progress import Progress
from studio.core.said import said
from studio.core.words import counted, size_words
from ui.documents.above import above
from ui.jobs import Job, Jobs, while_there
from ui.notices import Notices
from ui.session import Session
from ui.widgets.dialogs import ask
from ui.widgets.language import heard, tr


class Bringing(QObject):
    """Copies go on while the person works; they end when the campaign is left."""

    def __init__(self, session: Session, jobs: Jobs, notices: Notices) -> None:
        super().__init__()
        self._session = session
        self._jobs = jobs
        self._notices = notices
        self._running: list[Job] = []
        session.replaced.connect(self._stop)

    def bring(
        self, folder: Path, films: Sequence[Path], then: Callable[[Sequence[Path]], None]
    ) -> None:
        """Call `then` with where the films lie: at once where all of them lie in `folder`."""
        outside = strangers(folder, films)
        if not outside:
            then(films)
            return
        if not self._may_copy(outside):
            return
        title = said("Copying {films}", films=counted(len(outside), "film"))
        job = self._jobs.start(title, _bring, folder, tuple(films))
        self._running.append(job)
        job.done.connect(while_there(self, then))
        job.failed.connect(self._notices.failed)
        job.ended.connect(while_there(self, partial(self._ended, job)))

    def _may_copy(self, outside: Sequence[Path]) -> bool:
        named = heard(counted(len(outside), "film"))
        text = tr(
            "Outside of the campaign's folder: {films}, {size}. All that a campaign needs lies in"
            " its folder, so that it can be moved as one. What is copied stays where it was, too.",
            films=f"“{outside[0].name}”" if len(outside) == 1 else named,
            size=size_words(sum(path.stat().st_size for path in outside)),
        )
        choices = tr("Cancel"), tr("Copy and add")
        return ask(above(), tr("Copy into the campaign's folder?"), text, choices, 1) == 1

    def _ended(self, job: Job) -> None:
        self._running.remove(job)

    def _stop(self) -> None:
        for job in self._running:
            job.cancel()


def _bring(folder: Path, films: tuple[Path, ...], progress: Progress) -> tuple[Path, ...]:
    with brought_in(folder, FILMS, films, progress) as placed:
        return placed
