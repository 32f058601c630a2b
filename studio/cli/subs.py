"""`lobbycard subs`: check, convert and pair subtitle files."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.table import Table

from studio.cli.command import DONE, FINDINGS, WRONG_REQUEST, command
from studio.cli.console import Console
from studio.core.errors import BadValue, StudioError, explain
from studio.core.progress import Progress
from studio.core.time import FrameRate
from studio.core.words import counted
from studio.media.probe import probe
from studio.presets import store
from studio.subs.bilingual import bilingual
from studio.subs.checks.base import CheckProfile, Finding
from studio.subs.checks.run import check
from studio.subs.cue import Track
from studio.subs.encodings import SURE
from studio.subs.formats.base import FORMATS
from studio.subs.formats.times import clock_text
from studio.subs.linking import Pairing, flipped, link
from studio.subs.links_file import marked, save_links
from studio.subs.plain import plain_lines
from studio.subs.reading import Reading, first_words, format_for, read_track, write_track

_PROFILE = "streaming"
_BLAMED = ("error", "warning")


def _arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    checking = actions.add_parser(
        "check",
        help="what is wrong with subtitle files",
        description="Findings by the limits of each file's language. Exit code 1 when a finding is "
        "an error or a warning, or when something of a file could not become a cue.",
    )
    checking.add_argument("files", nargs="+", type=Path, metavar="FILE")
    checking.add_argument("--language", default="", help="BCP 47, such as zh-Hans; else guessed")
    checking.add_argument(
        "--profile",
        default=_PROFILE,
        help="limits to check against; with one for two languages, such as bilingual-screen, "
        "two files are also checked against each other",
    )
    checking.add_argument("--film", type=Path, help="count in this film's frames")
    converting = actions.add_parser("convert", help="write another format or encoding")
    converting.add_argument("file", type=Path, metavar="IN")
    converting.add_argument("-o", "--output", type=Path, required=True, metavar="OUT")
    converting.add_argument("--encoding", default="utf-8", help="of OUT; utf-8 unless given")
    converting.add_argument("--language", default="", help="BCP 47; else guessed")
    pairing = actions.add_parser("pair", help="link the cues of two languages, n to m")
    pairing.add_argument("a", type=Path, metavar="A")
    pairing.add_argument("b", type=Path, metavar="B")
    pairing.add_argument(
        "-o", "--output", type=Path, metavar="OUT", help="a bilingual .srt, .vtt, .ass, or .toml"
    )
    for one in (checking, converting, pairing):
        one.add_argument("--input-encoding", default="", help="instead of finding it out")
        one.add_argument(
            "--json", action="store_true", default=argparse.SUPPRESS, help="one JSON object"
        )


@command("subs", "check, convert and pair subtitle files", _arguments)
def subs(request: argparse.Namespace, console: Console) -> int:
    """Exit codes are said at each action."""
    return _ACTIONS[request.action](request, console)


@dataclass(frozen=True, slots=True)
class _Checked:
    """One file's reading and findings."""

    path: Path
    reading: Reading
    findings: tuple[Finding, ...]

    @property
    def blamed(self) -> bool:
        return bool(self.reading.dropped) or any(
            finding.severity in _BLAMED for finding in self.findings
        )


def _check(request: argparse.Namespace, console: Console) -> int:
    """1 on errors, warnings or dropped cues; 2 when a file cannot be read at all."""
    profile = store.profile(request.profile)
    with console.progress("Checking") as progress:
        rate = _rate(request.film, progress)
        read = _read_all(request, console)
        if not read:
            return WRONG_REQUEST
        checked = _checked(read, profile, rate, progress)
    for one in checked:
        _warn_of_guesses(one.path, one.reading, console)
    shown = Group(*(_file_shown(one) for one in checked))
    console.result({"files": [_file_data(one) for one in checked]}, shown)
    if len(read) < len(request.files):
        return WRONG_REQUEST
    return FINDINGS if any(one.blamed for one in checked) else DONE


def _read_all(request: argparse.Namespace, console: Console) -> list[tuple[Path, Reading]]:
    """Every file that can be read; what is wrong with the others is said."""
    read: list[tuple[Path, Reading]] = []
    for path in request.files:
        try:
            read.append((path, read_track(path, request.language, request.input_encoding)))
        except StudioError as error:
            console.notice(explain(error))
    return read


def _checked(
    read: Sequence[tuple[Path, Reading]],
    profile: CheckProfile,
    rate: FrameRate | None,
    progress: Progress,
) -> list[_Checked]:
    partners: list[tuple[Track, Pairing] | None] = [None] * len(read)
    if profile.screen is not None and len(read) == 2:
        a, b = (reading.track for _, reading in read)
        pairing = link(a, b, progress)
        partners = [(b, pairing), (a, flipped(pairing))]
    made = []
    for (path, reading), other in zip(read, partners, strict=True):
        partner, pairing_or_none = other if other is not None else (None, None)
        findings = check(reading.track, profile, rate, partner, pairing_or_none)
        made.append(_Checked(path, reading, findings))
    return made


def _rate(film: Path | None, progress: Progress) -> FrameRate | None:
    """The rate to count frames at; a film of varying rate has none."""
    if film is None:
        return None
    video = probe(film, progress).video
    return video.rate if video.constant_rate else None


def _repairs(reading: Reading) -> list[dict[str, Any]]:
    """Repairs and dropped texts by line, as the design's JSON has them."""
    told = [(repair.line, repair.text) for repair in reading.repairs]
    told += [(one.line, f"dropped: {one.reason}: {one.text}") for one in reading.dropped]
    return [{"line": line, "text": text} for line, text in sorted(told, key=lambda each: each[0])]


def _file_data(one: _Checked) -> dict[str, Any]:
    reading = one.reading
    return {
        "file": str(one.path),
        "language": reading.track.language,
        "format": reading.format,
        "encoding": reading.encoding,
        "cues": len(reading.track.cues),
        "dropped": sum(dropped.time_code for dropped in reading.dropped),
        "repairs": _repairs(reading),
        "findings": [
            {
                "check": finding.check,
                "severity": finding.severity,
                "cue": finding.cue,
                "start": finding.start / 1000,
                "measured": finding.measured,
                "limit": finding.limit,
                "message": finding.message,
                "source": finding.source,
                "fixable": finding.fixable,
            }
            for finding in one.findings
        ],
    }


_COLOURS = {"error": "red", "warning": "yellow", "hint": "dim"}


def _file_shown(one: _Checked) -> RenderableType:
    reading = one.reading
    about = _about(one.path, reading)
    parts: list[RenderableType] = [f"[bold]{escape(about)}[/]"]
    for each in _repairs(reading):
        place = f"line {each['line']}: " if each["line"] else ""
        parts.append(f"  {place}{escape(each['text'])}".replace("\n", "\n    "))
    parts += [f"  {escape(loss)}" for loss in reading.losses]
    if not one.findings:
        return Group(*parts, "  No findings.", "")
    table = Table(box=None, pad_edge=True)
    for title in ("Cue", "Start", "", "Check", "What"):
        table.add_column(title, justify="right" if title == "Cue" else "left")
    for finding in one.findings:
        table.add_row(
            str(finding.cue + 1),
            clock_text(finding.start, "."),
            f"[{_COLOURS[finding.severity]}]{finding.severity}[/]",
            finding.check,
            escape(finding.message),
        )
    sources = dict.fromkeys(finding.source for finding in one.findings)
    parts += [table, *(f"  [dim]Limits: {escape(source)}[/]" for source in sources), ""]
    return Group(*parts)


def _about(path: Path, reading: Reading) -> str:
    track = reading.track
    guessed = f" (guessed from {reading.language_reason})" if reading.language_reason else ""
    return (
        f"{path}: {track.language}{guessed}, {FORMATS[reading.format].title}, {reading.encoding}, "
        f"{counted(reading.time_codes, 'time code')}, {counted(len(track.cues), 'cue')}, "
        f"{len(reading.dropped)} dropped, {counted(len(reading.repairs), 'repair')}"
    )


def _warn_of_guesses(path: Path, reading: Reading, console: Console) -> None:
    """Say where a person should look: an encoding that is not sure, with what else it could be."""
    if reading.encoding_confidence >= SURE:
        return
    sure = round(100 * reading.encoding_confidence)
    lines = [f"{path}: read as {reading.encoding}, which is a guess ({sure} %)."]
    for other in reading.alternatives:
        if words := first_words(other, reading.format):
            lines.append(f"  {other.encoding} would read: {words}")
    lines.append("  Name the right one with --input-encoding.")
    console.warn("\n".join(lines))


def _convert(request: argparse.Namespace, console: Console) -> int:
    """1 when something of IN could not become a cue."""
    _refuse_same(request.file, request.output)
    form = format_for(request.output)
    reading = read_track(request.file, request.language, request.input_encoding)
    losses = write_track(reading.track, request.output, request.encoding)
    _warn_of_guesses(request.file, reading, console)
    for one in reading.dropped:
        console.warn(f"{request.file}, line {one.line}: {one.reason}: {one.text}")
    for loss in (*reading.losses, *losses):
        console.warn(loss)
    cues = len(reading.track.cues)
    console.result(
        {
            "file": str(request.file),
            "out": str(request.output),
            "language": reading.track.language,
            "format": form.name,
            "encoding": request.encoding,
            "cues": cues,
            "dropped": sum(one.time_code for one in reading.dropped),
            "repairs": _repairs(reading),
            "losses": [*reading.losses, *losses],
        },
        f"{request.output}: {form.title}, {request.encoding}, {counted(cues, 'cue')}",
    )
    return FINDINGS if reading.dropped else DONE


def _refuse_same(read: Path, written: Path) -> None:
    """Input and output must be two files: what a format cannot hold would be gone for good."""
    if written.exists() and read.exists() and written.samefile(read):
        raise BadValue(f"{written} is the file that is read.", hint="Write to another name.")


def _pair(request: argparse.Namespace, console: Console) -> int:
    """1 when something of A or B could not become a cue."""
    for side in (request.a, request.b):
        if request.output is not None:
            _refuse_same(side, request.output)
    if request.output is not None and request.output.suffix.lower() != ".toml":
        format_for(request.output)
    first, second = (
        read_track(path, "", request.input_encoding) for path in (request.a, request.b)
    )
    for path, reading in ((request.a, first), (request.b, second)):
        _warn_of_guesses(path, reading, console)
    with console.progress("Linking") as progress:
        pairing = link(first.track, second.track, progress)
    losses = _write_pair(request, first.track, second.track, pairing)
    for loss in losses:
        console.warn(loss)
    console.result(
        _pair_data(request, first.track, second.track, pairing),
        _pair_shown(first.track, second.track, pairing),
    )
    return FINDINGS if first.dropped or second.dropped else DONE


def _write_pair(
    request: argparse.Namespace, a: Track, b: Track, pairing: Pairing
) -> tuple[str, ...]:
    out: Path | None = request.output
    if out is None:
        return ()
    if out.suffix.lower() == ".toml":
        near = [_beside(path, out) for path in (request.a, request.b)]
        save_links(out, marked(a, b, pairing, *near))
        return ()
    return write_track(bilingual(a, b, pairing), out)


def _beside(path: Path, out: Path) -> str:
    """The track's path as the links file names it: relative to its folder."""
    try:
        return Path(os.path.relpath(path.resolve(), out.resolve().parent)).as_posix()
    except ValueError:
        # Another drive of a Windows machine has no relative path.
        return path.resolve().as_posix()


def _pair_data(request: argparse.Namespace, a: Track, b: Track, pairing: Pairing) -> dict[str, Any]:
    of_a, of_b = ({cue.id: n for n, cue in enumerate(track.cues)} for track in (a, b))
    return {
        "a": str(request.a),
        "b": str(request.b),
        "links": [
            {
                "a": [of_a[id] for id in one.a],
                "b": [of_b[id] for id in one.b],
                "confidence": one.confidence,
            }
            for one in pairing.links
        ],
        "offset": pairing.offset / 1000,
        "speed": float(pairing.speed),
    }


def _pair_shown(a: Track, b: Track, pairing: Pairing) -> RenderableType:
    ours, theirs = ({cue.id: cue for cue in track.cues} for track in (a, b))
    table = Table(box=None, pad_edge=False)
    for title in ("Start", a.language, b.language, "Sure"):
        table.add_column(title, justify="right" if title == "Sure" else "left")
    for one in pairing.links:
        left, right = ([ours[id] for id in one.a], [theirs[id] for id in one.b])
        table.add_row(
            clock_text((left or right)[0].start, "."),
            escape(" | ".join(" ".join(plain_lines(cue.text)) for cue in left)) or "[dim]—[/]",
            escape(" | ".join(" ".join(plain_lines(cue.text)) for cue in right)) or "[dim]—[/]",
            f"{one.confidence:.2f}"
            if one.confidence >= SURE
            else f"[yellow]{one.confidence:.2f}[/]",
        )
    told = f"{counted(len(pairing.links), 'link')}"
    if pairing.offset or pairing.speed != 1:
        told += f"; {b.language} is moved by {pairing.offset / 1000:g} s at speed {pairing.speed}"
    return Group(table, told)


_ACTIONS: dict[str, Callable[[argparse.Namespace, Console], int]] = {
    "check": _check,
    "convert": _convert,
    "pair": _pair,
}
