"""What goes with a film's output: recorded, missed when it is gone, copied for twins, reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from studio.batch.beside import renamed
from studio.batch.export import Order, export, prepare
from studio.batch.made import load_made
from studio.batch.plan import plan
from studio.batch.prepare import gather
from studio.batch.reasons import BESIDE_CHANGED
from studio.batch.run import states
from studio.campaign.file import load_campaign, save_campaign
from studio.core.errors import BadValue
from studio.core.places import config_folder
from studio.media.probe import probe
from studio.subs.reading import read_track
from tests.studio.batch.conftest import report_of

PRESET = """schema = 1
name = "{name}"
summary = "For tests"
containers = ["mp4"]
{more}

[provenance]
source = "tests"
date = "2026-11-23"
verified = true

[picture]
codec = "libx264"
preset = "ultrafast"
threads = 1

[loudness]
integrated = -23.0
tolerance = 1.0
by_market = true
"""
FILM = "cn/stall/stall-told.mp4"
BESIDE = ("cn/stall/stall-told.zh-Hans.srt", "cn/stall/stall-told.en.srt")
COVER = "cn/stall/stall-told.poster.jpg"


def preset(name: str = "told", more: str = 'sidecars = ["srt"]\nposter_frame = "jpg"') -> None:
    path = config_folder() / "presets" / "video" / f"{name}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PRESET.format(name=name, more=more), "utf-8")


@pytest.fixture
def told(campaign_file: Path) -> Path:
    """The campaign with only one film delivery, which has files beside it."""
    preset()
    text = campaign_file.read_text("utf-8")
    head = text.partition("[[deliverables]]")[0]
    ask = '[[deliverables]]\nvideo = "told"\ncaptions = "clean"\nmarkets = ["cn"]\n'
    campaign_file.write_text(head + ask, "utf-8")
    return campaign_file


def exported(path: Path):
    return export(path, load_campaign(path), Order(path.parent / "out", workers=1)).outcomes


def test_files_beside_are_recorded_reported_and_missed(told) -> None:
    out = told.parent / "out"
    (done,) = exported(told)
    assert (done.path, done.state) == (FILM, "made")
    assert done.beside == (*BESIDE, COVER)
    cue = read_track(out / BESIDE[1]).track.cues[0]
    assert (cue.start, cue.end, cue.text) == (200, 1200, "A small lamp.")
    assert set(load_made(out)[FILM].beside) == set(done.beside)
    (report,) = report_of(out)
    assert report["beside"] == list(done.beside)
    rows = {row["what"]: row for row in report["checked"]}
    assert rows["sound: loudness"]["wanted"] == "-23.0 ± 1 LUFS"
    assert rows["sound: loudness"]["passes"]
    page = (out / "report.html").read_text("utf-8")
    assert f"href='{BESIDE[0]}'" in page
    assert "all as asked for" in page
    jobs = prepare(load_campaign(told), told.parent).jobs
    assert [one.state for one in states(jobs, out)] == ["kept"]
    (out / BESIDE[0]).unlink()
    (state,) = states(jobs, out)
    assert (state.state, state.reasons) == ("stale", (BESIDE_CHANGED,))
    (again,) = exported(told)
    assert (again.state, again.sha256) == ("made", done.sha256)
    assert (out / BESIDE[0]).is_file()
    (kept,) = exported(told)
    assert (kept.state, kept.beside, kept.sheet) == ("kept", done.beside, done.sheet)


def test_what_is_not_asked_for_any_more_goes_unless_somebody_changed_it(told) -> None:
    out = told.parent / "out"
    exported(told)
    (out / BESIDE[1]).write_text("mine", "utf-8")
    preset(more="")
    (done,) = exported(told)
    assert (done.state, done.beside) == ("made", ())
    assert not (out / BESIDE[0]).exists()
    assert not (out / COVER).exists()
    assert (out / BESIDE[1]).read_text("utf-8") == "mine"


def test_twins_get_copies_under_their_own_names(told) -> None:
    text = told.read_text("utf-8")
    text = text.replace('languages = ["en"]', 'languages = ["zh-Hans", "en"]')
    told.write_text(text.replace('markets = ["cn"]', 'markets = ["cn", "uk"]'), "utf-8")
    out = told.parent / "out"
    one, twin = exported(told)
    assert twin.beside == tuple(name.replace("cn/", "uk/") for name in one.beside)
    for a, b in zip(one.beside, twin.beside, strict=True):
        assert (out / a).read_bytes() == (out / b).read_bytes()
    assert [one.state for one in exported(told)] == ["kept", "kept"]


def test_names_beside_follow_their_output() -> None:
    there = dict.fromkeys(("cn/a/b.v1.zh-Hans.srt", "cn/a/b.v1.poster.jpg"), "")
    names = renamed(there, "cn/a/b.v1.mp4", "c.mp4")
    assert list(names.values()) == ["c.zh-Hans.srt", "c.poster.jpg"]


def test_two_outputs_cannot_share_files_beside_them(told) -> None:
    (config_folder() / "presets/video/other.toml").write_text(
        PRESET.format(name="other", more='sidecars = ["srt"]').replace('"mp4"', '"mov"'), "utf-8"
    )
    text = told.read_text("utf-8") + '\n[[deliverables]]\nvideo = "other"\nmarkets = ["cn"]\n'
    told.write_text(text.replace("[[films]]", 'outputs = "{market}/{film}.{ext}"\n\n[[films]]', 1))
    campaign = load_campaign(told)
    with pytest.raises(BadValue, match=r"two outputs would be called cn/stall\.zh-Hans\.srt"):
        plan(campaign, gather(campaign, told.parent)[0])


def test_a_market_has_its_own_loudness(told) -> None:
    jobs = prepare(load_campaign(told), told.parent).jobs
    text = told.read_text("utf-8")
    own = 'id = "cn"\nloudness = { integrated = -24.0, tolerance = 2.0, peak = -2.0 }'
    told.write_text(text.replace('id = "cn"', own), "utf-8")
    campaign = load_campaign(told)
    save_campaign(campaign, told)
    assert load_campaign(told) == campaign
    (job,) = prepare(campaign, told.parent).jobs
    assert job.key != jobs[0].key
    (done,) = exported(told)
    rows = {row.what: row for row in done.sheet}
    assert rows["sound: loudness"].wanted == "-24.0 ± 2 LUFS"
    assert rows["sound: true peak"].wanted == "at most -2.0 dBTP"


def test_subtitles_inside_or_only_beside(told) -> None:
    text = told.read_text("utf-8")
    keys = set()
    for captions in ("muxed", "none"):
        told.write_text(text.replace('"clean"', f'"{captions}"'), "utf-8")
        (done,) = exported(told)
        assert (done.state, done.beside) == ("made", (*BESIDE, COVER))
        inside = probe(told.parent / "out" / FILM).subtitles
        assert [one.language for one in inside] == (["zho", "eng"] if captions == "muxed" else [])
        keys.add(done.job)
    assert len(keys) == 2
