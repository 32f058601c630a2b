"""Adding subtitle files to a film and beginning new tracks: the questions and the steps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from studio.campaign.adding import add_track, begun_track
from studio.core.errors import BadValue, StudioError
from studio.core.said import said
from studio.subs.language import canonical, of_name
from studio.subs.reading import read_track
from ui.notices import Notices
from ui.session import Session
from ui.widgets.language import heard, tr
from ui.widgets.names import name_of

UNKNOWN = "und"
ENDINGS = (".srt", ".vtt", ".ass", ".ssa")
_GAP = "   "
_USUAL = ("zh-Hans", "zh-Hant", "en", "ja", "ko")
_LANGUAGE = said("Language, such as zh-Hans, en, ja or ko:")


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
        film, folder = self._film(), self._session.folder
        if folder is None or not film:
            return
        language = read_track(path).track.language
        if canonical(language) == UNKNOWN:
            language = self._ask_language(tr("The language of {path}", path=path.name), ())
            if not language:
                return
        focus = ("subs", film, language, -1)
        self._session.apply(
            said("Add {path}", path=path.name),
            partial(add_track, folder=folder, path=path, film_id=film, language=language),
            focus=focus,
        )
        self._added(film, language)

    def begin(self) -> None:
        """Ask for a language and begin an empty track in it."""
        film = self._film()
        if not film:
            return
        project = self._session.project
        there = [track.language for track in project.campaign.film(film).tracks]
        wanted = [one for market in project.campaign.markets for one in market.languages]
        listed = [one for one in dict.fromkeys((*wanted, *_USUAL)) if one not in there]
        try:
            language = self._ask_language(tr("Begin a new track"), listed)
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

    def _ask_language(self, title: str, listed: Sequence[str]) -> str:
        """A language tag, "" where nothing was chosen. Raises BadValue for what is none."""
        text, accepted = QInputDialog.getItem(
            self._page, title, heard(_LANGUAGE), [_line(one) for one in listed or _USUAL], 0, True
        )
        text = text.partition(_GAP)[0]
        if not accepted or not text.strip():
            return ""
        tag = canonical(text)
        # A tag is one that a file's name could end with.
        if not of_name(f"film.{tag}.srt"):
            raise BadValue(
                said("“{text}” is not a language.", text=text.strip()),
                hint=said("Such as zh-Hans, en or ja."),
            )
        return tag


def _line(tag: str) -> str:
    """A tag, and what its language is called in itself."""
    return f"{tag}{_GAP}{name_of(tag)}"


def dropped_tracks(data: QMimeData) -> list[Path]:
    """The files of a drag, where all of them are subtitles; else nothing."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths if paths and all(path.suffix.lower() in ENDINGS for path in paths) else []
