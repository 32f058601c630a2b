"""The edits of the Subtitles page: each is one undoable step on one track of the document."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import partial

from studio.core.said import said
from studio.core.words import counted
from studio.subs import edits
from studio.subs.cue import Cue, Track
from studio.subs.edits import EDITS
from studio.subs.linked import Linked, Side, ids, other
from studio.subs.linked_edits import LINKED_EDITS, carried
from ui.actions import Action
from ui.notices import Notices
from ui.subs.desk import Desk as Desk
from ui.subs.desk import chosen, go_to, settled, spot
from ui.subs.model import TEXT_A, TEXT_B, side_of
from ui.subs.steps import Edit, Steps, named

_NEW_MS, _SHORTEST, _NUDGE_MS = 2000, 40, 100


class Editing:
    """Turns what the hands do into edits of the session's document."""

    def __init__(self, desk: Desk, steps: Steps, notices: Notices) -> None:
        self._desk = desk
        self._steps = steps
        self._notices = notices
        self._turn = 0
        """Counts fields that were opened and drags; what belongs to one is one step."""

    # -- typing and dragging --------------------------------------------------------------

    def begin_typing(self) -> None:
        """A field was opened: what is typed into it will be one step."""
        self._turn += 1

    def type_text(self, side: int, cue_id: int, text: str) -> None:
        """A text has changed under the fingers."""
        edit = named("set-text", cue_id, text)
        self._steps.apply(said("Edit the text"), side, edit, cue_id, ("type", self._turn))

    def type_new(self, side: int, partner_id: int, text: str) -> None:
        """A text was begun where there was no cue: it takes its partner's place, linked to it."""
        track = self._desk.track(side)
        if track is None:
            return
        edit = Edit(partial(_partnered, partner_id=partner_id, text=text), lambda one: one)
        self._steps.apply(said("Add a cue"), side, edit, track.next_id(), ("type", self._turn))

    def take_back(self) -> None:
        """Undo what was typed or dragged just now; redo still has it."""
        self._steps.take_back(("type", self._turn), ("drag", self._turn))

    def type_time(self, side: int, cue_id: int, start: int, end: int) -> None:
        """A time was typed."""
        self._retime(said("Type the time"), side, cue_id, (start, end))

    def _retime(
        self, label: str, side: int, cue_id: int, times: tuple[int, int], merge: Hashable = None
    ) -> None:
        self._steps.apply(label, side, named("retime", cue_id, *times), cue_id, merge)

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
        at = settled(self._desk)
        if at is None:
            return
        cue = at.cue
        if which == 0:
            times = ms, max(cue.end, ms + _SHORTEST)
        else:
            end = max(ms, _SHORTEST)
            times = min(cue.start, end - _SHORTEST), end
        self._retime(said("Set the out") if which else said("Set the in"), at.side, cue.id, times)

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
        return spot(self._desk) is not None

    def _has_track(self) -> bool:
        return self._desk.track(0) is not None

    def _set_here(self, which: int) -> None:
        self.set_edge(which, self._desk.now)

    def insert(self) -> None:
        """A new cue at the player's time, ready to be typed into."""
        self._desk.grid.settle()
        column = self._desk.grid.currentIndex().column()
        side = side_of(column) if self._desk.languages[1] else 0
        track, start = self._desk.track(side), self._desk.now
        if track is None:
            return
        start, end = new_times(track, start)
        made = track.next_id()
        edit = Edit(
            partial(_inserted, start=start, end=end), partial(EDITS["insert"], start=start, end=end)
        )
        if self._steps.apply(said("Insert a cue"), side, edit, made):
            go_to(self._desk, side, made)
            self._desk.grid.edit_text(self._desk.model.row_of(side, made))

    def delete(self) -> None:
        """The selected cues of the current language go; those of the other one stay."""
        at = settled(self._desk)
        if at is None:
            return
        gone = chosen(self._desk, at)
        row = self._desk.grid.currentIndex().row()
        cues = counted(len(gone), "cue")
        edit = Edit(partial(_deleted, cue_ids=gone), partial(EDITS["delete"], cue_ids=gone))
        if self._steps.apply(said("Delete {cues}", cues=cues), at.side, edit, at.cue.id):
            self._notices.say(said("Deleted {cues} in {language}", cues=cues, language=at.language))
            last = self._desk.model.rowCount() - 1
            self._desk.grid.go_to(min(row, last), TEXT_B if at.side else TEXT_A)

    def split(self) -> None:
        """Two cues of one: at the player's time, at the cursor or the break of its lines."""
        at = settled(self._desk)
        if at is None:
            return
        cue = at.cue
        when, place = split_time(cue, self._desk.now), split_place(cue, at.cursor)
        edit = named("split", cue.id, when, place)
        self._steps.apply(said("Split the cue"), at.side, edit, cue.id)

    def merge(self) -> None:
        """The selected cues become one; a single one takes in the next."""
        at = settled(self._desk)
        track = self._desk.track(at.side) if at else None
        if at is None or track is None:
            return
        wanted = chosen(self._desk, at)
        if len(wanted) < 2:
            place = edits.index_of(track, at.cue.id)
            wanted = [cue.id for cue in track.cues[place : place + 2]]
        first = min(wanted, key=lambda one: edits.index_of(track, one))
        if self._steps.apply(said("Merge cues"), at.side, named("merge", wanted), first):
            go_to(self._desk, at.side, first)

    def shift(self, by: int) -> None:
        """The selected cues `by` ms later, not before the film begins; in a row it is one step."""
        at = settled(self._desk)
        track = self._desk.track(at.side) if at else None
        if at is None or track is None:
            return
        wanted = chosen(self._desk, at)
        known = frozenset(wanted)
        by = max(by, -min(cue.start for cue in track.cues if cue.id in known))
        edit = Edit(
            lambda linked, side: LINKED_EDITS["shift"](linked, by, side, wanted),
            lambda one: EDITS["shift"](one, by, wanted),
        )
        merge = ("shift", at.side, known)
        self._steps.apply(said("Shift cues"), at.side, edit, at.cue.id, merge)

    def sort(self) -> None:
        """Both tracks in order of time."""
        self._desk.grid.settle()
        if self._desk.track(0) is not None:
            edit = Edit(lambda linked, _: LINKED_EDITS["sort"](linked), EDITS["sort"])
            self._steps.apply(said("Sort by time"), 0, edit)


def _partnered(linked: Linked, side: Side, partner_id: int, text: str) -> Linked:
    """A new cue for one that stands alone, at its times, linked to it by a person's word."""
    theirs = other(side)
    partner = linked.track(theirs).cues[edits.index_of(linked.track(theirs), partner_id)]
    made_id = linked.track(side).next_id()
    times = (
        carried(linked.pairing, theirs, partner.start),
        carried(linked.pairing, theirs, partner.end),
    )
    end = max(times[1], times[0] + 1)
    made: Linked = LINKED_EDITS["insert"](linked, side, times[0], end, (text, None))
    return _partners(made, side, made_id, partner_id)


def _inserted(linked: Linked, side: Side, start: int, end: int) -> Linked:
    """A new cue; where one of the other language stands there alone, linked to it."""
    made_id = linked.track(side).next_id()
    made: Linked = LINKED_EDITS["insert"](linked, side, start, end)
    lonely = {
        id for one in made.pairing.links if not ids(one, side) for id in ids(one, other(side))
    }
    theirs = other(side)
    for cue in made.track(theirs).cues:
        if cue.id not in lonely:
            continue
        times = carried(made.pairing, theirs, cue.start), carried(made.pairing, theirs, cue.end)
        together = min(end, times[1]) - max(start, times[0])
        if 2 * together >= max(1, min(end - start, times[1] - times[0])):
            return _partners(made, side, made_id, cue.id)
    return made


def _partners(linked: Linked, side: Side, own: int, theirs: int) -> Linked:
    places = linked.link_of(side, own), linked.link_of(other(side), theirs)
    made: Linked = LINKED_EDITS["link"](linked, places)
    return made


def _deleted(linked: Linked, side: Side, cue_ids: Sequence[int]) -> Linked:
    gone = (cue_ids, ()) if side == "a" else ((), cue_ids)
    made: Linked = LINKED_EDITS["delete"](linked, *gone)
    return made


def new_times(track: Track, now: int) -> tuple[int, int]:
    """When a new cue begins and ends: now, and two seconds later or where the next one begins."""
    after = min((cue.start for cue in track.cues if cue.start > now), default=now + _NEW_MS)
    return now, max(now + _SHORTEST, min(now + _NEW_MS, after))


def split_time(cue: Cue, now: int) -> int:
    """When a cue is divided: now where that is inside it, else in the middle."""
    inside = cue.start + _SHORTEST <= now <= cue.end - _SHORTEST
    return now if inside else (cue.start + cue.end) // 2


def split_place(cue: Cue, cursor: int) -> int:
    """Where a cue's text is divided: at the cursor where that is inside it."""
    return cursor if 0 < cursor < len(cue.text) else _middle(cue.text)


def _middle(text: str) -> int:
    """Where a text is best divided: at its first line break, at the space nearest its middle,
    else in the middle."""
    if "\n" in text:
        return text.index("\n")
    half = len(text) // 2
    spaces = [place for place, char in enumerate(text) if char == " "]
    return min(spaces, key=lambda place: abs(place - half), default=half)
