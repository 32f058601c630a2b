"""`lobbycard subs fix`: mends what can be mended, in both languages at once; or only shows it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.table import Table

from studio.cli.command import DONE, FINDINGS, WRONG_REQUEST
from studio.cli.console import Console
from studio.cli.subs_check import Means, Read, in_pairs, limits_arguments, means_of, read_all
from studio.cli.subs_import import refuse_same, warn_of_guesses
from studio.core.errors import BadValue, CannotWrite
from studio.core.progress import Progress, Span
from studio.core.words import counted
from studio.subs.checks.base import Finding
from studio.subs.cue import Cue, Track
from studio.subs.fixes.base import FIXES
from studio.subs.fixes.run import Step, proposed
from studio.subs.formats.times import clock_text
from studio.subs.reading import format_for, write_track
from studio.subs.report import findings_data
from studio.subs.splitting import rejoined


@dataclass(frozen=True, slots=True)
class _Fixed:
    """One file and what was mended in it; `out` None where it is only shown."""

    read: Read
    sides: tuple[int, ...]
    track: Track
    steps: tuple[Step, ...]
    before: tuple[Finding, ...]
    after: tuple[Finding, ...]
    out: Path | None


def fix_arguments(actions: Any) -> argparse.ArgumentParser:
    """The parser of `fix`."""
    parser: argparse.ArgumentParser = actions.add_parser(
        "fix",
        help="mend what can be mended without a new finding",
        description="Writes mended copies; the files that were read stay as they are. No fix "
        "brings a finding that was not there, and what changes is listed. Exit code 1 when errors "
        "or warnings are left.",
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="OUT", help="the mended file; of several, their folder"
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="show what would change, write nothing"
    )
    limits_arguments(parser)
    parser.add_argument(
        "--only",
        nargs="+",
        default=(),
        metavar="CHECK",
        help=f"mend only what these find: {', '.join(FIXES.names())}",
    )
    return parser


def run_fix(request: argparse.Namespace, console: Console) -> int:
    """1 when errors or warnings are left; 2 when a file cannot be read at all."""
    _outs(request)
    with console.progress("Mending") as progress:
        means = means_of(request, Span(progress, 0.0, 0.4))
        read = read_all(request, console)
        if not read:
            return WRONG_REQUEST
        fixed = _fixed(request, means, read, Span(progress, 0.4, 1.0))
    ordered = [fixed[id(one)] for one in read]
    losses = _written(ordered)
    for mended, lost in zip(ordered, losses, strict=True):
        warn_of_guesses(mended.read.path, mended.read.reading, console)
        for loss in lost:
            console.warn(f"{mended.out}: {loss}")
    console.result({"files": [_data(one) for one in ordered]}, Group(*map(_shown, ordered)))
    if len(read) < len(request.files):
        return WRONG_REQUEST
    left = any(f.severity != "hint" for one in ordered for f in one.after)
    return FINDINGS if left or any(one.read.reading.dropped for one in ordered) else DONE


def _fixed(
    request: argparse.Namespace, means: Means, read: Sequence[Read], progress: Progress
) -> dict[int, _Fixed]:
    """What became of each file, by the identity of its reading."""
    outs = _outs(request)
    fixed: dict[int, _Fixed] = {}
    for pair in in_pairs(read, means.profile):
        desk = means.desk(pair, Span(progress, 0.0, 0.3))
        made = proposed(desk, request.only, progress=Span(progress, 0.3, 1.0))
        parts = pair[0].parts
        if parts is not None and made.b is not None:
            again = replace(parts, first=made.a, second=made.b)
            track = rejoined(again, pair[0].reading.track)
            before, after = made.before[0] + made.before[1], made.after[0] + made.after[1]
            out = outs.get(pair[0].path)
            fixed[id(pair[0])] = _Fixed(pair[0], (0, 1), track, made.steps, before, after, out)
            continue
        for side, one in enumerate(pair):
            track = made.a if side == 0 or made.b is None else made.b
            before, after = made.before[side], made.after[side]
            out = outs.get(one.path)
            fixed[id(one)] = _Fixed(one, (side,), track, made.steps, before, after, out)
    return fixed


def _outs(request: argparse.Namespace) -> dict[Path, Path]:
    """Where each file's mended copy goes; never onto a file that is read."""
    out: Path | None = request.output
    if request.dry_run:
        return {}
    if out is None:
        raise BadValue("fix writes to another file.", hint="Name it with -o, or use --dry-run.")
    if len(request.files) == 1 and not out.is_dir():
        made = {request.files[0]: out}
    else:
        made = {path: out / path.name for path in request.files}
        if len(set(made.values())) < len(made):
            raise BadValue(f"Two files would have one name in {out}.", hint="Rename one of them.")
    for written in made.values():
        format_for(written)
        for path in request.files:
            refuse_same(path, written)
    return made


def _written(fixed: Sequence[_Fixed]) -> list[tuple[str, ...]]:
    losses: list[tuple[str, ...]] = []
    for one in fixed:
        if one.out is None:
            losses.append(())
            continue
        try:
            one.out.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CannotWrite(f"{one.out.parent}: {error.strerror}.") from error
        losses.append(write_track(one.track, one.out))
    return losses


def _changes(one: _Fixed) -> list[dict[str, Any]]:
    """Every change of this file's cues, in the order it was made."""
    numbers = {cue.id: n for n, cue in enumerate(one.read.reading.track.cues)}
    return [
        {
            "check": step.check,
            "does": step.says,
            "cue": numbers[edit.before.id],
            "before": _cue(edit.before),
            "after": _cue(edit.after) if edit.after is not None else None,
        }
        for step in one.steps
        for edit in step.edits
        if edit.side in one.sides
    ]


def _cue(cue: Cue) -> dict[str, Any]:
    return {"start": cue.start / 1000, "end": cue.end / 1000, "text": cue.text}


def _data(one: _Fixed) -> dict[str, Any]:
    return {
        "file": str(one.read.path),
        "out": str(one.out) if one.out is not None else None,
        "language": one.track.language,
        "cues": len(one.track.cues),
        "found": len(one.before),
        "changes": _changes(one),
        "findings": findings_data(one.after),
    }


def _shown(one: _Fixed) -> RenderableType:
    head = f"{one.read.path}: {counted(len(one.before), 'finding')}, {len(one.after)} left"
    if one.out is not None:
        head += f"; written to {one.out}"
    changes = _changes(one)
    if not changes:
        return Group(f"[bold]{escape(head)}[/]", "  Nothing was mended.", "")
    table = Table(box=None, pad_edge=True)
    for title in ("Cue", "Check", "Before", "After"):
        table.add_column(title, justify="right" if title == "Cue" else "left")
    for change in changes:
        was, now = _told(change)
        table.add_row(str(change["cue"] + 1), change["check"], escape(was), escape(now))
    return Group(f"[bold]{escape(head)}[/]", table, "")


def _told(change: dict[str, Any]) -> tuple[str, str]:
    """Only what is different: the times, or the text."""
    before, after = change["before"], change["after"]
    if after is None:
        return before["text"] or "no text", "taken out"
    if before["text"] != after["text"]:
        return before["text"], after["text"]
    return _span(before), _span(after)


def _span(cue: dict[str, Any]) -> str:
    start, end = (round(1000 * cue[name]) for name in ("start", "end"))
    return f"{clock_text(start, '.')} – {clock_text(end, '.')}"
