"""Looks at the tracks on view again after each edit, and links them where nobody has so far."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from PySide6.QtCore import QObject, QTimer, Signal

from studio.core.geometry import Size
from studio.core.said import said
from studio.core.time import FrameRate
from studio.presets import store
from studio.subs.checks.base import Around, CheckProfile
from studio.subs.checks.rules import WordList
from studio.subs.cue import Track
from studio.subs.fixes.base import Desk as Bench
from studio.subs.linked import Linked, followed
from studio.subs.linking import Pairing, flipped
from ui.jobs import Job, Jobs, while_there
from ui.session import Session
from ui.subs.checking import Order, Seen, look
from ui.subs.footage import CAPTIONS, FULL_HD
from ui.subs.links import by_time, same_times

_SOON_MS, _LATER_MS = 250, 900
_TITLE = said("Checking the subtitles")


class Looker(QObject):
    """Holds the links of the tracks on view, and looks at them again a while after each edit."""

    seen = Signal(object)
    """A Seen of the tracks as they are now; `pairing` may then be another one."""
    failed = Signal(object)

    def __init__(self, jobs: Jobs, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._session = jobs, session
        self._cuts: tuple[Fraction, ...] = ()
        self._frame = FULL_HD
        self._words: tuple[frozenset[str], tuple[WordList, ...]] | None = None
        """The words that the markets forbid; read anew when the markets are others."""
        self._order: Order | None = None
        self._job: Job | None = None
        self._true: tuple[Track, Track, Pairing] | None = None
        self._held: Linked | None = None
        """The links of the document, while it has any for these tracks."""
        self._turned: tuple[Pairing, Pairing] | None = None
        """Links of the document, and the same seen from the other track."""
        self._expected: Linked | None = None
        """What an edit makes of links that are a guess."""
        self._pairing: Pairing | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._look)

    @property
    def pairing(self) -> Pairing | None:
        """The links of the tracks on view; None where there is one track or none."""
        return self._pairing

    @property
    def sure(self) -> bool:
        """Whether the links are those of the document, or the engine's for these very tracks."""
        order = self._order
        return order is not None and order.b is not None and order.pairing is not None

    def holds(self, links: Linked | None) -> bool:
        """Whether these links of the document are the ones on view."""
        if links is None or self._held is None:
            return links is self._held
        return links.pairing is self._held.pairing and links.locked == self._held.locked

    def expect(self, linked: Linked) -> None:
        """An edit is about to make these tracks; until they are looked at, these are their links.

        For links that are a guess: the document does not hold them.
        """
        self._expected = linked

    @property
    def busy(self) -> bool:
        """Whether what was seen last is not of the present tracks."""
        return self._job is not None or self._later.isActive()

    def bench(self) -> Bench | None:
        """What is on view now, made ready to be mended; None where nothing is."""
        order = self._order
        if order is None:
            return None
        pairing = self._pairing if order.b is not None else None
        return Bench(order.a, order.profile, order.b, pairing, order.rate, order.around)

    def surround(self, cuts: tuple[Fraction, ...], frame: Size) -> None:
        """The film's own cuts in seconds, and its size, are known now, or are others."""
        if (cuts, frame) == (self._cuts, self._frame):
            return
        self._cuts, self._frame = cuts, frame
        if self._order is not None:
            self._order = replace(self._order, around=self._around())
            self._later.start(_SOON_MS)

    def _around(self) -> Around:
        """The captions as the picture shows them, and the words that the markets forbid."""
        markets = frozenset(one.id for one in self._session.project.campaign.markets)
        if self._words is None or self._words[0] != markets:
            lists = (store.word_list(name) for name in store.names("words"))
            self._words = markets, tuple(one for one in lists if one.market in markets)
        style = store.caption_style(CAPTIONS)
        return Around(self._cuts, style, frame=self._frame, words=self._words[1])

    def show(
        self,
        a: Track | None,
        b: Track | None,
        profile: CheckProfile,
        rate: FrameRate | None,
        links: Linked | None = None,
    ) -> None:
        """These tracks are on view now, with the links of the document where it has any; else links
        are there at once as a guess, and the engine's come by `seen`, as do the findings."""
        before = self._order
        if a is None:
            self.forget()
            return
        self._held = links if b is not None else None
        true = self._seen_from(a) or self._true_pairing(a, b)
        self._pairing = true or self._guess(a, b)
        self._expected = None
        self._order = Order(a, b, true, profile, rate, self._around())
        wait = _LATER_MS if self._order.large else _SOON_MS
        self._later.start(wait if before is not None else 0)

    def _seen_from(self, a: Track) -> Pairing | None:
        """The document's links with the first track on view as a."""
        held = self._held
        if held is None or held.a.language == a.language:
            return None if held is None else held.pairing
        if self._turned is None or self._turned[0] is not held.pairing:
            self._turned = held.pairing, flipped(held.pairing)
        return self._turned[1]

    def forget(self) -> None:
        """Nothing is on view any more."""
        self._later.stop()
        self._order = self._pairing = self._true = self._held = self._expected = None
        if self._job is not None:
            self._job.cancel()

    def _guess(self, a: Track, b: Track | None) -> Pairing | None:
        if b is None:
            return None
        made, before = self._expected, self._order
        if made is not None and made.a is a and made.b is b:
            return made.pairing
        if before is None or before.b is None or self._pairing is None:
            return by_time(a, b)
        if (before.a.language, before.b.language) != (a.language, b.language):
            return by_time(a, b)
        # Undone, or edited by who knows of no links.
        last = Linked(before.a, before.b, self._pairing)
        return followed(followed(last, "a", a), "b", b).pairing

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
        if (
            now is None
            or now.a is not order.a
            or now.b is not order.b
            or now.around != order.around
        ):
            # Already another document: the timer of that edit looks again.
            return
        if order.b is not None and seen.pairing is not None and self._held is None:
            self._pairing = seen.pairing
            self._true = (order.a, order.b, seen.pairing)
            self._order = replace(order, pairing=seen.pairing)
        self.seen.emit(seen)
