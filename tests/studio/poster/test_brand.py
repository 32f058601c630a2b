"""A brand's kit acts: inks, faces, a logo in a free corner; without one nothing changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from studio.core.colour import Colour
from studio.core.errors import BadValue, CannotRead
from studio.core.files import sha256
from studio.core.geometry import Rect
from studio.poster.brand import Brand, Logo, branded, draw_logo, logo_places, read_logo
from studio.poster.corner import contrast_at, cost, ground_at
from studio.poster.document import PosterCopy
from studio.poster.layout import layout
from studio.poster.make import make_poster
from studio.poster.preview import preview
from studio.poster.still import still_of
from studio.presets import store


def logo(folder: Path, name: str = "logo.png", colour=(255, 255, 255), size=(300, 100)) -> Logo:
    path = folder / name
    Image.new("RGBA", size, (*colour, 255)).save(path)
    return read_logo(path, sha256(path))


def dark() -> np.ndarray:
    return np.full((720, 1280, 3), 24, np.uint8)


def copy(brand: Brand | None = None, legal: str = "") -> PosterCopy:
    return PosterCopy(("en",), {"en": "A small lamp."}, {"en": "Stall"}, legal, brand)


def made(brand: Brand | None = None, form: str = "kakao", legal: str = ""):
    return make_poster(
        dark(), store.template("quiet-line"), store.poster_format(form), copy(brand, legal)
    )


def test_a_poster_without_a_kit_and_with_an_empty_one_is_the_same() -> None:
    assert made().image.tobytes() == made(Brand()).image.tobytes()


def test_inks_and_faces_take_the_place_of_the_templates() -> None:
    template = store.template("quiet-line")
    brand = Brand(light="#ffcc00", faces={"latin": ("Inter",)})
    changed = branded(template, brand)
    assert (changed.light, changed.dark) == (Colour(255, 204, 0), template.dark)
    assert changed.scripts["latin"].families[0] == "Inter"
    assert changed.scripts["latin"].families[1:] == template.scripts["latin"].families
    assert changed.scripts["hans"] == template.scripts["hans"]
    poster = made(brand)
    assert poster.layout.tones[0].ink == Colour(255, 204, 0)


@pytest.mark.parametrize("form", ["kakao", "one-sheet", "dooh-portrait"])
def test_the_logo_stands_free_in_the_safe_area(tmp_path: Path, form: str) -> None:
    brand = Brand(logo_light=logo(tmp_path, colour=(255, 0, 0)))
    placed = made(brand, form, "© 2026 Small Lights").layout
    box = placed.logo_box
    assert box is not None
    assert placed.safe.holds(box, 0.5)
    assert all(box.meet(piece.ink).area == 0 for piece in placed.pieces)
    assert box.width / box.height == pytest.approx(3)


def test_the_logo_is_painted_where_it_stands_and_nowhere_else(tmp_path: Path) -> None:
    brand = Brand(logo_light=logo(tmp_path, colour=(255, 0, 0)))
    plain, with_logo = np.asarray(made().image), np.asarray(made(brand).image)
    box = made(brand).layout.logo_box
    assert box is not None
    x, y = round(box.x + box.width / 2), round(box.y + box.height / 2)
    assert tuple(with_logo[y, x]) == (255, 0, 0)
    changed = np.argwhere((plain != with_logo).any(axis=2))
    (top, left), (low, right) = changed.min(axis=0), changed.max(axis=0)
    assert abs(top - box.y) <= 1
    assert abs(left - box.x) <= 1
    assert abs(low + 1 - box.bottom) <= 1.5
    assert abs(right + 1 - box.right) <= 1.5


def test_the_preview_shows_the_logo_at_the_same_place(tmp_path: Path) -> None:
    brand = Brand(logo_light=logo(tmp_path, colour=(255, 0, 0)))
    small = preview(
        still_of(dark(), None, ()), store.template("quiet-line"),
        store.poster_format("kakao"), copy(brand), 400,
    )  # fmt: skip
    large = made(brand)
    assert small.layout.logo_box == large.layout.logo_box
    by = small.image.width / large.image.width
    box = large.layout.logo_box
    spot = round((box.x + box.width / 2) * by), round((box.y + box.height / 2) * by)
    assert small.image.getpixel(spot) == (255, 0, 0)


def test_the_shade_goes_with_the_ground(tmp_path: Path) -> None:
    white, black = logo(tmp_path), logo(tmp_path, "dark.png", (0, 0, 0))
    both = Brand(logo_light=white, logo_dark=black)
    assert both.logo_on(light=True) == white
    assert both.logo_on(light=False) == black
    assert Brand(logo_dark=black).logo_on(light=True) == black
    assert made(both).layout.logo == white


def halves() -> np.ndarray:
    """Dark, but for a bright busy right half."""
    picture = dark()
    noise = np.random.default_rng(5).integers(150, 256, (720, 640, 1), np.uint8)
    picture[:, 640:] = noise
    return picture


def test_the_logo_takes_the_corner_in_which_it_is_seen(tmp_path: Path) -> None:
    words = PosterCopy(("en",), {"en": "Lamp"}, {}, "", Brand(logo_light=logo(tmp_path)))
    template, form = store.template("quiet-line"), store.poster_format("kakao")
    placed = make_poster(halves(), template, form, words, (0.5, 0.5)).layout
    assert placed.logo_box is not None
    assert placed.logo_box.right < form.width / 2
    plain = make_poster(dark(), template, form, words, (0.5, 0.5)).layout
    assert plain.logo_box is not None
    assert plain.logo_box.x > form.width / 2


def test_a_shade_that_is_not_seen_costs_more_than_the_other_one(tmp_path: Path) -> None:
    white, black = logo(tmp_path), logo(tmp_path, "dark.png", (0, 0, 0))
    assert (white.light, black.light) == (1.0, 0.0)
    still = still_of(halves(), (0.5, 0.5))
    template, form = store.template("quiet-line"), store.poster_format("kakao")
    placed = layout(template, form, copy(), still)
    corner = Rect(form.width * 0.8, 20.0, 90.0, 30.0)
    ground = ground_at(placed, still, corner)
    assert ground.min() > 140
    assert contrast_at(ground, 1.0) < 3 < contrast_at(ground, 0.0)
    assert cost(placed, still, corner, 1.0) > cost(placed, still, corner, 0.0) + 0.3
    away = cost(placed, still, corner.moved(-form.width * 0.7, 0.0), 1.0)
    assert away < cost(placed, still, corner, 0.0)


def test_a_logo_without_room_or_too_small_is_said(tmp_path: Path) -> None:
    one = logo(tmp_path)
    form = store.poster_format("kakao")
    everything = Rect(0, 0, form.width, form.height)
    assert logo_places(one, Brand(logo_light=one), form, everything, (everything,)) == ()
    wide = logo(tmp_path, "wide.png", size=(2000, 12))
    tall = logo(tmp_path, "tall.png", size=(8, 400))
    checks = {problem.check for problem in made(Brand(logo_light=tall, size=0.4)).problems}
    assert "logo" in checks
    assert "logo" not in {problem.check for problem in made(Brand(logo_light=wide)).problems}


def test_a_legal_line_too_small_to_be_read_is_said() -> None:
    line = "© 2026 Small Lights. All rights reserved."
    found = {problem.check for problem in made(Brand(), "kakao", line).problems}
    assert {"legal-size", "legal"} & found or "legal-size" not in found
    assert "legal-size" not in {one.check for one in made(None, "kakao", line).problems}


@pytest.mark.parametrize(
    "wrong", [{"size": 9.0}, {"light": "yellow"}, {"faces": {"klingon": ("X",)}}]
)
def test_a_kit_that_cannot_be_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises((ValueError, BadValue)):
        Brand(**wrong)


@pytest.mark.parametrize(
    "data", [b"", b"<svg/>", b"GIF89a" + b"\x00" * 40, b"\x89PNG\r\n\x1a\n123"]
)
def test_what_is_no_logo_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(data)
    with pytest.raises(CannotRead, match="no PNG or TIFF"):
        read_logo(path, sha256(path))


def test_places_are_no_part_of_what_a_brand_shows(tmp_path: Path) -> None:
    brand = Brand(logo_light=logo(tmp_path))
    bare = brand.bare()
    assert bare.logo_light is not None
    assert bare.logo_light.path == ""
    assert bare.placed({bare.logo_light.sha256: brand.logo_light.path}) == brand
    with pytest.raises(BadValue):
        draw_logo(np.zeros((9, 9, 3), np.uint8), bare.logo_light, Rect(0, 0, 3, 3))


def test_transparent_edges_bring_no_colour_in(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    pixels = np.zeros((40, 40, 4), np.uint8)
    pixels[..., 0] = 255
    pixels[10:30, 10:30] = (255, 255, 255, 255)
    Image.fromarray(pixels).save(path)
    canvas = np.zeros((20, 20, 3), np.uint8)
    draw_logo(canvas, read_logo(path, sha256(path)), Rect(0, 0, 20, 20))
    assert (canvas[..., 0] == canvas[..., 2]).all()
    off = np.zeros((20, 20, 3), np.uint8)
    draw_logo(off, replace(read_logo(path, sha256(path))), Rect(-10, 12, 20, 20))
    assert off[12:, :10].any()
