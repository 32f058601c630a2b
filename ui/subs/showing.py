"""Keeps the grid, the waveform and the picture at the tracks of the document and their links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from studio.subs.cue import Track
from studio.subs.linked import Linked
from studio.subs.linking import Link
from ui.subs.checking import Seen
from ui.subs.choice import Choice
from ui.subs.footage import Footage
from ui.subs.found import FoundPanel
from ui.subs.grid import Grid
from ui.subs.head import Head
from ui.subs.links import changed_cues, same_or_none
from ui.subs.looking import Looker
from ui.subs.model import CueModel
from ui.subs.replacing import Replacing
from ui.subs.rows import Row, rows, rows_after
from ui.subs.view import View, profile
from ui.widgets.names import name_of

_HELD_MS = 400
Tracks = tuple[Track | None, Track | None]


@dataclass(frozen=True, slots=True)
class Parts:
    """What shows the tracks."""

    choice: Choice
    head: Head
    model: CueModel
    grid: Grid
    found: FoundPanel
    footage: Footage
    looker: Looker
    replacing: Replacing


class Showing(QObject):
    """Only what differs is shown anew: a letter typed touches one row of many thousands."""

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._on_view: Tracks = (None, None)
        self._shown: Linked | None = None
        """What the rows are of, while there are two tracks."""
        self.seen: Seen | None = None
        """What was found in the tracks on view; None while they are looked at the first time."""
        self._held = QTimer(self, singleShot=True, interval=_HELD_MS)
        self._held.timeout.connect(self._show_held)
        parts.looker.seen.connect(self._show_seen)

    def begin(self) -> None:
        """Other tracks are on view from now on."""
        parts = self._parts
        self._on_view, self.seen, self._shown = (None, None), None, None
        parts.looker.forget()
        parts.found.show_waiting()
        parts.footage.wave.show_flagged((), ())

    def refresh(self) -> None:
        """Show the tracks and links as the document has them now."""
        parts, choice = self._parts, self._parts.choice
        tracks = choice.track(0), choice.track(1)
        one, two = choice.spoken
        rate, limits = parts.footage.rate, profile()
        view = View((one, two), (name_of(one), name_of(two)), rate, limits)
        before, self._on_view = self._on_view, tracks
        pairing = parts.looker.pairing
        same_view, relinked = view == parts.model.view, not parts.looker.holds(choice.links)
        if same_view and before[0] is tracks[0] and before[1] is tracks[1] and not relinked:
            return
        parts.looker.show(tracks[0], tracks[1], limits, rate, choice.links)
        held = same_view and pairing is parts.looker.pairing
        if held and all(same_or_none(old, new) for old, new in zip(before, tracks, strict=True)):
            self._show_changes(before, tracks)
            if relinked:
                self._show_links(sure=self.seen is not None)
        else:
            self._show_all(view)

    def _show_changes(self, before: Tracks, now: Tracks) -> None:
        """The same cues say or stand otherwise: only they are shown anew."""
        for side, (old, new) in enumerate(zip(before, now, strict=True)):
            if old is not None and new is not None and old is not new:
                cues = changed_cues(old, new)
                self._parts.model.replace_cues(side, cues)
                self._parts.footage.wave.replace_cues(side, new, cues)
        self._shown = self._linked()
        self._show_captions()

    def _show_all(self, view: View) -> None:
        parts = self._parts
        for side, track in enumerate(self._on_view):
            parts.model.number_cues(side, track)
        self._show_rows(view, sure=self.seen is not None)
        parts.footage.wave.show_tracks([one for one in self._on_view if one is not None])
        self._show_captions()
        if not parts.grid.currentIndex().isValid() and parts.model.rowCount():
            parts.grid.go_to(0)

    def _show_rows(self, view: View, *, sure: bool) -> None:
        parts = self._parts
        before, self._shown = self._shown, self._linked()
        if before is not None and self._shown is not None and view == parts.model.view:
            made: Sequence[Row] = rows_after(parts.model.shown, before, self._shown, self._row_of)
        else:
            made = rows(*self._on_view, parts.looker.pairing)
        parts.model.show_rows(made, view)
        self._show_links(sure=sure)

    def _linked(self) -> Linked | None:
        a, b = self._on_view
        pairing = self._parts.looker.pairing
        return None if a is None or b is None or pairing is None else Linked(a, b, pairing)

    def _row_of(self, link: Link) -> int:
        model = self._parts.model
        return model.row_of(0, link.a[0]) if link.a else model.row_of(1, link.b[0])

    def _show_links(self, *, sure: bool) -> None:
        parts = self._parts
        parts.head.show_links(parts.looker.pairing, parts.choice.links, sure=sure)

    def _show_captions(self) -> None:
        tracks = tuple(track for track in self._on_view if track is not None)
        self._parts.footage.show_tracks(tracks)
        self._parts.replacing.follow()

    def _show_seen(self, seen: Seen) -> None:
        self.seen = seen
        parts = self._parts
        parts.model.show_findings(seen.places)
        parts.footage.wave.show_flagged(seen.places.cues(0), seen.places.cues(1))
        parts.found.show_places(seen.places, parts.model.view)
        self._show_held()

    def _show_held(self) -> None:
        """Rows come and go only while nothing is being typed."""
        if self.seen is None:
            return
        if self._parts.grid.is_typing:
            self._held.start()
            return
        self._show_rows(self._parts.model.view, sure=True)
        self._parts.replacing.follow()
