"""The sample campaign: its texts keep every limit, and its names lead somewhere."""

from collections import Counter
from itertools import pairwise

import pytest
import srt

from studio.campaign.file import load_campaign
from studio.core.errors import CannotWrite
from studio.core.places import resources_folder
from studio.core.time import FrameRate
from studio.presets.store import names, profile
from studio.sample.edit import FRAMES, RATE, STARTS, TAKES
from studio.sample.write import FILM, write_sample
from studio.subs.checks.run import check
from studio.subs.reading import read_track

# Language: characters a second, however wide.
LIMITS = {"zh-Hans": 9, "en": 20, "ja": 4, "ko": 12}


@pytest.fixture
def folder(tmp_path):
    """The sample with a stand-in for its film, which other tests draw."""
    (tmp_path / FILM).parent.mkdir()
    (tmp_path / FILM).write_bytes(b"a film")
    return tmp_path


def _cues(language):
    path = resources_folder() / "sample/subtitles" / f"small-lights.{language}.srt"
    return list(srt.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("language", LIMITS)
def test_subtitles_keep_the_limits_of_their_language(language):
    speed = LIMITS[language]
    cues = _cues(language)
    # Line lengths are counted as the checks count them: half for what is half as wide.
    track = read_track(resources_folder() / f"sample/subtitles/small-lights.{language}.srt").track
    assert check(track, profile("streaming"), FrameRate.parse("24")) == ()
    assert len(cues) == 8
    for cue in cues:
        lines = cue.content.split("\n")
        seconds = (cue.end - cue.start).total_seconds()
        assert len(lines) <= 2
        assert 0.84 <= seconds <= 7
        assert sum(map(len, lines)) / seconds <= speed
    for cue, after in pairwise(cues):
        assert (after.start - cue.end).total_seconds() * RATE >= 2


@pytest.mark.parametrize("language", LIMITS)
def test_subtitles_stand_on_frames_and_inside_their_shots(language):
    for cue in _cues(language):
        start, end = (moment.total_seconds() * RATE for moment in (cue.start, cue.end))
        assert start == round(start)
        assert end == round(end)
        inside = [k for k, first in enumerate(STARTS) if first <= start]
        assert end <= STARTS[inside[-1]] + TAKES[inside[-1]].frames
    assert end <= FRAMES


def test_all_languages_speak_at_the_same_times():
    times = {tuple((cue.start, cue.end) for cue in _cues(language)) for language in LIMITS}
    assert len(times) == 1


def test_the_campaign_reads_and_everything_it_names_is_there(folder):
    campaign = load_campaign(write_sample(folder))
    (film,) = campaign.films
    used = {language for market in campaign.markets for language in market.languages}
    assert [market.id for market in campaign.markets] == ["cn", "kr", "jp", "uk", "us"]
    assert used == set(LIMITS)
    assert (folder / film.source).is_file()
    assert {track.language for track in film.tracks} == used
    assert all((folder / track.file).is_file() for track in film.tracks)
    assert all(set(poster.copy) == used for poster in film.posters)
    assert {poster.template for poster in film.posters} <= set(names("posters"))
    known = set(names("formats")) | set(names("video"))
    assert {one.preset for one in campaign.deliverables} <= known


def test_every_market_gets_posters_and_a_film(folder):
    campaign = load_campaign(write_sample(folder))
    got = Counter()
    for one in campaign.deliverables:
        for market in one.markets or [market.id for market in campaign.markets]:
            got[market, "film" if one.video else "poster"] += 1
    assert {market for market, kind in got if kind == "film"} == {"cn", "kr", "jp", "uk", "us"}
    assert all(got[market, "poster"] >= 5 for market in ("cn", "kr", "jp", "uk", "us"))
    assert len({one.format for one in campaign.deliverables if one.format}) == 16


def test_what_a_person_changed_in_the_sample_stays(folder):
    changed = folder / "subtitles/small-lights.en.srt"
    changed.parent.mkdir()
    changed.write_text("1\n00:00:01,000 --> 00:00:02,000\nMine.\n", encoding="utf-8")
    write_sample(folder)
    write_sample(folder)
    assert changed.read_text(encoding="utf-8").endswith("Mine.\n")
    assert (folder / FILM).read_bytes() == b"a film"


@pytest.mark.parametrize("text", ['schema = 1\nname = "Ours"\n', "not toml at all ["])
def test_another_campaign_is_not_overwritten(tmp_path, text):
    (tmp_path / "campaign.toml").write_text(text, encoding="utf-8")
    with pytest.raises(CannotWrite, match=r"campaign\.toml is another campaign"):
        write_sample(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["campaign.toml"]
    assert (tmp_path / "campaign.toml").read_text(encoding="utf-8") == text
