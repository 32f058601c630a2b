"""What the window's tests share: a themed application, small drawn films, a campaign."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from studio.media.film import Film
from studio.media.probe import probe
from tests.drawn import draw_film
from ui.jobs import Jobs
from ui.widgets.theme import apply_theme

CUTS = (24, 60)


@pytest.fixture
def themed(qapp: QApplication) -> QApplication:
    """The application as the window has it."""
    apply_theme(qapp)
    return qapp


@pytest.fixture(scope="session")
def drawn_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A film of 96 numbered frames at 24 fps with sound and two cuts."""
    path = tmp_path_factory.mktemp("films") / "lamp.mp4"
    return draw_film(path, frames=96, rate=Fraction(24), cuts=CUTS)


@pytest.fixture
def drawn(drawn_path: Path) -> Film:
    """The film of `drawn_path`, probed."""
    return probe(drawn_path)


@pytest.fixture
def film_folder(tmp_path: Path, drawn_path: Path) -> Callable[..., list[Path]]:
    """Copies of the drawn film under other names in one folder."""

    def copies(*names: str) -> list[Path]:
        made = [tmp_path / name for name in names]
        for path in made:
            path.write_bytes(drawn_path.read_bytes())
        return made

    return copies


@pytest.fixture
def jobs(themed: QApplication) -> Iterator[Jobs]:
    """A pool that is stopped at the end."""
    made = Jobs()
    yield made
    made.close()
