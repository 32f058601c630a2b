"""FilmClip and BurnIn in anybody's MoviePy script."""

from __future__ import annotations

import subprocess
import sys
from fractions import Fraction

import numpy as np
import pytest
from moviepy import ColorClip, CompositeVideoClip, ImageClip, concatenate_videoclips, vfx

from studio.burn.edit.burnin import BurnIn
from studio.burn.edit.clip import FilmClip
from studio.burn.edit.lowering import lowered
from studio.burn.picture.tags import ffmpeg_params
from studio.core.time import FrameRate
from studio.media.frames import FrameReader
from studio.media.probe import probe
from tests.drawn import read_number

RATE = FrameRate(Fraction(25))


def test_a_film_clip_shows_each_frame_at_its_time(films) -> None:
    for film in (
        films(frames=30, rate=Fraction(24000, 1001)),
        films("mkv", frames=30, rate=Fraction(30000, 1001)),
    ):
        with FilmClip(film) as clip:
            numbers = [read_number(frame) for frame in clip.iter_frames()]
        assert numbers == list(range(len(numbers)))
        assert len(numbers) >= 29


def test_a_cut_of_a_cut_stays_exact_and_close_to_moviepys(films) -> None:
    film = films(frames=50)
    with FilmClip(film) as clip:
        cut = clip.subclipped("00:00:00.4", -0.2).subclipped(0.2, 1.0)
        assert read_number(cut.get_frame(0)) == 15
        assert cut.duration == pytest.approx(0.8)
        assert lowered(cut).since == Fraction(3, 5)
        assert read_number(clip[0.4:1.0].get_frame(0)) == 10


def test_sound_of_a_clip_is_the_films(films) -> None:
    film = films(frames=75)
    with FilmClip(film) as clip:
        times = np.arange(0, 2.5, 1 / 48000)
        sound = clip.audio.get_frame(times)
        assert sound.shape == (len(times), 2)
        loud = np.abs(sound[:, 0]) > 0.2
        clicks = [int(n) for n in np.flatnonzero(loud) if not loud[max(0, n - 400) : n].any()]
        assert [round(n / 48000, 2) for n in clicks] == [0.0, 1.0, 2.0]
        later = clip.subclipped(0.5, 2.5).audio.get_frame(np.arange(0, 2, 1 / 48000))
        assert np.array_equal(later[:48000], sound[24000 : 24000 + 48000])


def test_effects_of_moviepy_work_and_are_not_lowered(films, style, tracks) -> None:
    with FilmClip(films(frames=20)) as clip:
        burned = clip.with_effects([BurnIn(tracks, style, RATE)])
        assert len(lowered(burned).captions) == 1
        for changed in (
            burned.with_effects([vfx.Resize(0.5)]),
            burned.with_effects([vfx.MirrorX()]),
            burned.with_effects([vfx.FadeIn(0.2)]),
            burned.with_speed_scaled(2),
            burned.with_mask(),
            burned.with_duration(9),
        ):
            assert lowered(changed) is None
        faster = burned.with_speed_scaled(2)
        assert read_number(faster.get_frame(0.2)) == 10


def test_captions_stand_on_any_clip(style, tracks) -> None:
    grey = ColorClip((320, 180), (90, 90, 90), duration=2).with_fps(25)
    burned = grey.with_effects([BurnIn(tracks, style, RATE)])
    assert (burned.get_frame(0.36) == 90).all()
    assert (burned.get_frame(0.4) > 240).any()
    assert (burned.get_frame(1.16) > 240).any()
    assert (burned.get_frame(1.2) == 90).all()
    assert burned.subclipped(0.4).get_frame(0).max() > 240


def test_a_moviepy_script_writes_right_colours_and_captions(films, style, tracks, tmp_path) -> None:
    film = films(frames=25, bars=True)
    with FilmClip(film) as clip:
        burned = clip.with_effects([BurnIn(tracks, style, RATE)])
        logo = ImageClip(np.full((20, 20, 3), (10, 200, 10), np.uint8), duration=1)
        laid = CompositeVideoClip([burned, logo.with_position((4, 4))]).with_duration(1)
        card = ImageClip(np.full((180, 320, 3), (180, 40, 60), np.uint8), duration=0.4)
        whole = concatenate_videoclips([card, laid], method="compose")
        path = tmp_path / "script.mp4"
        whole.write_videofile(
            str(path),
            fps=25,
            audio_codec="aac",
            logger=None,
            temp_audiofile_path=str(tmp_path),
            ffmpeg_params=[*ffmpeg_params(film.video.colour), "-crf", "10"],
        )
        wanted = clip.get_frame(0.6)
        captioned = burned.get_frame(0.6)
    result = probe(path)
    assert result.video.colour == film.video.colour
    assert result.video.frames == 35
    assert len(result.audio) == 1
    with FrameReader(result) as reader:
        shown = reader.at(Fraction(1)).rgb().astype(int)
        card_shown = reader.at(Fraction(1, 5)).rgb().astype(int)
    # Bars away from their edges, above the captions; the bars are 32 wide.
    for bar in range(1, 10):
        area = (slice(30, 60), slice(bar * 32 + 8, bar * 32 + 24))
        assert np.abs(shown[area] - wanted[area]).max() <= 3
    assert np.abs(shown[8:20, 8:20] - (10, 200, 10)).max() <= 3
    assert np.abs(card_shown[60:120, 60:260] - (180, 40, 60)).max() <= 3
    glyphs = (captioned > 250).all(axis=2) & ~(wanted > 250).all(axis=2)
    assert glyphs.sum() > 100
    assert (shown[glyphs].min(axis=1) > 180).mean() > 0.8


def test_without_moviepy_burning_says_so_and_the_rest_works() -> None:
    script = (
        "import sys\n"
        "for name in ('moviepy',): sys.modules[name] = None\n"
        "from studio.core.errors import Missing\n"
        "import studio.presets.store\n"
        "from studio.burn.edit.clip import FilmClip\n"
        "from studio.burn.edit.reel import film_reel\n"
        "for call in (lambda: film_reel(None, (), None, None), lambda: FilmClip(None)):\n"
        "    try:\n"
        "        call()\n"
        "    except Missing as error:\n"
        "        print(error, error.hint)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    lines = done.stdout.splitlines()
    assert len(lines) == 2
    assert all("Burning a film needs MoviePy" in line for line in lines)
    assert all("pip install moviepy" in line for line in lines)
