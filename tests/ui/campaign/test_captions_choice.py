"""Which captions a film is delivered with is chosen where it is asked for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from studio.campaign.asking import captions_of
from studio.campaign.document import MUXED, NO_CAPTIONS, Campaign, Deliverable, Market
from studio.presets import store
from ui.campaign.file_kinds import FileKinds
from ui.campaign.market_grid import AsksGrid
from ui.campaign.markets import Markets
from ui.settings import Settings

CAMPAIGN = Campaign(
    markets=(Market("cn", ("zh-Hans",)), Market("kr", ("ko",))),
    deliverables=(Deliverable("a2"), Deliverable(video="web-720p")),
)


@pytest.fixture
def dialog(settings: Settings, qtbot: QtBot) -> Iterator[Markets]:
    made = Markets(CAMPAIGN, settings, None)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


def stand(dialog: Markets, preset: str, column: int) -> None:
    grid = dialog.findChild(AsksGrid)
    offers = grid.model().offers
    row = next(n for n, one in enumerate(offers) if one.preset == preset)
    grid.setCurrentIndex(grid.model().index(row, column))


def choose(dialog: Markets, captions: str) -> None:
    box = dialog.findChild(QComboBox, "asks-captions")
    assert box.isVisible()
    assert box.isEnabled()
    box.setCurrentIndex(box.findData(captions))
    box.activated.emit(box.currentIndex())


def shown(dialog: Markets, column: int) -> str:
    grid = dialog.findChild(AsksGrid)
    return str(grid.model().index(grid.currentIndex().row(), column).data() or "")


def test_captions_are_taken_away_in_one_market_and_given_back_in_all(dialog: Markets) -> None:
    stand(dialog, "web-720p", 2)
    choose(dialog, NO_CAPTIONS)
    assert captions_of(dialog.campaign, "web-720p", "kr") == (NO_CAPTIONS,)
    assert captions_of(dialog.campaign, "web-720p", "cn") == ("",)
    assert shown(dialog, 2) == "no captions"
    assert not shown(dialog, 1)
    assert "no captions" not in shown(dialog, 0)
    stand(dialog, "web-720p", 0)
    # Both, until one of them is chosen.
    assert "+" in dialog.findChild(QComboBox, "asks-captions").currentText()
    choose(dialog, "clean")
    assert captions_of(dialog.campaign, "web-720p") == ("clean",)
    assert not shown(dialog, 2)
    choose(dialog, "")
    assert captions_of(dialog.campaign, "web-720p") == ("",)
    assert len(dialog.campaign.deliverables) == len(CAMPAIGN.deliverables)


def test_every_style_is_offered_and_only_for_films_that_are_asked_for(dialog: Markets) -> None:
    stand(dialog, "web-720p", 1)
    box = dialog.findChild(QComboBox, "asks-captions")
    offered = {box.itemData(row) for row in range(box.count())}
    assert offered == {"", NO_CAPTIONS, MUXED, *store.names("captions")}
    stand(dialog, "web-1080p", 1)
    assert not box.isEnabled()
    stand(dialog, "a2", 1)
    assert not box.isVisible()
    assert dialog.findChild(FileKinds).isVisible()
