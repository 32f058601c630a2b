"""The frame that a film shows itself with: the first one with something in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from studio.media.film import Film
from studio.media.probe import probe
from studio.media.thumbs import STRIP_WIDTH, thumbnails
from studio.stills.sight import first_sight
from tests.studio.shots.conftest import HEIGHT, WIDTH, faded, scene, write_film

_FADE = 24


@pytest.fixture(scope="module")
def opening(tmp_path_factory: pytest.TempPathFactory) -> Film:
    """A second of black, a second in which a picture fades in, and a second of it."""
    black = np.zeros((24, HEIGHT, WIDTH, 3), np.float32)
    shown = faded(scene(4, 48), _FADE, 0.0, out=False)
    path = tmp_path_factory.mktemp("sight") / "opening.mp4"
    return probe(write_film(path, np.concatenate([black, shown])))


def at(film: Film, frames: Sequence[int]) -> list[int]:
    """The PTS of frames, whose pictures are in the cache from now on."""
    pts = [film.pts_of(film.video.rate.seconds(frame)) for frame in frames]
    thumbnails(film, pts, STRIP_WIDTH)
    return pts


def test_black_is_passed_over_and_a_fade_counts_when_it_is_half_way(opening: Film) -> None:
    black, dim, clear, later = at(opening, (0, 28, 42, 60))
    assert first_sight(opening, (black, dim, clear, later)) == clear


def test_as_long_as_nothing_is_seen_there_is_no_frame(opening: Film) -> None:
    assert first_sight(opening, at(opening, (0, 12))) is None
    assert first_sight(opening, ()) is None


def test_a_film_that_begins_with_a_picture_is_shown_from_its_first_frame(
    tmp_path: Path,
) -> None:
    film = probe(write_film(tmp_path / "at-once.mp4", scene(5, 30)))
    pictures = at(film, (0, 20))
    assert first_sight(film, pictures) == pictures[0] == film.video.first_pts


def test_only_pictures_that_are_at_hand_are_looked_at(opening: Film) -> None:
    (clear,) = at(opening, (60,))
    absent = opening.pts_of(opening.video.rate.seconds(50))
    assert first_sight(opening, (absent, clear)) == clear
