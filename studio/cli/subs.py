"""`lobbycard subs`: check, fix, convert, pair and split subtitle files."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from studio.cli.command import command
from studio.cli.console import Console
from studio.cli.subs_check import check_arguments, run_check
from studio.cli.subs_convert import convert, convert_arguments
from studio.cli.subs_fix import fix_arguments, run_fix
from studio.cli.subs_pair import pair, pair_arguments
from studio.cli.subs_sheet import run_sheet, sheet_arguments
from studio.cli.subs_split import split, split_arguments


def _arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    checking, mending = check_arguments(actions), fix_arguments(actions)
    converting = convert_arguments(actions)
    pairing, splitting = pair_arguments(actions), split_arguments(actions)
    sheets = sheet_arguments(actions)
    for one in (checking, mending, converting, pairing, splitting, sheets):
        one.add_argument("--input-encoding", default="", help="instead of finding it out")
        one.add_argument(
            "--json", action="store_true", default=argparse.SUPPRESS, help="one JSON object"
        )


@command("subs", "check, fix, convert, pair and split subtitle files", _arguments)
def subs(request: argparse.Namespace, console: Console) -> int:
    """Exit codes are said at each action."""
    return _ACTIONS[request.action](request, console)


_ACTIONS: dict[str, Callable[[argparse.Namespace, Console], int]] = {
    "check": run_check,
    "fix": run_fix,
    "convert": convert,
    "pair": pair,
    "split": split,
    "sheet": run_sheet,
}
