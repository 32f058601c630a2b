"""Cards in anybody's MoviePy script: what they show, how they move, how they fade."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from moviepy import CompositeVideoClip, concatenate_videoclips
from PIL import Image

from studio.burn.edit.burnin import BurnIn
from studio.burn.edit.clip import FilmClip
from studio.burn.picture.tags import ffmpeg_params
from studio.core.errors import BadValue
from studio.core.geometry import Size
from studio.core.time import FrameRate
from studio.media.frames import FrameReader
from studio.media.probe import probe
from studio.reel.cards import Card, CardPicture, Motion

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
        opening = Card(CardPicture(red), SIZE, 0.4, motion=Motion(0.06, (0.3, 0.4)))
        small = Card(CardPicture(blue), Size(64, 36), 1).with_position((4, 4))
        laid = CompositeVideoClip([burned, small]).with_duration(1)
        ending = Card(CardPicture(red), SIZE, 0.8, fades=(0, 0.4)).subclipped(0.2)
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
    still = Card(CardPicture(dotted(focus)), SIZE, 2, motion=Motion(0.08, (0.3, 0.4)))
    moved = Card(CardPicture(dotted(other)), SIZE, 2, motion=Motion(0.08, (0.3, 0.4)))
    places = [middle(still.get_frame(n / 25)) for n in range(50)]
    assert np.ptp(places, axis=0).max() < 0.05
    path = np.array([middle(moved.get_frame(n / 25)) for n in range(50)])
    steps = np.hypot(*np.diff(path, axis=0).T)
    # A tenth of a pixel a frame, and each step like the one before it to a fiftieth of a pixel.
    assert 0.05 < steps.mean() < 0.5
    assert np.abs(np.diff(steps)).max() < 0.02
    away = Card(CardPicture(dotted(other)), SIZE, 2, motion=Motion(-0.08, (0.3, 0.4)))
    assert np.array_equal(away.get_frame(0), moved.get_frame(2))


def test_a_cut_of_a_card_is_the_card_from_there_on() -> None:
    card = Card(CardPicture(dotted((300, 200))), SIZE, 2, motion=Motion(0.1))
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


def test_type_stands_still_over_a_picture_that_moves() -> None:
    over = np.zeros((180, 320, 4), np.uint8)
    over[20:40, 20:120] = (200, 200, 200, 255)
    over[60:80, 20:120] = (50, 0, 0, 100)
    picture = CardPicture(dotted((500, 250)), over)
    card = Card(picture, SIZE, 2, motion=Motion(0.1))
    bare = Card(CardPicture(dotted((500, 250))), SIZE, 2, motion=Motion(0.1))
    for seconds in (0, 1, 1.96):
        shown, ground = card.get_frame(seconds).astype(int), bare.get_frame(seconds)
        assert (shown[20:40, 20:120] == 200).all()
        wanted = ground[60:80, 20:120] * (155 / 255) + (50, 0, 0)
        assert np.abs(shown[60:80, 20:120] - wanted).max() <= 1
        assert np.array_equal(shown[90:], ground[90:])
    assert card.frame_function.told != bare.frame_function.told


def test_cards_that_cannot_be_are_refused() -> None:
    for seconds, fades in ((0, (0, 0)), (1, (0.6, 0.6)), (601, (0, 0))):
        with pytest.raises(BadValue, match="cannot fade"):
            Card(CardPicture(dotted((9, 9))), SIZE, seconds, fades=fades)
    with pytest.raises(BadValue, match="push"):
        Motion(0.5)


def test_the_same_card_is_told_alike_and_another_is_not() -> None:
    told = [
        Card(CardPicture(dotted(at)), SIZE, 1, motion=Motion(push)).frame_function.told
        for at, push in (((9, 9), 0.0), ((9, 9), 0.0), ((10, 9), 0.0), ((9, 9), 0.1))
    ]
    assert told[0] == told[1]
    assert len(set(told)) == 3
