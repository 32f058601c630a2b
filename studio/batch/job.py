"""A job: one output file and all that it shows, as plain data that can cross a wire."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from studio.batch.remark import Remark
from studio.burn.asked.finding import Checked
from studio.burn.asked.wanted import LoudnessSettings
from studio.core.plain import structure, unstructure
from studio.media.overrides import Overrides
from studio.poster.brand import Brand
from studio.subs.ass_look import looks_of
from studio.subs.cue import Cue, Track
from studio.typeset.adjust import Adjust


@dataclass(frozen=True, slots=True)
class TrackData:
    """The cues of one language: `cues` holds (id, start ms, end ms, text)."""

    language: str
    cues: tuple[tuple[int, int, int, str], ...]

    @classmethod
    def of(cls, track: Track) -> TrackData:
        """The plain form of a track; what its file says of places and italics is in the texts."""
        looks = looks_of(track)
        cues = (
            (cue.id, cue.start, cue.end, looks.text(cue) if looks else cue.text)
            for cue in track.cues
        )
        return cls(track.language, tuple(cues))

    def track(self) -> Track:
        """The track again."""
        return Track(self.language, tuple(Cue(*cue) for cue in self.cues))


@dataclass(frozen=True, slots=True)
class PosterWork:
    """What a poster shows; `seconds` is the still's time from the first frame, as a fraction.

    It is empty while the still is not chosen: such a job says what is asked for, no more.
    """

    template: str
    seconds: str
    focus: tuple[float, float] | None
    copy: Mapping[str, str]
    title: Mapping[str, str]
    legal: str
    brand: Brand | None = None
    """Without the places of its logos: these are `Job.files`."""
    adjust: Mapping[str, tuple[Adjust, ...]] = field(default_factory=dict)
    """Characters of the copy that were set by hand, by language."""
    place: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    """Where somebody put the copy, by orientation."""
    kind: str = ""
    """Of the file, where it is not the format's own."""
    icc: str = ""
    """The name of the profile it is written in, where that is not the format's own."""
    profile: str = ""
    """The SHA-256 of a colour profile that is this machine's own; of bundled ones empty."""
    credits: Mapping[str, str] = field(default_factory=dict)
    honours: Mapping[str, str] = field(default_factory=dict)
    number: str = ""
    """In its series. All three only for templates that show them."""


@dataclass(frozen=True, slots=True)
class CardWork:
    """A card of a reel: a poster in some languages, or the picture file with this SHA-256.

    Times are seconds as fractions; `push` is a share.
    """

    seconds: str
    fade: str
    push: float
    focus: tuple[float, float]
    poster: PosterWork | None = None
    languages: tuple[str, ...] = ()
    picture: str = ""


@dataclass(frozen=True, slots=True)
class MusicWork:
    """The music file with this SHA-256, and how it lies under the film."""

    sha256: str
    level: float
    duck: float
    attack: float
    release: float
    fade: float


@dataclass(frozen=True, slots=True)
class ReelWork:
    """What stands around and over a film; `cuts` are (in, out) seconds as fractions.

    `title` and `rows` are words of the slate, set as `language` wants; empty without one.
    """

    cuts: tuple[tuple[str, str], ...] = ()
    join: str = "0"
    opening: CardWork | None = None
    ending: CardWork | None = None
    music: MusicWork | None = None
    brand: Brand | None = None
    title: str = ""
    language: str = "en"
    rows: tuple[tuple[str, str], ...] = ()
    subtitles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FilmWork:
    """What a film delivery shows; `captions` is a style's name, `none` or `muxed`: then `tracks`
    only go beside it or into its file.

    `reel` is None where it is the film from end to end with nothing around it.
    """

    captions: str
    tracks: tuple[TrackData, ...]
    reel: ReelWork | None = None
    loudness: LoudnessSettings | None = None
    """The market's own figure, where it goes before the preset's."""
    poster_at: str = ""
    """The film's second of its poster frame, as a fraction; empty for the middle, or for none."""


@dataclass(frozen=True, slots=True)
class Job:
    """One output. `key` is the hash of all it shows and of the versions of what makes it.

    `notes` are the plan's: what is to be said of the output besides what is found in making it.
    `made_of` names the parts that the key was taken of; `amount` is how much there is to make, in
    megapixels of all its frames.

    `output` is relative to the output folder, with `/`. Exactly one of `poster_work` and
    `film_work` is there unless `refusal` says why it cannot be made.
    """

    key: str
    output: str
    film: str
    poster: str
    market: str
    preset: str
    languages: tuple[str, ...]
    source: str
    source_sha256: str
    read_as: str = ""
    """What a person knows better of the film than its file, as JSON; empty: nothing."""
    poster_work: PosterWork | None = None
    film_work: FilmWork | None = None
    notes: tuple[Remark, ...] = ()
    refusal: str = ""
    made_of: Mapping[str, str] = field(default_factory=dict)
    amount: float = 0.0
    files: Mapping[str, str] = field(default_factory=dict)
    """Where files that it shows lie on this machine, by their SHA-256; no part of the key."""

    def to_plain(self) -> dict[str, Any]:
        """For the wire: only dicts, lists, text and numbers."""
        plain: dict[str, Any] = json.loads(json.dumps(asdict(self)))
        return {name: value for name, value in plain.items() if value is not None}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Job:
        """From the wire, checked. Raises BadValue."""
        return structure(plain, cls, "job")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job: made, kept or failed; `seconds` is the time it took, `log` what was
    done in making it, in words for people. `beside` are the files that go with it, relative as
    `path`; `sheet` is what was asked for beside what the file has.
    """

    path: str
    job: str
    film: str
    market: str
    preset: str
    poster: str
    state: str
    seconds: float = 0.0
    sha256: str = ""
    problems: tuple[Remark, ...] = ()
    log: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    sheet: tuple[Checked, ...] = ()


def read_as_text(overrides: Overrides) -> str:
    """What `Job.read_as` holds of them."""
    plain = unstructure(overrides)
    return json.dumps(plain, sort_keys=True) if plain else ""


def overrides_of(text: str) -> Overrides:
    """The overrides again. Raises BadValue."""
    return structure(json.loads(text), Overrides, "read_as") if text else Overrides()


def digest(*parts: object) -> str:
    """A SHA-256 over plain values, in a form that does not depend on the order of keys."""
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
