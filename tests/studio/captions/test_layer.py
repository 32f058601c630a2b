"""The caption layer: in the frame, aligned, legible, the same every time."""

from __future__ import annotations

import dataclasses
import itertools

import numpy as np
import pytest

import studio.captions.layer as layers
from studio.captions.layer import CaptionText, compose, layer_key
from studio.captions.layout import em_of
from studio.captions.style import CaptionStyle
from studio.core.colour import Colour, contrast
from studio.core.errors import BadValue
from studio.core.geometry import Rect, Size
from studio.core.places import presets_folder
from studio.core.plain import load_toml, structure
from studio.typeset.effects import Shadow, Stroke
from studio.typeset.style import TypeStyle

PRESETS = sorted(path.stem for path in (presets_folder() / "captions").glob("*.toml"))
HD = Size(1920, 1080)
ZH = CaptionText("zh-Hans", "灯不大，够一个人回家。")
EN = CaptionText("en", "A small lamp. Enough to get home by.")
LONG = {
    "zh-Hans": "他站在雨里等最后一班车，等了很久很久，直到街上的灯一盏一盏地熄灭，"
    "也没有人再说一句话。",
    "ja": "最後のバスが来るまで、ふたりは黙って雨の音を聞いていた。"
    "灯台の光が、遠くでまわっていた。",
    "ko": "마지막 버스가 올 때까지 우리는 말없이 빗소리를 듣고 있었고, "
    "등대의 불빛은 멀리서 돌고 있었다.",
    "en": "Until the last bus came, the two of them listened to the rain without a word, "
    "and the lighthouse turned far away.",
    "ar": "كنا ننتظر الحافلة الأخيرة تحت المطر ولم نقل شيئا، وكان ضوء المنارة يدور بعيدا.",
}


def style(name="cinema-bilingual", **changes):
    found = load_toml(presets_folder() / "captions" / f"{name}.toml", CaptionStyle)
    return dataclasses.replace(found, **changes)


def over(layer, frame, level):
    """The layer on an even grey frame, uint8 RGB."""
    picture = np.full((frame.height, frame.width, 3), level, float)
    height, width = layer.rgba.shape[:2]
    window = picture[layer.y : layer.y + height, layer.x : layer.x + width]
    alpha = layer.rgba[..., 3:] / 255
    window[:] = window * (1 - alpha) + layer.rgba[..., :3] * alpha
    return picture.round().astype(np.uint8)


def test_there_are_four_presets_at_least():
    assert {"cinema-bilingual", "clean", "boxed", "top-and-bottom"} <= set(PRESETS)


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_says_what_it_is(name):
    preset = style(name)
    assert (preset.schema, preset.name) == (1, name)
    assert preset.summary
    assert preset.provenance.source
    assert set(preset.scripts) == {"hans", "hant", "jpan", "kore", "latin", "arab", "hebr"}


@pytest.mark.parametrize("name", PRESETS)
@pytest.mark.parametrize(
    "frame", [Size(1920, 1080), Size(640, 360), Size(720, 1280), Size(721, 577)]
)
def test_every_preset_stays_in_every_frame(name, frame):
    for one, two in itertools.permutations(LONG, 2):
        layer = compose(
            (CaptionText(one, LONG[one]), CaptionText(two, LONG[two])), style(name), frame
        )
        width, height = layer.size
        assert layer.drawn == layer.glyphs > 0
        assert layer.missing == ()
        assert not any(part % 2 for part in (layer.x, layer.y))
        assert not width % 2 or layer.x + width == frame.width
        assert not height % 2 or layer.y + height == frame.height
        room = Rect(0, 0, frame.width, frame.height)
        assert room.holds(Rect(layer.x, layer.y, width, height))
        for box in layer.boxes:
            assert room.inset(2, 2, 2, 2).holds(box)
        assert layer.boxes[0].meet(layer.boxes[1]).area == 0


@pytest.mark.parametrize("name", PRESETS)
@pytest.mark.parametrize("level", [0, 128, 200, 255])
def test_every_preset_can_be_read_on_every_grey(name, level):
    """The ring around the letters against the letters: WCAG's 3:1 for large type."""
    layer = compose((ZH,), style(name), HD)
    picture = over(layer, HD, level)
    alpha = layer.rgba[..., 3]
    window = picture[layer.y : layer.y + alpha.shape[0], layer.x : layer.x + alpha.shape[1]]
    ink = layer.rgba[..., 0] > 250
    ring = (~ink) & near(ink, 3)
    letters = Colour(*window[ink].mean(0).round().astype(int).tolist()).luminance
    around = Colour(*window[ring].mean(0).round().astype(int).tolist()).luminance
    assert contrast(letters, around) >= 3


def near(ink, steps):
    grown = ink.copy()
    for _ in range(steps):
        grown[1:] |= grown[:-1].copy()
        grown[:-1] |= grown[1:].copy()
        grown[:, 1:] |= grown[:, :-1].copy()
        grown[:, :-1] |= grown[:, 1:].copy()
    return grown


def test_the_first_language_stands_above_the_second():
    first, second = compose((ZH, EN), style(), HD).boxes
    assert first.bottom < second.y
    assert first.height > second.height


def test_the_order_can_be_turned():
    first, second = compose((ZH, EN), style(order="first-below"), HD).boxes
    assert second.bottom < first.y


def test_a_language_keeps_its_place_while_the_other_is_silent():
    both = compose((ZH, EN), style(), HD)
    alone = compose((ZH, CaptionText("en", "")), style(), HD)
    assert alone.boxes[0] == both.boxes[0]
    assert alone.boxes[1].area == 0
    low = compose((CaptionText("zh-Hans", ""), EN), style(), HD)
    assert low.boxes[1] == both.boxes[1]
    fallen = compose((ZH, CaptionText("en", "")), style(reserve=False), HD)
    assert fallen.boxes[0].y > both.boxes[0].y


def test_apart_puts_the_second_at_the_top():
    first, second = compose((ZH, EN), style("top-and-bottom"), HD).boxes
    assert first.y > HD.height * 0.8
    assert second.bottom < HD.height * 0.2


def test_a_text_marked_for_the_top_goes_there():
    layer = compose((CaptionText("zh-Hans", "{\\an8}" + ZH.text), EN), style(), HD)
    assert layer.boxes[0].bottom < HD.height * 0.25
    assert layer.boxes[1].y > HD.height * 0.8


def test_sizes_follow_the_frame():
    small, large = (compose((ZH, EN), style(), Size(960 * k, 540 * k)).boxes for k in (1, 2))
    for one, two in zip(small, large, strict=True):
        assert two.width == pytest.approx(2 * one.width, rel=0.01)
        assert two.y == pytest.approx(2 * one.y, abs=2)


def test_scope_and_portrait_frames_get_captions_to_read():
    assert em_of(style(), Size(1920, 1080)) == pytest.approx(54)
    assert em_of(style(), Size(1920, 804)) == pytest.approx(48)
    assert em_of(style(), Size(1080, 1080)) == pytest.approx(54)
    assert em_of(style(), Size(1080, 1920)) == pytest.approx(64.8)


def test_the_same_text_wraps_by_the_frame():
    text = (CaptionText("zh-Hans", LONG["zh-Hans"][:24]),)
    wide, tall = compose(text, style(), HD), compose(text, style(), Size(1080, 1920))
    assert wide.boxes[0].height < 70
    assert tall.boxes[0].height > 100


def test_typed_breaks_stay_where_they_fit_and_go_where_they_do_not():
    text = CaptionText("en", "A small lamp.\nEnough to get home by.")
    kept = compose((text,), style(), HD)
    assert kept.boxes[0].height > 90
    three = compose((CaptionText("en", "A small lamp.\nEnough\nto get home by."),), style(), HD)
    assert three.boxes[0].height < 110
    assert three.overflow == ()


def test_speakers_are_never_joined():
    talk = CaptionText("en", "- Who?\n- Me.\n- You?")
    layer = compose((talk,), style(), HD)
    assert layer.overflow == ("en: needs 3 lines, the style allows 2.",)


def test_what_is_a_little_too_long_shrinks_and_is_no_finding():
    # 24 ideographs a line would be too many for this frame; 22 lines up when set smaller.
    text = (CaptionText("zh-Hans", "灯" * 2 + "不大够一个人回家" * 5),)
    frame = Size(1080, 1080)
    layer = compose(text, style(measure=0.0), frame)
    assert layer.overflow == ()
    assert layer.boxes[0].width < frame.width * 0.9


def test_what_does_not_fit_is_said_and_not_cut():
    text = (CaptionText("zh-Hans", LONG["zh-Hans"] * 3),)
    layer = compose(text, style(), HD)
    assert layer.overflow
    assert "zh-Hans" in layer.overflow[0]
    assert Rect(0, 0, 1920, 1080).holds(layer.boxes[0])


def test_one_endless_word_is_set_smaller():
    layer = compose((CaptionText("en", "lamp" * 40),), style(), HD)
    assert Rect(0, 0, 1920, 1080).holds(layer.boxes[0])
    assert "does not fit" in layer.overflow[0]


def test_a_frame_full_of_text_is_still_not_cut():
    texts = tuple(CaptionText(language, text * 6) for language, text in LONG.items())
    layer = compose(texts, style(), Size(640, 360))
    assert layer.overflow
    assert layer.drawn == layer.glyphs
    for box in layer.boxes:
        assert Rect(0, 0, 640, 360).holds(box)


def test_italics_change_latin_and_not_chinese():
    plain, slanted = (
        compose((EN,), style(), HD),
        compose((CaptionText("en", f"<i>{EN.text}</i>"),), style(), HD),
    )
    assert plain.rgba.tobytes() != slanted.rgba.tobytes()
    same = compose((CaptionText("zh-Hans", f"<i>{ZH.text}</i>"),), style(), HD)
    assert same.rgba.tobytes() == compose((ZH,), style(), HD).rgba.tobytes()


@pytest.mark.parametrize("texts", [(), (CaptionText("en", ""),), (CaptionText("en", "<i> </i>"),)])
def test_nothing_said_is_an_empty_layer(texts):
    layer = compose(texts, style(), HD)
    assert layer.is_empty
    assert layer.size == (0, 0)
    assert len(layer.boxes) == len(texts)
    assert layer.parts() == ()


def test_what_no_face_has_is_told():
    layer = compose((CaptionText("zh-Hans", "灯\U0010fffd"),), style(), HD)
    assert layer.missing == ("\U0010fffd",)
    assert layer.drawn == layer.glyphs == 1
    nothing = compose((CaptionText("zh-Hans", "\U0010fffd"),), style(), HD)
    assert nothing.is_empty
    assert nothing.missing == ("\U0010fffd",)


@pytest.mark.parametrize("name", PRESETS)
def test_the_same_again_is_the_same_bytes(name):
    one = compose((ZH, EN), style(name), HD)
    layers._layers.clear()
    two = compose((ZH, EN), style(name), HD)
    assert one.rgba.tobytes() == two.rgba.tobytes()
    assert not two.rgba.flags.writeable


def test_parts_hold_all_that_shows():
    layer = compose((ZH, EN), style("top-and-bottom"), HD)
    parts = layer.parts()
    assert len(parts) == 2
    assert sum(int(part[..., 3].astype(int).sum()) for _, _, part in parts) == int(
        layer.rgba[..., 3].astype(int).sum()
    )
    assert not any(part % 2 for x, y, rgba in parts for part in (x, y, rgba.shape[0]))


def test_alpha_is_straight_and_the_fill_pure():
    layer = compose((ZH,), style(outline=None, shadow=None), HD)
    alpha = layer.rgba[..., 3]
    assert (layer.rgba[alpha > 0][:, :3] == 255).all()
    assert (alpha == 255).any()
    assert ((alpha > 0) & (alpha < 255)).any()


def test_colours_mix_as_laid_one_over_the_other():
    """Fill over a coloured outline over a coloured shadow: compared with floating point."""
    made = style(
        outline=Stroke(0.05, Colour(200, 20, 20)),
        shadow=Shadow(0.05, 0.05, 0.08, Colour(20, 20, 200, 180)),
        fill=Colour(250, 240, 100),
    )
    layer = compose((ZH, EN), made, HD)
    only = {
        part: compose((ZH, EN), dataclasses.replace(made, **changes), HD)
        for part, changes in {
            "fill": {"outline": None, "shadow": None},
            "outline": {"shadow": None},
        }.items()
    }
    full = over(layer, HD, 90).astype(int)
    bare = over(only["outline"], HD, 90).astype(int)
    # Inside opaque ink the shadow changes nothing.
    x, y = only["outline"].x, only["outline"].y
    height, width = only["outline"].rgba.shape[:2]
    solid = only["outline"].rgba[..., 3] == 255
    window = (slice(y, y + height), slice(x, x + width))
    assert np.abs(full[window] - bare[window])[solid].max() <= 1
    seen = {tuple(colour) for colour in full[window][solid].reshape(-1, 3).tolist()}
    assert (250, 240, 100) in seen
    assert (200, 20, 20) in seen


def test_the_key_follows_all_that_shows():
    base = layer_key((ZH, EN), style(), HD)
    assert base == layer_key((ZH, EN), style(), HD)
    others = {
        layer_key((EN, ZH), style(), HD),
        layer_key((ZH, dataclasses.replace(EN, text="A lamp.")), style(), HD),
        layer_key((ZH, dataclasses.replace(EN, language="fr")), style(), HD),
        layer_key((ZH, EN), style(size=5.1), HD),
        layer_key((ZH, EN), style("clean"), HD),
        layer_key((ZH, EN), style(), Size(1920, 1082)),
        layer_key((ZH, EN), style(scripts={"latin": TypeStyle(weight=501)}), HD),
    }
    assert len(others) == 7
    assert base not in others


def test_the_key_follows_the_fonts_content(monkeypatch):
    base = layer_key((ZH,), style(), HD)
    monkeypatch.setattr("studio.captions.layer.identity", lambda path: "another font")
    assert layer_key((ZH,), style(), HD) != base


def test_a_wrong_preset_names_every_problem():
    wrong = {
        "schema": 1,
        "name": "x",
        "summary": "",
        "provenance": {"source": "", "date": "", "verified": True},
        "sise": 3,
        "outline": {"width": 9},
        "scripts": {"hans": {"weight": 5000}},
    }
    with pytest.raises(BadValue) as caught:
        structure(wrong, CaptionStyle, "mine.toml")
    for part in ("mine.toml", "sise", "outline", "width must be", "scripts", "weight must be"):
        assert part in str(caught.value)


def test_what_a_damaged_file_makes_of_a_cue_is_said_and_soon_done():
    layer = compose((CaptionText("en", "lamp and rain " * 2_000),), style(), HD)
    assert layer.overflow[0] == "en: only 1000 of its characters are shown."
    assert Rect(0, 0, 1920, 1080).holds(layer.boxes[0])
