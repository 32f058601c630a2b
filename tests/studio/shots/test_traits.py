"""What is measured of stretches tells mixes from what moves; the model's tables are whole."""

from __future__ import annotations

import json

import numpy as np
import pytest

from studio.core.places import resources_folder
from studio.shots import stretches
from studio.shots.dissolves import dissolves
from studio.shots.stretches import Stretches, best, joined, possible
from studio.shots.traits import CLOSE, QUICK, close, course, quick
from studio.shots.trees import Trees, trees_of
from tests.studio.shots.conftest import mixed, scene
from tests.studio.shots.test_detect_rules import RATE, structure


def measured(film, first: int, last: int) -> dict[str, float]:
    """Every trait of one stretch by its name."""
    half = (last - first) // 2
    fast = quick(course(film, half), np.array([first]), half, RATE)
    near = close(film, np.array([first]), np.array([last]))
    return dict(zip((*QUICK, *CLOSE), np.concatenate([fast, near])[:, 0].tolist(), strict=True))


def in_order(found: Stretches) -> Stretches:
    """By their ends, however they were found."""
    return found.where(np.lexsort((found.last, found.first)))


def test_a_mix_of_still_pictures_goes_straight_in_every_place():
    film = structure(mixed(scene(61, 60, pan=0), scene(62, 60, pan=0), 23))
    found = measured(film, 36, 60)
    assert found["off"] < 0.05
    assert found["uneven"] < 0.02
    assert found["flatness"] < 0.9
    assert found["turn"] > 0.95
    assert found["winding"] == pytest.approx(1.0, abs=0.05)
    assert found["unalike"] < 0.05
    assert found["moved"] < -1
    assert found["same"] < 0.5


def test_a_pan_is_told_by_moving_and_not_by_mixing():
    film = structure(scene(63, 80, pan=3.0))
    found = measured(film, 30, 42)
    mix = measured(structure(mixed(scene(61, 60, pan=0), scene(62, 60, pan=0), 11)), 48, 60)
    assert found["moved"] > mix["moved"] + 1
    assert found["moved near"] > mix["moved near"] + 1
    assert found["shift gain"] > 0.5
    assert found["winding"] > 1.2
    assert found["same"] > mix["same"] + 0.2


def test_what_goes_on_beside_a_stretch_is_measured():
    film = structure(mixed(scene(61, 60, pan=0), scene(62, 60, pan=4.0), 23))
    found = measured(film, 36, 60)
    assert found["before"] < 0.1
    assert found["after"] > 3 * found["before"]
    assert abs(found["begun"]) < 0.05


def test_stretches_do_not_depend_on_the_parts_a_film_is_measured_in(monkeypatch):
    film = structure(mixed(scene(61, 90, pan=1.0), scene(62, 90), 24))
    whole = in_order(joined(tuple(possible(film, RATE))))
    monkeypatch.setattr(stretches, "_CHUNK", 37)
    parts = in_order(joined(tuple(possible(film, RATE))))
    assert parts.first.tolist() == whole.first.tolist()
    assert parts.last.tolist() == whole.last.tolist()
    # Sums of products of other lengths differ by a hair.
    assert np.allclose(parts.traits, whole.traits, atol=2e-2)


def test_close_traits_do_not_depend_on_their_neighbours():
    film = structure(mixed(scene(61, 90, pan=1.0), scene(62, 90), 24))
    first = np.arange(20, 120)
    together = close(film, first, first + 16)
    alone = close(film, first[70:71], first[70:71] + 16)
    assert np.allclose(together[:, 70], alone[:, 0], atol=1e-4)


def test_only_the_best_of_neighbours_of_one_length_is_kept():
    first = np.array([10, 11, 12, 15, 10])
    found = Stretches(
        first, first + np.array([8, 8, 8, 8, 16]), np.zeros((len(QUICK), 5), np.float32)
    )
    kept = best(found, np.array([1.0, 3.0, 2.0, 1.5, 0.5], np.float32))
    pairs = zip(kept.first.tolist(), kept.last.tolist(), strict=True)
    assert sorted(pairs) == [(10, 26), (11, 19), (15, 23)]


def test_trees_go_right_above_a_limit_only():
    trees = Trees(
        0.5,
        np.array([[0, 1, 1]], np.int16),
        np.array([[1.0, 5.0, np.inf]], np.float32),
        np.array([[1.0, 2.0, 4.0, 8.0]], np.float32),
    )
    rows = np.array([[1.0, 1.0, 1.1, 9.0], [5.0, 5.1, 0.0, 9e9]], np.float32)
    assert trees.sums(rows).tolist() == [1.5, 2.5, 4.5, 4.5]


def test_a_trait_that_nobody_measures_is_refused():
    held = {"base": 0, "traits": ["odour"], "asked": [[0]], "limits": [[1]], "leaves": [[0, 1]]}
    with pytest.raises(ValueError, match="tuple"):
        trees_of(held, QUICK)


def test_the_bundled_tables_are_whole():
    held = json.loads((resources_folder() / "models" / "dissolves.json").read_text("utf-8"))
    assert set(held["quick"]) == set(held["squares"]) == set(QUICK)
    trees = trees_of(held, (*QUICK, *CLOSE))
    count = len(trees.leaves)
    assert count >= 100
    assert trees.asked.shape == trees.limits.shape == (count, trees.leaves.shape[1] - 1)
    assert np.isfinite(trees.leaves).all()


@pytest.mark.parametrize(("length", "pan"), [(10, 3.0), (20, 2.0), (40, 1.0)])
def test_a_dissolve_between_two_moving_shots_is_found(length, pan):
    film = structure(mixed(scene(64, 100, pan=pan), scene(65, 100, pan=pan / 2), length))
    (found,) = [one for one in dissolves(film, RATE) if one.residue < 0.3]
    both = min(found.stop, 100) - max(found.start, 100 - length)
    assert both > 0.5 * min(length, found.stop - found.start)


@pytest.mark.parametrize("frames", [1, 4, 24])
@pytest.mark.parametrize("gain", [0.4, 1.7])
def test_light_that_changes_is_no_dissolve(frames, gain):
    share = np.clip((np.arange(90) - 40) / frames, 0, 1)[:, None, None, None]
    lit = np.clip(scene(66, 90, pan=0.5) * (1 + (gain - 1) * share), 0, 255)
    assert not [one for one in dissolves(structure(lit), RATE) if one.residue < 0.3]


def test_a_cartoon_on_twos_is_no_dissolve():
    ground = scene(67, 1)[0]
    frames = []
    for number in range(96):
        picture = ground.copy()
        x = 20 + number // 2 * 2 * 7 % 190
        picture[30:120, x : x + 50] = 30 + 8 * (number // 2 % 3)
        frames.append(picture)
    film = structure(np.stack(frames))
    assert not [one for one in dissolves(film, RATE) if one.residue < 0.3]
