"""How each output stands, as the matrix shows it: a shape, a colour and a word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from studio.batch.job import Job, Outcome
from studio.batch.plan import Sources, plan
from studio.batch.run import State, states
from studio.campaign.document import Campaign
from studio.core.progress import Progress
from studio.presets import store

READY, STALE, MISSING, FAILED = "ready", "stale", "missing", "failed"
WAITING, READING = "waiting", "reading"
WORDS = {
    READY: "ready",
    STALE: "to be made anew",
    MISSING: "not made yet",
    FAILED: "failed",
    WAITING: "being made",
    READING: "waiting for the film",
}
_FROM_ENGINE = {"kept": READY, "made": READY, "stale": STALE, "missing": MISSING, "refused": FAILED}
TO_MAKE = frozenset({STALE, MISSING, FAILED})
"""The states that an export works on."""
_WIDE = 16 / 9


@dataclass(frozen=True, slots=True)
class Cell:
    """One output: its job, how it stands, what is to be said about it, width over height."""

    job: Job
    state: str
    notes: tuple[str, ...] = ()
    aspect: float = _WIDE

    @property
    def name(self) -> str:
        """`lamp · one-sheet`, or the video preset."""
        return f"{self.job.poster} · {self.job.preset}" if self.job.poster else self.job.preset


@dataclass(frozen=True, slots=True)
class Known:
    """What the window knows besides the campaign: films still being read, and past failures.

    `failures` holds by output the key of the job that failed and why: it stands until the job
    changes or succeeds.
    """

    reading: frozenset[str] = frozenset()
    failures: Mapping[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)


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


def _cell(
    one: State,
    known: Known,
) -> Cell:
    job, state = one.job, _FROM_ENGINE[one.state]
    if job.film in known.reading:
        return Cell(job, READING)
    if state == FAILED:
        return Cell(job, FAILED, (job.refusal,))
    if state == READY:
        return Cell(job, READY, one.problems)
    key, reasons = known.failures.get(job.output, ("", ()))
    if reasons and key == job.key:
        return Cell(job, FAILED, reasons)
    return Cell(job, state, job.notes)


def after(cells: Sequence[Cell], outcome: Outcome) -> tuple[Cell, ...]:
    """The cells with the outcome of one output taken in."""
    state = FAILED if outcome.state == "failed" else READY
    notes = tuple(dict.fromkeys(outcome.problems))
    return tuple(
        replace(cell, state=state, notes=notes, job=replace(cell.job, key=outcome.job))
        if cell.job.output == outcome.path
        else cell
        for cell in cells
    )


def begun(cells: Sequence[Cell], outputs: frozenset[str]) -> tuple[Cell, ...]:
    """The cells while an export works on `outputs`: those to be made are waiting."""
    return tuple(
        replace(cell, state=WAITING, notes=())
        if cell.state in TO_MAKE and cell.job.output in outputs
        else cell
        for cell in cells
    )


def counts(cells: Sequence[Cell]) -> Mapping[str, int]:
    """How many outputs stand how."""
    found = dict.fromkeys(WORDS, 0)
    for cell in cells:
        found[cell.state] += 1
    return found


def in_words(cells: Sequence[Cell]) -> str:
    """`53 ready, 12 to be made anew`."""
    found = counts(cells)
    return ", ".join(f"{found[state]:,} {word}" for state, word in WORDS.items() if found[state])


ALL, OPEN, NOTED, BROKEN = "All", "To make", "With notes", "Failed"
FILTERS = (ALL, OPEN, NOTED, BROKEN)


def passes(cell: Cell, name: str) -> bool:
    """Whether a cell belongs to what the filter `name` shows."""
    if name == OPEN:
        return cell.state in TO_MAKE or cell.state == WAITING
    if name == NOTED:
        return cell.state == READY and bool(cell.notes)
    return name == ALL or cell.state == FAILED
