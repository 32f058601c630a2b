"""`lobbycard burn`: subtitles into the picture of a film."""

from __future__ import annotations

import argparse
from fractions import Fraction
from pathlib import Path

from studio.burn.burn import Burned, BurnOrder, burn_order
from studio.burn.engine import require_moviepy
from studio.burn.reel import MOST_TRACKS
from studio.cli.command import DONE, FINDINGS, command
from studio.cli.console import Console
from studio.core.children import in_child
from studio.core.errors import BadValue
from studio.core.time import FrameRate, clock, parse_time
from studio.core.words import counted
from studio.media.probe import probe
from studio.presets import store
from studio.subs.cue import Track
from studio.subs.reading import read_track


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("film", type=Path, metavar="FILM")
    parser.add_argument(
        "--subs",
        type=Path,
        action="append",
        required=True,
        metavar="FILE",
        help="a subtitle file; a second one is set with the first, as the style says",
    )
    parser.add_argument(
        "--language",
        action="append",
        default=[],
        metavar="L",
        help="language of the subtitle files, in their order; default: found out",
    )
    parser.add_argument("--captions", default="cinema-bilingual", metavar="STYLE")
    parser.add_argument("--video", default="same-as-film", metavar="PRESET")
    parser.add_argument("--range", default="", metavar="A-B", help="00:00:10-00:00:20, 240f-480f")
    parser.add_argument(
        "--lower",
        choices=("on", "off"),
        default="on",
        help="off: every picture goes through MoviePy, in 8-bit RGB",
    )
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="OUT")


@command("burn", "burn one or two subtitle files into a film", _arguments)
def burn(request: argparse.Namespace, console: Console) -> int:
    """Exit code 1 when something of the film could not be kept."""
    require_moviepy()
    if len(request.subs) > MOST_TRACKS:
        raise BadValue(
            f"{len(request.subs)} subtitle files were given; a picture takes {MOST_TRACKS}.",
            hint="Burn the others into a file of their own.",
        )
    preset, style = store.video(request.video), store.caption_style(request.captions)
    _refuse_inputs(request)
    tracks = tuple(_track(request, place, console) for place in range(len(request.subs)))
    with console.progress(f"Burning {request.film.name}") as progress:
        film = in_child(probe, request.film)
        start, stop = _range(request.range, film.video.rate)
        order = BurnOrder(
            film, tracks, style, preset, request.output, start, stop, request.lower == "on"
        )
        done = in_child(burn_order, order, progress=progress)
    console.result(_data(done), _shown(done))
    return FINDINGS if any(one.severity == "warning" for one in done.findings) else DONE


def _refuse_inputs(request: argparse.Namespace) -> None:
    out: Path = request.output
    for given in (request.film, *request.subs):
        if out.exists() and given.exists() and out.samefile(given):
            raise BadValue(
                f"{out} is one of the files that are read; it would be overwritten.",
                hint="Write to another name.",
            )


def _track(request: argparse.Namespace, place: int, console: Console) -> Track:
    path: Path = request.subs[place]
    language = request.language[place] if place < len(request.language) else ""
    reading = read_track(path, language)
    if reading.repairs or reading.dropped:
        console.warn(
            f"{path}: {counted(len(reading.repairs), 'repair')}, "
            f"{counted(len(reading.dropped), 'cue')} dropped; see lobbycard subs check."
        )
    if not reading.track.cues:
        raise BadValue(f"{path} holds no cue.", hint="Is it the right file?")
    return reading.track


def _range(text: str, rate: FrameRate) -> tuple[Fraction | None, Fraction | None]:
    if not text:
        return None, None
    begin, mark, end = text.partition("-")
    if not mark:
        raise BadValue(f"--range {text}: not understood.", hint="Write 00:00:10-00:00:20.")
    start = parse_time(begin, rate) if begin.strip() else None
    stop = parse_time(end, rate) if end.strip() else None
    return start, stop


def _data(done: Burned) -> dict[str, object]:
    return {
        "output": str(done.path),
        "frames": done.frames,
        "duration": float(done.seconds),
        "findings": [
            {"kind": one.kind, "severity": one.severity, "message": one.message}
            for one in done.findings
        ],
    }


def _shown(done: Burned) -> str:
    rate = f"{done.rate} frames a second" if done.rate else "a variable rate"
    head = (
        f"{done.path}: {done.size}, {rate}, {counted(done.frames, 'frame')}, {clock(done.seconds)}"
    )
    return "\n".join([head, *(f"  {one}" for one in done.findings)])
