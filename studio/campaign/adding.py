"""Adding to a project: films and subtitle tracks, by the files they lie in."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from studio.campaign.carrying import SUBTITLES
from studio.campaign.document import FilmEntry, PosterEntry, TrackEntry
from studio.campaign.project import Project, TrackForm
from studio.core.errors import BadValue
from studio.core.files import is_plain_name
from studio.core.said import said
from studio.subs.cue import Track
from studio.subs.reading import read_track
from studio.subs.review import found_again
from studio.subs.splitting import Split
from studio.subs.writing import writing_encoding


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
    project: Project,
    folder: Path,
    path: Path,
    film_id: str = "",
    language: str = "",
    encoding: str = "",
) -> Project:
    """The project with one more track, read from `path`, in `encoding` where somebody chose one.

    Without `film_id` it goes to the film whose file name it begins with, or to the only film.
    Raises CannotRead, and BadValue when the film or the language cannot be told.
    """
    file = relative_to(folder, path)
    film = project.campaign.film(film_id) if film_id else film_of(project, path)
    reading = read_track(path, language, encoding)
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
    # What undoes a second encoding is done once: the file is written as it was meant.
    way = "/" in encoding
    entry = TrackEntry(spoken, file, "" if way else encoding)
    form = TrackForm(reading.format, writing_encoding(encoding) if way else reading.encoding)
    return _with_entry(project, film, entry, reading.track, form)


def _with_entry(
    project: Project, film: FilmEntry, entry: TrackEntry, track: Track, form: TrackForm
) -> Project:
    """With one more track; what was said of its cues when there was one before is found again."""
    key = film.id, entry.language
    grown = project.with_campaign(
        project.campaign.with_film(replace(film, tracks=(*film.tracks, entry)))
    ).with_track(film.id, track)
    if key in project.reviews:
        grown = grown.with_review(film.id, found_again(project.reviews[key], track).review)
    return replace(grown, forms={**project.forms, key: form})


def add_split(
    project: Project, folder: Path, path: Path, film_id: str, split: Split, form: TrackForm
) -> Project:
    """The project with both languages of a bilingual file as two tracks, each with a file of its
    own, named as `subs split` names them. The bilingual file is not touched.

    Raises BadValue where the film has a track in one of the languages, or both are the same.
    """
    for track in (split.first, split.second):
        film = project.campaign.film(film_id) if film_id else film_of(project, path)
        language = track.language
        if film.track(language) is not None:
            raise BadValue(
                said("“{film}” already has a track in {spoken}.", film=film.id, spoken=language)
            )
        entry = TrackEntry(
            language, _own_file(project, folder, path.stem, f".{language}{path.suffix}")
        )
        project = _with_entry(project, film, entry, track, form)
    return project


def _own_file(project: Project, folder: Path, stem: str, ending: str) -> str:
    """A place below the campaign that no track of it has, and no file yet."""
    taken = {one.file.casefold() for film in project.campaign.films for one in film.tracks}
    file, number = f"{SUBTITLES}/{stem}{ending}", 2
    while file.casefold() in taken or (folder / file).exists():
        file, number = f"{SUBTITLES}/{stem}-{number}{ending}", number + 1
    return file


def film_of(project: Project, path: Path) -> FilmEntry:
    """The film whose file name a file's name begins with, or the only one. Raises BadValue."""
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
