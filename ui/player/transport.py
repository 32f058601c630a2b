"""The row of buttons below the picture, with the timecode that can be typed into."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from studio.core.errors import BadValue
from studio.core.time import parse_time, timecode
from studio.core.words import counted
from studio.media.film import Film
from ui.player.keys import SpacePresses
from ui.widgets import tokens as t
from ui.widgets.icons import icon
from ui.widgets.theme import tabular

_BUTTON = 32
_ROOMY = 640
_BUTTONS = (
    ("start", "first", "Go to the start", "Home"),
    ("back", "step-back", "One frame back", "Left"),
    ("toggle", "play", "Play", "Space"),
    ("on", "step-forward", "One frame on", "Right"),
    ("end", "last", "Go to the last frame", "End"),
)
_TOGGLES = (
    ("mark-in", "mark-in", "Mark in here", "I"),
    ("mark-out", "mark-out", "Mark out here", "O"),
    ("loop", "loop", "Play again and again", ""),
    ("mute", "mute", "Without sound", ""),
    ("captions", "captions", "Captions", "C"),
    ("safe", "safe", "Safe areas", ""),
)
_CHECKABLE = ("loop", "mute", "captions", "safe")
_EXTRA = ("mark-in", "mark-out", "loop")


class Transport(QWidget):
    """Shows what the player does; `pressed` tells by name which button was used."""

    pressed = Signal(str)
    sought = Signal(object)
    """Seconds that were typed."""

    def __init__(self) -> None:
        super().__init__()
        self._film: Film | None = None
        self._frame = 0
        self._space = SpacePresses(self)
        self.buttons: dict[str, QToolButton] = {}
        self._field = QLineEdit()
        self._field.setObjectName("player-time")
        self._field.setAccessibleName("Time")
        self._field.setToolTip("Type a time: 00:00:41:05, 41.2 or 989f")
        self._field.setFont(tabular(self.font()))
        wide = QFontMetrics(self._field.font()).horizontalAdvance("00:00:00:000")
        self._field.setFixedWidth(wide + 2 * t.SPACE[2])
        self._field.returnPressed.connect(self._typed)
        self._field.editingFinished.connect(self._restore)
        self._total = QLabel()
        self._total.setProperty("role", "quiet")
        self._total.setFont(tabular(self.font()))
        self._speed = QLabel()
        self._speed.setFont(tabular(self.font()))
        self._word = QLabel()
        self._word.setProperty("role", "faint")
        self._arrange()
        self.set_film(None)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(t.SPACE[1], t.SPACE[0], t.SPACE[1], t.SPACE[1])
        row.setSpacing(t.SPACE[0])
        for one in _BUTTONS:
            row.addWidget(self._button(*one))
        row.addSpacing(t.SPACE[0])
        row.addWidget(self._field)
        row.addWidget(self._total)
        row.addSpacing(t.SPACE[0])
        row.addWidget(self._speed)
        row.addWidget(self._word)
        row.addStretch(1)
        for one in _TOGGLES:
            row.addWidget(self._button(*one))
        self.buttons["captions"].setChecked(True)
        self.buttons["captions"].hide()

    def _button(self, name: str, sign: str, words: str, key: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"player-{name}")
        button.setIcon(icon(sign))
        button.setProperty("role", "flat")
        button.setFixedSize(_BUTTON, _BUTTON)
        button.setToolTip(f"{words}  {key}".strip())
        button.setAccessibleName(words)
        button.setCheckable(name in _CHECKABLE)
        button.clicked.connect(lambda: self.pressed.emit(name))
        button.installEventFilter(self._space)
        self.buttons[name] = button
        return button

    def set_film(self, film: Film | None) -> None:
        """What the times are counted in; None while there is nothing to play."""
        self._film, self._frame = film, 0
        self._field.setText("")
        self._total.setText("")
        if film is not None:
            self._total.setText(f"/ {timecode(film.video.frames, film.video.rate)}")
            self.buttons["mute"].setVisible(bool(film.audio))
            self.show_frame(0)
        for button in (self._field, *self.buttons.values()):
            button.setEnabled(film is not None)
        self.show_speed(0)
        self.show_lost(0)

    def show_frame(self, index: int) -> None:
        """The timecode of where the film stands, unless one is being typed."""
        self._frame = index
        if self._film is not None and not (self._field.hasFocus() and self._field.isModified()):
            self._field.setText(timecode(index, self._film.video.rate))
            self._field.setModified(False)

    def show_speed(self, speed: int) -> None:
        """0 while it stands; negative backwards."""
        play = self.buttons["toggle"]
        words = "Pause" if speed else "Play"
        play.setIcon(icon("pause" if speed else "play"))
        play.setToolTip(f"{words}  Space")
        play.setAccessibleName(words)
        self._speed.setText("" if speed in (0, 1) else f"{speed}×".replace("-", "−"))

    def show_lost(self, count: int) -> None:
        """How many frames could not be shown in time since playing began."""
        self._word.setText(f"{counted(count, 'frame')} dropped" if count else "")

    def press(self, name: str) -> None:
        """Use a button as a hand would, also where it is not shown."""
        if self.buttons[name].isEnabled():
            self.buttons[name].click()

    def edit_time(self) -> None:
        """Let a time be typed."""
        self._field.setFocus()
        self._field.selectAll()

    @property
    def word(self) -> str:
        """The small word beside the time."""
        return self._word.text()

    def _typed(self) -> None:
        if self._film is None:
            return
        try:
            seconds = parse_time(self._field.text(), self._film.video.rate)
        except BadValue as error:
            self._mark_bad(f"{error} {error.hint}".strip())
            return
        self._mark_bad("")
        self._field.setModified(False)
        self._field.selectAll()
        last = self._film.duration - 1 / self._film.video.rate.value
        self.sought.emit(min(max(Fraction(0), seconds), max(Fraction(0), last)))

    def _mark_bad(self, words: str) -> None:
        self._field.setProperty("state", "bad" if words else "")
        self._field.style().unpolish(self._field)
        self._field.style().polish(self._field)
        self._word.setText(words)

    def _restore(self) -> None:
        """The field was left: it shows the film's time again."""
        if not self._field.hasFocus():
            self._mark_bad("")
            self._field.setModified(False)
            self.show_frame(self._frame)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What has keys and menus too steps back where there is little room."""
        for name in _EXTRA:
            self.buttons[name].setVisible(self.width() >= _ROOMY)
        self._total.setVisible(self.width() >= _ROOMY - 3 * _BUTTON)
