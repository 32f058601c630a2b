"""`lobbycard frame`: one exact frame of a film as a picture file."""

from __future__ import annotations

import argparse
from fractions import Fraction
from pathlib import Path

from studio.cli.command import DONE, command
from studio.cli.console import Console
from studio.cli.probe import (
    cropped,
    film_arguments,
    look,
    overrides_of,
    read_film,
    still_arguments,
)
from studio.core.children import in_child
from studio.core.progress import SILENT, Progress
from studio.core.time import clock, parse_time, timecode
from studio.media.film import Film
from studio.media.grab import grab

_SECONDS = 120.0


def _arguments(parser: argparse.ArgumentParser) -> None:
    film_arguments(parser)
    still_arguments(parser)
    parser.add_argument("time", metavar="TIME", help="00:00:41.208, 00:00:41:05, 41.2 or 989f")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")


@command("frame", "write one exact frame as .png, .jpg or .tif (16 bits)", _arguments)
def run(request: argparse.Namespace, console: Console) -> int:
    """The frame that is on screen at TIME."""
    with console.progress("Reading") as progress:
        film = read_film(request.film, overrides_of(request), progress)
        if request.active:
            film = cropped(film, look(film))
        seconds = parse_time(request.time, film.video.rate)
        pts, width, height = in_child(
            _grabbed, film, seconds, request.output, request.deep, seconds=_SECONDS
        )
    shown = film.time_of(pts)
    index = film.index_of(pts)
    console.result(
        {
            "film": str(film.path),
            "file": str(request.output),
            "time": float(shown),
            "pts": pts,
            "time_base": str(film.video.time_base),
            "frame": index,
            "width": width,
            "height": height,
        },
        f"{request.output}: frame {index} at {clock(shown)} "
        f"({timecode(index, film.video.rate)}), {width}×{height}.",
    )
    return DONE


def _grabbed(
    film: Film, seconds: Fraction, path: Path, deep: bool, progress: Progress = SILENT
) -> tuple[int, int, int]:
    """PTS, width and height of what was written."""
    frame = grab(film, seconds, path, deep=deep)
    progress.report(1.0)
    size = film.video.display
    _, _, width, height = frame.part or (0, 0, size.width, size.height)
    return frame.pts, width, height
