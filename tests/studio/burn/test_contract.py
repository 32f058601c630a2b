"""The two ways of encoding: from the film's planes, and by MoviePy's get_frame."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from moviepy import CompositeVideoClip, ImageClip, concatenate_videoclips, vfx

from studio.burn.edit.burnin import BurnIn
from studio.burn.edit.clip import FilmClip
from studio.burn.edit.lowering import lowered
from studio.burn.edit.reel import clip_reel, film_reel
from studio.burn.encode import encode
from studio.burn.picture.form import form_of
from studio.burn.picture.planes import plane_array
from studio.burn.pieces.painting import Painter
from studio.core.geometry import Size
from studio.core.time import FrameRate
from studio.media.frames import FrameReader
from studio.media.probe import probe
from tests.drawn import read_number

FULL_HD = {"size": Size(640, 360), "frames": 20, "sound": ""}
KINDS = {
    "as it is": ({}, {}),
    "10 bits": ({"pixel_format": "yuv420p10le"}, {}),
    "4:2:2": ({"pixel_format": "yuv422p"}, {}),
    "full range": ({"full": True}, {}),
    "BT.601": ({"matrix": "bt601"}, {}),
    "turned by tag": ({"rotation": 90}, {}),
    "turned 180": ({"rotation": 180}, {}),
    "smaller": ({}, {"frame": {"mode": "fit", "width": 480, "height": 480}}),
    "square": ({}, {"frame": {"mode": "fill", "width": 320, "height": 320}}),
    "square, turned": ({"rotation": 270}, {"frame": {"mode": "fill", "width": 300, "height": 300}}),
    "mirrored": ({"mirrored": True}, {}),
    "other rate": ({}, {"rate": "30"}),
    "follows": ({}, {"frame": {"mode": "follow", "width": 320, "height": 320}}),
    "follows, turned": (
        {"rotation": 90},
        {"frame": {"mode": "follow", "width": 300, "height": 300}},
    ),
    "padded": ({}, {"frame": {"mode": "pad", "width": 320, "height": 320}}),
    "by fields": ({"interlaced": True}, {"frame": {"fields": "double"}}),
}


@pytest.mark.parametrize("kind", KINDS)
def test_both_ways_put_the_same_captions_in_the_same_place(
    films, style, tracks, quick, kind
) -> None:
    drawing, told = KINDS[kind]
    film = films(**{**FULL_HD, **drawing})
    reel = film_reel(film, tracks, style, quick(**told))
    plain = film_reel(film, (), None, quick(**told))
    form, parts = reel.plan()
    forced, by_moviepy = reel.plan(lower=False)
    assert form == forced
    assert parts[0].lowered is not None
    assert by_moviepy[0].lowered is None
    painter = Painter(form)
    seconds = Fraction(3, 5)
    ours = painter.at(parts[0].lowered, seconds)
    theirs = painter.asked(reel.clip, seconds)
    our_film = painter.at(lowered(plain.clip), seconds)
    their_film = painter.asked(plain.clip, seconds)
    for place in range(3):
        ours_, theirs_, our_film_, their_film_ = (
            plane_array(frame.planes[place], form.layout.bits).astype(int) >> (form.layout.bits - 8)
            for frame in (ours, theirs, our_film, their_film)
        )
        captions = ours_ != our_film_
        if place == 0:
            assert captions.sum() > 500
            assert (np.abs(ours_ - theirs_)[captions] > 2).mean() < 0.01
        # The way through RGB costs the film itself something; captions add two levels at most.
        lost = np.abs(our_film_ - their_film_)
        assert (np.abs(ours_ - theirs_) - lost)[captions].max() <= 2
    reel.clip.close()
    plain.clip.close()


def test_flat_pixels_get_round_captions_either_way(films, style, tracks, quick) -> None:
    film = films(size=Size(360, 288), sample_aspect=Fraction(16, 11), frames=20, sound="")
    reel = film_reel(film, tracks, style, quick())
    form, parts = reel.plan()
    assert (form.size, form.display) == (Size(360, 288), Size(524, 288))
    painter = Painter(form)
    one = plane_array(painter.at(parts[0].lowered, Fraction(3, 5)).planes[0], 8).astype(int)
    other = plane_array(painter.asked(reel.clip, Fraction(3, 5)).planes[0], 8).astype(int)
    white, theirs = one > 225, other > 225
    rows, columns = np.nonzero(white & ~(plane_bare(film) > 200))
    assert len(rows) > 100
    # The text is centred, and both ways agree where it is.
    assert abs((columns.min() + columns.max()) / 2 - 180) < 4
    assert (white & theirs).sum() > 0.85 * white.sum()
    reel.clip.close()


def plane_bare(film) -> np.ndarray:
    with FrameReader(film) as reader:
        return plane_array(reader.at(Fraction(3, 5)).native.planes[0], 8).astype(int)


def test_a_composition_is_lowered_where_film_stands_alone(films, style, tracks, quick, out) -> None:
    film = films(frames=50)
    with FilmClip(film) as clip:
        burned = clip.with_effects([BurnIn(tracks, style, FrameRate(Fraction(25)))])
        card = ImageClip(np.full((180, 320, 3), (20, 30, 120), np.uint8), duration=0.4)
        whole = concatenate_videoclips([card, burned.subclipped(0.2, 1.6), card], method="compose")
        reel = clip_reel(whole, quick(), film)
        _, parts = reel.plan()
        shown = [(float(part.start), float(part.stop), part.lowered is not None) for part in parts]
        assert shown == [(0.0, 0.4, False), (0.4, 1.8, True), (1.8, 2.2, False)]
        assert parts[1].lowered.since == Fraction(1, 5)
        done = encode(reel, out / "a.mp4")
        forced = encode(reel, out / "b.mp4", lower=False)
    assert (done.frames, forced.frames) == (55, 55)
    one, other = probe(done.path), probe(forced.path)
    with FrameReader(one) as left, FrameReader(other) as right:
        for number in (0, 9, 10, 20, 44, 45, 54):
            seconds = Fraction(number, 25) + Fraction(1, 1000)
            mine, theirs = left.at(seconds).rgb(), right.at(seconds).rgb()
            assert np.mean(np.abs(mine.astype(int) - theirs)) < 2
            if 10 <= number < 45:
                assert read_number(mine) == number - 5
            else:
                assert np.abs(mine[40:140, 40:280].astype(int) - (20, 30, 120)).max() <= 3


def test_effects_over_a_composition_are_not_overlooked(films, quick) -> None:
    film = films(frames=50)
    with FilmClip(film) as clip:
        laid = CompositeVideoClip([clip.with_effects([])])
        assert clip_reel(laid, quick(), film).plan()[1][0].lowered is not None
        for changed in (
            laid.with_effects([vfx.FadeIn(0.5)]),
            laid.subclipped(0.2),
            CompositeVideoClip([clip.with_position((10, 0))]),
            CompositeVideoClip([clip, clip.with_start(1)]),
        ):
            parts = clip_reel(changed, quick(), film).plan()[1]
            assert any(part.lowered is None for part in parts)


def test_a_film_of_another_form_is_asked_of_moviepy(films, quick) -> None:
    film, other = films(frames=50), films(frames=50, matrix="bt601")
    with FilmClip(film) as clip, FilmClip(other) as second:
        whole = concatenate_videoclips([clip, second], method="compose")
        parts = clip_reel(whole, quick(), film).plan()[1]
        assert [part.lowered is not None for part in parts] == [True, False]
        assert form_of(film, quick()) != form_of(other, quick())
