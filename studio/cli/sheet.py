"""`lobbycard sheet`: a film's stills as a contact sheet, PDF or PNG."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from studio.campaign.file import campaign_path
from studio.campaign.marking import marks_of
from studio.campaign.project_file import open_project
from studio.cli.command import DONE, FINDINGS, command
from studio.cli.console import Console
from studio.cli.probe import film_arguments
from studio.cli.shots import analysed
from studio.core.children import in_child
from studio.core.errors import BadValue
from studio.core.progress import SILENT, Progress, Span
from studio.core.time import parse_time
from studio.core.words import counted
from studio.media.film import Film
from studio.shots.analyse import Analysis
from studio.shots.detect import Detection
from studio.shots.markers import read_edl_markers
from studio.shots.marks import shot_at
from studio.stills.sheet import PAPERS, Sheet, SheetEntry, contact_sheet
from studio.stills.shortlist import MOST, shortlist

_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The frames of the sheet, in their order, which of them have stars, and words about them."""

    frames: tuple[int, ...]
    stars: frozenset[int] = frozenset()
    notes: dict[int, str] | None = None


def _arguments(parser: argparse.ArgumentParser) -> None:
    film_arguments(parser)
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE", help=".pdf .png"
    )
    parser.add_argument(
        "-n", "--number", type=int, default=12, metavar="N", help="stills of the shortlist; 12"
    )
    parser.add_argument(
        "--time", dest="times", action="append", default=[], metavar="TIME", help="these instead"
    )
    parser.add_argument("--picks", type=Path, metavar="LIST", help="an editor's markers instead")
    parser.add_argument(
        "--campaign", type=Path, metavar="CAMPAIGN", help="the film's starred frames instead"
    )
    parser.add_argument("--title", default="", metavar="TEXT", help="the file's name if left out")
    parser.add_argument("--language", default="en", metavar="L", help="of the title; en")
    parser.add_argument("--paper", choices=PAPERS, default="a4")


@command("sheet", "write a film's stills as a contact sheet", _arguments)
def run(request: argparse.Namespace, console: Console) -> int:
    """The stills stand in order of time; exit code 1 when there is none."""
    if not 1 <= request.number <= MOST:
        raise BadValue(f"{request.number} stills are out of bounds.", hint=f"Ask for 1 to {MOST}.")
    sheet = Sheet(request.title, language=request.language, paper=request.paper)
    with console.progress("Sheet") as progress:
        film, analysis = analysed(request, Span(progress, 0.0, 0.5))
        found = analysis.detect()
        chosen = _chosen(request, film, (analysis, found), Span(progress, 0.5, 0.7))
        if not chosen.frames:
            console.warn(f"{film.path} has no still for a sheet.")
            return FINDINGS
        notes = chosen.notes or {}
        entries = tuple(
            SheetEntry(pts, shot_at(found, pts), pts in chosen.stars, notes.get(pts, ""))
            for pts in chosen.frames
        )
        drawing = Span(progress, 0.7, 1.0)
        files = in_child(
            contact_sheet, film, entries, request.output, sheet, progress=drawing, seconds=_SECONDS
        )
    told = f"{counted(len(entries), 'still')} on {', '.join(map(str, files))}"
    data = [{"time": float(film.time_of(one.pts)), "pts": one.pts} for one in entries]
    files_said = [str(one) for one in files]
    console.result({"film": str(film.path), "files": files_said, "stills": data}, told)
    return DONE


def _chosen(
    request: argparse.Namespace, film: Film, seen: tuple[Analysis, Detection], progress: Progress
) -> _Chosen:
    analysis, found = seen
    if request.times:
        seconds = (parse_time(text, film.video.rate) for text in request.times)
        pts = {int(analysis.pts[analysis.index_of(film.pts_of(one))]) for one in seconds}
        return _Chosen(tuple(sorted(pts)))
    if request.picks is not None:
        markers = read_edl_markers(request.picks, film, analysis.pts)
        return _Chosen(markers.frames, notes={one.pts: one.name for one in markers.picks})
    if request.campaign is not None:
        stars = _stars(request.campaign, film)
        return _Chosen(stars, frozenset(stars))
    stills = in_child(
        _listed, film, analysis, found, request.number, progress=progress, seconds=_SECONDS
    )
    return _Chosen(tuple(sorted(stills)))


def _listed(
    film: Film, analysis: Analysis, found: Detection, number: int, progress: Progress = SILENT
) -> tuple[int, ...]:
    return tuple(one.pts for one in shortlist(film, analysis, found, number, progress=progress))


def _stars(campaign: Path, film: Film) -> tuple[int, ...]:
    """The starred frames of whichever of the campaign's films has this content."""
    opened = open_project(campaign_path(campaign), outside=True)
    stars: set[int] = set()
    for entry in opened.project.campaign.films:
        marks = opened.project.marks.get(entry.id)
        if marks is not None and marks.sha256 == film.sha256:
            stars |= set(marks_of(opened.project, entry.id, film.sha256).stars)
    return tuple(sorted(stars))
