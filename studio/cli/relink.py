"""`lobbycard relink`: the missing films and subtitles of a campaign, found again in a folder."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from rich.markup import escape
from rich.table import Table

from studio.campaign.file import campaign_path
from studio.campaign.project_file import open_project, save_project
from studio.campaign.relink import Found, Search, bring_in, missing, relinked, search
from studio.campaign.sources import remember
from studio.cli.command import DONE, FINDINGS, command
from studio.cli.console import Console
from studio.core.progress import Span
from studio.core.words import counted


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("campaign", type=Path, metavar="CAMPAIGN")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="searched with all below it")
    parser.add_argument(
        "--by-name", action="store_true", help="also take files of the same name, other content"
    )
    parser.add_argument(
        "--in-place",
        action="store_true",
        help="name files outside the campaign's folder where they are; else they are copied in",
    )
    parser.add_argument("--dry-run", action="store_true", help="only say what was found")


@command("relink", "find a campaign's missing files again, by their content", _arguments)
def run_relink(request: argparse.Namespace, console: Console) -> int:
    """Exit code 1 when a file is still missing."""
    path = campaign_path(request.campaign)
    opened = open_project(path, outside=True)
    gone = missing(opened.project, opened.folder)
    if not gone:
        console.result({"missing": 0, "found": [], "lost": []}, "Nothing is missing.")
        return DONE
    with console.progress("Searching") as progress:
        result = search(gone, request.folder, Span(progress, 0, 0.6))
        taken = [one for one in result.found if one.sure or request.by_name]
        if taken and not request.dry_run:
            copying = Span(progress, 0.6, 1)
            paths = bring_in(taken, opened.folder, copying, in_place=request.in_place)
            project = relinked(opened.project, opened.folder, paths)
            # The tracks were only just read: what lies there stays as it is.
            before = replace(opened.project, tracks=project.tracks)
            saved = save_project(project, path, opened.folder, before)
            remember(saved.project.campaign, opened.folder)
    _show(result, taken, request, console)
    return DONE if len(taken) == len(gone) else FINDINGS


def _show(
    result: Search, taken: list[Found], request: argparse.Namespace, console: Console
) -> None:
    table = Table(box=None, pad_edge=False)
    for title in ("Missing", "Found", "Why"):
        table.add_column(title, overflow="fold")
    for one in result.found:
        table.add_row(*map(escape, (one.gone.source.path, str(one.path), one.why)))
    for lost in result.lost:
        table.add_row(escape(lost.source.path), "[red]not found[/]", "")
    console.result(
        {
            "missing": len(result.found) + len(result.lost),
            "found": [
                {
                    "source": one.gone.source.path,
                    "film": one.gone.source.film,
                    "path": str(one.path),
                    "sure": one.sure,
                    "why": one.why,
                    "taken": one in taken and not request.dry_run,
                }
                for one in result.found
            ],
            "lost": [one.source.path for one in result.lost],
        },
        table,
    )
    unsure = sum(not one.sure for one in result.found)
    if unsure and not request.by_name:
        console.warn(f"{counted(unsure, 'file')} only by name; look, then add --by-name.")
