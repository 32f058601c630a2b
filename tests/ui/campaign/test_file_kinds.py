"""What a placement is written as is chosen where it is asked for: everywhere, or in one market."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from studio.campaign.asking import File, files_of
from studio.campaign.document import Campaign, Deliverable, Market
from studio.poster.format import KINDS, PRESS
from ui.campaign.file_kinds import FileKinds
from ui.campaign.kind_words import kind_sign, kind_words, kinds
from ui.campaign.market_grid import AsksGrid, AsksModel
from ui.campaign.markets import Markets
from ui.settings import Settings

LEFT = Qt.MouseButton.LeftButton
CAMPAIGN = Campaign(
    markets=(Market("cn", ("zh-Hans",)), Market("kr", ("ko",))),
    deliverables=(Deliverable("a2"), Deliverable("open-graph", markets=("cn",))),
)


class Desk:
    """The dialog, with a hand on its grid and its kinds."""

    def __init__(self, dialog: Markets, qtbot: QtBot) -> None:
        self.dialog, self.qtbot = dialog, qtbot
        self.grid = dialog.findChild(AsksGrid)
        self.kinds = dialog.findChild(FileKinds)

    def stand(self, preset: str, column: int) -> None:
        model = self.grid.model()
        assert isinstance(model, AsksModel)
        row = next(n for n, one in enumerate(model.offers) if one.preset == preset)
        self.grid.setCurrentIndex(model.index(row, column))

    def tick(self, kind: str) -> None:
        box = self.dialog.findChild(QCheckBox, f"asks-kind-{kind}")
        assert box.isEnabled()
        box.click()

    @property
    def ticked(self) -> set[str]:
        boxes = {kind: self.dialog.findChild(QCheckBox, f"asks-kind-{kind}") for kind in KINDS}
        return {kind for kind, box in boxes.items() if box.isChecked()}

    def files(self, preset: str, market: str = "") -> set[File]:
        return set(files_of(self.dialog.campaign, preset, market))


@pytest.fixture
def desk(settings: Settings, qtbot: QtBot) -> Iterator[Desk]:
    dialog = Markets(CAMPAIGN, settings, None)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    yield Desk(dialog, qtbot)
    dialog.close()


def test_every_kind_has_a_name_and_a_short_one() -> None:
    assert set(kinds()) == set(KINDS)
    assert len({kind_words(kind) for kind in KINDS}) == len(KINDS)
    assert len({kind_sign(kind) for kind in KINDS}) == len(KINDS)


def test_kinds_are_chosen_for_all_markets_and_for_one(desk: Desk) -> None:
    assert desk.ticked == set()
    desk.stand("a2", 0)
    own = desk.ticked
    assert len(own) == 1
    desk.tick("psd")
    assert desk.files("a2") == {File(), File("psd")}
    desk.stand("a2", 2)
    desk.tick("psd")
    assert desk.files("a2", "kr") == {File()}
    assert desk.files("a2", "cn") == {File(), File("psd")}
    shown = desk.grid.model()
    row = desk.grid.currentIndex().row()
    assert shown.index(row, 1).data() is None
    assert shown.index(row, 2).data()
    assert "PSD" in shown.index(row, 0).data()


def test_one_kind_stays(desk: Desk) -> None:
    desk.stand("open-graph", 1)
    (own,) = desk.ticked
    desk.tick(own)
    assert desk.ticked == {own}
    assert any("One kind at least" in one.text() for one in desk.kinds.findChildren(QLabel))


def test_what_is_not_asked_for_has_no_kind(desk: Desk) -> None:
    desk.stand("open-graph", 2)
    assert desk.ticked == set()
    assert not desk.dialog.findChild(QCheckBox, "asks-kind-psd").isEnabled()


def test_a_profile_is_chosen_for_what_is_printed_alone(desk: Desk) -> None:
    box = desk.dialog.findChild(QComboBox, "asks-profile")
    desk.stand("open-graph", 1)
    assert not box.isEnabled()
    desk.tick("tiff")
    assert box.isEnabled()
    box.showPopup()
    box.hidePopup()
    box.setCurrentIndex(box.findData(PRESS))
    box.activated.emit(box.currentIndex())
    assert desk.files("open-graph") == {File(), File("tiff", PRESS)}
    # A kind that comes later takes it too.
    desk.tick("pdf")
    assert desk.files("open-graph") == {File(), File("tiff", PRESS), File("pdf", PRESS)}
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert desk.files("open-graph") == {File(), File("tiff"), File("pdf")}


def test_a_click_on_the_box_ticks_and_beside_it_only_chooses(desk: Desk) -> None:
    desk.stand("a2", 1)
    index = desk.grid.currentIndex()
    box = desk.grid.visualRect(index)
    desk.qtbot.mouseClick(
        desk.grid.viewport(), LEFT, pos=box.topLeft() + (box.center() - box.topLeft()) / 8
    )
    assert desk.files("a2", "cn")
    desk.qtbot.mouseClick(desk.grid.viewport(), LEFT, pos=box.center())
    assert not desk.files("a2", "cn")
    desk.qtbot.mouseClick(desk.grid.viewport(), LEFT, pos=box.center())
    assert desk.files("a2", "cn") == desk.files("a2", "kr")


def test_nothing_else_is_changed(desk: Desk) -> None:
    desk.stand("a2", 0)
    desk.tick("psd")
    desk.tick("psd")
    assert desk.dialog.campaign == replace(CAMPAIGN, deliverables=desk.dialog.campaign.deliverables)
    assert set(desk.dialog.campaign.deliverables) == set(CAMPAIGN.deliverables)
