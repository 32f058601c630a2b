"""What the frames beside a still tell: movement that smears, and changes that no one found."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest

from studio.core.geometry import Rect, Size
from studio.media.probe import probe
from studio.shots.analyse import analyse
from studio.shots.detect import Detection
from studio.shots.shot import Shot
from studio.stills.likeness import likeness, print_of
from studio.stills.movement import Beside, movement
from studio.stills.placing import Place, Placing
from studio.stills.shortlist import shortlist
from tests.studio.shots.conftest import HEIGHT, WIDTH, mixed, scene, write_film

EVEN = np.ones((360, 640), np.float32)


def ground(seed: int, across: int = 0) -> np.ndarray:
    """A grey picture of 640 by 360 with sharp steps, `across` pixels further to the right."""
    rng = np.random.default_rng(seed)
    wide = np.zeros((360, 840), np.float32)
    for cells, strength in ((6, 50), (20, 35)):
        coarse = rng.normal(0, strength, (cells, cells * 2)).astype(np.float32)
        wide += cv2.resize(coarse, (840, 360), interpolation=cv2.INTER_CUBIC)
    steps = np.floor((wide + 120) / 40) * 40
    return np.clip(steps[:, 100 - across : 740 - across], 20, 235).astype(np.float32)


def with_disc(picture: np.ndarray, x: float, smear: int = 1) -> np.ndarray:
    """A bright striped disc over the picture, smeared along its way."""
    light = np.zeros_like(picture)
    mask = np.zeros_like(picture)
    cv2.circle(mask, (round(x), 180), 110, 1.0, -1)
    light[:, :] = np.where(np.arange(picture.shape[1]) // 40 % 2, 250, 20)
    light = np.roll(light, round(x), axis=1)
    mask, light = (cv2.blur(one, (smear, 1)) for one in (mask, light))
    return (picture * (1 - mask) + light * mask).astype(np.uint8)


def test_a_camera_that_moves_is_measured_and_without_a_smear_harms_nothing():
    still, *near = (ground(1, by).astype(np.uint8) for by in (0, -8, 8))
    moved = movement(still, EVEN, Beside(tuple(near)))
    assert moved.motion == pytest.approx(8 / 640, rel=0.15)
    assert moved.smear < 0.05
    rest = movement(still, EVEN, Beside((still, ground(1, 1).astype(np.uint8))))
    assert rest.motion < 2 / 640


def test_a_thing_that_moves_and_smears_is_a_blur_before_a_sharp_ground():
    back, where = ground(2), np.zeros((360, 640), np.float32)
    cv2.circle(where, (320, 180), 130, 1.0, -1)
    found = []
    for smear in (1, 15):
        before, still, after = (with_disc(back, x, smear) for x in (308, 320, 332))
        found.append(movement(still, where, Beside((before, after))))
    assert found[0].smear < 0.05
    assert found[1].smear > 0.16
    assert all(one.motion > 0.004 for one in found)


def test_a_soft_picture_is_soft_whether_it_moves_or_not():
    soft = [cv2.GaussianBlur(ground(5, by), (0, 0), 6).astype(np.uint8) for by in (0, -8, 8)]
    rest, panned = (movement(soft[0], EVEN, Beside(near)) for near in ((), tuple(soft[1:])))
    assert rest.smear == 0.0
    assert rest.soft > 0.5
    assert panned.smear == pytest.approx(rest.soft, abs=0.1)


def test_a_frame_shown_twice_hides_no_movement():
    still, before = ground(3).astype(np.uint8), ground(3, -10).astype(np.uint8)
    once = movement(still, EVEN, Beside((before, ground(3, 10).astype(np.uint8))))
    twice = movement(still, EVEN, Beside((before, still)))
    assert twice.motion == pytest.approx(once.motion, rel=0.1)
    assert movement(still, EVEN, Beside((still, still))).motion == 0.0


def test_what_loses_contrast_is_changing_and_what_only_moves_is_not():
    def veiled(share: float, across: int = 0) -> np.ndarray:
        return (ground(4, across) * (1 - share) + 200 * share).astype(np.uint8)

    fading = movement(veiled(0.3), EVEN, Beside(far=(veiled(0.15), veiled(0.45))))
    assert fading.drift > 0.35
    moving = movement(veiled(0.3), EVEN, Beside(far=(veiled(0.3, -6), veiled(0.3, 6))))
    assert moving.drift < 0.1
    # Half the distance in time shows half the change.
    halved = movement(veiled(0.3), EVEN, Beside(far=(veiled(0.15), veiled(0.45)), span=2.0))
    assert halved.drift == pytest.approx(fading.drift / 2, abs=0.01)


def test_nothing_to_compare_and_tiny_pictures_are_taken_as_they_are():
    flat = np.full((360, 640), 90, np.uint8)
    assert movement(flat, EVEN, Beside((flat + 20,), (flat, flat + 40))).smear == 0.0
    tiny = np.arange(16 * 16, dtype=np.uint8).reshape(16, 16)
    around = Beside((tiny[::-1].copy(),), (tiny, tiny))
    moved = movement(tiny, np.ones((16, 16), np.float32), around)
    assert 0.0 <= moved.smear <= 1.0


def test_a_still_never_comes_from_a_dissolve_that_nobody_found(tmp_path):
    """Two shots that lie still, mixed over two seconds, in a film said to be one shot."""
    made = mixed(scene(71, 84, pan=0), scene(72, 84, pan=0), 48)
    film = probe(write_film(tmp_path / "mixed.mp4", made))
    analysis = analyse(film)
    one = Detection((Shot(int(analysis.pts[0]), analysis.stop, "first"),), ())
    listed = shortlist(film, analysis, one, 12)
    numbers = [analysis.index_of(still.pts) for still in listed]
    assert numbers
    # Its ends are all but one picture, which nobody sees.
    assert not [at for at in numbers if 36 + 4 <= at < 84 - 4]


def test_one_setup_with_another_figure_is_more_alike_than_two_setups():
    def shown(seed: int, figure: int | None) -> np.ndarray:
        picture = np.repeat(ground(seed)[..., None], 3, axis=2)
        if figure is not None:
            part = np.repeat(ground(figure)[60:360, 180:460, None], 3, axis=2)
            picture[60:360, 180:460] = 255 - part
        return picture.astype(np.uint8)

    first, second = print_of(shown(81, 83)), print_of(shown(81, 84))
    other = print_of(shown(82, 85))
    assert likeness(first, second) >= likeness(first, other) + 0.2
    assert likeness(first, second) == likeness(second, first)
    assert len(print_of(np.full((90, 160, 3), 70, np.uint8)).points) == 0


def test_of_a_chosen_active_picture_only_that_part_is_judged(tmp_path):
    """Two shots: the left half of one is sharp, the right half of the other."""
    shots = [np.floor(scene(seed, 30, pan=0.2) / 40) * 40 for seed in (91, 92)]
    for shot, soft in zip(shots, (slice(WIDTH // 2, None), slice(0, WIDTH // 2)), strict=True):
        for frame in shot:
            frame[:, soft] = cv2.GaussianBlur(np.ascontiguousarray(frame[:, soft]), (0, 0), 6)
    film = probe(write_film(tmp_path / "halves.mp4", np.concatenate(shots)))
    analysis = analyse(film)
    for shot, left in enumerate((0.0, 0.5)):
        active = replace(film.read_as, active=Rect(left, 0, 0.5, 1))
        part = replace(film, read_as=active)
        assert shortlist(part, analysis, analysis.detect(), 1)[0].shot == shot


def test_room_for_the_copy_is_looked_for_within_the_active_picture(tmp_path):
    shots = [scene(93, 30, pan=0), scene(94, 30, pan=0)]
    checks = np.indices((HEIGHT, WIDTH)).sum(axis=0) // 4 % 2 * 90.0
    for shot in shots:
        shot += checks[None, :, :, None]
    # Calm from a quarter to the half of the width in one shot, beyond that in the other.
    shots[0][:, :, WIDTH // 4 : WIDTH // 2] = (60, 70, 90)
    shots[1][:, :, WIDTH // 2 : 3 * WIDTH // 4] = (60, 70, 90)
    film = probe(write_film(tmp_path / "rooms.mp4", np.concatenate(shots)))
    analysis = analyse(film)
    box = Rect(0.55, 0.2, 0.4, 0.5)
    placing = Placing("one", Size(WIDTH // 2, HEIGHT), (Place((box,), box, (0.5, 0.5)),), (0.9, 0))
    for shot, left in enumerate((0.0, 0.25)):
        active = replace(film.read_as, active=Rect(left, 0, 0.5, 1))
        part = replace(film, read_as=active)
        (best, *_) = shortlist(part, analysis, analysis.detect(), 2, (placing,))
        assert best.shot == shot
        assert best.reasons[0].value > 0.8
