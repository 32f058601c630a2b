"""What preflight found: sign, figure and limit, whose rule it is, what to do, and who does it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from studio.core.said import said
from studio.poster.problem import Action, Problem
from ui.poster.fields import column, section
from ui.poster.words import problem_words, problems_words, sorted_problems
from ui.widgets import tokens as t
from ui.widgets.language import heard, tr
from ui.widgets.words import words

_SIGNS = {"error": ("bad", "✕"), "warning": ("warn", "▲"), "hint": ("quiet", "·")}
_GRAVE = {"error": said("Error"), "warning": said("Warning"), "hint": said("Hint")}
_SIGN = 14


class Findings(QWidget):
    """The findings, the gravest first; a button where the program can do something."""

    fix_wanted = Signal(object)
    """The Action of the finding."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Preflight"))
        self._shown: tuple[Problem, ...] | None = None
        self._count = QLabel()
        self._count.setProperty("role", "faint")
        head = QHBoxLayout()
        head.addWidget(section(tr("Preflight")))
        head.addStretch(1)
        head.addWidget(self._count)
        self._list = column(gap=t.SPACE[3])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(t.SPACE[1])
        whole.addLayout(head)
        whole.addLayout(self._list)
        self._fill(tr("Nothing to check yet"), "faint")

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """Those that do something, as they stand."""
        return tuple(self.findChildren(QPushButton))

    def show_problems(self, problems: Sequence[Problem] | None) -> None:
        """List them; None while nothing is painted. The same ones are not touched."""
        found = sorted_problems(problems) if problems is not None else None
        if found == self._shown:
            return
        self._shown = found
        self._count.setText(problems_words(found) if found else "")
        _emptied(self._list)
        for number, problem in enumerate(found or ()):
            self._list.addWidget(self._finding(number, problem))
        if found is None:
            self._fill(tr("Nothing to check yet"), "faint")
        elif not found:
            self._fill(tr("✓  Nothing found"), "good")

    def _fill(self, text: str, role: str) -> None:
        only = QLabel(text)
        only.setProperty("role", role)
        self._list.addWidget(only)

    def _finding(self, number: int, problem: Problem) -> QWidget:
        role, sign = _SIGNS[problem.severity]
        mark = QLabel(sign)
        mark.setProperty("role", role)
        mark.setFixedWidth(_SIGN)
        mark.setAccessibleName(heard(_GRAVE[problem.severity]))
        text = column(gap=2)
        says = words(problem_words(problem.message), "" if problem.severity != "hint" else "quiet")
        text.addWidget(says)
        if problem.fix:
            text.addWidget(words(heard(problem.fix), "quiet"))
        text.addWidget(words(tr("Rule: {source}", source=heard(problem.source)), "faint"))
        if problem.action is not None:
            text.addSpacing(t.SPACE[0])
            made = self._button(number, problem, problem.action)
            text.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(t.SPACE[0])
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(text, 1)
        return whole

    def _button(self, number: int, problem: Problem, action: Action) -> QPushButton:
        made = QPushButton(heard(action.label))
        made.setObjectName(f"finding-{number}")
        made.setAccessibleDescription(problem_words(problem.message))
        made.setToolTip(heard(problem.fix))
        made.clicked.connect(partial(self._wanted, action))
        return made

    def _wanted(self, action: Action, _: bool = False) -> None:
        self.fix_wanted.emit(action)


def _emptied(layout: QVBoxLayout) -> None:
    """Let everything in a layout go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
