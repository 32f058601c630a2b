"""What a check is: profile and limits it reads, the subject it looks at, the findings it makes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from studio.core.errors import BadValue
from studio.core.provenance import Provenance, cited
from studio.core.registry import Registry
from studio.core.said import said
from studio.core.time import FrameRate
from studio.core.words import nearest
from studio.subs.counting import Counting
from studio.subs.cue import Cue, Track
from studio.subs.language import canonical, fallbacks
from studio.subs.linking import Pairing

Severity = Literal["error", "warning", "hint"]
ANY = "*"


@dataclass(frozen=True, slots=True)
class Timing:
    """Limits of time. Seconds are exact; the gap holds in frames where the film's rate is known,
    otherwise in milliseconds."""

    min_seconds: Fraction
    max_seconds: Fraction
    gap_frames: int
    gap_ms: int

    def __post_init__(self) -> None:
        if not 0 <= self.min_seconds < self.max_seconds <= 600:
            raise BadValue(said("must have 0 ≤ min_seconds < max_seconds ≤ 600"))
        if not (0 <= self.gap_frames <= 100 and 0 <= self.gap_ms <= 10_000):
            raise BadValue(said("must have gap_frames of 0 to 100 and gap_ms of 0 to 10000"))


@dataclass(frozen=True, slots=True)
class LanguageLimits:
    """Limits of one language (BCP 47; `*` is every language not listed), with their source.

    `line_length` and `speed` (characters a second) are in the units of `counting`.
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

    def __post_init__(self) -> None:
        if not (self.line_length > 0 and self.lines > 0 and self.speed > 0):
            raise BadValue(said("must have line_length, lines and speed above 0"))

    @property
    def cited(self) -> str:
        """Source and date as findings carry them; says so where it was not verified."""
        return cited(self.source, self.date, verified=self.verified)


@dataclass(frozen=True, slots=True)
class ScreenLimits:
    """Limits of what two languages show together."""

    lines: int
    source: str
    date: str
    verified: bool

    @property
    def cited(self) -> str:
        """Source and date as findings carry them; says so where it was not verified."""
        return cited(self.source, self.date, verified=self.verified)


@dataclass(frozen=True, slots=True)
class CheckProfile:
    """A preset of `presets/checks`: limits by language, and which findings weigh how much.

    `severity` is by the check's name; checks not named there are warnings; `off` lists those
    that are not made.
    """

    schema: int
    name: str
    summary: str
    provenance: Provenance
    timing: Timing
    languages: tuple[LanguageLimits, ...]
    screen: ScreenLimits | None = None
    severity: dict[str, Severity] = field(default_factory=dict)
    off: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        tags = [limits.language for limits in self.languages]
        if ANY not in tags or len(set(tags)) != len(tags):
            raise BadValue(
                said("must list each language once, and “{any}” for all others", any=ANY)
            )
        for name in (*self.severity, *self.off):
            if name not in CHECKS:
                raise BadValue(
                    said(
                        "must name known checks; “{name}” is not. {hint:bare}",
                        name=name,
                        hint=nearest(name, CHECKS.names()),
                    )
                )

    def limits(self, language: str) -> LanguageLimits:
        """The limits for a language tag: of itself, else of what it is a kind of, else of `*`."""
        by_tag = {limits.language: limits for limits in self.languages}
        for tag in fallbacks(canonical(language)):
            if tag in by_tag:
                return by_tag[tag]
        return by_tag[ANY]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as the profile wants it.

    `cue` is the index (from 0) in the track, `start` its start in milliseconds; `measured` and
    `limit` are in the unit that `message` names; `source` says where the limit comes from.
    """

    check: str
    severity: Severity
    cue: int
    start: int
    measured: float
    limit: float
    message: str
    source: str
    fixable: bool


@dataclass(frozen=True, slots=True)
class Subject:
    """A track made ready to be looked at.

    `lines` has each cue's plain lines; `order` the cue indexes by start, then end. `partner` and
    `pairing` (whose side a is this track) are there when a second language was given.
    """

    track: Track
    profile: CheckProfile
    limits: LanguageLimits
    lines: tuple[tuple[str, ...], ...]
    order: tuple[int, ...]
    rate: FrameRate | None = None
    partner: Track | None = None
    pairing: Pairing | None = None

    @property
    def timing(self) -> Timing:
        """The limits of time for this language."""
        return self.limits.timing or self.profile.timing

    @property
    def timing_source(self) -> str:
        """Where the limits of time come from."""
        if self.limits.timing is not None:
            return self.limits.cited
        told = self.profile.provenance
        return cited(told.source, told.date, verified=told.verified)

    def cue(self, index: int) -> Cue:
        """The cue at an index."""
        return self.track.cues[index]


@dataclass(frozen=True, slots=True)
class Seen:
    """What a check saw at one cue; the run adds name, severity, start and source."""

    cue: int
    measured: float
    limit: float
    message: str
    source: str


@dataclass(frozen=True, slots=True)
class Check:
    """A named rule: `look` yields what it sees in a subject, in the order of the cues."""

    name: str
    summary: str
    fixable: bool
    look: Callable[[Subject], Iterator[Seen]]


CHECKS: Registry[Check] = Registry("check")


def check_named(
    name: str, summary: str, *, fixable: bool
) -> Callable[[Callable[[Subject], Iterator[Seen]]], Callable[[Subject], Iterator[Seen]]]:
    """Decorator: file a function as the check `name`; `fixable` where a machine can mend it."""

    def file(look: Callable[[Subject], Iterator[Seen]]) -> Callable[[Subject], Iterator[Seen]]:
        CHECKS.add(name)(Check(name, summary, fixable, look))
        return look

    return file
