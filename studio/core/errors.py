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

from studio.core.said import Said, said, sentence


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


def in_full(error: StudioError) -> str:
    """Message and hint in one text."""
    if not error.hint:
        return str(error)
    return said("{message} {hint}", message=str(error), hint=error.hint)


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
    severity: str = "error"
    """error: something was not done; warning: it was, but look; hint: good to know."""


_OS_HINTS = {
    errno.ENOSPC: said("Make room on that disk, or write to another one."),
    errno.EACCES: said("Check who owns it and its permissions, or choose another place."),
    errno.EPERM: said("Check who owns it and its permissions, or choose another place."),
    errno.EROFS: said("The disk is read-only; choose another place."),
    errno.ENOENT: said("Check the path."),
    errno.EISDIR: said("Name a file, not a folder."),
    errno.ENOTDIR: said("Name a folder, not a file."),
    errno.ENAMETOOLONG: said("Use a shorter name."),
}


def is_fault(error: BaseException) -> bool:
    """Whether it is a fault of ours: nothing that a person, a file or the machine brought about."""
    return not isinstance(error, StudioError | OSError | MemoryError)


# As systems word them in English; other languages look them up.
_OS_WORDS = (
    sentence("No space left on device"),
    sentence("Permission denied"),
    sentence("Operation not permitted"),
    sentence("Read-only file system"),
    sentence("No such file or directory"),
    sentence("Is a directory"),
    sentence("Not a directory"),
    sentence("File exists"),
    sentence("File name too long"),
    sentence("Input/output error"),
    sentence("Too many open files"),
    sentence("Device or resource busy"),
    sentence("Disk quota exceeded"),
    sentence("Invalid argument"),
    sentence("Directory not empty"),
)


def os_words(error: OSError) -> str:
    """What the system says of an error, so that another language can say it again."""
    return Said(error.strerror or str(error), {})


def explain(error: BaseException) -> Notice:
    """The notice that tells a person about `error`; the unexpected carries its traceback."""
    if isinstance(error, StudioError):
        return Notice(said("Cannot do that"), str(error), error.hint)
    if isinstance(error, MemoryError):
        return Notice(
            said("Out of memory"),
            said("There is not enough memory for this."),
            said("Close other programs, or use a smaller size."),
        )
    if isinstance(error, OSError):
        text = os_words(error)
        if error.filename:
            text = said("{file}: {reason}", file=str(error.filename), reason=text)
        return Notice(said("Cannot do that"), text, _OS_HINTS.get(error.errno or 0, ""))
    details = "".join(traceback.format_exception(error))
    return Notice(
        said("Something unexpected happened"),
        said("{name}: {error}", name=type(error).__name__, error=error),
        said("This is a fault in Lobbycard. Please report it with the details."),
        details,
    )
