"""What lies on the disk: size, resolution, profile, limit, metadata, the same each time."""

from __future__ import annotations

import shutil
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms

from studio.core.errors import BadValue, CannotRead
from studio.core.places import resources_folder
from studio.core.progress import Cancelled
from studio.poster import profiles
from studio.poster.document import PosterCopy
from studio.poster.exports.base import EXPORTS
from studio.poster.exports.write import export_poster
from studio.poster.format import EXTENSIONS, KINDS, Format, Kind
from studio.poster.make import make_poster
from studio.poster.profiles import profile
from studio.poster.reading import read_picture
from studio.presets import store
from tests.studio.poster.conftest import copy_in, dusk

META = {"Source": "night stall 夜.mp4", "SourceSHA256": "0" * 64, "SourcePTS": "1001"}


def kind(name: Kind, **other: object) -> Format:
    form = replace(store.poster_format("dooh-portrait"), width=360, height=640, dpi=150)
    return replace(form.in_kind(name), **other)  # type: ignore[arg-type]


def written(folder: Path, form: Format) -> tuple[Path, tuple[str, ...]]:
    made = make_poster(dusk(), store.template("quiet-line"), form, copy_in("zh-Hans", "en"))
    path = folder / f"poster.{form.extension}"
    problems = export_poster(made, path, form, META)
    return path, tuple(one.check for one in problems)


PICTURES = ("png", "jpeg", "tiff")


@pytest.mark.parametrize("name", PICTURES)
def test_each_kind_says_size_resolution_profile_and_source(name: Kind, tmp_path: Path) -> None:
    form = kind(name)
    path, problems = written(tmp_path, form)
    assert problems == ()
    with Image.open(path) as image:
        assert image.size == (360, 640)
        assert image.mode == "RGB"
        assert [round(float(part)) for part in image.info["dpi"]] == [150, 150]
        assert image.info["icc_profile"] == profile("sRGB")
    data = path.read_bytes()
    assert "night stall 夜.mp4".encode() in data
    assert b"quiet-line" in data
    assert b"1001" in data
    assert sorted(one.name for one in tmp_path.iterdir()) == [path.name]


@pytest.mark.parametrize("name", EXPORTS.names())
def test_every_kind_holds_its_source(name: Kind, tmp_path: Path) -> None:
    path, problems = written(tmp_path, kind(name))
    assert problems == ()
    data = path.read_bytes()
    assert "night stall 夜.mp4".encode() in data
    assert b"quiet-line" in data
    assert sorted(one.name for one in tmp_path.iterdir()) == [path.name]


def test_every_kind_of_a_format_can_be_written() -> None:
    assert set(EXPORTS.names()) == set(KINDS) == set(EXTENSIONS)


@pytest.mark.parametrize("name", EXPORTS.names())
def test_the_same_poster_is_the_same_file(name: Kind, tmp_path: Path) -> None:
    one, _ = written(tmp_path / "one", kind(name))
    other, _ = written(tmp_path / "other", kind(name))
    assert one.read_bytes() == other.read_bytes()


def test_cmyk_is_separated_within_its_ink_limit(tmp_path: Path) -> None:
    path, _ = written(tmp_path, kind("tiff", icc="ISO Coated v2 300%"))
    with Image.open(path) as image:
        assert image.mode == "CMYK"
        assert image.info["icc_profile"] == profile("ISO Coated v2 300%")
        ink = np.asarray(image, np.float32).sum(axis=2) / 2.55
    assert ink.max() <= 303


def test_another_rgb_profile_is_converted_to_not_only_named(tmp_path: Path, monkeypatch) -> None:
    there = tmp_path / "icc"
    there.mkdir()
    shutil.copy(resources_folder() / "icc" / "DisplayP3-v4.icc", there / "P3.icc")
    monkeypatch.setattr(profiles, "_folders", lambda: (there,))
    plain, _ = written(tmp_path / "plain", kind("tiff"))
    path, _ = written(tmp_path / "wide", kind("tiff", icc=profiles.known("P3").name))
    with Image.open(path) as image, Image.open(plain) as srgb:
        own = ImageCms.ImageCmsProfile(BytesIO(image.info["icc_profile"]))
        back = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"))
        assert np.asarray(image).tobytes() != np.asarray(srgb).tobytes()
        assert np.abs(np.asarray(back).astype(int) - np.asarray(srgb)).max() <= 3
    with pytest.raises(BadValue, match="press"):
        written(tmp_path / "pdf", kind("pdf", icc=profiles.known("P3").name))


@pytest.mark.parametrize("name", ["psd", "pdf", "pdf-screen"])
def test_what_is_stopped_leaves_nothing(name: Kind, tmp_path: Path) -> None:
    form = kind(name)
    made = make_poster(dusk(), store.template("quiet-line"), form, copy_in("en"))
    seen: list[float] = []

    class Stop:
        def report(self, fraction: float, note: str = "") -> None:
            seen.append(fraction)
            if fraction > 0.5:
                raise Cancelled

    with pytest.raises(Cancelled):
        export_poster(made, tmp_path / "poster", form, META, Stop())
    assert seen == sorted(seen)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", EXPORTS.names())
def test_copy_that_no_face_has_is_written_without_it(name: Kind, tmp_path: Path) -> None:
    form = kind(name)
    copy = PosterCopy(("en",), {"en": "\U000f0000\U000f0001"}, {"en": "Lamp"})
    made = make_poster(dusk(), store.template("quiet-line"), form, copy)
    assert export_poster(made, tmp_path / "poster", form, META) == ()
    assert (tmp_path / "poster").stat().st_size > 1000


def test_a_size_limit_is_kept_by_lowering_quality(tmp_path: Path) -> None:
    path, _ = written(tmp_path / "free", kind("jpeg"))
    limit = path.stat().st_size * 2 // 3
    path, problems = written(tmp_path / "limited", kind("jpeg", max_bytes=limit))
    assert problems == ()
    assert limit * 0.8 < path.stat().st_size <= limit


@pytest.mark.parametrize("name", EXPORTS.names())
def test_a_limit_that_cannot_be_kept_is_a_problem(name: Kind, tmp_path: Path) -> None:
    path, problems = written(tmp_path, kind(name, max_bytes=2000))
    assert problems == ("size",)
    assert path.is_file()


def test_pictures_are_read_upright_and_flat(tmp_path: Path) -> None:
    picture = Image.fromarray(dusk(64, 32))
    exif = Image.Exif()
    exif[0x0112] = 6
    picture.save(tmp_path / "turned.jpg", exif=exif)
    assert read_picture(tmp_path / "turned.jpg").shape == (64, 32, 3)
    clear = Image.new("RGBA", (20, 20), (255, 0, 0, 0))
    clear.save(tmp_path / "clear.png")
    assert not read_picture(tmp_path / "clear.png").any()
    deep = Image.fromarray(np.full((20, 20), 32768, np.uint16))
    deep.save(tmp_path / "deep.tif")
    assert abs(int(read_picture(tmp_path / "deep.tif")[0, 0, 0]) - 127) <= 1


@pytest.mark.parametrize(
    "data", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, b"GIF89a" + b"\0" * 30]
)
def test_what_is_no_picture_is_refused_in_words(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "odd.png"
    path.write_bytes(data)
    with pytest.raises(CannotRead, match=r"odd\.png"):
        read_picture(path)


def test_a_cut_off_picture_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "cut.png"
    Image.fromarray(dusk()).save(path)
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(CannotRead, match="damaged"):
        read_picture(path)


def test_a_picture_with_too_many_pixels_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    Image.new("1", (20000, 10000)).save(path)
    with pytest.raises(CannotRead, match="pixels"):
        read_picture(path)
