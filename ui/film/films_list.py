"""The films of the campaign: choose one, see what it is, add more."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studio.media.film import Film
from ui.film.words import colour_words, facts, warnings_of
from ui.player.keys import Claims
from ui.widgets import tokens as t
from ui.widgets.icons import icon, lead, pixmap
from ui.widgets.language import tr
from ui.widgets.theme import tabular

_ID = Qt.ItemDataRole.UserRole


class FilmsList(QWidget):
    """`chosen` tells the id of the film that was picked."""

    chosen = Signal(str)
    asked = Signal()
    """How the film is read is wanted."""

    def __init__(self, add: Callable[[], None]) -> None:
        super().__init__()
        self.setFixedWidth(232)
        self._list = self._films()
        self._facts = QLabel()
        self._facts.setProperty("role", "quiet")
        self._facts.setFont(tabular(self.font()))
        self._facts.setWordWrap(True)
        self._colour = QLabel()
        self._sign = QLabel()
        self._sign.setPixmap(pixmap("warning", t.WARN, 16, 2))
        self._change = QToolButton()
        self._change.setObjectName("film-read-as-button")
        self._change.setProperty("role", "flat")
        self._change.setIcon(icon("more"))
        self._change.setToolTip(tr("How the film is read"))
        self._change.setAccessibleName(tr("How the film is read"))
        self._change.clicked.connect(lambda: self.asked.emit())
        self._warnings = QLabel()
        self._warnings.setProperty("role", "faint")
        self._warnings.setWordWrap(True)
        self._arrange(add)

    def _films(self) -> QListWidget:
        films = QListWidget()
        films.setObjectName("film-list")
        films.setProperty("role", "plain")
        films.setAccessibleName(tr("Films"))
        self._arrows = Claims((Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End))
        films.installEventFilter(self._arrows)
        films.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        films.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        films.setTextElideMode(Qt.TextElideMode.ElideRight)
        films.currentItemChanged.connect(self._picked)
        return films

    def _arrange(self, add: Callable[[], None]) -> None:
        title = QLabel(tr("Films"))
        title.setProperty("role", "section")
        add_button = QPushButton(lead("plus"), tr("Add films…"))
        add_button.setObjectName("film-add")
        add_button.clicked.connect(add)
        column = QVBoxLayout(self)
        column.setContentsMargins(t.SPACE[2], t.SPACE[2], t.SPACE[2], t.SPACE[2])
        column.setSpacing(t.SPACE[1])
        column.addWidget(title)
        column.addWidget(self._list, 1)
        column.addWidget(self._facts)
        column.addLayout(self._colour_row())
        column.addWidget(self._warnings)
        column.addSpacing(t.SPACE[0])
        column.addWidget(add_button)

    def _colour_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(t.SPACE[1])
        row.addWidget(self._sign)
        row.addWidget(self._colour, 1)
        row.addWidget(self._change)
        return row

    def show_films(self, films: list[tuple[str, str]], current: str) -> None:
        """(id, title) of each, and the one that is shown."""
        self._list.blockSignals(True)
        self._list.clear()
        for film_id, title in films:
            item = QListWidgetItem(title)
            item.setData(_ID, film_id)
            item.setToolTip(title)
            self._list.addItem(item)
            if film_id == current:
                self._list.setCurrentItem(item)
        self._list.blockSignals(False)

    def mark(self, film_id: str, *, bad: bool) -> None:
        """A sign on a film that cannot be read."""
        for row in range(self._list.count()):
            item = self._list.item(row)
            if item.data(_ID) == film_id:
                item.setIcon(icon("error") if bad else QIcon())
                said = tr("This film cannot be read") if bad else item.text()
                item.setToolTip(said)
                item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, said if bad else "")

    def choose(self, step: int) -> None:
        """The next film, or the one before."""
        count = self._list.count()
        if count:
            self._list.setCurrentRow((self._list.currentRow() + step) % count)

    def show_facts(self, film: Film | None) -> None:
        """What the chosen film is."""
        for label in (self._facts, self._colour, self._sign, self._warnings, self._change):
            label.setVisible(film is not None)
        if film is None:
            return
        self._facts.setText("\n".join(facts(film)))
        warnings = warnings_of(film)
        self._colour.setText(colour_words(film.video.colour))
        self._colour.setProperty("role", "warn" if film.video.colour.assumed else "quiet")
        self._colour.style().unpolish(self._colour)
        self._colour.style().polish(self._colour)
        self._sign.setVisible(bool(warnings))
        self._warnings.setText("\n".join(warnings))
        self._warnings.setVisible(bool(warnings))

    def _picked(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(_ID)))
