"""The edits of the Subtitles page: each is one undoable step on one track of the document."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from studio.campaign.project import Project
from studio.core.errors import StudioError
from studio.core.said import said
from studio.core.words import counted
from studio.subs import edits
from studio.subs.cue import Cue, Track
from ui.actions import Action
from ui.notices import Notices
from ui.session import Session
from ui.subs.grid import Grid
from ui.subs.model import TEXT_A, TEXT_B, CueModel, side_of

_NEW_MS, _SHORTEST, _NUDGE_MS = 2000, 40, 100


class Desk(Protocol):
    """What the edits need to know of the page."""

    @property
    def film_id(self) -> str:
        """The film that is shown."""

    @property
    def languages(self) -> tuple[str, str]:
        """The languages that are shown."""

    @property
    def now(self) -> int:
        """The player's time in milliseconds."""

    @property
    def grid(self) -> Grid:
        """The grid."""

    @property
    def model(self) -> CueModel:
        """Its rows."""

    def track(self, side: int) -> Track | None:
        """The track of a side."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where the person is: the side, its language, the cue, and the cursor in its text or -1."""

    side: int
    language: str
    cue: Cue
    cursor: int = -1


class Editing:
    """Turns what the hands do into edits of the session's document."""

    def __init__(self, desk: Desk, session: Session, notices: Notices) -> None:
        self._desk = desk
        self._session = session
        self._notices = notices
        self._turn = 0
        """Counts fields that were opened and drags; what belongs to one is one step."""

    # -- the one way to the document ------------------------------------------------------

    def _apply(
        self,
        label: str,
        side: int,
        edit: Callable[[Track], Track],
        cue_id: int = -1,
        merge: Hashable = None,
    ) -> bool:
        film, language = self._desk.film_id, self._desk.languages[side]

        def change(project: Project) -> Project:
            track = project.tracks[film, language]
            edited = edit(track)
            return project if edited is track else project.with_track(film, edited)

        try:
            self._session.apply(label, change, merge=merge, focus=("subs", film, language, cue_id))
        except StudioError as error:
            self._notices.failed(error)
            return False
        return True

    def _spot(self, cursor: int = -1) -> _Spot | None:
        desk = self._desk
        index = desk.grid.currentIndex()
        side = side_of(index.column()) if desk.languages[1] else 0
        for one in (side, 1 - side):
            cue = desk.model.cue(index.row(), one)
            if cue is not None:
                return _Spot(one, desk.languages[one], cue, cursor if one == side else -1)
        return None

    def _settled(self) -> _Spot | None:
        """Where the person is, after what is being typed was kept."""
        return self._spot(self._desk.grid.settle())

    # -- typing and dragging --------------------------------------------------------------

    def begin_typing(self) -> None:
        """A field was opened: what is typed into it will be one step."""
        self._turn += 1

    def type_text(self, side: int, cue_id: int, text: str) -> None:
        """A text has changed under the fingers."""
        edit = partial(edits.set_text, cue_id=cue_id, text=text)
        self._apply(said("Edit the text"), side, edit, cue_id, ("type", self._turn))

    def type_new(self, side: int, partner_id: int, text: str) -> None:
        """A text was begun where there was no cue: it takes the times of its partner."""
        partner_track, track = self._desk.track(1 - side), self._desk.track(side)
        if partner_track is None or track is None:
            return
        partner = partner_track.cues[edits.index_of(partner_track, partner_id)]
        edit = partial(edits.insert, start=partner.start, end=partner.end, text=text)
        self._apply(said("Add a cue"), side, edit, track.next_id(), ("type", self._turn))

    def take_back(self) -> None:
        """Undo what was typed or dragged just now; redo still has it."""
        history = self._session.history
        if history is None:
            return
        merge = history.steps[history.position].merge
        if merge in (("type", self._turn), ("drag", self._turn)):
            self._session.undo()

    def type_time(self, side: int, cue_id: int, start: int, end: int) -> None:
        """A time was typed."""
        self._retime(said("Type the time"), side, cue_id, (start, end))

    def _retime(
        self, label: str, side: int, cue_id: int, times: tuple[int, int], merge: Hashable = None
    ) -> None:
        edit = partial(edits.retime, cue_id=cue_id, start=times[0], end=times[1])
        self._apply(label, side, edit, cue_id, merge)

    def drag(self, side: int, cue_id: int, start: int, end: int) -> None:
        """An edge is being dragged: all of one drag is one step."""
        self._retime(said("Drag the cue"), side, cue_id, (start, end), ("drag", self._turn))

    def drop(self, keep: bool) -> None:
        """The drag is over; the next one is a step of its own."""
        if not keep:
            self.take_back()
        self._turn += 1

    def set_edge(self, which: int, ms: int) -> None:
        """Set in (0) or out (1) of the current cue; the other edge gives way where it must."""
        spot = self._settled()
        if spot is None:
            return
        cue = spot.cue
        if which == 0:
            times = ms, max(cue.end, ms + _SHORTEST)
        else:
            end = max(ms, _SHORTEST)
            times = min(cue.start, end - _SHORTEST), end
        self._retime(said("Set the out") if which else said("Set the in"), spot.side, cue.id, times)

    # -- commands -------------------------------------------------------------------------

    def commands(self) -> Sequence[Action]:
        """With Subtitle Edit's keys where it has them."""
        listed = (
            ("insert", said("Insert a cue here"), self.insert, ("Alt+Insert", "Ctrl+I"), "plus"),
            ("delete", said("Delete the cues"), self.delete, ("Delete",), "trash"),
            ("split", said("Split the cue here"), self.split, ("Ctrl+Alt+V",), "split"),
            ("merge", said("Merge with the next"), self.merge, ("Ctrl+Shift+M",), "merge"),
            ("in", said("Set in here"), partial(self._set_here, 0), ("F11",), "mark-in"),
            ("out", said("Set out here"), partial(self._set_here, 1), ("F12",), "mark-out"),
            (
                "earlier",
                said("Earlier by 100 ms"),
                partial(self.shift, -_NUDGE_MS),
                ("Alt+Left",),
                "",
            ),
            ("later", said("Later by 100 ms"), partial(self.shift, _NUDGE_MS), ("Alt+Right",), ""),
            ("sort", said("Sort by time"), self.sort, (), ""),
        )
        anyway = ("insert", "sort")
        return tuple(
            Action(
                f"subs-{name}",
                text,
                run,
                "Subtitles",
                keys,
                sign,
                "",
                self._has_track if name in anyway else self._has_cue,
            )
            for name, text, run, keys, sign in listed
        )

    def _has_cue(self) -> bool:
        return self._spot() is not None

    def _has_track(self) -> bool:
        return self._desk.track(0) is not None

    def _set_here(self, which: int) -> None:
        self.set_edge(which, self._desk.now)

    def _chosen(self, spot: _Spot) -> list[int]:
        """The ids of the selected cues in the language where the person is."""
        model, rows = self._desk.model, self._desk.grid.chosen_rows()
        cues = [model.cue(row, spot.side) for row in rows]
        return [cue.id for cue in cues if cue is not None] or [spot.cue.id]

    def insert(self) -> None:
        """A new cue at the player's time, ready to be typed into."""
        self._desk.grid.settle()
        column = self._desk.grid.currentIndex().column()
        side = side_of(column) if self._desk.languages[1] else 0
        track, start = self._desk.track(side), self._desk.now
        if track is None:
            return
        after = min((cue.start for cue in track.cues if cue.start > start), default=start + _NEW_MS)
        end = max(start + _SHORTEST, min(start + _NEW_MS, after))
        made = track.next_id()
        if self._apply(said("Insert a cue"), side, lambda one: edits.insert(one, start, end), made):
            self._go_to(side, made)
            self._desk.grid.edit_text(self._desk.model.row_of(side, made))

    def _go_to(self, side: int, cue_id: int) -> None:
        row = self._desk.model.row_of(side, cue_id)
        if row >= 0:
            self._desk.grid.go_to(row, TEXT_B if side else TEXT_A)

    def delete(self) -> None:
        """The selected cues of the current language go; those of the other one stay."""
        spot = self._settled()
        if spot is None:
            return
        chosen = self._chosen(spot)
        row = self._desk.grid.currentIndex().row()
        label = said("Delete {cues}", cues=counted(len(chosen), "cue"))
        if self._apply(label, spot.side, lambda one: edits.delete(one, chosen), spot.cue.id):
            self._notices.say(
                said(
                    "Deleted {cues} in {language}",
                    cues=counted(len(chosen), "cue"),
                    language=spot.language,
                )
            )
            last = self._desk.model.rowCount() - 1
            self._desk.grid.go_to(min(row, last), TEXT_B if spot.side else TEXT_A)

    def split(self) -> None:
        """Two cues of one: at the player's time, at the cursor or the break of its lines."""
        spot = self._settled()
        if spot is None:
            return
        cue, now = spot.cue, self._desk.now
        inside = cue.start + _SHORTEST <= now <= cue.end - _SHORTEST
        at = now if inside else (cue.start + cue.end) // 2
        cursor = spot.cursor if 0 < spot.cursor < len(cue.text) else -1
        place = cursor if cursor >= 0 else _middle(cue.text)
        self._apply(
            said("Split the cue"),
            spot.side,
            lambda one: edits.split(one, cue.id, at, place),
            cue.id,
        )

    def merge(self) -> None:
        """The selected cues become one; a single one takes in the next."""
        spot = self._settled()
        track = self._desk.track(spot.side) if spot else None
        if spot is None or track is None:
            return
        chosen = self._chosen(spot)
        if len(chosen) < 2:
            place = edits.index_of(track, spot.cue.id)
            chosen = [cue.id for cue in track.cues[place : place + 2]]
        first = min(chosen, key=lambda one: edits.index_of(track, one))
        if self._apply(said("Merge cues"), spot.side, lambda one: edits.merge(one, chosen), first):
            self._go_to(spot.side, first)

    def shift(self, by: int) -> None:
        """The selected cues `by` ms later, not before the film begins; in a row it is one step."""
        spot = self._settled()
        track = self._desk.track(spot.side) if spot else None
        if spot is None or track is None:
            return
        chosen = self._chosen(spot)
        known = frozenset(chosen)
        by = max(by, -min(cue.start for cue in track.cues if cue.id in known))
        edit = partial(edits.shift, by=by, cue_ids=chosen)
        self._apply(said("Shift cues"), spot.side, edit, spot.cue.id, ("shift", spot.side, known))

    def sort(self) -> None:
        """Both tracks in order of time."""
        self._desk.grid.settle()
        for side in (0, 1):
            if self._desk.track(side) is not None:
                self._apply(said("Sort by time"), side, edits.sort)


def _middle(text: str) -> int:
    """Where a text is best divided: at its first line break, at the space nearest its middle,
    else in the middle."""
    if "\n" in text:
        return text.index("\n")
    half = len(text) // 2
    spaces = [place for place, char in enumerate(text) if char == " "]
    return min(spaces, key=lambda place: abs(place - half), default=half)
