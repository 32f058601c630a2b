"""The dialog of a package: as a folder or as one file, and where."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)

from studio.campaign.adding import free_id
from studio.campaign.document import Campaign
from studio.campaign.sources import sources
from studio.core.words import counted, size_words
from ui.widgets import tokens as t
from ui.widgets.dialogs import Dialog
from ui.widgets.language import heard, tr
from ui.widgets.parts import Field
from ui.widgets.words import words


class PackageDialog(Dialog):
    """`target` is the folder or .zip to make once it was accepted."""

    def __init__(self, campaign: Campaign, folder: Path, parent: QWidget | None = None) -> None:
        text = tr("The campaign and every file it rests on, in one place that can go anywhere.")
        super().__init__(tr("Package the campaign"), parent, text)
        stem = f"{free_id(campaign.name, frozenset())}-{campaign.version}"
        self._stem = stem.strip("-")
        self._place = folder.resolve().parent
        self._folder = QRadioButton(tr("A folder"))
        self._zip = QRadioButton(tr("One .zip file"))
        self._zip.setObjectName("package-zip")
        self._folder.setChecked(True)
        self.where = QLineEdit()
        self.where.setObjectName("package-place")
        self.where.setAccessibleName(tr("Place"))
        self.where.setMinimumWidth(380)
        self.where.textEdited.connect(self._refresh)
        self._zip.toggled.connect(self._suggest)
        self.body.addLayout(self._kinds())
        self.body.addWidget(Field(tr("Place"), self._line()))
        files = {one.path: folder / one.path for one in sources(campaign)}
        size = sum(path.stat().st_size for path in files.values() if path.is_file())
        counts = heard(counted(len(files), "file"))
        shown = tr("{files}, {size}", files=counts, size=size_words(size))
        self.body.addWidget(words(shown, "faint"))
        self.body.addStretch(1)
        self.add_cancel()
        self._go = self.add_button(tr("Package"), self.accept, primary=True)
        self._go.setObjectName("package-go")
        self._suggest()

    def _kinds(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(t.SPACE[4])
        row.addWidget(self._folder)
        row.addWidget(self._zip)
        row.addStretch(1)
        return row

    def _line(self) -> QWidget:
        change = QPushButton(tr("Change…"))
        change.setAutoDefault(False)
        change.clicked.connect(self._ask)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(t.SPACE[1])
        row.addWidget(self.where, 1)
        row.addWidget(change)
        return line

    @property
    def target(self) -> Path:
        """Where the package will be."""
        return Path(self.where.text().strip())

    def _suggest(self) -> None:
        name = f"{self._stem}.zip" if self._zip.isChecked() else self._stem
        self.where.setText(str(self._place / name))
        self._refresh()

    def _ask(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self, tr("Where shall the package go?"), str(self._place)
        )
        if name:
            self._place = Path(name)
            self._suggest()

    def _refresh(self) -> None:
        target = self.target
        fault = ""
        if not self.where.text().strip() or not target.is_absolute():
            fault = tr("Name a place.")
        elif self._zip.isChecked() != (target.suffix.lower() == ".zip"):
            fault = tr("A file ends with .zip, a folder does not.")
        elif target.exists():
            fault = tr("This place is taken already.")
        self.set_fault(fault)
        self._go.setEnabled(not fault)
