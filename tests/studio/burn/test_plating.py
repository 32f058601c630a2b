"""Plates that stand only where captions need them, and then for the whole of the cue."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from studio.burn.burn import BurnOrder, burn_order
from studio.burn.edit.lowering import lowered
from studio.burn.edit.reel import film_reel
from studio.burn.pieces.encoder import encoding_of
from studio.burn.pieces.segments import segments
from studio.captions.layer import CaptionText, compose
from studio.captions.style import Plate
from studio.core.colour import Colour
from studio.core.geometry import Size
from studio.subs.cue import Cue, Track

# The drawn bars are white at the left; the upper third of the picture is black here.
FILM = {"frames": 85, "bars": True, "bars_above": 60, "sound": ""}
CUES = (
    Cue(1, 400, 1200, "{\\an1}white"),
    Cue(2, 1600, 2400, "{\\an8}black"),
    Cue(3, 2600, 3200, "{\\an1}white again"),
)


def needing(style):
    """The style bare but for a plate where it is needed."""
    plate = Plate(Colour(0, 0, 0), when="needed")
    return replace(style, outline=None, shadow=None, plate=plate, size=8.0)


def bares(reel) -> list[bool | None]:
    captions, since = lowered(reel.clip).captions[0]
    found = [captions.texts(since + Fraction(n, 25)) for n in range(85)]
    return [texts[0].bare if texts else None for texts in found]


def test_a_plate_stands_under_all_of_a_cue_or_not_at_all(films, style, quick) -> None:
    film = films(**FILM)
    reel = film_reel(film, (Track("en", CUES),), needing(style), quick())
    found = bares(reel)
    assert set(found[10:30]) == {False}
    assert set(found[40:60]) == {True}
    assert set(found[65:80]) == {False}
    assert set(found[30:40]) == {None}
    reel.clip.close()


def test_no_caption_is_faint_then_and_a_bare_one_would_be(films, style, quick, out) -> None:
    film = films(**FILM)
    told = {}
    for name, used in (("plate", needing(style)), ("bare", replace(needing(style), plate=None))):
        order = BurnOrder(film, (Track("en", CUES),), used, quick(), out / f"{name}.mp4")
        told[name] = [one for one in burn_order(order).findings if one.kind == "contrast"]
    assert not told["plate"]
    assert len(told["bare"]) == 2


def test_cut_out_of_the_film_the_same_cues_have_plates(films, style, quick) -> None:
    film = films(**FILM)
    preset = quick()
    whole = film_reel(film, (Track("en", CUES),), needing(style), preset)
    part = film_reel(film, (Track("en", CUES),), needing(style), preset, Fraction(1), Fraction(3))
    assert bares(part)[:50] == bares(whole)[25:75]
    whole.clip.close()
    part.clip.close()


def test_a_segment_knows_of_its_own_plates_only(films, style, quick) -> None:
    film = films(frames=300, bars=True, sound="")
    keys = []
    for place in ("7", "9"):
        cues = (Cue(1, 400, 1200, "one"), Cue(2, 9000, 10_000, f"{{\\an{place}}}two"))
        preset = quick()
        reel = film_reel(film, (Track("en", cues),), needing(style), preset)
        form, parts = reel.plan()
        keys.append([one.key for one in segments(parts, form, encoding_of(form, preset, film))])
        reel.clip.close()
    assert keys[0][0] == keys[1][0]
    assert keys[0][1] != keys[1][1]


def test_lines_stand_in_the_same_place_with_and_without_a_plate(style) -> None:
    frame = Size(640, 360)
    text = CaptionText("en", "A lamp, and a long way home")
    plated = compose((text,), needing(style), frame)
    bare = compose((replace(text, bare=True),), needing(style), frame)
    assert plated.boxes == bare.boxes
    assert plated.rgba.size > bare.rgba.size
