"""What a film file is: its content's SHA-256, taken once and remembered while the file stays."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

from studio.core.errors import CannotRead
from studio.core.files import sha256
from studio.core.progress import SILENT, Progress
from studio.core.said import said
from studio.media.cache import default_cache, key_of
from studio.media.film import Film

_HASH = re.compile(rb"[0-9a-f]{64}")
# A file that was written this recently may be written again within the clock's same tick.
_SETTLED_NS = 2_000_000_000


def content_hash(path: Path, progress: Progress = SILENT) -> str:
    """The SHA-256 of the file as 64 hex digits; remembered by path, size, mtime and inode.

    Raises CannotRead, also when the file changes while it is read.
    """
    before = _stat(path)
    key = _key(path, before)
    cache = default_cache()
    known = cache.get(key)
    if known is not None and _HASH.fullmatch(known):
        return known.decode()
    taken = sha256(path, progress)
    after = _stat(path)
    if _key(path, after) != key:
        raise CannotRead(
            said("{path} changed while it was read.", path=path),
            hint=said("Wait until it is written, then try again."),
        )
    if time.time_ns() - after.st_mtime_ns > _SETTLED_NS:
        cache.put(key, taken.encode())
    return taken


def remember(path: Path, digest: str) -> None:
    """Tell the SHA-256 of a file that this process has written and closed: no other writes it."""
    default_cache().put(_key(path, _stat(path)), digest.encode())


def check_unchanged(film: Film, progress: Progress = SILENT) -> None:
    """Raises CannotRead if the film's file is no longer the one that was probed.

    Costs a look at the file's size and time as long as these stay the same.
    """
    if content_hash(film.path, progress) != film.sha256:
        raise CannotRead(
            said("{film} has changed since it was opened.", film=film.path),
            hint=said("Open the film again."),
        )


def _stat(path: Path) -> os.stat_result:
    try:
        return path.stat()
    except (OSError, ValueError) as error:
        raise CannotRead(
            said("{path} cannot be read any more.", path=path), hint=said("Check the path.")
        ) from error


def _key(path: Path, status: os.stat_result) -> str:
    return key_of(
        "sha256",
        os.fsencode(path.absolute()).hex(),
        status.st_size,
        status.st_mtime_ns,
        status.st_ino,
        status.st_dev,
    )
