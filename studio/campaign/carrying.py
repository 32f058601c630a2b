"""Files copied from one place to another, each proved to have arrived as it was."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from studio.core.errors import CannotRead, CannotWrite, os_words
from studio.core.files import sha256
from studio.core.progress import Progress, Span
from studio.core.said import said
from studio.core.words import size_words

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
