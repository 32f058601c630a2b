"""What the tests of the campaign's dialogs share: a saved campaign and the desk over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from studio.campaign.document import Campaign, FilmEntry, Market, PosterEntry, TrackEntry
from studio.campaign.file import save_campaign
from studio.campaign.project_file import open_project
from ui.campaign.desk import CampaignDesk
from ui.films import Films
from ui.jobs import Jobs
from ui.notices import Notices
from ui.session import Session
from ui.settings import Settings

SRT = "1\n00:00:01,000 --> 00:00:02,000\n{}\n"


@pytest.fixture
def campaign_file(tmp_path: Path, drawn_path: Path) -> Path:
    folder = tmp_path / "home"
    (folder / "films").mkdir(parents=True)
    (folder / "films" / "lamp.mp4").write_bytes(drawn_path.read_bytes())
    (folder / "lamp.en.srt").write_text(SRT.format("A small lamp."), "utf-8")
    poster = PosterEntry("lamp", "quiet-line", copy={"en": "A small lamp.", "ko": "작은 불"})
    tracks = (TrackEntry("en", "lamp.en.srt"),)
    film = FilmEntry("lamp", "films/lamp.mp4", {"en": "Lamp"}, tracks, (poster,))
    markets = (Market("uk", ("en",)), Market("kr", ("ko", "en")))
    path = folder / "campaign.toml"
    save_campaign(Campaign(name="Home", films=(film,), markets=markets), path)
    return path


@pytest.fixture
def settings(themed: QApplication) -> Settings:
    return Settings()


@pytest.fixture
def desk(jobs: Jobs, campaign_file: Path, settings: Settings) -> Iterator[CampaignDesk]:
    session = Session()
    made = CampaignDesk(session, jobs, Notices(), Films(session, jobs), settings)
    session.open(open_project(campaign_file))
    yield made
    session.close()
