"""What is known while a TTML document is read: what is open, what was found, what is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from studio.subs.formats.base import Notes
from studio.subs.formats.markup import Mark
from studio.subs.formats.ttml_text import Look, Words
from studio.subs.formats.ttml_times import Clock, Span
from studio.subs.formats.ttml_writing import Place


@dataclass(slots=True)
class Open:
    """An element that is open."""

    mark: Mark
    span: Span
    look: Look
    keep: bool
    region: str
    styles: str


@dataclass(slots=True)
class Paragraph:
    """The paragraph that is open; `first` and `last` are what its parts say of its time."""

    mark: Mark
    open: Open
    words: Words = field(default_factory=Words)
    first: Fraction | None = None
    last: Fraction | None = None
    inner: int = 0


@dataclass(slots=True)
class State(Notes):
    """The state of one reading. `endless` are cues without an end: their index, their line;
    `beyond` says that one ends after the part around it, `fits` that none would if its times
    counted from the start."""

    text: str
    clock: Clock = field(default_factory=Clock)
    rooted: bool = False
    beyond: bool = False
    fits: bool = True
    stack: list[Open] = field(default_factory=list)
    styles: dict[str, Mark] = field(default_factory=dict)
    regions: dict[str, Mark] = field(default_factory=dict)
    paragraph: Paragraph | None = None
    unread: int = 0
    places: list[Place] = field(default_factory=list)
    endless: list[tuple[int, int]] = field(default_factory=list)
    at: int = 0
    line: int = 1

    def line_of(self, place: int) -> int:
        """The line of a place; places come in order."""
        self.line += self.text.count("\n", self.at, place)
        self.at = max(self.at, place)
        return self.line
