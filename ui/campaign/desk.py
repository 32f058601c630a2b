"""What the commands of the whole campaign do: each asks by a dialog and makes one undoable step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from studio.campaign.arranging import duplicate_film, duplicate_poster
from studio.campaign.document import Campaign
from studio.campaign.project import Project
from studio.core.errors import StudioError
from studio.core.later import later
from studio.core.said import said
from ui.campaign import background
from ui.films import Films
from ui.jobs import Jobs
from ui.notices import Notices
from ui.session import Session
from ui.settings import Settings
from ui.widgets.language import tr
from ui.widgets.opening import open_path

if TYPE_CHECKING:
    from studio.campaign import brand as engine_brand
    from studio.campaign import deck as engine_deck
    from studio.campaign import deck_file
    from studio.campaign import relink as engine_relink
    from studio.campaign.brand import BrandFile
    from ui.campaign import brand, deck, duplicate, markets, packing, relink
else:
    # Dialogs and what they rest on: not wanted before somebody asks.
    engine_brand = later("studio.campaign.brand")
    engine_deck = later("studio.campaign.deck")
    deck_file = later("studio.campaign.deck_file")
    engine_relink = later("studio.campaign.relink")
    brand = later("ui.campaign.brand")
    deck = later("ui.campaign.deck")
    duplicate = later("ui.campaign.duplicate")
    markets = later("ui.campaign.markets")
    packing = later("ui.campaign.packing")
    relink = later("ui.campaign.relink")

FOCUS = ("campaign",)


class CampaignDesk(QObject):
    """Outlives every window; dialogs stand over the one that is active."""

    def __init__(
        self,
        session: Session,
        jobs: Jobs,
        notices: Notices,
        films: Films,
        settings: Settings,
    ) -> None:
        super().__init__()
        self._session = session
        self._jobs = jobs
        self._notices = notices
        self._films = films
        self._settings = settings
        self.save: Callable[[], bool] = _never
        """Saves the campaign where it is needed on disk; the shell gives it."""
        self._deck_name = ""
        self._sources = background.Remembering(session, jobs, films, self)

    @property
    def is_open(self) -> bool:
        """Whether there is a campaign."""
        return self._session.is_open

    @property
    def _window(self) -> QWidget | None:
        return QApplication.activeWindow()

    @property
    def _campaign(self) -> Campaign:
        return self._session.project.campaign

    def _with(self, label: str, edit: Callable[[Campaign], Campaign]) -> None:
        def whole(project: Project) -> Project:
            return project.with_campaign(edit(project.campaign))

        self._session.apply(label, whole, focus=FOCUS)

    # -- markets --------------------------------------------------------------------------

    def edit_markets(self) -> None:
        """Markets, their languages, and what is delivered there."""
        dialog = markets.Markets(self._campaign, self._settings, self._window)
        if _shown(dialog):
            self._with(said("Change what is delivered"), _Instead(dialog.campaign))
        dialog.deleteLater()

    # -- brand ----------------------------------------------------------------------------

    def edit_brand(self) -> None:
        """The brand kit beside the campaign; the campaign names it from then on."""
        folder = self._session.folder
        if folder is None:
            return
        named = folder / (self._campaign.brand or engine_brand.NAME)
        try:
            kit = engine_brand.load_file(named) if named.is_file() else engine_brand.BrandFile()
        except StudioError as error:
            self._notices.failed(error)
            return
        dialog = brand.BrandDialog(kit, self._campaign, named.parent, self._window)
        if _shown(dialog):
            logos = dialog.logo_light.path, dialog.logo_dark.path
            self._keep_brand(dialog.written, named.parent, logos)
        dialog.deleteLater()

    def _keep_brand(
        self, written: BrandFile, place: Path, logos: tuple[Path | None, Path | None]
    ) -> None:
        folder = self._session.folder
        if folder is None:
            return
        try:
            name = engine_brand.keep_kit(written, place, *logos)
        except StudioError as error:
            self._notices.failed(error)
            return
        shown = (place / name).resolve().relative_to(folder.resolve()).as_posix()
        self._with(said("Use the brand kit"), _Branded(shown))
        # The file is no part of the document: pages look again as when a film was read.
        for film in self._campaign.films:
            if self._films.film(film.id) is not None:
                self._films.probed.emit(film.id)
        self._notices.say(tr("Brand kit saved"))

    # -- copy deck ------------------------------------------------------------------------

    def export_deck(self) -> None:
        """Write every text into a file for translators."""
        start = str((self._session.folder or Path.home()) / f"{tr('copy')}.xlsx")
        shown = f"{tr('Workbook')} (*.xlsx);;{tr('CSV')} (*.csv)"
        name, kind = QFileDialog.getSaveFileName(
            self._window, tr("Export the copy deck"), start, shown
        )
        if not name:
            return
        path = Path(name)
        if path.suffix.lower() not in (".csv", ".xlsx"):
            path = path.with_name(f"{path.name}{'.csv' if 'csv' in kind else '.xlsx'}")
        job = self._jobs.start(
            said("Writing the copy deck"), background.write_deck, self._campaign, path
        )
        job.done.connect(self._deck_written)
        job.failed.connect(self._notices.failed)

    def _deck_written(self, path: Path) -> None:
        self._notices.say(tr("The copy deck is in {file}", file=path.name))

    def import_deck(self) -> None:
        """Ask for a deck that came back and show what it would change."""
        start = str(self._session.folder or Path.home())
        shown = tr("Copy decks ({endings})", endings="*.xlsx *.csv")
        name, _ = QFileDialog.getOpenFileName(self._window, tr("Import a copy deck"), start, shown)
        if name:
            self.read_deck(Path(name))

    def read_deck(self, path: Path) -> None:
        """Read a deck in a child process, then show what it would change."""
        self._deck_name = path.name
        job = self._jobs.start(said("Reading the copy deck"), background.read_deck, path)
        job.done.connect(self._show_deck)
        job.failed.connect(self._notices.failed)

    def _show_deck(self, sheet: object) -> None:
        if not self._session.is_open:
            return
        compared = engine_deck.compare(self._campaign, sheet)  # type: ignore[arg-type]
        dialog = deck.DeckDialog(compared, self._deck_name, self._window)
        if _shown(dialog) and dialog.chosen:
            edit = partial(_applied, differences=dialog.chosen)
            self._with(said("Take over the copy deck"), edit)
        dialog.deleteLater()

    # -- duplicating ----------------------------------------------------------------------

    def ask_duplicate(self) -> None:
        """Ask for a film or poster and duplicate it."""
        dialog = duplicate.DuplicateDialog(self._campaign, self._window)
        if _shown(dialog):
            film, poster = dialog.chosen
            if poster:
                self.duplicate_poster(film, poster)
            elif film:
                self.duplicate_film(film)
        dialog.deleteLater()

    def duplicate_film(self, film: str) -> None:
        """A second film like this one, as one step."""
        self._session.apply(
            said("Duplicate the film {film}", film=film),
            partial(duplicate_film, film_id=film),
            focus=FOCUS,
        )

    def duplicate_poster(self, film: str, poster: str) -> None:
        """A second poster like this one, as one step."""
        self._session.apply(
            said("Duplicate the poster {poster}", poster=poster),
            partial(duplicate_poster, film_id=film, poster_id=poster),
            focus=FOCUS,
        )

    # -- packing and relinking ------------------------------------------------------------

    def ask_package(self) -> None:
        """Ask for a place and pack the campaign there; the job strip shows how far."""
        if (self._session.unsaved and not self.save()) or self._session.path is None:
            return
        path = self._session.path
        dialog = packing.PackageDialog(self._campaign, path.parent, self._window)
        if _shown(dialog):
            self.package(path, dialog.target)
        dialog.deleteLater()

    def package(self, path: Path, target: Path) -> None:
        """Pack the campaign of the file `path` into `target`."""
        job = self._jobs.start(said("Packing the campaign"), background.pack, path, target)
        job.done.connect(self._packed)
        job.failed.connect(self._notices.failed)

    def _packed(self, made: object) -> None:
        packaged = background.as_packaged(made)
        told = tr("Packed {n} files into {place}", n=len(packaged.files), place=packaged.path.name)
        self._notices.say(told)
        open_path(packaged.path.parent, lambda why: self._notices.say(f"{told}  ·  {why}"))

    def ask_relink(self) -> None:
        """Show what is missing, and find it."""
        folder = self._session.folder
        if folder is None:
            return
        gone = engine_relink.missing(self._session.project, folder)
        if not gone:
            self._notices.say(tr("No file is missing"))
            return
        dialog = relink.RelinkDialog(self._jobs, gone, folder, self._window)
        if _shown(dialog):
            self.relink(dialog.edit(), tuple(dialog.paths))
        dialog.deleteLater()

    def relink(self, edit: Callable[[Project], Project], names: tuple[str, ...]) -> None:
        """Name files anew as one step; films whose file is back are read again."""
        films = [one.id for one in self._campaign.films if one.source in names]
        try:
            self._session.apply(said("Relink files"), edit, focus=FOCUS)
        except StudioError as error:
            self._notices.failed(error)
            return
        for film in films:
            self._films.again(film)
        self._notices.say(tr("Relinked"))


class _Branded:
    """The edit that names the brand kit."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __call__(self, campaign: Campaign) -> Campaign:
        return replace(campaign, brand=self._name)


class _Instead:
    """The edit that puts another campaign in the place of the present one."""

    def __init__(self, campaign: Campaign) -> None:
        self._campaign = campaign

    def __call__(self, _: Campaign) -> Campaign:
        return self._campaign


def _applied(campaign: Campaign, differences: tuple[object, ...]) -> Campaign:
    return engine_deck.applied(campaign, differences)  # type: ignore[arg-type]


def _shown(dialog: QDialog) -> bool:
    return dialog.exec() == QDialog.DialogCode.Accepted


def _never() -> bool:
    return False
