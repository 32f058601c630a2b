"""Where everything stands on the pages of a contact sheet: pictures, lines of type, stars."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from studio.core.geometry import Rect
from studio.core.time import clock, timecode
from studio.media.film import Film
from studio.typeset.shape import Line, shape_line
from studio.typeset.style import TypeStyle

#: Landscape, in points of 1/72 inch.
PAPERS = {"a4": (841.89, 595.28), "a3": (1190.55, 841.89), "letter": (792.0, 612.0)}

_MARGIN = 40.0
_HEAD = 34.0
_FOOT = 24.0
_GAP = 12.0
_ROW_GAP = 14.0
# Below a picture: air, the timecode, and what else is said of it.
_AIR = 11.5
_PITCH = 10.5
_CAPTION = 26.0
# A picture as large as a square of this side is the smallest that can be judged on paper.
_LEAST = 88.0
_MOST_COLUMNS = 12
_AS_LARGE = 0.9

_FACES = ("Inter",)
# Without contextual forms: an x between figures in a file's name is no multiplication sign.
_FIGURES = ("tnum", "-calt")
_TITLE = TypeStyle(_FACES, 600, size=13.0, features=("-calt",))
_FACTS = TypeStyle(_FACES, 400, size=7.5, features=_FIGURES)
_CODE = TypeStyle(_FACES, 500, size=8.0, features=_FIGURES)
_NOTE = TypeStyle(_FACES, 400, size=7.0, features=("-calt",))
_STAR = 7.5
# Between the shot and what is said of the still.
_SPACE = 8.0
# Figures and signs are Latin whatever the language: a dot would be set as wide as a character.
_LATIN = "en"

Colour = tuple[int, int, int]
INK: Colour = (30, 30, 30)
GREY: Colour = (118, 118, 118)
GOLD: Colour = (205, 140, 10)


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """A still of the sheet: the `pts` of a frame, its shot counted from 0, and a word about it."""

    pts: int
    shot: int | None = None
    starred: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the sheet says. `title`: the film's file name where empty.

    `shot` is the words for a shot, with `{number}`; `language` (BCP 47) that of all words: it
    decides the shapes of Han characters. `paper` is one of PAPERS.
    """

    title: str = ""
    shot: str = "Shot {number}"
    language: str = "en"
    paper: str = "a4"


@dataclass(frozen=True, slots=True)
class Words:
    """A line of type: its origin on the page in points, y downwards, and its colour (sRGB)."""

    line: Line
    x: float
    y: float
    colour: Colour


@dataclass(frozen=True, slots=True)
class Page:
    """One page, `width` by `height` points. `pictures` are (number of the entry, where)."""

    width: float
    height: float
    pictures: tuple[tuple[int, Rect], ...]
    words: tuple[Words, ...]
    stars: tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True, slots=True)
class _Grid:
    columns: int
    rows: int
    width: float
    height: float

    @property
    def capacity(self) -> int:
        return self.columns * self.rows

    @property
    def across(self) -> float:
        """How wide it stands."""
        return self.columns * self.width + (self.columns - 1) * _GAP

    @property
    def area(self) -> float:
        return self.width * self.height


def pages(
    film: Film, entries: Sequence[SheetEntry], aspect: Fraction, sheet: Sheet
) -> tuple[Page, ...]:
    """The pages; `aspect` is width over height of every picture.

    Pictures are as large as lets all of them stand on one page; where they would be too small to
    be judged, there are more pages of the smallest that can.
    """
    width, height = PAPERS[sheet.paper]
    grid = _grid(len(entries), float(aspect), width, height)
    count = max(1, math.ceil(len(entries) / grid.capacity))
    parts = [
        range(at * grid.capacity, min((at + 1) * grid.capacity, len(entries)))
        for at in range(count)
    ]
    return tuple(
        _Setter(film, sheet, grid).page(entries, part, (number + 1, count))
        for number, part in enumerate(parts)
    )


def _grid(count: int, aspect: float, width: float, height: float) -> _Grid:
    room = (width - 2 * _MARGIN, height - _MARGIN - _HEAD - _FOOT - _MARGIN / 2)
    grids = [
        _fitted(columns, rows, aspect, room)
        for columns in range(1, _MOST_COLUMNS + 1)
        for rows in range(1, _MOST_COLUMNS + 1)
    ]
    seen = [one for one in grids if one.area >= _LEAST * _LEAST]
    whole = [one for one in seen if one.capacity >= count]
    if whole:
        largest = max(one.width for one in whole)
        # Of those that are all but as large the one that leaves the least beside it.
        near = [one for one in whole if one.width >= _AS_LARGE * largest]
        return max(near, key=lambda one: (round(one.across, 3), -one.capacity, -one.columns))
    return max(seen, key=lambda one: (one.capacity, round(one.width, 3)))


def _fitted(columns: int, rows: int, aspect: float, room: tuple[float, float]) -> _Grid:
    """The largest picture of which so many stand beside and below each other."""
    across = (room[0] - (columns - 1) * _GAP) / columns
    down = (room[1] - (rows - 1) * _ROW_GAP) / rows - _CAPTION
    width = max(0.0, min(across, down * aspect))
    return _Grid(columns, rows, width, width / aspect)


class _Setter:
    """Sets one page."""

    def __init__(self, film: Film, sheet: Sheet, grid: _Grid) -> None:
        self._film, self._sheet, self._grid = film, sheet, grid
        self._width, self._height = PAPERS[sheet.paper]
        self._words: list[Words] = []
        self._stars: list[tuple[tuple[float, float], ...]] = []

    def page(self, entries: Sequence[SheetEntry], part: range, number: tuple[int, int]) -> Page:
        self._head()
        self._foot(number)
        pictures = []
        across = self._grid.width + self._gap()
        for place, at in enumerate(part):
            row, column = divmod(place, self._grid.columns)
            x = _MARGIN + column * across
            y = _MARGIN + _HEAD + row * (self._grid.height + _CAPTION + _ROW_GAP)
            pictures.append((at, Rect(x, y, self._grid.width, self._grid.height)))
            self._caption(entries[at], x, y + self._grid.height)
        words, stars = tuple(self._words), tuple(self._stars)
        return Page(self._width, self._height, tuple(pictures), words, stars)

    def _gap(self) -> float:
        """Between columns: a little more where that brings the last one flush with the margin."""
        columns = self._grid.columns
        left = self._width - 2 * _MARGIN - columns * self._grid.width
        flush = left / (columns - 1) if columns > 1 else _GAP
        return flush if flush <= 2 * _GAP else _GAP

    def _head(self) -> None:
        film = self._film
        size = film.video.display
        rate = round(float(film.video.rate.value), 3)
        facts = f"{clock(film.duration, 0)}  ·  {rate:g} fps  ·  {size}"
        line = shape_line(facts, _LATIN, _FACTS)
        room = self._width - 2 * _MARGIN
        baseline = _MARGIN + 10
        self._put(line, self._width - _MARGIN - line.advance, baseline, GREY)
        title = self._sheet.title or film.path.name
        fitted = self._within(title, _TITLE, room - line.advance - 2 * _GAP)
        self._put(fitted, _MARGIN, baseline, INK)

    def _foot(self, number: tuple[int, int]) -> None:
        baseline = self._height - _FOOT
        told = shape_line(f"{number[0]} / {number[1]}", _LATIN, _FACTS)
        self._put(told, self._width - _MARGIN - told.advance, baseline, GREY)
        if self._sheet.title:
            name = self._within(self._film.path.name, _FACTS, self._width / 2)
            self._put(name, _MARGIN, baseline, GREY)

    def _caption(self, entry: SheetEntry, x: float, y: float) -> None:
        film, width = self._film, self._grid.width
        code = timecode(film.index_of(entry.pts), film.video.rate)
        self._put(shape_line(code, _LATIN, _CODE), x, y + _AIR, INK)
        if entry.starred:
            self._stars.append(_star(x + width - _STAR / 2, y + _AIR - _STAR * 0.38))
        below, used = y + _AIR + _PITCH, 0.0
        if entry.shot is not None:
            shot = self._within(self._sheet.shot.format(number=entry.shot + 1), _NOTE, width)
            self._put(shot, x, below, GREY)
            used = shot.advance + _SPACE
        note = " ".join(entry.note.split())
        if note and used < width / 2:
            self._put(self._within(note, _NOTE, width - used), x + used, below, GREY)

    def _set(self, text: str, style: TypeStyle) -> Line:
        return shape_line(text, self._sheet.language, style)

    def _within(self, text: str, style: TypeStyle, width: float) -> Line:
        """The text, cut short with three dots where it is longer than `width`."""
        line = self._set(text, style)
        low, high = 0, len(text)
        if line.advance <= width:
            return line
        while low < high:
            middle = (low + high + 1) // 2
            if self._set(text[:middle].rstrip() + "…", style).advance <= width:
                low = middle
            else:
                high = middle - 1
        return self._set(text[:low].rstrip() + "…", style)

    def _put(self, line: Line, x: float, y: float, colour: Colour) -> None:
        self._words.append(Words(line, x, y, colour))


def _star(x: float, y: float) -> tuple[tuple[float, float], ...]:
    """The corners of a star of five points about (x, y)."""
    outer, inner = _STAR / 2, _STAR / 2 * 0.42
    return tuple(
        (
            round(x + radius * math.sin(math.pi * at / 5), 3),
            round(y - radius * math.cos(math.pi * at / 5), 3),
        )
        for at, radius in enumerate((outer, inner) * 5)
    )
