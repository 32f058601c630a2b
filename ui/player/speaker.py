"""The way to the loudspeaker, which may be unplugged, plugged in, or not be there at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QIODevice, QObject, Signal
from PySide6.QtGui import QGuiApplication

from studio.core.later import later

if TYPE_CHECKING:
    from PySide6 import QtMultimedia
else:
    # Loaded when something is played: it takes a tenth of a second and nobody may ever ask.
    QtMultimedia = later("PySide6.QtMultimedia")

RATE = 48000
FRAME_BYTES = 8
"""Two float32 samples."""
_BUFFER = 0.2
_UNSEEN = ("offscreen", "minimal")
_BROKEN = frozenset(("OpenError", "IOError", "FatalError"))


class Speaker(Protocol):
    """What is used of Qt's QAudioSink."""

    def start(self) -> QIODevice | None:
        """Begin; what is written to the device is heard."""

    def stop(self) -> None:
        """End, and forget what was not yet heard."""

    def bufferSize(self) -> int:  # noqa: N802 - Qt's name
        """Bytes that may wait."""

    def bytesFree(self) -> int:  # noqa: N802 - Qt's name
        """Bytes that can be written now."""

    def setVolume(self, volume: float) -> None:  # noqa: N802 - Qt's name
        """0 to 1, linear."""

    def error(self) -> object:
        """What went wrong with the device."""


def is_broken(speaker: Speaker) -> bool:
    """Whether the device is gone."""
    return getattr(speaker.error(), "name", "") in _BROKEN


def open_speaker() -> Speaker | None:
    """A way to the loudspeaker of the system; None where there is none, or no screen either."""
    if QGuiApplication.platformName() in _UNSEEN:
        return None
    device = QtMultimedia.QMediaDevices.defaultAudioOutput()
    form = QtMultimedia.QAudioFormat()
    form.setSampleRate(RATE)
    form.setChannelCount(2)
    form.setSampleFormat(QtMultimedia.QAudioFormat.SampleFormat.Float)
    if device.isNull() or not device.isFormatSupported(form):
        return None
    sink = QtMultimedia.QAudioSink(device, form)
    sink.setBufferSize(round(_BUFFER * RATE) * FRAME_BYTES)
    return cast(Speaker, sink)


class Outlets(QObject):
    """Tells when loudspeakers come and go, from the first call of `watch` on."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._devices: QObject | None = None

    def watch(self) -> None:
        """Begin to look; costs nothing where there is no screen."""
        if self._devices is not None or QGuiApplication.platformName() in _UNSEEN:
            return
        devices = QtMultimedia.QMediaDevices(self)
        devices.audioOutputsChanged.connect(self.changed)
        self._devices = devices


OpenSpeaker = Callable[[], Speaker | None]
