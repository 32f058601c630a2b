"""Which captions a film delivery has: a style, the usual one, tracks in the file, or none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.campaign.document import MUXED, NO_CAPTIONS, USUAL_CAPTIONS
from studio.presets import store
from ui.widgets import tokens as t
from ui.widgets.choice import Choice
from ui.widgets.language import heard, tr
from ui.widgets.words import Elided, words

_WIDE = 260


def captions_words(captions: str) -> str:
    """What a choice of captions is called, as campaigns write it."""
    if captions == NO_CAPTIONS:
        return tr("No captions")
    if captions == MUXED:
        return tr("In the file, to be switched on")
    if not captions:
        return tr("The usual: {style}", style=heard(USUAL_CAPTIONS))
    return heard(captions)


class CaptionsChoice(QWidget):
    """Shows the captions of a film delivery in a market, or in all, and offers the others."""

    chosen = Signal(str)
    """The style, empty for the usual one, MUXED or NO_CAPTIONS."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Captions"))
        self._where = Elided("", "quiet")
        self._box = Choice()
        self._box.setObjectName("asks-captions")
        self._box.setAccessibleName(tr("Captions"))
        self._box.setMinimumWidth(_WIDE)
        self._box.activated.connect(self._take)
        row = QHBoxLayout()
        row.setSpacing(t.SPACE[2])
        row.addWidget(self._box)
        told = words(tr("A film without subtitles has none, whatever is chosen."), "faint")
        row.addWidget(told, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(t.SPACE[0])
        whole.addWidget(self._where)
        whole.addLayout(row)

    def show_captions(self, video: str, captions: Sequence[str], market: str) -> None:
        """Show those of `video` in a `market` (its name; empty: in all); none: not asked for."""
        name = heard(video)
        if not captions:
            self._where.show_text(tr("{form} is not asked for here.", form=name))
        elif market:
            self._where.show_text(tr("Captions of {form} in {market}", form=name, market=market))
        else:
            self._where.show_text(tr("Captions of {form} in all markets", form=name))
        self._box.setEnabled(bool(captions))
        self._fill(captions)

    def _fill(self, captions: Sequence[str]) -> None:
        self._box.clear()
        if len(captions) > 1:
            # Not a choice: how it stands, until one for all of them is chosen.
            self._box.addItem(" + ".join(map(captions_words, captions)), None)
        for one in ("", *store.names("captions"), MUXED, NO_CAPTIONS):
            self._box.addItem(captions_words(one), one)
        if len(captions) == 1:
            if self._box.findData(captions[0]) < 0:
                # A style that is not there any more; the plan says so.
                self._box.addItem(captions[0], captions[0])
            self._box.setCurrentIndex(self._box.findData(captions[0]))

    def _take(self) -> None:
        captions = self._box.currentData()
        if isinstance(captions, str):
            self.chosen.emit(captions)
