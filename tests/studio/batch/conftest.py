"""A small campaign of one drawn film, with posters and captions in two languages."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from studio.campaign.file import load_campaign
from studio.core.geometry import Size
from tests.drawn import draw_film

CAMPAIGN = """schema = 1
name = "Drawn"

[[films]]
id = "stall"
source = "films/stall.mp4"
title = { zh-Hans = "夜摊", en = "The Night Stall" }

[[films.tracks]]
language = "zh-Hans"
file = "subtitles/stall.zh-Hans.srt"

[[films.tracks]]
language = "en"
file = "subtitles/stall.en.srt"

[[films.posters]]
id = "lamp"
template = "quiet-line"
still = "00:00:00.5"
copy = { zh-Hans = "灯不大。", en = "A small lamp." }

[[markets]]
id = "cn"
languages = ["zh-Hans", "en"]

[[markets]]
id = "uk"
languages = ["en"]

[[deliverables]]
format = "kakao"

[[deliverables]]
video = "web-720p"
captions = "clean"
markets = ["cn"]
"""
SRT = "1\n00:00:00,200 --> 00:00:01,200\n{}\n"


@pytest.fixture(scope="session")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two shots, 30 frames; tests that change it copy it."""
    path = tmp_path_factory.mktemp("drawn") / "stall.mp4"
    return draw_film(path, size=Size(320, 180), frames=30, cuts=(15,))


@pytest.fixture
def campaign_file(tmp_path: Path, film: Path) -> Path:
    """The campaign on disk."""
    for name in ("films", "subtitles"):
        (tmp_path / name).mkdir()
    (tmp_path / "films" / "stall.mp4").write_bytes(film.read_bytes())
    for language, text in (("zh-Hans", "灯不大。"), ("en", "A small lamp.")):
        path = tmp_path / "subtitles" / f"stall.{language}.srt"
        path.write_text(SRT.format(text), encoding="utf-8")
    path = tmp_path / "campaign.toml"
    path.write_text(CAMPAIGN, encoding="utf-8")
    load_campaign(path)
    return path


@pytest.fixture
def edit(campaign_file: Path) -> Callable[[str, str], None]:
    """Replace a text of the campaign's file that stands there once or more."""

    def change(old: str, new: str) -> None:
        text = campaign_file.read_text(encoding="utf-8")
        assert old in text
        campaign_file.write_text(text.replace(old, new), encoding="utf-8")

    return change


def whole(out: Path) -> dict[str, bytes]:
    """Every file of an output folder but the reports, which hold times, and the ledger."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.name not in ("report.json", "report.html", "made.jsonl", "lock")
    }


def report_of(out: Path) -> list[dict[str, object]]:
    """The outputs of `report.json`."""
    found: list[dict[str, object]] = json.loads((out / "report.json").read_text("utf-8"))["outputs"]
    return found
