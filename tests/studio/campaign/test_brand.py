"""A brand kit is read with every problem named, and goes into plan and package."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from studio.batch.plan import plan
from studio.batch.prepare import gather, with_kit
from studio.campaign.brand import (
    BrandFile,
    Inks,
    Logos,
    files_of,
    kit_of,
    legal_line,
    load_file,
    load_kit,
    save_file,
)
from studio.campaign.document import Campaign, Deliverable, FilmEntry, Market, PosterEntry, StillRef
from studio.campaign.file import load_campaign, save_campaign
from studio.campaign.package import package
from studio.core.errors import BadValue, StudioError
from tests.drawn import draw_film

KIT = """# ours
schema = 1
name = "Lights"

[logos]
light = "brand/white.png"

[colours]
light = "#ffcc00"

[faces]
latin = ["Inter"]

[legal.all]
en = "© Lights"

[legal.cn]
zh-Hans = "© 灯"
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    (folder / "brand").mkdir(parents=True)
    Image.new("RGBA", (300, 100), (255, 255, 255, 255)).save(folder / "brand" / "white.png")
    (folder / "brand.toml").write_text(KIT, "utf-8")
    return folder


def test_a_kit_is_read_as_it_is_written(home: Path) -> None:
    kit = load_kit(home / "brand.toml")
    logo = kit.brand.logo_light
    assert logo is not None
    assert (logo.width, logo.height, logo.path) == (300, 100, str(home / "brand" / "white.png"))
    assert (kit.brand.light, kit.brand.faces) == ("#ffcc00", {"latin": ("Inter",)})
    assert kit.files == {logo.sha256: logo.path}
    assert kit_of(Campaign(), home) is None
    assert kit_of(Campaign(brand="brand.toml"), home) == kit


def test_a_market_takes_the_line_in_its_own_language(home: Path) -> None:
    kit = load_kit(home / "brand.toml")
    assert legal_line(kit, Market("cn", ("zh-Hans", "en"))) == "© 灯"
    assert legal_line(kit, Market("us", ("en",))) == "© Lights"
    assert legal_line(kit, Market("kr", ("ko", "en"))) == "© Lights"
    assert legal_line(kit, Market("kr", ("ko",))) == ""
    assert legal_line(kit, Market("us", ("en",), legal="own")) == "own"
    assert legal_line(None, Market("us", ("en",))) == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('logos = { light = "gone.png" }', "logos.light"),
        ('logos = { light = "../x.png", dark = "/etc/passwd" }', "logos.dark"),
        ('colours = { light = "yellow" }', "not a colour"),
        ('faces = { klingon = ["X"] }', "faces must be"),
        ("logos = { size = 9.0 }", "size must be"),
        ("colors = {}", "colours"),
        (f'legal = {{ cn = {{ en = "{"x" * 500}" }} }}', "legal.cn.en"),
        ("schema = 2", "schema is 2"),
    ],
)
def test_every_problem_is_named_by_its_path(home: Path, text: str, said: str) -> None:
    path = home / "brand.toml"
    path.write_text(f"{text}\n", "utf-8")
    with pytest.raises(StudioError, match=said) as caught:
        load_kit(path)
    assert "brand.toml" in str(caught.value)


def test_a_kit_that_is_saved_is_the_kit_that_is_read(tmp_path: Path) -> None:
    written = BrandFile(
        name="Lights",
        logos=Logos("a.png", "", 1.5),
        colours=Inks("#ffffff", ""),
        faces={"latin": ("Inter", "EB Garamond")},
        legal={"cn": {"zh-Hans": "© 灯"}},
    )
    save_file(written, tmp_path / "brand.toml")
    assert load_file(tmp_path / "brand.toml") == written
    save_file(BrandFile(), tmp_path / "brand.toml")
    assert load_file(tmp_path / "brand.toml") == BrandFile()


def test_the_key_says_which_kit_and_the_file_stays_inside(home: Path) -> None:
    path = home / "campaign.toml"
    save_campaign(Campaign(brand="brand.toml"), path)
    assert load_campaign(path).brand == "brand.toml"
    save_campaign(Campaign(brand="../brand.toml"), path)
    with pytest.raises(BadValue, match="brand"):
        load_campaign(path)


def branded_campaign(home: Path) -> Campaign:
    draw_film(home / "lamp.mp4", frames=24)
    poster = PosterEntry("lamp", "quiet-line", StillRef("0.2"), copy={"en": "A lamp."})
    return Campaign(
        brand="brand.toml",
        films=(FilmEntry("lamp", "lamp.mp4", posters=(poster,)),),
        markets=(Market("us", ("en",)),),
        deliverables=(Deliverable("kakao"),),
    )


def test_the_kit_is_a_part_of_what_an_output_shows(home: Path) -> None:
    campaign = branded_campaign(home)
    sources, _ = gather(campaign, home)
    (job,) = plan(campaign, sources)
    work = job.poster_work
    assert work is not None
    assert work.legal == "© Lights"
    assert work.brand is not None
    assert work.brand.logos[0].path == ""
    assert job.files == sources.kit.files
    (plain,) = plan(replace(campaign, brand=""), replace(sources, kit=None))
    assert plain.key != job.key
    assert "brand" in job.made_of
    assert "brand" not in plain.made_of
    (home / "brand.toml").write_text(KIT.replace("#ffcc00", "#ffcc01"), "utf-8")
    (other,) = plan(campaign, with_kit(sources, campaign, home))
    assert other.key != job.key
    assert type(job).from_plain(job.to_plain()) == job


def test_a_broken_kit_refuses_posters_with_its_reason(home: Path) -> None:
    campaign = branded_campaign(home)
    (home / "brand" / "white.png").unlink()
    sources, _ = gather(campaign, home)
    (job,) = plan(campaign, sources)
    assert "logos.light" in job.refusal


def test_a_package_takes_kit_and_logos_along(home: Path, tmp_path: Path) -> None:
    campaign = branded_campaign(home)
    save_campaign(campaign, home / "campaign.toml")
    assert files_of(campaign, home) == ("brand.toml", "brand/white.png")
    package(home / "campaign.toml", tmp_path / "pack", {})
    assert kit_of(load_campaign(tmp_path / "pack" / "campaign.toml"), tmp_path / "pack")
