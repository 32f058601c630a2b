"""How captions look: sizes in per cent of the frame, faces by script, outline, shadow, plate."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from studio.core.colour import Colour
from studio.core.limits import within
from studio.core.provenance import Provenance
from studio.core.said import said
from studio.typeset.effects import Shadow, Stroke
from studio.typeset.style import SCRIPTS, TypeStyle

_WHITE = Colour(255, 255, 255)
_PANE = Colour(0, 0, 0, 176)


@dataclass(frozen=True, slots=True)
class Plate:
    """A box behind the lines, `across` and `along` em larger than they are, corners rounded.

    `when` “needed”: only behind lines that would not stand out from the picture without it.
    """

    colour: Colour = _PANE
    across: float = 0.22
    along: float = 0.45
    corner: float = 0.12
    when: Literal["always", "needed"] = "always"

    def __post_init__(self) -> None:
        within("across", self.across, 0, 2)
        within("along", self.along, 0, 2)
        within("corner", self.corner, 0, 1)


@dataclass(frozen=True, slots=True)
class CaptionStyle:
    """A preset of presets/captions.

    `size`: the em of the first language in per cent of the frame's height; in frames taller than
    1.2 times their width, of that; in frames flatter than 2:1, of half the width. `second`: that
    of the other languages as a share of it. `scripts`: type by script; there `size` is in per cent
    of what the language gets.

    `arrangement`: `stacked` puts the languages together at the bottom, the first one above or
    below by `order`; `apart` the first at the bottom and the others at the top. With `reserve` a
    language keeps its place while the other is silent. `gap`: between two languages, in em of
    the first. `bottom` and `top`: margins in per cent of the height, `side` of the width.

    `vertical`: the first language stands in columns at the right edge, where its script has them.

    `fade_in`, `fade_out`: seconds (to 2) in which a cue comes and goes.

    `lines`: the most of each language. `measure`: the longest line in em, 0 for as wide as the
    frame allows. `floor`: how far type may shrink before it counts as overflowing. Raises
    ValueError for figures out of bounds.
    """

    schema: int
    name: str
    summary: str
    provenance: Provenance
    size: float = 5.0
    second: float = 0.68
    scripts: dict[str, TypeStyle] = field(default_factory=dict, hash=False)
    arrangement: Literal["stacked", "apart"] = "stacked"
    order: Literal["first-above", "first-below"] = "first-above"
    reserve: bool = True
    vertical: bool = False
    gap: float = 0.22
    bottom: float = 5.5
    top: float = 5.5
    side: float = 5.0
    lines: int = 2
    measure: float = 0.0
    floor: float = 0.8
    fill: Colour = _WHITE
    second_fill: Colour | None = None
    outline: Stroke | None = None
    shadow: Shadow | None = None
    plate: Plate | None = None
    fade_in: float = 0.0
    fade_out: float = 0.0

    def __post_init__(self) -> None:
        within("schema", self.schema, 1, 1)
        within("size", self.size, 0.5, 30)
        within("second", self.second, 0.2, 2)
        within("gap", self.gap, 0, 4)
        within("bottom", self.bottom, 0, 45)
        within("top", self.top, 0, 45)
        within("side", self.side, 0, 45)
        within("lines", self.lines, 1, 8)
        within("measure", self.measure, 0, 200)
        within("floor", self.floor, 0.3, 1)
        within("fade_in", self.fade_in, 0, 2)
        within("fade_out", self.fade_out, 0, 2)
        for name in self.scripts:
            if name not in SCRIPTS:
                raise ValueError(
                    said(
                        "scripts: “{name}” is none of {listed}",
                        name=name,
                        listed=", ".join(SCRIPTS),
                    )
                )
        for colour in (self.fill, self.second_fill):
            if colour is not None and colour.alpha != 255:
                raise ValueError(said("fill and second_fill must be opaque"))

    def clear_of(self, top: float, bottom: float) -> CaptionStyle:
        """With margins that keep out of so many per cent of the height."""
        if top <= self.top and bottom <= self.bottom:
            return self
        return replace(self, top=max(self.top, top), bottom=max(self.bottom, bottom))
