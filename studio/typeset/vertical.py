"""Vertical lines for East Asian scripts: upright signs, words on their side, digits in a cell."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

import uharfbuzz as hb

from studio.core.geometry import Rect
from studio.typeset.adjust import Adjust
from studio.typeset.cells import Cell, Cells, Item, Mark, Shown, blanks, features, itemise, shown
from studio.typeset.cells import cells as level_cells
from studio.typeset.characters import Kind, kind_of
from studio.typeset.face import UNITS, font
from studio.typeset.orientation import stands
from studio.typeset.shape import Glyph, Line, bare, by_hand, extents, ink_of, trimmed, unit
from studio.typeset.spacing import pens
from studio.typeset.style import TypeStyle, script_of

#: Where the middle of a Latin line lies above its baseline, in em: that of the CJK body
#: (.88 up, .12 down), so that words on their side stay in the middle of the column.
MIDDLE = 0.38

#: Digits that are set upright side by side in one cell (JLREQ 3.2.5, CLREQ 2.3.2): two of them,
#: and the doubled marks of Japanese.
_IN_ONE_CELL = re.compile(r"(?<![0-9A-Za-z.,])[0-9]{2}(?![0-9A-Za-z%.,])|[!?！？]{2}")
_ALONE = re.compile(
    r"(?<![0-9A-Za-z])(?<![0-9A-Za-z][.,:/&’'-])[0-9A-Za-z!?](?![0-9A-Za-z])(?![.,:/&’'-][0-9A-Za-z])"
)
_WIDE = str.maketrans(
    "0123456789!?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    "０１２３４５６７８９！？ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ"
    "ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ",
)
#: Quotation marks in columns: GB/T 15834 takes the double hooks outside, JLREQ and Taiwan's
#: manual the single ones.
_QUOTES = {
    "hans": str.maketrans("“”‘’", "『』「」"),
    "hant": str.maketrans("“”‘’", "「」『』"),
    "jpan": str.maketrans("“”‘’", "「」『』"),
    # KLREQ 4.2.1: hooks, and the round stop and the drop of East Asia after Hangul.
    "kore": str.maketrans("“”‘’", "『』「」"),
}
_HANGUL_STOP = re.compile("(?<=[가-힣』」])[.,](?=[\\s』」]|$)")
#: A space between Korean words in a column, in em.
_WORD_SPACE = 0.5
#: What asks for proportional marks along a line asks for them along a column.
_DOWNWARDS = {"palt": "vpal", "halt": "vhal", "kern": "vkrn"}
_NARROW = str.maketrans("！？", "!?")


@dataclass(frozen=True, slots=True)
class _Stretch:
    start: int
    stop: int
    way: str


def shape_column(
    text: str, language: str, style: TypeStyle, adjusts: tuple[Adjust, ...] = ()
) -> Line:
    """`text` as one column at `style.size`; its middle is at x = 0, its start at y = 0.

    Ideographs, kana and Hangul stand upright with the `vert` forms of their marks, words and longer
    numbers lie on their side, two digits share a cell. `adjusts`: characters set by hand; one
    that is raised moves to the right.
    """
    return _unit_column(text, language, unit(style), adjusts).scaled(style.size)


@lru_cache(maxsize=1024)
def _unit_column(text: str, language: str, style: TypeStyle, adjusts: tuple[Adjust, ...]) -> Line:
    found = column_cells(text, language, bare(style))
    row = trimmed(by_hand(found.cells, adjusts))
    places = pens(row, style)
    glyphs = tuple(
        Glyph(
            cell.setting,
            mark.id,
            mark.x + cell.raised,
            pen - mark.y,
            cell.start,
            cell.grown,
            cell.turned,
        )
        for cell, pen in zip(row, places, strict=False)
        for mark in cell.glyphs
    )
    ink = ink_of(glyphs) if glyphs else Rect(0.0, 0.0, 0.0, 0.0)
    start = places[0] if row else 0.0
    length = places[-1] - max(0.0, start)
    return Line(text, language, 1.0, glyphs, length, ink, found.missing, True)


@lru_cache(maxsize=1024)
def column_cells(text: str, language: str, style: TypeStyle) -> Cells:
    """The cells of a column from top to bottom.

    A mark's x is measured from the column's middle, its y upwards from the cell's start.
    """
    script = script_of(language)
    quoted = text.translate(_QUOTES.get(script, {}))
    if script == "kore":
        quoted = _HANGUL_STOP.sub(lambda found: {".": "。", ",": "、"}[found.group()], quoted)
    seen = shown(quoted, language)
    made: list[Cell] = []
    missing: list[str] = []
    for stretch in _stretches(seen.text, script):
        if stretch.way == "upright":
            cells, lost = _upright(seen, stretch, language, style)
        else:
            cells, lost = _level(seen, stretch, language, style)
        made += cells
        missing += lost
    if script == "kore":
        made = _spaced(made)
    return Cells(tuple(made), tuple(dict.fromkeys(missing)))


def _spaced(row: list[Cell]) -> list[Cell]:
    """Korean words half an em apart, the blank of a mark counted in (KLREQ 5.3)."""
    made = list(row)
    for place in range(1, len(row) - 1):
        if row[place].kind is Kind.SPACE:
            blank = row[place - 1].after + row[place + 1].before
            made[place] = replace(row[place], advance=max(0.0, _WORD_SPACE - blank))
    return made


def _stretches(text: str, script: str) -> list[_Stretch]:
    """Which characters stand upright, share a cell, or lie on their side.

    In a column of a Western language only ideographs and Hangul stand.
    """
    if script in ("hans", "hant", "jpan", "kore"):
        ways = ["upright" if stands(char) else "turned" for char in text]
        for match in _ALONE.finditer(text):
            ways[match.start()] = "wide"
        for match in _IN_ONE_CELL.finditer(text):
            ways[match.start() : match.end()] = ["cell"] * (match.end() - match.start())
    else:
        east = (Kind.HAN, Kind.HANGUL)
        ways = ["upright" if kind_of(char, False) in east else "turned" for char in text]
    made: list[_Stretch] = []
    for place, way in enumerate(ways):
        if made and made[-1].way == way and way != "wide":
            made[-1] = replace(made[-1], stop=place + 1)
        else:
            made.append(_Stretch(place, place + 1, way))
    return made


def _upright(
    seen: Shown, stretch: _Stretch, language: str, style: TypeStyle
) -> tuple[list[Cell], list[str]]:
    items, missing = itemise(_part(seen, stretch), language, style, ())
    made: list[Cell] = []
    for item in items:
        made += _stacked(_part(seen, stretch), item, language, style)
    lost = [cell.text for cell in made if any(mark.id == 0 for mark in cell.glyphs)]
    return [cell for cell in made if all(mark.id for mark in cell.glyphs)], missing + lost


def _part(seen: Shown, stretch: _Stretch) -> Shown:
    return Shown(seen.text[stretch.start : stretch.stop], seen.places[stretch.start : stretch.stop])


def _stacked(seen: Shown, item: Item, language: str, style: TypeStyle) -> list[Cell]:
    """Shaped from top to bottom: HarfBuzz applies `vert` and gives vertical origins."""
    buffer = hb.Buffer()
    buffer.add_str(seen.text, item.start, item.stop - item.start)
    buffer.direction = "ttb"
    buffer.script = item.script
    buffer.language = language
    wanted = {_DOWNWARDS.get(tag, tag): on for tag, on in features(item, style).items()}
    hb.shape(font(item.setting), buffer, wanted)
    infos = buffer.glyph_infos
    starts = sorted({info.cluster for info in infos})
    stops = dict(zip(starts, [*starts[1:], item.stop], strict=True))
    made: list[Cell] = []
    for info, position in zip(infos, buffer.glyph_positions, strict=True):
        mark = Mark(info.codepoint, position.x_offset / UNITS, position.y_offset / UNITS)
        advance = -position.y_advance / UNITS
        if made and made[-1].start == seen.places[info.cluster]:
            before = made[-1]
            low = replace(mark, y=mark.y - before.advance)
            made[-1] = replace(
                before, glyphs=(*before.glyphs, low), advance=before.advance + advance
            )
            continue
        span = (info.cluster, stops[info.cluster])
        made.append(_standing(seen, item, span, mark, advance))
    return made


def _standing(seen: Shown, item: Item, span: tuple[int, int], mark: Mark, advance: float) -> Cell:
    text = seen.text[span[0] : span[1]]
    kind = kind_of(text[0], True)
    lead, trail = 0.0, 0.0
    box = extents(item.setting, mark.id)
    if kind is Kind.MARK and box is not None and advance > 0:
        top = box[1] - mark.y
        lead, trail = blanks(text[0], advance, top, advance - top - box[3])
    places = seen.places
    return Cell(
        places[span[0]],
        places[span[1] - 1] + 1,
        text,
        kind,
        item.setting,
        (mark,),
        advance,
        lead,
        trail,
        text[0] in "—―…‥⋯",
    )


def _level(
    seen: Shown, stretch: _Stretch, language: str, style: TypeStyle
) -> tuple[list[Cell], list[str]]:
    """Shaped as a horizontal line, then turned as a whole, or put side by side into one cell."""
    part = _part(seen, stretch)
    text = part.text.translate({"wide": _WIDE, "cell": _NARROW}.get(stretch.way, {}))
    found = level_cells(text, language, style)
    if stretch.way == "cell" and _length(found) > 1:
        # Two figures have one em between them: half-width ones where the face has them, else
        # those of the default face.
        for families in (style.families, ()):
            half = replace(style, families=families, features=(*style.features, "hwid"))
            found = level_cells(text, language, half)
            if _length(found) <= 1:
                break
    cells = [
        replace(cell, start=part.places[cell.start], stop=part.places[cell.stop - 1] + 1)
        for cell in found.cells
    ]
    if stretch.way == "turned":
        return [_on_its_side(cell) for cell in cells], list(found.missing)
    return _in_one_cell(cells, stretch.way), list(found.missing)


def _length(found: Cells) -> float:
    return sum(cell.advance for cell in found.cells)


def _on_its_side(cell: Cell) -> Cell:
    """A quarter turn clockwise: what was along the line runs down, the baseline is at the left."""
    marks = tuple(Mark(mark.id, mark.y - MIDDLE, -mark.x) for mark in cell.glyphs)
    return replace(cell, glyphs=marks, turned=True)


def _in_one_cell(cells: list[Cell], way: str) -> list[Cell]:
    """All cells beside each other in one of one em, in its middle."""
    if not cells:
        return []
    marks: list[Mark] = []
    pen = -sum(cell.advance for cell in cells) / 2
    for cell in cells:
        marks += [Mark(mark.id, pen + mark.x, mark.y - 0.88) for mark in cell.glyphs]
        pen += cell.advance
    first = cells[0]
    # What shares a cell takes no gap beside ideographs: it is one of them.
    kind = Kind.HAN if way in ("cell", "wide") else first.kind
    text = "".join(cell.text for cell in cells)
    return [
        replace(first, stop=cells[-1].stop, text=text, kind=kind, glyphs=tuple(marks), advance=1.0)
    ]
