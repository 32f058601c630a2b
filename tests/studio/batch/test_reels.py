"""Cards, music, logo and slate in a campaign: read, planned with keys of their own, exported."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from studio.batch.export import Order, export, prepare
from studio.batch.job import Job
from studio.batch.plan import Only, plan
from studio.batch.prepare import gather, with_kit
from studio.batch.run import states
from studio.campaign.document import Campaign
from studio.campaign.file import campaign_text, load_campaign
from studio.campaign.package import package
from studio.core.errors import BadValue
from studio.media.frames import FrameReader
from studio.media.probe import probe
from tests.drawn import draw_film

REEL = """
[films.reel]
cuts = ["0f-10f", "00:00:00.6-00:00:01.2"]
opening = { poster = "lamp", seconds = 1, fade = 0.2, push = 4 }
ending = { picture = "art/end.png", seconds = 0.4, fade = 0 }
music = { file = "art/song.mov", level = -9 }
slate = { Client = "Small Lights" }
"""
FILM = "cn/stall/stall-web-720p.mp4"


@pytest.fixture
def reel_file(campaign_file: Path, edit) -> Path:
    """The campaign with a reel for its film deliveries."""
    folder = campaign_file.parent / "art"
    folder.mkdir()
    Image.new("RGB", (640, 360), (180, 40, 60)).save(folder / "end.png")
    draw_film(folder / "song.mov", frames=50, sound="pcm_s16le")
    edit('[[markets]]\nid = "cn"', REEL + '\n[[markets]]\nid = "cn"')
    return campaign_file


def planned(path: Path) -> dict[str, Job]:
    campaign = load_campaign(path)
    return {job.output: job for job in prepare(campaign, path.parent, choose=False).jobs}


def test_what_is_wrong_with_a_reel_is_said_by_its_path(reel_file, edit) -> None:
    edit('poster = "lamp", seconds = 1', 'poster = "lamb", secnds = 1')
    with pytest.raises(BadValue, match=r"films\[0\]\.reel\.opening\.secnds.*seconds"):
        load_campaign(reel_file)
    edit("secnds", "seconds")
    with pytest.raises(BadValue, match=r"films\[0\]\.reel\.opening: no poster “lamb”"):
        load_campaign(reel_file)
    edit("lamb", "lamp")
    edit("art/song.mov", "../song.mov")
    with pytest.raises(BadValue, match=r"not a path inside|leaves"):
        load_campaign(reel_file)


def test_a_reel_is_written_back_as_it_was_read(reel_file) -> None:
    campaign = load_campaign(reel_file)
    text = campaign_text(campaign)
    again = reel_file.parent / "again.toml"
    again.write_text(text, encoding="utf-8")
    assert load_campaign(again) == campaign
    assert isinstance(campaign, Campaign)
    assert campaign.films[0].reel.posters == {"lamp"}


def test_a_key_changes_with_all_that_its_reel_shows(reel_file, edit) -> None:
    sources, _ = gather(load_campaign(reel_file), reel_file.parent)

    def key() -> str:
        campaign = load_campaign(reel_file)
        (job,) = plan(
            campaign,
            with_kit(sources, campaign, reel_file.parent),
            Only(video=frozenset({"web-720p"})),
        )
        assert not job.refusal
        return job.key

    keys = [key()]
    edit('zh-Hans = "灯不大。", en = "A small lamp."', 'zh-Hans = "灯很小。", en = "A small lamp."')
    keys.append(key())
    Image.new("RGB", (640, 360), (180, 40, 61)).save(reel_file.parent / "art" / "end.png")
    keys.append(key())
    draw_film(reel_file.parent / "art" / "song.mov", frames=51, sound="pcm_s16le")
    keys.append(key())
    edit("level = -9", "level = -10")
    keys.append(key())
    edit("push = 4", "push = 5")
    keys.append(key())
    assert len(set(keys)) == len(keys)
    # No slate is asked for by this preset: its words show nowhere.
    edit("Small Lights", "Big Lights")
    assert key() == keys[-1]


def test_a_job_with_a_reel_crosses_the_wire_whole(reel_file) -> None:
    job = planned(reel_file)[FILM]
    assert Job.from_plain(job.to_plain()) == job
    assert job.film_work.reel.opening.poster.template == "quiet-line"
    assert {"reel:opening", "reel:music", "reel:cuts"} <= set(job.made_of)


def test_a_lost_file_refuses_the_film_and_says_which(reel_file) -> None:
    (reel_file.parent / "art" / "song.mov").unlink()
    jobs = planned(reel_file)
    assert "song.mov" in jobs[FILM].refusal
    assert not jobs["cn/stall/stall-lamp-kakao.jpg"].refusal


def test_a_reel_is_exported_and_its_changes_are_named(reel_file, edit, tmp_path) -> None:
    out = tmp_path / "out"
    done = export(reel_file, load_campaign(reel_file), Order(out, workers=1))
    assert [one.state for one in done.outcomes if one.path == FILM] == ["made"]
    film = probe(out / FILM)
    frames = 25 + 10 - 5 + 15 + 10
    assert film.video.frames == frames
    with FrameReader(film) as reader:
        card = reader.at(Fraction(1, 5)).rgb()
        ending = reader.at(Fraction(frames - 4, 25)).rgb().astype(int)
    assert np.abs(ending[20:-20, 20:-20] - (180, 40, 60)).max() <= 4
    # The poster's copy is set over the film's own picture.
    assert card.std() > 10
    edit("level = -9", "level = -20")
    found = {one.job.output: one for one in states(tuple(planned(reel_file).values()), out)}
    assert found[FILM].state == "stale"
    assert list(found[FILM].reasons) == ["The music of stall changed"]


def test_a_package_brings_the_files_of_reels(reel_file, tmp_path) -> None:
    made = package(reel_file, tmp_path / "packed", {})
    names = {file.name for file in made.files}
    assert {"art/end.png", "art/song.mov"} <= names
    load_campaign(tmp_path / "packed" / "campaign.toml")
