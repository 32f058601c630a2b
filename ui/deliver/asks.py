"""The dialog of what is delivered where: markets with their languages, and presets for each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studio.campaign.asking import add_market, change_market, remove_market
from studio.campaign.document import Campaign, Market
from studio.core.errors import StudioError
from studio.core.files import is_plain_name
from ui.deliver.asks_grid import AsksGrid, AsksModel
from ui.deliver.known import known_market, known_names
from ui.widgets import tokens as t

_LEFT = 248


def _languages(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.replace(",", " ").split() if part.strip())


class Asks(QDialog):
    """Works on a copy; `campaign` is the result once it was accepted."""

    def __init__(self, campaign: Campaign, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Markets and formats")
        self._model = AsksModel(campaign, self)
        self._grid = AsksGrid(self._model)
        self._grid.setObjectName("market-presets")
        self._markets = QListWidget()
        self._markets.setAccessibleName("Markets")
        self._markets.setProperty("role", "plain")
        self._markets.currentRowChanged.connect(self._show_market)
        self._id = self._id_field()
        self._name = _field("market-name", "China")
        self._spoken = _field("market-languages", "zh-Hans, en")
        self._spoken.setToolTip("The language set large, then one set small beside it")
        self._legal = _field("market-legal", "© 2026 …")
        for field in (self._name, self._spoken, self._legal):
            field.editingFinished.connect(self._take_market)
        self._fault = QLabel()
        self._fault.setProperty("role", "bad")
        self._fault.setWordWrap(True)
        self._build()
        self._fill_markets(0)
        self.resize(1040, 720)
        if not campaign.markets:
            self._id.setFocus()

    def _id_field(self) -> QLineEdit:
        field = _field("market-id", "cn, Korea, …")
        field.setAccessibleName("A new market")
        completer = QCompleter(list(known_names()), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        # Inline: a list that drops down would take the click on “Add” to close itself.
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        field.setCompleter(completer)
        field.returnPressed.connect(self._add)
        return field

    @property
    def campaign(self) -> Campaign:
        """The campaign as edited."""
        return self._model.campaign

    @property
    def fault(self) -> str:
        """What is wrong with what was typed; empty when nothing is."""
        return self._fault.text()

    def _build(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(t.SPACE[4])
        columns.addLayout(self._left())
        columns.addLayout(self._right(), 1)
        kind = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kind.Ok | kind.Cancel)
        done = buttons.button(kind.Ok)
        done.setText("Done")
        done.setObjectName("asks-done")
        done.setProperty("role", "primary")
        # Enter in a field settles the field; it does not close the dialog.
        for button in (done, buttons.button(kind.Cancel)):
            button.setAutoDefault(False)
            button.setDefault(False)
        buttons.accepted.connect(self._finish)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self._fault, 1)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(t.SPACE[4], t.SPACE[4], t.SPACE[4], t.SPACE[3])
        column.setSpacing(t.SPACE[3])
        column.addLayout(columns, 1)
        column.addLayout(foot)

    def _left(self) -> QVBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(t.SPACE[1])
        row.addWidget(self._id, 1)
        row.addWidget(_button("Add", self._add, "market-add"))
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setHorizontalSpacing(t.SPACE[2])
        form.setVerticalSpacing(t.SPACE[1])
        form.addRow("Name", self._name)
        form.addRow("Languages", self._spoken)
        form.addRow("Legal line", self._legal)
        self._chosen = _section("Market")
        self._removal = _button("Remove this market", self._remove, "market-remove")
        self._markets.setFixedWidth(_LEFT)
        left = QVBoxLayout()
        left.setSpacing(t.SPACE[1])
        left.addWidget(_section("Markets"))
        left.addWidget(self._markets, 1)
        left.addLayout(row)
        left.addSpacing(t.SPACE[2])
        left.addWidget(self._chosen)
        left.addLayout(form)
        left.addWidget(self._removal, 0, Qt.AlignmentFlag.AlignLeft)
        return left

    def _right(self) -> QVBoxLayout:
        right = QVBoxLayout()
        right.setSpacing(t.SPACE[1])
        right.addWidget(_section("Delivered there"))
        right.addWidget(self._grid, 1)
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
            self._markets.addItem(_line(market))
        self._markets.setCurrentRow(min(row, self._markets.count() - 1))
        self._show_market()

    def _show_market(self) -> None:
        market = self._market
        for field in (self._name, self._spoken, self._legal, self._removal):
            field.setEnabled(market is not None)
        self._chosen.setText(f"Market {market.id}" if market else "Market")
        self._name.setText(market.name if market else "")
        self._spoken.setText(", ".join(market.languages) if market else "")
        self._legal.setText(market.legal if market else "")

    def _add(self) -> None:
        typed = self._id.text().strip()
        if not typed:
            self._say("Type a market first: a short name such as cn, or a country.")
            return
        market = known_market(typed)
        if not is_plain_name(market.id):
            self._say(f"“{typed}” cannot be a folder's name. Use letters and figures.")
            return
        try:
            self._model.take(add_market(self.campaign, market))
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
            self._model.take(remove_market(self.campaign, market.id))
            self._say("")
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
        if changed != market:
            self._model.take(change_market(self.campaign, changed))
        item = self._markets.currentItem()
        if item is not None:
            item.setText(_line(changed))

    def _say(self, text: str) -> None:
        self._fault.setText(text)

    def _finish(self) -> None:
        if self._id.text().strip():
            self._add()
        else:
            self._take_market()
        if not self._fault.text():
            self.accept()


def _line(market: Market) -> str:
    return f"{market.name or market.id}   {' + '.join(market.languages)}"


def _field(name: str, example: str) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    field.setPlaceholderText(example)
    return field


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
