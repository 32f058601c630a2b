"""The dialog of what is delivered where: markets with their languages, and presets for each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studio.campaign.asking import add_market, ask_for, change_market, drop, is_asked, remove_market
from studio.campaign.document import Campaign, Deliverable, Market
from studio.core.errors import StudioError
from studio.presets import store
from ui.widgets import tokens as t

_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class _Offer:
    preset: str
    video: bool
    text: str


def _offers() -> tuple[_Offer, ...]:
    found = []
    for kind in ("video", "formats"):
        for entry in store.entries(kind):
            preset = store.read(entry.path, kind)
            mark = f"  ({preset.provenance.mark})" if preset.provenance.mark else ""
            text = f"{preset.name}   {preset.summary}{mark}"
            found.append(_Offer(preset.name, kind == "video", text))
    return tuple(found)


def _languages(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.replace(",", " ").split() if part.strip())


class Asks(QDialog):
    """Works on a copy; `campaign` is the result once it was accepted."""

    def __init__(self, campaign: Campaign, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("What is delivered where")
        self.campaign = campaign
        self._offers = _offers()
        self._markets = QListWidget()
        self._markets.setAccessibleName("Markets")
        self._markets.setFixedWidth(200)
        self._markets.currentRowChanged.connect(self._show_market)
        self._id = QLineEdit()
        self._id.setPlaceholderText("cn")
        self._name = QLineEdit()
        self._name.setPlaceholderText("China")
        self._spoken = QLineEdit()
        self._spoken.setPlaceholderText("zh-Hans, en")
        self._legal = QLineEdit()
        for field in (self._name, self._spoken, self._legal):
            field.editingFinished.connect(self._take_market)
        self._presets = QListWidget()
        self._presets.setAccessibleName("Presets for this market")
        self._presets.itemChanged.connect(self._toggle)
        self._fault = QLabel()
        self._fault.setProperty("role", "bad")
        self._fault.setWordWrap(True)
        self._build()
        self._fill_markets(0)
        self.resize(820, 560)

    def _build(self) -> None:
        left = QVBoxLayout()
        left.addWidget(_section("Markets"))
        left.addWidget(self._markets, 1)
        row = QHBoxLayout()
        row.addWidget(self._id)
        row.addWidget(_button("Add", self._add, "market-add"))
        row.addWidget(_button("Remove", self._remove, "market-remove"))
        left.addLayout(row)
        columns = QHBoxLayout()
        columns.setSpacing(t.SPACE[4])
        columns.addLayout(left)
        columns.addLayout(self._right(), 1)
        kind = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kind.Ok | kind.Cancel)
        buttons.accepted.connect(self._finish)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(t.SPACE[4], t.SPACE[4], t.SPACE[4], t.SPACE[4])
        column.addLayout(columns, 1)
        column.addWidget(self._fault)
        column.addWidget(buttons)

    def _right(self) -> QVBoxLayout:
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.addRow("Name", self._name)
        form.addRow("Languages", self._spoken)
        form.addRow("Legal line", self._legal)
        right = QVBoxLayout()
        right.addWidget(_section("Market"))
        right.addLayout(form)
        right.addSpacing(t.SPACE[1])
        right.addWidget(_section("Delivered there"))
        right.addWidget(self._presets, 1)
        return right

    # -- markets --------------------------------------------------------------------------

    @property
    def _market(self) -> Market | None:
        row = self._markets.currentRow()
        markets = self.campaign.markets
        return markets[row] if 0 <= row < len(markets) else None

    def _fill_markets(self, row: int) -> None:
        self._markets.clear()
        for market in self.campaign.markets:
            spoken = " + ".join(market.languages)
            self._markets.addItem(f"{market.name or market.id}   {spoken}")
        self._markets.setCurrentRow(min(row, self._markets.count() - 1))
        self._show_market()

    def _show_market(self) -> None:
        market = self._market
        for field in (self._name, self._spoken, self._legal, self._presets):
            field.setEnabled(market is not None)
        self._name.setText(market.name if market else "")
        self._spoken.setText(", ".join(market.languages) if market else "")
        self._legal.setText(market.legal if market else "")
        self._fill_presets(market)

    def _fill_presets(self, market: Market | None) -> None:
        self._presets.blockSignals(True)
        self._presets.clear()
        for offer in self._offers if market else ():
            item = QListWidgetItem(offer.text)
            item.setData(_ROLE, offer)
            asked = market is not None and is_asked(self.campaign, market.id, offer.preset)
            item.setCheckState(Qt.CheckState.Checked if asked else Qt.CheckState.Unchecked)
            self._presets.addItem(item)
        self._presets.blockSignals(False)

    def _add(self) -> None:
        name = self._id.text().strip()
        if not name:
            self._say("Type a short name for the market first, such as cn.")
            return
        try:
            self.campaign = add_market(self.campaign, Market(name, ("en",)))
        except StudioError as error:
            self._say(f"{error} {error.hint}")
            return
        self._id.clear()
        self._say("")
        self._fill_markets(len(self.campaign.markets) - 1)
        self._spoken.setFocus()
        self._spoken.selectAll()

    def _remove(self) -> None:
        market = self._market
        if market is not None:
            self.campaign = remove_market(self.campaign, market.id)
            self._fill_markets(self._markets.currentRow())

    def _take_market(self) -> None:
        market = self._market
        if market is None:
            return
        spoken = _languages(self._spoken.text())
        if not 1 <= len(spoken) <= 2:
            self._say("A market has one or two languages, such as zh-Hans, en.")
            return
        self._say("")
        changed = replace(
            market, name=self._name.text().strip(), languages=spoken, legal=self._legal.text()
        )
        self.campaign = change_market(self.campaign, changed)
        item = self._markets.currentItem()
        if item is not None:
            item.setText(f"{changed.name or changed.id}   {' + '.join(spoken)}")

    # -- presets --------------------------------------------------------------------------

    def _toggle(self, item: QListWidgetItem) -> None:
        market = self._market
        offer: _Offer = item.data(_ROLE)
        if market is None:
            return
        if item.checkState() == Qt.CheckState.Checked:
            ask = Deliverable(video=offer.preset) if offer.video else Deliverable(offer.preset)
            self.campaign = ask_for(self.campaign, market.id, ask)
        else:
            self.campaign = drop(self.campaign, market.id, offer.preset)

    def _say(self, text: str) -> None:
        self._fault.setText(text)

    def _finish(self) -> None:
        self._take_market()
        if not self._fault.text():
            self.accept()


def _section(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "section")
    return label


def _button(text: str, run: Callable[[], None], name: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setAutoDefault(False)
    button.clicked.connect(run)
    return button
