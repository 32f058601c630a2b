"""Where copy would spoil the picture, the picture gives way; a panel stands where it is seen."""

from __future__ import annotations

from dataclasses import replace

from studio.core.geometry import Rect
from studio.poster.layout import Layout, layout
from studio.poster.lockup import COLUMNS, Piece
from studio.poster.smallest import SMALLEST
from studio.poster.spoilt import covers_face, covers_head
from studio.poster.still import Still, still_of
from studio.poster.template import Template
from studio.presets import store
from studio.typeset.block import TypeBox, set_block
from studio.typeset.style import script_of, style_for
from tests.studio.poster.conftest import copy_in, dusk

CREDITS = "Directed by Lin Wan  written by Zhou An  photographed by Ye Qing  edited by Meng Fan"
FILLED = (Rect(0.0, 0.0, 1.0, 1.0),)


def billed(template: Template, form: str, *languages: str) -> Layout:
    copy = replace(
        copy_in(*languages), credits={languages[-1]: CREDITS}, honours={"en": "Selected"}
    )
    return layout(template, store.poster_format(form), copy, still_of(dusk(), None, FILLED))


def laid(template: str, form: str, still: Still, *languages: str) -> Layout:
    return layout(store.template(template), store.poster_format(form), copy_in(*languages), still)


def test_credits_of_a_square_stand_beside_its_picture_and_can_be_read() -> None:
    found = billed(store.template("festival-one-sheet"), "instagram-square", "zh-Hans", "en")
    picture = found.backdrop.picture
    assert (picture.y, picture.height) == (0, found.form.height)
    assert picture.x > found.form.width * 0.4
    sizes = [one.block.size for one in found.pieces if one.role == "credits"]
    lines = [one.block.text for one in found.pieces if one.role == "credits"]
    assert len(sizes) >= 2
    assert min(sizes) * found.form.seen_px / found.form.width > SMALLEST * 0.5
    assert all(name in " ".join(lines) for name in ("Lin Wan", "Zhou An", "Ye Qing", "Meng Fan"))


def test_columns_stay_columns_on_a_panel() -> None:
    still = still_of(dusk(), None, FILLED)
    for form in ("instagram-square", "dooh-portrait", "one-sheet", "web-hero"):
        found = laid("vertical-line", form, still, "zh-Hans")
        assert found.backdrop.panel is not None
        block = next(one.block for one in found.pieces if one.role == "copy")
        assert script_of(block.language) in COLUMNS
        assert all(line.vertical for line in block.lines)


def test_a_panel_stands_where_nothing_covers_it() -> None:
    still = still_of(dusk(), None)
    free = laid("split", "tiktok-feed", still, "zh-Hans", "en")
    story = laid("split", "instagram-story", still, "zh-Hans", "en")
    plain = laid("split", "dooh-portrait", still, "zh-Hans", "en")
    sizes = [
        next(one.block.size for one in found.pieces if one.role == "copy")
        for found in (plain, story, free)
    ]
    assert free.backdrop.picture.y > 0
    assert story.backdrop.picture.y == 0
    assert min(sizes) > max(sizes) * 0.75


def test_panel_and_picture_share_the_middle_that_is_seen() -> None:
    found = laid("split", "wechat-cover", still_of(dusk(), None), "zh-Hans", "en")
    free, picture = found.form.safe_rect(), found.backdrop.picture
    assert free.x < picture.x < free.right
    assert all(one.ink.x >= free.x - 1 and one.ink.right <= picture.x for one in found.pieces)


def test_copy_that_must_cover_what_somebody_chose_gets_a_panel() -> None:
    still = still_of(dusk(), (0.5, 0.45))
    found = laid("quiet-line", "wechat-cover", still, "zh-Hans", "en")
    assert found.backdrop.panel is not None
    assert laid("quiet-line", "web-hero", still, "zh-Hans", "en").backdrop.panel is None


def test_a_hat_is_no_face_but_is_above_one() -> None:
    styles = store.template("quiet-line").scripts
    block = set_block("Hat", "en", style_for(styles, "en").sized(40), TypeBox(400, 100, 1))
    picture, face = Rect(0, 0, 1000, 1000), Rect(400, 500, 100, 120)
    above = (Piece("copy", block, 420, 440 - block.ink.bottom),)
    well_above = (Piece("copy", block, 420, 420 - block.ink.height - block.ink.bottom),)
    assert not covers_face(above, (face,), picture)
    assert covers_head((Piece("copy", block, 420, 470 - block.ink.bottom),), (face,), picture)
    assert not covers_head(well_above, (face,), picture)
