"""Type is made readable with the least that it takes; the picture stays itself."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pytest

from studio.core.colour import Colour
from studio.core.geometry import Rect, Size
from studio.poster.branding import branded_layout
from studio.poster.contrast import contrast_of, grounds, large_from, lightness, needed, ratio_of
from studio.poster.format import Format
from studio.poster.lockup import Piece, Setting, lockup
from studio.poster.paint import ground
from studio.poster.plate import Plate, plated
from studio.poster.preflight.all import preflight
from studio.poster.preflight.sight import contrasts
from studio.poster.readability import SHADOW_MOST, Preview, solved
from studio.poster.scrim import Scrim, coverage
from studio.poster.soft import Soft, soften
from studio.poster.still import Picture, still_of
from studio.poster.template import Template
from studio.poster.tone import Tone, effort
from studio.presets import store
from tests.studio.poster.conftest import copy_in, dusk

TEMPLATE = store.template("quiet-line")
#: Light ink only, so that one ladder is climbed.
LIGHT = replace(TEMPLATE, dark=TEMPLATE.light)
SIZE = Size(600, 400)


def shaped(width: int, height: int) -> Format:
    """A format of that shape, seen on a phone."""
    screen = store.poster_format("dooh-portrait")
    return replace(screen, width=width, height=height, seen_px=390.0)


def piece(size: float = 30.0) -> tuple[Piece, ...]:
    """A line of copy in the middle of the file."""
    made = lockup(TEMPLATE, (("zh-Hans", "灯不大，够一个人回家。"),), Setting(480, 200, size, 1))
    return tuple(one.moved(60, 180) for one in made)


def seen(canvas: Picture, faces: tuple[Rect, ...] = (), large: float = 1e9) -> Preview:
    return Preview(canvas, 1.0, SIZE, faces, np.zeros((64, 64), np.float32), large)


def flat(level: int) -> Picture:
    return np.full((SIZE.height, SIZE.width, 3), level, np.uint8)


def checked(cell: int, dark: int = 0, bright: int = 255) -> Picture:
    """Squares of `cell` pixels in turn dark and bright."""
    ys, xs = np.mgrid[0 : SIZE.height, 0 : SIZE.width] // cell
    levels = np.where((xs + ys) % 2 == 0, dark, bright).astype(np.uint8)
    return np.repeat(levels[..., None], 3, axis=2)


def steps(tone: Tone) -> tuple[bool, ...]:
    return bool(tone.scrim), bool(tone.soft), bool(tone.shadow), bool(tone.plate)


def toned(canvas: Picture, template: Template = LIGHT, **more: float) -> Tone:
    return solved(piece(), seen(canvas, **more), template, "bottom")


def test_nothing_is_done_where_nothing_is_needed() -> None:
    tone = toned(flat(30))
    assert steps(tone) == (False,) * 4
    assert tone.before == tone.after >= 4.5
    assert tone.done == ()


def test_the_gradient_is_no_stronger_than_it_must_be() -> None:
    tone = toned(flat(150))
    assert steps(tone) == (True, False, False, False)
    assert tone.before < 4.5 <= tone.after < 4.9
    assert 0 < tone.strength < 0.6
    weaker = replace(LIGHT, scrim=round(tone.strength - 0.03, 2))
    assert not toned(flat(150), weaker).strength > weaker.scrim
    assert steps(toned(flat(150), weaker))[1:] != (False,) * 3


def test_ink_is_changed_before_the_picture() -> None:
    tone = toned(flat(235), TEMPLATE)
    assert tone.ink == TEMPLATE.dark
    assert steps(tone) == (False,) * 4


def test_fine_detail_goes_out_of_focus_before_there_is_a_shadow() -> None:
    tone = toned(checked(3))
    assert steps(tone) == (True, True, False, False)
    assert tone.strength == LIGHT.scrim
    assert tone.after >= 4.5
    assert 0 < tone.soft.share <= 1


def test_where_focus_brings_nothing_a_shadow_follows() -> None:
    tone = toned(flat(235))
    assert steps(tone) == (True, False, True, False)
    assert 0 < tone.shadow <= SHADOW_MOST
    assert tone.after >= 4.5


def test_a_plate_comes_last_alone_and_only_where_the_template_allows_it() -> None:
    weak = replace(LIGHT, scrim=0.1)
    assert steps(toned(flat(255), weak))[3] is False
    tone = toned(flat(255), replace(weak, plate=0.9))
    assert steps(tone) == (False, False, False, True)
    assert 4.5 <= tone.after < 5
    assert tone.plate.opacity < 0.9
    assert effort(tone) > 1


def test_large_type_needs_less_but_is_helped_gently() -> None:
    for level in (110, 150, 170, 255):
        text, large = toned(flat(level)), toned(flat(level), large=20.0)
        assert large.needed == 3
        assert large.strength <= text.strength
        assert large.after >= 3
    assert toned(flat(150), large=20.0).after > 3.1


def test_steps_are_said_in_words() -> None:
    done = toned(checked(3)).done
    assert [one.template for one in done] == [
        "a gradient of {share:.0%} from below",
        "the picture out of focus by {share:.0%}",
    ]
    assert done[0] == "a gradient of 60% from below"


def test_a_tone_is_scaled_with_its_file() -> None:
    tone = toned(checked(3))
    half = tone.scaled(0.5)
    assert half.scrim.core.width == tone.scrim.core.width / 2
    assert (half.soft.sigma, half.soft.share) == (tone.soft.sigma / 2, tone.soft.share)


def test_figures_are_those_of_the_worst_twentieth() -> None:
    pixels = np.full((100, 3), 255, np.float32)
    pixels[:6] = 0
    ink = Colour(0, 0, 0)
    assert ratio_of(pixels, ink) == pytest.approx(1.0, abs=0.01)
    pixels[4:] = 255
    assert ratio_of(pixels, ink) == 21.0
    assert lightness(np.array([0.0, 1.0, 0.18418652], np.float32)) == pytest.approx(
        [0, 100, 50], abs=0.01
    )
    (under,) = grounds(piece(), flat(255), 1.0, 1e9)
    assert contrast_of(under, ink).lightness == 100.0


def test_large_is_what_one_sees_large() -> None:
    screen, sheet = shaped(1080, 1920), store.poster_format("one-sheet")
    assert large_from(screen) == pytest.approx(24 * 1080 / 390)
    away = replace(sheet, viewing_distance_m=4.0)
    assert large_from(away) == pytest.approx(2 * large_from(sheet))
    (one,) = piece(30)
    assert [needed(one, large) for large in (29.0, 31.0)] == [3.0, 4.5]
    bold = replace(one, block=replace(one.block, style=replace(one.block.style, weight=700)))
    assert needed(bold, 36.0) == 3.0


def test_a_soft_zone_spares_faces_and_the_rest_of_the_picture() -> None:
    canvas = checked(2)
    face = Rect(330, 160, 60, 60)
    soften(canvas, [Soft(Rect(200, 150, 200, 80), 60, 8, 1.0)], (face,))
    before = checked(2)
    assert (canvas[:80] == before[:80]).all()
    assert (canvas[:, :130] == before[:, :130]).all()
    x, y = (int(part) for part in face.centre)
    middle = np.s_[y - 10 : y + 10, x - 10 : x + 10]
    assert (canvas[middle] == before[middle]).all()
    inside = canvas[170:210, 210:280].astype(int)
    assert inside.std() < 30 < before[170:210, 210:280].astype(int).std()
    assert abs(inside.mean() - 127.5) < 4


def test_a_plate_has_round_corners_and_its_opacity() -> None:
    canvas = flat(255)
    plated(canvas, [Plate(Rect(100, 100, 80, 40), 10, Colour(0, 0, 0), 0.5)])
    assert canvas[120, 140, 0] == pytest.approx(128, abs=1)
    assert canvas[100, 100, 0] == 255
    assert canvas[100, 140, 0] == canvas[139, 140, 0] == pytest.approx(128, abs=1)
    assert (canvas[:98] == 255).all()
    plated(canvas, [Plate(Rect(-50, -50, 20, 20), 2, Colour(0, 0, 0), 1.0)])


@pytest.mark.parametrize("side", ["bottom", "top", "left", "right", "middle"])
def test_a_scrim_is_full_under_the_copy_and_none_on_a_face(side: str) -> None:
    face = Rect(260, 20, 60, 60)
    cover = coverage(Scrim(side, Rect(200, 180, 160, 60), 120, 0.5, Colour(0, 0, 0)), SIZE, (face,))
    scale = cover.shape[1] / SIZE.width
    assert cover[int(210 * scale), int(280 * scale)] == pytest.approx(0.5, abs=0.01)
    assert cover.max() <= 0.5
    assert cover[int(50 * scale), int(290 * scale)] == 0
    edges = {"bottom": (399, 280), "top": (0, 220), "left": (210, 0), "right": (210, 599)}
    if side in edges:
        y, x = edges[side]
        assert cover[int(y * scale), min(int(x * scale), cover.shape[1] - 1)] > 0.3


def hard() -> dict[str, npt.NDArray[np.uint8]]:
    """Hard grounds for type: snow, leaves, a white sky, a backlit window, stripes."""
    random = np.random.default_rng(11)
    ys, xs = np.mgrid[0:360, 0:640].astype(np.float32)
    leaves = random.integers(0, 255, (90, 160, 3), np.uint8).repeat(4, 0).repeat(4, 1)
    snow = np.clip(random.normal(225, 18, (360, 640, 1)) - ys[..., None] / 40, 0, 255)
    sky = np.where(ys < 200, 250, 40 + 30 * np.sin(xs / 9))[..., None]
    window = np.where((xs > 200) & (xs < 460), 255, 12)[..., None]
    stripes = np.where((xs // 12) % 2 == 0, 235, 25)[..., None]
    drawn = {"snow": snow, "sky": sky, "window": window, "stripes": stripes}
    return {"leaves": leaves} | {
        name: np.repeat(one, 3, axis=2).astype(np.uint8) for name, one in drawn.items()
    }


HARD = hard()


@pytest.mark.parametrize("name", HARD)
def test_type_can_be_read_afterwards_on_hard_grounds_or_is_a_finding(name: str) -> None:
    face = Rect(0.42, 0.2, 0.16, 0.3)
    for number, (width, height) in enumerate(((600, 900), (900, 383), (1280, 720))):
        languages = (("zh-Hans", "en"), ("ja",), ("ko", "en"))[number]
        for template, faces in (("quiet-line", ()), ("centred-title", (face,))):
            still = still_of(HARD[name], None, faces)
            copy = copy_in(*languages, legal="© Small Lights")
            placed = branded_layout(store.template(template), shaped(width, height), copy, still)
            canvas = ground(placed, still)
            bad = {one.role for one, found in contrasts(placed, canvas, 1.0) if found.share < 1}
            told = {one.check for one in preflight(placed, canvas)}
            assert not bad or "contrast" in told, (name, template, bad)
            # Readable on all of these when they were drawn.
            assert not bad, (name, template, width, bad)
            assert all(tone.strength <= 0.6 for tone in placed.tones)
            assert all(tone.shadow <= SHADOW_MOST for tone in placed.tones)


def test_a_poster_on_a_dusk_is_hardly_touched() -> None:
    still = still_of(dusk(640, 360))
    placed = branded_layout(TEMPLATE, shaped(600, 900), copy_in("ja", "en"), still)
    assert sum(effort(tone) for tone in placed.tones) < 0.2
