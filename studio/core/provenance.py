"""Where a figure comes from: every preset says its source, its date, and whether it was checked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Provenance:
    """`verified` is true only where the publisher's own page was read; `date` is ISO 8601."""

    source: str
    date: str
    verified: bool

    @property
    def mark(self) -> str:
        """What is shown beside every unverified figure; empty for verified ones."""
        return "" if self.verified else "unverified"
