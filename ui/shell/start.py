"""The start page: begin, open, go on with a recent campaign, or look at the sample."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.shell.documents import Documents
from ui.widgets import tokens as t
from ui.widgets.icons import icon, tinted


class StartPage(QWidget):
    """Shown while no campaign is open."""

    def __init__(self, documents: Documents) -> None:
        super().__init__()
        self.setProperty("role", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._documents = documents
        self._recent_title = QLabel("Recent")
        self._recent_title.setProperty("role", "section")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(t.SPACE[0])
        box = QWidget()
        box.setLayout(self._column())
        box.setProperty("role", "ground")
        box.setFixedWidth(620)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(box, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def _column(self) -> QVBoxLayout:
        title = QLabel("Lobbycard")
        title.setProperty("role", "title")
        line = QLabel("Film cuts in, a campaign out. Drop films or a campaign anywhere.")
        line.setProperty("role", "quiet")
        inner = QVBoxLayout()
        inner.setSpacing(t.SPACE[3])
        inner.addWidget(title)
        inner.addWidget(line)
        inner.addLayout(self._buttons())
        inner.addSpacing(t.SPACE[3])
        inner.addWidget(self._recent_title)
        inner.addLayout(self._recent)
        return inner

    def _buttons(self) -> QHBoxLayout:
        new = QPushButton(tinted("new", t.ON_ACCENT), "New campaign from films…")
        self._new = new
        new.setProperty("role", "primary")
        new.setObjectName("start-new")
        new.clicked.connect(self._documents.new)
        open_ = QPushButton(icon("open"), "Open…")
        open_.clicked.connect(self._documents.ask_open)
        sample = QPushButton(icon("film"), "Open the sample campaign…")
        sample.clicked.connect(self._documents.sample)
        buttons = QHBoxLayout()
        buttons.setSpacing(t.SPACE[1])
        for button in (new, open_, sample):
            buttons.addWidget(button)
        buttons.addStretch(1)
        return buttons

    def refresh(self) -> None:
        """List the recent campaigns anew, and be ready for Enter."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        recent = self._documents.recent()
        self._recent_title.setVisible(bool(recent))
        for path in recent:
            row = _Recent(path)
            row.clicked.connect(partial(self._documents.open, path))
            self._recent.addWidget(row)
        self._new.setFocus()


class _Recent(QPushButton):
    """A campaign by its folder's name, and where it lies."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.setProperty("role", "flat")
        self.setFixedHeight(36)
        self.setToolTip(str(path))
        self.setAccessibleName(f"Open {path.parent.name}")
        name = QLabel(path.parent.name)
        place = QLabel(_short(path.parent))
        place.setProperty("role", "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(t.SPACE[1], 0, t.SPACE[1], 0)
        row.addWidget(name)
        row.addStretch(1)
        row.addWidget(place)
        for label in (name, place):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def _short(folder: Path) -> str:
    """The folder with the home folder as `~`."""
    home = Path.home()
    if folder.is_relative_to(home) and folder != home:
        return f"~/{folder.relative_to(home).as_posix()}"
    return str(folder)
