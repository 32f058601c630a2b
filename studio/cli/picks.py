"""`lobbycard picks`: an editor's markers as stills of a film, and as stars of a campaign."""

from __future__ import annotations

import argparse
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from rich.markup import escape
from rich.table import Table

from studio.campaign.file import campaign_path
from studio.campaign.marking import marks_of, star_all
from studio.campaign.project_file import open_project, save_project
from studio.cli.command import DONE, FINDINGS, command
from studio.cli.console import Console
from studio.cli.probe import film_arguments
from studio.cli.shots import analysed
from studio.core.children import in_child
from studio.core.errors import BadValue
from studio.core.progress import SILENT, Progress, Span, each
from studio.core.time import timecode
from studio.core.words import counted
from studio.media.film import Film
from studio.media.grab import grab
from studio.shots.markers import Markers, Pick, read_edl_markers

_SECONDS = 120.0


def _arguments(parser: argparse.ArgumentParser) -> None:
    film_arguments(parser)
    parser.add_argument(
        "list", type=Path, metavar="LIST", help="EDL, or Avid's or Premiere's table"
    )
    parser.add_argument(
        "--start", default="", metavar="TIMECODE", help="of the first frame in the list"
    )
    parser.add_argument("-o", "--output", type=Path, metavar="DIR", help="write each as a PNG")
    parser.add_argument(
        "--campaign", type=Path, metavar="CAMPAIGN", help="give each a star in this campaign"
    )
    parser.add_argument("--film-id", default="", metavar="ID", help="which film of the campaign")


@command("picks", "take an editor's markers as stills of a film", _arguments)
def run(request: argparse.Namespace, console: Console) -> int:
    """Exit code 1 when a line of the list could not be used, or no marker is in it."""
    with console.progress("Picks") as progress:
        film, analysis = analysed(request, Span(progress, 0.0, 0.7))
        markers = read_edl_markers(request.list, film, analysis.pts, request.start)
        if request.campaign is not None:
            _star(request, film, markers)
        if request.output is not None:
            in_child(
                _write,
                film,
                markers.frames,
                request.output,
                progress=Span(progress, 0.7, 1.0),
                seconds=_SECONDS,
            )
    console.result(_data(request, film, markers), _table(film, markers))
    for bad in markers.bad:
        console.warn(f"{request.list}, line {bad.line}: {bad.why}")
    if not markers.picks:
        console.warn(f"{request.list} has no marker on a frame of {film.path}.")
    return FINDINGS if markers.bad or not markers.picks else DONE


def _star(request: argparse.Namespace, film: Film, markers: Markers) -> None:
    """Raises BadValue where the campaign does not have the film."""
    path = campaign_path(request.campaign)
    opened = open_project(path, outside=True)
    campaign = opened.project.campaign
    full = film.path.resolve()
    named = [one.id for one in campaign.films if (opened.folder / one.source).resolve() == full]
    name = request.film_id or (named[0] if len(named) == 1 else "")
    if not name:
        raise BadValue(
            f"{path} does not say which of its films {film.path} is.",
            hint="Name it: --film-id " + "|".join(one.id for one in campaign.films),
        )
    campaign.film(name)
    marks = star_all(marks_of(opened.project, name, film.sha256), markers.frames)
    project = opened.project.with_marks(name, marks)
    save_project(project, path, opened.folder, replace(opened.project), opened.seen)


def _file(film: Film, pts: int) -> str:
    code = timecode(film.index_of(pts), film.video.rate).replace(";", "-").replace(":", "-")
    exact = "" if film.video.constant_rate else f"-{pts}"
    return f"{film.path.stem}-{code}{exact}.png"


def _write(film: Film, frames: tuple[int, ...], folder: Path, progress: Progress = SILENT) -> None:
    for pts in each(frames, progress, "Writing"):
        # A hair after its start: times of some containers are rounded.
        grab(film, film.time_of(pts) + Fraction(1, 10**6), folder / _file(film, pts))


def _data(request: argparse.Namespace, film: Film, markers: Markers) -> dict[str, object]:
    folder = request.output
    return {
        "film": str(film.path),
        "list": str(request.list),
        "start": markers.start,
        "encoding": markers.encoding,
        "picks": [
            {
                "time": float(film.time_of(one.pts)),
                "pts": one.pts,
                "name": one.name,
                "note": one.note,
                "colour": one.colour,
                "line": one.line,
                "file": str(folder / _file(film, one.pts)) if folder else None,
            }
            for one in markers.picks
        ],
        "bad": [{"line": one.line, "text": one.text, "why": one.why} for one in markers.bad],
    }


def _table(film: Film, markers: Markers) -> Table:
    table = Table(box=None, pad_edge=False, title_justify="left")
    table.title = f"{counted(len(markers.picks), 'marker')}; the list begins at {markers.start}"
    for title in ("Timecode", "Name", "Colour", "Note"):
        table.add_column(title)
    for one in markers.picks:
        table.add_row(_code(film, one), *map(escape, (one.name, one.colour, one.note)))
    return table


def _code(film: Film, pick: Pick) -> str:
    return timecode(film.index_of(pick.pts), film.video.rate)
