"""A planned reel made into what `studio.reel` puts together, in the worker that burns it."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

from studio.batch.job import CardWork, Job, MusicWork, ReelWork
from studio.core.errors import BadValue, CannotRead
from studio.core.files import sha256
from studio.core.geometry import Size
from studio.core.provenance import Provenance
from studio.core.said import said
from studio.media.film import Film
from studio.poster.format import Format
from studio.poster.reading import read_picture
from studio.reel.cards import CardPicture, Motion
from studio.reel.music import Music
from studio.reel.parts import CardPart, ReelParts
from studio.reel.slate_words import SlateWords

PosterPicture = Callable[[CardWork, Size], CardPicture]
"""Paints the poster of a card for a picture of that size."""
# A screen in a living room or on a desk, in CSS pixels across; a phone held upright.
_SEEN_WIDE, _SEEN_HIGH = 1440, 390


def parts_of(job: Job, work: ReelWork, film: Film, painted: PosterPicture) -> ReelParts:
    """The parts of the reel of `job`. Raises CannotRead for files that changed since the plan."""
    music = work.music
    return ReelParts(
        cuts=tuple((Fraction(first), Fraction(last)) for first, last in work.cuts),
        join=Fraction(work.join),
        opening=_card(job, work.opening, painted),
        ending=_card(job, work.ending, painted),
        slate=SlateWords(film, work.title, work.rows, work.language, work.subtitles),
        brand=work.brand.placed(job.files) if work.brand is not None else None,
        music=_music(job, music) if music is not None else None,
    )


def card_format(size: Size) -> Format:
    """The placement that a poster is composed for when it is a card of a film."""
    wide = size.width > size.height
    return Format(
        1,
        "card",
        "A card of a film",
        Provenance("the film's own size", "2026-11-23", True),
        size.width,
        size.height,
        kind="png",
        seen_px=_SEEN_WIDE if wide else _SEEN_HIGH,
    )


def _card(job: Job, work: CardWork | None, painted: PosterPicture) -> CardPart | None:
    if work is None:
        return None
    seconds, fade = Fraction(work.seconds), Fraction(work.fade)
    motion = Motion(work.push, work.focus)
    if work.poster is not None:
        return CardPart(lambda size: painted(work, size), seconds, fade, motion)
    path = _placed(job, work.picture)
    return CardPart(lambda _: CardPicture(read_picture(path)), seconds, fade, motion)


def _music(job: Job, work: MusicWork) -> Music:
    path = _placed(job, work.sha256)
    return Music(path, work.level, work.duck, work.attack, work.release, work.fade)


def _placed(job: Job, digest: str) -> Path:
    """Where a file with this SHA-256 lies here, unchanged. Raises BadValue, CannotRead."""
    if digest not in job.files:
        raise BadValue(
            said("A file of the reel of {film} is not known here.", film=job.film),
            hint=said("Plan again."),
        )
    path = Path(job.files[digest])
    if sha256(path) != digest:
        raise CannotRead(
            said("{source} has changed since the export was planned.", source=path),
            hint=said("Export again."),
        )
    return path
