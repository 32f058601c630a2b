"""Mends findings of the tracks on view: shown before it is done, one step to undo."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import QObject

from studio.campaign.project import Project
from studio.core.children import in_child
from studio.core.errors import BadValue, StudioError
from studio.core.progress import Progress
from studio.core.said import said
from studio.core.words import counted
from studio.subs.fixes.base import FIXES
from studio.subs.fixes.base import Desk as Bench
from studio.subs.fixes.run import Proposal, proposed
from ui.actions import Action
from ui.jobs import Job, Jobs, while_there
from ui.notices import Notices
from ui.session import Session
from ui.subs.checking import LARGE
from ui.subs.editing import Desk
from ui.subs.looking import Looker
from ui.subs.mend_dialog import MendDialog, changes
from ui.widgets.language import heard

_TITLE = said("Fixing the subtitles")
Cues = frozenset[tuple[int, int]]
"""Those to mend, by side and id; empty for all."""


class Mending(QObject):
    """Works on what the looker of a page looks at."""

    def __init__(
        self, desk: Desk, looker: Looker, session: Session, jobs: Jobs, notices: Notices
    ) -> None:
        super().__init__(looker)
        self._desk, self._looker = desk, looker
        self._session, self._jobs, self._notices = session, jobs, notices
        self._job: Job | None = None

    def commands(self) -> Sequence[Action]:
        """One cue at once, or all after a look."""
        there = self._is_there
        return (
            Action(
                "subs-mend-cue",
                said("Fix this cue"),
                self.mend_cue,
                "Subtitles",
                ("Alt+F8",),
                enabled=there,
            ),
            Action(
                "subs-mend", said("Fix findings…"), self.ask, "Subtitles", ("Ctrl+F8",),
                enabled=there,
            ),
        )  # fmt: skip

    def _is_there(self) -> bool:
        return self._desk.track(0) is not None

    def mend_cue(self) -> None:
        """What can be mended at the cues of the current row."""
        self._desk.grid.settle()
        row = self._desk.model.row(self._desk.grid.currentIndex().row())
        cues = (row.a, row.b) if row is not None else ()
        chosen = frozenset((side, cue.id) for side, cue in enumerate(cues) if cue is not None)
        if chosen:
            self._propose((), chosen, self._take_cue)

    def ask(self) -> None:
        """Show what would change, and change it where the person agrees."""
        self._desk.grid.settle()
        self._propose((), frozenset(), self._show)

    def _propose(
        self, only: Collection[str], cues: Cues, done: Callable[[Bench, Proposal], None]
    ) -> None:
        bench = self._looker.bench()
        if bench is None:
            return
        self._leave()
        job = self._jobs.start(_TITLE, _proposed, bench, tuple(only), cues)
        self._job = job

        def made(proposal: Proposal) -> None:
            if self._job is job:
                done(bench, proposal)

        job.done.connect(while_there(self, made))
        job.failed.connect(self._notices.failed)

    def _leave(self) -> None:
        """What was asked for is not wanted any more."""
        if self._job is not None:
            self._job.cancel()
        self._job = None

    def _take_cue(self, bench: Bench, made: Proposal) -> None:
        if not made.steps:
            self._notices.say(said("Nothing here can be fixed without a new finding."))
        elif self._take(bench, made):
            self._notices.say(said("Fixed: {what}", what=heard(made.steps[0].says)))

    def _show(self, bench: Bench, made: Proposal) -> None:
        if not made.steps:
            self._notices.say(said("Nothing here can be fixed without a new finding."))
            return
        dialog = MendDialog(made, self._desk.model.view, self._desk.grid.window())
        kept = [made]

        def shown(_: Bench, again: Proposal) -> None:
            kept[0] = again
            dialog.show_proposal(again)

        def ask_again() -> None:
            dialog.show_waiting()
            only = dialog.only
            if only:
                self._propose(only, frozenset(), shown)
            else:
                # No kind at all is not the same as no choice among them.
                shown(bench, _nothing(bench, made))

        dialog.kinds_changed.connect(ask_again)
        agreed = dialog.exec()
        # A proposal on its way would look for the dialog, and find it gone.
        self._leave()
        if agreed and kept[0].steps and self._take(bench, kept[0]):
            cues = counted(len(changes(kept[0])), "cue")
            self._notices.say(said("Fixed {cues}.", cues=cues))
        dialog.deleteLater()

    def _take(self, bench: Bench, made: Proposal) -> bool:
        changed = changes(made)
        film, languages = self._desk.film_id, self._desk.languages
        label = said("Fix {cues}", cues=counted(len(changed), "cue"))
        side, cue = (changed[0][0], changed[0][1]) if changed else (0, None)
        focus = ("subs", film, languages[side], cue.id if cue is not None else -1)
        try:
            self._session.apply(label, partial(_mended, film, bench, made), focus=focus)
        except StudioError as error:
            self._notices.failed(error)
            return False
        return bool(changed)


def _mended(film: str, bench: Bench, made: Proposal, project: Project) -> Project:
    """Raises BadValue where a track is no longer what was looked at."""
    for old, new in ((bench.a, made.a), (bench.b, made.b)):
        if old is None or new is None or new is old:
            continue
        if project.tracks.get((film, old.language)) is not old:
            raise BadValue(
                said("The subtitles changed while they were looked at."),
                hint=said("Ask for it again."),
            )
        project = project.with_track(film, new)
    return project


def _nothing(bench: Bench, made: Proposal) -> Proposal:
    return Proposal(bench.a, bench.b, bench.pairing, (), made.before, made.before)


def _proposed(bench: Bench, only: tuple[str, ...], cues: Cues, progress: Progress) -> Proposal:
    """Much of it in a process of its own: on a thread it would hold the window back."""
    wanted = tuple(name for name in only if name in FIXES)
    if sum(len(track.cues) for track in bench.tracks) > LARGE:
        return in_child(proposed, bench, wanted, cues or None, progress=progress)
    return proposed(bench, wanted, cues or None, progress)
