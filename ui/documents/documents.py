"""Opening, adding, saving and leaving: the one gate for unsaved changes stands here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QFileDialog, QWidget

from studio.campaign.adding import add_films, add_track
from studio.campaign.carrying import SUBTITLES, brought_in
from studio.campaign.file import NAME, campaign_path
from studio.campaign.project_file import (
    ChangedOutside,
    Opened,
    WouldLose,
    open_project,
    project_of_films,
)
from studio.core.errors import CannotRead, StudioError
from studio.core.later import later, named
from studio.core.progress import Progress
from studio.core.said import joined, said
from studio.core.words import counted
from ui.documents.above import above
from ui.documents.bringing import Bringing
from ui.documents.gate import Gate
from ui.documents.saving import Outcome, Saving
from ui.jobs import Jobs
from ui.notices import Notices
from ui.session import Session
from ui.widgets.dialogs import ask
from ui.widgets.language import heard, tr

if TYPE_CHECKING:
    from studio.sample.write import write_sample
    from ui.campaign import begin
    from ui.subs.importing import Importing
else:
    Importing = named("ui.subs.importing", "Importing")
    begin = later("ui.campaign.begin")
    # All that draws and sounds a film: not wanted until somebody asks for the sample.
    write_sample = named("studio.sample.write", "write_sample")

FILMS = (".mp4", ".mov", ".mkv", ".webm", ".m4v", ".avi", ".mxf", ".flv", ".ts", ".m2ts", ".mpg")
TRACKS = (
    *(".srt", ".vtt", ".webvtt", ".ass", ".ssa"),
    *(".ttml", ".dfxp", ".itt", ".imsc", ".sbv"),
)
_LOAD, _SAVE_OVER = 1, 2
_LISTED = 8


class Documents(QObject):
    """What happens to whole documents; every way out of one goes through `may_leave`."""

    def __init__(self, session: Session, jobs: Jobs, notices: Notices) -> None:
        super().__init__()
        self._session = session
        self._jobs = jobs
        self._notices = notices
        self.gate = Gate(session, notices)
        self._bringing = Bringing(session, jobs, notices)
        self._saving = Saving(session)
        self._saving.ended_behind.connect(self._saved)

    @property
    def _window(self) -> QWidget | None:
        return above()

    # -- in -------------------------------------------------------------------------------

    def new(self) -> None:
        """Ask for films, markets and a place, and begin a campaign there."""
        if not self.may_leave():
            return
        dialog = begin.NewCampaign(self._jobs, self._window)
        dialog.made.connect(self._began)
        dialog.exec()
        dialog.deleteLater()

    def _began(self, path: Path) -> None:
        try:
            opened = open_project(path)
        except (StudioError, OSError) as error:
            self._notices.failed(error)
            return
        self._take(opened)

    def _begin(self, films: Sequence[Path]) -> None:
        try:
            self._session.open(project_of_films(tuple(films)))
        except (StudioError, OSError) as error:
            self._notices.failed(error)

    def ask_open(self) -> None:
        """Ask for a campaign, or films, and open them."""
        kinds = _filter(tr("Campaigns and films"), (".toml", *FILMS))
        start = str(self._session.folder or Path.home())
        name, _ = QFileDialog.getOpenFileName(self._window, tr("Open"), start, kinds)
        if name:
            self.dropped([name])

    def open(self, path: Path, *, outside: bool = False) -> None:
        """Open a campaign file or its folder; what is wrong is said, the open one then stays."""
        target = campaign_path(path)
        try:
            opened = open_project(target, outside=outside)
        except (StudioError, OSError) as error:
            self._notices.failed(error)
            return
        was_unsaved = self._session.unsaved
        if not self.may_leave():
            return
        if was_unsaved and self._session.path == target and not self._session.unsaved:
            # It was saved just now; what was read before is the state before.
            opened = open_project(target, outside=outside)
        self._take(opened)

    def _take(self, opened: Opened) -> None:
        self._session.open(opened)
        if opened.problems:
            told = [*opened.problems[:3]]
            more = len(opened.problems) - 3
            if more > 0:
                told.append(said("And {notes}.", notes=counted(more, "more note")))
            self._notices.failed(StudioError(joined(told, "{first} {rest}")))

    def sample(self) -> None:
        """Write the sample campaign into a folder and open it."""
        folder = QFileDialog.getExistingDirectory(
            self._window, tr("Where shall the sample go?"), str(Path.home())
        )
        if not folder:
            return
        job = self._jobs.start(said("Drawing the sample film"), _sample, Path(folder))
        job.done.connect(self.open)
        job.failed.connect(self._notices.failed)

    def add_films(self) -> None:
        """Ask for films and add them to the open campaign."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            tr("Add films"),
            str(self._session.folder or ""),
            _filter(tr("Films"), FILMS),
        )
        self._add([Path(name) for name in names])

    def dropped(self, names: Sequence[str]) -> None:
        """Files from outside: a campaign is opened; films and tracks are added or begin one."""
        paths = [Path(name) for name in names if name]
        lost = [path for path in paths if not path.exists()]
        if lost:
            self._notices.failed(
                CannotRead(said("{path} is not there.", path=lost[0]), hint=said("Check the path."))
            )
        paths = _in_folders(path for path in paths if path not in lost)
        campaigns = [p for p in paths if p.suffix.lower() == ".toml" or (p / NAME).is_file()]
        if campaigns:
            self.open(campaigns[0])
            return
        if not self._session.is_open:
            films = [p for p in paths if p.suffix.lower() not in TRACKS]
            if films:
                self._begin(films)
            paths = [p for p in paths if p not in films]
        self._add(paths)

    def _add(self, paths: Sequence[Path]) -> None:
        films = tuple(p for p in paths if p.suffix.lower() not in TRACKS)
        tracks = tuple(p for p in paths if p.suffix.lower() in TRACKS)
        self.add(films, partial(self._add_tracks, tracks))

    def add(self, films: Sequence[Path], then: Callable[[], object]) -> None:
        """Add films to the open campaign, then go on; those from elsewhere are copied first.

        Where they are not added, it does not go on.
        """
        folder = self._session.folder
        if folder is None:
            return
        try:
            self._bringing.bring(folder, films, partial(self._brought, folder, then))
        except (StudioError, OSError) as error:
            self._notices.failed(error)

    def _brought(self, folder: Path, then: Callable[[], object], films: Sequence[Path]) -> None:
        if folder != self._session.folder:
            return
        try:
            if films:
                self._session.apply(said("Add films"), lambda p: add_films(p, folder, tuple(films)))
        except (StudioError, OSError) as error:
            self._notices.failed(error)
            return
        then()

    def _add_tracks(self, tracks: Sequence[Path]) -> None:
        folder = self._session.folder
        if folder is None:
            return
        try:
            over = above()
            for track in tracks:
                if over is not None:
                    Importing(over, self._session, self._notices).bring(track)
                    continue
                with brought_in(folder, SUBTITLES, (track,)) as (path,):
                    self._session.apply(
                        said("Add {name}", name=track.name),
                        partial(add_track, folder=folder, path=path),
                    )
        except (StudioError, OSError) as error:
            self._notices.failed(error)

    # -- out ------------------------------------------------------------------------------

    def save(self) -> bool:
        """Write the campaign and wait for that; asks for a place when it has none.

        False when it was not written.
        """
        if not self._session.is_open:
            return False
        if self._saving.finish() and not self._session.unsaved:
            return True
        if self._session.path is None:
            return self.save_as()
        return self._save_to(None)

    def save_behind(self) -> None:
        """Write the campaign as it is now while the person goes on; says when it is written."""
        if not self._session.is_open:
            return
        if self._session.path is None:
            self.save_as()
        else:
            self._saving.begin()

    def save_as(self) -> bool:
        """Ask for a place and write the campaign there."""
        folder = self._session.folder or Path.cwd()
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            tr("Save the campaign"),
            str(folder / NAME),
            _filter(tr("Campaign"), (".toml",)),
        )
        return bool(name) and self._save_to(Path(name))

    def _save_to(self, path: Path | None, *, over: bool = False) -> bool:
        return self._saved(self._saving.do(path, over=over), path)

    @Slot(object)
    def _saved(self, outcome: Outcome, path: Path | None = None) -> bool:
        try:
            # What a format could not keep was agreed to before.
            outcome.told()
        except ChangedOutside as error:
            return self._ask_about(error)
        except WouldLose as error:
            return self._ask_to_lose(error, path)
        except (StudioError, OSError) as error:
            self._notices.failed(error)
            return False
        self._notices.say(said("Saved"))
        return True

    def _ask_about(self, error: ChangedOutside) -> bool:
        """Another program wrote a file of the campaign; nothing is lost whatever is chosen."""
        text = tr(
            "{files} was changed by another program since it was read. What you replace is kept"
            " among the versions; what you load can be undone.",
            files=", ".join(error.files),
        )
        choices = tr("Cancel"), tr("Load that version"), tr("Save over it")
        chosen = ask(self._window, tr("Changed by another program"), text, choices, 2)
        if chosen == _SAVE_OVER:
            return self._save_to(None, over=True)
        path = self._session.path
        if chosen == _LOAD and path is not None:
            try:
                self._session.load_outside(open_project(path))
            except (StudioError, OSError) as other:
                self._notices.failed(other)
        return False

    def _ask_to_lose(self, error: WouldLose, path: Path | None) -> bool:
        """What a track's format cannot keep is listed before it is written; each is asked once."""
        listed = [*error.losses[:_LISTED]]
        if len(error.losses) > _LISTED:
            listed.append(heard(counted(len(error.losses) - _LISTED, "more loss", "more losses")))
        text = "\n".join(
            (
                tr("Nothing is written yet. What is there now is kept among the versions."),
                *(f"•  {heard(one)}" for one in listed),
            )
        )
        choices = tr("Do not save"), tr("Save without it")
        if ask(self._window, tr("Saving would lose something"), text, choices, 0) != 1:
            return False
        self._session.agree(error.losses)
        return self._save_to(path)

    def close(self) -> None:
        """Leave the campaign and go to the start page."""
        if self.may_leave():
            self._session.close()

    def may_leave(self, *, closing: bool = False) -> bool:
        """Whether the open project may be left: asks when something would be lost or ended.

        `closing`: the window goes too, so that one can also wait for what runs.
        """
        # What goes wrong with a save that is at work is said before anybody leaves.
        self._saving.finish()
        return self.gate.may_leave(self.save, closing=closing)

    def finish(self) -> None:
        """At the end of the run: what is being saved reaches the disk."""
        self._saving.close()

    @Slot(QSessionManager)
    def session_ends(self, manager: QSessionManager) -> None:
        """The system wants to end the session: the same gate, where it lets us ask."""
        if manager.allowsInteraction():
            if not self.may_leave():
                manager.cancel()
            manager.release()

    def rename(self, name: str) -> None:
        """Call the campaign something else."""
        if name.strip():
            self._session.apply(
                said("Rename the campaign"),
                lambda p: p.with_campaign(replace(p.campaign, name=name.strip())),
            )


def _sample(folder: Path, progress: Progress) -> Path:
    return write_sample(folder, progress=progress)


def _in_folders(paths: Iterable[Path]) -> list[Path]:
    """A folder without a campaign stands for the films and subtitles in it, by name."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir() and not (path / NAME).is_file():
            inside = sorted(p for p in path.iterdir() if p.suffix.lower() in (*FILMS, *TRACKS))
            has_films = any(p.suffix.lower() in FILMS for p in inside)
            found += inside if has_films else [path / NAME]
        else:
            found.append(path)
    return found


def _filter(title: str, endings: Sequence[str]) -> str:
    return tr(
        "{title} ({endings});;All files (*)",
        title=title,
        endings=" ".join(f"*{ending}" for ending in endings),
    )
