"""`lobbycard copy`: the copy deck out to translators and back in."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from rich.markup import escape
from rich.table import Table

from studio.campaign.deck import Compared, Difference, applied, compare, deck_lines, deck_sheet
from studio.campaign.deck_file import read_deck, write_deck
from studio.campaign.file import campaign_path, load_campaign, save_campaign
from studio.cli.command import DONE, FINDINGS, command
from studio.cli.console import Console
from studio.core.children import in_child
from studio.core.words import counted

_SHOWN = 60
_SECONDS = 120.0


def _arguments(parser: argparse.ArgumentParser) -> None:
    below = parser.add_subparsers(dest="way", required=True, metavar="export|import")
    out = below.add_parser("export", help="write every text of the campaign, a row each")
    back = below.add_parser("import", help="take over the texts that came back")
    for one in (out, back):
        one.add_argument("campaign", type=Path, metavar="CAMPAIGN")
        one.add_argument("file", type=Path, metavar="FILE", help=".csv or .xlsx")
        one.add_argument(
            "--json",
            action="store_true",
            default=argparse.SUPPRESS,
            help="one JSON object on stdout",
        )
        one.add_argument(
            "--allow-outside",
            action="store_true",
            help="let sources lie outside the campaign's folder",
        )
    back.add_argument("--dry-run", action="store_true", help="only say what would change")
    back.add_argument(
        "--clear", action="store_true", help="empty cells take the campaign's text away"
    )


@command("copy", "the copy deck: every text as CSV or XLSX, out and back in", _arguments)
def run_copy(request: argparse.Namespace, console: Console) -> int:
    """Exit code 1 when the deck holds something that could not be taken over."""
    path = campaign_path(request.campaign)
    campaign = load_campaign(path, outside=request.allow_outside)
    if request.way == "export":
        write_deck(deck_sheet(campaign), request.file)
        texts = len(deck_lines(campaign))
        shown = f"{request.file} with {counted(texts, 'text')}."
        console.result({"file": str(request.file), "texts": texts}, shown)
        return DONE
    # A stranger's workbook: in a process of its own, with limits.
    with console.progress("Reading the deck") as progress:
        sheet = in_child(read_deck, request.file, progress=progress, seconds=_SECONDS)
    found = compare(campaign, sheet)
    wanted = [one for one in found.differences if _is_wanted(one, clear=request.clear)]
    if wanted and not request.dry_run:
        save_campaign(applied(campaign, wanted), path)
    _show(found, wanted, request, console)
    left = [one for one in found.differences if one not in wanted and one.kind != "missing"]
    return FINDINGS if left else DONE


def _is_wanted(one: Difference, *, clear: bool) -> bool:
    return one.can_apply and (clear or one.kind != "emptied")


def _show(
    found: Compared, wanted: Sequence[Difference], request: argparse.Namespace, console: Console
) -> None:
    table = Table(box=None, pad_edge=False)
    for title in ("Cell", "Text", "Language", "What", "Before", "After"):
        table.add_column(title, overflow="fold")
    for one in found.differences[:_SHOWN]:
        after = one.after if one.can_apply else one.why
        shown = (one.cell, one.id, one.language, one.kind, one.before, after)
        table.add_row(*(escape(text.replace("\n", " ⏎ ")) for text in shown))
    data = [asdict(one) | {"applied": one in wanted} for one in found.differences]
    console.result(
        {"file": str(request.file), "same": found.same, "differences": data, "notes": found.notes},
        table,
    )
    more = len(found.differences) - _SHOWN
    if more > 0:
        console.say(f"… and {more:,} more; --json lists all.")
    for note in found.notes:
        console.warn(note)
    emptied = sum(one.kind == "emptied" for one in found.differences)
    if emptied and not request.clear:
        console.warn(
            f"{counted(emptied, 'cell')} of the deck is empty where the campaign has a text; "
            "these stay. --clear takes them away."
        )
    done = "would be taken over" if request.dry_run else "taken over"
    console.say(f"{counted(len(wanted), 'text')} {done}.")
