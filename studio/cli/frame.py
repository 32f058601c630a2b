"""`lobbycard frame`: one exact frame of a film as a picture file."""

from __future__ import annotations

import argparse
from fractions import Fraction
from pathlib import Path

from studio.cli.command import DONE, command
from studio.cli.console import Console
from studio.cli.probe import film_arguments, overrides_of, read_film
from studio.core.children import in_child
from studio.core.progress import SILENT, Progress
from studio.core.time import clock, parse_time, timecode
from studio.media.film import Film
from studio.media.grab import grab

_SECONDS = 120.0


def _arguments(parser: argparse.ArgumentParser) -> None:
    film_arguments(parser)
    parser.add_argument("time", metavar="TIME", help="00:00:41.208, 00:00:41:05, 41.2 or 989f")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")


@command("frame", "write one exact frame as .png, .jpg or .tif (16 bits)", _arguments)
def run(request: argparse.Namespace, console: Console) -> int:
    """The frame that is on screen at TIME."""
    with console.progress("Reading") as progress:
        film = read_film(request.film, overrides_of(request), progress)
        seconds = parse_time(request.time, film.video.rate)
        pts = in_child(_grabbed, film, seconds, request.output, seconds=_SECONDS)
    shown = film.time_of(pts)
    index = film.index_of(pts)
    size = film.video.display
    console.result(
        {
            "film": str(film.path),
            "file": str(request.output),
            "time": float(shown),
            "pts": pts,
            "time_base": str(film.video.time_base),
            "frame": index,
            "width": size.width,
            "height": size.height,
        },
        f"{request.output}: frame {index} at {clock(shown)} "
        f"({timecode(index, film.video.rate)}), {size}.",
    )
    return DONE


def _grabbed(film: Film, seconds: Fraction, path: Path, progress: Progress = SILENT) -> int:
    frame = grab(film, seconds, path)
    progress.report(1.0)
    return frame.pts
