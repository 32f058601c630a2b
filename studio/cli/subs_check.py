"""`lobbycard subs check`: findings in one file or many, by language and by pair, and reports."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.table import Table

from studio.cli.command import DONE, FINDINGS, WRONG_REQUEST
from studio.cli.console import Console
from studio.cli.subs_import import about, refuse_same, repairs_data, warn_of_guesses
from studio.core.children import in_child
from studio.core.errors import BadValue, StudioError, explain
from studio.core.progress import Progress, Span
from studio.media.film import Film
from studio.media.probe import probe
from studio.presets import store
from studio.shots.analyse import analyse
from studio.subs.checks.base import CHECKS, Around, CheckProfile, Finding
from studio.subs.cue import Track
from studio.subs.fixes.base import Desk
from studio.subs.formats.times import clock_text
from studio.subs.language import of_name
from studio.subs.linking import Link, Pairing, link
from studio.subs.reading import Reading, read_track
from studio.subs.report import CheckedFile, findings_data
from studio.subs.report_files import findings_of, refuse_ending, write_reports
from studio.subs.splitting import Split, two_languages

_PROFILE = "streaming"
_BLAMED = ("error", "warning")
_SECONDS = 120.0
"""A decoder that says nothing for so long hangs."""


@dataclass(frozen=True, slots=True)
class Read:
    """A file that could be read."""

    path: Path
    reading: Reading
    parts: Split | None = None
    """Its two languages, where it shows two and none was named."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One file's reading and findings; `languages` are those of the findings in a file of two."""

    path: Path
    reading: Reading
    findings: tuple[Finding, ...]
    languages: tuple[str, ...] = ()

    @property
    def blamed(self) -> bool:
        """Whether there is an error, a warning, or something that is no cue."""
        return bool(self.reading.dropped) or any(
            finding.severity in _BLAMED for finding in self.findings
        )


@dataclass(frozen=True, slots=True)
class Means:
    """What the files are looked at with."""

    profile: CheckProfile
    film: Film | None
    around: Around

    def desk(self, pair: Sequence[Read], progress: Progress) -> Desk:
        """One file, or two linked ones, with everything known of them."""
        video = self.film.video if self.film is not None else None
        rate = video.rate if video is not None and video.constant_rate else None
        a, parts = pair[0].reading.track, pair[0].parts
        if parts is not None:
            a, b = parts.first, parts.second
            return Desk(a, self.profile, b, same_ids(a, b), rate, self.around)
        if len(pair) < 2:
            return Desk(a, self.profile, rate=rate, around=self.around)
        b = pair[1].reading.track
        return Desk(a, self.profile, b, link(a, b, progress), rate, self.around)


def same_ids(a: Track, b: Track) -> Pairing:
    """The links of two tracks that were one: cues of one id stand together."""
    ids_b = {cue.id for cue in b.cues}
    ids_a = {cue.id for cue in a.cues}
    links = [Link((cue.id,), (cue.id,) if cue.id in ids_b else (), 1.0) for cue in a.cues]
    return Pairing((*links, *(Link((), (one.id,), 1.0) for one in b.cues if one.id not in ids_a)))


def limits_arguments(parser: argparse.ArgumentParser) -> None:
    """What `check` and `fix` share."""
    parser.add_argument("--language", default="", help="BCP 47, such as zh-Hans; else guessed")
    parser.add_argument(
        "--profile",
        default=_PROFILE,
        help="limits to check against; `lobbycard presets list` names them. With one for two "
        "languages, such as bilingual-screen, files of one film are checked against each other",
    )
    parser.add_argument("--film", type=Path, help="count in this film's frames")
    parser.add_argument(
        "--cuts", action="store_true", help="find the film's cuts, and judge cue edges by them"
    )
    parser.add_argument(
        "--captions",
        default="cinema-bilingual",
        metavar="STYLE",
        help="the caption style that widths, heights and glyphs are judged in; none: not judged",
    )
    parser.add_argument(
        "--market", default="", help="words that this market forbids, such as cn; else none"
    )
    parser.add_argument("--children", action="store_true", help="speeds for children's programmes")


def check_arguments(actions: Any) -> argparse.ArgumentParser:
    """The parser of `check`."""
    parser: argparse.ArgumentParser = actions.add_parser(
        "check",
        help="what is wrong with subtitle files",
        description="Findings by the limits of each file's language. Exit code 1 when a finding is "
        "an error or a warning, or when something of a file could not become a cue.",
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    limits_arguments(parser)
    parser.add_argument(
        "--report",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help="write .html (with pictures where a film is named), .csv or .json; may be repeated",
    )
    return parser


def run_check(request: argparse.Namespace, console: Console) -> int:
    """1 on errors, warnings or dropped cues; 2 when a file cannot be read at all."""
    _check_reports(request)
    with console.progress("Checking") as progress:
        means = means_of(request, Span(progress, 0.0, 0.4))
        read = read_all(request, console)
        if not read:
            return WRONG_REQUEST
        checked = _checked(read, means, Span(progress, 0.4, 0.7))
        _write_reports(request, checked, means, Span(progress, 0.7, 1.0))
    for one in checked:
        warn_of_guesses(one.path, one.reading, console)
    shown = Group(*(_file_shown(one) for one in checked))
    console.result({"files": [_file_data(one) for one in checked]}, shown)
    if len(read) < len(request.files):
        return WRONG_REQUEST
    return FINDINGS if any(one.blamed for one in checked) else DONE


def means_of(request: argparse.Namespace, progress: Progress) -> Means:
    """The profile, the film with its cuts, the caption style and the words that were asked for."""
    profile = store.profile(request.profile)
    style = None if request.captions == "none" else store.caption_style(request.captions)
    words = store.words_for(request.market) if request.market else ()
    around = Around(style=style, words=words, children=request.children)
    if request.film is None:
        if request.cuts:
            raise BadValue("--cuts needs a film.", hint="Name it with --film.")
        return Means(profile, None, around)
    film = probe(request.film, Span(progress, 0.0, 0.1))
    around = replace(around, frame=film.video.display)
    if request.cuts:
        around = replace(around, cuts=_cuts(film, Span(progress, 0.1, 1.0)))
    return Means(profile, film, around)


def _cuts(film: Film, progress: Progress) -> tuple[Fraction, ...]:
    """Hard cuts and the ends of transitions, in seconds from the first frame."""
    analysis = in_child(analyse, film, progress=progress, seconds=_SECONDS)
    shots = analysis.detect(0.5).shots
    return tuple(film.time_of(shot.start) for shot in shots[1:])


def read_all(request: argparse.Namespace, console: Console) -> list[Read]:
    """Every file that can be read; what is wrong with the others is said."""
    read: list[Read] = []
    for path in request.files:
        try:
            reading = read_track(path, request.language, request.input_encoding)
            parts = None if request.language else two_languages(reading.track)
            read.append(Read(path, reading, parts))
        except StudioError as error:
            console.notice(explain(error))
    return read


def in_pairs(read: Sequence[Read], profile: CheckProfile) -> list[list[Read]]:
    """Files that belong together, where the profile is for two languages.

    Two files are a pair; of more, those in one folder whose names differ by their language only.
    """
    if profile.screen is None:
        return [[one] for one in read]
    whole = [[one] for one in read if one.parts is not None]
    if whole:
        return [*whole, *in_pairs([one for one in read if one.parts is None], profile)]
    if len(read) == 2:
        return [list(read)]
    groups: dict[object, list[Read]] = {}
    for one in read:
        language = of_name(one.path.name)
        stem = one.path.stem[: -len(language) - 1] if language else one.path.name
        groups.setdefault((one.path.parent, stem), []).append(one)
    made: list[list[Read]] = []
    for group in groups.values():
        made += [group] if len(group) == 2 else [[one] for one in group]
    return made


def _checked(read: Sequence[Read], means: Means, progress: Progress) -> list[Checked]:
    """In the order in which the files were named."""
    found: dict[int, Checked] = {}
    for pair in in_pairs(read, means.profile):
        desk = means.desk(pair, progress)
        sides = [findings_of(desk, side) for side in range(len(desk.tracks))]
        if pair[0].parts is not None:
            found[id(pair[0])] = _both(pair[0], desk, sides)
            continue
        for one, findings in zip(pair, sides, strict=True):
            found[id(one)] = Checked(one.path, one.reading, findings)
    return [found[id(one)] for one in read]


def _both(one: Read, desk: Desk, sides: Sequence[tuple[Finding, ...]]) -> Checked:
    """The findings of both languages of one file, by the cues of the file."""
    places = {cue.id: n for n, cue in enumerate(one.reading.track.cues)}
    listed = [
        (replace(finding, cue=places[track.cues[finding.cue].id]), track.language)
        for track, findings in zip(desk.tracks, sides, strict=True)
        for finding in findings
    ]
    listed.sort(key=lambda pair: pair[0].cue)
    findings = tuple(finding for finding, _ in listed)
    return Checked(one.path, one.reading, findings, tuple(language for _, language in listed))


def _check_reports(request: argparse.Namespace) -> None:
    for path in request.report:
        refuse_ending(path)
        for file in request.files:
            refuse_same(file, path)


def _write_reports(
    request: argparse.Namespace, checked: Sequence[Checked], means: Means, progress: Progress
) -> None:
    paths = [one.path for one in checked]
    short = len({path.name for path in paths}) == len(paths)
    files = [
        CheckedFile(one.path.name if short else str(one.path), one.reading.track, one.findings)
        for one in checked
    ]
    write_reports(request.report, files, means.profile, means.film, means.around.style, progress)


def _file_data(one: Checked) -> dict[str, Any]:
    reading = one.reading
    findings = findings_data(one.findings)
    for data, language in zip(findings, one.languages, strict=False):
        data["language"] = language
    return {
        "file": str(one.path),
        "language": _language(one),
        "format": reading.format,
        "encoding": reading.encoding,
        "cues": len(reading.track.cues),
        "dropped": sum(dropped.time_code for dropped in reading.dropped),
        "repairs": repairs_data(reading),
        "findings": findings,
    }


def _language(one: Checked) -> str:
    return "+".join(dict.fromkeys(one.languages)) or one.reading.track.language


_COLOURS = {"error": "red", "warning": "yellow", "hint": "dim"}


def _file_shown(one: Checked) -> RenderableType:
    reading = one.reading
    head = about(one.path, reading)
    parts: list[RenderableType] = [f"[bold]{escape(head)}[/]"]
    for each in repairs_data(reading):
        place = f"line {each['line']}: " if each["line"] else ""
        parts.append(f"  {place}{escape(each['text'])}".replace("\n", "\n    "))
    parts += [f"  {escape(loss)}" for loss in reading.losses]
    if not one.findings:
        return Group(*parts, "  No findings.", "")
    if one.languages:
        parts.append("  Each language is checked by itself.")
    parts += [_findings_shown(one.findings, one.languages), ""]
    return Group(*parts)


def _findings_shown(findings: Sequence[Finding], languages: Sequence[str]) -> RenderableType:
    """A table of findings, and below it where the limits come from."""
    table = Table(box=None, pad_edge=True)
    for title in ("Cue", *(("",) if languages else ()), "Start", "", "Check", "What"):
        table.add_column(title, justify="right" if title == "Cue" else "left")
    for number, finding in enumerate(findings):
        table.add_row(
            str(finding.cue + 1),
            *((languages[number],) if languages else ()),
            clock_text(finding.start, "."),
            f"[{_COLOURS[finding.severity]}]{finding.severity}[/]",
            finding.check,
            escape(finding.message),
        )
    sources = dict.fromkeys(finding.source for finding in findings)
    mendable = sum(CHECKS[finding.check].fixable for finding in findings)
    told = [f"  [dim]Limits: {escape(source)}[/]" for source in sources]
    if mendable:
        told.append(f"  [dim]`lobbycard subs fix` may mend {mendable} of {len(findings)}.[/]")
    return Group(table, *told)
