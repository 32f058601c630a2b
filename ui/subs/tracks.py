"""Adding subtitle files to a film and beginning new tracks: the questions and the steps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QFileDialog, QWidget

from studio.campaign.adding import begun_track
from studio.core.errors import StudioError
from studio.core.said import said
from ui.campaign.picker import pick_language
from ui.notices import Notices
from ui.session import Session
from ui.settings import Settings
from ui.subs.importing import Importing, languages_for
from ui.widgets.language import tr

ENDINGS = (
    *(".srt", ".vtt", ".webvtt", ".ass", ".ssa"),
    *(".ttml", ".dfxp", ".itt", ".imsc", ".sbv"),
)


class Tracks:
    """Asks beside the page; what was added is told by `added(film id, language)`."""

    def __init__(
        self,
        page: QWidget,
        session: Session,
        notices: Notices,
        film: Callable[[], str],
        added: Callable[[str, str], None],
    ) -> None:
        self._page = page
        self._session = session
        self._notices = notices
        self._film = film
        self._added = added
        self._importing = Importing(page, session, notices, self._ask_language)

    def ask_files(self) -> None:
        """Ask for subtitle files and add them to the film."""
        endings = " ".join(f"*{ending}" for ending in ENDINGS)
        names, _ = QFileDialog.getOpenFileNames(
            self._page,
            tr("Add a subtitle file"),
            str(self._session.folder or ""),
            tr("Subtitles ({endings});;All files (*)", endings=endings),
        )
        self.add([Path(name) for name in names])

    def add(self, paths: Sequence[Path]) -> None:
        """Add subtitle files to the film that is shown; each is a step of its own."""
        for path in paths:
            try:
                self._add_one(path)
            except (StudioError, OSError) as error:
                self._notices.failed(error)

    def _add_one(self, path: Path) -> None:
        film = self._film()
        if self._session.folder is None or not film:
            return
        for _, language in self._importing.bring(path, film)[::-1]:
            self._added(film, language)

    def report(self, language: str) -> None:
        """Show how the file of a track reads."""
        film, folder = self._film(), self._session.folder
        entry = self._session.project.campaign.film(film).track(language) if film else None
        if entry is None or folder is None:
            return
        try:
            self._importing.report(folder / entry.file, language, entry.encoding)
        except StudioError as error:
            self._notices.failed(error)

    def begin(self) -> None:
        """Ask for a language and begin an empty track in it."""
        film = self._film()
        if not film:
            return
        try:
            language = self._ask_language(film, tr("Begin a new track"))
            if not language:
                return
            focus = ("subs", film, language, -1)
            self._session.apply(
                said("Begin a track in {language}", language=language),
                partial(begun_track, film_id=film, language=language),
                focus=focus,
            )
        except StudioError as error:
            self._notices.failed(error)
            return
        self._added(film, language)

    def _ask_language(self, film: str, text: str) -> str:
        """A language that the film has no track in, "" where nothing was chosen.

        Those of the markets stand first.
        """
        there, wanted = languages_for(self._session, film)
        return pick_language(Settings(), self._page, there, wanted, text)


def dropped_tracks(data: QMimeData) -> list[Path]:
    """The files of a drag, where all of them are subtitles; else nothing."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths if paths and all(path.suffix.lower() in ENDINGS for path in paths) else []
