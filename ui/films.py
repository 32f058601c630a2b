"""The films of the open campaign as the engine sees them: probed, analysed, ready for the pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio.campaign.document import FilmEntry
from studio.core.children import in_child
from studio.core.errors import explain
from studio.core.later import named
from studio.core.progress import Progress
from studio.core.said import said
from studio.media.film import Film
from ui.jobs import Job, Jobs
from ui.session import Session

if TYPE_CHECKING:
    from studio.media.probe import probe
    from studio.shots.analyse import Analysis, analyse
else:
    # Child processes run them.
    probe = named("studio.media.probe", "probe")
    analyse = named("studio.shots.analyse", "analyse")

READ_LIMIT = 300.0
"""Seconds without a sign of life after which reading is given up."""


def _probe(path: Path, progress: Progress) -> Film:
    return in_child(probe, path, progress=progress, seconds=READ_LIMIT)


def _analyse(film: Film, progress: Progress) -> Analysis:
    return in_child(analyse, film, progress=progress, seconds=READ_LIMIT)


class Films(QObject):
    """Probes each film of the session as it appears; analyses one when a page asks.

    Both run in child processes: a film that crashes its decoder leaves the window standing.
    """

    probed = Signal(str)
    failed = Signal(str, object)
    """(film id, Notice)"""
    analysed = Signal(str)

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._films: dict[str, Film] = {}
        self._sources: dict[str, Path] = {}
        self._analyses: dict[str, Analysis] = {}
        self._analysing: dict[str, Job] = {}
        session.replaced.connect(self._restart)
        session.changed.connect(lambda *_: self._probe_new())

    def film(self, film_id: str) -> Film | None:
        """The probed film, None while it is not (yet) readable."""
        return self._films.get(film_id)

    def analysis(self, film_id: str) -> Analysis | None:
        """The analysis of a film, None while there is none."""
        film = self._films.get(film_id)
        return self._analyses.get(film.sha256) if film is not None else None

    def analyse(self, film_id: str) -> None:
        """Start the analysis of a film unless it is there or under way; `analysed` tells."""
        film = self._films.get(film_id)
        if film is None or film.sha256 in self._analyses or film_id in self._analysing:
            return
        job = self._jobs.start(said("Finding shots in {film}", film=film_id), _analyse, film)
        self._analysing[film_id] = job

        def done(found: Analysis) -> None:
            self._analyses[film.sha256] = found
            self.analysed.emit(film_id)

        job.done.connect(done)
        job.failed.connect(lambda error: self.failed.emit(film_id, explain(error)))
        job.ended.connect(lambda: self._analysing.pop(film_id, None))

    def again(self, film_id: str) -> None:
        """Probe a film anew, for instance after it was replaced on disk."""
        self._films.pop(film_id, None)
        self._sources.pop(film_id, None)
        self._probe_new()

    def _restart(self) -> None:
        self._films.clear()
        self._sources.clear()
        self._probe_new()

    def _probe_new(self) -> None:
        folder = self._session.folder
        if folder is None:
            return
        for entry in self._session.project.campaign.films:
            path = folder / entry.source
            if self._sources.get(entry.id) != path:
                self._sources[entry.id] = path
                self._start(entry, path)

    def _start(self, entry: FilmEntry, path: Path) -> None:
        self._films.pop(entry.id, None)
        job = self._jobs.start(said("Reading {name}", name=entry.id), _probe, path, quiet=True)

        def done(film: Film) -> None:
            if self._sources.get(entry.id) == path:
                self._films[entry.id] = film
                self.probed.emit(entry.id)

        job.done.connect(done)
        job.failed.connect(lambda error: self.failed.emit(entry.id, explain(error)))
