"""Captions that come and go: exact on each picture, and nobody else's business."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from studio.burn.captions.cues import Captions
from studio.burn.edit.lowering import lowered
from studio.burn.edit.reel import film_reel
from studio.burn.picture.planes import plane_array
from studio.burn.pieces.encoder import encoding_of
from studio.burn.pieces.painting import Painter
from studio.burn.pieces.segments import segments
from studio.captions.layer import CaptionText, compose
from studio.captions.style import Plate
from studio.core.colour import Colour
from studio.core.geometry import Size
from studio.core.time import FrameRate
from studio.subs.cue import Cue, Track

RATE = FrameRate(Fraction(25))
TRACK = Track("en", (Cue(1, 400, 1200, "A lamp"),))


def opacities(captions: Captions, frames: range) -> list[int]:
    shown = [captions.texts(Fraction(n, 25)) for n in frames]
    return [texts[0].opacity if texts else 0 for texts in shown]


def test_a_cue_comes_and_goes_in_even_steps_within_its_frames(style) -> None:
    soft = replace(style, fade_in=0.16, fade_out=0.08)
    found = opacities(Captions((TRACK,), soft, RATE), range(9, 31))
    assert found[:6] == [0, 51, 102, 153, 204, 255]
    assert found[-5:] == [255, 255, 170, 85, 0]
    assert set(found[5:-4]) == {255}


def test_a_short_cue_is_whole_for_a_third_of_its_time(style) -> None:
    soft = replace(style, fade_in=1.0, fade_out=1.0)
    found = opacities(Captions((TRACK,), soft, RATE), range(10, 30))
    assert found.count(255) == 8
    assert found[:7] == sorted(found[:7])


def test_with_a_variable_rate_opacity_goes_by_time(style) -> None:
    soft = replace(style, fade_in=0.2)
    captions = Captions((TRACK,), soft, None)
    found = [captions.texts(Fraction(ms, 1000))[0].opacity for ms in range(400, 640, 20)]
    assert found == sorted(found)
    assert 0 < found[0] < 60
    assert found[-1] == 255


def test_what_a_file_says_of_one_cue_goes_before_the_style(style) -> None:
    cue = Cue(1, 400, 1200, "{\\fad(120,0)}A lamp")
    found = opacities(Captions((Track("en", (cue,)),), style, RATE), range(10, 30))
    assert found[:4] == [64, 128, 191, 255]
    assert found[-1] == 255


def test_each_picture_of_a_ramp_is_mixed_by_its_opacity(films, style, quick) -> None:
    film = films(frames=40, sound="", bars=True)
    plain = replace(style, outline=None, shadow=None, plate=Plate(Colour(0, 0, 0), corner=0))
    painted = {}
    for fade in (0.0, 0.16):
        reel = film_reel(film, (TRACK,), replace(plain, fade_in=fade), quick())
        form, _ = reel.plan()
        painter, stretch = Painter(form), lowered(reel.clip)
        for number in (9, 10, 12, 14):
            picture = painter.at(stretch, Fraction(number, 25))
            painted[fade, number] = plane_array(picture.planes[0], 8).astype(int).copy()
        under = plane_array(stretch.source.frame(Fraction(12, 25)).native.planes[0], 8).astype(int)
        reel.clip.close()
    whole = painted[0.0, 12]
    changed = whole != under
    mixed = under + (whole - under) * 153 / 255
    assert np.abs(painted[0.16, 12] - mixed)[changed].max() <= 1.01
    assert np.array_equal(painted[0.16, 12][~changed], under[~changed])
    assert np.array_equal(painted[0.16, 9], painted[0.0, 9])
    assert np.array_equal(painted[0.16, 14], painted[0.0, 14])


def test_only_segments_with_a_cue_know_of_its_fade(films, style, quick) -> None:
    film = films(frames=300, bars=True, sound="")
    cues = (Cue(1, 400, 1200, "one"),)
    keys = []
    for changes in ({}, {"fade_in": 0.2}, {"fade_in": 0.0, "fade_out": 0.4}):
        preset = quick()
        reel = film_reel(film, (Track("en", cues),), replace(style, **changes), preset)
        form, parts = reel.plan()
        keys.append([one.key for one in segments(parts, form, encoding_of(form, preset, film))])
        reel.clip.close()
    assert len({found[0] for found in keys}) == 3
    assert len({found[1] for found in keys}) == 1


def test_one_language_goes_while_the_other_stays(style) -> None:
    frame = Size(640, 360)
    texts = (CaptionText("zh-Hans", "灯不大"), CaptionText("en", "A lamp"))
    whole = compose(texts, style, frame)
    going = compose((texts[0], replace(texts[1], opacity=102)), style, frame)
    assert (going.x, going.y, going.size) == (whole.x, whole.y, whole.size)
    border = int((whole.boxes[0].bottom + whole.boxes[1].y) / 2) - whole.y
    upper = slice(0, border - 12)
    assert np.array_equal(going.rgba[upper], whole.rgba[upper])
    lower = slice(border + 12, None)
    assert going.rgba[lower][..., 3].max() == pytest.approx(102, abs=1)
