"""Runs the checks of a profile over a track."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import numpy as np

from studio.core.time import FrameRate
from studio.subs.checks.base import (
    CHECKS,
    NOTHING_AROUND,
    Around,
    Check,
    CheckProfile,
    Finding,
    Severity,
    Subject,
)
from studio.subs.checks.page import Numbers, Page
from studio.subs.cue import Track
from studio.subs.linking import Pairing

_FAR = 1 << 52
"""Milliseconds: some hundred thousand years. What lies beyond is taken to be there."""


def check(
    track: Track,
    profile: CheckProfile,
    rate: FrameRate | None = None,
    partner: Track | None = None,
    pairing: Pairing | None = None,
    around: Around = NOTHING_AROUND,
) -> tuple[Finding, ...]:
    """All findings in the order of the cues, by the limits of the track's language.

    `rate` is the film's (None: unknown or varying; times are then judged in milliseconds);
    `pairing` links this track (side a) with `partner`, for the checks of two languages.
    """
    return found_in(prepared(track, profile, rate, partner, pairing, around))


def found_in(subject: Subject, only: Collection[str] = ()) -> tuple[Finding, ...]:
    """All findings of a subject, or those of the checks named in `only`."""
    found: list[Finding] = []
    profile = subject.profile
    for one in CHECKS:
        if one.name in profile.off or (only and one.name not in only):
            continue
        found += _found(subject, one, profile.severity.get(one.name, one.severity))
    # Sorting is stable: within a cue the checks keep the order of the registry.
    return tuple(sorted(found, key=lambda finding: finding.cue))


def _found(subject: Subject, one: Check, severity: Severity) -> Iterable[Finding]:
    for seen in one.look(subject):
        yield Finding(
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


def prepared(
    track: Track,
    profile: CheckProfile,
    rate: FrameRate | None = None,
    partner: Track | None = None,
    pairing: Pairing | None = None,
    around: Around = NOTHING_AROUND,
) -> Subject:
    """The subject that checks look at: plain texts and times worked out once."""
    other = None if partner is None else prepared(partner, profile, rate, around=around)
    cues = track.cues
    starts = _numbers([cue.start for cue in cues])
    ends = _numbers([cue.end for cue in cues])
    return Subject(
        track=track,
        profile=profile,
        limits=profile.limits(track.language),
        page=Page([cue.text for cue in cues]),
        starts=starts,
        ends=ends,
        order=np.lexsort((ends, starts)),
        rate=rate,
        partner=other,
        pairing=pairing,
        around=around,
    )


def _numbers(values: list[int]) -> Numbers:
    try:
        made = np.array(values, np.int64)
    except OverflowError:
        made = np.array([min(max(value, -_FAR), _FAR) for value in values], np.int64)
    return made.clip(-_FAR, _FAR)
