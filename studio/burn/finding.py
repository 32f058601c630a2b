"""What a delivery could not keep or does otherwise than its preset says."""

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
