"""The parts of the dialog that brings a subtitle file in: encodings, the report, the undecided."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QGridLayout,
    QHeaderView,
    QLabel,
    QRadioButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from studio.core.words import counted, size_words
from studio.subs.deciding import ways
from studio.subs.encodings import SURE
from studio.subs.formats.base import FORMATS
from studio.subs.reading import Reading, first_cues
from studio.subs.splitting import Split
from ui.subs.model import shown_time
from ui.widgets import tokens as t
from ui.widgets.language import heard, tr
from ui.widgets.names import name_of
from ui.widgets.theme import tabular
from ui.widgets.words import Elided, words

UNKNOWN = "und"
_FIRST, _GAP = 2, "   "
"""Cues shown of each encoding, and what is between them."""


def shown_encoding(name: str) -> str:
    """An encoding as people write it; a way back from a second one as its steps."""
    return " ← ".join(part.upper().replace("_", "-") for part in name.split("/"))


def spoken(language: str) -> str:
    """A language's name in itself; in words where none could be told."""
    return tr("unknown language") if language == UNKNOWN else name_of(language)


def summary(reading: Reading) -> str:
    """Size, format and the counts that prove the reading, in one line."""
    return " · ".join(
        (
            FORMATS[reading.format].title,
            size_words(reading.bytes),
            heard(counted(reading.time_codes, "time code")),
            heard(counted(len(reading.track.cues), "cue")),
            tr("{n:,} dropped", n=len(reading.dropped)),
            heard(counted(len(reading.repairs), "repair")),
        )
    )


class Encodings(QWidget):
    """The encoding that was found and what else it could be, each with the first cues it gives."""

    def __init__(self, reading: Reading, chosen: Callable[[str], None]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(t.SPACE[2])
        self._grid.setVerticalSpacing(t.SPACE[0])
        self._grid.setColumnStretch(2, 1)
        telling = (one.text for one in reading.track.cues if not one.text.isascii())
        first = [" / ".join(text.split("\n")) for text in islice(telling, _FIRST)]
        self._add(reading.encoding, reading.encoding_confidence, _GAP.join(first), chosen)
        for other in reading.alternatives:
            shown = _GAP.join(first_cues(other.text, reading.format, _FIRST))
            self._add(other.encoding, other.confidence, shown, chosen)
        self._group.buttons()[0].setChecked(True)

    def _add(self, name: str, sure: float, shown: str, chosen: Callable[[str], None]) -> None:
        row = self._grid.rowCount()
        button = QRadioButton(shown_encoding(name))
        button.setObjectName(f"encoding-{name}")
        button.clicked.connect(lambda: chosen(name))
        self._group.addButton(button)
        share = words(f"{sure:.0%}", "quiet", wraps=False)
        share.setFont(tabular(share.font()))
        share.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(button, row, 0)
        self._grid.addWidget(share, row, 1)
        self._grid.addWidget(Elided(shown), row, 2)


class Report(QTreeWidget):
    """What was repaired and what was left out, line by line, with its text."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("import-report")
        self.setAccessibleName(tr("Report"))
        self.setRootIsDecorated(False)
        self.setHeaderLabels([tr("Line number"), tr("What"), tr("Text")])
        self.setSelectionMode(QTreeWidget.SelectionMode.NoSelection)
        self.setFont(tabular(self.font()))
        self.setWordWrap(True)
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        for column in (1, 2):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(0, 104)

    def show_reading(self, reading: Reading) -> None:
        """List what this reading has to tell."""
        self.clear()
        told = [(one.line, heard(one.text), "", False) for one in reading.repairs]
        told += [(one.line, heard(one.reason), one.text, True) for one in reading.dropped]
        told += [(0, heard(loss), "", False) for loss in reading.losses]
        self.addTopLevelItems([_item(*one) for one in sorted(told, key=lambda one: one[0])])

    @property
    def rows(self) -> list[tuple[str, ...]]:
        """What is listed, as text."""
        items = (self.topLevelItem(n) for n in range(self.topLevelItemCount()))
        return [tuple(one.text(n) for n in range(3)) for one in items if one is not None]


def _item(line: int, what: str, text: str, dropped: bool) -> QTreeWidgetItem:
    shown = tr("Left out: {why}", why=what) if dropped else what
    made = QTreeWidgetItem([f"{line:,}" if line else "", shown, text])
    made.setTextAlignment(0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
    for column, whole in ((1, shown), (2, text)):
        made.setToolTip(column, whole)
        made.setTextAlignment(column, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    made.setForeground(0, QColor(t.QUIET))
    if dropped:
        made.setForeground(1, QColor(t.WARN))
    return made


class Undecided(QTreeWidget):
    """Cues of a bilingual file that could not be told apart, each with a choice of where to cut."""

    def __init__(self, reading: Reading, split: Split) -> None:
        super().__init__()
        self.setObjectName("import-undecided")
        self.setAccessibleName(tr("Cues to decide"))
        self.setRootIsDecorated(False)
        self.setHeaderLabels([tr("In"), tr("Text"), tr("Why"), tr("Belongs to")])
        self.setSelectionMode(QTreeWidget.SelectionMode.NoSelection)
        self.setFont(tabular(self.font()))
        self.setWordWrap(True)
        self.boxes: dict[int, QComboBox] = {}
        starts = {cue.id: cue.start for cue in reading.track.cues}
        names = spoken(split.first.language), spoken(split.second.language)
        for one in split.undecided:
            item = QTreeWidgetItem([shown_time(starts[one.cue], None), one.text, heard(one.reason)])
            for column in range(3):
                item.setTextAlignment(
                    column, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
                )
            item.setForeground(2, QColor(t.QUIET))
            self.addTopLevelItem(item)
            self.boxes[one.cue] = _cuts(one.text, names)
            self.setItemWidget(item, 3, _in_the_middle(self.boxes[one.cue]))
        for column, width in enumerate((124, 290, 180)):
            self.setColumnWidth(column, width)

    @property
    def cuts(self) -> dict[int, int]:
        """After how many lines each of the cues is cut."""
        return {cue: int(box.currentData()) for cue, box in self.boxes.items()}


def _cuts(text: str, names: Sequence[str]) -> QComboBox:
    lines = text.split("\n")
    box = QComboBox()
    box.setAccessibleName(tr("Belongs to"))
    # As the split leaves it: whole, in the first track.
    box.addItem(names[0], len(lines))
    box.addItem(names[1], 0)
    for cut in ways(text)[1:-1]:
        box.addItem(
            tr("{first} up to “{line}”, then {second}", first=names[0], line=_short(lines[cut - 1]),
               second=names[1]),
            cut,
        )  # fmt: skip
    return box


def _in_the_middle(box: QComboBox) -> QWidget:
    """As high as it is anywhere, however high the row."""
    made = QWidget()
    made.setObjectName("in-the-middle")
    made.setStyleSheet("#in-the-middle { background: transparent; }")
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 2, t.SPACE[1], 2)
    column.addStretch(1)
    column.addWidget(box)
    column.addStretch(1)
    return made


def _short(line: str) -> str:
    return line if len(line) <= 18 else f"{line[:17]}…"


def doubt(reading: Reading) -> str:
    """Why a person should look at the encoding; empty where it is sure."""
    if reading.encoding_confidence >= SURE:
        return ""
    if any("/" in other.encoding for other in reading.alternatives):
        return tr("The text looks as if it had been encoded twice. Choose what reads right.")
    return tr("The encoding is a guess. Choose the one whose first cues read right.")


def caption(text: str) -> QLabel:
    """The title of a part."""
    return words(text, "section", wraps=False)
