"""Sound made quicker without sounding higher: overlapping pieces, each where it fits the last."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from studio.media.sound_line import Samples

_HOP = 960
"""Samples between two pieces: 20 ms at 48 kHz. A piece is twice as long."""
_REACH = 480
"""How far a piece may lie from its place, so that its waves meet those of the piece before."""
_COARSE = 4
"""The fit is judged on every so many samples' mean."""


class Stretch:
    """WSOLA (Verhelst and Roelands, 1993) on a stream of stereo sound, for whole speeds from 1 on.

    The sound keeps its pitch; at speed 1 it passes unchanged.
    """

    def __init__(self, speed: int) -> None:
        self._speed = speed
        self._held: Samples = np.zeros((0, 2), np.float32)
        self._begun = False
        self._tail: Samples = np.zeros((_HOP, 2), np.float32)
        # Places in `_held`: where the next piece belongs, and what would follow the last one.
        self._next = 0
        self._follow = 0
        rise = np.hanning(2 * _HOP + 1)[:_HOP].astype(np.float32)[:, None]
        self._rise, self._fall = rise, 1 - rise

    def take(self, samples: Samples) -> Samples:
        """(n, 2) float32 in; what is ready of the quicker sound comes out."""
        if self._speed == 1:
            return samples
        self._held = np.concatenate([self._held, samples])
        made: list[Samples] = []
        while max(self._next + _REACH, self._follow) + 2 * _HOP <= len(self._held):
            made.append(self._piece(self._place()))
            self._forget()
        return np.concatenate(made) if made else np.zeros((0, 2), np.float32)

    def _piece(self, at: int) -> Samples:
        piece = self._held[at : at + 2 * _HOP]
        head = piece[:_HOP] * self._rise if self._begun else piece[:_HOP]
        made = self._tail + head
        self._tail = piece[_HOP:] * self._fall
        self._begun = True
        self._follow = at + _HOP
        self._next += _HOP * self._speed
        return np.asarray(made, np.float32)

    def _place(self) -> int:
        """Where near `_next` the sound goes on most like the last piece would have."""
        if not self._begun:
            return self._next
        first = max(0, self._next - _REACH)
        wanted = _coarse(self._held[self._follow : self._follow + _HOP])
        room = _coarse(self._held[first : self._next + _REACH + _HOP])
        shown = np.lib.stride_tricks.sliding_window_view(room, len(wanted))
        loud = np.sqrt(np.einsum("ij,ij->i", shown, shown)) + 1e-6
        return first + int(np.argmax(shown @ wanted / loud)) * _COARSE

    def _forget(self) -> None:
        """Drop what no piece can need any more."""
        past = max(0, min(self._follow, self._next - _REACH))
        self._held = self._held[past:]
        self._next -= past
        self._follow -= past


def _coarse(samples: Samples) -> npt.NDArray[np.float32]:
    count = len(samples) // _COARSE
    shaped = samples[: count * _COARSE].reshape(count, _COARSE * 2)
    return np.asarray(shaped.mean(axis=1), np.float32)
