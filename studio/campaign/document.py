"""The campaign as a value: films, tracks, posters, markets, deliverables. It holds no pixels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from studio.burn.asked.wanted import LoudnessSettings
from studio.campaign.reel_entry import ReelEntry
from studio.core.errors import BadValue
from studio.core.plain import converter, structure
from studio.core.said import said
from studio.media.overrides import Overrides
from studio.typeset.adjust import Adjust, followed

SCHEMA = 1
Texts = Mapping[str, str]
"""Language (BCP 47) to text."""


@dataclass(frozen=True, slots=True)
class _Picked:
    pts: int
    time_base: Fraction
    sha256: str
    auto: bool = False


@dataclass(frozen=True, slots=True)
class StillRef:
    """Which frame a poster shows.

    `text` is `auto` or a time as a person wrote it; once picked, `pts` and `time_base` name the
    frame of the film whose content is `sha256`, and `auto` says that Lobbycard chose it.
    """

    text: str = "auto"
    pts: int | None = None
    time_base: Fraction | None = None
    sha256: str = ""
    auto: bool = False

    @property
    def picked(self) -> bool:
        """Whether it names one frame of one film file."""
        return self.pts is not None

    @property
    def is_open(self) -> bool:
        """Whether Lobbycard is still to choose it."""
        return self.pts is None and self.text == "auto"


def picked(pts: int, time_base: Fraction, sha256: str, *, auto: bool) -> StillRef:
    """The reference to one frame of one film file."""
    return StillRef("", pts, time_base, sha256, auto)


def _read_still(value: Any, _: Any) -> StillRef:
    if isinstance(value, str):
        if not value.strip():
            raise ValueError(said("must be “auto”, a time, or a picked frame"))
        return StillRef(value.strip())
    if not isinstance(value, Mapping):
        raise TypeError(said("must be “auto”, a time, or { pts, time_base, sha256 }"))
    frame = structure(value, _Picked, "still")
    return picked(frame.pts, frame.time_base, frame.sha256, auto=frame.auto)


def _write_still(still: StillRef) -> Any:
    if still.pts is None:
        return still.text
    plain: dict[str, Any] = {"auto": True} if still.auto else {}
    return plain | {"pts": still.pts, "time_base": str(still.time_base), "sha256": still.sha256}


converter().register_structure_hook(StillRef, _read_still)
converter().register_unstructure_hook(StillRef, _write_still)


@dataclass(frozen=True, slots=True)
class TrackEntry:
    """A subtitle file of a film; an empty `encoding` means: find out."""

    language: str
    file: str
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class PosterEntry:
    """A poster of a film: a template, a still, the point of interest (0 to 1), and its copy."""

    id: str
    template: str
    still: StillRef = StillRef()
    focus: tuple[float, float] | None = None
    copy: Texts = field(default_factory=dict)
    title: Texts = field(default_factory=dict)
    """Instead of the film's title, where given."""
    adjust: Mapping[str, tuple[Adjust, ...]] = field(default_factory=dict)
    """Characters of the copy that were set by hand, by language."""
    place: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    """Where somebody put the copy, by orientation (see `studio.poster.template`)."""

    def with_copy(self, copy: Texts) -> PosterEntry:
        """The poster with other copy; what was set by hand stays with its characters."""
        adjust = {
            language: kept
            for language, own in self.adjust.items()
            if (kept := followed(own, self.copy.get(language, ""), copy.get(language, "")))
        }
        return replace(self, copy=copy, adjust=adjust)

    def with_adjust(self, language: str, adjusts: tuple[Adjust, ...]) -> PosterEntry:
        """The poster with other characters of a language set by hand; none takes it away."""
        others = {key: own for key, own in self.adjust.items() if key != language}
        return replace(self, adjust={**others, language: adjusts} if adjusts else others)

    def __post_init__(self) -> None:
        if self.focus is not None and not all(0 <= part <= 1 for part in self.focus):
            raise BadValue(
                said("must be two numbers from 0 to 1, is {focus}", focus=list(self.focus))
            )


@dataclass(frozen=True, slots=True)
class FilmEntry:
    """A film of the campaign; `source` is relative to the campaign's folder.

    `read_as` is what its file says wrongly or not at all: every picture of the film follows it.
    `credits` and `honours` (festivals, prizes) are for templates that show them.
    """

    id: str
    source: str
    title: Texts = field(default_factory=dict)
    tracks: tuple[TrackEntry, ...] = ()
    posters: tuple[PosterEntry, ...] = ()
    read_as: Overrides = field(default_factory=Overrides)
    credits: Texts = field(default_factory=dict)
    honours: Texts = field(default_factory=dict)
    reel: ReelEntry = field(default_factory=ReelEntry)
    """What it is shown with in film deliveries: cuts, cards, music, words for the slate."""

    def number(self, poster: PosterEntry) -> str:
        """`2 / 8`: which of its posters that is; empty for the only one."""
        ids = [one.id for one in self.posters]
        if len(ids) < 2 or poster.id not in ids:
            return ""
        return f"{ids.index(poster.id) + 1} / {len(ids)}"

    def track(self, language: str) -> TrackEntry | None:
        """The track of a language, None when there is none."""
        return next((track for track in self.tracks if track.language == language), None)


@dataclass(frozen=True, slots=True)
class Market:
    """Where it is shown; `languages` are the primary and perhaps a secondary one.

    `loudness` is the figure of its broadcasters, for video presets whose own is `by_market`.
    """

    id: str
    languages: tuple[str, ...]
    name: str = ""
    legal: str = ""
    loudness: LoudnessSettings | None = None


USUAL_CAPTIONS = "cinema-bilingual"
"""The caption style of a film delivery that names none."""
NO_CAPTIONS = "none"
"""The caption style of a film delivery that shows no subtitles."""
MUXED = "muxed"
"""The caption style of a film delivery whose subtitles are tracks in its file, to be switched."""


@dataclass(frozen=True, slots=True)
class Deliverable:
    """A poster placement (`format`) or a film delivery (`video`) for some markets.

    Empty `markets`, `films` or `posters` mean all of them. `captions`: a style, NO_CAPTIONS,
    MUXED, or empty for the usual style; a film without any track has none. `posters` of a film
    delivery say whose still is its poster frame. `kind` and `icc`: the poster's
    file and the profile it is written in (its description), instead of the format's own.
    """

    format: str = ""
    video: str = ""
    markets: tuple[str, ...] = ()
    films: tuple[str, ...] = ()
    posters: tuple[str, ...] = ()
    captions: str = ""
    kind: str = ""
    icc: str = ""

    @property
    def preset(self) -> str:
        """The name of the preset, of whichever kind."""
        return self.format or self.video


@dataclass(frozen=True, slots=True)
class Campaign:
    """A whole campaign, as `campaign.toml` says it."""

    schema: int = SCHEMA
    name: str = "Untitled"
    version: str = "v01"
    outputs: str = "{market}/{film}/{film}[-{poster}]-{preset}.{ext}"
    brand: str = ""
    """The brand kit, `brand.toml`, relative to the campaign."""
    films: tuple[FilmEntry, ...] = ()
    markets: tuple[Market, ...] = ()
    deliverables: tuple[Deliverable, ...] = ()

    def film(self, film_id: str) -> FilmEntry:
        """The film called `film_id`. Raises BadValue."""
        for film in self.films:
            if film.id == film_id:
                return film
        raise BadValue(said("The campaign has no film “{film_id}”.", film_id=film_id))

    def with_film(self, film: FilmEntry) -> Campaign:
        """The campaign with the film of the same id replaced."""
        films = tuple(film if one.id == film.id else one for one in self.films)
        return replace(self, films=films)

    def with_poster(self, film_id: str, poster: PosterEntry) -> Campaign:
        """The campaign with the poster of the same id replaced, or added at the end."""
        film = self.film(film_id)
        known = any(one.id == poster.id for one in film.posters)
        posters = (
            tuple(poster if one.id == poster.id else one for one in film.posters)
            if known
            else (*film.posters, poster)
        )
        return self.with_film(replace(film, posters=posters))
