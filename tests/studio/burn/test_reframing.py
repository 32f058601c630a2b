"""A film in another shape: the window follows what is shown, or the whole stands on a ground."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest

from studio.burn.burn import BurnOrder, burn, burn_order
from studio.burn.edit.following import FINE, Course, Framing, framing_of
from studio.burn.edit.lowering import lowered
from studio.burn.edit.reel import film_reel
from studio.burn.picture.form import form_of
from studio.burn.picture.planes import LAYOUTS, plane_array
from studio.burn.picture.windows import cut
from studio.burn.pieces.encoder import encoding_of
from studio.burn.pieces.painting import Painter
from studio.burn.pieces.segments import segments
from studio.core.errors import BadValue
from studio.core.geometry import Rect, Size
from studio.media.film import Film
from studio.media.frames import FrameReader
from studio.media.probe import probe

WIDE, HIGH = 320, 180
STORY = {"mode": "follow", "width": 90, "height": 160}
PAD = {"mode": "pad", "width": 90, "height": 160}


def film_of(path: Path, middles: list[float]) -> Film:
    """25 pictures a second, each with a bright patterned disc whose middle is at that share of the
    width, on a ground that changes where the disc jumps."""
    y, x = np.mgrid[0:HIGH, 0:WIDE]
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=25)
        stream.width, stream.height, stream.pix_fmt = WIDE, HIGH, "yuv420p"
        stream.options = {"preset": "ultrafast", "crf": "12", "threads": "1"}
        shot, before = 0, middles[0]
        for middle in middles:
            shot += abs(middle - before) > 0.1
            before = middle
            grey = np.full((HIGH, WIDE, 3), 40 + 60 * (shot % 2), np.uint8)
            away = np.hypot(x - middle * WIDE, y - HIGH / 2)
            disc = away < 26
            grey[disc] = np.where(((away // 5).astype(int) % 2 == 0)[disc, None], 235, 90)
            for packet in stream.encode(av.VideoFrame.from_ndarray(grey, format="rgb24")):
                container.mux(packet)
        for packet in stream.encode(None):
            container.mux(packet)
    return probe(path)


@pytest.fixture(scope="module")
def two_shots(_own_places_for_the_session: None, tmp_path_factory: pytest.TempPathFactory) -> Film:
    """The disc at a fifth of the width for 40 pictures, then at four fifths."""
    path = tmp_path_factory.mktemp("shots") / "two.mp4"
    return film_of(path, [0.2] * 40 + [0.8] * 40)


def windows(film: Film, quick: Callable[..., object]) -> list[Rect]:
    view = form_of(film, quick(frame=STORY)).view
    framing = framing_of(film, view)
    return [framing.at(film.pts_of(Fraction(n, 25))) for n in range(film.video.frames)]


def test_the_window_stands_still_in_a_shot_and_jumps_with_the_cut(two_shots, quick) -> None:
    found = windows(two_shots, quick)
    assert len(set(found[:40])) == 1
    assert len(set(found[40:])) == 1
    for window, middle in ((found[0], 0.2), (found[-1], 0.8)):
        assert window.x <= middle * WIDE - 26
        assert middle * WIDE + 26 <= window.right
        assert window.height == HIGH


def test_who_walks_is_followed_in_one_eased_move(tmp_path, quick) -> None:
    walk = np.interp(np.arange(150), [40, 110], [0.2, 0.8]).tolist()
    found = [one.x for one in windows(film_of(tmp_path / "walk.mp4", walk), quick)]
    steps = [after - before for before, after in pairwise(found)]
    assert min(steps) >= 0
    moving = [n for n, step in enumerate(steps) if step > 0]
    assert moving
    # Once on its way it does not stop, and it neither starts nor ends with a jolt.
    assert all(step > 0 for step in steps[moving[0] + 2 : moving[-1] - 2])
    bends = [abs(after - before) for before, after in pairwise(steps)]
    assert max(bends) < 0.25 * max(steps)
    assert found[0] < 0.25 * WIDE
    assert found[-1] > 0.5 * WIDE


def test_planes_of_a_resting_window_are_the_films_own(two_shots, quick) -> None:
    preset = quick(frame={"mode": "follow", "width": HIGH, "height": HIGH})
    reel = film_reel(two_shots, (), None, preset)
    form, _ = reel.plan()
    stretch, painter = lowered(reel.clip), Painter(form)
    picture = painter.at(stretch, Fraction(1))
    window = stretch.source.framing.at(two_shots.pts_of(Fraction(1)))
    assert window.x % 2 == 0
    native = stretch.source.frame(Fraction(1)).native
    for place, (new, old) in enumerate(zip(picture.planes, native.planes, strict=True)):
        step = 2 if place else 1
        left, wide = int(window.x) // step, HIGH // step
        assert np.array_equal(plane_array(new, 8), plane_array(old, 8)[:, left : left + wide])
    seen = reel.clip.get_frame(1.0)
    assert seen.shape == (HIGH, HIGH, 3)
    reel.clip.close()


@pytest.mark.parametrize("name", ["yuv420p", "yuv422p10le", "yuv444p"])
def test_a_window_between_pixels_keeps_luma_and_chroma_together(name: str) -> None:
    layout = LAYOUTS[name]
    source = av.VideoFrame(400, 40, layout.name)
    unit = 1 << (layout.bits - 8)
    for place, plane in enumerate(source.planes):
        values = plane_array(plane, layout.bits)
        step = layout.across if place else 1
        # A ramp over the picture's columns; chroma stands on the first of its pixels.
        values[...] = np.arange(values.shape[1]) * step * unit // 2
    window = Rect(100.25, 0, 112.5, 40)
    made = cut(source, layout, window, Size(200, 40))
    for place, plane in enumerate(made.planes):
        values = plane_array(plane, layout.bits).astype(float)[4]
        step = layout.across if place else 1
        columns = np.arange(len(values)) * step
        wanted = ((columns + 0.5) * 112.5 / 200 + 100.25 - 0.5) * unit / 2
        assert np.abs(values - wanted)[2:-2].max() <= 1.01


def test_a_segments_key_holds_the_windows_that_it_shows(two_shots, quick) -> None:
    preset = quick(frame=STORY)
    keys = []
    for last in (100, 100, 120):
        reel = film_reel(two_shots, (), None, preset)
        form, stretches = reel.plan()
        window = Rect(0, 0, 101, HIGH)
        courses = (Course(0, 1000, 80 * FINE, 80 * FINE), Course(10**9, 10**9, last, last))
        source = stretches[0].lowered.source
        source._framing = (Framing(window, True, courses),)
        keys.append([one.key for one in segments(stretches, form, encoding_of(form, preset, None))])
        if last == 120:
            # What comes later is none of its business; what it shows is.
            source._framing = (Framing(window, True, (Course(0, 1000, last, last),)),)
            other = segments(stretches, form, encoding_of(form, preset, None))
            assert other[0].key != keys[0][0]
        reel.clip.close()
    assert keys[0] == keys[1] == keys[2]


def test_a_padded_picture_is_whole_on_a_darker_ground(two_shots, quick) -> None:
    reel = film_reel(two_shots, (), None, quick(frame=PAD))
    form, _ = reel.plan()
    picture = Painter(form).at(lowered(reel.clip), Fraction(1))
    assert (picture.width, picture.height) == (90, 160)
    luma = plane_array(picture.planes[0], 8)
    native = lowered(reel.clip).source.frame(Fraction(1)).native
    film = plane_array(native.planes[0], 8)
    # 320 × 180 in 90 columns: 50 rows, in the middle.
    inner = luma[54:104]
    assert abs(float(inner.mean()) - float(film.mean())) < 2
    assert abs(float(inner[:, 18].mean()) - float(film[:, 64].mean())) < 25
    for part in (luma[:54], luma[104:]):
        assert float(part.mean()) < 0.75 * float(film.mean())
        steps = np.abs(np.diff(part.astype(int), axis=0))
        assert steps.max() <= 6
    reel.clip.close()


@pytest.mark.parametrize("frame", [STORY, PAD], ids=lambda frame: frame["mode"])
def test_a_reframed_film_comes_out_the_same_twice(two_shots, quick, out, frame) -> None:
    preset = quick(frame=frame)
    for name in ("a", "b"):
        burn_order(BurnOrder(two_shots, (), None, preset, out / f"{name}.mp4"))
    assert (out / "a.mp4").read_bytes() == (out / "b.mp4").read_bytes()
    made = probe(out / "a.mp4")
    assert made.video.coded == Size(90, 160)
    assert made.video.frames == 80


def test_captions_keep_out_of_what_the_platform_covers(films, tracks, style, quick, out) -> None:
    film = films(frames=30, sound="")
    found = {}
    for covered in ((0.0, 0.0), (20.0, 30.0)):
        frame = {"mode": "pad", "width": 180, "height": 320, "covered": covered}
        for name, given in (("plain", ()), ("written", tracks)):
            path = out / f"{name}.mp4"
            burn(film, given, style, quick(frame=frame), path)
            with FrameReader(probe(path)) as reader:
                found[name] = reader.at(Fraction(1, 2)).rgb().astype(int)
        rows = (abs(found["written"] - found["plain"]).max(axis=2) > 60).any(axis=1).nonzero()[0]
        low, high = (1 - covered[1] / 100) * 320, covered[0] / 100 * 320
        assert high <= rows.min()
        assert rows.max() <= low
        assert bool(covered[1]) == (rows.max() <= 0.7 * 320)


def test_what_is_covered_has_its_bounds(quick) -> None:
    with pytest.raises(BadValue, match="covered from 0 to 45"):
        quick(frame={"covered": (0.0, 50.0)})
