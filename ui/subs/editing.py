"""The edits of the Subtitles page: each is one undoable step on one track of the document."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from studio.campaign.adding import add_track, begun_track
from studio.campaign.project import Project
from studio.core.errors import BadValue, StudioError
from studio.core.time import milliseconds, parse_time
from studio.media.film import Film
from studio.subs import edits
from studio.subs.cue import Cue, Track
from studio.subs.language import canonical
from ui.actions import Action
from ui.notices import Notices
from ui.session import Session
from ui.subs.grid import Grid
from ui.subs.model import OUT, TEXT_B, CueModel

_NEW_MS = 2000
_SHORTEST = 40


class Desk(Protocol):
    """What the edits need to know of the page."""

    @property
    def film_id(self) -> str:
        """The film that is shown."""

    @property
    def languages(self) -> tuple[str, str]:
        """The languages that are shown."""

    @property
    def film(self) -> Film | None:
        """The film itself, None while it is not read."""

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

    def choose(self, film: str, first: str, second: str = "") -> None:
        """Show other tracks."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where the person is: the side, its language, and the cue."""

    side: int
    language: str
    cue: Cue


class Editing:
    """Turns what the hands do into edits of the session's document."""

    def __init__(self, page: QWidget, session: Session, notices: Notices) -> None:
        self._widget = page
        self._session = session
        self._notices = notices
        self._drags = 0

    @property
    def _desk(self) -> Desk:
        return self._widget  # type: ignore[return-value]  # the page is a Desk by shape

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

    def _spot(self) -> _Spot | None:
        desk = self._desk
        index = desk.grid.currentIndex()
        side = 1 if index.column() >= TEXT_B and desk.languages[1] else 0
        cue = desk.model.cue(index.row(), side)
        if cue is None:
            side = 1 - side
            cue = desk.model.cue(index.row(), side)
        return None if cue is None else _Spot(side, desk.languages[side], cue)

    # -- typing and dragging --------------------------------------------------------------

    def type_text(self, side: int, cue_id: int, text: str) -> None:
        """A text was typed."""
        edit = partial(edits.set_text, cue_id=cue_id, text=text)
        self._apply("Edit the text", side, edit, cue_id)

    def type_time(self, place: int, cue_id: int, text: str) -> None:
        """A time was typed; `place` is column × 2 + side."""
        column, side = divmod(place, 2)
        cue = self._cue(side, cue_id)
        film = self._desk.film
        try:
            ms = milliseconds(parse_time(text, film.video.rate if film else None))
        except StudioError as error:
            self._notices.failed(error)
            return
        start, end = (cue.start, ms) if column == OUT else (ms, cue.end)
        self._retime("Type the time", side, cue_id, start, end)

    def _cue(self, side: int, cue_id: int) -> Cue:
        track = self._desk.track(side)
        if track is None:
            raise BadValue("That track is not open.")
        return track.cues[edits.index_of(track, cue_id)]

    def _retime(
        self, label: str, side: int, cue_id: int, start: int, end: int, merge: Hashable = None
    ) -> None:
        self._apply(
            label, side, lambda track: edits.retime(track, cue_id, start, end), cue_id, merge
        )

    def drag(self, side: int, cue_id: int, start: int, end: int) -> None:
        """An edge is being dragged: all of one drag is one step."""
        self._retime("Drag the cue", side, cue_id, start, end, ("drag", self._drags, cue_id))

    def drop(self) -> None:
        """The drag is over; the next one is a step of its own."""
        self._drags += 1

    def set_edge(self, which: int, ms: int) -> None:
        """Set in (0) or out (1) of the current cue."""
        spot = self._spot()
        if spot is None:
            return
        cue = spot.cue
        if which == 0:
            start, end = ms, max(cue.end, ms + _SHORTEST)
        else:
            start, end = min(cue.start, max(0, ms - _SHORTEST)), ms
        self._retime("Set the out" if which else "Set the in", spot.side, cue.id, start, end)

    # -- commands -------------------------------------------------------------------------

    def commands(self) -> Sequence[Action]:
        """With Subtitle Edit's keys where it has them."""

        def there() -> bool:
            return self._spot() is not None

        def begun() -> bool:
            return self._desk.track(0) is not None

        menu = "Subtitles"
        return (
            Action("subs-add", "Add a track…", self.ask_track, menu),
            Action("subs-begin", "Begin a new track…", self.begin_track, menu),
            Action(
                "subs-insert",
                "Insert a cue here",
                self._insert,
                menu,
                ("Alt+Insert", "Ctrl+I"),
                "plus",
                "",
                begun,
            ),
            Action(
                "subs-delete",
                "Delete the cues",
                self._delete,
                menu,
                ("Delete",),
                "trash",
                "",
                there,
            ),
            Action(
                "subs-split",
                "Split the cue here",
                self._split,
                menu,
                ("Ctrl+Alt+V",),
                "split",
                "",
                there,
            ),
            Action(
                "subs-merge",
                "Merge with the next",
                self._merge,
                menu,
                ("Ctrl+Shift+M",),
                "merge",
                "",
                there,
            ),
            Action(
                "subs-in",
                "Set in here",
                lambda: self.set_edge(0, self._desk.now),
                menu,
                ("F11",),
                "",
                "",
                there,
            ),
            Action(
                "subs-out",
                "Set out here",
                lambda: self.set_edge(1, self._desk.now),
                menu,
                ("F12",),
                "",
                "",
                there,
            ),
            Action(
                "subs-earlier",
                "Earlier by 100 ms",
                lambda: self._shift(-100),
                menu,
                ("Alt+Left",),
                "",
                "",
                there,
            ),
            Action(
                "subs-later",
                "Later by 100 ms",
                lambda: self._shift(100),
                menu,
                ("Alt+Right",),
                "",
                "",
                there,
            ),
            Action("subs-sort", "Sort by time", self._sort, menu, (), "", "", begun),
        )

    def _chosen(self, side: int) -> list[int]:
        model = self._desk.model
        cues = (model.cue(row, side) for row in self._desk.grid.chosen_rows())
        return [cue.id for cue in cues if cue is not None]

    def _insert(self) -> None:
        spot = self._spot()
        side = spot.side if spot else 0
        start = self._desk.now
        track = self._desk.track(side)
        if track is None:
            return
        after = min((cue.start for cue in track.cues if cue.start > start), default=start + _NEW_MS)
        end = max(start + _SHORTEST, min(start + _NEW_MS, after))
        made = track.next_id()
        if self._apply("Insert a cue", side, lambda one: edits.insert(one, start, end), made):
            row = self._desk.model.row_of(side, made)
            if row >= 0:
                self._desk.grid.go_to(row, TEXT_B if side else TEXT_B - 1)

    def _delete(self) -> None:
        spot = self._spot()
        if spot is not None:
            chosen = self._chosen(spot.side) or [spot.cue.id]
            self._apply(
                "Delete cues", spot.side, lambda track: edits.delete(track, chosen), spot.cue.id
            )

    def _split(self) -> None:
        spot = self._spot()
        if spot is None:
            return
        cue = spot.cue
        inside = cue.start + _SHORTEST <= self._desk.now <= cue.end - _SHORTEST
        at = self._desk.now if inside else (cue.start + cue.end) // 2
        position = cue.text.find("\n")
        if position < 0:
            position = _middle(cue.text)
        self._apply(
            "Split the cue",
            spot.side,
            lambda track: edits.split(track, cue.id, at, position),
            cue.id,
        )

    def _merge(self) -> None:
        spot = self._spot()
        track = self._desk.track(spot.side) if spot else None
        if spot is None or track is None:
            return
        chosen = self._chosen(spot.side)
        if len(chosen) < 2:
            place = edits.index_of(track, spot.cue.id)
            chosen = [cue.id for cue in track.cues[place : place + 2]]
        self._apply("Merge cues", spot.side, lambda one: edits.merge(one, chosen), spot.cue.id)

    def _shift(self, by: int) -> None:
        spot = self._spot()
        if spot is not None:
            chosen = self._chosen(spot.side) or [spot.cue.id]
            self._apply(
                "Shift cues",
                spot.side,
                lambda track: edits.shift(track, by, chosen),
                spot.cue.id,
                ("shift", spot.side, tuple(chosen)),
            )

    def _sort(self) -> None:
        for side in (0, 1):
            if self._desk.track(side) is not None:
                self._apply("Sort by time", side, edits.sort)

    # -- tracks ---------------------------------------------------------------------------

    def ask_track(self) -> None:
        """Ask for a subtitle file and add it to the film."""
        folder = self._session.folder
        film = self._desk.film_id
        name, _ = QFileDialog.getOpenFileName(
            self._widget,
            "Add a subtitle file",
            str(folder or ""),
            "Subtitles (*.srt *.vtt *.ass *.ssa);;All files (*)",
        )
        if not name or folder is None or not film:
            return
        path = Path(name)
        try:
            self._session.apply(
                f"Add {path.name}", lambda project: add_track(project, folder, path, film)
            )
        except (StudioError, OSError) as error:
            self._notices.failed(error)

    def begin_track(self) -> None:
        """Ask for a language and begin an empty track in it."""
        film = self._desk.film_id
        text, said = QInputDialog.getText(
            self._widget, "Begin a new track", "Language, such as zh-Hans, en, ja or ko:"
        )
        if not said or not text.strip() or not film:
            return
        try:
            language = canonical(text.strip())
            self._session.apply(
                f"Begin a track in {language}", lambda p: begun_track(p, film, language)
            )
        except StudioError as error:
            self._notices.failed(error)
            return
        self._desk.choose(film, language, self._desk.languages[0])


def _middle(text: str) -> int:
    """Where a line is best divided: at the space nearest its middle, else in the middle."""
    half = len(text) // 2
    spaces = [place for place, char in enumerate(text) if char == " "]
    return min(spaces, key=lambda place: abs(place - half), default=half)
