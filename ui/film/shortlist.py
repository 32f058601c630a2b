"""The shortlist beside the player: stills with their reasons, stars, and what to do with one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studio.core.time import timecode
from studio.media.film import Film
from ui.film.entries import Entry, all_reasons, state_words
from ui.film.measures import MeasureRows
from ui.film.thumbs import Thumbs
from ui.player.keys import Claims, SpacePresses
from ui.widgets import tokens as t
from ui.widgets.busy import Busy
from ui.widgets.icons import icon, tinted
from ui.widgets.language import tr
from ui.widgets.scrolled import Scrolled
from ui.widgets.theme import tabular

_PICTURE = 104
_ROWS = 4
_KEYS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Space,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_X,
    Qt.Key.Key_Delete,
)


class _Thumb(QWidget):
    """A small picture with rounded corners."""

    def __init__(self, height: int) -> None:
        super().__init__()
        self.setFixedSize(_PICTURE, height)
        self.image: QImage | None = None
        self.faded = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, or its place."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(t.FIELD))
        if self.faded:
            painter.setOpacity(0.35)
        if self.image is not None and not self.image.isNull():
            painter.drawImage(QRectF(self.rect()), self.image, QRectF(self.image.rect()))
        painter.end()


class _Card(QWidget):
    """One frame of the list."""

    def __init__(self, owner: Shortlist, film: Film, entry: Entry) -> None:
        super().__init__()
        self._owner = owner
        self.entry = entry
        self.chosen = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        rate = film.video.rate
        self._time = timecode(film.index_of(entry.pts), rate)
        self.setAccessibleName(self._spoken())
        self.setAccessibleDescription(all_reasons(entry))
        self.installEventFilter(owner.keys)
        size = film.video.display
        height = min(round(_PICTURE * size.height / size.width), 2 * _PICTURE)
        self.thumb = _Thumb(height)
        self.thumb.faded = entry.rejected
        row = QHBoxLayout(self)
        row.setContentsMargins(t.SPACE[1], t.SPACE[1], t.SPACE[1], t.SPACE[1])
        row.setSpacing(t.SPACE[2])
        row.addWidget(self.thumb, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._words(), 1)

    def _spoken(self) -> str:
        if self.entry.rejected:
            return tr("Still at {time}, rejected", time=self._time)
        if self.entry.starred:
            return tr("Still at {time}, with a star", time=self._time)
        return tr("Still at {time}", time=self._time)

    def _words(self) -> QVBoxLayout:
        time = QLabel(self._time)
        time.setFont(tabular(self.font()))
        score = QLabel(f"{self.entry.still.score:.2f}" if self.entry.still else "")
        score.setProperty("role", "quiet")
        score.setFont(tabular(self.font()))
        score.setToolTip(tr("How good a still, 0 to 1"))
        head = QHBoxLayout()
        head.setSpacing(t.SPACE[1])
        middle = Qt.AlignmentFlag.AlignVCenter
        head.addWidget(time, 0, middle)
        head.addStretch(1)
        head.addWidget(score, 0, middle)
        head.addWidget(self._star(), 0, middle)
        column = QVBoxLayout()
        column.setSpacing(t.SPACE[0])
        column.addLayout(head)
        column.addWidget(self._reasons())
        column.addStretch(1)
        return column

    def _reasons(self) -> QWidget:
        still = self.entry.still
        if still is None or self.entry.rejected:
            words = QLabel(state_words(self.entry))
            words.setProperty("role", "faint")
            return words
        rows = MeasureRows(still.reasons[:_ROWS])
        rows.setToolTip(all_reasons(self.entry))
        return rows

    def _star(self) -> QToolButton:
        star = QToolButton()
        star.setIcon(tinted("star-full", t.WARN) if self.entry.starred else icon("star"))
        star.setIconSize(QSize(16, 16))
        star.setProperty("role", "flat")
        star.setFixedSize(24, 24)
        words = tr("Take the star away") if self.entry.starred else tr("Give it a star")
        star.setToolTip(words)
        star.setAccessibleName(words)
        star.setAccessibleDescription(self._time)
        star.clicked.connect(lambda: self._owner.starred.emit(self.entry.pts))
        return star

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click shows the frame."""
        self._owner.choose(self.entry.pts)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click makes a poster of it."""
        self._owner.poster.emit(self.entry.pts)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk, Space gives a star, Enter makes a poster, X rejects."""
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._owner.walk(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._owner.poster.emit(self.entry.pts)
        elif key == Qt.Key.Key_Space:
            self._owner.starred.emit(self.entry.pts)
        elif key in (Qt.Key.Key_X, Qt.Key.Key_Delete):
            self._owner.rejected.emit(self.entry.pts)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """The card that has the focus shows it, and the frame it is of when keys brought it."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A raised card; an accent line around the chosen one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        focused = self.hasFocus()
        edge = t.ACCENT if self.chosen or focused else t.RAISED
        painter.setPen(QPen(QColor(edge), 2 if focused else 1))
        painter.setBrush(QColor(t.SELECTED if self.chosen else t.RAISED))
        painter.drawRoundedRect(box, t.CORNER, t.CORNER)
        painter.end()


class Shortlist(QWidget):
    """Tells what is wanted of which frame, by its PTS."""

    shown = Signal(object)
    """A frame was chosen: go there."""
    starred = Signal(object)
    rejected = Signal(object)
    poster = Signal(object)
    current_poster = Signal()
    save = Signal()

    def __init__(self, thumbs: Thumbs) -> None:
        super().__init__()
        self.setFixedWidth(320)
        self._thumbs = thumbs
        self._film: Film | None = None
        self._cards: list[_Card] = []
        self._chosen: int | None = None
        self._remembered: int | None = None
        self._space = SpacePresses(self)
        self.keys = Claims(_KEYS, self)
        self._build()
        thumbs.arrived.connect(self._show_pictures)

    def _build(self) -> None:
        title = QLabel(tr("Shortlist"))
        title.setProperty("role", "section")
        self._busy = Busy(16)
        self._empty = QLabel()
        self._empty.setProperty("role", "quiet")
        self._empty.setWordWrap(True)
        self._inner = QVBoxLayout()
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.setSpacing(t.SPACE[1])
        inside = QWidget()
        inside.setLayout(self._inner)
        self._scroll = Scrolled()
        self._scroll.setWidget(inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._keep_off)
        column = QVBoxLayout(self)
        column.setContentsMargins(t.SPACE[2], t.SPACE[2], t.SPACE[2], t.SPACE[2])
        column.setSpacing(t.SPACE[1])
        column.addWidget(title)
        column.addLayout(self._empty_row())
        column.addWidget(self._scroll, 1)
        column.addLayout(self._buttons())

    def _keep_off(self, low: int, high: int) -> None:
        """The cards keep off the scroll bar, where there is one."""
        self._inner.setContentsMargins(0, 0, t.SPACE[0] if high > low else 0, 0)

    def _empty_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(t.SPACE[1])
        row.addWidget(self._busy, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._empty, 1)
        return row

    def _buttons(self) -> QVBoxLayout:
        self._make = QPushButton(tinted("poster", t.ON_ACCENT, leads=True), tr("Make poster"))
        self._make.setObjectName("film-make-poster")
        self._make.setProperty("role", "primary")
        self._make.setToolTip(tr("A poster of the chosen still"))
        self._make.clicked.connect(self.make_poster)
        self._current = QPushButton(tr("Use current frame"))
        self._current.setObjectName("film-current-poster")
        self._current.setToolTip(tr("A poster of the frame in the player"))
        self._current.clicked.connect(lambda: self.current_poster.emit())
        self._save = QPushButton(tr("Save frame…"))
        self._save.setObjectName("film-save-frame")
        self._save.setToolTip(tr("The frame in the player as a picture file"))
        self._save.clicked.connect(lambda: self.save.emit())
        low = QHBoxLayout()
        low.setSpacing(t.SPACE[1])
        low.addWidget(self._current)
        low.addWidget(self._save)
        both = QVBoxLayout()
        both.setSpacing(t.SPACE[1])
        both.addWidget(self._make)
        both.addLayout(low)
        return both

    # -- what is shown --------------------------------------------------------------------

    @property
    def chosen(self) -> int | None:
        """The PTS of the chosen frame."""
        return self._chosen

    @property
    def pts(self) -> tuple[int, ...]:
        """The frames in the list."""
        return tuple(card.entry.pts for card in self._cards)

    def show_entries(
        self, film: Film | None, listed: Sequence[Entry], words: str = "", *, busy: bool = False
    ) -> None:
        """The list, and what to say where it is empty; `busy` while it is being made."""
        place = self._scroll.verticalScrollBar().value() if film == self._film else 0
        focused = next((c.entry.pts for c in self._cards if c.hasFocus()), None)
        self._film = film
        while (item := self._inner.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._cards = [_Card(self, film, entry) for entry in listed] if film is not None else []
        for card in self._cards:
            self._space.watch(card)
            self._inner.addWidget(card)
            if card.entry.pts == focused:
                # Shown at once: what is not seen yet takes no keys, and the next widget would.
                card.show()
                card.setFocus()
        self._inner.addStretch(1)
        if self._chosen not in self.pts:
            self._chosen = None
        self._empty.setText("" if listed else words)
        self._empty.setVisible(not listed)
        self._busy.setVisible(busy and not listed)
        self._scroll.verticalScrollBar().setValue(place)
        self._show_pictures()
        self._take_remembered()
        self._mark()

    def film_is_there(self) -> None:
        """The player has a frame to use."""
        self.set_film_there(there=True)

    def remember(self, pts: int | None) -> None:
        """That frame was chosen before; it is again once it is in the list."""
        self._remembered = pts
        self._take_remembered()

    def _take_remembered(self) -> None:
        if self._remembered in self.pts:
            self._chosen, self._remembered = self._remembered, None
            self._mark()

    def set_film_there(self, *, there: bool) -> None:
        """Whether the player has a frame to use."""
        self._current.setEnabled(there)
        self._save.setEnabled(there)

    def _show_pictures(self) -> None:
        if self._film is None:
            return
        for card in self._cards:
            image = self._thumbs.picture(self._film, card.entry.pts)
            if image is not card.thumb.image:
                card.thumb.image = image
                card.thumb.update()

    def _mark(self) -> None:
        self._make.setEnabled(self._chosen is not None)
        for card in self._cards:
            if card.chosen != (card.entry.pts == self._chosen):
                card.chosen = not card.chosen
                card.update()

    # -- hands ----------------------------------------------------------------------------

    def choose(self, pts: int) -> None:
        """Choose a frame of the list and show it."""
        self._chosen = pts
        self._mark()
        self.shown.emit(pts)

    def walk(self, step: int) -> None:
        """Choose the next frame of the list, or the one before."""
        if not self._cards:
            return
        places = {card.entry.pts: place for place, card in enumerate(self._cards)}
        at = places.get(self._chosen, -1 if step > 0 else 0) if self._chosen is not None else -1
        card = self._cards[(at + step) % len(self._cards) if at >= 0 else 0]
        self.choose(card.entry.pts)
        card.setFocus()
        self._scroll.ensureWidgetVisible(card, 0, t.SPACE[1])

    def reject(self) -> None:
        """Reject the chosen frame, or take it back."""
        if self._chosen is not None:
            self.rejected.emit(self._chosen)

    def make_poster(self) -> None:
        """A poster of the chosen frame."""
        if self._chosen is not None:
            self.poster.emit(self._chosen)

    def sizeHint(self) -> QSize:
        """Wide enough for a picture and its reasons."""
        return QSize(320, 400)
