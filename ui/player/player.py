"""The player of all pages: exact frames, J-K-L, sound, captions and safe areas over the picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.burn.cues import Captions
from studio.captions.style import CaptionStyle
from studio.core.errors import StudioError, explain
from studio.media.film import Film
from studio.subs.cue import Track
from ui.actions import Action
from ui.player.deck import Deck
from ui.player.picture import Look, Picture
from ui.player.screen import Screen
from ui.player.seekbar import SeekBar
from ui.player.transport import Transport
from ui.widgets import tokens as t

_LONG_STEP = 10
_DRESS_MS = 60


class _Drawer:
    """Holds the deck, so that its threads end even when the widget is gone first."""

    def __init__(self) -> None:
        self.deck: Deck | None = None

    def empty(self, *_: object) -> None:
        """Close the deck."""
        deck, self.deck = self.deck, None
        if deck is not None:
            deck.close()


class Player(QWidget):
    """Shows one film. What it does not know it says in the picture's place."""

    moved = Signal(object)
    """The seconds (Fraction) of the frame that is shown now."""
    playing_changed = Signal(int)
    """The new speed: 0 while it stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._drawer = _Drawer()
        self._film: Film | None = None
        self._captions: tuple[tuple[Track, ...], CaptionStyle | None] = ((), None)
        self._position = Fraction(0)
        self._frame = 0
        self._pts: int | None = None
        self._picture = Screen()
        self._bar = SeekBar()
        self._transport = Transport()
        self._build()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_DRESS_MS)
        self._later.timeout.connect(self._dress)
        self.destroyed.connect(self._drawer.empty)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._picture, 1)
        line = QHBoxLayout()
        line.setContentsMargins(t.SPACE[1], 0, t.SPACE[1], 0)
        line.addWidget(self._bar)
        column.addLayout(line)
        column.addWidget(self._transport)
        self._picture.resized.connect(self._dress_later)
        self._picture.clicked.connect(self._picture_clicked)
        self._bar.sought.connect(self.seek)
        self._transport.sought.connect(self.seek)
        self._transport.pressed.connect(self._pressed)

    # -- what pages use -------------------------------------------------------------------

    @property
    def film(self) -> Film | None:
        """The film that is shown."""
        return self._film

    @property
    def position(self) -> Fraction:
        """Seconds from the first frame to the one that is shown."""
        return self._position

    @property
    def frame_index(self) -> int:
        """The number of the frame that is shown."""
        return self._frame

    @property
    def pts(self) -> int | None:
        """The PTS of the frame that is shown; None before the first."""
        return self._pts

    @property
    def speed(self) -> int:
        """0 while it stands, 1 at normal speed, negative backwards."""
        return self._deck.speed if self._deck is not None else 0

    @property
    def marks(self) -> tuple[Fraction | None, Fraction | None]:
        """In and out, in seconds; of this player alone."""
        return self._deck.marks if self._deck is not None else (None, None)

    @property
    def words(self) -> str:
        """The line that stands in the picture's place; empty while there is a picture."""
        return self._picture.words

    @property
    def _deck(self) -> Deck | None:
        return self._drawer.deck

    def set_film(self, film: Film | None, words: str = "") -> None:
        """Show a film from its first frame, or none and `words` in its place."""
        if film is not None and film == self._film and self._deck is not None:
            return
        was_playing = self.speed != 0
        self._drawer.empty()
        self._film = film
        self._position, self._frame, self._pts = Fraction(0), 0, None
        self._picture.set_film(film.video.display if film is not None else None, words)
        self._transport.set_film(film)
        self._bar.set_length(film.duration if film is not None else Fraction(0))
        self._bar.set_marks(None, None)
        if film is not None:
            self._drawer.deck = self._new_deck(film)
        if was_playing:
            self.playing_changed.emit(0)

    def set_captions(self, tracks: tuple[Track, ...], style: CaptionStyle | None) -> None:
        """Draw these tracks over the picture, the first one as the main one; None: no captions."""
        self._captions = (tracks, style)
        self._transport.buttons["captions"].setVisible(bool(tracks) and style is not None)
        self._dress()

    def seek(self, seconds: Fraction) -> None:
        """Go to the frame that is on screen at `seconds`; playing goes on from there."""
        if self._deck is not None:
            self._deck.seek(seconds)

    def step(self, frames: int) -> None:
        """Go so many frames on or back, and stand there."""
        if self._deck is not None:
            self._deck.step(frames)

    def play(self) -> None:
        """Play at normal speed."""
        if self._deck is not None:
            self._deck.play(1)

    def pause(self) -> None:
        """Stand at the frame that is shown."""
        if self._deck is not None:
            self._deck.pause()

    def toggle(self) -> None:
        """Play or pause."""
        if self.speed:
            self.pause()
        else:
            self.play()

    def shuttle(self, direction: int) -> None:
        """J (-1) and L (1): play that way, faster at each press."""
        if self._deck is not None:
            self._deck.shuttle(direction)

    def go_to_end(self) -> None:
        """Show the last frame."""
        if self._film is not None:
            self.pause()
            self.seek(self._film.duration)

    def go_to_start(self) -> None:
        """Show the first frame."""
        self.pause()
        self.seek(Fraction(0))

    def mark(self, *, out: bool) -> None:
        """Mark in, or out, at the frame that is shown; the same place again takes it away.

        A mark that leaves nothing between the two takes the other one away.
        """
        deck = self._deck
        if deck is None:
            return
        start, stop = deck.marks
        here = self._position
        if out:
            stop = None if stop == here else here
            start = None if stop is not None and start is not None and start >= stop else start
        else:
            start = None if start == here else here
            stop = None if stop is not None and start is not None and start >= stop else stop
        deck.marks = (start, stop)
        self._bar.set_marks(start, stop)

    def clear_marks(self) -> None:
        """Take in and out away."""
        if self._deck is not None:
            self._deck.marks = (None, None)
            self._bar.set_marks(None, None)

    def commands(self, prefix: str) -> Sequence[Action]:
        """Its commands for a page's menu "Play"; ids begin with `prefix`-."""
        listed = (
            ("toggle", "Play or pause", self.toggle, ("Space",), "play"),
            ("forward", "Play on, faster", partial(self.shuttle, 1), ("L",), ""),
            ("backward", "Play back, faster", partial(self.shuttle, -1), ("J",), ""),
            ("stop", "Stop", self.pause, ("K",), ""),
            ("on", "One frame on", partial(self.step, 1), ("Right",), "step-forward"),
            ("back", "One frame back", partial(self.step, -1), ("Left",), "step-back"),
            ("on-10", "Ten frames on", partial(self.step, _LONG_STEP), ("Shift+Right",), ""),
            ("back-10", "Ten frames back", partial(self.step, -_LONG_STEP), ("Shift+Left",), ""),
            ("start", "Go to the start", self.go_to_start, ("Home",), "first"),
            ("end", "Go to the last frame", self.go_to_end, ("End",), "last"),
            ("time", "Go to a time…", self._transport.edit_time, ("Ctrl+G",), ""),
            ("in", "Mark in", partial(self.mark, out=False), ("I",), "mark-in"),
            ("out", "Mark out", partial(self.mark, out=True), ("O",), "mark-out"),
            ("no-marks", "Clear in and out", self.clear_marks, ("Alt+X",), ""),
            ("loop", "Play again and again", self._press("loop"), ("Ctrl+L",), "loop"),
            ("captions", "Captions", self._press("captions"), ("C",), "captions"),
            ("safe", "Safe areas", self._press("safe"), ("Shift+S",), "safe"),
            ("mute", "Without sound", self._press("mute"), ("Shift+M",), "mute"),
        )
        return tuple(
            Action(f"{prefix}-play-{name}", text, run, "Play", keys, sign, "", self._has_film)
            for name, text, run, keys, sign in listed
        )

    # -- inside ---------------------------------------------------------------------------

    def _has_film(self) -> bool:
        return self._film is not None

    def _press(self, name: str) -> partial[None]:
        return partial(self._transport.press, name)

    def _new_deck(self, film: Film) -> Deck:
        deck = Deck(film, self._look(film))
        deck.loops = self._transport.buttons["loop"].isChecked()
        deck.mute(self._transport.buttons["mute"].isChecked())
        deck.shown.connect(self._show)
        deck.speed_changed.connect(self._speed_changed)
        deck.lost_changed.connect(self._transport.show_lost)
        deck.failed.connect(self._fail)
        return deck

    def _look(self, film: Film) -> Look:
        tracks, style = self._captions
        rate = film.video.rate if film.video.constant_rate else None
        wanted = tracks and style is not None and self._picture.captions
        captions = Captions(tracks, style, rate) if wanted and style is not None else None
        return Look(self._picture.picture_size(), captions)

    def _dress_later(self) -> None:
        self._later.start()

    def _dress(self) -> None:
        if self._deck is not None and self._film is not None:
            self._deck.dress(self._look(self._film))

    def _show(self, picture: Picture) -> None:
        self._picture.show_picture(picture)
        self._frame, self._pts = picture.index, picture.pts
        self._transport.show_frame(picture.index)
        self._bar.set_position(picture.seconds)
        self._position = picture.seconds
        self.moved.emit(picture.seconds)

    def _speed_changed(self, speed: int) -> None:
        self._transport.show_speed(speed)
        self.playing_changed.emit(speed)

    def _fail(self, error: BaseException) -> None:
        notice = explain(error) if isinstance(error, StudioError | OSError) else None
        text = f"{notice.text}\n{notice.hint}".strip() if notice else str(error)
        self._picture.say(text)

    def _picture_clicked(self) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.toggle()

    def _pressed(self, name: str) -> None:
        checked = self._transport.buttons[name].isChecked()
        if name == "loop" and self._deck is not None:
            self._deck.loops = checked
        elif name == "mute" and self._deck is not None:
            self._deck.mute(checked)
        elif name == "captions":
            self._picture.captions = checked
            self._dress()
            self._picture.update()
        elif name == "safe":
            self._picture.safe = checked
            self._picture.update()
        else:
            self._run(name)

    def _run(self, name: str) -> None:
        runs: dict[str, Callable[[], None]] = {
            "start": self.go_to_start,
            "back": partial(self.step, -1),
            "toggle": self.toggle,
            "on": partial(self.step, 1),
            "end": self.go_to_end,
            "mark-in": partial(self.mark, out=False),
            "mark-out": partial(self.mark, out=True),
        }
        runs[name]()

    def closeEvent(self, event: QCloseEvent) -> None:
        """A player that is a window of its own lets its threads go with it."""
        self.set_film(None)
        super().closeEvent(event)
