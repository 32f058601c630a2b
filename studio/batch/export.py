"""An export from a campaign file to outputs and a report: the one call of terminal and window."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from studio.batch.course import heavy_first
from studio.batch.job import Job, Outcome
from studio.batch.made import Record, load_made
from studio.batch.plan import Only, outline, plan, stilled
from studio.batch.prepare import choose_stills, gather
from studio.batch.remaining import Speeds, learned
from studio.batch.report import write_report
from studio.batch.run import Listener, State, run, states, unheard
from studio.campaign.asking import with_chosen_stills
from studio.campaign.document import Campaign
from studio.campaign.file import load_campaign, save_campaign
from studio.core.children import PRODUCED, WAITED_FOR
from studio.core.errors import StudioError, in_full
from studio.core.progress import SILENT, Progress, Span
from studio.core.said import said


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
    steps: int = WAITED_FOR,
) -> Planned:
    """Probe, read, choose the open stills (unless `choose` is off), and plan.

    What reads the films goes `steps` of niceness back.

    Raises BadValue when a preset, the pattern or `only` is wrong, before anything is read; a film
    that cannot be read refuses only its own jobs.
    """
    asked = outline(campaign, only)
    films = {one.film.id for one in asked}
    # What nobody asked for is neither read nor chosen.
    narrowed = replace(campaign, films=tuple(one for one in campaign.films if one.id in films))
    sources, problems = gather(narrowed, folder, Span(progress, 0, 0.3), steps=steps)
    if choose:
        wanted = {(one.film.id, shown.id) for one in asked if (shown := stilled(one))}
        # And those that stand as cards before or after a film.
        wanted |= {
            (one.film.id, name) for one in asked if one.ask.video for name in one.film.reel.posters
        }
        campaign, failed = choose_stills(
            campaign, sources.films, Span(progress, 0.3, 1), wanted=wanted, steps=steps
        )
        problems = (*problems, *failed.values())
        sources = replace(sources, unchosen=failed)
    jobs = plan(campaign, sources, only)
    progress.report(1.0, said("Planned"))
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
    problems = (*planned.problems, *_kept_stills(path, campaign, planned.campaign))
    outcomes = run(planned.jobs, order.out, order.workers, Span(progress, 0.2, 1), heard)
    seconds = time.monotonic() - began
    write_report(outcomes, order.out, f"{campaign.name} {campaign.version}", seconds)
    return Exported(planned.campaign, outcomes, problems, seconds)


@dataclass(frozen=True, slots=True)
class Ready:
    """An export before its first job: what is to be made, in a good order, and what is settled.

    `settled` are the outcomes of what is up to date or cannot be made; `order` names all outputs
    as the plan has them; `speeds` are what jobs took here before.
    """

    campaign: Campaign
    jobs: tuple[Job, ...]
    settled: tuple[Outcome, ...]
    order: tuple[str, ...]
    problems: tuple[str, ...]
    speeds: Speeds


def ready(path: Path, campaign: Campaign, order: Order, progress: Progress = SILENT) -> Ready:
    """All of an export but the making: for a queue whose jobs come and go, behind a window.

    Stills that were chosen are written back to the campaign's file. Raises as `prepare`.
    """
    there = Span(progress, 0, 0.9)
    planned = prepare(campaign, path.parent, order.only, there, steps=PRODUCED)
    problems = (*planned.problems, *_kept_stills(path, campaign, planned.campaign))
    found = states(planned.jobs, order.out, Span(progress, 0.9, 1))
    open_states = ("missing", "stale")
    left = sorted((one.job for one in found if one.state in open_states), key=heavy_first)
    records = load_made(order.out)
    return Ready(
        planned.campaign,
        tuple(left),
        tuple(_settled(one, records) for one in found if one.state not in open_states),
        tuple(job.output for job in planned.jobs),
        problems,
        learned(records.values()),
    )


def _settled(one: State, records: Mapping[str, Record]) -> Outcome:
    job = one.job
    blank = Outcome(job.output, job.key, job.film, job.market, job.preset, job.poster, "failed")
    if one.state == "refused":
        return replace(blank, problems=one.problems)
    kept = replace(blank, state="kept", problems=one.problems)
    record = records.get(job.output)
    if record is None:
        return kept
    return replace(kept, sha256=record.sha256, beside=tuple(record.beside), sheet=record.sheet)


def _kept_stills(path: Path, before: Campaign, chosen: Campaign) -> tuple[str, ...]:
    """Write the chosen stills into the file as it is by now: it may have been edited meanwhile."""
    if chosen == before or not path.is_file():
        return ()
    try:
        current = load_campaign(path, outside=True)
        grown = with_chosen_stills(current, chosen)
        if grown is not current:
            save_campaign(grown, path)
    except StudioError as error:
        return (said("The chosen stills were not written back. {why}", why=in_full(error)),)
    return ()
