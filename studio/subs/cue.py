"""Cues and tracks as values; they know no file."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Cue:
    """One subtitle. `start` and `end` in milliseconds from the film's first frame.

    `id` is stable within its track through every edit; `text` is the source text with its line
    breaks (`\\n`) and simple tags (`<i>`, `{\\an8}`) as they were written.
    """

    id: int
    start: int
    end: int
    text: str
    style: str = ""

    @property
    def duration(self) -> int:
        """Milliseconds; negative where the file says end before start."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Track:
    """The cues of one language (BCP 47: zh-Hans, zh-Hant, en, ja, ko …) in their order."""

    language: str
    cues: tuple[Cue, ...] = ()

    def next_id(self) -> int:
        """An id that no cue has."""
        return max((cue.id for cue in self.cues), default=0) + 1

    def with_cues(self, cues: tuple[Cue, ...]) -> Track:
        """The same track with other cues."""
        return replace(self, cues=cues)
