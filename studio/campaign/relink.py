"""Missing files found again: by their content, else by name with a person's leave."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from studio.campaign.adding import relative_to
from studio.campaign.carrying import FILMS, REEL, SUBTITLES, carry, check_room
from studio.campaign.project import Project, TrackForm
from studio.campaign.sources import Known, Source, expected, sources
from studio.campaign.versions import KEPT
from studio.core.errors import BadValue, CannotRead, StudioError
from studio.core.files import inside, written
from studio.core.progress import SILENT, Progress, Span
from studio.core.said import said
from studio.media.identity import content_hash
from studio.subs.reading import read_track

FILES = 300_000
"""A search stops there: the folder is a whole disk."""


@dataclass(frozen=True, slots=True)
class Gone:
    """A file that the campaign names and that is not there, with what is known of it."""

    source: Source
    known: Known


@dataclass(frozen=True, slots=True)
class Found:
    """Where a missing file may lie. `sure` when its content is the very same; `why` in words."""

    gone: Gone
    path: Path
    sure: bool
    why: str


@dataclass(frozen=True, slots=True)
class Search:
    """What a search came to: the best candidate for each, and what has none."""

    found: tuple[Found, ...]
    lost: tuple[Gone, ...]


def missing(project: Project, folder: Path) -> tuple[Gone, ...]:
    """Every source that is not there; a file that several name is there once."""
    gone: dict[str, Gone] = {}
    for source in sources(project.campaign):
        if source.path not in gone and not (folder / source.path).is_file():
            gone[source.path] = Gone(source, expected(project, folder, source))
    return tuple(gone.values())


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    size: int


def search(gone: Sequence[Gone], place: Path, progress: Progress = SILENT) -> Search:
    """Look for missing files in a folder and all below it: by size, then by hash, then by name.

    Raises CannotRead when the folder cannot be read or holds more files than any campaign's.
    """
    if not place.is_dir():
        raise CannotRead(
            said("{place} is no folder.", place=place), hint=said("Name a folder to search.")
        )
    files = tuple(_files(place, Span(progress, 0, 0.2)))
    hashes = _Hashes(gone, files, Span(progress, 0.2, 1))
    found: list[Found] = []
    lost: list[Gone] = []
    for one in gone:
        candidate = _by_content(one, files, hashes) or _by_name(one, files, hashes)
        if candidate is None:
            lost.append(one)
        else:
            found.append(candidate)
    progress.report(1.0)
    return Search(tuple(found), tuple(lost))


def _files(place: Path, progress: Progress) -> Iterator[_File]:
    count = 0
    for folder, below, names in os.walk(place, followlinks=False):
        # In order, so that the same folder gives the same answer on every disk.
        below[:] = sorted(name for name in below if name != KEPT)
        for name in sorted(names):
            path = Path(folder, name)
            count += 1
            if count > FILES:
                raise CannotRead(
                    said("{place} holds more than {n} files.", place=place, n=f"{FILES:,}"),
                    hint=said("Choose a folder nearer to the films."),
                )
            if count % 500 == 1:
                progress.report(
                    min(0.9, count / 20_000), said("Looking into {place}", place=folder)
                )
            try:
                if path.is_file() and not path.is_symlink():
                    yield _File(path, path.stat().st_size)
            except OSError:
                # It went while we looked, or may not be looked at: then it is not the one.
                continue


class _Hashes:
    """Hashes of candidates, each taken once; what cannot be read has none."""

    def __init__(self, gone: Sequence[Gone], files: Sequence[_File], progress: Progress) -> None:
        self._progress = progress
        self._known: dict[Path, str] = {}
        wanted = {file.path: file.size for one in gone for file in _candidates(one, files)}
        self._total = max(1, sum(wanted.values()))
        self._done = 0

    def of(self, file: _File) -> str:
        """The SHA-256 of a file, empty when it cannot be read."""
        if file.path not in self._known:
            start = min(1.0, self._done / self._total)
            self._done += file.size
            span = Span(self._progress, start, min(1.0, self._done / self._total))
            try:
                self._known[file.path] = content_hash(file.path, span)
            except CannotRead:
                self._known[file.path] = ""
        return self._known[file.path]


def _candidates(gone: Gone, files: Iterable[_File]) -> list[_File]:
    """Files whose content can be the one: of its size, or of its kind; those of its name first."""
    if not gone.known.sha256:
        return []
    wanted = Path(gone.source.path)
    suffix = wanted.suffix.casefold()
    size = gone.known.size
    fit = [f for f in files if (f.size == size if size else f.path.suffix.casefold() == suffix)]
    return sorted(fit, key=lambda file: file.path.name.casefold() != wanted.name.casefold())


def _by_content(gone: Gone, files: Sequence[_File], hashes: _Hashes) -> Found | None:
    for file in _candidates(gone, files):
        if hashes.of(file) == gone.known.sha256:
            return Found(gone, file.path, True, said("The same content."))
    return None


def _by_name(gone: Gone, files: Iterable[_File], hashes: _Hashes) -> Found | None:
    wanted = Path(gone.source.path)
    named = [file for file in files if file.path.name.casefold() == wanted.name.casefold()]
    if not named:
        return None
    best = max(named, key=lambda file: (_alike(file.path, wanted), -len(file.path.parts)))
    if not gone.known.sha256:
        why = said("The same name; what it held was not remembered.")
    else:
        why = said("The same name, but other content.")
    return Found(gone, best.path, False, why)


def _alike(path: Path, wanted: Path) -> int:
    """How many parts at the end of both paths are the same."""
    count = 0
    for one, other in zip(reversed(path.parts), reversed(wanted.parts), strict=False):
        if one.casefold() != other.casefold():
            break
        count += 1
    return count


def bring_in(
    found: Sequence[Found], folder: Path, progress: Progress = SILENT, *, in_place: bool = False
) -> dict[str, str]:
    """The path of each found file as the campaign will write it, by the path it had.

    One that lies outside the campaign's folder is copied to where the missing one was, and the
    copy is proved; with `in_place` it stays, and the campaign will name a place outside of its
    folder. Raises CannotRead, CannotWrite.
    """
    if not in_place:
        outside = [one.path for one in found if not _is_inside(one.path, folder)]
        check_room(folder, sum(path.stat().st_size for path in outside))
    paths: dict[str, str] = {}
    for number, one in enumerate(found):
        span = Span(progress, number / len(found), (number + 1) / len(found))
        paths[one.gone.source.path] = _settled(one, folder, span, in_place=in_place)
    return paths


def _is_inside(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


def _settled(found: Found, folder: Path, progress: Progress, *, in_place: bool) -> str:
    if _is_inside(found.path, folder):
        return relative_to(folder, found.path)
    if in_place:
        return Path(os.path.relpath(found.path.resolve(), folder.resolve())).as_posix()
    name = _place(found, folder)
    with written(folder / name) as part:
        carry(found.path, part, progress)
    return name


def _place(found: Found, folder: Path) -> str:
    """Where the missing file was; beside it under a free name when that cannot be."""
    try:
        inside(folder, found.gone.source.path, "source")
        name = found.gone.source.path.replace("\\", "/")
    except BadValue:
        source = found.gone.source
        kind = SUBTITLES if source.language else REEL if source.around else FILMS
        name = f"{kind}/{found.path.name}"
    place, number = Path(name), 2
    while (folder / name).exists():
        name = place.with_name(f"{place.stem}-{number}{place.suffix}").as_posix()
        number += 1
    return name


def relinked(project: Project, folder: Path, paths: Mapping[str, str]) -> Project:
    """The project with other paths for its sources, by the paths they had.

    A track that was not read so far is read now. Raises CannotRead when it cannot be.
    """
    films = []
    tracks, forms = dict(project.tracks), dict(project.forms)
    for film in project.campaign.films:
        entries = []
        for entry in film.tracks:
            moved = replace(entry, file=paths.get(entry.file, entry.file))
            entries.append(moved)
            key = film.id, entry.language
            if entry.file in paths and key not in tracks:
                reading = read_track(folder / moved.file, entry.language, entry.encoding)
                tracks[key] = reading.track
                forms[key] = TrackForm(reading.format, reading.encoding)
        source = paths.get(film.source, film.source)
        reel = film.reel.moved(paths)
        films.append(replace(film, source=source, tracks=tuple(entries), reel=reel))
    campaign = replace(project.campaign, films=tuple(films))
    return replace(project, campaign=campaign, tracks=tracks, forms=forms)


def readable(found: Found) -> str:
    """Why a found track cannot be read as one; empty when it can, and for films."""
    if not found.gone.source.language:
        return ""
    try:
        read_track(found.path, found.gone.source.language)
    except StudioError as error:
        return str(error)
    return ""
