"""Captions in columns, for the scripts that have them: from the right edge inwards, top aligned."""

from __future__ import annotations

from dataclasses import dataclass

from studio.captions.markup import Marked
from studio.captions.style import CaptionStyle
from studio.core.geometry import Rect, Size
from studio.typeset.cells import Emphasis
from studio.typeset.shape import Line, shape_line
from studio.typeset.style import TypeStyle, script_of
from studio.typeset.vertical import shape_column
from studio.typeset.wrapping import Wanted, Wrapped, divisions, fewest, partitions

_SCRIPTS = ("hans", "hant", "jpan", "kore")


def stands_in_columns(style: CaptionStyle, language: str, *, second: bool) -> bool:
    """Whether a language is set in columns: the first, where the style and its script say so."""
    return style.vertical and not second and script_of(language) in _SCRIPTS


def length_of(style: CaptionStyle, frame: Size, em: float) -> float:
    """Pixels that a column of an em of `em` may be long: between the margins, and above the room
    of two lines of another language at the foot."""
    room = frame.height * (1 - (style.top + style.bottom) / 100)
    extra = style.outline.width if style.outline else 0.0
    if style.plate:
        extra = max(extra, style.plate.along)
    room -= em * (2 * extra + 2 * 1.4 * style.second + style.gap)
    return max(1.0, min(room, style.measure * em) if style.measure else room)


@dataclass(frozen=True, slots=True)
class Setter:
    """How one language is divided and shaped, in lines or columns; `unit` is of 1 px an em."""

    language: str
    unit: TypeStyle
    vertical: bool

    def fewest(self, text: Marked, length: float, most: int) -> Wrapped | None:
        """The fewest lines, at most `most`, none longer than `length` em; None: there are none."""
        if not self.vertical:
            return fewest(text.text, self.language, self.unit, (length, most), text.emphasis)
        found = divisions(text.text, self.language, self.unit, Wanted(most, vertical=True))
        return next((one for one in found if one.width <= length), None)

    def every(self, text: Marked, most: int) -> tuple[Wrapped, ...]:
        """The best division into each number of lines up to `most`."""
        if not self.vertical:
            return partitions(text.text, self.language, self.unit, most, text.emphasis)
        return divisions(text.text, self.language, self.unit, Wanted(most, vertical=True))

    def lines(self, text: Marked, found: Wrapped, em: float) -> tuple[Line, ...]:
        """The lines of a division at `em` pixels an em; columns know no italics."""
        style = self.unit.sized(em)
        if self.vertical:
            parts = (text.text[start:stop] for start, stop in found.spans)
            return tuple(shape_column(part, self.language, style) for part in parts)
        return tuple(
            shape_line(
                text.text[start:stop], self.language, style, _within(text.emphasis, start, stop)
            )
            for start, stop in found.spans
        )


def _within(emphasis: Emphasis, start: int, stop: int) -> Emphasis:
    met = ((max(start, one), min(stop, two)) for one, two in emphasis)
    return tuple((one - start, two - start) for one, two in met if one < two)


def columns_at(
    lines: tuple[Line, ...], em: float, pitch: float, style: CaptionStyle, frame: Size
) -> tuple[tuple[tuple[float, float], ...], Rect]:
    """The origins of columns in the frame, the first at the right margin, and their bodies' box."""
    right, top = frame.width * (1 - style.side / 100), frame.height * style.top / 100
    # Whole pixels: upright strokes keep their sharpness from cue to cue.
    first = round(right - em / 2)
    places = range(len(lines))
    origins = tuple((float(round(first - place * pitch)), float(round(top))) for place in places)
    wide = em + pitch * (len(lines) - 1)
    high = max((line.advance for line in lines), default=0.0)
    return origins, Rect(first + em / 2 - wide, top, wide, high)
