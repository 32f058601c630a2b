"""`copy`, `package` and `relink` from the line: JSON for machines, exit codes, nothing half."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from studio.campaign.file import load_campaign
from studio.cli.start import main
from tests.studio.batch.conftest import SRT, film  # noqa: F401 - a fixture


@pytest.fixture
def campaign(film, tmp_path, capsys) -> Path:  # noqa: F811
    """A campaign as `new` makes it, of a film with two tracks beside it."""
    home = tmp_path / "home"
    home.mkdir()
    shutil.copyfile(film, home / "stall.mp4")
    for language, text in (("en", "A small lamp."), ("zh-Hans", "灯不大。")):
        (home / f"stall.{language}.srt").write_text(SRT.format(text), encoding="utf-8")
    assert main(["new", str(home), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["tracks"] == 2
    assert told["markets"] == [
        {"id": "cn", "languages": ["zh-Hans", "en"]},
        {"id": "us", "languages": ["en"]},
    ]
    return home / "campaign.toml"


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_copy_goes_out_and_comes_back(campaign, tmp_path, capsys, ending):
    deck = tmp_path / f"deck.{ending}"
    assert main(["copy", "export", str(campaign), str(deck), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["file"] == str(deck)
    before = campaign.read_bytes()
    assert main(["copy", "import", str(campaign), str(deck), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["differences"], told["same"]) == ([], 1)
    assert campaign.read_bytes() == before


def test_copy_import_says_what_it_did_not_take(campaign, tmp_path, capsys):
    deck = tmp_path / "deck.csv"
    deck.write_text("id;en;zh-Hans\nstall/title;;夜摊\ngone/title;Gone;\n", encoding="utf-8")
    wish = ["copy", "import", str(campaign), str(deck)]
    before = campaign.read_bytes()
    assert main([*wish, "--dry-run"]) == 1
    assert campaign.read_bytes() == before
    assert main([*wish, "--json"]) == 1
    capsys.readouterr()
    assert load_campaign(campaign).films[0].title == {"en": "Stall", "zh-Hans": "夜摊"}
    assert main([*wish, "--clear", "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert [(one["cell"], one["kind"], one["applied"]) for one in found["differences"]] == [
        ("B2", "emptied", True),
        ("A3", "unknown", False),
    ]
    assert load_campaign(campaign).films[0].title == {"zh-Hans": "夜摊"}


def test_copy_of_a_wrong_file_is_a_wrong_request(campaign, tmp_path, capsys):
    (tmp_path / "deck.xlsx").write_bytes(b"no workbook")
    assert main(["copy", "import", str(campaign), str(tmp_path / "deck.xlsx")]) == 2
    assert "not a workbook" in capsys.readouterr().err
    assert main(["copy", "export", str(campaign), str(tmp_path / "deck.txt")]) == 2
    assert main(["copy", "import", str(campaign), str(tmp_path / "gone.csv")]) == 2


def test_a_package_is_a_campaign_of_its_own(campaign, tmp_path, capsys):
    assert main(["package", str(campaign), "-o", str(tmp_path / "to"), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [file["name"] for file in told["files"]] == [
        ".lobbycard/sources.json",
        "SHA256SUMS",
        "campaign.toml",
        "stall.en.srt",
        "stall.mp4",
        "stall.zh-Hans.srt",
    ]
    assert load_campaign(tmp_path / "to/campaign.toml") == load_campaign(campaign)
    assert main(["package", str(campaign), "-o", str(tmp_path / "to")]) == 2
    assert main(["package", str(campaign), "-o", str(tmp_path / "to.zip")]) == 0
    assert (tmp_path / "to.zip").stat().st_size > campaign.with_name("stall.mp4").stat().st_size


def test_relink_finds_what_was_moved_away(campaign, tmp_path, capsys):
    assert main(["relink", str(campaign), str(tmp_path)]) == 0
    disk = tmp_path / "disk"
    disk.mkdir()
    campaign.with_name("stall.mp4").rename(disk / "other.mp4")
    campaign.with_name("stall.en.srt").rename(disk / "x.srt")
    before = campaign.read_bytes()
    capsys.readouterr()
    assert main(["relink", str(campaign), str(disk), "--dry-run", "--json"]) == 0
    assert not campaign.with_name("stall.mp4").exists()
    capsys.readouterr()
    assert main(["relink", str(campaign), str(disk), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(one["source"], one["sure"], one["taken"]) for one in told["found"]] == [
        ("stall.mp4", True, True),
        ("stall.en.srt", True, True),
    ]
    assert campaign.read_bytes() == before
    assert campaign.with_name("stall.en.srt").read_bytes() == (disk / "x.srt").read_bytes()


def test_relink_by_name_needs_to_be_asked_for(campaign, tmp_path, capsys):
    campaign.with_name("stall.mp4").unlink()
    disk = tmp_path / "disk"
    disk.mkdir()
    (disk / "stall.mp4").write_bytes(b"another cut")
    assert main(["relink", str(campaign), str(disk)]) == 1
    assert "--by-name" in capsys.readouterr().err
    assert not campaign.with_name("stall.mp4").exists()
    assert main(["relink", str(campaign), str(disk), "--by-name"]) == 0
    assert campaign.with_name("stall.mp4").read_bytes() == b"another cut"
