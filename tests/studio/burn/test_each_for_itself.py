"""Encoders whose pictures stand each for itself: short pieces, side by side, nothing kept."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

import studio.burn.encode
import studio.burn.pieces.maker
from studio.burn.burn import BurnOrder, burn_order, burn_together
from studio.burn.picture.form import form_of
from studio.burn.pieces.encoder import FEW, at_once, encoding_of, waiting_for
from studio.burn.pieces.segments import store
from studio.core.geometry import Size
from studio.media.frames import FrameReader
from studio.media.probe import probe
from studio.subs.cue import Cue, Track


@pytest.fixture
def prores(quick):
    return quick(
        picture={"codec": "prores_ks", "profile": "hq", "pixel_format": "yuv422p10le"},
        sound={"codec": "pcm_s24le", "copy": False},
        containers=("mov",),
    )


def orders(film, style, preset, out) -> list[BurnOrder]:
    texts = {"zh-Hans": "灯不大。", "ja": "小さな灯り。"}
    return [
        BurnOrder(film, (Track(one, (Cue(1, 700, 900, text),)),), style, preset, out / f"{one}.mov")
        for one, text in texts.items()
    ]


def test_what_two_show_alike_is_made_once_and_the_bytes_are_those_of_one(
    films, style, prores, out
) -> None:
    both = orders(films(frames=50), style, prores, out)
    made = burn_together(both)
    # Half seconds: only the second one has a caption.
    assert [(one.kept, one.segments) for one in made] == [(0, 4), (3, 4)]
    assert made[0].sha256 != made[1].sha256
    assert [burn_order(one).sha256 for one in both] == [one.sha256 for one in made]
    assert not any(path.is_file() for path in store().folder.rglob("*"))


def test_a_picture_that_stands_for_seconds_is_no_fault(films, style, prores, out) -> None:
    pts = (0, 40, 95, 2180, 2260, 2300, 4420)
    film = films("mkv", frames=len(pts), pts=pts, time_base=Fraction(1, 1000), sound="", b_frames=0)
    (one, _) = orders(film, style, prores, out)
    assert burn_order(one).rate is None
    with FrameReader(probe(one.out)) as reader:
        times = [round(float(frame.seconds) * 1000) for frame in reader.walk()]
    assert times == list(pts)


def test_a_piece_is_joined_before_that_of_the_next_delivery_is_begun(
    films, style, quick, out, monkeypatch
) -> None:
    """Where memory has room for one encoder, it need not hold the pieces of all."""
    film = films(frames=300, cuts=(160,))
    monkeypatch.setattr(studio.burn.pieces.maker, "at_once", lambda _: 1)
    monkeypatch.setattr(studio.burn.pieces.maker, "waiting_for", lambda *_: 1)
    done: list[str] = []
    add, encoded = studio.burn.encode._Writing.add, studio.burn.pieces.maker.PieceMaker._encoded

    def added(self, segment, piece):
        done.append("joined")
        add(self, segment, piece)

    def made(self, group, *rest):
        done.append("begun")
        return encoded(self, group, *rest)

    monkeypatch.setattr(studio.burn.encode._Writing, "add", added)
    monkeypatch.setattr(studio.burn.pieces.maker.PieceMaker, "_encoded", made)
    texts = ("灯不大。", "小さな灯り。", "작은 등불")
    cues = [(Cue(1, 200, 900, text), Cue(2, 9000, 9900, text)) for text in texts]
    burn_together(
        [
            BurnOrder(film, (Track("ja", lines),), style, quick(), out / f"{number}.mp4")
            for number, lines in enumerate(cues)
        ]
    )
    assert done.count("begun") == done.count("joined") == 6
    # When the last one is begun, four of five are written: one is at most on its way.
    last = len(done) - 1 - done[::-1].index("begun")
    assert done[:last].count("joined") >= 3


@pytest.mark.parametrize(
    ("size", "pixels", "side_by_side"),
    [
        (Size(1920, 1080), "yuv422p10le", 7),
        (Size(3840, 2160), "yuv422p10le", 5),
        (Size(3840, 2160), "yuv444p10le", 3),
    ],
)
def test_so_many_prores_encoders_have_room(films, quick, size, pixels, side_by_side) -> None:
    preset = quick(
        picture={"codec": "prores_ks", "profile": "hq", "pixel_format": pixels, "threads": 4},
        containers=("mov",),
    )
    film = films(frames=25)
    encoding = replace(encoding_of(form_of(film, preset), preset, film), size=size)
    assert at_once(encoding) == side_by_side
    assert 1 <= waiting_for(encoding, 5) < FEW
