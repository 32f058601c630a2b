"""Does what a finding of preflight offers: each as one step that can be undone."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from studio.batch.layouts import placings_of
from studio.batch.prepare import READ_LIMIT, stills_for
from studio.campaign.document import Campaign, StillRef, picked
from studio.core.children import in_child
from studio.core.errors import BadValue
from studio.core.progress import Progress
from studio.core.said import said
from studio.media.film import Film
from ui.jobs import Job, Jobs, while_there
from ui.poster.edits import Key


def next_still(
    campaign: Campaign, key: Key, film: Film, seen: tuple[int, ...], progress: Progress
) -> tuple[StillRef, int]:
    """The best still of a shot that was not seen yet, and its frame (PTS).

    Raises StudioError, also when the film has no further one.
    """
    stills = in_child(
        stills_for, film, placings_of(campaign, *key), seen, progress=progress, seconds=READ_LIMIT
    )
    if not stills:
        raise BadValue(
            said("{name} has no other frame that could be a still.", name=film.path.name),
            hint=said("Give the still as a time."),
        )
    first = stills[0].pts
    return picked(first, film.video.time_base, film.sha256, auto=False), first


class NextStill(QObject):
    """Looks for another still than those a poster has shown."""

    found = Signal(object, object)
    """(Key, StillRef)"""
    failed = Signal(object)
    """The exception."""

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._seen: dict[tuple[Key, str], list[int]] = {}
        self._job: Job | None = None

    @property
    def is_idle(self) -> bool:
        """Whether nothing is looked for."""
        return self._job is None

    def ask(self, campaign: Campaign, key: Key, film: Film, shown: int) -> None:
        """Look for the next one after the frame that is `shown` (PTS)."""
        if self._job is not None:
            return
        seen = self._seen.setdefault((key, film.sha256), [])
        if shown not in seen:
            seen.append(shown)
        self._job = self._jobs.start(
            said("Looking for another still"), next_still, campaign, key, film, tuple(seen)
        )

        def done(answer: tuple[StillRef, int]) -> None:
            seen.append(answer[1])
            self.found.emit(key, answer[0])

        self._job.done.connect(while_there(self, done))
        self._job.failed.connect(self.failed)
        self._job.ended.connect(while_there(self, self._ended))

    def _ended(self) -> None:
        self._job = None
