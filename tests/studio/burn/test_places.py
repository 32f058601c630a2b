"""What an ASS file says of places and italics is what is burned."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from studio.batch.job import TrackData
from studio.burn.captions.cues import Captions
from studio.core.geometry import Size
from studio.core.time import FrameRate
from studio.subs.cue import Cue, Track
from studio.subs.reading import read_track

FRAME = Size(640, 360)
RATE = FrameRate(Fraction(25))
HEAD = """[Script Info]
ScriptType: v4.00+
PlayResX: 1920
PlayResY: 1080

[V4+ Styles]
Format: Name, Fontname, Fontsize, Bold, Italic, Alignment, MarginL, MarginR, MarginV
Style: Default,Arial,50,0,0,2,10,10,10
Style: Sign,Arial,50,0,0,7,10,10,10
Style: Thought,Arial,50,0,-1,2,10,10,10

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""
LINES = (
    ("Default", "Down here"),
    ("Default", r"{\pos(480,270)}A quarter"),
    ("Default", r"{\an5}Midway"),
    ("Sign", "A sign"),
    ("Thought", "Slanted"),
    ("Default", r"{\an3}Right"),
    ("Default", r"{\an7\pos(1900,1070)}In the corner"),
)


@pytest.fixture
def track(tmp_path: Path) -> Track:
    """Each line for a second, one after the other."""
    path = tmp_path / "a.ass"
    lines = "".join(
        f"Dialogue: 0,0:00:{n:02}.00,0:00:{n + 1:02}.00,{style},,0,0,0,,{text}\n"
        for n, (style, text) in enumerate(LINES)
    )
    path.write_text(HEAD + lines, encoding="utf-8")
    return read_track(path, "en").track


def box(track: Track, style, number: int):
    captions = Captions((track,), style, RATE)
    texts = captions.texts(Fraction(2 * number + 1, 2))
    layer = captions.layer(texts, FRAME)
    (ink,) = layer.boxes
    return ink, layer


@pytest.mark.parametrize("plain", [False, True], ids=["from its file", "as a job has it"])
def test_places_are_those_of_the_file(track, style, plain) -> None:
    if plain:
        track = TrackData.of(track).track()
    down, quarter, midway, sign, slanted, right, corner = (
        box(track, style, n)[0] for n in range(len(LINES))
    )
    assert down.x + down.width / 2 == pytest.approx(320, abs=1)
    assert down.y > 200
    # At the foot in the middle of the text: a quarter across and down.
    assert quarter.x + quarter.width / 2 == pytest.approx(160, abs=1)
    assert 70 < quarter.bottom < 92
    assert midway.y + midway.height / 2 == pytest.approx(180, abs=8)
    assert sign.y < 60
    assert sign.x == pytest.approx(640 * style.side / 100, abs=1)
    assert slanted.y > 200
    assert right.right == pytest.approx(640 * (1 - style.side / 100), abs=1)
    # What would hang over the edge is moved in.
    assert corner.right <= 640
    assert corner.bottom <= 360


def test_a_slanted_style_is_set_in_italics(track, style) -> None:
    upright = Track("en", (Cue(1, 4000, 5000, "Slanted"),))
    slanted = Track("en", (Cue(1, 4000, 5000, "<i>Slanted</i>"),))
    (_, by_style), (_, plain), (_, tagged) = (
        box(one, style, 4) for one in (track, upright, slanted)
    )
    assert np.array_equal(by_style.rgba, tagged.rgba)
    assert by_style.rgba.shape != plain.rgba.shape or (by_style.rgba != plain.rgba).any()


def test_a_sign_takes_no_dialogue_along(style) -> None:
    cues = (
        Cue(1, 0, 4000, r"{\an8}A sign"),
        Cue(2, 1000, 3000, "Dialogue"),
        Cue(3, 2000, 3000, "<i>of two"),
        Cue(4, 2500, 3000, "or three"),
    )
    other = Track("zh-Hans", (Cue(1, 0, 4000, "招牌"),))
    captions = Captions((Track("en", cues), other), style, RATE)
    texts = captions.texts(Fraction(3, 2))
    assert [(one.language, one.rank) for one in texts] == [("en", 0), ("en", 0), ("zh-Hans", 1)]
    sign, dialogue, second = captions.layer(texts, FRAME).boxes
    assert sign.y < 60
    assert dialogue.y > 150
    assert second.y > dialogue.bottom - 1
    # The second language is as large as when only one text stands above it.
    alone = Captions((Track("en", cues[1:2]), other), style, RATE)
    assert alone.layer(alone.texts(Fraction(3, 2)), FRAME).boxes[1] == second
    together = captions.texts(Fraction(11, 4))
    assert together[1].text == "Dialogue\n<i>of two{\\i0}\nor three"


def test_old_alignments_and_missing_grids(tmp_path: Path, style) -> None:
    old = HEAD.replace("[V4+ Styles]", "[V4 Styles]").replace(",7,10", ",6,10")
    old = old.replace("PlayResX: 1920\nPlayResY: 1080\n", "")
    lines = (
        r"Dialogue: 0,0:00:00.00,0:00:01.00,Sign,,0,0,0,,Above"
        "\n"
        r"Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,{\pos(192,144)}Middle"
        "\n"
        r"Dialogue: 0,0:00:02.00,0:00:03.00,Default,,0,0,0,,{\a10}Midway"
        "\n"
    )
    path = tmp_path / "old.ssa"
    path.write_text(old + lines, encoding="utf-8")
    track = read_track(path, "en").track
    above, middle, midway = (box(track, style, n)[0] for n in range(3))
    assert above.y < 60
    assert above.x + above.width / 2 == pytest.approx(320, abs=1)
    assert middle.x + middle.width / 2 == pytest.approx(320, abs=1)
    assert 160 < middle.bottom < 182
    assert midway.y + midway.height / 2 == pytest.approx(180, abs=8)
