from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from studio.core.errors import BadValue
from studio.core.geometry import Rect, Size
from studio.media.film import Colour
from studio.media.frames import frame_image
from studio.media.probe import Overrides, probe
from studio.media.tone import needs_tone, to_sdr
from tests.drawn import BARS, draw_film


def bars_of(rgb: np.ndarray) -> np.ndarray:
    """The colour in the middle of each bar, (10, 3)."""
    height, width = rgb.shape[:2]
    middles = [(2 * n + 1) * width // (2 * len(BARS)) for n in range(len(BARS))]
    return rgb[height // 3, middles].astype(int)


@pytest.mark.parametrize("matrix", ["bt601", "bt709", "bt2020"])
@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("layout", ["yuv420p", "yuv444p", "yuv420p10le", "yuv422p10le"])
def test_bars_come_out_as_drawn(tmp_path: Path, matrix: str, full: bool, layout: str) -> None:
    path = draw_film(
        tmp_path / "a.mp4",
        frames=1,
        sound="",
        bars=True,
        matrix=matrix,
        full=full,
        pixel_format=layout,
        options={"crf": "1"},
    )
    # Wide primaries are a matter of test_tone; here only the matrix is asked about.
    film = probe(path)
    if matrix == "bt2020":
        assert film.video.colour.matrix == "bt2020nc"
        return
    frame = frame_image(film, Fraction(0))
    assert film.video.colour.assumed == ()
    assert np.abs(bars_of(frame.rgb()) - BARS).max() <= 3
    assert np.abs(bars_of(frame.rgb16()) / 257 - BARS).max() <= 3
    assert np.abs(bars_of(frame.small(160))[:, ::-1] - BARS).max() <= 6


def test_the_bt2020_matrix_is_used(tmp_path: Path) -> None:
    path = draw_film(
        tmp_path / "a.mov",
        frames=1,
        sound="",
        bars=True,
        tagged=False,
        matrix="bt2020",
        codec="prores_ks",
        pixel_format="yuv422p10le",
    )
    film = probe(path, overrides=Overrides(matrix="bt2020nc"))
    # Primaries follow the matrix where the file does not say; grey is the same in all of them.
    assert film.video.colour.primaries == "bt2020"
    seen = bars_of(frame_image(film, Fraction(0)).rgb())
    grey = [n for n, bar in enumerate(BARS) if len(set(bar)) == 1]
    assert np.abs(seen[grey] - np.array(BARS)[grey]).max() <= 3


@pytest.mark.parametrize(
    ("size", "rate", "matrix", "primaries"),
    [
        (Size(1280, 536), Fraction(24), "bt709", "bt709"),
        (Size(720, 1280), Fraction(30), "bt709", "bt709"),
        (Size(960, 720), Fraction(25), "bt709", "bt709"),
        (Size(720, 576), Fraction(25), "bt470bg", "bt470bg"),
        (Size(720, 480), Fraction(30000, 1001), "smpte170m", "smpte170m"),
        (Size(640, 360), Fraction(24000, 1001), "smpte170m", "smpte170m"),
        (Size(640, 360), Fraction(25), "bt470bg", "bt470bg"),
    ],
)
def test_untagged_films_are_decided_by_size_and_rate(
    tmp_path: Path, size: Size, rate: Fraction, matrix: str, primaries: str
) -> None:
    drawn = "bt709" if matrix == "bt709" else "bt601"
    film = probe(
        draw_film(
            tmp_path / "a.mp4",
            frames=2,
            sound="",
            size=size,
            rate=rate,
            tagged=False,
            bars=True,
            matrix=drawn,
        )
    )
    colour = film.video.colour
    assert (colour.matrix, colour.primaries, colour.range) == (matrix, primaries, "tv")
    assert colour.assumed == ("matrix", "primaries", "transfer", "range")
    assert np.abs(bars_of(frame_image(film, Fraction(0)).rgb()) - BARS).max() <= 3


def test_what_a_person_knows_better_counts(tmp_path: Path) -> None:
    path = draw_film(
        tmp_path / "a.mp4", frames=1, sound="", tagged=False, bars=True, full=True, matrix="bt709"
    )
    film = probe(path, overrides=Overrides(matrix="bt709", range="pc"))
    assert film.video.colour.assumed == ("primaries", "transfer")
    assert np.abs(bars_of(frame_image(film, Fraction(0)).rgb()) - BARS).max() <= 3
    wrong = bars_of(frame_image(probe(path), Fraction(0)).rgb())
    assert np.abs(wrong - BARS).max() > 8


def test_containers_tags_count_where_the_picture_has_none(tmp_path: Path) -> None:
    film = probe(
        draw_film(
            tmp_path / "a.mov",
            frames=1,
            sound="",
            codec="prores_ks",
            pixel_format="yuv422p10le",
            matrix="bt709",
        )
    )
    assert film.video.colour == Colour("bt709", "bt709", "bt709", "tv")


def test_rgb_films_keep_their_numbers(tmp_path: Path) -> None:
    film = probe(
        draw_film(
            tmp_path / "a.mov", frames=1, sound="", codec="qtrle", pixel_format="rgb24", bars=True
        )
    )
    assert (film.video.colour.matrix, film.video.colour.range) == ("rgb", "pc")
    frame = frame_image(film, Fraction(0))
    assert np.array_equal(bars_of(frame.rgb()), BARS)
    assert np.abs(bars_of(frame.rgb16()) / 257 - BARS).max() < 0.5


@pytest.mark.parametrize(
    "wrong",
    [
        {"matrix": "bt7o9"},
        {"matrix": "rgb"},
        {"range": "full"},
        {"sample_aspect": Fraction(20)},
        {"rotation": 45},
        {"primaries": "rec709"},
        {"transfer": "pq"},
        {"fields": "both"},
        {"tone": "more"},
        {"active": Rect(0, 0, 1, 0.01)},
        {"active": Rect(0.5, 0, 0.6, 1)},
    ],
)
def test_overrides_out_of_bounds_are_refused(wrong: dict) -> None:
    with pytest.raises(BadValue):
        Overrides(**wrong)


PQ = Colour("bt2020nc", "bt2020", "smpte2084", "tv")
HLG = Colour("bt2020nc", "bt2020", "arib-std-b67", "tv")


def grey(level: float) -> np.ndarray:
    return np.full((1, 1, 3), round(level * 65535), np.uint16)


@pytest.mark.parametrize("colour", [PQ, HLG])
def test_toning_keeps_black_white_grey_and_order(colour: Colour) -> None:
    levels = [to_sdr(grey(n / 64), colour)[0, 0] for n in range(65)]
    assert tuple(levels[0]) == (0, 0, 0)
    assert tuple(levels[-1]) == (65535, 65535, 65535)
    assert all(len(set(level.tolist())) == 1 for level in levels)
    assert all(a[0] <= b[0] for a, b in pairwise(levels))


def test_pq_mid_grey_lands_where_sdr_has_it() -> None:
    # ITU-R BT.2408: 26 cd/m² is 18 % grey at a graphics white of 203; PQ code 0.38.
    assert 0.40 < to_sdr(grey(0.38), PQ)[0, 0, 0] / 65535 < 0.46
    # Graphics white, PQ 0.58, is bright but leaves room for highlights.
    assert 0.85 < to_sdr(grey(0.58), PQ)[0, 0, 0] / 65535 < 0.97


@pytest.mark.parametrize("transfer", [16, 18])
def test_toned_films_are_grey_where_they_are_grey_and_rise_all_the_way(
    tmp_path: Path, transfer: int
) -> None:
    """A ramp of grey through file, decoder, scaler and tone."""
    path = draw_film(
        tmp_path / "a.mkv",
        frames=1,
        sound="",
        size=Size(1024, 64),
        codec="ffv1",
        matrix="bt2020",
        transfer=transfer,
        pixel_format="yuv444p10le",
        ramp=True,
    )
    film = probe(path)
    assert film.video.colour.hdr
    row = frame_image(film, Fraction(0)).rgb16()[30].astype(int)
    assert np.ptp(row, axis=1).max() <= 65
    assert (np.diff(row[:, 1]) >= 0).all()
    assert row[-1, 1] > row[0, 1] + 20000


def test_toning_can_be_left_out(tmp_path: Path) -> None:
    path = draw_film(tmp_path / "a.mp4", frames=1, sound="", bars=True, pixel_format="yuv420p10le")
    as_pq = Overrides(transfer="smpte2084", primaries="bt2020")
    toned = bars_of(frame_image(probe(path, overrides=as_pq), Fraction(0)).rgb())
    assert np.abs(toned - BARS).max() > 20
    plain = probe(path, overrides=replace(as_pq, tone="none"))
    assert np.abs(bars_of(frame_image(plain, Fraction(0)).rgb()) - BARS).max() <= 3


def test_only_hdr_and_wide_gamut_are_toned() -> None:
    assert needs_tone(PQ)
    assert needs_tone(HLG)
    assert needs_tone(Colour("bt709", "smpte432", "bt709", "tv"))
    assert not needs_tone(Colour("bt709", "bt709", "bt709", "tv"))
    assert not needs_tone(Colour("smpte170m", "smpte170m", "smpte170m", "tv"))


def test_a_toned_hdr_film_looks_like_its_sdr_twin(media: Path) -> None:
    films = [
        probe(media / "media" / "film" / f"cosmos_laundromat_50s_{kind}_640x268.mp4")
        for kind in ("sdr", "hdr_pq_p3")
    ]
    for at in (12, 20, 35):
        sdr, hdr = (frame_image(film, Fraction(at)).rgb().astype(float) for film in films)
        assert np.corrcoef(sdr.ravel(), hdr.ravel())[0, 1] > 0.95
        assert abs(sdr.mean() - hdr.mean()) < 25


def test_transparent_films_stand_on_black(media: Path) -> None:
    film = probe(media / "media" / "odd" / "transparent.webm")
    assert film.video.pixel_format == "yuva420p"
    seen = frame_image(film, Fraction(2)).rgb()
    assert tuple(seen[5, 5]) == (0, 0, 0)
    assert seen[..., 0].max() > 150
