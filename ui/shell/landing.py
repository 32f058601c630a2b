"""Files dragged over the window and dropped on it: taken before any field takes their names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QCursor, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from studio.campaign.project import Project
from studio.core.errors import BadValue, StudioError
from studio.core.later import named
from studio.core.said import said
from ui.documents.documents import Documents
from ui.notices import Notices
from ui.session import Session
from ui.shell.drops import Dropped, Veil, film_for, said_of, sort
from ui.tree.outline import Key, title_of
from ui.tree.tree import spoken
from ui.widgets.language import heard, tr
from ui.widgets.names import name_of

if TYPE_CHECKING:
    from ui.subs.importing import Importing
else:
    # With all of its dialog: loaded when the first file comes.
    Importing = named("ui.subs.importing", "Importing")

_CAN = said("Lobbycard takes films, subtitles, folders of them, and campaigns.")


class Landing(QObject):
    """Filters the events of a window. `key_at` tells which line of the tree is at a point,
    `film_shown` the film of the page."""

    def __init__(
        self, session: Session, documents: Documents, notices: Notices, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._documents = documents
        self._notices = notices
        self._window = window
        self.veil = Veil(window)
        self._dragged: tuple[tuple[str, ...], Dropped] = ((), Dropped())
        self.key_at: Callable[[QPoint], Key] = lambda _: ()
        self.film_shown: Callable[[], str] = lambda: ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Drags of files are taken before any field can take their names as text."""
        if isinstance(event, QDragLeaveEvent) or event.type() == QEvent.Type.DragLeave:
            self.veil.hide()
        elif isinstance(event, QDropEvent) and event.mimeData().hasUrls():
            if event.type() == QEvent.Type.Drop:
                self.drop(event)
            else:
                self.drag(event)
            return True
        return super().eventFilter(watched, event)

    def drag(self, event: QDropEvent) -> None:
        """Say what would happen here."""
        dropped = self._sorted(event)
        text = said_of(dropped, self._project, self._film_at(), self.film_shown(), spoken())
        shown = text or tr("This cannot be used: {what}", what=heard(_CAN))
        self.veil.say(shown, is_good=bool(text))
        event.acceptProposedAction()

    def drop(self, event: QDropEvent) -> None:
        """Do it; what is left over is said."""
        dropped, film = self._sorted(event), self._film_at()
        self.veil.hide()
        self._dragged = ((), Dropped())
        event.acceptProposedAction()
        self.take(dropped, film)

    def take(self, dropped: Dropped, film: str = "") -> None:
        """Open or add what can be, and say what cannot."""
        if dropped.campaigns:
            self._documents.dropped([str(dropped.campaigns[0])])
            return
        add_tracks = partial(self._add_tracks, dropped.tracks, film)
        if dropped.films and self._session.is_open:
            self._documents.add(dropped.films, add_tracks)
        else:
            if dropped.films:
                self._documents.dropped([str(path) for path in dropped.films])
            add_tracks()
        if dropped.others:
            names = ", ".join(path.name for path in dropped.others[:3])
            self._notices.failed(
                BadValue(said("{names} cannot be used here.", names=names), hint=_CAN)
            )

    def _add_tracks(self, tracks: Sequence[Path], wanted: str) -> None:
        for track in tracks:
            self._add_track(track, wanted)

    def _add_track(self, track: Path, wanted: str) -> None:
        folder, project = self._session.folder, self._session.project
        if folder is None:
            self._notices.failed(
                BadValue(
                    said("{name} belongs to no film yet.", name=track.name),
                    hint=said("Begin a campaign with its film first."),
                )
            )
            return
        film = film_for(project, track, wanted, self.film_shown())
        try:
            importing = Importing(self._window, self._session, self._notices)
            added = importing.bring(track, film.id if film else "")
        except (StudioError, OSError) as error:
            self._notices.failed(error)
            return
        for film_id, language in added:
            entry = self._session.project.campaign.film(film_id)
            self._notices.say(
                tr(
                    "Added as {language} subtitles of {film}",
                    language=name_of(language),
                    film=title_of(entry, spoken()),
                )
            )

    @property
    def _project(self) -> Project | None:
        return self._session.project if self._session.is_open else None

    def _sorted(self, event: QDropEvent) -> Dropped:
        names = tuple(url.toLocalFile() for url in event.mimeData().urls())
        if names != self._dragged[0]:
            self._dragged = (names, sort(Path(name) for name in names if name))
        return self._dragged[1]

    def _film_at(self) -> str:
        key = self.key_at(QCursor.pos())
        return key[1] if len(key) > 1 and key[0] != "market" else ""
