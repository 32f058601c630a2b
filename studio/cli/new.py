"""`lobbycard new`: a campaign from a folder of films."""

from __future__ import annotations

import argparse
import shutil
from dataclasses import replace
from pathlib import Path

from studio.campaign.document import Deliverable, Market
from studio.campaign.file import NAME, load_campaign
from studio.campaign.project_file import project_of_films, save_project
from studio.cli.command import DONE, command
from studio.cli.console import Console
from studio.core.children import in_child
from studio.core.errors import BadValue
from studio.core.files import written
from studio.core.progress import Progress, each
from studio.core.words import counted
from studio.media.probe import probe

FILM_ENDINGS = (".mp4", ".mov", ".mkv", ".webm", ".m4v", ".avi", ".mxf", ".ts", ".mpg")


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("films", type=Path, nargs="*", metavar="FILM", help="default: those in DIR")


@command("new", "begin a campaign from films", _arguments)
def new(request: argparse.Namespace, console: Console) -> int:
    """Films from elsewhere are copied into `DIR/films`; nothing there is ever overwritten."""
    folder: Path = request.folder
    path = folder / NAME
    if path.exists():
        raise BadValue(f"{path} is already there.", hint="Choose another folder.")
    # Each file once, by whatever way it was named.
    found = request.films or _films_in(folder)
    given = tuple({film.resolve(): film for film in found}.values())
    with console.progress("Reading the films") as progress:
        for film in each(given, progress, "Reading"):
            in_child(probe, film)
        films = tuple(_taken_in(film, folder, progress) for film in given)
    opened = project_of_films(films)
    campaign = replace(
        opened.project.campaign,
        name=folder.resolve().name.replace("-", " ").title(),
        markets=(Market("all", ("en",)),),
        deliverables=(Deliverable(video="web-1080p", captions="none"),),
    )
    save_project(opened.project.with_campaign(campaign), path, opened.folder, None)
    load_campaign(path)
    shown = f"{path} with {counted(len(films), 'film')}."
    console.result({"campaign": str(path), "films": [one.id for one in campaign.films]}, shown)
    return DONE


def _films_in(folder: Path) -> list[Path]:
    found = [
        path
        for place in (folder, folder / "films")
        if place.is_dir()
        for path in sorted(place.iterdir())
        if path.suffix.lower() in FILM_ENDINGS
    ]
    if not found:
        raise BadValue(
            f"There are no films in {folder}.", hint="Name the films, or put them there."
        )
    return found


def _taken_in(film: Path, folder: Path, progress: Progress) -> Path:
    """The film itself when it lies in the folder, else a copy in `films/`."""
    if film.resolve().is_relative_to(folder.resolve()):
        return film
    target = folder / "films" / film.name
    if target.exists():
        raise BadValue(f"{target} is already there.", hint="Rename one of the two films.")
    progress.report(0.0, f"Copying {film.name}")
    with written(target) as part:
        shutil.copyfile(film, part)
    return target
