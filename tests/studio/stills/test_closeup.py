"""What a closer look tells: the subject's focus, likeness, eyes; on drawn and on real faces."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import cv2
import numpy as np
import pytest

from studio.core.geometry import Rect
from studio.media.frames import FrameReader
from studio.media.probe import probe
from studio.shots.analyse import analyse
from studio.stills.closeup import Around, closeup, headroom
from studio.stills.eyes import CLOSED, OPEN, eye_opening, eyes_available
from studio.stills.faces import found_faces
from studio.stills.focus import focus
from studio.stills.likeness import likeness, print_of
from studio.stills.shortlist import shortlist
from tests.studio.shots.conftest import HEIGHT, WIDTH, scene, write_film


def steps() -> np.ndarray:
    """Edges in both directions, on a grid."""
    ys, xs = np.mgrid[0:360, 0:640]
    return (((xs // 24 % 2) ^ (ys // 24 % 2)) * 160.0 + 40).astype(np.float32)


def test_focus_falls_with_blur_and_does_not_hang_on_contrast():
    even = np.ones((360, 640), np.float32)
    crisp = focus(steps(), even)
    soft = focus(cv2.GaussianBlur(steps(), (0, 0), 2.0), even)
    softer = focus(cv2.GaussianBlur(steps(), (0, 0), 4.0), even)
    assert crisp > 0.9
    assert crisp > soft > softer
    assert focus(steps() * 0.4 + 60, even) == pytest.approx(crisp, abs=0.02)


@pytest.mark.parametrize("way", [(15, 1), (1, 15)])
def test_smear_along_one_way_is_blur(way):
    even = np.ones((360, 640), np.float32)
    smeared = cv2.blur(steps(), way)
    assert focus(smeared, even) < 0.2 < 0.9 < focus(steps(), even)


def test_focus_is_the_subjects_not_the_frames():
    subject = np.zeros((360, 640), np.float32)
    subject[100:260, 240:400] = 1.0
    inside = subject[..., None][..., 0] > 0
    soft = cv2.GaussianBlur(steps(), (0, 0), 4.0)
    assert focus(np.where(inside, steps(), soft), subject) > 0.8
    assert focus(np.where(inside, soft, steps()), subject) < 0.4


def test_nothing_has_no_focus():
    assert focus(np.full((90, 160), 80, np.float32), np.ones((90, 160), np.float32)) == 0.0


def _drawn(seed: int) -> np.ndarray:
    return cv2.resize(scene(seed, 1)[0].astype(np.uint8), (640, 360))


def test_the_same_picture_moved_or_zoomed_is_alike_and_another_is_not():
    wide = cv2.resize(scene(51, 30, pan=4)[0].astype(np.uint8), (640, 360))
    moved = cv2.resize(scene(51, 30, pan=4)[10].astype(np.uint8), (640, 360))
    zoomed = cv2.resize(wide[36:324, 64:576], (640, 360))
    one = print_of(wide)
    assert likeness(one, print_of(moved)) > 0.86
    assert likeness(one, print_of(zoomed)) > 0.86
    assert all(likeness(one, print_of(_drawn(seed))) < 0.86 for seed in (52, 53, 54, 55))
    assert likeness(one, print_of(_drawn(52))) == likeness(print_of(_drawn(52)), one)


def _film(tmp_path, *parts):
    film = probe(write_film(tmp_path / "film.mp4", np.concatenate(parts)))
    analysis = analyse(film)
    return film, analysis, analysis.detect()


def test_a_frame_smeared_by_the_camera_is_not_listed(tmp_path):
    """One shot: still, a whip to the side, still again; what is in the whip is left out."""
    still = scene(61, 24, pan=0)
    whip = np.stack([cv2.blur(frame, (31, 1)) for frame in scene(61, 24, pan=0)])
    film, analysis, found = _film(tmp_path, still, np.roll(whip, 40, axis=2), still)
    stills = shortlist(film, analysis, found, 12)
    numbers = [analysis.index_of(one.pts) for one in stills]
    assert numbers
    assert not [at for at in numbers if 24 <= at < 48]


def test_a_blurred_shot_is_not_listed_beside_sharp_ones(tmp_path):
    soft = np.stack([cv2.GaussianBlur(frame, (0, 0), 5) for frame in scene(62, 30)])
    film, analysis, found = _film(tmp_path, scene(63, 30), soft, scene(64, 30))
    shots = {one.shot for one in shortlist(film, analysis, found, 12)}
    assert shots == {0, 2}


def test_a_film_that_is_blurred_throughout_still_gives_a_still(tmp_path):
    soft = np.stack([cv2.GaussianBlur(frame, (0, 0), 5) for frame in scene(65, 30)])
    film, analysis, found = _film(tmp_path, soft)
    assert len(shortlist(film, analysis, found, 12)) >= 1


def test_credits_are_not_listed_beside_pictures(tmp_path):
    card = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
    for line in range(6):
        cv2.putText(
            card, "A DRAWN FILM BY NOBODY", (20, 22 + 20 * line),
            cv2.FONT_HERSHEY_SIMPLEX, 0.45, (240, 240, 240), 1, cv2.LINE_AA,
        )  # fmt: skip
    card = np.stack([card.astype(np.float32)] * 30)
    film, analysis, found = _film(tmp_path, scene(66, 30), card, scene(67, 30))
    assert 1 not in {one.shot for one in shortlist(film, analysis, found, 12)}


def test_a_long_pan_gives_few_stills_that_differ(tmp_path):
    film, analysis, found = _film(tmp_path, scene(68, 90, pan=0.4))
    assert len(shortlist(film, analysis, found, 12)) == 1


def test_the_list_is_the_same_each_time(glued):
    film, analysis, _ = glued
    first = shortlist(film, analysis, analysis.detect(), 12)
    assert shortlist(film, analysis, analysis.detect(), 12) == first


@pytest.fixture(scope="module")
def portrait(media):
    """A close-up from a film: the picture and its face."""
    film = probe(media / "media" / "film" / "sintel_trailer_720p24.mp4")
    with FrameReader(film) as reader:
        frame = reader.at(Fraction(668, 24))
        picture = np.ascontiguousarray(frame.rgb()[..., ::-1])
        close = closeup(Around(frame), 668, 0, (), measured=True)
    (face,) = found_faces(picture)
    return picture, face, close


def _shut(picture: np.ndarray, face) -> np.ndarray:
    """The same face with lids of its own skin drawn over the eyes, and a line of lashes."""
    height, width = picture.shape[:2]
    (ax, ay), (bx, by) = ((x * width, y * height) for x, y in face.eyes)
    eye = 0.42 * float(np.hypot(bx - ax, by - ay))
    made = picture.copy()
    for x, y in ((ax, ay), (bx, by)):
        top, left = round(y + 0.75 * eye), round(x - 0.3 * eye)
        skin = picture[top : top + 12, left : round(x + 0.3 * eye)].reshape(-1, 3).mean(axis=0)
        mask = np.zeros((height, width), np.float32)
        size = (round(0.75 * eye), round(0.45 * eye))
        cv2.ellipse(mask, (round(x), round(y)), size, 0, 0, 360, 1.0, -1)
        mask = cv2.GaussianBlur(mask, (0, 0), 0.06 * eye)[..., None]
        made = (made * (1 - mask) + skin * mask).astype(np.uint8)
        low = (round(x), round(y + 0.05 * eye))
        cv2.ellipse(made, low, (round(0.45 * eye), round(0.12 * eye)), 0, 0, 180,
                    (skin * 0.45).tolist(), max(1, round(0.07 * eye)), cv2.LINE_AA)  # fmt: skip
    return made


def test_open_eyes_are_seen_open_and_drawn_lids_closed(portrait):
    picture, face, close = portrait
    assert eyes_available()
    opening = eye_opening(picture, face)
    assert opening is not None
    assert opening >= OPEN
    shut = eye_opening(_shut(picture, face), face)
    assert shut is not None
    assert shut <= CLOSED
    assert close.values["eyes"] >= OPEN


def test_nothing_is_claimed_about_eyes_that_are_small_turned_or_without_the_model(
    portrait, monkeypatch
):
    picture, face, _ = portrait
    small = cv2.resize(picture, (128, 72), interpolation=cv2.INTER_AREA)
    assert eye_opening(small, face) is None
    assert eye_opening(picture, replace(face, turn=0.9)) is None
    monkeypatch.setattr("studio.stills.eyes._model", lambda: None)
    assert eye_opening(picture, face) is None
    assert not eyes_available()


def test_a_close_up_needs_little_headroom_and_a_cut_face_is_worth_less(portrait):
    *_, close = portrait
    assert close.values["face"] > 0.5
    assert headroom(close) >= 0.7
    assert headroom(replace(close, cut=True)) < 0.4
    tight = replace(close, values={"face": 0.2, "headroom": 0.03}, cut=False)
    airy = replace(close, values={"face": 0.2, "headroom": 0.5}, cut=False)
    assert headroom(tight) < headroom(airy) == 1.0


def test_faces_tell_which_way_they_look(portrait):
    _, face, _ = portrait
    assert face.turn < 0.3
    assert face.eyes[0][0] < face.eyes[1][0]
    assert Rect(0, 0, 1, 1).holds(face.box)
