"""The frames around the one a film stands at: when they are made ready, and steps among them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from studio.media.film import Film
from ui.player.desk import Desk
from ui.player.gathering import Gathering
from ui.player.nearby import Nearby
from ui.player.picture import Look, Picture

_STEPS = 12
"""Steps of so many frames at the most are steps from neighbour to neighbour."""
_REST_MS = 300
"""After a seek: who scrubs on wants the next frame, not the neighbours of this one."""


class Near(QObject):
    """On the window's thread. Close it: it owns a thread once it has worked."""

    failed = Signal(object)

    def __init__(
        self, film: Film, look: Look, desk: Desk, held: Nearby, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._desk = look, desk
        self.held = held
        self._gathering = Gathering(film, self.held, self.failed.emit)
        self._steps_on = False
        self._rested = QTimer(self)
        self._rested.setSingleShot(True)
        self._rested.setInterval(_REST_MS)
        self._rested.timeout.connect(self._gather)

    def close(self) -> None:
        """End the thread."""
        self.forget()
        self._gathering.close()

    def dress(self, look: Look) -> None:
        """Pictures look otherwise from now on."""
        if look != self._look:
            self._look = look
            self.forget()

    def forget(self) -> None:
        """The film goes elsewhere, or plays."""
        self._steps_on = False
        self._rested.stop()
        self.held.clear()

    def step(self, pts: int, frames: int) -> Picture | None:
        """The picture so many frames from `pts`, where it is ready; the film stands there then."""
        found = self.held.step(pts, frames)
        self._steps_on = abs(frames) <= _STEPS
        if found is not None:
            self._desk.stand(found.pts)
            self._gather()
        return found

    def stands(self, picture: Picture) -> None:
        """The film stands at what was asked for."""
        if self._steps_on and self.held.follow(picture.pts):
            # What is under way for the frame before reaches this one too.
            self._gather()
            return
        self.held.begin(picture)
        if self._steps_on:
            self._gather()
        else:
            self._desk.fill()
            self._rested.start()

    def _gather(self) -> None:
        self._desk.fill()
        self._gathering.look(self._look)
