"""Everything a person decided about a campaign, in memory: its document, its cues, its marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from studio.campaign.document import Campaign
from studio.subs.cue import Track
from studio.subs.linked import Linked, followed
from studio.subs.linking import Pairing, flipped
from studio.subs.review import Review, without_gone

TrackKey = tuple[str, str]
"""(film id, language)"""
PairKey = tuple[str, str, str]
"""(film id, language of a, language of b)"""


@dataclass(frozen=True, slots=True)
class TrackForm:
    """How a track lies on disk, so that it is written back as it was found."""

    format: str
    encoding: str


@dataclass(frozen=True, slots=True)
class Links:
    """The links between two tracks of a film, and the file that keeps them, relative to the
    campaign. Every cue of both tracks stands in exactly one link."""

    file: str
    pairing: Pairing
    locked: bool = False


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
    links: Mapping[PairKey, Links] = field(default_factory=dict)
    reviews: Mapping[TrackKey, Review] = field(default_factory=dict)

    def with_campaign(self, campaign: Campaign) -> Project:
        """The project with another campaign document."""
        return replace(self, campaign=campaign)

    def with_track(self, film: str, track: Track) -> Project:
        """The project with one track of a film replaced or added (its entry is not touched).

        Where cues came or went, the links that hold the track follow: gone cues leave them, and
        new ones stand alone. What was said of gone cues goes with them.
        """
        return self._holding(film, track, self._following(film, track))

    def _holding(self, film: str, track: Track, links: Mapping[PairKey, Links]) -> Project:
        key = film, track.language
        grown = replace(self, tracks={**self.tracks, key: track}, links=links)
        before = self.reviews.get(key)
        return grown if before is None else grown.with_review(film, without_gone(before, track))

    def _following(
        self, film: str, track: Track, but: PairKey | None = None
    ) -> Mapping[PairKey, Links]:
        links = self.links
        for pair, held in self.links.items():
            meant = pair != but and pair[0] == film and track.language in pair[1:]
            before = self._linked(pair) if meant else None
            if before is not None:
                after = followed(before, "a" if pair[1] == track.language else "b", track)
                links = _with_pairing(links, pair, held, after)
        return links

    def linked(self, film: str, one: str, other: str) -> Linked | None:
        """Two tracks of a film with their links, in the order in which those are kept (which may be
        the other one); None where there are none, or not both tracks."""
        for pair in ((film, one, other), (film, other, one)):
            if pair in self.links:
                return self._linked(pair)
        return None

    def _linked(self, pair: PairKey) -> Linked | None:
        film, of_a, of_b = pair
        a, b = self.tracks.get((film, of_a)), self.tracks.get((film, of_b))
        held = self.links[pair]
        return None if a is None or b is None else Linked(a, b, held.pairing, held.locked)

    def with_linked(self, film: str, linked: Linked) -> Project:
        """The project with two tracks of a film and their links, which from now on it holds; where
        it has them in the other order, they stay so."""
        of_a, of_b = linked.a.language, linked.b.language
        if (film, of_b, of_a) in self.links:
            linked = Linked(linked.b, linked.a, flipped(linked.pairing), linked.locked)
            of_a, of_b = of_b, of_a
        pair = film, of_a, of_b
        held = self.links.get(pair) or Links(links_file(self, film, of_a, of_b), Pairing(()))
        # What else is linked to one of the two follows it.
        made = self
        for track in (linked.a, linked.b):
            if made.tracks.get((film, track.language)) is not track:
                links = made._following(film, track, pair)
                made = made._holding(film, track, links)
        return replace(made, links=_with_pairing(made.links, pair, held, linked))

    def review(self, film: str, language: str) -> Review:
        """How far the cues of a track are."""
        return self.reviews.get((film, language)) or Review(language)

    def with_review(self, film: str, review: Review) -> Project:
        """The project with another review of a film's track; the very same where it is that one."""
        key = film, review.language
        if self.reviews.get(key, Review(review.language)) is review:
            return self
        return replace(self, reviews={**self.reviews, key: review})

    def with_marks(self, film: str, marks: Marks) -> Project:
        """The project with other marks on a film."""
        return replace(self, marks={**self.marks, film: marks})

    def tracks_of(self, film: str) -> tuple[Track, ...]:
        """The tracks of a film in the order of its entries; those not read are not there."""
        entries = self.campaign.film(film).tracks
        keys = ((film, entry.language) for entry in entries)
        return tuple(self.tracks[key] for key in keys if key in self.tracks)


def _with_pairing(
    links: Mapping[PairKey, Links], pair: PairKey, held: Links, linked: Linked
) -> Mapping[PairKey, Links]:
    """The very same where nothing changed, so that who looks at it knows."""
    if pair in links and held.pairing is linked.pairing and held.locked == linked.locked:
        return links
    return {**links, pair: Links(held.file, linked.pairing, linked.locked)}


def links_file(project: Project, film: str, one: str, other: str) -> str:
    """The file for the links of two tracks: the film's own, or where that has others already one
    that names the languages."""
    first = f"subtitles/{film}.links.toml"
    taken = {held.file for pair, held in project.links.items() if pair[0] == film}
    return first if first not in taken else f"subtitles/{film}.{one}.{other}.links.toml"
