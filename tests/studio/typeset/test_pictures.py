"""Lines that a typographer has looked at stay as they are, within what rasterisers may differ."""

from __future__ import annotations

import numpy as np
import pytest

from studio.typeset.block import TypeBox, fit_block
from studio.typeset.mask import mask
from studio.typeset.style import TypeStyle
from tests.pictures import assert_like

SANS = TypeStyle(weight=400, size=64, gap=0.125)
KAI = TypeStyle(families=("LXGW WenKai",), size=64, gap=0.125)
SERIF = TypeStyle(families=("Noto Serif CJK",), size=64, gap=0.125, tracking=0.06)
GARAMOND = TypeStyle(families=("EB Garamond",), size=64)
LEVEL = TypeBox(720, 170, max_lines=2, align="centre")

LINES = {
    "zh-hans": ("“灯不大。”——够1个人回家Home。", "zh-Hans", SANS, LEVEL),
    "zh-hans-kai": ("《小灯》（上），末班车……", "zh-Hans", KAI, LEVEL),
    "zh-hant": ("「燈不大」，夠一個人回家！", "zh-Hant", SANS, LEVEL),
    "ja": ("小さな灯り。帰るには、（これで）「足りる」。", "ja", SERIF, LEVEL),
    "ko": ("작은 등불 하나, 집에 가기엔 충분하다.", "ko", SANS, LEVEL),
    "en": ("“It’s late,” she said — let’s fly AVA.", "en", GARAMOND, LEVEL),
    "ar": ("مصباح صغير 12", "ar", SANS, LEVEL),
    "ko-column": (
        "그 여름, 우리는 “다시” 만날 수 있을까. 3.5km",
        "ko",
        SERIF.sized(48),
        TypeBox(170, 560, max_lines=2, vertical=True),
    ),
    "ja-column": (
        "「最後のバスは10時」——2024年、Lampの灯り。",
        "ja",
        SERIF.sized(48),
        TypeBox(170, 560, max_lines=2, vertical=True),
    ),
}


@pytest.mark.parametrize("name", LINES)
def test_a_line_looks_as_it_did(name, tmp_path):
    text, language, style, box = LINES[name]
    block = fit_block(text, language, style, box)
    made = mask(block)
    sheet = np.zeros((int(box.height) + 4, int(box.width) + 4), np.uint8)
    y, x = made.y + 2, made.x + 2
    sheet[y : y + made.alpha.shape[0], x : x + made.alpha.shape[1]] = made.alpha
    assert_like(f"type-{name}", sheet, tmp_path)
