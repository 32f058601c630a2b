"""Pictures from all over a film: the very ones that reading on gives, each once."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from studio.media.frames import FrameReader
from studio.media.overrides import Overrides
from studio.media.probe import probe
from studio.media.spread import opened, spread
from studio.media.thumbs import STRIP_WIDTH, has_thumbnail, thumbnail, thumbnails
from tests.drawn import draw_film


@pytest.mark.parametrize(("suffix", "codec"), [("mp4", "libx264"), ("webm", "libvpx-vp9")])
def test_they_lie_all_over_and_are_the_films_own(tmp_path: Path, suffix: str, codec: str) -> None:
    sound = "aac" if suffix == "mp4" else ""
    path = draw_film(tmp_path / f"a.{suffix}", frames=100, gop=10, codec=codec, sound=sound)
    film = probe(path)
    found = list(spread(film, 5))
    assert len(found) == 5
    assert [frame.index // 10 for frame in found[:4]] == [0, 5, 2, 7]
    with FrameReader(film) as reader:
        for frame in found:
            whole = reader.at_pts(frame.pts).native.to_ndarray()
            assert np.array_equal(frame.native.to_ndarray(), whole)


def test_a_film_of_one_key_picture_gives_that(tmp_path: Path) -> None:
    film = probe(draw_film(tmp_path / "a.mp4", frames=60, gop=250))
    assert [frame.pts for frame in spread(film, 8)] == [film.video.first_pts]


def test_opening_a_film_makes_its_first_picture(tmp_path: Path) -> None:
    path = draw_film(tmp_path / "a.mp4", rotation=90)
    film = opened(path, Overrides())
    assert film == probe(path)
    first = film.video.first_pts
    assert has_thumbnail(film, first)
    with FrameReader(film) as reader:
        made = thumbnail(reader.at_pts(first), STRIP_WIDTH)
    assert thumbnails(film, [first], STRIP_WIDTH) == (made,)
