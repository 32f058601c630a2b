"""The dialog of a film's reel: cards, cuts, music and slate, taken over as one step."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.campaign.adding import relative_to
from studio.campaign.carrying import REEL, brought_in, strangers
from studio.campaign.document import FilmEntry
from studio.campaign.reel_entry import ReelEntry
from studio.core.errors import StudioError
from studio.core.progress import Progress
from studio.core.said import said
from studio.media.film import Film
from ui.campaign.titles import film_name
from ui.campaign.working import WorkDialog
from ui.jobs import Jobs
from ui.reel.cards import CardFields
from ui.reel.cuts import CutFields, Marks
from ui.reel.music import MusicFields
from ui.reel.slate import SlateFields
from ui.widgets import tokens as t
from ui.widgets.language import tr
from ui.widgets.words import words

_WIDE = 940


def _bring(folder: Path, files: tuple[Path, ...], progress: Progress) -> tuple[Path, ...]:
    with brought_in(folder, REEL, files, progress) as placed:
        return placed


class ReelDialog(WorkDialog):
    """`reel` is what was set, once it was accepted: every file lies in the campaign's folder.

    Files from elsewhere are copied there first, while the dialog stays open.
    """

    def __init__(
        self,
        jobs: Jobs,
        entry: FilmEntry,
        film: Film,
        folder: Path,
        marks: Marks,
        parent: QWidget | None = None,
    ) -> None:
        text = tr("What {film} is shown with in its film deliveries.", film=film_name(entry))
        super().__init__(jobs, tr("Cards, cuts and music"), parent, text)
        self._folder = folder
        self.reel = entry.reel
        self._named = frozenset(entry.reel.files)
        self._copied: tuple[Path, ...] = ()
        self.opening = CardFields(tr("Opening card"), "opening", entry, folder)
        self.ending = CardFields(tr("End card"), "ending", entry, folder)
        self.cuts = CutFields(entry.reel, film, marks)
        self.music = MusicFields(entry.reel.music, folder)
        self.slate = SlateFields(entry.reel.slate)
        columns = QHBoxLayout()
        columns.setSpacing(t.SPACE[5])
        columns.addLayout(_column(self.opening, self.ending, self.music), 1)
        columns.addLayout(_column(self.cuts, self.slate), 1)
        self.body.addLayout(columns)
        self._told = words("", "quiet")
        self.body.addWidget(self._told)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.note)
        self._alone = self.add_button(tr("The film alone"), self._clear, aside=True)
        self.add_cancel()
        self._go = self.add_button(tr("Apply"), self._finish, primary=True)
        self._go.setObjectName("reel-apply")
        for part in (self.opening, self.ending, self.cuts, self.music, self.slate):
            part.edited.connect(self._refresh)
        self.setMinimumWidth(_WIDE)
        self._refresh()
        self.fit()

    @property
    def _typed(self) -> ReelEntry:
        return ReelEntry(
            self.cuts.cuts,
            self.cuts.join.exact,
            self.opening.entry,
            self.ending.entry,
            self.music.entry,
            self.slate.rows,
        )

    @property
    def _new(self) -> dict[str, Path]:
        """Files that were chosen here; what the campaign named already stays where it is."""
        names = (name for name in self._typed.files if name not in self._named)
        return {name: self._folder / name for name in names}

    @property
    def _strangers(self) -> tuple[Path, ...]:
        return strangers(self._folder, tuple(dict.fromkeys(self._new.values())))

    def _refresh(self) -> None:
        fault = self.cuts.fault or self.slate.fault
        self.set_fault(fault)
        self._go.setEnabled(not fault and not self.is_working)
        names = tr(", ").join(path.name for path in self._strangers)
        told = tr("Copied into the campaign's folder: {files}", files=names)
        self._told.setText(told if names else "")
        self._told.setVisible(bool(names))

    def work_changed(self) -> None:
        """Nothing is changed or applied while files are copied."""
        for part in (self.opening, self.ending, self.cuts, self.music, self.slate):
            part.setEnabled(not self.is_working)
        for button in (self._alone, self._go):
            button.setEnabled(not self.is_working)

    def _clear(self) -> None:
        for part in (self.opening, self.ending, self.cuts, self.music, self.slate):
            part.clear()

    def _finish(self) -> None:
        self._copied = outside = self._strangers
        if outside:
            self.work(said("Copying files"), _bring, self._folder, outside, done=self._brought)
        else:
            self._take({})

    def _brought(self, placed: Sequence[Path]) -> None:
        self._take(dict(zip(self._copied, placed, strict=True)))

    def _take(self, placed: dict[Path, Path]) -> None:
        new = self._new.items()
        try:
            places = {name: relative_to(self._folder, placed.get(path, path)) for name, path in new}
            self.reel = self._typed.moved(places)
        except StudioError as error:
            self.show_error(error)
            return
        self.accept()


def _column(*parts: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(t.SPACE[3])
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return column
