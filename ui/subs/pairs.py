"""What is done to linked pairs: linked, parted and confirmed by hand, locked, edited together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from studio.core.children import in_child
from studio.core.progress import Progress
from studio.core.said import said
from studio.core.words import counted
from studio.subs.cue import Cue, Track
from studio.subs.linked import Linked, locked, unlocked
from studio.subs.linked_edits import LINKED_EDITS
from studio.subs.linking import SURE, Pairing, link
from ui.actions import Action
from ui.jobs import Jobs, while_there
from ui.notices import Notices
from ui.subs.checking import LARGE
from ui.subs.desk import Desk, go_to, settled
from ui.subs.editing import new_times, split_place, split_time
from ui.subs.going import Going
from ui.subs.model import side_of
from ui.subs.steps import Edit, Steps

_TITLE = said("Linking the tracks")


class Pairs(QObject):
    """Works on the links of the rows that are selected, as far as those are sure."""

    def __init__(
        self, desk: Desk, steps: Steps, going: Going, jobs: Jobs, notices: Notices
    ) -> None:
        super().__init__(going)
        self._desk, self._steps, self._going = desk, steps, going
        self._jobs, self._notices = jobs, notices

    def commands(self) -> Sequence[Action]:
        """Those for both languages have the keys of those for one with a key more."""
        listed: tuple[tuple[str, str, Callable[[], object], str, str], ...] = (
            ("link", said("Link the selected cues"), self.link, "Ctrl+Alt+L", "link"),
            ("unlink", said("Take the link apart"), self.unlink, "Ctrl+Alt+U", "unlink"),
            ("confirm", said("They belong together"), self.confirm, "Ctrl+F7", "check"),
            ("link-anew", said("Link the tracks anew"), self.link_anew, "Alt+F7", ""),
            ("insert-pair", said("Insert in both languages"), self.insert, "Alt+Shift+Ins", ""),
            ("delete-pair", said("Delete in both languages"), self.delete, "Shift+Del", ""),
            ("split-pair", said("Split both languages"), self.split, "Ctrl+Alt+Shift+V", ""),
            ("merge-pair", said("Merge both languages"), self.merge, "Ctrl+Alt+Shift+M", ""),
        )
        made = [
            Action(
                f"subs-{name}", text, run, "Subtitles", (keys,), sign, "", self._is_there,
                group="pairs",
            )
            for name, text, run, keys, sign in listed
        ]  # fmt: skip
        lock = Action(
            "subs-lock",
            said("Locked boundaries"),
            self.toggle_lock,
            "Subtitles",
            ("Ctrl+Alt+K",),
            hint=said("Both languages of a link begin and end together."),
            enabled=self._is_there,
            group="pairs",
            checked=self._is_locked,
        )
        return (*made, lock)

    def _is_there(self) -> bool:
        return bool(self._desk.languages[1]) and self._desk.track(1) is not None

    def _is_locked(self) -> bool:
        linked = self._steps.linked
        return linked is not None and linked.locked

    # -- the links ------------------------------------------------------------------------

    def link(self) -> None:
        """The links of the selected rows become one; of a single row, with that of the next."""
        found = self._places(next_too=True)
        if found is not None and len(found[1]) > 1:
            linked, places = found
            change = partial(LINKED_EDITS["link"], places=places)
            self._change(said("Link cues"), linked, places, change)

    def unlink(self) -> None:
        """The link of the current row is taken apart: each of its cues stands alone."""
        found = self._places()
        if found is None:
            return
        linked, places = found
        joined = [one for one in places if _count(linked, one) > 1]
        if not joined:
            self._notices.say(said("This cue has no partner."))
            return
        self._change(said("Take a link apart"), linked, joined, partial(_unlinked, places=joined))

    def confirm(self) -> None:
        """The selected links are right, a person says so; on to the next one in doubt."""
        found = self._places()
        if found is None:
            return
        linked, places = found
        wanted = [one for one in places if _is_pair(linked, one)]
        if not wanted:
            self._notices.say(said("This cue has no partner."))
            return
        doubts = sum(linked.pairing.links[one].confidence < SURE for one in wanted)
        change = partial(LINKED_EDITS["confirm"], places=wanted)
        self._change(said("Confirm a link"), linked, wanted, change)
        if doubts and len(self._desk.grid.chosen_rows()) < 2:
            self._going.step_doubt(1)

    def link_anew(self) -> None:
        """The engine compares the tracks again; what a person linked stays."""
        self._desk.grid.settle()
        linked = self._sure()
        if linked is None:
            return
        job = self._jobs.start(_TITLE, _paired, linked.a, linked.b)
        film = self._desk.film_id
        job.done.connect(while_there(self, partial(self._linked_anew, film, linked)))
        job.failed.connect(self._notices.failed)

    def _linked_anew(self, film: str, before: Linked, pairing: Pairing) -> None:
        now = self._steps.linked
        if now is None or film != self._desk.film_id or now.a.language != before.a.language:
            return
        old = now.pairing
        label = said("Link the tracks anew")
        if self._steps.change_links(label, lambda one: LINKED_EDITS["link-anew"](one, pairing)):
            after = self._steps.linked
            same = after is None or after.pairing == old
            self._notices.say(
                said("The links are as they were.") if same else said("The tracks are linked anew.")
            )

    def toggle_lock(self) -> None:
        """Both sides of a link at the same times from now on, or each at its own."""
        self._desk.grid.settle()
        linked = self._sure()
        if linked is None:
            return
        label = said("Own timing") if linked.locked else said("Lock the boundaries")
        self._steps.change_links(label, unlocked if linked.locked else locked)

    # -- both languages at once -----------------------------------------------------------

    def insert(self) -> None:
        """A new pair at the player's time, its text in the current language ready to be typed."""
        self._desk.grid.settle()
        side = side_of(self._desk.grid.currentIndex().column())
        track = self._desk.track(side)
        if track is None or self._sure() is None:
            return
        times = new_times(track, self._desk.now)
        edit = Edit(
            lambda linked, own: LINKED_EDITS["insert"](linked, own, *times, ("", "")),
            lambda alone: alone,
        )
        made = track.next_id()
        if self._steps.apply(said("Insert a pair"), side, edit, made):
            go_to(self._desk, side, made)
            self._desk.grid.edit_text(self._desk.model.row_of(side, made))

    def delete(self) -> None:
        """The cues of the selected rows go in both languages."""
        self._desk.grid.settle()
        if self._sure() is None:
            return
        model, grid = self._desk.model, self._desk.grid
        rows = [one for n in grid.chosen_rows() if (one := model.row(n)) is not None]
        gone = [[cue.id for one in rows if (cue := one.cue(side)) is not None] for side in (0, 1)]
        here = grid.currentIndex()
        cues = counted(len(gone[0]) + len(gone[1]), "cue")
        first = self._desk.languages[0]

        def change(linked: Linked) -> Linked:
            turned = linked.a.language != first
            made: Linked = LINKED_EDITS["delete"](linked, gone[turned], gone[not turned])
            return made

        if rows and self._steps.change_links(said("Delete {cues}", cues=cues), change):
            self._notices.say(said("Deleted {cues} in both languages", cues=cues))
            grid.go_to(min(here.row(), model.rowCount() - 1), here.column())

    def split(self) -> None:
        """A link of one and one becomes two: at the player's time, texts where they divide best."""
        at = settled(self._desk)
        found = self._places(settle=False)
        if at is None or found is None:
            return
        linked, (place, *_) = found
        side = self._steps.side_in(linked, at.side)
        pair = linked.pairing.links[place]
        cues = [_cue(linked.a, pair.a), _cue(linked.b, pair.b)]
        if cues[0] is None or cues[1] is None:
            self._notices.say(said("This cue has no partner."))
            return
        when = split_time(cues[0], self._desk.now)
        cursors = (at.cursor, -1) if side == "a" else (-1, at.cursor)
        places = split_place(cues[0], cursors[0]), split_place(cues[1], cursors[1])
        change = partial(LINKED_EDITS["split-pair"], place=place, at=when, positions=places)
        self._change(said("Split a pair"), linked, [place], change)

    def merge(self) -> None:
        """The links of the selected rows become one of one cue and one; of a single row, with the
        next."""
        found = self._places(next_too=True)
        if found is not None and len(found[1]) > 1:
            linked, places = found
            change = partial(LINKED_EDITS["merge-pairs"], places=places)
            self._change(said("Merge pairs"), linked, places, change)

    # -- the rows -------------------------------------------------------------------------

    def _sure(self) -> Linked | None:
        linked = self._steps.linked
        if linked is None:
            self._notices.say(said("The tracks are still being compared. One moment."))
        return linked

    def _places(
        self, *, next_too: bool = False, settle: bool = True
    ) -> tuple[Linked, list[int]] | None:
        """The links of the selected rows by their places; `next_too`: of one link, the one after
        it as well. None where there are none."""
        if settle:
            self._desk.grid.settle()
        linked = self._sure()
        if linked is None:
            return None
        rows = self._desk.grid.chosen_rows() or [self._desk.grid.currentIndex().row()]
        known = _by_cue(linked)
        places = sorted({self._place(known, linked, row) for row in rows} - {-1})
        if next_too and len(places) == 1 and places[0] + 1 < len(linked.pairing.links):
            places.append(places[0] + 1)
        return (linked, places) if places else None

    def _place(self, known: Known, linked: Linked, row: int) -> int:
        for side in (0, 1):
            cue = self._desk.model.cue(row, side)
            if cue is not None:
                return known[self._steps.side_in(linked, side) == "b"].get(cue.id, -1)
        return -1

    def _change(
        self,
        label: str,
        linked: Linked,
        places: Sequence[int],
        change: Callable[[Linked], Linked],
    ) -> None:
        """Make a change and stay at its first cue."""
        first = linked.pairing.links[places[0]]
        side = 0 if (linked.a.language == self._desk.languages[0]) == bool(first.a) else 1
        cue = (first.a or first.b)[0]
        column = self._desk.grid.currentIndex().column()
        edit = Edit(lambda one, _: change(one), lambda track: track)
        if self._steps.apply(label, side, edit, cue):
            row = self._desk.model.row_of(side, cue)
            if row >= 0:
                self._desk.grid.go_to(row, column)


Known = tuple[dict[int, int], dict[int, int]]
"""The places of links by the ids of a's cues, and of b's."""


def _by_cue(linked: Linked) -> Known:
    links = linked.pairing.links
    return (
        {id: place for place, one in enumerate(links) for id in one.a},
        {id: place for place, one in enumerate(links) for id in one.b},
    )


def _count(linked: Linked, place: int) -> int:
    one = linked.pairing.links[place]
    return len(one.a) + len(one.b)


def _is_pair(linked: Linked, place: int) -> bool:
    one = linked.pairing.links[place]
    return bool(one.a and one.b)


def _unlinked(linked: Linked, places: Sequence[int]) -> Linked:
    # By a cue of each: what is taken apart moves the others to other places.
    cues = [linked.pairing.links[place] for place in places]
    for one in cues:
        place = linked.link_of("a", one.a[0]) if one.a else linked.link_of("b", one.b[0])
        linked = LINKED_EDITS["unlink"](linked, place)
    return linked


def _cue(track: Track, own: Sequence[int]) -> Cue | None:
    return next((cue for cue in track.cues if cue.id in own), None)


def _paired(a: Track, b: Track, progress: Progress) -> Pairing:
    """Long ones in a process of their own: on a thread they would hold the window back."""
    if len(a.cues) + len(b.cues) > LARGE:
        return in_child(link, a, b, progress=progress)
    return link(a, b, progress)
