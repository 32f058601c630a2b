from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from studio.core.errors import BadValue, CannotRead
from studio.media.frames import frame_image
from studio.media.grab import grab, origin
from studio.media.probe import probe
from tests.drawn import draw_film, read_number


def test_a_frame_is_written_as_shown_and_says_where_it_is_from(tmp_path: Path) -> None:
    film = probe(draw_film(tmp_path / "a.mp4", sound="", pixel_format="yuv420p10le"))
    at = Fraction(33, 25)
    frame = frame_image(film, at)
    for name in ("a.png", "b.jpg", "c.tif"):
        assert grab(film, at, tmp_path / name).pts == frame.pts
    with Image.open(tmp_path / "a.png") as picture:
        assert np.array_equal(np.asarray(picture), frame.rgb())
        assert picture.info["Source"] == origin(frame)
        assert picture.info["icc_profile"]
    with Image.open(tmp_path / "b.jpg") as picture:
        assert picture.info["comment"].decode() == origin(frame)
        assert np.abs(np.asarray(picture).astype(int) - frame.rgb()).mean() < 3
        assert read_number(np.asarray(picture)) == 33
    deep = cv2.imread(str(tmp_path / "c.tif"), cv2.IMREAD_UNCHANGED)
    assert deep.dtype == np.uint16
    assert np.array_equal(deep[..., ::-1], frame.rgb16())
    # More than 8 bits come through: not every value is a multiple of 257.
    assert (deep % 257 != 0).any()
    assert film.sha256 in origin(frame)
    assert f"pts={frame.pts} time_base=1/12800" in origin(frame)


def test_the_same_frame_gives_the_same_bytes(tmp_path: Path) -> None:
    film = probe(draw_film(tmp_path / "a.mp4", frames=5, sound=""))
    for name in ("a.png", "a.jpg", "a.tif"):
        grab(film, Fraction(0), tmp_path / name)
        first = (tmp_path / name).read_bytes()
        grab(film, Fraction(0), tmp_path / name)
        assert (tmp_path / name).read_bytes() == first


def test_what_cannot_be_grabbed_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    path = draw_film(tmp_path / "a.mp4", frames=5, sound="")
    film = probe(path)
    with pytest.raises(BadValue, match=r"\.bmp"):
        grab(film, Fraction(0), tmp_path / "a.bmp")
    for at in (Fraction(-1), film.duration):
        with pytest.raises(BadValue, match="outside"):
            grab(film, at, tmp_path / "a.png")
    draw_film(path, frames=6, sound="")
    with pytest.raises(CannotRead, match="has changed"):
        grab(film, Fraction(0), tmp_path / "a.png")
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.mp4"]
