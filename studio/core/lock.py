"""One writer at a time in a folder: a lock that the system lets go when its process dies."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from studio.core.errors import CannotWrite, os_words
from studio.core.said import said

_TAKEN = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}


@contextlib.contextmanager
def locked(path: Path, who: str) -> Iterator[None]:
    """Hold the lock file `path` (made when missing, never removed) while the block runs.

    Raises CannotWrite when another process holds it, `who` naming that one in the message, or when
    the file cannot be made. Disks that know no locks are taken as they are.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise CannotWrite(
            said(
                "{parent} cannot be written: {strerror}.",
                parent=path.parent,
                strerror=os_words(error),
            ),
            hint=said("Check the folder, its permissions and the room on the disk."),
        ) from error
    try:
        _take(handle, path, who)
        yield
    finally:
        os.close(handle)


def _take(handle: int, path: Path, who: str) -> None:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _TAKEN:
            raise CannotWrite(
                said("{who} is at work in {parent}.", who=who, parent=path.parent.parent),
                hint=said("Wait until it has ended."),
            ) from error
        # ENOLCK, ENOTSUP: some network disks have no locks; refusing them would help nobody.


def is_held(path: Path) -> bool:
    """Whether another process, or another part of this one, holds the lock file `path`.

    A file that cannot be opened counts as held; one that is not there does not.
    """
    if not path.exists():
        return False
    try:
        with locked(path, "") as _:
            return False
    except CannotWrite:
        return True
