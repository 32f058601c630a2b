"""What a film has beside its pictures stays: fields, places of chroma, HDR's light, chapters."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from studio.burn.asked.burned import Burned
from studio.burn.burn import BurnOrder, burn, burn_order
from studio.burn.edit.lowering import lowered
from studio.burn.edit.reel import film_reel
from studio.burn.picture.form import form_of
from studio.burn.picture.planes import plane_array
from studio.burn.picture.shaping import Shaper
from studio.burn.pieces.painting import Painter
from studio.core.geometry import Size
from studio.media.fields import is_combed
from studio.media.film import Chapter, Light
from studio.media.frames import FrameReader
from studio.media.probe import probe
from studio.media.sound import pcm
from tests.drawn import draw_film

QUIET = {"frames": 12, "sound": ""}
X264 = {"preset": "ultrafast", "crf": "8"}


def warned(done: Burned) -> list[str]:
    return [str(one) for one in done.findings if one.severity == "warning"]


@pytest.mark.parametrize(("told", "order"), [("tff=1", "top"), ("bff=1", "bottom")])
@pytest.mark.parametrize("kind", ["yuv420p", "yuv422p10le"])
def test_fields_stay_woven_and_in_their_order(
    films, style, tracks, quick, out, told, order, kind
) -> None:
    film = films(**QUIET, interlaced=True, pixel_format=kind, options={**X264, "x264-params": told})
    assert (film.video.interlaced, film.video.first_field) == (True, order)
    # What is deeper than 8 bits would be HEVC's, which knows no fields.
    done = burn(film, tracks, style, quick(picture={"deep_codec": "libx265"}), out / "a.mp4")
    video = probe(out / "a.mp4").video
    assert (video.codec, video.pixel_format) == ("h264", kind)
    assert (video.interlaced, video.first_field) == (True, order)
    assert warned(done) == []


@pytest.mark.parametrize(("told", "order"), [("tff=1", "top"), ("bff=1", "bottom")])
@pytest.mark.parametrize("suffix", ["mov", "mkv"])
def test_prores_and_other_containers_know_the_order_of_fields(
    films, style, tracks, quick, out, told, order, suffix
) -> None:
    film = films(**QUIET, interlaced=True, options={**X264, "x264-params": told})
    prores = {"codec": "prores_ks", "pixel_format": "yuv422p10le"}
    for picture in ({}, prores) if suffix == "mov" else ({},):
        preset = quick(picture=picture, containers=(suffix,))
        done = burn(film, tracks, style, preset, out / f"a.{suffix}")
        video = probe(out / f"a.{suffix}").video
        assert (video.interlaced, video.first_field) == (True, order)
        assert warned(done) == []


def test_real_films_of_fields(media) -> None:
    dv = probe(media / "media/odd/dv-pal-interlaced.mov").video
    assert (dv.interlaced, dv.first_field, dv.siting) == (True, "bottom", "topleft")
    hdv = probe(media / "media/odd/hdv-1080i50.mov").video
    assert (hdv.interlaced, hdv.first_field, hdv.siting) == (True, "top", "left")


def planes_at(film, tracks, style, preset, seconds: Fraction):
    """The planes that go to the encoder, and the film's own, as integers."""
    reel = film_reel(film, tracks, style, preset)
    form, _ = reel.plan()
    made = Painter(form).at(lowered(reel.clip), seconds)
    with FrameReader(film) as reader:
        own = reader.at(seconds + Fraction(1, 1000)).native
        bits = own.format.components[0].bits
        kept = [plane_array(plane, bits).astype(int).copy() for plane in own.planes]
    painted = [plane_array(plane, form.layout.bits).astype(int).copy() for plane in made.planes]
    reel.clip.close()
    return painted, kept


def test_nothing_but_captions_changes_in_fields(films, style, tracks, quick) -> None:
    film = films(frames=20, sound="", interlaced=True)
    painted, kept = planes_at(film, tracks, style, quick(), Fraction(3, 5))
    for new, old, down in zip(painted, kept, (1, 2, 2), strict=True):
        rows = np.flatnonzero((new != old).any(axis=1)) * down
        assert len(rows) * down + 80 > 100
        assert rows.min() > 60
        assert rows.max() < 150


def test_chroma_of_fields_is_doubled_within_each_field(films, quick) -> None:
    film = films(frames=4, sound="", interlaced=True)
    told = {"codec": "prores_ks", "pixel_format": "yuv422p10le"}
    form = form_of(film, quick(picture=told, containers=("mov",)))
    with FrameReader(film) as reader:
        frame = reader.at(Fraction(0))
        native = av.VideoFrame(320, 180, "yuv420p")
        native.pts = 0
        for plane in native.planes:
            plane_array(plane, 8)[...] = 60
        # A ramp down the picture, the lower field 100 brighter; 4:2:0 puts chroma a quarter and
        # three quarters of the way between two lines of a field.
        chroma = plane_array(native.planes[1], 8)
        rows = np.arange(90)
        chroma[...] = (10 + (4 * (rows // 2) + 0.5 + 2 * (rows % 2)) / 2 + 100 * (rows % 2))[
            :, None
        ]
        made = Shaper(film, form).shaped(replace(frame, native=native))
    blue = plane_array(made.planes[1], 10)[:, 80].astype(float) / 4
    lines = np.arange(180)
    assert np.abs(blue - (10 + lines / 2 + 100 * (lines % 2)))[8:-8].max() <= 0.75
    assert (plane_array(made.planes[0], 10) == 240).all()


def test_fields_become_whole_pictures_where_the_preset_says(
    films, style, tracks, quick, out
) -> None:
    film = films(frames=12, sound="", interlaced=True)
    told = quick(frame={"fields": "whole"})
    done = burn(film, tracks, style, told, out / "a.mp4")
    result = probe(out / "a.mp4")
    assert not result.video.interlaced
    assert result.video.coded == film.video.coded
    assert "made into whole pictures" in " ".join(map(str, done.findings))


@pytest.mark.parametrize(
    ("codec", "option", "place"),
    [("libx264", "x264-params", 2), ("libx265", "x265-params", 1)],
)
def test_the_place_of_chroma_is_kept(
    films, style, tracks, quick, out, codec, option, place
) -> None:
    told = {"preset": "ultrafast", option: f"chromaloc={place}:log-level=none"}
    film = films(**QUIET, codec=codec, options=told)
    assert film.video.siting == ("left", "center", "topleft")[place]
    for picture in ({}, {"codec": "libx265", "preset": "ultrafast"}):
        burn(film, tracks, style, quick(picture=picture), out / "a.mp4")
        assert probe(out / "a.mp4").video.siting == film.video.siting
    smaller = {"mode": "fit", "width": 160, "height": 160}
    burn(film, tracks, style, quick(frame=smaller), out / "b.mp4")
    assert probe(out / "b.mp4").video.siting == "left"


MASTER = (
    "master-display=G(8500,39850)B(6550,2300)R(35400,14600)WP(15635,16450)L(10000000,50)"
    ":max-cll=1000,400:log-level=none"
)


def test_the_light_of_hdr_is_carried_over(films, style, tracks, quick, out) -> None:
    film = films(
        **QUIET, codec="libx265", pixel_format="yuv420p10le", matrix="bt2020", transfer=16,
        options={"preset": "ultrafast", "x265-params": MASTER},
    )  # fmt: skip
    points = ((35400, 14600), (8500, 39850), (6550, 2300), (15635, 16450))
    assert film.video.light == Light(
        tuple((Fraction(x, 50_000), Fraction(y, 50_000)) for x, y in points),
        Fraction(50, 10_000), Fraction(1000), 1000, 400,
    )  # fmt: skip
    for codec in ("libx264", "libx265"):
        told = quick(picture={"codec": codec, "preset": "ultrafast"})
        done = burn(film, tracks, style, told, out / "a.mp4")
        assert probe(out / "a.mp4").video.light == film.video.light
        assert warned(done) == []
    mov = quick(picture={"codec": "prores_ks", "pixel_format": "yuv422p10le"}, containers=("mov",))
    done = burn(film, tracks, style, mov, out / "a.mov")
    assert "light levels" in " ".join(warned(done))
    sdr = quick(picture={"pixel_format": "yuv420p"}, colour="sdr")
    assert warned(burn(film, tracks, style, sdr, out / "b.mp4")) == []


def test_white_of_captions_in_hdr_is_the_presets(films, style, tracks, quick) -> None:
    film = films(frames=20, sound="", pixel_format="yuv420p10le", matrix="bt2020", transfer=16)
    whites = []
    for nits in (100.0, 203.0):
        painted, kept = planes_at(film, tracks, style, quick(caption_nits=nits), Fraction(3, 5))
        changed = painted[0][60:140][painted[0][60:140] != kept[0][60:140]]
        whites.append(int(np.flatnonzero(np.bincount(changed) > 30).max()))
    # SMPTE ST 2084: 100 and 203 cd/m² are 50.8 and 58.1 % of the signal.
    assert whites == pytest.approx([64 + 876 * 0.508, 64 + 876 * 0.581], abs=2)


@pytest.fixture(scope="module")
def told(tmp_path_factory) -> Path:
    """A film with two named sound tracks, the second of six channels, and two chapters."""
    folder = tmp_path_factory.mktemp("told")
    plain = draw_film(folder / "plain.mp4", frames=75)
    path = folder / "told.mkv"
    with av.open(str(plain)) as source, av.open(str(path), "w") as out:
        out.set_chapters(
            [
                {"id": 1, "start": 0, "end": 1000, "time_base": Fraction(1, 1000),
                 "metadata": {"title": "灯"}},
                {"id": 2, "start": 1000, "end": 3000, "time_base": Fraction(1, 1000),
                 "metadata": {"title": "Home"}},
            ]
        )  # fmt: skip
        picture, sound = source.streams.video[0], source.streams.audio[0]
        into = {0: out.add_stream_from_template(picture), 1: out.add_stream_from_template(sound)}
        into[1].metadata.update({"language": "zho", "title": "对白"})
        wide = out.add_stream("aac", rate=48000)
        wide.layout = "5.1"
        wide.metadata.update({"language": "eng", "title": "Wide"})
        for packet in source.demux(picture, sound):
            if packet.dts is not None:
                packet.stream = into[packet.stream.index]
                out.mux(packet)
        for number in range(3 * 48000 // 1024):
            time = (np.arange(1024) + number * 1024) / 48000
            wave = np.zeros((6, 1024), np.float32)
            wave[4] = np.where(time % 1 < 0.02, 0.5 * np.sin(2000 * np.pi * time), 0)
            frame = av.AudioFrame.from_ndarray(wave, format="fltp", layout="5.1")
            frame.sample_rate, frame.pts, frame.time_base = 48000, number * 1024, Fraction(1, 48000)
            out.mux(wide.encode(frame))
        out.mux(wide.encode(None))
    return path


@pytest.mark.parametrize("suffix", ["mp4", "mkv", "mov"])
def test_tracks_and_chapters_are_carried_over(told, style, tracks, quick, out, suffix) -> None:
    film = probe(told)
    assert [one.title for one in film.chapters] == ["灯", "Home"]
    preset = quick(sound={"all_tracks": True})
    done = burn(film, tracks, style, preset, out / f"a.{suffix}")
    result = probe(out / f"a.{suffix}")
    assert warned(done) == []
    chinese = "chi" if suffix == "mov" else "zho"
    assert [(one.language, one.channels) for one in result.audio] == [(chinese, 2), ("eng", 6)]
    assert [one.title for one in result.chapters] == ["灯", "Home"]
    if suffix == "mkv":
        assert [one.title for one in result.audio] == ["对白", "Wide"]


def test_a_cut_keeps_all_tracks_with_their_channels_and_its_chapters(
    told, style, tracks, quick, out
) -> None:
    film = probe(told)
    preset = quick(sound={"all_tracks": True})
    order = BurnOrder(
        film, tracks, style, preset, out / "a.mp4", Fraction(13, 25), Fraction(63, 25)
    )
    done = burn_order(order)
    result = probe(out / "a.mp4")
    assert warned(done) == []
    assert [(one.language, one.channels) for one in result.audio] == [("zho", 2), ("eng", 6)]
    border = film.chapters[0].end - Fraction(13, 25)
    assert result.chapters == (
        Chapter(Fraction(0), border, "灯"),
        Chapter(border, Fraction(2), "Home"),
    )
    for track in (0, 1):
        heard = np.abs(pcm(result, Fraction(0), Fraction(2), track=track)).max(axis=1)
        first = int(np.flatnonzero(heard > 0.1)[0])
        own = np.abs(pcm(film, Fraction(0), Fraction(3), track=track)).max(axis=1)
        wanted = int(np.flatnonzero(own[24960:] > 0.1)[0])
        assert abs(first - wanted) <= 1
    plain = burn_order(replace(order, preset=quick(), out=out / "b.mp4"))
    assert "left out" in " ".join(warned(plain))


def test_a_row_that_is_cut_off_is_said(style, tracks, quick, out, films) -> None:
    film = films(size=Size(321, 181), pixel_format="yuv444p", **QUIET)
    kept = burn(film, tracks, style, quick(), out / "a.mp4")
    assert [one for one in kept.findings if one.kind == "size"] == []
    thin = quick(picture={"pixel_format": "yuv420p"})
    done = burn(film, tracks, style, thin, out / "b.mp4")
    assert done.size == Size(320, 180)
    assert [one.kind for one in done.findings] == ["size"]


@pytest.mark.parametrize("order", ["top", "bottom"])
@pytest.mark.parametrize("size", [{}, {"mode": "fit", "width": 160, "height": 90}])
def test_each_field_can_become_a_picture(films, quick, out, order, size) -> None:
    told = "tff=1" if order == "top" else "bff=1"
    film = films(**QUIET, interlaced=True, options={**X264, "x264-params": told})
    preset = quick(frame={**size, "fields": "double"})
    done = burn_order(BurnOrder(film, (), None, preset, out / "a.mp4"))
    made = probe(out / "a.mp4")
    assert done.frames == 2 * film.video.frames
    assert (made.video.rate.value, made.video.interlaced) == (50, False)
    with FrameReader(made) as reader:
        pictures = [reader.at(Fraction(n, 50)).rgb() for n in range(4, 10)]
    assert not any(is_combed(one[..., 1], 8) for one in pictures)
    # The white square goes 4 of 320 columns to the right in a picture's time.
    row = made.video.display.height // 4
    places = [float(np.flatnonzero(one[row].min(axis=1) > 190).mean()) for one in pictures]
    steps = np.diff(places) * 320 / made.video.display.width
    forward = steps if order == "top" else -steps[::2]
    assert forward == pytest.approx([2.0] * len(forward), abs=0.75)
