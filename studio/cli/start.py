"""The command line with the command that was asked for, so that no other one is waited for."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence

from studio.cli import main as line
from studio.cli.command import WRONG_REQUEST

MODULES = (
    "probe",
    "shots",
    "stills",
    "frame",
    "conform",
    "picks",
    "sheet",
    "poster",
    "subs",
    "burn",
    "make",
    "new",
    "copy",
    "package",
    "relink",
    "sample",
    "export",
    "presets",
    "doctor",
)
"""Each files the command of its name; in the order that the help shows them."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code of `studio.cli.main`."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        file_commands(given)
    except ImportError as error:
        sys.stderr.write(
            f"A part of Lobbycard is not installed: {error}.\n"
            "Install Lobbycard again, or in a checkout run: python3 run.py doctor\n"
        )
        return WRONG_REQUEST
    return line.main(given)


def file_commands(given: Sequence[str]) -> None:
    """Import the command that `given` begins with; all of them for the help and for a wrong name.

    By name: the engine behind all commands takes most of a second to import. Raises ImportError.
    """
    if list(given[:1]) == ["--version"]:
        return
    for name in [given[0]] if given and given[0] in MODULES else MODULES:
        importlib.import_module(f"studio.cli.{name}")
