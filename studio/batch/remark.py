"""A remark on an output: a sentence, and how grave what it says is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from studio.core.said import Said
from studio.poster.problem import Severity

GRAVE: tuple[Severity, ...] = ("error", "warning")
"""What somebody should look at; a hint is only said."""
ORDER: tuple[Severity, ...] = ("error", "warning", "hint")
# Gaps with at most a plain format: a ledger may be anybody's, and its sentences are filled in.
_GAPS = re.compile(r"(?:[^{}]|\{\{|\}\}|\{\w+(?::bare|:,?(?:\.\d)?[dfg%]?)?\})*")
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Remark:
    """`message` is for people, and may be a `Said`."""

    severity: Severity
    message: str

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


def has_grave(remarks: Iterable[Remark]) -> bool:
    """Whether somebody should look."""
    return any(one.is_grave for one in remarks)


def to_plain(remark: Remark) -> dict[str, Any]:
    """For the ledger: with the sentence and its values, so that it can be said in any language."""
    plain: dict[str, Any] = {"severity": remark.severity, "message": str.__str__(remark.message)}
    if isinstance(remark.message, Said) and remark.message.values:
        plain["said"] = _plain(remark.message)
    return plain


def _plain(value: object) -> object:
    if isinstance(value, Said):
        return [value.template, {key: _plain(part) for key, part in value.values.items()}]
    return value if isinstance(value, str | int | float) else str(value)


def from_plain(plain: object) -> Remark:
    """The remark again; a bare text, as older ledgers have it, is a hint. Raises ValueError."""
    if isinstance(plain, str):
        return hint(plain)
    if not isinstance(plain, Mapping) or plain.get("severity") not in ("error", "warning", "hint"):
        raise ValueError("no remark")
    message = plain.get("message")
    if not isinstance(message, str):
        raise ValueError("no remark")
    try:
        # Without gaps the sentence is its own template.
        made = _spoken(plain["said"], _DEEPEST) if "said" in plain else Said(message, {})
    except (KeyError, ValueError, TypeError, IndexError):
        return Remark(plain["severity"], message)
    return Remark(plain["severity"], made if made == message else message)


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
