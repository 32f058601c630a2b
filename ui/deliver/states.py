"""How each output stands, as the matrix shows it: a shape, a colour and a word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from studio.batch.job import Job, Outcome
from studio.batch.plan import Sources, plan
from studio.batch.run import states
from studio.campaign.document import Campaign
from studio.core.progress import Progress

READY, STALE, MISSING, FAILED, WAITING = "ready", "stale", "missing", "failed", "waiting"
WORDS = {
    READY: "ready",
    STALE: "to be made anew",
    MISSING: "not made yet",
    FAILED: "failed",
    WAITING: "waiting",
}
_FROM_ENGINE = {"kept": READY, "made": READY, "stale": STALE, "missing": MISSING, "refused": FAILED}


@dataclass(frozen=True, slots=True)
class Cell:
    """One output: its job, how it stands, and what is to be said about it."""

    job: Job
    state: str
    notes: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """`lamp · one-sheet`, or the video preset."""
        return f"{self.job.poster} · {self.job.preset}" if self.job.poster else self.job.preset


def look(campaign: Campaign, sources: Sources, out: Path, progress: Progress) -> tuple[Cell, ...]:
    """How every output of the campaign stands now. Reads the outputs: run it as a job."""
    progress.report(0.0)
    # A still that is not chosen yet is no failure: the export chooses it.
    waiting = {
        (film.id, poster.id)
        for film in campaign.films
        for poster in film.posters
        if not poster.still.picked and poster.still.text == "auto"
    }
    cells = []
    for one in states(plan(campaign, sources), out):
        state = _FROM_ENGINE[one.state]
        notes = (one.job.refusal,) if one.job.refusal else one.job.notes
        if state == FAILED and (one.job.film, one.job.poster) in waiting:
            state, notes = MISSING, ("The still is chosen at the first export.",)
        cells.append(Cell(one.job, state, notes))
    progress.report(1.0)
    return tuple(cells)


def after(cells: Sequence[Cell], outcome: Outcome) -> tuple[Cell, ...]:
    """The cells with the outcome of one output taken in."""
    state = FAILED if outcome.state == "failed" else READY
    return tuple(
        replace(cell, state=state, notes=outcome.problems, job=replace(cell.job, key=outcome.job))
        if cell.job.output == outcome.path
        else cell
        for cell in cells
    )


def counts(cells: Sequence[Cell]) -> Mapping[str, int]:
    """How many outputs stand how."""
    found = dict.fromkeys(WORDS, 0)
    for cell in cells:
        found[cell.state] += 1
    return found
