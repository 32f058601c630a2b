"""The sample film: its edit, its look and its bytes depend on the drawing alone."""

from pathlib import Path

import av
import numpy as np
import pytest

from studio.core.progress import Cancelled
from studio.media.probe import probe
from studio.sample.develop import Darkroom
from studio.sample.edit import FRAMES, RATE, STARTS, TAKES, fade, frames, painted, takes_at
from studio.sample.record import record
from studio.sample.sound import SAMPLE_RATE, soundtrack

EXCERPT = 12


@pytest.fixture(scope="module")
def wave():
    return soundtrack()


@pytest.fixture
def played_before(wave, monkeypatch):
    """The sound takes seconds; recording tests share one."""
    monkeypatch.setattr("studio.sample.record.soundtrack", lambda: wave)


@pytest.fixture
def excerpt(played_before, tmp_path):
    path = tmp_path / "excerpt.mp4"
    record(path, count=EXCERPT)
    return path


def test_the_film_has_seven_shots_and_more_than_twenty_seconds():
    assert len(TAKES) == 7
    assert FRAMES / RATE == 28.5
    assert STARTS == (0, 108, 204, 282, 390, 468, 564)


def test_one_dissolve_among_hard_cuts():
    both = [number for number in range(FRAMES) if len(takes_at(number)) == 2]
    assert both == list(range(282, 300))
    assert {takes_at(number) for number in both} == {(2, 3)}


def test_the_film_fades_from_black_and_to_black():
    assert [fade(number) for number in (0, 24, 600, FRAMES - 1)] == [0.0, 1.0, 1.0, 0.0]


@pytest.mark.parametrize("take", TAKES, ids=lambda take: take.name)
def test_every_shot_moves_and_is_light_only(take):
    scene = take.scene()
    early, late = scene.paint(0.5), scene.paint(0.5 + 1 / RATE)
    assert early.shape == late.shape == (720, 1280, 3)
    assert early.dtype == np.float32
    assert np.isfinite(early).all()
    assert early.min() > -1e-3
    assert float(np.abs(late - early).mean()) > 0.0002


def test_frames_do_not_depend_on_threads_or_on_what_was_painted_before():
    darkroom = Darkroom()
    number = STARTS[4] + 3
    alone = painted(number, {4: TAKES[4].scene()}, darkroom)
    with frames(number - 2, number + 1) as run:
        assert np.array_equal(list(run)[-1], alone)


def test_black_is_black_and_white_keeps_within_limits():
    darkroom = Darkroom()
    dark = darkroom.planes(darkroom.print_light(np.zeros((720, 1280, 3), np.float32)), 0)
    bright = darkroom.planes(darkroom.print_light(np.full((720, 1280, 3), 40, np.float32)), 0)
    assert (dark[:720].min(), dark[720:].min(), dark[720:].max()) == (16, 128, 128)
    assert dark[:720].max() <= 20
    assert 230 <= bright[:720].max() <= 235


def test_the_sound_is_as_long_as_the_film_and_never_clips(wave):
    assert wave.shape == (FRAMES * SAMPLE_RATE // RATE, 2)
    assert 0.2 < np.abs(wave).max() < 0.99
    assert np.abs(wave[[0, -1]]).max() < 1e-3
    by_second = np.abs(wave[SAMPLE_RATE : 27 * SAMPLE_RATE]).reshape(26, -1).max(axis=1)
    assert by_second.min() > 0.02


def test_the_file_says_what_it_is(excerpt):
    film = probe(excerpt)
    video, sound = film.video, film.audio[0]
    assert (video.display.width, video.display.height) == (1280, 720)
    assert video.rate.value == RATE
    assert (video.frames, video.codec, video.pixel_format) == (EXCERPT, "h264", "yuv420p")
    assert (video.colour.matrix, video.colour.primaries) == ("bt709", "bt709")
    assert (video.colour.transfer, video.colour.assumed) == ("bt709", ())
    assert (sound.codec, sound.rate, sound.channels) == ("aac", SAMPLE_RATE, 2)
    assert float(film.duration) == pytest.approx(EXCERPT / RATE, abs=0.025)

    with av.open(str(excerpt)) as opened:
        first = next(opened.decode(video=0)).to_ndarray()
    assert first[:720].mean() < 18


def test_drawn_twice_the_bytes_are_equal(excerpt, tmp_path):
    again = tmp_path / "again.mp4"
    record(again, count=EXCERPT)
    assert again.read_bytes() == excerpt.read_bytes()


def test_played_twice_the_sound_is_equal(wave):
    assert np.array_equal(soundtrack(), wave)


class _StopsEarly:
    def report(self, fraction: float, note: str = "") -> None:
        if fraction > 0.2:
            raise Cancelled


def test_a_cancel_leaves_nothing_behind(played_before, tmp_path: Path):
    with pytest.raises(Cancelled):
        record(tmp_path / "film.mp4", _StopsEarly(), count=EXCERPT)
    assert list(tmp_path.iterdir()) == []
