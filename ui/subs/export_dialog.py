"""The dialog that writes tracks as files: what, in which format and encoding, and what is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

from studio.core.errors import StudioError, in_full
from studio.core.words import size_words
from studio.subs.bilingual import Together
from studio.subs.formats.base import FORMATS
from studio.subs.writing import Planned
from ui.subs.import_parts import caption
from ui.widgets import tokens as t
from ui.widgets.dialogs import Dialog
from ui.widgets.language import heard, tr
from ui.widgets.names import name_of
from ui.widgets.words import restyle, words

_SIZE = (620, 520)
ENCODINGS = (
    *("utf-8", "utf-8-sig", "utf-16", "gb18030", "big5", "cp932", "euc_jp", "cp949"),
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256"),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to be written: a side (0 or 1), or both as one file the way that `together` says."""

    what: Literal[0, 1, 2]
    format: str
    encoding: str
    together: Together

    @property
    def suffix(self) -> str:
        """How the file's name ends."""
        return FORMATS[self.format].extensions[0]


class ExportDialog(Dialog):
    """`plan` says for a choice what would be written and lost; it may raise StudioError."""

    def __init__(
        self,
        languages: Sequence[str],
        plan: Callable[[Choice], tuple[Planned, tuple[str, ...]]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Export subtitles"), parent)
        self._languages, self._plan = languages, plan
        self.planned: Planned | None = None
        self._group = QButtonGroup(self)
        self._formats, self._encodings, self._above = QComboBox(), QComboBox(), QComboBox()
        self._apart = QCheckBox(tr("Each cue by itself, with its own times"))
        self._styles = (QLineEdit(), QLineEdit())
        self._losses = _Losses()
        self.body.addWidget(caption(tr("What")))
        self._add_whats()
        self.body.addLayout(self._fields())
        self._title = words("")
        self.body.addWidget(self._title)
        self.body.addWidget(self._losses, 100)
        self.body.addStretch(1)
        self.add_cancel()
        self._go = self.add_button(tr("Save as…"), self.accept, primary=True)
        self._go.setObjectName("export-go")
        self._weigh()
        checked = self._group.checkedButton()
        if checked is not None:
            checked.setFocus()
        self.resize(*_SIZE)

    def _add_whats(self) -> None:
        names = [name_of(one) for one in self._languages]
        listed = list(names)
        if len(names) > 1:
            listed.append(tr("Both in one file"))
        for number, text in enumerate(listed):
            button = QRadioButton(text)
            button.setObjectName(f"export-what-{number}")
            self._group.addButton(button, number)
            self.body.addWidget(button)
        chosen = self._group.button(len(listed) - 1)
        chosen.setChecked(True)
        chosen.setFocus()
        self._group.idClicked.connect(lambda _: self._weigh())
        for place, name in enumerate(names[:2]):
            self._above.addItem(name, "ab"[place])

    def _fields(self) -> QGridLayout:
        for form in FORMATS:
            title = f"{form.title}   {', '.join(form.extensions)}"
            self._formats.addItem(title, form.name)
        for name in ENCODINGS:
            self._encodings.addItem(shown_name(name), name)
        self._formats.setCurrentIndex(self._formats.findData("srt"))
        self._named_style = QLabel(tr("Styles"))
        self._labels = QLabel(tr("Above")), self._named_style
        grid = QGridLayout()
        grid.setHorizontalSpacing(t.SPACE[2])
        grid.setVerticalSpacing(t.SPACE[1])
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        rows = (
            (QLabel(tr("File format")), self._formats, "export-format"),
            (QLabel(tr("Encoding")), self._encodings, "export-encoding"),
            (self._labels[0], self._above, "export-above"),
        )
        for row, (label, box, name) in enumerate(rows):
            label.setBuddy(box)
            box.setObjectName(name)
            box.setAccessibleName(label.text())
            box.currentIndexChanged.connect(lambda _: self._weigh())
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1, 1, 2)
        self._apart.setObjectName("export-apart")
        self._apart.toggled.connect(lambda _: self._weigh())
        grid.addWidget(self._apart, 3, 1, 1, 2)
        grid.addWidget(self._named_style, 4, 0)
        for side, field in enumerate(self._styles):
            field.setObjectName(f"export-style-{'ab'[side]}")
            name = name_of(self._languages[side]) if side < len(self._languages) else ""
            field.setPlaceholderText(tr("{language}: as it is", language=name))
            field.setAccessibleName(tr("Styles"))
            field.textChanged.connect(lambda _: self._weigh())
            grid.addWidget(field, 4, 1 + side)
        return grid

    # -- what was chosen ------------------------------------------------------------------

    @property
    def choice(self) -> Choice:
        """What is to be written, and how."""
        what: Literal[0, 1, 2] = 0
        if self._group.checkedId() == 1:
            what = 1
        elif self._group.checkedId() == 2:
            what = 2
        apart = self._apart.isChecked()
        styles = [field.text().strip() if apart else "" for field in self._styles]
        above: Literal["a", "b"] = "b" if self._above.currentData() == "b" else "a"
        together = Together(above, apart, *styles)
        return Choice(what, self._formats.currentData(), self._encodings.currentData(), together)

    @property
    def told(self) -> list[str]:
        """What the list of losses says."""
        return self._losses.told

    def _weigh(self) -> None:
        choice = self.choice
        both = choice.what == 2
        for widget in (self._labels[0], self._above, self._apart):
            widget.setVisible(both)
        styled = both and self._apart.isChecked() and choice.format == "ass"
        for one in (self._named_style, *self._styles):
            one.setVisible(styled)
        try:
            self.planned, beside = self._plan(choice)
        except StudioError as error:
            self.planned = None
            self._title.setText(tr("It cannot be written so"))
            self._losses.show_lines([heard(in_full(error))])
            restyle(self._title, "role", "bad")
        else:
            losses = [heard(one) for one in dict.fromkeys((*beside, *self.planned.losses))]
            size = size_words(len(self.planned.data))
            self._title.setText(
                tr("What is lost ({size})", size=size)
                if losses
                else tr("Nothing is lost ({size})", size=size)
            )
            self._losses.show_lines(losses)
            restyle(self._title, "role", "warn" if losses else "quiet")
        self._go.setEnabled(self.planned is not None)


def shown_name(encoding: str) -> str:
    """An encoding for people; what Python calls `utf-8-sig` begins with a mark."""
    if encoding == "utf-8-sig":
        return tr("UTF-8 with a byte-order mark")
    return encoding.upper().replace("_", "-")


class _Losses(QPlainTextEdit):
    """A line each, wrapped; it can be read and copied."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("export-losses")
        self.setAccessibleName(tr("What is lost"))
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.told: list[str] = []

    def show_lines(self, lines: list[str]) -> None:
        """Show these."""
        self.told = lines
        self.setPlainText("\n".join(lines))
        self.setVisible(bool(lines))


def default_name(film: str, languages: Sequence[str], choice: Choice) -> Path:
    """`lamp.en.srt`, `lamp.bilingual.ass`: as the command line names them in its help."""
    tag = "bilingual" if choice.what == 2 else languages[choice.what]
    return Path(f"{film}.{tag}{choice.suffix}")
