"""An export from a campaign file to outputs and a report: the one call of terminal and window."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from studio.batch.job import Job, Outcome
from studio.batch.plan import Only, Sources, plan
from studio.batch.prepare import choose_stills, gather
from studio.batch.report import write_report
from studio.batch.run import Listener, run, unheard
from studio.campaign.document import Campaign
from studio.campaign.file import save_campaign
from studio.core.progress import SILENT, Progress, Span


@dataclass(frozen=True, slots=True)
class Planned:
    """A campaign ready to run: with its stills chosen, its jobs, and what was found on the way."""

    campaign: Campaign
    jobs: tuple[Job, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export did; `campaign` is the one with its stills chosen."""

    campaign: Campaign
    outcomes: tuple[Outcome, ...]
    problems: tuple[str, ...]
    seconds: float


def default_out(campaign_file: Path) -> Path:
    """`out/` beside the campaign."""
    return campaign_file.parent / "out"


def prepare(
    campaign: Campaign,
    folder: Path,
    only: Only | None = None,
    progress: Progress = SILENT,
    *,
    choose: bool = True,
) -> Planned:
    """Probe, read, choose the open stills (unless `choose` is off), and plan.

    Raises BadValue when a preset or the pattern is wrong; a film that cannot be read refuses only
    its own jobs.
    """
    sources, problems = gather(campaign, folder, Span(progress, 0, 0.3))
    unreadable = dict(sources.unreadable)
    if choose:
        campaign, failed = choose_stills(campaign, dict(sources.films), Span(progress, 0.3, 1))
        problems = (*problems, *failed.values())
    jobs = plan(campaign, Sources(sources.films, sources.tracks, unreadable))
    if only is not None:
        jobs = tuple(job for job in jobs if only.takes(job))
    progress.report(1.0, "Planned")
    return Planned(campaign, jobs, problems)


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be exported where: `workers` 0 means one process for each processor."""

    out: Path
    only: Only | None = None
    workers: int = 0


def export(
    path: Path,
    campaign: Campaign,
    order: Order,
    heard: Listener = unheard,
    progress: Progress = SILENT,
) -> Exported:
    """Export the campaign of the file `path` as `order` says, and write the report there.

    Stills that were chosen are written back to the campaign's file, so that they stay.
    Raises Cancelled when stopped (what is finished stays), CannotWrite, BadValue.
    """
    began = time.monotonic()
    planned = prepare(campaign, path.parent, order.only, Span(progress, 0, 0.2))
    if planned.campaign is not campaign and path.is_file():
        save_campaign(planned.campaign, path)
    outcomes = run(planned.jobs, order.out, order.workers, Span(progress, 0.2, 1), heard)
    seconds = time.monotonic() - began
    write_report(_with_notes(outcomes), order.out, f"{campaign.name} {campaign.version}", seconds)
    return Exported(planned.campaign, outcomes, planned.problems, seconds)


def _with_notes(outcomes: Sequence[Outcome]) -> tuple[Outcome, ...]:
    """Each problem once: an output that shows the same twice says so once."""
    return tuple(replace(one, problems=tuple(dict.fromkeys(one.problems))) for one in outcomes)
