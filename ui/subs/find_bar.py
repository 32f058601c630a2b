"""The bar for finding and replacing: what is typed there, and how many places it has."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
)

from studio.subs.searching import Wish
from ui.widgets import tokens as t
from ui.widgets.icons import icon
from ui.widgets.language import tr
from ui.widgets.theme import tabular
from ui.widgets.words import Elided, restyle

_FIELD = 280


class FindBar(QFrame):
    """Says what was typed and asked for; `Replacing` does it."""

    wished = Signal()
    """Something else is looked for, or elsewhere."""
    moved = Signal(int)
    """To the next place (1) or the one before (-1)."""
    one_wanted = Signal()
    all_wanted = Signal()
    left = Signal()
    """The keys go back to the cues."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("subs-find")
        self._word = _field("subs-find-word", tr("Find in the texts"))
        self._word.setPlaceholderText(tr("Find"))
        self._by = _field("subs-find-by", tr("Replace with"))
        self._by.setPlaceholderText(tr("Replace with"))
        self._case = _toggle(tr("Aa"), "case", tr("Capitals count"))
        self._whole = _toggle(tr("Word"), "whole", tr("Whole words only"))
        self._regex = _toggle(".*", "regex", tr("A pattern: regular expression, $1 for a group"))
        self._scope = QComboBox()
        self._scope.setObjectName("subs-find-scope")
        self._scope.setAccessibleName(tr("Where to look"))
        self._scope.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._count = Elided()
        self._count.setFont(tabular(self._count.font()))
        self._count.setProperty("role", "quiet")
        self._one = _button(tr("Replace"), "one", self.one_wanted.emit)
        self._all = _button(tr("Replace all"), "all", self.all_wanted.emit)
        self._replacing = (self._by, self._one, self._all)
        self._arrange()
        self._connect()
        self.hide()

    def _arrange(self) -> None:
        up = _tool("chevron-up", "before", tr("Place before"), "Shift+F3")
        down = _tool("chevron-down", "next", tr("Next place"), "F3")
        shut = _tool("close", "close", tr("Close"), "Esc")
        up.clicked.connect(lambda: self.moved.emit(-1))
        down.clicked.connect(lambda: self.moved.emit(1))
        shut.clicked.connect(self.shut)
        first = QHBoxLayout()
        first.setSpacing(t.SPACE[0])
        for one in (self._case, self._whole, self._regex, self._scope, up, down):
            first.addWidget(one)
        first.addWidget(self._count, 1)
        first.addWidget(shut)
        second = QHBoxLayout()
        second.setSpacing(t.SPACE[1])
        second.addWidget(self._one)
        second.addWidget(self._all)
        second.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(t.SPACE[2], t.SPACE[1], t.SPACE[2], t.SPACE[1])
        grid.setSpacing(t.SPACE[1])
        grid.addWidget(self._word, 0, 0)
        grid.addLayout(first, 0, 1)
        grid.addWidget(self._by, 1, 0)
        grid.addLayout(second, 1, 1)
        grid.setColumnStretch(1, 1)

    def _connect(self) -> None:
        self._word.textChanged.connect(self.wished)
        self._by.textChanged.connect(self.wished)
        for toggle in (self._case, self._whole, self._regex):
            toggle.toggled.connect(self.wished)
        self._scope.activated.connect(self.wished)

    # -- what was typed -------------------------------------------------------------------

    @property
    def wish(self) -> Wish:
        """What is looked for."""
        return Wish(
            self._word.text(),
            self._regex.isChecked(),
            self._case.isChecked(),
            self._whole.isChecked(),
        )

    @property
    def by(self) -> str | None:
        """What it is replaced by; None while it is only looked for."""
        return self._by.text() if not self._by.isHidden() else None

    @property
    def sides(self) -> tuple[int, ...]:
        """Where to look."""
        side = self._scope.currentData()
        return (0, 1) if side is None or side < 0 else (int(side),)

    def open(self, word: str, *, replacing: bool) -> None:
        """Show the bar and begin to type; `word` is what was marked."""
        for one in self._replacing:
            one.setVisible(replacing)
        self.show()
        if word:
            self._word.setText(word)
        self._word.selectAll()
        self._word.setFocus()
        self.wished.emit()

    def show_scopes(self, titles: tuple[str, str]) -> None:
        """The two languages; a choice only where there are two."""
        listed = [(tr("Both languages"), -1), *((title, n) for n, title in enumerate(titles))]
        present = [self._scope.itemText(n) for n in range(self._scope.count())]
        if present != [title for title, _ in listed]:
            self._scope.clear()
            for title, side in listed:
                self._scope.addItem(title, side)
        self._scope.setVisible(bool(titles[1]))

    def show_count(self, words: str, *, fault: str = "", can: bool) -> None:
        """How many places there are, or why it cannot be; whether there is any to replace."""
        self._count.show_text(fault or words)
        restyle(self._count, "role", "fault" if fault else "quiet")
        restyle(self._word, "state", "bad" if fault else "")
        self._word.setAccessibleDescription(fault or words)
        self._one.setEnabled(can)
        self._all.setEnabled(can)

    @property
    def says(self) -> str:
        """What stands there about the places."""
        return self._count.whole

    def shut(self) -> None:
        """Put the bar away."""
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, with Shift back; in the second field it replaces; Escape ends."""
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._by.hasFocus():
                self.one_wanted.emit()
            else:
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.moved.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)


def _field(name: str, title: str) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(name)
    made.setAccessibleName(title)
    made.setFixedWidth(_FIELD)
    return made


def _toggle(text: str, name: str, tip: str) -> QPushButton:
    made = QPushButton(text)
    made.setObjectName(f"subs-find-{name}")
    made.setCheckable(True)
    made.setProperty("role", "flat")
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    return made


def _tool(sign: str, name: str, title: str, keys: str) -> QToolButton:
    made = QToolButton()
    made.setObjectName(f"subs-find-{name}")
    made.setIcon(icon(sign))
    made.setProperty("role", "flat")
    made.setToolTip(f"{title}  {keys}")
    made.setAccessibleName(title)
    return made


def _button(text: str, name: str, run: Callable[[], object]) -> QPushButton:
    made = QPushButton(text)
    made.setObjectName(f"subs-find-{name}")
    made.clicked.connect(lambda: run())
    return made
