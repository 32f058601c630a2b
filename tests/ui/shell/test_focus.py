"""Everything can be reached by keyboard: Tab through every page, F6 from part to part."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from studio.campaign.adding import add_poster, add_track
from studio.campaign.document import PosterEntry
from studio.campaign.project_file import project_of_films
from ui.app import Parts, build
from ui.shell.panes import panes_of

_MOST = 400
_CONTROLS = (QAbstractButton, QComboBox, QAbstractSpinBox, QLineEdit)


@pytest.fixture
def parts(
    themed: QApplication, qtbot: QtBot, drawn_path: Path, tmp_path: Path, in_this_process: None
) -> Iterator[Parts]:
    (tmp_path / "lamp.mp4").write_bytes(drawn_path.read_bytes())
    track = tmp_path / "lamp.en.srt"
    track.write_text("1\n00:00:01,000 --> 00:00:02,000\nA small lamp.\n", encoding="utf-8")
    made = build()
    made.window.resize(1440, 900)
    made.window.show()
    made.session.open(project_of_films((tmp_path / "lamp.mp4",)))
    made.session.apply("Track", lambda p: add_track(p, tmp_path, track))
    poster = PosterEntry("lamp", "quiet-line", copy={"en": "A small lamp."})
    made.session.apply("Poster", lambda p: add_poster(p, "lamp", poster))
    made.window.activateWindow()
    qtbot.waitUntil(lambda: made.films.film("lamp") is not None, timeout=30_000)
    yield made
    made.close()
    made.window.deleteLater()


def _named(widget: QWidget) -> str:
    words = widget.accessibleName() or getattr(widget, "text", str)() or widget.objectName()
    return f"{type(widget).__name__} {words}"


def _walk(qtbot: QtBot, parts: Parts) -> list[QWidget]:
    """Where Tab leads, until it comes round."""
    reached: list[QWidget] = []
    for _ in range(_MOST):
        here = QApplication.focusWidget() or parts.window
        qtbot.keyClick(here, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is None or (reached and now is reached[0]):
            return reached
        assert now is not here, f"Tab stays in {_named(now)}"
        reached.append(now)
    return reached


@pytest.mark.parametrize("number", range(4))
def test_tab_reaches_every_control_of_a_page(qtbot: QtBot, parts: Parts, number: int) -> None:
    parts.window.show_page(number)
    qtbot.wait(200)
    page = parts.window.page(number)
    reached = _walk(qtbot, parts)
    assert len(reached) < _MOST, "Tab never comes round"
    wanted = [
        one
        for one in page.findChildren(QWidget)
        if isinstance(one, _CONTROLS)
        and one.isVisible()
        and one.isEnabled()
        and one.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not isinstance(one.parentWidget(), (QComboBox, QAbstractSpinBox))
    ]
    assert wanted
    assert [_named(one) for one in wanted if one not in reached] == []


@pytest.mark.parametrize("number", range(4))
def test_f6_goes_round_the_parts_of_a_page(qtbot: QtBot, parts: Parts, number: int) -> None:
    parts.window.show_page(number)
    if not parts.window.side.is_shown:
        parts.window.commands["tree"].trigger()
    qtbot.wait(100)
    panes = panes_of(parts.window.page(number))
    met = []
    for _ in range(len(panes) + 5):
        parts.window.commands["pane-next"].trigger()
        here = QApplication.focusWidget()
        assert here is not None
        met.append(here)
    assert [
        pane for pane in panes if not any(pane.isAncestorOf(one) or pane is one for one in met)
    ] == []
    assert any(parts.window.side.tree.isAncestorOf(one) for one in met)
    last = QApplication.focusWidget()
    parts.window.commands["pane-next"].trigger()
    parts.window.commands["pane-before"].trigger()
    assert QApplication.focusWidget() is last


def test_escape_leaves_the_tree_for_the_page(qtbot: QtBot, parts: Parts) -> None:
    parts.window.commands["tree"].trigger()
    if not parts.window.side.tree.isVisible():
        parts.window.commands["tree"].trigger()
    parts.window.side.tree.setFocus()
    qtbot.keyClick(parts.window.side.tree.list, Qt.Key.Key_Escape)
    here = QApplication.focusWidget()
    assert here is not None
    assert parts.window.page(0).isAncestorOf(here)
