"""The picture a poster is made from."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from studio.core.errors import BadValue
from studio.core.geometry import Rect
from studio.poster.crop import crop_of
from studio.poster.still import still_of
from studio.shots.live import live_area
from tests.studio.poster.conftest import dusk


def test_letterbox_bars_are_left_out_and_places_follow() -> None:
    picture = np.zeros((360, 640, 3), np.uint8)
    picture[60:300] = dusk(640, 240)
    still = still_of(picture, (0.5, 0.5), (Rect(0.4, 0.25, 0.2, 0.5),))
    assert still.live == Rect(0, 62, 640, 236)
    assert still.focus == pytest.approx((0.5, 0.5))
    assert still.faces[0].y == pytest.approx((90 - 62) / 236)
    assert still.faces[0].height == pytest.approx(180 / 236)


def test_a_night_scene_has_no_bars() -> None:
    picture = np.zeros((360, 640, 3), np.uint8)
    picture[150:210, 280:360] = 180
    assert live_area(picture) == Rect(0, 0, 640, 360)
    assert live_area(np.zeros((360, 640, 3), np.uint8)) == Rect(0, 0, 640, 360)


def test_one_dark_edge_is_no_bar() -> None:
    picture = dusk()
    picture[:40] = 0
    assert live_area(picture) == Rect(0, 0, 640, 360)


def test_without_a_focus_the_faces_are_it() -> None:
    still = still_of(dusk(), None, (Rect(0.1, 0.2, 0.2, 0.4), Rect(0.9, 0.9, 0.02, 0.03)))
    assert still.focus == pytest.approx((0.2, 0.4))


def test_without_faces_the_detail_is_it() -> None:
    picture = np.full((360, 640, 3), 90, np.uint8)
    picture[100:180, 440:540] = (230, 60, 40)
    x, y = still_of(picture).focus
    assert 0.6 < x < 0.9
    assert 0.2 < y < 0.6


@pytest.mark.parametrize("shape", [(8, 8, 3), (100, 100), (100, 100, 4)])
def test_other_arrays_are_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(BadValue):
        still_of(np.zeros(shape, np.uint8))


def test_crops_have_the_asked_shape_in_whole_pixels() -> None:
    still = still_of(dusk(), (0.9, 0.1))
    for aspect in (Fraction(1, 10), Fraction(2, 3), Fraction(10, 1)):
        crop = crop_of(still, aspect, (0.3, 0.5))
        assert crop == Rect(*(int(part) for part in (crop.x, crop.y, crop.width, crop.height)))
        assert Rect(0, 0, 640, 360).holds(crop)
        assert min(abs(crop.width - 640), abs(crop.height - 360)) == 0
