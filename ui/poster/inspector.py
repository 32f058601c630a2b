"""The inspector: copy in each language, template, still, and what preflight found."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from studio.poster.problem import Problem
from ui.widgets import tokens as t

_SIGNS = {"error": ("bad", "✕"), "warning": ("warn", "▲"), "hint": ("quiet", "·")}


class CopyField(QPlainTextEdit):
    """A field for one language; tells when typing pauses by leaving it."""

    left = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self.setAccessibleName(f"Copy in {language}")
        self.setObjectName(f"copy-{language}")
        self.setTabChangesFocus(True)
        self.setFixedHeight(60)
        self.setPlaceholderText("One quiet line")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The step of typing is over."""
        super().focusOutEvent(event)
        self.left.emit()


class Inspector(QScrollArea):
    """Shows one poster and offers its edits."""

    copy_typed = Signal(str, str)
    """(language, text)"""
    template_chosen = Signal(str)
    still_typed = Signal(str)
    still_auto = Signal()
    focus_reset = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedWidth(320)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fields: dict[str, CopyField] = {}
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(t.SPACE[3], t.SPACE[3], t.SPACE[3], t.SPACE[3])
        column.setSpacing(t.SPACE[1])
        self._copy = QVBoxLayout()
        self._copy.setSpacing(t.SPACE[1])
        column.addWidget(_section("Copy"))
        column.addLayout(self._copy)
        self._add_design(column)
        column.addSpacing(t.SPACE[1])
        column.addWidget(_section("Preflight"))
        self._found = QVBoxLayout()
        self._found.setSpacing(t.SPACE[0])
        column.addLayout(self._found)
        column.addStretch(1)
        self.setWidget(inner)

    def _add_design(self, column: QVBoxLayout) -> None:
        self._template = QComboBox()
        self._template.setAccessibleName("Template")
        self._template.activated.connect(
            lambda _: self.template_chosen.emit(self._template.currentData())
        )
        self._still = QLineEdit()
        self._still.setAccessibleName("Time of the still")
        self._still.setPlaceholderText("00:00:41:05")
        self._still.editingFinished.connect(self._still_done)
        auto = _button("Choose", self.still_auto.emit, "Let Lobbycard choose the still")
        reset = _button("Centre", self.focus_reset.emit, "Put the point of interest back")
        row = QHBoxLayout()
        row.addWidget(self._still, 1)
        row.addWidget(auto)
        row.addWidget(reset)
        column.addSpacing(t.SPACE[1])
        column.addWidget(_section("Template"))
        column.addWidget(self._template)
        column.addSpacing(t.SPACE[1])
        column.addWidget(_section("Still"))
        column.addLayout(row)

    def set_templates(self, named: Sequence[tuple[str, str]]) -> None:
        """(name, summary) of each template there is."""
        self._template.clear()
        for place, (name, summary) in enumerate(named):
            self._template.addItem(name, name)
            self._template.setItemData(place, summary, Qt.ItemDataRole.ToolTipRole)

    def set_languages(self, languages: Sequence[str]) -> None:
        """One field for each; fields that stay keep the cursor."""
        if list(languages) == list(self._fields):
            return
        while (item := self._copy.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._fields = {}
        for language in languages:
            label = QLabel(language)
            label.setProperty("role", "faint")
            field = CopyField(language)
            field.textChanged.connect(self._typed(language, field))
            self._copy.addWidget(label)
            self._copy.addWidget(field)
            self._fields[language] = field

    def _typed(self, language: str, field: CopyField) -> Callable[[], None]:
        return lambda: self.copy_typed.emit(language, field.toPlainText())

    def show_values(self, copy: dict[str, str], template: str, still: str) -> None:
        """Show a poster's values; a field that says the same is not touched."""
        for language, field in self._fields.items():
            text = copy.get(language, "")
            if field.toPlainText() != text:
                field.blockSignals(True)
                field.setPlainText(text)
                field.blockSignals(False)
        self._template.setCurrentIndex(self._template.findData(template))
        self._still.setText(still)

    def _still_done(self) -> None:
        if self._still.isModified():
            self._still.setModified(False)
            self.still_typed.emit(self._still.text())

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """List what preflight found, the gravest first."""
        while (item := self._found.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        order = list(_SIGNS)
        for problem in sorted(problems, key=lambda one: order.index(one.severity)):
            role, sign = _SIGNS[problem.severity]
            label = QLabel(f"{sign}  {problem.message}")
            label.setProperty("role", role)
            label.setWordWrap(True)
            label.setToolTip(problem.source)
            self._found.addWidget(label)
        if not problems:
            label = QLabel("✓  Nothing found")
            label.setProperty("role", "good")
            self._found.addWidget(label)

    def edit_copy(self, language: str) -> None:
        """Put the cursor into the field of a language."""
        field = self._fields.get(language) or next(iter(self._fields.values()), None)
        if field is not None:
            field.setFocus()
            field.selectAll()


def _section(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "section")
    return label


def _button(text: str, run: Callable[[], None], hint: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(hint)
    button.clicked.connect(lambda: run())
    return button
