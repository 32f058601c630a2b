"""A project on disk: the campaign file, its tracks, links and marks, read and saved together."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import tomlkit

from studio.campaign.adding import free_id, title_of
from studio.campaign.document import Campaign, FilmEntry, TrackEntry
from studio.campaign.file import NAME, campaign_text, load_campaign
from studio.campaign.links import links_bytes, links_files, read_links
from studio.campaign.project import Links, Marks, PairKey, Project, TrackForm, TrackKey
from studio.campaign.reviewing import read_reviews, review_bytes, review_path
from studio.campaign.versions import KEPT as KEPT
from studio.campaign.versions import Then, Version, keep_version
from studio.core.errors import BadValue, CannotRead, CannotWrite, StudioError, in_full
from studio.core.files import inside, read_text, sha256, write_together
from studio.core.plain import parse_toml, structure, unstructure
from studio.core.said import joined, said
from studio.subs.cue import Track
from studio.subs.reading import Reading, read_track
from studio.subs.review import Review
from studio.subs.writing import composed, encoded, format_for


@dataclass(frozen=True, slots=True)
class Opened:
    """A project as read; `path` is None for one that was never saved.

    `problems` says what could not be read and what was repaired, in words. `seen` is the SHA-256
    of each file as it was read, by its path relative to the folder.
    """

    project: Project
    path: Path | None
    folder: Path
    problems: tuple[str, ...] = ()
    seen: Mapping[str, str] = field(default_factory=dict)


def open_project(path: Path, *, outside: bool = False) -> Opened:
    """Read a campaign with its tracks and marks.

    A track that cannot be read is said among the problems and the rest stands. Raises CannotRead
    or BadValue when the campaign itself is wrong.
    """
    # Before they are read: what is changed meanwhile counts as changed.
    seen = {path.name: fingerprint(path)}
    campaign = load_campaign(path, outside=outside)
    project, problems = _with_files(campaign, lambda one: path.parent / one, seen)
    return Opened(project, path, path.parent, problems, seen)


def open_version(path: Path, version: Version, *, outside: bool = False) -> Opened:
    """A campaign as it lay on disk before the save that made `version`. Raises as open_project."""
    then = Then(path, version)
    seen: dict[str, str] = {}
    campaign = load_campaign(then.locate(path.name), outside=outside, home=path.parent)
    project, problems = _with_files(campaign, then.locate, seen)
    return Opened(project, path, path.parent, problems)


def fingerprint(path: Path) -> str:
    """The SHA-256 of a file; empty while it is not there or cannot be read."""
    try:
        return sha256(path) if path.is_file() else ""
    except CannotRead:
        return ""


def _with_files(
    campaign: Campaign, locate: Callable[[str], Path], seen: dict[str, str]
) -> tuple[Project, tuple[str, ...]]:
    """The project of a campaign whose files lie where `locate` says, and what is to be told."""
    tracks: dict[TrackKey, Track] = {}
    forms: dict[TrackKey, TrackForm] = {}
    marks: dict[str, Marks] = {}
    links: dict[PairKey, Links] = {}
    reviews: dict[TrackKey, Review] = {}
    problems: list[str] = []
    for film in campaign.films:
        for entry in film.tracks:
            seen[entry.file] = fingerprint(locate(entry.file))
            try:
                reading = read_track(locate(entry.file), entry.language, entry.encoding)
            except StudioError as error:
                problems.append(in_full(error))
                continue
            tracks[film.id, entry.language] = reading.track
            forms[film.id, entry.language] = TrackForm(reading.format, reading.encoding)
            problems += _told(entry, reading)
        seen.update((one, fingerprint(locate(one))) for one in links_files(film))
        found, told = read_links(film, tracks, locate)
        links.update(found)
        problems += told
        try:
            seen[marks_path(film)] = fingerprint(locate(marks_path(film)))
            marks.update(_read_marks(locate(marks_path(film)), film))
        except StudioError as error:
            problems.append(in_full(error))
        seen[review_path(film)] = fingerprint(locate(review_path(film)))
        of_film, told = read_reviews(film, tracks, locate)
        reviews.update(of_film)
        problems += told
    return Project(campaign, tracks, forms, marks, links, reviews), tuple(problems)


def _told(entry: TrackEntry, reading: Reading) -> list[str]:
    repairs: list[str] = [
        said("{file}, line {line}: {one}", file=entry.file, line=one.line, one=one.text)
        for one in reading.repairs
    ]
    return repairs + [
        said("{file}, line {line}: not a cue: {one}", file=entry.file, line=one.line, one=one.text)
        for one in reading.dropped
    ]


def marks_path(film: FilmEntry) -> str:
    """Where the marks of a film lie, relative to the campaign."""
    return f"films/{film.id}.marks.toml"


def _read_marks(path: Path, film: FilmEntry) -> dict[str, Marks]:
    if not path.is_file():
        return {}
    marks = structure(parse_toml(read_text(path), str(path)), Marks, str(path))
    # All marks were taken back: as if there had never been any.
    return {film.id: marks} if marks != Marks() else {}


class ChangedOutside(CannotWrite):
    """Files of the campaign were changed by another program since they were read.

    `files` are their paths relative to the campaign. Nothing was written.
    """

    def __init__(self, files: tuple[str, ...]) -> None:
        super().__init__(
            said("{files} was changed by another program.", files=joined(files)),
            hint=said("Load that version, or save over it; what is replaced is kept."),
        )
        self.files = files

    def __reduce__(self) -> tuple[object, ...]:
        return (ChangedOutside, (self.files,))


class WouldLose(CannotWrite):
    """Saving would lose what the format of a track cannot keep; `losses` say so, one a track and
    loss. Nothing was written."""

    def __init__(self, losses: tuple[str, ...]) -> None:
        super().__init__(
            said("Saving would lose something: {losses}", losses=joined(losses, "{first} {rest}")),
            hint=said("Save it in a format that keeps it, or agree to the loss."),
        )
        self.losses = losses

    def __reduce__(self) -> tuple[object, ...]:
        return (WouldLose, (self.losses,))


@dataclass(frozen=True, slots=True)
class Saved:
    """The project as it now lies on disk, and what a format could not keep, in words.

    `seen` is the SHA-256 of each file that was looked at, as `Opened.seen`.
    """

    project: Project
    notes: tuple[str, ...] = ()
    seen: Mapping[str, str] = field(default_factory=dict)


def save_project(
    project: Project,
    path: Path,
    folder: Path,
    before: Project | None,
    seen: Mapping[str, str] | None = None,
    agreed: Collection[str] | None = None,
) -> Saved:
    """Write whatever differs from `before` (None: all), all or nothing; the old versions are kept.

    `folder` is what the sources are relative to now; when the campaign moves they are written
    relative to its new place, and the project that says so is returned. With `seen`, files that
    are not as they were then are not replaced. With `agreed`, no other losses are taken than those:
    WouldLose names all. Raises ChangedOutside, CannotWrite, and BadValue when a source would lie
    outside the campaign's folder.
    """
    if path.parent.resolve() != folder.resolve():
        project = moved(project, folder, path.parent)
        before = seen = None
    files, notes = _changed_files(project, path, before)
    if agreed is not None and not set(notes) <= set(agreed):
        raise WouldLose(notes)
    now = {one: fingerprint(one) for one in files}
    new = {one: hashlib.sha256(data).hexdigest() for one, data in files.items()}
    files = {one: data for one, data in files.items() if now[one] != new[one]}
    names = {one: one.relative_to(path.parent).as_posix() for one in new}
    if seen is not None:
        # A track that was added since is not among them: the person chose it as it is.
        known = [one for one in files if names[one] in seen]
        others = [names[one] for one in known if now[one] not in ("", seen[names[one]])]
        if others:
            raise ChangedOutside(tuple(others))
    keep_version(path, tuple(files))
    write_together(files)
    digests = {names[one]: digest for one, digest in new.items()}
    return Saved(project, notes, {**(seen or {}), **digests})


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
            written = composed(track, format_for(target, form.format))
            files[target] = encoded(written.text, form.encoding, target, track)
            notes += [said("{file}: {loss}", file=entry.file, loss=loss) for loss in written.losses]
        for name, data in links_bytes(project, film, before).items():
            files[inside(path.parent, name, f"films.{film.id}.links")] = data
        marks = project.marks.get(film.id, Marks())
        target = path.parent / marks_path(film)
        old_marks = None if before is None else before.marks.get(film.id, Marks())
        if marks != old_marks and (marks != Marks() or target.exists()):
            files[target] = _marks_text(marks).encode("utf-8")
        for name, data in review_bytes(project, film, before, path.parent).items():
            files[path.parent / name] = data
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


def moved(project: Project, old: Path, new: Path) -> Project:
    """Sources relative to the new place; tracks are written there under the names they had.

    Raises BadValue when a source does not lie in the new folder or below it.
    """
    films = []
    for film in project.campaign.films:
        source = _rebased(film.source, old, new, said("the film “{film}”", film=film.id))
        films.append(replace(film, source=source))
    return project.with_campaign(replace(project.campaign, films=tuple(films)))


def _rebased(relative: str, old: Path, new: Path, what: str) -> str:
    source = (old / relative).resolve()
    home = new.resolve()
    if not source.is_relative_to(home):
        raise BadValue(
            said("{source} ({what}) does not lie in {new}.", source=source, what=what, new=new),
            hint=said("Save the campaign beside its films, or copy the films there first."),
        )
    return Path(os.path.relpath(source, home)).as_posix()


def project_of_films(films: tuple[Path, ...]) -> Opened:
    """A new, unsaved project of film files that lie in one folder or below it.

    Raises BadValue when they have no folder in common.
    """
    if not films:
        raise BadValue(
            said("There is no film to begin with."), hint=said("Choose at least one film.")
        )
    parents = [str(film.resolve().parent) for film in films]
    try:
        folder = Path(os.path.commonpath(parents))
    except ValueError:
        raise BadValue(
            said("These films lie on different disks."),
            hint=said("Put them into one folder first."),
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
