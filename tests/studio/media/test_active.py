"""The active picture is found over frames from all of a film, and used only where it is chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from studio.core.geometry import Rect
from studio.media.active import active_picture
from studio.media.film import Film
from studio.media.frames import frame_image
from studio.media.overrides import Overrides
from studio.media.probe import probe

HEIGHT, WIDTH = 180, 320
Paint = Callable[[np.ndarray, int, np.random.Generator], None]


def film_of(path: Path, paint: Paint, frames: int = 48) -> Film:
    """Grey pictures of luma that `paint` draws on: moving noise above black."""
    chance = np.random.default_rng(3)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("ffv1", rate=Fraction(12))
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        for number in range(frames):
            luma = chance.integers(60, 220, (HEIGHT, WIDTH)).astype(np.uint8)
            paint(luma, number, chance)
            planes = np.full((HEIGHT * 3 // 2, WIDTH), 128, np.uint8)
            planes[:HEIGHT] = luma
            frame = av.VideoFrame.from_ndarray(planes, format="yuv420p")
            frame.pts, frame.time_base = number, Fraction(1, 12)
            for packet in stream.encode(frame):
                container.mux(packet)
        for packet in stream.encode(None):
            container.mux(packet)
    return probe(path)


def edges(film: Film) -> tuple[int, int, int, int]:
    found = active_picture(film)
    rect = found.rect.scaled(WIDTH, HEIGHT)
    assert found.bars == (found.rect != Rect(0, 0, 1, 1))
    return round(rect.x), round(rect.y), round(rect.right), round(rect.bottom)


def letterbox(luma: np.ndarray) -> None:
    luma[:22] = luma[-22:] = 16


def plain(luma: np.ndarray, number: int, chance: np.random.Generator) -> None:
    letterbox(luma)


def pillars(luma: np.ndarray, number: int, chance: np.random.Generator) -> None:
    luma[:, :40] = luma[:, -40:] = 16


def window(luma: np.ndarray, number: int, chance: np.random.Generator) -> None:
    pillars(luma, number, chance)
    letterbox(luma)


def dark_halves(luma: np.ndarray, number: int, chance: np.random.Generator) -> None:
    """Nights: the upper half of the picture is black in most frames."""
    if number % 8:
        luma[22:90] = 17
    letterbox(luma)


def black_and_fades(luma: np.ndarray, number: int, chance: np.random.Generator) -> None:
    letterbox(luma)
    if number % 3:
        luma[:] = 16 + number % 5


def soft(luma: np.ndarray, number: int, chance: np.random.Generator) -> None:
    letterbox(luma)
    luma[22] = 16 + (luma[22] - 16) // 3
    luma[-23] = 16 + (luma[-23] - 16) // 3


def subtitles(luma: np.ndarray, number: int, chance: np.random.Generator) -> None:
    """Letters in the lower bar of two frames in three, from a quarter to three quarters."""
    letterbox(luma)
    if number % 3:
        luma[-16:-6, 80:240:3] = 235


def noise(luma: np.ndarray, number: int, chance: np.random.Generator) -> None:
    """Noisy bars, dust in them, and a line of rubbish at the upper rim."""
    letterbox(luma)
    for bar in (luma[:22], luma[-22:]):
        bar[:] = chance.integers(14, 20, bar.shape)
        bar[chance.integers(0, 22, 3), chance.integers(0, WIDTH, 3)] = 200
    luma[0] = chance.integers(60, 200, WIDTH)


@pytest.mark.parametrize(
    ("paint", "wanted"),
    [
        (plain, (0, 22, 320, 158)),
        (pillars, (40, 0, 280, 180)),
        (window, (40, 22, 280, 158)),
        (dark_halves, (0, 22, 320, 158)),
        (black_and_fades, (0, 22, 320, 158)),
        (soft, (0, 23, 320, 157)),
        (subtitles, (0, 22, 320, 158)),
        (noise, (0, 22, 320, 158)),
    ],
)
def test_bars_are_found_to_the_line(
    tmp_path: Path, paint: Paint, wanted: tuple[int, int, int, int]
) -> None:
    assert edges(film_of(tmp_path / "a.mkv", paint)) == wanted


def changing(luma: np.ndarray, number: int, chance: np.random.Generator) -> None:
    """Letterbox, but for some scenes that fill the frame."""
    if number % 12 < 9:
        letterbox(luma)


def title(luma: np.ndarray, number: int, chance: np.random.Generator) -> None:
    """White letters on black, for as long as the film lasts."""
    luma[:] = 16
    luma[70:110, 60:260:5] = 235


def night(luma: np.ndarray, number: int, chance: np.random.Generator) -> None:
    """A picture whose upper third is nearly black, now more, now less of it."""
    luma[: 60 + number] = 17


def black(luma: np.ndarray, number: int, chance: np.random.Generator) -> None:
    luma[:] = 16


@pytest.mark.parametrize("paint", [changing, title, night, black])
def test_what_is_no_bar_stays_in_the_picture(tmp_path: Path, paint: Paint) -> None:
    assert edges(film_of(tmp_path / "a.mkv", paint)) == (0, 0, WIDTH, HEIGHT)


def test_it_is_remembered_for_the_film_as_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    film = film_of(tmp_path / "a.mkv", plain, 12)
    found = active_picture(film)
    turned = probe(film.path, overrides=Overrides(rotation=90))
    assert active_picture(turned).rect == Rect(
        found.rect.y, found.rect.x, found.rect.height, found.rect.width
    )
    monkeypatch.setattr("studio.media.active._looked_at", lambda *_: pytest.fail("looked again"))
    assert active_picture(film) == found


def test_only_stills_of_a_film_read_so_are_cut(tmp_path: Path) -> None:
    film = film_of(tmp_path / "a.mkv", window, 12)
    rect = active_picture(film).rect
    whole = frame_image(film, Fraction(0))
    assert np.array_equal(whole.still(), whole.rgb())
    cut = frame_image(probe(film.path, overrides=Overrides(active=rect)), Fraction(0))
    assert np.array_equal(cut.still(), whole.rgb()[22:158, 40:280])
    assert np.array_equal(cut.still16(), whole.rgb16()[22:158, 40:280])
    assert cut.rgb().shape == (HEIGHT, WIDTH, 3)
    # Rounding never takes a line of the bar.
    thirds = replace(film, read_as=Overrides(active=Rect(1 / 3, 1 / 3, 1 / 3, 1 / 3)))
    assert frame_image(thirds, Fraction(0)).part == (107, 60, 106, 60)


def test_real_letterbox_and_pillarbox(media: Path) -> None:
    folder = media / "media" / "film"
    sintel = active_picture(probe(folder / "sintel_26s_480p25_ass_zh.mkv")).rect
    assert abs(sintel.y * 480 - 60) <= 2
    assert abs(sintel.bottom * 480 - 420) <= 2
    chaplin = active_picture(probe(folder / "chaplin_silent_360p25.mp4")).rect
    assert 60 <= chaplin.x * 640 <= 80
    assert 560 <= chaplin.right * 640 <= 580
    assert not active_picture(probe(folder / "elephants_dream_excerpt_360p24.mp4")).bars
