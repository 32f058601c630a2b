"""Where a film is opened: as it was left, at a chosen frame, else at one that shows something."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studio.campaign.document import PosterEntry
from studio.campaign.marking import marks_of
from studio.campaign.project import Project
from studio.core.errors import BadValue
from studio.core.later import named
from studio.core.said import said
from studio.core.time import parse_time
from studio.media.film import Film
from ui.film.looking import Looking
from ui.jobs import Jobs
from ui.player.player import Player

if TYPE_CHECKING:
    from studio.stills.sight import first_sight
else:
    # A thread runs it.
    first_sight = named("studio.stills.sight", "first_sight")


def chosen_frame(project: Project, film_id: str, film: Film) -> int | None:
    """The PTS of the first star, else of the first poster's still; None where there is neither."""
    stars = marks_of(project, film_id, film.sha256).stars
    if stars:
        return min(stars)
    posters = project.campaign.film(film_id).posters
    stills = (_still_of(poster, film) for poster in posters)
    return next((one for one in stills if one is not None), None)


def _still_of(poster: PosterEntry, film: Film) -> int | None:
    still = poster.still
    if still.picked:
        return still.pts if still.sha256 == film.sha256 else None
    if still.is_open:
        return None
    try:
        return film.pts_of(parse_time(still.text, film.video.rate))
    except BadValue:
        # The Posters page says what is wrong with it.
        return None


class Opening(QObject):
    """Brings the player there once it has the film that `looking` follows.

    Where nothing was chosen of a film that begins in black, the pass over it finds the frame; the
    person who goes somewhere meanwhile stays there.
    """

    def __init__(self, looking: Looking, player: Player, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._looking, self._player, self._jobs = looking, player, jobs
        self._left: dict[str, int] = {}
        """The frame that each film stood at last, by its content."""
        self._waits = self._again = False
        self._looks_at: Film | None = None
        looking.grew.connect(self._look)
        looking.changed.connect(self._look)
        player.moved.connect(self._moved)
        # Not only once it is there: until a frame is read, something else could be found.
        player.sent.connect(self.give_up)
        player.playing_changed.connect(self._played)

    def begin(self, project: Project) -> None:
        """The film stands at its first frame now; nobody asked for that."""
        film = self._looking.film
        if film is None:
            return
        left = self._left.get(film.sha256, film.video.first_pts)
        chosen = chosen_frame(project, self._looking.film_id, film)
        wanted = left if left != film.video.first_pts else chosen
        self._waits = wanted is None
        if wanted is not None:
            self._player.seek(film.time_of(wanted))
        self._look()

    def give_up(self) -> None:
        """Somebody knows better where to go."""
        self._waits = False

    def _moved(self, seconds: Fraction) -> None:
        film, pts = self._player.film, self._player.pts
        if film is not None and pts is not None:
            self._left[film.sha256] = pts
        if seconds:
            self._waits = False

    def _played(self, speed: int) -> None:
        if speed:
            self._waits = False

    def _look(self) -> None:
        film, seen = self._looking.film, self._looking.found
        if not self._waits or film is None or seen is None:
            return
        self._again = self._looks_at is not None
        if self._again:
            return
        # Pictures beyond what the pass has walked are from all over the film.
        stop = int(seen.pts[-1]) if len(seen.pts) else film.video.first_pts
        walked = [int(one) for one in seen.thumbs if one <= stop]
        self._looks_at = film
        job = self._jobs.start(said("Small pictures"), first_sight, film, walked, quiet=True)
        # A film that cannot be read any more is told by whoever analyses it.
        job.done.connect(self._found)
        job.ended.connect(self._ended)

    def _found(self, pts: int | None) -> None:
        film = self._player.film
        if self._waits and pts is not None and film is not None and film == self._looks_at:
            self._waits = False
            self._player.seek(film.time_of(pts))

    def _ended(self) -> None:
        self._looks_at = None
        if self._again:
            self._look()
