"""Captions that hardly stand out from the picture are told of; those with an outline are not."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import product

import av
import pytest

from studio.burn.burn import BurnOrder, burn_order
from studio.burn.captions.contrast import Ground
from studio.burn.captions.cues import Captions
from studio.burn.picture.form import form_of
from studio.burn.picture.planes import plane_array
from studio.captions.style import Plate
from studio.core.colour import Colour
from studio.core.geometry import Size
from studio.core.time import FrameRate
from studio.presets.store import caption_style
from studio.subs.cue import Cue, Track

HD = Size(1280, 720)


def ratio(film, preset, style, level: float) -> float:
    """How captions stand out from a grey of this share of white."""
    form = form_of(film, preset)
    track = Track("en", (Cue(1, 0, 1000, "A small lamp."),))
    captions = Captions((track,), style, FrameRate(Fraction(25)))
    ground = Ground(captions, captions.texts(Fraction(0)), form)
    picture = av.VideoFrame(form.size.width, form.size.height, form.pixel_format)
    unit = 1 << (form.layout.bits - 8)
    plane_array(picture.planes[0], form.layout.bits)[...] = round((16 + 219 * level) * unit)
    return ground.ratio(picture)


@pytest.mark.parametrize("kind", ["yuv420p", "yuv420p10le"])
def test_the_ratio_is_that_of_the_letters_to_what_is_beside_them(films, quick, kind) -> None:
    film = films(size=HD, frames=2, sound="", pixel_format=kind)
    bare = replace(caption_style("boxed"), plate=None)
    # WCAG: (1 + 0.05) / (light + 0.05).
    for level in (0.0, 0.3, 0.6, 0.9, 1.0):
        light = level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4
        got = ratio(film, quick(), bare, level)
        assert got == pytest.approx(1.05 / (light + 0.05), rel=0.03, abs=0.1)
    plated = replace(bare, plate=Plate(Colour(0, 0, 0)))
    assert ratio(film, quick(), plated, 1.0) == pytest.approx(21, abs=0.5)


def test_bundled_styles_stand_out_from_white(films, quick) -> None:
    film = films(size=HD, frames=2, sound="")
    for name, level in product(("cinema-bilingual", "boxed", "top-and-bottom"), (0.5, 1.0)):
        assert ratio(film, quick(), caption_style(name), level) >= 4.5, name


def test_faint_captions_are_told_of_again_from_the_store(films, tracks, style, quick, out) -> None:
    film = films(frames=300, bars=True)
    thin = replace(style, outline=None, shadow=None)
    cues = (Cue(1, 400, 1200, "{\\an1}one"), Cue(2, 7000, 8000, "{\\an1}two"))
    order = BurnOrder(film, (Track("en", cues),), thin, quick(), out / "a.mp4")
    told = []
    for kept in (0, 2):
        done = burn_order(order)
        assert done.kept == kept
        told.append([str(one) for one in done.findings if one.kind == "contrast"])
    assert told[0] == told[1]
    assert len(told[0]) == 2
    assert told[0][0].startswith("00:00:00.4")
    assert "“one”" in told[0][0]
    assert told[0][1].startswith("00:00:07")
