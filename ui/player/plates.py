"""Where captions have plates that stand only where they are needed: found out beside the window."""

from __future__ import annotations

import threading
from fractions import Fraction

from PySide6.QtCore import QObject, QTimer, Signal

from studio.burn.captions.cues import Captions, Span
from studio.burn.edit.plating import plates_for
from studio.burn.edit.source import FilmSource
from studio.burn.picture.form import form_of
from studio.captions.style import CaptionStyle
from studio.core.errors import StudioError
from studio.core.progress import Cancelled
from studio.media.film import Film
from studio.presets.store import video
from studio.subs.cue import Track

_REST_MS = 400
"""After an edit: who types on wants no film read in between."""
_AS_IT_IS = "same-as-film"

Wish = tuple[Film, tuple[Track, ...], CaptionStyle]


class _Stop:
    """Progress of somebody who may be told to stop."""

    def __init__(self) -> None:
        self.told = threading.Event()

    def report(self, fraction: float, note: str = "") -> None:
        """Raises Cancelled once it was told."""
        if self.told.is_set():
            raise Cancelled


class Plates(QObject):
    """On the window's thread. Close it: it owns a thread while it looks through a film.

    The answer is the one that burning the film as it is would come to.
    """

    found = Signal(object, object)
    """What was asked, and where plates stand."""
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wish: Wish | None = None
        self._known: tuple[Wish, tuple[Span, ...]] | None = None
        self._thread: threading.Thread | None = None
        self._stop = _Stop()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._look)
        self.found.connect(self._keep)

    def of(self, film: Film, tracks: tuple[Track, ...], style: CaptionStyle) -> tuple[Span, ...]:
        """Where plates stand, as far as it is known; `found` tells more when it is."""
        if style.plate is None or style.plate.when == "always":
            return ()
        wish = (film, tracks, style)
        if self._known is not None and self._known[0] == wish:
            return self._known[1]
        if wish != self._wish:
            self._wish = wish
            self._rest.start()
        # Until then those of a moment ago, so that plates do not blink while somebody writes.
        near = self._known is not None and self._known[0][0] == film
        return self._known[1] if near and self._known is not None else ()

    def close(self) -> None:
        """End the thread and wait for it."""
        self._rest.stop()
        self._stop.told.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _look(self) -> None:
        self.close()
        if self._wish is not None:
            self._stop = _Stop()
            self._thread = threading.Thread(target=self._read, args=(self._wish, self._stop))
            self._thread.start()

    def _read(self, wish: Wish, stop: _Stop) -> None:
        film, tracks, style = wish
        rate = film.video.rate if film.video.constant_rate else None
        source = FilmSource(film, None)
        try:
            form = form_of(film, video(_AS_IT_IS))
            span = Fraction(0), film.duration
            plates = plates_for(source, form, Captions(tracks, style, rate), span, stop)
        except Cancelled:
            return
        except StudioError as error:
            self.failed.emit(error)
            return
        finally:
            source.close()
        self.found.emit(wish, plates)

    def _keep(self, wish: Wish, plates: tuple[Span, ...]) -> None:
        self._known = wish, plates
