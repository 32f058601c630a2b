"""Playing one film: decoding, sound and time held together, without a widget."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from studio.media.film import Film
from ui.player.clock import Clock
from ui.player.desk import Desk
from ui.player.near import Near
from ui.player.nearby import Nearby
from ui.player.picture import Look, Picture
from ui.player.reading import Reading
from ui.player.speaker import Outlets
from ui.player.voice import Voice

FASTEST = 8
_LONGEST_WAIT_MS = 15


class Deck(QObject):
    """Begins at the first frame. Close it: it owns threads."""

    shown = Signal(object)
    """A Picture to be shown now."""
    speed_changed = Signal(int)
    lost_changed = Signal(int)
    """Frames that could not be shown in time since playing began, at normal speed."""
    failed = Signal(object)

    def __init__(
        self, film: Film, look: Look, parent: QObject | None = None, *, steps: bool = False
    ) -> None:
        """`steps`: keep the frames around a standing one ready, so that steps show at once."""
        super().__init__(parent)
        self.film = film
        self.loops = False
        self.marks: tuple[Fraction | None, Fraction | None] = (None, None)
        """In and out, in seconds."""
        self._clock = Clock()
        self._desk = Desk(look)
        self._voice = Voice(film)
        held = Nearby()
        self._reading = Reading(film, self._desk, self._clock, held)
        self.near = Near(film, look, self._desk, held, self) if steps else None
        if self.near is not None:
            self.near.failed.connect(self._fail)
        self._picture: Picture | None = None
        self._speed = 0
        self._resume = 0
        self._lost = 0
        self._tick = QTimer(self)
        self._tick.setSingleShot(True)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        self._tick.timeout.connect(self._play_on)
        self._reading.arrived.connect(self._arrived)
        self._reading.failed.connect(self._fail)
        self._voice.failed.connect(self.failed)
        self._outlets = Outlets(self)
        self._outlets.changed.connect(self._other_outlets)
        self._reading.start()

    @property
    def speed(self) -> int:
        """How fast it plays: 0 while it stands, negative backwards."""
        return self._speed

    @property
    def picture(self) -> Picture | None:
        """What was shown last."""
        return self._picture

    @property
    def is_settled(self) -> bool:
        """Whether the still that was last asked for has come."""
        return self._desk.is_settled

    @property
    def sounds(self) -> bool:
        """Whether its sound can be heard here."""
        return self._voice.sounds

    def close(self) -> None:
        """End the threads and wait for them."""
        self._tick.stop()
        self._clock.stop()
        self._voice.close()
        if self.near is not None:
            self.near.close()
        self._reading.close()

    def dress(self, look: Look) -> None:
        """Make pictures in another size or with other captions from now on."""
        if self.near is not None:
            self.near.dress(look)
        self._desk.dress(look)

    def set_loudness(self, loudness: float) -> None:
        """0 (silent) to 1."""
        self._voice.set_loudness(loudness)

    def seek(self, seconds: Fraction) -> None:
        """Go to the frame at `seconds`; playing goes on from there."""
        self._resume = self._speed or self._resume
        self._rest()
        if self.near is not None:
            self.near.forget()
        self._desk.seek(max(Fraction(0), seconds))

    def step(self, frames: int) -> None:
        """Go so many frames on or back, and stand there."""
        self.pause()
        picture = self._picture
        near = self.near
        if near is not None and picture is not None and self._desk.is_settled:
            found = near.step(picture.pts, frames)
            if found is not None:
                self._show(found)
                return
        self._desk.step(frames)

    def play(self, speed: int = 1) -> None:
        """Play at a whole-number speed, backwards when negative; 0 stops."""
        picture = self._picture
        if speed == 0:
            self.pause()
        elif picture is None:
            self._resume = speed
        elif speed > 0 and picture.index >= self.film.video.frames - 1:
            self._resume = speed
            self.seek(self.marks[0] or Fraction(0))
        else:
            self._rest()
            self._resume = 0
            if self.near is not None:
                self.near.forget()
            if not self._speed:
                self._count_lost(0)
            self._set_speed(speed)
            self._outlets.watch()
            self._voice.prepare(picture.seconds, speed)
            self._desk.play(speed, picture.pts)

    def play_from(self, seconds: Fraction) -> None:
        """Play at normal speed from another place."""
        self.pause()
        self._resume = 1
        self.seek(seconds)

    def pause(self) -> None:
        """Stand at the frame that is shown."""
        if self._speed and self._picture is not None:
            # What was read ahead is forgotten: the thread goes back to what is on screen.
            self._desk.seek(self._picture.seconds)
        self._stop()

    def shuttle(self, direction: int) -> None:
        """J and L: play that way (1 or -1), twice as fast at each further press."""
        before = self._speed or self._resume
        faster = min(FASTEST, abs(before) * 2) if before * direction > 0 else 1
        self.play(direction * faster)

    # -- inside ---------------------------------------------------------------------------

    def _stop(self) -> None:
        self._resume = 0
        self._rest()
        self._set_speed(0)

    def _rest(self) -> None:
        self._tick.stop()
        self._clock.stop()
        self._voice.stop()

    def _set_speed(self, speed: int) -> None:
        if speed != self._speed:
            self._speed = speed
            self.speed_changed.emit(speed)

    def _count_lost(self, count: int) -> None:
        if count != self._lost:
            self._lost = count
            self.lost_changed.emit(count)

    def _arrived(self) -> None:
        found = self._desk.take()
        if found is not None and (not self._speed or self._resume):
            picture, newest = found
            self._show(picture)
            if newest and self._resume:
                self.play(self._resume)
            elif newest and self.near is not None:
                self.near.stands(picture)
        if self._speed and not self._resume and not self._clock.runs and self._desk.primed:
            self._begin()

    def _begin(self) -> None:
        assert self._picture is not None
        self._clock.start(float(self._picture.seconds), self._speed)
        self._voice.start()
        self._play_on()

    def _show(self, picture: Picture) -> None:
        self._picture = picture
        self.shown.emit(picture)

    def _play_on(self) -> None:
        heard = self._voice.heard()
        if heard is not None:
            self._clock.heard(heard)
        now = self._clock.seconds()
        picture, lost = self._desk.due(now)
        before = self._picture
        if lost:
            self._count_lost(self._lost + lost)
        if picture is not None:
            self._show(picture)
        if before is not None and picture is not None and self._passed_out(before, picture):
            self._turn_round(self.marks[1])
        elif self._desk.done:
            self._turn_round(None)
        elif self._clock.runs:
            self._tick.start(self._wait(now))

    def _wait(self, now: float) -> int:
        """Milliseconds until there is something to do."""
        at = self._desk.next_at()
        if at is None:
            return 4
        wait = (at - now) / self._speed * 1000
        return max(1, min(_LONGEST_WAIT_MS, int(wait)))

    def _passed_out(self, before: Picture, now: Picture) -> bool:
        out = self.marks[1]
        return out is not None and self._speed > 0 and before.seconds < out <= now.seconds

    def _turn_round(self, at: Fraction | None) -> None:
        """The end, or the out mark: again from the start where it loops, else stand there."""
        if self.loops and self._speed > 0:
            self.seek(self.marks[0] or Fraction(0))
            return
        self._stop()
        if at is not None:
            self._desk.seek(at)
        elif self._picture is not None:
            self._desk.seek(self._picture.seconds)

    def _other_outlets(self) -> None:
        """Loudspeakers came or went: what plays is heard by the one there is now."""
        self._voice.renew()
        if self._speed and self._clock.runs:
            self._voice.prepare(Fraction(self._clock.seconds()), self._speed)
            self._voice.start()

    def _fail(self, error: object) -> None:
        self._stop()
        self.failed.emit(error)
