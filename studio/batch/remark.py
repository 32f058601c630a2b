"""A remark on an output: a sentence, and how grave what it says is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from studio.core.said import Said
from studio.poster.problem import SEVERITIES, Problem, Severity

GRAVE: tuple[Severity, ...] = ("error", "warning")
"""What somebody should look at; a hint is only said."""
ORDER = SEVERITIES
# Gaps with at most a plain format: a ledger may be anybody's, and its sentences are filled in.
_GAPS = re.compile(r"(?:[^{}]|\{\{|\}\}|\{\w+(?::bare|:,?(?:\.\d)?[dfg%]?)?\})*")
_DEEPEST = 6
# A remark's texts, and under which key their sentences are kept.
_TEXTS = {"message": "said", "source": "source_said", "fix": "fix_said"}


@dataclass(frozen=True, slots=True)
class Remark:
    """`message` is for people, and may be a `Said`; so may `source`, whose rule it is, and `fix`,
    what to do about it.

    Of a poster's finding also the name of the `check`, what was `measured` and its `limit`, in
    the unit that the message names.
    """

    severity: Severity
    message: str
    check: str = ""
    measured: float = 0.0
    limit: float = 0.0
    source: str = ""
    fix: str = ""

    def __str__(self) -> str:
        return self.message

    @property
    def is_grave(self) -> bool:
        """Whether it is more than a hint."""
        return self.severity in GRAVE


def hint(message: str) -> Remark:
    """A remark that asks for nothing."""
    return Remark("hint", message)


def warning(message: str) -> Remark:
    """A remark that somebody should look at."""
    return Remark("warning", message)


def failure(message: str) -> Remark:
    """Why an output is not there."""
    return Remark("error", message)


def remark_of(problem: Problem) -> Remark:
    """A poster's finding as a remark on its file."""
    return Remark(
        problem.severity,
        problem.message,
        problem.check,
        problem.measured,
        problem.limit,
        problem.source,
        problem.fix,
    )


def has_grave(remarks: Iterable[Remark]) -> bool:
    """Whether somebody should look."""
    return any(one.is_grave for one in remarks)


def to_plain(remark: Remark) -> dict[str, Any]:
    """For the ledger: with the sentences and their values, so that they can be said in any
    language.
    """
    plain: dict[str, Any] = {"severity": remark.severity}
    if remark.check:
        plain |= {"check": remark.check, "measured": remark.measured, "limit": remark.limit}
    for name, key in _TEXTS.items():
        text = getattr(remark, name)
        if text or name == "message":
            plain[name] = str.__str__(text)
        if isinstance(text, Said) and text.values:
            plain[key] = _plain(text)
    return plain


def to_report(remark: Remark) -> dict[str, Any]:
    """For a report: what it says, in English, and its figures where it has any."""
    plain = to_plain(remark)
    return {name: value for name, value in plain.items() if name not in _TEXTS.values()}


def _plain(value: object) -> object:
    if isinstance(value, Said):
        return [value.template, {key: _plain(part) for key, part in value.values.items()}]
    return value if isinstance(value, str | int | float) else str(value)


def from_plain(plain: object) -> Remark:
    """The remark again; a bare text, as older ledgers have it, is a hint. Raises ValueError."""
    if isinstance(plain, str):
        return hint(plain)
    if not isinstance(plain, Mapping) or plain.get("severity") not in ORDER:
        raise ValueError("no remark")
    if not isinstance(plain.get("message"), str):
        raise ValueError("no remark")
    check = plain.get("check", "")
    return Remark(
        plain["severity"],
        _text(plain, "message"),
        check if isinstance(check, str) else "",
        _figure(plain.get("measured", 0.0)),
        _figure(plain.get("limit", 0.0)),
        _text(plain, "source"),
        _text(plain, "fix"),
    )


def _figure(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def _text(plain: Mapping[str, Any], name: str) -> str:
    """A text of a remark; as a sentence with its values where it was kept as one."""
    text, key = plain.get(name, ""), _TEXTS[name]
    if not isinstance(text, str) or not text:
        return ""
    try:
        # Without gaps the sentence is its own template.
        made = _spoken(plain[key], _DEEPEST) if key in plain else Said(text, {})
    except (KeyError, ValueError, TypeError, IndexError):
        return text
    return made if made == text else text


def _spoken(kept: object, deepest: int) -> Said:
    """The sentence with its values. Raises ValueError, KeyError, TypeError, IndexError."""
    match kept:
        case [str(template), dict(values)] if deepest and _GAPS.fullmatch(template):
            inner = {
                key: _spoken(value, deepest - 1) if isinstance(value, list) else value
                for key, value in values.items()
            }
            return Said(template, inner)
    raise ValueError("no sentence")
