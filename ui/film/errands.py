"""What is done with the whole of a film: its sheet, its lists, how it is read, a new edit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from studio.campaign.marking import star_all
from studio.core.children import in_child
from studio.core.files import write_bytes
from studio.core.later import named
from studio.core.progress import SILENT, Progress
from studio.core.said import said
from studio.core.words import counted
from studio.media.film import Film
from studio.shots.detect import Detection
from studio.shots.marks import shot_at
from ui.campaign.titles import film_name
from ui.film.entries import entries
from ui.film.looking import Looking
from ui.film.new_edit import NewEditDialog
from ui.film.reading_as import ReadingDialog
from ui.jobs import Jobs
from ui.notices import Notices
from ui.reel.cuts import Marks
from ui.reel.dialog import ReelDialog
from ui.session import Session
from ui.widgets.language import heard, tr

if TYPE_CHECKING:
    from studio.shots.lists import csv_list, edl_list, otio_list
    from studio.shots.markers import Markers, read_edl_markers
    from studio.shots.structure import Whole
    from studio.stills.sheet import SheetEntry, contact_sheet
    from studio.stills.sheet_layout import Sheet
else:
    csv_list = named("studio.shots.lists", "csv_list")
    edl_list = named("studio.shots.lists", "edl_list")
    otio_list = named("studio.shots.lists", "otio_list")
    read_edl_markers = named("studio.shots.markers", "read_edl_markers")
    SheetEntry = named("studio.stills.sheet", "SheetEntry")
    contact_sheet = named("studio.stills.sheet", "contact_sheet")
    Sheet = named("studio.stills.sheet_layout", "Sheet")

_SECONDS = 300.0


def _sheet(
    film: Film, listed: Sequence[SheetEntry], path: Path, sheet: Sheet, progress: Progress
) -> tuple[Path, ...]:
    return in_child(contact_sheet, film, listed, path, sheet, progress=progress, seconds=_SECONDS)


def _markers(path: Path, film: Film, pts: Whole, progress: Progress) -> Markers:
    return in_child(_read, path, film, pts, progress=progress, seconds=_SECONDS)


def _read(path: Path, film: Film, pts: Whole, progress: Progress = SILENT) -> Markers:
    found = read_edl_markers(path, film, pts)
    progress.report(1.0)
    return found


def write_list(
    film: Film, detection: Detection, stars: tuple[int, ...], path: Path, progress: Progress
) -> Path:
    """Write the shots as the name's ending says: .csv, .otio, else an EDL. Raises CannotWrite."""
    kind = path.suffix.lower()
    if kind == ".csv":
        text = csv_list(film, detection)
    elif kind == ".otio":
        text = otio_list(film, detection, stars)
    else:
        text = edl_list(film, detection, stars)
    write_bytes(path, text.encode())
    progress.report(1.0)
    return path


class Errands(QObject):
    """Each asks for what it needs, works in a job or a dialog, and says what came of it."""

    def __init__(
        self, session: Session, jobs: Jobs, looking: Looking, notices: Notices, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._jobs, self._window = session, jobs, window
        self._looking, self._notices = looking, notices
        self._folder: Path | None = None

    def _name(self, title: str, tail: str, kinds: str) -> Path | None:
        film = self._looking.film
        if film is None:
            return None
        folder = self._folder or self._session.folder or film.path.parent
        whole = str(folder / f"{film.path.stem}{tail}")
        name, _ = QFileDialog.getSaveFileName(self._window, title, whole, kinds)
        if not name:
            return None
        path = Path(name)
        path = path if path.suffix else path.with_suffix(Path(whole).suffix)
        self._folder = path.parent
        return path

    # -- the contact sheet ----------------------------------------------------------------

    def contact_sheet(self) -> None:
        """Write the list's stills, what is rejected left out, as PDF or PNG."""
        film, detection = self._looking.film, self._looking.detection()
        marks = self._looking.marks
        kept = [
            one
            for one in entries(self._looking.stills, marks.stars)
            if one.pts not in marks.rejected
        ]
        if film is None or detection is None or not kept:
            self._notices.say(tr("There is no still to show yet"))
            return
        kinds = tr("PDF (*.pdf);;PNG (*.png)")
        path = self._name(tr("Contact sheet"), "_contact-sheet.pdf", kinds)
        if path is None:
            return
        stills = [
            SheetEntry(
                one.pts, shot_at(detection, one.pts) if detection.shots else None, one.starred
            )
            for one in kept
        ]
        title = film_name(self._session.project.campaign.film(self._looking.film_id))
        language = "zh-Hans" if QLocale().language() == QLocale.Language.Chinese else "en"
        sheet = Sheet(title=title, shot=tr("Shot {number}", number="{number}"), language=language)
        job = self._jobs.start(said("Contact sheet"), _sheet, film, stills, path, sheet)
        notices = self._notices
        job.done.connect(
            lambda made: notices.say(
                tr("Saved {name}", name=made[0].name)
                if len(made) == 1
                else tr("Saved {name} and {count} more", name=made[0].name, count=len(made) - 1)
            )
        )
        job.failed.connect(notices.failed)

    # -- lists ----------------------------------------------------------------------------

    def save_list(self) -> None:
        """Write the shots as they stand, for an editing program."""
        film, detection = self._looking.film, self._looking.detection()
        if film is None or detection is None or self._looking.analysis is None:
            self._notices.say(tr("The shots are not found yet"))
            return
        kinds = tr("EDL (*.edl);;CSV (*.csv);;OpenTimelineIO (*.otio)")
        path = self._name(tr("List of shots"), "_shots.edl", kinds)
        if path is None:
            return
        stars, notices = self._looking.marks.stars, self._notices
        job = self._jobs.start(
            said("List of shots"), write_list, film, detection, stars, path, quiet=True
        )
        job.done.connect(lambda made: notices.say(tr("Saved {name}", name=made.name)))
        job.failed.connect(notices.failed)

    def read_markers(self) -> None:
        """Star the frames that an editor marked in a list."""
        film, analysis = self._looking.film, self._looking.analysis
        if film is None or analysis is None:
            self._notices.say(tr("The shots are not found yet"))
            return
        folder = str(self._folder or self._session.folder or film.path.parent)
        kinds = tr("Lists of markers (*.edl *.txt *.csv);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(
            self._window, tr("Markers of an editor"), folder, kinds
        )
        if name:
            self._folder = Path(name).parent
            self.take_markers(Path(name))

    def take_markers(self, path: Path) -> None:
        """The same for a list that was named."""
        film, analysis = self._looking.film, self._looking.analysis
        if film is None or analysis is None:
            return
        film_id = self._looking.film_id
        job = self._jobs.start(
            said("Reading {name}", name=path.name), _markers, path, film, analysis.pts, quiet=True
        )
        job.done.connect(lambda found: self._star(film_id, found))
        job.failed.connect(self._notices.failed)

    def _star(self, film_id: str, found: Markers) -> None:
        if film_id != self._looking.film_id:
            return
        if found.frames:
            marks = star_all(self._looking.marks, found.frames)
            self._session.apply(
                said("Star an editor's markers"),
                lambda p: p.with_marks(film_id, marks),
                focus=("film", film_id),
            )
        stars = heard(counted(len(found.frames), "star"))
        if found.bad:
            lines = tr(", ").join(str(one.line) for one in found.bad[:5])
            told = tr("{stars}; lines that say no frame: {lines}", stars=stars, lines=lines)
        else:
            told = tr("{stars} from {count} markers", stars=stars, count=len(found.picks))
        self._notices.say(told)

    # -- the film itself ------------------------------------------------------------------

    def read_as(self) -> None:
        """Let a person say how the film's picture is read."""
        film, film_id = self._looking.film, self._looking.film_id
        if film is None:
            return
        dialog = ReadingDialog(self._jobs, film, self._window)
        dialog.accepted.connect(lambda: self._apply_reading(film_id, dialog))
        dialog.open()

    def _apply_reading(self, film_id: str, dialog: ReadingDialog) -> None:
        chosen = dialog.overrides
        self._session.apply(
            said("Read a film otherwise"),
            lambda p: p.with_campaign(
                p.campaign.with_film(replace(p.campaign.film(film_id), read_as=chosen))
            ),
            focus=("film", film_id),
        )

    def edit_reel(self, marks: Callable[[], Marks]) -> None:
        """Let a person set what the film is shown with; `marks` are in and out of the player."""
        film, film_id, folder = self._looking.film, self._looking.film_id, self._session.folder
        if film is None or folder is None:
            return
        entry = self._session.project.campaign.film(film_id)
        dialog = ReelDialog(self._jobs, entry, film, folder, marks(), self._window)
        dialog.accepted.connect(lambda: self._apply_reel(film_id, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _apply_reel(self, film_id: str, dialog: ReelDialog) -> None:
        reel = dialog.reel
        if reel == self._session.project.campaign.film(film_id).reel:
            return
        self._session.apply(
            said("Change cards, cuts and music"),
            lambda p: p.with_campaign(
                p.campaign.with_film(replace(p.campaign.film(film_id), reel=reel))
            ),
            focus=("film", film_id),
        )

    def new_edit(self) -> None:
        """Put another edit in the film's place, and say what was found in it again."""
        film, analysis = self._looking.film, self._looking.analysis
        folder = self._session.folder
        if film is None or analysis is None or folder is None:
            self._notices.say(tr("The shots are not found yet"))
            return
        name, _ = QFileDialog.getOpenFileName(
            self._window, tr("The new edit"), str(film.path.parent)
        )
        if not name:
            return
        dialog = NewEditDialog(
            self._jobs, self._session, (self._looking.film_id, film, analysis), self._window
        )
        dialog.open()
        dialog.compare(Path(name))
