"""Everything a person decided about a campaign, in memory: its document, its cues, its marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from studio.campaign.document import Campaign
from studio.subs.cue import Track

TrackKey = tuple[str, str]
"""(film id, language)"""


@dataclass(frozen=True, slots=True)
class TrackForm:
    """How a track lies on disk, so that it is written back as it was found."""

    format: str
    encoding: str


@dataclass(frozen=True, slots=True)
class Marks:
    """What was marked on a film; every number is a PTS of the film whose content is `sha256`."""

    sha256: str = ""
    stars: tuple[int, ...] = ()
    rejected: tuple[int, ...] = ()
    added: tuple[int, ...] = ()
    removed: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Project:
    """The document of the window: one value, so that one undo serves the whole campaign."""

    campaign: Campaign = field(default_factory=Campaign)
    tracks: Mapping[TrackKey, Track] = field(default_factory=dict)
    forms: Mapping[TrackKey, TrackForm] = field(default_factory=dict)
    marks: Mapping[str, Marks] = field(default_factory=dict)

    def with_campaign(self, campaign: Campaign) -> Project:
        """The project with another campaign document."""
        return replace(self, campaign=campaign)

    def with_track(self, film: str, track: Track) -> Project:
        """The project with one track of a film replaced or added (its entry is not touched)."""
        return replace(self, tracks={**self.tracks, (film, track.language): track})

    def with_marks(self, film: str, marks: Marks) -> Project:
        """The project with other marks on a film."""
        return replace(self, marks={**self.marks, film: marks})

    def tracks_of(self, film: str) -> tuple[Track, ...]:
        """The tracks of a film in the order of its entries; those not read are not there."""
        entries = self.campaign.film(film).tracks
        keys = ((film, entry.language) for entry in entries)
        return tuple(self.tracks[key] for key in keys if key in self.tracks)
