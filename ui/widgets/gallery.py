"""The gallery: every control of the window in every state, to be looked at and compared.

python -m ui.widgets.gallery
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from studio.core.places import resources_folder
from ui.widgets import tokens as t
from ui.widgets.busy import Busy
from ui.widgets.dialogs import Dialog
from ui.widgets.gallery_controls import buttons, choices, fields, sliders
from ui.widgets.gallery_lists import framed, lists, menu, message, scrolls, tabs
from ui.widgets.icons import pixmap
from ui.widgets.parts import KINDS, Badge, Card, Section
from ui.widgets.states import Banner, EmptyState, ErrorState
from ui.widgets.theme import apply_theme
from ui.widgets.words import Elided, hairline, words

WIDTH, HEIGHT = 1280, 1600
_TINTS = (t.QUIET, t.TEXT, t.FAINT, t.ACCENT, t.GOOD, t.WARN, t.BAD)
_COLOURS = (
    *("GROUND", "PANEL", "RAISED", "HOVER", "FIELD", "LINE", "TEXT", "QUIET", "FAINT"),
    *("ACCENT", "ACCENT_HOVER", "ON_ACCENT", "SELECTED", "GOOD", "WARN", "BAD"),
)


class Gallery(QWidget):
    """All of it on one page of WIDTH × HEIGHT px."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(WIDTH, HEIGHT)
        columns = QHBoxLayout()
        columns.setSpacing(t.SPACE[5])
        for parts in (
            (_type(), buttons(), fields(), _badges()),
            (choices(), sliders(), tabs(), lists(), scrolls()),
            (_dialog(), message(), menu(), _empty(), _error()),
        ):
            columns.addLayout(_column(parts), 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(t.SPACE[4], t.SPACE[4], t.SPACE[4], t.SPACE[4])
        whole.setSpacing(t.SPACE[4])
        whole.addLayout(_banners())
        whole.addLayout(columns, 1)
        whole.addWidget(hairline())
        whole.addWidget(_colours())
        whole.addWidget(_icons())


def _column(parts: tuple[QWidget, ...]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(t.SPACE[4])
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return column


def _type() -> Section:
    part = Section("Type")
    for role, text in (
        ("title", "Title 20  小小的灯"),
        ("heading", "Heading 15  夜摊与末班车"),
        ("", "Body 13  灯不大，够一个人回家。 Enough to get home by."),
        ("quiet", "Quiet 13  每秒 9 字  9 characters a second"),
        ("faint", "Small 11  还剩 0:14  0:14 left"),
        ("section", "Section 11  画面"),
    ):
        part.column.addWidget(words(text, role))
    cut = Elided("Cut to its room  /campaigns/2026/small-lights/films/night-stall.mp4")
    cut.setFixedWidth(280)
    part.column.addWidget(cut)
    return part


def _badges() -> Section:
    part = Section("Badges, busy, cards")
    names = {"good": "ready", "warn": "stale", "bad": "failed", "info": "waiting", "quiet": "none"}
    row = QHBoxLayout()
    row.setSpacing(t.SPACE[0])
    for kind in KINDS:
        row.addWidget(Badge(kind, names[kind]))
    row.addStretch(1)
    part.column.addLayout(row)
    card = Card()
    inner = QHBoxLayout()
    inner.setSpacing(t.SPACE[1])
    inner.addWidget(Busy())
    inner.addWidget(words("Finding shots in night-stall", wraps=False), 1)
    card.column.addLayout(inner)
    part.column.addWidget(card)
    return part


def _banners() -> QGridLayout:
    grid = QGridLayout()
    grid.setSpacing(t.SPACE[1])
    for place, (kind, text) in enumerate(
        (
            ("info", "The film was moved. It was found again by its content."),
            ("good", "41 files are made."),
            ("warn", "2 cues overlap; both are kept."),
            ("bad", "The campaign could not be saved: the disk is full."),
        )
    ):
        banner = Banner(kind, text)
        if kind == "bad":
            banner.add_button("Copy details")
        grid.addWidget(banner, place // 2, place % 2)
    return grid


def _dialog() -> Section:
    part = Section("Dialog")
    dialog = Dialog("Name the campaign", None, "It stands on the report and in the folder.")
    dialog.setWindowFlags(Qt.WindowType.Widget)
    dialog.body.addWidget(words("Small Lights"))
    dialog.add_button("Reset", aside=True)
    dialog.set_fault("That name is taken.")
    dialog.add_button("Cancel")
    dialog.add_button("Name it", primary=True)
    part.column.addWidget(framed(dialog))
    return part


def _empty() -> Section:
    part = Section("Empty")
    state = EmptyState("poster", "The posters of the film will be here.", "New poster", "Ctrl+N")
    part.column.addWidget(state)
    return part


def _error() -> Section:
    part = Section("Error")
    state = ErrorState(
        "night-stall.mp4 is not there.", "Put it back, or choose it again.", "Choose…"
    )
    part.column.addWidget(state)
    return part


def _colours() -> Section:
    part = Section("Tokens")
    row = QHBoxLayout()
    row.setSpacing(t.SPACE[1])
    for name in _COLOURS:
        patch = QLabel()
        patch.setFixedHeight(t.SPACE[4])
        patch.setStyleSheet(f"background: {getattr(t, name)}; border: 1px solid {t.LINE};")
        column = QVBoxLayout()
        column.setSpacing(t.SPACE[0])
        column.addWidget(patch)
        column.addWidget(Elided(name.lower().replace("_", " "), "faint"))
        row.addLayout(column, 1)
    part.column.addLayout(row)
    return part


def icon_names() -> list[str]:
    """All icons that there are."""
    return sorted(path.stem for path in (resources_folder() / "icons").glob("*.svg"))


def _icons() -> Section:
    part = Section("Icons")
    grid = QGridLayout()
    grid.setSpacing(t.SPACE[0])
    names = icon_names()
    across = 32
    for number, name in enumerate(names):
        grid.addWidget(_icon(name, t.TEXT), number // across, number % across)
    last = len(names) // across + 1
    for number, colour in enumerate(_TINTS):
        for place, name in enumerate(("star-full", "warning", "film", "play")):
            grid.addWidget(_icon(name, colour), last, number * 4 + place)
    part.column.addLayout(grid)
    return part


def _icon(name: str, colour: str) -> QLabel:
    label = QLabel()
    label.setPixmap(pixmap(name, colour, 20, 3))
    label.setFixedSize(QSize(t.SPACE[4], t.SPACE[4]))
    label.setToolTip(name)
    return label


def main() -> int:
    """Show it; returns the exit code."""
    app = QApplication(sys.argv)
    apply_theme(app)
    gallery = Gallery()
    gallery.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
