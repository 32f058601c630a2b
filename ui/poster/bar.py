"""The bar below the canvas: format and market, size and zoom, and how the canvas is looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from studio.campaign.document import Campaign
from studio.poster.format import Format
from ui.campaign.market_names import market_name
from ui.poster.view import View, asked_formats, markets, other_formats
from ui.poster.words import format_words, zoom_words
from ui.widgets import tokens as t
from ui.widgets.choice import Choice
from ui.widgets.icons import icon
from ui.widgets.language import heard, tr
from ui.widgets.theme import tabular
from ui.widgets.words import Elided

_TOOL = 32
_LEAST, _MOST, _AROUND = 104, 148, 56
"""A choice gives way to the size of the file beside it: down to what the chosen name needs, within
these widths."""
Named = Sequence[tuple[str, str]]
"""(key, text)"""
_ASK = "?"
"""The key of the entry that leads to where markets are chosen; no market is called so."""


class LookBar(QWidget):
    """Chooses format and market, tells size and zoom, and says how the canvas is looked at."""

    format_chosen = Signal(str)
    market_chosen = Signal(str)
    markets_wanted = Signal()
    """There is none yet, and the person wants to choose some."""
    safe_toggled = Signal(bool)
    rulers_toggled = Signal(bool)
    proof_toggled = Signal(bool)
    gamut_toggled = Signal(bool)
    board_toggled = Signal(bool)
    compared = Signal(bool)
    """The button that shows the poster as it was is held down, or let go."""
    fit_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(44)
        self._formats = _combo(tr("Format"), "poster-formats")
        self._formats.activated.connect(
            lambda _: self.format_chosen.emit(self._formats.currentData())
        )
        self._markets = _combo(tr("Market"), "poster-markets")
        self._markets.activated.connect(self._choose_market)
        self._size = Elided("", "faint")
        self._mark = QLabel(tr("unverified"))
        self._mark.setProperty("role", "warn")
        self._zoom = QPushButton()
        self._zoom.setObjectName("poster-zoom")
        self._zoom.setProperty("role", "flat")
        self._zoom.setFont(tabular(self._zoom.font()))
        self._zoom.setToolTip(f"{tr('Fit the poster')}  Ctrl+0")
        self._zoom.setAccessibleName(tr("Fit the poster"))
        self._zoom.setFixedWidth(64)
        self._zoom.clicked.connect(lambda: self.fit_wanted.emit())
        self._press = ""
        self._make_tools()
        self._arrange()

    def _choose_market(self) -> None:
        chosen = self._markets.currentData()
        if chosen == _ASK:
            self._markets.setCurrentIndex(0)
            self.markets_wanted.emit()
        else:
            self.market_chosen.emit(chosen)

    def _make_tools(self) -> None:
        self._safe = _toggle("safe", "poster-safe-area", tr("Safe area, bleed"), "Ctrl+;")
        self._safe.toggled.connect(self.safe_toggled)
        self._rulers = _toggle("ruler", "poster-rulers", tr("Rulers"), "Ctrl+R")
        self._rulers.toggled.connect(self.rulers_toggled)
        self._proof = _toggle("proof", "poster-proof", tr("As printed"), "Ctrl+Alt+P")
        self._proof.toggled.connect(self.proof_toggled)
        self._gamut = _toggle(
            "gamut", "poster-gamut", tr("Mark what cannot be printed"), "Ctrl+Alt+O"
        )
        self._gamut.toggled.connect(self.gamut_toggled)
        self._board = _toggle("grid", "poster-board", tr("All formats and markets"), "Ctrl+Alt+B")
        self._board.toggled.connect(self.board_toggled)
        self._board.toggled.connect(lambda _: self._allow())
        self._compare = _tool("compare", "poster-compare", tr("Before: hold"), "\\")
        self._compare.pressed.connect(lambda: self.compared.emit(True))
        self._compare.released.connect(lambda: self.compared.emit(False))

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(t.SPACE[2], 0, t.SPACE[2], 0)
        row.setSpacing(t.SPACE[1])
        row.addWidget(self._formats)
        row.addWidget(self._markets)
        row.addSpacing(t.SPACE[0])
        row.addWidget(self._size, 1)
        row.addWidget(self._mark)
        row.addWidget(self._zoom)
        tools = QHBoxLayout()
        tools.setSpacing(0)
        for tool in (self._compare, *self._toggles.values()):
            tools.addWidget(tool)
        row.addLayout(tools)

    def show_view(self, campaign: Campaign, view: View, formats: Mapping[str, Format]) -> None:
        """Show what is looked at and what could be."""
        there = [(one.id, market_name(one)) for one in markets(campaign)]
        if not campaign.markets:
            there.append((_ASK, tr("Choose markets and formats…")))
        _fill(self._markets, there, view.market)
        # Where room is short, neither is cut: the one that is chosen needs less than the longest.
        self._markets.setMinimumWidth(max(_LEAST, _needed(self._markets)))
        asked = asked_formats(campaign, view, formats)
        others = other_formats(campaign, view, formats)
        rows = [(one, heard(one)) for one in asked]
        if others:
            rows += [("", ""), *((one, heard(one)) for one in others)]
        _fill(self._formats, rows, view.format)
        self._formats.setMinimumWidth(min(_MOST, max(_LEAST, _needed(self._formats))))
        form = formats[view.format]
        whole = format_words(form)
        short = whole.partition(" · ")[0]
        self._size.show_text(whole, short, short.removesuffix(" px"))
        self._mark.setVisible(bool(form.provenance.mark))
        self._mark.setToolTip(heard(form.provenance.source))

    def show_zoom(self, zoom: float | None) -> None:
        """How many pixels of the screen one of the file takes; None where nothing is shown."""
        self._zoom.setEnabled(zoom is not None)
        self._zoom.setText("" if zoom is None else zoom_words(zoom))

    def show_press(self, press: str) -> None:
        """Offer the proof for a press; none for screens, and none is shown then."""
        self._press = press
        self._allow()
        tip = tr("As printed") if press else tr("For screens: not printed")
        self._proof.setToolTip(f"{tip}  Ctrl+Alt+P")

    def _allow(self) -> None:
        """Ways to look at the canvas are there while it is."""
        there = not self._board.isChecked()
        for tool in (self._compare, self._safe, self._rulers):
            tool.setEnabled(there)
        self._proof.setEnabled(there and bool(self._press))
        self._gamut.setEnabled(self._proof.isEnabled() and self._proof.isChecked())

    @property
    def look(self) -> dict[str, bool]:
        """Which of its toggles are on, by name."""
        return {name: tool.isChecked() for name, tool in self._toggles.items()}

    def set_look(self, look: Mapping[str, object]) -> None:
        """Set toggles that are named as they were."""
        for name, tool in self._toggles.items():
            if isinstance(look.get(name), bool):
                tool.setChecked(bool(look[name]))

    @property
    def _toggles(self) -> dict[str, QToolButton]:
        return {"safe": self._safe, "rulers": self._rulers, "proof": self._proof,
                "gamut": self._gamut, "board": self._board}  # fmt: skip

    def toggle(self, name: str) -> None:
        """As the button does: safe, rulers, proof, gamut or board."""
        tool = self._toggles[name]
        if tool.isEnabled():
            tool.toggle()

    def next_market(self) -> None:
        """The next one, after the last the first."""
        place = (self._markets.currentIndex() + 1) % max(1, self._markets.count())
        if self._markets.itemData(place) != _ASK:
            self.market_chosen.emit(self._markets.itemData(place))


def _needed(choice: QComboBox) -> int:
    """The width at which what is chosen is not cut."""
    return choice.fontMetrics().horizontalAdvance(choice.currentText()) + _AROUND


def _tool(sign: str, object_name: str, name: str, keys: str) -> QToolButton:
    made = QToolButton()
    made.setIcon(icon(sign))
    made.setIconSize(QSize(20, 20))
    made.setFixedSize(_TOOL, _TOOL)
    made.setObjectName(object_name)
    made.setProperty("role", "flat")
    made.setToolTip(f"{name}  {keys}".strip())
    made.setAccessibleName(name)
    return made


def _toggle(sign: str, object_name: str, name: str, keys: str) -> QToolButton:
    made = _tool(sign, object_name, name, keys)
    made.setCheckable(True)
    return made


def _combo(name: str, object_name: str) -> Choice:
    made = Choice()
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setObjectName(object_name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    made.setMaxVisibleItems(20)
    made.setMinimumWidth(_LEAST)
    return made


def _fill(box: QComboBox, rows: Named, current: str) -> None:
    """Show rows of (key, text), a line where the key is empty; untouched when they are the same."""
    keys = [key or None for key, _ in rows]
    if [box.itemData(place) for place in range(box.count())] != keys:
        box.clear()
        for key, text in rows:
            if key:
                box.addItem(text, key)
            else:
                box.insertSeparator(box.count())
    box.setCurrentIndex(box.findData(current))
