"""Profiles of the machine, proofs, gamut and ink."""

from __future__ import annotations

import shutil

import numpy as np
import pytest
from PIL import Image

from studio.core.errors import BadValue
from studio.core.places import resources_folder
from studio.poster import profiles
from studio.poster.format import PRESS
from studio.poster.profiles import coverage, known, out_of_gamut, separated, soft_proof


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A machine with one folder of profiles."""
    there = tmp_path / "icc"
    there.mkdir()
    monkeypatch.setattr(profiles, "_folders", lambda: (there, tmp_path / "none"))
    return there


def test_profiles_are_found_by_description_whatever_the_case(folder) -> None:
    icc = resources_folder() / "icc"
    (folder / "below").mkdir()
    shutil.copy(icc / "ISOcoated_v2_300_bas.icc", folder / "below" / "Press.ICM")
    # For reading inks only: nothing can be written in it.
    shutil.copy(icc / "CGATS001Compat-v2-micro.icc", folder)
    (folder / "broken.icc").write_bytes(b"\0" * 200)
    (folder / "empty.icc").write_bytes(b"")
    found = {one.name: one for one in profiles.profiles()}
    (name,) = set(found) - {"sRGB", PRESS}
    assert found[name].space == "CMYK"
    assert not found[name].bundled
    for wanted in (name, name.upper(), "press", "Press.ICM"):
        assert known(wanted) == found[name]


def test_what_is_not_there_is_said_with_what_to_do(folder) -> None:
    with pytest.raises(BadValue, match="Japan Color 2011") as caught:
        known("Japan Color 2011 Coated")
    assert str(folder) in caught.value.hint


def ramp() -> Image.Image:
    ys, xs = np.mgrid[0:48, 0:96].astype(np.float32)
    picture = np.stack([xs / 95 * 255, ys / 47 * 255, 255 - xs / 95 * 255], axis=2)
    return Image.fromarray(picture.astype(np.uint8))


def test_a_proof_keeps_greys_and_tames_what_the_press_cannot_print() -> None:
    greys = Image.fromarray(np.repeat(np.arange(0, 256, 5, np.uint8)[None, :, None], 3, 2))
    assert np.abs(np.asarray(soft_proof(greys, PRESS)).astype(int) - greys).max() <= 6
    blue = Image.new("RGB", (2, 2), (0, 0, 255))
    assert np.abs(np.asarray(soft_proof(blue, PRESS)).astype(int) - blue).max() > 40
    white = Image.new("RGB", (2, 2), (255, 255, 255))
    assert np.asarray(soft_proof(white, PRESS)).min() >= 254
    assert np.asarray(soft_proof(white, PRESS, paper=True)).min() < 250


def test_the_gamut_warning_marks_what_comes_back_changed() -> None:
    picture = Image.new("RGB", (4, 1))
    for x, colour in enumerate([(128, 128, 128), (0, 0, 255), (0, 255, 0), (200, 160, 140)]):
        picture.putpixel((x, 0), colour)
    assert out_of_gamut(picture, PRESS).tolist() == [[False, True, True, False]]


def test_ink_is_measured_over_places_not_specks() -> None:
    inks = np.zeros((300, 300, 4), np.uint8)
    assert coverage(Image.fromarray(inks, "CMYK")) == 0
    inks[:, :, 3] = 255
    assert coverage(Image.fromarray(inks, "CMYK")) == 100
    inks[40, 40] = 255
    assert coverage(Image.fromarray(inks, "CMYK")) == 100
    inks[90:150, 90:150] = 255
    assert coverage(Image.fromarray(inks, "CMYK")) == 400


def test_the_bundled_press_keeps_its_limit() -> None:
    assert coverage(separated(ramp(), PRESS)) <= 301
    assert 290 < coverage(separated(Image.new("RGB", (9, 9)), PRESS)) <= 301
