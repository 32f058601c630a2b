"""Captions that were looked at stay as they are."""

from __future__ import annotations

import numpy as np
import pytest

from studio.captions.layer import CaptionText, compose
from studio.captions.style import CaptionStyle
from studio.core.geometry import Size
from studio.core.places import presets_folder
from studio.core.plain import load_toml
from tests.pictures import assert_like

FRAME = Size(960, 540)
TEXTS = {
    "cinema-bilingual": (
        CaptionText("zh-Hans", "灯不大，够一个人回家。"),
        CaptionText("en", "A small lamp. <i>Enough</i> to get home by."),
    ),
    "boxed": (
        CaptionText("ja", "最後のバスが来るまで、ふたりは黙って雨の音を聞いていた。"),
        CaptionText("ko", "마지막 버스가 올 때까지."),
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_caption_looks_as_it_did(name, tmp_path):
    style = load_toml(presets_folder() / "captions" / f"{name}.toml", CaptionStyle)
    layer = compose(TEXTS[name], style, FRAME)
    ground = np.tile(np.linspace(0, 255, layer.size[0]), (layer.size[1], 1))[..., None]
    alpha = layer.rgba[..., 3:] / 255
    seen = (ground * (1 - alpha) + layer.rgba[..., :3] * alpha).round().astype(np.uint8)
    assert_like(f"caption-{name}", seen, tmp_path)
