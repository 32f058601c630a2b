"""The film's sound while it plays: at speed, backwards, and silent where there is no device."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QIODevice, QObject, QTimer, Signal

from studio.media.film import Film
from ui.player.filling import Filling
from ui.player.speaker import FRAME_BYTES, RATE, OpenSpeaker, Speaker, is_broken, open_speaker

_FEED_MS = 20


class Voice(QObject):
    """Plays the first sound track of a film from a given moment; `heard` is the truth of time.

    The device is opened when something is played first. When it is lost, playing goes on in
    silence; `renew` opens the one there is now.
    """

    failed = Signal(object)
    lost = Signal()
    """The device is gone."""

    def __init__(
        self, film: Film, open_it: OpenSpeaker = open_speaker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._open = open_it
        self._has_sound = bool(film.audio)
        self._filling = Filling(film, self.failed.emit)
        self._speaker: Speaker | None = None
        self._is_open = False
        self._device: QIODevice | None = None
        self._loudness = 1.0
        self._from = 0.0
        self._speed = 0
        self._written = 0
        self._waiting = b""
        self._feed = QTimer(self)
        self._feed.setInterval(_FEED_MS)
        self._feed.timeout.connect(self._write)

    @property
    def sounds(self) -> bool:
        """Whether there is anything to hear and to hear it by; before playing, whether may be."""
        return self._has_sound and (self._speaker is not None or not self._is_open)

    def prepare(self, at: Fraction, speed: int) -> None:
        """Read ahead from `at` seconds on, or back where `speed` is negative."""
        self.stop()
        self._from, self._speed = float(at), speed
        if self._ready_speaker() is not None and speed:
            self._filling.read_from(max(Fraction(0), at), speed)

    def start(self) -> None:
        """Let it be heard."""
        if self._speaker is None or not self._speed:
            return
        self._written = 0
        self._device = self._speaker.start()
        self._feed.start()
        self._write()

    def stop(self) -> None:
        """Silence, at once."""
        self._feed.stop()
        self._waiting = b""
        if self._device is not None and self._speaker is not None:
            self._speaker.stop()
        self._device = None
        if self._is_open:
            self._filling.stop()

    def set_loudness(self, loudness: float) -> None:
        """0 (without a sound, but in time) to 1, as the ear counts."""
        self._loudness = loudness
        if self._speaker is not None:
            # The ear hears a share of the slider as that share cubed, about.
            self._speaker.setVolume(loudness**3)

    def renew(self) -> None:
        """Loudspeakers came or went: open the one there is, at the next `prepare`."""
        self.stop()
        self._speaker, self._is_open = None, False

    def heard(self) -> float | None:
        """The second of the film that is in the air now; None while that cannot be told."""
        if self._device is None or self._speaker is None or not self._written:
            return None
        pending = self._speaker.bufferSize() - self._speaker.bytesFree()
        played = max(0, self._written - pending) / FRAME_BYTES / RATE
        # With nothing pending the sound has run dry: its time stands still, the film's does not.
        return None if pending <= 0 else self._from + played * self._speed

    def close(self) -> None:
        """Let the device and the file go."""
        self.stop()
        self._speaker = None
        self._filling.close()

    def _ready_speaker(self) -> Speaker | None:
        if not self._is_open and self._has_sound:
            self._is_open = True
            self._speaker = self._open()
            self.set_loudness(self._loudness)
        return self._speaker

    def _write(self) -> None:
        if self._device is None or self._speaker is None:
            return
        if is_broken(self._speaker):
            self.stop()
            self._speaker = None
            self.lost.emit()
            return
        free = self._speaker.bytesFree() // FRAME_BYTES * FRAME_BYTES
        data = self._waiting or self._filling.pull(free)
        if data:
            taken = max(0, self._device.write(data))
            self._written += taken
            self._waiting = data[taken:]
