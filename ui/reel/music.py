"""Music under the film: its file, how loud it is, and how it makes room for what the film says."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from studio.campaign.reel_entry import MusicEntry
from studio.reel.limits import MUSIC
from ui.reel.figures import Figure, choose_button, choose_file, drop_button, row_of
from ui.widgets import tokens as t
from ui.widgets.icons import pixmap
from ui.widgets.language import tr
from ui.widgets.parts import Section
from ui.widgets.words import Elided, words

_SOUNDS = "*.wav *.flac *.aif *.aiff *.mp3 *.m4a *.aac *.ogg *.opus"


class MusicFields(Section):
    """`entry` is the music as it is set, its file as it was named or as the path of a new one."""

    edited = Signal()

    def __init__(self, music: MusicEntry | None, folder: Path) -> None:
        super().__init__(tr("Music"))
        shown = music or MusicEntry("-")
        self._file, self._folder = music.file if music else "", folder
        self._cross = drop_button(tr("Music"), self.clear)
        self._name = Elided("", "", Qt.TextElideMode.ElideMiddle)
        self.level = Figure(shown.level, MUSIC["level"], tr("dB"), 1)
        self.duck = Figure(shown.duck, MUSIC["duck"], tr("dB"), 1)
        self.attack = Figure(shown.attack, MUSIC["attack"], tr("s"), 0.05)
        self.release = Figure(shown.release, MUSIC["release"], tr("s"), 0.1)
        self.fade = Figure(shown.fade, MUSIC["fade"], tr("s"), 0.5)
        self._figures = (
            row_of(
                (tr("Level"), self.level),
                (tr("Goes down by"), self.duck),
                (tr("Fades out in"), self.fade),
            ),
            row_of((tr("Is down within"), self.attack), (tr("Is up again within"), self.release)),
        )
        self.column.addWidget(self._line())
        for row in self._figures:
            self.column.addWidget(row)
        self._refresh()

    def _line(self) -> QWidget:
        sign = words("", wraps=False)
        sign.setPixmap(pixmap("sound", t.QUIET, 16, 2))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(t.SPACE[1])
        row.addWidget(sign)
        row.addWidget(self._name, 1)
        row.addWidget(choose_button(tr("Music"), self._ask))
        row.addWidget(self._cross)
        return line

    @property
    def entry(self) -> MusicEntry | None:
        """The music, or None."""
        if not self._file:
            return None
        return MusicEntry(
            self._file,
            self.level.exact,
            self.duck.exact,
            self.attack.exact,
            self.release.exact,
            self.fade.exact,
        )

    def clear(self) -> None:
        """No music."""
        self.take("")

    def take(self, file: str) -> None:
        """Show another file, or none."""
        self._file = file
        self._refresh()
        self.edited.emit()

    def _ask(self) -> None:
        kinds = tr("Sound ({endings})", endings=_SOUNDS)
        path = choose_file(self, tr("Music"), self._folder, kinds)
        if path is not None:
            self.take(str(path))

    def _refresh(self) -> None:
        self._name.show_text(Path(self._file).name if self._file else tr("none"))
        self._name.setToolTip(self._file)
        self._cross.setVisible(bool(self._file))
        for row in self._figures:
            row.setEnabled(bool(self._file))
