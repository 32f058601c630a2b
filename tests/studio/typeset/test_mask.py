"""Masks hold every glyph that was shaped, whole, at its place; outlines and shadows are smooth."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from studio.typeset.block import TypeBox, fit_block, set_block
from studio.typeset.face import UNITS, font
from studio.typeset.mask import Mask, blurred, lines_mask, mask, spread
from studio.typeset.outline import outlines
from studio.typeset.shape import shape_line
from studio.typeset.style import TypeStyle

STYLE = TypeStyle(size=90, gap=0.125)


def block_of_type(text="灯不大，够 1 个人。Agj", language="zh-Hans", size=90.0, **more):
    return set_block(text, language, STYLE.sized(size), TypeBox(9000, 9000, **more))


def edges(alpha):
    return max(alpha[0].max(), alpha[-1].max(), alpha[:, 0].max(), alpha[:, -1].max())


@pytest.mark.parametrize("vertical", [False, True])
@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "ja", "ko", "en", "ar", "he"])
def test_every_shaped_glyph_is_drawn_and_none_is_cut(language, vertical):
    text = {
        "ko": "작은 등불, (집)까지 10분",
        "en": "“jÅgpq” fly — Wave",
        "ar": "مصباح صغير 12",
        "he": "שלום עולם",
    }.get(language, "“灯不大”，够1个人。——Agj……")
    block = block_of_type(text, language, 61.7, vertical=vertical)
    made = mask(block, (3.3, 7.9))
    assert made.drawn == block.glyphs > 0
    assert edges(made.alpha) == 0
    assert made.rect.holds(block.ink.moved(3.3, 7.9))


def test_the_mask_is_where_the_block_is():
    block = block_of_type("一", size=200).moved(100, 50)
    made = mask(block)
    inked = cv2.boundingRect((made.alpha > 127).astype(np.uint8))
    assert made.x + inked[0] == pytest.approx(block.ink.x, abs=1)
    assert made.y + inked[1] == pytest.approx(block.ink.y, abs=1)
    assert inked[2] == pytest.approx(block.ink.width, abs=1.5)
    assert inked[3] == pytest.approx(block.ink.height, abs=1.5)


def test_ink_weighs_the_same_wherever_it_lies_in_a_pixel():
    block = block_of_type("灯光", size=40)
    weights = [int(mask(block, (dx / 4, dy / 4)).alpha.sum()) for dx in range(4) for dy in range(4)]
    assert max(weights) - min(weights) < 0.004 * max(weights)


def polygon_of(glyph, size, grow):
    """The glyph as OpenCV fills its flattened outline: another rasteriser as judge."""
    contours: list[list[tuple[float, float]]] = []

    class Pen:
        def moveTo(self, point):  # noqa: N802
            contours.append([point])

        def lineTo(self, point):  # noqa: N802
            contours[-1].append(point)

        def curveTo(self, one, two, three):  # noqa: N802
            start = contours[-1][-1]
            for step in range(1, 17):
                t = step / 16
                parts = [
                    (1 - t) ** 3 * a + 3 * t * (1 - t) ** 2 * b + 3 * t * t * (1 - t) * c + t**3 * d
                    for a, b, c, d in zip(start, one, two, three, strict=True)
                ]
                contours[-1].append((parts[0], parts[1]))

        def qCurveTo(self, one, two):  # noqa: N802
            start = contours[-1][-1]
            for step in range(1, 17):
                t = step / 16
                parts = [
                    (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t * t * c
                    for a, b, c in zip(start, one, two, strict=True)
                ]
                contours[-1].append((parts[0], parts[1]))

        def closePath(self):  # noqa: N802
            pass

    font(glyph.setting).draw_glyph_with_pen(glyph.id, Pen())
    scale = size / UNITS * grow
    return [
        np.array([[(x * scale, -y * scale)] for x, y in contour], np.float64)
        for contour in contours
    ]


@pytest.mark.parametrize("text", ["永", "8", "g"])
def test_a_mask_equals_the_filled_outline(text):
    line = shape_line(text, "zh-Hans", TypeStyle(size=60))
    made = lines_mask((line,), [(0.0, 0.0)])
    grow, shift = 16, 4
    height, width = made.alpha.shape
    winding = np.zeros((height * grow, width * grow), np.int32)
    for contour in polygon_of(line.glyphs[0], 60, grow):
        moved = contour - np.array([made.x * grow + 0.5, made.y * grow + 0.5])
        one = np.zeros(winding.shape, np.uint8)
        cv2.fillPoly(one, [np.round(moved * 2**shift).astype(np.int32)], 1, shift=shift)
        turns = np.sign(cv2.contourArea(contour.astype(np.float32), oriented=True))
        winding += int(turns) * one.astype(np.int32)
    judge = (winding != 0).reshape(height, grow, width, grow).mean((1, 3)) * 255
    off = np.abs(judge - made.alpha)
    # OpenCV also fills the pixels that an edge passes through: a hair more than the outline.
    assert off.mean() < 2.5
    assert np.percentile(off, 99) < 24


def points_of(shapes):
    """Every point of the outlines, handles too, as (n, 2)."""
    steps = (step for one in shapes for contour in one.contours for step in contour)
    return np.array([part for step in steps for part in step]).reshape(-1, 2)


def test_a_wide_headline_is_the_same_as_a_small_one_scaled_up():
    text, box = "灯不大，够一个人回家", TypeBox(20_000, 9_000, max_lines=1)
    wide = fit_block(text, "zh-Hans", STYLE.sized(9_000), box)
    large = mask(wide)
    small = fit_block(text, "zh-Hans", STYLE.sized(900), TypeBox(2_000, 900, max_lines=1))
    assert large.alpha.shape[1] > 19_990
    assert edges(large.alpha) == 0
    # The outlines are the judge: those of the small one, ten times as large, are the large one's,
    # and the large one's pixels end where they do.
    points = points_of(outlines(small, scale=10))
    assert np.abs(points - points_of(outlines(wide))).max() < 0.02
    left, top, width, height = cv2.boundingRect((large.alpha > 127).astype(np.uint8))
    low, high = points.min(axis=0), points.max(axis=0)
    assert (large.x + left, large.y + top) == pytest.approx(tuple(low), abs=1.0)
    ended = (large.x + left + width, large.y + top + height)
    assert ended == pytest.approx(tuple(high), abs=1.0)
    little = mask(small)
    canvas = np.zeros((little.alpha.shape[0] * 10, little.alpha.shape[1] * 10), np.uint8)
    y, x = large.y - little.y * 10, large.x - little.x * 10
    canvas[y : y + large.alpha.shape[0], x : x + large.alpha.shape[1]] = large.alpha
    size = (little.alpha.shape[1], little.alpha.shape[0])
    down = cv2.resize(canvas, size, interpolation=cv2.INTER_AREA)
    off = np.abs(down.astype(int) - little.alpha)
    # Quarter-pixel places are the difference.
    assert off.mean() < 2


def test_one_glyph_wider_than_the_rasterisers_own_limit_is_whole():
    block = block_of_type("一", size=6_000)
    made = mask(block)
    assert made.alpha.shape[1] > 4_096
    assert edges(made.alpha) == 0
    assert made.alpha[:, 5_000].max() == 255


def test_thin_and_bold_differ_and_neither_is_the_default():
    sums = [
        int(
            mask(
                set_block("灯火", "zh-Hans", TypeStyle(size=80, weight=weight), TypeBox(900, 900))
            ).alpha.sum()
        )
        for weight in (100, 400, 700, 900)
    ]
    assert sums == sorted(sums)
    assert sums[3] > 3 * sums[0]


def test_the_same_again_is_the_same_bytes():
    block = block_of_type()
    assert mask(block).alpha.tobytes() == mask(block).alpha.tobytes()


@pytest.mark.parametrize("radius", [0.5, 1.3, 2.7, 5.0, 9.4, 20.0])
def test_an_outline_is_a_disc_around_a_point(radius):
    point = np.zeros((4, 4), np.uint8)
    point[1:3, 1:3] = 255
    made = spread(Mask(point, 10, 20), radius)
    yy, xx = np.mgrid[0 : made.alpha.shape[0], 0 : made.alpha.shape[1]]
    x, y = made.x + xx + 0.5, made.y + yy + 0.5
    # The distance to the square of ink from 11, 21 to 13, 23.
    away = np.hypot(np.maximum(np.abs(x - 12) - 1, 0), np.maximum(np.abs(y - 22) - 1, 0))
    assert made.alpha[away < radius - 0.75].min(initial=255) >= 220
    assert made.alpha[away > radius + 0.75].max() <= 16
    area = made.alpha.sum() / 255
    assert area == pytest.approx(4 + 8 * radius + np.pi * radius**2, rel=0.15)
    assert edges(made.alpha) == 0


def test_an_outline_holds_the_ink():
    made = mask(block_of_type())
    around = spread(made, 3)
    x, y = made.x - around.x, made.y - around.y
    window = around.alpha[y : y + made.alpha.shape[0], x : x + made.alpha.shape[1]]
    assert (window.astype(int) >= made.alpha.astype(int) - 24).all()


def test_a_blurred_mask_keeps_its_weight():
    made = mask(block_of_type())
    soft = blurred(made, 5)
    assert soft.alpha.sum() == pytest.approx(made.alpha.sum(), rel=0.02)
    assert edges(soft.alpha) <= 1


def test_no_ink_is_an_empty_mask():
    empty = mask(set_block(" ", "en", STYLE, TypeBox(10, 10)))
    assert empty.alpha.size == 0
    assert spread(empty, 3).alpha.size == 0
    assert blurred(empty, 3).alpha.size == 0
