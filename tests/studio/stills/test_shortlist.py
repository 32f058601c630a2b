"""The shortlist: usable, diverse, explained; and what it is blind to said by its inputs."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest

from studio.core.errors import BadValue, CannotRead
from studio.core.geometry import Rect, Size
from studio.media.frames import FrameReader
from studio.media.probe import probe
from studio.shots.analyse import analyse
from studio.stills.candidates import bits_between, same_look, usable
from studio.stills.faces import faces, faces_available
from studio.stills.lettering import lettering
from studio.stills.placing import Place, Placing
from studio.stills.scoring import WEIGHTS, scores
from studio.stills.shortlist import shortlist
from tests.studio.shots.conftest import HEIGHT, WIDTH, scene, write_film

FOUND_CLOSER = (
    "focus",
    "distinct",
    "poise",
    "face",
    "headroom",
    "eyes",
    "room",
    "legible",
)
FRAME_MEASURES = tuple(name for name in WEIGHTS if name not in FOUND_CLOSER)


def _listed(glued, **more):
    film, analysis, _ = glued
    return shortlist(film, analysis, analysis.detect(), **more)


def test_no_still_is_in_or_beside_a_transition_or_flat(glued):
    _, analysis, truth = glued
    stills = _listed(glued, count=30)
    numbers = [analysis.index_of(still.pts) for still in stills]
    assert len(numbers) >= 7
    for first, stop in (truth["dissolve"], truth["fade"]):
        assert all(at < first - 1 or at > stop for at in numbers)
    assert all(analysis.measures["flat"][at] == 0 for at in numbers)


def test_a_dissolve_that_something_else_outranked_gives_no_still(glued):
    _, analysis, truth = glued
    found = replace(analysis.detect(), transitions=())
    first, stop = truth["dissolve"]
    assert not usable(analysis, found)[first : stop + 1].any()


def test_stills_come_best_first_from_different_shots(glued):
    stills = _listed(glued, count=6)
    assert [still.score for still in stills] == sorted((s.score for s in stills), reverse=True)
    assert len({still.shot for still in stills}) == 6


def test_no_two_stills_look_the_same(glued):
    _, analysis, _ = glued
    stills = _listed(glued, count=40)
    for place, one in enumerate(stills):
        for other in stills[:place]:
            at, mate = analysis.index_of(one.pts), analysis.index_of(other.pts)
            assert not same_look(analysis, at, mate, one_shot=one.shot == other.shot)


def test_each_reason_tells_the_truth_about_its_rank(glued):
    _, analysis, _ = glued
    for still in _listed(glued, count=8):
        at = analysis.index_of(still.pts)
        assert still.reasons
        for reason in still.reasons:
            if reason.name in FOUND_CLOSER or not analysis.measured[at]:
                continue
            values = analysis.measures[reason.name]
            assert reason.value == pytest.approx(float(values[at]), abs=1e-4)
            beaten = float((values < values[at]).mean())
            assert reason.rank == pytest.approx(beaten, abs=1e-3)
            assert f" {int(round(beaten, 4) * 100 + 1e-6)} % of the film's frames" in reason.text


@pytest.mark.parametrize("name", WEIGHTS)
def test_a_measure_left_out_changes_the_order_that_it_explains(name):
    """The first frame is better by this measure alone, the second a little by all others."""
    ranked = {one: np.array([0.60, 0.61], np.float32) for one in WEIGHTS}
    ranked[name] = np.array([0.9, 0.4], np.float32)
    first, second = scores(ranked, WEIGHTS)
    assert first > second
    first, second = scores(ranked, {one: w for one, w in WEIGHTS.items() if one != name})
    assert first < second


@pytest.mark.parametrize("name", [*FRAME_MEASURES, "focus", "distinct", "poise"])
def test_a_measure_left_out_is_no_reason(glued, name):
    without = {one: weight for one, weight in WEIGHTS.items() if one != name}
    named = [reason.name for s in _listed(glued, weights=without) for reason in s.reasons]
    assert name not in named


def _two_sides(tmp_path):
    """A shot that is calm at its left and one that is calm at its right."""
    shots = [scene(21, 30, pan=1), scene(22, 30, pan=1)]
    checks = np.indices((HEIGHT, WIDTH)).sum(axis=0) // 4 % 2 * 90.0
    for shot in shots:
        shot += checks[None, :, :, None]
    shots[0][:, :, : WIDTH // 2] = (60, 70, 90)
    shots[1][:, :, WIDTH // 2 :] = (60, 70, 90)
    film = probe(write_film(tmp_path / "two.mp4", np.concatenate(shots)))
    analysis = analyse(film)
    return film, analysis, analysis.detect()


def _placed(name, *places):
    made = tuple(Place((box,), box, (0.5, 0.5)) for box in places)
    return Placing(name, Size(WIDTH, HEIGHT), made, (0.9, 0.01))


def test_stills_for_copy_have_room_where_the_copy_stands(tmp_path):
    two = _two_sides(tmp_path)
    left, right = Rect(0.05, 0.2, 0.4, 0.5), Rect(0.55, 0.2, 0.4, 0.5)
    for box, shot in ((left, 0), (right, 1)):
        stills = shortlist(*two, 2, (_placed("one", box),))
        assert stills[0].shot == shot
        room, legible = stills[0].reasons[:2]
        assert (room.name, legible.name) == ("room", "legible")
        assert room.value > 0.8
        assert legible.value > 4.5
        assert "in one" in room.text
    # Where either side will do both have room; where both are wanted neither has any.
    either = shortlist(*two, 2, (_placed("either", left, right),))
    assert [still.reasons[0].value > 0.8 for still in either] == [True, True]
    both = shortlist(*two, 2, (_placed("zh", left), _placed("ko", right)))
    assert all(still.reasons[0].value < 0.3 for still in both)


@pytest.mark.parametrize("name", ["room", "legible"])
def test_without_the_weight_of_the_copy_it_is_no_reason(tmp_path, name):
    without = {one: weight for one, weight in WEIGHTS.items() if one != name}
    placed = (_placed("one", Rect(0.05, 0.2, 0.4, 0.5)),)
    stills = shortlist(*_two_sides(tmp_path), 2, placed, weights=without)
    assert stills
    assert name not in [reason.name for still in stills for reason in still.reasons]


def test_a_black_film_has_no_still(tmp_path):
    black = np.zeros((24, HEIGHT, WIDTH, 3), np.float32)
    film = probe(write_film(tmp_path / "black.mp4", black))
    analysis = analyse(film)
    assert not usable(analysis, analysis.detect()).any()
    assert shortlist(film, analysis, analysis.detect()) == ()


def test_a_short_still_film_gives_one(tmp_path):
    film = probe(write_film(tmp_path / "one.mp4", scene(31, 3, pan=0)))
    analysis = analyse(film)
    (still,) = shortlist(film, analysis, analysis.detect(), 8)
    assert analysis.index_of(still.pts) == 1


def test_wrong_requests_are_refused(glued):
    film, analysis, _ = glued
    with pytest.raises(BadValue, match="stills"):
        shortlist(film, analysis, analysis.detect(), 0)
    other = replace(film, sha256="0" * 64)
    with pytest.raises(CannotRead, match="analysed"):
        shortlist(other, analysis, analysis.detect())


def test_hashes_are_near_for_one_shot_and_far_between_shots(glued):
    _, analysis, truth = glued
    cut = truth["cuts"][0]
    assert bits_between(analysis, cut - 5, cut - 4) < 14
    assert bits_between(analysis, cut - 1, cut) > 14


def test_faces_are_found_where_they_are(media):
    film = probe(media / "media" / "film" / "tears_of_steel_battle_800x332_vp8.webm")
    assert faces_available()
    with FrameReader(film) as reader:
        found = faces(reader.at_pts(23958).small(640))
    (face,) = found
    assert Rect(0.25, 0.15, 0.2, 0.6).holds(face)
    assert faces(np.zeros((90, 160, 3), np.uint8)) == ()


def test_lettering_is_found_and_texture_is_not_taken_for_it():
    picture = np.full((360, 640, 3), 40, np.uint8)
    cv2.putText(
        picture, "A small lamp enough", (120, 300), cv2.FONT_HERSHEY_SIMPLEX, 0.9, (240,) * 3, 2
    )
    (line,) = lettering(picture)[:1]
    assert Rect(0.15, 0.70, 0.65, 0.2).holds(line)
    texture = cv2.resize(scene(41, 1)[0].astype(np.uint8), (640, 360))
    assert lettering(texture) == ()
