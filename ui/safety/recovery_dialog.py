"""The dialog that offers unsaved work: whose, from when, what was done, what differs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from studio.campaign.journal import Kept
from ui.widgets import tokens as t
from ui.widgets.dialogs import Dialog
from ui.widgets.language import heard, tr
from ui.widgets.words import words

_ROWS = 8


def moment(seconds: float) -> str:
    """A moment of the epoch as the person's language writes date and time."""
    when = QDateTime.fromSecsSinceEpoch(round(seconds))
    return QLocale().toString(when, QLocale.FormatType.ShortFormat)


class RecoveryDialog(Dialog):
    """Escape decides later."""

    recover = Signal()
    aside = Signal()

    def __init__(
        self, kept: Kept, told: Sequence[str], path: Path | None, parent: QWidget | None
    ) -> None:
        name = kept.account.name or tr("Untitled")
        text = tr("Lobbycard ended before “{name}” was saved. The work is still here.", name=name)
        super().__init__(tr("Recover unsaved work?"), parent, text)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(520)
        self._add_facts(kept, path)
        self._add_list(
            tr("What you did since the last save"),
            [heard(one) for one in kept.account.labels[::-1]],
        )
        self._add_list(tr("What differs from the saved version"), [heard(one) for one in told])
        self.add_button(tr("Decide later"), self.reject, aside=True)
        keep = tr("Keep the saved version") if path is not None else tr("Do not recover")
        self.keep_button = self.add_button(keep, self._keep)
        self.keep_button.setToolTip(tr("The unsaved work is then kept among the versions."))
        self.recover_button = self.add_button(tr("Recover"), self._recover, primary=True)
        self.recover_button.setFocus()

    def _add_facts(self, kept: Kept, path: Path | None) -> None:
        when = moment(kept.account.written)
        lines = [tr("Kept last: {when}", when=when)]
        lines.append(str(path) if path is not None else tr("It was never saved to a file."))
        if not kept.is_last:
            lines.append(tr("The very last step could not be read; this is the one before it."))
        for line in lines:
            self.body.addWidget(words(line, "quiet"))

    def _add_list(self, title: str, rows: Sequence[str]) -> None:
        if not rows:
            return
        shown = QListWidget()
        shown.setAccessibleName(title)
        shown.addItems(list(rows))
        shown.setCurrentRow(-1)
        row = max(24, shown.sizeHintForRow(0))
        shown.setFixedHeight(row * min(len(rows), _ROWS) + 2 * t.SPACE[1])
        part = QVBoxLayout()
        part.setSpacing(t.SPACE[1])
        part.addWidget(words(title, "section"))
        part.addWidget(shown)
        part.addStretch(1)
        self.body.addLayout(part)

    def _keep(self) -> None:
        self.hide()
        self.aside.emit()

    def _recover(self) -> None:
        self.hide()
        self.recover.emit()
