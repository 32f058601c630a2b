"""A film of a campaign to be: its picture, its title to be changed, what lies beside it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from studio.campaign.beginning import FoundFilm
from studio.core.errors import explain
from ui.campaign.tongues import own_name
from ui.widgets import tokens as t
from ui.widgets.icons import icon, pixmap
from ui.widgets.language import heard, tr
from ui.widgets.words import Elided

PICTURE = QSize(96, 54)


class FilmRow(QWidget):
    """`film` is the film with the title as typed; one that cannot be read is not `taken`."""

    removed = Signal(object)
    """This row."""

    def __init__(self, film: FoundFilm) -> None:
        super().__init__()
        self._film = film
        self.taken = True
        self._picture = QLabel()
        self._picture.setFixedSize(PICTURE)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setStyleSheet(f"background: {t.GROUND}; border-radius: {t.CORNER}px;")
        self._picture.setPixmap(pixmap("film", t.FAINT, 20, 3))
        self.title = QLineEdit(film.title)
        self.title.setAccessibleName(tr("Title of {file}", file=film.path.name))
        self._line = Elided("", "faint")
        self._show_line()
        cross = QToolButton()
        cross.setIcon(icon("close"))
        cross.setProperty("role", "flat")
        cross.setToolTip(tr("Leave this film out"))
        cross.setAccessibleName(tr("Leave {file} out", file=film.path.name))
        cross.clicked.connect(self._remove)
        words = QVBoxLayout()
        words.setSpacing(t.SPACE[0])
        words.addWidget(self.title)
        words.addWidget(self._line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, t.SPACE[1], t.SPACE[1], t.SPACE[1])
        row.setSpacing(t.SPACE[2])
        row.addWidget(self._picture)
        row.addLayout(words, 1)
        row.addWidget(cross)

    @property
    def film(self) -> FoundFilm:
        """The film as it shall be taken."""
        return replace(self._film, title=self.title.text().strip())

    def _show_line(self) -> None:
        spoken = ", ".join(own_name(one) for one in self._film.languages)
        name = self._film.path.name
        left = [one for one in self._film.tracks if not one.language]
        line = (
            tr("{file}   subtitles: {languages}", file=name, languages=spoken) if spoken else name
        )
        self._line.show_text(line)
        if left:
            told = [f"{one.path.name}: {heard(one.why)}" for one in left]
            files = ", ".join(one.path.name for one in left)
            self._line.show_text(tr("{line}   not taken: {files}", line=line, files=files))
            self.setToolTip("\n".join(told))

    def show_picture(self, data: bytes) -> None:
        """Show a frame of it (JPEG)."""
        picture = QPixmap()
        if picture.loadFromData(data):
            scale = self.devicePixelRatioF()
            shown = picture.scaled(
                PICTURE * scale,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            shown.setDevicePixelRatio(scale)
            self._picture.setPixmap(shown)

    def show_error(self, error: BaseException) -> None:
        """It cannot be read, and why."""
        self.show_fault(heard(explain(error).text))

    def show_fault(self, why: str) -> None:
        """It cannot be read: it stays to be seen and is not taken."""
        self.taken = False
        self.title.setEnabled(False)
        self._line.setProperty("role", "fault")
        self._line.style().polish(self._line)
        self._line.show_text(tr("Not taken: {why}", why=why))
        self._picture.setPixmap(pixmap("error", t.BAD, 20, 3))

    def _remove(self) -> None:
        self.removed.emit(self)
