"""What the window shows at the film's size is what is burned, pixel for pixel."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from studio.burn.edit.lowering import lowered
from studio.burn.edit.reel import film_reel
from studio.burn.pieces.painting import Painter
from studio.core.geometry import Size
from studio.media.developing import Developer
from studio.media.film import Film
from studio.media.probe import probe
from studio.presets.store import caption_style, video
from studio.subs.cue import Cue, Track
from tests.drawn import draw_film
from tests.ui.player.conftest import settle
from tests.ui.player.test_screen import on_screen
from ui.player.player import Player

# A film's Y'CbCr is rounded once more where a caption is mixed in: half a step of Y' and of Cb are
# 1.5 of blue, twice.
_ROUNDING = 3
_TRACKS = (
    Track("zh-Hans", (Cue(1, 80, 800, "灯不大，\n<i>够一个人</i>回家。"),)),
    Track("en", (Cue(1, 80, 800, "{\\an8}A small lamp. Enough to get home by."),)),
)


def burned(film: Film, style, frame: int, tracks: tuple[Track, ...] = _TRACKS) -> np.ndarray:
    """The picture as it goes to the encoder, in RGB."""
    reel = film_reel(film, tracks, style, video("same-as-film"))
    form, _ = reel.plan()
    picture = Painter(form).at(lowered(reel.clip), film.video.rate.seconds(frame))
    made = Developer(film).rgb(picture, None)
    reel.clip.close()
    return made.astype(int)


# Captions have twice the colour resolution of 4:2:0 films in the window: there a grey one is asked.
@pytest.mark.parametrize("told", [{"pixel_format": "yuv444p", "bars": True}, {"ramp": True}])
@pytest.mark.parametrize("name", ["cinema-bilingual", "boxed", "clean"])
def test_the_window_shows_what_is_burned(
    qtbot: QtBot, player: Player, tmp_path: Path, told: dict[str, object], name: str
) -> None:
    film = probe(draw_film(tmp_path / "a.mp4", size=Size(640, 360), frames=24, sound="", **told))
    style = replace(caption_style(name), fade_in=0.12)
    player.resize(1000, 800)
    player.set_film(film)
    player.set_captions(_TRACKS, style)
    player.actual_size()
    screen = player._picture
    for frame in (1, 3, 12):
        player.seek(Fraction(frame, 25))
        settle(qtbot, player, frame)
        wanted = burned(film, style, frame)
        qtbot.waitUntil(
            lambda: screen.picture is not None and screen.picture.size == Size(640, 360)
        )
        shown = on_screen(screen, 1.0).astype(int)
        assert shown.shape == wanted.shape
        apart = np.abs(shown - wanted)
        assert apart.max() <= _ROUNDING
        assert (apart > 1).mean() < 0.01
        assert (screen.picture.captions is not None) == (frame > 1)
