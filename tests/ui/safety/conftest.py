"""What the tests of the frame share: a campaign on disk, the parts that keep it safe."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from studio.campaign.document import Campaign, FilmEntry, TrackEntry
from studio.campaign.project import Project, TrackForm
from studio.campaign.project_file import open_project, save_project
from studio.subs.cue import Cue, Track
from ui.documents.documents import Documents
from ui.jobs import Jobs
from ui.notices import Notices
from ui.safety.safety import Safety
from ui.session import Session

CUES = tuple(Cue(at, at * 1000, at * 1000 + 900, f"Line {at}") for at in range(1, 6))
PROJECT = Project(
    Campaign(
        name="Small Lights",
        films=(FilmEntry("lamp", "lamp.mp4", tracks=(TrackEntry("en", "lamp.en.srt"),)),),
    ),
    {("lamp", "en"): Track("en", CUES)},
    {("lamp", "en"): TrackForm("srt", "utf-8")},
)


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """A saved campaign of one film with five cues."""
    (tmp_path / "lamp.mp4").write_bytes(b"not looked at here")
    path = tmp_path / "campaign.toml"
    save_project(PROJECT, path, tmp_path, None)
    return path


class Run:
    """What outlives windows, without a window."""

    def __init__(self, jobs: Jobs) -> None:
        self.session, self.notices, self.jobs = Session(), Notices(), jobs
        self.documents = Documents(self.session, jobs, self.notices)
        self.safety = Safety(self.session, self.documents, jobs, self.notices)
        self.told: list[str] = []
        self.notices.posted.connect(lambda one: self.told.append(f"{one.text} {one.hint}"))

    @property
    def keeping(self):
        return self.safety.keeping

    @property
    def recovery(self):
        return self.safety.recovery

    def open(self, path: Path) -> None:
        self.session.open(open_project(path))

    def die(self) -> None:
        """Let go of everything as the system does when it ends a process."""
        self.keeping._writer.shutdown(wait=True)
        if self.keeping.journal is not None:
            self.keeping.journal._held.close()
        self.keeping._journal = None

    def close(self) -> None:
        self.documents.finish()
        self.session.close()
        self.safety.close()


@pytest.fixture
def run(qtbot: QtBot, jobs: Jobs) -> Iterator[Run]:
    made = Run(jobs)
    yield made
    made.close()


@pytest.fixture
def next_run(qtbot: QtBot, jobs: Jobs) -> Iterator[Run]:
    """The run after the one that died."""
    made = Run(jobs)
    yield made
    made.close()
