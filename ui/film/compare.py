"""Two stills side by side at 1:1, moved and zoomed as one, or one over the other in turn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from studio.core.kept import Kept
from studio.core.progress import Progress
from studio.core.said import said
from studio.core.time import timecode
from studio.media.film import Film
from ui.film.compare_view import ComparePane
from ui.film.copying import full_picture
from ui.film.entries import Entry
from ui.film.measures import MeasureRows
from ui.jobs import Job, Jobs, while_there
from ui.player.view import View
from ui.widgets import tokens as t
from ui.widgets.icons import icon, tinted
from ui.widgets.language import tr
from ui.widgets.theme import tabular
from ui.widgets.words import hairline, words

_BYTES_KEPT = 132_000_000
"""Four frames of UHD."""
_STEP = 1.25
_FOOT = 132
_ROWS_WIDE = 280
_CTRL = Qt.KeyboardModifier.ControlModifier
_NONE = Qt.KeyboardModifier.NoModifier


def _full(film: Film, pts: int, progress: Progress) -> QImage:
    image = full_picture(film, pts)
    progress.report(1.0)
    return image


class _Side(QWidget):
    """A pane, and below it what is said of its still."""

    starred = Signal(object)
    poster = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.pane = ComparePane()
        self.pane.setAccessibleName(name)
        self.entry: Entry | None = None
        self._time = words("", wraps=False)
        self._time.setFont(tabular(self.font()))
        self._score = words("", "quiet", wraps=False)
        self._score.setFont(tabular(self.font()))
        self._star = QToolButton()
        self._star.setProperty("role", "flat")
        self._star.clicked.connect(lambda: self._tell(self.starred))
        self._rows = QVBoxLayout()
        self._arrange(name)

    def _arrange(self, name: str) -> None:
        make = QPushButton(tr("Make poster"))
        make.clicked.connect(lambda: self._tell(self.poster))
        row = QHBoxLayout()
        row.setSpacing(t.SPACE[2])
        for one in (words(name, "section", wraps=False), self._time, self._score):
            row.addWidget(one)
        row.addStretch(1)
        row.addWidget(self._star)
        row.addWidget(make)
        below = QWidget()
        below.setProperty("role", "panel")
        below.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inner = QVBoxLayout(below)
        inner.setContentsMargins(t.SPACE[3], t.SPACE[2], t.SPACE[3], t.SPACE[2])
        inner.setSpacing(t.SPACE[1])
        inner.addLayout(row)
        inner.addLayout(self._rows)
        inner.addSpacing(1)
        below.setFixedHeight(_FOOT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pane, 1)
        column.addWidget(below)

    def _tell(self, signal: SignalInstance) -> None:
        if self.entry is not None:
            signal.emit(self.entry.pts)

    def show_entry(self, film: Film, entry: Entry) -> None:
        """Which still, how good, and why."""
        self.entry = entry
        self._time.setText(timecode(film.index_of(entry.pts), film.video.rate))
        self._score.setText(f"{entry.still.score:.2f}" if entry.still is not None else "")
        self._star.setIcon(tinted("star-full", t.WARN) if entry.starred else icon("star"))
        told = tr("Take the star away") if entry.starred else tr("Give it a star")
        self._star.setToolTip(told)
        self._star.setAccessibleName(told)
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        if entry.still is not None:
            rows = MeasureRows(entry.still.reasons[:4])
            rows.setMaximumWidth(_ROWS_WIDE)
            self._rows.addWidget(rows)
        self._rows.addStretch(1)


class Compare(QWidget):
    """Keys: X swaps, Space shows one over the other, arrows choose the right one, Escape leaves."""

    left = Signal()
    starred = Signal(object)
    poster = Signal(object)

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self.setProperty("role", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Two stills side by side"))
        self._jobs = jobs
        self._film: Film | None = None
        self._entries: tuple[Entry, ...] = ()
        self._kept: Kept[tuple[str, int], QImage] = Kept(_BYTES_KEPT, QImage.sizeInBytes)
        self._reading: dict[int, Job] = {}
        self._view = View(1.0)
        self._over = -1
        self.sides = (_Side(tr("A")), _Side(tr("B")))
        self._build()
        for side in self.sides:
            side.pane.looked.connect(self.look)
            side.starred.connect(self.starred)
            side.poster.connect(self.poster)

    def _build(self) -> None:
        self._zoom = words("", "quiet", wraps=False)
        self._zoom.setFont(tabular(self.font()))
        self._flip = QPushButton(tr("One over the other"))
        self._flip.setCheckable(True)
        self._flip.setToolTip(tr("In turn at the same place: Space"))
        self._flip.clicked.connect(self._flip_clicked)
        head = QHBoxLayout()
        head.setContentsMargins(t.SPACE[3], t.SPACE[1], t.SPACE[3], t.SPACE[1])
        head.setSpacing(t.SPACE[1])
        head.addWidget(words(tr("Compare stills"), "section", wraps=False))
        head.addSpacing(t.SPACE[2])
        head.addWidget(self._zoom)
        head.addStretch(1)
        for text, tip, run in (
            (tr("Fit"), "Ctrl+0", self.fit),
            (tr("1:1"), "Ctrl+1", self.actual),
            (tr("Swap"), "X", self.swap),
        ):
            head.addWidget(_button(text, tip, run))
        head.addWidget(self._flip)
        head.addSpacing(t.SPACE[2])
        head.addWidget(_button(tr("Back to the film"), tr("Escape"), self.left.emit))
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(self.sides[0], 1)
        self._between = hairline(vertical=True)
        both.addWidget(self._between)
        both.addWidget(self.sides[1], 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(hairline())
        column.addLayout(both, 1)

    # -- what is shown --------------------------------------------------------------------

    @property
    def pair(self) -> tuple[int, ...]:
        """The PTS of the two."""
        return tuple(side.entry.pts for side in self.sides if side.entry is not None)

    @property
    def view(self) -> View:
        """How both are looked at."""
        return self._view

    def show_pair(self, film: Film, listed: Sequence[Entry], first: Entry, second: Entry) -> None:
        """Compare two; the arrows walk through `listed` on the right."""
        self._film, self._entries = film, tuple(listed)
        for side, entry in zip(self.sides, (first, second), strict=True):
            self._put(side, entry)
        self._set_over(-1)
        self.look(View(1.0))

    def refresh(self, listed: Sequence[Entry]) -> None:
        """The list with its stars as they are now."""
        self._entries = tuple(listed)
        there = {entry.pts: entry for entry in listed}
        for side in self.sides:
            if self._film is not None and side.entry is not None and side.entry.pts in there:
                side.show_entry(self._film, there[side.entry.pts])

    def forget(self) -> None:
        """Let the pictures go."""
        for job in self._reading.values():
            job.cancel()
        self._kept.clear()
        for side in self.sides:
            side.entry = None
            side.pane.show_image(None)

    def look(self, view: View) -> None:
        """Show both so."""
        self._view = view
        for side in self.sides:
            side.pane.set_view(view)
        self._show_zoom()

    def _show_zoom(self) -> None:
        self._zoom.setText(tr("{percent} %", percent=self._shown().pane.percent))

    def fit(self) -> None:
        """Show them whole."""
        self.look(View())

    def actual(self) -> None:
        """A pixel of the screen for each of theirs."""
        self.look(self._shown().pane.actual())

    def swap(self) -> None:
        """The right one to the left."""
        film, (one, other) = self._film, self.sides
        if film is not None and one.entry is not None and other.entry is not None:
            first, second = one.entry, other.entry
            self._put(one, second)
            self._put(other, first)

    def flip(self) -> None:
        """One over the other; again for the other one."""
        self._set_over(0 if self._over == 1 else 1)

    def walk(self, step: int) -> None:
        """Another still of the list on the right."""
        pair = self.pair
        others = [one for one in self._entries if not pair or one.pts != pair[0]]
        if len(pair) < 2 or not others:
            return
        places = [one.pts for one in others]
        at = places.index(pair[1]) if pair[1] in places else -step
        self._put(self.sides[1], others[(at + step) % len(others)])

    def _shown(self) -> _Side:
        return self.sides[max(0, self._over)]

    def _flip_clicked(self) -> None:
        self._set_over(1 if self._flip.isChecked() else -1)
        self.setFocus()

    def _set_over(self, over: int) -> None:
        self._over = over
        for number, side in enumerate(self.sides):
            side.setVisible(over in (-1, number))
        self._between.setVisible(over == -1)
        self._flip.setChecked(over != -1)
        self._show_zoom()

    def _put(self, side: _Side, entry: Entry) -> None:
        film = self._film
        assert film is not None
        side.show_entry(film, entry)
        there = self._kept.get((film.sha256, entry.pts))
        side.pane.show_image(there)
        if there is None and entry.pts not in self._reading:
            job = self._jobs.start(said("Reading the frame"), _full, film, entry.pts, quiet=True)
            self._reading[entry.pts] = job
            job.done.connect(while_there(self, partial(self._read, film, entry.pts)))
            job.failed.connect(while_there(self, partial(self._cannot, entry.pts)))
            job.ended.connect(while_there(self, partial(self._reading.pop, entry.pts, None)))

    def _read(self, film: Film, pts: int, image: QImage) -> None:
        self._kept.put((film.sha256, pts), image)
        for side in self.sides:
            if film is self._film and side.entry is not None and side.entry.pts == pts:
                side.pane.show_image(image)
                side.pane.set_view(self._view)
        self._show_zoom()

    def _cannot(self, pts: int, error: object) -> None:
        for side in self.sides:
            if side.entry is not None and side.entry.pts == pts:
                side.pane.show_image(None, str(error))

    # -- keys -----------------------------------------------------------------------------

    def _keys(self) -> dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], object]]:
        return {
            (Qt.Key.Key_X, _NONE): self.swap,
            (Qt.Key.Key_Space, _NONE): self.flip,
            (Qt.Key.Key_D, _NONE): partial(self._set_over, -1),
            (Qt.Key.Key_Right, _NONE): partial(self.walk, 1),
            (Qt.Key.Key_Down, _NONE): partial(self.walk, 1),
            (Qt.Key.Key_Left, _NONE): partial(self.walk, -1),
            (Qt.Key.Key_Up, _NONE): partial(self.walk, -1),
            (Qt.Key.Key_S, _NONE): partial(self._star, -1),
            (Qt.Key.Key_Escape, _NONE): self.left.emit,
            (Qt.Key.Key_0, _CTRL): self.fit,
            (Qt.Key.Key_1, _CTRL): self.actual,
            (Qt.Key.Key_Equal, _CTRL): partial(self._nearer, _STEP),
            (Qt.Key.Key_Minus, _CTRL): partial(self._nearer, 1 / _STEP),
        }

    def _star(self, number: int) -> None:
        entry = self.sides[number if self._over == -1 else self._over].entry
        if entry is not None:
            self.starred.emit(entry.pts)

    def _nearer(self, factor: float) -> None:
        self.look(self._shown().pane.zoomed(factor))

    def event(self, event: QEvent) -> bool:
        """Its keys are its own, before those of the page."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _key(event) in self._keys()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Swap, flip, walk, zoom, leave."""
        run = self._keys().get(_key(event))
        if run is None:
            super().keyPressEvent(event)
        else:
            run()


def _key(event: QKeyEvent) -> tuple[Qt.Key, Qt.KeyboardModifier]:
    return Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def _button(text: str, tip: str, run: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(lambda: run())
    return button
