"""Shots and transitions: what must be found, and what must not fire."""

from __future__ import annotations

import json
from itertools import pairwise

import numpy as np
import pytest

from studio.core.errors import BadValue
from studio.media.probe import probe
from studio.shots.analyse import analyse
from studio.shots.fades import fades
from tests.studio.shots.conftest import faded, scene, write_film


def _numbers(analysis, found):
    shots = [(analysis.index_of(shot.start), shot.kind) for shot in found.shots]
    changes = [
        (analysis.index_of(one.start), analysis.index_of(one.end), one.kind)
        for one in found.transitions
    ]
    return shots, changes


def test_every_cut_is_found_at_its_frame_and_nothing_else_fires(glued):
    _, analysis, truth = glued
    shots, _ = _numbers(analysis, analysis.detect())
    assert tuple(at for at, kind in shots if kind == "cut") == truth["cuts"]


def test_gradual_changes_are_intervals(glued):
    _, analysis, truth = glued
    shots, changes = _numbers(analysis, analysis.detect())
    assert [kind for *_, kind in changes] == ["dissolve", "fade"]
    for (start, end, kind), slack in zip(changes, (4, 2), strict=True):
        assert abs(start - truth[kind][0]) <= slack
        assert abs(end - truth[kind][1]) <= slack
    for kind in ("dissolve", "fade"):
        (border,) = [at for at, begins in shots if begins == kind]
        assert truth[kind][0] < border < truth[kind][1]


def test_a_shot_of_six_frames_is_kept(glued):
    film, analysis, truth = glued
    start, end = truth["cuts"][2:4]
    assert end - start == 6
    lengths = [
        film.index_of(shot.end) - film.index_of(shot.start) for shot in analysis.detect().shots
    ]
    assert 6 in lengths


def test_shots_cover_the_film_without_gaps(glued):
    film, analysis, _ = glued
    shots = analysis.detect(0.9).shots
    assert shots[0].start == film.video.first_pts
    assert shots[0].kind == "first"
    assert shots[-1].end == analysis.stop
    assert all(a.end == b.start for a, b in pairwise(shots))


def test_more_sensitivity_never_loses_a_cut(glued):
    _, analysis, _ = glued
    before: set[int] = set()
    for sensitivity in np.linspace(0, 1, 11):
        found = {s.start for s in analysis.detect(float(sensitivity)).shots if s.kind == "cut"}
        assert before <= found
        before = found


@pytest.mark.parametrize("sensitivity", [-0.1, 1.5, float("nan")])
def test_a_sensitivity_out_of_bounds_is_refused(glued, sensitivity):
    with pytest.raises(BadValue, match="sensitivity"):
        glued[1].detect(sensitivity)


def test_a_cut_to_black_is_no_fade():
    mean = np.array([120.0] * 20 + [0.0] * 10 + [90.0] * 20, np.float32)
    spread = np.where(mean > 0, 40, 0).astype(np.float32)
    assert fades(mean, spread, 24.0) == ()


def test_a_film_that_fades_in_begins_with_one_shot(tmp_path):
    path = write_film(tmp_path / "in.mp4", faded(scene(11, 40), 14, 0, out=False))
    film = probe(path)
    found = analyse(film).detect()
    assert len(found.shots) == 1
    assert [one.kind for one in found.transitions] == ["fade"]


def test_hand_checked_clips_have_all_cuts_and_no_false_one(media):
    folder = media / "corpus" / "shots"
    expected = json.loads((folder / "expected.json").read_text())
    for name, said in expected.items():
        film = probe(folder / name)
        found = analyse(film).detect()
        times = [float(film.time_of(shot.start)) for shot in found.shots[1:]]
        assert len(times) == len(said["cuts_index"]), name
        for time, truth in zip(times, said.get("cuts_sec", []), strict=True):
            assert abs(time - truth) <= 0.05, name
