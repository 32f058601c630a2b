"""What files that are dragged here would do, in words, and the veil that says so meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from studio.campaign.document import FilmEntry
from studio.campaign.file import NAME
from studio.campaign.project import Project
from studio.core.words import counted
from studio.subs.language import of_name
from ui.documents.documents import FILMS, TRACKS
from ui.tree.outline import title_of
from ui.widgets import tokens as t
from ui.widgets.icons import pixmap
from ui.widgets.language import heard, tr
from ui.widgets.names import name_of

_IN_FOLDER = 5000
"""So many names of a folder are looked at."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """Files by what they are; `others` are of no use here."""

    campaigns: tuple[Path, ...] = ()
    films: tuple[Path, ...] = ()
    tracks: tuple[Path, ...] = ()
    others: tuple[Path, ...] = ()

    @property
    def is_usable(self) -> bool:
        """Whether anything can be done with them."""
        return bool(self.campaigns or self.films or self.tracks)


def sort(paths: Iterable[Path]) -> Dropped:
    """Tell files by their names; a folder is its campaign, or the films and subtitles in it."""
    kinds: dict[str, list[Path]] = {"campaigns": [], "films": [], "tracks": [], "others": []}
    for path in paths:
        inside = list(_inside(path)) if path.is_dir() else [path]
        for one in inside or [path]:
            kinds[_kind(one)].append(one)
    return Dropped(**{name: tuple(found) for name, found in kinds.items()})


def _inside(folder: Path) -> Iterator[Path]:
    if (folder / NAME).is_file():
        yield folder
        return
    for path in sorted(islice(folder.iterdir(), _IN_FOLDER)):
        if path.is_file() and _kind(path) in ("films", "tracks"):
            yield path


def _kind(path: Path) -> str:
    suffix = path.suffix.lower()
    if suffix == ".toml" or (path / NAME).is_file():
        return "campaigns"
    if suffix in FILMS:
        return "films"
    return "tracks" if suffix in TRACKS else "others"


def film_for(project: Project, track: Path, wanted: str, shown: str) -> FilmEntry | None:
    """The film that subtitles are meant for: that they are dropped on, that their name begins
    with, that is shown, or the only one."""
    films = {film.id: film for film in project.campaign.films}
    if wanted in films:
        return films[wanted]
    named = [
        film for film in films.values() if track.name.startswith((Path(film.source).stem, film.id))
    ]
    if named:
        return max(named, key=lambda film: len(film.id))
    if shown in films:
        return films[shown]
    return next(iter(films.values())) if len(films) == 1 else None


def said_of(dropped: Dropped, project: Project | None, wanted: str, shown: str, tag: str) -> str:
    """What will be done with them, in one line; empty where nothing can be."""
    if dropped.campaigns:
        name = dropped.campaigns[0]
        folder = name if name.is_dir() else name.parent
        return tr("Open the campaign in “{folder}”", folder=folder.name)
    films = heard(counted(len(dropped.films), "film"))
    if dropped.films and project is None:
        return tr("Begin a campaign with {films}", films=films)
    if dropped.films and dropped.tracks:
        files = heard(counted(len(dropped.tracks), "subtitle file"))
        return tr("Add {films} and {files}", films=films, files=files)
    if dropped.films:
        return tr("Add {films}", films=films)
    if dropped.tracks and project is not None:
        return _of_tracks(dropped.tracks, project, wanted, shown, tag)
    return tr("Open or begin a campaign first") if dropped.tracks else ""


def _of_tracks(tracks: Sequence[Path], project: Project, wanted: str, shown: str, tag: str) -> str:
    if len(tracks) > 1:
        return tr("Add {files}", files=heard(counted(len(tracks), "subtitle file")))
    film = film_for(project, tracks[0], wanted, shown)
    if film is None:
        return tr("Drop it on its film in the tree, or on its film's page")
    language = of_name(tracks[0].name)
    title = title_of(film, tag)
    if not language:
        return tr("Add as subtitles of {film}", film=title)
    return tr("Add as {language} subtitles of {film}", language=name_of(language), film=title)


class Veil(QWidget):
    """Lies over the window while files are dragged; it takes nothing itself."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self._text = ""
        self._is_good = True
        self.hide()

    @property
    def text(self) -> str:
        """What it says; empty while it is not there."""
        return self._text if self.isVisible() else ""

    def say(self, text: str, *, is_good: bool) -> None:
        """Lie over the whole window and say what will happen."""
        window = self.parentWidget()
        if window is None:
            return
        self._text, self._is_good = text, is_good
        self.setGeometry(window.rect())
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dim ground, a frame, and a card with the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(t.GROUND)
        ground.setAlphaF(0.72)
        painter.fillRect(self.rect(), ground)
        colour = QColor(t.ACCENT if self._is_good else t.WARN)
        painter.setPen(QPen(colour, 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(8, 8, -8, -8), 8, 8)
        font = QFont(self.font())
        font.setPixelSize(t.LARGE)
        text = QFontMetrics(font).elidedText(
            self._text, Qt.TextElideMode.ElideMiddle, self.width() - 160
        )
        width = QFontMetrics(font).horizontalAdvance(text) + 92
        card = QRectF(0, 0, width, 64)
        card.moveCenter(QRectF(self.rect()).center())
        painter.setPen(QPen(QColor(t.LINE), 1))
        painter.setBrush(QColor(t.RAISED))
        painter.drawRoundedRect(card, t.CARD_CORNER, t.CARD_CORNER)
        sign = pixmap("plus" if self._is_good else "warning", colour.name(), 20, 2)
        painter.drawPixmap(round(card.x()) + 24, round(card.center().y()) - 10, sign)
        painter.setFont(font)
        painter.setPen(QColor(t.TEXT))
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(card.adjusted(60, 0, 0, 0), left, text)
        painter.end()
