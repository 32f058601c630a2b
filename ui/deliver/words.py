"""An output in words: for tool tips and for screen readers."""

from __future__ import annotations

from collections.abc import Mapping

from studio.core.words import duration_words
from ui.deliver.states import MAKING, WORDS, Cell
from ui.widgets.language import heard, tr


def state_words(cell: Cell) -> str:
    """How it stands."""
    if cell.state == MAKING:
        return tr("Being made, {percent} %", percent=round(100 * cell.fraction))
    if cell.has_warning:
        return tr("Ready, with a warning")
    return heard(WORDS[cell.state])


def said_of(cell: Cell) -> tuple[str, ...]:
    """Reasons and remarks, one a line."""
    return (*map(heard, cell.reasons), *(heard(one.message) for one in cell.remarks))


def cell_lines(cell: Cell, titles: Mapping[str, str]) -> str:
    """The tool tip of an output."""
    job = cell.job
    where = f"{titles.get(job.film, job.film)}  ·  {titles.get(job.market, job.market)}"
    return "\n".join((cell.name, where, state_words(cell), *said_of(cell)))


def spoken(cell: Cell, titles: Mapping[str, str]) -> str:
    """What a screen reader says of an output."""
    job = cell.job
    return tr(
        "{name}, {film}, {market}: {state}",
        name=cell.name,
        film=titles.get(job.film, job.film),
        market=titles.get(job.market, job.market),
        state=". ".join((state_words(cell), *said_of(cell))),
    )


def taken_words(seconds: float) -> str:
    """`1.4 s`, from ten seconds on `0:12`."""
    return f"{seconds:.1f} s" if seconds < 10 else duration_words(seconds)


def left_words(seconds: float | None) -> str:
    """`3:12 left`; nothing while it is not known."""
    if seconds is None:
        return ""
    return tr("{time} left", time=duration_words(max(1, seconds)))
