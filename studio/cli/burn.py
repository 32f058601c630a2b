"""`lobbycard burn`: subtitles into the picture of a film, in one file or several at once."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any, get_args

from studio.burn.asked.burned import Burned
from studio.burn.asked.preset import MOST_TRACKS
from studio.burn.asked.wanted import Sidecar
from studio.campaign.document import MUXED, NO_CAPTIONS
from studio.cli.burning import Request, burn_asked, card_path
from studio.cli.command import DONE, FINDINGS, command
from studio.cli.console import Console
from studio.core.children import ready_child
from studio.core.errors import BadValue
from studio.core.time import clock
from studio.core.words import counted
from studio.subs.cue import Track
from studio.subs.reading import read_track

# MoviePy would run ffmpeg as it is loaded, to see whether it works; nothing of ours runs it.
_UNASKED = {"IMAGEIO_FFMPEG_EXE": "ffmpeg"}


class _Output(argparse.Action):
    """An output, and how many subtitle files were named before it."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        namespace.outputs = [*(namespace.outputs or []), (values, len(namespace.subs or []))]


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("film", type=Path, metavar="FILM")
    parser.add_argument(
        "--subs",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="a subtitle file; a second one is set with the first, as the style says; without any "
        "the film is brought into the preset's form",
    )
    parser.add_argument(
        "--language",
        action="append",
        default=[],
        metavar="L",
        help="language of the subtitle files, in their order; default: found out",
    )
    parser.add_argument(
        "--captions",
        default="cinema-bilingual",
        metavar="STYLE",
        help="a caption style; muxed: subtitle tracks in the file; none: only files beside it",
    )
    parser.add_argument("--video", default="same-as-film", metavar="PRESET")
    parser.add_argument(
        "--range",
        action="append",
        default=[],
        metavar="A-B",
        help="00:00:10-00:00:20, 240f-480f; several: one after the other",
    )
    _reel_arguments(parser)
    parser.add_argument(
        "--sidecar",
        action="append",
        choices=get_args(Sidecar),
        default=[],
        help="write the subtitles beside the film too, in its own times: SubRip, WebVTT, IMSC",
    )
    parser.add_argument(
        "--poster-frame",
        default="",
        metavar="TIME",
        help="the frame that goes with the film as its poster frame; a JPEG unless the preset says",
    )
    parser.add_argument(
        "--lower",
        choices=("on", "off"),
        default="on",
        help="off: every picture goes through MoviePy, in 8-bit RGB",
    )
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        action=_Output,
        dest="outputs",
        required=True,
        metavar="OUT",
        help="the film; given several times, each takes the subtitle files that stand before it, "
        "and all are made in one go",
    )


def _reel_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--join", default="0", metavar="SECONDS", help="cross-fade between several ranges"
    )
    for name, place in (("--opening", "before"), ("--ending", "after")):
        parser.add_argument(
            name,
            default="",
            metavar="PICTURE[@SECONDS]",
            help=f"a picture that stands {place} the film; 3 seconds unless said",
        )
    parser.add_argument("--music", type=Path, metavar="FILE", help="music under the film's sound")
    parser.add_argument(
        "--logo", type=Path, metavar="FILE", help="for presets that show a logo over the film"
    )
    parser.add_argument("--title", default="", help="on the slate; default: the film's name")
    parser.add_argument(
        "--slate",
        action="append",
        default=[],
        metavar="LABEL=TEXT",
        help="a row of the slate, for presets that have one",
    )


def _row(text: str) -> tuple[str, str]:
    label, mark, value = text.partition("=")
    if not mark:
        raise BadValue(f"--slate {text}: not understood.", hint="Write LABEL=TEXT.")
    return label.strip(), value.strip()


@command(
    "burn", "burn one or two subtitle files into a film, or bring it into another form", _arguments
)
def burn(request: argparse.Namespace, console: Console) -> int:
    """Exit code 1 when something of the film could not be kept."""
    places = _places(request)
    _refuse_inputs(request)
    # It loads the engine while the subtitles are read here.
    with ready_child(ahead="studio.burn.burn", surroundings=_UNASKED) as child:
        asked = _asked(request, places, console)
        with console.progress(f"Burning {request.film.name}") as progress:
            made = child.made(burn_asked, asked, progress=progress)
    data = [_data(done) for done in made]
    shown = "\n".join(_shown(done) for done in made)
    console.result(data[0] if len(data) == 1 else {"outputs": data}, shown)
    found = [one for done in made for one in done.findings]
    return FINDINGS if any(one.severity == "warning" for one in found) else DONE


def _asked(
    request: argparse.Namespace, places: list[tuple[Path, range]], console: Console
) -> Request:
    """The subtitles read, and all that was asked for; raises BadValue and as `read_track`."""
    tracks = [_track(request, place, console) for place in range(len(request.subs))]
    outputs = tuple((out, tuple(tracks[one] for one in taken)) for out, taken in places)
    return Request(
        request.film,
        outputs,
        request.captions,
        request.video,
        tuple(request.range),
        request.lower == "on",
        request.join,
        request.opening,
        request.ending,
        request.music,
        request.logo,
        request.title,
        tuple(map(_row, request.slate)),
        tuple(request.sidecar),
        request.poster_frame,
        (request.film, *request.subs),
    )


def _places(request: argparse.Namespace) -> list[tuple[Path, range]]:
    """Each output with the places of its subtitle files. Raises BadValue."""
    named: list[tuple[Path, int]] = request.outputs
    if len(named) == 1:
        if not request.subs:
            return [(named[0][0], range(0))]
        # Alone it takes all of them, wherever it stands.
        named = [(named[0][0], len(request.subs))]
    found, before = [], 0
    for out, count in named:
        taken = range(before, count)
        if not taken:
            raise BadValue(
                f"-o {out}: no subtitle file stands before it.",
                hint="Write --subs A --subs B -o ONE --subs C --subs D -o TWO.",
            )
        if request.captions not in (NO_CAPTIONS, MUXED) and len(taken) > MOST_TRACKS:
            raise BadValue(
                f"{len(taken)} subtitle files were given; a picture takes {MOST_TRACKS}.",
                hint="Burn the others into a file of their own.",
            )
        found.append((out, taken))
        before = count
    if before < len(request.subs):
        raise BadValue(
            f"--subs {request.subs[before]}: no -o comes after it.",
            hint="Name the file that it is burned into.",
        )
    return found


def _refuse_inputs(request: argparse.Namespace) -> None:
    cards = [card_path(text)[0] for text in (request.opening, request.ending) if text]
    others = [one for one in (request.music, request.logo) if one is not None]
    for out, _ in request.outputs:
        for given in (request.film, *request.subs, *cards, *others):
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


def _data(done: Burned) -> dict[str, object]:
    return {
        "output": str(done.path),
        "frames": done.frames,
        "duration": float(done.seconds),
        "beside": [str(path) for path in done.beside],
        "checked": [
            {"what": one.what, "wanted": one.wanted, "found": one.found, "passes": one.passes}
            for one in done.sheet
        ],
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
    heard = [f"  {one.what}: {one.found}" for one in done.sheet if one.what.startswith("sound")]
    beside = [f"  {path}" for path in done.beside]
    return "\n".join([head, *beside, *heard, *(f"  {one}" for one in done.findings)])
