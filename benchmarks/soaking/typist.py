"""Somebody at work on two tracks, without a window: edits at a hand's pace, saves, says each step.

python -m benchmarks.soaking.typist CAMPAIGN SEED

Lines on stdout: `begun`, `try N DIGEST` before each state, `made N` after it, `save N`, `saved N`.
What is typed letter by letter is one step, as it is one undo.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.soaking.documents import track_edit
from benchmarks.soaking.killed import FILM, LANGUAGES, digest
from studio.campaign.project import Project
from studio.campaign.project_file import open_project
from studio.subs import edits
from studio.subs.cue import Track
from ui.documents.documents import Documents
from ui.jobs import Jobs
from ui.notices import Notices
from ui.safety.keeping import Keeping
from ui.session import Session

# Seconds between two letters and between two edits; a key held down is no edit of its own.
_LETTERS, _EDITS = (0.05, 0.15), (0.45, 1.4)
_TYPED = "末班车还没有来 the last bus"


class Typist:
    """Makes one step after the other until somebody ends the process."""

    def __init__(self, campaign: Path, seed: str) -> None:
        self._chance = random.Random(seed)
        self._number = 0
        self._saving: tuple[int, Project] | None = None
        self._session, notices, jobs = Session(), Notices(), Jobs()
        self._documents = Documents(self._session, jobs, notices)
        self._keeping = Keeping(self._session, notices)
        notices.posted.connect(lambda notice: print("notice", repr(notice.text), flush=True))
        self._session.saved.connect(self._look_at_save)
        self._session.open(open_project(campaign))
        self._steps = self._work()
        print("try 0", digest(self._session.project), flush=True)
        print("made 0", flush=True)
        print("begun", flush=True)
        self._later(0.0)

    def _later(self, seconds: float) -> None:
        QTimer.singleShot(round(seconds * 1000), self._go_on)

    def _go_on(self) -> None:
        self._later(next(self._steps))

    def _work(self) -> Iterator[float]:
        """Steps without end, each time the seconds until the next."""
        while True:
            kind = self._chance.random()
            if kind < 0.4:
                yield from self._typing()
            elif kind < 0.5:
                self._step(-1, self._session.undo)
            elif kind < 0.55:
                self._step(1, self._session.redo)
            else:
                self._number += 1
                self._edit(partial(track_edit, chance=self._chance))
            yield self._chance.uniform(*_EDITS)
            if self._chance.random() < 0.3:
                self._save()
                yield self._chance.uniform(*_EDITS)

    def _typing(self) -> Iterator[float]:
        """A text put into a cue letter by letter."""
        project = self._session.project
        language = self._chance.choice(LANGUAGES)
        cue = self._chance.choice(project.tracks[FILM, language].cues)
        self._number += 1
        for length in range(1, self._chance.randint(2, len(_TYPED))):
            text = _TYPED[:length]
            self._edit(
                lambda track, text=text: edits.set_text(track, cue.id, text),
                language,
                ("type", self._number),
            )
            yield self._chance.uniform(*_LETTERS)

    def _edit(
        self, edit: Callable[[Track], Track], language: str = "", merge: object = None
    ) -> None:
        language = language or self._chance.choice(LANGUAGES)
        now = self._session.project
        made = now.with_track(FILM, edit(now.tracks[FILM, language]))
        print("try", self._number, digest(made), flush=True)
        self._session.apply("Edit", lambda _: made, merge=merge)  # type: ignore[arg-type]
        print("made", self._number, flush=True)

    def _step(self, by: int, step: Callable[[], None]) -> None:
        history = self._session.history
        if history is None or not 0 <= history.position + by < len(history.steps):
            return
        self._number += 1
        print("try", self._number, digest(history.steps[history.position + by].value), flush=True)
        step()
        print("made", self._number, flush=True)

    def _save(self) -> None:
        self._saving = self._number, self._session.project
        print("save", self._number, digest(self._session.project), flush=True)
        self._documents.save_behind()

    def _look_at_save(self) -> None:
        history = self._session.history
        if self._saving is None or history is None:
            return
        number, project = self._saving
        place = history.saved_position
        if place is not None and history.steps[place].value is project:
            self._saving = None
            print("saved", number, flush=True)


def main() -> int:
    """Works until the process is ended."""
    app = QApplication([])
    typist = Typist(Path(sys.argv[1]), sys.argv[2])
    return app.exec() if typist is not None else 1


if __name__ == "__main__":
    sys.exit(main())
