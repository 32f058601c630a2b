"""The dialog that shows what mending would change, cue by cue, before anything is changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from studio.core.words import counted
from studio.subs.cue import Cue
from studio.subs.fixes.run import Proposal, Step
from ui.subs.model import shown_time
from ui.subs.view import View
from ui.widgets import tokens as t
from ui.widgets.dialogs import Dialog
from ui.widgets.language import heard, tr
from ui.widgets.theme import tabular

_KINDS = 260
_SIZE = (980, 620)


class MendDialog(Dialog):
    """`kinds_changed` asks for another proposal, which `show_proposal` brings."""

    kinds_changed = Signal()

    def __init__(self, first: Proposal, view: View, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Fix findings"),
            parent,
            tr("Each change keeps both languages in step and brings no new finding."),
        )
        self._view = view
        self._boxes: list[tuple[QCheckBox, frozenset[str]]] = []
        self._list = QTreeWidget()
        self._go = self._buttons_row()
        row = QHBoxLayout()
        row.setSpacing(t.SPACE[3])
        row.addWidget(self._kinds(first.steps))
        row.addWidget(self._dressed(), 1)
        self.body.addLayout(row, 1)
        self.show_proposal(first)
        self.resize(*_SIZE)

    def _buttons_row(self) -> QWidget:
        self.add_cancel()
        go = self.add_button(tr("Fix"), self.accept, primary=True)
        go.setObjectName("mend-go")
        return go

    def _kinds(self, steps: Sequence[Step]) -> QWidget:
        """What is done to how many cues, each with a box to leave it out."""
        made = QWidget()
        made.setFixedWidth(_KINDS)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(t.SPACE[1])
        many = Counter(step.says for step in steps)
        for says, number in many.most_common():
            # Two checks can ask for the same, such as a cue that stands longer.
            checks = frozenset(step.check for step in steps if step.says == says)
            box = QCheckBox(f"{heard(says)}   {number:,}")
            box.setObjectName(f"mend-{min(checks)}")
            box.setToolTip("\n".join(sorted(checks)))
            box.setChecked(True)
            box.toggled.connect(lambda _: self.kinds_changed.emit())
            self._boxes.append((box, checks))
            column.addWidget(box)
        column.addStretch(1)
        return made

    def _dressed(self) -> QTreeWidget:
        listed = self._list
        listed.setObjectName("mend-list")
        listed.setAccessibleName(tr("What would change"))
        listed.setRootIsDecorated(False)
        listed.setHeaderLabels([tr("In"), tr("Language"), tr("Now"), tr("Then")])
        listed.setSelectionMode(QTreeWidget.SelectionMode.NoSelection)
        listed.setFont(tabular(listed.font()))
        listed.setWordWrap(True)
        head = listed.header()
        head.setStretchLastSection(False)
        for column, mode in enumerate(
            (
                QHeaderView.ResizeMode.ResizeToContents,
                QHeaderView.ResizeMode.ResizeToContents,
                QHeaderView.ResizeMode.Stretch,
                QHeaderView.ResizeMode.Stretch,
            )
        ):
            head.setSectionResizeMode(column, mode)
        return listed

    @property
    def only(self) -> tuple[str, ...]:
        """The checks whose findings are to be mended."""
        chosen = (checks for box, checks in self._boxes if box.isChecked())
        return tuple(sorted(frozenset().union(*chosen)))

    @property
    def rows(self) -> list[tuple[str, ...]]:
        """What is listed, as text."""
        items = (self._list.topLevelItem(n) for n in range(self._list.topLevelItemCount()))
        return [tuple(one.text(n) for n in range(4)) for one in items if one is not None]

    def show_waiting(self) -> None:
        """Another proposal is being made."""
        self._go.setEnabled(False)

    def show_proposal(self, made: Proposal) -> None:
        """List what it changes."""
        self._list.clear()
        changed = changes(made)
        self._list.addTopLevelItems([self._item(side, old, new) for side, old, new in changed])
        self._go.setEnabled(bool(changed))
        left = sum(len(found) for found in made.after)
        self.set_fault("")
        self._go.setToolTip(
            tr(
                "{cues} changed, {findings} left",
                cues=heard(counted(len(changed), "cue")),
                findings=heard(counted(left, "finding")),
            )
        )

    def _item(self, side: int, old: Cue, new: Cue | None) -> QTreeWidgetItem:
        rate = self._view.rate
        times = new is not None and (old.start, old.end) != (new.start, new.end)
        words = new is not None and old.text != new.text

        def told(cue: Cue) -> str:
            clock = f"{shown_time(cue.start, rate)} – {shown_time(cue.end, rate)}"
            text = cue.text if words or not times else ""
            return "\n".join(part for part in (clock if times else "", text) if part)

        then = told(new) if new is not None else tr("taken out")
        made = QTreeWidgetItem(
            [shown_time(old.start, rate), self._view.titles[side], told(old), then]
        )
        for column in range(4):
            made.setTextAlignment(column, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        for column in (0, 1, 2):
            made.setForeground(column, QColor(t.QUIET))
        return made


def changes(made: Proposal) -> list[tuple[int, Cue, Cue | None]]:
    """(side, before, after) of every cue that all steps together change, in order of time."""
    first: dict[tuple[int, int], Cue] = {}
    last: dict[tuple[int, int], Cue | None] = {}
    for step in made.steps:
        for edit in step.edits:
            key = edit.side, edit.before.id
            first.setdefault(key, edit.before)
            last[key] = edit.after
    found = [(side, old, last[side, n]) for (side, n), old in first.items()]
    return sorted(
        (one for one in found if one[1] != one[2]), key=lambda one: (one[1].start, one[0])
    )
