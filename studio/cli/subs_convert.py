"""`lobbycard subs convert`: other formats and encodings, one file or many, with what is lost."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.markup import escape

from studio.cli.command import DONE, FINDINGS, WRONG_REQUEST
from studio.cli.console import Console
from studio.cli.subs_import import (
    import_data,
    import_lines,
    refuse_same,
    repairs_data,
    warn_of_guesses,
)
from studio.core.errors import BadValue, StudioError, explain
from studio.core.words import counted
from studio.subs.formats.base import FORMATS
from studio.subs.reading import Reading, read_track
from studio.subs.writing import Planned, format_for, planned, writing_encoding


def convert_arguments(actions: Any) -> argparse.ArgumentParser:
    """The arguments of `convert`, added to those of `subs`."""
    made: argparse.ArgumentParser = actions.add_parser(
        "convert",
        help="write another format or encoding",
        description="What was read, what was repaired and what the new format cannot keep is said "
        "before anything is written. With several files OUT is a folder. Exit code 1 when "
        "something of a file could not become a cue.",
    )
    made.add_argument("files", nargs="+", type=Path, metavar="IN")
    made.add_argument("-o", "--output", type=Path, required=True, metavar="OUT")
    made.add_argument("--encoding", default="utf-8", help="of OUT; utf-8 unless given")
    made.add_argument("--language", default="", help="BCP 47; else guessed")
    made.add_argument(
        "--format", default="", choices=FORMATS.names(), help="of OUT; else by its suffix"
    )
    made.add_argument(
        "--dry-run", action="store_true", help="say what would be lost, write nothing"
    )
    return made


@dataclass(frozen=True, slots=True)
class _Converted:
    """One file: what it was, what it becomes."""

    path: Path
    reading: Reading
    plan: Planned

    @property
    def losses(self) -> tuple[str, ...]:
        """What the file has that the new one has not."""
        kept = self.plan.format == self.reading.format
        return (*(() if kept else self.reading.losses), *self.plan.losses)

    def data(self) -> dict[str, Any]:
        reading = self.reading
        return {
            "file": str(self.path),
            "out": str(self.plan.path),
            "language": reading.track.language,
            "format": self.plan.format,
            "encoding": self.plan.encoding,
            "cues": len(reading.track.cues),
            "dropped": sum(one.time_code for one in reading.dropped),
            "repairs": repairs_data(reading),
            "losses": list(self.losses),
            "import": import_data(reading),
        }


def convert(request: argparse.Namespace, console: Console) -> int:
    """1 when something of a file could not become a cue; 2 when one could not be converted."""
    writing_encoding(request.encoding)
    many = len(request.files) > 1 or request.output.is_dir()
    if many and not request.format:
        raise BadValue(
            f"{request.output} is a folder: the format is not named.",
            hint="Add --format srt, vtt, ass or ttml.",
        )
    outputs = _outputs(request, many=many)
    done: list[_Converted] = []
    for path, out in zip(request.files, outputs, strict=True):
        try:
            done.append(_one(request, path, out, console))
        except StudioError as error:
            if not many:
                raise
            console.notice(explain(error))
    _say(request, done, console, many=many)
    if len(done) < len(request.files):
        return WRONG_REQUEST
    return FINDINGS if any(one.reading.dropped for one in done) else DONE


def _outputs(request: argparse.Namespace, *, many: bool) -> list[Path]:
    """Where each file goes; two never to one place."""
    out: Path = request.output
    if not many:
        return [out]
    suffix = FORMATS[request.format].extensions[0]
    paths = [out / f"{path.stem}{suffix}" for path in request.files]
    twice = [path for path in paths if paths.count(path) > 1]
    if twice:
        raise BadValue(
            f"Two files would be written to {twice[0]}.", hint="Convert them one by one."
        )
    return paths


def _one(request: argparse.Namespace, path: Path, out: Path, console: Console) -> _Converted:
    refuse_same(path, out)
    format_for(out, request.format)
    reading = read_track(path, request.language, request.input_encoding)
    warn_of_guesses(path, reading, console)
    made = _Converted(path, reading, planned(reading.track, out, request.encoding, request.format))
    for one in reading.dropped:
        console.warn(f"{path}, line {one.line}: {one.reason}: {one.text}")
    for loss in made.losses:
        console.warn(f"{out}: {loss}")
    if not request.dry_run:
        made.plan.write()
    return made


def _say(
    request: argparse.Namespace, done: list[_Converted], console: Console, *, many: bool
) -> None:
    lines: list[str] = []
    for one in done:
        lines += [escape(line) for line in import_lines(one.path, one.reading)]
        cues = counted(len(one.reading.track.cues), "cue")
        title = FORMATS[one.plan.format].title
        unwritten = " (not written)" if request.dry_run else ""
        lines.append(escape(f"{one.plan.path}: {title}, {one.plan.encoding}, {cues}{unwritten}"))
    told = {"files": [one.data() for one in done]} if many else done[0].data()
    console.result(told, "\n".join(lines))
