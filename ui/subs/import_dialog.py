"""The dialog that brings a subtitle file in: how it was read, and what is to become of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from studio.core.errors import StudioError, in_full
from studio.core.words import counted
from studio.subs.deciding import decided
from studio.subs.encodings import SURE
from studio.subs.reading import Reading, read_track
from studio.subs.splitting import Split, two_parts
from ui.subs.import_parts import Encodings, Report, Undecided, caption, doubt, spoken, summary
from ui.subs.import_parts import shown_encoding as shown
from ui.widgets import tokens as t
from ui.widgets.dialogs import Dialog
from ui.widgets.language import heard, tr
from ui.widgets.states import EmptyState
from ui.widgets.words import words

_SIZE = (940, 600)


def worth_showing(reading: Reading, split: Split | None) -> bool:
    """Whether a person should see how a file was read before it is taken."""
    unsure = reading.encoding_confidence < SURE
    return bool(unsure or reading.repairs or reading.dropped or split is not None)


class ImportDialog(Dialog):
    """`reading`, `encoding` (chosen by the person, else empty) and `split` are what was agreed to.

    With `only_report` nothing is to be taken: it just tells of a file.
    """

    def __init__(
        self, path: Path, reading: Reading, parent: QWidget | None = None, *,
        only_report: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(path.name, parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._path, self._only_report = path, only_report
        self.reading, self.encoding = reading, ""
        self._whole: Split | None = None
        self._undecided: Undecided | None = None
        self._line = words("", "quiet")
        self._report = Report()
        self._add: QPushButton | None = None
        self._fill()
        self.resize(*_SIZE)

    def _fill(self) -> None:
        reading = self.reading
        self.body.addWidget(self._line)
        if reading.alternatives and not self._only_report:
            why = doubt(reading)
            self.body.addWidget(caption(tr("Encoding")))
            if why:
                self.body.addWidget(words(why, "warn"))
            self.body.addWidget(Encodings(reading, self.choose_encoding))
        self._split_place = QWidget()
        self._split_row = QHBoxLayout(self._split_place)
        self._split_row.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self._split_place)
        self._report_title = caption(tr("Repaired and left out"))
        self.body.addWidget(self._report_title)
        self.body.addWidget(self._report, 1)
        self._clean = EmptyState("check", tr("Every time code became a cue; nothing was repaired."))
        self.body.addWidget(self._clean, 1)
        # Where neither has anything to say, what there is stands close together all the same.
        self._rest = QWidget()
        self.body.addWidget(self._rest, 1)
        self.add_cancel(tr("Close") if self._only_report else "")
        if not self._only_report:
            self._add = self.add_button(tr("Add"), self.accept, primary=True)
            self._add.setObjectName("import-add")
            self._add.setFocus()
        self._show()

    # -- what was read --------------------------------------------------------------------

    def choose_encoding(self, name: str) -> None:
        """Read the file again in another encoding; one that fails is said, and changes nothing."""
        try:
            self.reading = read_track(self._path, "", name)
        except StudioError as error:
            self.set_fault(heard(in_full(error)))
            return
        self.set_fault("")
        self.encoding = name
        self._show()

    def _show(self) -> None:
        reading = self.reading
        self._whole = None if self._only_report else two_parts(reading.track)
        sure = tr("chosen") if self.encoding else f"{reading.encoding_confidence:.0%}"
        encoding = f"{shown(reading.encoding)} ({sure})"
        self._line.setText(f"{self._spoken()} · {encoding} · {summary(reading)}")
        self._report.show_reading(reading)
        there = bool(self._report.rows)
        self._report.setVisible(there)
        self._report_title.setVisible(there)
        self._clean.setVisible(not there and self._whole is None)
        self._rest.setVisible(not there and self._whole is not None and not self._whole.undecided)
        self._show_split()

    def _spoken(self) -> str:
        split = self._whole
        if split is None:
            return spoken(self.reading.track.language)
        return f"{spoken(split.first.language)} + {spoken(split.second.language)}"

    # -- two languages --------------------------------------------------------------------

    def _show_split(self) -> None:
        while (item := self._split_row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._undecided, split = None, self._whole
        self._split_place.setVisible(split is not None)
        if split is not None:
            self._split_row.addWidget(self._split_part(split))
        self._name_button()

    def _split_part(self, split: Split) -> QWidget:
        made = _Ways(split)
        made.two.toggled.connect(self._name_button)
        self._ways = made
        if split.undecided:
            self._undecided = Undecided(self.reading, split)
            made.add(self._undecided)
            made.two.toggled.connect(self._undecided.setEnabled)
        return made

    def _name_button(self) -> None:
        if self._add is not None:
            self._add.setText(tr("Add two tracks") if self._as_two else tr("Add"))

    @property
    def _as_two(self) -> bool:
        return self._whole is not None and self._ways.two.isChecked()

    @property
    def split(self) -> Split | None:
        """The two languages as they were decided; None where the file stays one track."""
        if self._whole is None or not self._as_two:
            return None
        cuts = self._undecided.cuts if self._undecided is not None else {}
        return decided(self._whole, self.reading.track, cuts)

    @property
    def told(self) -> list[tuple[str, ...]]:
        """What the report lists."""
        return self._report.rows


class _Ways(QWidget):
    """Two tracks, or one as it is."""

    def __init__(self, split: Split) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(t.SPACE[1])
        self._column.addWidget(caption(tr("Two languages")))
        both = heard(counted(split.both, "cue"))
        self.two = QRadioButton(
            tr("Two tracks: {above} above {below}, {both} in both",
               above=spoken(split.first.language), below=spoken(split.second.language), both=both)
        )  # fmt: skip
        self.two.setObjectName("import-two")
        self.one = QRadioButton(tr("One track, as the file is"))
        self.one.setObjectName("import-one")
        group = QButtonGroup(self)
        for button in (self.two, self.one):
            group.addButton(button)
            self._column.addWidget(button)
        self.two.setChecked(True)

    def add(self, undecided: Undecided) -> None:
        """Show below what is to be decided."""
        number = heard(counted(len(undecided.boxes), "cue"))
        text = tr("{cues} could not be told apart: choose the language.", cues=number)
        self._column.addWidget(words(text, "warn"))
        undecided.setMinimumHeight(132)
        self._column.addWidget(undecided)
