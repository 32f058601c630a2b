from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from studio.core.errors import CannotRead
from studio.core.geometry import Size
from studio.media.fields import is_combed
from studio.media.frames import FrameReader, frame_image
from studio.media.probe import Overrides, probe
from tests.drawn import draw_film, read_number
from tests.oracle import seek_faults

FORMS = {
    "b-frames.mp4": {},
    "b-frames.mkv": {},
    "intra.mov": {"codec": "prores_ks", "pixel_format": "yuv422p10le", "sound": ""},
    "no-pts.avi": {"codec": "mpeg4", "sound": ""},
    "open-gop.ts": {"codec": "mpeg2video", "sound": "mp2", "options": {"bf": "2"}},
    "open-gop.mp4": {"options": {"x264-params": "open-gop=1:bframes=3:keyint=9"}},
    "refresh.mp4": {"options": {"x264-params": "intra-refresh=1:keyint=10", "bf": "0"}},
    "late.mp4": {"pts": tuple(range(40, 90)), "time_base": Fraction(1, 25), "sound": ""},
    "vfr.mkv": {
        "pts": tuple(np.cumsum([40, 17, 33, 90, 250] * 10).tolist()),
        "time_base": Fraction(1, 1000),
    },
    "vp9.webm": {"codec": "libvpx-vp9", "sound": "", "options": {"auto-alt-ref": "1"}},
    "vp8.webm": {"codec": "libvpx", "sound": "", "options": {"auto-alt-ref": "1"}},
}


@pytest.mark.parametrize("name", FORMS)
def test_a_picture_is_the_same_in_any_order_of_reading(tmp_path: Path, name: str) -> None:
    path = draw_film(tmp_path / name, **FORMS[name])
    assert seek_faults(path, 25) == []
    film = probe(path)
    with FrameReader(film) as reader:
        assert [read_number(frame.rgb()) for frame in reader.walk()] == list(range(50))
        assert film.video.frames == 50


def test_at_gives_the_picture_on_screen_and_holds_at_both_ends(tmp_path: Path) -> None:
    pts = (100, 140, 300, 340)
    path = draw_film(tmp_path / "a.mkv", frames=4, pts=pts, time_base=Fraction(1, 1000), sound="")
    film = probe(path)
    asked = {"-1": 0, "0": 0, "0.039": 0, "0.04": 1, "0.199": 1, "0.2": 2, "0.24": 3, "99": 3}
    with FrameReader(film) as reader:
        got = {at: read_number(reader.at(Fraction(at)).rgb()) for at in asked}
    assert got == asked


def test_walk_takes_the_start_and_leaves_the_stop_out(tmp_path: Path) -> None:
    film = probe(draw_film(tmp_path / "a.mp4", frames=30, sound=""))
    step = int(1 / film.video.rate.value / film.video.time_base)
    with FrameReader(film) as reader:
        walked = [frame.index for frame in reader.walk(10 * step, 15 * step)]
        assert walked == [10, 11, 12, 13, 14]
        assert [frame.index for frame in reader.walk(27 * step - 1)] == [27, 28, 29]
        assert list(reader.walk(40 * step)) == []


def test_a_walk_finds_its_place_again_after_other_reads(tmp_path: Path) -> None:
    film = probe(draw_film(tmp_path / "a.mp4", frames=120, sound=""))
    with FrameReader(film) as reader:
        numbers = []
        for frame in reader.walk():
            numbers.append(read_number(frame.rgb()))
            if frame.index % 20 == 0:
                reader.at(Fraction((frame.index * 37) % 119, 25))
    assert numbers == list(range(120))


def test_a_pts_that_is_not_there_is_refused(tmp_path: Path) -> None:
    film = probe(draw_film(tmp_path / "a.mp4", frames=10, sound=""))
    with FrameReader(film) as reader, pytest.raises(CannotRead, match="no picture with the PTS 7"):
        reader.at_pts(7)


def test_kept_pictures_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    film = probe(draw_film(tmp_path / "a.mp4", frames=200, sound=""))
    monkeypatch.setattr("studio.media.frames._KEEP_BYTES", 320 * 180 * 20)
    with FrameReader(film) as reader:
        for _ in reader.walk():
            assert len(reader._kept) <= 13
            assert len(reader._kept) == len(reader._stamps)


def test_a_film_that_changed_is_not_read(tmp_path: Path) -> None:
    path = draw_film(tmp_path / "a.mp4", frames=10, sound="")
    film = probe(path)
    draw_film(path, frames=12, sound="")
    with pytest.raises(CannotRead, match="has changed"):
        FrameReader(film)
    path.unlink()
    with pytest.raises(CannotRead, match="cannot be read any more"):
        FrameReader(film)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("mirrored", [False, True])
def test_pictures_are_upright(tmp_path: Path, rotation: int, mirrored: bool) -> None:
    film = probe(
        draw_film(tmp_path / "a.mp4", frames=1, sound="", rotation=rotation, mirrored=mirrored)
    )
    assert (film.video.rotation, film.video.mirrored) == (rotation, mirrored)
    frame = frame_image(film, Fraction(0))
    seen = frame.rgb()
    assert seen.shape == ((180, 320, 3) if rotation in (0, 180) else (320, 180, 3))
    stored = np.rot90(seen, rotation // 90)
    stored = stored[:, ::-1] if mirrored else stored
    plain = probe(draw_film(tmp_path / "b.mp4", frames=1, sound=""))
    assert np.array_equal(stored, frame_image(plain, Fraction(0)).rgb())
    assert frame.small(90).shape[1] == 90
    assert np.array_equal(frame.rgb16().shape, seen.shape)


def test_pixels_are_made_square_and_overrides_count(tmp_path: Path) -> None:
    path = draw_film(
        tmp_path / "a.mp4", frames=1, sound="", size=Size(704, 576), sample_aspect=Fraction(16, 11)
    )
    assert frame_image(probe(path), Fraction(0)).rgb().shape == (576, 1024, 3)
    square = probe(path, overrides=Overrides(sample_aspect=Fraction(1), rotation=90))
    assert frame_image(square, Fraction(0)).rgb().shape == (704, 576, 3)
    assert frame_image(square, Fraction(0)).rgb(Size(50, 61)).shape == (61, 50, 3)


def test_a_still_of_interlaced_movement_shows_one_moment(tmp_path: Path) -> None:
    film = probe(draw_film(tmp_path / "a.mp4", frames=12, sound="", interlaced=True))
    assert film.video.interlaced
    flat = probe(draw_film(tmp_path / "b.mp4", frames=12, sound=""))
    woven = frame_image(film, Fraction(8, 25))
    seen = woven.rgb()
    assert is_combed(woven.native.to_ndarray(format="gray"), 8)
    assert not is_combed(seen[..., 1], 8)
    still = frame_image(flat, Fraction(8, 25)).rgb()
    assert np.abs(seen.astype(int) - still).mean() < 6
