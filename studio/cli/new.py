"""`lobbycard new`: a campaign from a folder of films."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from studio.campaign.beginning import FoundFilm, begin, films_in, wish_for, with_tracks
from studio.campaign.file import NAME, load_campaign
from studio.cli.command import DONE, command
from studio.cli.console import Console
from studio.core.children import in_child
from studio.core.errors import BadValue
from studio.core.progress import Progress, Span
from studio.core.words import counted
from studio.media.probe import probe


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("films", type=Path, nargs="*", metavar="FILM", help="default: those in DIR")


@command("new", "begin a campaign from films", _arguments)
def new(request: argparse.Namespace, console: Console) -> int:
    """Subtitles beside the films (film.en.srt) are taken along; markets are guessed from them.

    Files from elsewhere are copied into `DIR`; nothing there is ever overwritten.
    """
    folder: Path = request.folder
    if (folder / NAME).exists():
        raise BadValue(f"{folder / NAME} is already there.", hint="Choose another folder.")
    # Each file once, by whatever way it was named.
    given = request.films or _in(folder)
    films = tuple({film.resolve(): film for film in given}.values())
    with console.progress("Reading the films") as progress:
        _check(films, Span(progress, 0, 0.4))
        found = with_tracks(films, Span(progress, 0.4, 0.5))
        path = begin(wish_for(folder, found), Span(progress, 0.5, 1))
    campaign = load_campaign(path)
    markets = ", ".join(f"{one.id} ({' + '.join(one.languages)})" for one in campaign.markets)
    tracks = sum(len(film.tracks) for film in campaign.films)
    console.result(
        {
            "campaign": str(path),
            "films": [one.id for one in campaign.films],
            "tracks": tracks,
            "markets": [{"id": one.id, "languages": one.languages} for one in campaign.markets],
        },
        f"{path} with {counted(len(films), 'film')}, {counted(tracks, 'track')}; "
        f"markets: {markets}.",
    )
    _tell_left(found, console)
    return DONE


def _tell_left(found: Sequence[FoundFilm], console: Console) -> None:
    for film in found:
        for one in film.tracks:
            if not one.language:
                console.warn(f"{one.path.name} was not taken along: {one.why}")


def _check(films: Sequence[Path], progress: Progress) -> None:
    for number, film in enumerate(films):
        progress.report(number / len(films), f"Reading {film.name}")
        in_child(probe, film)


def _in(folder: Path) -> tuple[Path, ...]:
    found = films_in(folder)
    if not found:
        raise BadValue(
            f"There are no films in {folder}.", hint="Name the films, or put them there."
        )
    return found
