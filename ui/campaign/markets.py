"""The dialog of what is delivered where: markets with their languages, and presets for each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from studio.campaign.asking import (
    File,
    add_market,
    ask_for,
    captions_of,
    change_market,
    files_of,
    remove_market,
)
from studio.campaign.document import Campaign, Market
from studio.campaign.markets import KNOWN_MARKETS, known_market, usual_deliverables
from studio.core.errors import StudioError, in_full
from studio.core.files import is_plain_name
from ui.campaign.captions_choice import CaptionsChoice
from ui.campaign.file_kinds import FileKinds
from ui.campaign.market_grid import AsksGrid, AsksModel
from ui.campaign.market_names import market_name
from ui.campaign.order import LanguageOrder
from ui.campaign.tongues import languages_line
from ui.settings import Settings
from ui.widgets import tokens as t
from ui.widgets.dialogs import Dialog
from ui.widgets.language import heard, tr
from ui.widgets.parts import Field, Section

_LEFT = 272


class Markets(Dialog):
    """Works on a copy; `campaign` is the result once it was accepted."""

    def __init__(self, campaign: Campaign, settings: Settings, parent: QWidget | None) -> None:
        super().__init__(tr("Markets and formats"), parent)
        self._model = AsksModel(campaign, self)
        self._grid = AsksGrid(self._model)
        self._grid.setObjectName("market-presets")
        self._files = FileKinds()
        self._files.chosen.connect(self._take_files)
        self._captions = CaptionsChoice()
        self._captions.chosen.connect(self._take_captions)
        self._grid.moved.connect(self._show_files)
        self._model.edited.connect(self._show_files)
        self._model.modelReset.connect(self._show_files)
        self._list = _markets_list()
        self._list.currentRowChanged.connect(self._show_market)
        self._list.model().rowsMoved.connect(self._reorder)
        self._id = self._id_field()
        self._usual = QCheckBox(tr("with its usual formats"))
        self._usual.setObjectName("market-usual")
        self._usual.setChecked(True)
        self._name = _field("market-name", tr("China"))
        self._legal = _field("market-legal", "© 2026 …")
        self._spoken = LanguageOrder(settings)
        self._name.editingFinished.connect(self._take_market)
        self._legal.editingFinished.connect(self._take_market)
        self._spoken.edited.connect(self._take_market)
        self._removal = _button(tr("Remove this market"), self._remove, "market-remove")
        self._build()
        self._fill_markets(0)
        self.resize(1180, 720)
        if not campaign.markets:
            self._id.setFocus()

    @property
    def campaign(self) -> Campaign:
        """The campaign as edited."""
        return self._model.campaign

    def _id_field(self) -> QLineEdit:
        field = _field("market-id", tr("Country or short name"))
        field.setAccessibleName(tr("A new market"))
        names = sorted({heard(one.name) for one in KNOWN_MARKETS})
        completer = QCompleter(names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        # Inline: a list that drops down would take the click on “Add” to close itself.
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        field.setCompleter(completer)
        field.returnPressed.connect(self._add)
        return field

    def _build(self) -> None:
        right = Section(tr("Delivered there"))
        right.column.addWidget(self._grid, 1)
        self._below = QStackedWidget()
        self._below.addWidget(self._files)
        self._below.addWidget(self._captions)
        right.column.addWidget(self._below)
        columns = QHBoxLayout()
        columns.setSpacing(t.SPACE[4])
        columns.addLayout(self._left())
        columns.addWidget(right, 1)
        self.body.addLayout(columns, 1)
        self.add_cancel()
        # Enter in a field settles the field; it does not close the dialog.
        done = self.add_button(tr("Done"), self._finish, primary=True)
        done.setDefault(False)
        done.setObjectName("asks-done")

    def _left(self) -> QVBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(t.SPACE[1])
        row.addWidget(self._id, 1)
        row.addWidget(_button(tr("Add"), self._add, "market-add"))
        markets = Section(tr("Markets"))
        markets.column.addWidget(self._list, 1)
        markets.column.addLayout(row)
        markets.column.addWidget(self._usual, 0, Qt.AlignmentFlag.AlignLeft)
        self._chosen = Section(tr("This market"))
        self._chosen.column.setSpacing(t.SPACE[2])
        self._chosen.column.addWidget(Field(tr("Name"), self._name))
        hint = tr("The first is set large, the second small beside it.")
        self._chosen.column.addWidget(Field(tr("Languages"), self._spoken, hint))
        self._chosen.column.addWidget(Field(tr("Legal line"), self._legal))
        self._chosen.column.addWidget(self._removal, 0, Qt.AlignmentFlag.AlignLeft)
        left = QVBoxLayout()
        left.setSpacing(t.SPACE[4])
        left.addWidget(markets, 1)
        left.addWidget(self._chosen)
        for section in (markets, self._chosen):
            section.setFixedWidth(_LEFT)
        return left

    # -- kinds of file --------------------------------------------------------------------

    def _show_files(self, *_: object) -> None:
        index = self._grid.currentIndex()
        form, market = self._model.place(index)
        name = next((market_name(one) for one in self.campaign.markets if one.id == market), "")
        video = self._model.video(index)
        self._below.setCurrentWidget(self._captions if video else self._files)
        if video:
            self._captions.show_captions(video, captions_of(self.campaign, video, market), name)
        files = files_of(self.campaign, form.name, market) if form is not None else ()
        self._files.show_files(form, files, name)

    def _take_files(self, files: tuple[File, ...]) -> None:
        self._model.take_files(self._grid.currentIndex(), files)

    def _take_captions(self, captions: str) -> None:
        self._model.take_captions(self._grid.currentIndex(), captions)

    # -- markets --------------------------------------------------------------------------

    @property
    def _market(self) -> Market | None:
        row = self._list.currentRow()
        markets = self.campaign.markets
        return markets[row] if 0 <= row < len(markets) else None

    def _fill_markets(self, row: int) -> None:
        self._list.blockSignals(True)
        self._list.clear()
        for market in self.campaign.markets:
            self._list.addItem(_line(market))
        self._list.blockSignals(False)
        self._list.setCurrentRow(min(row, self._list.count() - 1))
        self._show_market()

    def _show_market(self) -> None:
        market = self._market
        self._chosen.setEnabled(market is not None)
        self._name.setText(market_name(market) if market and market.name else "")
        self._legal.setText(market.legal if market else "")
        self._spoken.show_tags(market.languages if market else ())

    def _reorder(self) -> None:
        by_line = {_line(one): one for one in self.campaign.markets}
        rows = [self._list.item(row).text() for row in range(self._list.count())]
        if sorted(rows) == sorted(by_line):
            markets = tuple(by_line[row] for row in rows)
            self._model.take(replace(self.campaign, markets=markets))

    def _add(self) -> None:
        typed = self._id.text().strip()
        if not typed:
            self.set_fault(tr("Type a market first: a short name such as cn, or a country."))
            return
        # A name that was typed in the window's language stands for its market too.
        named = {heard(one.name).casefold(): one.id for one in KNOWN_MARKETS}
        market = known_market(named.get(typed.casefold(), typed)).market
        if not is_plain_name(market.id):
            self.set_fault(
                tr("“{name}” cannot be a folder's name. Use letters and figures.", name=typed)
            )
            return
        try:
            campaign = add_market(self.campaign, market)
        except StudioError as error:
            self.set_fault(heard(in_full(error)))
            return
        self._model.take(_with_usual(campaign, market) if self._usual.isChecked() else campaign)
        self._id.clear()
        self.set_fault("")
        self._fill_markets(len(self.campaign.markets) - 1)
        # So that the next one can be typed at once.
        self._id.setFocus()

    def _remove(self) -> None:
        market = self._market
        if market is not None:
            self._model.take(remove_market(self.campaign, market.id))
            self.set_fault("")
            self._fill_markets(self._list.currentRow())

    def _take_market(self) -> None:
        market = self._market
        spoken = self._spoken.tags
        if market is None or not spoken:
            return
        typed = self._name.text().strip()
        # The campaign keeps its own name for a country that is only shown in other words.
        name = market.name if typed == market_name(market) else typed
        changed = replace(market, name=name, languages=spoken, legal=self._legal.text())
        if changed != market:
            self._model.take(change_market(self.campaign, changed))
        item = self._list.currentItem()
        if item is not None:
            item.setText(_line(changed))

    def _finish(self) -> None:
        self.set_fault("")
        if self._id.text().strip():
            self._add()
        else:
            self._take_market()
        if not self.fault:
            self.accept()


def _with_usual(campaign: Campaign, market: Market) -> Campaign:
    spoken = {track.language for film in campaign.films for track in film.tracks}
    for ask in usual_deliverables((market,), spoken):
        campaign = ask_for(campaign, market.id, replace(ask, markets=()))
    return campaign


def _markets_list() -> QListWidget:
    made = QListWidget()
    made.setObjectName("market-list")
    made.setAccessibleName(tr("Markets"))
    made.setProperty("role", "plain")
    made.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
    return made


def _line(market: Market) -> str:
    return f"{market_name(market)}   {languages_line(market.languages)}"


def _field(name: str, example: str) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    field.setPlaceholderText(example)
    return field


def _button(text: str, run: Callable[[], None], name: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setAutoDefault(False)
    button.clicked.connect(run)
    return button
