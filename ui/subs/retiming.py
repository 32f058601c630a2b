"""Shifts and stretches cues, a language or both, by figures that a person gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QWidget

from studio.core.said import said
from studio.core.words import counted
from studio.subs.cue import Track
from studio.subs.edits import EDITS
from studio.subs.linked import Linked, Side
from studio.subs.linked_edits import LINKED_EDITS
from ui.actions import Action
from ui.notices import Notices
from ui.subs.desk import Desk, chosen, settled
from ui.subs.steps import Edit, Steps
from ui.widgets import tokens as t
from ui.widgets.choice import Choice
from ui.widgets.dialogs import Dialog
from ui.widgets.language import heard, tr
from ui.widgets.parts import Field, inset

RATES = (Fraction(24000, 1001), Fraction(24), Fraction(25), Fraction(30000, 1001), Fraction(30))
_DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class Retime:
    """Times become `time × speed + by` (ms), for all cues where `cue_ids` is None; `side` None for
    both languages."""

    by: int = 0
    speed: Fraction = Fraction(1)
    side: int | None = None
    cue_ids: tuple[int, ...] | None = None

    def of_pair(self, linked: Linked, side: Side | None) -> Linked:
        """Two linked tracks."""
        if self.speed != 1:
            linked = LINKED_EDITS["stretch"](linked, self.speed, 0, side, self.cue_ids)
        if self.by:
            linked = LINKED_EDITS["shift"](linked, self.by, side, self.cue_ids)
        return linked

    def of_track(self, track: Track) -> Track:
        """A track alone."""
        if self.speed != 1:
            track = EDITS["stretch"](track, self.speed, 0, self.cue_ids)
        return EDITS["shift"](track, self.by, self.cue_ids) if self.by else track

    def begins(self, track: Track) -> int:
        """When the first of a track's cues that are meant would begin."""
        starts = (
            round(cue.start * self.speed) + self.by
            for cue in track.cues
            if self.cue_ids is None or cue.id in self.cue_ids
        )
        return min(starts, default=0)


class Retiming:
    """Asks beside the page."""

    def __init__(self, desk: Desk, steps: Steps, notices: Notices) -> None:
        self._desk, self._steps, self._notices = desk, steps, notices

    def commands(self) -> Sequence[Action]:
        """With the key that Subtitle Edit has for it."""
        text = said("Shift and stretch…")
        keys, there = ("Ctrl+Shift+A",), self._is_there
        return (Action("subs-shift", text, self.ask, "Subtitles", keys, enabled=there),)

    def _is_there(self) -> bool:
        track = self._desk.track(0)
        return track is not None and bool(track.cues)

    def ask(self) -> None:
        """Ask which cues, by how much, and move them as one step."""
        at = settled(self._desk)
        tracks = [one for side in (0, 1) if (one := self._desk.track(side)) is not None]
        if not tracks:
            return
        cues = chosen(self._desk, at) if at is not None else []
        own = (at.side, tuple(cues)) if at is not None and len(cues) > 1 else None
        dialog = RetimeDialog(tracks, self._desk.model.view.titles, own, self._desk.grid.window())
        if dialog.exec():
            self._apply(dialog.wish)
        dialog.deleteLater()

    def _apply(self, wish: Retime) -> None:
        side = wish.side or 0
        both = wish.side is None and bool(self._desk.languages[1])

        def pair(linked: Linked, own: Side) -> Linked:
            return wish.of_pair(linked, None if both else own)

        label = said("Shift and stretch") if wish.speed != 1 else said("Shift cues")
        first = wish.cue_ids[0] if wish.cue_ids else -1
        self._steps.apply(label, side, Edit(pair, wish.of_track), first)


class RetimeDialog(Dialog):
    """`wish` is what was asked for; what cannot be is said while it is set."""

    def __init__(
        self,
        tracks: Sequence[Track],
        titles: tuple[str, str],
        own: tuple[int, tuple[int, ...]] | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Shift and stretch"), parent)
        self.setMinimumWidth(440)
        self._tracks = tracks
        self._meant: list[tuple[int | None, tuple[int, ...] | None]] = []
        self.which = Choice()
        self._list(titles, own)
        self.by = inset(QDoubleSpinBox())
        self.by.setRange(-_DAY, _DAY)
        self.by.setDecimals(3)
        self.by.setSingleStep(0.1)
        self.by.setSuffix(tr(" s"))
        self.made_for, self.shown_at = _rates(), _rates()
        self.body.addWidget(Field(tr("Which cues"), self.which))
        self.body.addWidget(Field(tr("Later by"), self.by, tr("Below zero: earlier.")))
        row = QHBoxLayout()
        row.setSpacing(t.SPACE[2])
        row.addWidget(Field(tr("Made for frames a second"), self.made_for))
        row.addWidget(Field(tr("Shown at frames a second"), self.shown_at))
        self.body.addLayout(row)
        self.add_cancel()
        self._go = self.add_button(tr("Move"), self.accept, primary=True)
        self.by.valueChanged.connect(lambda _: self._judge())
        for box in (self.which, self.made_for, self.shown_at):
            box.currentIndexChanged.connect(lambda _: self._judge())
        self._judge()
        self.fit()
        self.by.setFocus()
        self.by.selectAll()

    def _list(self, titles: tuple[str, str], own: tuple[int, tuple[int, ...]] | None) -> None:
        if own is not None:
            cues = heard(counted(len(own[1]), "cue"))
            text = tr("The selected {cues} in {language}", cues=cues, language=titles[own[0]])
            self._add(text, *own)
        if len(self._tracks) == 2:
            self._add(tr("Both languages"), None, None)
        for side in range(len(self._tracks)):
            self._add(tr("All of {language}", language=titles[side]), side, None)

    def _add(self, text: str, side: int | None, cues: tuple[int, ...] | None) -> None:
        self._meant.append((side, cues))
        self.which.addItem(text)

    @property
    def wish(self) -> Retime:
        """What is set now."""
        side, cues = self._meant[self.which.currentIndex()]
        speed = Fraction(self.made_for.currentData()) / Fraction(self.shown_at.currentData())
        return Retime(round(self.by.value() * 1000), speed, side, cues)

    def _judge(self) -> None:
        wish = self.wish
        meant = self._tracks if wish.side is None else (self._tracks[wish.side],)
        early = min(wish.begins(track) for track in meant)
        self.set_fault(
            tr("The first cue would begin {seconds:.3f} s before the film.", seconds=-early / 1000)
            if early < 0
            else ""
        )
        self._go.setEnabled(early >= 0 and (wish.by != 0 or wish.speed != 1))


def _rates() -> Choice:
    made = Choice()
    for rate in RATES:
        made.addItem(f"{float(rate):.3f}".rstrip("0").rstrip("."), str(rate))
    made.setCurrentIndex(RATES.index(Fraction(24)))
    return made
