"""`lobbycard package`: a campaign and all it rests on, in one folder or zip."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

from studio.batch.own import own_presets
from studio.campaign.file import campaign_path, load_campaign
from studio.campaign.package import package
from studio.cli.command import DONE, command
from studio.cli.console import Console
from studio.core.words import counted, size_words


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("campaign", type=Path, metavar="CAMPAIGN")
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FOLDER|FILE.zip", help="a new place"
    )


@command("package", "collect a campaign with all its files into a folder or zip", _arguments)
def run_package(request: argparse.Namespace, console: Console) -> int:
    """Sources from outside the campaign's folder are brought in; the campaign itself stays."""
    path = campaign_path(request.campaign)
    extras = own_presets(load_campaign(path, outside=True))
    with console.progress("Packing") as progress:
        made = package(path, request.output, extras, progress)
    console.result(
        {
            "path": str(made.path),
            "files": [asdict(file) for file in made.files],
            "notes": list(made.notes),
        },
        f"{made.path}: {counted(len(made.files), 'file')}, {size_words(made.size)}.",
    )
    for note in made.notes:
        console.warn(note)
    return DONE
