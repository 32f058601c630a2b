"""A new edit in a film's place: compared, reported, and taken as one step that can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from studio.campaign.adding import relative_to
from studio.campaign.project import Project
from studio.core.children import in_child
from studio.core.errors import StudioError
from studio.core.later import named
from studio.core.progress import Progress, Span
from studio.core.said import said
from studio.core.time import timecode
from studio.core.words import counted
from studio.media.film import Film
from ui.campaign.working import WorkDialog
from ui.jobs import Jobs
from ui.session import Session
from ui.widgets import tokens as t
from ui.widgets.icons import tinted
from ui.widgets.language import heard, tr
from ui.widgets.words import words

if TYPE_CHECKING:
    from studio.campaign.reediting import Carried, ReEdit, decided_frames, re_edited
    from studio.conform.conform import Conformed, FoundFrame, conform
    from studio.conform.stills import find_stills
    from studio.media.spread import opened
    from studio.shots.analyse import Analysis, analyse
else:
    decided_frames = named("studio.campaign.reediting", "decided_frames")
    re_edited = named("studio.campaign.reediting", "re_edited")
    opened = named("studio.media.spread", "opened")
    analyse = named("studio.shots.analyse", "analyse")
    conform = named("studio.conform.conform", "conform")
    find_stills = named("studio.conform.stills", "find_stills")

_SECONDS = 300.0
_FilmId = str
Old = tuple[_FilmId, "Film", "Analysis"]

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """The new edit against the old one, and where the frames that were decided on are in it."""

    path: Path
    made: Conformed
    frames: dict[int, FoundFrame | None]


def compared(old: Old, project: Project, path: Path, progress: Progress) -> Compared:
    """Read and analyse the new edit, align the two and look for stills, all in child processes."""
    film_id, film, analysis = old
    read_as = project.campaign.film(film_id).read_as
    new = in_child(opened, path, read_as, progress=Span(progress, 0.0, 0.1), seconds=_SECONDS)
    fresh = in_child(analyse, new, progress=Span(progress, 0.1, 0.7), seconds=_SECONDS)
    made = in_child(
        conform,
        film,
        analysis,
        new,
        fresh,
        progress=Span(progress, 0.7, 0.9),
        seconds=_SECONDS,
    )
    pts = decided_frames(project, film_id, made.old)
    frames = in_child(
        find_stills,
        made,
        (analysis, fresh),
        pts,
        progress=Span(progress, 0.9, 1.0),
        seconds=_SECONDS,
    )
    return Compared(path, made, dict(zip(pts, frames, strict=True)))


class NewEditDialog(WorkDialog):
    """Shows what is found and what is gone before anything changes."""

    def __init__(self, jobs: Jobs, session: Session, old: Old, parent: QWidget | None) -> None:
        text = tr("Stills, stars and cuts are looked for in the new edit by their pictures.")
        super().__init__(jobs, tr("A new edit"), parent, text)
        self._session, self._old = session, old
        self._found: Compared | None = None
        self._summary = words("")
        self.tree = QTreeWidget()
        self.tree.setObjectName("new-edit-list")
        self.tree.setAccessibleName(tr("What becomes of stills and marks"))
        self.tree.setHeaderLabels([tr("What"), tr("Before"), tr("In the new edit"), tr("Sure")])
        self.tree.headerItem().setTextAlignment(3, _RIGHT)
        self.tree.setRootIsDecorated(False)
        for column, width in enumerate((230, 120, 150)):
            self.tree.setColumnWidth(column, width)
        self.body.addWidget(self._summary)
        self.body.addWidget(self.tree, 1)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.note)
        self.add_cancel()
        self._go = self.add_button(tr("Take the new edit"), self._take, primary=True)
        self._go.setObjectName("new-edit-go")
        self._go.setEnabled(False)
        self.resize(720, 480)

    def compare(self, path: Path) -> None:
        """Look at another edit; the dialog can be left meanwhile, which stops it."""
        self._found = None
        self._summary.setText(path.name)
        project = self._session.project
        self.work(said("Comparing"), compared, self._old, project, path, done=self._compared)

    def _compared(self, found: Compared) -> None:
        try:
            edit = self._edit(found, self._session.project)
        except StudioError as error:
            self.show_error(error)
            return
        self._found = found
        kept = tr("{percent} % of the film is in the new edit.", percent=_percent(found.made.kept))
        gone = heard(counted(len(edit.gone), "mark"))
        lost = tr("Gone: {marks}.", marks=gone) if edit.gone else tr("Nothing is gone.")
        told = tr("{first} {rest}", first=kept, rest=lost)
        self._summary.setText(f"{found.path.name}\n{told}")
        self._fill(edit.carried, found)
        self._go.setEnabled(True)

    def _edit(self, found: Compared, project: Project) -> ReEdit:
        assert self._session.folder is not None
        source = relative_to(self._session.folder, found.path)
        return re_edited(project, self._old[0], source, found.made, found.frames)

    def _fill(self, carried: Sequence[Carried], found: Compared) -> None:
        self.tree.clear()
        for one in sorted(carried, key=lambda row: (row.state != "gone", row.old)):
            old = timecode(_frame(found.made.old, one.old), found.made.old.video.rate)
            new = tr("Gone")
            if one.new is not None:
                new = timecode(_frame(found.made.new, one.new), found.made.new.video.rate)
            sure = (
                tr("{percent} %", percent=_percent(one.confidence)) if one.new is not None else ""
            )
            row = QTreeWidgetItem([heard(one.text), old, new, sure])
            if one.new is None:
                row.setIcon(0, tinted("warning", t.WARN))
            row.setTextAlignment(3, _RIGHT)
            self.tree.addTopLevelItem(row)

    def _take(self) -> None:
        found = self._found
        if found is None:
            return
        film_id = self._old[0]
        try:
            self._session.apply(
                said("Take a new edit"),
                lambda project: self._edit(found, project).project,
                focus=("film", film_id),
            )
        except StudioError as error:
            self.show_error(error)
            return
        self.accept()

    def work_changed(self) -> None:
        """Nothing is taken while it compares."""
        self._go.setEnabled(self._found is not None and not self.is_working)


def _frame(film: Film, seconds: Fraction) -> int:
    return film.video.rate.nearest_frame(seconds)


def _percent(share: float) -> int:
    return round(share * 100)
