"""How well a picture takes the copy, in the worst of the formats and languages."""

from __future__ import annotations

import numpy as np
import pytest

from studio.core.geometry import Rect, Size
from studio.stills.interest import salience
from studio.stills.placing import Place, Placing, Seen, boxes, room

INKS = (0.9, 0.01)
LOW = Rect(0.1, 0.75, 0.5, 0.15)
HIGH = Rect(0.1, 0.10, 0.5, 0.15)


def place(box: Rect, target: tuple[float, float] = (0.5, 0.5)) -> Place:
    return Place((box,), box, target)


WIDE = Size(640, 360)


def placing(*places: Place, name: str = "wide", window: Size = WIDE) -> Placing:
    return Placing(name, window, places, INKS)


def grey(level: int = 40) -> np.ndarray:
    return np.full((360, 640, 3), level, np.uint8)


def seen(picture: np.ndarray, *faces: Rect, focus: tuple[float, float] = (0.8, 0.4)) -> Seen:
    return Seen(picture, faces[0].centre if faces else focus, faces, salience(picture))


def test_an_even_dark_picture_offers_all_the_room_there_is():
    found = room(seen(grey()), (placing(place(LOW)),))
    assert found.room == pytest.approx(1.0, abs=0.01)
    assert found.contrast > 12


def test_middle_grey_gives_either_ink_little():
    # Of luminance 0.18: (0.9 + 0.05) / 0.23 in light ink and 0.23 / 0.06 in dark.
    assert room(seen(grey(118)), (placing(place(LOW)),)).contrast == pytest.approx(4.1, abs=0.3)


def test_texture_under_the_copy_takes_room_and_elsewhere_does_not():
    picture = grey()
    picture[260:, :, :] = (np.indices((100, 640)).sum(axis=0) // 6 % 2 * 60 + 10)[..., None]
    low = room(seen(picture), (placing(place(LOW)),)).room
    high = room(seen(picture), (placing(place(HIGH)),)).room
    assert low < 0.5 < high


def test_the_best_of_the_places_counts_and_the_worst_of_the_placings():
    picture = grey()
    picture[200:] = np.random.default_rng(1).integers(0, 255, (160, 640, 1), np.uint8)
    both = placing(place(LOW), place(HIGH))
    only = placing(place(LOW), name="low")
    found = room(seen(picture), (both, only))
    assert found.worst == "low"
    assert found.room == room(seen(picture), (only,)).room
    assert room(seen(picture), (both,)).room > 0.7 > 0.3 > found.room


def test_copy_on_a_face_has_no_room():
    face = Rect(0.3, 0.6, 0.2, 0.35)
    assert room(seen(grey(), face), (placing(place(LOW)),)).room == 0.0
    assert room(seen(grey(), face), (placing(place(LOW), place(HIGH)),)).room > 0.9


def test_a_window_that_cannot_hold_the_main_face_is_worth_less():
    tall = placing(place(Rect(0.1, 0.85, 0.5, 0.1)), window=Size(360, 2000))
    small = Rect(0.45, 0.3, 0.06, 0.2)
    large = Rect(0.3, 0.2, 0.4, 0.55)
    assert room(seen(grey(), small), (tall,)).room > 0.9
    assert room(seen(grey(), large), (tall,)).room <= 0.5


def test_the_window_follows_the_point_of_interest():
    """The right half is busy; with the eye at the left a tall window shows none of it."""
    picture = grey()
    picture[:, 330:] = np.random.default_rng(2).integers(0, 255, (360, 310, 1), np.uint8)
    tall = placing(place(LOW), window=Size(360, 640))
    left = room(seen(picture, focus=(0.2, 0.4)), (tall,)).room
    right = room(seen(picture, focus=(0.8, 0.4)), (tall,)).room
    assert left > 0.7 > 0.5 > right


def test_the_template_tones_count():
    lifted = Placing("lifted", Size(640, 360), (place(LOW),), INKS[:1], tuple([200] * 256))
    plain = Placing("plain", Size(640, 360), (place(LOW),), INKS[:1])
    picture = seen(grey(20))
    assert room(picture, (plain,)).contrast > 10 > 2 > room(picture, (lifted,)).contrast


def test_boxes_before_the_crop_is_known_lie_in_the_picture():
    found = boxes(placing(place(LOW), window=Size(1080, 1920)), Size(1920, 1080))
    assert len(found) == 3
    assert all(Rect(0, 0, 1, 1).holds(box) for box in found)
    assert len({box.x for box in found}) == 3
