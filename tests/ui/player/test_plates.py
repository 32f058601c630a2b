"""Plates that stand only where they are needed stand in the window as they will be burned."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
from pytestqt.qtbot import QtBot

from studio.captions.style import Plate
from studio.core.colour import Colour
from studio.core.geometry import Size
from studio.media.probe import probe
from studio.presets.store import caption_style
from studio.subs.cue import Cue, Track
from tests.drawn import draw_film
from tests.ui.player.conftest import settle
from tests.ui.player.test_burned import _ROUNDING, burned
from tests.ui.player.test_screen import on_screen
from ui.player.player import Player

_SIZE = Size(640, 360)
# The bars are white at the left, the upper third of the picture is black.
_TRACKS = (Track("en", (Cue(1, 80, 400, "{\\an1}white"), Cue(2, 480, 880, "{\\an8}black"))),)


def test_a_plate_comes_to_the_line_that_needs_it(
    qtbot: QtBot, player: Player, tmp_path: Path
) -> None:
    told = {"pixel_format": "yuv444p", "bars": True, "bars_above": 120}
    film = probe(draw_film(tmp_path / "a.mp4", size=_SIZE, frames=24, sound="", **told))
    plate = Plate(Colour(0, 0, 0), when="needed")
    style = replace(
        caption_style("cinema-bilingual"), outline=None, shadow=None, plate=plate, bottom=24
    )
    player.resize(1000, 800)
    player.set_film(film)
    player.set_captions(_TRACKS, style)
    player.actual_size()
    screen = player._picture
    for frame in (5, 15):
        player.seek(Fraction(frame, 25))
        settle(qtbot, player, frame)
        wanted = burned(film, style, frame, _TRACKS)

        def is_as_burned(wanted: np.ndarray = wanted) -> bool:
            if screen.picture is None or screen.picture.size != _SIZE:
                return False
            shown = on_screen(screen, 1.0).astype(int)
            return bool(np.abs(shown - wanted).max() <= _ROUNDING)

        qtbot.waitUntil(is_as_burned)
        assert screen.picture is not None
        drawn = screen.picture.captions
        assert drawn is not None
        columns, rows = range(drawn.width()), range(drawn.height())
        inked = [drawn.pixelColor(x, y).alpha() > 100 for x in columns for y in rows]
        # Letters alone leave more than half of their box free.
        assert (np.mean(inked) > 0.7) == (frame == 5)
