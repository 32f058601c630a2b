"""The reviews of a campaign's tracks on disk: one file a film, its cues found again when read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from studio.campaign.document import FilmEntry
from studio.campaign.project import Project, TrackKey
from studio.core.errors import StudioError, in_full
from studio.core.said import said
from studio.core.words import counted
from studio.subs.cue import Track
from studio.subs.review import (
    SCHEMA,
    Review,
    ReviewFile,
    as_saved,
    found_again,
    load_review,
    review_name,
    review_text,
)


def review_path(film: FilmEntry) -> str:
    """Where the reviews of a film lie, relative to the campaign."""
    return f"subtitles/{review_name(film.id)}"


def read_reviews(
    film: FilmEntry, tracks: Mapping[TrackKey, Track], locate: Callable[[str], Path]
) -> tuple[dict[TrackKey, Review], list[str]]:
    """What the file of a film says, its cues found again in `tracks`, and in words what was not.

    A review of a track that is not there stays as it is; a file that cannot be read is told.
    """
    reviews: dict[TrackKey, Review] = {}
    problems: list[str] = []
    path = locate(review_path(film))
    try:
        read = load_review(path).reviews if path.is_file() else ()
    except StudioError as error:
        return {}, [in_full(error)]
    for one in read:
        key = film.id, one.language
        track = tracks.get(key)
        again = found_again(one, track) if track is not None else None
        reviews[key] = one if again is None else again.review
        if again is not None and again.lost:
            problems.append(
                said(
                    "{file}: {cues} of {language} that had a state or a note are gone; what was"
                    " said of them is kept.",
                    file=review_path(film),
                    cues=counted(len(again.lost), "cue"),
                    language=one.language,
                )
            )
    return reviews, problems


def review_bytes(
    project: Project, film: FilmEntry, before: Project | None, folder: Path
) -> dict[str, bytes]:
    """The file of a film's reviews, by its place in the campaign's `folder`; nothing where it is
    as it was, or there is nothing to say and no file."""
    if not _changed(project, before, film):
        return {}
    kept = []
    for (of, language), review in sorted(project.reviews.items()):
        if of != film.id or not (review.marks or review.lost):
            continue
        track = project.tracks.get((of, language))
        kept.append(as_saved(review, track) if track is not None else review)
    name = review_path(film)
    if not kept and not (folder / name).exists():
        return {}
    return {name: review_text(ReviewFile(SCHEMA, tuple(kept))).encode("utf-8")}


def _changed(project: Project, before: Project | None, film: FilmEntry) -> bool:
    """Whether the file of a film's reviews may be another than before: reviews or their tracks
    changed."""
    if before is None:
        return True
    keys = {key for key in (*project.reviews, *before.reviews) if key[0] == film.id}
    return any(
        project.reviews.get(key) is not before.reviews.get(key)
        or project.tracks.get(key) is not before.tracks.get(key)
        for key in keys
    )
