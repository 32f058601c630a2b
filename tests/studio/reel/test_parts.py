"""Reels of several parts: what is seen and heard when, and that the film keeps its planes."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from studio.burn.asked.reel_settings import LogoBug, ReelSettings
from studio.burn.asked.wanted import LoudnessSettings
from studio.burn.edit.lowering import Lowered, Mixed
from studio.burn.edit.reel import film_reel
from studio.burn.encode import encode
from studio.burn.picture.form import form_of
from studio.burn.picture.planes import plane_array
from studio.burn.pieces.encoder import encoding_of
from studio.burn.pieces.painting import Painter
from studio.burn.pieces.segments import segments
from studio.burn.sound.loudness import Meter
from studio.core.errors import BadValue
from studio.core.geometry import Size
from studio.media.frames import FrameReader
from studio.media.probe import probe
from studio.media.sound import SoundReader
from studio.poster.brand import Brand, read_logo
from studio.reel.music import Music
from studio.reel.parts import ReelParts, programme
from studio.reel.sound import POP_LEVEL
from tests.drawn import read_number
from tests.studio.reel.conftest import RED
from tests.studio.reel.test_music import hummed

HALF = Fraction(2, 5)


def pictures(path: Path) -> list[np.ndarray]:
    """Every picture of a file."""
    with FrameReader(probe(path)) as reader:
        return [frame.rgb() for frame in reader.walk()]


def heard(path: Path, seconds: Fraction) -> np.ndarray:
    """The samples of a file's first track."""
    with SoundReader(probe(path)) as reader:
        return reader.read(Fraction(0), seconds).astype(float)


def planes(frame, bits: int = 8) -> list[np.ndarray]:
    return [plane_array(plane, bits).astype(int) for plane in frame.planes]


def is_red(picture: np.ndarray) -> bool:
    return bool(np.abs(picture[20:140, 20:300].astype(int) - RED).max() <= 3)


def test_cards_and_cuts_follow_each_other_frame_by_frame(films, quick, card, out) -> None:
    film = films(frames=75, sound="")
    parts = ReelParts(
        cuts=((Fraction(2), Fraction(14, 5)), (Fraction(2, 5), Fraction(1))),
        opening=card(Fraction(2, 5)),
        ending=card(Fraction(1, 5)),
    )
    reel = programme(film, (), None, quick(), parts)
    done = encode(reel, out / "a.mp4")
    reel.clip.close()
    found = pictures(out / "a.mp4")
    assert done.frames == len(found) == 10 + 20 + 15 + 5
    assert all(is_red(one) for one in (*found[:10], *found[45:]))
    assert [read_number(one) for one in found[10:45]] == [*range(50, 70), *range(10, 25)]


def test_film_in_a_reel_keeps_its_planes_and_its_pieces(
    films, style, tracks, quick, card, closing
) -> None:
    film = films(frames=75)
    preset = replace(quick(), reel=ReelSettings(fade_out=0.4))
    parts = ReelParts(opening=card(1, fade=HALF), ending=card(1, fade=HALF))
    reel = closing(programme(film, tracks, style, preset, parts))
    form, found = reel.plan()
    kinds = [type(part.side) for part in found]
    assert kinds[1:4] == [Mixed, Lowered, Mixed]
    assert None not in [part.side for part in found]
    assert form == form_of(film, preset)
    painter = Painter(form)
    film_part = found[2]
    with FrameReader(film) as reader:
        shown = painter.shown(film_part.side, Fraction(1))
        own = reader.at(Fraction(1) + HALF)
        for mine, theirs in zip(planes(shown), planes(own.native), strict=True):
            assert np.array_equal(mine[:100], theirs[:100])
    # Uncovered film has the same pieces as without any card.
    straight = closing(programme(film, tracks, style, preset, ReelParts(opening=card(1))))
    plain = closing(film_reel(film, tracks, style, preset))
    encoding = encoding_of(form, preset, film)
    ours = segments(straight.plan()[1], form, encoding)
    whole = segments(plain.plan()[1], form, encoding)
    assert ours[1].stretch.lowered.since == 0
    assert all(one.key for one in ours)
    assert len({one.key for one in ours}) == len(ours)
    assert whole[0].stretch.lowered.since == 0


def test_both_ways_show_the_same_reel(films, style, tracks, quick, card, closing) -> None:
    film = films(size=Size(640, 360), frames=60)
    preset = replace(quick(), reel=ReelSettings(black=1.0, fade_in=0.4, hold=0.4))
    parts = ReelParts(
        cuts=((Fraction(0), Fraction(1)), (Fraction(1), Fraction(2))),
        join=HALF,
        opening=card(1, fade=HALF),
        ending=None,
    )
    reel = closing(programme(film, tracks, style, preset, parts))
    form, found = reel.plan()
    forced, by_moviepy = reel.plan(lower=False)
    assert forced == form
    assert [part.side for part in by_moviepy] == [None]
    painter = Painter(form)
    for part in found:
        for frame in (0, 4, 8):
            seconds = Fraction(frame, 25)
            if part.start + seconds >= part.stop:
                continue
            ours = planes(painter.shown(part.side, seconds))
            theirs = planes(painter.asked(reel.clip, part.start + seconds))
            assert np.abs(ours[0] - theirs[0]).mean() < 1.2
            assert (np.abs(ours[0] - theirs[0]) > 6).mean() < 0.02


def test_a_cross_fade_goes_evenly_from_one_to_the_other(films, quick, card, closing) -> None:
    film = films(frames=50)
    reel = closing(programme(film, (), None, quick(), ReelParts(opening=card(1, fade=HALF))))
    form, found = reel.plan()
    painter = Painter(form)
    mixed = found[1]
    assert (mixed.start, mixed.stop) == (Fraction(3, 5), Fraction(1))
    with FrameReader(film) as reader:
        for frame in range(10):
            seconds = Fraction(frame, 25)
            (luma, *_) = planes(painter.shown(mixed.side, seconds))
            red = planes(painter.shown(found[0].side, Fraction(0)))[0]
            own = planes(reader.at(seconds + Fraction(1, 1000)).native)[0]
            share = (2 * frame + 1) / 20
            assert np.abs(luma - (red * (1 - share) + own * share)).max() <= 1


def test_sound_is_the_films_sample_for_sample(films, quick, card, out) -> None:
    film = films("mov", frames=100, sound="pcm_s16le", rate=Fraction(30000, 1001))
    preset = replace(quick(sound={"codec": "pcm_s24le"}), reel=ReelSettings(black=1.0, tail=1.0))
    rate = film.video.rate
    cuts = ((rate.seconds(10), rate.seconds(50)), (rate.seconds(25), rate.seconds(90)))
    join = rate.seconds(8)
    parts = ReelParts(cuts, join, opening=card(1, fade=join), ending=card(1, fade=join))
    reel = programme(film, (), None, preset, parts)
    done = encode(reel, out / "a.mov")
    reel.clip.close()
    frames = 30 + 30 - 8 + 40 - 8 + 65 - 8 + 30 + 30
    assert done.frames == frames

    def sample(frame: int) -> int:
        return round(rate.seconds(frame) * 48000)

    wanted = np.zeros((sample(frames), 2))
    with SoundReader(film) as reader:
        for start, (first, last) in ((30 + 22, (10, 50)), (30 + 22 + 32, (25, 90))):
            at, end = sample(start), sample(start + last - first)
            begin = sample(first)
            own = reader.read(Fraction(begin, 48000), Fraction(begin + end - at, 48000))
            gains = np.ones(end - at)
            a, b = sample(start + 8) - at, end - sample(start + last - first - 8)
            gains[:a] = np.sin((np.arange(a) + 0.5) / a * np.pi / 2)
            gains[-b:] = np.cos((np.arange(b) + 0.5) / b * np.pi / 2)
            wanted[at:end] += own * gains[:, None]
    found = heard(out / "a.mov", Fraction(len(wanted) + 100, 48000))
    assert np.abs(found[: len(wanted)] - wanted).max() < 1e-4
    assert np.abs(wanted).max() > 0.4
    assert not found[len(wanted) :].any()
    assert abs(probe(out / "a.mov").duration - rate.seconds(frames)) < Fraction(1, 48000)


def test_clicks_stay_within_a_sample_through_aac_and_joins(films, quick, card, out) -> None:
    film = films(frames=100)
    cuts = ((Fraction(13, 25), Fraction(63, 25)), (Fraction(35, 25), Fraction(4)))
    reel = programme(film, (), None, quick(), ReelParts(cuts, opening=card(1)))
    done = encode(reel, out / "a.mp4")
    reel.clip.close()
    loud = np.abs(heard(out / "a.mp4", done.seconds)[:, 0]) > 0.2
    found = [int(n) for n in np.flatnonzero(loud) if not loud[max(0, n - 4800) : n].any()]
    wanted = [round(seconds * 48000) for seconds in (1.48, 2.48, 3.6, 4.6)]
    lead = np.array(found) - np.array(wanted)
    assert 0 <= lead.min() <= lead.max() <= 12
    assert np.ptp(lead) <= 1


def test_the_leader_counts_down_to_the_film_and_pops_two_seconds_before(films, quick, out) -> None:
    film = films(frames=25)
    settings = ReelSettings(slate=1, clock=2, black=1, pop=True, hold=0.4, tail=0.4)
    preset = replace(quick(sound={"codec": "pcm_s24le"}), reel=settings)
    reel = programme(film, (), None, preset, ReelParts())
    done = encode(reel, out / "a.mov")
    reel.clip.close()
    found = pictures(out / "a.mov")
    assert done.frames == len(found) == 25 + 50 + 25 + 25 + 10 + 10
    assert [read_number(one) for one in found[100:125]] == list(range(25))
    # Black with a figure for one frame, black before the film, its last picture held, black.
    assert found[50].max() > 200
    assert found[50][:10].max() < 20
    assert found[49][:4, :4].min() > 20
    assert all(one.max() < 8 for one in (*found[75:100], *found[135:]))
    assert [read_number(one) for one in found[125:135]] == [24] * 10
    sound = heard(out / "a.mov", done.seconds)
    pop = sound[96000 : 96000 + 1920]
    assert np.abs(pop).max() == pytest.approx(POP_LEVEL, abs=1e-4)
    spectrum = np.abs(np.fft.rfft(pop[:, 0]))
    assert np.argmax(spectrum) * 25 == 1000
    assert not sound[:96000].any()
    assert not sound[96000 + 1920 : 4 * 48000].any()


def test_the_programme_is_levelled_and_its_pop_is_not(films, quick, tmp_path, out) -> None:
    film = films(frames=150)
    settings = ReelSettings(black=2, pop=True)
    wanted = LoudnessSettings(-30.0)
    preset = replace(quick(sound={"codec": "pcm_s24le"}), reel=settings, loudness=wanted)
    music = Music(hummed(tmp_path / "hum.wav", 10), duck=0)
    reel = programme(film, (), None, preset, ReelParts(music=music))
    done = encode(reel, out / "a.mov")
    reel.clip.close()
    sound = heard(out / "a.mov", done.seconds)
    assert np.abs(sound[:1920]).max() == pytest.approx(POP_LEVEL, abs=1e-4)
    meter = Meter("stereo", 48000)
    meter.take(sound[96000:].astype(np.float32))
    assert meter.finished().integrated == pytest.approx(-30, abs=0.3)


def test_the_clock_shows_whole_seconds_to_the_programme(films, quick, closing) -> None:
    settings = ReelSettings(clock=3, black=2)
    reel = closing(
        programme(films(frames=25), (), None, replace(quick(), reel=settings), ReelParts())
    )
    shown = [reel.clip.get_frame(n / 25) for n in range(0, 125)]
    changes = [
        n
        for n in range(1, 125)
        # The figure in the middle of the clock, apart from what sweeps behind it.
        if np.abs((shown[n] > 200).astype(int) - (shown[n - 1] > 200)).sum() > 60
    ]
    assert changes == [25, 50, 75]


def test_hdr_films_stay_hdr_between_cards_at_caption_white(films, quick, card, closing) -> None:
    film = films(
        frames=25, pixel_format="yuv420p10le", tags=(9, 9, 16, 1), codec="libx265", sound=""
    )
    preset = quick(picture={"codec": "libx265"})
    white = card(1, colour=(255, 255, 255), fade=HALF)
    reel = closing(programme(film, (), None, preset, ReelParts(opening=white)))
    form, found = reel.plan()
    assert form.colour.transfer == "smpte2084"
    painter = Painter(form)
    luma, blue, red = planes(painter.shown(found[0].side, Fraction(0)), 10)
    # 203 cd/m² is 58 % of PQ (ITU-R BT.2408), 64 + 876 × 0.5807 in limited range.
    assert np.abs(luma - 573).max() <= 1
    assert np.abs(np.stack([blue, red]) - 512).max() <= 1
    own = planes(painter.shown(found[2].side, Fraction(0)), 10)[0]
    with FrameReader(film) as reader:
        assert np.array_equal(own, planes(reader.at(HALF + Fraction(1, 100)).native, 10)[0])


def test_a_logo_stands_in_its_corner_of_the_film_only(
    films, quick, card, closing, tmp_path
) -> None:
    mark = np.zeros((60, 120, 4), np.uint8)
    mark[:, :, :3] = (250, 250, 250)
    mark[:, 30:, 3] = 255
    Image.fromarray(mark).save(tmp_path / "logo.png")
    brand = Brand(logo_light=read_logo(tmp_path / "logo.png", "a" * 64))
    film = films(frames=75)
    bug = LogoBug(height=10, opacity=1, fade=0.2, start=0.4)
    preset = replace(quick(), reel=ReelSettings(logo=bug))
    reel = closing(programme(film, (), None, preset, ReelParts(opening=card(1), brand=brand)))
    form, found = reel.plan()
    assert [part.lowered is None for part in found] == [True, False]
    painter = Painter(form)
    shown = painter.shown(found[1].side, Fraction(1))
    with FrameReader(film) as reader:
        own = planes(reader.at(Fraction(1) + Fraction(1, 1000)).native)
    changed = np.argwhere(planes(shown)[0] != own[0])
    top, left = changed.min(axis=0)
    bottom, right = changed.max(axis=0)
    # 18 rows high, 36 wide with its clear quarter; 9 from the edges: 5 % of the height.
    assert (top, bottom) == (8, 25) or (top, bottom) == (9, 26)
    assert 279 <= left <= 284
    assert 309 <= right <= 311
    before = painter.shown(found[1].side, Fraction(3, 10))
    with FrameReader(film) as reader:
        bare = planes(reader.at(Fraction(3, 10)).native)
    assert all(np.array_equal(a, b) for a, b in zip(planes(before), bare, strict=True))


def test_a_reel_made_again_comes_from_the_store(films, style, tracks, quick, card, out) -> None:
    film = films(frames=75)
    preset = replace(quick(), reel=ReelSettings(slate=0.4, black=0.4, fade_out=0.4))
    parts = ReelParts(opening=card(1, fade=HALF, push=0.05))

    def made(name: str, told: ReelParts) -> tuple[int, int, bytes]:
        reel = programme(film, tracks, style, preset, told)
        done = encode(reel, out / name)
        reel.clip.close()
        return done.kept, done.segments, (out / name).read_bytes()

    first, again = made("a.mp4", parts), made("b.mp4", parts)
    assert first[0] == 0
    assert again[0] == again[1] == first[1]
    assert first[2] == again[2]
    other = made("c.mp4", replace(parts, opening=card(1, fade=HALF, push=0.06)))
    # The card, and its cross-fade with the film.
    assert other[0] == other[1] - 2


def test_reels_that_cannot_be_are_refused(films, quick, card) -> None:
    film = films(frames=25)
    with pytest.raises(BadValue, match="cannot fade"):
        programme(film, (), None, quick(), ReelParts(opening=card(1, fade=2)))
    with pytest.raises(BadValue, match="not in the film"):
        programme(film, (), None, quick(), ReelParts(cuts=((Fraction(3), Fraction(4)),)))
    with pytest.raises(BadValue, match="its pop"):
        ReelSettings(black=1, pop=True)
