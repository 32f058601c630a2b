"""Captions in columns: at the right edge, from right to left, the other language at the foot."""

from __future__ import annotations

import pytest

from studio.captions.layer import CaptionText, compose
from studio.core.geometry import Rect, Size
from studio.presets.store import caption_style

EN = CaptionText("en", "A small lamp is enough,\nas long as it shows the way home.")
TEXTS = {
    "ja": "「小さな灯りでいい。\n帰り道が見えれば……」",
    "zh-Hans": "有些路要走很久，才知道“灯”一直亮着。2026年，我们回家。",
    "ko": "작은 등불 하나면 충분해. 집으로 가는 길이 보이니까.",
}


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("frame", [Size(1280, 720), Size(720, 1280)], ids=str)
def test_columns_stand_at_the_right_and_leave_the_foot_free(language, frame) -> None:
    style = caption_style("vertical-right")
    layer = compose((CaptionText(language, TEXTS[language]), EN), style, frame)
    column, line = layer.boxes
    assert layer.missing == layer.overflow == ()
    assert layer.glyphs == layer.drawn
    assert column.height > 2.5 * column.width
    assert column.right == pytest.approx(frame.width * (1 - style.side / 100), abs=6)
    assert column.y == pytest.approx(frame.height * style.top / 100, abs=12)
    assert line.width > line.height
    assert column.bottom < line.y
    assert Rect(0, 0, frame.width, frame.height).holds(column.join(line))


def test_only_scripts_with_columns_and_the_first_language_stand_in_them() -> None:
    style, frame = caption_style("vertical-right"), Size(1280, 720)
    first, second = compose((EN, CaptionText("ja", "小さな灯り")), style, frame).boxes
    assert first.width > first.height
    assert second.width > second.height
    alone = compose((CaptionText("ja", "小さな灯り"), CaptionText("en", "")), style, frame)
    assert alone.boxes[0].height > alone.boxes[0].width


def test_what_is_too_long_shrinks_and_takes_more_columns() -> None:
    style, frame = caption_style("vertical-right"), Size(1280, 720)
    layer = compose(
        (CaptionText("ja", "帰り道が見えればそれで十分だと言った。" * 8), EN), style, frame
    )
    assert any("needs" in one for one in layer.overflow)
    assert Rect(0, 0, 1280, 720).holds(layer.boxes[0].join(layer.boxes[1]))
