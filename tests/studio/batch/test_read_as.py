"""What a person knows better of a film than its file reaches every picture that is made of it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from studio.batch.ingredients import changed_names
from studio.batch.job import Job
from studio.batch.perform import perform
from studio.batch.plan import plan
from studio.batch.prepare import gather
from studio.campaign.document import Campaign
from studio.campaign.file import campaign_text, load_campaign
from studio.core.errors import BadValue
from studio.core.geometry import Rect, Size
from studio.core.progress import SILENT
from studio.media.overrides import Overrides
from studio.media.probe import probe

ALL = Overrides(
    matrix="bt709",
    range="pc",
    sample_aspect=Fraction(16, 11),
    rotation=180,
    primaries="bt709",
    transfer="bt709",
    fields="interlaced",
    tone="none",
    active=Rect(0.0, 0.125, 1.0, 0.75),
)


@pytest.fixture
def campaign(campaign_file: Path) -> Campaign:
    return load_campaign(campaign_file)


def read_as(campaign: Campaign, overrides: Overrides) -> Campaign:
    return campaign.with_film(replace(campaign.films[0], read_as=overrides))


def jobs(campaign: Campaign, folder: Path) -> dict[str, Job]:
    sources, problems = gather(campaign, folder)
    assert problems == ()
    return {job.output: job for job in plan(campaign, sources)}


def test_the_campaigns_file_keeps_it_among_what_a_person_wrote(
    campaign: Campaign, campaign_file: Path
) -> None:
    text = campaign_file.read_text(encoding="utf-8").replace("source =", "# cut 4\nsource =", 1)
    text = text.replace("[[films]]", 'version = "v01"\n\n[[films]]', 1).replace("\n\nv", "\nv", 1)
    saved = campaign_text(read_as(campaign, ALL), text)
    assert "# cut 4" in saved
    assert 'sample_aspect = "16/11"' in saved
    campaign_file.write_text(saved, encoding="utf-8")
    assert load_campaign(campaign_file).films[0].read_as == ALL
    # Taken back, the file says what it said.
    assert campaign_text(campaign, saved) == text


@pytest.mark.parametrize(
    "wrong",
    [
        'matrix = "bt7o9"',
        "rotation = 45",
        'sample_aspect = "20"',
        'fields = "woven"',
        'tone = "more"',
        'transfer = "pq"',
        "active = { x = 0.5, y = 0.0, width = 0.8, height = 1.0 }",
        'hue = "red"',
    ],
)
def test_nonsense_in_the_file_is_named(campaign_file: Path, wrong: str) -> None:
    text = campaign_file.read_text(encoding="utf-8")
    campaign_file.write_text(
        text.replace("source =", f"read_as = {{ {wrong} }}\nsource =", 1), encoding="utf-8"
    )
    with pytest.raises(BadValue, match="read_as"):
        load_campaign(campaign_file)


def test_what_shows_the_film_otherwise_is_made_again(
    campaign: Campaign, campaign_file: Path
) -> None:
    folder = campaign_file.parent
    plain = jobs(campaign, folder)
    turned = jobs(read_as(campaign, Overrides(rotation=180)), folder)
    assert all(plain[name].key != turned[name].key for name in plain)
    one = next(iter(plain))
    assert changed_names(plain[one].made_of, turned[one].made_of) == ["read_as"]
    cut = jobs(read_as(campaign, Overrides(active=Rect(0, 0.1, 1, 0.8))), folder)
    for name, job in plain.items():
        assert (job.key != cut[name].key) == (job.poster_work is not None)


def test_posters_show_the_active_part_the_right_way_up(
    campaign: Campaign, campaign_file: Path, tmp_path: Path
) -> None:
    folder = campaign_file.parent
    seen = {}
    for name, overrides in (("plain", Overrides()), ("cut", Overrides(active=Rect(0, 0, 1, 0.5)))):
        made = [j for j in jobs(read_as(campaign, overrides), folder).values() if j.poster_work]
        order = {"job": Job.to_plain(made[0]), "out": str(tmp_path / name)}
        perform(order, SILENT)
        with Image.open(tmp_path / name / made[0].output) as picture:
            seen[name] = np.asarray(picture.convert("RGB"))
    assert seen["plain"].shape == seen["cut"].shape
    assert np.abs(seen["plain"].astype(int) - seen["cut"]).mean() > 5


def test_deliveries_are_turned_as_the_campaign_says(
    campaign: Campaign, campaign_file: Path, tmp_path: Path
) -> None:
    folder = campaign_file.parent
    found = jobs(read_as(campaign, Overrides(rotation=90)), folder).values()
    job = next(one for one in found if one.film_work is not None)
    perform({"job": Job.to_plain(job), "out": str(tmp_path)}, SILENT)
    before = probe(folder / campaign.films[0].source).video.display
    after = probe(tmp_path / job.output).video.display
    assert before.width > before.height
    assert Size(after.height, after.width).aspect == before.aspect
