"""The commands of the Film page, beside those of the player."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from studio.core.said import said
from ui.actions import Action
from ui.film.errands import Errands
from ui.film.films_list import FilmsList
from ui.film.shortlist import Shortlist
from ui.film.strip import StripView
from ui.player.player import Player

_Row = tuple[str, str, Callable[[], object], tuple[str, ...], str]


class Commanded(Protocol):
    """What the commands call of the page."""

    @property
    def player(self) -> Player: ...
    def has_film(self) -> bool: ...
    def star_current(self) -> None: ...
    def poster_of_current(self) -> None: ...
    def save_frame(self) -> None: ...
    def copy_frame(self) -> None: ...
    def compare(self) -> None: ...
    def to_cut(self, step: int) -> None: ...
    def split(self) -> None: ...
    def merge(self) -> None: ...
    def move_cut_here(self) -> None: ...
    def more_cuts(self, step: int) -> None: ...


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of the page that have commands of their own."""

    shortlist: Shortlist
    strip: StripView
    films: FilmsList
    errands: Errands


def film_commands(page: Commanded, parts: Parts) -> tuple[Action, ...]:
    """Those in the menu Film."""
    groups = (
        ("stills", _stills(page, parts.shortlist, parts.errands)),
        ("cuts", _cuts(page)),
        ("strip", _strip(parts.strip)),
        ("films", _films(page, parts.films, parts.errands)),
    )
    return tuple(
        Action(f"film-{name}", text, run, "Film", keys, sign, "", page.has_film, group=group)
        for group, rows in groups
        for name, text, run, keys, sign in rows
    )


def _stills(page: Commanded, shortlist: Shortlist, errands: Errands) -> tuple[_Row, ...]:
    current = page.poster_of_current
    return (
        ("star", said("Star this frame"), page.star_current, ("S",), "star"),
        ("poster", said("Make poster"), shortlist.make_poster, ("P",), "poster"),
        ("frame-poster", said("Make poster of this frame"), current, ("Shift+P",), ""),
        ("save-frame", said("Save frame…"), page.save_frame, ("Ctrl+Shift+F",), "camera"),
        ("copy-frame", said("Copy frame"), page.copy_frame, ("Ctrl+C",), ""),
        ("compare", said("Compare two stills"), page.compare, ("V",), ""),
        ("sheet", said("Contact sheet…"), errands.contact_sheet, ("Ctrl+Shift+P",), ""),
        ("next-still", said("Next still"), partial(shortlist.walk, 1), ("Ctrl+Down",), ""),
        ("last-still", said("Previous still"), partial(shortlist.walk, -1), ("Ctrl+Up",), ""),
        ("reject", said("Reject the chosen still"), shortlist.reject, ("X",), ""),
    )


def _cuts(page: Commanded) -> tuple[_Row, ...]:
    to_cut, more = page.to_cut, page.more_cuts
    return (
        ("next-cut", said("Next shot"), partial(to_cut, 1), ("Down", "Ctrl+Right"), ""),
        ("last-cut", said("Previous shot"), partial(to_cut, -1), ("Up", "Ctrl+Left"), ""),
        ("add-cut", said("Add a cut here"), page.split, ("B",), "scissors"),
        ("remove-cut", said("Join with the shot before"), page.merge, ("Del",), "merge"),
        ("move-cut", said("Move the nearest cut here"), page.move_cut_here, ("Shift+B",), ""),
        ("more-cuts", said("Find more cuts"), partial(more, 1), ("Alt+Up",), ""),
        ("fewer-cuts", said("Find fewer cuts"), partial(more, -1), ("Alt+Down",), ""),
    )


def _strip(strip: StripView) -> tuple[_Row, ...]:
    return (
        ("zoom-in", said("Zoom the strip in"), partial(strip.zoom, 2.0), ("=",), ""),
        ("zoom-out", said("Zoom the strip out"), partial(strip.zoom, 0.5), ("-",), ""),
        ("fit", said("Show the whole film"), strip.fit, ("\\",), "fit"),
    )


def _films(page: Commanded, films: FilmsList, errands: Errands) -> tuple[_Row, ...]:
    reel = partial(errands.edit_reel, lambda: page.player.marks)
    return (
        ("markers", said("Star an editor's markers…"), errands.read_markers, (), ""),
        ("list", said("Save the list of shots…"), errands.save_list, (), ""),
        ("reel", said("Cards, cuts and music…"), reel, (), "film"),
        ("read-as", said("How the film is read…"), errands.read_as, (), ""),
        ("new-edit", said("Take a new edit…"), errands.new_edit, (), ""),
        ("next", said("Next film"), partial(films.choose, 1), ("Ctrl+PgDown",), ""),
        ("last", said("Previous film"), partial(films.choose, -1), ("Ctrl+PgUp",), ""),
    )
