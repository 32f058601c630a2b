"""The parts of the film that are shown, one a line, and what is wrong with a line."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QWidget

from studio.campaign.reel_entry import ReelEntry, cut_of
from studio.core.errors import BadValue, explain
from studio.core.said import said
from studio.core.time import clock
from studio.core.words import counted
from studio.media.film import Film
from studio.reel.limits import JOIN, MOST_CUTS
from ui.reel.figures import Figure, row_of
from ui.widgets import tokens as t
from ui.widgets.language import heard, tr
from ui.widgets.parts import Section
from ui.widgets.theme import tabular
from ui.widgets.words import words

Marks = tuple[Fraction | None, Fraction | None]
_LINES = 4
# What people write between in and out, beside the sign that campaigns have.
_DASHES = str.maketrans({"–": "-", "—": "-", "−": "-", "～": "-", "\t": "-"})


class CutFields(Section):
    """`cuts` and `join` as they are set; `fault` says what is wrong with a line."""

    edited = Signal()

    def __init__(self, reel: ReelEntry, film: Film, marks: Marks) -> None:
        super().__init__(tr("Parts of the film"))
        self._film = film
        self._marked = marks
        self.text = QPlainTextEdit("\n".join(reel.cuts))
        self.text.setObjectName("reel-cuts")
        self.text.setAccessibleName(tr("Parts of the film"))
        self.text.setFont(tabular(self.font()))
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(tr("All of it. Or a part a line: 00:00:10-00:00:20"))
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * _LINES + t.SPACE[4])
        self.text.textChanged.connect(self._changed)
        self.join = Figure(reel.join, JOIN, tr("s"), 0.1)
        self._told = words("", "faint")
        self.column.addWidget(self.text)
        self.column.addWidget(self._foot())
        self.column.addWidget(self._told)
        self._refresh()

    def _foot(self) -> QWidget:
        self._add = QPushButton(tr("Add what is marked"))
        self._add.setObjectName("reel-add-marked")
        self._add.setAutoDefault(False)
        self._add.setEnabled(None not in self._marked)
        self._add.setToolTip(tr("The part between in and out, which I and O mark in the player"))
        self._add.clicked.connect(self._add_marked)
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(t.SPACE[2])
        row.addWidget(row_of((tr("Cross-fade between them"), self.join)), 1)
        row.addWidget(self._add, 0, Qt.AlignmentFlag.AlignBottom)
        return foot

    @property
    def cuts(self) -> tuple[str, ...]:
        """The parts as campaigns write them."""
        lines = (line.strip().translate(_DASHES) for line in self.text.toPlainText().splitlines())
        return tuple(line for line in lines if line)

    @property
    def fault(self) -> str:
        """What is wrong with the first bad line; empty when nothing is."""
        try:
            self._seconds()
        except BadValue as error:
            notice = explain(error)
            whole = said("{message} {hint}", message=notice.text, hint=notice.hint)
            return heard(whole if notice.hint else notice.text)
        return ""

    def _seconds(self) -> Fraction:
        """How long all parts are together. Raises BadValue."""
        length = self._film.duration
        if len(self.cuts) > MOST_CUTS:
            raise BadValue(said("At most {limit} parts are read.", limit=MOST_CUTS))
        whole = Fraction(0)
        for text in self.cuts:
            start, stop = cut_of(text, self._film.video.rate)
            if start >= stop:
                raise BadValue(said("“{text}” ends before it begins.", text=text))
            if stop > length + self._film.video.rate.seconds(1):
                raise BadValue(
                    said(
                        "“{text}” goes beyond the film, which ends at {length}.",
                        text=text,
                        length=clock(length),
                    )
                )
            whole += stop - start
        return whole if self.cuts else length

    def clear(self) -> None:
        """All of the film."""
        self.text.clear()
        self.join.show_exact(0.0)

    def _add_marked(self) -> None:
        start, stop = self._marked
        if start is None or stop is None:
            return
        lines = [*self.text.toPlainText().splitlines(), f"{clock(start)}-{clock(stop)}"]
        self.text.setPlainText("\n".join(line for line in lines if line.strip()))

    def _changed(self) -> None:
        self._refresh()
        self.edited.emit()

    def _refresh(self) -> None:
        if self.fault:
            self._told.setText("")
            return
        length = clock(self._seconds())
        parts = heard(counted(len(self.cuts), "part"))
        told = tr("{parts}, {length} before cross-fades", parts=parts, length=length)
        self._told.setText(told if self.cuts else tr("All of it, {length}", length=length))
