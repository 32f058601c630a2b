"""The rules of a profile as data: limits of time, of a language, of its writing, of the screen."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from studio.core.errors import BadValue
from studio.core.provenance import Provenance, cited
from studio.core.said import said
from studio.subs.counting import Counting

Dash = Literal["", "both", "both-space", "second", "second-space"]
"""How two speakers are marked: a dash before both lines or the second only, with a space or
without; empty: the guide does not say."""


@dataclass(frozen=True, slots=True)
class Timing:
    """Limits of time. Seconds are exact; the gap holds in frames where the film's rate is known,
    otherwise in milliseconds.

    `chain_frames` (from, to) at 24 frames a second: gaps of these lengths are to be closed to
    `gap_frames`; (0, 0) where the guide wants none closed.
    """

    min_seconds: Fraction
    max_seconds: Fraction
    gap_frames: int
    gap_ms: int
    chain_frames: tuple[int, int] = (0, 0)

    def __post_init__(self) -> None:
        if not 0 <= self.min_seconds < self.max_seconds <= 600:
            raise BadValue(said("must have 0 ≤ min_seconds < max_seconds ≤ 600"))
        if not (0 <= self.gap_frames <= 100 and 0 <= self.gap_ms <= 10_000):
            raise BadValue(said("must have gap_frames of 0 to 100 and gap_ms of 0 to 10000"))
        low, high = self.chain_frames
        if not 0 <= low <= high <= 240:
            raise BadValue(said("must have chain_frames from 0 to 240, the smaller one first"))


@dataclass(frozen=True, slots=True)
class Zones:
    """What a cut near a cue's edge asks for, in frames at 24 a second; other rates take as much
    time.

    A cue that starts up to `after` after a cut starts on it; up to `red` before a cut, on it;
    further before, up to `green`, it moves to `green` + 1 before. A cue that ends up to `end`
    before a cut, or up to `red` after it, ends the profile's gap before it; further after, up to
    `green`, at `green` + 1 after.
    """

    after: int
    red: int
    green: int
    end: int
    source: str
    date: str
    verified: bool

    def __post_init__(self) -> None:
        if not (0 <= self.red <= self.green <= 120 and 0 <= self.after <= 120):
            raise BadValue(said("must have 0 ≤ red ≤ green ≤ 120 and after of 0 to 120"))
        if not 0 <= self.end <= 120:
            raise BadValue(said("must have end of 0 to 120"))

    @property
    def cited(self) -> str:
        """Source and date as findings carry them; says so where it was not verified."""
        return cited(self.source, self.date, verified=self.verified)


@dataclass(frozen=True, slots=True)
class Writing:
    """How a language is written in subtitles.

    `italics` False: the guide forbids them. `no_stops`: characters that are not written; a space
    takes their place inside a line. `wide`: half-width marks that are written full width beside
    ideographs. `spell_out`: whole numbers up to this are written as words. `opening`: questions
    and exclamations are opened by ¿ and ¡.
    """

    source: str
    date: str
    verified: bool
    dash: Dash = ""
    italics: bool = True
    no_stops: str = ""
    wide: str = ""
    spell_out: int = 0
    opening: bool = False

    @property
    def cited(self) -> str:
        """Source and date as findings carry them; says so where it was not verified."""
        return cited(self.source, self.date, verified=self.verified)


@dataclass(frozen=True, slots=True)
class LanguageLimits:
    """Limits of one language (BCP 47; `*` is every language not listed), with their source.

    `line_length` and `speed` (characters a second) are in the units of `counting`; `children` is
    the speed for programmes for children, 0 where none is published. `word_seconds`: the least
    time that each word needs, 0 where the guide counts characters only.
    """

    language: str
    line_length: float
    lines: int
    speed: float
    counting: Counting
    source: str
    date: str
    verified: bool
    timing: Timing | None = None
    children: float = 0.0
    word_seconds: Fraction = Fraction(0)
    writing: Writing | None = None

    def __post_init__(self) -> None:
        if not (self.line_length > 0 and self.lines > 0 and self.speed > 0):
            raise BadValue(said("must have line_length, lines and speed above 0"))
        if not (self.children >= 0 and 0 <= self.word_seconds <= 10):
            raise BadValue(said("must have children of at least 0 and word_seconds of 0 to 10"))

    @property
    def cited(self) -> str:
        """Source and date as findings carry them; says so where it was not verified."""
        return cited(self.source, self.date, verified=self.verified)


@dataclass(frozen=True, slots=True)
class ScreenLimits:
    """Limits of what two languages show together; `height` in per cent of the frame's."""

    lines: int
    source: str
    date: str
    verified: bool
    height: float = 0.0

    def __post_init__(self) -> None:
        if self.lines < 1 or not 0 <= self.height <= 100:
            raise BadValue(said("must have lines above 0 and height of 0 to 100"))

    @property
    def cited(self) -> str:
        """Source and date as findings carry them; says so where it was not verified."""
        return cited(self.source, self.date, verified=self.verified)


@dataclass(frozen=True, slots=True)
class WordList:
    """A preset of `presets/words`: what may not be said in a market in these languages."""

    schema: int
    name: str
    summary: str
    provenance: Provenance
    market: str
    languages: tuple[str, ...]
    words: tuple[str, ...]

    def __post_init__(self) -> None:
        if not (self.words and self.languages) or any(not word.strip() for word in self.words):
            raise BadValue(said("must list languages and words, none of them empty"))
