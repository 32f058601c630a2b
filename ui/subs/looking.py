"""Looks at the tracks on view again after each edit; their links follow an edit at once."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from studio.core.said import said
from studio.core.time import FrameRate
from studio.subs.checks.base import CheckProfile
from studio.subs.cue import Track
from studio.subs.linking import Pairing
from ui.jobs import Job, Jobs, while_there
from ui.subs.checking import Order, Seen, look
from ui.subs.links import adapted, by_time, same_times

_SOON_MS, _LATER_MS = 250, 900
_TITLE = said("Checking the subtitles")


class Looker(QObject):
    """Holds the links of the tracks on view, and looks at them again a while after each edit."""

    seen = Signal(object)
    """A Seen of the tracks as they are now; `pairing` may then be another one."""
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._order: Order | None = None
        self._job: Job | None = None
        self._true: tuple[Track, Track, Pairing] | None = None
        self._pairing: Pairing | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._look)

    @property
    def pairing(self) -> Pairing | None:
        """The links of the tracks on view; None where there is one track or none."""
        return self._pairing

    @property
    def busy(self) -> bool:
        """Whether what was seen last is not of the present tracks."""
        return self._job is not None or self._later.isActive()

    def show(
        self, a: Track | None, b: Track | None, profile: CheckProfile, rate: FrameRate | None
    ) -> None:
        """These tracks are on view now; their links are there at once, findings come by `seen`."""
        before = self._order
        if a is None:
            self.forget()
            return
        true = self._true_pairing(a, b)
        self._pairing = true or self._adapted(a, b)
        self._order = Order(a, b, true, profile, rate)
        wait = _LATER_MS if self._order.large else _SOON_MS
        self._later.start(wait if before is not None else 0)

    def forget(self) -> None:
        """Nothing is on view any more."""
        self._later.stop()
        self._order = self._pairing = self._true = None
        if self._job is not None:
            self._job.cancel()

    def _adapted(self, a: Track, b: Track | None) -> Pairing | None:
        if b is None:
            return None
        before = self._order
        if before is None or before.b is None or self._pairing is None:
            return by_time(a, b)
        if (before.a.language, before.b.language) != (a.language, b.language):
            return by_time(a, b)
        return adapted(self._pairing, (before.a, before.b), (a, b))

    def _true_pairing(self, a: Track, b: Track | None) -> Pairing | None:
        """The links, where the engine found them for these very times."""
        if self._true is None or b is None:
            return None
        known_a, known_b, pairing = self._true
        if (known_a.language, known_b.language) != (a.language, b.language):
            return None
        return pairing if same_times(known_a, a) and same_times(known_b, b) else None

    def _look(self) -> None:
        order = self._order
        if order is None:
            return
        if self._job is not None:
            self._later.start(_SOON_MS)
            return
        job = self._jobs.start(_TITLE, look, order, quiet=True)
        self._job = job
        job.done.connect(while_there(self, lambda seen: self._looked(order, seen)))
        job.failed.connect(self.failed)
        job.ended.connect(self._ended)

    def _ended(self) -> None:
        self._job = None

    def _looked(self, order: Order, seen: Seen) -> None:
        now = self._order
        if now is None or now.a is not order.a or now.b is not order.b:
            # Already another document: the timer of that edit looks again.
            return
        self._pairing = seen.pairing
        if order.b is not None and seen.pairing is not None:
            self._true = (order.a, order.b, seen.pairing)
        self.seen.emit(seen)
