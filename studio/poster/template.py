"""A design: how the picture is treated, where copy may stand in each orientation, and its type."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from studio.core.colour import Colour
from studio.core.geometry import Size
from studio.core.limits import within
from studio.core.provenance import Provenance
from studio.core.said import said
from studio.typeset.effects import Effects
from studio.typeset.style import SCRIPTS, TypeStyle

#: Where a block stands in the room it is given: shares of what is left over, across and down.
ANCHORS: dict[str, tuple[float, float]] = {
    f"{row}-{column}": (x, y)
    for row, y in (
        ("top", 0.0),
        ("upper", 0.2),
        ("middle", 0.5),
        ("lower", 0.8),
        ("bottom", 1.0),
    )
    for column, x in (("left", 0.0), ("centre", 0.5), ("right", 1.0))
}
ORIENTATIONS = ("column", "portrait", "square", "landscape", "banner")
_BY_HAND = re.compile(r"at (\d\.\d{4}) (\d\.\d{4})")
Align = Literal["start", "centre", "end", "anchor"]
Side = Literal["", "left", "right", "top", "bottom"]
FootKind = Literal["line", "stack", "centre", "credits", "none"]

_LIGHT = Colour(245, 242, 235)
_DARK = Colour(20, 21, 25)


@dataclass(frozen=True, slots=True)
class Treatment:
    """What is done to the picture, gently.

    `exposure` in stops, `contrast` and `saturation` as factors, `vignette` the darkening (0 to
    0.5) of the corners, `grain` the standard deviation in levels of 255.
    """

    exposure: float = 0.0
    contrast: float = 1.0
    saturation: float = 1.0
    vignette: float = 0.0
    grain: float = 0.0

    def __post_init__(self) -> None:
        within("exposure", self.exposure, -2, 2)
        within("contrast", self.contrast, 0.5, 2)
        within("saturation", self.saturation, 0, 2)
        within("vignette", self.vignette, 0, 0.5)
        within("grain", self.grain, 0, 8)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Where things stand in one orientation.

    `anchors`: the places the copy may take, the most wished for first. `align`: of the lines;
    `anchor` takes it from the place. `size`: the em of the copy as a share of the square root of
    the file's area, so that it is as present in every shape. `measure`, `depth`: the most of
    the room's width and height that the copy takes. `lines`: the most of the primary language.
    `vertical`: columns, for Chinese and Japanese. `focus`: where in the crop the point of interest
    goes, for copy at the left; mirrored for copy at the right. `foot`: how title and legal line
    stand: at both ends of the lower edge, gathered at its start, centred, with the credits set to
    width between them, or not at all. `panel`,
    `share`: a plain panel at that side, for the copy, over a share of the file. `aside`: without
    a panel, all type keeps to that side's share of the file, and `focus` is for copy there.
    """

    anchors: tuple[str, ...]
    size: float = 0.046
    align: Align = "anchor"
    measure: float = 1.0
    depth: float = 0.5
    lines: int = 3
    vertical: bool = False
    focus: tuple[float, float] = (0.5, 0.42)
    foot: FootKind = "line"
    panel: Side = ""
    share: float = 0.38
    aside: Side = ""

    def __post_init__(self) -> None:
        by_hand = len(self.anchors) == 1 and _BY_HAND.fullmatch(self.anchors[0])
        if not self.anchors or not (by_hand or set(self.anchors) <= set(ANCHORS)):
            raise ValueError(said("anchors must be some of {listed}", listed=", ".join(ANCHORS)))
        within("size", self.size, 0.01, 0.3)
        within("measure", self.measure, 0.1, 1)
        within("depth", self.depth, 0.1, 1)
        within("lines", self.lines, 1, 12)
        within("share", self.share, 0.1, 0.8)


@dataclass(frozen=True, slots=True)
class Template:
    """A preset of presets/posters.

    `arrange`: by orientation; one that is not given takes its nearest. `margin`: to the edge, as a
    share of the short side (6 to 8 % is the custom of cinema posters). `second`: the second
    language's body height as a share of the first one's; `gap`: between the two, in body heights
    of the first. `foot`: the em of title and legal line as a share of the copy's; `title`: that of
    a title above credits. `light`, `dark`: the two inks. `scrim`: the strongest a gradient may be,
    0 to 0.6. `plate`: the most opaque a plate behind the copy may be where nothing gentler makes
    it readable, 0 (never) to 1. `scripts`: type of the copy, `seconds` of the second language,
    `small` of title and legal line, `titles` and `credits` of a credits block, all by script;
    there `size` is in per cent of what it would otherwise be. `effects`: what lies below the
    letters of the copy. Raises ValueError for
    figures out of bounds.
    """

    schema: int
    name: str
    summary: str
    provenance: Provenance
    arrange: dict[str, Arrangement]
    scripts: dict[str, TypeStyle]
    seconds: dict[str, TypeStyle] = field(default_factory=dict)
    small: dict[str, TypeStyle] = field(default_factory=dict)
    titles: dict[str, TypeStyle] = field(default_factory=dict)
    credits: dict[str, TypeStyle] = field(default_factory=dict)
    treatment: Treatment = Treatment()
    margin: float = 0.07
    second: float = 0.46
    gap: float = 0.65
    foot: float = 0.36
    title: float = 2.4
    light: Colour = _LIGHT
    dark: Colour = _DARK
    scrim: float = 0.6
    plate: float = 0.0
    effects: Effects = field(default_factory=Effects)

    def __post_init__(self) -> None:
        if not self.arrange or not set(self.arrange) <= set(ORIENTATIONS):
            raise ValueError(
                said("arrange must name some of {listed}", listed=", ".join(ORIENTATIONS))
            )
        for styles in (self.scripts, self.seconds, self.small, self.titles, self.credits):
            if not set(styles) <= set(SCRIPTS):
                raise ValueError(
                    said("scripts must be some of {listed}", listed=", ".join(SCRIPTS))
                )
        within("margin", self.margin, 0, 0.2)
        within("second", self.second, 0.3, 1)
        within("gap", self.gap, 0.2, 2)
        within("foot", self.foot, 0.15, 1)
        within("title", self.title, 0.5, 6)
        within("scrim", self.scrim, 0, 0.6)
        within("plate", self.plate, 0, 1)

    @property
    def has_credits(self) -> bool:
        """Whether it shows credits, honours and a number in some shape."""
        return any(one.foot == "credits" for one in self.arrange.values())

    def arrangement(self, size: Size) -> Arrangement:
        """The arrangement for a file of `size`, or the nearest one there is."""
        place = ORIENTATIONS.index(orientation(size))
        near = sorted(self.arrange, key=lambda name: abs(ORIENTATIONS.index(name) - place))
        return self.arrange[near[0]]


def shares(anchor: str) -> tuple[float, float]:
    """Where a block at `anchor` stands: shares of what is left over of the room, across and down.

    One of ANCHORS, or a place that somebody chose (see `placed_by_hand`).
    """
    found = _BY_HAND.fullmatch(anchor)
    return (float(found[1]), float(found[2])) if found else ANCHORS[anchor]


def is_by_hand(anchor: str) -> bool:
    """Whether somebody chose the place."""
    return anchor not in ANCHORS


def placed_by_hand(
    arrangement: Arrangement, places: Mapping[str, tuple[float, float]], size: Size
) -> Arrangement:
    """With the one place (shares, 0 to 1) that somebody chose for files of this orientation.

    As it is where none was chosen, and where the copy has a panel of its own.
    """
    chosen = places.get(orientation(size))
    if chosen is None or arrangement.panel:
        return arrangement
    x, y = (min(1.0, max(0.0, part)) for part in chosen)
    return replace(arrangement, anchors=(f"at {x:.4f} {y:.4f}",))


def orientation(size: Size) -> str:
    """column below 9:20, portrait below 4:5, square up to 5:4, landscape up to 2.1, then banner."""
    aspect = size.width / size.height
    for name, limit in (("column", 0.45), ("portrait", 0.8), ("square", 1.25), ("landscape", 2.1)):
        if aspect < limit:
            return name
    return "banner"
