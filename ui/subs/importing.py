"""Bringing subtitle files into a film: read, shown where there is something to say, then added."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from studio.campaign.adding import add_split, add_track, film_of
from studio.campaign.carrying import SUBTITLES, brought_in
from studio.campaign.project import TrackForm
from studio.core.said import said
from studio.core.words import counted
from studio.subs.language import canonical
from studio.subs.reading import Reading, read_track
from studio.subs.splitting import Split, two_parts
from studio.subs.writing import writing_encoding
from ui.campaign.picker import pick_language
from ui.notices import Notices
from ui.session import Session
from ui.settings import Settings
from ui.subs.import_dialog import ImportDialog, worth_showing
from ui.subs.import_parts import UNKNOWN, shown_encoding
from ui.widgets.language import heard, tr


class Importing:
    """Asks over `parent`; every file is a step of its own."""

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        notices: Notices,
        ask: Callable[[str, str], str] | None = None,
    ) -> None:
        self._parent, self._session, self._notices = parent, session, notices
        self._ask = ask or self._ask_language
        """For a film and a sentence a language, "" for none."""

    def bring(self, path: Path, film: str = "") -> tuple[tuple[str, str], ...]:
        """The tracks (film id, language) that came of a file; none where the person left.

        Without `film` it goes where its name says. Raises StudioError, OSError.
        """
        before = self._session.project.tracks.keys()
        reading = read_track(path)
        split, encoding = two_parts(reading.track), ""
        if worth_showing(reading, split):
            dialog = ImportDialog(path, reading, self._parent.window())
            agreed = dialog.exec() == QDialog.DialogCode.Accepted
            reading, encoding, split = dialog.reading, dialog.encoding, dialog.split
            dialog.deleteLater()
            if not agreed:
                return ()
        if split is not None:
            named = self._named(path, film or film_of(self._session.project, path).id, split)
            if named is None:
                return ()
            self._add_both(path, film, reading, named)
        elif not self._add_one(path, film, reading, encoding):
            return ()
        self._tell(path, reading)
        return tuple(sorted(self._session.project.tracks.keys() - before))

    def _named(self, path: Path, film: str, split: Split) -> Split | None:
        """With languages that are known; None where the person did not name one."""
        asked = (
            tr("The language of the upper lines in {path}", path=path.name),
            tr("The language of the lower lines in {path}", path=path.name),
        )
        tracks = []
        for track, text in zip((split.first, split.second), asked, strict=True):
            known = canonical(track.language) != UNKNOWN
            language = track.language if known else self._ask(film, text)
            if not language:
                return None
            tracks.append(replace(track, language=language))
        return replace(split, first=tracks[0], second=tracks[1])

    def _add_both(self, path: Path, film: str, reading: Reading, split: Split) -> None:
        folder = self._session.folder
        if folder is None:
            return
        form = TrackForm(reading.format, writing_encoding(reading.encoding))
        edit = partial(add_split, folder=folder, path=path, film_id=film, split=split, form=form)
        focus = ("subs", film, split.first.language, -1) if film else None
        self._session.apply(said("Add {path}", path=path.name), edit, focus=focus)

    def _add_one(self, path: Path, film: str, reading: Reading, encoding: str) -> bool:
        folder, language = self._session.folder, reading.track.language
        if folder is None:
            return False
        if canonical(language) == UNKNOWN and film:
            language = self._ask(film, tr("The language of {path}", path=path.name))
            if not language:
                return False
        focus = ("subs", film, language, -1) if film else None
        with brought_in(folder, SUBTITLES, (path,)) as (placed,):
            edit = partial(
                add_track, folder=folder, path=placed, film_id=film, language=language,
                encoding=encoding,
            )  # fmt: skip
            self._session.apply(said("Add {path}", path=path.name), edit, focus=focus)
        return True

    def _tell(self, path: Path, reading: Reading) -> None:
        told = tr(
            "{file}: {encoding}, {cues}, {repairs}, {n:,} dropped",
            file=path.name,
            encoding=shown_encoding(reading.encoding),
            cues=heard(counted(len(reading.track.cues), "cue")),
            repairs=heard(counted(len(reading.repairs), "repair")),
            n=len(reading.dropped),
        )
        self._notices.say(told)

    def report(self, path: Path, language: str, encoding: str) -> None:
        """Show how a file of the campaign reads. Raises StudioError."""
        reading = read_track(path, language, encoding)
        dialog = ImportDialog(path, reading, self._parent.window(), only_report=True)
        dialog.exec()
        dialog.deleteLater()

    def _ask_language(self, film: str, text: str) -> str:
        there, wanted = languages_for(self._session, film)
        return pick_language(Settings(), self._parent, there, wanted, text)


def languages_for(session: Session, film: str) -> tuple[list[str], list[str]]:
    """The languages that a film has tracks in, and those that the markets ask for."""
    project = session.project
    there = [track.language for track in project.campaign.film(film).tracks]
    wanted = [one for market in project.campaign.markets for one in market.languages]
    return there, wanted
