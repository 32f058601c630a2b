"""A reel made of files, as the command line asks for it: plain values for a child process."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from studio.burn.burn import BurnOrder
from studio.burn.edit.reel import Reel
from studio.core.files import sha256
from studio.poster.brand import Brand, read_logo
from studio.poster.reading import read_picture
from studio.reel.cards import CardPicture, Motion
from studio.reel.music import Music
from studio.reel.parts import CardPart, ReelParts, programme
from studio.reel.slate_words import SlateWords


@dataclass(frozen=True, slots=True)
class CardFile:
    """A picture file as a card; `fade` is its cross-fade with the film. Seconds."""

    path: Path
    seconds: Fraction
    fade: Fraction = Fraction(1, 2)
    motion: Motion = field(default_factory=Motion)

    def part(self) -> CardPart:
        """For the reel; the file is read when that is made."""
        return CardPart(
            lambda _: CardPicture(read_picture(self.path)), self.seconds, self.fade, self.motion
        )


@dataclass(frozen=True, slots=True)
class ReelOf:
    """What stands around the film of an order, as its `build`.

    `title` and `rows` are words of the slate; `logo` is an SVG, PNG or TIFF.
    """

    cuts: tuple[tuple[Fraction, Fraction], ...] = ()
    join: Fraction = Fraction(0)
    opening: CardFile | None = None
    ending: CardFile | None = None
    music: Music | None = None
    logo: Path | None = None
    title: str = ""
    rows: tuple[tuple[str, str], ...] = ()

    def __call__(self, order: BurnOrder) -> Reel:
        """The reel. Raises as `programme`."""
        film, tracks = order.film, order.tracks
        language = tracks[0].language if tracks else "en"
        shown = tuple(track.language for track in tracks) if order.style else ()
        brand = None
        if self.logo is not None:
            brand = Brand(logo_light=read_logo(self.logo, sha256(self.logo)))
        parts = ReelParts(
            self.cuts,
            self.join,
            self.opening.part() if self.opening is not None else None,
            self.ending.part() if self.ending is not None else None,
            SlateWords(film, self.title or film.path.stem, self.rows, language, shown),
            brand,
            self.music,
        )
        return programme(film, tracks, order.looks, order.preset, parts)
