"""What a check is: the profile it reads, the subject it looks at, the findings it makes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from studio.captions.style import CaptionStyle
from studio.core.errors import BadValue
from studio.core.geometry import Size
from studio.core.provenance import Provenance, cited
from studio.core.registry import Registry
from studio.core.said import said
from studio.core.time import FrameRate
from studio.core.words import nearest
from studio.subs.checks.page import Numbers, Page
from studio.subs.checks.rules import LanguageLimits, ScreenLimits, Timing, WordList, Zones
from studio.subs.cue import Cue, Track
from studio.subs.language import canonical, fallbacks
from studio.subs.linking import Pairing

Severity = Literal["error", "warning", "hint"]
ANY = "*"
_FULL_HD = Size(1920, 1080)


@dataclass(frozen=True, slots=True)
class CheckProfile:
    """A preset of `presets/checks`: limits by language, and which findings weigh how much.

    `severity` is by the check's name; checks not named there weigh as they say themselves; `off`
    lists those that are not made. `zones` is what the film's cuts ask for; None where the guide
    says nothing.
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
    zones: Zones | None = None

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
class Around:
    """What is known beside the tracks, and asked for.

    `cuts`: the film's own cuts in seconds from its first frame, in order; they are looked at where
    the rate is known. `style` and `frame`: how the captions are set, for width, height and glyphs;
    without a style these are not looked at; `second`: the track is set as the second language.
    `words`: forbidden ones. `children`: the reading speed for programmes for children.
    """

    cuts: tuple[Fraction, ...] = ()
    style: CaptionStyle | None = None
    second: bool = False
    frame: Size = _FULL_HD
    words: tuple[WordList, ...] = ()
    children: bool = False


NOTHING_AROUND = Around()


@dataclass(frozen=True, slots=True)
class Subject:
    """A track made ready to be looked at.

    `starts` and `ends` are of all cues, in ms; `order` their indexes by start, then end.
    `partner` (made ready as well) and `pairing` (whose side a is this track) are there when a
    second language was given.
    """

    track: Track
    profile: CheckProfile
    limits: LanguageLimits
    page: Page
    starts: Numbers
    ends: Numbers
    order: Numbers
    rate: FrameRate | None = None
    partner: Subject | None = None
    pairing: Pairing | None = None
    around: Around = NOTHING_AROUND

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

    def lines(self, index: int) -> tuple[str, ...]:
        """The lines that a cue shows."""
        return self.page.lines(index)


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
    """A named rule: `look` yields what it sees in a subject, in the order of the cues.

    `severity` is what a profile does not say otherwise.
    """

    name: str
    summary: str
    fixable: bool
    look: Callable[[Subject], Iterator[Seen]]
    severity: Severity = "warning"


CHECKS: Registry[Check] = Registry("check")
Look = Callable[[Subject], Iterator[Seen]]


def check_named(
    name: str, summary: str, *, fixable: bool, severity: Severity = "warning"
) -> Callable[[Look], Look]:
    """Decorator: file a function as the check `name`; `fixable` where a machine can mend it."""

    def file(look: Look) -> Look:
        CHECKS.add(name)(Check(name, summary, fixable, look, severity))
        return look

    return file
