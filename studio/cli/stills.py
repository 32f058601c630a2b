"""`lobbycard stills`: the shortlist of a film's frames, with the reasons for each."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from math import ceil
from pathlib import Path

from rich.table import Table

from studio.cli.command import DONE, FINDINGS, command
from studio.cli.console import Console
from studio.cli.make import pairs
from studio.cli.probe import cropped, film_arguments, look, still_arguments
from studio.cli.shots import analysed
from studio.core.children import in_child
from studio.core.errors import BadValue
from studio.core.progress import SILENT, Progress, Span, each
from studio.core.time import timecode
from studio.media.film import Film
from studio.media.grab import grab
from studio.poster.document import PosterCopy
from studio.poster.room import placings
from studio.presets import store
from studio.shots.analyse import Analysis
from studio.shots.detect import Detection
from studio.shots.shot import Still
from studio.stills.faces import faces_available
from studio.stills.placing import Placing
from studio.stills.shortlist import MOST, shortlist

_SECONDS = 120.0
# What is set where formats are given and no copy: a line as short and quiet as most.
_SOME = PosterCopy(("en",), {"en": "A small lamp is enough."})


@dataclass(frozen=True, slots=True)
class Ask:
    """How many stills, for copy placed how, written to which folder, whether of 16 bits."""

    number: int
    room: tuple[Placing, ...]
    folder: Path | None
    deep: bool = False


def _arguments(parser: argparse.ArgumentParser) -> None:
    film_arguments(parser)
    still_arguments(parser)
    parser.add_argument("-n", "--number", type=int, default=8, metavar="N", help="how many; 8")
    parser.add_argument(
        "--for", dest="formats", nargs="+", action="extend", default=[], metavar="FORMAT",
        help="rank by the room for copy in the worst of these formats and languages",
    )  # fmt: skip
    parser.add_argument(
        "--copy", nargs="+", action="extend", default=[], metavar="LANG=TEXT",
        help="the copy, once in each language; \\n breaks the line",
    )  # fmt: skip
    parser.add_argument(
        "--template", default="quiet-line", metavar="T", help="whose copy needs it; quiet-line"
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="DIR", help="also write each as a PNG named by time"
    )


@command("stills", "pick a film's best frames and say why", _arguments)
def run(request: argparse.Namespace, console: Console) -> int:
    """Exit code 1 when the film has no frame that could be a still."""
    if not 1 <= request.number <= MOST:
        raise BadValue(f"{request.number} stills are out of bounds.", hint=f"Ask for 1 to {MOST}.")
    placed = _placed(request)
    with console.progress("Stills") as progress:
        film, analysis = analysed(request, Span(progress, 0.0, 0.8))
        found = analysis.detect()
        if request.active:
            film = cropped(film, look(film))
        ask = Ask(request.number, placed, request.output, request.deep)
        chosen = in_child(
            _chosen,
            film,
            analysis,
            found,
            ask,
            progress=Span(progress, 0.8, 1.0),
            seconds=_SECONDS,
        )
    files = [request.output / name(film, still) if request.output else None for still in chosen]
    console.result(_data(film, chosen, files), _table(film, chosen))
    if not faces_available():
        console.warn("The face model is not installed: faces were not looked for.")
    if not chosen:
        console.warn(f"{film.path} has no frame that could be a still: all are flat or in fades.")
    return DONE if chosen else FINDINGS


def _placed(request: argparse.Namespace) -> tuple[Placing, ...]:
    """Where the copy stands in each format and language; each language is a poster of its own."""
    copy = pairs(request.copy, "--copy")
    if copy and not request.formats:
        raise BadValue("--copy needs a format.", hint="Give --for with one or more formats.")
    copies = [PosterCopy((language,), {language: text}) for language, text in copy.items()]
    formats = [store.poster_format(one) for one in dict.fromkeys(request.formats)]
    return placings(store.template(request.template), formats, copies or [_SOME])


def name(film: Film, still: Still) -> str:
    """The file name of a still: the film's, then the timecode with dashes.

    Frames at a variable rate can share a timecode; they have the PTS in their name as well.
    """
    code = timecode(film.index_of(still.pts), film.video.rate).replace(";", ":").replace(":", "-")
    exact = "" if film.video.constant_rate else f"-{still.pts}"
    return f"{film.path.stem}-{code}{exact}.png"


def _chosen(
    film: Film,
    analysis: Analysis,
    found: Detection,
    ask: Ask,
    progress: Progress = SILENT,
) -> tuple[Still, ...]:
    share = 1.0 if ask.folder is None else 0.5
    looking = Span(progress, 0.0, share)
    stills = shortlist(film, analysis, found, ask.number, ask.room, progress=looking)
    if ask.folder is not None:
        for still in each(stills, Span(progress, share, 1.0), "Writing"):
            path = ask.folder / name(film, still)
            grab(film, film.time_of(still.pts), path, deep=ask.deep)
    return stills


def _data(film: Film, stills: tuple[Still, ...], files: list[Path | None]) -> dict[str, object]:
    return {
        "film": str(film.path),
        "stills": [
            {
                # Rounded up: a time that is handed on must not fall into the frame before.
                "time": ceil(film.time_of(still.pts) * 1000) / 1000,
                "pts": still.pts,
                "shot": still.shot,
                "score": round(still.score, 4),
                "reasons": [
                    {"name": reason.name, "value": reason.value, "text": reason.text}
                    for reason in still.reasons
                ],
                "file": str(file) if file else None,
            }
            for still, file in zip(stills, files, strict=True)
        ],
    }


def _table(film: Film, stills: tuple[Still, ...]) -> Table:
    table = Table(box=None, pad_edge=False)
    for title in ("Timecode", "Shot", "Score", "Why"):
        table.add_column(title, justify="right" if title in ("Shot", "Score") else "left")
    for still in stills:
        table.add_row(
            timecode(film.index_of(still.pts), film.video.rate),
            str(still.shot + 1),
            f"{still.score:.2f}",
            "; ".join(reason.text for reason in still.reasons),
        )
    return table
