"""What a delivery could not keep or does otherwise than its preset says; what was checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Finding:
    """`kind` is a word for machines (sound, chapters, hdr …), `message` a sentence for people."""

    kind: str
    severity: Literal["warning", "hint"]
    message: str

    def __str__(self) -> str:
        return self.message


@dataclass(frozen=True, slots=True)
class Checked:
    """One line of a delivery's acceptance sheet: `wanted` and `found` in words for people.

    `wanted` is empty where nothing was asked for and the figure is only told.
    """

    what: str
    wanted: str
    found: str
    passes: bool = True
