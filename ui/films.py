"""The films of the open campaign as the engine sees them: probed, analysed, ready for the pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from studio.campaign.document import FilmEntry
from studio.core.children import in_child
from studio.core.errors import Notice, explain
from studio.core.later import named
from studio.core.progress import Progress
from studio.core.said import said
from studio.media.film import Film, VideoStream
from studio.media.overrides import Overrides
from ui.jobs import Job, Jobs
from ui.session import Session
from ui.widgets.language import language_now

if TYPE_CHECKING:
    from studio.media.spread import opened
    from studio.shots.analyse import Analysis, analyse
    from studio.shots.so_far import SoFar, so_far
else:
    # Child processes run the first two, a thread the third.
    opened = named("studio.media.spread", "opened")
    analyse = named("studio.shots.analyse", "analyse")
    so_far = named("studio.shots.so_far", "so_far")

READ_LIMIT = 300.0
"""Seconds without a sign of life after which reading is given up."""


_LOOK_MS = 250
"""How often it is looked what a pass has found so far."""

Content = tuple[str, VideoStream]
"""SHA-256 of the file and how its picture is read: what an analysis is of."""


def _probe(path: Path, read_as: Overrides, progress: Progress) -> Film:
    return in_child(opened, path, read_as, progress=progress, seconds=READ_LIMIT)


def _analyse(film: Film, progress: Progress) -> Analysis:
    return in_child(analyse, film, progress=progress, seconds=READ_LIMIT)


def _look(film: Film, before: SoFar | None, progress: Progress) -> SoFar | None:
    return so_far(film, before)


class Films(QObject):
    """Probes each film of the session as it appears; analyses one when a page asks.

    Both run in child processes: a film that crashes its decoder leaves the window standing. What
    an analysis that was stopped had found stays in the cache, and the next one goes on from there.
    """

    probed = Signal(str)
    failed = Signal(str, object)
    """(film id, Notice)"""
    grown = Signal(str)
    """The pass over a film has found more: `so_far` has it."""
    analysed = Signal(str)

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._films: dict[str, Film] = {}
        self._sources: dict[str, tuple[Path, Overrides]] = {}
        self._analyses: dict[Content, Analysis] = {}
        self._analysing: dict[str, Job] = {}
        self._so_far: dict[Content, SoFar] = {}
        self._looking: set[Content] = set()
        session.replaced.connect(self._restart)
        session.changed.connect(lambda *_: self._probe_new())

    def film(self, film_id: str) -> Film | None:
        """The probed film, None while it is not (yet) readable."""
        return self._films.get(film_id)

    def analysis(self, film_id: str) -> Analysis | None:
        """The analysis of a film, None while there is none."""
        film = self._films.get(film_id)
        return self._analyses.get(_content(film)) if film is not None else None

    def so_far(self, film_id: str) -> SoFar | None:
        """What its pass has found as yet, at once; None before anything, and after the end."""
        film = self._films.get(film_id)
        return self._so_far.get(_content(film)) if film is not None else None

    def analyse(self, film_id: str) -> None:
        """Start the analysis of a film unless it is there or under way.

        `grown` tells while it goes on, `analysed` when it is done.
        """
        film = self._films.get(film_id)
        if film is None or _content(film) in self._analyses or film_id in self._analysing:
            return
        title = said("Finding shots in {film}", film=self._title(film_id))
        job = self._jobs.start(title, _analyse, film)
        self._analysing[film_id] = job
        since = QElapsedTimer()

        def advanced() -> None:
            # Reports come often: now and then one is a reason to look.
            if not since.isValid() or since.elapsed() >= _LOOK_MS:
                since.start()
                self._see(film_id, film)

        def done(found: Analysis) -> None:
            self._analyses[_content(film)] = found
            self._so_far.pop(_content(film), None)
            self.analysed.emit(film_id)

        job.advanced.connect(advanced)
        job.done.connect(done)
        job.failed.connect(lambda error: self.failed.emit(film_id, explain(error)))
        job.ended.connect(lambda: self._analysing.pop(film_id, None))

    def _title(self, film_id: str) -> str:
        """What the lists call it: in the window's language, else in any, else its id."""
        titles = self._session.project.campaign.film(film_id).title
        return titles.get(language_now()) or next(iter(titles.values()), film_id)

    def _see(self, film_id: str, film: Film) -> None:
        """Look, on a thread, what there is of a film that is not analysed yet."""
        content = _content(film)
        if content in self._looking or content in self._analyses:
            return
        self._looking.add(content)
        before = self._so_far.get(content)

        def done(found: SoFar | None) -> None:
            if found is not None and found is not before and content not in self._analyses:
                self._so_far[content] = found
                self.grown.emit(film_id)

        job = self._jobs.start(said("Looking for shots"), _look, film, before, quiet=True)
        job.done.connect(done)
        job.failed.connect(lambda error: self.failed.emit(film_id, explain(error)))
        job.ended.connect(lambda: self._looking.discard(content))

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
            source = (folder / entry.source, entry.read_as)
            if self._sources.get(entry.id) != source:
                self._sources[entry.id] = source
                self._start(entry, source)

    def _start(self, entry: FilmEntry, source: tuple[Path, Overrides]) -> None:
        self._films.pop(entry.id, None)
        job = self._jobs.start(said("Reading {name}", name=entry.id), _probe, *source, quiet=True)

        def done(film: Film) -> None:
            if self._sources.get(entry.id) == source:
                self._films[entry.id] = film
                self.probed.emit(entry.id)
                self._see(entry.id, film)

        job.done.connect(done)
        job.failed.connect(lambda error: self.failed.emit(entry.id, _told(error, source[0])))


def _told(error: BaseException, path: Path) -> Notice:
    """What kept a film from being read, and what to do where it lies elsewhere now."""
    notice = explain(error)
    if path.exists():
        return notice
    hint = said("If it was moved: “Relink missing files…” in the menu Campaign finds it.")
    return replace(notice, hint=hint)


def _content(film: Film) -> Content:
    return film.sha256, film.video
