"""How many findings each track has by itself, counted in the background for the tree."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from studio.core.later import named
from studio.core.progress import Progress
from studio.core.said import said
from studio.subs.cue import Track
from ui.jobs import Job, Jobs
from ui.session import Session

if TYPE_CHECKING:
    from studio.presets.store import profile
    from studio.subs.checks.run import check
else:
    profile = named("studio.presets.store", "profile")
    check = named("studio.subs.checks.run", "check")

PROFILE = "streaming"
_SETTLED_MS = 1500
_MOST_CUES = 3000
"""Longer tracks are left to the Subtitles page, which checks them in a process of its own."""

Key = tuple[str, ...]


def count(tracks: Mapping[Key, Track], progress: Progress) -> dict[Key, int]:
    """The findings of each track, without its partner and the film's rate."""
    limits = profile(PROFILE)
    found: dict[Key, int] = {}
    for key, track in tracks.items():
        progress.report(len(found) / len(tracks))
        found[key] = sum(1 for one in check(track, limits) if one.severity != "hint")
    return found


class Findings(QObject):
    """Counts again what changed, once it has stood still for a moment."""

    changed = Signal()

    def __init__(self, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._job: Job | None = None
        self._seen: dict[Key, Track] = {}
        self._wanted: dict[Key, Track] = {}
        self.counts: dict[Key, int] = {}
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self._count)
        session.replaced.connect(self._forget)

    def _forget(self) -> None:
        self._settled.stop()
        self._seen.clear()
        self.counts.clear()

    def look(self) -> None:
        """Somebody shows the counts: bring them up to date soon."""
        if self._stale() and not self._settled.isActive():
            self._settled.start()

    def _stale(self) -> dict[Key, Track]:
        return {
            ("track", *key): track
            for key, track in self._session.project.tracks.items()
            if self._seen.get(("track", *key)) is not track and len(track.cues) <= _MOST_CUES
        }

    def _count(self) -> None:
        stale = self._stale()
        if not stale or self._job is not None:
            return
        self._wanted = stale
        self._job = self._jobs.start(said("Counting findings"), count, stale, quiet=True)
        self._job.done.connect(self._counted)
        self._job.ended.connect(self._ended)

    def _counted(self, found: dict[Key, int]) -> None:
        there = {("track", *key) for key in self._session.project.tracks}
        self._seen = {k: v for k, v in {**self._seen, **self._wanted}.items() if k in there}
        self.counts = {k: v for k, v in {**self.counts, **found}.items() if k in there}
        self.changed.emit()

    def _ended(self) -> None:
        self._job = None
