"""Sheets for translators: the tracks on view written as a table, and what came back taken over."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog

from studio.campaign.project import Project
from studio.core.children import in_child
from studio.core.errors import BadValue, StudioError
from studio.core.later import named
from studio.core.progress import Progress
from studio.core.said import said
from studio.core.words import counted
from studio.subs.cue import Track
from studio.subs.linking import Pairing
from studio.subs.review import Review
from ui.actions import Action
from ui.jobs import Jobs, while_there
from ui.notices import Notices
from ui.session import Session
from ui.subs.desk import Desk
from ui.subs.looking import Looker
from ui.subs.sheet_dialog import SheetDialog
from ui.widgets.language import heard, tr

if TYPE_CHECKING:
    from studio.campaign.cue_sheet import CueDifference, compare_cues, cue_sheet, taken
    from studio.campaign.deck import Sheet
    from studio.campaign.deck_file import read_deck, write_deck
else:
    compare_cues = named("studio.campaign.cue_sheet", "compare_cues")
    cue_sheet = named("studio.campaign.cue_sheet", "cue_sheet")
    taken = named("studio.campaign.cue_sheet", "taken")
    read_deck = named("studio.campaign.deck_file", "read_deck")
    write_deck = named("studio.campaign.deck_file", "write_deck")

_SECONDS = 120.0


class Sheets(QObject):
    """Works on the tracks that the looker of a page looks at."""

    def __init__(
        self, desk: Desk, looker: Looker, session: Session, jobs: Jobs, notices: Notices
    ) -> None:
        super().__init__(looker)
        self._desk, self._looker = desk, looker
        self._session, self._jobs, self._notices = session, jobs, notices

    def commands(self) -> Sequence[Action]:
        """Out and back."""
        listed = (
            ("sheet-out", said("Send to translators…"), self.ask_out, "export"),
            ("sheet-in", said("Take back a sheet…"), self.ask_back, "open"),
        )
        return tuple(
            Action(f"subs-{name}", text, run, "Subtitles", (), sign, "", self._is_there, "sheets")
            for name, text, run, sign in listed
        )

    def _is_there(self) -> bool:
        return self._desk.track(0) is not None

    # -- out ------------------------------------------------------------------------------

    def ask_out(self) -> None:
        """Ask for a file, and write the tracks on view into it."""
        self._desk.grid.settle()
        languages = "-".join(one for one in self._desk.languages if one)
        name = f"{self._desk.film_id}.{languages}.xlsx"
        shown = f"{tr('Workbook')} (*.xlsx);;{tr('CSV')} (*.csv)"
        start = str((self._session.folder or Path.home()) / name)
        given, kind = QFileDialog.getSaveFileName(
            self._desk.grid.window(), tr("Send to translators"), start, shown
        )
        if not given:
            return
        path = Path(given)
        if path.suffix.lower() not in (".csv", ".xlsx"):
            path = path.with_name(f"{path.name}{'.csv' if 'csv' in kind else '.xlsx'}")
        self.write(path)

    def write(self, path: Path) -> None:
        """Write the tracks on view, with states and notes where there are any."""
        bench = self._looker.bench()
        if bench is None:
            return
        film, project = self._desk.film_id, self._session.project
        reviews = tuple(project.review(film, track.language) for track in bench.tracks)
        kept = reviews if any(one.marks for one in reviews) else ()
        title = said("Writing the sheet")
        job = self._jobs.start(title, _written, tuple(bench.tracks), bench.pairing, kept, path)
        job.done.connect(while_there(self, partial(self._told, path)))
        job.failed.connect(self._notices.failed)

    def _told(self, path: Path, rows: int) -> None:
        self._notices.say(said("{rows} are in {file}.", rows=counted(rows, "row"), file=path.name))

    # -- back -----------------------------------------------------------------------------

    def ask_back(self) -> None:
        """Ask for a sheet that came back, and show what it would change."""
        self._desk.grid.settle()
        shown = tr("Sheets ({endings})", endings="*.xlsx *.csv")
        start = str(self._session.folder or Path.home())
        given, _ = QFileDialog.getOpenFileName(
            self._desk.grid.window(), tr("Take back a sheet"), start, shown
        )
        if given:
            self.read(Path(given))

    def read(self, path: Path) -> None:
        """Read a stranger's sheet in a process of its own, then show what it would change."""
        tracks = tuple(track for side in (0, 1) if (track := self._desk.track(side)) is not None)
        film = self._desk.film_id
        job = self._jobs.start(said("Reading the sheet"), _compared, tracks, path)
        job.done.connect(while_there(self, partial(self._show, film, tracks, path.name)))
        job.failed.connect(self._notices.failed)

    def _show(
        self,
        film: str,
        tracks: tuple[Track, ...],
        name: str,
        read: tuple[tuple[CueDifference, ...], tuple[str, ...]],
    ) -> None:
        found, notes = read
        numbers = {
            (track.language, cue.id): n for track in tracks for n, cue in enumerate(track.cues, 1)
        }
        dialog = SheetDialog(name, found, numbers, notes, self._desk.grid.window())
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.chosen:
            self._take(film, tracks, dialog.chosen)
        dialog.deleteLater()

    def _take(
        self, film: str, tracks: tuple[Track, ...], chosen: tuple[CueDifference, ...]
    ) -> None:
        first = chosen[0]
        label = said("Take back {texts}", texts=counted(len(chosen), "text"))
        focus = ("subs", film, first.language, first.cue_id)
        try:
            edit = partial(_with_texts, film, tracks, taken(tracks, chosen))
            self._session.apply(label, edit, focus=focus)
        except StudioError as error:
            self._notices.failed(error)
            return
        self._notices.say(tr("Took back {texts}", texts=heard(counted(len(chosen), "text"))))


def _with_texts(
    film: str, before: tuple[Track, ...], after: tuple[Track, ...], project: Project
) -> Project:
    """Raises BadValue where a track is no longer what the sheet was compared with."""
    for old, new in zip(before, after, strict=True):
        if project.tracks.get((film, old.language)) is not old:
            raise BadValue(
                said("The subtitles changed while the sheet was looked at."),
                hint=said("Take it back again."),
            )
        if new.cues != old.cues:
            project = project.with_track(film, new)
    return project


def _written(
    tracks: tuple[Track, ...],
    pairing: Pairing | None,
    reviews: tuple[Review, ...],
    path: Path,
    progress: Progress,
) -> int:
    progress.report(0.0)
    made = cue_sheet(tracks, pairing, reviews)
    write_deck(made, path)
    return len(made.rows)


def _compared(
    tracks: tuple[Track, ...], path: Path, progress: Progress
) -> tuple[tuple[CueDifference, ...], tuple[str, ...]]:
    sheet: Sheet = in_child(read_deck, path, progress=progress, seconds=_SECONDS)
    return compare_cues(tracks, sheet), sheet.notes
