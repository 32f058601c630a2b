"""Runs the checks of a profile over a track."""

from __future__ import annotations

from studio.core.time import FrameRate
from studio.subs.checks.base import CHECKS, CheckProfile, Finding, Subject
from studio.subs.cue import Track
from studio.subs.linking import Pairing
from studio.subs.plain import plain_lines


def check(
    track: Track,
    profile: CheckProfile,
    rate: FrameRate | None = None,
    partner: Track | None = None,
    pairing: Pairing | None = None,
) -> tuple[Finding, ...]:
    """All findings in the order of the cues, by the limits of the track's language.

    `rate` is the film's (None: unknown or varying; times are then judged in milliseconds);
    `pairing` links this track (side a) with `partner`, for the checks of two languages.
    """
    subject = prepared(track, profile, rate, partner, pairing)
    found: list[Finding] = []
    for one in CHECKS:
        if one.name in profile.off:
            continue
        severity = profile.severity.get(one.name, "warning")
        found += [
            Finding(
                check=one.name,
                severity=severity,
                cue=seen.cue,
                start=subject.cue(seen.cue).start,
                measured=seen.measured,
                limit=seen.limit,
                message=seen.message,
                source=seen.source,
                fixable=one.fixable,
            )
            for seen in one.look(subject)
        ]
    # Sorting is stable: within a cue the checks keep the order of the registry.
    return tuple(sorted(found, key=lambda finding: finding.cue))


def prepared(
    track: Track,
    profile: CheckProfile,
    rate: FrameRate | None = None,
    partner: Track | None = None,
    pairing: Pairing | None = None,
) -> Subject:
    """The subject that checks look at: plain lines and time order worked out once."""
    cues = track.cues
    return Subject(
        track=track,
        profile=profile,
        limits=profile.limits(track.language),
        lines=tuple(plain_lines(cue.text) for cue in cues),
        order=tuple(sorted(range(len(cues)), key=lambda n: (cues[n].start, cues[n].end, n))),
        rate=rate,
        partner=partner,
        pairing=pairing,
    )
