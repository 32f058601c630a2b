"""What stands around series and canvas: column, bar of choices, strip, and the empty page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.poster.fields import column, section
from ui.poster.tiles import Rows, Strip
from ui.widgets import tokens as t
from ui.widgets.icons import lead, pixmap, tinted
from ui.widgets.language import tr
from ui.widgets.scrolled import Scrolled

_COLUMN = 220
Named = Sequence[tuple[str, str]]
"""(id, name) of each film."""


class _NewButton(QPushButton):
    """Makes a poster; where there are several films it asks of which."""

    new = Signal(str)

    def __init__(self, text: str, name: str, *, primary: bool = False) -> None:
        super().__init__(tinted("plus", t.ON_ACCENT, leads=True) if primary else lead("plus"), text)
        self.setObjectName(name)
        self.setToolTip(f"{tr('New poster')}  Ctrl+Shift+N")
        if primary:
            self.setProperty("role", "primary")
            self.setAutoDefault(True)
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
        head.setContentsMargins(t.SPACE[2], t.SPACE[2], t.SPACE[2], t.SPACE[1])
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


class _Scroll(Scrolled):
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

    looked = Signal()
    """Other tiles are in sight."""

    def __init__(self, strip: Strip) -> None:
        super().__init__()
        self._scroll = _SidewaysScroll(strip)
        self._scroll.setFixedHeight(strip.height() + 12)
        self._scroll.horizontalScrollBar().valueChanged.connect(lambda _: self.looked.emit())
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


class EmptyPage(QWidget):
    """Says what will be here, and has the button that begins it."""

    new = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        sign = QLabel()
        sign.setPixmap(pixmap("poster", t.FAINT, 40, 3))
        sign.setFixedSize(40, 40)
        self._words = QLabel()
        self._words.setProperty("role", "quiet")
        self._begin = _NewButton(tr("Make the first poster"), "poster-first", primary=True)
        self._begin.new.connect(self.new)
        whole = QVBoxLayout(self)
        inner = column(gap=t.SPACE[3])
        inner.addWidget(sign, 0, Qt.AlignmentFlag.AlignHCenter)
        inner.addWidget(self._words, 0, Qt.AlignmentFlag.AlignHCenter)
        inner.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignHCenter)
        # Where the other pages have theirs.
        whole.addStretch(2)
        whole.addLayout(inner)
        whole.addStretch(3)

    def show_films(self, films: Named) -> None:
        """Without a film there is nothing to make a poster of."""
        self._begin.show_films(films)
        self._begin.setVisible(bool(films))
        self._words.setText(
            tr("Posters stand here: a still from the film with one quiet line over it.")
            if films
            else tr("Posters are made from films. Add one on the Film page first.")
        )
