"""`lobbycard probe`: what a film is, and what of it is assumed."""

from __future__ import annotations

import argparse
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from rich.table import Table

from studio.cli.command import DONE, command
from studio.cli.console import Console
from studio.core.children import in_child
from studio.core.errors import BadValue
from studio.core.exact import exact
from studio.core.progress import SILENT, Progress, Span
from studio.core.time import clock
from studio.core.words import counted
from studio.media.active import Active, active_picture
from studio.media.film import Film, VideoStream
from studio.media.overrides import Overrides
from studio.media.probe import probe
from studio.media.tone import NAME, needs_tone

_SECONDS = 120.0
# From this share of the frames on it is worth a word that they look interlaced.
_COMBED = 0.05


def film_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of every command that reads one film: its path and what is known better."""
    parser.add_argument("film", type=Path, metavar="FILM")
    reading_arguments(parser)


def reading_arguments(parser: argparse.ArgumentParser) -> None:
    """What a person may know better of a film than its file."""
    parser.add_argument("--matrix", default="", help="colour matrix: bt709, smpte170m, bt2020nc …")
    parser.add_argument("--range", default="", dest="span", help="tv or pc")
    parser.add_argument("--primaries", default="", help="bt709, bt2020, smpte432 (P3) …")
    parser.add_argument(
        "--transfer", default="", help="bt709, smpte2084 (PQ), arib-std-b67 (HLG) …"
    )
    parser.add_argument("--pixel-aspect", default="", metavar="W:H", help="of one pixel: 16:11")
    parser.add_argument(
        "--rotation", type=int, help="degrees clockwise to upright: 0, 90, 180, 270"
    )
    parser.add_argument("--fields", default="", help="progressive or interlaced")
    parser.add_argument("--tone", default="", help="none: show the numbers of HDR as they are")


def active_argument(parser: argparse.ArgumentParser) -> None:
    """Which part of the picture is shown."""
    parser.add_argument(
        "--active",
        action="store_true",
        help="only the active picture, without letterbox or pillarbox",
    )


def still_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of commands that write stills: which part of the picture, how many bits."""
    active_argument(parser)
    parser.add_argument("--deep", action="store_true", help="PNG with 16 bits")


def overrides_of(request: argparse.Namespace) -> Overrides:
    """What `reading_arguments` were given. Raises BadValue."""
    return Overrides(
        matrix=request.matrix,
        range=request.span,
        sample_aspect=_aspect(request.pixel_aspect),
        rotation=request.rotation,
        primaries=request.primaries,
        transfer=request.transfer,
        fields=request.fields,
        tone=request.tone,
    )


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


def look(film: Film, progress: Progress = SILENT) -> Active:
    """The active picture, looked for in a process of its own."""
    return in_child(active_picture, film, progress=progress, seconds=_SECONDS)


def cropped(film: Film, active: Active) -> Film:
    """The film with its stills cut to the active picture; as it is where it has no bars."""
    if not active.bars:
        return film
    return replace(film, read_as=replace(film.read_as, active=active.rect))


@command("probe", "streams, size, rate, colour and length of a film", film_arguments)
def run(request: argparse.Namespace, console: Console) -> int:
    """Says of each colour tag whether the file says it or it is assumed."""
    with console.progress("Reading") as progress:
        film = read_film(request.film, overrides_of(request), Span(progress, 0.0, 0.7))
        active = look(film, Span(progress, 0.7, 1.0))
    console.result(as_data(film, active), _table(film, active))
    for warning in film.warnings:
        console.warn(warning)
    if active.combed > _COMBED and not film.video.interlaced and not request.fields:
        console.warn(
            "Frames look interlaced, but the film does not say so: try --fields interlaced."
        )
    return DONE


def as_data(film: Film, active: Active) -> dict[str, Any]:
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
            "active": dict(zip(("x", "y", "width", "height"), _pixels(film, active), strict=True)),
            "bars": active.bars,
            "colour": {
                "matrix": video.colour.matrix,
                "primaries": video.colour.primaries,
                "transfer": video.colour.transfer,
                "range": video.colour.range,
                "assumed": list(video.colour.assumed),
                "hdr": video.colour.hdr,
                "tone_mapping": _toned(video),
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


def _pixels(film: Film, active: Active) -> tuple[int, int, int, int]:
    """The active picture: left, top, width, height in pixels of the upright picture."""
    size = film.video.display
    rect = active.rect.scaled(size.width, size.height)
    left, top = round(rect.x), round(rect.y)
    return left, top, round(rect.right) - left, round(rect.bottom) - top


def _toned(video: VideoStream) -> str:
    return NAME if needs_tone(video.colour) and video.tone != "none" else ""


def _active(film: Film, active: Active) -> str:
    if not active.bars:
        return "the whole picture" if active.frames else "not known: all frames are dark"
    left, top, width, height = _pixels(film, active)
    return f"{width}×{height} from {left}, {top}; the rest is bars (--active leaves them out)"


def _table(film: Film, active: Active) -> Table:
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
        ("Active", _active(film, active)),
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
    return f"{said}; stills toned by {NAME}" if _toned(video) else said
