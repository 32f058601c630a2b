"""What a placement is written as: kinds of file to tick, and the profile of those for print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from studio.campaign.asking import File
from studio.core.errors import BadValue
from studio.poster.format import PRESS, Format, in_kind
from studio.poster.profiles import profiles
from ui.campaign.kind_words import kind_words, kinds
from ui.widgets import tokens as t
from ui.widgets.choice import Choice
from ui.widgets.language import heard, tr
from ui.widgets.words import Elided, words

_OWN = ""
_LONG = 220


class _Profiles(Choice):
    """The profiles of this machine; they are looked for when the list is opened first."""

    def __init__(self) -> None:
        super().__init__()
        self._all = False
        self.setMaximumWidth(_LONG)

    def show_name(self, own: str, chosen: str) -> None:
        """Offer the format's own and the chosen one; all of them once the list is opened."""
        blocked = self.blockSignals(True)
        self.setItemText(0, own) if self.count() else self.addItem(own, _OWN)
        if self.findData(chosen) < 0:
            self.addItem(chosen, chosen)
        self.setCurrentIndex(self.findData(chosen))
        self.setToolTip(self.currentText())
        self.blockSignals(blocked)

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        """With all that there are."""
        if not self._all:
            self._all = True
            for one in profiles():
                if self.findData(one.name) < 0:
                    self.addItem(one.name, one.name)
        super().showPopup()


class FileKinds(QWidget):
    """Shows what a placement is written as in a market, or in all, and offers the others."""

    chosen = Signal(tuple)
    """The Files that are wanted now, at least one."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Kinds of file"))
        self._form: Format | None = None
        self._files: tuple[File, ...] = ()
        self._where = Elided("", "quiet")
        self._boxes = {kind: self._box(kind) for kind in kinds()}
        self._profile = _Profiles()
        self._profile.setObjectName("asks-profile")
        self._profile.setAccessibleName(tr("Colour profile"))
        self._profile.activated.connect(lambda _: self._take_profile())
        self._label = QLabel(tr("Profile"))
        self._label.setProperty("role", "quiet")
        self._label.setBuddy(self._profile)
        self._word = words("", "fault")
        self._build()
        self.show_files(None, (), "")

    def _box(self, kind: str) -> QCheckBox:
        box = QCheckBox(kind_words(kind))
        box.setObjectName(f"asks-kind-{kind}")
        box.clicked.connect(lambda _: self._take_kinds(kind))
        return box

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(t.SPACE[2])
        for box in self._boxes.values():
            row.addWidget(box)
        row.addStretch(1)
        row.addWidget(self._label)
        row.addWidget(self._profile)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(t.SPACE[0])
        whole.addWidget(self._where)
        whole.addLayout(row)
        whole.addWidget(self._word)

    def show_files(self, form: Format | None, files: Sequence[File], market: str) -> None:
        """Show what `form` is asked for as in a `market` (its name; empty: in all).

        None: a film, a title, or nothing is chosen.
        """
        self._form, self._files = form, tuple(files)
        there = form is not None and bool(files)
        self._where.show_text(self._words(form, market))
        for kind, box in self._boxes.items():
            box.setEnabled(there)
            box.setChecked(any(_kind(form, one) == kind for one in files) if form else False)
        self._say("")
        self._show_profile()

    def _words(self, form: Format | None, market: str) -> str:
        if form is None:
            return tr(
                "Choose a field above: what a placement is written as, which captions a film has."
            )
        name = heard(form.name)
        if not self._files:
            return tr("{form} is not asked for here.", form=name)
        if market:
            return tr("{form} in {market} is written as", form=name, market=market)
        return tr("{form} in all markets is written as", form=name)

    def _show_profile(self) -> None:
        form = self._form
        inked = [one for one in self._files if form is not None and _takes_profile(form, one)]
        self._profile.setEnabled(bool(inked))
        self._label.setEnabled(bool(inked))
        own = tr("The format's own")
        if form is not None and inked:
            kept = replace(inked[0], icc="")
            own = tr("The format's own: {profile}", profile=_own_profile(form, kept))
        self._profile.show_name(own, inked[0].icc if inked else _OWN)

    def _take_kinds(self, kind: str) -> None:
        form = self._form
        if form is None:
            return
        ticked = [one for one, box in self._boxes.items() if box.isChecked()]
        if not ticked:
            self._boxes[kind].setChecked(True)
            self._say(tr("One kind at least: to deliver nothing, take the tick above away."))
            return
        icc = next((one.icc for one in self._files if one.icc), "")
        known = {_kind(form, one): one for one in self._files}
        made = (known.get(one) or _with(form, File(one), icc) for one in ticked)
        self.chosen.emit(tuple(_plain(form, one) for one in made))

    def _take_profile(self) -> None:
        form, icc = self._form, str(self._profile.currentData() or "")
        if form is None:
            return
        made = tuple(
            _with(form, one, icc) if _takes_profile(form, one) else one for one in self._files
        )
        if icc and not any(one.icc == icc for one in made):
            self._show_profile()
            self._say(tr("A PDF for print wants the profile of a press."))
            return
        self.chosen.emit(made)

    def _say(self, text: str) -> None:
        self._word.setText(text)
        self._word.setVisible(bool(text))


def _kind(form: Format | None, file: File) -> str:
    return file.kind or (form.kind if form is not None else "")


def _plain(form: Format, file: File) -> File:
    """Without naming what is the format's own."""
    return replace(file, kind="") if file.kind == form.kind else file


def _own_profile(form: Format, file: File) -> str:
    return in_kind(form, file.kind, "").icc


def _with(form: Format, file: File, icc: str) -> File:
    """In another profile, where its kind is written in that; else in the one that it has itself."""
    made = replace(file, icc=icc)
    try:
        in_kind(form, made.kind, made.icc)
    except BadValue:
        return replace(file, icc="")
    return made


def _takes_profile(form: Format, file: File) -> bool:
    """Whether it may be in inks; what only screens show is sRGB."""
    return bool(_with(form, file, PRESS).icc)
