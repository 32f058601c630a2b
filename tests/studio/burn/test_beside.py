"""What goes with a film: subtitle files and tracks in its own times, a poster frame, the sheet."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import av
import imageio_ffmpeg
import numpy as np
import pytest
from PIL import Image

from studio.burn.beside.names import beside_names
from studio.burn.beside.sidecars import in_delivery
from studio.burn.burn import BurnOrder, burn_order
from studio.burn.captions.moments import Cut
from studio.core.errors import CannotWrite
from studio.core.geometry import Size
from studio.core.time import FrameRate
from studio.media.probe import probe
from studio.reel.order import CardFile, ReelOf
from studio.subs.cue import Cue, Track
from studio.subs.iso639 import quicktime, three_letters
from studio.subs.reading import read_track
from tests.drawn import read_number

SPOKEN = (
    Track(
        "zh-Hans",
        (
            Cue(1, 200, 900, "灯不大"),
            Cue(2, 1500, 2600, "够一个人\n回家。"),
            Cue(3, 2700, 2900, "晚了"),
        ),
    ),
    Track("en", (Cue(1, 1500, 2600, "{\\an8}<i>Enough</i> to get home by."),)),
)


def test_times_count_from_the_deliverys_first_frame() -> None:
    cuts = (Cut(Fraction(1, 2), Fraction(2)), Cut(Fraction(5, 2), Fraction(3), Fraction(2)))
    found = in_delivery(SPOKEN[0], cuts, FrameRate(Fraction(25)))
    assert [(cue.id, cue.start, cue.end, cue.text) for cue in found.cues] == [
        (1, 0, 400, "灯不大"),
        (2, 1000, 1500, "够一个人\n回家。"),
        (3, 2000, 2100, "够一个人\n回家。"),
        (4, 2200, 2400, "晚了"),
    ]


def test_what_would_stand_on_no_frame_is_left_out_and_places_are_no_text() -> None:
    cues = (
        Cue(1, 985, 1012, "a"),
        Cue(2, 1200, 1300, "{\\at(0.2,0.3)}b"),
        Cue(3, 1400, 1500, " "),
    )
    cut = Cut(Fraction(1), Fraction(2))
    found = in_delivery(Track("en", cues), (cut,), FrameRate(Fraction(25)))
    assert [cue.text for cue in found.cues] == ["b"]
    assert [cue.text for cue in in_delivery(Track("en", cues), (cut,), None).cues] == ["a", "b"]


def test_sidecars_read_back_in_each_format(films, style, quick, out) -> None:
    film = films(frames=75)
    preset = quick(sidecars=("srt", "vtt", "ttml"))
    order = BurnOrder(film, SPOKEN, style, preset, out / "a.b.mp4", Fraction(1), Fraction(5, 2))
    done = burn_order(order)
    names = [f"a.b.{tag}.{kind}" for kind in ("srt", "vtt", "ttml") for tag in ("zh-Hans", "en")]
    assert [path.name for path in done.beside] == names
    assert done.beside == tuple(beside_names(out / "a.b.mp4", ["zh-Hans", "en"], preset))
    for path in done.beside:
        track = read_track(path).track
        assert [(cue.start, cue.end) for cue in track.cues] == [(500, 1520)]
    assert "{\\an8}<i>Enough</i>" in (out / "a.b.en.srt").read_text("utf-8")
    again = burn_order(replace(order, out=out / "c.mp4", style=None))
    assert [a.read_bytes() for a in again.beside] == [b.read_bytes() for b in done.beside]


def test_files_beside_that_cannot_be_written_leave_no_film(films, quick, out) -> None:
    (out / "a.en.srt").mkdir(parents=True)
    preset = quick(sidecars=("srt",))
    with pytest.raises(CannotWrite):
        burn_order(BurnOrder(films(), SPOKEN[1:], None, preset, out / "a.mp4"))
    assert not (out / "a.mp4").exists()


def subtitles(path: Path) -> list[tuple[str | None, str, bool, list[tuple[int, int, str]]]]:
    found = []
    with av.open(str(path)) as container:
        for stream in container.streams.subtitles:
            quick = stream.codec_context.name == "mov_text"
            shown = []
            for packet in container.demux(stream):
                data = bytes(packet)
                text = data[2 : 2 + int.from_bytes(data[:2], "big")] if quick else data
                if text:
                    shown.append((packet.pts, packet.duration, text.decode("utf-8")))
            default = bool(stream.disposition & av.stream.Disposition.default)
            found.append((stream.language, stream.codec_context.name, default, shown))
            container.seek(0)
    return found


@pytest.mark.parametrize("suffix", ["mp4", "mov", "mkv"])
def test_subtitles_inside_are_tracks_with_language_and_times(films, quick, out, suffix) -> None:
    film = films(frames=75)
    order = BurnOrder(
        film, SPOKEN, None, quick(), out / f"a.{suffix}", Fraction(1), Fraction(3), muxed=True
    )
    done = burn_order(order)
    chinese, english = subtitles(done.path)
    codec = "srt" if suffix == "mkv" else "mov_text"
    assert chinese[:3] == ("chi" if suffix == "mov" else "zho", codec, True)
    assert english[:3] == ("eng", codec, False)
    assert chinese[3] == [(500, 1100, "够一个人\n回家。"), (1700, 200, "晚了")]
    line = "{\\an8}<i>Enough</i> to get home by." if suffix == "mkv" else "Enough to get home by."
    assert english[3] == [(500, 1100, line)]
    rows = {row.what: row for row in done.sheet}
    assert rows["subtitle tracks"].passes
    assert rows["subtitle tracks"].found.endswith(", eng")
    assert done.sha256 == burn_order(replace(order, out=out / f"b.{suffix}")).sha256


def test_ffmpeg_reads_the_subtitles_with_their_italics(films, quick, out) -> None:
    done = burn_order(BurnOrder(films(frames=75), SPOKEN, None, quick(), out / "a.mp4", muxed=True))
    told = ["-v", "error", "-i", done.path, "-map", "0:s:1", "-f", "srt", "-"]
    read = subprocess.run(
        [imageio_ffmpeg.get_ffmpeg_exe(), *told],
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout
    assert "00:00:01,500 --> 00:00:02,600" in read
    assert "<i>Enough</i> to get home by." in read


@pytest.mark.parametrize("suffix", ["mp4", "mkv", "mov"])
def test_the_poster_frame_is_the_frame_that_was_chosen(films, quick, out, suffix) -> None:
    film = films(frames=50)
    order = BurnOrder(
        film, (), None, quick(poster_frame="attached"), out / f"a.{suffix}", poster_at=Fraction(1)
    )
    done = burn_order(order)
    if suffix == "mov":
        assert [path.name for path in done.beside] == ["a.poster.jpg"]
        data = done.beside[0].read_bytes()
    else:
        assert done.beside == ()
        with av.open(str(done.path)) as container:
            (stream,) = (
                one
                for one in container.streams.video
                if one.disposition & av.stream.Disposition.attached_pic
            )
            data = next(bytes(packet) for packet in container.demux(stream) if packet.size)
    with Image.open(BytesIO(data)) as picture:
        assert picture.format == "JPEG"
        assert read_number(np.asarray(picture.convert("RGB"))) == 25
    # The film is still found behind it.
    assert (probe(done.path).video.frames, done.frames) == (50, 50)
    assert done.sha256 == burn_order(replace(order, out=out / f"b.{suffix}")).sha256


def test_a_poster_frame_beside_has_the_deliverys_window(films, quick, out) -> None:
    frame = {"mode": "fill", "width": 100, "height": 160}
    preset = quick(frame=frame, poster_frame="png")
    done = burn_order(BurnOrder(films(), (), None, preset, out / "a.mp4"))
    (path,) = done.beside
    assert path.name == "a.poster.png"
    with Image.open(path) as picture:
        assert (picture.format, picture.size) == ("PNG", (100, 160))


def test_the_sheet_says_what_was_asked_for_and_what_is_there(films, quick, out) -> None:
    film = films(size=Size(160, 90))
    done = burn_order(BurnOrder(film, (), None, quick(), out / "a.mp4"))
    rows = {row.what: (row.wanted, row.found, row.passes) for row in done.sheet}
    assert rows["codec"] == ("h264", "h264", True)
    assert rows["size"] == ("160×90", "160×90", True)
    assert rows["rate"] == ("25", "25", True)
    assert rows["file size"][0] == ""
    assert "chapters" not in rows


def test_languages_are_written_as_containers_have_them() -> None:
    tags = ("zh-Hans", "zh-Hant-HK", "en", "pt-BR", "fil", "x")
    assert [three_letters(tag) for tag in tags] == ["zho", "zho", "eng", "por", "fil", "und"]
    assert [quicktime(code) for code in ("zho", "deu", "eng")] == ["chi", "ger", "eng"]


def test_times_follow_a_reels_cards_and_cuts(films, quick, out, tmp_path) -> None:
    card = tmp_path / "card.png"
    Image.new("RGB", (320, 180), (30, 60, 90)).save(card)
    build = ReelOf(
        ((Fraction(0), Fraction(1)), (Fraction(8, 5), Fraction(3))),
        opening=CardFile(card, Fraction(1), Fraction(0)),
    )
    order = BurnOrder(
        films(frames=75), SPOKEN[:1], None, quick(sidecars=("srt",)), out / "a.mp4", build=build
    )
    done = burn_order(order)
    cues = read_track(done.beside[0]).track.cues
    # A second of card, a second of film, and then the film from 1.6 s on.
    assert [(cue.start, cue.end) for cue in cues] == [(1200, 1900), (2000, 3000), (3100, 3300)]
    assert done.frames == 85
