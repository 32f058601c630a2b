"""`lobbycard conform`: where a film's times lie in a new edit; a campaign taken over to it."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from rich.markup import escape
from rich.table import Table

from studio.campaign.adding import relative_to
from studio.campaign.document import FilmEntry
from studio.campaign.file import campaign_path
from studio.campaign.project import Project
from studio.campaign.project_file import Opened, open_project, save_project
from studio.campaign.reediting import Carried, ReEdit, decided_frames, edits_named, re_edited
from studio.campaign.sources import remember
from studio.cli.command import DONE, FINDINGS, command
from studio.cli.console import Console
from studio.cli.probe import read_film
from studio.conform.conform import Conformed, Found, conform
from studio.conform.stills import find_stills
from studio.core.children import in_child
from studio.core.errors import BadValue, CannotRead
from studio.core.progress import Progress, Span
from studio.core.time import clock, parse_time
from studio.core.words import counted
from studio.media.film import Film
from studio.media.identity import content_hash
from studio.media.overrides import Overrides
from studio.shots.analyse import Analysis, analyse
from studio.shots.earlier import earlier

_SECONDS = 120.0


@dataclass(frozen=True, slots=True, eq=False)
class _Edits:
    """Two edits, read and aligned."""

    made: Conformed
    analyses: tuple[Analysis, Analysis]


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "old",
        type=Path,
        metavar="OLD",
        help="the film as it was; where it was overwritten in a campaign, the same as NEW",
    )
    parser.add_argument("new", type=Path, metavar="NEW", help="its new edit")
    parser.add_argument(
        "--time",
        dest="times",
        action="append",
        default=[],
        metavar="TIME",
        help="say where this time of OLD lies; may be given again",
    )
    parser.add_argument(
        "--campaign",
        type=Path,
        metavar="CAMPAIGN",
        help="put NEW in the place of OLD there; stills and marks go along",
    )
    parser.add_argument("--film", default="", metavar="ID", help="which film of the campaign")
    parser.add_argument("--dry-run", action="store_true", help="only say what would be carried")


@command("conform", "find a film's times and stills again in a new edit of it", _arguments)
def run(request: argparse.Namespace, console: Console) -> int:
    """Exit code 1 when a time that was asked for, a still or a mark is not in the new edit."""
    if request.campaign is not None:
        return _take_over(request, console)
    with console.progress("Comparing") as progress:
        edits = _read(request.old, request.new, Overrides(), progress)
    rate = edits.made.old.video.rate
    times = [(text, parse_time(text, rate)) for text in request.times]
    found = [(text, time, edits.made.new_time(time)) for text, time in times]
    data = _data(edits.made) | {"times": [_time_data(*one) for one in found]}
    console.result(data, _time_table(found) if found else _table(edits.made))
    _warn(edits.made, console)
    return DONE if all(one[2] is not None for one in found) else FINDINGS


def _read(old: Film | Path, new: Path, read_as: Overrides, progress: Progress) -> _Edits:
    films, analyses = [], []
    for number, given in enumerate((old, new)):
        part = Span(progress, number * 0.4, number * 0.4 + 0.4)
        probing = Span(part, 0.0, 0.1)
        films.append(given if isinstance(given, Film) else read_film(given, read_as, probing))
        rest = Span(part, 0.1, 1.0)
        analyses.append(in_child(analyse, films[-1], progress=rest, seconds=_SECONDS))
    made = in_child(
        conform,
        films[0],
        analyses[0],
        films[1],
        analyses[1],
        progress=Span(progress, 0.8, 0.95),
        seconds=_SECONDS,
    )
    return _Edits(made, (analyses[0], analyses[1]))


def _take_over(request: argparse.Namespace, console: Console) -> int:
    path = campaign_path(request.campaign)
    opened = open_project(path)
    entry = _entry(opened, request.old, request.film)
    source = relative_to(opened.folder, request.new)
    old = request.old
    if old.resolve() == request.new.resolve():
        old = _overwritten(opened.project, entry, request.new)
    with console.progress("Comparing") as progress:
        edits = _read(old, request.new, entry.read_as, progress)
        pts = decided_frames(opened.project, entry.id, edits.made.old)
        frames = in_child(
            find_stills,
            edits.made,
            edits.analyses,
            pts,
            progress=Span(progress, 0.95, 1.0),
            seconds=_SECONDS,
        )
    edit = re_edited(
        opened.project, entry.id, source, edits.made, dict(zip(pts, frames, strict=True))
    )
    if not request.dry_run:
        before = replace(opened.project, tracks=edit.project.tracks)
        saved = save_project(edit.project, path, opened.folder, before, opened.seen)
        remember(saved.project.campaign, opened.folder)
    _show(edits.made, edit, entry, console)
    return FINDINGS if edit.gone else DONE


def _overwritten(project: Project, entry: FilmEntry, path: Path) -> Film:
    """The film that lay at `path` before: the one that marks and stills name. Raises CannotRead."""
    content = content_hash(path)
    for sha256 in edits_named(project, entry.id):
        film = earlier(sha256) if sha256 != content else None
        if film is not None:
            return film
    raise CannotRead(
        f"Of the film that was at {path} before nothing is known.",
        hint="Name the old edit's file as OLD.",
    )


def _entry(opened: Opened, old: Path, film: str) -> FilmEntry:
    """The film of the campaign that is to have a new edit. Raises BadValue."""
    campaign = opened.project.campaign
    if film:
        return campaign.film(film)
    full = old.resolve()
    named = [one for one in campaign.films if (opened.folder / one.source).resolve() == full]
    if len(named) == 1:
        return named[0]
    told = "no film" if not named else "more than one film"
    raise BadValue(
        f"{opened.path} has {told} whose file is {old}.",
        hint="Name the film: --film " + "|".join(one.id for one in named or campaign.films),
    )


def _seconds(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def _data(made: Conformed) -> dict[str, object]:
    return {
        "old": str(made.old.path),
        "new": str(made.new.path),
        "kept": round(made.kept, 4),
        "spans": [
            {
                "old_start": float(one.old_start),
                "old_end": float(one.old_end),
                "new_start": float(one.new_start),
                "new_end": float(one.new_end),
                "speed": str(one.speed),
                "confidence": one.confidence,
            }
            for one in made.spans
        ],
        "added": [{"start": float(start), "end": float(end)} for start, end in made.added],
        "notes": list(made.notes),
    }


def _time_data(text: str, old: Fraction, found: Found | None) -> dict[str, object]:
    return {
        "asked": text,
        "old": float(old),
        "new": None if found is None else float(found.seconds),
        "confidence": 0.0 if found is None else found.confidence,
    }


def _table(made: Conformed) -> Table:
    table = Table(box=None, pad_edge=False, title_justify="left")
    table.title = f"{made.kept:.0%} of {escape(made.old.path.name)} is in the new edit"
    for title in ("Old", "to", "New", "to", "Sure"):
        table.add_column(title, justify="right" if title == "Sure" else "left")
    for one in made.spans:
        times = (one.old_start, one.old_end, one.new_start, one.new_end)
        table.add_row(*map(clock, times), f"{one.confidence:.2f}")
    for start, end in made.added:
        table.add_row("[dim]not there[/]", "", clock(start), clock(end), "")
    return table


def _time_table(found: list[tuple[str, Fraction, Found | None]]) -> Table:
    table = Table(box=None, pad_edge=False)
    for title in ("Old", "New", "Sure"):
        table.add_column(title)
    for text, _, one in found:
        new = "[red]gone[/]" if one is None else clock(one.seconds)
        table.add_row(escape(text), new, "" if one is None else f"{one.confidence:.2f}")
    return table


def _show(made: Conformed, edit: ReEdit, entry: FilmEntry, console: Console) -> None:
    table = Table(box=None, pad_edge=False)
    for title in ("", "Old", "New", "Sure"):
        table.add_column(title)
    for one in edit.carried:
        new = "[red]gone[/]" if one.new is None else clock(one.new)
        sure = "" if one.new is None else f"{one.confidence:.2f}"
        table.add_row(escape(one.text), clock(one.old), new, sure)
    carried = [_carried_data(one) for one in edit.carried]
    console.result(_data(made) | {"film": entry.id, "carried": carried}, table)
    _warn(made, console)
    if edit.gone:
        console.warn(f"{counted(len(edit.gone), 'decision')} not in the new edit; pick anew.")
    if entry.tracks:
        console.warn("The subtitles of the film were not moved.")


def _carried_data(one: Carried) -> dict[str, object]:
    return {
        "kind": one.kind,
        "poster": one.poster,
        "state": one.state,
        "old": float(one.old),
        "new": _seconds(one.new),
        "confidence": one.confidence,
    }


def _warn(made: Conformed, console: Console) -> None:
    for note in made.notes:
        console.warn(note)
    if not made.spans:
        console.warn("The two films share no picture.")
