"""A row of the export queue: an output, how it stands, how far it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from studio.batch.job import Job
from studio.batch.remark import Remark

WAITING, AT_WORK, MADE, FAILED, STOPPED = "waiting", "at work", "made", "failed", "stopped"
OPEN = frozenset({WAITING, AT_WORK})
_PLACE = {AT_WORK: 0, WAITING: 1, FAILED: 2, STOPPED: 3, MADE: 4}


@dataclass(frozen=True, slots=True)
class Row:
    """An output in the queue: how it stands, how far it is (0 to 1), and what was done for it."""

    job: Job
    state: str = WAITING
    fraction: float = 0.0
    note: str = ""
    seconds: float = 0.0
    log: tuple[str, ...] = ()
    problems: tuple[Remark, ...] = ()

    @property
    def output(self) -> str:
        """Its name."""
        return self.job.output


def in_order(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Those at work, those that wait in their order, then what is over."""
    return tuple(sorted(rows, key=lambda row: _PLACE[row.state]))
