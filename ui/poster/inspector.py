"""The inspector: copy in each language, template, still, and what preflight found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from studio.core.said import said
from studio.poster.problem import Problem
from ui.poster.copies import Copies
from ui.poster.fade import Fade
from ui.poster.fields import TimeField, button, column, section
from ui.poster.words import problem_words, problems_words, sorted_problems
from ui.widgets import tokens as t
from ui.widgets.language import heard, tr
from ui.widgets.words import restyle, words

_SIGNS = {"error": ("bad", "✕"), "warning": ("warn", "▲"), "hint": ("quiet", "·")}
_GRAVE = {"error": said("Error"), "warning": said("Warning"), "hint": said("Hint")}
_WIDTH = 320


@dataclass(frozen=True, slots=True)
class Values:
    """What the inspector shows of a poster; `still` is a timecode, `chosen` says who chose it,
    `focus` where the point of interest is."""

    copy: dict[str, str]
    template: str
    still: str
    chosen: str
    focus: str
    has_focus: bool


class Inspector(QScrollArea):
    """Shows one poster and offers its edits."""

    copy_typed = Signal(str, str)
    """(language, text)"""
    copy_left = Signal()
    template_chosen = Signal(str)
    still_typed = Signal(str)
    still_auto = Signal()
    focus_reset = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedWidth(_WIDTH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.copies = Copies()
        self.copies.typed.connect(self.copy_typed)
        self.copies.left.connect(self.copy_left)
        self._template = QComboBox()
        self._summary = words(role="faint")
        self._still = TimeField()
        self._fault = words(role="bad")
        self._chosen = words(role="faint")
        self._focus = words(role="quiet")
        inner = QWidget()
        whole = QVBoxLayout(inner)
        whole.setContentsMargins(t.SPACE[3], t.SPACE[3], t.SPACE[3], t.SPACE[4])
        whole.setSpacing(t.SPACE[4])
        whole.addWidget(self.copies)
        whole.addLayout(self._template_part())
        whole.addLayout(self._still_part())
        whole.addLayout(self._preflight_part())
        whole.addStretch(1)
        self.setWidget(inner)
        self._fade = Fade(self)

    # -- building -------------------------------------------------------------------------

    def _template_part(self) -> QVBoxLayout:
        self._template.setAccessibleName(tr("Template"))
        self._template.setObjectName("poster-template")
        self._template.activated.connect(
            lambda _: self.template_chosen.emit(self._template.currentData())
        )
        part = column()
        part.addWidget(section(tr("Template")))
        part.addWidget(self._template)
        part.addWidget(self._summary)
        return part

    def _still_part(self) -> QVBoxLayout:
        self._still.typed.connect(self.still_typed)
        row = QHBoxLayout()
        row.setSpacing(t.SPACE[1])
        row.addWidget(self._still, 1)
        self._auto = button(
            tr("Choose"),
            self.still_auto.emit,
            tr("Let Lobbycard choose the still"),
            "poster-choose",
        )
        row.addWidget(self._auto)
        self._reset = button(
            tr("Find"),
            self.focus_reset.emit,
            tr("Let Lobbycard find the point of interest"),
            "poster-find",
        )
        point = QHBoxLayout()
        point.setSpacing(t.SPACE[1])
        point.addWidget(self._focus, 1)
        point.addWidget(self._reset)
        part = column()
        part.addWidget(section(tr("Still")))
        part.addLayout(row)
        part.addWidget(self._fault)
        part.addWidget(self._chosen)
        part.addLayout(point)
        self._fault.hide()
        return part

    def _preflight_part(self) -> QVBoxLayout:
        head = QHBoxLayout()
        head.addWidget(section(tr("Preflight")))
        head.addStretch(1)
        self._count = QLabel()
        self._count.setProperty("role", "faint")
        head.addWidget(self._count)
        self._found = column(gap=t.SPACE[2])
        part = column()
        part.addLayout(head)
        part.addLayout(self._found)
        return part

    # -- values ---------------------------------------------------------------------------

    def set_templates(self, named: Sequence[tuple[str, str]]) -> None:
        """(name, summary) of each template there is."""
        self._template.clear()
        for place, (name, summary) in enumerate(named):
            self._template.addItem(heard(name), name)
            self._template.setItemData(place, summary, Qt.ItemDataRole.ToolTipRole)

    def set_languages(self, own: tuple[str, ...], others: tuple[str, ...]) -> None:
        """A field for each language, this market's first; the one typed in keeps the cursor."""
        self.copies.set_languages(own, others)
        self.copies.tab_on(self._template, self._still, self._auto, self._reset)

    def show_values(self, values: Values) -> None:
        """Show a poster's values; a field that says the same is not touched."""
        self.copies.show_copy(values.copy)
        place = self._template.findData(values.template)
        self._template.setCurrentIndex(place)
        summary = self._template.itemData(place, Qt.ItemDataRole.ToolTipRole) if place >= 0 else ""
        self._summary.setText(
            summary or tr("There is no template “{template}”.", template=values.template)
        )
        restyle(self._summary, "role", "faint" if place >= 0 else "bad")
        self._still.show_time(values.still)
        self._chosen.setText(values.chosen)
        self._chosen.setVisible(bool(values.chosen))
        self._focus.setText(values.focus)
        self._reset.setEnabled(values.has_focus)

    def show_fault(self, text: str, still: str | None = None) -> None:
        """Say below the time what is wrong with it; empty when nothing is. What was typed stays
        unless `still` is given."""
        self._fault.setText(text)
        self._fault.setVisible(bool(text))
        restyle(self._still, "state", "bad" if text else "")
        if still is not None:
            self._still.reset(still)

    def show_problems(self, problems: Sequence[Problem] | None) -> None:
        """List what preflight found, the gravest first; None while nothing is painted."""
        _emptied(self._found)
        self._count.setText(problems_words(problems) if problems else "")
        for problem in sorted_problems(problems or ()):
            self._found.addWidget(_finding(problem))
        if problems is not None and not problems:
            good = QLabel(tr("✓  Nothing found"))
            good.setProperty("role", "good")
            self._found.addWidget(good)
        elif problems is None:
            none = QLabel(tr("Nothing to check yet"))
            none.setProperty("role", "faint")
            self._found.addWidget(none)

    def edit_copy(self, language: str) -> None:
        """Put the cursor into the field of a language."""
        field = self.copies.edit(language)
        if field is not None:
            self.ensureWidgetVisible(field)

    def edit_still(self) -> None:
        """Put the cursor into the time of the still."""
        self._still.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._still.selectAll()


def _finding(problem: Problem) -> QWidget:
    """A finding: its sign, its words, and whose rule it is."""
    role, sign = _SIGNS[problem.severity]
    mark = QLabel(sign)
    mark.setProperty("role", role)
    mark.setFixedWidth(14)
    mark.setAccessibleName(heard(_GRAVE[problem.severity]))
    says = words("" if problem.severity != "hint" else "quiet")
    says.setText(problem_words(problem.message))
    source = words(role="faint")
    source.setText(heard(problem.source))
    text = column(gap=2)
    text.addWidget(says)
    text.addWidget(source)
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(t.SPACE[0])
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(text, 1)
    return whole


def _emptied(layout: QVBoxLayout) -> None:
    """Let everything in a layout go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
