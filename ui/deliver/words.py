"""An output in words: for tool tips and for screen readers."""

from __future__ import annotations

from collections.abc import Sequence

from studio.batch.job import Job, Outcome
from studio.core.words import counted, duration_words
from ui.deliver.called import Called
from ui.deliver.states import MAKING, WORDS, Cell
from ui.widgets.language import heard, tr


def state_words(cell: Cell) -> str:
    """How it stands."""
    if cell.state == MAKING:
        return tr("Being made, {percent} %", percent=round(100 * cell.fraction))
    if cell.is_refused:
        return tr("Cannot be made yet")
    if cell.has_warning:
        return tr("Ready, with a warning")
    return heard(WORDS[cell.state])


def said_of(cell: Cell, called: Called) -> tuple[str, ...]:
    """Reasons and remarks, one a line."""
    return tuple(map(called.words, (*cell.reasons, *(one.message for one in cell.remarks))))


def cell_lines(cell: Cell, called: Called) -> str:
    """The tool tip of an output."""
    names = called.output(cell.job), called.place(cell.job)
    return "\n".join((*names, state_words(cell), *said_of(cell, called)))


def spoken(cell: Cell, called: Called) -> str:
    """What a screen reader says of an output."""
    return spoken_of(cell.job, ". ".join((state_words(cell), *said_of(cell, called))), called)


def spoken_of(job: Job, state: str, called: Called) -> str:
    """An output with its place and how it stands, in one sentence."""
    return tr(
        "{name}, {film}, {market}: {state}",
        name=called.output(job),
        film=called.films.get(job.film, job.film),
        market=called.markets.get(job.market, job.market),
        state=state,
    )


def taken_words(seconds: float) -> str:
    """`1.4 s`, from ten seconds on `0:12`."""
    return f"{seconds:.1f} s" if seconds < 10 else duration_words(seconds)


def left_words(seconds: float | None) -> str:
    """`3:12 left`; nothing while it is not known."""
    if seconds is None:
        return ""
    return tr("{time} left", time=duration_words(max(1, seconds)))


def ended_words(outcomes: Sequence[Outcome], seconds: float) -> str:
    """How an export ended: `12 outputs, 2 failed, in 0:40  ·  3 cannot be made yet`."""
    # What was refused has no job: it was never tried, and has not failed.
    refused = sum(one.state == "failed" and not one.job for one in outcomes)
    failed = sum(one.state == "failed" for one in outcomes) - refused
    outputs, took = counted(len(outcomes) - refused, "output"), duration_words(seconds)
    told = (
        tr("{outputs}, {failed} failed, in {time}", outputs=outputs, failed=failed, time=took)
        if failed
        else tr("{outputs} in {time}", outputs=outputs, time=took)
    )
    waits = tr("{n:,} cannot be made yet", n=refused) if refused else ""
    return "  ·  ".join(one for one in (told, waits) if one)
