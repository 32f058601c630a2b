"""What a chosen frame becomes: a poster of the campaign, or a picture file."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from studio.campaign.adding import add_poster
from studio.campaign.document import PosterEntry, picked
from studio.core.children import in_child
from studio.core.progress import SILENT, Progress
from studio.core.said import said
from studio.core.time import timecode
from studio.media.film import Film
from studio.media.grab import grab
from ui.jobs import Jobs
from ui.notices import Notices
from ui.session import Session
from ui.widgets.language import tr

TEMPLATE = "quiet-line"
_SECONDS = 120.0


def _grabbed(film: Film, seconds: Fraction, path: Path, progress: Progress = SILENT) -> int:
    frame = grab(film, seconds, path)
    progress.report(1.0)
    return frame.pts


def save_frame(film: Film, seconds: Fraction, path: Path, progress: Progress) -> int:
    """Write the frame as `lobbycard frame` does; returns its PTS."""
    return in_child(_grabbed, film, seconds, path, progress=progress, seconds=_SECONDS)


class Stills(QObject):
    """Makes posters by edits of the document, and picture files by jobs."""

    def __init__(self, session: Session, jobs: Jobs, notices: Notices, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._jobs, self._notices = session, jobs, notices
        self._window = parent
        self._folder: Path | None = None

    def make_poster(self, film_id: str, film: Film, pts: int) -> None:
        """Add a poster that shows the frame."""
        still = picked(pts, film.video.time_base, film.sha256, auto=False)
        poster = PosterEntry("poster", TEMPLATE, still)
        self._session.apply(
            said("Add a poster"),
            lambda p: add_poster(p, film_id, poster),
            focus=("poster", film_id),
        )
        count = len(self._session.project.campaign.film(film_id).posters)
        self._notices.say(tr("Poster {number} is on the Posters page", number=count))

    def save(self, film: Film, pts: int) -> None:
        """Ask for a name and write the frame there."""
        seconds = film.time_of(pts)
        code = timecode(film.index_of(pts), film.video.rate).replace(":", "-").replace(";", "-")
        folder = self._folder or self._session.folder or film.path.parent
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            tr("Save frame"),
            str(folder / f"{film.path.stem}_{code}.png"),
            tr("PNG (*.png);;JPEG (*.jpg);;TIFF, 16 bits (*.tif)"),
        )
        if not name:
            return
        path = Path(name)
        if not path.suffix:
            path = path.with_suffix(".png")
        self._folder = path.parent
        job = self._jobs.start(
            said("Saving the frame"), save_frame, film, seconds, path, quiet=True
        )
        # Its end may come after this page's: only what outlives the page is called.
        notices = self._notices
        job.done.connect(lambda _: notices.say(tr("Saved {name}", name=path.name)))
        job.failed.connect(notices.failed)
