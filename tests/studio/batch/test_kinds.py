"""A format asked for in other kinds of file: names, keys, files, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from studio.batch.perform import perform
from studio.batch.plan import outline, plan
from studio.batch.prepare import gather
from studio.campaign.document import Campaign, Deliverable
from studio.campaign.file import load_campaign, save_campaign
from studio.core.errors import BadValue
from studio.core.progress import SILENT
from studio.poster import profiles
from studio.poster.profiles import Profile
from studio.presets import store

KINDS = ("", "psd", "pdf", "pdf-screen", "png", "tiff", "png16")
NAMES = (
    "stall-lamp-kakao.jpg",
    "stall-lamp-kakao.psd",
    "stall-lamp-kakao.pdf",
    "stall-lamp-kakao-screen.pdf",
    "stall-lamp-kakao.png",
    "stall-lamp-kakao.tif",
    "stall-lamp-kakao-16-bit.png",
)


@pytest.fixture
def campaign(campaign_file: Path) -> Campaign:
    asks = tuple(Deliverable("kakao", markets=("uk",), kind=kind) for kind in KINDS)
    return replace(load_campaign(campaign_file), deliverables=asks)


def test_each_kind_has_a_name_and_a_key_of_its_own(campaign, campaign_file) -> None:
    jobs = plan(campaign, gather(campaign, campaign_file.parent)[0])
    assert [job.output for job in jobs] == [f"uk/stall/{name}" for name in NAMES]
    assert len({job.key for job in jobs}) == len(KINDS)
    plain = replace(campaign, deliverables=(Deliverable("kakao", markets=("uk",)),))
    (alone,) = plan(plain, gather(plain, campaign_file.parent)[0])
    assert alone.key == jobs[0].key


def test_the_kind_is_kept_in_the_file_and_asked_twice_made_once(campaign, campaign_file) -> None:
    save_campaign(campaign, campaign_file)
    assert load_campaign(campaign_file) == campaign
    assert 'kind = "pdf-screen"' in campaign_file.read_text("utf-8")
    again = replace(
        campaign, deliverables=(*campaign.deliverables, Deliverable("kakao", kind="jpeg"))
    )
    assert sum(one.blank.output == f"uk/stall/{NAMES[0]}" for one in outline(again)) == 1
    same = replace(campaign, outputs="{market}-{film}.{ext}")
    with pytest.raises(BadValue, match=r"two outputs would be called uk-stall\.pdf"):
        outline(same)


def test_all_kinds_are_written(campaign, campaign_file, tmp_path) -> None:
    for job in plan(campaign, gather(campaign, campaign_file.parent)[0]):
        perform({"job": job.to_plain(), "out": str(tmp_path / "out")}, SILENT)
    heads = {name: (tmp_path / "out/uk/stall" / name).read_bytes()[:4] for name in NAMES}
    png = b"\x89PNG"
    starts = (b"\xff\xd8\xff", b"8BPS", b"%PDF", b"%PDF", png, b"II*\0", png)
    assert all(heads[name].startswith(one) for name, one in zip(NAMES, starts, strict=True))


@pytest.mark.parametrize(
    ("after", "kind", "words"),
    [
        ('format = "kakao"', "psb", "deliverables[0].kind: there is no “psb”"),
        ('video = "web-720p"', "psd", "deliverables[1].kind belongs to a format"),
    ],
)
def test_what_is_no_kind_is_refused_by_its_name(campaign_file, edit, after, kind, words) -> None:
    edit(after, f'{after}\nkind = "{kind}"')
    with pytest.raises(BadValue) as caught:
        load_campaign(campaign_file)
    assert words in str(caught.value)


def test_a_profile_of_the_machine_is_part_of_the_key_and_its_loss_refuses(
    campaign, campaign_file, monkeypatch, tmp_path
) -> None:
    path = tmp_path / "press.icc"
    form = replace(store.poster_format("kakao").in_kind("tiff"), icc="Press 1")
    monkeypatch.setattr(store, "poster_format", lambda name: form)
    asked = replace(campaign, deliverables=(Deliverable("kakao", markets=("uk",)),))
    sources = gather(asked, campaign_file.parent)[0]
    (job,) = plan(asked, sources)
    assert "“Press 1” is not on this machine" in job.refusal
    found = []
    for content in (b"one", b"two"):
        path.write_bytes(content)
        monkeypatch.setattr(profiles, "profiles", lambda: (Profile("Press 1", "CMYK", path),))
        profiles.profile.cache_clear()
        (job,) = plan(asked, sources)
        assert job.refusal == ""
        found.append(job.key)
    profiles.profile.cache_clear()
    assert found[0] != found[1]
