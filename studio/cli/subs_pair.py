"""`lobbycard subs pair`: two languages of a film linked, n to m; one film or many."""

from __future__ import annotations

import argparse
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.table import Table

from studio.cli.command import DONE, FINDINGS, WRONG_REQUEST
from studio.cli.console import Console
from studio.cli.subs_import import refuse_same, warn_of_guesses
from studio.core.errors import BadValue, StudioError, explain
from studio.core.words import counted
from studio.subs.bilingual import Together, bilingual
from studio.subs.cue import Track
from studio.subs.formats.base import FORMATS
from studio.subs.formats.times import clock_text
from studio.subs.language import without_language
from studio.subs.linking import SURE, Pairing, link
from studio.subs.links_file import marked, save_links
from studio.subs.plain import plain_lines
from studio.subs.reading import Reading, read_track
from studio.subs.writing import format_for, planned

_LINKS = ".toml"


def pair_arguments(actions: Any) -> argparse.ArgumentParser:
    """The arguments of `pair`, added to those of `subs`."""
    made: argparse.ArgumentParser = actions.add_parser(
        "pair",
        help="link the cues of two languages, n to m",
        description="With more than two files those are pairs whose names differ only in the "
        "language (film.zh-Hans.srt, film.en.srt), the one named first is A, and OUT is a folder. "
        f"A link below {SURE} is one to look at. Exit code 1 when something of a file could not "
        "become a cue.",
    )
    made.add_argument("files", nargs="+", type=Path, metavar="FILE", help="A B, or many")
    made.add_argument(
        "-o", "--output", type=Path, metavar="OUT", help="a bilingual .srt, .vtt, .ass, or .toml"
    )
    made.add_argument(
        "--format", default="", choices=(*FORMATS.names(), "toml"), help="of many files' OUT"
    )
    made.add_argument("--encoding", default="", help="of OUT; that of both files, else utf-8")
    made.add_argument("--above", default="a", choices=("a", "b"), help="the language that is above")
    made.add_argument("--apart", action="store_true", help="each cue by itself, with its own times")
    made.add_argument("--style-a", default="", metavar="NAME", help="with --apart: style of A")
    made.add_argument("--style-b", default="", metavar="NAME", help="with --apart: style of B")
    return made


@dataclass(frozen=True, slots=True)
class _Job:
    """Two files and where their pairing goes."""

    a: Path
    b: Path
    out: Path | None


@dataclass(frozen=True, slots=True)
class _Paired:
    """Two readings and their links."""

    job: _Job
    a: Reading
    b: Reading
    pairing: Pairing

    @property
    def dropped(self) -> bool:
        return bool(self.a.dropped or self.b.dropped)


def pair(request: argparse.Namespace, console: Console) -> int:
    """1 when something of a file could not become a cue; 2 when some could not be paired."""
    jobs = _jobs(request)
    many = len(jobs) > 1
    done: list[_Paired] = []
    with console.progress("Linking") as progress:
        for job in jobs:
            try:
                paired = _paired(job, request, console)
                done.append(paired)
                progress.report(len(done) / len(jobs))
            except StudioError as error:
                if not many:
                    raise
                console.notice(explain(error))
    told = [_data(one) for one in done]
    console.result(
        {"pairs": told} if many else told[0], Group(*(_shown(one, many=many) for one in done))
    )
    if len(done) < len(jobs):
        return WRONG_REQUEST
    return FINDINGS if any(one.dropped for one in done) else DONE


def _jobs(request: argparse.Namespace) -> list[_Job]:
    """What belongs together, and where it goes. Raises BadValue."""
    out: Path | None = request.output
    if len(request.files) == 2 and not (out is not None and out.is_dir()):
        return [_checked(_Job(request.files[0], request.files[1], out))]
    pairs = _by_name(request.files)
    if out is not None and not request.format:
        raise BadValue(
            f"{out} is a folder: the format is not named.",
            hint="Add --format srt, vtt, ass, ttml or toml.",
        )
    if out is None:
        return [_Job(a, b, None) for a, b in pairs.values()]
    suffix = ".links.toml" if request.format == "toml" else ""
    suffix = suffix or FORMATS[request.format].extensions[0]
    return [_checked(_Job(a, b, out / f"{film}{suffix}")) for film, (a, b) in pairs.items()]


def _by_name(files: list[Path]) -> dict[str, tuple[Path, Path]]:
    """The two languages of each film, by the names of their files."""
    films: dict[str, list[Path]] = {}
    for path in files:
        films.setdefault(without_language(path.name), []).append(path)
    for film, paths in films.items():
        if len(paths) != 2:
            names = ", ".join(str(path) for path in paths)
            raise BadValue(
                f"Of {film} there are {len(paths)} files, not two: {names}.",
                hint="Name two languages of each film, such as film.zh-Hans.srt and film.en.srt.",
            )
    return {film: (paths[0], paths[1]) for film, paths in films.items()}


def _checked(job: _Job) -> _Job:
    if job.out is not None:
        refuse_same(job.a, job.out)
        refuse_same(job.b, job.out)
        if job.out.suffix.lower() != _LINKS:
            format_for(job.out)
    return job


def _paired(job: _Job, request: argparse.Namespace, console: Console) -> _Paired:
    first, second = (read_track(path, "", request.input_encoding) for path in (job.a, job.b))
    for path, reading in ((job.a, first), (job.b, second)):
        warn_of_guesses(path, reading, console)
    made = _Paired(job, first, second, link(first.track, second.track))
    for loss in _written(made, request):
        console.warn(loss)
    return made


def _written(made: _Paired, request: argparse.Namespace) -> tuple[str, ...]:
    out, a, b = made.job.out, made.a.track, made.b.track
    if out is None:
        return ()
    if out.suffix.lower() == _LINKS:
        near = [_beside(path, out) for path in (made.job.a, made.job.b)]
        save_links(out, marked(a, b, made.pairing, *near))
        return ()
    way = Together(request.above, request.apart, request.style_a, request.style_b)
    same = made.a.encoding if made.a.encoding == made.b.encoding else "utf-8"
    plan = planned(bilingual(a, b, made.pairing, way), out, request.encoding or same)
    plan.write()
    return plan.losses


def _beside(path: Path, out: Path) -> str:
    """The track's path as the links file names it: relative to its folder."""
    try:
        return Path(os.path.relpath(path.resolve(), out.resolve().parent)).as_posix()
    except ValueError:
        # Another drive of a Windows machine has no relative path.
        return path.resolve().as_posix()


def _data(one: _Paired) -> dict[str, Any]:
    tracks = one.a.track, one.b.track
    of_a, of_b = ({cue.id: n for n, cue in enumerate(track.cues)} for track in tracks)
    return {
        "a": str(one.job.a),
        "b": str(one.job.b),
        "links": [
            {
                "a": [of_a[id] for id in each.a],
                "b": [of_b[id] for id in each.b],
                "confidence": each.confidence,
            }
            for each in one.pairing.links
        ],
        "offset": one.pairing.offset / 1000,
        "speed": float(one.pairing.speed),
    }


def _shown(one: _Paired, *, many: bool) -> RenderableType:
    told = _summary(one)
    if many:
        return escape(f"{one.job.a} + {one.job.b}: {told}")
    return Group(_table(one.a.track, one.b.track, one.pairing), told)


def _summary(one: _Paired) -> str:
    pairing, language = one.pairing, one.b.track.language
    told = f"{counted(len(pairing.links), 'link')}, {len(pairing.doubtful)} to look at"
    if pairing.offset or pairing.speed != 1:
        told += f"; {language} is moved by {pairing.offset / 1000:g} s at speed {pairing.speed}"
    return told if one.job.out is None else f"{told}; written to {one.job.out}"


def _table(a: Track, b: Track, pairing: Pairing) -> Table:
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
    return table
