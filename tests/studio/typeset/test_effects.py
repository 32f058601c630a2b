"""What lies behind the letters is made of their own ink, at every size alike."""

from __future__ import annotations

import itertools

import cv2
import numpy as np
import pytest

from studio.typeset.block import TypeBox, block_of
from studio.typeset.effects import (
    Effects,
    Glow,
    Plate,
    Shadow,
    Stroke,
    line_boxes,
    plate_mask,
    shadow_mask,
    softened,
    under,
)
from studio.typeset.mask import Mask, blurred, mask, spread
from studio.typeset.style import TypeStyle

ALL = Effects(Stroke(), Shadow(), Glow(), Plate())


def made(size=60.0, effects=ALL, lines=("灯不大，", "够 Agj")):
    block = block_of(lines, "zh-Hans", TypeStyle(size=size), TypeBox(40 * size, 9 * size))
    ink = mask(block)
    boxes = line_boxes(block)
    return ink, tuple(under(kind, ink, boxes, size, effects) for kind in effects.kinds), boxes


def covers(outer: Mask, inner: Mask, least: int = 250) -> bool:
    """Whether every full pixel of `inner` lies under `outer`."""
    x, y = inner.x - outer.x, inner.y - outer.y
    window = outer.alpha[y : y + inner.alpha.shape[0], x : x + inner.alpha.shape[1]]
    return bool((window[inner.alpha == 255] >= least).all())


def test_the_layers_come_from_below_in_their_order():
    _, found, _ = made()
    assert [one.kind for one in found] == ["plate", "glow", "shadow", "stroke"]
    assert [one.colour for one in found] == [
        part.colour for part in (ALL.plate, ALL.glow, ALL.shadow, ALL.stroke) if part
    ]
    assert made(effects=Effects())[1] == ()
    assert [one.kind for one in made(effects=Effects(glow=Glow()))[1]] == ["glow"]


def test_every_layer_holds_the_ink():
    ink, found, _ = made()
    plate, glow, _, stroke = found
    assert covers(plate.mask, ink)
    assert covers(stroke.mask, ink)
    assert covers(glow.mask, ink, 60)


def test_a_stroke_is_as_wide_as_it_says():
    ink, (stroke,), _ = made(100.0, Effects(stroke=Stroke(0.05)))
    assert stroke.mask.alpha.tobytes() == spread(ink, 5.0).alpha.tobytes()
    left, _, width, _ = cv2.boundingRect((stroke.mask.alpha > 127).astype(np.uint8))
    own_left, _, own_width, _ = cv2.boundingRect((ink.alpha > 127).astype(np.uint8))
    assert stroke.mask.x + left == pytest.approx(ink.x + own_left - 5, abs=1)
    assert width == pytest.approx(own_width + 10, abs=1)


def test_a_shadow_is_cast_by_letters_with_their_stroke():
    ink, found, _ = made(100.0, Effects(Stroke(0.05), Shadow(0.1, 0.2, 0.0)))
    shadow, stroke = found
    assert (shadow.mask.x - stroke.mask.x, shadow.mask.y - stroke.mask.y) == (10, 20)
    assert shadow.mask.alpha.tobytes() == stroke.mask.alpha.tobytes()
    assert ink.alpha.sum() < stroke.mask.alpha.sum()


def test_lines_with_and_without_tails_have_equal_room():
    block = block_of(("once", "gypsy"), "en", TypeStyle(size=100), TypeBox(900, 900))
    one, two = line_boxes(block, (10, 20), 2.0)
    assert one.height == two.height == pytest.approx(194)
    assert one.x == pytest.approx(2 * (10 + block.ink.x), abs=12)


def test_a_plate_stands_around_the_lines():
    _, _, lines = made()
    whole = plate_mask(lines, 60.0, Plate(0.5, 0.25, 0.1))
    around = lines[0].join(lines[1])
    assert whole.rect.width == pytest.approx(around.width + 60, abs=5)
    assert whole.rect.height == pytest.approx(around.height + 30, abs=5)
    upright = plate_mask(lines, 60.0, Plate(0.5, 0.25, 0.1), vertical=True)
    assert upright.rect.width < whole.rect.width
    each = plate_mask(lines, 60.0, Plate(0.1, 0.02, 0.0, each_line=True))
    rows = each.alpha.max(axis=1)
    assert rows.min() == 0
    assert len([key for key, _ in itertools.groupby(rows > 127) if key]) == 2


@pytest.mark.parametrize("sigma", [13.0, 60.0])
def test_a_wide_blur_is_that_of_the_whole_size(sigma):
    ink, _, _ = made(80.0)
    quick, slow = softened(ink, sigma), blurred(ink, sigma)
    x, y = slow.x - quick.x, slow.y - quick.y
    assert x >= 0
    assert y >= 0
    window = quick.alpha[y : y + slow.alpha.shape[0], x : x + slow.alpha.shape[1]]
    assert np.abs(window.astype(int) - slow.alpha).max() <= 3


def test_all_sizes_look_alike():
    _, small, _ = made(60.0)
    _, large, _ = made(240.0)
    for one, two in zip(small, large, strict=True):
        weight = two.mask.alpha.sum() / one.mask.alpha.sum()
        assert weight == pytest.approx(16, rel=0.04), one.kind


def test_the_same_again_is_the_same_bytes():
    for one, two in zip(made()[1], made()[1], strict=True):
        assert one.mask.alpha.tobytes() == two.mask.alpha.tobytes()


def test_nothing_casts_nothing():
    empty = Mask(np.zeros((0, 0), np.uint8), 0, 0)
    assert shadow_mask(empty, 60.0, Shadow()).alpha.size == 0
    assert under("glow", empty, (), 60.0, ALL).mask.alpha.size == 0


def test_what_a_style_has_not_is_refused():
    with pytest.raises(KeyError, match="plate"):
        Effects(stroke=Stroke()).get("plate")


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        (Stroke, {"width": 0.6}),
        (Shadow, {"blur": -1}),
        (Shadow, {"right": 2}),
        (Glow, {"gain": 0}),
        (Plate, {"along": 3}),
        (Plate, {"corner": float("nan")}),
    ],
)
def test_figures_out_of_bounds_are_refused(kind, wrong):
    with pytest.raises(ValueError, match=next(iter(wrong))):
        kind(**wrong)
