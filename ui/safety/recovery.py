"""Offers the work that a window left behind when it ended without saving."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from studio.campaign.differences import differences
from studio.campaign.journal import Found, Kept, discard, left_behind, read_journal, set_aside
from studio.campaign.project import Project
from studio.campaign.project_file import Opened, open_project
from studio.core.errors import Notice, StudioError, explain, in_full
from studio.core.progress import Progress
from studio.core.said import said
from ui.documents.above import above
from ui.documents.documents import Documents
from ui.jobs import Jobs
from ui.notices import Notices
from ui.safety.keeping import Keeping
from ui.safety.recovery_dialog import RecoveryDialog
from ui.session import Session


@dataclass(frozen=True, slots=True)
class Left:
    """A journal to be offered; `path` is the campaign's file, None while it has none."""

    path: Path | None
    found: Found

    @property
    def folder(self) -> Path:
        """What the sources are relative to."""
        if self.path is not None:
            return self.path.parent
        account = self.found.account
        return Path(account.folder) if account is not None else Path()


class Recovery(QObject):
    """Looks for journals at the start and whenever a campaign is opened; one dialog at a time."""

    def __init__(
        self,
        session: Session,
        documents: Documents,
        keeping: Keeping,
        jobs: Jobs,
        notices: Notices,
    ) -> None:
        super().__init__()
        self._session = session
        self._documents = documents
        self._keeping = keeping
        self._jobs = jobs
        self._notices = notices
        self._waiting: deque[Left] = deque()
        self._later: set[Path] = set()
        self._now: Left | None = None
        self._kept: Kept | None = None
        self.dialog: RecoveryDialog | None = None
        """The one that is shown."""
        session.replaced.connect(self._opened)

    # -- looking --------------------------------------------------------------------------

    def look(self, recent: Iterable[Path]) -> None:
        """At the start: offer what was left of campaigns without a file, and of recent ones."""
        left = [Left(path, one) for path in recent for one in left_behind(path)]
        known = {one.found.place for one in left}
        for one in left_behind(None):
            if one.place not in known:
                path = Path(one.account.path) if one.account and one.account.path else None
                left.append(Left(path, one))
        self._offer(left)

    @Slot()
    def _opened(self) -> None:
        path = self._session.path
        if path is not None:
            self._offer([Left(path, one) for one in left_behind(path)])

    def _offer(self, left: Iterable[Left]) -> None:
        known = {one.found.place for one in self._waiting} | self._later
        if self._now is not None:
            known.add(self._now.found.place)
        self._waiting.extend(one for one in left if one.found.place not in known)
        # A turn later: what opened the campaign has then said all it has to say.
        QTimer.singleShot(0, self, self._next)

    @Slot()
    def _next(self) -> None:
        if self._now is not None or not self._waiting:
            return
        self._now = self._waiting.popleft()
        title = said("Looking at unsaved work")
        task = self._jobs.start(title, _read, self._now, quiet=True)
        task.done.connect(self._show)
        task.failed.connect(self._damaged)

    @Slot(object)
    def _damaged(self, error: BaseException) -> None:
        left = self._taken()
        told = in_full(error) if isinstance(error, StudioError) else explain(error).text
        try:
            place = set_aside(left.found.place)
            hint: str = said("What is left of it is kept in {place}.", place=place)
        except StudioError as other:
            hint = in_full(other)
        text = said("Unsaved work was found that cannot be read: {reason:bare}.", reason=told)
        self._notices.post(Notice(said("Cannot do that"), text, hint))
        self._next()

    def _taken(self) -> Left:
        left, self._now = self._now, None
        assert left is not None  # there is one from _next until here
        return left

    # -- asking ---------------------------------------------------------------------------

    @Slot(object)
    def _show(self, read: tuple[Kept, Project | None]) -> None:
        kept, saved = read
        left = self._now
        assert left is not None  # there is one from _next until the dialog has been answered
        told = differences(saved, kept.project) if saved is not None else ()
        if saved is not None and not told and saved == kept.project:
            discard(self._taken().found.place)
            self._next()
            return
        self._kept = kept
        self.dialog = RecoveryDialog(kept, told, left.path, above())
        self.dialog.recover.connect(self._recover)
        self.dialog.aside.connect(self._put_aside)
        self.dialog.rejected.connect(self._put_off)
        self.dialog.open()

    def _closed(self) -> Left:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
        return self._taken()

    @Slot()
    def _put_off(self) -> None:
        """Later: it is offered when the campaign is opened, or Lobbycard started, again."""
        self._later.add(self._closed().found.place)
        self._next()

    @Slot()
    def _put_aside(self) -> None:
        left = self._closed()
        try:
            set_aside(left.found.place)
        except StudioError as error:
            self._notices.failed(error)
        self._next()

    @Slot()
    def _recover(self) -> None:
        left, kept = self._closed(), self._kept
        assert kept is not None  # it was shown
        if not self._make_open(left, kept):
            self._later.add(left.found.place)
            self._next()
            return
        self._session.apply(said("Recover unsaved work"), lambda _: kept.project)
        # The old journal goes only when the new one has it all.
        if self._keeping.flush():
            discard(left.found.place)
        self._notices.say(said("Recovered"))
        self._next()

    def _make_open(self, left: Left, kept: Kept) -> bool:
        """Whether the campaign that the work belongs to is the open one now."""
        session = self._session
        if left.path is None:
            if self._documents.may_leave():
                session.open(Opened(kept.project, None, left.folder))
            return session.is_open and session.project is kept.project
        if session.path != left.path:
            self._later.add(left.found.place)
            self._documents.open(left.path)
            self._later.discard(left.found.place)
        return session.path == left.path


def _read(left: Left, progress: Progress) -> tuple[Kept, Project | None]:
    """What the journal holds, and the project as it is saved, None where there is no such file."""
    kept = read_journal(left.found.place, left.folder)
    progress.report(0.5)
    if left.path is None or not left.path.is_file():
        return kept, None
    try:
        return kept, open_project(left.path).project
    except StudioError:
        # It will be said when it is opened; the work can still come back.
        return kept, None
