"""The dialog that asks which film or poster shall be duplicated."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from studio.campaign.document import Campaign
from ui.campaign.titles import film_name, poster_name
from ui.widgets.dialogs import Dialog
from ui.widgets.icons import icon
from ui.widgets.language import tr

_KEY = Qt.ItemDataRole.UserRole


class DuplicateDialog(Dialog):
    """`chosen` is (film id, poster id or "") once it was accepted."""

    def __init__(self, campaign: Campaign, parent: QWidget | None = None) -> None:
        super().__init__(tr("Duplicate"), parent, tr("Choose a film or a poster."))
        self.tree = QTreeWidget()
        self.tree.setObjectName("duplicate-list")
        self.tree.setAccessibleName(tr("Films and posters"))
        self.tree.setHeaderHidden(True)
        for film in campaign.films:
            top = _item(film_name(film), "film", (film.id, ""))
            self.tree.addTopLevelItem(top)
            for poster in film.posters:
                top.addChild(_item(poster_name(poster.id), "poster", (film.id, poster.id)))
        self.tree.expandAll()
        first = self.tree.topLevelItem(0)
        if first is not None:
            self.tree.setCurrentItem(first)
        self.tree.itemDoubleClicked.connect(self.accept)
        self.body.addWidget(self.tree, 1)
        self.add_cancel()
        self.add_button(tr("Duplicate"), self.accept, primary=True).setObjectName("duplicate-go")
        self.resize(420, 420)

    @property
    def chosen(self) -> tuple[str, str]:
        """The film, and the poster if it is one."""
        item = self.tree.currentItem()
        key = item.data(0, _KEY) if item is not None else ("", "")
        return str(key[0]), str(key[1])


def _item(text: str, sign: str, key: tuple[str, str]) -> QTreeWidgetItem:
    item = QTreeWidgetItem([text])
    item.setIcon(0, icon(sign))
    item.setData(0, _KEY, key)
    return item
