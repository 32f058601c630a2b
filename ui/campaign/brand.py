"""The dialog of the brand kit: inks, logos, faces, and legal lines by market and language."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from studio.campaign.beginning import name_of
from studio.campaign.brand import EVERYWHERE, BrandFile, Inks, Logos
from studio.campaign.document import Campaign
from studio.core.said import said
from studio.typeset.style import script_of
from ui.campaign.brand_fields import ColourField, LogoField
from ui.campaign.market_names import market_name
from ui.campaign.tongues import own_name
from ui.widgets import tokens as t
from ui.widgets.dialogs import Dialog
from ui.widgets.language import tr
from ui.widgets.parts import Field, Section, inset

_LEFT = 340
_KEY = Qt.ItemDataRole.UserRole


class BrandDialog(Dialog):
    """`written` is the kit and `logos` are the files chosen for it once it was accepted."""

    def __init__(
        self, kit: BrandFile, campaign: Campaign, place: Path, parent: QWidget | None = None
    ) -> None:
        text = tr("Posters take inks, faces, logo and legal line from it; what is empty stays.")
        super().__init__(tr("Brand kit"), parent, text)
        self._kit, self._campaign = kit, campaign
        self.light = ColourField(tr("Light ink"), kit.colours.light)
        self.dark = ColourField(tr("Dark ink"), kit.colours.dark)
        self.logo_light = LogoField(tr("Logo on dark"), _file(place, kit.logos.light), "#242424")
        self.logo_dark = LogoField(tr("Logo on light"), _file(place, kit.logos.dark), "#e4e4e4")
        self.share = inset(QSpinBox())
        self.share.setRange(40, 250)
        self.share.setSuffix(" %")
        self.share.setValue(round(kit.logos.size * 100))
        self.faces = {
            script: QLineEdit(", ".join(kit.faces.get(script, ()))) for script in self._scripts()
        }
        self.lines = self._table()
        columns = QHBoxLayout()
        columns.setSpacing(t.SPACE[4])
        columns.addWidget(self._left())
        legal = Section(tr("Legal lines"))
        legal.column.addWidget(self.lines, 1)
        columns.addWidget(legal, 1)
        self.body.addLayout(columns, 1)
        self.add_cancel()
        self.add_button(tr("Save"), self._finish, primary=True).setObjectName("brand-save")
        self.resize(940, 580)

    def _scripts(self) -> tuple[str, ...]:
        spoken = [tag for market in self._campaign.markets for tag in market.languages]
        found = dict.fromkeys(script_of(tag) for tag in spoken)
        return tuple(dict.fromkeys((*found, *self._kit.faces))) or ("latin",)

    def _left(self) -> QWidget:
        left = QWidget()
        left.setFixedWidth(_LEFT)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(t.SPACE[2])
        inks = QHBoxLayout()
        inks.setSpacing(t.SPACE[2])
        inks.addWidget(Field(tr("Light ink"), self.light))
        inks.addWidget(Field(tr("Dark ink"), self.dark))
        column.addLayout(inks)
        column.addWidget(Field(tr("Logo on dark"), self.logo_light))
        column.addWidget(Field(tr("Logo on light"), self.logo_dark))
        column.addWidget(Field(tr("Size of the logo"), self.share))
        for script, line in self.faces.items():
            line.setPlaceholderText(tr("as in the template"))
            column.addWidget(
                Field(tr("Faces for {script}", script=_SCRIPTS.get(script, script)), line)
            )
        column.addStretch(1)
        return left

    def _table(self) -> QTableWidget:
        table = QTableWidget(0, 3)
        table.setObjectName("brand-legal")
        table.setAccessibleName(tr("Legal lines by market and language"))
        table.setHorizontalHeaderLabels([tr("Market"), tr("Language"), tr("Line")])
        table.verticalHeader().hide()
        table.setShowGrid(False)
        # Tab leaves it; while a line is edited it goes on to the next.
        table.setTabKeyNavigation(False)
        for market, language in self._places():
            row = table.rowCount()
            table.insertRow(row)
            shown = tr("All others") if market == EVERYWHERE else self._name(market)
            for column, text in enumerate((shown, own_name(language))):
                item = QTableWidgetItem(text)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled)
                item.setData(_KEY, (market, language))
                table.setItem(row, column, item)
            line = self._kit.legal.get(market, {}).get(language, "")
            table.setItem(row, 2, QTableWidgetItem(line))
        table.setColumnWidth(0, 130)
        table.setColumnWidth(1, 90)
        head = table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        return table

    def _name(self, market: str) -> str:
        names = {one.id: market_name(one) for one in self._campaign.markets}
        return names.get(market) or market

    def _places(self) -> tuple[tuple[str, str], ...]:
        """A row for each market in its first language; all languages together for the others."""
        markets = self._campaign.markets
        first = dict.fromkeys(market.languages[0] for market in markets)
        rows = [(market.id, market.languages[0]) for market in markets]
        rows += [(EVERYWHERE, language) for language in first]
        rows += [(one, tag) for one, lines in self._kit.legal.items() for tag in lines]
        return tuple(dict.fromkeys(rows))

    @property
    def written(self) -> BrandFile:
        """The kit as it is typed; the logos' names are filled in by who saves it."""
        legal: dict[str, dict[str, str]] = {}
        for row in range(self.lines.rowCount()):
            key, line = self.lines.item(row, 0), self.lines.item(row, 2)
            text = line.text().strip() if line is not None else ""
            if key is not None and text:
                market, language = key.data(_KEY)
                legal.setdefault(str(market), {})[str(language)] = text
        faces = {script: _families(line.text()) for script, line in self.faces.items()}
        return replace(
            self._kit,
            name=self._kit.name or self._campaign.name or name_of(Path()),
            logos=Logos(size=self.share.value() / 100),
            colours=Inks(self.light.value, self.dark.value),
            faces={script: names for script, names in faces.items() if names},
            legal=legal,
        )

    def _finish(self) -> None:
        if self.light.is_wrong or self.dark.is_wrong:
            self.set_fault(tr("Write a colour as #rrggbb, or leave it empty."))
            return
        self.accept()


_SCRIPTS = {
    "hans": "简体中文", "hant": "繁體中文", "jpan": "日本語", "kore": "한국어",
    "latin": said("Latin"), "arab": "العربية", "hebr": "עברית",
}  # fmt: skip


def _families(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _file(place: Path, name: str) -> Path | None:
    return place / name if name else None
