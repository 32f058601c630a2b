"""A new edit of a film in place of the old one: what was picked and marked goes along with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from studio.campaign.document import FilmEntry, PosterEntry, StillRef, picked
from studio.campaign.project import Marks, Project
from studio.conform.conform import Conformed, FoundFrame
from studio.core.errors import BadValue
from studio.core.said import said
from studio.core.time import clock, parse_time
from studio.media.film import Film

Kind = Literal["still", "star", "rejection", "added cut", "removed cut"]


@dataclass(frozen=True, slots=True)
class Carried:
    """Something that a person decided about the old edit, and where it is in the new one.

    `poster` names the poster of a still, else it is empty. `old` and `new` are seconds from the
    first frame; `new` is None and `confidence` 0 for what is gone.
    """

    kind: Kind
    poster: str
    old: Fraction
    new: Fraction | None
    confidence: float = 0.0

    @property
    def state(self) -> Literal["kept", "moved", "gone"]:
        """Kept: it is at the time where it was."""
        if self.new is None:
            return "gone"
        return "kept" if self.new == self.old else "moved"

    @property
    def text(self) -> str:
        """What it is, in words."""
        if self.kind == "still":
            return said("Still of “{poster}”", poster=self.poster)
        return {
            "star": said("Star"),
            "rejection": said("Rejection"),
            "added cut": said("Added cut"),
            "removed cut": said("Removed cut"),
        }[self.kind]


@dataclass(frozen=True, slots=True)
class ReEdit:
    """The project with the new edit, and what became of each decision, in order of old time.

    Stills that are gone stay in the document as they were, so that nothing shows another picture
    unasked; marks that are gone are only in `carried` (and in the project before).
    """

    project: Project
    carried: tuple[Carried, ...]

    @property
    def gone(self) -> tuple[Carried, ...]:
        """What is not in the new edit."""
        return tuple(one for one in self.carried if one.state == "gone")


def decided_frames(project: Project, film_id: str, old: Film) -> tuple[int, ...]:
    """The PTS of all frames of `old` that stills, stars and rejections name, in order.

    To be found again by `studio.conform.stills.find_stills`.
    """
    entry = project.campaign.film(film_id)
    stills = (_pts_of(poster.still, old) for poster in entry.posters)
    marks = _marks(project, film_id, old)
    listed = (*(one for one in stills if one is not None), *marks.stars, *marks.rejected)
    return tuple(sorted(set(listed)))


def edits_named(project: Project, film_id: str) -> tuple[str, ...]:
    """The SHA-256 of every edit that the marks and the stills of a film name, each once."""
    marks = project.marks.get(film_id, Marks())
    stills = (poster.still.sha256 for poster in project.campaign.film(film_id).posters)
    return tuple(dict.fromkeys(one for one in (marks.sha256, *stills) if one))


def re_edited(
    project: Project,
    film_id: str,
    source: str,
    conformed: Conformed,
    frames: Mapping[int, FoundFrame | None],
) -> ReEdit:
    """The project in which `film_id` is the new edit, at `source` (relative to the campaign).

    `frames` says where the `decided_frames` are. Titles, copy, focus and subtitle tracks stay as
    they are; the cues of the tracks are not moved. Raises BadValue.
    """
    entry = project.campaign.film(film_id)
    move = _Move(conformed, frames)
    posters = tuple(move.poster(poster) for poster in entry.posters)
    grown = _with(project, replace(entry, source=source, posters=posters))
    before = project.marks.get(film_id)
    if before is not None and before.sha256 in ("", conformed.old.sha256):
        grown = grown.with_marks(film_id, move.marks(before))
    carried = sorted(move.carried, key=lambda one: (one.old, one.kind, one.poster))
    return ReEdit(grown, tuple(carried))


def _with(project: Project, entry: FilmEntry) -> Project:
    return project.with_campaign(project.campaign.with_film(entry))


def _marks(project: Project, film_id: str, old: Film) -> Marks:
    """The marks on the old edit; marks on yet another one are not looked for."""
    marks = project.marks.get(film_id, Marks())
    return marks if marks.sha256 in ("", old.sha256) else Marks()


def _pts_of(still: StillRef, old: Film) -> int | None:
    """The frame of the old edit that a still names; None while it is open or another edit's."""
    if still.pts is not None:
        return still.pts if still.sha256 == old.sha256 else None
    if still.is_open:
        return None
    try:
        return old.pts_of(parse_time(still.text, old.video.rate))
    except BadValue:
        # Whoever makes the poster says so; there is no frame to be found again.
        return None


class _Move:
    """Carries decisions over and notes what became of each."""

    def __init__(self, conformed: Conformed, frames: Mapping[int, FoundFrame | None]) -> None:
        self._made, self._frames = conformed, frames
        self.carried: list[Carried] = []

    def poster(self, poster: PosterEntry) -> PosterEntry:
        """The poster with its still in the new edit; as it was where that is gone."""
        pts = _pts_of(poster.still, self._made.old)
        if pts is None:
            return poster
        found = self._frames.get(pts)
        self._note("still", pts, found, poster.id)
        if found is None:
            return poster
        return replace(poster, still=self._still(poster.still, found))

    def marks(self, marks: Marks) -> Marks:
        """The marks as those of the new edit, without what is gone."""
        return Marks(
            self._made.new.sha256,
            self._listed("star", marks.stars, self._frames),
            self._listed("rejection", marks.rejected, self._frames),
            self._listed("added cut", marks.added, self._cuts(marks.added)),
            self._listed("removed cut", marks.removed, self._joints(marks.removed)),
        )

    def _still(self, still: StillRef, found: FoundFrame) -> StillRef:
        new = self._made.new
        if still.picked:
            return picked(found.pts, new.video.time_base, new.sha256, auto=still.auto)
        # A time that a person wrote stays one; rounded up, or it would be the frame before.
        return StillRef(clock(Fraction(ceil(new.time_of(found.pts) * 1000), 1000)))

    def _listed(
        self, kind: Kind, values: Iterable[int], frames: Mapping[int, FoundFrame | None]
    ) -> tuple[int, ...]:
        kept = set()
        for pts in values:
            found = frames.get(pts)
            self._note(kind, pts, found)
            if found is not None:
                kept.add(found.pts)
        return tuple(sorted(kept))

    def _note(self, kind: Kind, pts: int, found: FoundFrame | None, poster: str = "") -> None:
        old = self._made.old.time_of(pts)
        new = None if found is None else self._made.new.time_of(found.pts)
        sure = 0.0 if found is None else found.confidence
        self.carried.append(Carried(kind, poster, old, new, sure))

    def _cuts(self, values: Iterable[int]) -> dict[int, FoundFrame | None]:
        """A cut goes along with the frame that it stands before."""
        return {pts: self._made.new_frame(pts) for pts in values}

    def _joints(self, values: Iterable[int]) -> dict[int, FoundFrame | None]:
        """That there is no cut holds only while the same two frames meet."""
        return {pts: self._joint(pts) for pts in values}

    def _joint(self, pts: int) -> FoundFrame | None:
        found = self._made.new_frame(pts)
        before = _before(self._made.old_pts, pts)
        there = None if before is None else self._made.new_frame(before)
        if found is None or there is None:
            return None
        return found if _before(self._made.new_pts, found.pts) == there.pts else None


def _before(listed: NDArray[np.int64], pts: int) -> int | None:
    """The PTS of the frame before that at `pts`; None before the first."""
    at = int(np.searchsorted(listed, pts, side="left")) - 1
    return int(listed[at]) if at >= 0 else None
