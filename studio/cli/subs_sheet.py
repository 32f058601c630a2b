"""`lobbycard subs sheet`: cues out to translators as CSV or XLSX, and back by their ids."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.table import Table

from studio.campaign.cue_sheet import CueDifference, compare_cues, cue_sheet, taken
from studio.campaign.deck_file import read_deck, write_deck
from studio.cli.command import DONE, FINDINGS
from studio.cli.console import Console
from studio.cli.subs_import import refuse_same, warn_of_guesses
from studio.core.children import in_child
from studio.core.errors import BadValue
from studio.core.progress import Span
from studio.core.words import counted
from studio.subs.cue import Track
from studio.subs.linking import link
from studio.subs.reading import read_track
from studio.subs.writing import format_for, write_track

_SHOWN = 60
_SECONDS = 120.0


def sheet_arguments(actions: Any) -> argparse.ArgumentParser:
    """The parser of `sheet`."""
    parser: argparse.ArgumentParser = actions.add_parser(
        "sheet",
        help="cues as a table for translators, and back",
        description="Without --take, writes SHEET from one or two subtitle files. With it, reads "
        "SHEET, shows what is changed, missing or cannot be taken, and writes the files anew into "
        "OUT, a folder. Exit code 1 when something could not be taken.",
    )
    parser.add_argument("sheet", type=Path, metavar="SHEET", help=".csv or .xlsx")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="one or two")
    parser.add_argument("--take", action="store_true", help="take over the texts that came back")
    parser.add_argument("-o", "--output", type=Path, metavar="OUT", help="folder of the new files")
    parser.add_argument("--dry-run", action="store_true", help="only say what would change")
    return parser


def run_sheet(request: argparse.Namespace, console: Console) -> int:
    """1 when a row or a cell could not be taken."""
    if len(request.files) > 2:
        raise BadValue("A sheet has one or two files.", hint="Make one for each film.")
    outs = _outs(request)
    tracks: list[Track] = []
    for path in request.files:
        reading = read_track(path, "", request.input_encoding)
        warn_of_guesses(path, reading, console)
        tracks.append(reading.track)
    if not request.take:
        with console.progress("Linking") as progress:
            pairing = link(tracks[0], tracks[1], progress) if len(tracks) > 1 else None
        made = cue_sheet(tracks, pairing)
        write_deck(made, request.sheet)
        shown = f"{request.sheet} with {counted(len(made.rows), 'row')}."
        console.result({"file": str(request.sheet), "rows": len(made.rows)}, shown)
        return DONE
    # A stranger's workbook: in a process of its own, with limits.
    with console.progress("Reading") as progress:
        sheet = in_child(
            read_deck, request.sheet, progress=Span(progress, 0.0, 1.0), seconds=_SECONDS
        )
    found = compare_cues(tracks, sheet)
    for track, path in zip(taken(tracks, found), outs, strict=False):
        for loss in write_track(track, path):
            console.warn(f"{path}: {loss}")
    data = [asdict(one) for one in found]
    console.result({"differences": data, "out": [str(path) for path in outs]}, _shown(found))
    return DONE if all(one.can_take or one.kind == "missing" for one in found) else FINDINGS


def _outs(request: argparse.Namespace) -> list[Path]:
    if not request.take:
        for path in request.files:
            refuse_same(path, request.sheet)
        return []
    if request.dry_run:
        return []
    if request.output is None:
        raise BadValue("Where do the new files go?", hint="Name a folder with -o, or --dry-run.")
    made = [request.output / path.name for path in request.files]
    for path, out in zip(request.files, made, strict=True):
        format_for(out)
        refuse_same(path, out)
    request.output.mkdir(parents=True, exist_ok=True)
    return made


def _shown(found: tuple[CueDifference, ...]) -> RenderableType:
    if not found:
        return "Nothing is different."
    table = Table(box=None, pad_edge=False)
    for title in ("Cell", "Language", "Cue", "", "Before", "After"):
        table.add_column(title)
    for one in found[:_SHOWN]:
        table.add_row(
            one.cell,
            escape(one.language),
            str(one.cue_id or ""),
            one.kind,
            escape(one.before),
            escape(one.after or one.why),
        )
    more = len(found) - _SHOWN
    return Group(table, f"… and {more} more." if more > 0 else "")
