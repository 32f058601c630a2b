"""What the hands of the Subtitles page need to know of it: the tracks on view, and where one is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from studio.subs.cue import Cue, Track
from ui.subs.grid import Grid
from ui.subs.model import TEXT_A, TEXT_B, CueModel, side_of


class Desk(Protocol):
    """The page as those see it who work on its tracks."""

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
class Spot:
    """Where the person is: the side, its language, the cue, and the cursor in its text or -1."""

    side: int
    language: str
    cue: Cue
    cursor: int = -1


def spot(desk: Desk, cursor: int = -1) -> Spot | None:
    """Where the person is; the other language where the current one has no cue."""
    index = desk.grid.currentIndex()
    side = side_of(index.column()) if desk.languages[1] else 0
    for one in (side, 1 - side):
        cue = desk.model.cue(index.row(), one)
        if cue is not None:
            return Spot(one, desk.languages[one], cue, cursor if one == side else -1)
    return None


def settled(desk: Desk) -> Spot | None:
    """The same, after what is being typed was kept."""
    return spot(desk, desk.grid.settle())


def chosen(desk: Desk, at: Spot) -> list[int]:
    """The ids of the selected cues in the language where the person is."""
    cues = [desk.model.cue(row, at.side) for row in desk.grid.chosen_rows()]
    return [cue.id for cue in cues if cue is not None] or [at.cue.id]


def go_to(desk: Desk, side: int, cue_id: int) -> None:
    """Make a cue's text the current cell, where it is shown."""
    row = desk.model.row_of(side, cue_id)
    if row >= 0:
        desk.grid.go_to(row, TEXT_B if side else TEXT_A)
