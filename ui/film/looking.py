"""What is known of the chosen film: its analysis, the shots as marked, the shortlist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from studio.campaign.document import Campaign
from studio.campaign.marking import marks_of
from studio.campaign.project import Marks
from studio.core.children import in_child
from studio.core.errors import StudioError
from studio.core.later import named
from studio.core.progress import SILENT, Progress
from studio.core.said import said
from studio.media.film import Film, VideoStream
from studio.shots.analyse import Analysis
from studio.shots.detect import Detection
from studio.shots.marks import marked
from studio.shots.shot import Shot, Still
from studio.shots.so_far import SoFar
from studio.stills.shortlist import shortlist
from ui.campaign.titles import film_name
from ui.film.strip_parts import Strip, strip_of
from ui.films import Films
from ui.jobs import Job, Jobs
from ui.session import Session

if TYPE_CHECKING:
    from studio.batch.layouts import placings_of
else:
    # The child that ranks runs it.
    placings_of = named("studio.batch.layouts", "placings_of")

COUNT = 8
"""Stills on the shortlist."""
_LIMIT = 300.0
_WAIT_MS = 700
_SLACK_FRAMES = 2

_Asked = tuple[Campaign, str]
_Content = tuple[str, VideoStream]
"""A film's file and how its picture is read: what a shortlist is of."""


def _content(film: Film) -> _Content:
    return film.sha256, film.video


def _choose(
    film: Film, analysis: Analysis, detection: Detection, asked: _Asked, progress: Progress
) -> tuple[Still, ...]:
    return in_child(_ranked, film, analysis, detection, asked, progress=progress, seconds=_LIMIT)


def _ranked(
    film: Film,
    analysis: Analysis,
    detection: Detection,
    asked: _Asked,
    progress: Progress = SILENT,
) -> tuple[Still, ...]:
    """In the child: the shortlist for the formats and the copy that the campaign asks for."""
    try:
        room = placings_of(*asked)
    except StudioError:
        # A preset that cannot be read is told where it is used; stills are ranked without it.
        room = ()
    return shortlist(film, analysis, detection, COUNT, room, progress)


def _layouts(campaign: Campaign, film_id: str) -> object:
    """What a ranking for layouts depends on; None for a film that was just taken out: a page that
    is entered before it has heard of that still shows it."""
    if all(film.id != film_id for film in campaign.films):
        return None
    posters = campaign.film(film_id).posters
    copies = tuple((one.template, one.copy, one.title) for one in posters)
    return copies, campaign.deliverables, campaign.markets


def detected(film: Film, found: Analysis | SoFar, sensitivity: float) -> Detection:
    """The shots that a pass has found, done or not; at least one. Raises BadValue."""
    if isinstance(found, Analysis):
        return found.detect(sensitivity)
    stop = film.pts_of(film.duration)
    if len(found.pts):
        return found.detect(stop, sensitivity)
    # Pictures come before any frame was looked at: the film is one shot as yet.
    return Detection((Shot(film.video.first_pts, stop, "first"),), ())


def _same(before: object, now: tuple[object, ...]) -> bool:
    """The first is compared by identity: its arrays say nothing by ==."""
    return isinstance(before, tuple) and before[0] is now[0] and before[1:] == now[1:]


class Looking(QObject):
    """Follows one film; `changed` tells that shots, marks or stills are others than before."""

    changed = Signal()
    grew = Signal()
    """The pass found more of the shots."""
    failed = Signal(object)

    def __init__(
        self, session: Session, films: Films, jobs: Jobs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._films, self._jobs = session, films, jobs
        self.film_id = ""
        self._sensitivity: dict[str, float] = {}
        self._stills: dict[_Content, tuple[Still, ...]] = {}
        self._ranked_for: dict[str, object] = {}
        self._job: Job | None = None
        self._asked: _Content | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_WAIT_MS)
        self._later.timeout.connect(self._choose_stills)
        self._detected: tuple[object, Detection] | None = None
        films.analysed.connect(self._analysed)
        films.grown.connect(self._grown)

    @property
    def film(self) -> Film | None:
        """The film, once it is read."""
        return self._films.film(self.film_id)

    @property
    def analysis(self) -> Analysis | None:
        """Its analysis, once it is made."""
        return self._films.analysis(self.film_id)

    @property
    def marks(self) -> Marks:
        """What was marked on its present content."""
        film = self.film
        return marks_of(self._session.project, self.film_id, film.sha256 if film else "")

    @property
    def sensitivity(self) -> float:
        """0 few cuts, 1 many."""
        return self._sensitivity.get(self.film_id, 0.5)

    @property
    def stills(self) -> tuple[Still, ...]:
        """The shortlist, () while there is none."""
        film = self.film
        return () if film is None else self._stills.get(_content(film), ())

    @property
    def is_choosing(self) -> bool:
        """Whether a shortlist is under way."""
        return self._job is not None or self._later.isActive()

    @property
    def found(self) -> Analysis | SoFar | None:
        """The analysis, or what there is of it while it is made."""
        return self.analysis or self._films.so_far(self.film_id)

    def detection(self) -> Detection | None:
        """The shots and transitions with the cuts by hand; those so far while they are found."""
        film, found = self.film, self.found
        if film is None or found is None:
            return None
        marks = self.marks
        asked = (found, self.sensitivity, marks.added, marks.removed)
        if self._detected is None or not _same(self._detected[0], asked):
            frame = 1 / film.video.rate.value / film.video.time_base
            slack = round(_SLACK_FRAMES * frame)
            shots = detected(film, found, self.sensitivity)
            self._detected = (asked, marked(shots, marks.added, marks.removed, slack))
        return self._detected[1]

    def strip(self) -> Strip | None:
        """What the strip shows of it all; None while there is nothing."""
        film, found, detection = self.film, self.found, self.detection()
        if film is None or found is None or detection is None:
            return None
        return strip_of(film, found, detection, self.sensitivity, self.marks.stars)

    def follow(self, film_id: str) -> None:
        """Look at a film from now on; the analysis starts by itself."""
        self.film_id = film_id
        self.go_on()

    def go_on(self) -> None:
        """Start what is not there yet."""
        if self.film is not None:
            self._films.analyse(self.film_id)
        film = self.film
        if film is not None and self.analysis is not None and _content(film) not in self._stills:
            self._later.start()

    def set_sensitivity(self, value: float) -> None:
        """Other shots at once, and another shortlist after a moment."""
        value = min(1.0, max(0.0, value))
        if value != self.sensitivity:
            self._sensitivity[self.film_id] = value
            self._later.start()
            self.changed.emit()

    def sensitivities(self) -> dict[str, float]:
        """What was chosen, by film."""
        return dict(self._sensitivity)

    def take_sensitivities(self, chosen: dict[str, float]) -> None:
        """Come back to what was chosen before."""
        self._sensitivity.update(chosen)

    def cuts_changed(self) -> None:
        """Cuts by hand change the shortlist too."""
        self._later.start()
        self.changed.emit()

    def rank_again(self) -> None:
        """After a visit to other pages: another copy or other formats ask for other stills."""
        before = self._ranked_for.get(self.film_id)
        now = _layouts(self._session.project.campaign, self.film_id)
        if before is not None and now is not None and before != now:
            self._later.start()

    def forget(self) -> None:
        """Another campaign: nothing of the old one counts."""
        self._later.stop()
        if self._job is not None:
            self._job.cancel()
        self._sensitivity.clear()
        self._stills.clear()
        self._ranked_for.clear()
        self._asked = None
        self.film_id = ""

    # -- inside ---------------------------------------------------------------------------

    def _analysed(self, film_id: str) -> None:
        if film_id == self.film_id:
            self.go_on()
            self.changed.emit()

    def _grown(self, film_id: str) -> None:
        if film_id == self.film_id and self.analysis is None:
            self.grew.emit()

    def _choose_stills(self) -> None:
        film, analysis, detection = self.film, self.analysis, self.detection()
        if film is None or analysis is None or detection is None:
            return
        if self._job is not None:
            self._job.cancel()
        campaign = self._session.project.campaign
        if all(entry.id != self.film_id for entry in campaign.films):
            # Taken out while its shots were looked for; the page turns to another one by itself.
            return
        name = film_name(campaign.film(self.film_id))
        title = said("Choosing stills of {film}", film=name)
        asked = (campaign, self.film_id)
        job = self._jobs.start(title, _choose, film, analysis, detection, asked)
        self._job, self._asked = job, _content(film)
        self._ranked_for[self.film_id] = _layouts(campaign, self.film_id)
        job.done.connect(self._chosen)
        job.failed.connect(self.failed)
        job.ended.connect(self._ended)

    def _chosen(self, stills: tuple[Still, ...]) -> None:
        if self.sender() is self._job and self._asked is not None:
            self._stills[self._asked] = stills

    def _ended(self) -> None:
        if self.sender() is self._job:
            self._job = None
        self.changed.emit()
