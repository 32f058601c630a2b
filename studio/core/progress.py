"""How a long task says how far it has come, and learns that it should stop.

A task takes one `Progress`, calls `report` now and then, and lets `Cancelled` pass through.
It never knows whether a terminal, a window or nobody is listening.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

T = TypeVar("T")


class Cancelled(Exception):
    """The person asked to stop. Not an error: never shown, never logged as one."""


class Progress(Protocol):
    """Whoever listens to a task."""

    def report(self, fraction: float, note: str = "") -> None:
        """Tell that `fraction` (0 to 1) is done. Raises `Cancelled` to stop the task."""


class Silent:
    """A listener that shows nothing and never stops the task."""

    def report(self, fraction: float, note: str = "") -> None:
        """Nobody is told."""


SILENT = Silent()


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a larger task: its 0..1 is `start`..`stop` of the whole."""

    whole: Progress
    start: float
    stop: float
    note: str = ""

    def report(self, fraction: float, note: str = "") -> None:
        self.whole.report(self.start + fraction * (self.stop - self.start), note or self.note)


def each(items: Sequence[T], progress: Progress, note: str = "") -> Iterator[T]:
    """Yield the items, reporting before each one and once at the end."""
    for done, item in enumerate(items):
        progress.report(done / len(items), note)
        yield item
    progress.report(1.0, note)
