"""Adding to a project: films and subtitle tracks, by the files they lie in."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from studio.campaign.document import FilmEntry, PosterEntry, TrackEntry
from studio.campaign.project import Project, TrackForm
from studio.core.errors import BadValue
from studio.core.files import is_plain_name
from studio.core.said import said
from studio.subs.cue import Track
from studio.subs.reading import read_track


def free_id(wanted: str, taken: frozenset[str]) -> str:
    """An id made of `wanted` that no other has: lower case, letters, figures and hyphens.

    It can be a file name anywhere, and leaves room for what output names put around it.
    """
    words = "".join(c if c.isalnum() else " " for c in wanted).split()
    base = _cut("-".join(words).lower())
    if not is_plain_name(base):
        # Nothing is left, or it is a name that Windows keeps for itself.
        base = f"my-{base}" if base else "untitled"
    # Names that differ by case only are one file on many disks.
    used = {one.casefold() for one in taken}
    name, number = base, 2
    while name.casefold() in used:
        name, number = f"{base}-{number}", number + 1
    return name


def _cut(name: str) -> str:
    """At most 40 letters and 90 bytes."""
    short = name[:40].encode("utf-8")[:90].decode("utf-8", "ignore")
    return short.strip("-")


def title_of(path: Path) -> str:
    """A title guessed from a file name."""
    words = path.stem.replace("_", " ").replace("-", " ").split()
    # Only the first letter: “720p24” and “McCloud” stay as they are.
    return " ".join(word[:1].upper() + word[1:] for word in words)


def relative_to(folder: Path, path: Path) -> str:
    """`path` as a campaign in `folder` writes it. Raises BadValue when it lies elsewhere."""
    full, home = path.resolve(), folder.resolve()
    if not full.is_relative_to(home):
        raise BadValue(
            said(
                "{path} does not lie in the campaign's folder {folder}.", path=path, folder=folder
            ),
            hint=said("Copy it there first, so that the campaign can be moved as one."),
        )
    return Path(os.path.relpath(full, home)).as_posix()


def add_films(project: Project, folder: Path, paths: tuple[Path, ...]) -> Project:
    """The project with more films. Raises BadValue when one lies outside of `folder`."""
    campaign = project.campaign
    films = list(campaign.films)
    for path in paths:
        source = relative_to(folder, path)
        if any(film.source == source for film in films):
            raise BadValue(said("{path} is already in the campaign.", path=path.name))
        name = free_id(path.stem, frozenset(film.id for film in films))
        films.append(FilmEntry(name, source, {"en": title_of(path)}))
    return project.with_campaign(replace(campaign, films=tuple(films)))


def add_track(
    project: Project, folder: Path, path: Path, film_id: str = "", language: str = ""
) -> Project:
    """The project with one more track, read from `path`.

    Without `film_id` it goes to the film whose file name it begins with, or to the only film.
    Raises CannotRead, and BadValue when the film or the language cannot be told.
    """
    file = relative_to(folder, path)
    film = project.campaign.film(film_id) if film_id else _film_of(project, path)
    reading = read_track(path, language)
    spoken = reading.track.language
    if spoken in ("", "und"):
        raise BadValue(
            said("The language of {path} cannot be told.", path=path.name),
            hint=said("Put it into the name, such as film.zh-Hans.srt."),
        )
    if film.track(spoken) is not None:
        raise BadValue(
            said("“{film}” already has a track in {spoken}.", film=film.id, spoken=spoken)
        )
    entry = TrackEntry(spoken, file)
    grown = replace(film, tracks=(*film.tracks, entry))
    forms = {**project.forms, (film.id, spoken): TrackForm(reading.format, reading.encoding)}
    return replace(
        project.with_campaign(project.campaign.with_film(grown)).with_track(film.id, reading.track),
        forms=forms,
    )


def _film_of(project: Project, path: Path) -> FilmEntry:
    films = project.campaign.films
    named = [film for film in films if path.name.startswith(Path(film.source).stem)]
    if named:
        return max(named, key=lambda film: len(film.source))
    if len(films) == 1:
        return films[0]
    raise BadValue(
        said("It cannot be told which film {path} belongs to.", path=path.name),
        hint=said("Name it like the film, or drop it on the film's Subtitles page."),
    )


def add_poster(project: Project, film_id: str, poster: PosterEntry) -> Project:
    """The project with one more poster of a film; its id is made free."""
    film = project.campaign.film(film_id)
    name = free_id(poster.id, frozenset(one.id for one in film.posters))
    return project.with_campaign(project.campaign.with_poster(film_id, replace(poster, id=name)))


def begun_track(project: Project, film_id: str, language: str) -> Project:
    """The project with an empty track. Raises BadValue when there is one in that language."""
    film = project.campaign.film(film_id)
    if film.track(language) is not None:
        raise BadValue(
            said(
                "“{film_id}” already has a track in {language}.", film_id=film_id, language=language
            )
        )
    entry = TrackEntry(language, f"subtitles/{film_id}.{language}.srt")
    campaign = project.campaign.with_film(replace(film, tracks=(*film.tracks, entry)))
    grown = project.with_campaign(campaign).with_track(film_id, Track(language))
    return replace(grown, forms={**grown.forms, (film_id, language): TrackForm("srt", "utf-8")})
