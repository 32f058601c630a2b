"""What tells a dissolve, a fade and a flash from what only looks like one; small pictures only."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from studio.shots.detect import Detection, Evidence, detect
from studio.shots.dissolves import Dissolve, dissolves
from studio.shots.fades import Fade, fades
from studio.shots.mixing import Products, Way
from studio.shots.shot import Shot
from studio.shots.structure import Structure
from tests.studio.shots.conftest import faded, mixed, scene

RATE = 24.0


def structure(*parts: np.ndarray) -> Structure:
    """The thumbs of frames (n, h, w, 3), one part after the other."""
    luma = np.concatenate(parts).mean(axis=3)
    return Structure(
        np.stack(
            [
                np.clip(cv2.resize(one, (32, 18), interpolation=cv2.INTER_AREA), 0, 255)
                for one in luma
            ]
        ).astype(np.uint8)
    )


def evidence(curve: dict[int, float], *found: Dissolve, fade: Fade | None = None) -> Evidence:
    """A film of 200 frames, a PTS each, with these heights of the curve."""
    heights = np.zeros(200, np.float32)
    for at, height in curve.items():
        heights[at] = height
    return Evidence(np.arange(201), heights, (fade,) if fade else (), found)


def starts(found: Detection, kind: str) -> list[int]:
    return [shot.start for shot in found.shots if shot.kind == kind]


@pytest.mark.parametrize("length", [8, 12, 24, 48])
@pytest.mark.parametrize("pan", [0.5, 2.0])
def test_a_dissolve_of_any_length_is_found_where_it_is(length, pan):
    film = structure(mixed(scene(21, 100, pan=pan), scene(22, 100, pan=pan / 4), length))
    (found,) = [one for one in dissolves(film, RATE) if one.residue < 0.2]
    start = 100 - length
    slack = 2 + length // 4
    assert abs(found.start - start) <= slack
    assert abs(found.stop - (start + length)) <= slack


def test_a_flash_within_a_dissolve_does_not_hide_it():
    frames = mixed(scene(23, 60), scene(24, 60), 24)
    frames[47] = frames[47] * 0.2 + 255 * 0.8
    assert [one for one in dissolves(structure(frames), RATE) if one.residue < 0.2]


@pytest.mark.parametrize("pan", [0.0, 1.0, 4.0, 9.0, 20.0])
def test_a_camera_that_moves_is_no_dissolve(pan):
    film = structure(scene(25, 120, pan=pan))
    assert not [one for one in dissolves(film, RATE) if one.residue < 0.2]


def test_a_title_that_comes_over_the_same_shot_is_no_dissolve():
    plain = scene(26, 90, pan=2.0)
    titled = plain.copy()
    titled[:, 50:90, 60:200] = 240
    share = np.clip((np.arange(90) - 30) / 20, 0, 1)[:, None, None, None]
    film = structure(plain * (1 - share) + titled * share)
    assert not [one for one in dissolves(film, RATE) if one.residue < 0.2]


def test_a_cut_is_no_dissolve():
    film = structure(scene(27, 60), scene(28, 60))
    assert not [one for one in dissolves(film, RATE) if one.start <= 60 <= one.stop]


@pytest.mark.parametrize("frames", [1, 2, 9, 10, 12])
def test_films_of_a_few_frames_have_no_dissolves(frames):
    assert dissolves(structure(scene(29, frames)), RATE) == ()


def test_a_perfect_mix_lies_on_the_way():
    rows = np.random.default_rng(3).uniform(0, 255, (5, 40)).astype(np.float32)
    rows[2] = rows[0] * 0.25 + rows[4] * 0.75
    way = Way(Products(rows, 4), np.array([0, 0]), np.array([4, 4]))
    share, off = way.along(np.array([2, 3]))
    assert share[0] == pytest.approx(0.75, abs=1e-3)
    assert off[0] == pytest.approx(0, abs=0.02)
    assert off[1] > 0.2


def test_what_a_flash_takes_away_is_taken_back():
    rows = np.zeros((9, 10), np.float32)
    rows[3] = 200
    rows[6:] = 90
    steps = Products(rows, 6).steps(2)
    assert np.flatnonzero(steps > 1).tolist() == [6]


@pytest.mark.parametrize("length", [1, 2])
def test_flashes_are_painted_over_and_nothing_else_is(length):
    frames = scene(30, 30, pan=0.5)
    lit = frames.copy()
    lit[12 : 12 + length] = 230
    mended = structure(lit).without_flashes(2)
    at = np.arange(30)
    away = np.abs(mended.rows(at) - structure(lit).rows(at)).max(axis=1)
    assert np.flatnonzero(away).tolist() == list(range(12, 12 + length))
    jumps = mended.distance(at[:-1], at[1:])
    assert jumps.max() < 0.1


def test_what_moves_is_the_same_and_what_is_cut_to_is_not():
    film = structure(scene(31, 30, pan=3.0), scene(32, 30))
    same = film.same(np.array([0, 5, 10]), np.array([6, 11, 40]))
    assert same[0] > 0.8
    assert same[1] > 0.8
    assert same[2] < 0.5


@pytest.mark.parametrize("level", [0.0, 255.0])
@pytest.mark.parametrize("marked", [False, True])
def test_a_fade_is_found_under_a_watermark_too(level, marked):
    frames = np.concatenate(
        [
            faded(scene(33, 40), 14, level, out=True),
            np.full((6, 144, 256, 3), level, np.float32),
            faded(scene(34, 40), 14, level, out=False),
        ]
    )
    if marked:
        frames[:, 8:24, 210:246] = frames[:, 8:24, 210:246] * 0.2 + 200 * 0.8
    (found,) = fades(*structure(frames).tone(), RATE)
    # The last frames of a ramp are near to what the camera shows anyway.
    assert abs(found.start - 26) <= 4
    assert abs(found.stop - 60) <= 4
    assert found.flat <= 42 <= found.flat_stop


@pytest.mark.parametrize("level", [8.0, 245.0])
def test_a_dissolve_to_a_night_or_a_bright_sky_is_no_fade(level):
    faint = level + (scene(35, 60) - 128) * 0.04
    film = structure(mixed(scene(34, 60), faint, 16), scene(36, 30))
    assert film.tone()[1][90] < 3
    assert fades(*film.tone(), RATE) == ()
    assert [one for one in dissolves(film, RATE) if one.residue < 0.2]


def test_a_sure_dissolve_outranks_a_jolt_within_but_no_plain_cut():
    sure = Dissolve(80, 100, 0.001)
    jolted = detect(evidence({90: 0.4}, sure))
    assert (starts(jolted, "cut"), starts(jolted, "dissolve")) == ([], [90])
    cut = detect(evidence({90: 0.9}, sure))
    assert (starts(cut, "cut"), starts(cut, "dissolve")) == ([90], [])


@pytest.mark.parametrize(("cut", "span"), [(99, (80, 96)), (102, (80, 99)), (81, (84, 100))])
def test_a_plain_cut_near_an_end_takes_that_end_and_not_the_dissolve(cut, span):
    found = detect(evidence({cut: 0.9}, Dissolve(80, 100, 0.001)))
    assert starts(found, "cut") == [cut]
    assert [(one.start, one.end) for one in found.transitions] == [span]


def test_plain_cuts_at_both_ends_of_a_short_dissolve_leave_none():
    found = detect(evidence({80: 0.9, 88: 0.9}, Dissolve(80, 88, 0.001)))
    assert (starts(found, "cut"), starts(found, "dissolve")) == ([80, 88], [])


def test_a_doubtful_dissolve_gives_way_to_any_cut():
    found = detect(evidence({90: 0.4}, Dissolve(80, 100, 0.15)))
    assert (starts(found, "cut"), starts(found, "dissolve")) == ([90], [])


def test_sensitivity_takes_in_doubtful_dissolves():
    doubtful = evidence({}, Dissolve(80, 100, 0.4))
    assert starts(detect(doubtful, 0.5), "dissolve") == []
    assert starts(detect(doubtful, 1.0), "dissolve") == [90]


def test_a_fade_leaves_no_dissolve_beside_it():
    found = detect(evidence({}, Dissolve(80, 90, 0.001), fade=Fade(78, 92, 96, 110)))
    assert [one.kind for one in found.transitions] == ["fade"]


def test_a_shot_of_seven_frames_is_short_and_one_of_eight_is_not():
    found = detect(evidence({50: 0.9, 57: 0.9, 65: 0.9}))
    assert [shot.start for shot in found.shots if found.is_short(shot)] == [50]
    assert not Detection((Shot(0, 1),), ()).is_short(Shot(0, 1))
