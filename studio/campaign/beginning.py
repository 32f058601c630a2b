"""A new campaign: films with the subtitles that lie beside them, its markets, its first file."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from studio.campaign.adding import free_id, relative_to, title_of
from studio.campaign.carrying import carry, check_room, remove_empty, strangers
from studio.campaign.document import Campaign, Deliverable, FilmEntry, Market, TrackEntry
from studio.campaign.file import NAME, campaign_text, load_campaign
from studio.campaign.markets import markets_for, usual_deliverables
from studio.campaign.sources import remember
from studio.core.errors import BadValue, StudioError
from studio.core.files import is_plain_name, write_text, written
from studio.core.progress import SILENT, Progress, Span
from studio.core.said import said
from studio.subs.language import of_name, of_script
from studio.subs.reading import read_track

FILMS = (".mp4", ".mov", ".mkv", ".webm", ".m4v", ".avi", ".mxf", ".flv", ".ts", ".m2ts", ".mpg")
TRACKS = (
    *(".srt", ".vtt", ".webvtt", ".ass", ".ssa"),
    *(".ttml", ".dfxp", ".itt", ".imsc", ".sbv"),
)
_BESIDE = ("", "subtitles", "subs", "../subtitles", "../subs")


@dataclass(frozen=True, slots=True)
class Beside:
    """A subtitle file that lies beside a film; `language` is empty when it cannot be told."""

    path: Path
    language: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class FoundFilm:
    """A film with its title and the subtitles that go by its name."""

    path: Path
    title: str
    tracks: tuple[Beside, ...] = ()

    @property
    def languages(self) -> tuple[str, ...]:
        """Of its tracks, those that can be told, each once."""
        return tuple(dict.fromkeys(one.language for one in self.tracks if one.language))


@dataclass(frozen=True, slots=True)
class Wish:
    """What a new campaign shall be."""

    folder: Path
    name: str
    films: tuple[FoundFilm, ...]
    markets: tuple[Market, ...]
    deliverables: tuple[Deliverable, ...]


def films_in(folder: Path) -> tuple[Path, ...]:
    """The film files of a folder and of `films` in it, by name."""
    return tuple(
        path
        for place in (folder, folder / "films")
        if place.is_dir()
        for path in sorted(place.iterdir())
        if path.suffix.lower() in FILMS and path.is_file() and not path.name.startswith(".")
    )


def with_tracks(films: Sequence[Path], progress: Progress = SILENT) -> tuple[FoundFilm, ...]:
    """The films with the subtitle files that begin with their names, in or near their folders."""
    found = []
    for number, film in enumerate(films):
        progress.report(number / len(films), said("Looking beside {film}", film=film.name))
        # Those that name their language first: what is guessed from its words must give way.
        beside = sorted(_beside(film, films), key=lambda path: not of_name(path.name))
        tracks = tuple(_read(path) for path in beside)
        found.append(FoundFilm(film, title_of(film), _once(tracks)))
    return tuple(found)


def _beside(film: Path, films: Sequence[Path]) -> Iterator[Path]:
    for place in _BESIDE:
        folder = film.parent / place
        if not folder.is_dir():
            continue
        for path in sorted(folder.iterdir()):
            if path.suffix.lower() in TRACKS and path.is_file() and _owner(path, films) == film:
                yield path.resolve()


def _owner(track: Path, films: Iterable[Path]) -> Path | None:
    """The film whose name the track's begins with; the longest, as `a b` begins with `a` too."""
    name = track.stem.casefold()
    fit = [film for film in films if _begins(name, film.stem.casefold())]
    return max(fit, key=lambda film: len(film.stem), default=None)


def _begins(name: str, stem: str) -> bool:
    return name.startswith(stem) and (len(name) == len(stem) or name[len(stem)] in "._- ")


def _read(path: Path) -> Beside:
    try:
        reading = read_track(path)
    except StudioError as error:
        return Beside(path, "", str(error))
    language = reading.track.language
    if language in ("", "und"):
        return Beside(path, "", said("Its language cannot be told."))
    return Beside(path, language)


def _once(tracks: Sequence[Beside]) -> tuple[Beside, ...]:
    """A second track in a language is told and not taken."""
    seen: set[str] = set()
    made = []
    for one in tracks:
        if one.language in seen:
            why = said("There is another in {language}.", language=one.language)
            one = replace(one, language="", why=why)
        elif one.language:
            seen.add(one.language)
        made.append(one)
    return tuple(made)


def spoken(films: Iterable[FoundFilm]) -> tuple[str, ...]:
    """The languages of all their tracks."""
    return tuple(dict.fromkeys(one for film in films for one in film.languages))


def guessed_markets(films: Sequence[FoundFilm]) -> tuple[Market, ...]:
    """Markets that speak the languages of the tracks; one in English where there are none."""
    return markets_for(spoken(films)) or (Market("all", ("en",)),)


def name_of(folder: Path) -> str:
    """What a campaign in this folder would be called."""
    words = folder.resolve().name.replace("_", " ").replace("-", " ").split()
    return " ".join(word[:1].upper() + word[1:] for word in words) or "Untitled"


def wish_for(folder: Path, films: Sequence[FoundFilm]) -> Wish:
    """A sensible campaign of these films, to be changed before it is begun."""
    markets = guessed_markets(films)
    asks = usual_deliverables(markets, spoken(films))
    return Wish(folder, name_of(folder), tuple(films), markets, asks)


def begin(wish: Wish, progress: Progress = SILENT) -> Path:
    """Write the campaign; files from outside its folder are copied into it. Returns its file.

    Nothing is ever overwritten, and when it fails or is stopped nothing is left. Raises BadValue,
    CannotRead, CannotWrite.
    """
    path = wish.folder / NAME
    if path.exists():
        raise BadValue(
            said("{file} is already there.", file=path), hint=said("Choose another folder.")
        )
    if not wish.films:
        raise BadValue(
            said("There is no film to begin with."), hint=said("Choose at least one film.")
        )
    files = [file for film in wish.films for file in _files(film)]
    sizes = {file: file.stat().st_size for file in strangers(wish.folder, files)}
    check_room(wish.folder, sum(sizes.values()))
    with contextlib.ExitStack() as undo:
        places = _Taken(wish.folder, sizes, Span(progress, 0, 0.9), undo)
        campaign = _campaign(wish, places)
        undo.callback(path.unlink, missing_ok=True)
        write_text(path, campaign_text(campaign))
        # What it says must be what can be read.
        load_campaign(path)
        remember(campaign, wish.folder, Span(progress, 0.9, 1))
        undo.pop_all()
    return path


def _files(film: FoundFilm) -> tuple[Path, ...]:
    return (film.path, *(one.path for one in film.tracks if one.language))


class _Taken:
    """Where each file lies for the campaign; those from elsewhere are copied, for undoing too."""

    def __init__(
        self, folder: Path, sizes: dict[Path, int], progress: Progress, undo: contextlib.ExitStack
    ) -> None:
        self._folder = folder
        self._sizes = sizes
        self._whole = max(1, sum(sizes.values()))
        self._done = 0
        self._progress = progress
        self._undo = undo

    def place(self, path: Path, kind: str) -> str:
        """The path as the campaign writes it."""
        if path not in self._sizes:
            return relative_to(self._folder, path)
        target = self._folder / kind / path.name
        if target.exists():
            raise BadValue(
                said("{file} is already there.", file=target),
                hint=said("Rename one of the two files."),
            )
        start = self._done / self._whole
        self._done += self._sizes[path]
        for folder in (self._folder, target.parent):
            if not folder.exists():
                self._undo.callback(remove_empty, folder)
        with written(target) as part:
            carry(path, part, Span(self._progress, start, self._done / self._whole))
        self._undo.callback(target.unlink, missing_ok=True)
        return target.relative_to(self._folder).as_posix()


def _campaign(wish: Wish, places: _Taken) -> Campaign:
    films: list[FilmEntry] = []
    for film in wish.films:
        name = free_id(film.path.stem, frozenset(entry.id for entry in films))
        tracks = tuple(
            TrackEntry(one.language, places.place(one.path, "subtitles"))
            for one in film.tracks
            if one.language
        )
        source = places.place(film.path, "films")
        films.append(FilmEntry(name, source, titles(film.title), tracks))
    return Campaign(
        name=wish.name.strip() or "Untitled",
        films=tuple(films),
        markets=wish.markets,
        deliverables=wish.deliverables,
    )


def titles(title: str) -> dict[str, str]:
    """A title by the language it looks written in; English where that cannot be told."""
    guess = of_script([title]).language if re.search(r"[^\x00-\u024f]", title) else "en"
    return {guess if guess != "und" else "en": title} if title else {}


def fault_of(wish: Wish) -> str:
    """Why the campaign cannot be begun so, in words; empty when it can."""
    if not wish.films:
        return said("Choose at least one film.")
    if (wish.folder / NAME).exists():
        return said("There is a campaign in this folder already.")
    if not wish.name.strip():
        return said("Give the campaign a name.")
    if not wish.markets:
        return said("Choose at least one market.")
    if not is_plain_name(wish.folder.name or "x"):
        return said("“{name}” cannot be a folder's name.", name=wish.folder.name)
    return ""
