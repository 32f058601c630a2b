"""The entry point: a subcommand goes to the command line, everything else opens the window."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Sequence
from typing import cast

COMMANDS = frozenset(
    [
        "burn",
        "doctor",
        "export",
        "frame",
        "make",
        "new",
        "poster",
        "presets",
        "probe",
        "sample",
        "shots",
        "stills",
        "subs",
    ]
)
"""Told apart by name, so that neither Qt nor the engine is loaded for it (a test compares)."""

Main = Callable[[Sequence[str]], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    # By name, so that the command line never loads Qt and runs where Qt cannot be loaded.
    chosen = "studio.cli.start" if _is_command_line(given) else "ui.app"
    return cast(Main, importlib.import_module(chosen).main)(given)


def _is_command_line(given: Sequence[str]) -> bool:
    return bool(given) and (given[0] in COMMANDS or given[0].startswith("-"))


if __name__ == "__main__":
    sys.exit(main())
