"""The pages as the rail offers them: their code arrives while the start page is already shown."""

from __future__ import annotations

import gc
import importlib
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from studio.core.later import later, named
from studio.core.said import said
from ui.documents.documents import Documents
from ui.films import Films
from ui.jobs import Jobs
from ui.notices import Notices
from ui.page import Offer, Page
from ui.session import Session

if TYPE_CHECKING:
    from ui.deliver import page as deliver_page
    from ui.deliver import queue as deliver_queue
    from ui.deliver.queue import ExportQueue
    from ui.film import page as film_page
    from ui.poster import page as poster_page
    from ui.poster.designs import designs
    from ui.subs import page as subs_page
else:
    film_page = later("ui.film.page")
    poster_page = later("ui.poster.page")
    designs = named("ui.poster.designs", "designs")
    subs_page = later("ui.subs.page")
    deliver_page = later("ui.deliver.page")
    deliver_queue = later("ui.deliver.queue")

_MODULES = ("ui.film.page", "ui.poster.page", "ui.subs.page", "ui.deliver.page")
_LOOK_MS = 20
_GARBAGE = (2000, 10, 200)
"""Objects made before a search of the young; of those before one a little older; of the old."""


class Arrival(QObject):
    """Imports the pages' code on a thread of its own; whoever wants a page before waits for it."""

    arrived = Signal()
    """All code is there: pages can be built without waiting."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = threading.Thread(target=_bring, name="arrival", daemon=True)
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._looked)

    def begin_behind(self, window: QWidget) -> None:
        """Start importing once `window` has been painted."""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The first paint."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._begin)
        return super().eventFilter(watched, event)

    def _begin(self) -> None:
        self._thread.start()
        self._look.start()

    def wait(self) -> None:
        """Two threads that import the same modules in another order could see halves of them."""
        if self._thread.ident is not None:
            self._thread.join()

    def _looked(self) -> None:
        if not self._thread.is_alive():
            self._look.stop()
            self.arrived.emit()


def _bring() -> None:
    for name in _MODULES:
        importlib.import_module(name)
    # Remembered: the pages need not read some eighty files while the window waits.
    designs()
    keep_what_is_loaded()


def keep_what_is_loaded() -> None:
    """Take all that is there by now out of the search for garbage, and search the old seldom.

    Modules, classes and presets stay to the end of the run. To look through them takes 65 ms (a
    hundred thousand objects, two cores) in which the window would stand still now and then; a
    plan that comes from a child process has as many again, and each used to call for a search.
    """
    gc.freeze()
    gc.set_threshold(*_GARBAGE)


class Pages:
    """The four pages of a window, in the order of the rail."""

    def __init__(
        self, session: Session, films: Films, jobs: Jobs, notices: Notices, documents: Documents
    ) -> None:
        self._parts = (session, films, jobs, notices)
        self._documents = documents
        self.arrival = Arrival()
        self._queue: ExportQueue | None = None

    def offers(self) -> tuple[Offer, ...]:
        """For a window; each call is for another one."""
        return (
            Offer(said("Film"), "film", self._film),
            Offer(said("Posters"), "poster", self._poster),
            Offer(said("Subtitles"), "subtitles", self._subs),
            Offer(said("Deliver"), "deliver", self._deliver),
        )

    def _film(self, ground: QWidget) -> Page:
        self.arrival.wait()
        return film_page.FilmPage(*self._parts, self._documents.add_films, ground)

    def _poster(self, ground: QWidget) -> Page:
        self.arrival.wait()
        return poster_page.PosterPage(*self._parts, ground)

    def _subs(self, ground: QWidget) -> Page:
        self.arrival.wait()
        return subs_page.SubsPage(*self._parts, ground)

    def _deliver(self, ground: QWidget) -> Page:
        self.arrival.wait()
        return deliver_page.DeliverPage(*self._parts, self.queue, ground)

    @property
    def queue(self) -> ExportQueue:
        """The export queue, which outlives pages and windows; made with the first Deliver page."""
        if self._queue is None:
            session, _, jobs, notices = self._parts
            self._queue = deliver_queue.ExportQueue(session, jobs, notices, self._documents.save)
            self._queue.save_behind = self._documents.save_behind
            gate = self._documents.gate
            gate.busy, gate.stop = self._queue.busy_words, self._queue.stop
        return self._queue
