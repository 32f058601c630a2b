"""Styles every Qt control once, from the tokens; no native grey is left."""

from __future__ import annotations

import re

from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from studio.core.errors import Missing
from studio.core.files import read_text
from studio.core.places import resources_folder
from ui.widgets import tokens as t
from ui.widgets.icons import icon_file

_PLACE = re.compile(r"@(?:icon:([a-z-]+):)?([A-Z_]+)@")


_OWN_CJK = "Lobbycard CJK"
_CJK = ("PingFang SC", "Microsoft YaHei UI", _OWN_CJK)
"""The system's where it draws them well. Not the CFF faces of Linux: Qt darkens their stems, so
that regular Chinese looks bold beside Latin (`resources/look/README.md`)."""
_OWN_LATIN = "Lobbycard Sans"
_GOOD_LATIN = (
    ".AppleSystemUIFont",
    "Adwaita Sans",
    "Cantarell",
    "Fira Sans",
    "Inter",
    "IBM Plex Sans",
    "Lato",
    "Noto Sans",
    "Open Sans",
    "Red Hat Text",
    "Roboto",
    "SF Pro Text",
    "Segoe UI",
    "Segoe UI Variable",
    "Segoe UI Variable Text",
    "Source Sans 3",
    "Ubuntu",
    "Ubuntu Sans",
)
"""Faces made for windows; where the system gives another, ours is used."""


def apply_theme(app: QApplication, *, own_faces: bool = False) -> None:
    """Give the application its fonts, palette and style sheet.

    `own_faces`: only those that come with the tool, so that pictures are alike on all machines.
    Raises Missing.
    """
    # As it is: a style with a method in Python is asked thousands of times for each new window.
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(_palette())
    app.setFont(_font(own=own_faces))
    sheet = read_text(resources_folder() / "look" / "theme.qss")
    app.setStyleSheet(_PLACE.sub(_filled, sheet))


def _filled(match: re.Match[str]) -> str:
    colour = str(getattr(t, match[2]))
    return icon_file(match[1], colour).as_posix() if match[1] else colour


def _palette() -> QPalette:
    """Every role from a token, so that nothing falls back to the system's own."""
    palette = QPalette()
    role = QPalette.ColorRole
    for name, colour in (
        (role.Window, t.PANEL),
        (role.WindowText, t.TEXT),
        (role.Base, t.FIELD),
        (role.AlternateBase, t.ALTERNATE),
        (role.ToolTipBase, t.RAISED),
        (role.ToolTipText, t.TEXT),
        (role.PlaceholderText, t.QUIET),
        (role.Text, t.TEXT),
        (role.Button, t.RAISED),
        (role.ButtonText, t.TEXT),
        (role.BrightText, t.BAD),
        (role.Link, t.ACCENT),
        (role.LinkVisited, t.ACCENT),
        (role.Highlight, t.SELECTED),
        (role.HighlightedText, t.TEXT),
        (role.Light, t.HOVER),
        (role.Midlight, t.RAISED),
        (role.Mid, t.LINE),
        (role.Dark, t.FIELD),
        (role.Shadow, t.GROUND),
        (role.Accent, t.ACCENT),
    ):
        palette.setColor(name, QColor(colour))
    for name in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(t.FAINT))
    return palette


def _font(*, own: bool) -> QFont:
    """The system's faces where they are good, else ours; `own`: ours whatever the system has."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    latin = QFontInfo(font).family()
    if own or latin not in _GOOD_LATIN:
        _load("LobbycardSans-Regular.ttf")
        _load("LobbycardSans-SemiBold.ttf")
        latin = _OWN_LATIN
    there = frozenset(QFontDatabase.families())
    cjk = next((name for name in _CJK if name in there and not own), _OWN_CJK)
    if cjk == _OWN_CJK:
        _load("LobbycardCJK-Regular.ttf")
        _load("LobbycardCJK-SemiBold.ttf")
    font = QFont(font)
    font.setFamilies([latin, cjk])
    font.setWeight(QFont.Weight.Normal)
    font.setPixelSize(t.BODY)
    return font


def _load(name: str) -> None:
    path = resources_folder() / "look" / name
    if QFontDatabase.addApplicationFont(str(path)) < 0:
        raise Missing(f"The face {path.name} is not installed.")


def tabular(font: QFont) -> QFont:
    """The same font with figures of one width, for timecodes and numbers."""
    made = QFont(font)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made
