"""How far captions stand out from the picture they are burned into.

Along the edge of each letter the light of its fill is compared with that of what lies beside it:
picture, plate, shadow and outline together, as sharp as an eye three picture heights away sees it.
The ratio is that of WCAG 2.2 (1.4.3), taken at the worst twentieth of the edge; HDR counts in
shares of the captions' own white.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

import av
import cv2
import numpy as np
import numpy.typing as npt

from studio.burn.asked.finding import Finding
from studio.burn.captions.cues import Captions, Texts
from studio.burn.picture.form import Form
from studio.burn.picture.placing import placed
from studio.burn.picture.planes import inside, plane_array
from studio.burn.picture.ycbcr import code_values, ycbcr
from studio.captions.layer import CaptionLayer
from studio.captions.markup import marked
from studio.core.said import said
from studio.core.time import clock
from studio.core.words import counted
from studio.media.film import Colour

Lights = npt.NDArray[np.float32]

ENOUGH = 4.5
"""The least ratio for text of ordinary size (WCAG 2.2, 1.4.3)."""
_WORST = 5.0
# So many pixels beside the letters tell whether a picture is worth being measured.
_GLANCED = 2048
# Up to so many times what is enough a ratio is close.
_CLOSE = 1.5
_MOST_SAID, _SHOWN = 10, 60
# Black on white.
_MOST = 21.0
_FLARE = 0.05
# At three picture heights an eye resolves 1/1080 of the height about; the edge is two of these.
_LINES = 1080
_BLUR = 0.7


@dataclass(frozen=True, slots=True)
class Weak:
    """A caption that does not stand out enough: its ratio, its text, and when, in seconds from the
    beginning of the stretch or piece that it is told of."""

    ratio: float
    seconds: Fraction
    text: str


@dataclass(frozen=True, slots=True)
class _Edge:
    """The pixels beside the letters of one text, by number; how light these letters are; rows and
    columns of some of these pixels, evenly taken; and the ratio for each number of luma there."""

    beside: npt.NDArray[np.intp]
    light: float
    some: tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]
    ratios: Lights


class Ground:
    """What a caption's letters stand on, ready to be compared with any number of pictures."""

    def __init__(self, captions: Captions, texts: Texts, form: Form) -> None:
        layer, fills = captions.parted(texts, form.display)
        self._edges: tuple[_Edge, ...] = ()
        # How light the grounds are that were measured, and the one that was glanced at.
        self._least = self._now = math.inf
        self._ratio, self._passed = _MOST, 0
        if layer.is_empty:
            return
        rgba, place = placed(layer, form)
        rgba, self._x, self._y = inside(rgba, place, form.size)
        self._bits = form.layout.bits
        self._table = lights(form.colour, form.layout.bits, form.white)
        alpha = rgba[..., 3].astype(np.uint32)
        self._keep = 255 - alpha
        self._add = _luma(rgba[..., :3], form).astype(np.uint32) * alpha + 127
        self._sigma = max(0.4, _BLUR * form.display.height / _LINES)
        reach = max(1, round(2 * form.display.height / _LINES))
        self._edges = tuple(_edge(one, form, reach, self._table) for one in fills)

    def looks_fainter(self, picture: av.VideoFrame) -> bool:
        """Whether letters may stand out less from `picture` than from any that was measured.

        Only some of the picture is looked at, and nothing that is drawn: this is for every frame.
        Where it was close, every other frame is worth being measured.
        """
        if not self._edges:
            return False
        plane = plane_array(picture.planes[0], self._bits)[self._y :, self._x :]
        self._now = min(_least(one.ratios[plane[one.some]]) for one in self._edges)
        self._passed += 1
        close = ENOUGH <= self._ratio < _CLOSE * ENOUGH and self._passed > 1
        return self._now < self._least or close

    def ratio(self, picture: av.VideoFrame) -> float:
        """How far the letters stand out from `picture`, before they are drawn into it."""
        if not self._edges:
            return _MOST
        self._least, self._passed = min(self._least, self._now), 0
        high, wide = self._keep.shape
        plane = plane_array(picture.planes[0], self._bits)
        shown = plane[self._y : self._y + high, self._x : self._x + wide].astype(np.uint32)
        shown *= self._keep
        shown += self._add
        shown //= 255
        light = np.take(self._table, shown)
        seen = np.asarray(cv2.GaussianBlur(light, (0, 0), self._sigma), np.float32)
        found = min(_worst(seen, edge) for edge in self._edges)
        self._ratio = min(self._ratio, found)
        return found


def _worst(seen: Lights, edge: _Edge) -> float:
    return round(_least(_ratios(np.take(seen, edge.beside), edge.light)), 1)


def _ratios(seen: Lights, light: float) -> Lights:
    return np.asarray(
        (np.maximum(seen, light) + _FLARE) / (np.minimum(seen, light) + _FLARE), np.float32
    )


def _least(ratios: Lights) -> float:
    """The ratio at the worst twentieth of some pixels."""
    if not len(ratios):
        return _MOST
    worst = min(len(ratios) - 1, int(len(ratios) * _WORST / 100))
    return float(np.partition(ratios, worst)[worst])


def _luma(rgb: npt.NDArray[np.uint8], form: Form) -> npt.NDArray[np.int64]:
    return ycbcr(code_values(rgb, form.colour, form.white), form.colour, form.layout.bits)[0]


def _edge(layer: CaptionLayer, form: Form, reach: int, table: Lights) -> _Edge:
    rgba, place = placed(layer, form)
    rgba, _, _ = inside(rgba, place, form.size)
    alpha = np.ascontiguousarray(rgba[..., 3])
    round_ = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    near = np.asarray(cv2.dilate((alpha >= 128).astype(np.uint8), round_))
    inked = rgba[alpha == 255]
    colour = inked[:1, :3] if len(inked) else rgba.reshape(-1, 4)[:1, :3]
    light = float(table[_luma(colour[None], form)].max()) if colour.size else 1.0
    beside = (near > 0) & (alpha < 32)
    rows, columns = np.nonzero(beside)
    step = max(1, len(rows) // _GLANCED)
    some = rows[::step], columns[::step]
    return _Edge(np.flatnonzero(beside), light, some, _ratios(table, light))


@lru_cache(maxsize=8)
def lights(colour: Colour, bits: int, white: float) -> Lights:
    """For each number of luma the light of a grey with it, 1 for the captions' white."""
    # Captions' greys are known in the film's numbers; between them light is even enough.
    greys = np.repeat(np.arange(256, dtype=np.uint8)[:, None], 3, axis=1)[None]
    luma = ycbcr(code_values(greys, colour, white), colour, bits)[0][0].astype(float)
    parts = np.arange(256) / 255
    light = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    # Brighter than white, as HDR may be, counts as white: it is bright enough to drown letters.
    return np.interp(np.arange(1 << bits), luma, light).astype(np.float32)


def faint(weak: Sequence[Weak]) -> tuple[Finding, ...]:
    """What a person is told of captions that do not stand out, each said once at its worst."""
    worst: dict[str, Weak] = {}
    for one in weak:
        if one.text not in worst or one.ratio < worst[one.text].ratio:
            worst[one.text] = one
    told = sorted(worst.values(), key=lambda one: one.seconds)
    findings = [
        Finding(
            "contrast",
            "hint",
            said(
                "{time}: the captions stand out by {ratio:.1f} to 1 only, {enough:g} is wanted; "
                "a style with a plate would help: “{text}”.",
                time=clock(one.seconds),
                ratio=one.ratio,
                enough=ENOUGH,
                text=marked(one.text).text.replace("\n", " ")[:_SHOWN],
            ),
        )
        for one in told[:_MOST_SAID]
    ]
    if len(told) > _MOST_SAID:
        rest = counted(len(told) - _MOST_SAID, "more caption")
        findings.append(Finding("contrast", "hint", said("{rest} hardly stand out.", rest=rest)))
    return tuple(findings)
