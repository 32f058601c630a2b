"""What a style puts behind its letters: stroke, shadow, glow, plate, as masks of their ink."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from studio.core.colour import Colour
from studio.core.geometry import Rect
from studio.core.limits import within
from studio.typeset.block import Block
from studio.typeset.mask import Mask, blurred, halved_mask, spread
from studio.typeset.style import script_of

_BLACK = Colour(0, 0, 0)
_SHADE = Colour(0, 0, 0, 150)
_LIGHT = Colour(255, 255, 255, 160)
_PANE = Colour(0, 0, 0, 176)
#: How far a line's body reaches above and below its baseline, in em.
_BODY = dict.fromkeys(("hans", "hant", "jpan", "kore"), (0.86, 0.1))
_LATIN_BODY = (0.75, 0.22)
#: Blurs wider than this many pixels are worked out at half the size, or a quarter, and so on.
_FINE = 12.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line around the letters, `width` em outwards (0 to 0.5), with round corners."""

    width: float = 0.04
    colour: Colour = _BLACK

    def __post_init__(self) -> None:
        within("width", self.width, 0, 0.5)


@dataclass(frozen=True, slots=True)
class Shadow:
    """What the letters with their stroke cast: moved by `right` and `down`, soft by `blur`, in em.

    `blur` is the sigma of a Gaussian.
    """

    right: float = 0.0
    down: float = 0.04
    blur: float = 0.12
    colour: Colour = _SHADE

    def __post_init__(self) -> None:
        within("right", self.right, -0.5, 0.5)
        within("down", self.down, -0.5, 0.5)
        within("blur", self.blur, 0, 1)


@dataclass(frozen=True, slots=True)
class Glow:
    """Light around the letters, `blur` em soft (0 to 1); `gain` (1 to 8) makes it reach further."""

    blur: float = 0.18
    gain: float = 2.0
    colour: Colour = _LIGHT

    def __post_init__(self) -> None:
        within("blur", self.blur, 0, 1)
        within("gain", self.gain, 1, 8)


@dataclass(frozen=True, slots=True)
class Plate:
    """A box behind each line, or behind all of them, with rounded corners.

    `along` and `across` the line it is so many em larger than it (0 to 2); `corner` in em.
    """

    along: float = 0.35
    across: float = 0.25
    corner: float = 0.1
    each_line: bool = False
    colour: Colour = _PANE

    def __post_init__(self) -> None:
        within("along", self.along, 0, 2)
        within("across", self.across, 0, 2)
        within("corner", self.corner, 0, 1)


Kind = Literal["plate", "glow", "shadow", "stroke"]


@dataclass(frozen=True, slots=True)
class Effects:
    """All that a style puts behind its letters; None for what it does without."""

    stroke: Stroke | None = None
    shadow: Shadow | None = None
    glow: Glow | None = None
    plate: Plate | None = None

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """What there is, the lowest first."""
        every: tuple[Kind, ...] = ("plate", "glow", "shadow", "stroke")
        return tuple(kind for kind in every if getattr(self, kind) is not None)

    def get(self, kind: Kind) -> Stroke | Shadow | Glow | Plate:
        """One of them. Raises KeyError for what there is not."""
        layers = {"stroke": self.stroke, "shadow": self.shadow, "glow": self.glow}
        layer = layers.get(kind) or (self.plate if kind == "plate" else None)
        if layer is None:
            raise KeyError(kind)
        return layer


@dataclass(frozen=True, slots=True)
class Under:
    """A layer that lies below the fill: its coverage, and the colour (with alpha) it is laid in."""

    kind: Kind
    mask: Mask
    colour: Colour


def line_boxes(
    block: Block, at: tuple[float, float] = (0.0, 0.0), scale: float = 1.0
) -> tuple[Rect, ...]:
    """The room of each line of `block`, its corner moved by `at`, then `scale` times as large.

    As long as its ink and as high as its script's body, so that lines with and without tails are
    alike. Lines without ink have none.
    """
    rise, fall = _BODY.get(script_of(block.language), _LATIN_BODY)
    made = []
    for line, (x, y) in zip(block.lines, block.origins, strict=True):
        ink = line.ink
        if not (ink.width and ink.height):
            continue
        body = Rect(ink.x, -rise * line.size, ink.width, (rise + fall) * line.size)
        if block.vertical:
            body = Rect(-line.size / 2, ink.y, line.size, ink.height)
        made.append(ink.join(body).moved(x + at[0], y + at[1]).scaled(scale, scale))
    return tuple(made)


def under(
    kind: Kind,
    ink: Mask,
    lines: Sequence[Rect],
    em: float,
    effects: Effects,
    vertical: bool = False,
) -> Under:
    """One of the layers below the fill; `kind` is one of `effects.kinds`.

    `ink`: the mask of the letters at the size at which they are painted; `lines`: the room of each
    line (see `line_boxes`) and `em`, both in its pixels. Letters with a stroke are one body: it
    casts the shadow. The same on every processor. Raises KeyError for what the style has not.
    """
    layer = effects.get(kind)
    if isinstance(layer, Plate):
        return Under(kind, plate_mask(lines, em, layer, vertical), layer.colour)
    body = spread(ink, effects.stroke.width * em) if effects.stroke else ink
    if isinstance(layer, Glow):
        return Under(kind, glow_mask(body, em, layer), layer.colour)
    if isinstance(layer, Shadow):
        return Under(kind, shadow_mask(body, em, layer), layer.colour)
    return Under(kind, body, layer.colour)


def shadow_mask(body: Mask, em: float, shadow: Shadow) -> Mask:
    """The shadow of `body`, to the whole pixel."""
    x, y = body.x + round(shadow.right * em), body.y + round(shadow.down * em)
    return softened(Mask(body.alpha, x, y, body.drawn), shadow.blur * em)


def glow_mask(body: Mask, em: float, glow: Glow) -> Mask:
    """The glow around `body`, strongest at its edges."""
    soft = softened(body, glow.blur * em)
    if not soft.alpha.size:
        return soft
    alpha = cv2.convertScaleAbs(soft.alpha, alpha=glow.gain)
    return Mask(np.asarray(alpha, np.uint8), soft.x, soft.y, body.drawn)


def plate_mask(lines: Sequence[Rect], em: float, plate: Plate, vertical: bool = False) -> Mask:
    """The plate behind lines whose room is given in pixels; empty for none."""
    if not lines:
        return Mask(np.zeros((0, 0), np.uint8), 0, 0)
    by = (plate.across, plate.along) if vertical else (plate.along, plate.across)
    rooms = list(lines)
    if not plate.each_line:
        whole = rooms[0]
        for one in rooms[1:]:
            whole = whole.join(one)
        rooms = [whole]
    wide = [room.inset(-by[0] * em, -by[1] * em, -by[0] * em, -by[1] * em) for room in rooms]
    return union([rounded(room, plate.corner * em) for room in wide])


def softened(one: Mask, sigma: float) -> Mask:
    """The mask through a Gaussian of `sigma` pixels, wide ones made small first; fixed-point."""
    if sigma <= _FINE or one.alpha.size == 0:
        return blurred(one, sigma)
    small = softened(halved_mask(one), sigma / 2)
    height, width = small.alpha.shape
    # An empty rim, so that nothing is made of the edge.
    rim = cv2.copyMakeBorder(small.alpha, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=0)
    size = (2 * width + 4, 2 * height + 4)
    large = cv2.resize(rim, size, interpolation=cv2.INTER_LINEAR_EXACT)
    return Mask(np.asarray(large, np.uint8), 2 * small.x - 2, 2 * small.y - 2, one.drawn)


def union(masks: Sequence[Mask]) -> Mask:
    """All masks (at least one) in one, the stronger where they meet."""
    room = masks[0].rect
    for one in masks[1:]:
        room = room.join(one.rect)
    alpha = np.zeros((int(room.height), int(room.width)), np.uint8)
    for one in masks:
        x, y = one.x - int(room.x), one.y - int(room.y)
        window = alpha[y : y + one.alpha.shape[0], x : x + one.alpha.shape[1]]
        cv2.max(window, one.alpha, dst=window)
    return Mask(alpha, int(room.x), int(room.y), sum(one.drawn for one in masks))


def rounded(room: Rect, radius: float) -> Mask:
    """A box with rounded corners, its edges on whole pixels."""
    x, y = round(room.x), round(room.y)
    width, height = max(2, round(room.width)), max(2, round(room.height))
    corner = min(round(radius), (min(width, height) - 2) // 2)
    # The corners are made once in the smallest box; its middle is then repeated.
    small = spread(Mask(np.full((2, 2), 255, np.uint8), x + corner, y + corner), float(corner))
    rows = _stretched(small.alpha.shape[0], height - 2 * corner - 2)
    columns = _stretched(small.alpha.shape[1], width - 2 * corner - 2)
    return Mask(np.ascontiguousarray(small.alpha[np.ix_(rows, columns)]), small.x, small.y)


def _stretched(side: int, by: int) -> NDArray[np.intp]:
    """The indexes 0 to `side`, the middle one `by` times more."""
    middle = side // 2
    return np.concatenate((np.arange(middle), np.full(max(0, by), middle), np.arange(middle, side)))
