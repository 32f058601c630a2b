"""The player of all pages: exact frames, J-K-L, sound, captions and safe areas over the picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QImage
from PySide6.QtWidgets import QWidget

from studio.burn.captions.cues import Captions
from studio.captions.style import CaptionStyle
from studio.core.errors import StudioError, explain
from studio.media.film import Film
from studio.subs.cue import Track
from ui.actions import Action
from ui.player.commands import player_commands
from ui.player.deck import Deck
from ui.player.held import HeldStop
from ui.player.marks import Marks, with_mark
from ui.player.panel import Panel, later
from ui.player.picture import Look, Picture
from ui.player.plates import Plates
from ui.settings import Settings
from ui.widgets.language import heard

_DRESS_MS = 60
_STAND_IN_MS = 12
"""So long the exact frame may take before a small picture stands for it."""

StandIn = Callable[[Fraction], QImage | None]


class _Drawer:
    """Holds the deck and who looks for plates, so that their threads end even when the widget is
    gone first."""

    def __init__(self) -> None:
        self.deck: Deck | None = None
        self.plates: Plates | None = None

    def close(self, *_: object) -> None:
        """Close all."""
        self.empty()
        if self.plates is not None:
            self.plates.close()

    def empty(self, *_: object) -> None:
        """Close the deck."""
        deck, self.deck = self.deck, None
        if deck is not None:
            deck.close()


class Player(Panel):
    """Shows one film. What it does not know it says in the picture's place."""

    moved = Signal(object)
    """The seconds (Fraction) of the frame that is shown now."""
    sent = Signal()
    """It is on its way to another frame: asked to seek or step."""
    playing_changed = Signal(int)
    """The new speed: 0 while it stands."""
    marked = Signal(object)
    """Another in or out: both, in seconds or None."""

    def __init__(self, parent: QWidget | None = None, settings: Settings | None = None) -> None:
        self._drawer = _Drawer()
        super().__init__(parent, settings)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._film: Film | None = None
        self._captions: tuple[tuple[Track, ...], CaptionStyle | None] = ((), None)
        self._position = Fraction(0)
        self._frame = 0
        self._pts: int | None = None
        self._stand_in: StandIn | None = None
        self._keeps_near = False
        self._small: QImage | None = None
        self._waits = False
        self._commands: tuple[Action, ...] = ()
        self._held = HeldStop(self.step, self)
        self._later = later(self, _DRESS_MS, self._dress)
        self._impatient = later(self, _STAND_IN_MS, self._show_stand_in)
        self._plates = self._drawer.plates = Plates(self)
        self._plates.found.connect(self._dress_later)
        self._plates.failed.connect(self._fail)
        self._connect()
        self.destroyed.connect(self._drawer.close)

    def _connect(self) -> None:
        self._picture.resized.connect(self._dress_later)
        self._picture.clicked.connect(self._picture_clicked)
        self._picture.double_clicked.connect(self._picture_double_clicked)
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
    def marks(self) -> Marks:
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
        self._bar.set_film(film)
        self.marked.emit((None, None))
        if film is not None:
            self._drawer.deck = self._new_deck(film)
        if was_playing:
            self.playing_changed.emit(0)

    def set_captions(self, tracks: tuple[Track, ...], style: CaptionStyle | None) -> None:
        """Draw these tracks over the picture, the first one as the main one; None: no captions."""
        self._captions = (tracks, style)
        self._transport.buttons["captions"].setVisible(bool(tracks) and style is not None)
        self._dress()

    def set_stand_in(self, stand_in: StandIn | None) -> None:
        """Who has small pictures: one is shown while the exact frame of a seek is under way."""
        self._stand_in = stand_in

    def keep_near(self) -> None:
        """From the next film on: have the frames around a standing one ready for steps."""
        self._keeps_near = True

    def hideEvent(self, event: QHideEvent) -> None:
        """Pages that nobody sees keep no frames ready."""
        super().hideEvent(event)
        if self._deck is not None and self._deck.near is not None:
            self._deck.near.forget()

    def seek(self, seconds: Fraction) -> None:
        """Go to the frame that is on screen at `seconds`; playing goes on from there."""
        if self._deck is not None:
            self._waits = True
            self.sent.emit()
            self._deck.seek(seconds)
            if not self.speed and self._stand_in is not None:
                # Asked at once, as it may have to be read; shown only where it is needed.
                self._small = self._stand_in(seconds)
                self._impatient.start()

    def step(self, frames: int) -> None:
        """Go so many frames on or back, and stand there."""
        if self._deck is not None:
            self.sent.emit()
            self._deck.step(frames)

    def jump(self, seconds: int) -> None:
        """Go so many seconds on or back from the frame that is shown."""
        film = self._film
        if film is not None:
            last = film.duration - 1 / film.video.rate.value
            self.seek(max(Fraction(0), min(self._position + seconds, last)))

    def play(self) -> None:
        """Play at normal speed."""
        if self._deck is not None:
            self._deck.play(1)

    def pause(self) -> None:
        """Stand at the frame that is shown."""
        if self._deck is not None:
            self._deck.pause()

    def stop(self) -> None:
        """K: stand; while it is held, J and L go by single frames, or slowly when held too."""
        self.pause()
        self._held.begin()

    def toggle(self) -> None:
        """Play or pause."""
        if self.speed:
            self.pause()
        else:
            self.play()

    def shuttle(self, direction: int) -> None:
        """J (-1) and L (1): play that way, faster at each press."""
        if self._deck is None or self._film is None:
            return
        if self._held.is_held:
            self._held.press(direction, float(1000 / self._film.video.rate.value))
        else:
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
        """Mark in, or out, at the frame that is shown; the same place again takes it away."""
        if self._deck is not None:
            self._set_marks(with_mark(self._deck.marks, self._position, out=out))

    def clear_marks(self) -> None:
        """Take in and out away."""
        self._set_marks((None, None))

    def go_to_mark(self, *, out: bool) -> None:
        """Go to in or out, where there is one."""
        place = self.marks[1 if out else 0]
        if place is not None:
            self.pause()
            self.seek(place)

    def play_marked(self) -> None:
        """Play from in, or the start, to out, or the end."""
        if self._deck is not None:
            self._deck.play_from(self.marks[0] or Fraction(0))

    def commands(self, prefix: str) -> Sequence[Action]:
        """Its commands for a page's menus "Play" and "View"; ids begin with `prefix`-."""
        self._transport.set_prefix(prefix)
        self._commands = player_commands(self, prefix)
        return self._commands

    def has_film(self) -> bool:
        """Whether there is something to play."""
        return self._film is not None

    def toggle_full(self) -> None:
        """The picture over the whole screen, and back."""
        if self.is_full:
            self._leave_full()
        elif self._film is not None:
            self._go_full(self._commands)

    # -- inside ---------------------------------------------------------------------------

    def _set_loudness(self, loudness: float) -> None:
        if self._deck is not None:
            self._deck.set_loudness(loudness)

    def _set_marks(self, marks: Marks) -> None:
        if self._deck is not None:
            self._deck.marks = marks
            self._bar.set_marks(*marks)
            self.marked.emit(marks)

    def _new_deck(self, film: Film) -> Deck:
        deck = Deck(film, self._look(film), steps=self._keeps_near)
        deck.loops = self._transport.buttons["loop"].isChecked()
        deck.set_loudness(self._transport.loudness.loudness)
        deck.shown.connect(self._show)
        deck.speed_changed.connect(self._speed_changed)
        deck.lost_changed.connect(self._transport.show_lost)
        deck.failed.connect(self._fail)
        return deck

    def _look(self, film: Film) -> Look:
        tracks, style = self._captions
        rate = film.video.rate if film.video.constant_rate else None
        wanted = tracks and style is not None and self._picture.captions
        captions = None
        if wanted and style is not None:
            captions = Captions(tracks, style, rate, self._plates.of(film, tracks, style))
        return Look(self._picture.picture_size(), captions)

    def _dress_later(self) -> None:
        self._later.start()

    def _dress(self) -> None:
        if self._deck is not None and self._film is not None:
            self._deck.dress(self._look(self._film))

    def _show_stand_in(self) -> None:
        if self._small is not None and not self.speed:
            self._picture.show_stand_in(self._small)

    def offer_stand_in(self, image: QImage) -> None:
        """A small picture that was not at hand when it was asked for: better late than not."""
        if self._waits and not self.speed:
            self._picture.show_stand_in(image)

    def _is_overtaken(self) -> bool:
        """Whether an exact frame comes after its time: a stand-in shows already where to."""
        waited, self._waits = self._waits, self._deck is not None and not self._deck.is_settled
        return waited and self._waits and self._picture.has_stand_in

    def _show(self, picture: Picture) -> None:
        if self._is_overtaken():
            return
        self._impatient.stop()
        self._picture.show_picture(picture)
        self._frame, self._pts = picture.index, picture.pts
        self._transport.show_frame(picture.index)
        self._bar.set_position(picture.seconds)
        if not self.speed:
            self._bar.tell_position(picture.index)
        self._position = picture.seconds
        self.moved.emit(picture.seconds)

    def _speed_changed(self, speed: int) -> None:
        self._transport.show_speed(speed)
        self.playing_changed.emit(speed)

    def _fail(self, error: BaseException) -> None:
        notice = explain(error) if isinstance(error, StudioError | OSError) else None
        text = f"{heard(notice.text)}\n{heard(notice.hint)}".strip() if notice else str(error)
        self._picture.say(text)

    def _picture_clicked(self) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.toggle()

    def _picture_double_clicked(self) -> None:
        # The first of the two clicks has begun or stopped playing: that was not meant.
        self.toggle()
        self.toggle_full()

    def _pressed(self, name: str) -> None:
        checked = self._transport.buttons[name].isChecked()
        runs: dict[str, Callable[[], None]] = {
            "start": self.go_to_start,
            "back": partial(self.step, -1),
            "toggle": self.toggle,
            "on": partial(self.step, 1),
            "end": self.go_to_end,
            "in": partial(self.mark, out=False),
            "out": partial(self.mark, out=True),
            "loop": partial(self._set_loops, loops=checked),
            "captions": partial(self._set_captions_shown, shown=checked),
            "safe": partial(self._set_safe, shown=checked),
            "more": self._show_options,
            "full": self.toggle_full,
        }
        runs.get(name, bool)()

    def _set_loops(self, *, loops: bool) -> None:
        if self._deck is not None:
            self._deck.loops = loops

    def _set_captions_shown(self, *, shown: bool) -> None:
        self._picture.captions = shown
        self._dress()
        self._picture.update()

    def closeEvent(self, event: QCloseEvent) -> None:
        """A player that is a window of its own lets its threads go with it."""
        self._leave_full()
        self.set_film(None)
        super().closeEvent(event)
