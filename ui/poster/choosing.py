"""Which frames Lobbycard chooses for posters whose still is open, just as an export would."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from studio.batch.prepare import choose_stills
from studio.campaign.document import Campaign, FilmEntry, PosterEntry, StillRef
from studio.core.errors import BadValue, explain
from studio.core.progress import Progress
from studio.core.said import said
from studio.media.film import Film
from ui.campaign.titles import film_name
from ui.jobs import Job, Jobs, while_there
from ui.poster.edits import is_open


def choose(campaign: Campaign, film_id: str, film: Film, progress: Progress) -> dict[str, StillRef]:
    """The stills of all posters of a film, by id. Raises StudioError."""
    chosen, failed = choose_stills(campaign, {film_id: film}, progress)
    if film_id in failed:
        raise BadValue(failed[film_id])
    return {poster.id: poster.still for poster in chosen.film(film_id).posters}


class Choosing(QObject):
    """Looks for the stills of open posters in the background; the document stays open.

    So undo never meets a step that nobody made, and the export that follows decides the same.
    """

    chosen = Signal(str)
    """The id of a film whose posters can be shown now, or for which none were found."""

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._known: dict[tuple[object, ...], dict[str, StillRef]] = {}
        self._faults: dict[tuple[object, ...], str] = {}
        self._last: dict[tuple[str, str], StillRef] = {}
        self._running: dict[str, tuple[tuple[object, ...], Job]] = {}

    @property
    def is_busy(self) -> bool:
        """Whether stills are looked for."""
        return bool(self._running)

    def forget(self) -> None:
        """Another campaign is opened."""
        for _, job in self._running.values():
            job.cancel()
        self._running.clear()
        self._last.clear()

    def still(
        self, campaign: Campaign, film: FilmEntry, poster: PosterEntry, probed: Film
    ) -> StillRef | None:
        """The still that a poster shows; None while it is looked for, then `chosen` tells.

        Raises BadValue when none was found.
        """
        if not is_open(poster):
            return poster.still
        key = _key(campaign, film, probed)
        if key in self._faults:
            raise BadValue(self._faults[key])
        if key not in self._known:
            self._start(key, campaign, film, probed)
            # What was shown stays till the new one is known: nothing blinks.
            return self._last.get((probed.sha256, poster.id))
        return self._known[key].get(poster.id)

    def _start(
        self, key: tuple[object, ...], campaign: Campaign, film: FilmEntry, probed: Film
    ) -> None:
        running = self._running.get(film.id)
        if running is not None:
            if running[0] == key:
                return
            running[1].cancel()
        job = self._jobs.start(
            said("Choosing stills in {film}", film=film_name(film)),
            choose,
            campaign,
            film.id,
            probed,
        )
        self._running[film.id] = (key, job)

        def done(stills: dict[str, StillRef]) -> None:
            self._known[key] = stills
            self._last |= {(probed.sha256, name): still for name, still in stills.items()}

        def ended() -> None:
            if self._running.get(film.id) == (key, job):
                del self._running[film.id]
                self.chosen.emit(film.id)

        def failed(error: BaseException) -> None:
            self._faults[key] = _words(error)

        job.done.connect(while_there(self, done))
        job.failed.connect(while_there(self, failed))
        job.ended.connect(while_there(self, ended))


def _words(error: BaseException) -> str:
    notice = explain(error)
    if not notice.hint:
        return notice.text
    return said("{message} {hint}", message=notice.text, hint=notice.hint)


def _key(campaign: Campaign, film: FilmEntry, probed: Film) -> tuple[object, ...]:
    """All that the choice depends on."""
    posters = tuple((one.id, one.still, one.template) for one in film.posters)
    asks = tuple((ask.format, ask.posters) for ask in campaign.deliverables if ask.format)
    return film.id, probed.sha256, posters, asks
