"""The dialog that shows what a sheet that came back would change, before anything is taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QCheckBox, QHeaderView, QTableView, QWidget

from studio.campaign.cue_sheet import CueDifference
from studio.core.said import said
from ui.campaign.differing import KINDS, Columns, Differing, DifferingTable, Line, summed
from ui.campaign.tongues import own_name
from ui.widgets.dialogs import Dialog
from ui.widgets.language import heard, tr
from ui.widgets.states import EmptyState
from ui.widgets.theme import tabular
from ui.widgets.words import words

CUE, LANGUAGE, WHAT, BEFORE, AFTER, CELL = range(6)
_COLUMNS = Columns(
    (said("Cue"), said("Language"), said("What"), said("Before"), said("After"), said("Cell")),
    tick=CUE,
    sign=WHAT,
    quiet=(BEFORE, CELL),
    reason=tuple(range(6)),
)
_WIDTHS = {CUE: 84, LANGUAGE: 104, WHAT: 148, CELL: 64}
_WORDS = {
    **{kind: one[0] for kind, one in KINDS.items() if kind != "added"},
    "missing": said("not in the sheet"),
}
_ORDER = tuple(_WORDS)
_SIZE = (1040, 600)


class SheetDialog(Dialog):
    """`chosen` are the differences to be taken once it was accepted; `numbers` are the cues'
    numbers by language and id."""

    def __init__(
        self,
        name: str,
        differences: Sequence[CueDifference],
        numbers: Mapping[tuple[str, int], int],
        notes: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        told = " · ".join(summed((one.kind for one in differences), _WORDS))
        super().__init__(tr("What {file} would change", file=name), parent, told)
        # Those that can be taken stand first and are ticked, but for emptied texts.
        self._differences = sorted(differences, key=lambda one: _ORDER.index(one.kind))
        lines = [_line(one, numbers) for one in self._differences]
        ticked = [n for n, one in enumerate(lines) if one.kind == "changed"]
        self._model = Differing(_COLUMNS, lines, ticked, self)
        self._model.dataChanged.connect(self._refresh)
        for note in notes:
            self.body.addWidget(words(heard(note), "faint"))
        self.add_cancel(tr("Cancel") if differences else tr("Close"))
        self._take = self.add_button(tr("Take"), self.accept, primary=True)
        self._take.setObjectName("sheet-take")
        if differences:
            self.body.addWidget(_table(self._model), 1)
            self._add_emptying()
        else:
            text = tr("Every text of the sheet is as the tracks have it.")
            self.body.addWidget(EmptyState("check", text), 1)
        self.resize(*_SIZE)
        self._refresh()

    @property
    def chosen(self) -> tuple[CueDifference, ...]:
        """What is ticked."""
        return tuple(one for n, one in enumerate(self._differences) if n in self._model.ticked)

    def _add_emptying(self) -> None:
        emptied = sum(one.kind == "emptied" for one in self._model.rows)
        if emptied:
            tick = QCheckBox(
                tr("Take away the {n} texts that are empty in the sheet", n=emptied)
                if emptied > 1
                else tr("Take away the text that is empty in the sheet")
            )
            tick.setObjectName("sheet-empty")
            tick.toggled.connect(self._tick_emptied)
            self.body.addWidget(tick)

    def _tick_emptied(self, on: bool) -> None:
        self._model.tick_all("emptied", on=on)

    def _refresh(self) -> None:
        count = len(self.chosen)
        self._take.setText(tr("Take {n:,} texts", n=count) if count != 1 else tr("Take 1 text"))
        self._take.setEnabled(count > 0)


def _table(model: Differing) -> QTableView:
    table = DifferingTable(model, _WIDTHS)
    table.setObjectName("sheet-table")
    table.setFont(tabular(table.font()))
    for column in (BEFORE, AFTER):
        table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
    return table


def _line(one: CueDifference, numbers: Mapping[tuple[str, int], int]) -> Line:
    number = numbers.get((one.language, one.cue_id))
    # What cannot be taken is shown with its reason, beside the text it is about.
    texts = (
        str(number) if number else "",
        own_name(one.language) if one.language else "",
        heard(_WORDS[one.kind]),
        one.before if one.can_take else one.after or one.before,
        (one.after or tr("(empty)")) if one.can_take else heard(one.why),
        one.cell,
    )
    return Line(one.kind, texts, one.can_take, heard(one.why))
