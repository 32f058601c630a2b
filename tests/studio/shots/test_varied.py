"""Films to fit on are planned and drawn apart from those that are judged."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.boosting import Samples, Terms, boosted, logistic
from tests.glued.footage import ROWS, WIDTH
from tests.glued.moving import filmed, titled
from tests.glued.plan import DRAWN, HELD_OUT, SCENE, SWEEP, TUNING, Camera, Title, plan
from tests.glued.scenes import scene, sweep
from tests.glued.varied import swept, varied


@pytest.mark.parametrize("planned", [varied, swept])
def test_films_to_fit_on_take_shots_of_tuning_films_alone(planned):
    for number in range(8):
        one = planned(f"any-{number}", TUNING)
        assert {piece.source for piece in one.pieces} <= {*TUNING, DRAWN, SCENE, SWEEP}
        assert planned(f"any-{number}", TUNING) == one
        spans = [(change.start, change.stop) for change in one.changes()]
        ends = [0, *(stop for _, stop in spans)]
        assert all(start >= before for (start, _), before in zip(spans, ends, strict=False))


def test_judged_films_have_nothing_that_was_made_for_fitting():
    for number in range(8):
        for piece in plan(f"any-{number}", HELD_OUT).pieces:
            assert piece.source not in (SCENE, SWEEP, *TUNING)
            assert (piece.every, piece.still) == (1, False)
            assert (piece.camera, piece.title) == (None, None)


@pytest.mark.parametrize("seed", range(0, 14, 2))
def test_a_scene_is_the_same_each_time_and_moves_or_is_noisy(seed):
    made = scene(seed, 6)
    assert made.shape == (6, ROWS, WIDTH)
    assert np.array_equal(made, scene(seed, 6))
    assert not np.array_equal(made[0], made[5])


def test_a_sweep_goes_far_between_two_frames():
    made = sweep(1, 6).astype(float)
    assert np.abs(made[1] - made[0]).mean() > 2


def test_a_title_comes_in_its_time():
    still = np.repeat(sweep(2, 1), 24, axis=0)
    named = titled(still, Title(10, 6, 3))
    assert np.array_equal(named[:10], still[:10])
    assert not np.array_equal(named[20], still[20])


def test_a_mirroring_camera_turns_the_picture_round():
    still = sweep(2, 1)
    seen = filmed(still, Camera((0.0, 0.0, 1.0), (0.0, 0.0, 1.0), mirrored=True))
    apart = seen[0, :180, ::-1].astype(int) - still[0, :180]
    assert np.abs(apart).max() <= 1


def test_trees_learn_what_no_line_can_tell():
    rows = np.random.default_rng(4).uniform(-1, 1, (2000, 3)).astype(np.float32)
    true = ((rows[:, 0] > 0) != (rows[:, 1] > 0)).astype(float)
    samples = Samples(rows, true, np.ones(2000))
    sums = boosted(samples, Terms(trees=40, columns=1.0)).sums(rows.T)
    weights = logistic(samples)
    line = rows @ weights[:-1] + weights[-1]
    assert ((sums > 0) == true).mean() > 0.95
    assert ((line > 0) == true).mean() < 0.65
