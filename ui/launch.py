"""The entry point: a subcommand goes to the command line, everything else opens the window."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast

from studio.core.words import nearest

COMMANDS = frozenset(
    [
        "burn",
        "conform",
        "copy",
        "doctor",
        "export",
        "frame",
        "make",
        "new",
        "package",
        "picks",
        "poster",
        "presets",
        "probe",
        "relink",
        "sample",
        "sheet",
        "shots",
        "stills",
        "subs",
    ]
)
"""Told apart by name, so that neither Qt nor the engine is loaded for it (a test compares)."""

WRONG_REQUEST = 2
STOPPED = 130
_WINDOW = ("PySide6", "shiboken6")

Main = Callable[[Sequence[str]], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    # By name, so that the command line never loads Qt and runs where Qt cannot be loaded.
    if _is_command_line(given):
        return _command(given)
    if given and _is_mistyped(given[0]):
        _say(
            f"“{given[0]}” is neither a command nor a file. {nearest(given[0], sorted(COMMANDS))}",
            "Try: lobbycard --help",
        )
        return WRONG_REQUEST
    if _has_no_screen():
        _say(
            "The window cannot open: there is no display here.",
            "Run it in a desktop session, or use the commands: lobbycard --help",
        )
        return WRONG_REQUEST
    return _window(given)


def _command(given: Sequence[str]) -> int:
    try:
        return cast(Main, importlib.import_module("studio.cli.start").main)(given)
    except KeyboardInterrupt:
        # While the engine was still being imported: nothing was begun.
        return STOPPED


def _window(given: Sequence[str]) -> int:
    try:
        app = importlib.import_module("ui.app")
    except ImportError as error:
        if not _is_of_the_window(error):
            raise
        _say(
            f"The window cannot open: {error}.",
            "What is missing, and how to mend it, says: lobbycard doctor",
        )
        return WRONG_REQUEST
    return cast(Main, app.main)(given)


def _is_command_line(given: Sequence[str]) -> bool:
    return bool(given) and (given[0] in COMMANDS or given[0].startswith("-"))


def _is_mistyped(name: str) -> bool:
    """A word that could have been a command; what looks like a path is the window's to answer."""
    return not Path(name).exists() and not any(mark in name for mark in ("/", "\\", "."))


def _has_no_screen() -> bool:
    """Qt ends the process where it finds no display, so this is asked before it is loaded."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform == "linux" and not any(os.environ.get(name) for name in named)


def _is_of_the_window(error: ImportError) -> bool:
    """Whether Qt is missing, or a system library that Qt is linked to."""
    name = error.name or ""
    return name.partition(".")[0] in _WINDOW or ".so" in str(error) or "DLL" in str(error)


def _say(*lines: str) -> None:
    sys.stderr.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    sys.exit(main())
