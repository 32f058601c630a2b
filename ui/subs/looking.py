"""What the page knows of two tracks beside their cues: links and findings, worked out as jobs."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from studio.core.progress import Progress
from studio.core.time import FrameRate
from studio.subs.checks.base import CheckProfile, Finding
from studio.subs.checks.run import check
from studio.subs.cue import Track
from studio.subs.linking import Pairing, flipped, link
from ui.subs.found import Place


@dataclass(frozen=True, slots=True)
class Seen:
    """Links and findings of the tracks `a` and `b`; `found` is by cue id, for each side."""

    a: Track
    b: Track | None
    pairing: Pairing | None
    found: tuple[dict[int, list[Finding]], dict[int, list[Finding]]]
    places: tuple[Place, ...]


def look(
    a: Track, b: Track | None, profile: CheckProfile, rate: FrameRate | None, progress: Progress
) -> Seen:
    """Link two tracks and check each by its own language."""
    pairing = link(a, b, progress) if b is not None else None
    places: list[Place] = []
    sides: list[dict[int, list[Finding]]] = []
    for side, (track, partner) in enumerate(((a, b), (b, a))):
        by_cue: dict[int, list[Finding]] = defaultdict(list)
        sides.append(by_cue)
        if track is None:
            continue
        linked = pairing if side == 0 or pairing is None else flipped(pairing)
        for one in check(track, profile, rate, partner, linked):
            by_cue[track.cues[one.cue].id].append(one)
            places.append(Place(side, track.cues[one.cue].id, one))
    places.sort(key=lambda place: (place.finding.start, place.side))
    return Seen(a, b, pairing, (sides[0], sides[1]), tuple(places))
