from __future__ import annotations

import os
import socket
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest

from studio.core.errors import CannotRead
from studio.core.geometry import Size
from studio.core.progress import Cancelled
from studio.core.time import FrameRate
from studio.media.film import AudioStream, Colour, Film, VideoStream
from studio.media.frames import FrameReader
from studio.media.identity import check_unchanged, content_hash
from studio.media.opening import open_media
from studio.media.probe import probe
from studio.media.timing import Timing, rate_of
from tests.drawn import draw_film


class Stops:
    def report(self, fraction: float, note: str = "") -> None:
        raise Cancelled


def test_a_film_is_told_whole(tmp_path: Path) -> None:
    path = draw_film(tmp_path / "a.mp4", size=Size(352, 288), sample_aspect=Fraction(12, 11))
    film = probe(path)
    assert film == Film(
        path=path,
        sha256=content_hash(path),
        container="mov,mp4,m4a,3gp,3g2,mj2",
        duration=Fraction(2),
        video=VideoStream(
            index=0,
            codec="h264",
            coded=Size(352, 288),
            sample_aspect=Fraction(12, 11),
            rotation=0,
            rate=FrameRate(Fraction(25)),
            constant_rate=True,
            time_base=Fraction(1, 12800),
            first_pts=0,
            frames=50,
            pixel_format="yuv420p",
            bits=8,
            colour=Colour("bt709", "bt709", "bt709", "tv"),
        ),
        audio=(AudioStream(1, "aac", 48000, 2, "stereo"),),
    )
    assert film.video.display == Size(384, 288)


@pytest.mark.parametrize("rate", ["24000/1001", "24", "25", "30000/1001", "60000/1001", "12"])
@pytest.mark.parametrize("ending", ["mp4", "mkv"])
def test_rates_are_exact_also_in_containers_of_milliseconds(
    tmp_path: Path, rate: str, ending: str
) -> None:
    film = probe(
        draw_film(tmp_path / f"a.{ending}", rate=Fraction(rate), frames=200, sound="", gop=100)
    )
    assert (film.video.rate.value, film.video.constant_rate) == (Fraction(rate), True)
    assert film.video.frames == 200
    assert abs(film.duration - 200 / Fraction(rate)) <= Fraction(1, 1000)


MS = Fraction(1, 1000)


def test_rate_of_even_uneven_and_gapped_times() -> None:
    even = [round(n * 1001 / 24) for n in range(100)]
    assert rate_of(even, MS, [Fraction(1000)]) == (FrameRate(Fraction(24000, 1001)), True)
    gapped = [at for n, at in enumerate(even) if n not in (30, 31, 70)]
    assert rate_of(gapped, MS, []) == (FrameRate(Fraction(24000, 1001)), False)
    rate, constant = rate_of([0, 40, 57, 90, 180, 430], MS, [])
    assert (rate.value, constant) == (Fraction(5 * 1000, 430), False)
    assert rate_of([7], MS, [Fraction(30)]) == (FrameRate(Fraction(30)), True)
    assert rate_of([7], MS, []) == (FrameRate(Fraction(25)), True)
    assert rate_of([0, 1], Fraction(1, 90000), [])[0].value == 1000


def test_timing_survives_the_cache() -> None:
    timing = Timing((5, 9, 14), 4, Fraction(7, 3), 1, 2, 3, (5, 14))
    assert Timing.unpack(timing.pack()) == timing
    assert Timing.unpack(Timing((), 0, Fraction(0)).pack()) == Timing((), 0, Fraction(0))


# What each odd file must be told as: a film, or a refusal that says this.
REFUSED = {
    "eight_bytes.mp4": "text file",
    "html_named_error.mp4": "text file",
    "lfs_pointer_named.mp4": "Git LFS pointer",
    "truncated_5pct_sintel_trailer.mp4": "not complete",
    "zero_length.mp4": "empty",
    "zero_length.webm": "empty",
    "androidx/sample_audio_only_15s.mp4": "no moving picture",
    "androidx/sample_malformed_free_box.mp4": "damaged",
    "androidx/video_dovi_3840x2160_30fps_dav1_10.mp4": "codec that is not known",
    "libwebm_invalid/chapters_truncated_chapter_string.mkv": "damaged",
    "libwebm_invalid/invalid_vp9_bitstream-bug_1416.webm": "the limit is",
    "libwebm_invalid/projection_float_overflow.webm": "damaged",
}


def test_every_odd_file_is_a_film_or_refused_in_words(
    media: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    odd = media / "media" / "odd"
    names = sorted(str(path.relative_to(odd)) for path in odd.rglob("*") if path.is_file())
    assert len(names) >= 50
    for name in names:
        if name in REFUSED:
            with pytest.raises(CannotRead, match=REFUSED[name]) as caught:
                probe(odd / name)
            assert str(odd / name) in str(caught.value)
            assert caught.value.hint
            continue
        film = probe(odd / name)
        assert film.duration > 0
        with FrameReader(film) as reader:
            assert reader.at(film.duration / 2).small(64).shape[1] == 64
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("odd/truncated_50pct_tos.webm", "ends at 0:37, but should last 1:11"),
        ("odd/androidx/sample_with_fake_auxiliary_tracks.mp4", "4 pictures stand at the time"),
    ],
)
def test_what_is_missing_in_a_film_is_said(media: Path, name: str, words: str) -> None:
    assert words in " ".join(probe(media / "media" / name).warnings)


def test_real_films_are_told_as_they_are(media: Path) -> None:
    folder = media / "media" / "film"

    def told(name: str) -> tuple[object, ...]:
        film = probe(folder / name)
        video = film.video
        return video.display, str(video.rate), video.constant_rate, video.rotation, video.frames

    assert told("sintel_trailer_720p24.mp4") == (Size(1280, 720), "24", True, 0, 1253)
    assert told("popeye_1936_ntsc_720x478_vobsub.mkv") == (
        Size(640, 478),
        "30000/1001",
        True,
        0,
        1800,
    )
    assert told("iphone_vertical_hlg_editlist_vfr_1080p.mp4")[3] == 90
    assert told("phone_rotate180_vfr_720p.mp4")[2:4] == (False, 180)
    assert [
        t.language for t in probe(folder / "elephants_dream_excerpt_360p24_10subs.mkv").subtitles
    ] == [*("eng", "chi", "jpn", "ger", "fre", "spa", "rus", "ara", "heb", "gre")]
    two = probe(folder / "nasa_13013_2video_2audio_2subs.mp4")
    assert (two.video.index, len(two.audio), len(two.subtitles)) == (0, 2, 2)


def playlist(folder: Path, film: Path) -> list[Path]:
    """Files that make a careless reader open another file or the network."""
    texts = {
        "a.m3u8": f"#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nfile://{film}\n#EXT-X-ENDLIST\n",
        "b.mp4": f"ffconcat version 1.0\nfile '{film}'\n",
        "c.mpd": "<?xml version='1.0'?><MPD xmlns='urn:mpeg:dash:schema:mpd:2011'></MPD>",
        "d.sdp": "v=0\no=- 0 0 IN IP4 127.0.0.1\nc=IN IP4 127.0.0.1\nm=video 5004 RTP/AVP 96\n",
    }
    for name, text in texts.items():
        (folder / name).write_text(text)
    return [folder / name for name in texts]


def test_playlists_are_not_followed(tmp_path: Path) -> None:
    film = draw_film(tmp_path / "film.mp4", frames=2, sound="")
    for path in playlist(tmp_path, film):
        with pytest.raises(CannotRead, match="text file"):
            open_media(path)


def test_the_network_is_never_opened() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.3)
        port = server.getsockname()[1]
        with pytest.raises(CannotRead):
            open_media(Path(f"http://127.0.0.1:{port}/a.mp4"))
        with pytest.raises(TimeoutError):
            server.accept()


def test_only_regular_files_are_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.mp4")
    for path, words in (
        (tmp_path / "pipe.mp4", "not a regular file"),
        (Path("/dev/zero"), "not a regular file"),
        (tmp_path, "folder"),
        (tmp_path / "none.mp4", "not there"),
        (tmp_path / "a\0b.mp4", "cannot be read"),
    ):
        with pytest.raises(CannotRead, match=words):
            open_media(path)


@pytest.mark.parametrize(
    "name", ["-dash.mp4", "concat:a.mp4", "http:b.mp4", "%d.mp4", "夜摊 🏮.mp4"]
)
def test_names_mean_nothing_but_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    draw_film(tmp_path / "plain.mp4", frames=2, sound="").rename(tmp_path / name)
    monkeypatch.chdir(tmp_path)
    assert probe(Path(name)).video.frames == 2


def test_a_name_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.mp4"))
    draw_film(tmp_path / "a.mp4", frames=2, sound="").rename(path)
    with pytest.raises(CannotRead, match="not UTF-8"):
        open_media(path)


def test_stderr_stays_silent_in_a_fresh_process(media: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from studio.media.probe import probe;"
        "from studio.media.frames import FrameReader;"
        "f = probe(Path(sys.argv[1])); r = FrameReader(f); n = sum(1 for _ in r.walk());"
        "print(n, r.damaged)"
    )
    path = media / "media" / "odd" / "decord_corrupted.mp4"
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "49 2\n", "")


def test_a_truncated_film_is_read_to_where_it_breaks(tmp_path: Path) -> None:
    whole = draw_film(tmp_path / "a.mkv", frames=100, sound="", gop=10)
    data = whole.read_bytes()
    torn = tmp_path / "torn.mkv"
    torn.write_bytes(data[: len(data) // 2])
    film = probe(torn)
    assert 20 < film.video.frames < 80
    assert film.warnings
    with FrameReader(film) as reader:
        assert abs(sum(1 for _ in reader.walk()) - film.video.frames) <= 1
        reader.at(film.duration)


def test_hashes_are_remembered_until_the_file_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = draw_film(tmp_path / "a.mp4", frames=2, sound="")
    os.utime(path, (1_000_000_000, 1_000_000_000))
    film = probe(path)
    taken: list[Path] = []
    monkeypatch.setattr("studio.media.identity.sha256", lambda path, _: taken.append(path) or "0")
    check_unchanged(film)
    assert taken == []
    os.utime(path, (1_000_000_001, 1_000_000_001))
    with pytest.raises(CannotRead, match="has changed"):
        check_unchanged(film)
    assert taken == [path]


def test_a_file_written_just_now_is_hashed_again(tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(b"one")
    first = content_hash(path)
    status = path.stat()
    path.write_bytes(b"two")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert content_hash(path) != first


def test_probing_can_be_stopped(tmp_path: Path) -> None:
    path = draw_film(tmp_path / "a.mp4", frames=2, sound="")
    with pytest.raises(Cancelled):
        probe(path, Stops())
