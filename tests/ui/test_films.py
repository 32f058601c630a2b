"""The films of the window: probed as they appear, seen while they are analysed, read as is said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from studio.campaign.project_file import project_of_films
from studio.core.progress import Cancelled
from studio.media.overrides import Overrides
from studio.media.probe import probe
from tests.drawn import draw_film
from tests.studio.shots.passes import FRAMES, StopAt, in_small_parts
from ui.films import Films
from ui.jobs import Jobs
from ui.session import Session


@pytest.fixture
def session() -> Iterator[Session]:
    made = Session()
    yield made
    made.close()


def test_what_a_stopped_pass_found_is_seen_at_once_and_gone_on_from(
    qtbot: QtBot, jobs: Jobs, session: Session, tmp_path: Path
) -> None:
    path = draw_film(tmp_path / "long.mp4", frames=FRAMES, cuts=(90,))
    with pytest.raises(Cancelled):
        in_small_parts(probe(path), StopAt(0.7))
    films = Films(session, jobs)
    grown: list[tuple[int, int]] = []

    def note(film_id: str) -> None:
        found = films.so_far(film_id)
        assert found is not None
        grown.append((len(found.pts), len(found.thumbs)))

    films.grown.connect(note)
    session.open(project_of_films((path,)))
    film_id = session.project.campaign.films[0].id
    qtbot.waitUntil(lambda: bool(grown), timeout=60_000)
    assert films.film(film_id) is not None
    assert 0 < grown[0][0] < FRAMES
    assert grown[0][1] > 1
    with qtbot.waitSignal(films.analysed, timeout=60_000):
        films.analyse(film_id)
    found = films.analysis(film_id)
    assert found is not None
    assert len(found.pts) == FRAMES
    assert films.so_far(film_id) is None
    assert grown == sorted(grown)


def test_a_film_that_is_read_otherwise_is_another_one(
    qtbot: QtBot, jobs: Jobs, session: Session, tmp_path: Path
) -> None:
    films = Films(session, jobs)
    session.open(project_of_films((draw_film(tmp_path / "a.mp4"),)))
    entry = session.project.campaign.films[0]
    qtbot.waitUntil(lambda: films.film(entry.id) is not None, timeout=60_000)
    with qtbot.waitSignal(films.analysed, timeout=60_000):
        films.analyse(entry.id)
    turned = replace(entry, read_as=Overrides(rotation=90))
    with qtbot.waitSignal(films.probed, timeout=60_000):
        session.apply("Turn", lambda p: replace(p, campaign=p.campaign.with_film(turned)))
    film = films.film(entry.id)
    assert film is not None
    assert film.video.rotation == 90
    assert films.analysis(entry.id) is None
