"""The film's sound while it plays, read ahead on a thread of its own."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from PySide6.QtCore import QIODevice, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices

from studio.core.errors import StudioError
from studio.media.film import Film
from studio.media.sound import Samples, SoundReader

RATE = 48000
FASTEST = 4
"""Above this speed there is silence: it would only be noise."""
_CHUNK = Fraction(1, 10)
_CHUNKS = 10
_BUFFER = 0.2
_FEED_MS = 20
_FRAME_BYTES = 8


def open_sink() -> QAudioSink | None:
    """The way to the loudspeaker; None where there is none, or no screen either."""
    if QGuiApplication.platformName() == "offscreen":
        return None
    device = QMediaDevices.defaultAudioOutput()
    form = QAudioFormat()
    form.setSampleRate(RATE)
    form.setChannelCount(2)
    form.setSampleFormat(QAudioFormat.SampleFormat.Float)
    if device.isNull() or not device.isFormatSupported(form):
        return None
    sink = QAudioSink(device, form)
    sink.setBufferSize(round(_BUFFER * RATE) * _FRAME_BYTES)
    return sink


def hurried(samples: Samples, speed: int) -> Samples:
    """The same sound `speed` times as quick and high: the mean of each `speed` samples."""
    count = len(samples) // speed
    shaped = samples[: count * speed].reshape(count, speed, 2)
    return np.asarray(shaped.mean(axis=1), np.float32)


@dataclass(frozen=True, slots=True)
class _Span:
    """What to read: from `at` seconds on at `speed`."""

    at: Fraction
    speed: int


class _Filling:
    """The thread: reads on from where it was told, a bounded way ahead."""

    def __init__(self, film: Film, failed: Callable[[object], None]) -> None:
        self._film, self._failed = film, failed
        self._lock = threading.Condition()
        self._span: _Span | None = None
        self._chunks: deque[bytes] = deque()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name=f"sound {film.path.name}")

    def read_from(self, span: _Span | None) -> None:
        """Read from there on; None: nothing."""
        if span is not None and self._thread.ident is None:
            self._thread.start()
        with self._lock:
            self._span = span
            self._chunks.clear()
            self._lock.notify()

    def pull(self, most: int) -> bytes:
        """Up to `most` bytes of what is ready."""
        with self._lock:
            found = b""
            while self._chunks and len(found) < most:
                chunk = self._chunks.popleft()
                room = most - len(found)
                found += chunk[:room]
                if len(chunk) > room:
                    self._chunks.appendleft(chunk[room:])
            self._lock.notify()
            return found

    def close(self) -> None:
        with self._lock:
            self._closed = True
            self._lock.notify()
        if self._thread.ident is not None:
            self._thread.join()

    def _run(self) -> None:
        try:
            with SoundReader(self._film, RATE) as reader:
                self._serve(reader)
        except (StudioError, OSError) as error:
            self._failed(error)

    def _serve(self, reader: SoundReader) -> None:
        while True:
            with self._lock:
                while not self._closed and (self._span is None or len(self._chunks) >= _CHUNKS):
                    self._lock.wait()
                if self._closed:
                    return
                span = self._span
            if span is None:
                continue
            if span.at >= self._film.duration:
                self._rest(span)
                continue
            after = _Span(span.at + _CHUNK * span.speed, span.speed)
            data = hurried(reader.read(span.at, after.at), span.speed).tobytes()
            with self._lock:
                if self._span is span:
                    self._span = after
                    self._chunks.append(data)

    def _rest(self, span: _Span) -> None:
        """The film is over: nothing is read until the next start, what is ready still plays."""
        with self._lock:
            if self._span is span:
                self._span = None


class Voice(QObject):
    """Plays the first sound track of a film from a given moment; `heard` is the truth of time."""

    failed = Signal(object)

    def __init__(
        self,
        film: Film,
        sink: Callable[[], QAudioSink | None] = open_sink,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sink = sink() if film.audio else None
        self._filling = _Filling(film, self.failed.emit) if self._sink is not None else None
        self._device: QIODevice | None = None
        self._from = 0.0
        self._speed = 1
        self._written = 0
        self._waiting = b""
        self._feed = QTimer(self)
        self._feed.setInterval(_FEED_MS)
        self._feed.timeout.connect(self._write)

    @property
    def sounds(self) -> bool:
        """Whether there is anything to hear and to hear it by."""
        return self._sink is not None

    def prepare(self, at: Fraction, speed: int) -> None:
        """Read ahead from `at` seconds; backwards and above the fastest speed there is silence."""
        self.stop()
        self._from, self._speed = float(at), speed
        if self._filling is not None and 1 <= speed <= FASTEST:
            self._filling.read_from(_Span(max(Fraction(0), at), speed))

    def start(self) -> None:
        """Let it be heard."""
        if self._sink is None or not 1 <= self._speed <= FASTEST:
            return
        self._written = 0
        self._device = self._sink.start()
        self._feed.start()
        self._write()

    def stop(self) -> None:
        """Silence, at once."""
        self._feed.stop()
        self._waiting = b""
        if self._device is not None and self._sink is not None:
            self._sink.stop()
        self._device = None
        if self._filling is not None:
            self._filling.read_from(None)

    def mute(self, muted: bool) -> None:
        """Without a sound, but in time."""
        if self._sink is not None:
            self._sink.setVolume(0.0 if muted else 1.0)

    def heard(self) -> float | None:
        """The second of the film that is in the air now; None while that cannot be told."""
        if self._device is None or self._sink is None or not self._written:
            return None
        pending = self._sink.bufferSize() - self._sink.bytesFree()
        played = max(0, self._written - pending) / _FRAME_BYTES / RATE
        # With nothing pending the sound has run dry: its time stands still, the film's does not.
        return None if pending <= 0 else self._from + played * self._speed

    def close(self) -> None:
        """Let the device and the file go."""
        self.stop()
        if self._filling is not None:
            self._filling.close()
            self._filling = None

    def _write(self) -> None:
        if self._device is None or self._sink is None or self._filling is None:
            return
        free = self._sink.bytesFree() // _FRAME_BYTES * _FRAME_BYTES
        data = self._waiting or self._filling.pull(free)
        if data:
            taken = max(0, self._device.write(data))
            self._written += taken
            self._waiting = data[taken:]
