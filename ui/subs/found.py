"""The panel of findings: what the checks say of both languages, to walk through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from studio.core.words import counted
from studio.subs.checks.base import Finding
from ui.widgets import tokens as t
from ui.widgets.icons import icon

_ROLE = Qt.ItemDataRole.UserRole
_SIGNS = {"error": "error", "warning": "warning", "hint": "info"}


@dataclass(frozen=True, slots=True)
class Place:
    """A finding and where it is: side 0 or 1, and the cue's id."""

    side: int
    cue_id: int
    finding: Finding


class FoundPanel(QWidget):
    """A list; choosing an entry goes to its cue."""

    chosen = Signal(object)
    """A Place."""

    def __init__(self) -> None:
        super().__init__()
        self._title = QLabel()
        self._title.setProperty("role", "section")
        self._list = QListWidget()
        self._list.setAccessibleName("Findings")
        self._list.setWordWrap(True)
        self._list.itemActivated.connect(self._choose)
        self._list.itemClicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(t.SPACE[2], t.SPACE[1], t.SPACE[2], t.SPACE[1])
        column.setSpacing(t.SPACE[0])
        column.addWidget(self._title)
        column.addWidget(self._list, 1)
        self.show_places(())

    @property
    def places(self) -> list[Place]:
        """What is listed."""
        return [self._list.item(row).data(_ROLE) for row in range(self._list.count())]

    def show_places(self, places: Sequence[Place]) -> None:
        """List these; the one that was current stays so if it is still there."""
        before = self._list.currentItem()
        kept = before.data(_ROLE) if before is not None else None
        self._list.clear()
        for place in places:
            found = place.finding
            item = QListWidgetItem(icon(_SIGNS[found.severity]), found.message)
            item.setToolTip(found.source)
            item.setData(_ROLE, place)
            self._list.addItem(item)
            if kept is not None and (place.side, place.cue_id, found.check) == (
                kept.side,
                kept.cue_id,
                kept.finding.check,
            ):
                self._list.setCurrentItem(item)
        self._title.setText(
            f"{counted(len(places), 'finding')}   F8 next" if places else "Nothing found"
        )

    def step(self, by: int) -> None:
        """Go to the next finding, or the one before."""
        count = self._list.count()
        if count:
            row = self._list.currentRow()
            row = (row + by) % count if row >= 0 else 0
            self._list.setCurrentRow(row)
            self._choose(self._list.item(row))

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_ROLE))
