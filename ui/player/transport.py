"""The row of buttons below the picture, with the time that can be typed into."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtGui import QAction, QFontMetrics, QHelpEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QToolTip, QWidget

from studio.core.errors import BadValue
from studio.core.said import said
from studio.media.film import Film
from ui.player.keys import SpacePresses
from ui.player.loudness import Loudness
from ui.player.times import HINT, MODES, time_text, typed_time
from ui.widgets import tokens as t
from ui.widgets.icons import icon
from ui.widgets.language import heard, tr
from ui.widgets.theme import tabular
from ui.widgets.words import Elided

_BUTTON = 32
_LEAST = 448
_BUTTONS = (
    ("start", "first", said("Go to the start")),
    ("back", "step-back", said("One frame back")),
    ("toggle", "play", said("Play")),
    ("on", "step-forward", said("One frame on")),
    ("end", "last", said("Go to the last frame")),
)
_MARKING = (
    ("in", "mark-in", said("Mark in here")),
    ("out", "mark-out", said("Mark out here")),
    ("loop", "loop", said("Play again and again")),
)
_MUTE = ("mute", "sound", said("Without sound"))
_SHOWING = (
    ("captions", "captions", said("Captions")),
    ("safe", "safe", said("Safe areas")),
    ("more", "more", said("How the picture and its times are shown")),
    ("full", "full", said("Full screen")),
)
_CHECKABLE = ("loop", "mute", "captions", "safe")
_EXTRA = ("in", "out", "loop")


class Transport(QWidget):
    """Shows what the player does; `pressed` tells by name which button was used."""

    pressed = Signal(str)
    sought = Signal(object)
    """Seconds that were typed."""

    def __init__(self) -> None:
        super().__init__()
        self._film: Film | None = None
        self._frame = 0
        self._mode = MODES[0]
        self._prefix = ""
        self._space = SpacePresses(self)
        self.buttons: dict[str, QToolButton] = {}
        self._field = self._time_field()
        self._total = QLabel()
        self._total.setProperty("role", "quiet")
        self._total.setFont(tabular(self.font()))
        self._speed = QLabel()
        self._speed.setFont(tabular(self.font()))
        self._word = Elided(role="warn")
        self.loudness = Loudness(self._button(*_MUTE))
        self._arrange()
        self.set_film(None)

    def _time_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName("player-time")
        field.setAccessibleName(tr("Time"))
        field.setToolTip(tr("The time of the picture. {hint}", hint=heard(HINT)))
        field.setFont(tabular(self.font()))
        wide = QFontMetrics(field.font()).horizontalAdvance("00:00:00:000")
        field.setFixedWidth(wide + 2 * t.SPACE[2])
        field.returnPressed.connect(self._typed)
        field.editingFinished.connect(self._restore)
        return field

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
        for one in _MARKING:
            row.addWidget(self._button(*one))
        row.addWidget(self.loudness)
        for one in _SHOWING:
            row.addWidget(self._button(*one))
        self.buttons["captions"].setChecked(True)
        self.buttons["captions"].hide()

    def _button(self, name: str, sign: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"player-{name}")
        button.setIcon(icon(sign))
        button.setProperty("role", "flat")
        button.setFixedSize(_BUTTON, _BUTTON)
        button.setToolTip(heard(words))
        button.setAccessibleName(heard(words))
        button.setCheckable(name in _CHECKABLE)
        button.clicked.connect(lambda: self.pressed.emit(name))
        button.installEventFilter(self._space)
        button.installEventFilter(self)
        self.buttons[name] = button
        return button

    def set_prefix(self, prefix: str) -> None:
        """How the ids of the commands begin whose keys the tool tips tell."""
        self._prefix = prefix

    def set_film(self, film: Film | None) -> None:
        """What the times are counted in; None while there is nothing to play."""
        self._film, self._frame = film, 0
        self._field.setText("")
        self._total.setText("")
        if film is not None:
            self._show_total(film)
            self.loudness.setVisible(bool(film.audio))
            self.show_frame(0)
        for button in (self._field, self.loudness.slider, *self.buttons.values()):
            button.setEnabled(film is not None)
        self.show_speed(0)
        self.show_lost(0)
        self._fit()

    def set_mode(self, mode: str) -> None:
        """Show times in one of MODES."""
        self._mode = mode if mode in MODES else MODES[0]
        if self._film is not None:
            self._show_total(self._film)
            self._field.setModified(False)
            self.show_frame(self._frame)

    def _show_total(self, film: Film) -> None:
        self._total.setText(f"/ {time_text(film, film.video.frames, self._mode)}")

    def show_frame(self, index: int) -> None:
        """The time of where the film stands, unless one is being typed."""
        self._frame = index
        if self._film is not None and not (self._field.hasFocus() and self._field.isModified()):
            self._field.setText(time_text(self._film, index, self._mode))
            self._field.setModified(False)

    def show_speed(self, speed: int) -> None:
        """0 while it stands; negative backwards."""
        play = self.buttons["toggle"]
        words = tr("Pause") if speed else tr("Play")
        play.setIcon(icon("pause" if speed else "play"))
        play.setToolTip(words)
        play.setAccessibleName(words)
        text = "" if speed in (0, 1) else f"{speed}×".replace("-", "−")
        if text != self._speed.text():
            self._speed.setText(text)
            self._fit()

    def show_lost(self, count: int) -> None:
        """How many frames could not be shown in time since playing began."""
        self._word.show_text("" if not count else tr("{count} dropped", count=count))
        self._word.setToolTip(
            tr("Frames that this machine could not show in time since playing began")
        )

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
        return self._word.whole

    def _typed(self) -> None:
        film = self._film
        if film is None:
            return
        try:
            seconds = typed_time(self._field.text(), film, self._frame, self._mode)
        except BadValue as error:
            self._mark_bad(f"{heard(str(error))} {heard(error.hint)}".strip())
            return
        self._mark_bad("")
        self._field.setModified(False)
        self._field.selectAll()
        last = film.duration - 1 / film.video.rate.value
        self.sought.emit(min(max(Fraction(0), seconds), max(Fraction(0), last)))

    def _mark_bad(self, words: str) -> None:
        self._field.setProperty("state", "bad" if words else "")
        self._field.setAccessibleDescription(words)
        self._field.style().unpolish(self._field)
        self._field.style().polish(self._field)
        self._word.show_text(words.split(". ")[0])
        self._word.setToolTip(words)

    def _restore(self) -> None:
        """The field was left: it shows the film's time again."""
        if not self._field.hasFocus():
            self._mark_bad("")
            self._field.setModified(False)
            self.show_frame(self._frame)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A tool tip with the keys that its command has now."""
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            return False
        if not isinstance(watched, QToolButton):
            return False
        name = f"{self._prefix}-play-{watched.objectName().removeprefix('player-')}"
        action = self.window().findChild(QAction, name)
        keys = action.shortcut().toString() if action is not None else ""
        QToolTip.showText(event.globalPos(), f"{watched.toolTip()}  {keys}".strip(), watched)
        return True

    def minimumSizeHint(self) -> QSize:
        """Room for what is never hidden."""
        return QSize(_LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit into the room."""
        self._fit()

    def _fit(self) -> None:
        """What has keys and menus too steps back where there is little room."""
        steps: tuple[tuple[QWidget, ...], ...] = (
            tuple(self.buttons[name] for name in _EXTRA),
            (self.loudness.slider,),
            (self._total,),
            tuple(self.buttons[name] for name in ("start", "end")),
        )
        for step in steps:
            for one in step:
                one.setVisible(True)
        for step in steps:
            # Else the row keeps what it measured of the two before.
            self.loudness.updateGeometry()
            if super().minimumSizeHint().width() <= self.width():
                break
            for one in step:
                one.setVisible(False)
