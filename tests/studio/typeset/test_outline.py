"""Outlines judged by a scan-line filler of their own: filled, they are the mask."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pytest

from studio.typeset.adjust import Adjust
from studio.typeset.block import Block, TypeBox, fit_block
from studio.typeset.mask import Mask, mask
from studio.typeset.outline import Contour, Outline, outlines
from studio.typeset.style import TypeStyle

Floats = npt.NDArray[np.float64]

#: Scan lines in a pixel.
_FINE = 16


def filled(shapes: tuple[Outline, ...], over: Mask) -> Floats:
    """Coverage 0 to 1 of each pixel of `over`: exact across, by scan lines down; non-zero rule."""
    height, width = over.alpha.shape
    out = np.zeros((height, width))
    for shape in shapes:
        edges = [one for contour in shape.contours for one in _edges(contour)]
        if edges:
            out += _scanned(np.array(edges) - [over.x, over.y, over.x, over.y], height, width)
    return np.minimum(out, 1.0)


def _edges(contour: Contour) -> list[tuple[float, float, float, float]]:
    points = [contour[0]]
    for step in contour[1:]:
        if len(step) == 2:
            points.append(step)
            continue
        (x0, y0), (x1, y1, x2, y2, x3, y3) = points[-1], step
        for part in np.arange(1, 13) / 12:
            a, b, c, d = (
                (1 - part) ** 3,
                3 * (1 - part) ** 2 * part,
                3 * (1 - part) * part**2,
                part**3,
            )
            points.append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
    return [(*one, *other) for one, other in zip(points, [*points[1:], points[0]], strict=True)]  # type: ignore[misc]


def _scanned(edges: Floats, height: int, width: int) -> Floats:
    out = np.zeros((height, width))
    top = max(0, int(np.floor(edges[:, 1::2].min())))
    low = min(height, int(np.ceil(edges[:, 1::2].max())))
    x0, y0, x1, y1 = edges.T
    for scan in range(top * _FINE, low * _FINE):
        y = (scan + 0.5) / _FINE
        hit = (y0 <= y) != (y1 <= y)
        xs = x0[hit] + (y - y0[hit]) / (y1[hit] - y0[hit]) * (x1[hit] - x0[hit])
        turns = np.where(y1[hit] > y0[hit], 1, -1)
        winding = 0
        row = out[scan // _FINE]
        order = np.argsort(xs)
        for place, nxt in pairwise(order):
            winding += turns[place]
            if winding:
                _span(row, xs[place], xs[nxt])
    return out / _FINE


def _span(row: Floats, left: float, right: float) -> None:
    left, right = max(0.0, left), min(float(len(row)), right)
    for x in range(int(left), min(len(row), int(np.ceil(right)))):
        row[x] += max(0.0, min(right, x + 1) - max(left, x))


def block(text: str, language: str, style: TypeStyle, *, vertical: bool = False) -> Block:
    size = style.size * 9
    return fit_block(text, language, style, TypeBox(size, size, 3, vertical=vertical))


SANS = TypeStyle(("Noto Sans CJK",), 700, size=56)
CASES = {
    "latin variable": ("Rag & Office", "en", TypeStyle(("Inter",), 730, size=64), False),
    "latin slanted": ("Rag 8", "en", TypeStyle(("Inter",), 500, size=64, italic=True), False),
    "slanted by us": ("Rag 8", "en", replace(SANS, size=64, italic=True), False),
    "han variable": ("时间，等你", "zh-Hans", SANS, False),
    "han light": ("時間是河", "zh-Hant", TypeStyle(("Noto Sans CJK",), 150, size=64), False),
    "hangul serif": ("작은 등불", "ko", TypeStyle(("Noto Serif CJK",), 700, size=64), False),
    "arabic": ("مصباح", "ar", TypeStyle((), 700, size=64), False),
    "column": ("春の海「12」Time—終日", "ja", SANS, True),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_filled_outline_is_the_mask(name: str) -> None:
    text, language, style, vertical = CASES[name]
    made = block(text, language, style, vertical=vertical)
    over = mask(made)
    shapes = outlines(made)
    assert len(shapes) == made.glyphs
    wanted, got = over.alpha / 255, filled(shapes, over)
    # Places are exact here and of a quarter pixel there; all ink lies within the mask.
    assert abs(got.sum() / wanted.sum() - 1) < 0.01
    assert np.abs(got - wanted).mean() < 0.012
    assert np.abs(got - wanted).max() < 0.45


@pytest.mark.parametrize("vertical", [False, True])
def test_characters_set_by_hand_are_set_alike_in_both(vertical: bool) -> None:
    by_hand = (Adjust(0, size=1.4), Adjust(1, kern=0.2, shift=0.15))
    box = TypeBox(500, 500, 2, vertical=vertical)
    made = fit_block("夜Ra灯", "zh-Hans", SANS, box, by_hand)
    over = mask(made)
    assert np.abs(filled(outlines(made), over) - over.alpha / 255).mean() < 0.012


def test_outlines_move_and_grow_with_their_block() -> None:
    made = block("灯 Lamp", "zh-Hans", SANS)
    plain = outlines(made)
    moved = outlines(made.moved(3, 4), (7, 6), scale=10)
    for one, other in zip(plain, moved, strict=True):
        for contour, larger in zip(one.contours, other.contours, strict=True):
            for step, longer in zip(contour, larger, strict=True):
                wanted = [(part + 10) * 10 for part in step]
                assert longer == pytest.approx(wanted, abs=1e-6)


def test_spaces_have_no_contours() -> None:
    shapes = outlines(block("a b", "en", TypeStyle(("Inter",), size=40)))
    assert [len(one.contours) > 0 for one in shapes] == [True, False, True]
