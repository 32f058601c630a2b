"""Random access gives, frame for frame, what plain decoding from the start gives."""

from __future__ import annotations

import struct
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from studio.core.errors import StudioError
from studio.core.geometry import Size
from studio.media.frames import FrameReader
from studio.media.probe import probe
from tests.drawn import draw_film, read_number
from tests.oracle import seek_faults

SEEKS = 20
# Of a long film the first pictures are asked for here; the unattended trials take the whole.
MOST = 180
HDR = {"matrix": "bt2020", "pixel_format": "yuv420p10le"}
X265 = "log-level=none:bframes=4:b-pyramid=1:open-gop=1:keyint=12:min-keyint=12"
# What is made from real films elsewhere by FFmpeg's command line, drawn here by what is installed.
FORMS: dict[str, dict[str, object]] = {
    "pyramid.mp4": {
        "options": {"x264-params": "b-pyramid=normal:bframes=5:b-adapt=0:open-gop=1:keyint=12"}
    },
    "hevc-10.mp4": {
        "codec": "libx265",
        "pixel_format": "yuv420p10le",
        "options": {"x265-params": X265, "preset": "ultrafast"},
    },
    "av1.mp4": {"codec": "libsvtav1", "sound": "", "options": {"preset": "12"}},
    "dnxhr.mov": {
        "codec": "dnxhd",
        "pixel_format": "yuv422p",
        "sound": "",
        "options": {"profile": "dnxhr_hq"},
    },
    "fields.mp4": {"interlaced": True, "options": {"flags": "+ildct+ilme"}},
    "fields.ts": {
        "codec": "mpeg2video",
        "interlaced": True,
        "sound": "mp2",
        "options": {"flags": "+ildct+ilme", "bf": "2", "b": "4M"},
    },
    "dv.avi": {"codec": "dvvideo", "size": Size(720, 576), "frames": 12, "sound": ""},
    "upright.mp4": {"rotation": 90},
    "wide.mp4": {"sample_aspect": Fraction(16, 11)},
    "pq.mp4": HDR | {"transfer": 16},
    "hlg.mp4": HDR | {"transfer": 18},
    "pieces.mp4": {"container": {"movflags": "frag_keyframe+empty_moov"}},
    "holds.mp4": {
        "pts": tuple(n + n // 7 * 5 for n in range(50)),
        "time_base": Fraction(1, 24),
        "sound": "",
    },
}


@pytest.mark.parametrize("name", FORMS)
def test_drawn_films_give_every_picture_in_any_order(tmp_path: Path, name: str) -> None:
    path = draw_film(tmp_path / name, **FORMS[name])
    assert seek_faults(path, SEEKS) == []
    film = probe(path)
    with FrameReader(film) as reader:
        turn = film.video.rotation // 90
        numbers = [read_number(np.rot90(frame.rgb(), turn)) for frame in reader.walk()]
    assert numbers == list(range(film.video.frames))
    assert film.video.frames == FORMS[name].get("frames", 50)


def test_a_film_that_an_edit_list_cuts_starts_within_a_group(tmp_path: Path) -> None:
    """Seven pictures cut off the start, none of them before a key frame."""
    path = draw_film(tmp_path / "a.mp4", sound="", gop=50)
    data = bytearray(path.read_bytes())
    place = data.index(b"elst") + 12
    length, start = struct.unpack(">Ii", data[place : place + 8])
    # The film's clock counts milliseconds, the picture's 12800 a second.
    data[place : place + 8] = struct.pack(">Ii", length - 280, start + 7 * 512)
    path.write_bytes(data)
    film = probe(path)
    assert film.video.frames == 43
    with FrameReader(film) as reader:
        assert [read_number(frame.rgb()) for frame in reader.walk()] == list(range(7, 50))
        assert read_number(reader.at(Fraction(20, 25)).rgb()) == 27
        assert read_number(reader.at(Fraction(0)).rgb()) == 7
    assert seek_faults(path, SEEKS) == []


FILMS = (
    "big_buck_bunny_12s_1080p30.mp4",
    "big_buck_bunny_60s_720p25_51_plus_stereo.mkv",
    "big_buck_bunny_full_720p24.mp4",
    "chaplin_silent_360p25.mp4",
    "cosmos_laundromat_50s_hdr_pq_p3_640x268.mp4",
    "cosmos_laundromat_50s_sdr_640x268.mp4",
    "elephants_dream_excerpt_360p24.mp4",
    "elephants_dream_excerpt_360p24_10subs.mkv",
    "iphone_vertical_hlg_editlist_vfr_1080p.mp4",
    "nasa_13013_2video_2audio_2subs.mp4",
    "nasa_shuttle_1080x608_vp8.webm",
    "phone_rotate180_vfr_720p.mp4",
    "popeye_1936_4x3_1440x1074_pgs.mkv",
    "popeye_1936_ntsc_720x478_vobsub.mkv",
    "sintel_26s_480p25_ass_zh.mkv",
    "sintel_trailer_720p24.mp4",
    "tears_of_steel_battle_800x332_vp8.webm",
    "vertical_hdr10_av1_720x1280.mp4",
)


@pytest.mark.parametrize("name", FILMS)
def test_real_films_give_every_picture_in_any_order(media: Path, name: str) -> None:
    # Fewer where a picture takes long to decode.
    slow = "1080" in name or "1440" in name or "av1" in name
    assert seek_faults(media / "media" / "film" / name, SEEKS, most=24 if slow else MOST) == []


def odd_films(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_odd_files_are_refused_plainly_or_give_every_picture(media: Path) -> None:
    refused, wrong = {}, {}
    for path in odd_films(media / "media" / "odd"):
        try:
            faults = seek_faults(path, 4, most=24)
        except StudioError as error:
            refused[path.name] = error.hint
            continue
        if faults:
            wrong[path.name] = faults
    assert wrong == {}
    assert all(refused.values())
    assert set(refused) == {
        "chapters_truncated_chapter_string.mkv",
        "eight_bytes.mp4",
        "html_named_error.mp4",
        "invalid_vp9_bitstream-bug_1416.webm",
        "lfs_pointer_named.mp4",
        "projection_float_overflow.webm",
        "sample_audio_only_15s.mp4",
        "sample_malformed_free_box.mp4",
        "truncated_5pct_sintel_trailer.mp4",
        "video_dovi_3840x2160_30fps_dav1_10.mp4",
        "zero_length.mp4",
        "zero_length.webm",
    }
