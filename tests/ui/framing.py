"""Fixtures of a window with two pages of the tests' own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.framed import Copies, Stage
from ui.documents import gate
from ui.jobs import Jobs


@pytest.fixture
def stage(qtbot: QtBot, jobs: Jobs) -> Iterator[Stage]:
    made = Stage(jobs)
    made.window.show()
    yield made
    made.session.close()
    made.window.close()


@pytest.fixture
def opened(stage: Stage, film_folder: Copies) -> Stage:
    """With a campaign of one film, saved."""
    (film,) = film_folder("lamp.mp4")
    stage.drop(film)
    stage.session.save(film.parent / "campaign.toml")
    return stage


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """What the person answers at the gate, in order; the test fails when too much is asked."""
    given: list[int] = []
    monkeypatch.setattr(gate, "ask", lambda *_: given.pop(0))
    return given
