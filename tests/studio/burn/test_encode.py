"""Files: the right frames, tags and sound, the same bytes again, and nothing left of a failure."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest

from studio.burn.asked.wanted import LoudnessSettings
from studio.burn.burn import BurnOrder, burn, burn_order
from studio.burn.pieces.segments import store
from studio.burn.sound.samples import TrackSamples
from studio.core.errors import BadValue, CannotWrite, ToolFailed
from studio.core.geometry import Size
from studio.core.progress import Cancelled
from studio.media.frames import FrameReader
from studio.media.probe import probe
from studio.media.sound import pcm
from studio.subs.cue import Cue, Track
from tests.drawn import read_number


def numbers(path: Path) -> list[int]:
    film = probe(path)
    with FrameReader(film) as reader:
        return [read_number(frame.rgb()) for frame in reader.walk()]


def clicks(path: Path, seconds: Fraction) -> list[int]:
    """The samples at which a click begins."""
    loud = np.abs(pcm(probe(path), Fraction(0), seconds)[:, 0]) > 0.1
    return [int(n) for n in np.flatnonzero(loud) if not loud[max(0, n - 2000) : n].any()]


def packets(path: Path, kind: str) -> list[tuple[int, int, bytes]]:
    with av.open(str(path)) as container:
        stream = container.streams.get(**{kind: 0})[0]
        return [(p.pts, p.dts, bytes(p)) for p in container.demux(stream) if p.size]


def test_every_frame_is_there_once_across_segments(films, style, tracks, quick, out) -> None:
    film = films(frames=500, cuts=(90, 200))
    done = burn(film, tracks, style, quick(), out / "a.mp4")
    assert done.segments == 3
    assert (done.frames, done.seconds) == (500, Fraction(20))
    assert numbers(out / "a.mp4") == list(range(500))
    shown = packets(out / "a.mp4", "video")
    assert sorted(pts for pts, _, _ in shown) == [512 * n for n in range(500)]
    steps = {b[1] - a[1] for a, b in pairwise(shown)}
    assert steps == {512}


def test_the_same_inputs_give_the_same_bytes(films, style, tracks, quick, out) -> None:
    film = films(frames=500, cuts=(90, 200))
    for kind in ("mp4", "mov", "mkv"):
        one = burn(film, tracks, style, quick(), out / f"one.{kind}")
        kept = burn(film, tracks, style, quick(), out / f"two.{kind}")
        store().clear()
        fresh = burn(film, tracks, style, quick(), out / f"three.{kind}")
        assert (kept.kept, fresh.kept) == (3, 0)
        assert one.sha256 == kept.sha256 == fresh.sha256
        assert (out / f"one.{kind}").read_bytes() == (out / f"three.{kind}").read_bytes()


def test_only_the_segment_of_a_corrected_line_is_made_again(
    films, style, tracks, quick, out
) -> None:
    film = films(frames=500, cuts=(90, 200))
    lines = (Cue(1, 400, 1200, "灯不大"), Cue(2, 9000, 9800, "够一个人回家"))
    burn(film, (Track("zh-Hans", lines),), style, quick(), out / "a.mp4")
    mended = (lines[0], replace(lines[1], text="够一个人回家。"))
    again = burn(film, (Track("zh-Hans", mended),), style, quick(), out / "b.mp4")
    assert (again.kept, again.segments) == (2, 3)
    other = burn(film, (Track("ko", lines[:1]),), style, quick(), out / "c.mp4")
    assert other.kept == 1
    textless = burn(film, (), None, quick(), out / "d.mp4")
    assert textless.kept == 2
    store().clear()
    fresh = burn(film, (Track("zh-Hans", mended),), style, quick(), out / "e.mp4")
    assert fresh.sha256 == again.sha256


def test_a_damaged_store_is_made_again(films, style, tracks, quick, out) -> None:
    film = films(frames=500, cuts=(90, 200))
    one = burn(film, tracks, style, quick(), out / "a.mp4")
    for path in store().folder.rglob("*"):
        if path.is_file():
            data = bytearray(path.read_bytes())
            data[len(data) // 2] ^= 255
            path.write_bytes(bytes(data))
    two = burn(film, tracks, style, quick(), out / "b.mp4")
    assert (two.kept, two.sha256) == (0, one.sha256)


def test_a_range_is_exact_in_picture_and_sound(films, style, tracks, quick, out) -> None:
    film = films(frames=100, rate=Fraction(24000, 1001))
    start, stop = Fraction(12 * 1001, 24000), Fraction(84 * 1001, 24000)
    order = BurnOrder(film, tracks, style, quick(), out / "a.mp4", start, stop)
    done = burn_order(order)
    assert numbers(out / "a.mp4") == list(range(12, 84))
    assert done.frames == 72
    found = clicks(out / "a.mp4", done.seconds)
    wanted = [n + 48000 * k for k in (1, 2, 3) for n in [-round(start * 48000)]]
    assert len(found) == 3
    lead = np.array(found) - np.array(wanted)
    # The sine starts at 0, so it is loud a few samples later; equally late each time.
    assert 0 <= lead.min() <= lead.max() <= 12
    assert np.ptp(lead) <= 1


def test_untouched_sound_is_copied_packet_by_packet(films, style, tracks, quick, out) -> None:
    film = films(frames=100)
    burn(film, tracks, style, quick(), out / "a.mp4")
    ours = [data for _, _, data in packets(out / "a.mp4", "audio")]
    assert ours == [data for _, _, data in packets(film.path, "audio")]
    assert clicks(out / "a.mp4", film.duration) == clicks(film.path, film.duration)
    inside = films("mkv", frames=100)
    burn(inside, tracks, style, quick(), out / "b.mp4")
    assert (
        np.ptp(np.array(clicks(out / "b.mp4", film.duration)) - clicks(film.path, film.duration))
        <= 1
    )


def test_sound_that_a_container_does_not_take_is_encoded(films, style, tracks, quick, out) -> None:
    film = films("mkv", frames=100, sound="libopus")
    done = burn(film, tracks, style, quick(), out / "a.mp4")
    result = probe(out / "a.mp4")
    assert [(track.codec, track.rate) for track in result.audio] == [("aac", 48000)]
    found = clicks(out / "a.mp4", done.seconds)
    assert [round(n / 48000, 2) for n in found] == [0.0, 1.0, 2.0, 3.0]


@pytest.mark.parametrize("suffix", ["mp4", "mkv"])
def test_sound_is_encoded_once_for_all_exports(
    films, style, tracks, quick, out, suffix, monkeypatch
) -> None:
    film = films("mkv", frames=100, sound="libopus")
    preset = quick(sound={"copy": False})
    one = burn(film, tracks, style, preset, out / f"a.{suffix}")
    read: list[int] = []
    real = TrackSamples.block

    def block(self, first, last):
        read.append(first)
        return real(self, first, last)

    monkeypatch.setattr(TrackSamples, "block", block)
    again = burn(film, tracks[:1], style, preset, out / f"b.{suffix}")
    assert read == []
    assert burn(film, tracks, style, preset, out / f"c.{suffix}").sha256 == one.sha256
    store().clear()
    fresh = burn(film, tracks[:1], style, preset, out / f"d.{suffix}")
    assert read
    assert fresh.sha256 == again.sha256
    louder = replace(preset, loudness=LoudnessSettings(integrated=-20.0))
    made = [burn(film, tracks, style, louder, out / f"{n}.{suffix}").sha256 for n in range(2)]
    assert made[0] == made[1] != one.sha256
    other = quick(sound={"copy": False, "bit_rate": 96_000})
    assert burn(film, tracks, style, other, out / f"e.{suffix}").sha256 != one.sha256


def test_a_variable_rate_keeps_its_times_or_becomes_constant(
    films, style, tracks, quick, out
) -> None:
    pts = (0, 40, 95, 180, 260, 300, 420, 480, 600, 610, 700, 820, 900, 1000, 1130)
    film = films("mkv", frames=len(pts), pts=pts, time_base=Fraction(1, 1000), sound="", b_frames=0)
    assert not film.video.constant_rate
    kept = burn(film, tracks, style, quick(), out / "a.mp4")
    assert kept.rate is None
    result = probe(out / "a.mp4")
    with FrameReader(result) as reader:
        times = [round(float(frame.seconds) * 1000) for frame in reader.walk()]
        shown = [(frame.rgb() > 250).all(axis=2)[60:140].sum() > 60 for frame in reader.walk()]
    assert times == list(pts)
    assert numbers(out / "a.mp4") == list(range(len(pts)))
    with FrameReader(film) as reader:
        bare = [(frame.rgb() > 250).all(axis=2)[60:140].sum() > 60 for frame in reader.walk()]
    assert not any(bare)
    assert shown == [400 <= stamp < 1200 for stamp in pts]
    even = burn(film, tracks, style, quick(rate="25"), out / "b.mp4")
    wanted = [max(i for i, p in enumerate(pts) if p <= 40 * n) for n in range(even.frames)]
    assert numbers(out / "b.mp4") == wanted


def test_rotation_and_pixel_aspect_are_carried_over(films, style, tracks, quick, out) -> None:
    for rotation in (90, 180, 270):
        film = films(frames=12, rotation=rotation, sound="")
        done = burn(film, tracks, style, quick(), out / f"{rotation}.mp4")
        result = probe(out / f"{rotation}.mp4")
        assert result.video.rotation == rotation
        assert result.video.display == film.video.display
        assert [one for one in done.findings if one.kind == "result"] == []
    film = films(size=Size(360, 288), sample_aspect=Fraction(16, 11), frames=12, sound="")
    burn(film, tracks, style, quick(), out / "flat.mp4")
    result = probe(out / "flat.mp4")
    assert result.video.sample_aspect == Fraction(16, 11)
    assert result.video.coded == Size(360, 288)


@pytest.mark.parametrize(
    ("drawing", "codec"),
    [
        ({"matrix": "bt601"}, "h264"),
        ({"matrix": "bt709", "full": True}, "h264"),
        ({"pixel_format": "yuv422p"}, "h264"),
        ({"pixel_format": "yuv420p10le", "matrix": "bt2020", "transfer": 16}, "hevc"),
        ({"pixel_format": "yuv444p10le"}, "hevc"),
    ],
)
def test_colour_and_format_are_carried_over(
    films, style, tracks, quick, out, drawing, codec
) -> None:
    film = films(frames=12, sound="", **drawing)
    preset = quick(picture={"deep_codec": "libx265", "preset": "ultrafast"})
    done = burn(film, tracks, style, preset, out / "a.mp4")
    video = probe(out / "a.mp4").video
    assert [one for one in done.findings if one.kind == "result"] == []
    assert video.codec == codec
    assert video.colour == film.video.colour
    assert video.pixel_format.replace("yuvj", "yuv") == film.video.pixel_format.replace(
        "yuvj", "yuv"
    )


def test_colour_that_was_assumed_is_written_and_said(films, style, tracks, quick, out) -> None:
    film = films(frames=12, sound="", tagged=False)
    done = burn(film, tracks, style, quick(), out / "a.mp4")
    colour = probe(out / "a.mp4").video.colour
    assert colour == replace(film.video.colour, assumed=())
    assert "colour" in [one.kind for one in done.findings]


def test_hdr_becomes_sdr_only_where_the_preset_says(films, style, tracks, quick, out) -> None:
    film = films(frames=12, sound="", pixel_format="yuv420p10le", matrix="bt2020", transfer=18)
    told = {"pixel_format": "yuv420p"}
    done = burn(film, tracks, style, quick(picture=told, colour="sdr"), out / "a.mp4")
    colour = probe(out / "a.mp4").video.colour
    assert (colour.matrix, colour.primaries, colour.transfer) == ("bt709", "bt709", "bt709")
    assert "hdr" in [one.kind for one in done.findings]


def test_sizes_of_presets_never_enlarge_and_stay_even(films, style, tracks, quick, out) -> None:
    film = films(frames=6, sound="")
    upright = films(frames=6, sound="", rotation=90)
    for given, frame, wanted in (
        (film, {"mode": "fit", "width": 1920, "height": 1080}, Size(320, 180)),
        (film, {"mode": "fit", "width": 160, "height": 160}, Size(160, 90)),
        (upright, {"mode": "fit", "width": 160, "height": 90}, Size(90, 160)),
        (film, {"mode": "fill", "width": 200, "height": 200}, Size(200, 200)),
        (upright, {"mode": "fill", "width": 160, "height": 90}, Size(160, 90)),
    ):
        done = burn(given, tracks, style, quick(frame=frame), out / "a.mp4")
        assert done.size == wanted
        assert probe(out / "a.mp4").video.display == wanted


def test_prores_is_made_with_pcm(films, style, tracks, quick, out) -> None:
    film = films(frames=25)
    preset = quick(
        picture={"codec": "prores_ks", "profile": "hq", "pixel_format": "yuv422p10le"},
        sound={"codec": "pcm_s24le", "copy": False},
        containers=("mov",),
    )
    one = burn(film, tracks, style, preset, out / "a.mov")
    result = probe(out / "a.mov")
    assert (result.video.codec, result.video.pixel_format) == ("prores", "yuv422p10le")
    assert result.audio[0].codec == "pcm_s24le"
    assert len(pcm(result, Fraction(0), result.duration)) == 48000
    assert burn(film, tracks, style, preset, out / "b.mov").sha256 == one.sha256


class Stopping:
    def __init__(self, after: float) -> None:
        self.after = after

    def report(self, fraction: float, note: str = "") -> None:
        if fraction >= self.after:
            raise Cancelled


@pytest.mark.parametrize("after", [0, 0.02, 0.5, 0.98])
def test_a_stopped_burn_leaves_what_was_there(films, style, tracks, quick, out, after) -> None:
    film = films(frames=500, cuts=(90, 200))
    out.mkdir()
    (out / "a.mp4").write_bytes(b"before")
    with pytest.raises(Cancelled):
        burn(film, tracks, style, quick(), out / "a.mp4", Stopping(after))
    assert [path.name for path in out.iterdir()] == ["a.mp4"]
    assert (out / "a.mp4").read_bytes() == b"before"
    whole = burn(film, tracks, style, quick(), out / "a.mp4")
    assert whole.kept == {0: 0, 0.02: 0, 0.5: 1, 0.98: 3}[after]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="limits of file sizes are POSIX")
def test_a_full_disk_is_said_and_nothing_is_left(films, style, tracks, quick, out) -> None:
    import resource
    import signal

    film = films(frames=100)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, before[1]))
        with pytest.raises(CannotWrite, match="cannot take the film"):
            burn(film, tracks, style, quick(), out / "a.mp4")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert list(out.iterdir()) == []


def test_orders_that_cannot_be_are_refused_in_words(films, style, tracks, quick, out) -> None:
    film = films(frames=50)
    for order, words in (
        (BurnOrder(film, tracks, style, quick(), film.path), "is the film itself"),
        (BurnOrder(film, tracks, style, quick(), out / "a.webm"), "is not written as"),
        (BurnOrder(film, (*tracks, *tracks), style, quick(), out / "a.mp4"), "tracks"),
        (BurnOrder(film, tracks, style, quick(), out / "a.mp4", Fraction(5)), "not in the film"),
        (
            BurnOrder(film, tracks, style, quick(), out / "a.mp4", Fraction(1), Fraction(1)),
            "not in the film",
        ),
        (
            BurnOrder(film, tracks, style, quick(picture={"pixel_format": "yuv9"}), out / "a.mp4"),
            "pixel format",
        ),
    ):
        with pytest.raises(BadValue, match=words):
            burn_order(order)
    with pytest.raises(ToolFailed, match="refused"):
        burn(film, tracks, style, quick(picture={"pixel_format": "yuv420p12le"}), out / "a.mp4")
    assert not out.exists() or not list(out.iterdir())


def test_a_hard_link_to_the_film_is_not_overwritten(films, style, tracks, quick, tmp_path) -> None:
    film = films(frames=50)
    own = tmp_path / "film.mp4"
    shutil.copyfile(film.path, own)
    (tmp_path / "link.mp4").hardlink_to(own)
    with pytest.raises(BadValue, match="is the film itself"):
        burn(replace(film, path=own), tracks, style, quick(), tmp_path / "link.mp4")


def test_what_could_not_be_kept_is_said(films, style, tracks, quick, media, out) -> None:
    film = probe(media / "media/film/nasa_13013_2video_2audio_2subs.mp4")
    order = BurnOrder(film, tracks, style, quick(), out / "a.mp4", Fraction(0), Fraction(1))
    kinds = [one.kind for one in burn_order(order).findings]
    assert kinds.count("sound") == 1
    assert kinds.count("subtitles") == 1


def test_characters_that_no_font_has_are_said(films, style, quick, out) -> None:
    film = films(frames=50)
    cues = (Cue(1, 400, 1200, "lamp \ue123"), Cue(2, 1500, 1900, "later \ue124"))
    order = BurnOrder(
        film, (Track("en", cues),), style, quick(), out / "a.mp4", Fraction(0), Fraction(1)
    )
    said = [one for one in burn_order(order).findings if one.kind == "missing"]
    assert len(said) == 1
    assert "U+E123" in said[0].message
    assert "U+E124" not in said[0].message


def test_interlaced_films_stay_interlaced_and_say_so(films, style, tracks, quick, out) -> None:
    film = films(frames=12, sound="", interlaced=True)
    done = burn(film, tracks, style, quick(), out / "a.mp4")
    assert probe(out / "a.mp4").video.interlaced
    assert [one.kind for one in done.findings] == ["interlaced"]
