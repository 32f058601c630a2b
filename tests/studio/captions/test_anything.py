"""Whatever a subtitle file holds, a caption of it is made: in the frame, all drawn, or told."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from studio.captions.layer import CaptionText, compose, layer_key
from studio.captions.style import CaptionStyle
from studio.core.geometry import Rect, Size
from studio.core.places import presets_folder
from studio.core.plain import load_toml
from studio.typeset.block import TypeBox, fit_block, set_block
from studio.typeset.mask import mask
from studio.typeset.style import TypeStyle

STYLE = load_toml(presets_folder() / "captions" / "cinema-bilingual.toml", CaptionStyle)
LANGUAGES = st.sampled_from(["zh-Hans", "zh-Hant", "ja", "ko", "en", "ar", "he", "th", "x", ""])
PARTS = st.one_of(
    st.text(max_size=12),
    st.text("灯不大，。「」（）——……“”’ABab12 \n", max_size=12),
    st.text("가나다 שלוםمرحبا\u0301\u200d\u200f\u202e\u3099", max_size=12),
    st.sampled_from(
        ["<i>", "</i>", "{\\an8}", "{\\i1}", "\\N", "&lt;", "👩\u200d🚀", "🇰🇷", "葛\U000e0100"]
    ),
)
TEXTS = st.lists(PARTS, max_size=8).map("".join)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(st.tuples(LANGUAGES, TEXTS), max_size=3))
def test_any_text_makes_a_caption(given_texts):
    texts = tuple(CaptionText(*one) for one in given_texts)
    frame = Size(640, 360)
    layer = compose(texts, STYLE, frame)
    room = Rect(0, 0, 640, 360)
    assert layer.drawn == layer.glyphs
    assert room.holds(Rect(layer.x, layer.y, *layer.size))
    assert len(layer.boxes) == len(texts)
    assert all(room.holds(box) for box in layer.boxes)
    assert len(layer_key(texts, STYLE, frame)) == 64


@settings(max_examples=100, deadline=None, derandomize=True)
@given(LANGUAGES, TEXTS, st.booleans())
def test_any_text_makes_a_block(language, text, vertical):
    box = TypeBox(400, 300, max_lines=3, vertical=vertical)
    block = fit_block(text, language, TypeStyle(size=40), box)
    assert mask(block).drawn == block.glyphs
    assert block.overflow or block.box.holds(block.ink, 0.01)
    set_block(text, language, TypeStyle(size=40), box)
