"""What a film is shown with in its film deliveries, as `campaign.toml` says it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from fractions import Fraction

from studio.core.errors import BadValue
from studio.core.limits import within
from studio.core.said import said
from studio.core.time import FrameRate, parse_time
from studio.reel.limits import CARD, JOIN, MOST_CUTS, MOST_LETTERS, MOST_ROWS, MUSIC


@dataclass(frozen=True, slots=True)
class CardEntry:
    """A card before or after the film: one of its posters by id, or a picture file.

    `seconds` it stands; `fade` is its cross-fade with the film in seconds, 0 a cut; `push` by how
    many per cent it grows meanwhile, around the poster's focus (less than 0: it shrinks). `focus`,
    0 to 1, is for picture files.
    """

    poster: str = ""
    picture: str = ""
    seconds: float = 3.0
    fade: float = 0.5
    push: float = 0.0
    focus: tuple[float, float] = (0.5, 0.5)

    def __post_init__(self) -> None:
        if bool(self.poster) == bool(self.picture):
            raise BadValue(said("must name either a poster or a picture"))
        for name, bounds in CARD.items():
            within(name, getattr(self, name), *bounds)
        if not all(0 <= part <= 1 for part in self.focus):
            raise BadValue(said("must have a focus from 0 to 1"))


@dataclass(frozen=True, slots=True)
class MusicEntry:
    """Music under the programme; see `studio.reel.music.Music` for its figures."""

    file: str
    level: float = -12.0
    duck: float = 12.0
    attack: float = 0.25
    release: float = 1.2
    fade: float = 2.0

    def __post_init__(self) -> None:
        for name, bounds in MUSIC.items():
            within(name, getattr(self, name), *bounds)


@dataclass(frozen=True, slots=True)
class ReelEntry:
    """`cuts` are the parts of the film that are shown, in this order, each written as IN-OUT
    (00:00:10-00:00:20, 240f-480f); without any all of it. `join` is the cross-fade between them in
    seconds. `slate` are rows of the slate by label, before its own: no date is ever added.
    """

    cuts: tuple[str, ...] = ()
    join: float = 0.0
    opening: CardEntry | None = None
    ending: CardEntry | None = None
    music: MusicEntry | None = None
    slate: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        within("join", self.join, *JOIN)

    @property
    def cards(self) -> tuple[CardEntry, ...]:
        """Those that it has."""
        return tuple(one for one in (self.opening, self.ending) if one is not None)

    @property
    def files(self) -> tuple[str, ...]:
        """The files that it names: pictures and music."""
        music = (self.music.file,) if self.music is not None else ()
        return (*(one.picture for one in self.cards if one.picture), *music)

    def moved(self, places: Mapping[str, str]) -> ReelEntry:
        """The same with its files elsewhere, by the names they have."""

        def card(one: CardEntry | None) -> CardEntry | None:
            if one is None or not one.picture:
                return one
            return replace(one, picture=places.get(one.picture, one.picture))

        music = self.music
        if music is not None:
            music = replace(music, file=places.get(music.file, music.file))
        return replace(self, opening=card(self.opening), ending=card(self.ending), music=music)

    @property
    def posters(self) -> frozenset[str]:
        """The ids of the posters that it shows."""
        return frozenset(one.poster for one in self.cards if one.poster)

    def problems(self, at: str, posters: frozenset[str]) -> Iterator[str]:
        """What is wrong with it that its form does not show; `posters` are those the film has."""
        for name in (one.name for one in fields(self) if one.name in ("opening", "ending")):
            card: CardEntry | None = getattr(self, name)
            if card is not None and card.poster and card.poster not in posters:
                yield said("{at}.{name}: no poster “{one}”", at=at, name=name, one=card.poster)
        if len(self.cuts) > MOST_CUTS:
            yield said(
                "{at} are {number:,}, at most {limit:,} are read",
                at=f"{at}.cuts",
                number=len(self.cuts),
                limit=MOST_CUTS,
            )
        for number, text in enumerate(self.cuts[:MOST_CUTS]):
            if "-" not in text:
                yield said(
                    "{at}[{number}] must be written as 00:00:10-00:00:20, is “{text}”",
                    at=f"{at}.cuts",
                    number=number,
                    text=text,
                )
        rows = [*self.slate.keys(), *self.slate.values()]
        if len(self.slate) > MOST_ROWS or any(len(one) > MOST_LETTERS for one in rows):
            yield said(
                "{at}.slate has at most {rows} rows of {letters} letters",
                at=at,
                rows=MOST_ROWS,
                letters=MOST_LETTERS,
            )


def cut_of(text: str, rate: FrameRate) -> tuple[Fraction, Fraction]:
    """IN-OUT in seconds. Raises BadValue."""
    begin, mark, end = text.partition("-")
    if not mark:
        raise BadValue(
            said("“{text}” is not a range.", text=text),
            hint=said("Write it as 00:00:10-00:00:20."),
        )
    return parse_time(begin, rate), parse_time(end, rate)
