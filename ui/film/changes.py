"""What an edit of the campaign changed of all that the Film page shows."""

from __future__ import annotations

from studio.campaign.project import Marks, Project


def films_differ(before: Project, now: Project) -> bool:
    """Whether there are other films, or one is called, found or read otherwise."""
    return _films(before) != _films(now)


def _films(project: Project) -> list[object]:
    films = project.campaign.films
    return [(one.id, one.source, one.title, one.read_as) for one in films]


def captions_differ(before: Project, now: Project) -> bool:
    """Whether a film may be shown with other captions."""
    old, new = before.campaign, now.campaign
    tracks = before.tracks is not now.tracks
    return tracks or (old.markets, old.deliverables) != (new.markets, new.deliverables)


def cuts_differ(before: Marks | None, now: Marks | None) -> bool:
    """Whether cuts were set or taken away by hand."""
    return _cuts(before) != _cuts(now)


def _cuts(marks: Marks | None) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return (marks.added, marks.removed) if marks is not None else ((), ())
