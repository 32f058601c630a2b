"""Exact numbers as people write them: 25, 23.976, 24000/1001, 16:11."""

from __future__ import annotations

import re
from fractions import Fraction

from studio.core.errors import BadValue
from studio.core.said import said

# Bounded digits and no exponent: Fraction("1e999999999") would take all memory.
_NUMBER = re.compile(r"[+-]?\d{1,18}(?:\.\d{1,18})?")
_RATIO = re.compile(r"([+-]?\d{1,18})[/:](\d{1,18})")


def exact(text: str) -> Fraction:
    """The number that `text` says, as a decimal or as a ratio. Raises BadValue."""
    raw = text.strip()
    if _NUMBER.fullmatch(raw):
        return Fraction(raw)
    match = _RATIO.fullmatch(raw)
    if match is None or int(match[2]) == 0:
        raise BadValue(
            said("“{text}” is not a number.", text=text[:40]),
            hint=said("Write it as 25, 23.976 or 24000/1001."),
        )
    return Fraction(int(match[1]), int(match[2]))
