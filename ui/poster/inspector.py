"""The inspector: copy in each language, template, still, and what preflight found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

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

from studio.poster.problem import Problem
from ui.poster.fields import CopyField, TimeField, button, column, restyle, section, words
from ui.poster.words import language_name, problems_words, sorted_problems
from ui.widgets import tokens as t

_SIGNS = {"error": ("bad", "✕"), "warning": ("warn", "▲"), "hint": ("quiet", "·")}
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
        self._fields: dict[str, CopyField] = {}
        self._shown_languages: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self._template = QComboBox()
        self._summary = words("faint")
        self._still = TimeField()
        self._fault = words("bad")
        self._chosen = words("faint")
        self._focus = words("quiet")
        inner = QWidget()
        whole = QVBoxLayout(inner)
        whole.setContentsMargins(t.SPACE[3], t.SPACE[3], t.SPACE[3], t.SPACE[4])
        whole.setSpacing(t.SPACE[4])
        self._copy = column(gap=t.SPACE[0])
        whole.addLayout(self._copy)
        whole.addLayout(self._template_part())
        whole.addLayout(self._still_part())
        whole.addLayout(self._preflight_part())
        whole.addStretch(1)
        self.setWidget(inner)

    # -- building -------------------------------------------------------------------------

    def _template_part(self) -> QVBoxLayout:
        self._template.setAccessibleName("Template")
        self._template.setObjectName("poster-template")
        self._template.activated.connect(
            lambda _: self.template_chosen.emit(self._template.currentData())
        )
        part = column()
        part.addWidget(section("Template"))
        part.addWidget(self._template)
        part.addWidget(self._summary)
        return part

    def _still_part(self) -> QVBoxLayout:
        self._still.typed.connect(self.still_typed)
        row = QHBoxLayout()
        row.setSpacing(t.SPACE[1])
        row.addWidget(self._still, 1)
        self._auto = button(
            "Choose", self.still_auto.emit, "Let Lobbycard choose the still", "poster-choose"
        )
        row.addWidget(self._auto)
        self._reset = button(
            "Find", self.focus_reset.emit, "Let Lobbycard find the point of interest", "poster-find"
        )
        point = QHBoxLayout()
        point.setSpacing(t.SPACE[1])
        point.addWidget(self._focus, 1)
        point.addWidget(self._reset)
        part = column()
        part.addWidget(section("Still"))
        part.addLayout(row)
        part.addWidget(self._fault)
        part.addWidget(self._chosen)
        part.addLayout(point)
        self._fault.hide()
        return part

    def _preflight_part(self) -> QVBoxLayout:
        head = QHBoxLayout()
        head.addWidget(section("Preflight"))
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
            self._template.addItem(name, name)
            self._template.setItemData(place, summary, Qt.ItemDataRole.ToolTipRole)

    def set_languages(self, own: tuple[str, ...], others: tuple[str, ...]) -> None:
        """A field for each language, this market's first; those that stay keep the cursor."""
        if (own, others) == self._shown_languages:
            return
        self._shown_languages = own, others
        fields = {one: self._fields.get(one) or self._new_field(one) for one in (*own, *others)}
        for language, field in self._fields.items():
            if language not in fields:
                field.deleteLater()
        self._fields = fields
        _emptied(self._copy, keep=set(fields.values()))
        self._copy.addWidget(section("Copy"))
        self._add_fields(own)
        if others:
            self._copy.addSpacing(t.SPACE[1])
            self._copy.addWidget(section("In other markets"))
            self._add_fields(others)
        # Tab goes through them as they stand.
        order = [*fields.values(), self._template]
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)

    def _add_fields(self, languages: tuple[str, ...]) -> None:
        for place, language in enumerate(languages):
            if place:
                self._copy.addSpacing(t.SPACE[0])
            row = QHBoxLayout()
            name = QLabel(language_name(language))
            name.setProperty("role", "faint")
            tag = QLabel(language)
            tag.setProperty("role", "faint")
            row.addWidget(name)
            row.addStretch(1)
            row.addWidget(tag)
            self._copy.addLayout(row)
            self._copy.addWidget(self._fields[language])

    def _new_field(self, language: str) -> CopyField:
        field = CopyField(language, language_name(language))
        field.textChanged.connect(self._typed(language, field))
        field.left.connect(self.copy_left)
        return field

    def _typed(self, language: str, field: CopyField) -> Callable[[], None]:
        return lambda: self.copy_typed.emit(language, field.toPlainText())

    def show_values(self, values: Values) -> None:
        """Show a poster's values; a field that says the same is not touched."""
        for language, field in self._fields.items():
            field.show_text(values.copy.get(language, ""))
        place = self._template.findData(values.template)
        self._template.setCurrentIndex(place)
        summary = self._template.itemData(place, Qt.ItemDataRole.ToolTipRole) if place >= 0 else ""
        self._summary.setText(summary or f"There is no template “{values.template}”.")
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
            good = QLabel("✓  Nothing found")
            good.setProperty("role", "good")
            self._found.addWidget(good)
        elif problems is None:
            none = QLabel("Nothing to check yet")
            none.setProperty("role", "faint")
            self._found.addWidget(none)

    def edit_copy(self, language: str) -> None:
        """Put the cursor into the field of a language."""
        field = self._fields.get(language) or next(iter(self._fields.values()), None)
        if field is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            field.selectAll()
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
    mark.setAccessibleName(problem.severity)
    says = words("" if problem.severity != "hint" else "quiet")
    says.setText(problem.message)
    source = words("faint")
    source.setText(problem.source)
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


def _emptied(layout: QVBoxLayout | QHBoxLayout, keep: set[CopyField] | None = None) -> None:
    """Take everything out of a layout; what is not kept goes."""
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if isinstance(inner, QHBoxLayout | QVBoxLayout):
            _emptied(inner)
            inner.deleteLater()
        elif widget is not None and not (keep and widget in keep):
            widget.hide()
            widget.deleteLater()
