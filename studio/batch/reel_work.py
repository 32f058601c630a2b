"""What stands around and over a film, as a job says it: cuts, cards, music, logo, slate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path

from studio.batch.job import CardWork, MusicWork, ReelWork
from studio.batch.poster_work import languages_of, poster_work, shown
from studio.batch.remark import Remark, warning
from studio.burn.asked.preset import VideoPreset
from studio.campaign.brand import BrandKit
from studio.campaign.document import Campaign, FilmEntry, Market
from studio.campaign.reel_entry import CardEntry, MusicEntry, ReelEntry, cut_of
from studio.core.errors import BadValue, StudioError, in_full
from studio.core.said import said
from studio.media.film import Film
from studio.media.identity import content_hash
from studio.poster.template import orientation
from studio.presets import store
from studio.reel.form import shown_size
from studio.stills.faces import faces_available
from studio.subs.language_names import language_name


@dataclass(frozen=True, slots=True)
class ReelFiles:
    """The files that films name for their reels: SHA-256 and place by name, and what is lost."""

    known: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    lost: Mapping[str, str] = field(default_factory=dict)

    def of(self, name: str) -> str:
        """The SHA-256 of a file. Raises BadValue with the reason why there is none."""
        if name not in self.known:
            raise BadValue(self.lost.get(name, said("{path} is not there.", path=name)))
        return self.known[name][0]


@dataclass(frozen=True, slots=True)
class Setting:
    """A film in a market, as its reel sees it; `subtitles` are the languages burned in."""

    film: FilmEntry
    market: Market
    probed: Film
    version: str
    unchosen: str = ""
    kit: BrandKit | None = None
    kit_fault: str = ""
    subtitles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Planned:
    """A reel that is planned: `content` is what its presets show, `files` where its files lie."""

    work: ReelWork
    content: tuple[object, ...]
    files: Mapping[str, str]
    notes: tuple[Remark, ...]


def read_files(campaign: Campaign, folder: Path) -> ReelFiles:
    """What the campaign's films name for their reels; what cannot be read is said, no more."""
    known: dict[str, tuple[str, str]] = {}
    lost: dict[str, str] = {}
    for name in {name: 0 for film in campaign.films for name in film.reel.files}:
        path = folder / name
        try:
            known[name] = content_hash(path), str(path)
        except StudioError as error:
            lost[name] = in_full(error)
    return ReelFiles(known, lost)


def planned_reel(one: Setting, video: VideoPreset, files: ReelFiles) -> Planned | None:
    """The reel of a film; None where it is the film from end to end. Raises BadValue."""
    entry, settings = one.film.reel, video.reel
    if entry == ReelEntry() and settings.is_plain:
        return None
    if one.kit_fault and (settings.logo is not None or entry.posters):
        raise BadValue(one.kit_fault)
    rate = one.probed.video.rate
    opening, ending = (_card(card, one, video, files) for card in (entry.opening, entry.ending))
    cards = [card for card in (opening, ending) if card is not None]
    music = entry.music
    brand = one.kit.brand if one.kit is not None and settings.logo is not None else None
    work = ReelWork(
        cuts=tuple(_plain(cut_of(text, rate)) for text in entry.cuts),
        join=_seconds(entry.join),
        opening=opening.work if opening else None,
        ending=ending.work if ending else None,
        music=_music(music, files) if music is not None else None,
        brand=brand.bare() if brand is not None else None,
    )
    if settings.slate or settings.clock:
        work = _worded(work, one)
    named = dict(files.known.values())
    notes = [note for card in cards for note in card.notes]
    if settings.logo is not None and (brand is None or not brand.logos):
        notes.append(
            warning(said("{name} asks for a logo; the campaign has none.", name=video.name))
        )
    return Planned(
        work,
        tuple(card.content for card in cards),
        {**(one.kit.files if one.kit is not None else {}), **named},
        tuple(notes),
    )


@dataclass(frozen=True, slots=True)
class _Card:
    work: CardWork
    content: object
    notes: tuple[Remark, ...]


def _card(
    card: CardEntry | None, one: Setting, video: VideoPreset, files: ReelFiles
) -> _Card | None:
    if card is None:
        return None
    times = _seconds(card.seconds), _seconds(card.fade), card.push / 100
    if card.picture:
        return _Card(CardWork(*times, card.focus, picture=files.of(card.picture)), None, ())
    poster = next((each for each in one.film.posters if each.id == card.poster), None)
    if poster is None:
        raise BadValue(
            said(
                "The film “{film}” has no poster “{poster}”.", film=one.film.id, poster=card.poster
            )
        )
    languages = languages_of(poster, one.market)
    if one.unchosen and poster.still.is_open:
        raise BadValue(one.unchosen)
    shape = orientation(shown_size(one.probed, video))
    work, notes = poster_work(one.film, poster, one.market, one.probed, one.kit, shape)
    focus = poster.focus or (0.5, 0.5)
    made = CardWork(*times, focus, poster=work, languages=languages)
    # Without the model of faces the copy may stand elsewhere.
    return _Card(made, [shown(store.template(poster.template)), faces_available()], notes)


def _music(music: MusicEntry, files: ReelFiles) -> MusicWork:
    figures = (music.level, music.duck, music.attack, music.release, music.fade)
    return MusicWork(files.of(music.file), *figures)


def _worded(work: ReelWork, one: Setting) -> ReelWork:
    """The same with what only a slate shows."""
    language = one.market.languages[0]
    titles = one.film.title
    return replace(
        work,
        title=titles.get(language) or next(iter(titles.values()), one.film.id),
        language=language,
        rows=(*one.film.reel.slate.items(), ("Version", one.version)),
        # On slates in English, as all of its own words.
        subtitles=tuple(str.__str__(language_name(each)) for each in one.subtitles),
    )


def _seconds(figure: float) -> str:
    return str(Fraction(figure).limit_denominator(1000))


def _plain(cut: tuple[Fraction, Fraction]) -> tuple[str, str]:
    return str(cut[0]), str(cut[1])
