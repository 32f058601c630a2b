"""What preflight finds: a measure, its limit, the rule it comes from, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "hint"]
#: The gravest first.
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "hint")
Deed = Literal["still", "copy", "letters", "write", "legal"]


@dataclass(frozen=True, slots=True)
class Action:
    """What the program can do about a finding; `label` says it on a button.

    `kind`: `still` takes the next still of the shortlist; `copy` gives the poster's copy in
    `language` as `text`, its line breaks in it; `letters` takes back what was set by hand beyond
    the copy in `language`. These are one step each that can be undone.
    `write` and `legal` only lead to where a person has to write: the copy in `language`, the
    market's legal line.
    """

    kind: Deed
    label: str
    language: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding. `measured` and `limit` are in the unit that `message` names.

    `source`: whose rule it is. `severity`: error (would be refused or cannot be read), warning,
    hint. `fix`: what a person can do. `action`: what the program can do, if anything.
    """

    check: str
    severity: Severity
    measured: float
    limit: float
    message: str
    source: str
    fix: str = ""
    action: Action | None = None


def by_severity(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The gravest first, otherwise in the order they came in."""
    return tuple(sorted(problems, key=lambda one: SEVERITIES.index(one.severity)))
