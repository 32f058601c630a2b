"""Every bundled template in every bundled format, and what a poster promises."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from studio.core.colour import Colour
from studio.core.geometry import Rect
from studio.poster.document import PosterCopy
from studio.poster.format import Format
from studio.poster.layers import type_groups
from studio.poster.layout import layout, on_face
from studio.poster.lockup import body, ink_of
from studio.poster.make import Made, make_poster
from studio.poster.paint import paint
from studio.poster.still import Picture, still_of
from studio.presets import store
from studio.typeset.adjust import Adjust
from studio.typeset.effects import Effects, Glow, Stroke
from tests.studio.poster.conftest import COPY, copy_in, dusk

TEMPLATES = store.names("posters")
FORMATS = store.names("formats")
PAIRS = (("zh-Hans", "en"), ("ko", "en"), ("en",))
SIXTEEN = {
    "one-sheet", "a2", "jis-b1", "six-sheet", "metro-lightbox", "dooh-portrait", "dooh-landscape",
    "wechat-cover", "xiaohongshu", "douyin-cover", "weibo-square", "kakao", "line-square",
    "youtube-thumbnail", "open-graph", "award-image",
}  # fmt: skip


def shaped(width: int, height: int) -> Format:
    """A screen format of that shape."""
    return replace(store.poster_format("dooh-portrait"), width=width, height=height)


def made(template: str, form: Format, picture: Picture, *languages: str) -> Made:
    return make_poster(picture, store.template(template), form, copy_in(*languages))


def test_formats_and_templates_that_campaigns_name_are_there() -> None:
    assert set(FORMATS) >= SIXTEEN
    assert set(TEMPLATES) >= {"quiet-line", "centred-title", "vertical-line", "split"}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("template", TEMPLATES)
def test_copy_lies_in_the_safe_area_and_out_of_zones(template: str, name: str) -> None:
    form = store.poster_format(name)
    place = FORMATS.index(name) + TEMPLATES.index(template)
    copy = copy_in(*PAIRS[place % len(PAIRS)], legal="© Small Lights")
    found = layout(store.template(template), form, copy, still_of(dusk(320, 180)))
    assert {piece.role for piece in found.pieces} >= {"copy"}
    for piece in found.pieces:
        assert found.safe.holds(piece.ink, 1.0), (piece.role, piece.ink, found.safe)
        assert not piece.block.missing
        assert all(zone.meet(piece.ink).area == 0 for zone in form.zones())


@pytest.mark.parametrize("size", [(120, 1200), (600, 1000), (800, 800), (1200, 630), (2000, 200)])
@pytest.mark.parametrize("template", TEMPLATES)
def test_a_design_adapts_from_one_to_ten_to_ten_to_one(
    template: str, size: tuple[int, int], still_picture: Picture
) -> None:
    poster = made(template, shaped(*size), still_picture, "ja", "en")
    assert poster.image.size == size
    assert not {one.check for one in poster.problems} & {"overflow", "glyphs", "zone"}


def test_glyphs_drawn_are_glyphs_shaped(still_picture: Picture) -> None:
    poster = made("vertical-line", shaped(600, 900), still_picture, "ja", "en")
    assert poster.drawn == sum(piece.block.glyphs for piece in poster.layout.pieces)


def test_the_same_poster_twice_is_the_same_bytes(still_picture: Picture) -> None:
    one, other = (
        made("quiet-line", shaped(700, 900), still_picture, "zh-Hans", "en") for _ in range(2)
    )
    assert one.image.tobytes() == other.image.tobytes()


def test_the_second_language_keeps_its_proportion(still_picture: Picture) -> None:
    template = store.template("quiet-line")
    for size in ((600, 900), (1200, 400)):
        poster = made("quiet-line", shaped(*size), still_picture, "zh-Hans", "en")
        first, second = (
            next(piece.block for piece in poster.layout.pieces if piece.role == role)
            for role in ("copy", "second")
        )
        own = first.size * body("zh-Hans") / (template.scripts["hans"].size / 100)
        other = second.size * body("en") / (template.seconds["latin"].size / 100)
        assert 0.38 <= other / own <= 0.5


def test_copy_never_stands_on_a_face() -> None:
    picture = dusk()
    for faces in (
        (Rect(0.05, 0.5, 0.3, 0.45),),
        (Rect(0.2, 0.05, 0.6, 0.9),),
        (Rect(0.0, 0.0, 1.0, 1.0),),
    ):
        for template in TEMPLATES:
            for size in ((600, 900), (900, 383), (1280, 720), (800, 800)):
                found = layout(
                    store.template(template), shaped(*size), copy_in("zh-Hans", "en"),
                    still_of(picture, None, faces),
                )  # fmt: skip
                assert found.faces, (template, size)
                assert not on_face(found), (template, size, faces)


def test_the_faces_stay_in_the_crop() -> None:
    for x in (0.02, 0.4, 0.85):
        face = Rect(x, 0.3, 0.12, 0.2)
        still = still_of(dusk(), None, (face,))
        found = layout(store.template("quiet-line"), shaped(600, 900), copy_in("en"), still)
        crop = found.backdrop.crop
        whole = face.scaled(still.size.width, still.size.height)
        assert crop.holds(whole, 0.5)


def test_the_focus_stays_in_the_crop() -> None:
    for focus in ((0.0, 0.5), (0.9, 0.1), (0.5, 1.0)):
        still = still_of(dusk(), focus)
        for size in ((300, 900), (900, 900), (2000, 300)):
            crop = layout(
                store.template("quiet-line"), shaped(*size), copy_in("en"), still
            ).backdrop.crop
            point = Rect(focus[0] * still.size.width, focus[1] * still.size.height, 0, 0)
            assert crop.holds(point, 0.5)


def test_copy_is_readable_on_any_grey() -> None:
    for level in (0, 60, 110, 128, 150, 200, 255):
        picture = np.full((180, 320, 3), level, np.uint8)
        poster = made("quiet-line", shaped(800, 800), picture, "en")
        assert "contrast" not in {one.check for one in poster.problems}, level
        assert all(tone.after >= 4.5 for tone in poster.layout.tones)
        assert all(tone.strength <= 0.6 for tone in poster.layout.tones)


def test_where_nothing_is_needed_nothing_is_done() -> None:
    picture = np.full((180, 320, 3), 20, np.uint8)
    poster = made("quiet-line", shaped(800, 800), picture, "en")
    assert [(tone.scrim, tone.shadow) for tone in poster.layout.tones] == [(None, 0.0)] * 2


def test_missing_copy_and_glyphs_are_problems(still_picture: Picture) -> None:
    copy = PosterCopy(("zh-Hans", "en"), {"zh-Hans": "灯\U000e0fff不大"})
    poster = make_poster(still_picture, store.template("quiet-line"), shaped(600, 900), copy)
    found = {(one.check, one.severity) for one in poster.problems}
    assert found >= {("copy", "warning"), ("glyphs", "error")}


def test_characters_set_by_hand_are_set_so(still_picture: Picture) -> None:
    hand = {"zh-Hans": (Adjust(4, size=1.5), Adjust(7, kern=0.4)), "en": (Adjust(2, shift=0.2),)}
    copy = PosterCopy(
        ("zh-Hans", "en"),
        {"zh-Hans": " 灯不大，够一个人回家。", "en": "A small lamp."},
        adjusts=hand,
    )
    for name in ("quiet-line", "vertical-line"):
        poster = make_poster(still_picture, store.template(name), shaped(900, 900), copy)
        first, second = (p.block for p in poster.layout.pieces if p.role in ("copy", "second"))
        # The space before the text is not set, so all that was set by hand moves up by one.
        assert first.adjusts == (Adjust(3, size=1.5), Adjust(6, kern=0.4))
        sizes = {round(glyph.size / first.size, 3) for line in first.lines for glyph in line.glyphs}
        assert sizes == {1.0, 1.5}
        assert second.adjusts == (Adjust(2, shift=0.2),)


def test_a_design_may_lay_a_stroke_and_a_glow_below_its_letters(still_picture: Picture) -> None:
    plain = store.template("quiet-line")
    drawn = replace(plain, effects=Effects(Stroke(0.05, Colour(255, 0, 0)), glow=Glow()))
    copy = copy_in("zh-Hans", "en", legal="© 2026 Small Lights")
    one = make_poster(still_picture, plain, shaped(600, 900), copy)
    two = make_poster(still_picture, drawn, shaped(600, 900), copy)
    assert two.layout.pieces == one.layout.pieces
    sheets = [sheet.name for group in type_groups(two.layout) for sheet in group.sheets]
    assert "A small lamp. Enough to get home by. (stroke)" in sheets
    assert sum("(glow)" in name for name in sheets) == 2
    assert not any(word in name for name in sheets for word in ("Lights (", "Stall ("))
    before, after = np.asarray(one.image, np.int32), np.asarray(two.image, np.int32)
    red = (after[..., 0] > 200) & (after[..., 1] < 60)
    assert red.sum() > 200
    assert not ((before[..., 0] > 200) & (before[..., 1] < 60)).any()
    # The letters themselves lie on top.
    ink = one.layout.pieces[0].mask()
    where = np.s_[ink.y : ink.y + ink.alpha.shape[0], ink.x : ink.x + ink.alpha.shape[1]]
    assert (after[where][ink.alpha == 255] == before[where][ink.alpha == 255]).all()


def test_a_line_that_is_much_too_long_is_fitted_or_reported(still_picture: Picture) -> None:
    copy = PosterCopy(("en",), {"en": "unbreakable" * 50})
    poster = make_poster(still_picture, store.template("quiet-line"), shaped(400, 600), copy)
    outside = [p for p in poster.layout.pieces if not poster.layout.safe.holds(p.ink, 1.0)]
    assert bool(outside) == ("overflow" in {one.check for one in poster.problems})


def test_copy_in_one_language_has_no_second_piece(still_picture: Picture) -> None:
    poster = made("centred-title", shaped(600, 900), still_picture, "ko")
    assert [piece.role for piece in poster.layout.pieces] == ["copy", "title"]


def test_columns_stand_side_by_side_from_the_right(still_picture: Picture) -> None:
    poster = made("vertical-line", shaped(600, 900), still_picture, "ja", "en")
    copy, second = poster.layout.pieces[:2]
    assert copy.block.vertical
    assert second.block.vertical
    assert second.ink.right < copy.ink.x
    assert copy.ink.y == pytest.approx(second.ink.y, abs=0.5)
    assert len(copy.block.lines) == COPY["ja"].count("\n") + 1


def test_paint_draws_ink_only_where_the_layout_says(still_picture: Picture) -> None:
    still = still_of(still_picture)
    template = store.template("quiet-line")
    form = shaped(600, 900)
    whole = layout(template, form, copy_in("zh-Hans", "en"), still)
    bare = replace(whole, pieces=())
    changed = np.asarray(paint(whole, still)) != np.asarray(paint(bare, still))
    ys, xs = np.nonzero(changed.any(axis=2))
    ink = ink_of(whole.pieces)
    reach = max(piece.block.size for piece in whole.pieces) * 0.5
    assert ink.grown(reach).holds(Rect(xs.min(), ys.min(), np.ptp(xs), np.ptp(ys)))
