"""What the picture is of: copy keeps off it, and a wide window brings it to its place."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import numpy.typing as npt
import pytest

from studio.core.geometry import Rect
from studio.poster.exposing import exposed, lift
from studio.poster.format import Format
from studio.poster.layout import Layout, layout
from studio.poster.lockup import ink_of
from studio.poster.still import still_of
from studio.poster.subject import covered, subject_of
from studio.presets import store
from studio.stills.interest import window
from tests.studio.poster.conftest import copy_in, dusk


def figure(x: float = 0.5, width: int = 640, height: int = 360) -> npt.NDArray[np.uint8]:
    """A pale figure from the middle of a grey-green ground down to its lower edge."""
    ys, xs = np.mgrid[0:height, 0:width].astype(np.float32)
    picture = np.empty((height, width, 3), np.float32)
    picture[:] = (70, 92, 84)
    picture += (ys / height * 30)[..., None]
    picture[np.abs(xs - x * width) / (width * 0.11) + np.maximum(0, height * 0.25 - ys) < 1] = (
        226, 205, 190,
    )  # fmt: skip
    return picture.astype(np.uint8)


def shaped(width: int, height: int) -> Format:
    return replace(store.poster_format("dooh-portrait"), width=width, height=height, seen_px=900.0)


def made(template: str, size: tuple[int, int], x: float, *languages: str) -> Layout:
    still = still_of(figure(x), (x, 0.55))
    form = shaped(*size)
    return layout(store.template(template), form, copy_in(*languages, legal="© SL"), still)


def test_the_subject_is_what_stands_apart() -> None:
    found = subject_of(still_of(figure(0.4), (0.4, 0.55)))
    height, width = found.shape
    inside = found[int(height * 0.4) : int(height * 0.8), int(width * 0.36) : int(width * 0.44)]
    assert inside.min() > 0.6
    assert found[:, int(width * 0.7) :].max() < 0.2
    assert found[: int(height * 0.15)].max() < 0.2


def test_an_even_picture_is_of_nothing() -> None:
    assert subject_of(still_of(np.full((180, 320, 3), 90, np.uint8))).max() < 0.05


def test_a_body_is_below_its_face() -> None:
    still = still_of(np.full((180, 320, 3), 90, np.uint8), None, (Rect(0.4, 0.2, 0.1, 0.2),))
    crop, file = Rect(0, 0, 320, 180), Rect(0, 0, 3200, 1800)
    on_face, on_body, beside = (
        covered(still, crop, file, [box.scaled(3200, 1800)])
        for box in (
            Rect(0.42, 0.24, 0.06, 0.1), Rect(0.4, 0.6, 0.1, 0.2), Rect(0.75, 0.3, 0.2, 0.2),
        )
    )  # fmt: skip
    assert on_face == 1.0
    assert 0.5 < on_body < 1.0
    assert beside < 0.05


def test_what_stands_on_a_panel_covers_nothing() -> None:
    still = still_of(figure(), (0.5, 0.55))
    crop, picture = Rect(0, 0, 640, 360), Rect(500, 0, 640, 360)
    assert covered(still, crop, picture, [Rect(20, 20, 400, 300)]) == 0.0
    assert covered(still, crop, picture, []) == 0.0


@pytest.mark.parametrize("target", [0.3, 0.7])
def test_a_wide_window_comes_closer_to_bring_the_focus_to_its_place(target: float) -> None:
    size = still_of(figure()).size
    found = window(size, Fraction(16, 7), (0.5, 0.5), (target, 0.5), closer=True)
    assert size.width / 1.31 <= found.width < size.width
    assert found.width / found.height == pytest.approx(16 / 7, rel=0.01)
    assert (size.width / 2 - found.x) / found.width == pytest.approx(target, abs=0.1)
    assert Rect(0, 0, size.width, size.height).holds(found, 0.5)


def test_a_window_comes_no_closer_without_need() -> None:
    size = still_of(figure()).size
    for aspect, focus, target in (
        (Fraction(16, 7), 0.5, 0.52), (Fraction(2, 3), 0.5, 0.7), (Fraction(16, 7), 0.0, 0.7),
    ):  # fmt: skip
        found = window(size, aspect, (focus, 0.5), (target, 0.5), closer=True)
        assert max(found.width / size.width, found.height / size.height) == pytest.approx(
            1.0, abs=0.01
        )


def test_a_window_stays_wide_round_a_large_face() -> None:
    size = still_of(figure()).size
    face = Rect(0.4, 0.2, 0.2, 0.5)
    found = window(size, Fraction(16, 7), (0.5, 0.45), (0.7, 0.5), (face,), closer=True)
    assert found.width == size.width


@pytest.mark.parametrize("size", [(1600, 900), (1680, 720)])
@pytest.mark.parametrize("x", [0.5, 0.38, 0.64])
def test_centred_copy_leaves_the_middle_of_a_wide_poster_to_its_subject(
    size: tuple[int, int], x: float
) -> None:
    placed = made("centred-title", size, x, "zh-Hans", "en")
    still = still_of(figure(x), (x, 0.55))
    copy = tuple(one for one in placed.pieces if one.role in ("copy", "second"))
    inks = [one.ink for one in copy]
    assert covered(still, placed.backdrop.crop, placed.backdrop.picture, inks) < 0.25
    # One axis for all that is centred.
    foot = tuple(one for one in placed.pieces if one.role in ("title", "legal"))
    assert ink_of(foot).centre[0] == pytest.approx(ink_of(copy).centre[0], abs=size[0] * 0.012)


@pytest.mark.parametrize("x", [0.3, 0.5, 0.7])
def test_type_of_a_wide_festival_poster_keeps_to_the_side_away_from_the_subject(x: float) -> None:
    placed = made("festival-one-sheet", (1600, 900), x, "en")
    crop, picture = placed.backdrop.crop, placed.backdrop.picture
    middle = (x * 640 - crop.x) * picture.width / crop.width
    inks = [one.ink for one in placed.pieces if one.role in ("copy", "title")]
    assert all(ink.right <= 820 for ink in inks) or all(ink.x >= 780 for ink in inks)
    assert not any(ink.x <= middle <= ink.right for ink in inks)


def test_a_dark_film_is_lifted_and_others_are_not() -> None:
    treatment = store.template("quiet-line").treatment
    night = still_of((dusk() // 6).astype(np.uint8))
    black = still_of((dusk() // 40).astype(np.uint8))
    assert lift(still_of(dusk())) == 0.0
    assert 0.2 < lift(night) <= lift(black) <= 0.9
    assert exposed(treatment, still_of(dusk())) == treatment
    assert exposed(treatment, night).exposure == pytest.approx(treatment.exposure + lift(night))


def test_a_poster_has_one_ink_where_that_is_not_much_dearer() -> None:
    for level in (40, 90, 120, 150):
        picture = figure()
        picture[:120] = level
        placed = layout(
            store.template("festival-one-sheet"), shaped(900, 1350), copy_in("en", legal="© SL"),
            still_of(picture, (0.5, 0.55)),
        )  # fmt: skip
        assert len({tone.ink for tone in placed.tones}) == 1, level
