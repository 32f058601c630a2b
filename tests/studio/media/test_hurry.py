"""Frames far from a key frame are found quickly, and are the very ones that reading gives."""

from __future__ import annotations

import hashlib
import random
from fractions import Fraction

import pytest

from studio.core.progress import Cancelled
from studio.media.film import Film
from studio.media.frames import Frame, FrameReader
from studio.media.probe import probe
from tests.drawn import draw_film

_FRAMES = 150


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Film:
    """One group of pictures, with pictures that others refer to and such that none does."""
    path = tmp_path_factory.mktemp("long") / "long.mp4"
    options = {"preset": "veryfast", "crf": "20", "sc_threshold": "0"}
    draw_film(path, frames=_FRAMES, gop=_FRAMES, b_frames=3, sound="", options=options)
    return probe(path)


def print_of(frame: Frame) -> str:
    return hashlib.sha256(b"".join(bytes(plane) for plane in frame.native.planes)).hexdigest()


@pytest.fixture(scope="module")
def wanted(film: Film) -> list[str]:
    with FrameReader(film) as reader:
        return [print_of(frame) for frame in reader.walk()]


def test_frames_in_any_order_are_the_ones_read_in_order(film: Film, wanted: list[str]) -> None:
    numbers = random.Random(3).choices(range(_FRAMES), k=40)
    with FrameReader(film) as reader:
        for number in numbers:
            frame = reader.at(film.video.rate.seconds(number))
            assert (frame.index, print_of(frame)) == (number, wanted[number])


@pytest.mark.parametrize("far", [30, 90, 149])
def test_from_there_steps_go_both_ways(film: Film, wanted: list[str], far: int) -> None:
    with FrameReader(film) as reader:
        for number in (far, far - 1, far - 7, far - 9, far - 25, min(far + 1, _FRAMES - 1), far):
            frame = reader.at(film.video.rate.seconds(number))
            assert print_of(frame) == wanted[number]
        start = reader.at(film.video.rate.seconds(far - 20)).pts
        walked = [print_of(frame) for frame in reader.walk(start)]
        assert walked == wanted[far - 20 :]


def test_beyond_the_end_the_last_stands(film: Film, wanted: list[str]) -> None:
    with FrameReader(film) as reader:
        for seconds in (Fraction(600), Fraction(2), film.duration):
            last = reader.at(seconds)
        assert print_of(last) == wanted[-1]


def test_pictures_nobody_refers_to_are_left_out_on_the_way(film: Film) -> None:
    with FrameReader(film) as reader:
        reader.at(Fraction(0))
        made = 0
        advance = reader._advance

        def counted() -> bool:
            nonlocal made
            made += 1
            return advance()

        reader._advance = counted  # type: ignore[method-assign]
        reader.at(film.video.rate.seconds(140))
    assert made < 115


def test_stepping_back_reads_again_only_when_what_is_kept_is_used_up(
    film: Film, wanted: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """From frame 140 back to 60: one reading for the pictures that are kept, not one a step."""
    sought = []
    seek = FrameReader._seek

    def counted(reader: FrameReader, pts: int, whole: int | None) -> None:
        sought.append(pts)
        seek(reader, pts, whole)

    monkeypatch.setattr(FrameReader, "_seek", counted)
    with FrameReader(film) as reader:
        for number in range(140, 60, -1):
            assert print_of(reader.at(film.video.rate.seconds(number))) == wanted[number]
    assert len(sought) <= 3


def test_a_read_that_nobody_wants_any_more_is_left_and_the_next_is_right(
    film: Film, wanted: list[str]
) -> None:
    unwanted = [False]
    with FrameReader(film, lambda: unwanted[0]) as reader:
        for left, then in ((110, 90), (100, 30), (60, 118), (119, 0), (80, 81)):
            reader.at_pts(film.video.first_pts)
            unwanted[0] = True
            with pytest.raises(Cancelled):
                reader.at(film.video.rate.seconds(left))
            unwanted[0] = False
            assert print_of(reader.at(film.video.rate.seconds(then))) == wanted[then]
        # What is nearly there is brought to its end: a slow hand sees each frame.
        unwanted[0] = True
        assert print_of(reader.at(film.video.rate.seconds(90))) == wanted[90]
