"""One quiet hint for each page the first time it is seen; “Got it” sends it away for ever."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from studio.core.said import said
from ui.settings import Settings
from ui.widgets import tokens as t
from ui.widgets.language import heard, tr
from ui.widgets.parts import sign
from ui.widgets.words import words

HINTS = (
    said(
        "Step with the arrow keys, play with J, K, L. "
        "S stars a frame, Shift+P makes a poster of it."
    ),
    said(
        "Type the line, drag the picture. All formats below change with it; ▲ and ✕ mark findings."
    ),
    said("F8 goes from finding to finding. Enter edits a cue, Ctrl+Z takes anything back."),
    said("Only what shows a change is made again. The grid says why an output is stale."),
)
_KEY = "hints seen"


class HintBar(QFrame):
    """Stands below the page; empty and hidden where there is nothing to say any more."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._page = -1
        self.setObjectName("hint")
        self.setStyleSheet(f"#hint {{ background: {t.RAISED}; border-top: 1px solid {t.LINE}; }}")
        self._text: QLabel = words("", "")
        self._done = QPushButton(tr("Got it"))
        self._done.setObjectName("hint-done")
        self._done.clicked.connect(self._got_it)
        row = QHBoxLayout(self)
        row.setContentsMargins(t.SPACE[3], t.SPACE[1], t.SPACE[3], t.SPACE[1])
        row.setSpacing(t.SPACE[2])
        row.addWidget(sign("info"))
        row.addWidget(self._text, 1)
        row.addWidget(self._done)
        self.hide()

    def show_for(self, page: int) -> None:
        """Say the hint of a page, unless the person has got it."""
        self._page = page
        seen = self._settings.get(_KEY, [])
        wanted = 0 <= page < len(HINTS) and page not in seen
        if wanted:
            self._text.setText(heard(HINTS[page]))
        self.setVisible(wanted)

    def again(self) -> None:
        """Let all hints be said once more."""
        self._settings.set(_KEY, [])
        self.show_for(self._page)

    def _got_it(self) -> None:
        seen = self._settings.get(_KEY, [])
        self._settings.set(_KEY, sorted({*seen, self._page}))
        self.hide()
        page = self.parentWidget()
        if page is not None:
            page.setFocus()
