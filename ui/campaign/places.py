"""Where the markets of a new campaign are ticked: the usual five, and any other."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from studio.campaign.document import Market
from studio.campaign.markets import KNOWN_MARKETS, USUAL, KnownMarket
from ui.campaign.tongues import languages_line
from ui.widgets import tokens as t
from ui.widgets.language import heard, tr


class MarketTicks(QWidget):
    """`markets` are those ticked, in the order in which they are known."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ticks: dict[str, QCheckBox] = {}
        self._more = QComboBox()
        self._more.setAccessibleName(tr("Another market"))
        self._more.activated.connect(self._add_more)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(t.SPACE[1])
        for one in KNOWN_MARKETS:
            if one.id in USUAL:
                self._add(one)
        self._column.addWidget(self._more)
        self._fill_more()

    def _add(self, one: KnownMarket) -> QCheckBox:
        shown = tr(
            "{market}   {languages}", market=one.name, languages=languages_line(one.languages)
        )
        tick = QCheckBox(shown)
        tick.setObjectName(f"market-{one.id}")
        tick.toggled.connect(self.edited)
        self._ticks[one.id] = tick
        self._column.insertWidget(len(self._ticks) - 1, tick)
        return tick

    def _fill_more(self) -> None:
        self._more.clear()
        self._more.addItem(tr("Another market…"))
        for one in KNOWN_MARKETS:
            if one.id not in self._ticks:
                self._more.addItem(heard(one.name), one.id)

    def _add_more(self, row: int) -> None:
        wanted = self._more.itemData(row)
        for one in KNOWN_MARKETS:
            if one.id == wanted:
                self._add(one).setChecked(True)
                self._fill_more()

    @property
    def markets(self) -> tuple[Market, ...]:
        """The markets that are ticked."""
        ticked = {name for name, tick in self._ticks.items() if tick.isChecked()}
        return tuple(one.market for one in KNOWN_MARKETS if one.id in ticked)

    def tick(self, names: Iterable[str]) -> None:
        """Tick these and no other."""
        wanted = set(names)
        for one in KNOWN_MARKETS:
            if one.id in wanted and one.id not in self._ticks:
                self._add(one)
        self._fill_more()
        for name, tick in self._ticks.items():
            tick.setChecked(name in wanted)
