"""The job strip at the bottom: what runs, how far, how long yet, and the button that stops it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QProgressBar, QToolButton, QWidget

from studio.core.words import counted, duration_words
from ui.jobs import Job, Jobs
from ui.notices import Notices
from ui.widgets import tokens as t
from ui.widgets.icons import icon
from ui.widgets.language import heard, tr
from ui.widgets.theme import tabular

_WORD_MS = 5000
_WIDEST = 640
"""Of words that may hold a path: they never make the window wider."""


class JobStrip(QWidget):
    """One line, always there, so that nothing jumps when work begins."""

    def __init__(self, jobs: Jobs, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(28)
        self._all = jobs
        self._jobs: list[Job] = []
        self._shown: Job | None = None
        self._least = 0
        self._title, self._figures, self._word = QLabel(), QLabel(), QLabel()
        self._word.setProperty("role", "quiet")
        self._bar = _bar()
        self._stop = self._stop_button()
        self._more = self._more_button()
        self.tally = self._tally_button()
        self._lay_out()
        self._clear = QTimer(self)
        self._clear.setSingleShot(True)
        self._clear.timeout.connect(self._word.clear)
        jobs.started.connect(self._add)
        notices.said.connect(self._say)
        self._refresh()
        # What was begun before this strip was there, in another language.
        for job in jobs.running:
            if not job.quiet:
                self._add(job)

    def _lay_out(self) -> None:
        self._figures.setFont(tabular(self.font()))
        self._figures.setMinimumWidth(self._figures.fontMetrics().horizontalAdvance("100%   00:00"))
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(t.SPACE[3], 0, t.SPACE[3], 0)
        row.setSpacing(t.SPACE[1])
        for widget in (self._title, self._bar, self._figures, self._stop, self._more):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._word)
        row.addWidget(self.tally)

    def _stop_button(self) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon("close"))
        button.setProperty("role", "flat")
        button.setToolTip(tr("Stop this job"))
        button.setAccessibleName(tr("Stop this job"))
        button.setFixedSize(22, 22)
        button.setIconSize(QSize(14, 14))
        button.setStyleSheet("padding: 0;")
        button.clicked.connect(self._cancel_shown)
        return button

    def _more_button(self) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "flat")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFixedHeight(22)
        button.setStyleSheet("padding: 0 8px;")
        button.setMenu(QMenu(self))
        button.menu().aboutToShow.connect(self._fill_menu)
        return button

    def _tally_button(self) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "flat")
        button.setObjectName("strip-tally")
        button.setFont(tabular(self.font()))
        button.setFixedHeight(22)
        button.setStyleSheet(f"padding: 0 8px; color: {t.QUIET};")
        button.hide()
        return button

    def show_tally(self, noted: int, ready: int) -> None:
        """How many outputs want a look and how many are ready; nothing where there are none."""
        parts = ((noted, f"▲ {noted:,}"), (ready, f"✓ {ready:,}"))
        self.tally.setText("   ".join(text for count, text in parts if count))
        self.tally.setVisible(bool(noted or ready))
        words = tr("{noted:,} outputs with findings, {ready:,} ready", noted=noted, ready=ready)
        self.tally.setToolTip(words)
        self.tally.setAccessibleName(words)

    def _add(self, job: Job) -> None:
        self._jobs.append(job)
        # By bound methods: Qt drops them with this strip, which a job may outlive.
        job.advanced.connect(self._refresh)
        job.ended.connect(self._tidy)
        self._refresh()

    def _tidy(self) -> None:
        """What has ended goes."""
        self._jobs = [job for job in self._jobs if job in self._all.running]
        self._refresh()

    def _cancel_shown(self) -> None:
        if self._jobs:
            self._jobs[0].cancel()

    def _fill_menu(self) -> None:
        menu = self._more.menu()
        menu.clear()
        for job in self._jobs[1:]:
            text = tr("Stop: {job}  {share:.0%}", job=heard(job.title), share=job.share)
            menu.addAction(text).triggered.connect(job.cancel)

    def _say(self, text: str) -> None:
        metrics, middle = self._word.fontMetrics(), Qt.TextElideMode.ElideMiddle
        self._word.setText(metrics.elidedText(text, middle, _WIDEST))
        self._word.setToolTip(text)
        self._clear.start(_WORD_MS)

    def _refresh(self) -> None:
        shown = self._jobs[0] if self._jobs else None
        for widget in (self._bar, self._figures, self._stop):
            widget.setVisible(shown is not None)
        self._more.setVisible(len(self._jobs) > 1)
        self._more.setText(heard(counted(len(self._jobs) - 1, "more", "more")))
        if shown is not self._shown:
            self._shown, self._least = shown, 0
        if shown is None:
            self._title.setText("")
            self._title.setMinimumWidth(0)
            return
        title = heard(shown.title)
        note = heard(shown.note)
        if note and not _says_it_twice(shown.title, shown.note):
            title = tr("{job}: {note}", job=title, note=note)
        self._title.setText(
            self._title.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, 480)
        )
        # As wide as its longest words yet: what stands beside it does not go back and forth.
        self._least = max(self._least, self._title.sizeHint().width())
        self._title.setMinimumWidth(self._least)
        # The label is wider at once; what stands beside it moves now, not a turn later.
        self._row.activate()
        self._bar.setValue(round(shown.share * 1000))
        left = shown.seconds_left
        tail = "" if left is None else tr("{time} left", time=duration_words(left))
        self._figures.setText(f"{shown.share:4.0%}   {tail}".rstrip())


def _says_it_twice(title: str, note: str) -> bool:
    """As “Finding shots in Small Lights: finding shots” does, in whichever language it is told."""
    # In the order of English words, which is the same for all that the engine says.
    said, told = str.__str__(title).casefold(), str.__str__(note).casefold()
    return said.startswith(told.rstrip("…"))


def _bar() -> QProgressBar:
    bar = QProgressBar()
    bar.setRange(0, 1000)
    bar.setFixedWidth(140)
    bar.setTextVisible(False)
    return bar
