"""A campaign with everything it rests on, in one folder or one zip that can go anywhere."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePosixPath

from studio.campaign.brand import files_of
from studio.campaign.carrying import Carried, carry, check_room, pour, unwritable
from studio.campaign.document import Campaign, FilmEntry
from studio.campaign.file import LIMIT, NAME, campaign_text, load_campaign
from studio.campaign.project_file import marks_path
from studio.campaign.reviewing import review_path
from studio.campaign.sources import NAME as KNOWN_NAME
from studio.campaign.sources import Known, known_text, sources
from studio.campaign.versions import KEPT
from studio.core.errors import BadValue, CannotRead, CannotWrite
from studio.core.files import is_plain_name, read_text, written
from studio.core.progress import SILENT, Progress, Span
from studio.core.said import said

SUMS = "SHA256SUMS"
_DATE = (1980, 1, 1, 0, 0, 0)
_MARGIN = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Packed:
    """A file of a package, by its place in it."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Packaged:
    """A package as it was made; `notes` tell what was brought in or renamed, in words."""

    path: Path
    files: tuple[Packed, ...]
    notes: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files)


@dataclass(frozen=True, slots=True)
class _Contents:
    campaign: Campaign
    files: Mapping[str, Path]
    notes: tuple[str, ...]


def package(
    path: Path, target: Path, extras: Mapping[str, Path], progress: Progress = SILENT
) -> Packaged:
    """Collect the campaign of the file `path` into the folder or .zip `target`.

    Sources from outside of its folder are brought in and the campaign says so. `extras` are more
    files by their place in the package, such as presets of the person's own. Every file is read
    again after it was copied; a list of their hashes lies beside them. The same campaign gives the
    same zip. Raises CannotRead (also for every source that is missing), CannotWrite, BadValue.
    """
    campaign = load_campaign(path, outside=True)
    held = _contents(campaign, path.parent, extras)
    text = campaign_text(held.campaign, read_text(path, LIMIT))
    needed = sum(file.stat().st_size for file in held.files.values()) + _MARGIN
    check_room(target.parent, needed)
    if target.suffix.lower() == ".zip":
        files = _into_zip(target, held, text, progress)
    else:
        files = _into_folder(target, held, text, progress)
    return Packaged(target, files, held.notes)


# -- what goes in -------------------------------------------------------------------------------


class _Places:
    """Gives each file its place in the package; a file that is named twice has one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._of: dict[Path, str] = {}
        self._taken = {NAME.casefold(), SUMS.casefold()}
        self.files: dict[str, Path] = {}
        self.notes: list[str] = []

    def place(self, named: str, kind: str) -> str:
        """Where a file that the campaign names will lie; `kind` is the folder for strangers."""
        path = self._folder / named
        real = path.resolve()
        if real in self._of:
            return self._of[real]
        inner = PurePosixPath(named.replace("\\", "/"))
        keeps = not inner.is_absolute() and all(is_plain_name(part) for part in inner.parts)
        name = str(inner) if keeps else f"{kind}/{_portable(real.name)}"
        name = self._free(name)
        self.add(name, path)
        self._of[real] = name
        if name != str(inner):
            self.notes.append(said("{file} was brought in as {name}.", file=str(path), name=name))
        return name

    def add(self, name: str, path: Path) -> None:
        """Give a file this very place."""
        self._taken.add(name.casefold())
        self.files[name] = path

    def _free(self, name: str) -> str:
        place, number = PurePosixPath(name), 2
        while name.casefold() in self._taken:
            name = str(place.with_name(f"{place.stem}-{number}{place.suffix}"))
            number += 1
        return name


def _portable(name: str) -> str:
    kept = "".join(c if c.isalnum() or c in " ._-()" else "-" for c in name).strip(" .-")
    return kept if is_plain_name(kept) else f"file{Path(name).suffix}"


def _contents(campaign: Campaign, folder: Path, extras: Mapping[str, Path]) -> _Contents:
    _refuse_missing(campaign, folder)
    places = _Places(folder)
    films = []
    for film in campaign.films:
        tracks = tuple(
            replace(track, file=places.place(track.file, "subtitles")) for track in film.tracks
        )
        source = places.place(film.source, "films")
        reel = film.reel.moved({name: places.place(name, "reel") for name in film.reel.files})
        films.append(replace(film, source=source, tracks=tracks, reel=reel))
    for name, path in _beside(campaign, folder):
        if name not in places.files:
            places.add(name, path)
    for name, path in extras.items():
        places.add(name, path)
    if any(name.startswith("presets/") for name in extras):
        places.notes.append(
            said("Presets of your own lie in “presets”; put them into Lobbycard's folder there.")
        )
    moved = replace(campaign, films=tuple(films))
    return _Contents(moved, dict(sorted(places.files.items())), tuple(places.notes))


def _refuse_missing(campaign: Campaign, folder: Path) -> None:
    named = [*(one.path for one in sources(campaign)), *files_of(campaign, folder)]
    gone = [name for name in named if not (folder / name).is_file()]
    if gone:
        listed = ", ".join(dict.fromkeys(gone[:8])) + (", …" if len(gone) > 8 else "")
        raise CannotRead(
            said("Missing: {files}.", files=listed),
            hint=said("Find them again with “Relink missing files…” first."),
        )


def _beside(campaign: Campaign, folder: Path) -> Iterator[tuple[str, Path]]:
    """What a person decided about the campaign in files beside it."""
    names = ["approvals.toml", *files_of(campaign, folder)]
    for film in campaign.films:
        names += [marks_path(film), review_path(film), *_links(film, folder)]
    for name in names:
        if (folder / name).is_file():
            yield name, folder / name


def _links(film: FilmEntry, folder: Path) -> Iterator[str]:
    found = sorted((folder / "subtitles").glob("*.links.toml"))
    for path in found:
        if path.name == f"{film.id}.links.toml" or path.name.startswith(f"{film.id}."):
            yield f"subtitles/{path.name}"


# -- the package --------------------------------------------------------------------------------


def _closing(held: Mapping[str, Carried], text: str) -> dict[str, bytes]:
    """The files that are written last: the campaign, what its sources are, and all hashes."""
    films = {name: Known(one.size, one.sha256) for name, one in held.items()}
    made = {
        NAME: text.encode("utf-8"),
        f"{KEPT}/{KNOWN_NAME}": known_text(films).encode("utf-8"),
    }
    sums = {name: one.sha256 for name, one in held.items()}
    sums[NAME] = hashlib.sha256(made[NAME]).hexdigest()
    lines = "".join(f"{digest}  {name}\n" for name, digest in sorted(sums.items()))
    return made | {SUMS: lines.encode("utf-8")}


def _listed(held: Mapping[str, Carried], closing: Mapping[str, bytes]) -> tuple[Packed, ...]:
    files = [Packed(name, one.size, one.sha256) for name, one in held.items()]
    for name, data in closing.items():
        files.append(Packed(name, len(data), hashlib.sha256(data).hexdigest()))
    return tuple(sorted(files, key=lambda file: file.name))


def _spans(files: Mapping[str, Path], progress: Progress) -> Iterator[tuple[str, Path, Span]]:
    """Each file with the part of the whole that its bytes are."""
    sizes = [max(1, path.stat().st_size) for path in files.values()]
    whole, done = sum(sizes), 0
    for (name, path), size in zip(files.items(), sizes, strict=True):
        yield name, path, Span(progress, done / whole, (done + size) / whole)
        done += size


def _into_folder(
    target: Path, held: _Contents, text: str, progress: Progress
) -> tuple[Packed, ...]:
    with _new_folder(target) as part:
        carried: dict[str, Carried] = {}
        for name, path, span in _spans(held.files, progress):
            place = part / name
            _made(place.parent)
            carried[name] = carry(path, place, span)
        closing = _closing(carried, text)
        for name, data in closing.items():
            place = part / name
            _made(place.parent)
            _guarded(place, partial(place.write_bytes, data))
    return _listed(carried, closing)


@contextmanager
def _new_folder(target: Path) -> Iterator[Path]:
    """A folder beside `target` that takes its place once it is whole; else nothing is left."""
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise CannotWrite(
            said("{place} is already there.", place=target),
            hint=said("Choose a folder that is empty or not there yet."),
        )
    _made(target.parent)
    try:
        part = Path(tempfile.mkdtemp(prefix=f".{target.name[:20]}.", dir=target.parent))
    except OSError as error:
        raise unwritable(target, error) from error
    try:
        yield part
        _guarded(target, lambda: _take_place(part, target))
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _take_place(part: Path, target: Path) -> None:
    part.chmod(0o755)
    if target.is_dir():
        target.rmdir()
    part.replace(target)


def _made(folder: Path) -> None:
    _guarded(folder, lambda: folder.mkdir(parents=True, exist_ok=True))


def _guarded(place: Path, act: Callable[[], object]) -> None:
    try:
        act()
    except OSError as error:
        raise unwritable(place, error) from error


def _into_zip(target: Path, held: _Contents, text: str, progress: Progress) -> tuple[Packed, ...]:
    if target.is_dir():
        raise BadValue(said("{place} is a folder.", place=target), hint=said("Name a file."))
    carried: dict[str, Carried] = {}
    with written(target) as part:
        try:
            with zipfile.ZipFile(part, "w", zipfile.ZIP_STORED, strict_timestamps=True) as archive:
                for name, path, span in _spans(held.files, Span(progress, 0, 0.6)):
                    info = _info(name, path.stat().st_size)
                    with archive.open(info, "w", force_zip64=info.file_size > 2**31) as stream:
                        carried[name] = pour(path, stream.write, span)
                closing = _closing(carried, text)
                for name, data in closing.items():
                    archive.writestr(_info(name, len(data)), data)
            files = _listed(carried, closing)
            _verify(part, files, Span(progress, 0.6, 1))
        except OSError as error:
            raise unwritable(target, error) from error
    return files


def _info(name: str, size: int) -> zipfile.ZipInfo:
    # Stored as it is: films do not get smaller, and every version of zlib gives the same bytes.
    info = zipfile.ZipInfo(name, _DATE)
    info.external_attr = 0o100644 << 16
    info.create_system = 3
    info.file_size = size
    return info


def _verify(part: Path, files: Sequence[Packed], progress: Progress) -> None:
    with zipfile.ZipFile(part) as archive:
        whole, done = max(1, sum(file.size for file in files)), 0
        for file in files:
            digest = hashlib.sha256()
            with archive.open(file.name) as stream:
                while block := stream.read(4 * 1024 * 1024):
                    digest.update(block)
                    done += len(block)
                    progress.report(done / whole, said("Checking {file}", file=file.name))
            if digest.hexdigest() != file.sha256:
                raise CannotWrite(
                    said("{file} did not arrive as it was.", file=file.name),
                    hint=said("The disk may be failing; try another place."),
                )
