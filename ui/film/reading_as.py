"""How a film's picture is read: what its file says, what is assumed, what a person says instead."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QPushButton, QWidget

from studio.core.children import in_child
from studio.core.geometry import Rect
from studio.core.later import named
from studio.core.progress import Progress
from studio.core.said import said
from studio.media.film import Film
from studio.media.overrides import MATRICES, PRIMARIES, RANGES, TRANSFERS, Overrides
from ui.campaign.working import WorkDialog
from ui.film.words import name_of_colour
from ui.jobs import Jobs
from ui.widgets import tokens as t
from ui.widgets.language import heard, tr
from ui.widgets.words import words

if TYPE_CHECKING:
    from studio.media.active import Active, active_picture
else:
    active_picture = named("studio.media.active", "active_picture")

_SECONDS = 120.0
_WIDE = 320
_ASPECTS = ("1", "8/9", "10/11", "12/11", "16/15", "32/27", "40/33", "16/11", "64/45", "4/3", "2")
_TURNS = (0, 90, 180, 270)
_FIELDS = {"progressive": said("Progressive"), "interlaced": said("Interlaced")}
_TONES = {"none": said("As stored, not toned")}


def _looked_for(film: Film, progress: Progress) -> Active:
    return in_child(active_picture, film, progress=progress, seconds=_SECONDS)


class ReadingDialog(WorkDialog):
    """`overrides` is what was chosen, when it was accepted."""

    def __init__(self, jobs: Jobs, film: Film, parent: QWidget | None = None) -> None:
        text = tr("What the file does not say is assumed. All pictures of the film follow this.")
        super().__init__(jobs, tr("How the film is read"), parent, text)
        self._film = film
        self.overrides = film.read_as
        self.boxes: dict[str, QComboBox] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(t.SPACE[3])
        self._grid.setVerticalSpacing(t.SPACE[1])
        self.body.addLayout(self._grid)
        self._fill()
        for box in self.boxes.values():
            box.currentIndexChanged.connect(self._changed)
        self._active_row()
        self.body.addWidget(self.bar)
        self.body.addWidget(self.note)
        self._all = self.add_button(tr("As the file says"), self._reset, aside=True)
        self.add_cancel()
        self._go = self.add_button(tr("Apply"), self.accept, primary=True)
        self._go.setObjectName("reading-apply")
        self._show_active()

    def _fill(self) -> None:
        colour, video, said_so = self._film.video.colour, self._film.video, self.overrides
        for name, text, listed, now, chosen in (
            ("matrix", tr("Colour matrix"), MATRICES, colour.matrix, said_so.matrix),
            ("primaries", tr("Primaries"), PRIMARIES, colour.primaries, said_so.primaries),
            ("transfer", tr("Transfer"), TRANSFERS, colour.transfer, said_so.transfer),
            ("range", tr("Range"), RANGES, colour.range, said_so.range),
        ):
            box = self._row(name, text, self._usual(name, name_of_colour(now), chosen))
            for one in listed:
                box.addItem(name_of_colour(one), one)
            _choose(box, chosen)
        self._shape_rows()
        fields = heard(_FIELDS["interlaced" if video.interlaced else "progressive"])
        box = self._row("fields", tr("Fields"), self._usual("fields", fields, said_so.fields))
        _add(box, {one: heard(text) for one, text in _FIELDS.items()}, said_so.fields)
        box = self._row("tone", tr("HDR"), tr("Toned for the screen where it is HDR"))
        _add(box, {one: heard(text) for one, text in _TONES.items()}, said_so.tone)

    def _shape_rows(self) -> None:
        video, said_so = self._film.video, self.overrides
        aspect = "" if said_so.sample_aspect is None else str(said_so.sample_aspect)
        box = self._row(
            "sample_aspect",
            tr("Pixel aspect"),
            self._usual("sample_aspect", _aspect_words(str(video.sample_aspect)), aspect),
        )
        _add(
            box,
            {one: _aspect_words(one) for one in dict.fromkeys((*_ASPECTS, *_own(aspect)))},
            aspect,
        )
        turn = "" if said_so.rotation is None else str(said_so.rotation)
        usual = self._usual("rotation", tr("{degrees}°", degrees=video.rotation), turn)
        box = self._row("rotation", tr("Turned clockwise"), usual)
        _add(box, {str(one): tr("{degrees}°", degrees=one) for one in _TURNS}, turn)

    def _usual(self, name: str, now: str, chosen: str) -> str:
        """What stands in the list for "as the file says"."""
        if chosen:
            return tr("As the file says")
        if name in self._film.video.colour.assumed:
            return tr("{value}, assumed", value=now)
        return tr("{value}, from the file", value=now)

    def _row(self, name: str, text: str, usual: str) -> QComboBox:
        row = self._grid.rowCount()
        box = QComboBox()
        box.setObjectName(f"reading-{name}")
        box.setAccessibleName(text)
        box.setMinimumWidth(_WIDE)
        box.addItem(usual, "")
        self._grid.addWidget(words(text, "quiet", wraps=False), row, 0)
        self._grid.addWidget(box, row, 1)
        self.boxes[name] = box
        return box

    # -- the active picture ---------------------------------------------------------------

    def _active_row(self) -> None:
        self._active = words("", wraps=False)
        self._find = QPushButton(tr("Find bars"))
        self._find.setObjectName("reading-find")
        self._find.setToolTip(tr("Look for black bars all over the film"))
        self._find.clicked.connect(self.find_bars)
        self._whole = QPushButton(tr("Whole picture"))
        self._whole.clicked.connect(lambda: self._take_rect(None))
        line = QHBoxLayout()
        line.setSpacing(t.SPACE[1])
        line.addWidget(self._active, 1)
        line.addWidget(self._whole)
        line.addWidget(self._find)
        row = self._grid.rowCount()
        self._grid.addWidget(words(tr("Active picture"), "quiet", wraps=False), row, 0)
        self._grid.addLayout(line, row, 1)

    def find_bars(self) -> None:
        """Look for bars; what is found is offered, and stands only once it is applied."""
        self.work(said("Looking for bars"), _looked_for, self._film, done=self._found)

    def _found(self, active: Active) -> None:
        if active.bars:
            self._take_rect(active.rect)
        else:
            self.set_fault(tr("No bars were found."))

    def _take_rect(self, rect: Rect | None) -> None:
        self.set_fault("")
        self.overrides = replace(self.overrides, active=rect)
        self._show_active()

    def _show_active(self) -> None:
        rect, size = self.overrides.active, self._film.video.display
        self._whole.setEnabled(rect is not None)
        if rect is None:
            self._active.setText(tr("All of it"))
            return
        wide, high = round(rect.width * size.width), round(rect.height * size.height)
        self._active.setText(
            tr(
                "{width} × {height} at {x}, {y}",
                width=wide,
                height=high,
                x=round(rect.x * size.width),
                y=round(rect.y * size.height),
            )
        )

    # -- what was chosen ------------------------------------------------------------------

    def _changed(self) -> None:
        chosen = {name: str(box.currentData() or "") for name, box in self.boxes.items()}
        aspect, turn = chosen.get("sample_aspect", ""), chosen.get("rotation", "")
        self.overrides = replace(
            self.overrides,
            matrix=chosen.get("matrix", ""),
            primaries=chosen.get("primaries", ""),
            transfer=chosen.get("transfer", ""),
            range=chosen.get("range", ""),
            sample_aspect=Fraction(aspect) if aspect else None,
            rotation=int(turn) if turn else None,
            fields=chosen.get("fields", ""),
            tone=chosen.get("tone", ""),
        )

    def _reset(self) -> None:
        for box in self.boxes.values():
            box.setCurrentIndex(0)
        self.overrides = Overrides()
        self._show_active()

    def work_changed(self) -> None:
        """Nothing is applied while it looks."""
        self._go.setEnabled(not self.is_working)
        self._find.setEnabled(not self.is_working)


def _own(aspect: str) -> tuple[str, ...]:
    return (aspect,) if aspect else ()


def _aspect_words(aspect: str) -> str:
    return aspect.replace("/", ":") if "/" in aspect else f"{aspect}:1"


def _add(box: QComboBox, listed: dict[str, str], chosen: str) -> None:
    for value, text in listed.items():
        box.addItem(text, value)
    _choose(box, chosen)


def _choose(box: QComboBox, value: str) -> None:
    box.blockSignals(True)
    box.setCurrentIndex(max(0, box.findData(value)))
    box.blockSignals(False)
