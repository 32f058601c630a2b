"""Where everything of the matrix stands: films down, markets across, signs in lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF

from ui.deliver.states import READY, Cell

HEAD = 36
NAME = 184
PAD = 12
_LINE = 20
"""Height of a line of small type."""
_PITCHES = (36, 32, 28, 24, 20)
_GAP = 4
_APART = 12
"""Between the lines of one poster and those of the next."""
_NARROWEST = 112
_FILM = "film"

Titles = Sequence[tuple[str, str]]
"""(id, title) in their order."""


@dataclass(frozen=True, slots=True)
class Sign:
    """An output in its box."""

    box: QRectF
    cell: Cell


@dataclass(frozen=True, slots=True)
class Word:
    """A text in its box; `strong` for film titles."""

    box: QRectF
    text: str
    strong: bool = False


@dataclass(slots=True)
class Arrangement:
    """What the matrix paints; `lines` are the heights of the hairlines, `height` of it all."""

    signs: list[Sign] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    heads: list[Word] = field(default_factory=list)
    lines: list[float] = field(default_factory=list)
    columns: list[float] = field(default_factory=list)
    height: float = 0.0
    width: float = 0.0


def arrange(
    cells: Sequence[Cell], films: Titles, markets: Titles, width: float, height: float
) -> Arrangement:
    """Fill `width`; the signs are as large as lets all of it stand within `height`."""
    made = Arrangement()
    for pitch in _PITCHES:
        made = _arranged(cells, films, markets, width, pitch)
        if made.height <= height:
            break
    return made


def _arranged(
    cells: Sequence[Cell], films: Titles, markets: Titles, width: float, pitch: int
) -> Arrangement:
    made = Arrangement()
    column = max(float(_NARROWEST), (width - NAME) / max(1, len(markets)))
    made.width = NAME + column * len(markets)
    made.columns = [NAME + column * number for number in range(len(markets))]
    for x, (_, title) in zip(made.columns, markets, strict=True):
        made.heads.append(Word(QRectF(x + PAD, 0, column - 2 * PAD, HEAD), title))
    by_place: dict[tuple[str, str], list[Cell]] = {}
    for cell in sorted(cells, key=lambda cell: not cell.job.poster):  # films after posters
        by_place.setdefault((cell.job.film, cell.job.market), []).append(cell)
    top = float(HEAD)
    for film, title in films:
        rows = [by_place.get((film, market), []) for market, _ in markets]
        made.lines.append(top)
        top = _film(made, title, rows, top, (column, pitch))
    made.height = top
    return made


def _film(
    made: Arrangement,
    title: str,
    rows: list[list[Cell]],
    top: float,
    measures: tuple[float, int],
) -> float:
    """One film; returns where it ends."""
    every = [cell for row in rows for cell in row]
    posters = list(dict.fromkeys(cell.job.poster for cell in every if cell.job.poster))
    ready = sum(cell.state == READY for cell in every)
    said = f"{ready} of {len(every)} ready" if every else "nothing is asked for"
    name = QRectF(PAD + 4, top + PAD, NAME - PAD - 8, _LINE)
    made.words.append(Word(name, title, strong=True))
    made.words.append(Word(name.translated(0, _LINE), said))
    least = top + 2 * PAD + 2 * _LINE
    if len(posters) < 2:
        bottom = _lines(made, rows, top + PAD, measures)
        return max(least, bottom + PAD)
    # Several posters: a line of signs for each, and one for the film itself.
    at = top + PAD + 2 * _LINE + _GAP + 4
    for poster in [*posters, ""]:
        part = [[cell for cell in row if cell.job.poster == poster] for row in rows]
        if not any(part):
            continue
        label = QRectF(PAD + 4, at, NAME - PAD - 8, measures[1] - _GAP)
        made.words.append(Word(label, poster or _FILM))
        at = _lines(made, part, at, measures) + _APART
    return at - _APART + PAD


def _lines(
    made: Arrangement, rows: list[list[Cell]], top: float, measures: tuple[float, int]
) -> float:
    """The signs of one label in every market; returns where the longest ends."""
    column, pitch = measures
    per_line = max(1, int((column - 2 * PAD + _GAP) // pitch))
    bottom = top + pitch - _GAP
    for x, row in zip(made.columns, rows, strict=True):
        for number, cell in enumerate(row):
            line, place = divmod(number, per_line)
            box = QRectF(x + PAD + place * pitch, top + line * pitch, pitch - _GAP, pitch - _GAP)
            made.signs.append(Sign(box, cell))
            bottom = max(bottom, box.bottom())
    return bottom


def beside(signs: Sequence[Sign], output: str, dx: int, dy: int) -> str:
    """The output whose sign stands next to that of `output` in a direction; itself at the edge."""
    here = next((sign for sign in signs if sign.cell.job.output == output), None)
    if here is None:
        return signs[0].cell.job.output if signs else ""
    middle = here.box.center()
    best, least = output, float("inf")
    for sign in signs:
        way = sign.box.center() - middle
        along, across = (way.x() * dx, abs(way.y())) if dx else (way.y() * dy, abs(way.x()))
        if along <= 1 or (dx and across > here.box.height() / 2):
            continue
        far = along + 4 * across if dx else 4 * along + across
        if far < least:
            best, least = sign.cell.job.output, far
    return best
