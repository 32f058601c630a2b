"""The report of checks made from the page: which pack, with the film's cuts and frames or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFileDialog, QWidget

from studio.core.children import in_child
from studio.core.later import named
from studio.core.progress import Progress
from studio.core.said import said
from studio.media.film import Film
from studio.presets import store
from studio.subs.checks.base import CheckProfile, Finding
from studio.subs.cue import Track
from studio.subs.fixes.base import Desk as Bench
from ui.actions import Action
from ui.films import Films
from ui.jobs import Jobs, while_there
from ui.notices import Notices
from ui.session import Session
from ui.subs.desk import Desk
from ui.subs.looking import Looker
from ui.subs.view import PROFILE
from ui.widgets.dialogs import Dialog
from ui.widgets.language import heard, tr
from ui.widgets.opening import open_path
from ui.widgets.words import words

if TYPE_CHECKING:
    from studio.subs.report import CheckedFile
    from studio.subs.report_files import findings_of, write_reports
else:
    CheckedFile = named("studio.subs.report", "CheckedFile")
    findings_of = named("studio.subs.report_files", "findings_of")
    write_reports = named("studio.subs.report_files", "write_reports")

_SECONDS = 120.0
_KINDS = ((".html", said("Page with pictures")), (".csv", said("Table")), (".json", said("JSON")))


class Reporting(QObject):
    """Checks the tracks on view by a pack and writes what was found."""

    def __init__(self, desk: Desk, looker: Looker, session: Session, films: Films,
                 jobs: Jobs, notices: Notices) -> None:  # fmt: skip
        super().__init__(looker)
        self._desk, self._looker, self._session = desk, looker, session
        self._films, self._jobs, self._notices = films, jobs, notices

    def commands(self) -> Sequence[Action]:
        """One."""
        return (
            Action(
                "subs-report", said("Report of the checks…"), self.ask, "Subtitles", (), "", "",
                lambda: self._desk.track(0) is not None, "sheets",
            ),
        )  # fmt: skip

    def ask(self) -> None:
        """Ask by which pack and for which file, then make it beside the window."""
        self._desk.grid.settle()
        dialog = ReportDialog(self._films.film(self._desk.film_id), self._desk.grid.window())
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        pack, ending, cuts, pictures = dialog.chosen
        dialog.deleteLater()
        if not agreed:
            return
        start = str((self._session.folder or Path.home()) / f"{self._desk.film_id}.checks{ending}")
        given, _ = QFileDialog.getSaveFileName(
            self._desk.grid.window(), tr("Report of the checks"), start, f"*{ending}"
        )
        if given:
            path = Path(given)
            path = path if path.suffix else path.with_name(f"{path.name}{ending}")
            self.write(path, pack, cuts=cuts, pictures=pictures)

    def write(self, path: Path, pack: str, *, cuts: bool, pictures: bool) -> None:
        """Check by a pack and write the report to `path`, by its ending."""
        bench = self._looker.bench()
        if bench is None:
            return
        around = bench.around if cuts else replace(bench.around, cuts=())
        bench = replace(bench, around=around)
        film = self._films.film(self._desk.film_id) if pictures else None
        job = self._jobs.start(
            said("Writing the report"), _reported, bench, self._names(bench), pack, film, path
        )
        job.done.connect(while_there(self, self._told))
        job.failed.connect(self._notices.failed)

    def _names(self, bench: Bench) -> tuple[str, ...]:
        """The tracks' files, as the report names them."""
        film = self._session.project.campaign.film(self._desk.film_id)
        entries = (film.track(track.language) for track in bench.tracks)
        return tuple(Path(entry.file).name if entry is not None else "" for entry in entries)

    def _told(self, path: Path) -> None:
        told = tr("The report is in {file}", file=path.name)
        self._notices.say(told)
        if path.suffix.lower() == ".html":
            open_path(path, lambda why: self._notices.say(f"{told}  ·  {why}"))


def _reported(
    bench: Bench, names: tuple[str, ...], pack: str, film: Film | None, path: Path,
    progress: Progress,
) -> Path:  # fmt: skip
    """In a process of its own: it decodes the film, and may check many cues."""
    return in_child(report, bench, names, pack, film, path, progress=progress, seconds=_SECONDS)


def report(
    bench: Bench, names: tuple[str, ...], pack: str, film: Film | None, path: Path,
    progress: Progress,
) -> Path:  # fmt: skip
    """Check as `subs check` does: two tracks beside each other by packs for two languages, each by
    itself by all others. The path of the report."""
    limits = store.profile(pack)
    progress.report(0.02)
    files = [
        CheckedFile(name, track, findings)
        for (track, findings), name in zip(_checked(bench, limits), names, strict=True)
    ]
    write_reports((path,), files, limits, film, bench.around.style, progress)
    return path


def _checked(bench: Bench, limits: CheckProfile) -> list[tuple[Track, tuple[Finding, ...]]]:
    if limits.screen is not None and bench.b is not None:
        desk = replace(bench, profile=limits)
        return [(track, findings_of(desk, side)) for side, track in enumerate(desk.tracks)]
    alone = [Bench(track, limits, rate=bench.rate, around=bench.around) for track in bench.tracks]
    return [(one.a, findings_of(one, 0)) for one in alone]


class ReportDialog(Dialog):
    """`chosen`: the pack, the file's ending, with the film's cuts, with frames of it."""

    def __init__(self, film: Film | None, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Report of the checks"), parent,
            tr("Every finding with its figure, limit and source, to be sent on."),
        )  # fmt: skip
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(460)
        self._packs, self._kinds = QComboBox(), QComboBox()
        self._about = words("", "faint")
        for name in store.names("checks"):
            self._packs.addItem(heard(store.profile(name).name), name)
        self._packs.setCurrentIndex(self._packs.findData(PROFILE))
        for ending, kind in _KINDS:
            self._kinds.addItem(f"{heard(kind)}   {ending}", ending)
        for box, text, name in (
            (self._packs, tr("Limits"), "report-pack"), (self._kinds, tr("File"), "report-kind"),
        ):  # fmt: skip
            box.setObjectName(name)
            box.setAccessibleName(text)
            self.body.addWidget(words(text, "quiet", wraps=False))
            self.body.addWidget(box)
        self.body.insertWidget(2, self._about)
        self._packs.currentIndexChanged.connect(self._tell_about)
        self._tell_about()
        self._cuts = QCheckBox(tr("Judge starts and ends by the film's cuts"))
        self._cuts.setChecked(True)
        self._pictures = QCheckBox(tr("With frames of the film"))
        self._pictures.setObjectName("report-pictures")
        for tick in (self._cuts, self._pictures):
            tick.setEnabled(film is not None)
            self.body.addWidget(tick)
        self._pictures.setChecked(film is not None)
        self._kinds.currentIndexChanged.connect(
            lambda _: self._pictures.setVisible(self.chosen[1] == ".html")
        )
        self.add_cancel()
        self.add_button(tr("Save as…"), self.accept, primary=True).setObjectName("report-go")
        self.fit()

    def _tell_about(self) -> None:
        self._about.setText(heard(store.profile(self._packs.currentData()).summary))

    @property
    def chosen(self) -> tuple[str, str, bool, bool]:
        """(pack, ending, cuts, pictures)"""
        return (
            self._packs.currentData(),
            self._kinds.currentData(),
            self._cuts.isChecked(),
            self._pictures.isChecked() and self._pictures.isEnabled(),
        )
