from __future__ import annotations

import struct
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree

import cv2
import numpy as np
import pytest
from PIL import Image

from studio.core.errors import BadValue, CannotRead
from studio.core.geometry import Rect, Size
from studio.media.film import Film
from studio.media.frames import frame_image
from studio.media.grab import grab
from studio.media.overrides import Overrides
from studio.media.probe import probe
from studio.media.provenance import one_line, provenance, software
from tests.drawn import draw_film, read_number

AT = Fraction(33, 25)
KINDS = ("a.png", "b.jpg", "c.tif")


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Film:
    """Of ten bits."""
    path = tmp_path_factory.mktemp("grab") / "a.mp4"
    return probe(draw_film(path, sound="", pixel_format="yuv420p10le"))


def test_a_frame_is_written_as_shown(tmp_path: Path, film: Film) -> None:
    frame = frame_image(film, AT)
    for name in KINDS:
        assert grab(film, AT, tmp_path / name).pts == frame.pts
    with Image.open(tmp_path / "a.png") as picture:
        assert np.array_equal(np.asarray(picture), frame.rgb())
    with Image.open(tmp_path / "b.jpg") as picture:
        assert np.abs(np.asarray(picture).astype(int) - frame.rgb()).mean() < 3
        assert read_number(np.asarray(picture)) == 33
    deep = cv2.imread(str(tmp_path / "c.tif"), cv2.IMREAD_UNCHANGED)
    assert np.array_equal(deep[..., ::-1], frame.rgb16())


def ramp(path: Path, pixel_format: str) -> Film:
    """Every luma step of a narrow range side by side: 256 of ten bits, 64 of eight."""
    draw_film(
        path,
        frames=1,
        sound="",
        size=Size(1024, 64),
        codec="ffv1",
        pixel_format=pixel_format,
        ramp=True,
    )
    return probe(path)


def test_sixteen_bits_are_the_films_own_and_not_eight_shifted(tmp_path: Path) -> None:
    film = ramp(tmp_path / "a.mkv", "yuv444p10le")
    for name in ("deep.png", "deep.tif"):
        grab(film, Fraction(0), tmp_path / name, deep=name.endswith("png"))
        deep = cv2.imread(str(tmp_path / name), cv2.IMREAD_UNCHANGED)
        assert deep.dtype == np.uint16
        grey = deep[20, :, 1].astype(int)
        # 1024 columns show 256 neighbouring ten-bit values; eight bits would leave 64.
        assert len(np.unique(grey)) == 256
        assert (np.diff(grey) >= 0).all()
        # Luma 400 to 655 of ten bits: 64 is black, 940 white.
        wanted = (400 + np.arange(1024) // 4 - 64) / 876 * 65535
        assert np.abs(grey - wanted).max() < 20
    shallow = ramp(tmp_path / "b.mkv", "yuv444p")
    assert len(np.unique(frame_image(shallow, Fraction(0)).rgb16()[20, :, 1])) == 64


def test_all_kinds_carry_the_profile_and_where_the_frame_is_from(
    tmp_path: Path, film: Film
) -> None:
    frame = frame_image(film, AT)
    packets = []
    for name in KINDS:
        grab(film, AT, tmp_path / name)
        with Image.open(tmp_path / name) as picture:
            packets.append(picture.info["xmp"])
            assert picture.info["icc_profile"][36:40] == b"acsp"
            words = picture.info.get("Source") or picture.info.get("comment")
            words = words or picture.tag_v2[270]  # type: ignore[attr-defined]
            assert (words.decode() if isinstance(words, bytes) else words) == one_line(frame)
    assert packets[0] == packets[1] == packets[2]
    text = packets[0].decode().split("?>", 1)[1].rsplit("<?", 1)[0]
    told = {
        element.tag.rpartition("}")[2]: element.text
        for element in ElementTree.fromstring(text).iter()
    }
    assert told["SourceSHA256"] == film.sha256
    assert (told["PTS"], told["TimeBase"], told["Stream"]) == (str(frame.pts), "1/12800", "0")
    assert (told["Timecode"], told["Frame"]) == ("00:00:01:08", "33")
    assert (told["Matrix"], told["Range"]) == ("bt709", "tv")
    assert told["CreatorTool"] == software()
    assert told["source"] == "a.mp4"
    assert "Crop" not in told
    assert str(tmp_path) not in text


def test_what_was_assumed_set_by_hand_or_cropped_is_said(tmp_path: Path) -> None:
    path = draw_film(tmp_path / "a.mp4", frames=2, sound="", tagged=False)
    part = Rect(0.25, 0.5, 0.5, 0.25)
    film = probe(path, overrides=Overrides(matrix="bt709", active=part))
    grab(film, Fraction(0), tmp_path / "a.png")
    whole = frame_image(replace(film, read_as=Overrides()), Fraction(0)).rgb()
    with Image.open(tmp_path / "a.png") as picture:
        assert np.array_equal(np.asarray(picture), whole[90:135, 80:240])
    told = dict(provenance(frame_image(film, Fraction(0))))
    assert told["Matrix"] == "bt709 (set by hand)"
    assert told["Range"] == "tv (assumed)"
    assert (told["Picture"], told["Crop"]) == ("320x180", "80,90,160,45")


def test_names_that_xml_cannot_hold_do_no_harm(tmp_path: Path) -> None:
    path = draw_film(tmp_path / "a <&> \x07 b.mp4", frames=1, sound="")
    grab(probe(path), Fraction(0), tmp_path / "a.png")
    with Image.open(tmp_path / "a.png") as picture:
        text = picture.info["xmp"].decode().split("?>", 1)[1].rsplit("<?", 1)[0]
    assert "a <&> \ufffd b.mp4" in "".join(ElementTree.fromstring(text).itertext())


def test_the_same_frame_gives_the_same_bytes(tmp_path: Path, film: Film) -> None:
    for name in KINDS:
        grab(film, Fraction(0), tmp_path / name)
        first = (tmp_path / name).read_bytes()
        grab(film, Fraction(0), tmp_path / name)
        assert (tmp_path / name).read_bytes() == first


def test_png_is_well_formed_and_small(tmp_path: Path, film: Film) -> None:
    grab(film, AT, tmp_path / "a.png", deep=True)
    data = (tmp_path / "a.png").read_bytes()
    kinds, place = [], 8
    while place < len(data):
        length, kind = struct.unpack(">I4s", data[place : place + 8])
        kinds.append(kind.decode())
        place += 12 + length
    assert kinds == ["IHDR", "iCCP", "tEXt", "iTXt", "IDAT", "IEND"]
    assert len(data) < 320 * 180 * 6 / 2


def test_what_cannot_be_grabbed_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    path = draw_film(tmp_path / "a.mp4", frames=5, sound="")
    film = probe(path)
    with pytest.raises(BadValue, match=r"\.bmp"):
        grab(film, Fraction(0), tmp_path / "a.bmp")
    with pytest.raises(BadValue, match="no 16 bits"):
        grab(film, Fraction(0), tmp_path / "a.jpg", deep=True)
    for at in (Fraction(-1), film.duration):
        with pytest.raises(BadValue, match="outside"):
            grab(film, at, tmp_path / "a.png")
    draw_film(path, frames=6, sound="")
    with pytest.raises(CannotRead, match="has changed"):
        grab(film, Fraction(0), tmp_path / "a.png")
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.mp4"]
