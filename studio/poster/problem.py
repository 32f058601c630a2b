"""What preflight finds: a measure, its limit, and the rule it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "hint"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding. `measured` and `limit` are in the unit that `message` names.

    `source`: whose rule it is. `severity`: error (would be refused or
    cannot be read), warning, hint.
    """

    check: str
    severity: Severity
    measured: float
    limit: float
    message: str
    source: str
