"""Cards in anybody's MoviePy script: what they show, how they move, how they fade."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from moviepy import CompositeVideoClip, concatenate_videoclips
from PIL import Image

from studio.burn.burnin import BurnIn
from studio.burn.clip import FilmClip
from studio.burn.tags import ffmpeg_params
from studio.core.errors import BadValue, CannotRead
from studio.core.geometry import Size
from studio.core.time import FrameRate
from studio.media.frames import FrameReader
from studio.media.probe import probe
from studio.reel.cards import Card, Motion, read_picture

RATE = FrameRate(Fraction(25))
SIZE = Size(320, 180)


def dotted(at: tuple[int, int]) -> np.ndarray:
    """A soft white dot on grey, its middle at `at`."""
    y, x = np.mgrid[:360, :640]
    light = 60 + 180 * np.exp(-((x - at[0]) ** 2 + (y - at[1]) ** 2) / 128)
    return np.repeat(np.rint(light).astype(np.uint8)[..., None], 3, axis=2)


def middle(picture: np.ndarray) -> tuple[float, float]:
    """Where the dot is."""
    light = picture[..., 0].astype(float) - 60
    light = np.maximum(0, light - 4)
    y, x = np.mgrid[: light.shape[0], : light.shape[1]]
    return float((x * light).sum() / light.sum()), float((y * light).sum() / light.sum())


def test_film_captions_and_cards_in_a_moviepy_script(films, style, tracks, tmp_path) -> None:
    film = films(frames=25, bars=True)
    red, blue = np.zeros((360, 640, 3), np.uint8), np.zeros((90, 160, 3), np.uint8)
    red[:], blue[:] = (180, 40, 60), (30, 60, 170)
    with FilmClip(film) as clip:
        burned = clip.with_effects([BurnIn(tracks, style, RATE)])
        opening = Card(red, SIZE, 0.4, motion=Motion(0.06, (0.3, 0.4)))
        small = Card(blue, Size(64, 36), 1).with_position((4, 4))
        laid = CompositeVideoClip([burned, small]).with_duration(1)
        ending = Card(red, SIZE, 0.8, fades=(0, 0.4)).subclipped(0.2)
        whole = concatenate_videoclips([opening, laid, ending], method="compose")
        path = tmp_path / "script.mp4"
        params = [*ffmpeg_params(film.video.colour), "-crf", "10"]
        whole.write_videofile(
            str(path),
            fps=25,
            audio_codec="aac",
            logger=None,
            temp_audiofile_path=str(tmp_path),
            ffmpeg_params=params,
        )
        wanted, captioned = clip.get_frame(0.6), burned.get_frame(0.6)
    result = probe(path)
    assert result.video.frames == 50
    with FrameReader(result) as reader:
        shown = [
            reader.at(Fraction(n, 25) + Fraction(1, 100)).rgb().astype(int) for n in (5, 25, 40, 49)
        ]
    for place in (0, 2):
        assert np.abs(shown[place][8:-8, 8:-8] - (180, 40, 60)).max() <= 3
    assert shown[3].max() < 30
    assert np.abs(shown[1][8:36, 8:64] - (30, 60, 170)).max() <= 3
    for bar in range(3, 10):
        area = (slice(42, 60), slice(bar * 32 + 8, bar * 32 + 24))
        assert np.abs(shown[1][area] - wanted[area]).max() <= 3
    glyphs = (captioned > 250).all(axis=2) & ~(wanted > 250).all(axis=2)
    assert glyphs.sum() > 100
    assert (shown[1][glyphs].min(axis=1) > 180).mean() > 0.8


def test_a_push_grows_around_its_focus_without_a_jolt() -> None:
    other, focus = (500, 250), (192, 144)
    still = Card(dotted(focus), SIZE, 2, motion=Motion(0.08, (0.3, 0.4)))
    moved = Card(dotted(other), SIZE, 2, motion=Motion(0.08, (0.3, 0.4)))
    places = [middle(still.get_frame(n / 25)) for n in range(50)]
    assert np.ptp(places, axis=0).max() < 0.05
    path = np.array([middle(moved.get_frame(n / 25)) for n in range(50)])
    steps = np.hypot(*np.diff(path, axis=0).T)
    # A tenth of a pixel a frame, and each step like the one before it to a fiftieth of a pixel.
    assert 0.05 < steps.mean() < 0.5
    assert np.abs(np.diff(steps)).max() < 0.02
    away = Card(dotted(other), SIZE, 2, motion=Motion(-0.08, (0.3, 0.4)))
    assert np.array_equal(away.get_frame(0), moved.get_frame(2))


def test_a_cut_of_a_card_is_the_card_from_there_on() -> None:
    card = Card(dotted((300, 200)), SIZE, 2, motion=Motion(0.1))
    cut = card.subclipped(0.4, 1.2)
    assert cut.duration == pytest.approx(0.8)
    assert np.array_equal(cut.get_frame(0.2), card.get_frame(0.6))
    assert np.array_equal(card.between(Fraction(1), Fraction(2)).get_frame(0), card.get_frame(1))


def test_a_card_is_cut_to_the_shape_of_the_film_around_its_focus(tmp_path) -> None:
    tall = np.zeros((400, 200, 3), np.uint8)
    tall[280:] = 200
    path = tmp_path / "tall.png"
    Image.fromarray(tall).save(path)
    assert Card.of_file(path, SIZE, 1, motion=Motion(0, (0.5, 0.9))).get_frame(0).min() == 200
    assert Card.of_file(path, SIZE, 1, motion=Motion(0, (0.5, 0.1))).get_frame(0).max() == 0


def test_picture_files_come_upright_in_srgb_and_over_black(tmp_path) -> None:
    clear = np.zeros((20, 20, 4), np.uint8)
    clear[:, 10:] = (255, 255, 255, 255)
    clear[:, :10] = (255, 255, 255, 0)
    Image.fromarray(clear).save(tmp_path / "clear.png")
    found = read_picture(tmp_path / "clear.png")
    assert (found[:, :10] == 0).all()
    assert (found[:, 10:] == 255).all()
    turned = Image.new("RGB", (30, 20))
    exif = turned.getexif()
    exif[0x0112] = 6
    turned.save(tmp_path / "turned.jpg", exif=exif)
    assert read_picture(tmp_path / "turned.jpg").shape == (30, 20, 3)
    (tmp_path / "no.png").write_text("no picture")
    with pytest.raises(CannotRead, match="no picture that can be read"):
        read_picture(tmp_path / "no.png")


def test_cards_that_cannot_be_are_refused() -> None:
    for seconds, fades in ((0, (0, 0)), (1, (0.6, 0.6)), (601, (0, 0))):
        with pytest.raises(BadValue, match="cannot fade"):
            Card(dotted((9, 9)), SIZE, seconds, fades=fades)
    with pytest.raises(BadValue, match="push"):
        Motion(0.5)


def test_the_same_card_is_told_alike_and_another_is_not() -> None:
    told = [
        Card(dotted(at), SIZE, 1, motion=Motion(push)).frame_function.told
        for at, push in (((9, 9), 0.0), ((9, 9), 0.0), ((10, 9), 0.0), ((9, 9), 0.1))
    ]
    assert told[0] == told[1]
    assert len(set(told)) == 3
