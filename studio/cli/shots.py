"""`lobbycard shots`: the shots and transitions of a film, also as CSV, EDL or OTIO."""

from __future__ import annotations

import argparse
from pathlib import Path

from rich.table import Table

from studio.cli.command import DONE, command
from studio.cli.console import Console
from studio.cli.probe import film_arguments, overrides_of, read_film
from studio.core.children import in_child
from studio.core.files import write_text
from studio.core.progress import Progress, Span
from studio.core.time import clock, timecode
from studio.core.words import counted
from studio.media.film import Film
from studio.shots.analyse import Analysis, analyse
from studio.shots.detect import Detection, threshold
from studio.shots.lists import csv_list, edl_list, otio_list
from studio.shots.shot import Shot

# A decoder that says nothing for so long hangs.
_SECONDS = 120.0


def _arguments(parser: argparse.ArgumentParser) -> None:
    film_arguments(parser)
    parser.add_argument(
        "--sensitivity", type=float, default=0.5, metavar="X", help="0 few cuts, 1 many; 0.5"
    )
    parser.add_argument("--csv", type=Path, metavar="FILE")
    parser.add_argument("--edl", type=Path, metavar="FILE", help="CMX 3600")
    parser.add_argument("--otio", type=Path, metavar="FILE", help="OpenTimelineIO")


def analysed(request: argparse.Namespace, progress: Progress) -> tuple[Film, Analysis]:
    """The film that `film_arguments` name and its analysis, read in processes of their own."""
    film = read_film(request.film, overrides_of(request), Span(progress, 0.0, 0.1))
    rest = Span(progress, 0.1, 1.0)
    return film, in_child(analyse, film, progress=rest, seconds=_SECONDS)


@command("shots", "find the shots and transitions of a film", _arguments)
def run(request: argparse.Namespace, console: Console) -> int:
    """Lists are written where they were asked for."""
    threshold(request.sensitivity)
    with console.progress("Shots") as progress:
        film, analysis = analysed(request, progress)
    found = analysis.detect(request.sensitivity)
    lists = ((request.csv, csv_list), (request.edl, edl_list), (request.otio, otio_list))
    for path, made in lists:
        if path is not None:
            write_text(path, made(film, found))
    console.result(_data(film, found), _table(film, found))
    return DONE


def _data(film: Film, found: Detection) -> dict[str, object]:
    return {
        "film": str(film.path),
        "rate": str(film.video.rate),
        "duration": float(film.duration),
        "shots": [
            {
                "start": float(film.time_of(shot.start)),
                "end": float(film.time_of(shot.end)),
                "start_pts": shot.start,
                "end_pts": shot.end,
                "in": shot.kind,
                "short": found.is_short(shot),
            }
            for shot in found.shots
        ],
        "transitions": [
            {
                "start": float(film.time_of(change.start)),
                "end": float(film.time_of(change.end)),
                "kind": change.kind,
            }
            for change in found.transitions
        ],
    }


def _table(film: Film, found: Detection) -> Table:
    gradual = counted(len(found.transitions), "transition")
    table = Table(box=None, pad_edge=False, title_justify="left")
    table.title = f"{counted(len(found.shots), 'shot')}, {gradual}"
    for title in ("", "Start", "End", "Length", "Begins with"):
        table.add_column(title, justify="right" if title in ("", "Length") else "left")
    for number, shot in enumerate(found.shots, 1):
        start, end = film.index_of(shot.start), film.index_of(shot.end)
        table.add_row(
            str(number),
            timecode(start, film.video.rate),
            timecode(end, film.video.rate),
            clock(film.time_of(shot.end) - film.time_of(shot.start), 2).removeprefix("00:"),
            _begins(shot, short=found.is_short(shot)),
        )
    return table


def _begins(shot: Shot, *, short: bool) -> str:
    kind = "" if shot.kind == "first" else shot.kind
    return f"{kind} (short)".strip() if short else kind
