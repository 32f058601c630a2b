"""Finds places in the texts on view and replaces them, as one undoable step each time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from studio.campaign.project import Project
from studio.core.children import in_child
from studio.core.errors import StudioError, ToolFailed, in_full
from studio.core.progress import Progress
from studio.core.said import said
from studio.core.words import counted
from studio.subs.cue import Track
from studio.subs.searching import Hit, Wish, check, replaced, search
from ui.actions import Action
from ui.jobs import Job, Jobs, while_there
from ui.notices import Notices
from ui.session import Session
from ui.subs.editing import Desk
from ui.subs.find_bar import FindBar
from ui.subs.model import TEXT_A, TEXT_B, side_of
from ui.widgets.language import heard, tr

_SOON_MS, _PATTERN_MS = 60, 300
_PATIENCE = 10.0
"""Seconds that a pattern of the person's own may take, the start of its process with it."""
_TITLE = said("Finding")
Found = Mapping[int, tuple[Hit, ...]]


@dataclass(frozen=True, slots=True)
class _Order:
    """What is looked for, in which tracks."""

    wish: Wish
    by: str | None
    tracks: Mapping[int, Track]

    def is_of(self, other: _Order | None) -> bool:
        """Whether what was found for the other holds for this."""
        if other is None or (self.wish, self.by) != (other.wish, other.by):
            return False
        same = self.tracks.keys() == other.tracks.keys()
        return same and all(self.tracks[side] is other.tracks[side] for side in self.tracks)


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place as the grid has it: from the top, the first language first."""

    row: int
    side: int
    start: int
    cue_id: int


class Replacing(QObject):
    """Works for a bar on the tracks of a desk."""

    def __init__(self, desk: Desk, session: Session, jobs: Jobs, notices: Notices) -> None:
        super().__init__(desk.grid)
        self._desk, self._session, self._jobs, self._notices = desk, session, jobs, notices
        self.bar = FindBar()
        self._order: _Order | None = None
        self._found: Found = {}
        self._spots: list[Spot] = []
        self._at: Spot | None = None
        self._then: Spot | None = None
        """From here on to the next place, once it is known where they are now."""
        self._job: Job | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._look)
        self.bar.wished.connect(self._look_soon)
        self.bar.moved.connect(self.step)
        self.bar.one_wanted.connect(self._replace_one)
        self.bar.all_wanted.connect(self._replace_all)
        self.bar.left.connect(self._put_away)

    def commands(self) -> Sequence[Action]:
        """With the keys that Subtitle Edit has for them."""
        there = self._is_there
        return (
            Action(
                "subs-find",
                said("Find in the texts"),
                lambda: self._open(replacing=False),
                "Subtitles",
                ("Ctrl+F",),
                "search",
                "",
                there,
            ),
            Action(
                "subs-replace",
                said("Find and replace"),
                lambda: self._open(replacing=True),
                "Subtitles",
                ("Ctrl+H",),
                enabled=there,
            ),
            Action(
                "subs-found-next",
                said("Next place found"),
                lambda: self.step(1),
                "Subtitles",
                ("F3",),
                enabled=there,
            ),
            Action(
                "subs-found-before",
                said("Place found before"),
                lambda: self.step(-1),
                "Subtitles",
                ("Shift+F3",),
                enabled=there,
            ),
        )

    def _is_there(self) -> bool:
        return self._desk.track(0) is not None

    def _open(self, *, replacing: bool) -> None:
        self._desk.grid.settle()
        self.bar.open("", replacing=replacing)

    def follow(self) -> None:
        """The tracks or the rows on view are others."""
        self.bar.show_scopes(self._desk.model.view.titles)
        if not self.bar.isHidden():
            self._look_soon()

    # -- looking --------------------------------------------------------------------------

    def _wanted(self) -> _Order:
        there = ((side, self._desk.track(side)) for side in self.bar.sides)
        return _Order(
            self.bar.wish,
            self.bar.by,
            {side: track for side, track in there if track is not None},
        )

    def _look_soon(self) -> None:
        self._soon.start(_PATTERN_MS if self.bar.wish.regex else _SOON_MS)

    def _look(self) -> None:
        order = self._wanted()
        if self._job is not None:
            self._job.cancel()
        if order.is_of(self._order):
            self._show(order, self._found)
        elif not order.wish.pattern or not order.tracks:
            self._show(order, {})
        else:
            self._do(order)

    def _do(self, order: _Order) -> None:
        try:
            if order.wish.regex:
                check(order.wish, order.by)
                self._look_behind(order)
            else:
                self._show(order, search(order.tracks, order.wish, order.by))
        except StudioError as error:
            self._show_fault(order, error)

    def _look_behind(self, order: _Order) -> None:
        """A pattern may take for ever: in a process that can be ended."""
        self.bar.show_count(tr("Finding…"), can=False)
        job = self._jobs.start(_TITLE, _searched, order, quiet=True)
        self._job = job

        def is_last() -> bool:
            return self._job is job

        def took(found: Found) -> None:
            if is_last():
                self._show(order, found)

        def failed(error: Exception) -> None:
            if is_last() and isinstance(error, StudioError):
                self._show_fault(order, error)

        job.done.connect(while_there(self, took))
        job.failed.connect(while_there(self, failed))
        job.ended.connect(while_there(self, lambda: self._ended(job)))

    def _ended(self, job: Job) -> None:
        if self._job is job:
            self._job = None

    # -- showing --------------------------------------------------------------------------

    def _show(self, order: _Order, found: Found) -> None:
        self._order, self._found = order, found
        row_of = self._desk.model.row_of
        self._spots = sorted(
            Spot(row_of(side, hit.cue_id), side, hit.start, hit.cue_id)
            for side, hits in found.items()
            for hit in hits
        )
        if self._at not in self._spots:
            self._at = None
        self._mark()
        then, self._then = self._then, None
        if then is not None and self._spots:
            self._go(self._spots[bisect_right(self._spots, then) % len(self._spots)])
        self._tell()

    def _show_fault(self, order: _Order, error: StudioError) -> None:
        self._order, self._found, self._spots, self._at = None, {}, [], None
        self._mark()
        words = tr("This pattern takes too long.") if isinstance(error, ToolFailed) else ""
        self.bar.show_count("", fault=words or heard(in_full(error)), can=False)

    def _tell(self) -> None:
        number = len(self._spots)
        if not self.bar.wish.pattern:
            words = ""
        elif not number:
            words = tr("Nothing found")
        elif self._at is None:
            words = heard(counted(number, "place"))
        else:
            place = bisect_left(self._spots, self._at) + 1
            words = tr("{place} of {number}", place=f"{place:,}", number=f"{number:,}")
        self.bar.show_count(words, can=number > 0 and self.bar.by is not None)

    def _mark(self) -> None:
        marks: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for side, hits in self._found.items():
            for hit in hits:
                marks.setdefault((side, hit.cue_id), []).append((hit.start, hit.stop))
        self._desk.grid.show_marks(marks)

    def _put_away(self) -> None:
        self._soon.stop()
        if self._job is not None:
            self._job.cancel()
        self._order, self._found, self._spots, self._at = None, {}, [], None
        self._mark()
        self._desk.grid.setFocus()

    # -- going and replacing --------------------------------------------------------------

    def step(self, by: int) -> None:
        """To the next place (1), the one before (-1); after the last comes the first."""
        if self.bar.isHidden():
            self._open(replacing=False)
            return
        if self._soon.isActive():
            self._soon.stop()
            self._look()
        if not self._spots:
            return
        here = self._here()
        before = bisect_left(self._spots, here) - 1
        place = bisect_right(self._spots, here) if by > 0 else before
        self._go(self._spots[place % len(self._spots)])

    def _here(self) -> Spot:
        """The place that was gone to, else the cell where the person is, before its text."""
        index = self._desk.grid.currentIndex()
        row, side = max(0, index.row()), side_of(index.column())
        if self._at is not None and (self._at.row, self._at.side) == (row, side):
            return self._at
        return Spot(row, side, -1, -1)

    def _go(self, spot: Spot) -> None:
        self._at = spot
        self._desk.grid.go_to(spot.row, TEXT_B if spot.side else TEXT_A)
        self._tell()

    def _replace_one(self) -> None:
        """The place that was gone to; where there is none, only go to the next."""
        at = self._at
        if at is None or not self._is_fresh():
            self.step(1)
            return
        hits = [
            hit
            for hit in self._found.get(at.side, ())
            if (hit.cue_id, hit.start) == (at.cue_id, at.start)
        ]
        after = at.start + len(hits[0].instead or "") if hits else at.start
        if self._apply({at.side: hits}, at):
            # Behind what stands there now, which may hold the same word again.
            self._then = Spot(at.row, at.side, after - 1, at.cue_id)
            self._look()

    def _replace_all(self) -> None:
        if not self._is_fresh() or not self._spots:
            return
        number = len(self._spots)
        cues = len({(spot.side, spot.cue_id) for spot in self._spots})
        if self._apply(self._found, self._spots[0]):
            self._look()
            self._notices.say(
                said(
                    "Replaced {places} in {cues}.",
                    places=counted(number, "place"),
                    cues=counted(cues, "cue"),
                )
            )

    def _is_fresh(self) -> bool:
        """Whether what was found is of the texts as they are now; else it is looked for again."""
        if self._wanted().is_of(self._order):
            return True
        self._look()
        return self._wanted().is_of(self._order)

    def _apply(self, found: Mapping[int, Sequence[Hit]], at: Spot) -> bool:
        film, languages = self._desk.film_id, self._desk.languages
        cues = {(side, hit.cue_id) for side, hits in found.items() for hit in hits}
        edit = _edit(film, {languages[side]: hits for side, hits in found.items()})
        label = said("Replace in {cues}", cues=counted(len(cues), "cue"))
        focus = ("subs", film, languages[at.side], at.cue_id)
        try:
            self._session.apply(label, edit, focus=focus)
        except StudioError as error:
            self._notices.failed(error)
            return False
        return True


def _edit(film: str, found: Mapping[str, Sequence[Hit]]) -> Callable[[Project], Project]:
    def edit(project: Project) -> Project:
        for language, hits in found.items():
            track = project.tracks[film, language]
            new = replaced(track, hits)
            if new is not track:
                project = project.with_track(film, new)
        return project

    return edit


def _searched(order: _Order, progress: Progress) -> Found:
    return in_child(
        search, order.tracks, order.wish, order.by, progress=progress, seconds=_PATIENCE
    )
