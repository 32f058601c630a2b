"""Text cut into cells: a cluster with its glyphs, its advance, and the blank it can give up."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

import uharfbuzz as hb

from studio.typeset.characters import (
    CLOSING,
    DASHES,
    MIDDLE_DOTS,
    OPENING,
    STOPS,
    Kind,
    kind_of,
    leans_cjk,
)
from studio.typeset.direction import levels, visual_order
from studio.typeset.face import UNITS, Face, Setting, font, setting_for
from studio.typeset.fonts import is_cjk, library
from studio.typeset.style import TypeStyle, script_of

#: Character ranges (start, stop) that are set in italics.
Emphasis = tuple[tuple[int, int], ...]

_CJK_TAGS = {"hans": "Hani", "hant": "Hani", "jpan": "Kana", "kore": "Hang"}
_UNSLANTED = frozenset({"Arab", "Hebr", "Syrc", "Thaa"})
#: Latin is set at most so much larger to match the ideographs around it; less than the other is
#: nothing that one sees.
_LARGEST, _LARGER = 1.12, 1.03
#: Scripts whose letters join: never spaced apart.
_JOINED = frozenset({"Arab", "Syrc", "Mong", "Deva", "Beng"})


@dataclass(frozen=True, slots=True)
class Mark:
    """One glyph: its id and its offset in em from the cell's origin, y upwards."""

    id: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Cell:
    """A cluster as shaped, in em. `before` and `after` are blanks that may be set solid.

    `start` and `stop` are characters of the text as it was given. `joins` is set where letters
    join or a dash runs on: nothing is ever put between such a cell and the next of its kind.
    `turned`: lies on its side. `grown`, `raised` and `kern` (em) are how much larger it is set than
    the line, how far above it, and what was added after it by hand.
    """

    start: int
    stop: int
    text: str
    kind: Kind
    setting: Setting
    glyphs: tuple[Mark, ...]
    advance: float
    before: float = 0.0
    after: float = 0.0
    joins: bool = False
    turned: bool = False
    grown: float = 1.0
    raised: float = 0.0
    kern: float = 0.0

    def enlarged(self, by: float) -> Cell:
        """The cell `by` times as large, about its origin."""
        glyphs = tuple(Mark(mark.id, mark.x * by, mark.y * by) for mark in self.glyphs)
        return replace(
            self,
            glyphs=glyphs,
            advance=self.advance * by,
            before=self.before * by,
            after=self.after * by,
            grown=self.grown * by,
        )


@dataclass(frozen=True, slots=True)
class Item:
    """Characters that are shaped together, `grown` times as large as the rest of the line."""

    start: int
    stop: int
    setting: Setting
    script: str
    cjk: bool
    level: int
    grown: float = 1.0


@dataclass(frozen=True, slots=True)
class Shown:
    """A text without what is not set, and where each character of it came from."""

    text: str
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of a line in the order in which they stand, and the characters no face has."""

    cells: tuple[Cell, ...]
    missing: tuple[str, ...]


def shown(text: str, language: str) -> Shown:
    """`text` with line breaks as spaces, and without single spaces between Han or kana and Latin.

    There the style's gap stands instead (CLREQ 3.2.4, JLREQ 3.2.6). Korean keeps its spaces.
    """
    script = script_of(language)
    plain = "".join(" " if char in "\t\n\r\v\f\u2028\u2029" else char for char in text)
    keep = [
        place
        for place in range(len(plain))
        if not (script in ("hans", "hant", "jpan") and _is_typed_gap(plain, place))
        and unicodedata.category(plain[place]) != "Cc"
    ]
    return Shown("".join(plain[place] for place in keep), tuple(keep))


def _is_typed_gap(text: str, place: int) -> bool:
    if text[place] != " " or not 0 < place < len(text) - 1:
        return False
    pair = {kind_of(text[place - 1], True), kind_of(text[place + 1], True)}
    return Kind.WORD in pair and bool(pair & {Kind.HAN, Kind.MARK})


@lru_cache(maxsize=4096)
def cells(text: str, language: str, style: TypeStyle, emphasis: Emphasis = ()) -> Cells:
    """The cells of a horizontal line of `text`; what has no glyph is left out and listed.

    `style.size`, `leading`, `tracking` and `gap` play no part here.
    """
    seen = shown(text, language)
    items, missing = itemise(seen, language, style, emphasis)
    shaped = [_shape(seen, item, language, style) for item in items]
    ordered = visual_order(shaped, [item.level for item in items])
    found = tuple(cell for run in ordered for cell in run)
    lost = [cell.text for cell in found if any(mark.id == 0 for mark in cell.glyphs)]
    kept = tuple(cell for cell in found if all(mark.id for mark in cell.glyphs))
    return Cells(kept, tuple(dict.fromkeys((*missing, *lost))))


def itemise(
    seen: Shown, language: str, style: TypeStyle, emphasis: Emphasis
) -> tuple[list[Item], list[str]]:
    """Stretches of one face, script, slope and direction; and the clusters without a face."""
    text = seen.text
    runs = library().choose(text, language, style.families, style.weight, style.italic)
    weight = _matched_weight(style, language)
    directions = levels(text, language)
    slopes = _slopes(seen, style, emphasis)
    items: list[Item] = []
    missing = [text[run.start : run.stop] for run in runs if run.face is None]
    script = ""
    for run in runs:
        if run.face is None:
            continue
        latin = matched_size(run.face, language, style)
        begun = run.start
        known: _Looks | None = None
        for place in range(run.start, run.stop):
            cjk = _is_cjk_sign(text, place, language)
            script = _script(text[place], cjk, language) or script or "Latn"
            slanted = slopes[place] and not cjk and script not in _UNSLANTED
            looks = (slanted and not run.face.italic, script, cjk, directions[place])
            if known is not None and looks != known:
                items.append(_item(run.face, (begun, place), known, (weight, style.optical, latin)))
                begun = place
            known = looks
        if known is not None:
            items.append(_item(run.face, (begun, run.stop), known, (weight, style.optical, latin)))
    return items, missing


#: Slanted by us, script, set as a CJK sign, embedding level.
_Looks = tuple[bool, str, bool, int]


def _item(
    face: Face, span: tuple[int, int], looks: _Looks, asked: tuple[int, float, float]
) -> Item:
    slanted, script, cjk, level = looks
    weight, optical, latin = asked
    setting = setting_for(face, weight, optical, slanted)
    return Item(*span, setting, script, cjk, level, 1.0 if cjk else latin)


def _matched_weight(style: TypeStyle, language: str) -> int:
    """The weight that the first family asked for really has: what fills it up looks as dark."""
    for family in style.families:
        face = library().find(family, language, style.weight, style.italic)
        if face is not None:
            return min(max(style.weight, face.weights[0]), face.weights[1])
    return style.weight


@lru_cache(maxsize=256)
def matched_size(face: Face, language: str, style: TypeStyle) -> float:
    """How much larger Latin of `face` is set in Chinese, Japanese and Korean text.

    So much that its capitals are as tall as those of the face that sets the ideographs, at most
    1.12 times: composite fonts set Latin at 105 to 112 per cent. 1 where the face has ideographs.
    """
    if script_of(language) not in _CJK_TAGS or is_cjk(face):
        return 1.0
    families = style.families
    (run,) = library().choose("永", language, families, style.weight, style.italic)
    if run.face is None:
        return 1.0
    own, theirs = _capital(face), _capital(run.face)
    by = min(max(theirs / own, 1.0), _LARGEST) if own and theirs else 1.0
    return by if by >= _LARGER else 1.0


def _capital(face: Face) -> float:
    """The height of H in em; 0 where the face has none."""
    made = font(setting_for(face, 400, 24.0, False))
    glyph = made.get_nominal_glyph(ord("H"))
    box = made.get_glyph_extents(glyph) if glyph else None
    return box.y_bearing / UNITS if box else 0.0


def _slopes(seen: Shown, style: TypeStyle, emphasis: Emphasis) -> list[bool]:
    return [
        style.italic or any(start <= place < stop for start, stop in emphasis)
        for place in seen.places
    ]


def _is_cjk_sign(text: str, place: int, language: str) -> bool:
    char = text[place]
    kind = kind_of(char, True)
    if kind in (Kind.HAN, Kind.HANGUL):
        return True
    if unicodedata.east_asian_width(char) in "WF":
        return True
    return script_of(language) in _CJK_TAGS and leans_cjk(text, place, place + 1)


def _script(char: str, cjk: bool, language: str) -> str:
    """The ISO 15924 tag to shape with; empty for what takes the script of its surroundings."""
    if cjk:
        if kind_of(char, True) is Kind.HANGUL:
            return "Hang"
        return _CJK_TAGS.get(script_of(language), "Hani")
    if char.isspace() or unicodedata.category(char)[0] in "MPSZC":
        return ""
    return _guessed(char)


@lru_cache(maxsize=4096)
def _guessed(char: str) -> str:
    buffer = hb.Buffer()
    buffer.add_str(char)
    buffer.guess_segment_properties()
    tag = str(buffer.script or "")
    return tag if tag not in ("", "Zyyy", "Zinh", "Zzzz") else ""


def _shape(seen: Shown, item: Item, language: str, style: TypeStyle) -> list[Cell]:
    buffer = hb.Buffer()
    buffer.add_str(seen.text, item.start, item.stop - item.start)
    buffer.direction = "rtl" if item.level % 2 else "ltr"
    buffer.script = item.script
    buffer.language = language
    hb.shape(font(item.setting), buffer, features(item, style))
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    starts = sorted({info.cluster for info in infos})
    stops = dict(zip(starts, [*starts[1:], item.stop], strict=True))
    made: list[Cell] = []
    place = 0
    while place < len(infos):
        cluster = infos[place].cluster
        last = place
        while last < len(infos) and infos[last].cluster == cluster:
            last += 1
        glyphs, advance = _marks(infos[place:last], positions[place:last])
        cell = _cell(seen, item, (cluster, stops[cluster]), glyphs, advance)
        made.append(cell if item.grown == 1.0 else cell.enlarged(item.grown))
        place = last
    return made


def features(item: Item, style: TypeStyle) -> dict[str, bool]:
    """OpenType features of an item: the style's own, and what tracking asks for."""
    wanted = {tag.removeprefix("-"): not tag.startswith("-") for tag in style.features}
    if not item.cjk:
        # The Latin in a CJK face brings full-width quotes; inside words they are to be narrow.
        wanted.setdefault("pwid", "hwid" not in wanted)
        if style.tracking and item.script not in _JOINED:
            wanted |= {"liga": False, "clig": False}
    return wanted


def _marks(
    infos: list[hb.GlyphInfo], positions: list[hb.GlyphPosition]
) -> tuple[tuple[Mark, ...], float]:
    pen = 0.0
    made = []
    for info, position in zip(infos, positions, strict=True):
        x = (pen + position.x_offset) / UNITS
        made.append(Mark(info.codepoint, x, position.y_offset / UNITS))
        pen += position.x_advance
    return tuple(made), pen / UNITS


def _cell(
    seen: Shown,
    item: Item,
    span: tuple[int, int],
    glyphs: tuple[Mark, ...],
    advance: float,
) -> Cell:
    text = seen.text[span[0] : span[1]]
    kind = kind_of(text[0], item.cjk)
    lead, trail = 0.0, 0.0
    if kind is Kind.MARK and len(glyphs) == 1:
        box = font(item.setting).get_glyph_extents(glyphs[0].id)
        if box is not None and advance > 0:
            left = box.x_bearing / UNITS
            lead, trail = blanks(text[0], advance, left, advance - left - box.width / UNITS)
    joins = item.script in _JOINED or text[0] in DASHES
    places = seen.places
    stop = places[span[1] - 1] + 1
    return Cell(
        places[span[0]], stop, text, kind, item.setting, glyphs, advance, lead, trail, joins
    )


def blanks(char: str, body: float, lead: float, trail: float) -> tuple[float, float]:
    """How much of a mark's body may go before and after it, in em, judged by where its ink lies.

    Half the body beside a mark that keeps to one side, a quarter on each side of a centred one
    (JLREQ 3.1.4, CLREQ 3.1.6); a hair of .06 is left. Centred ！？ are not squeezed.
    """
    half, hair = body / 2, 0.06 * body
    if body < 0.7:
        return 0.0, 0.0
    if min(lead, trail) >= 0.3 * body and (char in MIDDLE_DOTS or char in STOPS - set("！？")):
        return body / 4, body / 4
    if char in OPENING and lead >= 0.25 * body:
        return min(half, lead - hair), 0.0
    if (char in CLOSING or char in STOPS) and trail >= 0.45 * body > lead:
        return 0.0, min(half, trail - hair)
    return 0.0, 0.0
