"""What a plan rests on: the probed films, the tracks that were read, the brand kit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from studio.batch.reel_work import ReelFiles
from studio.campaign.brand import BrandKit
from studio.media.film import Film
from studio.subs.cue import Track

Tracks = Mapping[tuple[str, str], Track]
"""(film id, language) to the track."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What a plan rests on: the probed films, the tracks, and why something is not there.

    `unreadable` and `unchosen` hold the reason by film: it cannot be read, or has no frame for an
    open still. `lost` holds the reason by film and language for a track that cannot be read.
    """

    films: Mapping[str, Film]
    tracks: Tracks
    unreadable: Mapping[str, str] = field(default_factory=dict)
    lost: Mapping[tuple[str, str], str] = field(default_factory=dict)
    unchosen: Mapping[str, str] = field(default_factory=dict)
    reels: ReelFiles = field(default_factory=ReelFiles)
    kit: BrandKit | None = None
    kit_fault: str = ""
    """Why the brand kit that is named cannot be read."""
