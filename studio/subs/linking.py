"""Which cues of two languages say the same: links n to m, each with a confidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

from studio.core.later import named
from studio.core.progress import SILENT, Progress, Span
from studio.core.said import said
from studio.subs.cue import Track

if TYPE_CHECKING:
    from studio.subs.aligning.clues import clues_of
    from studio.subs.aligning.course import Course, aligned, sought
    from studio.subs.aligning.ways import Step
else:
    # Documents hold links; what finds them calculates with arrays.
    clues_of = named("studio.subs.aligning.clues", "clues_of")
    aligned = named("studio.subs.aligning.course", "aligned")
    sought = named("studio.subs.aligning.course", "sought")

SURE = 0.8
"""A link of less confidence is one that a person should look at."""
_CERTAIN = 0.95


@dataclass(frozen=True, slots=True)
class Link:
    """Cues of two tracks (by id) that say the same; one side may be empty.

    `confidence` is 0 to 1; below `SURE` a person should look. `by_hand` is true where a person said
    so: such a link is not made anew.
    """

    a: tuple[int, ...]
    b: tuple[int, ...]
    confidence: float
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Pairing:
    """Every cue of both tracks stands in exactly one link, in the order of time.

    A time of b lies at `time × speed + offset` (milliseconds) in a.
    """

    links: tuple[Link, ...]
    offset: int = 0
    speed: Fraction = Fraction(1)

    @property
    def doubtful(self) -> tuple[Link, ...]:
        """The links that a person should look at, in the order of time."""
        return tuple(one for one in self.links if one.confidence < SURE)


def link(a: Track, b: Track, progress: Progress = SILENT) -> Pairing:
    """Link two tracks of one film; a constant offset and another speed are found first.

    How long it takes grows with the number of cues, and so does what it keeps in memory.
    """
    progress.report(0.0, said("Comparing the tracks' times"))
    of_a, of_b = clues_of(a), clues_of(b)
    rough = sought(of_a, of_b, Span(progress, 0.0, 0.3, said("Comparing the tracks' times")))
    course: Course = aligned(of_a, of_b, rough, Span(progress, 0.3, 1.0, said("Linking cues")))
    links = tuple(_link(of_a.ids, of_b.ids, step) for step in course.steps)
    progress.report(1.0)
    return Pairing(links, course.tempo.offset, course.tempo.speed)


def _link(ids_a: Sequence[int], ids_b: Sequence[int], step: Step) -> Link:
    return Link(
        tuple(ids_a[step.low_a : step.high_a]),
        tuple(ids_b[step.low_b : step.high_b]),
        _told(step.sure),
    )


def _told(sure: float) -> float:
    """A probability in steps of a twentieth, below `SURE` rounded down.

    Finer steps would change with every edit anywhere in the tracks, and mean nothing.
    """
    if sure >= _CERTAIN:
        return 1.0
    return floor(20 * sure + (0.5 if sure >= SURE else 0.0)) / 20


def flipped(pairing: Pairing) -> Pairing:
    """The same links seen from the other track."""
    return Pairing(
        tuple(Link(one.b, one.a, one.confidence, one.by_hand) for one in pairing.links),
        round(-pairing.offset / pairing.speed),
        1 / pairing.speed,
    )
