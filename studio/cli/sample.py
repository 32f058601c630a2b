"""`lobbycard sample`: the sample campaign “Small Lights”, its film drawn by us."""

from __future__ import annotations

import argparse
from pathlib import Path

from studio.campaign.file import load_campaign
from studio.cli.command import DONE, command
from studio.cli.console import Console
from studio.core.words import counted
from studio.sample.write import write_sample


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR")


@command("sample", "write the sample campaign", _arguments)
def sample(request: argparse.Namespace, console: Console) -> int:
    """The folder may be there; a campaign in it is not overwritten."""
    with console.progress("Drawing the sample film") as progress:
        path = write_sample(request.folder, progress=progress)
    campaign = load_campaign(path)
    posters = sum(len(film.posters) for film in campaign.films)
    shown = (
        f"{path}: {counted(len(campaign.films), 'film')}, {counted(posters, 'poster')}, "
        f"{counted(len(campaign.markets), 'market')}.\n"
        f"Next: lobbycard export {path}"
    )
    console.result({"campaign": str(path)}, shown)
    return DONE
