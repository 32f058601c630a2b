"""`lobbycard poster`: one still, one template, any number of formats."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from rich.table import Table

from studio.cli.command import DONE, FINDINGS, command
from studio.cli.console import Console
from studio.cli.make import pairs
from studio.cli.probe import active_argument, cropped, overrides_of, reading_arguments
from studio.core.children import in_child
from studio.core.errors import BadValue
from studio.core.files import is_plain_name, sha256
from studio.core.geometry import Rect
from studio.core.progress import SILENT, Progress, each
from studio.core.time import clock, parse_time
from studio.media.active import active_picture
from studio.media.frames import FrameReader
from studio.media.overrides import Overrides
from studio.media.probe import probe
from studio.poster.document import PosterCopy
from studio.poster.exports.write import export_poster
from studio.poster.format import KINDS, Format
from studio.poster.layout import Layout
from studio.poster.make import poster_of
from studio.poster.problem import Problem, by_severity
from studio.poster.profiles import known
from studio.poster.reading import read_deep, read_picture
from studio.poster.still import Deep, Picture, deepened, still_of
from studio.poster.telling import told
from studio.presets import store
from studio.stills.faces import faces

_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class Reading:
    """How the film of a still is read, and whether only its active picture is shown."""

    overrides: Overrides = field(default_factory=Overrides)
    active: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """A still: the name for its outputs, its picture, where it is from, its faces.

    `deep`: the picture in 16 bits, where that is asked for and the file has them.
    """

    stem: str
    picture: Picture
    meta: Mapping[str, str]
    faces: tuple[Rect, ...]
    deep: Deep | None


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--still", required=True, metavar="FILE|FILM@TIME")
    parser.add_argument("--template", required=True, metavar="T", help="a preset of posters")
    parser.add_argument(
        "--format", required=True, nargs="+", action="extend", metavar="F", help="placements"
    )
    parser.add_argument(
        "--copy", required=True, nargs="+", action="extend", metavar="LANG=TEXT",
        help="the primary language first; \\n breaks the line",
    )  # fmt: skip
    parser.add_argument("--title", nargs="+", action="extend", default=[], metavar="LANG=TEXT")
    parser.add_argument("--legal", default="", metavar="TEXT", help="the legal line")
    parser.add_argument(
        "--credits", nargs="+", action="extend", default=[], metavar="LANG=TEXT",
        help="credits, for templates that show them; \\n breaks the line",
    )  # fmt: skip
    parser.add_argument(
        "--honours", nargs="+", action="extend", default=[], metavar="LANG=TEXT",
        help="festivals and prizes, for templates that show them",
    )  # fmt: skip
    parser.add_argument("--number", default="", metavar="TEXT", help="its number in a series")
    parser.add_argument(
        "--kind", nargs="+", action="extend", default=[], choices=KINDS, metavar="K",
        help="kinds of file instead of the format's own: " + ", ".join(KINDS),
    )  # fmt: skip
    parser.add_argument(
        "--icc", default="", metavar="NAME",
        help="the profile of tiff, psd and pdf, by its description; those of the system too",
    )  # fmt: skip
    parser.add_argument("--focus", metavar="X,Y", help="the point of interest, 0 to 1")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="DIR")
    reading_arguments(parser)
    active_argument(parser)


@dataclass(frozen=True, slots=True)
class Output:
    """A file that was written, and what is said about it."""

    path: Path
    form: str
    layout: Layout
    problems: tuple[Problem, ...]


@command("poster", "posters from a still, a template and copy", _arguments)
def run(request: argparse.Namespace, console: Console) -> int:
    """Exit code 1 when the preflight finds an error."""
    copy = _copy(request)
    template = store.template(request.template)
    formats = _formats(request)
    focus = focus_of(request.focus)
    with console.progress("Posters") as progress:
        asked = Reading(overrides_of(request), request.active)
        still = _still(request.still, asked, any(form.is_deep for form in formats), progress)
        shown = still_of(still.picture, focus, still.faces)
        if still.deep is not None:
            shown = deepened(shown, still.deep)
        outputs = []
        for form in each(formats, progress, "Painting"):
            path = request.output / f"{still.stem}-{form.called}.{form.extension}"
            made = poster_of(shown, template, form, copy)
            written = export_poster(made, path, form, still.meta)
            problems = by_severity((*made.problems, *written))
            outputs.append(Output(path, form.name, made.layout, problems))
    console.result(_data(outputs), _table(outputs))
    wrong = any(one.severity == "error" for output in outputs for one in output.problems)
    return FINDINGS if wrong else DONE


def _formats(request: argparse.Namespace) -> list[Format]:
    """Each format in each kind that is asked for. Raises BadValue."""
    named = [store.poster_format(name) for name in dict.fromkeys(request.format)]
    kinds = dict.fromkeys(request.kind)
    icc = known(request.icc).name if request.icc else ""
    try:
        return [form.in_kind(kind, icc) for form in named for kind in (kinds or {form.kind: None})]
    except ValueError as error:
        raise BadValue(f"--icc {request.icc}: {error}.", hint="Leave one of them out.") from error


def _copy(request: argparse.Namespace) -> PosterCopy:
    copy = pairs(request.copy, "--copy")
    return PosterCopy(
        tuple(copy), copy, pairs(request.title, "--title"), request.legal.strip(),
        credits=pairs(request.credits, "--credits"),
        honours=pairs(request.honours, "--honours"), number=request.number.strip(),
    )  # fmt: skip


def focus_of(text: str | None) -> tuple[float, float] | None:
    """`0.62,0.4` as two numbers from 0 to 1. Raises BadValue."""
    if text is None:
        return None
    try:
        x, y = (float(part) for part in text.split(","))
    except ValueError:
        x = y = -1.0
    if not (0 <= x <= 1 and 0 <= y <= 1):
        raise BadValue(f"--focus {text}: not understood.", hint="Write it as 0.62,0.4.")
    return x, y


def _still(text: str, asked: Reading, deep: bool, progress: Progress) -> Found:
    """What `--still` names; `deep`: in 16 bits too."""
    film, mark, when = text.rpartition("@")
    path = Path(text)
    if mark and not path.is_file():
        path = Path(film)
        picture, whole, meta = in_child(
            _frame, path, when, asked, deep, progress=progress, seconds=_SECONDS
        )
    else:
        if asked != Reading():
            raise BadValue(
                f"{path} is a picture: it is shown as it is.",
                hint="Name a film and a time, FILM@TIME, to say how it is read.",
            )
        picture = read_picture(path)
        whole = read_deep(path, picture) if deep else None
        meta = {"Source": path.name, "SourceSHA256": sha256(path)}
    stem = path.stem if is_plain_name(path.stem) else "poster"
    return Found(stem, picture, meta, faces(np.ascontiguousarray(picture[..., ::-1])), whole)


def _frame(
    path: Path, when: str, asked: Reading, deep: bool, progress: Progress = SILENT
) -> tuple[Picture, Deep | None, dict[str, str]]:
    film = probe(path, progress, overrides=asked.overrides)
    if asked.active:
        film = cropped(film, active_picture(film))
    seconds = parse_time(when, film.video.rate)
    if not 0 <= seconds < film.duration:
        raise BadValue(
            f"{when} is outside {path}.", hint=f"The film runs to {clock(film.duration)}."
        )
    with FrameReader(film) as reader:
        frame = reader.at(seconds)
        picture = frame.still()
        whole = frame.still16() if deep else None
    return (
        picture,
        whole,
        {
            "Source": path.name,
            "SourceSHA256": film.sha256,
            "SourcePTS": str(frame.pts),
            "SourceTimeBase": str(film.video.time_base),
        },
    )


def _data(outputs: Sequence[Output]) -> Mapping[str, Any]:
    return {
        "outputs": [
            {"path": str(one.path), "format": one.form, **told(one.layout, one.problems)}
            for one in outputs
        ]
    }


def _table(outputs: Sequence[Output]) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("File", overflow="fold")
    table.add_column("Preflight")
    for output in outputs:
        found = "\n".join(
            f"{one.severity}: {one.message} {one.fix}".rstrip() for one in output.problems
        )
        table.add_row(str(output.path), found or "nothing found")
    return table
