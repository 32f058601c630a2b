"""Tracks on view as files of any format and encoding: what is lost is shown before."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QFileDialog

from studio.core.errors import BadValue, StudioError
from studio.core.said import said
from studio.subs.bilingual import bilingual
from studio.subs.cue import Track
from studio.subs.linking import Pairing
from studio.subs.writing import Planned, beside, planned
from ui.actions import Action
from ui.notices import Notices
from ui.session import Session
from ui.subs.desk import Desk
from ui.subs.export_dialog import Choice, ExportDialog, default_name
from ui.subs.looking import Looker
from ui.widgets.language import heard, tr


class Exporting(QObject):
    """Works on the tracks that the looker of a page looks at."""

    def __init__(self, desk: Desk, looker: Looker, session: Session, notices: Notices) -> None:
        super().__init__(looker)
        self._desk, self._looker = desk, looker
        self._session, self._notices = session, notices

    def commands(self) -> Sequence[Action]:
        """One: the rest is chosen in the dialog."""
        return (
            Action(
                "subs-export", said("Export subtitles…"), self.ask, "Subtitles", (), "export", "",
                lambda: self._desk.track(0) is not None, "sheets",
            ),
        )  # fmt: skip

    def ask(self) -> None:
        """Once the links are sure; they are looked for again after an edit."""
        self._desk.grid.settle()
        if self._looker.busy and self._desk.track(1) is not None:
            once = Qt.ConnectionType.SingleShotConnection
            self._looker.seen.connect(lambda _: self._ask(), once)
            return
        self._ask()

    def _ask(self) -> None:
        bench = self._looker.bench()
        if bench is None:
            return
        tracks, pairing = tuple(bench.tracks), bench.pairing
        languages = [track.language for track in tracks]

        def plan(choice: Choice) -> tuple[Planned, tuple[str, ...]]:
            name = default_name(self._desk.film_id, languages, choice)
            return planned_as(tracks, pairing, choice, name)

        dialog = ExportDialog(languages, plan, self._desk.grid.window())
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        choice = dialog.choice
        dialog.deleteLater()
        if agreed:
            name = default_name(self._desk.film_id, languages, choice)
            self._save(tracks, pairing, choice, name)

    def _save(
        self, tracks: tuple[Track, ...], pairing: Pairing | None, choice: Choice, name: Path
    ) -> None:
        start = str((self._session.folder or Path.home()) / name)
        given, _ = QFileDialog.getSaveFileName(
            self._desk.grid.window(), tr("Export subtitles"), start, f"*{choice.suffix}"
        )
        if not given:
            return
        path = Path(given)
        if not path.suffix:
            path = path.with_name(f"{path.name}{choice.suffix}")
        try:
            self._refuse_own(path)
            plan, _ = planned_as(tracks, pairing, choice, path)
            plan.write()
        except StudioError as error:
            self._notices.failed(error)
            return
        self._notices.say(tr("Exported {file}", file=path.name))

    def _refuse_own(self, path: Path) -> None:
        """A file of the campaign is not written over: its track is saved there."""
        folder, campaign = self._session.folder, self._session.project.campaign
        own = [entry.file for film in campaign.films for entry in film.tracks]
        if folder is None or not path.exists():
            return
        for file in own:
            if (folder / file).exists() and path.samefile(folder / file):
                raise BadValue(
                    said("{file} is the file of a track of this campaign.", file=path.name),
                    hint=said("Choose another name; saving the campaign writes that file."),
                )


def planned_as(
    tracks: Sequence[Track], pairing: Pairing | None, choice: Choice, path: Path
) -> tuple[Planned, tuple[str, ...]]:
    """What would be written to `path`, and what the tracks' files hold beside their cues that the
    format has no room for. Raises BadValue, CannotWrite.

    Calls what `subs convert` and `subs pair` call, so that the bytes are theirs.
    """
    if choice.what < 2:
        track = tracks[choice.what]
        used: tuple[Track, ...] = (track,)
    elif pairing is None:
        raise BadValue(said("Two tracks need their links."))
    else:
        used = tuple(tracks)
        track = bilingual(used[0], used[1], pairing, choice.together)
    plan = planned(track, path, choice.encoding, choice.format)
    others = [one for one in used if one.frame is not None and one.frame.format != choice.format]
    return plan, tuple(heard(loss) for one in others for loss in beside(one))
