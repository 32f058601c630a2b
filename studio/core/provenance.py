"""Where a figure comes from: every preset says its source, its date, and whether it was checked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from studio.core.errors import BadValue
from studio.core.said import Said, said

# Python 3.11 reads more forms of ISO 8601 than the one people expect in a preset.
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Provenance:
    """`verified` is true only where the publisher's own page was read; `date`, 2026-11-22, is when.

    Raises BadValue for a date that is none.
    """

    source: str
    date: str
    verified: bool

    def __post_init__(self) -> None:
        try:
            date.fromisoformat(self.date if _DATE.fullmatch(self.date) else "")
        except ValueError:
            raise BadValue(
                said("date “{date}” is not a day.", date=self.date),
                hint=said("Write it as 2026-11-22."),
            ) from None

    @property
    def mark(self) -> str:
        """What is shown beside every unverified figure; empty for verified ones."""
        return "" if self.verified else said("unverified")


def cited(source: str, day: str, *, verified: bool) -> str:
    """Source and date as findings carry them; says so where it was not verified."""
    if verified:
        return said("{source} ({date})", source=Said(source, {}), date=day)
    return said("{source} ({date}, unverified)", source=Said(source, {}), date=day)
