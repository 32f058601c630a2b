"""Makes type readable over its picture with the least that must be done to the picture.

What is done comes in steps, each taken only where the one before does not reach the ratio that is
needed, and only as strong as that takes: the place and the ink, a gradient, a zone out of focus, a
soft shadow, and last a plate, where the template allows one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from studio.core.colour import Colour
from studio.core.geometry import Rect, Size
from studio.poster.contrast import (
    SHADOW_SIGMA,
    TEXT_RATIO,
    Contrast,
    Ground,
    box_of,
    contrast_of,
    grounds,
    least,
    lightness,
    luminance,
    ratio_of,
    shade_of,
)
from studio.poster.lockup import Piece, ink_of
from studio.poster.plate import Plate
from studio.poster.scrim import Scrim, covered
from studio.poster.soft import Soft, defocused, pool
from studio.poster.still import Picture
from studio.poster.template import Template
from studio.poster.tone import FOG, Tone, effort, is_light, shadow_colour

__all__ = ["SHADOW_SIGMA", "Preview", "Tone", "effort", "shadow_colour", "solved"]

#: Aimed at when solving, as a share of what is needed: on the finished size the figure differs by
#: a few hundredths.
_AIM = 1.045
#: Large type needs less than text; it still gets what text needs as far as this much gradient.
_GENTLE = 0.3
#: Small type over a restless ground gets up to what WCAG asks for at its stricter level, as far
#: as this much; the ground is restless from the first to the second spread of its L*.
_AT_EASE, _EASED, _RESTLESS = 7.0, 0.42, (7.0, 20.0)
#: The most of a light veil: beyond it dark parts of the picture look as if in fog.
_LIGHT_VEIL = 0.36
#: The most of a soft shadow or glow.
SHADOW_MOST = 0.4
#: The blur of a zone, and how far it fades out, in em.
_SOFT_SIGMA, _SOFT_REACH = 0.3, 1.4
#: A zone is brought out of focus only where that brings the figure this much nearer.
_WORTH = 1.06
_STEPS = 7
#: Pixels of each piece that are looked at.
_ENOUGH = 1_500


@dataclass(frozen=True, slots=True, eq=False)
class Preview:
    """A small canvas of the file: `canvas` is `scale` times as large as `size`.

    `faces` in pixels of the file; `salience` as studio.poster.salience has it; `large`: from
    which em on type is large, in pixels of the file. `x`, `y`: where the canvas begins in the
    scaled file, when it shows only a part of it.
    """

    canvas: Picture
    scale: float
    size: Size
    faces: tuple[Rect, ...]
    salience: npt.NDArray[np.float32]
    large: float = float("inf")
    x: int = 0
    y: int = 0


@dataclass(frozen=True, slots=True)
class _Dose:
    """How much of each step is taken."""

    scrim: float = 0.0
    soft: float = 0.0
    shadow: float = 0.0
    plate: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class _Under:
    """A ground, and where the scrim lies over it; once that is looked at, where the soft zone and
    the shadow do, and the ground out of focus.
    """

    ground: Ground
    scrim: npt.NDArray[np.float32]
    soft: npt.NDArray[np.float32]
    shade: npt.NDArray[np.float32]
    blurred: npt.NDArray[np.float32]
    ease: float


@dataclass(frozen=True, slots=True, eq=False)
class _Case:
    """Pieces in one ink, and all that can be done for them at full strength."""

    unders: tuple[_Under, ...]
    ink: Colour
    scrim: Scrim
    soft: Soft
    plate: Plate
    preview: Preview

    def laid(self, under: _Under, dose: _Dose) -> npt.NDArray[np.float32]:
        """The pixels of a ground with a dose of everything."""
        made = under.ground.pixels
        if dose.soft:
            made = _mixed(made, under.blurred, under.soft * dose.soft)
        if dose.scrim:
            made = _mixed(made, _rgb(self.scrim.colour), under.scrim * dose.scrim)
        if dose.plate:
            whole = np.full(len(made), dose.plate, np.float32)
            made = _mixed(made, _rgb(self.plate.colour), whole)
        if dose.shadow:
            made = _mixed(made, _rgb(shadow_colour(self.ink)), under.shade * dose.shadow)
        return made

    def reaches(self, dose: _Dose) -> bool:
        """Whether the least share comes to the aim: known as soon as one piece does not."""
        return all(
            ratio_of(self.laid(under, dose), self.ink) / under.ground.needed >= _AIM
            for under in self.unders
        )

    def share(self, dose: _Dose) -> float:
        """The least share of what is needed that a piece has."""
        return min(
            ratio_of(self.laid(under, dose), self.ink) / under.ground.needed
            for under in self.unders
        )

    def pleases(self, dose: _Dose) -> bool:
        """Whether every piece has what it is read at ease with."""
        return all(
            ratio_of(self.laid(under, dose), self.ink) / under.ease >= _AIM for under in self.unders
        )

    @property
    def gentle(self) -> float:
        """How strong a gradient may be for the sake of ease alone."""
        small = any(one.ease > TEXT_RATIO for one in self.unders)
        return (_EASED if small else _GENTLE) / (1.0 if is_light(self.ink) else FOG)

    def contrast(self, dose: _Dose) -> Contrast:
        """Of the piece that is furthest from what it needs."""
        laid = (replace(one.ground, pixels=self.laid(one, dose)) for one in self.unders)
        return least(contrast_of(ground, self.ink) for ground in laid)


def stood_on(pieces: tuple[Piece, ...], preview: Preview) -> tuple[Ground, ...]:
    """What the pieces are judged on: some pixels under each of them."""
    corner = preview.x, preview.y
    return grounds(pieces, preview.canvas, preview.scale, preview.large, corner, _ENOUGH)


def seen_through(under: tuple[Ground, ...], preview: Preview) -> tuple[Ground, ...]:
    """The same places on another canvas of the same size."""
    canvas = preview.canvas
    return tuple(
        replace(one, pixels=canvas[one.rows, one.columns].astype(np.float32)) for one in under
    )


def solved(
    pieces: tuple[Piece, ...],
    preview: Preview,
    template: Template,
    side: str,
    under: tuple[Ground, ...] | None = None,
) -> Tone:
    """The tone with the least intervention that reaches what these pieces need.

    First without anything in either ink, then a gradient from `side` up to the template's
    strongest, then the further steps. Light ink is preferred: it is what cinema does. `under`:
    `stood_on`, where it is at hand.
    """
    under = stood_on(pieces, preview) if under is None else under
    light = _toned(pieces, under, preview, template, (template.light, side))
    if effort(light) == 0 or template.dark == template.light:
        return light
    dark = _toned(pieces, under, preview, template, (template.dark, side))
    return dark if effort(dark) < effort(light) else light


def _toned(
    pieces: tuple[Piece, ...],
    under: tuple[Ground, ...],
    preview: Preview,
    template: Template,
    way: tuple[Colour, str],
) -> Tone:
    ink, side = way
    roles = tuple(piece.role for piece in pieces)
    bare = least(contrast_of(ground, ink) for ground in under)
    eases = [_ease(ground) for ground in under]
    wished = min(
        (ratio_of(ground.pixels, ink) / ease for ground, ease in zip(under, eases, strict=True)),
        default=21.0,
    )
    if not under or wished >= _AIM:
        return Tone(
            roles, ink, None, 0.0, bare.ratio, bare.ratio, None, None, bare.needed, bare.lightness
        )
    case = _case(pieces, under, preview, ink, side)
    dose, found = _climbed(case, template)
    return Tone(
        roles,
        ink,
        replace(case.scrim, strength=dose.scrim) if dose.scrim else None,
        dose.shadow,
        bare.ratio,
        found.ratio,
        replace(case.soft, share=dose.soft) if dose.soft else None,
        replace(case.plate, opacity=dose.plate) if dose.plate else None,
        found.needed,
        found.lightness,
    )


def _climbed(case: _Case, template: Template) -> tuple[_Dose, Contrast]:
    """Step by step until what is needed is reached; and what then is."""
    most = template.scrim if is_light(case.ink) else min(template.scrim, _LIGHT_VEIL)
    dose = _scrimmed(case, most)
    if case.reaches(dose):
        return dose, case.contrast(dose)
    case = _looked_at_again(case)
    for step in (_out_of_focus, _shaded):
        dose = step(case, dose)
        if case.reaches(dose):
            return dose, case.contrast(dose)
    if template.plate > 0:
        dose = _plated(case, template.plate, dose)
    return dose, case.contrast(dose)


def _scrimmed(case: _Case, most: float) -> _Dose:
    """The gradient that is needed; what is read at ease with more gets it while that is little."""
    asked = _bisected(lambda part: case.reaches(_Dose(part)), most)
    gentle = min(most, case.gentle)
    if asked < gentle:
        asked = max(asked, _bisected(lambda part: case.pleases(_Dose(part)), gentle))
    return _Dose(asked)


def _out_of_focus(case: _Case, dose: _Dose) -> _Dose:
    full = replace(dose, soft=1.0)
    if case.share(full) < case.share(dose) * _WORTH:
        return dose
    return replace(dose, soft=_bisected(lambda part: case.reaches(replace(dose, soft=part)), 1.0))


def _shaded(case: _Case, dose: _Dose) -> _Dose:
    share = _bisected(lambda part: case.reaches(replace(dose, shadow=part)), SHADOW_MOST)
    return replace(dose, shadow=share)


def _plated(case: _Case, most: float, dose: _Dose) -> _Dose:
    """A plate takes the place of all else, unless even that brings less."""
    alone = _Dose(plate=_bisected(lambda part: case.reaches(_Dose(plate=part)), most))
    return alone if case.share(alone) > case.share(dose) else dose


def _bisected(reaches: Callable[[float], bool], most: float) -> float:
    """The least value up to `most` that `reaches` the aim, in hundredths."""
    if reaches(0.0):
        return 0.0
    if not reaches(most):
        return most
    low, high = 0.0, most
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (low, middle) if reaches(middle) else (middle, high)
    return min(most, round(high + 0.005, 2))


def _case(
    pieces: tuple[Piece, ...], under: tuple[Ground, ...], preview: Preview, ink: Colour, side: str
) -> _Case:
    core, em = ink_of(pieces), max(piece.block.size for piece in pieces)
    scrim = _scrim(core, em, under, preview, ink, side)
    near = core.grown(em * 0.3)
    soft = Soft(near, em * _SOFT_REACH, em * _SOFT_SIGMA, 1.0)
    plate = Plate(core.grown(em * 0.45), em * 0.12, shadow_colour(ink), 1.0)
    full = replace(scrim, strength=1.0)
    unders = []
    for ground in under:
        cover = covered(full, *_places(ground, preview), preview.faces)
        nothing = np.zeros_like(cover)
        unders.append(_Under(ground, cover, nothing, nothing, ground.pixels, _ease(ground)))
    return _Case(tuple(unders), ink, scrim, soft, plate, preview)


def _ease(ground: Ground) -> float:
    """The ratio at which a piece is read at ease over its ground."""
    if ground.needed < TEXT_RATIO:
        return TEXT_RATIO
    spread = float(lightness(luminance(ground.pixels)).std()) if len(ground.pixels) else 0.0
    low, high = _RESTLESS
    share = min(1.0, max(0.0, round((spread - low) / (high - low), 2)))
    return TEXT_RATIO + (_AT_EASE - TEXT_RATIO) * share


def _places(
    ground: Ground, preview: Preview
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """Where the pixels of a ground lie in the file: x and y."""
    begins = ((ground.columns, preview.x), (ground.rows, preview.y))
    xs, ys = ((part + first + 0.5) / preview.scale for part, first in begins)
    return xs.astype(np.float32), ys.astype(np.float32)


def _looked_at_again(case: _Case) -> _Case:
    """With the picture under the type out of focus too, and the shadow of the type."""
    preview, sigma = case.preview, case.soft.sigma * case.preview.scale
    height, width = preview.canvas.shape[:2]
    near = box_of([one.ground for one in case.unders]).grown(round(sigma * 3))
    near = near.meet(Rect(0, 0, width, height))
    x, y = int(near.x), int(near.y)
    part = preview.canvas[y : int(near.bottom), x : int(near.right)]
    if not part.size:
        return case
    dull = defocused(np.ascontiguousarray(part), sigma)
    made = []
    for one in case.unders:
        cover = covered(pool(case.soft), *_places(one.ground, preview), preview.faces)
        pixels = dull[one.ground.rows - y, one.ground.columns - x].astype(np.float32)
        shade = shade_of(one.ground, preview.scale, (preview.x, preview.y))
        made.append(replace(one, soft=cover, shade=shade, blurred=pixels))
    return replace(case, unders=tuple(made))


def _mixed(
    under: npt.NDArray[np.float32], over: npt.NDArray[np.float32], share: npt.NDArray[np.float32]
) -> npt.NDArray[np.float32]:
    alpha = share[:, None]
    made = np.asarray(under * (1 - alpha), np.float32)
    made += over * alpha
    return made


def _rgb(colour: Colour) -> npt.NDArray[np.float32]:
    return np.array(colour.rgb, np.float32)


def _scrim(
    core: Rect, em: float, under: tuple[Ground, ...], preview: Preview, ink: Colour, side: str
) -> Scrim:
    """A gradient tinted by what it covers: the picture gets deeper or lighter, not grey."""
    mean = np.concatenate([ground.pixels for ground in under]).mean(axis=0)
    made = mean * 0.12 if is_light(ink) else 255 - (255 - mean) * 0.12
    red, green, blue = (round(float(part)) for part in made)
    short = min(preview.size.width, preview.size.height)
    along = core.width if side in ("left", "right") else core.height
    reach = max(along * 1.4, em * 4, short * 0.22)
    return Scrim(side, core.grown(em * 0.4), reach, 0.0, Colour(red, green, blue))
