"""What the window's tests share: a themed application, small drawn films, a campaign."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from studio.core.progress import SILENT, Progress
from studio.media.film import Film
from studio.media.probe import probe
from tests.drawn import draw_film
from ui.app import Parts, build
from ui.jobs import Jobs
from ui.widgets.theme import apply_theme

CUTS = (24, 60)
_PATIENCE = 30_000
"""Milliseconds."""
_LONGEST = 200.0
"""Seconds that a dialog may stand in a test."""


class Patient(QtBot):
    """Waits longer where it is not told how long: a machine at work is slow, not wrong."""

    def waitUntil(  # noqa: N802 - Qt's way of naming, and pytest-qt's
        self, callback: Callable[[], object], *, timeout: int = _PATIENCE
    ) -> None:
        """As QtBot's."""
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """In the place of pytest-qt's own."""
    return Patient(request)


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


def _at_once(task: Callable[..., Any], *args: Any, progress: Progress = SILENT, **_: Any) -> Any:
    return task(*args, progress=progress)


@pytest.fixture
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Films are read and stills chosen on the job's own thread.

    A process for each would take most of the time of tests that are about something else; those
    of the films, the walks and the random sessions have them.
    """
    for module in ("ui.films", "ui.film.looking"):
        monkeypatch.setattr(f"{module}.in_child", _at_once)


@pytest.fixture
def jobs(themed: QApplication) -> Iterator[Jobs]:
    """A pool that is stopped at the end."""
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def parts(themed: QApplication, qtbot: QtBot) -> Iterator[Parts]:
    """The whole window, shown and active, with Qt's own dialogs."""
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    made = build()
    made.window.resize(1440, 900)
    made.window.show()
    made.window.activateWindow()
    qtbot.waitUntil(lambda: made.window.isActiveWindow(), timeout=5000)
    yield made
    made.close()
    made.window.deleteLater()


def _shown() -> list[QWidget]:
    return [one for one in QApplication.topLevelWidgets() if one.isVisible()]


@pytest.fixture(autouse=True)
def _no_dialog_for_ever(request: pytest.FixtureRequest) -> Iterator[None]:
    """A dialog that nobody answers holds what waits for it: it is closed, and the test fails."""
    if not {"qapp", "qtbot"} & set(request.fixturenames):
        yield
        return
    begun, closed = time.monotonic(), []
    timer = QTimer()

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None and time.monotonic() - begun > _LONGEST:
            closed.append(f"{type(dialog).__name__} “{dialog.windowTitle()}”")
            dialog.close()

    timer.timeout.connect(look)
    timer.start(1000)
    before = set(map(id, _shown()))
    yield
    timer.stop()
    for left in _shown():
        # A window of a test that failed would take the next one's keys.
        if id(left) not in before:
            left.hide()
    # What was to be deleted goes now: it would stay, no loop being there to do it, and each change
    # of the theme would take longer.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not closed, f"nobody answered: {closed}"
