"""Whether type can be read over its picture, and the least that must be done so that it can."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
import numpy.typing as npt

from studio.core.colour import Colour
from studio.core.geometry import Rect, Size
from studio.poster.lockup import Piece, ink_of
from studio.poster.scrim import Scrim, coverage
from studio.poster.still import Picture
from studio.poster.template import Template
from studio.typeset.mask import blurred, framed

#: WCAG 2.2, 1.4.3: the contrast ratio of text, and of large text.
TEXT_RATIO = 4.5
LARGE_RATIO = 3.0
#: Aimed at when solving: resampling to the final size moves the figure by a few hundredths.
_AIM = 4.7
#: The share of pixels under the glyphs that may be worse.
_WORST = 5
#: How far round the glyphs counts as under them, in em.
_AROUND = 0.15
#: A soft shadow: sigma in em, and the most of it (0 to 1).
SHADOW_SIGMA = 0.15
SHADOW_MOST = 0.4
_STEPS = 6
#: What a light veil counts against a dark one.
_FOG = 2.2

_LINEAR = np.array(
    [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in np.arange(256) / 255],
    np.float32,
)
_WEIGHTS = np.array([0.2126, 0.7152, 0.0722], np.float32)


@dataclass(frozen=True, slots=True)
class Tone:
    """How a group of pieces is made readable: `ink` and what lies under it.

    `shadow` 0 to 0.4. `before` and `after`: the contrast ratio of the worst 5 % of the pixels
    around the glyphs, without and with scrim and shadow.
    """

    roles: tuple[str, ...]
    ink: Colour
    scrim: Scrim | None
    shadow: float
    before: float
    after: float

    @property
    def strength(self) -> float:
        """Of the scrim, 0 without."""
        return self.scrim.strength if self.scrim else 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Preview:
    """A small canvas of the file: `canvas` is `scale` times as large as `size`.

    `faces` in pixels of the file; `salience` as studio.poster.salience has it.
    """

    canvas: Picture
    scale: float
    size: Size
    faces: tuple[Rect, ...]
    salience: npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """The pixels around the glyphs of one piece, flattened (n, 3), and where they lie."""

    pixels: npt.NDArray[np.float32]
    rows: npt.NDArray[np.intp]
    columns: npt.NDArray[np.intp]
    shade: npt.NDArray[np.float32]


def luminance(pixels: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Relative luminance of (n, 3) sRGB values 0 to 255."""
    coded = np.clip(np.round(pixels), 0, 255).astype(np.uint8)
    return np.asarray(_LINEAR[coded] @ _WEIGHTS, np.float32)


def worst(pixels: npt.NDArray[np.float32], ink: Colour) -> float:
    """The contrast ratio with `ink` that all but the worst 5 % of the pixels reach."""
    if not len(pixels):
        return 21.0
    light = luminance(pixels)
    own = ink.luminance
    ratios = np.where(light > own, (light + 0.05) / (own + 0.05), (own + 0.05) / (light + 0.05))
    return round(float(np.percentile(ratios, _WORST)), 2)


def grounds(pieces: Sequence[Piece], canvas: Picture, scale: float) -> tuple[Ground, ...]:
    """What each piece stands on, in a canvas `scale` times the file."""
    found = []
    for piece in pieces:
        if not piece.block.lines:
            continue
        em = piece.block.size * scale
        reach = max(1, round(em * _AROUND))
        ink = framed(piece.mask(scale), reach + 1)
        kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
        near = cv2.dilate(ink.alpha, kernel) >= 64
        soft = blurred(ink, max(0.6, em * SHADOW_SIGMA))
        ys, xs = np.nonzero(near)
        rows, columns = ys + ink.y, xs + ink.x
        inside = (
            (rows >= 0) & (rows < canvas.shape[0]) & (columns >= 0) & (columns < canvas.shape[1])
        )
        rows, columns = rows[inside], columns[inside]
        shade = soft.alpha[rows - soft.y, columns - soft.x].astype(np.float32) / 255
        found.append(Ground(canvas[rows, columns].astype(np.float32), rows, columns, shade))
    return tuple(found)


def solved(pieces: tuple[Piece, ...], preview: Preview, template: Template, side: str) -> Tone:
    """The tone with the least intervention that reaches 4.5 for these pieces.

    First without anything in either ink, then a scrim from `side` up to the template's
    strongest, then a soft shadow. Light ink is preferred: it is what cinema does.
    """
    under = grounds(pieces, preview.canvas, preview.scale)
    light = _with(pieces, under, preview, template, (template.light, side))
    if effort(light) == 0 or template.dark == template.light:
        return light
    dark = _with(pieces, under, preview, template, (template.dark, side))
    return dark if effort(dark) < effort(light) else light


def effort(tone: Tone) -> float:
    """How much is done to the picture, and how much is still missing; 0 is best.

    A light veil looks like fog where a dark one looks like dusk: it counts more.
    """
    missing = max(0.0, TEXT_RATIO - tone.after) / TEXT_RATIO
    veil = tone.strength * (1.0 if tone.ink.luminance > 0.4 else _FOG)
    return round(veil + tone.shadow + 3 * missing, 2)


def _with(
    pieces: tuple[Piece, ...],
    under: tuple[Ground, ...],
    preview: Preview,
    template: Template,
    way: tuple[Colour, str],
) -> Tone:
    ink, side = way
    roles = tuple(piece.role for piece in pieces)
    before = _least(under, ink)
    if before >= _AIM or not under:
        return Tone(roles, ink, None, 0.0, before, before)
    scrim = _scrim(pieces, under, preview, ink, side)
    cover = coverage(replace(scrim, strength=1.0), preview.size, preview.faces)
    shares = [_shares(ground, cover, preview) for ground in under]

    def reached(strength: float, shadow: float = 0.0) -> float:
        return _least(_laid(under, shares, (scrim.colour, strength), ink, shadow), ink)

    strength = _bisected(reached, template.scrim)
    shadow = 0.0
    if reached(strength) < _AIM:
        shadow = _bisected(lambda share: reached(strength, share), SHADOW_MOST)
    used = replace(scrim, strength=strength) if strength else None
    return Tone(roles, ink, used, shadow, before, reached(strength, shadow))


def _bisected(reached: Callable[[float], float], most: float) -> float:
    """The least value up to `most` at which `reached` comes to the aim, in hundredths."""
    low, high = 0.0, most
    if reached(most) < _AIM:
        return most
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (low, middle) if reached(middle) >= _AIM else (middle, high)
    return min(most, round(high + 0.005, 2))


def _least(under: Sequence[Ground], ink: Colour) -> float:
    return min((worst(ground.pixels, ink) for ground in under), default=21.0)


def _shares(
    ground: Ground, cover: npt.NDArray[np.float32], preview: Preview
) -> npt.NDArray[np.float32]:
    """The scrim's share at each pixel of the ground."""
    rows = ground.rows * cover.shape[0] // preview.canvas.shape[0]
    columns = ground.columns * cover.shape[1] // preview.canvas.shape[1]
    return np.asarray(cover[rows, columns], np.float32)


def _laid(
    under: Sequence[Ground],
    shares: Sequence[npt.NDArray[np.float32]],
    scrim: tuple[Colour, float],
    ink: Colour,
    shadow: float,
) -> tuple[Ground, ...]:
    colour, strength = scrim
    tint = np.array(colour.rgb, np.float32)
    shade = np.array(shadow_colour(ink).rgb, np.float32)
    made = []
    for ground, share in zip(under, shares, strict=True):
        alpha = (share * strength)[:, None]
        pixels = ground.pixels * (1 - alpha) + tint * alpha
        soft = (ground.shade * shadow)[:, None]
        made.append(replace(ground, pixels=pixels * (1 - soft) + shade * soft))
    return tuple(made)


def shadow_colour(ink: Colour) -> Colour:
    """Black under light ink, white under dark."""
    return Colour(0, 0, 0) if ink.luminance > 0.4 else Colour(255, 255, 255)


def _scrim(
    pieces: tuple[Piece, ...],
    under: tuple[Ground, ...],
    preview: Preview,
    ink: Colour,
    side: str,
) -> Scrim:
    """A gradient tinted by what it covers: the picture gets deeper or lighter, not grey."""
    core = ink_of(pieces)
    mean = np.concatenate([ground.pixels for ground in under]).mean(axis=0)
    made = mean * 0.12 if ink.luminance > 0.4 else 255 - (255 - mean) * 0.12
    red, green, blue = (round(float(part)) for part in made)
    em = max(piece.block.size for piece in pieces)
    short = min(preview.size.width, preview.size.height)
    along = core.width if side in ("left", "right") else core.height
    reach = max(along * 1.4, em * 4, short * 0.3)
    return Scrim(side, core.grown(em * 0.4), reach, 0.0, Colour(red, green, blue))


def contrast_on(canvas: Picture, pieces: Sequence[Piece], ink: Colour, scale: float) -> float:
    """The figure for a finished canvas without type; for preflight."""
    return _least(grounds(pieces, canvas, scale), ink)
