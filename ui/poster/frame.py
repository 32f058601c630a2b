"""What stands around series and canvas: column, bar of choices, strip, and the empty page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studio.campaign.document import Campaign
from studio.poster.format import Format
from ui.campaign.market_names import market_name
from ui.poster.fields import column, section
from ui.poster.tiles import Rows, Strip
from ui.poster.view import View, asked_formats, markets, other_formats
from ui.poster.words import format_words, zoom_words
from ui.widgets import tokens as t
from ui.widgets.icons import icon, tinted
from ui.widgets.language import heard, tr
from ui.widgets.theme import tabular
from ui.widgets.words import Elided

_COLUMN = 220
Named = Sequence[tuple[str, str]]
"""(id, name) of each film."""


class _NewButton(QPushButton):
    """Makes a poster; where there are several films it asks of which."""

    new = Signal(str)

    def __init__(self, text: str, name: str, *, primary: bool = False) -> None:
        super().__init__(tinted("plus", t.ON_ACCENT) if primary else icon("plus"), text)
        self.setObjectName(name)
        self.setToolTip(f"{tr('New poster')}  Ctrl+Shift+N")
        if primary:
            self.setProperty("role", "primary")
        self._films: list[tuple[str, str]] = []
        self.clicked.connect(self._asked)

    def show_films(self, films: Named) -> None:
        """The films that there are."""
        self._films = list(films)
        self.setEnabled(bool(films))

    def _asked(self) -> None:
        if len(self._films) < 2:
            self.new.emit("")
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for film_id, title in self._films:
            menu.addAction(title).triggered.connect(partial(self._of, film_id))
        menu.popup(self.mapToGlobal(self.rect().topLeft()))

    def _of(self, film_id: str) -> None:
        self.new.emit(film_id)


class SeriesColumn(QWidget):
    """The series, and the button that adds to it."""

    new = Signal(str)

    def __init__(self, rows: Rows) -> None:
        super().__init__()
        self.setFixedWidth(_COLUMN)
        self._button = _NewButton(tr("New poster"), "poster-new")
        self._button.new.connect(self.new)
        head = QHBoxLayout()
        head.setContentsMargins(t.SPACE[2], t.SPACE[3], t.SPACE[2], t.SPACE[1])
        head.addWidget(section(tr("Series")))
        foot = QHBoxLayout()
        foot.setContentsMargins(t.SPACE[2], t.SPACE[1], t.SPACE[2], t.SPACE[2])
        foot.addWidget(self._button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(_Scroll(rows, across=False), 1)
        whole.addLayout(foot)

    def show_films(self, films: Named) -> None:
        """The films that a poster can be made of."""
        self._button.show_films(films)


class _Scroll(QScrollArea):
    """Scrolls tiles one way and keeps the current one in sight."""

    def __init__(self, tiles: Rows | Strip, *, across: bool) -> None:
        super().__init__()
        self.setWidget(tiles)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if across:
            self.setVerticalScrollBarPolicy(off)
        else:
            self.setHorizontalScrollBarPolicy(off)
        tiles.current_moved.connect(self._show)

    def _show(self, box: QRect) -> None:
        centre = box.center()
        self.ensureVisible(centre.x(), centre.y(), box.width() // 2, box.height() // 2)


class StripArea(QWidget):
    """The strip of all formats; the wheel moves it sideways."""

    def __init__(self, strip: Strip) -> None:
        super().__init__()
        self._scroll = _SidewaysScroll(strip)
        self._scroll.setFixedHeight(strip.height() + 12)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)


class _SidewaysScroll(_Scroll):
    def __init__(self, strip: Strip) -> None:
        super().__init__(strip, across=True)

    def wheelEvent(self, event: object) -> None:
        """Any wheel goes sideways: there is no other way here."""
        delta = event.angleDelta()  # type: ignore[attr-defined]
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (delta.y() or delta.x()))
        event.accept()  # type: ignore[attr-defined]


class LookBar(QWidget):
    """Chooses format and market, tells size and zoom, and toggles the safe area."""

    format_chosen = Signal(str)
    market_chosen = Signal(str)
    safe_toggled = Signal(bool)
    fit_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(44)
        self._formats = _combo(tr("Format"), "poster-formats")
        self._formats.activated.connect(
            lambda _: self.format_chosen.emit(self._formats.currentData())
        )
        self._markets = _combo(tr("Market"), "poster-markets")
        self._markets.activated.connect(
            lambda _: self.market_chosen.emit(self._markets.currentData())
        )
        self._size = Elided("", "faint")
        self._mark = QLabel(tr("unverified"))
        self._mark.setProperty("role", "warn")
        self._zoom = QPushButton()
        self._zoom.setObjectName("poster-zoom")
        self._zoom.setProperty("role", "flat")
        self._zoom.setFont(tabular(self._zoom.font()))
        self._zoom.setToolTip(f"{tr('Fit the poster')}  Ctrl+0")
        self._zoom.setAccessibleName(tr("Fit the poster"))
        self._zoom.setFixedWidth(72)
        self._zoom.clicked.connect(lambda: self.fit_wanted.emit())
        self._safe = QToolButton()
        self._safe.setIcon(icon("safe"))
        self._safe.setIconSize(QSize(20, 20))
        self._safe.setObjectName("poster-safe-area")
        self._safe.setProperty("role", "flat")
        self._safe.setCheckable(True)
        self._safe.setToolTip(f"{tr('Safe area')}  Ctrl+;")
        self._safe.setAccessibleName(tr("Safe area"))
        self._safe.toggled.connect(self.safe_toggled)
        self._arrange()

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
        row.addWidget(self._safe)

    def show_view(self, campaign: Campaign, view: View, formats: Mapping[str, Format]) -> None:
        """Show what is looked at and what could be."""
        there = [(one.id, market_name(one)) for one in markets(campaign)]
        _fill(self._markets, there, view.market)
        asked = asked_formats(campaign, view, formats)
        others = other_formats(campaign, view, formats)
        rows = [(one, heard(one)) for one in asked]
        if others:
            rows += [("", ""), *((one, heard(one)) for one in others)]
        _fill(self._formats, rows, view.format)
        form = formats[view.format]
        self._size.show_text(format_words(form), format_words(form).partition(" · ")[0])
        self._mark.setVisible(bool(form.provenance.mark))
        self._mark.setToolTip(heard(form.provenance.source))

    def show_zoom(self, zoom: float | None) -> None:
        """How many pixels of the screen one of the file takes; None where nothing is shown."""
        self._zoom.setEnabled(zoom is not None)
        self._zoom.setText("" if zoom is None else zoom_words(zoom))

    def toggle_safe(self) -> None:
        """As the button does."""
        self._safe.toggle()

    def next_market(self) -> None:
        """The next one, after the last the first."""
        place = (self._markets.currentIndex() + 1) % max(1, self._markets.count())
        self.market_chosen.emit(self._markets.itemData(place))


def _combo(name: str, object_name: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setObjectName(object_name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    made.setMaxVisibleItems(20)
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


class EmptyPage(QWidget):
    """Says what will be here, and has the button that begins it."""

    new = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = QLabel()
        self._words.setProperty("role", "quiet")
        self._begin = _NewButton(tr("Make the first poster"), "poster-first", primary=True)
        self._begin.new.connect(self.new)
        whole = QVBoxLayout(self)
        inner = column(gap=t.SPACE[3])
        inner.addWidget(self._words, 0, Qt.AlignmentFlag.AlignHCenter)
        inner.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(1)
        whole.addLayout(inner)
        whole.addStretch(1)

    def show_films(self, films: Named) -> None:
        """Without a film there is nothing to make a poster of."""
        self._begin.show_films(films)
        self._begin.setVisible(bool(films))
        self._words.setText(
            tr("Posters stand here: a still from the film with one quiet line over it.")
            if films
            else tr("Posters are made from films. Add one on the Film page first.")
        )
