"""How each output stands, as the matrix shows it: a shape, a colour, a letter and a word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from studio.batch.job import Job, Outcome
from studio.batch.plan import plan
from studio.batch.remark import Remark, failure, has_grave
from studio.batch.run import State, states
from studio.batch.sources import Sources
from studio.campaign.document import Campaign
from studio.core.progress import Progress
from studio.core.said import said
from studio.presets import store
from ui.deliver.row import AT_WORK, Row
from ui.deliver.row import WAITING as QUEUED
from ui.widgets.language import tr

READY, STALE, MISSING, FAILED = "ready", "stale", "missing", "failed"
WAITING, MAKING, READING = "waiting", "making", "reading"
REFUSED = "refused"
"""As it is shown: nothing was tried, for something of the campaign is missing."""
WORDS = {
    READY: said("Ready"),
    STALE: said("To be made anew"),
    MISSING: said("Not made yet"),
    FAILED: said("Failed"),
    REFUSED: said("Cannot be made yet"),
    WAITING: said("In the queue"),
    MAKING: said("Being made"),
    READING: said("Waiting for its film"),
}
LETTERS = {
    STALE: said("S"),
    FAILED: said("F"),
    MISSING: said("N"),
    REFUSED: said("W"),
    WAITING: said("Q"),
}
"""One letter for each state that is not told by its shape alone: stale, failed, new, waiting for
something of the campaign, queued."""
_FROM_ENGINE = {"kept": READY, "made": READY, "stale": STALE, "missing": MISSING, "refused": FAILED}
TO_MAKE = frozenset({STALE, MISSING, FAILED})
"""The states that an export works on."""
IN_WORK = frozenset({WAITING, MAKING})
_WIDE = 16 / 9


@dataclass(frozen=True, slots=True)
class Cell:
    """One output: its job, how it stands, what is to be said about it, width over height.

    `reasons` say why it is to be made; `fraction` is how far it is while it is made; `made_by` is
    the key of the job whose picture there is.
    """

    job: Job
    state: str
    remarks: tuple[Remark, ...] = ()
    aspect: float = _WIDE
    reasons: tuple[str, ...] = ()
    fraction: float = 0.0
    made_by: str = ""

    @property
    def output(self) -> str:
        """The name of its file in the output folder."""
        return self.job.output

    @property
    def is_refused(self) -> bool:
        """Whether it cannot be made before something of the campaign is changed."""
        return self.state == REFUSED or (self.state == FAILED and bool(self.job.refusal))

    @property
    def shown(self) -> str:
        """Its state as people see it: what was never tried has not failed."""
        return REFUSED if self.is_refused else self.state

    @property
    def has_warning(self) -> bool:
        """Whether somebody should look at it although it is made."""
        return self.state == READY and has_grave(self.remarks)


@dataclass(frozen=True, slots=True)
class Known:
    """What the window knows besides the campaign: films still being read, and past failures.

    `failures` holds by output the key of the job that failed and why: it stands until the job
    changes or succeeds.
    """

    reading: frozenset[str] = frozenset()
    failures: Mapping[str, tuple[str, tuple[Remark, ...]]] = field(default_factory=dict)


def look(
    campaign: Campaign, sources: Sources, out: Path, known: Known, progress: Progress
) -> tuple[Cell, ...]:
    """How every output of the campaign stands now. Reads the outputs: run it as a job."""
    progress.report(0.0)
    found = states(plan(campaign, sources), out, progress)
    aspects = _aspects(campaign)
    cells = tuple(
        replace(_cell(one, known), aspect=aspects.get(one.job.preset, _WIDE)) for one in found
    )
    progress.report(1.0)
    return cells


def _aspects(campaign: Campaign) -> dict[str, float]:
    names = {ask.format for ask in campaign.deliverables if ask.format}
    sizes = {name: store.poster_format(name).pixels for name in names}
    return {name: size.width / size.height for name, size in sizes.items()}


def _cell(one: State, known: Known) -> Cell:
    job, state = one.job, _FROM_ENGINE[one.state]
    if job.film in known.reading:
        return Cell(job, READING)
    if state == FAILED:
        return Cell(job, FAILED, (failure(job.refusal),))
    if state == READY:
        return Cell(job, READY, one.problems, made_by=one.made_by)
    key, why = known.failures.get(job.output, ("", ()))
    if why and key == job.key:
        return Cell(job, FAILED, why, reasons=one.reasons, made_by=one.made_by)
    return Cell(job, state, job.notes, reasons=one.reasons, made_by=one.made_by)


def after(cells: Sequence[Cell], outcome: Outcome) -> tuple[Cell, ...]:
    """The cells with the outcome of one output taken in."""
    state = FAILED if outcome.state == "failed" else READY
    remarks = tuple(dict.fromkeys(outcome.problems))
    return tuple(
        replace(
            cell,
            state=state,
            remarks=remarks,
            reasons=cell.reasons if state == FAILED else (),
            made_by=cell.made_by if state == FAILED else outcome.job,
            job=replace(cell.job, key=outcome.job),
        )
        if cell.output == outcome.path
        else cell
        for cell in cells
    )


def in_queue(cells: Sequence[Cell], rows: Iterable[Row]) -> tuple[Cell, ...]:
    """The cells while the queue works: those that wait in it or are being made say so."""
    queued = {row.output: row for row in rows if row.state in (AT_WORK, QUEUED)}
    if not queued:
        return tuple(cells)
    return tuple(
        _queued(cell, queued[cell.output]) if cell.output in queued else cell for cell in cells
    )


def _queued(cell: Cell, row: Row) -> Cell:
    if row.state == AT_WORK:
        return replace(cell, state=MAKING, fraction=row.fraction)
    return replace(cell, state=WAITING)


def counts(cells: Sequence[Cell]) -> Mapping[str, int]:
    """How many outputs stand how."""
    found = dict.fromkeys(WORDS, 0)
    for cell in cells:
        found[cell.shown] += 1
    return found


_SAID: Mapping[str, Callable[[int], str]] = {
    READY: lambda n: tr("{n:,} ready", n=n),
    STALE: lambda n: tr("{n:,} to be made anew", n=n),
    MISSING: lambda n: tr("{n:,} not made yet", n=n),
    FAILED: lambda n: tr("{n:,} failed", n=n),
    REFUSED: lambda n: tr("{n:,} cannot be made yet", n=n),
    WAITING: lambda n: tr("{n:,} in the queue", n=n),
    MAKING: lambda n: tr("{n:,} being made", n=n),
    READING: lambda n: tr("{n:,} waiting for their film", n=n),
}


def in_words(cells: Sequence[Cell]) -> str:
    """`53 ready · 12 to be made anew`."""
    found = counts(cells)
    return "  ·  ".join(_SAID[state](found[state]) for state in WORDS if found[state])


ALL, OPEN, NOTED, BROKEN, CHOSEN = "all", "open", "noted", "failed", "chosen"
FILTERS = {
    ALL: said("All"),
    OPEN: said("To make"),
    BROKEN: said("Stuck"),
    NOTED: said("Warnings"),
    CHOSEN: said("Selected"),
}


def passes(cell: Cell, name: str, chosen: frozenset[str] = frozenset()) -> bool:
    """Whether a cell belongs to what the filter `name` shows; `chosen` are the selected outputs."""
    if name == OPEN:
        return cell.state in TO_MAKE or cell.state in IN_WORK
    if name == NOTED:
        return cell.has_warning
    if name == CHOSEN:
        return cell.output in chosen
    return name == ALL or cell.state == FAILED
