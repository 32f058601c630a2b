"""A project on disk: the campaign file, its tracks and its marks, read and saved together."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import tomlkit

from studio.campaign.adding import free_id, title_of
from studio.campaign.document import Campaign, FilmEntry
from studio.campaign.file import NAME, campaign_text, load_campaign
from studio.campaign.project import Marks, Project, TrackForm, TrackKey
from studio.core.errors import BadValue, CannotRead, StudioError
from studio.core.files import inside, read_bytes, read_text, write_together
from studio.core.plain import parse_toml, structure, unstructure
from studio.subs.cue import Track
from studio.subs.reading import encoded, format_for, read_track

KEPT = ".lobbycard"
"""The folder beside the campaign that is never needed to read it."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A project as read; `path` is None for one that was never saved.

    `problems` says what could not be read and what was repaired, in words.
    """

    project: Project
    path: Path | None
    folder: Path
    problems: tuple[str, ...] = ()


def open_project(path: Path, *, outside: bool = False) -> Opened:
    """Read a campaign with its tracks and marks.

    A track that cannot be read is said among the problems and the rest stands. Raises CannotRead
    or BadValue when the campaign itself is wrong.
    """
    campaign = load_campaign(path, outside=outside)
    folder = path.parent
    tracks: dict[TrackKey, Track] = {}
    forms: dict[TrackKey, TrackForm] = {}
    marks: dict[str, Marks] = {}
    problems: list[str] = []
    for film in campaign.films:
        for entry in film.tracks:
            try:
                reading = read_track(folder / entry.file, entry.language, entry.encoding)
            except StudioError as error:
                problems.append(f"{error} {error.hint}".strip())
                continue
            tracks[film.id, entry.language] = reading.track
            forms[film.id, entry.language] = TrackForm(reading.format, reading.encoding)
            problems += [f"{entry.file}, line {one.line}: {one.text}" for one in reading.repairs]
            problems += [
                f"{entry.file}, line {one.line}: not a cue: {one.text}" for one in reading.dropped
            ]
        try:
            marks.update(_read_marks(folder, film))
        except StudioError as error:
            problems.append(f"{error} {error.hint}".strip())
    return Opened(Project(campaign, tracks, forms, marks), path, folder, tuple(problems))


def marks_path(film: FilmEntry) -> str:
    """Where the marks of a film lie, relative to the campaign."""
    return f"films/{film.id}.marks.toml"


def _read_marks(folder: Path, film: FilmEntry) -> dict[str, Marks]:
    path = folder / marks_path(film)
    if not path.is_file():
        return {}
    return {film.id: structure(parse_toml(read_text(path), str(path)), Marks, str(path))}


@dataclass(frozen=True, slots=True)
class Saved:
    """The project as it now lies on disk, and what a format could not keep, in words."""

    project: Project
    notes: tuple[str, ...] = ()


def save_project(project: Project, path: Path, folder: Path, before: Project | None) -> Saved:
    """Write whatever differs from `before` (None: all), all or nothing; the old versions are kept.

    `folder` is what the sources are relative to now; when the campaign moves they are written
    relative to its new place, and the project that says so is returned. Raises CannotWrite, and
    BadValue when a source would lie outside the campaign's folder.
    """
    if path.parent.resolve() != folder.resolve():
        project = _moved(project, folder, path.parent)
        before = None
    files, notes = _changed_files(project, path, before)
    _keep_versions(path.parent, files)
    write_together(files)
    return Saved(project, notes)


def _changed_files(
    project: Project, path: Path, before: Project | None
) -> tuple[dict[Path, bytes], tuple[str, ...]]:
    files: dict[Path, bytes] = {}
    notes: list[str] = []
    old = _text_of(path)
    if before is None or before.campaign != project.campaign or not old:
        files[path] = campaign_text(project.campaign, old).encode("utf-8")
    for film in project.campaign.films:
        for entry in film.tracks:
            key = film.id, entry.language
            track = project.tracks.get(key)
            if track is None or (before is not None and before.tracks.get(key) is track):
                continue
            target = inside(path.parent, entry.file, f"films.{film.id}.tracks")
            form = project.forms.get(key, TrackForm("srt", "utf-8"))
            written = format_for(target, form.format).write(track)
            files[target] = encoded(written.text, form.encoding, target, track)
            notes += [f"{entry.file} was saved without {loss}." for loss in written.losses]
        marks = project.marks.get(film.id)
        if marks is not None and (before is None or before.marks.get(film.id) != marks):
            files[path.parent / marks_path(film)] = _marks_text(marks).encode("utf-8")
    return files, tuple(notes)


def _text_of(path: Path) -> str:
    """The campaign's file as it lies there; one that is no text (any more) is written anew."""
    try:
        return read_text(path) if path.is_file() else ""
    except CannotRead:
        return ""


def _marks_text(marks: Marks) -> str:
    data: Mapping[str, object] = unstructure(marks)
    return tomlkit.dumps({key: list(v) if isinstance(v, tuple) else v for key, v in data.items()})


def _keep_versions(folder: Path, files: Mapping[Path, bytes]) -> None:
    """The version before each file that will be replaced, under `.lobbycard/before/`."""
    kept: dict[Path, bytes] = {}
    for path in files:
        if path.is_file():
            name = path.relative_to(folder).as_posix().replace("/", "~")
            kept[folder / KEPT / "before" / name] = read_bytes(path)
    write_together(kept)


def _moved(project: Project, old: Path, new: Path) -> Project:
    """Sources relative to the new place; tracks are written there under the names they had."""
    films = []
    for film in project.campaign.films:
        source = _rebased(film.source, old, new, f"the film “{film.id}”")
        films.append(replace(film, source=source))
    return project.with_campaign(replace(project.campaign, films=tuple(films)))


def _rebased(relative: str, old: Path, new: Path, what: str) -> str:
    source = (old / relative).resolve()
    home = new.resolve()
    if not source.is_relative_to(home):
        raise BadValue(
            f"{source} ({what}) does not lie in {new}.",
            hint="Save the campaign beside its films, or copy the films there first.",
        )
    return Path(os.path.relpath(source, home)).as_posix()


def project_of_films(films: tuple[Path, ...]) -> Opened:
    """A new, unsaved project of film files that lie in one folder or below it.

    Raises BadValue when they have no folder in common.
    """
    if not films:
        raise BadValue("There is no film to begin with.", hint="Choose at least one film.")
    parents = [str(film.resolve().parent) for film in films]
    try:
        folder = Path(os.path.commonpath(parents))
    except ValueError:
        raise BadValue(
            "These films lie on different disks.", hint="Put them into one folder first."
        ) from None
    entries: list[FilmEntry] = []
    for film in films:
        name = free_id(film.stem, frozenset(entry.id for entry in entries))
        source = film.resolve().relative_to(folder).as_posix()
        entries.append(FilmEntry(name, source, {"en": title_of(film)}))
    campaign = Campaign(name=folder.name.replace("-", " ").title(), films=tuple(entries))
    return Opened(Project(campaign), None, folder)


def suggested_path(opened: Opened) -> Path:
    """Where a campaign that was never saved would lie."""
    return opened.path or opened.folder / NAME
