"""What a subtitle format is: sniff, read with repairs told, write with losses told."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Protocol

from studio.core.registry import Registry
from studio.core.said import said
from studio.core.words import counted
from studio.subs.cue import Cue, Frame, Track

MAX_CUES = 200_000


@dataclass(frozen=True, slots=True)
class Repair:
    """What was not as the format wants it, and how it was taken. `line` counts from 1; 0: the
    whole file."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """What stood in the file and became no cue: its place, its text as it was, and why.

    `time_code` says whether it had a time code: cues made + these = time codes seen.
    """

    line: int
    text: str
    reason: str
    time_code: bool


@dataclass(frozen=True, slots=True)
class Parsed:
    """All that a format found in a text.

    `losses` is what stands beside the cues, in words; `frame` holds it, for writing the same
    format again. `lines` are the lines of the time codes, one for each; empty where all of them
    were as the format wants them.
    """

    cues: tuple[Cue, ...]
    time_codes: int
    repairs: tuple[Repair, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    losses: tuple[str, ...] = ()
    frame: Frame | None = None
    lines: tuple[int, ...] = ()


@dataclass(slots=True, kw_only=True)
class Notes:
    """What a reader notes on its way through a text.

    `seen` are the lines of the time codes; `aside` counts by kind what stands beside the cues.
    """

    cues: list[Cue] = field(default_factory=list)
    seen: list[int] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    aside: Counter[str] = field(default_factory=Counter)

    def parsed(self, frame: Frame | None = None) -> Parsed:
        """All of it, told in the order of the file."""
        return Parsed(
            tuple(self.cues),
            len(self.seen),
            tuple(sorted(self.repairs, key=lambda one: one.line)),
            tuple(sorted(self.dropped, key=lambda one: one.line)),
            tuple(
                said("{parts} of the file stand in no cue.", parts=counted(number, what))
                for what, number in sorted(self.aside.items())
            ),
            frame,
            tuple(self.seen),
        )


@dataclass(frozen=True, slots=True)
class Written:
    """A track as text of a format, and in words what the format could not keep."""

    text: str
    losses: tuple[str, ...] = ()


class Format(Protocol):
    """One subtitle format; add one by a file here that files an instance in FORMATS."""

    name: str
    title: str
    extensions: tuple[str, ...]

    def sniff(self, head: str) -> float:
        """How surely (0 to 1) a text that begins with `head` is of this format."""

    def count(self, text: str) -> int:
        """How many time codes a plain scan sees in `text`; it knows nothing of the reader."""

    def places(self, text: str) -> Counter[int]:
        """The lines (from 1) that the scan sees them on."""

    def read(self, text: str) -> Parsed:
        """Cues with ids 1, 2, 3 … in the order of the file. Line ends in `text` are `\\n`.

        Raises CannotRead only where nothing of the format can be found.
        """

    def write(self, track: Track) -> Written:
        """The track as text, line ends `\\n`."""


FORMATS: Registry[Format] = Registry("subtitle format")
