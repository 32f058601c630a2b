"""The copy in each language: this market's first, the others folded away below."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from studio.typeset.alternatives import in_one_line
from ui.poster.breaking import Ways
from ui.poster.breaks import Breaks
from ui.poster.fields import CopyField, column, section
from ui.poster.texts import plain_text
from ui.poster.words import language_name
from ui.widgets import tokens as t
from ui.widgets.icons import icon
from ui.widgets.language import tr
from ui.widgets.names import name_of


class Copies(QWidget):
    """A field for each language."""

    typed = Signal(str, str)
    """(language, text)"""
    left = Signal()
    """Typing in a field is over."""
    caret_moved = Signal(str, str, int, int)
    """(language, text, start, stop): where the caret stands, or what is selected."""
    broken = Signal(str, str)
    """(language, the copy with other line breaks)"""

    def __init__(self) -> None:
        super().__init__()
        self._fields: dict[str, CopyField] = {}
        self._breaks: dict[str, Breaks] = {}
        self._ways: Ways = {}
        self._open: bool = False
        self._shown: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self._own, self._rest = _Fields(), _Fields()
        self._fold = QToolButton()
        self._fold.setObjectName("poster-others")
        self._fold.setProperty("role", "flat")
        self._fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._fold.clicked.connect(lambda: self._unfold(not self._open))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(t.SPACE[1])
        whole.addWidget(section(tr("Copy")))
        whole.addWidget(self._own)
        whole.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addWidget(self._rest)
        self._unfold(False)

    def _unfold(self, there: bool) -> None:
        """Show or hide the fields of other markets."""
        self._open = there
        self._fold.setIcon(icon("chevron-down" if there else "chevron-right"))
        self._fold.setToolTip(tr("Hide") if there else tr("Show"))
        self._rest.setVisible(there)

    def fields(self) -> tuple[CopyField, ...]:
        """As they stand."""
        return tuple(self._fields.values())

    def tab_on(self, *following: QWidget) -> None:
        """Tab goes through the fields as they stand, and on through `following`."""
        own, others = ([part for one in shown for part in self._tabs(one)] for shown in self._shown)
        # The fold holds their place in the window's order: the fields were made last.
        chain = [self._fold, *own, self._fold, *others, *following]
        for one, after in pairwise(chain):
            QWidget.setTabOrder(one, after)

    def _tabs(self, language: str) -> list[QWidget]:
        return [self._fields[language], *self._breaks[language].samples]

    def set_languages(self, own: tuple[str, ...], others: tuple[str, ...]) -> None:
        """Show fields for these; the one that is typed in keeps the cursor, and stays."""
        busy = next((one for one, field in self._fields.items() if field.hasFocus()), "")
        if busy and busy not in (*own, *others):
            others = (*others, busy)
        if (own, others) == self._shown:
            return
        self._shown = own, others
        made = {one: self._fields.get(one) or self._new(one) for one in (*own, *others)}
        for language, field in self._fields.items():
            if language not in made:
                field.deleteLater()
                self._breaks.pop(language).deleteLater()
        self._fields = made
        self._own.show_fields({one: (made[one], self._breaks[one]) for one in own})
        self._rest.show_fields({one: (made[one], self._breaks[one]) for one in others})
        self._fold.setText(
            tr("In other markets   {listed}", listed=", ".join(map(name_of, others)))
        )
        self._fold.setVisible(bool(others))
        self._rest.setVisible(bool(others) and self._open)
        if busy:
            self._reveal(busy)

    def _new(self, language: str) -> CopyField:
        field = CopyField(language, language_name(language))
        field.textChanged.connect(self._telling(language, field))
        field.left.connect(self.left)
        field.moved.connect(self.caret_moved)
        breaks = Breaks()
        breaks.taken.connect(lambda text: self.broken.emit(language, text))
        breaks.returned.connect(lambda: self.broken.emit(language, in_one_line(plain_text(field))))
        self._breaks[language] = breaks
        return field

    def show_ways(self, ways: Ways) -> None:
        """Show the ways to break each language's copy that are known."""
        self._ways = ways
        for language, breaks in self._breaks.items():
            text = plain_text(self._fields[language])
            breaks.show_ways(ways.get(language, ()), text)

    def next_breaks(self) -> None:
        """Break the copy that is typed in, or the first, in the next way."""
        busy = next((one for one, field in self._fields.items() if field.hasFocus()), "")
        wanted = busy or next((one for one in self._fields if self._ways.get(one)), "")
        if wanted:
            self._breaks[wanted].step()

    def _telling(self, language: str, field: CopyField) -> Callable[[], None]:
        def tell() -> None:
            self._breaks[language].follow(plain_text(field))
            self.typed.emit(language, plain_text(field))

        return tell

    def show_copy(self, copy: Mapping[str, str]) -> None:
        """Show what is written; a field that says the same is not touched."""
        for language, field in self._fields.items():
            field.show_text(copy.get(language, ""))
            self._breaks[language].follow(plain_text(field))

    def edit(self, language: str) -> CopyField | None:
        """Put the cursor into the field of a language, or the first one, and return it."""
        wanted = language if language in self._fields else next(iter(self._fields), "")
        if not wanted:
            return None
        field = self._reveal(wanted)
        field.selectAll()
        return field

    def _reveal(self, language: str) -> CopyField:
        if language in self._shown[1]:
            self._unfold(True)
        field = self._fields[language]
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        return field


class _Fields(QWidget):
    """Fields one below the other, each under its language."""

    def __init__(self) -> None:
        super().__init__()
        self._column = column(gap=t.SPACE[0])
        self.setLayout(self._column)
        self._labels: list[QWidget] = []

    def show_fields(self, fields: Mapping[str, tuple[CopyField, Breaks]]) -> None:
        """Show these instead."""
        while self._column.takeAt(0) is not None:
            pass
        for label in self._labels:
            label.hide()
            label.deleteLater()
        self._labels = []
        for place, (language, (field, breaks)) in enumerate(fields.items()):
            if place:
                self._column.addSpacing(t.SPACE[1])
            label = _labelled(language)
            self._labels.append(label)
            self._column.addWidget(label)
            self._column.addWidget(field)
            self._column.addWidget(breaks)
            field.show()


def _labelled(language: str) -> QWidget:
    """The language in its own words, and its tag."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    for text in (language_name(language), language):
        label = QLabel(text)
        label.setProperty("role", "faint")
        row.addWidget(label)
        if text != language:
            row.addStretch(1)
    return whole
