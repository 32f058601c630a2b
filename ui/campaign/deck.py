"""The dialog that shows what a copy deck would change, before anything is changed."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QHeaderView, QTableView, QWidget

from studio.campaign.deck import Compared, Difference
from studio.core.said import said
from ui.campaign.differing import KINDS, Columns, Differing, DifferingTable, Line, summed
from ui.campaign.tongues import own_name
from ui.widgets.dialogs import Dialog
from ui.widgets.language import heard, tr
from ui.widgets.states import EmptyState
from ui.widgets.words import words

CELL, TEXT, LANGUAGE, WHAT, BEFORE, AFTER = range(6)
_COLUMNS = Columns(
    (said("Cell"), said("Text"), said("Language"), said("What"), said("Before"), said("After")),
    tick=CELL,
    sign=WHAT,
    quiet=(CELL, BEFORE),
    reason=(AFTER,),
)
_WIDTHS = {CELL: 76, TEXT: 180, LANGUAGE: 110, WHAT: 140, BEFORE: 240}
_WORDS = {**{kind: one[0] for kind, one in KINDS.items()}, "missing": said("not in the deck")}
_TICKED = ("changed", "added")


class DeckDialog(Dialog):
    """`chosen` are the differences to be applied once it was accepted."""

    def __init__(self, compared: Compared, name: str, parent: QWidget | None = None) -> None:
        told = [*summed((one.kind for one in compared.differences), _WORDS)]
        told.append(tr("{n} as before", n=compared.same))
        super().__init__(tr("What {file} would change", file=name), parent, " · ".join(told))
        # Those that can be applied stand first and are ticked, but for emptied texts.
        self._differences = sorted(compared.differences, key=lambda one: not one.can_apply)
        ticked = [n for n, one in enumerate(self._differences) if one.kind in _TICKED]
        self._model = Differing(_COLUMNS, [_line(one) for one in self._differences], ticked, self)
        self._model.dataChanged.connect(self._refresh)
        for note in compared.notes:
            self.body.addWidget(words(heard(note), "faint"))
        self.add_cancel(tr("Cancel") if compared.differences else tr("Close"))
        self._apply = self.add_button(tr("Apply"), self.accept, primary=True)
        self._apply.setObjectName("deck-apply")
        if compared.differences:
            self.body.addWidget(self._table(), 1)
            self._add_clearing()
        else:
            text = tr("Every text of the deck is as the campaign has it.")
            self.body.addWidget(EmptyState("check", text), 1)
        self.resize(1040, 600)
        self._refresh()

    @property
    def chosen(self) -> tuple[Difference, ...]:
        """What is ticked."""
        return tuple(one for n, one in enumerate(self._differences) if n in self._model.ticked)

    def _add_clearing(self) -> None:
        emptied = sum(one.kind == "emptied" for one in self._model.rows)
        if emptied:
            tick = QCheckBox(
                tr("Take away the {n} texts that are empty in the deck", n=emptied)
                if emptied > 1
                else tr("Take away the text that is empty in the deck")
            )
            tick.setObjectName("deck-clear")
            tick.toggled.connect(self._clear)
            self.body.addWidget(tick)

    def _clear(self, on: bool) -> None:
        self._model.tick_all("emptied", on=on)

    def _table(self) -> QTableView:
        table = DifferingTable(self._model, _WIDTHS)
        table.setObjectName("deck-table")
        table.horizontalHeader().setSectionResizeMode(AFTER, QHeaderView.ResizeMode.Stretch)
        return table

    def _refresh(self) -> None:
        count = len(self.chosen)
        self._apply.setText(
            tr("Apply {n} changes", n=count) if count != 1 else tr("Apply 1 change")
        )
        self._apply.setEnabled(count > 0)


def _line(one: Difference) -> Line:
    can = one.can_apply
    texts = (
        one.cell,
        one.id.replace("/", " / "),
        own_name(one.language) if one.language else "",
        heard(_WORDS[one.kind]),
        one.before if can else one.before or one.after,
        (one.after or tr("(empty)")) if can else heard(one.why),
    )
    return Line(one.kind, texts, can, heard(one.why))
