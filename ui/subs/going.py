"""Where the person is on the Subtitles page: between findings and doubts, with the picture."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from studio.core.said import said
from ui.actions import Action
from ui.notices import Notices
from ui.subs.checking import Place
from ui.subs.footage import Footage
from ui.subs.found import FoundPanel
from ui.subs.grid import Grid
from ui.subs.model import TEXT_A, TEXT_B, CueModel


class Going(QObject):
    """Keeps the row, the film's time and the waveform's cue together."""

    def __init__(
        self, grid: Grid, model: CueModel, found: FoundPanel, footage: Footage, notices: Notices
    ) -> None:
        super().__init__(grid)
        self._grid, self._model, self._found = grid, model, found
        self._footage, self._notices = footage, notices
        grid.moved_to.connect(self._row_changed)
        grid.clicked.connect(lambda _: self._seek_at_rest())
        found.chosen.connect(self._go_to_place)
        footage.moved.connect(self._film_moved)
        footage.wave.picked.connect(self._pick)

    def commands(self) -> Sequence[Action]:
        """From finding to finding, from doubt to doubt, to the picture and back."""
        listed = (
            ("next", said("Next finding"), partial(self._step, 1), ("F8",)),
            ("before", said("Finding before"), partial(self._step, -1), ("Shift+F8",)),
            ("doubt", said("Next doubtful link"), partial(self.step_doubt, 1), ("F7",)),
            (
                "doubt-before",
                said("Doubtful link before"),
                partial(self.step_doubt, -1),
                ("Shift+F7",),
            ),
            ("cue", said("Go to the cue on the picture"), self._go_to_playing, ("Ctrl+J",)),
        )
        own = tuple(
            Action(f"subs-{name}", text, run, "Subtitles", keys, enabled=self._has_rows)
            for name, text, run, keys in listed
        )
        again = Action("subs-seek", said("Show this cue"), self._seek_current, "Play", ("Ctrl+R",))
        return (*own, again)

    def _has_rows(self) -> bool:
        return self._model.rowCount() > 0

    def to_cue(self, side: int, cue_id: int) -> None:
        """Make a cue's text the current cell, where it is shown."""
        row = self._model.row_of(side, cue_id)
        if row >= 0:
            self._grid.go_to(row, TEXT_B if side else TEXT_A)

    def _step(self, by: int) -> None:
        self._grid.settle()
        number = self._grid.currentIndex().row()
        at = row.start if (row := self._model.row(number)) is not None else 0
        self._found.step(by, at, self._model.ids(number))

    def step_doubt(self, by: int) -> None:
        """To the next link that a person should look at, from the last on to the first."""
        self._grid.settle()
        here, count = self._grid.currentIndex().row(), self._model.rowCount()
        for away in range(1, count + 1):
            number = (here + by * away) % count
            row = self._model.row(number)
            if row is not None and row.doubtful and row.first:
                column = max(TEXT_A, self._grid.currentIndex().column())
                self._grid.go_to(number, column)
                self._seek_current()
                return
        self._notices.say(said("No link is doubtful."))

    def _go_to_place(self, place: Place) -> None:
        self.to_cue(place.side, place.cue_id)
        self._seek_current()

    # -- time -----------------------------------------------------------------------------

    def _row_changed(self, row: int) -> None:
        self._footage.wave.show_current(*self._model.ids(row))
        self._seek_at_rest()

    def _seek_at_rest(self) -> None:
        if not self._footage.player.speed:
            self._seek_current()

    def _seek_current(self) -> None:
        row = self._model.row(self._grid.currentIndex().row())
        cue = (row.a or row.b) if row is not None else None
        if cue is not None:
            self._footage.seek_cue(cue)

    def _pick(self, side: int, cue_id: int) -> None:
        """A cue was taken in the waveform: its row is the current one, the film stays."""
        self._grid.moved_to.disconnect(self._row_changed)
        self.to_cue(side, cue_id)
        self._grid.moved_to.connect(self._row_changed)
        row = self._model.row_of(side, cue_id)
        self._footage.wave.show_current(*self._model.ids(row))

    def _film_moved(self, ms: int) -> None:
        row = self._model.row_at(ms + self._footage.half_frame)
        self._grid.show_playing(row, follow=self._footage.player.speed != 0)

    def _go_to_playing(self) -> None:
        row = self._model.row_at(self._footage.now + self._footage.half_frame)
        if row >= 0:
            self._grid.go_to(row, max(TEXT_A, self._grid.currentIndex().column()))
