"""What a person marks on a film: stars and cuts, as pure edits of its marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from studio.campaign.project import Marks, Project


def marks_of(project: Project, film_id: str, sha256: str) -> Marks:
    """The marks of a film as its content is now; marks made on other content do not count."""
    marks = project.marks.get(film_id)
    if marks is None or marks.sha256 not in ("", sha256):
        return Marks(sha256)
    return replace(marks, sha256=sha256)


def star(marks: Marks, pts: int) -> Marks:
    """With a star on the frame, or without the one it had; a star ends a rejection."""
    return replace(
        marks,
        stars=_toggled(marks.stars, pts),
        rejected=tuple(one for one in marks.rejected if one != pts),
    )


def reject(marks: Marks, pts: int) -> Marks:
    """With the frame rejected, or no longer; a rejected frame has no star."""
    return replace(
        marks,
        rejected=_toggled(marks.rejected, pts),
        stars=tuple(one for one in marks.stars if one != pts),
    )


def add_cut(marks: Marks, pts: int) -> Marks:
    """With a cut before the frame, whatever was detected."""
    removed = tuple(one for one in marks.removed if one != pts)
    return replace(marks, added=_with(marks.added, pts), removed=removed)


def remove_cut(marks: Marks, pts: int) -> Marks:
    """Without the cut before the frame, whoever found it: the two shots become one."""
    added = tuple(one for one in marks.added if one != pts)
    return replace(marks, added=added, removed=_with(marks.removed, pts))


def move_cut(marks: Marks, pts: int, to: int) -> Marks:
    """With the cut before the frame `pts`, whoever found it, before the frame `to` instead."""
    return marks if to == pts else add_cut(remove_cut(marks, pts), to)


def join_shots(marks: Marks, cuts: Iterable[int]) -> Marks:
    """Without any of the cuts: all shots that they divide become one."""
    for pts in cuts:
        marks = remove_cut(marks, pts)
    return marks


def as_detected(marks: Marks, first: int, last: int) -> Marks:
    """Without marks on cuts from `first` to `last`: what was detected there stands again."""

    def outside(values: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(one for one in values if not first <= one <= last)

    return replace(marks, added=outside(marks.added), removed=outside(marks.removed))


def star_all(marks: Marks, frames: Iterable[int]) -> Marks:
    """With a star on each of the frames, whatever they had; stars end rejections."""
    starred = {*frames}
    return replace(
        marks,
        stars=tuple(sorted({*marks.stars, *starred})),
        rejected=tuple(one for one in marks.rejected if one not in starred),
    )


def _with(values: tuple[int, ...], pts: int) -> tuple[int, ...]:
    return tuple(sorted({*values, pts}))


def _toggled(values: tuple[int, ...], pts: int) -> tuple[int, ...]:
    return tuple(one for one in values if one != pts) if pts in values else _with(values, pts)
