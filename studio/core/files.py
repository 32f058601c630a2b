"""Files that are whole or not there: atomic writes, sets saved together, content hashes."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from studio.core.errors import BadValue, CannotRead, CannotWrite, os_words
from studio.core.progress import SILENT, Progress
from studio.core.said import said
from studio.core.words import size_words

TEXT_LIMIT = 32 * 1024 * 1024
_BLOCK = 4 * 1024 * 1024


@contextlib.contextmanager
def written(path: Path) -> Iterator[Path]:
    """A temporary name beside `path`; on leaving without an error it is synced and takes its place.

    The temporary name keeps the suffix, for writers that look at it. Raises CannotWrite.
    """
    with _beside(path) as part:
        yield part
        try:
            _sync(part)
            _take_place(part, path)
        except OSError as error:
            raise _unwritable(path, error) from error


@contextlib.contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """An empty file beside `path` that is gone afterwards."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(
            prefix=f".{path.stem[:20]}.", suffix=f".part{path.suffix}", dir=path.parent
        )
        os.close(handle)
    except OSError as error:
        raise _unwritable(path, error) from error
    part = Path(name)
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)


def _sync(part: Path) -> None:
    with part.open("rb+") as stream:
        os.fsync(stream.fileno())


def _take_place(part: Path, path: Path) -> None:
    _exchange_for(part, path)
    _sync_folder(path.parent)


def _exchange_for(part: Path, path: Path) -> None:
    # mkstemp makes private files; what is handed on should be as readable as any new file.
    part.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
    part.replace(path)


def _sync_folder(path: Path) -> None:
    if os.name == "posix":
        folder = os.open(path, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _unwritable(path: Path, error: OSError) -> CannotWrite:
    return CannotWrite(
        said("{path} cannot be written: {strerror}.", path=path, strerror=os_words(error)),
        hint=said(
            "Check the folder, its permissions and the room on the disk, or choose another place."
        ),
    )


def laid(path: Path, data: bytes) -> None:
    """Put `data` at `path`, whole or not at all, but not yet synced: it outlives the process at
    once, a power cut only after `synced`. Raises CannotWrite."""
    with _beside(path) as part:
        try:
            part.write_bytes(data)
            _exchange_for(part, path)
        except OSError as error:
            raise _unwritable(path, error) from error


def synced(paths: Iterable[Path]) -> None:
    """Wait until files that were laid, and their folders, are on the disk. Raises CannotWrite."""
    listed = tuple(paths)
    for path in listed:
        try:
            _sync(path)
        except OSError as error:
            raise _unwritable(path, error) from error
    for folder in dict.fromkeys(path.parent for path in listed):
        try:
            _sync_folder(folder)
        except OSError as error:
            raise _unwritable(folder, error) from error


def write_bytes(path: Path, data: bytes) -> None:
    """Put `data` at `path`, whole or not at all. Raises CannotWrite."""
    with written(path) as part:
        try:
            part.write_bytes(data)
        except OSError as error:
            raise _unwritable(path, error) from error


def write_text(path: Path, text: str) -> None:
    """Put `text` at `path` as UTF-8 with the line ends it has. Raises CannotWrite."""
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise CannotWrite(
            said(
                "{path} cannot be written: character {start} is half of one.",
                path=path,
                start=error.start + 1,
            ),
            hint=said("Delete that character."),
        ) from error
    write_bytes(path, data)


def write_together(files: Mapping[Path, bytes]) -> None:
    """Put all files in place, or leave all as they were (but for a machine that stops in between).

    Each is first written and synced beside its place; only then do they take their places, and when
    one of them cannot, those before it are put back. Raises CannotWrite.
    """
    with contextlib.ExitStack() as stack:
        parts = {path: stack.enter_context(_beside(path)) for path in files}
        for path, part in parts.items():
            try:
                part.write_bytes(files[path])
                _sync(part)
            except OSError as error:
                raise _unwritable(path, error) from error
        _exchange(parts, stack)


def _exchange(parts: Mapping[Path, Path], stack: contextlib.ExitStack) -> None:
    done: list[tuple[Path, Path | None]] = []
    try:
        for path, part in parts.items():
            kept = stack.enter_context(_beside(path)) if path.is_file() else None
            if kept is not None:
                shutil.copy2(path, kept)
            _take_place(part, path)
            done.append((path, kept))
    except OSError as error:
        for placed, kept in reversed(done):
            if kept is None:
                placed.unlink(missing_ok=True)
            else:
                kept.replace(placed)
        raise _unwritable(path, error) from error


def read_bytes(path: Path, limit: int = TEXT_LIMIT) -> bytes:
    """The content of a file of at most `limit` bytes. Raises CannotRead."""
    try:
        if path.is_dir():
            raise CannotRead(
                said("{path} is a folder.", path=path), hint=said("Name a file in it.")
            )
        if not path.is_file():
            raise CannotRead(said("{path} is not there.", path=path), hint=said("Check the path."))
        size = path.stat().st_size
        if size > limit:
            raise CannotRead(
                said(
                    "{path} has {size}; the limit for such a file is {limit}.",
                    path=path,
                    size=size_words(size),
                    limit=size_words(limit),
                ),
                hint=said("Is it the right file?"),
            )
        return path.read_bytes()
    except OSError as error:
        raise CannotRead(
            said("{path} cannot be read: {strerror}.", path=path, strerror=os_words(error)),
            hint=said("Check its permissions."),
        ) from error


def read_text(path: Path, limit: int = TEXT_LIMIT) -> str:
    """A UTF-8 file (a BOM is dropped). Raises CannotRead with the place of the first wrong byte."""
    try:
        return read_bytes(path, limit).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CannotRead(
            said("{path} is not UTF-8 (byte {start}).", path=path, start=error.start),
            hint=said("Save it as UTF-8."),
        ) from error


def sha256(path: Path, progress: Progress = SILENT) -> str:
    """The SHA-256 of a file, as hex. Raises CannotRead."""
    try:
        total = max(1, path.stat().st_size)
        digest = hashlib.sha256()
        done = 0
        with path.open("rb") as stream:
            while block := stream.read(_BLOCK):
                digest.update(block)
                done += len(block)
                progress.report(min(1.0, done / total), said("Reading {path}", path=path.name))
        return digest.hexdigest()
    except OSError as error:
        raise CannotRead(
            said("{path} cannot be read: {strerror}.", path=path, strerror=os_words(error)),
            hint=said("Check the path."),
        ) from error


_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


def inside(folder: Path, relative: str, field: str) -> Path:
    """`folder / relative`, refused (BadValue) when it is absolute or leaves the folder.

    Links are followed before judging. `field` names where the path was written.
    """
    plain = relative.replace("\\", "/")
    if not plain or "\x00" in plain or plain.startswith("/") or re.match(r"[A-Za-z]:", plain):
        raise BadValue(
            said(
                "{field}: “{relative}” is not a path inside {folder}.",
                field=field,
                relative=relative,
                folder=folder,
            ),
            hint=said("Write a path relative to the campaign's folder."),
        )
    try:
        target = (folder / plain).resolve()
    except (OSError, RuntimeError, ValueError) as error:
        # Links in a circle, a name longer than the disk takes, half of a character.
        raise BadValue(
            said(
                "{field}: “{relative}” is not a path that can be followed.",
                field=field,
                relative=relative,
            ),
            hint=said("Correct the path."),
        ) from error
    if not target.is_relative_to(folder.resolve()):
        raise BadValue(
            said(
                "{field}: “{relative}” leaves the folder {folder}.",
                field=field,
                relative=relative,
                folder=folder,
            ),
            hint=said("Put the file inside the campaign's folder."),
        )
    return folder / plain


def is_plain_name(name: str) -> bool:
    """Whether `name` can be a file or folder name on Linux, macOS and Windows alike."""
    return (
        0 < len(name) <= 100
        # A name on disk has at most 255 bytes, and outputs put several of these together.
        and len(name.encode("utf-8", "replace")) <= 200
        and not _FORBIDDEN.search(name)
        and not _RESERVED.fullmatch(name)
        and name == name.strip(" .")
    )
