"""`lobbycard export`: a campaign to all its outputs."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from rich.markup import escape
from rich.table import Table

from studio.batch.export import Exported, Order, default_out, export, prepare
from studio.batch.job import Outcome
from studio.batch.plan import Only
from studio.batch.reasons import gathered
from studio.batch.report import report_data, summary
from studio.batch.run import State, states
from studio.campaign.document import Campaign
from studio.campaign.file import campaign_path, load_campaign
from studio.cli.command import DONE, FINDINGS, command
from studio.cli.console import Console
from studio.core.errors import BadValue
from studio.core.words import counted, duration_words, nearest

_FIELDS = ("film", "market", "format", "video", "poster")


def run_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments that `export` and `make` share."""
    parser.add_argument(
        "--only", action="append", default=[], metavar="film=…,market=…,format=…,video=…,poster=…"
    )
    parser.add_argument("--dry-run", action="store_true", help="say what would be made")
    parser.add_argument(
        "--jobs", type=int, default=0, metavar="N", help="processes, 0: as many as fit"
    )
    parser.add_argument("-o", "--output", type=Path, metavar="DIR", help="default: out/ beside it")


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("campaign", type=Path, help="campaign.toml or its folder")
    parser.add_argument(
        "--allow-outside", action="store_true", help="let sources lie outside the campaign's folder"
    )
    run_arguments(parser)


def parse_only(given: Sequence[str]) -> Only:
    """`film=a,market=cn` (repeatable; the same field twice means either). Raises BadValue."""
    found: dict[str, set[str]] = {field: set() for field in _FIELDS}
    for part in (part for text in given for part in text.split(",") if part.strip()):
        field, mark, value = part.partition("=")
        if not mark or field.strip() not in found:
            raise BadValue(
                f"--only {part.strip()}: not understood.",
                hint=f"Write film=ID,market=ID and so on. {nearest(field.strip(), _FIELDS)}",
            )
        found[field.strip()].add(value.strip())
    return Only(**{field: frozenset(values) for field, values in found.items()})


@command("export", "make every output of a campaign that is not up to date", _arguments)
def run_export(request: argparse.Namespace, console: Console) -> int:
    """Exit code 1 when an output failed."""
    path = campaign_path(request.campaign)
    campaign = load_campaign(path, outside=request.allow_outside)
    return export_campaign(path, campaign, request, console)


def export_campaign(
    path: Path, campaign: Campaign, request: argparse.Namespace, console: Console
) -> int:
    """Export the campaign of the file `path` as `request` says."""
    if not 0 <= request.jobs <= 256:
        raise BadValue(f"--jobs {request.jobs} is out of bounds.", hint="Use 1 to 256, or 0.")
    only = parse_only(request.only)
    out = request.output or default_out(path)
    if request.dry_run:
        with console.progress("Planning") as progress:
            planned = prepare(campaign, path.parent, only, progress, choose=False)
            found = states(planned.jobs, out)
        _show_states(found, planned.problems, console)
        return FINDINGS if any(one.state == "refused" for one in found) else DONE
    with console.progress(f"Exporting {campaign.name}") as progress:
        done = export(path, campaign, Order(out, only, request.jobs), progress=progress)
    _show(done, out, console)
    return FINDINGS if any(one.state == "failed" for one in done.outcomes) else DONE


def _show_states(found: Sequence[State], problems: Sequence[str], console: Console) -> None:
    table = Table(box=None, pad_edge=False)
    for title in ("State", "Output", "Why"):
        table.add_column(title)
    data = []
    for one in found:
        notes = [str(remark) for remark in one.problems or one.job.notes]
        why = "; ".join((*one.reasons, *notes))
        table.add_row(one.state, escape(one.job.output), escape(why))
        data.append(
            {
                "path": one.job.output,
                "job": one.job.key,
                "state": one.state,
                "why": why,
                "reasons": list(one.reasons),
            }
        )
    causes = gathered((one.job.output, one.reasons) for one in found)
    console.result({"outputs": data, "problems": list(problems)}, table)
    for cause in causes:
        console.say(f"{cause.text}: {counted(len(cause.outputs), 'output')}")
    for problem in problems:
        console.warn(problem)


def _show(done: Exported, out: Path, console: Console) -> None:
    console.result(report_data(done.outcomes), _table(done.outcomes))
    for problem in done.problems:
        console.warn(problem)
    if not done.outcomes:
        console.warn("Nothing is asked for: the campaign has no deliverable that fits.")
    total = counted(len(done.outcomes), "output")
    console.say(f"{total}: {summary(done.outcomes)} in {duration_words(done.seconds)}.")
    console.say(f"Report: {out / 'report.html'}")


def _table(outcomes: Sequence[Outcome]) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("State")
    table.add_column("Output", overflow="fold")
    table.add_column("Problems", overflow="fold")
    colours = {"made": "green", "kept": "dim", "failed": "red"}
    for one in outcomes:
        state = f"[{colours[one.state]}]{one.state}[/]"
        table.add_row(state, escape(one.path), escape("; ".join(map(str, one.problems))))
    return table
