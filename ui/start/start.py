"""The start page: begin, open, go on with a recent campaign, or look at the sample."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.documents.documents import Documents
from ui.documents.recents import Recent, Recents
from ui.notices import Notices
from ui.start.cards import SIZE, Card
from ui.start.sampling import SampleBox
from ui.widgets import tokens as t
from ui.widgets.icons import lead, tinted
from ui.widgets.language import tr
from ui.widgets.opening import open_path
from ui.widgets.scrolled import Scrolled

_COLUMNS = 4
_GAP = t.SPACE[3]
_WIDTH = _COLUMNS * SIZE.width() + (_COLUMNS - 1) * _GAP


class StartPage(Scrolled):
    """Shown while no campaign is open."""

    def __init__(
        self, documents: Documents, recents: Recents, sample: SampleBox, notices: Notices
    ) -> None:
        super().__init__()
        self._documents = documents
        self._recents = recents
        self._sample = sample
        self._notices = notices
        self._cards: list[Card] = []
        sample.drawn.connect(documents.open)
        sample.failed.connect(notices.failed)
        recents.changed.connect(self._recents_changed)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("role", "ground")
        box = QWidget()
        box.setProperty("role", "ground")
        box.setFixedWidth(_WIDTH)
        box.setLayout(self._column())
        column = QVBoxLayout(inside)
        column.setContentsMargins(t.SPACE[4], t.SPACE[5], t.SPACE[4], t.SPACE[4])
        column.addStretch(2)
        column.addWidget(box, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.setWidget(inside)

    def _column(self) -> QVBoxLayout:
        title = QLabel("Lobbycard")
        title.setStyleSheet("font-size: 32px; font-weight: 600;")
        line = QLabel(tr("Film cuts in, a campaign out."))
        line.setProperty("role", "quiet")
        line.setStyleSheet(f"font-size: {t.LARGE}px;")
        self._recent_title = QLabel(tr("Recent"))
        self._recent_title.setProperty("role", "section")
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(t.SPACE[1])
        column.addWidget(title)
        column.addWidget(line)
        column.addSpacing(t.SPACE[3])
        column.addLayout(self._buttons())
        column.addSpacing(t.SPACE[4])
        column.addWidget(self._recent_title)
        column.addLayout(self._grid)
        column.addSpacing(t.SPACE[3])
        column.addWidget(_DropHint())
        return column

    def _buttons(self) -> QHBoxLayout:
        new = QPushButton(tinted("new", t.ON_ACCENT, leads=True), tr("New campaign…"))
        self._new = new
        new.setProperty("role", "primary")
        new.setObjectName("start-new")
        new.setProperty("command", "new")
        new.clicked.connect(self._documents.new)
        open_ = QPushButton(lead("open"), tr("Open…"))
        open_.setObjectName("start-open")
        open_.setProperty("command", "open")
        open_.clicked.connect(self._documents.ask_open)
        row = QHBoxLayout()
        row.setSpacing(t.SPACE[2])
        top = Qt.AlignmentFlag.AlignTop
        for button in (new, open_, self._sample.button):
            button.setMinimumSize(0, 36)
            # So that Enter presses it as well as the space bar.
            button.setAutoDefault(True)
        for widget in (new, open_, self._sample):
            row.addWidget(widget, 0, top)
        row.addStretch(1)
        return row

    @property
    def cards(self) -> tuple[Card, ...]:
        """The recent campaigns as they are shown."""
        return tuple(self._cards)

    def refresh(self) -> None:
        """List the recent campaigns anew, and be ready for Enter."""
        self._list()
        first = next((card for card in self._cards if card.is_there), None)
        (first or self._new).setFocus()

    def _recents_changed(self) -> None:
        if self.isVisible():
            self._list()

    def _list(self) -> None:
        shown = [(card.recent, card.is_there) for card in self._cards]
        recents = self._recents.listed()
        self._recent_title.setVisible(bool(recents))
        if shown == [(one, one.is_there) for one in recents]:
            for card in self._cards:
                card.look_again()
            return
        for card in self._cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [self._card(place, one) for place, one in enumerate(recents)]
        before: QWidget = self._sample
        for card in self._cards:
            self.setTabOrder(before, card)
            before = card

    def _card(self, place: int, recent: Recent) -> Card:
        card = Card(recent)
        card.clicked.connect(partial(self._open, card))
        card.removed.connect(self._remove)
        card.revealed.connect(self._reveal)
        self._grid.addWidget(card, place // _COLUMNS, place % _COLUMNS)
        return card

    def _reveal(self, path: str) -> None:
        open_path(Path(path).parent, self._notices.say)

    def _open(self, card: Card) -> None:
        self._documents.open(Path(card.recent.path))
        self._list()

    def _remove(self, path: str) -> None:
        place = next((n for n, card in enumerate(self._cards) if card.recent.path == path), 0)
        self._recents.forget(path)
        self._list()
        left = self._cards[min(place, len(self._cards) - 1)] if self._cards else self._new
        left.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go from card to card."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -_COLUMNS,
            Qt.Key.Key_Down: _COLUMNS,
        }
        step = steps.get(Qt.Key(event.key()))
        here = next((n for n, card in enumerate(self._cards) if card.hasFocus()), None)
        if step is None or not self._cards:
            super().keyPressEvent(event)
        elif here is None:
            self._cards[0].setFocus()
        elif 0 <= here + step < len(self._cards):
            self._cards[here + step].setFocus()
            self.ensureWidgetVisible(self._cards[here + step])
        elif step == -_COLUMNS:
            self._new.setFocus()


class _DropHint(QWidget):
    """A quiet field that says what can be dropped; anywhere else does as well."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(72)
        self._text = tr("Drop films, a folder of films or a campaign anywhere in this window")

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dashed field."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(t.LINE), 1, Qt.PenStyle.DashLine))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, t.CARD_CORNER, t.CARD_CORNER)
        painter.setPen(QColor(t.QUIET))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._text)
        painter.end()
