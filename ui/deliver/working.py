"""What the export queue lets the engine do, each a task for the job pool."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from studio.batch.course import Course
from studio.batch.export import Order, Ready, ready
from studio.batch.job import Outcome
from studio.batch.report import write_report
from studio.batch.run import follow
from studio.campaign.document import Campaign
from studio.core.progress import Progress


@dataclass(frozen=True, slots=True)
class Watch:
    """Hands on what the engine tells; both are called on the thread of the task."""

    advance: Callable[[str, float, object], object]
    outcome: Callable[[object], object]

    def advanced(self, output: str, fraction: float, note: str) -> None:
        """A job was begun (0) or goes on."""
        self.advance(output, fraction, note)

    def ended(self, outcome: Outcome) -> None:
        """An output is made or failed."""
        self.outcome(outcome)


def plan_export(path: Path, campaign: Campaign, order: Order, progress: Progress) -> Ready:
    """All but the making. Raises BadValue, CannotWrite, Cancelled."""
    return ready(path, campaign, order, progress)


def work(course: Course, out: Path, watch: Watch, progress: Progress) -> None:
    """Make what comes along the course. Raises CannotWrite, Cancelled."""
    follow(course, out, watch, progress=progress)


def report(
    outcomes: Sequence[Outcome], out: Path, title: str, seconds: float, progress: Progress
) -> None:
    """Write the report. Raises CannotWrite."""
    progress.report(0.0)
    write_report(outcomes, out, title, seconds)
