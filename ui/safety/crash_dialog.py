"""The dialog after a fault of ours: what happened, that the work is safe, where the report lies."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPlainTextEdit, QWidget

from ui.widgets import tokens as t
from ui.widgets.dialogs import Dialog
from ui.widgets.language import tr
from ui.widgets.opening import open_path
from ui.widgets.parts import sign
from ui.widgets.words import words


class CrashDialog(Dialog):
    """Escape goes on."""

    quit_wanted = Signal()

    def __init__(
        self,
        happened: str,
        details: str,
        *,
        safe: bool,
        report: Path | None,
        parent: QWidget | None,
    ) -> None:
        super().__init__(tr("Something unexpected happened"), parent, happened)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(560)
        self._details = details
        self._report = report
        self._add_safety(safe=safe)
        if report is not None:
            where = words(
                tr("A report for the makers of Lobbycard lies in {path}", path=report), "quiet"
            )
            where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.body.addWidget(where)
        shown = QPlainTextEdit(details)
        shown.setReadOnly(True)
        shown.setAccessibleName(tr("The report"))
        shown.setFixedHeight(160)
        self.body.addWidget(shown)
        self._again = words("", "quiet")
        self._again.hide()
        self.body.addWidget(self._again)
        if report is not None:
            self.add_button(tr("Open folder"), self._open_folder, aside=True)
        self.add_button(tr("Copy the report"), self._copy, aside=True)
        self.add_button(tr("Quit"), self._quit)
        self.go_on_button = self.add_button(tr("Go on"), self.accept, primary=True)
        self.go_on_button.setFocus()

    def _add_safety(self, *, safe: bool) -> None:
        text = (
            tr("Your work is safe.")
            if safe
            else tr("Your last changes could not be kept: save the campaign now.")
        )
        row = QHBoxLayout()
        row.setSpacing(t.SPACE[1])
        row.addWidget(sign("good" if safe else "warn"))
        row.addWidget(words(text), 1)
        self.body.addLayout(row)

    def count(self, times: int) -> None:
        """The same happened again."""
        self._again.setText(tr("It has happened {n} times.", n=times))
        self._again.show()
        self.fit()

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._details)

    def _open_folder(self) -> None:
        if self._report is not None:
            open_path(self._report.parent, self.set_fault)

    def _quit(self) -> None:
        self.accept()
        self.quit_wanted.emit()
