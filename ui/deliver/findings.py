"""What is to be said of outputs: why they are to be made, what was found, what was done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from studio.batch.reasons import gathered
from studio.batch.remark import ORDER, Remark
from ui.deliver.called import Called
from ui.deliver.row import AT_WORK, MADE, Row
from ui.deliver.states import TO_MAKE, Cell
from ui.deliver.words import taken_words
from ui.widgets import tokens as t
from ui.widgets.language import tr
from ui.widgets.parts import sign
from ui.widgets.words import words

_KINDS = {"error": "bad", "warning": "warn", "hint": "info"}
_MOST = 60


class Findings(QWidget):
    """Sections of lines, built anew when they change."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(t.SPACE[0])
        self._shown: object = None

    def show_one(self, cell: Cell, row: Row | None, called: Called) -> None:
        """Reasons, findings and the log of one output."""
        why = cell.reasons if cell.state in TO_MAKE else ()
        log = _log(row, called)
        wanted = (tuple(why), cell.remarks, log, called)
        if wanted == self._shown:
            return
        self._shown = wanted
        self._clear()
        self._section(tr("Why it is to be made"), [("", called.words(text)) for text in why])
        found = sorted(cell.remarks, key=lambda one: ORDER.index(one.severity))
        told = [(_KINDS[one.severity], called.words(one.message)) for one in found]
        self._section(tr("Findings"), told)
        self._section(tr("What was done"), [("", text) for text in log])
        self._column.addStretch(1)

    def show_many(self, cells: Sequence[Cell], called: Called) -> None:
        """Reasons and findings of several, each with how many have it."""
        why = gathered((c.output, c.reasons) for c in cells if c.state in TO_MAKE)
        found: dict[Remark, int] = {}
        for cell in cells:
            for remark in cell.remarks:
                found[remark] = found.get(remark, 0) + 1
        wanted = (why, tuple(found.items()), called)
        if wanted == self._shown:
            return
        self._shown = wanted
        self._clear()
        self._section(
            tr("Why they are to be made"),
            [("", _times(called.words(cause.text), len(cause.outputs))) for cause in why],
        )
        told = sorted(found, key=lambda one: (ORDER.index(one.severity), -found[one]))
        lines = [
            (_KINDS[one.severity], _times(called.words(one.message), found[one])) for one in told
        ]
        self._section(tr("Findings"), lines)
        self._column.addStretch(1)

    def _clear(self) -> None:
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()

    def _section(self, title: str, lines: Sequence[tuple[str, str]]) -> None:
        """`lines` are (kind of sign, text); nothing is shown where there are none."""
        if not lines:
            return
        if self._column.count():
            gap = QWidget()
            gap.setFixedHeight(t.SPACE[1])
            self._column.addWidget(gap)
        self._column.addWidget(words(title, "section", wraps=False))
        for kind, text in lines[:_MOST]:
            self._column.addWidget(_Line(kind, text))
        if len(lines) > _MOST:
            self._column.addWidget(words(tr("{n} more", n=len(lines) - _MOST), "faint"))


class _Line(QWidget):
    """A sign and a text that may be copied."""

    def __init__(self, kind: str, text: str) -> None:
        super().__init__()
        label = words(_breakable(text))
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setAccessibleName(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(t.SPACE[1])
        if kind:
            mark: QLabel = sign(kind, 14)
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)


def _breakable(text: str) -> str:
    """Paths may be broken after their slashes."""
    return text.replace("/", "/\u200b")


def _times(text: str, number: int) -> str:
    return tr("{reason}  ({n:,})", reason=text, n=number)


def _log(row: Row | None, called: Called) -> tuple[str, ...]:
    """What was done for an output in this session, in words."""
    if row is None:
        return ()
    lines = [called.words(text) for text in row.log]
    if row.state == AT_WORK and row.note:
        lines.append(called.words(row.note))
    if row.state == MADE and row.seconds:
        lines.append(tr("It took {time}", time=taken_words(row.seconds)))
    return tuple(lines)
