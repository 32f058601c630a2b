"""Writes the sample campaign into a folder: the film, its subtitles and campaign.toml."""

import tomllib
from pathlib import Path

from studio.core.errors import CannotWrite
from studio.core.files import read_bytes, read_text, write_bytes
from studio.core.places import resources_folder
from studio.core.progress import SILENT, Progress
from studio.core.said import said
from studio.sample.record import record

NAME = "Small Lights"
FILM = "films/small-lights.mp4"
_CAMPAIGN = "campaign.toml"


def write_sample(folder: Path, progress: Progress = SILENT) -> Path:
    """Write the campaign into `folder`, made if it is not there; returns its campaign.toml.

    A sample that is already there is completed: files that exist are left as they are, with all
    that a person changed in them. Raises CannotWrite where another campaign lies in the folder or
    it cannot be written, ToolFailed when the film cannot be encoded.
    """
    campaign = folder / _CAMPAIGN
    _refuse_other(campaign)
    source = resources_folder() / "sample"
    for path in sorted((source / "subtitles").glob("*.srt")):
        _complete(folder / "subtitles" / path.name, path)
    film = folder / FILM
    if not film.exists():
        record(film, progress)
    # Last, so that a folder with a campaign.toml always has all that it speaks of.
    _complete(campaign, source / _CAMPAIGN)
    return campaign


def _complete(path: Path, source: Path) -> None:
    if not path.exists():
        write_bytes(path, read_bytes(source))


def _refuse_other(campaign: Path) -> None:
    if not campaign.exists():
        return
    try:
        name = tomllib.loads(read_text(campaign)).get("name")
    except tomllib.TOMLDecodeError:
        name = None
    if name != NAME:
        raise CannotWrite(
            said(
                "{campaign} is another campaign; the sample does not overwrite it.",
                campaign=campaign,
            ),
            hint=said("Name an empty or a new folder."),
        )
