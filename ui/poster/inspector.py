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
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studio.poster.problem import Problem
from ui.poster.breaking import Ways
from ui.poster.copies import Copies
from ui.poster.fade import Fade
from ui.poster.fields import TimeField, button, column, section
from ui.poster.findings import Findings
from ui.poster.letters_panel import LettersPanel
from ui.widgets import tokens as t
from ui.widgets.language import heard, tr
from ui.widgets.scrolled import Scrolled
from ui.widgets.words import restyle, words

_WIDTH = 320


@dataclass(frozen=True, slots=True)
class Values:
    """What the inspector shows of a poster; `still` is a timecode, `chosen` says who chose it,
    `focus` where the point of interest is, `place` where the copy stands in this shape."""

    copy: dict[str, str]
    template: str
    still: str
    chosen: str
    focus: str
    has_focus: bool
    place: str = ""
    has_place: bool = False


class Inspector(Scrolled):
    """Shows one poster and offers its edits."""

    copy_typed = Signal(str, str)
    """(language, text)"""
    copy_left = Signal()
    template_chosen = Signal(str)
    still_typed = Signal(str)
    still_auto = Signal()
    focus_reset = Signal()
    place_reset = Signal()
    copy_broken = Signal(str, str)
    """(language, the copy with other line breaks)"""
    fix_wanted = Signal(object)
    """The Action of a finding."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedWidth(_WIDTH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.copies = self._copies()
        self.letters = LettersPanel()
        self.findings = Findings()
        self.findings.fix_wanted.connect(self.fix_wanted)
        self._template = QComboBox()
        self._summary = words(role="faint")
        self._still = TimeField()
        self._fault = words(role="bad")
        self._chosen = words(role="faint")
        self._focus = words(role="quiet")
        self._place = words(role="quiet")
        inner = QWidget()
        whole = QVBoxLayout(inner)
        whole.setContentsMargins(t.SPACE[3], t.SPACE[2], t.SPACE[3], t.SPACE[4])
        whole.setSpacing(t.SPACE[4])
        whole.addWidget(self.copies)
        whole.addWidget(self.letters)
        whole.addLayout(self._template_part())
        whole.addLayout(self._still_part())
        whole.addWidget(self.findings)
        whole.addStretch(1)
        self.setWidget(inner)
        self._fade = Fade(self)

    # -- building -------------------------------------------------------------------------

    def _copies(self) -> Copies:
        made = Copies()
        made.typed.connect(self.copy_typed)
        made.left.connect(self.copy_left)
        made.broken.connect(self.copy_broken)
        return made

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
        self._free = button(
            tr("Find"),
            self.place_reset.emit,
            tr("Let Lobbycard find the place of the copy in this shape"),
            "poster-place",
        )
        part = column()
        part.addWidget(section(tr("Still")))
        part.addLayout(row)
        part.addWidget(self._fault)
        part.addWidget(self._chosen)
        part.addLayout(_beside(self._focus, self._reset))
        part.addLayout(_beside(self._place, self._free))
        self._fault.hide()
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
        self._tab()

    def _tab(self) -> None:
        parts = (
            *self.letters.stops,
            self._template,
            self._still,
            self._auto,
            self._reset,
            self._free,
        )
        self.copies.tab_on(*parts, *self.findings.buttons)

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
        self._place.setText(values.place)
        self._free.setEnabled(values.has_place)

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
        self.findings.show_problems(problems)
        self._tab()

    def show_ways(self, ways: Ways) -> None:
        """Offer ways to break the lines of the copy."""
        self.copies.show_ways(ways)
        self._tab()

    def edit_copy(self, language: str) -> None:
        """Put the cursor into the field of a language."""
        field = self.copies.edit(language)
        if field is not None:
            self.ensureWidgetVisible(field)

    def edit_still(self) -> None:
        """Put the cursor into the time of the still."""
        self._still.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._still.selectAll()


def _beside(text: QLabel, act: QPushButton) -> QHBoxLayout:
    """A text and the button at its end."""
    row = QHBoxLayout()
    row.setSpacing(t.SPACE[1])
    row.addWidget(text, 1)
    row.addWidget(act)
    return row
