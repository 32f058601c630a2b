"""What can go wrong, said so that a person can act on it.

StudioError
├── CannotRead       a file is missing, damaged, too large or of an unknown kind
├── CannotWrite      the output cannot be put there
├── BadValue         a setting, preset, argument or document field is out of bounds
├── ToolFailed       a library, an encoder or a child process ended badly
└── Missing          a part of the installation is not there
"""

from __future__ import annotations

import errno
import traceback
from dataclasses import dataclass


class StudioError(Exception):
    """`str(error)` is the message; `hint` says what to do next; the cause stays chained."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        # Errors cross process borders; the keyword would be lost by the default pickling.
        return (_rebuild, (type(self), str(self), self.hint))


def _rebuild(kind: type[StudioError], message: str, hint: str) -> StudioError:
    return kind(message, hint=hint)


class CannotRead(StudioError):
    """A file is missing, damaged, too large or of an unknown kind."""


class CannotWrite(StudioError):
    """The output cannot be put where it was asked for."""


class BadValue(StudioError):
    """A setting, preset, argument or document field is out of bounds."""


class ToolFailed(StudioError):
    """A library, an encoder or a child process ended badly."""


class Missing(StudioError):
    """A part of the installation is not there."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What a person is shown of an error: by the terminal, the window and the reports alike."""

    title: str
    text: str
    hint: str = ""
    details: str = ""


_OS_HINTS = {
    errno.ENOSPC: "Make room on that disk, or write to another one.",
    errno.EACCES: "Check who owns it and its permissions, or choose another place.",
    errno.EPERM: "Check who owns it and its permissions, or choose another place.",
    errno.EROFS: "The disk is read-only; choose another place.",
    errno.ENOENT: "Check the path.",
    errno.EISDIR: "Name a file, not a folder.",
    errno.ENOTDIR: "Name a folder, not a file.",
    errno.ENAMETOOLONG: "Use a shorter name.",
}


def explain(error: BaseException) -> Notice:
    """The notice that tells a person about `error`; the unexpected carries its traceback."""
    if isinstance(error, StudioError):
        return Notice("Cannot do that", str(error), error.hint)
    if isinstance(error, MemoryError):
        return Notice(
            "Out of memory",
            "There is not enough memory for this.",
            "Close other programs, or use a smaller size.",
        )
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        text = f"{where}{error.strerror or error}"
        return Notice("Cannot do that", text, _OS_HINTS.get(error.errno or 0, ""))
    details = "".join(traceback.format_exception(error))
    return Notice(
        "Something unexpected happened",
        f"{type(error).__name__}: {error}",
        "This is a fault in Lobbycard. Please report it with the details.",
        details,
    )
