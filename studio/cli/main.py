"""The command line of Lobbycard: from arguments to a command, from errors to exit codes."""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import signal
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from studio.cli.command import COMMANDS, DONE, STOPPED, WRONG_REQUEST, Command
from studio.cli.console import Console
from studio.core.errors import explain
from studio.core.progress import Cancelled
from studio.core.words import nearest


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line and names the help, with exit code 2."""

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_REQUEST, f"{self.prog}: {message}\nTry: {self.prog} --help\n")


class _Version(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        sys.stdout.write(f"lobbycard {version()}\n")
        parser.exit()


def version() -> str:
    """The installed version; a checkout that was not installed reads its own."""
    # Only here: reading what is installed takes longer than the rest of this module.
    from importlib import metadata

    with contextlib.suppress(metadata.PackageNotFoundError):
        return metadata.version("lobbycard")
    return "0.1.0"


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    top = _Parser(
        prog="lobbycard",
        description="Film cuts in, a campaign out. Without a command the window opens.",
    )
    top.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    below = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    for entry in COMMANDS:
        made = below.add_parser(entry.name, help=entry.summary, description=entry.summary)
        made.add_argument("--json", action="store_true", help="one JSON object on stdout")
        entry.arguments(made)
        made.set_defaults(entry=entry)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code of design: 0, 1, 2 or 130."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _let_all_be_said()
    if given and not given[0].startswith("-") and given[0] not in COMMANDS:
        console = Console(json="--json" in given)
        console.warn(f"There is no command “{given[0]}”. {nearest(given[0], COMMANDS.names())}")
        return WRONG_REQUEST
    try:
        request = parser().parse_args(given)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else WRONG_REQUEST
    if request.command is None:
        parser().print_help()
        return WRONG_REQUEST
    return _run(request.entry, request)


def _run(entry: Command, request: argparse.Namespace) -> int:
    console = Console(json=request.json)
    # A terminate from a scheduler is a stop like Ctrl-C: parts are cleaned away.
    before = signal.signal(signal.SIGTERM, _interrupt)
    try:
        code = entry.run(request, console)
        sys.stdout.flush()
        return code
    except (KeyboardInterrupt, Cancelled):
        console.warn("Stopped; nothing half-written was left.")
        return STOPPED
    except BrokenPipeError:
        # Whoever read our output has gone (`| head`): nothing is left to be said to them.
        _say_no_more()
        return DONE
    except Exception as error:  # noqa: BLE001 - the last line of defence: no traceback for people
        console.notice(explain(error))
        return WRONG_REQUEST
    finally:
        signal.signal(signal.SIGTERM, before)


def _let_all_be_said() -> None:
    """A terminal that lacks a character, and a name that is no text, must not stop a command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _say_no_more() -> None:
    """What is still to be flushed goes nowhere, or Python would complain at its end."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _interrupt(number: int, frame: Any) -> NoReturn:
    raise KeyboardInterrupt
