"""Interlaced pictures: found by their combs, and a still shows one moment at full height."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from studio.media.fields import deinterlaced, is_combed, one_field
from studio.media.frames import FrameReader, frame_image
from studio.media.overrides import Overrides
from studio.media.probe import probe
from tests.drawn import draw_film

# A frame in which the square has moved by 2 columns between the fields.
AT = Fraction(8, 25)


def planes(frame: av.VideoFrame) -> list[np.ndarray]:
    kind = np.uint16 if frame.format.components[0].bits > 8 else np.uint8
    found = []
    for plane in frame.planes:
        rows = np.frombuffer(memoryview(plane), kind).reshape(plane.height, -1)
        found.append(rows[:, : plane.width].astype(int))
    return found


def psnr(seen: np.ndarray, wanted: np.ndarray) -> float:
    return float(10 * np.log10(255**2 / max(1e-9, np.square(seen - wanted).mean())))


@pytest.mark.parametrize("layout", ["yuv420p", "yuv422p", "yuv422p10le"])
def test_a_still_shows_one_moment_nearer_to_it_than_a_field_blown_up(
    tmp_path: Path, layout: str
) -> None:
    common = {"frames": 12, "sound": "", "pixel_format": layout, "codec": "ffv1"}
    woven = frame_image(probe(draw_film(tmp_path / "a.mkv", interlaced=True, **common)), AT).native
    whole = frame_image(probe(draw_film(tmp_path / "b.mkv", **common)), AT).native
    assert is_combed(planes(woven)[0], woven.format.components[0].bits)
    made = deinterlaced(woven)
    assert (made.width, made.height, made.format.name) == (320, 180, layout)
    assert not is_combed(planes(made)[0], made.format.components[0].bits)
    unit = 1 << (woven.format.components[0].bits - 8)
    half = np.repeat(planes(one_field(woven))[0], 2, axis=0)
    wanted, luma = planes(whole)[0] / unit, planes(made)[0] / unit
    assert psnr(luma, wanted) > psnr(half / unit, wanted) + 3
    # Where nothing moves, and in the lines of the upper field, not a pixel is changed.
    assert np.array_equal(planes(made)[0][0::2], planes(woven)[0][0::2])
    assert np.array_equal(planes(made)[0][90:, :], planes(woven)[0][90:, :])


def test_what_is_whole_stays_whole(tmp_path: Path) -> None:
    film = probe(draw_film(tmp_path / "a.mp4", frames=12, sound=""))
    with FrameReader(film) as reader:
        for frame in reader.walk():
            assert deinterlaced(frame.native) is frame.native
            assert one_field(frame.native) is frame.native


def test_a_person_can_say_what_the_file_does_not(tmp_path: Path) -> None:
    """Woven fields in a file that calls itself progressive, and the other way round."""
    path = draw_film(tmp_path / "a.mkv", frames=12, sound="", interlaced=True, codec="ffv1")
    silent = probe(path)
    assert not silent.video.interlaced
    told = probe(path, overrides=Overrides(fields="interlaced"))
    assert told.video.interlaced
    assert is_combed(frame_image(silent, AT).rgb()[..., 1], 8)
    assert not is_combed(frame_image(told, AT).rgb()[..., 1], 8)
    assert not is_combed(frame_image(told, AT).screen(told.video.display, flow=1)[..., 1], 8)
    tagged = draw_film(tmp_path / "b.mp4", frames=12, sound="", interlaced=True)
    assert probe(tagged).video.interlaced
    flat = probe(tagged, overrides=Overrides(fields="progressive"))
    assert not flat.video.interlaced
    assert is_combed(frame_image(flat, AT).rgb()[..., 1], 8)
