"""What a subtitle format is: sniff, read with repairs told, write with losses told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from studio.core.registry import Registry
from studio.subs.cue import Cue, Track

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
    """All that a format found in a text. `losses` is what a Track has no room for, in words."""

    cues: tuple[Cue, ...]
    time_codes: int
    repairs: tuple[Repair, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    losses: tuple[str, ...] = ()


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

    def read(self, text: str) -> Parsed:
        """Cues with ids 1, 2, 3 … in the order of the file. Line ends in `text` are `\\n`.

        Raises CannotRead only where nothing of the format can be found.
        """

    def write(self, track: Track) -> Written:
        """The track as text, line ends `\\n`."""


FORMATS: Registry[Format] = Registry("subtitle format")
