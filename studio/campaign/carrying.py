"""Files copied from one place to another, each proved to have arrived as it was."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from studio.core.errors import BadValue, CannotRead, CannotWrite, os_words
from studio.core.files import sha256, written
from studio.core.progress import SILENT, Progress, Span
from studio.core.said import said
from studio.core.words import size_words

FILMS, SUBTITLES, REEL = "films", "subtitles", "reel"
"""The folders in a campaign's folder that files from elsewhere are copied to."""
_BLOCK = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Carried:
    """What arrived: bytes and SHA-256."""

    size: int
    sha256: str


def pour(source: Path, into: Callable[[bytes], object], progress: Progress) -> Carried:
    """Hand a file's bytes to `into`, block by block. Raises CannotRead; what `into` raises passes.

    A file that grows or shrinks meanwhile is refused.
    """
    digest = hashlib.sha256()
    done = 0
    try:
        stream = source.open("rb")
        total = source.stat().st_size
    except OSError as error:
        raise _unreadable(source, error) from error
    with stream:
        while block := _block(source, stream.read):
            digest.update(block)
            into(block)
            done += len(block)
            progress.report(
                min(1.0, done / max(1, total)), said("Copying {file}", file=source.name)
            )
    if done != total:
        raise CannotRead(
            said("{file} changed while it was copied.", file=source),
            hint=said("Wait until it is written, then try again."),
        )
    return Carried(done, digest.hexdigest())


def _block(source: Path, read: Callable[[int], bytes]) -> bytes:
    try:
        return read(_BLOCK)
    except OSError as error:
        raise _unreadable(source, error) from error


def _unreadable(source: Path, error: OSError) -> CannotRead:
    return CannotRead(
        said("{file} cannot be read: {reason}.", file=source, reason=os_words(error)),
        hint=said("Check that it is there, and its permissions."),
    )


def carry(source: Path, target: Path, progress: Progress) -> Carried:
    """Copy a file and read the copy again. Raises CannotRead, CannotWrite.

    `target` is the caller's part file; it is not removed here.
    """
    try:
        with target.open("wb") as stream:
            carried = pour(source, stream.write, Span(progress, 0, 0.6))
    except OSError as error:
        raise unwritable(target, error) from error
    if sha256(target, Span(progress, 0.6, 1)) != carried.sha256:
        raise CannotWrite(
            said("{file} did not arrive as it was.", file=target),
            hint=said("The disk may be failing; try another place."),
        )
    return carried


def unwritable(target: Path, error: OSError) -> CannotWrite:
    """The error that tells a person about an OSError while writing."""
    return CannotWrite(
        said("{file} cannot be written: {reason}.", file=target, reason=os_words(error)),
        hint=said("Check the folder, its permissions and the room on the disk."),
    )


def check_room(place: Path, needed: int) -> None:
    """Raises CannotWrite when the disk of `place` has no room for so many bytes."""
    while not place.exists() and place != place.parent:
        place = place.parent
    free = shutil.disk_usage(place).free
    if free < needed:
        raise CannotWrite(
            said(
                "{place} has room for {free}, and {needed} are needed.",
                place=place,
                free=size_words(free),
                needed=size_words(needed),
            ),
            hint=said("Choose a place on another disk."),
        )


def strangers(folder: Path, paths: Sequence[Path]) -> tuple[Path, ...]:
    """Those of `paths` that do not lie in `folder` or below it."""
    home = folder.resolve()
    return tuple(path for path in paths if not path.resolve().is_relative_to(home))


@contextlib.contextmanager
def brought_in(
    folder: Path, kind: str, paths: Sequence[Path], progress: Progress = SILENT
) -> Iterator[tuple[Path, ...]]:
    """Where `paths` lie for a campaign in `folder`: strangers are copied to `kind` below it.

    One that lies there already with the same content is taken as it is; nothing is overwritten.
    When copying, or what is done with the copies, fails or is stopped, the copies are taken away
    again. Raises BadValue, CannotRead, CannotWrite.
    """
    outside = strangers(folder, paths)
    sizes = {path: path.stat().st_size for path in outside}
    check_room(folder, sum(sizes.values()))
    whole, done = max(1, sum(sizes.values())), 0
    placed: list[Path] = []
    with contextlib.ExitStack() as undo:
        for path in paths:
            if path not in sizes:
                placed.append(path)
                continue
            span = Span(progress, done / whole, (done + sizes[path]) / whole)
            placed.append(_copied(path, folder / kind / path.name, span, undo))
            done += sizes[path]
        yield tuple(placed)
        undo.pop_all()


def _copied(path: Path, target: Path, progress: Progress, undo: contextlib.ExitStack) -> Path:
    if target.exists():
        if target.is_file() and sha256(target) == sha256(path, progress):
            return target
        raise BadValue(
            said("{file} is already there.", file=target),
            hint=said("Rename one of the two files."),
        )
    if not target.parent.exists():
        undo.callback(remove_empty, target.parent)
    with written(target) as part:
        carry(path, part, progress)
    undo.callback(target.unlink, missing_ok=True)
    return target


def remove_empty(folder: Path) -> None:
    """Take a folder away that was made for files which have gone again."""
    # Another program may have put something there meanwhile; then it stays.
    with contextlib.suppress(OSError):
        folder.rmdir()
