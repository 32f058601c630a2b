"""`lobbycard probe`: what a film is, and what of it is assumed."""

from __future__ import annotations

import argparse
from fractions import Fraction
from pathlib import Path
from typing import Any

from rich.table import Table

from studio.cli.command import DONE, command
from studio.cli.console import Console
from studio.core.children import in_child
from studio.core.errors import BadValue
from studio.core.exact import exact
from studio.core.progress import SILENT, Progress
from studio.core.time import clock
from studio.core.words import counted
from studio.media.film import Film, VideoStream
from studio.media.probe import Overrides, probe
from studio.media.tone import NAME, needs_tone

_SECONDS = 120.0


def film_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of every command that reads one film: its path and what is known better."""
    parser.add_argument("film", type=Path, metavar="FILM")
    parser.add_argument("--matrix", default="", help="colour matrix: bt709, smpte170m, bt2020nc …")
    parser.add_argument("--range", default="", dest="span", help="tv or pc")
    parser.add_argument("--pixel-aspect", default="", metavar="W:H", help="of one pixel: 16:11")
    parser.add_argument(
        "--rotation", type=int, help="degrees clockwise to upright: 0, 90, 180, 270"
    )


def overrides_of(request: argparse.Namespace) -> Overrides:
    """What `film_arguments` were given. Raises BadValue."""
    return Overrides(request.matrix, request.span, _aspect(request.pixel_aspect), request.rotation)


def _aspect(text: str) -> Fraction | None:
    if not text:
        return None
    try:
        return exact(text)
    except BadValue:
        raise BadValue(f"“{text}” is not a pixel aspect.", hint="Write it as 16:11.") from None


def read_film(path: Path, overrides: Overrides, progress: Progress = SILENT) -> Film:
    """Probe in a process of its own: a decoder's crash becomes an error with words."""
    return in_child(_probed, path, overrides, progress=progress, seconds=_SECONDS)


def _probed(path: Path, overrides: Overrides, progress: Progress = SILENT) -> Film:
    return probe(path, progress, overrides=overrides)


@command("probe", "streams, size, rate, colour and length of a film", film_arguments)
def run(request: argparse.Namespace, console: Console) -> int:
    """Says of each colour tag whether the file says it or it is assumed."""
    with console.progress("Reading") as progress:
        film = read_film(request.film, overrides_of(request), progress)
    console.result(as_data(film), _table(film))
    for warning in film.warnings:
        console.warn(warning)
    return DONE


def as_data(film: Film) -> dict[str, Any]:
    """The film as JSON; seconds are floats, exact values are text."""
    video = film.video
    return {
        "film": str(film.path),
        "sha256": film.sha256,
        "container": film.container,
        "duration": float(film.duration),
        "video": {
            "stream": video.index,
            "codec": video.codec,
            "width": video.coded.width,
            "height": video.coded.height,
            "sample_aspect": str(video.sample_aspect),
            "rotation": video.rotation,
            "mirrored": video.mirrored,
            "display": {"width": video.display.width, "height": video.display.height},
            "rate": str(video.rate),
            "constant_rate": video.constant_rate,
            "frames": video.frames,
            "time_base": str(video.time_base),
            "first_pts": video.first_pts,
            "pixel_format": video.pixel_format,
            "bits": video.bits,
            "interlaced": video.interlaced,
            "colour": {
                "matrix": video.colour.matrix,
                "primaries": video.colour.primaries,
                "transfer": video.colour.transfer,
                "range": video.colour.range,
                "assumed": list(video.colour.assumed),
                "hdr": video.colour.hdr,
                "tone_mapping": NAME if needs_tone(video.colour) else "",
            },
        },
        "audio": [
            {
                "stream": audio.index,
                "codec": audio.codec,
                "rate": audio.rate,
                "channels": audio.channels,
                "layout": audio.layout,
                "language": audio.language,
            }
            for audio in film.audio
        ],
        "subtitles": [
            {"stream": each.index, "codec": each.codec, "language": each.language}
            for each in film.subtitles
        ],
        "warnings": list(film.warnings),
    }


def _table(film: Film) -> Table:
    video = film.video
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(style="bold", no_wrap=True)
    table.add_column()
    rate = f"{video.rate} frames a second" + ("" if video.constant_rate else ", varying")
    shape = f"{video.codec}, {_picture(video)}, {video.bits} bits ({video.pixel_format})"
    rows = [
        ("Film", str(film.path)),
        ("Length", f"{clock(film.duration)}, {counted(video.frames, 'frame')}, {rate}"),
        ("Picture", shape + (", interlaced" if video.interlaced else "")),
        ("Colour", _colour(video)),
        *(("Sound", _words(f"{a.codec}, {a.layout}, {a.rate} Hz", a.language)) for a in film.audio),
        *(("Subtitles", _words(s.codec, s.language)) for s in film.subtitles),
        ("SHA-256", film.sha256),
    ]
    for name, text in rows:
        table.add_row(name, text.replace("[", r"\["))
    return table


def _words(text: str, language: str) -> str:
    return f"{text}, {language}" if language else text


def _picture(video: VideoStream) -> str:
    if video.display == video.coded:
        return str(video.coded)
    turned = f", turned by {video.rotation}°" if video.rotation else ""
    mirrored = ", mirrored" if video.mirrored else ""
    return f"{video.coded} shown as {video.display}{turned}{mirrored}"


def _colour(video: VideoStream) -> str:
    colour = video.colour
    names = ("matrix", "primaries", "transfer", "range")
    values = (colour.matrix, colour.primaries, colour.transfer, colour.range)
    said = ", ".join(
        f"{name} {value}" + (" (assumed)" if name in colour.assumed else "")
        for name, value in zip(names, values, strict=True)
    )
    return f"{said}; stills toned by {NAME}" if needs_tone(colour) else said
