"""Where everything of the matrix stands: films down, markets across, signs in lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, QSizeF

from ui.campaign.titles import poster_name
from ui.deliver.states import READY, Cell
from ui.widgets.language import tr

HEAD = 36
NAME = 184
PAD = 12
_LINE = 20
"""Height of a line of small type."""
_PITCHES = tuple(QSizeF(side, side) for side in (36, 32, 28, 24))
_PICTURES = (
    QSizeF(208, 168),
    QSizeF(156, 126),
    QSizeF(128, 104),
    QSizeF(104, 84),
    QSizeF(92, 74),
    QSizeF(84, 68),
    QSizeF(76, 62),
    QSizeF(68, 56),
    QSizeF(60, 50),
)
"""With pictures the smallest of these is kept to: below it nothing is seen in them."""
_GAP = 4
_APART = 12
"""Between the lines of one poster and those of the next."""
_NARROWEST = 120
ALL_FILMS = "*"

Titles = Sequence[tuple[str, str]]
"""(id, title) in their order."""


@dataclass(frozen=True, slots=True)
class Sign:
    """An output in its box."""

    box: QRectF
    cell: Cell


@dataclass(frozen=True, slots=True)
class Word:
    """A text in its box; `strong` for film titles. A click on `area` takes the outputs it names.

    `poster` None means every poster, an empty one the film itself.
    """

    box: QRectF
    text: str
    strong: bool = False
    area: QRectF = field(default_factory=QRectF)
    film: str = ""
    market: str = ""
    poster: str | None = None

    def takes(self, cell: Cell) -> bool:
        """Whether the output stands under this heading."""
        job = cell.job
        return (
            self.film in ("", job.film)
            and self.market in ("", job.market)
            and self.poster in (None, job.poster)
        )


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

    def heading_at(self, x: float, y: float, top: float) -> Word | None:
        """The heading at a point, while the heads of markets stand at `top`."""
        if top <= y < top + HEAD:
            return next(
                (one for one in self.heads if one.area.left() <= x < one.area.right()), None
            )
        # A poster's own line before its film's, which is larger.
        found = [word for word in self.words if word.area.contains(x, y)]
        return min(found, key=lambda word: word.area.height(), default=None)


def arrange(
    cells: Sequence[Cell],
    films: Titles,
    markets: Titles,
    room: QSizeF,
    *,
    pictures: bool = False,
) -> Arrangement:
    """Fill the width of `room`; the signs are as large as lets all of it stand in its height."""
    by_place: dict[tuple[str, str], list[Cell]] = {}
    for cell in sorted(cells, key=lambda cell: not cell.job.poster):  # films after posters
        by_place.setdefault((cell.job.film, cell.job.market), []).append(cell)
    pitches = _PICTURES if pictures else _PITCHES
    first, last = 0, len(pitches) - 1
    made = _arranged(by_place, films, markets, room.width(), pitches[last])
    # By halves: a large campaign is not laid out once for every size.
    while first < last:
        middle = (first + last) // 2
        larger = _arranged(by_place, films, markets, room.width(), pitches[middle])
        if larger.height <= room.height():
            made, last = larger, middle
        else:
            first = middle + 1
    return made


def _arranged(
    by_place: dict[tuple[str, str], list[Cell]],
    films: Titles,
    markets: Titles,
    width: float,
    pitch: QSizeF,
) -> Arrangement:
    made = Arrangement()
    column = max(float(_NARROWEST), (width - NAME) / max(1, len(markets)))
    made.width = NAME + column * len(markets)
    made.columns = [NAME + column * number for number in range(len(markets))]
    every = QRectF(0, 0, NAME, HEAD)
    made.heads.append(Word(every.adjusted(PAD + 4, 0, 0, 0), tr("All"), area=every))
    for x, (market, title) in zip(made.columns, markets, strict=True):
        area = QRectF(x, 0, column, HEAD)
        made.heads.append(Word(area.adjusted(PAD, 0, -PAD, 0), title, area=area, market=market))
    top = float(HEAD)
    for film, title in films:
        rows = [by_place.get((film, market), []) for market, _ in markets]
        made.lines.append(top)
        top = _film(made, (film, title), rows, top, (column, pitch))
    made.height = top
    return made


def _film(
    made: Arrangement,
    film: tuple[str, str],
    rows: list[list[Cell]],
    top: float,
    measures: tuple[float, QSizeF],
) -> float:
    """One film; returns where it ends."""
    every = [cell for row in rows for cell in row]
    posters = list(dict.fromkeys(cell.job.poster for cell in every if cell.job.poster))
    ready = sum(cell.state == READY for cell in every)
    if every:
        stand = tr("{ready} of {total} ready", ready=ready, total=len(every))
    else:
        stand = tr("nothing is asked for")
    name = QRectF(PAD + 4, top + PAD, NAME - PAD - 8, _LINE)
    least = top + 2 * PAD + 2 * _LINE
    if len(posters) < 2:
        bottom = max(least, _lines(made, rows, top + PAD, measures) + PAD)
    else:
        bottom = _posters(made, film[0], (posters, rows), top, measures)
    area = QRectF(0, top, NAME, bottom - top)
    made.words.append(Word(name, film[1], strong=True, area=area, film=film[0]))
    made.words.append(Word(name.translated(0, _LINE), stand))
    return bottom


def _posters(
    made: Arrangement,
    film: str,
    shown: tuple[list[str], list[list[Cell]]],
    top: float,
    measures: tuple[float, QSizeF],
) -> float:
    """Several posters: a line of signs for each, and one for the film itself."""
    posters, rows = shown
    at = top + PAD + 2 * _LINE + _GAP + 4
    for poster in [*posters, ""]:
        part = [[cell for cell in row if cell.job.poster == poster] for row in rows]
        if not any(part):
            continue
        label = QRectF(PAD + 4, at, NAME - PAD - 8, measures[1].height() - _GAP)
        end = _lines(made, part, at, measures)
        area = QRectF(0, at, NAME, end - at)
        text = poster_name(poster) if poster else tr("film")
        made.words.append(Word(label, text, area=area, film=film, poster=poster))
        at = end + _APART
    return at - _APART + PAD


def _lines(
    made: Arrangement, rows: list[list[Cell]], top: float, measures: tuple[float, QSizeF]
) -> float:
    """The signs of one label in every market; returns where the longest ends."""
    column, pitch = measures
    wide, high = pitch.width(), pitch.height()
    per_line = max(1, int((column - 2 * PAD + _GAP) // wide))
    bottom = top + high - _GAP
    for x, row in zip(made.columns, rows, strict=True):
        for number, cell in enumerate(row):
            line, place = divmod(number, per_line)
            box = QRectF(x + PAD + place * wide, top + line * high, wide - _GAP, high - _GAP)
            made.signs.append(Sign(box, cell))
            bottom = max(bottom, box.bottom())
    return bottom


def beside(signs: Sequence[Sign], output: str, dx: int, dy: int) -> str:
    """The output whose sign stands next to that of `output` in a direction; itself at the edge."""
    here = next((sign for sign in signs if sign.cell.output == output), None)
    if here is None:
        return signs[0].cell.output if signs else ""
    middle = here.box.center()
    best, least = output, float("inf")
    for sign in signs:
        way = sign.box.center() - middle
        along, across = (way.x() * dx, abs(way.y())) if dx else (way.y() * dy, abs(way.x()))
        if along <= 1 or (dx and across > here.box.height() / 2):
            continue
        far = along + 4 * across if dx else 4 * along + across
        if far < least:
            best, least = sign.cell.output, far
    return best
