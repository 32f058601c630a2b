"""What a delivery has become: values that cross from a child process without its engine."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from studio.burn.asked.finding import Checked, Finding
from studio.core.geometry import Size
from studio.core.time import FrameRate


@dataclass(frozen=True, slots=True)
class Burned:
    """A delivery, as probing it again found it.

    `size` is coded; `rate` None where it varies; `kept` of `segments` pieces were made before;
    `sheet` is what was asked for beside what the file has; `beside` are the files that go with it.
    """

    path: Path
    size: Size
    rate: FrameRate | None
    frames: int
    seconds: Fraction
    sha256: str
    kept: int
    segments: int
    findings: tuple[Finding, ...]
    sheet: tuple[Checked, ...] = ()
    beside: tuple[Path, ...] = ()
